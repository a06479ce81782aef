"""Small correct drawings, set by hand, for the examiner's tests. Lanes are 60 pt wide, symbols 36 × 22 pt."""

from __future__ import annotations

from typing import Any

from sopgen.layout.verify import Expected
from sopgen.scene import (
    Arrow,
    Box,
    Cell,
    Document,
    Figures,
    Lane,
    Page,
    Point,
    Relaxation,
    Row,
    Rule,
    Style,
    Symbol,
    Table,
    Text,
)
from sopgen.text.face import Face

KINDS = {"t": "terminator", "p": "process", "d": "decision"}
OFFPAGE = (27, 22)
SYMBOL = (36, 22)
LEFT = {"a": 100.0, "b": 160.0, "c": 220.0}


def text(role: str, words: str, box: Box, cell: Box | None = None, step: int | None = None) -> Text:
    return Text(role, words, (), Face("sans"), 8.0, box, cell or box, step)


def symbol(step: int, kind: str, lanes: str, middle: float, name: str = "", *, extra: bool = False) -> Symbol:
    """`kind` is t, p or d; a box over several lanes grows by the lanes it takes."""
    x = (LEFT[lanes[0]] + LEFT[lanes[-1]] + 60) / 2
    half = (SYMBOL[0] + 60 * (len(lanes) - 1) * (not extra)) / 2
    box = (x - half, middle - 11, x + half, middle + 11)
    return Symbol(name or f"s{step}", KINDS[kind], box, step, tuple(lanes), extra)  # type: ignore[arg-type]


def pentagon(name: str, x: float, y0: float, direction: str, number: str = "") -> Symbol:
    box = (x - OFFPAGE[0] / 2, y0, x + OFFPAGE[0] / 2, y0 + OFFPAGE[1])
    label = text("konektor", number, (x - 3, y0 + 5, x + 3, y0 + 14)) if number else None
    return Symbol(name, "offpage", box, number=label, direction=direction, pair=name[1:])  # type: ignore[arg-type]


def arrow(name: str, source: str, target: str, ports: str, points: list[Point], **more: Any) -> Arrow:
    """The name tells the edges: "2-3" or "2-3,4-3"; "x" is an extra capsule."""
    edges = tuple(
        tuple(None if end == "x" else int(end) for end in edge.split("-")) for edge in name.split(",") if "-" in edge
    )
    joins = more.get("joins")
    head = more.pop("head", joins is None and bool(edges))
    return Arrow(name, source, target, edges, (ports[0], ports[1]), tuple(points), head=head, **more)  # type: ignore[arg-type]


def label(words: str, *box: float) -> Text:
    return text("label", words, box)  # type: ignore[arg-type]


def page(
    number: int,
    heights: list[tuple[int | str, float]],
    symbols: list[Symbol],
    arrows: list[Arrow],
    undivided: tuple[int, ...] = (),
) -> Page:
    """`heights`: step (or strip) and height of each row, the first at y 100; `undivided`: steps with a wide box."""
    rows, tops = [], [80.0, 100.0]
    for what, height in heights:
        named: dict[str, Any] = {"step": what} if isinstance(what, int) else {"strip": what}
        rows.append(Row(tops[-1], tops[-1] + height, **named))
        tops.append(tops[-1] + height)
    columns = (40.0, 100.0, 160.0, 220.0, 280.0, 400.0)
    bottom = tops[-1]
    rules = [Rule(40, y, 400, y, 0.4) for y in tops]
    rules += [Rule(x, 80, x, bottom, 0.4) for x in columns if x not in (160.0, 220.0)]
    rules += [Rule(x, r.y0, x, r.y1, 0.3) for x in (160.0, 220.0) for r in rows if r.step not in undivided]
    cells = [Cell(0, 0, "kepala", (text("kepala", "Kegiatan", (45, 84, 95, 94), (40, 80, 100, 100)),))]
    for i, row in enumerate(rows, start=1):
        for column, role, x0, x1 in ((0, "uraian", 40.0, 100.0), (4, "output", 280.0, 400.0)):
            box = (x0 + 5, row.y0 + 10, x1 - 5, row.y0 + 30)
            words = text(role, f"{role} {row.step or row.strip}", box, (x0, row.y0, x1, row.y1), row.step)
            cells.append(Cell(i, column, role, (words,), step=row.step))
    return Page(
        number,
        "prosedur",
        (595, 842),
        (40, 40, 400, 780),
        (Table("alur", columns, tuple(tops), tuple(cells), tuple(rules)),),
        texts=(text("kaki", f"Halaman {number}", (340, 780, 400, 790)),),
        symbols=tuple(symbols),
        arrows=tuple(arrows),
        drawing_area=(100, 100, 280, bottom),
        band=(0, 800, 595, 842),
        lanes=tuple(Lane(key, x, x + 60) for key, x in LEFT.items()),
        rows=tuple(rows),
    )


