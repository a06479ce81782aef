"""The head of the public edition: a short identity, and a strip of what an applicant asks first.

The six boxes, the signature and the signer's name stay out: it is an extract. A fact that the spec does not say is an
empty cell, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, permutations, product
from typing import Final, NamedTuple

from sopgen.intake.fault import Path
from sopgen.intake.sop import Logo, Sop
from sopgen.layout import style
from sopgen.layout.identity.form import Approval
from sopgen.layout.paper import Paper
from sopgen.layout.setting import BrokenBlock, Setter
from sopgen.layout.tablerules import RuleBook
from sopgen.scene import Align, Box, Cell, Image, Table, Text
from sopgen.service.facts import Fact, fact, requirements
from sopgen.text.block import Block, Item, block_of
from sopgen.text.face import Face
from sopgen.waktu.service_time import ServiceTime
from sopgen.wording import printed_date

_SIZES: Final = (8.5, 8.0, 7.5, 7.0)  # of the facts; the largest that leaves the flow its room
_SHARES: Final = (62.0, 43.0, 53.0, 47.0, 57.0)  # of the page's width, until texts ask for others
_LEAST_SHARE: Final = 0.13
_STEPS: Final = (48.0, 24.0, 12.0, 6.0)  # points that one fact gives another
_IDENTITY_SHARES: Final = (0.374, 0.312, 0.091, 0.223)
_PAD: Final = (6.0, 4.5)
_HEADING: Final = 7.0
_LARGE: Final = 13.0  # the service's time
_SMALL: Final = 7.5
_LOGO: Final = 16.5 * style.MM
_TITLES: Final = (13.0, 12.0, 11.0, 10.0, 9.0)
_TITLE_LINES: Final = 3
_KIND: Final = "STANDAR OPERASIONAL PROSEDUR · EDISI PUBLIK"
_FACTS: Final = {
    "waktu_pelayanan": "WAKTU PELAYANAN",
    "persyaratan": "PERSYARATAN",
    "biaya": "BIAYA",
    "hasil": "HASIL PELAYANAN",
    "pengaduan": "PENGADUAN",
}
_NUMBERED: Final = ("persyaratan", "kelengkapan")
_COMPUTED: Final = "dihitung dari prosedur, tanpa pengulangan"


class Masthead(NamedTuple):
    tables: tuple[Table, ...]
    images: tuple[Image, ...]
    bottom: float


class _Line(NamedTuple):
    """A text in a cell: its role, block and size."""

    role: str
    block: Block
    size: float


def masthead_texts(sop: Sop, time: ServiceTime | None) -> Iterator[tuple[Path, str]]:
    """What the masthead prints besides the form's fields, with its place in the spec."""
    for found in _facts(sop).values():
        yield from ((found.place, line) for line in found.lines)
    if time and time.promised:
        yield ("pelayanan", "jangka_waktu"), f"{time.lead} {time.time} {time.since}"


def masthead(sop: Sop, time: ServiceTime | None, paper: Paper, setter: Setter) -> Masthead:
    """Both tables, from the page's top."""
    identity, images = _identity(sop, paper, setter)
    most = paper.top + (paper.bottom - paper.top) * style.MASTHEAD_MOST
    for size in _SIZES:
        facts = _strip(sop, time, paper, setter, identity.rows[-1], size)
        if facts.rows[-1] <= most:
            break
    return Masthead((identity, facts), images, facts.rows[-1])


def _facts(sop: Sop) -> dict[str, Fact]:
    own = sop.pelayanan
    return {
        "persyaratan": requirements(sop),
        "biaya": fact(own.biaya, "pelayanan", "biaya"),
        "hasil": fact(own.produk, "pelayanan", "produk"),
        "pengaduan": fact(own.pengaduan, "pelayanan", "pengaduan"),
    }


# --- identity -------------------------------------------------------------------------------------


