"""Loaded: a Sop together with the files it was read from, so that later stages can point into them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from sopgen.diagnostics import Diagnostic, Message, Span
from sopgen.intake.compilation import Kompilasi
from sopgen.intake.fault import step_of
from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Sop
from sopgen.intake.source import Source

Place = tuple[str | int, ...]


class WaktuKerja(NamedTuple):
    """Working time, to add up hours, days and weeks (37,5 hours in five days, Perpres 21/2023)."""

    jam_per_hari: float = 7.5
    hari_per_minggu: float = 5.0
    hari_per_bulan: float = 22.0


class Setelan(NamedTuple):
    """What only sopgen.yaml can say. `aturan`: (rule code, weight) pairs over the preset; `kata`: words spelt right."""

    pola_nomor: str | None = None
    waktu_kerja: WaktuKerja = WaktuKerja()
    preset: Literal["baku", "ketat"] = "baku"
    aturan: tuple[tuple[str, Literal["wajib", "anjuran", "mati"]], ...] = ()
    kompilasi: Kompilasi = Kompilasi()
    monev: Monev = Monev()
    kata: tuple[str, ...] = ()


class Loaded(NamedTuple):
    """`source` is what was read of `origin`, `defaults_source` of `defaults`.

    `spans` and `key_spans` hold the place of every value and key, the spec's before those of sopgen.yaml.
    `data`: what the spec itself says, texts, lists and maps. `is_form`: its cells said it; then `remarks` tell what was
    read otherwise than it stands there, `outdated` which cells call a step as it was called once, and `worded` which
    targets words name. `is_read_back`: it was made of what a drawing shows, and says nothing of what nobody read there.
    """

    sop: Sop
    origin: Source
    source: bytes
    lines: tuple[str, ...]
    defaults: Source | None = None
    defaults_source: bytes | None = None
    setelan: Setelan = Setelan()
    defaults_lines: tuple[str, ...] = ()
    spans: Mapping[Place, Span] = MappingProxyType({})
    key_spans: Mapping[Place, Span] = MappingProxyType({})
    data: Any = None
    is_form: bool = False
    remarks: tuple[tuple[Span, Message], ...] = ()
    outdated: tuple[Span, ...] = ()
    worded: frozenset[Place] = frozenset()
    is_read_back: bool = False

    @property
    def shown_path(self) -> str:
        """The spec's name as messages show it."""
        return self.origin.shown

    def span(self, path: Place) -> Span:
        """The place of a node, or of its nearest existing ancestor."""
        if path in self.spans:
            return self.spans[path]
        here: Place = ()
        for element in path:
            # A text stands for its `teks`, a list for its `butir`: such elements may be missing in the file.
            if (*here, element) in self.spans:
                here = (*here, element)
        return self.spans.get(here, Span(self.shown_path, 1, 1))

    def source_line(self, span: Span) -> str | None:
        lines = self.lines if span.file == self.shown_path else self.defaults_lines
        return lines[span.line - 1] if 0 < span.line <= len(lines) else None

    def locate(self, diagnostic: Diagnostic) -> Diagnostic:
        """The diagnostic with its place and source line filled in."""
        path = diagnostic.path
        if not path and diagnostic.step is not None:
            path = ("kegiatan", diagnostic.step - 1)
        span = diagnostic.span or self.span(path)
        return diagnostic._replace(
            span=span,
            source_line=diagnostic.source_line if diagnostic.source_line is not None else self.source_line(span),
            step=diagnostic.step if diagnostic.step is not None else step_of(path),
        )
