from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from sopgen.cli.repository import checkout_around
from sopgen.report.checkout import Checkout, from_root
from sopgen.report.github import github_annotations
from sopgen.report.review import Review, Reviewed
from sopgen.report.sarif import sarif_log
from tests.report.reviews import TODAY, finding

CHECKOUT = Checkout(PurePosixPath("/w"), PurePosixPath("/w/unit/kerja"))


def test_files_are_called_from_the_root_whatever_the_command_line_called_them():
    assert CHECKOUT.name("specs/a.sop.yaml") == "unit/kerja/specs/a.sop.yaml"
    assert CHECKOUT.name("../b.sop.yaml") == "unit/b.sop.yaml"
    assert CHECKOUT.name("/w/c.sop.yaml") == "c.sop.yaml"
    assert CHECKOUT.name("/lain/d.sop.yaml") == "/lain/d.sop.yaml"
    assert CHECKOUT.name("-") == "-"


def test_annotations_and_code_scanning_find_the_file():
    """In a folder below the root all annotations pointed at files that the repository does not have."""
    found = finding(file="specs/a.sop.yaml")
    files = (Reviewed("specs/a.sop.yaml", (found,)), Reviewed("/w/b.sop.yaml", same_as="specs/a.sop.yaml"))
    review = from_root(Review(TODAY, files), CHECKOUT)
    assert "file=unit/kerja/specs/a.sop.yaml,line=7" in github_annotations(review, "id")
    (run,) = json.loads(sarif_log(review, "id"))["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "unit/kerja/specs/a.sop.yaml"
    assert review.files[1].same_as == "unit/kerja/specs/a.sop.yaml"
    assert from_root(review, None) is review


def test_the_server_says_which_checkout_else_git_does(tmp_path: Path):
    tmp_path = tmp_path.resolve()
    folder = tmp_path / "repo" / "unit"
    folder.mkdir(parents=True)
    (tmp_path / "repo" / ".git").mkdir()
    assert checkout_around(folder, {}) == Checkout(tmp_path / "repo", folder)
    assert checkout_around(folder, {"GITHUB_WORKSPACE": str(tmp_path)}) == Checkout(tmp_path, folder)
    assert checkout_around(folder, {"GITHUB_WORKSPACE": str(tmp_path / "lain")}) == Checkout(tmp_path / "repo", folder)
