"""Which engine draws, and what is said where none can."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
import pytest

from sopgen.render.graphviz import engine
from sopgen.render.graphviz.engine import EngineFault, draw, find_engine


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOPGEN_DOT", raising=False)


def test_the_engine_that_came_along_is_used_unless_asked() -> None:
    assert find_engine("svg", installed=False).stem == "graphviz-pure"
    assert find_engine("png", installed=False).stem == "graphviz-pure"


def test_the_variable_overrides_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_DOT", sys.executable)
    assert find_engine("pdf", installed=True) == Path(sys.executable)
    monkeypatch.setenv("SOPGEN_DOT", "/nowhere/dot")
    with pytest.raises(EngineFault) as raised:
        find_engine("svg", installed=False)
    assert "SOPGEN_DOT=/nowhere/dot" in raised.value.message.id


@pytest.mark.parametrize(
    ("platform", "command"), [("linux", "apt-get install graphviz"), ("win32", "winget"), ("darwin", "brew")]
)
def test_a_missing_dot_is_said_with_the_command(monkeypatch: pytest.MonkeyPatch, platform: str, command: str) -> None:
    monkeypatch.setattr(engine.shutil, "which", lambda _name, path=None: path and None)
    monkeypatch.setattr(engine.sys, "platform", platform)
    for picture, installed in (("pdf", False), ("svg", True)):
        with pytest.raises(EngineFault) as raised:
            find_engine(picture, installed=installed)  # type: ignore[arg-type]
        assert command in raised.value.message.id
        assert command in raised.value.message.en


def test_a_missing_pure_engine_is_said_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.shutil, "which", lambda _name, path=None: path and None)
    with pytest.raises(EngineFault) as raised:
        find_engine("svg", installed=False)
    assert "-m pip install graphviz-pure" in raised.value.message.id


def test_what_an_engine_complains_of_is_told() -> None:
    with pytest.raises(EngineFault) as raised:
        draw("digraph { a -> ", "svg")
    assert "graphviz-pure" in raised.value.message.id


def test_a_pdf_carries_no_time_of_day(require_tool: object, monkeypatch: pytest.MonkeyPatch) -> None:
    require_tool("dot")  # type: ignore[operator]
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = draw("digraph { a -> b }", "pdf")
    assert first.startswith(b"%PDF")
    assert b"D:1970" in first or b"CreationDate" not in first
    pypdfium2.PdfDocument(first).close()