def _identity(sop: Sop, paper: Paper, setter: Setter) -> tuple[Table, tuple[Image, ...]]:
    width = paper.right - paper.left
    edges = _edges(paper, [style.on_grid(width * share) for share in _IDENTITY_SHARES[:-1]])
    pad = (_PAD[0], 3.6)
    rows = list(_identity_rows(sop, paper, setter))
    heights = [style.on_grid(max(_height(cells, edges, setter, pad) for cells in [row])) for row in rows]
    agency = _agency(sop, paper, setter)
    logo_right = edges[0] + _PAD[0] + (_LOGO + 8.0 if sop.logo else 0.0)
    agency_ink = _stack(agency, edges[1] - _PAD[0] - logo_right, setter)
    middle = _middle(sop, paper, setter, edges[2] - edges[1] - 2 * _PAD[0])
    tallest = max(
        (_LOGO if sop.logo else 0.0) + 2 * _PAD[1],
        agency_ink + 2 * _PAD[1],
        _stack(middle, edges[2] - edges[1] - 2 * _PAD[0], setter) + 2 * _PAD[1],
    )
    heights[-1] += max(0.0, style.on_grid(tallest - sum(heights)))
    levels = [round(y, 2) for y in accumulate(heights, initial=paper.top)]
    top, bottom = levels[0], levels[-1]
    cells = [
        Cell(
            0,
            0,
            "instansi",
            _placed(agency, (edges[0], top, edges[1], bottom), setter, (logo_right, edges[1] - _PAD[0])),
            len(rows),
        ),
        Cell(
            0,
            1,
            "judul",
            _placed(
                middle,
                (edges[1], top, edges[2], bottom),
                setter,
                (edges[1] + _PAD[0], edges[2] - _PAD[0]),
                centred=True,
            ),
            len(rows),
        ),
    ]
    for number, row in enumerate(rows):
        for column, line in enumerate(row, start=2):
            box = (edges[column], levels[number], edges[column + 1], levels[number + 1])
            text = setter.text(line.role, line.block, line.size, box, pad=pad)
            cells.append(
                Cell(number, column, line.role, (text,) if text else (), header=line.role.startswith("label_"))
            )
    cells.sort(key=lambda cell: (cell.row, cell.column))
    book = _framed(edges, levels)
    for x in edges[1:-1]:
        book.vertical(x, top, bottom, style.RULE_TEXT)
    for y in levels[1:-1]:
        book.horizontal(y, edges[2], edges[-1], style.RULE_TEXT)
    images = (_emblem(sop, sop.logo, edges[0] + _PAD[0], (top + bottom) / 2),) if sop.logo else ()
    return Table("identitas", edges, tuple(levels), tuple(cells), book.rules()), images


def _identity_rows(sop: Sop, paper: Paper, setter: Setter) -> Iterator[tuple[_Line, _Line]]:
    plain, bold = paper.face(), paper.face(bold=True)
    number = sop.tampilan.printed("nomor", "Nomor SOP")
    approved = sop.tampilan.printed("pengesahan", "Disahkan oleh")
    above = Approval(sop).above
    signer = ",\n".join(above)
    told = (
        ("nomor", number, sop.nomor, bold),
        ("tanggal_efektif", "Berlaku sejak", printed_date(sop.tanggal.efektif), plain),
        ("pengesahan", approved, signer, plain),
    )
    for role, label, value, face in told:
        yield (
            _Line(f"label_{role}", _block(label, plain, setter), _SMALL),
            _Line(role, _block(value, face, setter), _SMALL),
        )


def _agency(sop: Sop, paper: Paper, setter: Setter) -> list[_Line]:
    lines = []
    if sop.instansi:
        lines.append(_Line("instansi", _block("\n".join(sop.instansi), paper.face(bold=True), setter), 9.5))
    if sop.unit:
        lines.append(_Line("unit", _block("\n".join(sop.unit), paper.face(), setter), 8.0))
    return lines


def _middle(sop: Sop, paper: Paper, setter: Setter, width: float) -> list[_Line]:
    title = _block(sop.judul, paper.face(bold=True), setter)
    fitting = (size for size in _TITLES if title.line_count(setter.room(width, size)) <= _TITLE_LINES)
    return [
        _Line("edisi", _block(_KIND, paper.face(), setter), 7.0),
        _Line("judul", title, next(fitting, _TITLES[-1])),
    ]


def _emblem(sop: Sop, logo: Logo, left: float, middle: float) -> Image:
    wide, high = logo.size
    scale = min(_LOGO / wide, _LOGO / high)
    width, height = wide * scale, high * scale
    x = left + (_LOGO - width) / 2
    box = (round(x, 2), round(middle - height / 2, 2), round(x + width, 2), round(middle + height / 2, 2))
    return Image("logo", logo.picture, box, f"Lambang {' '.join(sop.instansi)}".strip())


# --- facts ----------------------------------------------------------------------------------------


def _strip(sop: Sop, time: ServiceTime | None, paper: Paper, setter: Setter, top: float, size: float) -> Table:
    """The facts side by side, each as wide as makes the strip lowest."""
    heads = [
        _Line(f"label_{key}", _block(label, paper.face(bold=True), setter), _HEADING) for key, label in _FACTS.items()
    ]
    bodies = [_time_lines(time, paper, setter, size)]
    bodies += [
        [_Line(key, block_of(_items(found), paper.face(), setter.measurer), size)] for key, found in _facts(sop).items()
    ]
    edges = _edges(paper, _widths(bodies, heads, paper, setter)[:-1])
    inner = [right - left - 2 * _PAD[0] for left, right in pairwise(edges)]
    head = style.on_grid(max(_stack([line], room, setter) for line, room in zip(heads, inner, strict=True)) + 9.0)
    body = style.on_grid(
        max(style.FACT_LEAST, *(_stack(lines, room, setter) + 5.0 for lines, room in zip(bodies, inner, strict=True)))
    )
    levels = (round(top, 2), round(top + head, 2), round(top + head + body, 2))
    cells: list[Cell] = []
    for column, line in enumerate(heads):
        box = (edges[column], levels[0], edges[column + 1], levels[1])
        text = setter.text(line.role, line.block, line.size, box, pad=(_PAD[0], 5.0))
        fill = sop.tampilan.warna_kepala if column == 0 else None
        cells.append(Cell(0, column, line.role, (text,) if text else (), fill=fill, header=True))
    for column, lines in enumerate(bodies):
        box = (edges[column], levels[1], edges[column + 1], levels[2])
        texts = _placed(lines, box, setter, (box[0] + _PAD[0], box[2] - _PAD[0]), top=levels[1] + 0.6)
        fill = sop.tampilan.warna_kepala if column == 0 else None
        cells.append(Cell(1, column, lines[0].role if lines else "waktu_pelayanan", texts, fill=fill))
    book = _framed(edges, levels)
    for x in edges[1:-1]:
        book.vertical(x, levels[0], levels[-1], style.RULE_TEXT)
    return Table("identitas", edges, levels, tuple(cells), book.rules())


