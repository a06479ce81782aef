"""The key to the signs: one row, only the signs that occur, each as small as it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout import style
from sopgen.layout.paper import Paper
from sopgen.layout.setting import Setter
from sopgen.outlines import QUARTER, capsule, pentagon, polyline, rectangle, rhombus
from sopgen.scene import Box, Command, Figure, Page, Path, Shape
from sopgen.service.applicant import applicants

_WIDE, _HIGH = 22.0, 13.5  # of a symbol
_TO_TEXT = 5.0
_GAP_LEAST, _GAP_MOST = 8.0, 54.0


class _Sign(NamedTuple):
    words: str
    width: float


def key_to_signs(sop: Sop, pages: Sequence[Page], paper: Paper, setter: Setter, bottom: float) -> Figure:
    """Above a table that begins at `bottom`."""
    signs = dict(_signs(sop, pages))
    face, size = paper.face(), style.KEY_SIZE
    total = paper.right - paper.left
    while True:
        wide = {
            kind: sign.width + _TO_TEXT + setter.measurer.width(sign.words, face, size) for kind, sign in signs.items()
        }
        if sum(wide.values()) + _GAP_LEAST * (len(signs) - 1) <= total or size <= style.LABEL_LEAST:
            break
        size -= 0.5
    gap = (total - sum(wide.values())) / max(1, len(signs) - 1)
    gap = min(gap, _GAP_MOST)
    middle = bottom - style.KEY_HEIGHT / 2 - 0.5
    x = paper.left
    shapes: list[Shape] = []
    texts = []
    for kind, sign in signs.items():
        box = (x, middle - _HIGH / 2, x + sign.width, middle + _HIGH / 2)
        shapes += _drawn(kind, box)
        cell = (x + sign.width, bottom - style.KEY_HEIGHT, x + wide[kind] + 2.0, bottom)
        baseline = middle + setter.cap(face, size) / 2
        at = (x + sign.width + _TO_TEXT, baseline)
        texts.append(setter.single("arti_simbol", sign.words, face, size, at, cell))
        x += wide[kind] + gap
    told = "; ".join(f"{_NAMES[kind]}: {sign.words}" for kind, sign in signs.items())
    box = (paper.left, bottom - style.KEY_HEIGHT, paper.right, bottom)
    return Figure("arti_simbol", box, tuple(shapes), f"Arti tanda. {told}.", tuple(texts))


_NAMES = {
    "lane": "kolom berlatar abu-abu",
    "terminator": "kapsul",
    "process": "kotak",
    "joint": "kotak yang dihubungkan garis",
    "decision": "belah ketupat",
    "omega": "setengah lingkaran pada garis",
    "offpage": "segi lima",
}


def _signs(sop: Sop, pages: Sequence[Page]) -> Iterator[tuple[str, _Sign]]:
    kinds = {symbol.kind for page in pages for symbol in page.symbols}
    lanes = [on_one_line(lane.nama) for lane in applicants(sop)]
    if lanes:
        named = ", ".join(name for name in lanes if name.casefold() != "anda")
        yield "lane", _Sign(f"bagian Anda, {named}" if named else "bagian Anda", _WIDE)
    if "terminator" in kinds:
        yield "terminator", _Sign("mulai, selesai", _WIDE)
    if "process" in kinds:
        yield "process", _Sign("kegiatan", _WIDE)
    if any(not arrow.edges for page in pages for arrow in page.arrows):
        yield "joint", _Sign("dilakukan bersama", 2 * _WIDE)
    if "decision" in kinds:
        yield "decision", _Sign("keputusan", _WIDE)
    if any(arrow.omegas for page in pages for arrow in page.arrows):
        yield "omega", _Sign("garis tidak bertemu", _WIDE)
    if "offpage" in kinds:
        yield "offpage", _Sign("pindah halaman", 0.75 * _WIDE)


def _drawn(kind: str, box: Box) -> Iterator[Shape]:
    x0, y0, x1, y1 = box
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    white, stroke = "#FFFFFF", style.STROKE
    match kind:
        case "lane":
            yield Shape(rectangle(box), style.RULE_TEXT, style.APPLICANT_TINT)
        case "terminator":
            yield Shape(capsule(box), stroke, white)
        case "process":
            yield Shape(rectangle(box), stroke, white)
        case "joint":
            part = (x1 - x0) * 0.38
            yield Shape(polyline(((x0 + part, cy), (x1 - part, cy))), stroke)
            yield Shape(rectangle((x0, y0 + 1, x0 + part, y1 - 1)), stroke, white)
            yield Shape(rectangle((x1 - part, y0 + 1, x1, y1 - 1)), stroke, white)
        case "decision":
            yield Shape(rhombus(box), stroke, white)
        case "omega":
            yield Shape(polyline(((cx, y0), (cx, y1))), stroke)
            yield Shape(_bridge(x0, x1, cx, cy), stroke)
        case "offpage":
            yield Shape(pentagon(box, style.PENTAGON_POINT), stroke, white)


def _bridge(left: float, right: float, x: float, y: float) -> Path:
    """A line with a half circle over `x`."""
    radius = style.OMEGA_RADIUS
    pull = radius * QUARTER
    return (
        Command("M", ((left, y),)),
        Command("L", ((x - radius, y),)),
        Command("C", ((x - radius, y - pull), (x - pull, y - radius), (x, y - radius))),
        Command("C", ((x + pull, y - radius), (x + radius, y - pull), (x + radius, y))),
        Command("L", ((right, y),)),
    )
