"""Small specs for the tests, and how to read one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.diagnostics import Diagnostic, Refusal
from sopgen.intake import Loaded, load_spec

HEAD = "judul: Judul\npelaksana: {a: Satu, b: Dua, c: Tiga}\nkegiatan:\n"
ONE = "  - {uraian: Membaca, pelaksana: a}\n"
FINE = HEAD + ONE + "  - {uraian: Menulis, pelaksana: b}\n"


def load(folder: Path, text: str | bytes, *, defaults: str | None = None) -> Loaded:
    (folder / "pyproject.toml").touch()
    path = folder / "x.sop.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    if defaults is not None:
        (folder / "sopgen.yaml").write_text(defaults, encoding="utf-8")
    return load_spec(path)


def refused(folder: Path, text: str | bytes, *, defaults: str | None = None) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refusal) as caught:
        load(folder, text, defaults=defaults)
    found = caught.value.diagnostics
    assert found, "a refusal must say why"
    for diagnostic in found:
        assert diagnostic.message.id
        assert diagnostic.message.en
        assert diagnostic.message.id != diagnostic.message.en
        assert diagnostic.remedy.id
        assert diagnostic.remedy.en
        assert diagnostic.span is not None
    return found


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    return [(d.code, d.span.line, d.span.column) for d in diagnostics if d.span]


def caret(diagnostic: Diagnostic) -> str:
    """What the caret line underlines."""
    span, line = diagnostic.span, diagnostic.source_line
    assert span is not None
    assert line is not None
    return line[span.column - 1 : span.column - 1 + span.length]
