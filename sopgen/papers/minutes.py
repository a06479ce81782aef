"""The minutes of an evaluation before SOPs are signed (custom; no form is prescribed, wording and layout are ours)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Pengesahan, Sop
from sopgen.intake.text import on_one_line
from sopgen.papers.assessed import Unit, by_number, by_unit, numbers, subject
from sopgen.papers.blocks import (
    Blank,
    Block,
    Cell,
    Choice,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    Letterhead,
    Paper,
    Row,
    Sheet,
    Signatures,
    Signer,
    Span,
    Text,
    Tick,
    Words,
    blank_span,
    head_row,
    text_cell,
    words,
)
from sopgen.papers.spelled import day_in_words, in_words, weekday
from sopgen.wording import printed_date

BASIS: Final = (
    "Peraturan Menteri PAN-RB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi "
    "Pemerintahan"
)
FITS: Final = "Sesuai"
TO_MEND: Final = "Perlu perbaikan"
RESULTS: Final = (FITS, TO_MEND)
_SIZE: Final = 10.0
_MOST_CAUSES: Final = 2  # told in words
_MOST_LETTERS: Final = 170  # of both together


class Proposal(NamedTuple):
    """What the check found of one SOP: how many entries of each weight, and what they say.

    `assessed`: what a filled form of monitoring or evaluation says against it.
    """

    mandatory: int = 0
    advisory: int = 0
    causes: tuple[str, ...] = ()
    assessed: str = ""

    @property
    def fits(self) -> bool:
        return not self.mandatory and not self.assessed

    @property
    def told(self) -> str:
        """What was assessed, and up to two causes in words, else how many; a dash where nothing was found."""
        return " ".join(filter(None, (self.assessed, self._found))) or "–"

    @property
    def _found(self) -> str:
        if not self.causes:
            return ""
        said = " ".join(self.causes)
        if len(self.causes) <= _MOST_CAUSES and len(said) <= _MOST_LETTERS:
            return said
        parts = [f"{in_words(self.mandatory)} temuan wajib"] if self.mandatory else []
        parts += [f"{in_words(self.advisory)} {'anjuran' if parts else 'temuan anjuran'}"] if self.advisory else []
        counted = " dan ".join(parts)
        return f"{counted[:1].upper()}{counted[1:]} pada lembar pemeriksaan."


class Terms(NamedTuple):
    """What only the command line says; an empty value is a line to write on."""

    number: str = ""
    day: date | None = None
    deadline: date | None = None


def minutes_paper(
    sops: Sequence[Sop],
    monev: Monev,
    terms: Terms,
    proposals: Sequence[Proposal] | None = None,
    *,
    band: float = 0.0,
    spreadsheet: bool = False,
) -> Paper:
    """`proposals` of the check, one a SOP; without them results stay empty, for people to decide.

    A `spreadsheet` has a list to choose the result from, and no sums: they would not follow what is chosen.
    """
    ordered = by_number(sops)
    by_sop = {id(sop): proposal for sop, proposal in zip(sops, proposals or (), strict=False)}
    results = [by_sop[id(sop)] for sop in ordered] if proposals else None
    units = by_unit(sops)
    first = units[0]
    number = f"Berita Acara Nomor {terms.number}" if terms.number else "Berita Acara Evaluasi SOP"
    blocks: tuple[Block, ...] = (
        *_head(units, monev, terms),
        _text(_opening(monev, terms)),
        Facts(
            (*_party("1.", monev.evaluator, _EVALUATOR), *_party("2.", monev.koordinator, _COORDINATOR)),
            label_width=18.0,
            size=_SIZE,
            air=True,
        ),
        _text(_what(units, ordered, terms)),
        (_results_to_choose if spreadsheet else _results)(ordered, results),
        Text(_closing(terms, ordered, results), _SIZE, air=True),
        _signatures(monev),
    )
    sheet = Sheet("Berita Acara", blocks, foot=number, goes_on=number)
    agency = first.agency
    return Paper(
        "Berita Acara Evaluasi SOP", (sheet,), terms.number, agency, first.name, terms.day, band=band, maker="monev"
    )


_EVALUATOR: Final = (", selanjutnya disebut ", "Evaluator", ";")
_COORDINATOR: Final = (", selaku ", "Koordinator SOP", ",")


def _text(spans: tuple[Span, ...]) -> Text:
    return Text((Words(spans),), _SIZE, air=True)


def _head(units: Sequence[Unit], monev: Monev, terms: Terms) -> tuple[Block, ...]:
    """The letterhead says what all units share: of SOPs of two agencies it names neither."""
    first = units[0]
    one_agency = all(unit.agency == first.agency for unit in units)
    one_office = one_agency and all(unit.lines[:1] == first.lines[:1] for unit in units)
    logo = next((sop.logo for unit in units for sop in unit.sops if sop.logo), None) if one_agency else None
    lines = (first.agency if one_agency else "", *(first.lines[:1] if one_office else ()))
    letterhead = Letterhead(tuple(filter(None, lines)), " · ".join(monev.alamat), logo)
    number: Block = (
        Heading(f"Nomor: {terms.number}", "note", _SIZE)
        if terms.number
        else Text((Blank("Nomor:", 55.0, centred=True),), _SIZE)
    )
    return (
        *((letterhead,) if letterhead.lines or letterhead.address else ()),
        Heading("BERITA ACARA EVALUASI\nSTANDAR OPERASIONAL PROSEDUR"),
        number,
    )


def _opening(monev: Monev, terms: Terms) -> tuple[Span, ...]:
    day = terms.day
    when: tuple[Span, ...]
    if day:
        when = (Span(f"Pada hari ini, {weekday(day)}, tanggal {day_in_words(day)} ({day:%d-%m-%Y}), bertempat di "),)
    else:
        when = (
            *(Span("Pada hari ini, "), blank_span(10), Span(", tanggal "), blank_span(14), Span(" bulan ")),
            *(blank_span(10), Span(" tahun "), blank_span(16), Span(", bertempat di ")),
        )
    place = Span(monev.bertempat) if monev.bertempat else blank_span(26)
    return (*when, place, Span(", kami yang bertanda tangan di bawah ini:"))


def _party(number: str, who: Pengesahan, role: tuple[str, str, str]) -> tuple[Fact, Fact]:
    before, name, after = role
    office = Span(who.jabatan) if who.jabatan else blank_span(24)
    return (
        Fact("Nama", words(who.nama) if who.nama else Blank(width=90.0), number, numbered=True),
        Fact("Jabatan", Words((office, Span(before), Span(name, bold=True), Span(after))), numbered=True),
    )


def _is_in_force(sop: Sop, day: date | None) -> bool:
    """Whether it was signed and took force before the minutes' day, as far as the spec says."""
    efektif = sop.tanggal.efektif
    return sop.status == "berlaku" and day is not None and isinstance(efektif, date) and efektif <= day