def _time_lines(time: ServiceTime | None, paper: Paper, setter: Setter, size: float) -> list[_Line]:
    if time is None:
        return []
    said = f"{time.lead} {time.time}".strip()
    since = f"sejak {time.since.removeprefix('sejak ')}" if time.since else "" if time.promised else _COMPUTED
    lines = [_Line("waktu_pelayanan", _block(said, paper.face(bold=True), setter), _LARGE)]
    if since:
        lines.append(_Line("waktu_pelayanan", _block(since, paper.face(), setter), min(size, _SMALL)))
    return lines


def _items(found: Fact) -> tuple[Item, ...]:
    numbered = found.listed and len(found.lines) > 1 and found.place[-1] in _NUMBERED
    return tuple(Item(f"{n}." if numbered else "", line) for n, line in enumerate(found.lines, start=1))


def _widths(bodies: Sequence[Sequence[_Line]], heads: Sequence[_Line], paper: Paper, setter: Setter) -> list[float]:
    total = paper.right - paper.left
    least = style.on_grid(total * _LEAST_SHARE)
    widths = [max(least, int(total * share / sum(_SHARES) / style.GRID) * style.GRID) for share in _SHARES]
    widths[0] += total - sum(widths)

    def tall(tried: Sequence[float]) -> float:
        rooms = [width - 2 * _PAD[0] for width in tried]
        return max(
            _stack([head], room, setter) + _stack(lines, room, setter)
            for head, lines, room in zip(heads, bodies, rooms, strict=True)
        )

    best = tall(widths)
    moved = True
    while moved:
        moved = False
        for step, (giver, taker) in product(_STEPS, list(permutations(range(len(widths)), 2))):
            if widths[giver] - step < least:
                continue
            tried = list(widths)
            tried[giver] -= step
            tried[taker] += step
            found = tall(tried)
            if found < best - 0.01:
                widths, best, moved = tried, found, True
    return widths


# --- cells ----------------------------------------------------------------------------------------


def _block(text: str, face: Face, setter: Setter) -> Block:
    return block_of((Item("", text),), face, setter.measurer)


def _edges(paper: Paper, widths: Sequence[float]) -> tuple[float, ...]:
    inner = [round(x, 2) for x in accumulate(widths, initial=paper.left)]
    return (*inner, round(paper.right, 2))


def _framed(edges: Sequence[float], levels: Sequence[float]) -> RuleBook:
    book = RuleBook()
    for y in (levels[0], levels[-1]):
        book.horizontal(y, edges[0], edges[-1], style.RULE_FRAME)
    for x in (edges[0], edges[-1]):
        book.vertical(x, levels[0], levels[-1], style.RULE_FRAME)
    return book


def _height(lines: Sequence[_Line], edges: tuple[float, ...], setter: Setter, pad: tuple[float, float]) -> float:
    """Of a row of labels and values, which stand in the last columns."""
    first = len(edges) - 1 - len(lines)
    rooms = [edges[first + n + 1] - edges[first + n] - 2 * pad[0] for n in range(len(lines))]
    return max(_stack([line], room, setter) for line, room in zip(lines, rooms, strict=True)) + 2 * pad[1] + 5.0


def _stack(lines: Sequence[_Line], width: float, setter: Setter) -> float:
    """The ink height of texts below one another."""
    inks = [setter.height(line.block, width, line.size) for line in lines if line.block.text.strip()]
    return sum(inks) + style.FACT_GAP * max(0, len(inks) - 1)


def _placed(
    lines: Sequence[_Line],
    cell: Box,
    setter: Setter,
    sides: tuple[float, float],
    *,
    top: float | None = None,
    centred: bool = False,
) -> tuple[Text, ...]:
    """Texts below one another, in the cell's middle unless `top` says where they begin."""
    width = sides[1] - sides[0]
    y = (cell[1] + cell[3] - _stack(lines, width, setter)) / 2 if top is None else top
    texts = []
    for line in lines:
        if not line.block.text.strip():
            continue
        broken = line.block.lines(setter.room(width, line.size))
        align: Align = "center" if centred else "left"
        texts.append(setter.lines(line.role, BrokenBlock(line.block, broken, line.size), cell, sides, y, align))
        y += setter.ink(line.block, len(broken), line.size) + style.FACT_GAP
    return tuple(texts)
