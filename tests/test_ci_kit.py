"""The hook in docs/ci stops what it should, and nothing else; see test_ci_workflow.py for the workflow."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ci_bureau import Bureau
from tests.generator import generate

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the hook is for POSIX shells")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two SOPs below a nested sopgen.yaml with a logo, their documents kept in the repository, the hook in place."""
    folder = tmp_path_factory.mktemp("pattern")
    made = Bureau(folder)
    made.write_logo("specs/umum/logo.png", "navy")
    (made.home / "specs/umum/sopgen.yaml").write_text("unit: BAGIAN UMUM\nlogo: logo.png\n", encoding="utf-8")
    made.write_spec("umum/a.sop.yaml", 1)
    made.write_spec("umum/b.sop.yaml", 2)
    made.must("sopgen", "build")
    made.must("git", "add", "-A")
    assert made.commit().returncode == 0
    made.add_hook()
    return folder


@pytest.fixture
def bureau(pattern: Path, tmp_path: Path) -> Bureau:
    shutil.copytree(pattern / "biro", tmp_path / "biro")
    return Bureau(tmp_path)


def test_it_stops_mandatory_findings_and_lets_other_files_pass(bureau: Bureau) -> None:
    spec = bureau.home / "specs/buruk.sop.yaml"
    spec.write_text(generate(3, steps=(4, 4), lanes=(3, 3)), encoding="utf-8")
    bureau.must("git", "add", "specs")
    stopped = bureau.commit()
    assert stopped.returncode != 0
    assert "aturan wajib" in stopped.stderr
    bureau.must("git", "rm", "-q", "--cached", "specs/buruk.sop.yaml")
    (bureau.home / "catatan.txt").write_text("x", encoding="utf-8")
    bureau.must("git", "add", "catatan.txt")
    assert bureau.commit().returncode == 0, "what is not staged does not count"


def test_findings_that_were_there_before_stop_nothing_where_they_are_recorded(bureau: Bureau) -> None:
    def add_faulty(name: str, seed: int) -> None:
        text = generate(seed, steps=(4, 4), lanes=(3, 3))
        (bureau.home / f"specs/{name}.sop.yaml").write_text(text, encoding="utf-8")
        bureau.must("sopgen", "build")
        bureau.must("git", "add", "-A")

    add_faulty("lama", 3)
    bureau.must("sopgen", "check", "--baseline", "lama.json", "--update-baseline")
    assert bureau.commit().returncode != 0, "the record is not staged"
    bureau.must("git", "add", "lama.json")
    assert bureau.commit().returncode == 0
    add_faulty("baru", 5)
    assert bureau.commit().returncode != 0, "what is new stops as ever"


def deleted(bureau: Bureau) -> None:
    bureau.must("git", "rm", "-q", "specs/umum/b.sop.yaml")


def renamed(bureau: Bureau) -> None:
    bureau.must("git", "mv", "specs/umum/b.sop.yaml", "specs/umum/c.sop.yaml")


def defaults_changed(bureau: Bureau) -> None:
    (bureau.home / "specs/umum/sopgen.yaml").write_text("unit: LAIN\nlogo: logo.png\n", encoding="utf-8")


def logo_changed(bureau: Bureau) -> None:
    bureau.write_logo("specs/umum/logo.png", "darkred")


def spec_changed(bureau: Bureau) -> None:
    bureau.write_spec("umum/a.sop.yaml", 7)


def defaults_put_above(bureau: Bureau) -> None:
    (bureau.home / "specs/umum/sopgen.yaml").unlink()
    (bureau.home / "sopgen.yaml").write_text("unit: LAIN\n", encoding="utf-8")


@pytest.mark.parametrize("change", [deleted, renamed, defaults_changed, logo_changed, spec_changed, defaults_put_above])
def test_it_stops_stale_documents_until_new_ones_are_added(bureau: Bureau, change: Callable[[Bureau], None]) -> None:
    change(bureau)
    bureau.must("git", "add", "-A")
    stopped = bureau.commit()
    assert stopped.returncode != 0
    assert "usang atau tanpa spesifikasi" in stopped.stderr
    bureau.must("sopgen", "build")
    assert bureau.commit().returncode != 0, "rebuilt, but not added"
    for name in json.loads(bureau.run("sopgen", "build", "--check", "--report", "json").stdout)["orphaned"]:
        (bureau.home / name).unlink()
    bureau.must("git", "add", "-A")
    done = bureau.commit()
    assert done.returncode == 0, done.stderr


def test_it_reads_what_is_committed_not_what_stands_in_the_folder(bureau: Bureau) -> None:
    spec_changed(bureau)
    bureau.must("git", "add", "-A")
    bureau.must("git", "checkout", "-q", "HEAD", "--", "output")
    good = (bureau.home / "specs/umum/a.sop.yaml").read_text(encoding="utf-8")
    bureau.write_spec("umum/a.sop.yaml", 1)  # the folder is sound, the index is not
    assert bureau.commit().returncode != 0
    (bureau.home / "specs/umum/a.sop.yaml").write_text(good, encoding="utf-8")
    bureau.must("sopgen", "build")
    bureau.must("git", "add", "-A")
    (bureau.home / "specs/umum/a.sop.yaml").write_text("judul: [belum selesai", encoding="utf-8")
    assert bureau.commit().returncode == 0, "the index is sound, the folder is not"


def signed(data: bytes) -> bytes:
    """As signing programs leave it: every byte as it was, a revision behind it."""
    return data + b"9 0 obj<</Type/Sig/ByteRange[0 10 20 10]>>endobj\nxref\ntrailer<<>>\nstartxref\n0\n%%EOF\n"


def edited(data: bytes) -> bytes:
    return data.replace(b"%%EOF", b"% disunting\n%%EOF")


@pytest.mark.parametrize("change", [signed, edited])
def test_signed_documents_of_unchanged_specs_stop_nothing(bureau: Bureau, change: Callable[[bytes], bytes]) -> None:
    document = bureau.home / "output/a.pdf"
    document.write_bytes(change(document.read_bytes()))
    bureau.must("git", "add", "-A")
    assert bureau.commit().returncode == 0
    (bureau.home / "catatan.txt").write_text("x", encoding="utf-8")
    bureau.must("git", "add", "catatan.txt")
    assert bureau.commit().returncode == 0, "not the next time either"
    spec_changed(bureau)
    bureau.run("sopgen", "build")
    bureau.must("git", "add", "-A")
    assert bureau.commit().returncode != 0, "but of a changed spec it is an old document"
    document.unlink()
    bureau.must("sopgen", "build")
    bureau.must("git", "add", "-A")
    assert bureau.commit().returncode == 0


def test_without_documents_in_the_repository_the_specs_alone_are_looked_at(bureau: Bureau) -> None:
    bureau.must("git", "rm", "-rq", "--cached", "output")
    (bureau.home / ".gitignore").write_text("output/\n", encoding="utf-8")
    spec_changed(bureau)
    bureau.must("git", "add", "-A")
    assert bureau.commit().returncode == 0