def _what(units: Sequence[Unit], sops: Sequence[Sop], terms: Terms) -> tuple[Span, ...]:
    whose = f" {units[0].least}" if len(units) == 1 and units[0].least else ""
    count = len(sops)
    what = "SOP" if any(_is_in_force(sop, terms.day) for sop in sops) else "rancangan SOP"
    said = f"telah mengevaluasi {count} ({in_words(count)}) {what}{whose} berdasarkan {BASIS}, dengan hasil"
    return (Span(f"{said} sebagai berikut:"),)


def _results(sops: Sequence[Sop], results: Sequence[Proposal] | None) -> Grid:
    columns = (
        Column(9.0, "center"),
        Column(66.0),
        Column(17.0, "center", "middle"),
        Column(19.0, "center", "middle"),
        Column(),
    )
    tall = {text: Cell((words(text, bold=True),), row_span=2) for text in ("No", "Judul dan nomor SOP", "Catatan")}
    kinds = tuple(Cell((words(text, bold=True)._replace(size=8.0),)) for text in RESULTS)
    both = Cell((words("Hasil", bold=True),), column_span=2)
    head = (Row((tall["No"], tall["Judul dan nomor SOP"], both, tall["Catatan"])), Row(kinds))
    rows = [_row(n, sop, results[n - 1] if results else None) for n, sop in enumerate(sops, start=1)]
    fitting = sum(result.fits for result in results) if results else None
    counts = ("", "") if fitting is None else (str(fitting), str(len(sops) - fitting))
    total = Cell((words("Jumlah", bold=True),), column_span=2, align="right")
    sums = (Cell((words(text, bold=True),) if text else ()) for text in counts)
    rows.append(Row((total, *sums, Cell()), 6.0, keeps=True))
    return Grid(columns, head, tuple(rows), size=9.0, name="Hasil evaluasi")


