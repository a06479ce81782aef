"""A service SOP in, its papers out: the service standard, its published part as a leaflet, the maklumat pelayanan.

Prescribed: the fourteen components in two parts, seven of them from the SOP. Customary: the table NO, KOMPONEN, URAIAN,
numbers that run through, the words of the maklumat. Letterhead, source line and the words in the group rows are our
own design.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.papers.blocks import (
    Blank,
    Block,
    Cell,
    Column,
    Gap,
    Grid,
    Heading,
    Letterhead,
    Paper,
    Piece,
    Row,
    Sheet,
    Signatures,
    Signer,
    Span,
    Text,
    Words,
    head_row,
    items,
    text_cell,
    words,
)
from sopgen.service.components import PUBLISHED, Component, components_of
from sopgen.service.facts import fact
from sopgen.service.published import check_published
from sopgen.wording import printed_date, wording_of

MAKLUMAT: Final = (
    "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan standar pelayanan yang telah "
    "ditetapkan. Apabila tidak menepati janji ini, kami siap menerima sanksi sesuai dengan peraturan "
    "perundang-undangan yang berlaku."
)
"""As bureaus write it (Undang-Undang 25/2009, article 22, prescribes that it is declared, no words)."""

_PARTS: Final = (
    ("A. PENYAMPAIAN PELAYANAN ", "(service delivery)", " · wajib diumumkan"),
    ("B. PENGELOLAAN PELAYANAN ", "(manufacturing)", " · internal penyelenggara"),
)
_EMPTY: Final = 13.0  # millimetres of a row that nobody filled in
_SIGN_AT: Final = 97.0
_DAY: Final = 30.0  # millimetres to write a day on
_PLEDGE: Final = 16.0  # points: it is read from a wall
_SAYS_SERVICE: Final = re.compile(
    r"(?:(?:SOP|Standar[dt]? Operasional Prosedur)\s+)?(?:Pelayanan\s+)?(?=\S)", re.IGNORECASE
)


Dated = date | Literal["-"] | None
"""When a paper is set: `-` for a line to write on, None for the SOP's own Tanggal Efektif."""


def set_on(sop: Sop, dated: Dated) -> date | None:
    """The day that stands above the signature; None for a line to write on."""
    day = sop.tanggal.efektif if dated is None else dated
    return day if isinstance(day, date) else None


def subject_of(sop: Sop) -> str:
    """What is served: the title without the words that the paper's own title says."""
    return _SAYS_SERVICE.sub("", on_one_line(sop.judul), count=1)


def service_standard(sop: Sop, hours: WaktuKerja, *, dated: Dated = None) -> Paper:
    """All fourteen components, signed. Raises Refusal for a SOP that is none of a service."""
    check_published(sop, "standar")
    named = _named(sop, "Standar Pelayanan")
    components = components_of(sop, hours)
    blocks: list[Block] = [
        *_heads(sop, f"STANDAR PELAYANAN\n{subject_of(sop).upper()}"),
        _table(components, parts=2),
        *_signature(sop, dated),
    ]
    return _paper(sop, named, Sheet("Standar Pelayanan", tuple(blocks), foot=named, goes_on=named))


def leaflet(sop: Sop, hours: WaktuKerja) -> Paper:
    """The six components that must be made known, unsigned. Raises Refusal."""
    check_published(sop, "standar")
    named = _named(sop, "Standar Pelayanan")
    components = [
        each._replace(after=each.after.replace(" (terlampir)", "")) for each in components_of(sop, hours)[:PUBLISHED]
    ]
    heads = _heads(sop, f"STANDAR PELAYANAN\n{subject_of(sop).upper()}")
    sheet = Sheet("Selebaran", (*heads, _table(components, parts=1)), foot=named, goes_on=named)
    return _paper(sop, f"{named} (yang diumumkan)", sheet)


def pledge(sop: Sop, *, dated: Dated = None) -> Paper:
    """The maklumat pelayanan, one page to hang up. Raises Refusal."""
    check_published(sop, "standar")
    own = fact(sop.pelayanan.maklumat).lines or (MAKLUMAT,)
    said: list[Piece] = [Words((Span(line),), align="center", size=_PLEDGE) for line in own]
    blocks: list[Block] = [
        Letterhead(_agency(sop), sop.pelayanan.alamat, sop.logo),
        Gap(22),
        Heading("MAKLUMAT PELAYANAN", size=24),
        Gap(3),
        Heading(subject_of(sop).upper(), "subtitle", size=13),
        Gap(16),
        Text(tuple(said), size=_PLEDGE, air=True),
        Gap(20),
        *_signature(sop, dated, size=11.0, room=26.0),
    ]
    return _paper(sop, _named(sop, "Maklumat Pelayanan"), Sheet("Maklumat Pelayanan", tuple(blocks)))


