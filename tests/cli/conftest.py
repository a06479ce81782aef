"""A project folder, sopgen run in it, and a pipeline that obeys single words in the spec."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sopgen import pipeline
from sopgen.cli import run
from sopgen.cli.building import making
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity, Span
from sopgen.intake import find_project
from sopgen.intake.loaded import Setelan
from sopgen.intake.sop import Arah, Isi, Kegiatan, Pelaksana, Sop
from sopgen.scene import Figures

ONE_STEP = Sop("Judul", (Pelaksana("staf", "Staf"),), (Kegiatan(1, Isi("Membuat"), ("staf",), (Arah(None),)),))


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOPGEN_LANG", raising=False)
    monkeypatch.delenv("SOPGEN_DEBUG", raising=False)
    return tmp_path


@pytest.fixture
def sopgen(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    def command(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return command


@pytest.fixture
def write(project: Path) -> Callable[..., Path]:
    """Write a spec: `write("specs/a.sop.yaml", "baik")`."""

    def spec(name: str, text: str = "baik") -> Path:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return spec


def fault(spec: Path, line: int = 1) -> Diagnostic:
    return Diagnostic(
        "BACA-99",
        Severity.WAJIB,
        Message("ada yang salah", "something is wrong"),
        Message("perbaikilah", "mend it"),
        Span(spec.as_posix(), line, 1),
        "rusak",
    )


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline's stages, replaced: the words in a spec say how each stage ends."""

    def load(spec: Path) -> Any:
        text = spec.read_text(encoding="utf-8")
        if "rusak" in text:
            raise Refusal((fault(spec), fault(spec, line=2)))
        if "meledak" in text:
            raise RuntimeError("dua\nbaris")
        return SimpleNamespace(
            remarks=(),
            data={},
            defaults=None,
            worded=frozenset(),
            path=spec,
            text=text,
            source=spec.read_bytes(),
            defaults_source=None if (found := find_project(spec)[0]) is None else found.read_bytes(),
            sop=ONE_STEP,
            setelan=Setelan(),
            locate=lambda diagnostic: diagnostic,
        )

    def check(loaded: Any, *, today: date) -> tuple[Diagnostic, ...]:
        del today
        weights = {"temuan": Severity.ANJURAN, "berat": Severity.WAJIB}
        return tuple(
            fault(loaded.path)._replace(code="KEG-01", severity=weights[word])
            for word in loaded.text.split()
            if word in weights
        )

    def lay_out(loaded: Any, *, draft: bool = False) -> Any:
        if "tak-muat" in loaded.text:
            raise Refusal((fault(loaded.path),))
        return SimpleNamespace(
            pages=(SimpleNamespace(images=()),) * 3,
            text=loaded.text + ("/konsep" if draft else ""),
            font_size=8.5,
            origin=None,
            figures=Figures(crossings=2, crossing_lower_bound=1, proved_minimal=False, bends=9, length=812.4),
        )

    monkeypatch.setattr(pipeline, "load", load)
    monkeypatch.setattr(pipeline, "check", check)
    monkeypatch.setattr(pipeline, "check_together", lambda specs: tuple(() for _ in specs))

    def seal_state(data: bytes) -> str:
        return "edited" if b"diubah" in data else "foreign" if b"asing" in data else "whole"

    monkeypatch.setattr(pipeline, "lay_out", lay_out)
    monkeypatch.setattr(pipeline, "seal_state", seal_state)
    monkeypatch.setattr(pipeline, "render_document", lambda document, _format, **_: document.text.encode())


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The specs that were drawn, in order."""
    drawn: list[str] = []
    real = making._make

    def watched(job: Any) -> Any:
        drawn.append(job.spec.name.removesuffix(".sop.yaml"))
        return real(job)

    monkeypatch.setattr(making, "_make", watched)
    return drawn


@pytest.fixture
def two(write: Callable[..., Path]) -> None:
    write("specs/a.sop.yaml", "satu")
    write("specs/b.sop.yaml", "dua")