def _results_to_choose(sops: Sequence[Sop], results: Sequence[Proposal] | None) -> Grid:
    columns = (Column(9.0, "center"), Column(66.0), Column(36.0, "center", "middle"), Column())
    rows = []
    for number, sop in enumerate(sops, start=1):
        result = results[number - 1] if results else None
        chosen = "" if result is None else FITS if result.fits else TO_MEND
        note = text_cell(result.told) if result else Cell()
        rows.append(Row((text_cell(str(number)), subject(sop), Cell((Choice(RESULTS, chosen),)), note), 11.0))
    head = head_row("No", "Judul dan nomor SOP", "Hasil", "Catatan")
    return Grid(columns, (head,), tuple(rows), size=9.0, name="Hasil evaluasi")


def _row(number: int, sop: Sop, proposal: Proposal | None) -> Row:
    ticks = (False, False) if proposal is None else (proposal.fits, not proposal.fits)
    note = text_cell(proposal.told) if proposal else Cell()
    return Row((text_cell(str(number)), subject(sop), *(Cell((Tick(ticked=ticked),)) for ticked in ticks), note), 11.0)


def _closing(terms: Terms, sops: Sequence[Sop], results: Sequence[Proposal] | None) -> tuple[Words, ...]:
    """What becomes of each kind of SOP; a kind that there is none of is not spoken of."""
    good = [sop for n, sop in enumerate(sops) if results is None or results[n].fits]
    standing = [_is_in_force(sop, terms.day) for sop in good]
    others = any(not result.fits for result in results) if results else True
    spans: list[Span] = []
    if good and not any(standing):
        spans.append(Span("SOP yang sesuai dapat diajukan untuk disahkan. "))
    elif good and all(standing):
        spans.append(Span("SOP yang sesuai tetap berlaku. "))
    elif good:
        spans.append(Span("SOP yang sesuai dapat diajukan untuk disahkan, atau tetap berlaku bila sudah disahkan. "))
    if others:
        spans.append(
            Span(
                "SOP yang perlu perbaikan diperbaiki menurut catatan dan lembar pemeriksaannya, lalu diserahkan "
                "kembali kepada Evaluator paling lambat tanggal "
            )
        )
        spans += [Span(printed_date(terms.deadline)) if terms.deadline else blank_span(18), Span(".")]
    last = "Demikian berita acara ini dibuat dalam rangkap 2 (dua) untuk dipergunakan sebagaimana mestinya."
    return Words(tuple(spans)), words(last)


def _signatures(monev: Monev) -> Signatures:
    def signer(role: str, who: Pengesahan) -> Signer:
        office = (words(f"{on_one_line(who.jabatan)},"),) if who.jabatan else ()
        return Signer((words(f"{role},"), *office), who.nama, numbers(who))

    signers = (signer("Koordinator SOP", monev.koordinator), signer("Evaluator", monev.evaluator))
    return Signatures(signers, (0.0, 105.0), room=20.0, size=_SIZE, air=True)
