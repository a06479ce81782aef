"""Correct drawings changed by one fault each: for every rule of the verifier a mutation that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sopgen.layout.verify import Expected
from sopgen.scene import Cell, Document, Page, Relaxation, Row, Rule
from tests.layout.verify_drawings import (
    arrow,
    extras,
    label,
    pentagon,
    relaxed,
    rich,
    symbol,
    text,
    two_pages,
    unnumbered,
)

Drawing = tuple[Document, Expected]


def on_page(drawing: Drawing, change: Callable[[Page], Page], number: int = 1) -> Drawing:
    document, expected = drawing
    pages = tuple(change(p) if i == number else p for i, p in enumerate(document.pages, start=1))
    return document._replace(pages=pages), expected


def with_page(drawing: Drawing, **changes: Any) -> Drawing:
    return on_page(drawing, lambda p: p._replace(**changes))


def with_arrow(drawing: Drawing, name: str, number: int = 1, /, **changes: Any) -> Drawing:
    return _with_part(drawing, "arrows", name, number, changes)


def with_symbol(drawing: Drawing, name: str, number: int = 1, /, **changes: Any) -> Drawing:
    return _with_part(drawing, "symbols", name, number, changes)


def _with_part(drawing: Drawing, kind: str, name: str, number: int, changes: dict[str, Any]) -> Drawing:
    parts = getattr(drawing[0].pages[number - 1], kind)
    assert any(part.id == name for part in parts)
    changed = tuple(part._replace(**changes) if part.id == name else part for part in parts)
    return on_page(drawing, lambda page: page._replace(**{kind: changed}), number)


def adding(drawing: Drawing, number: int = 1, **more: tuple[Any, ...]) -> Drawing:
    return on_page(drawing, lambda p: p._replace(**{key: getattr(p, key) + new for key, new in more.items()}), number)


def without_arrow(drawing: Drawing, name: str) -> Drawing:
    return on_page(drawing, lambda p: p._replace(arrows=tuple(a for a in p.arrows if a.id != name)))


def counting(drawing: Drawing, crossings: int) -> Drawing:
    document, expected = drawing
    return document._replace(figures=document.figures._replace(crossings=crossings)), expected


def relaxing(drawing: Drawing, *relaxations: Relaxation) -> Drawing:
    document, expected = drawing
    return document._replace(figures=document.figures._replace(relaxations=relaxations)), expected


def expecting(drawing: Drawing, **changes: Any) -> Drawing:
    return drawing[0], drawing[1]._replace(**changes)


def edges(drawing: Drawing, *more: tuple[int | None, int | None, str], dropped: tuple[int, int] = (0, 0)) -> Drawing:
    return expecting(drawing, edges=(*(e for e in drawing[1].edges if e[:2] != dropped), *more))


def with_table(drawing: Drawing, **changes: Any) -> Drawing:
    return on_page(drawing, lambda p: p._replace(tables=(p.tables[0]._replace(**changes),)))


def shifted(places: tuple[float, ...], old: float, new: float) -> tuple[float, ...]:
    return tuple(new if place == old else place for place in places)


def return_into_top() -> Drawing:
    points = ((112, 370), (106, 370), (106, 109), (130, 109), (130, 119))
    drawing = with_arrow(rich(), "5-2", edges=((5, 1),), target="s1", ports=("L", "T"), points=points, omegas=())
    return counting(edges(drawing, (5, 1, "Ulang"), dropped=(5, 2)), 0)


def return_beside_closing() -> Drawing:
    """3 closes, and the return 5 → 3 comes to its left side."""
    points = ((112, 370), (106, 370), (106, 250), (112, 250))
    drawing = with_arrow(without_arrow(rich(), "3-4"), "5-2", edges=((5, 3),), target="s3", ports=("L", "L"))
    drawing = with_arrow(with_symbol(drawing, "s3", kind="terminator"), "5-2", points=points, omegas=())
    drawing = edges(edges(drawing, dropped=(3, 4)), (5, 3, "Ulang"), dropped=(5, 2))
    kinds: dict[int, Any] = {**rich()[1].kinds, 3: "terminator"}
    return counting(expecting(drawing, kinds=kinds, closing=frozenset((3, 6))), 0)


def return_beside_lead() -> Drawing:
    """The return 6 → 5 comes to the box beside the lead, which lets out no arrow."""
    back = arrow("6-5", "s6", "s5a", "RB", [(208, 430), (214, 430), (214, 405), (130, 405), (130, 381)], is_return=True)
    drawing = adding(without_arrow(rich(), "5-6"), arrows=(back,))
    return expecting(edges(drawing, (6, 5, ""), dropped=(5, 6)), closing=frozenset())


def shared_port() -> Drawing:
    """1 → 4 leaves where 1 → 2 leaves, and joins 2 → 4 at its corner."""
    second = arrow("1-4", "s1", "s4", "BT", [(130, 141), (130, 149), (250, 149), (250, 190)], joins="2-4")
    return edges(adding(rich(), arrows=(second,)), (1, 4, ""))


def opposite_joins() -> Drawing:
    joining = arrow("1-4", "s1", "s4", "RT", [(148, 130), (274, 130), (274, 273), (250, 273)], joins="2-4")
    return expecting(edges(adding(rich(), arrows=(joining,)), (1, 4, "")), start=None)


def needless_relaxation() -> Drawing:
    return counting(edges(without_arrow(relaxed(), "2-5"), dropped=(2, 5)), 0)


def through_symbol() -> Drawing:
    points = ((112, 370), (106, 370), (106, 250), (154, 250), (154, 213), (190, 213), (190, 201))
    return counting(with_arrow(rich(), "5-2", points=points, omegas=()), 0)


def return_at(x: float, drawing: Drawing) -> Drawing:
    return with_arrow(drawing, "5-2", points=((112, 370), (x, 370), (x, 213), (190, 213), (190, 201)))


def touching_corners() -> Drawing:
    """The corner of 2 → 3 and one of the return meet without a common stretch."""
    points = [
        (112, 370),
        (106, 370),
        (106, 190),
        (130, 190),
        (130, 165),
        (154, 165),
        (154, 213),
        (190, 213),
        (190, 201),
    ]
    drawing = with_arrow(rich(), "5-2", points=tuple(points), omegas=())
    return with_arrow(drawing, "2-3", omegas=((154, 190),), label=label("Ya", 134, 193, 146, 200))


def entry_beside_lead() -> Drawing:
    points = ((250, 321), (250, 333), (130, 333), (130, 359))
    drawing = with_arrow(rich(), "4-5", target="s5a", points=points)
    return with_arrow(drawing, "5-2", label=label("Ulang", 109, 316, 130, 324))


def overlapping_pentagons() -> Drawing:
    drawing = with_symbol(two_pages(), "i3", **boxed(pentagon("i3", 230, 229, "in", "2")))
    return with_arrow(drawing, "4-2 end", points=((230, 229), (230, 213), (190, 213), (190, 201)))


def boxed(symbol: Any) -> dict[str, Any]:
    return {"box": symbol.box, "number": symbol.number}


def repeated_connector() -> Drawing:
    """1 → 3 and 2 → 3 leave page 1 by two pairs instead of one."""
    main = arrow("1-3", "s1", "o2", "RT", [(148, 130), (250, 130), (250, 229)])
    drawing = adding(without_arrow(two_pages(), "2-4"), arrows=(main,))
    drawing = with_arrow(
        drawing, "3-4", 2, points=((130, 181), (130, 193), (250, 193), (250, 219)), joins=None, head=True
    )
    drawing = with_arrow(
        drawing,
        "2-4 end",
        2,
        edges=((1, 3),),
        target="s3",
        points=((250, 131), (250, 147), (130, 147)),
        joins="2-3 end",
        head=False,
        omegas=((190, 147),),
    )
    return expecting(counting(edges(drawing, (1, 3, ""), dropped=(2, 4)), 2), start=None)


def swapped_numbers() -> Drawing:
    drawing = two_pages()
    for number, y, letter, direction in ((1, 229, "o", "out"), (2, 109, "i", "in")):
        drawing = with_symbol(drawing, f"{letter}1", number, **boxed(pentagon("p", 130, y, direction, "3")))
        drawing = with_symbol(drawing, f"{letter}2", number, **boxed(pentagon("p", 250, y, direction, "1")))
    return drawing


def numbered_alone() -> Drawing:
    drawing = with_symbol(unnumbered(), "o1", **boxed(pentagon("o1", 130, 169, "out", "1")))
    return with_symbol(drawing, "i1", 2, **boxed(pentagon("i1", 130, 109, "in", "1")))


def beside_area() -> Drawing:
    drawing = with_symbol(unnumbered(), "o1", box=(96.5, 169, 123.5, 191))
    return with_arrow(drawing, "1-2", points=((130, 141), (130, 153), (110, 153), (110, 169)))


def main_joins_return() -> Drawing:
    points = ((130, 141), (130, 153), (214, 153), (214, 207), (190, 207))
    drawing = with_arrow(rich(), "1-2", ports=("B", "B"), joins="5-2", head=False, points=points)
    return counting(with_arrow(drawing, "2-4", omegas=((214, 190),)), 2)


def stub(x0: float, y0: float, x1: float, y1: float) -> Drawing:
    return adding(rich(), arrows=(arrow("1-6", "nobody", "nothing", "BT", [(x0, y0), (x1, y1)]),))


RICH_4_5 = ((250, 321), (250, 333), (190, 333), (190, 359))
MUTATIONS: dict[str, Callable[[], Drawing]] = {
    "segment-orthogonal": lambda: with_arrow(rich(), "4-5", points=((250, 321), (250, 333), (190, 336), (190, 359))),
    "segment-length": lambda: with_arrow(rich(), "4-5", points=(*RICH_4_5[:2], *RICH_4_5[1:])),
    "segment-backtrack": lambda: with_arrow(rich(), "5-6", points=((190, 381), (190, 405), (190, 403), (190, 419))),
    "arrow-without-symbol": lambda: stub(115, 285, 115, 295),
    "out-port": lambda: with_arrow(rich(), "1-2", points=((133, 141), (133, 153), (190, 153), (190, 179))),
    "in-port": lambda: with_arrow(rich(), "1-2", points=((130, 141), (130, 153), (193, 153), (193, 179))),
    "link-not-plain": lambda: with_arrow(rich(), "link5", head=True),
    "return-flag": lambda: with_arrow(two_pages(), "4-2", 2, is_return=False),
    "leaves-by-top": lambda: with_arrow(
        rich(), "1-2", ports=("T", "T"), points=((130, 119), (130, 109), (190, 109), (190, 179))
    ),
    "start-exit": lambda: with_arrow(rich(), "1-2", ports=("R", "T"), points=((148, 130), (190, 130), (190, 179))),
    "closing-left": lambda: expecting(rich(), closing=frozenset((1, 6))),
    "main-entry": lambda: with_arrow(
        rich(), "4-5", ports=("B", "R"), points=((250, 321), (250, 333), (214, 333), (214, 370), (208, 370))
    ),
    "closing-entry": return_beside_closing,
    "return-entry": return_into_top,
    "one-head": lambda: with_arrow(rich(), "2-4", head=False),
    "join-without-trunk": lambda: with_arrow(rich(), "3-4", joins="nothing"),
    "join-off-trunk": lambda: with_arrow(rich(), "3-4", points=((130, 261), (130, 273), (244, 273))),
    "join-looks-like-crossing": opposite_joins,
    "return-joins-needlessly": needless_relaxation,
    "relaxation-unlisted": lambda: relaxing(relaxed()),
    "relaxation-unfounded": lambda: relaxing(rich(), Relaxation("return-joins-main", (5, 2))),
    "line-through-symbol": through_symbol,
    "line-near-symbol": lambda: with_arrow(return_at(109.5, rich()), "5-2", label=label("Ulang", 112.5, 343, 133, 351)),
    "line-near-rule": lambda: return_at(102.5, rich()),
    "line-through-text": lambda: adding(rich(), texts=(text("catatan", "x", (120, 146, 140, 150)),)),
    "line-outside-area": lambda: return_at(97, rich()),
    "lines-overlap": lambda: with_arrow(rich(), "3-4", points=((130, 261), (130, 273), (250, 273), (250, 285))),
    "lines-touch": touching_corners,
    "lines-too-near": lambda: with_arrow(
        rich(), "3-4", points=((130, 261), (130, 273), (248, 273), (248, 285), (250, 285))
    ),
    "net-crosses-itself": lambda: with_arrow(
        rich(), "3-4", points=((130, 261), (130, 273), (262, 273), (262, 285), (250, 285))
    ),
    "crossing-without-omega": lambda: counting(with_arrow(rich(), "5-2", omegas=()), 0),
    "omega-without-crossing": lambda: counting(with_arrow(rich(), "4-5", omegas=((230, 333),)), 2),
    "omega-near-corner": lambda: with_arrow(
        rich(),
        "5-2",
        points=((112, 370), (106, 370), (106, 225), (127, 225), (127, 213), (190, 213), (190, 201)),
    ),
    "omega-too-near": lambda: with_arrow(rich(), "2-3", label=label("Ya", 132, 206, 144, 211)),
    "crossing-count": lambda: counting(rich(), 0),
    "label-wrong": lambda: with_arrow(rich(), "2-3", label=label("Iya", 140, 180, 152, 187)),
    "label-missing": lambda: with_arrow(rich(), "2-3", label=None),
    "label-too-near": lambda: with_arrow(rich(), "2-3", label=label("Ya", 140, 182, 152, 189.5)),
    "label-outside-area": lambda: with_arrow(rich(), "5-2", label=label("Ulang", 80, 380, 97, 388)),
    "label-nearer-other": lambda: with_arrow(rich(), "2-3", label=label("Ya", 136, 203, 148, 210)),
    "edge-missing": lambda: edges(rich(), (1, 3, "")),
    "edge-unwanted": lambda: edges(rich(), dropped=(4, 5)),
    "edges-misnamed": lambda: with_arrow(rich(), "4-5", edges=((3, 5),)),
    "id-repeated": lambda: with_arrow(rich(), "link5", id="s1"),
    "symbol-unwanted": lambda: adding(rich(), symbols=(symbol(9, "p", "c", 130),)),
    "step-symbols": lambda: expecting(rich(), steps={**rich()[1].steps, 3: ("a", "b")}),
    "symbol-kind": lambda: expecting(rich(), kinds={**rich()[1].kinds, 3: "decision"}),
    "extra-capsules": lambda: adding(rich(), symbols=(symbol(1, "t", "c", 130, "x1", extra=True),)),
    "group-link": lambda: without_arrow(rich(), "link5"),
    "entry-beside-lead": entry_beside_lead,
    "symbol-size": lambda: (rich()[0]._replace(symbol_sizes={"terminator": (40, 22)}), rich()[1]),
    "symbol-without-lane": lambda: with_symbol(extras(), "x1", lanes=()),
    "symbol-off-centre": lambda: with_symbol(extras(), "x1", lanes=("b",)),
    "symbol-outside-row": lambda: with_arrow(
        with_symbol(extras(), "x1", box=(112, 100, 148, 122)), "x-1", points=((130, 122), (130, 158))
    ),
    "symbol-outside-area": beside_area,
    "symbols-overlap": overlapping_pentagons,
    "rule-through-symbol": lambda: with_table(
        rich(), rules=(*rich()[0].pages[0].tables[0].rules, Rule(110, 250, 150, 250, 0.4))
    ),
    "symbol-on-text": lambda: adding(rich(), texts=(text("catatan", "x", (125, 245, 135, 255)),)),
    "connector-unpaired": lambda: adding(two_pages(), symbols=(pentagon("o9", 160, 229, "out", "9"),)),
    "connector-outside-strip": lambda: with_arrow(
        with_symbol(unnumbered(), "o1", box=(116.5, 160, 143.5, 182)), "1-2", points=((130, 141), (130, 160))
    ),
    "connector-passage": lambda: with_arrow(
        unnumbered(), "1-2", ports=("B", "L"), points=((130, 141), (130, 153), (107, 153), (107, 180), (116.5, 180))
    ),
    "connector-repeated": repeated_connector,
    "connector-number": numbered_alone,
    "connector-number-outside": lambda: with_symbol(
        two_pages(), "o1", number=text("konektor", "1", (140, 234, 146, 243))
    ),
    "connector-order": swapped_numbers,
    "page-number": lambda: with_page(rich(), number=2),
    "text-outside-cell": lambda: adding(rich(), texts=(text("x", "x", (300, 20, 320, 30), (300, 20, 319, 30)),)),
    "texts-overlap": lambda: adding(rich(), texts=(text("x", "x", (350, 785, 360, 795)),)),
    "grid-groups": lambda: with_table(rich(), cells=(Cell(0, 2, "kelompok_pelaksana", column_span=2),)),
    "grid-lanes": lambda: with_table(rich(), columns=shifted(rich()[0].pages[0].tables[0].columns, 160, 161)),
    "grid-rows": lambda: with_table(rich(), rows=shifted(rich()[0].pages[0].tables[0].rows, 160, 161)),
    "grid-area": lambda: with_page(rich(), drawing_area=(100, 100, 275, 460)),
    "step-rows": lambda: adding(rich(), rows=(Row(460, 460, step=6),)),
    "band-entered": lambda: with_page(rich(), band=(0, 785, 595, 842)),
}

# Two faults in one: such a line cannot break the first rule alone.
INSEPARABLE: dict[str, tuple[Callable[[], Drawing], set[str]]] = {
    "port-shared": (shared_port, {"port-shared", "lines-overlap"}),
    "join-other-target": (
        lambda: with_arrow(rich(), "3-4", ports=("B", "R")),
        {"join-other-target", "lines-touch", "main-entry", "one-head"},
    ),
    "join-mixes-directions": (main_joins_return, {"join-mixes-directions", "main-entry"}),
}
