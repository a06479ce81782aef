"""Drawn SOPs in, links out: from each item of keterkaitan to the first page of the SOP that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopgen.bureau.references import find_references, related_texts
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout.compilation.member import Member
from sopgen.scene import Box, Document, Link, Run

_RISE, _FALL = 0.8, 0.25  # em above and below a baseline


def related_links(members: Sequence[Member], starts: Mapping[int, int]) -> dict[tuple[int, int], tuple[Link, ...]]:
    """By (SOP, page of it, from 0). An item that goes on on another page is linked on both."""
    targets = {
        (each.source, each.item): each.target
        for each in find_references([member.sop for member in members])
        if each.place == "keterkaitan" and each.target is not None
    }
    found: dict[tuple[int, int], list[Link]] = {}
    for number, member in enumerate(members):
        for page, item, box in item_boxes(member.sop, member.document):
            target = targets.get((number, item))
            if target is not None:
                title = on_one_line(members[target].sop.judul)
                told = f"SOP {title}, halaman {starts[target]}"
                found.setdefault((number, page), []).append(Link(box, starts[target], told))
    return {place: tuple(links) for place, links in found.items()}


def item_boxes(sop: Sop, document: Document) -> list[tuple[int, int, Box]]:
    """Page, item and place of every item of keterkaitan as it is printed; pages and items count from 0."""
    boxes: list[tuple[int, int, Box]] = []
    items = _items(sop)
    for index, page in enumerate(document.pages):
        cells = [cell for _, cell in page.cells() if cell.role == "keterkaitan"]
        for text in (text for cell in cells for text in cell.texts):
            for run in text.runs:
                item, place = items[run.hard], _around(run, text.size)
                if boxes and boxes[-1][:2] == (index, item):
                    place = _joined(boxes.pop()[2], place)
                boxes.append((index, item, place))
    return boxes


def _items(sop: Sop) -> list[int]:
    """By printed line of the source, the item that it belongs to: of a list its items', of a text each line is one."""
    texts = related_texts(sop)
    if not sop.keterkaitan.butir:
        return list(range(len(texts)))
    return [item for item, text in enumerate(texts) for _ in text.strip("\n").split("\n")]


def _around(run: Run, size: float) -> Box:
    return (run.x, run.baseline - _RISE * size, run.x + run.width, run.baseline + _FALL * size)


def _joined(one: Box, other: Box) -> Box:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))
