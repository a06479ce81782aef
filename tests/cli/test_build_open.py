"""`sopgen build --open`: the document of one SOP, the folder of several, nothing that was refused."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("words")


@pytest.fixture
def opened(monkeypatch):
    """What was opened."""
    seen = []
    monkeypatch.setattr("click.launch", lambda path: seen.append(Path(path)) or 0)
    return seen


def test_the_pdf_of_one_spec(sopgen, write, opened):
    write("specs/a.sop.yaml")
    assert sopgen("build", "--open").code == 0
    assert sopgen("build", "--open").code == 0  # nothing is made anew, and it is opened all the same
    assert opened == [Path("output/a.pdf")] * 2


def test_what_was_made_where_that_is_no_pdf(sopgen, write, opened):
    write("specs/a.sop.yaml")
    sopgen("build", "--format", "xlsx", "--open")
    assert opened == [Path("output/a.xlsx")]


def test_the_folder_of_several(sopgen, write, opened):
    write("specs/a.sop.yaml")
    write("specs/b.sop.yaml")
    sopgen("build", "--open")
    assert opened == [Path("output")]


def test_nothing_that_was_refused(sopgen, write, opened):
    write("specs/a.sop.yaml", "rusak")
    assert sopgen("build", "--open").code == 1
    assert opened == []


def test_it_is_told_where_nothing_can_open_it(sopgen, write, monkeypatch):
    monkeypatch.setattr("click.launch", lambda _path: 1)
    write("specs/a.sop.yaml")
    outcome = sopgen("build", "--open")
    assert outcome.code == 0
    assert outcome.err.splitlines() == ["output/a.pdf: tidak dapat dibuka dari sini; bukalah sendiri"]


@pytest.mark.parametrize("other", ["--check", "--watch", "-"])
def test_what_it_does_not_go_with(sopgen, other):
    outcome = sopgen("build", other, "--open")
    assert outcome.code == 2
    assert "--open tidak dapat bersama" in outcome.err