def document(*pages: Page, crossings: int = 0, relaxations: tuple[Relaxation, ...] = ()) -> Document:
    return Document(
        title="",
        number="",
        unit="",
        agency="",
        created=None,
        modified=None,
        pages=pages,
        font_size=8.0,
        style=Style(0.7, 6.2, 4.0, 3.12, 0.2),
        symbol_sizes={**dict.fromkeys(KINDS.values(), SYMBOL), "offpage": OFFPAGE},
        figures=Figures(crossings=crossings, relaxations=relaxations),
    )


def expected(edges: str, steps: str, kinds: str, closing: tuple[int, ...], start: int | None = 1) -> Expected:
    """`edges` as in "2-3 Ya; 3-4"; `steps` one word of lanes each; `kinds` one letter each."""
    parsed = []
    for item in edges.split("; "):
        edge, _, words = item.partition(" ")
        ends = [None if end == "x" else int(end) for end in edge.split("-")]
        parsed.append((ends[0], ends[1], words))
    lanes = {i: tuple(word) for i, word in enumerate(steps.split(), start=1)}
    return Expected(
        tuple(parsed), lanes, {i: KINDS[k] for i, k in enumerate(kinds, start=1)}, frozenset(closing), start
    )


def rich() -> tuple[Document, Expected]:
    """One page: decision, join, linked joint decision, a return that crosses a main arrow.

         a   b   c
    1    ●───┐
    2    ┌───◆───┐      5 → 2 comes up at the left, crosses 2 → 3 with an Ω and enters 2 from below
    3    ■───────┤
    4        ┌───■
    5    ■───■
    6        ●
    """
    symbols = [
        symbol(1, "t", "a", 130),
        symbol(2, "d", "b", 190),
        symbol(3, "p", "a", 250),
        symbol(4, "p", "c", 310),
        symbol(5, "p", "b", 370),
        symbol(5, "p", "a", 370, "s5a"),
        symbol(6, "t", "b", 430),
    ]
    arrows = [
        arrow("1-2", "s1", "s2", "BT", [(130, 141), (130, 153), (190, 153), (190, 179)]),
        arrow("2-3", "s2", "s3", "LT", [(172, 190), (130, 190), (130, 239)], label=label("Ya", 140, 180, 152, 187)),
        arrow("2-4", "s2", "s4", "RT", [(208, 190), (250, 190), (250, 299)], label=label("Tidak", 228, 180, 244, 187)),
        arrow("3-4", "s3", "s4", "BT", [(130, 261), (130, 273), (250, 273)], joins="2-4"),
        arrow("4-5", "s4", "s5", "BT", [(250, 321), (250, 333), (190, 333), (190, 359)]),
        arrow("link5", "s5a", "s5", "RL", [(148, 370), (172, 370)]),
        arrow("5-6", "s5", "s6", "BT", [(190, 381), (190, 419)], label=label("Setuju", 193, 383, 215, 391)),
        arrow(
            "5-2",
            "s5a",
            "s2",
            "LB",
            [(112, 370), (106, 370), (106, 213), (190, 213), (190, 201)],
            is_return=True,
            omegas=((130, 213),),
            label=label("Ulang", 109, 343, 130, 351),
        ),
    ]
    heights: list[tuple[int | str, float]] = [(step, 60) for step in range(1, 7)]
    flow = expected("1-2; 2-3 Ya; 2-4 Tidak; 3-4; 4-5; 5-6 Setuju; 5-2 Ulang", "a b a c ba b", "tdpppt", (6,))
    return document(page(1, heights, symbols, arrows), crossings=1), flow