def _named(sop: Sop, what: str) -> str:
    """What stands at each page's foot: in a word processor nothing else tells a draft."""
    wording = wording_of(sop.tampilan)
    state = {"konsep": f" · {wording.konsep}", "dicabut": f" · {wording.dicabut}"}.get(sop.status, "")
    return f"{what} {subject_of(sop)}{state}"


def _paper(sop: Sop, title: str, sheet: Sheet) -> Paper:
    made = sop.tanggal.pembuatan
    return Paper(
        title,
        (sheet,),
        number=on_one_line(sop.nomor),
        agency=" ".join(sop.instansi),
        unit=" ".join(sop.unit),
        created=made if isinstance(made, date) else None,
        band=sop.tampilan.pita_tte,
        maker="standar",
    )


def _agency(sop: Sop) -> tuple[str, ...]:
    """The agency and its unit's first line, as letters have them."""
    return (*sop.instansi, *sop.unit[:1])


def _heads(sop: Sop, title: str) -> tuple[Block, ...]:
    since = printed_date(sop.tanggal.efektif)
    in_force = f"berlaku sejak {since}" if since not in {"", "-"} else ""
    source = ", ".join(filter(None, (on_one_line(sop.nomor), in_force)))
    note = (Heading(f"Disusun dari {source}", "note"),) if source else ()
    return (Letterhead(_agency(sop), sop.pelayanan.alamat, sop.logo), Heading(title), *note)


def _table(components: Sequence[Component], *, parts: int) -> Grid:
    rows: list[Row] = []
    for part in range(parts):
        name, english, who = _PARTS[part]
        group = Words((Span(name, bold=True), Span(english, italic=True), Span(who)))
        if parts > 1:  # the published part alone has no other to be told from
            rows.append(Row((Cell((group,), column_span=3),), group=True))
        start, end = (0, PUBLISHED) if part == 0 else (PUBLISHED, len(components))
        rows += [_row(number, each) for number, each in enumerate(components[start:end], start=start + 1)]
    return Grid(
        (Column(10, "center"), Column(44), Column()),
        (head_row("NO", "KOMPONEN", "URAIAN"),),
        tuple(rows),
        size=9.0,
        name="Komponen standar pelayanan",
    )


def _row(number: int, component: Component) -> Row:
    said: tuple[Piece, ...] = items(component.lines) if component.listed else tuple(map(_words, component.lines))
    if component.bold:
        said = (_emphasised(component.lines[0], component.bold),)
    if component.after:
        said = (*said, words(component.after))
    name = Cell((words(component.name, bold=True),))
    return Row((text_cell(str(number)), name, Cell(said)), least=0.0 if said else _EMPTY)


def _words(text: str) -> Words:
    return words(text)


def _emphasised(text: str, part: str) -> Words:
    before, _, after = text.partition(part)
    return Words((Span(before), Span(part, bold=True), Span(after)))


def _signature(sop: Sop, dated: Dated, *, size: float = 8.5, room: float = 20.0) -> tuple[Signatures, ...]:
    """Where and when it was set, and by whom: what the spec does not say is a line to write on, or left out."""
    signer = sop.pengesahan
    day = set_on(sop, dated)
    above: list[Piece] = []
    if sop.pelayanan.tempat_penetapan:
        above.append(words(f"Ditetapkan di {sop.pelayanan.tempat_penetapan}"))
    on = "pada tanggal" if above else "Ditetapkan pada tanggal"
    above.append(words(f"{on} {printed_date(day)}") if day else Blank(f"{on} ", _DAY))
    above.append(words(" "))
    if signer.atas_nama:
        above.append(words(f"{wording_of(sop.tampilan).atas_nama} {signer.atas_nama}"))
    if signer.jabatan:
        above.append(words(f"{signer.jabatan},"))
    number = " ".join(signer.nomor_induk) if signer.nomor_induk else "NIP "
    below = tuple(filter(None, (signer.pangkat, number)))
    return (Signatures((Signer(tuple(above), signer.nama, below),), (_SIGN_AT,), room=room, size=size),)