def two_pages() -> tuple[Document, Expected]:
    """Three pairs at one break: two main arrows down, a return up that crosses a join's horizontal on page 2."""
    first = page(
        1,
        [(1, 60), (2, 60), ("foot", 40)],
        [
            symbol(1, "t", "a", 130),
            symbol(2, "d", "b", 190),
            pentagon("o1", 130, 229, "out", "1"),
            pentagon("o2", 250, 229, "out", "3"),
            pentagon("i3", 190, 229, "in", "2"),
        ],
        [
            arrow("1-2", "s1", "s2", "BT", [(130, 141), (130, 153), (190, 153), (190, 179)]),
            arrow("2-3", "s2", "o1", "LT", [(172, 190), (130, 190), (130, 229)], label=label("Ya", 140, 180, 152, 187)),
            arrow(
                "2-4", "s2", "o2", "RT", [(208, 190), (250, 190), (250, 229)], label=label("Tidak", 228, 180, 244, 187)
            ),
            arrow("4-2", "i3", "s2", "TB", [(190, 229), (190, 201)], is_return=True)._replace(id="4-2 end"),
        ],
    )
    second = page(
        2,
        [("head", 40), (3, 60), (4, 60), (5, 60)],
        [
            pentagon("i1", 130, 109, "in", "1"),
            pentagon("i2", 250, 109, "in", "3"),
            pentagon("o3", 190, 109, "out", "2"),
            symbol(3, "p", "a", 170),
            symbol(4, "d", "c", 230),
            symbol(5, "t", "c", 290),
        ],
        [
            arrow("2-3", "i1", "s3", "BT", [(130, 131), (130, 159)])._replace(id="2-3 end"),
            arrow("2-4", "i2", "s4", "BT", [(250, 131), (250, 219)])._replace(id="2-4 end"),
            arrow("3-4", "s3", "s4", "BT", [(130, 181), (130, 193), (250, 193)], joins="2-4 end", omegas=((190, 193),)),
            arrow("4-5", "s4", "s5", "BT", [(250, 241), (250, 279)], label=label("Ya", 253, 243, 262, 250)),
            arrow(
                "4-2",
                "s4",
                "o3",
                "LB",
                [(232, 230), (190, 230), (190, 131)],
                is_return=True,
                label=label("Ulang", 197, 220, 217, 227),
            ),
        ],
    )
    flow = expected("1-2; 2-3 Ya; 2-4 Tidak; 3-4; 4-5 Ya; 4-2 Ulang", "a b a c c", "tdpdt", (5,))
    return document(first, second, crossings=1), flow


def unnumbered() -> tuple[Document, Expected]:
    """Two neighbouring pages and a single pair: no number."""
    first = page(
        1,
        [(1, 60), ("foot", 40)],
        [symbol(1, "t", "a", 130), pentagon("o1", 130, 169, "out")],
        [arrow("1-2", "s1", "o1", "BT", [(130, 141), (130, 169)])],
    )
    second = page(
        2,
        [("head", 40), (2, 60)],
        [pentagon("i1", 130, 109, "in"), symbol(2, "t", "a", 170)],
        [arrow("1-2", "i1", "s2", "BT", [(130, 131), (130, 159)])._replace(id="1-2 end")],
    )
    return document(first, second), expected("1-2", "a a", "tt", (2,))


def relaxed() -> tuple[Document, Expected]:
    """All three out-ports of 2 are used, so the return 4 → 2 joins 1 → 2 above it, over 2 → 5 with an Ω."""
    symbols = [
        symbol(1, "t", "b", 130),
        symbol(2, "d", "b", 190),
        symbol(3, "p", "a", 250),
        symbol(4, "p", "b", 310),
        symbol(5, "t", "c", 370),
    ]
    arrows = [
        arrow("1-2", "s1", "s2", "BT", [(190, 141), (190, 179)]),
        arrow("2-3", "s2", "s3", "LT", [(172, 190), (130, 190), (130, 239)], label=label("Ya", 140, 180, 152, 187)),
        arrow("2-4", "s2", "s4", "BT", [(190, 201), (190, 299)], label=label("Lain", 193, 203, 212, 211)),
        arrow(
            "2-5",
            "s2",
            "s5",
            "RT",
            [(208, 190), (250, 190), (250, 359)],
            label=label("Tidak", 234, 179, 248, 186),
            omegas=((229, 190),),
        ),
        arrow("3-4", "s3", "s4", "BT", [(130, 261), (130, 273), (190, 273)], joins="2-4"),
        arrow("4-2", "s4", "s2", "RT", [(208, 310), (229, 310), (229, 153), (190, 153)], joins="1-2", is_return=True),
    ]
    heights: list[tuple[int | str, float]] = [(step, 60) for step in range(1, 6)]
    flow = expected("1-2; 2-3 Ya; 2-4 Lain; 2-5 Tidak; 3-4; 4-2", "b b a b c", "tdppt", (5,))
    relaxation = Relaxation("return-joins-main", (4, 2))
    return document(page(1, heights, symbols, arrows), crossings=1, relaxations=(relaxation,)), flow


def extras() -> tuple[Document, Expected]:
    """Extra capsules above the first and below the last symbol, the last one a box over two lanes."""
    symbols = [
        symbol(1, "t", "a", 121, "x1", extra=True),
        symbol(1, "p", "a", 169),
        symbol(2, "p", "ab", 231),
        symbol(2, "t", "ab", 276, "x2", extra=True),
    ]
    arrows = [
        arrow("x-1", "x1", "s1", "BT", [(130, 132), (130, 158)]),
        arrow("1-2", "s1", "s2", "BT", [(130, 180), (130, 208), (160, 208), (160, 220)]),
        arrow("2-x", "s2", "x2", "BT", [(160, 242), (160, 265)]),
    ]
    drawn = page(1, [(1, 100), (2, 100)], symbols, arrows, undivided=(2,))
    return document(drawn), expected("x-1; 1-2; 2-x", "a ab", "pp", (), None)


def skipping() -> tuple[Document, Expected]:
    """1 → 3 passes over page 2; at the first break stand two pairs, so both are numbered."""
    first = page(
        1,
        [(1, 60), ("foot", 40)],
        [symbol(1, "t", "a", 130), pentagon("o1", 130, 169, "out", "1"), pentagon("o2", 250, 169, "out", "2")],
        [
            arrow("1-2", "s1", "o1", "BT", [(130, 141), (130, 169)]),
            arrow("1-3", "s1", "o2", "RT", [(148, 130), (250, 130), (250, 169)]),
        ],
    )
    second = page(
        2,
        [("head", 40), (2, 60)],
        [pentagon("i1", 130, 109, "in", "1"), symbol(2, "t", "a", 170)],
        [arrow("1-2", "i1", "s2", "BT", [(130, 131), (130, 159)])._replace(id="1-2 end")],
    )
    third = page(
        3,
        [("head", 40), (3, 60)],
        [pentagon("i2", 250, 109, "in", "2"), symbol(3, "t", "c", 170)],
        [arrow("1-3", "i2", "s3", "BT", [(250, 131), (250, 159)])._replace(id="1-3 end")],
    )
    return document(first, second, third), expected("1-2; 1-3", "a a c", "ttt", (2, 3), None)


def through_group() -> tuple[Document, Expected]:
    """Three linked boxes; 1 → 3 passes between two of them over their line, which carries the Ω."""
    symbols = [
        symbol(1, "t", "b", 130),
        symbol(2, "p", "b", 190),
        symbol(2, "p", "a", 190, "s2a"),
        symbol(2, "p", "c", 190, "s2c"),
        symbol(3, "t", "a", 250),
    ]
    arrows = [
        arrow("1-2", "s1", "s2", "BT", [(190, 141), (190, 179)]),
        arrow("1-3", "s1", "s3", "LT", [(172, 130), (154, 130), (154, 213), (130, 213)], joins="2-3"),
        arrow("2-3", "s2a", "s3", "BT", [(130, 201), (130, 239)]),
        arrow("link1", "s2a", "s2", "RL", [(148, 190), (172, 190)], omegas=((154, 190),)),
        arrow("link2", "s2", "s2c", "RL", [(208, 190), (232, 190)]),
    ]
    drawn = page(1, [(1, 60), (2, 60), (3, 60)], symbols, arrows)
    return document(drawn, crossings=1), expected("1-2; 1-3; 2-3", "b bac a", "tpt", (3,), None)
