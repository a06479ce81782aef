"""The exported flowchart is the scene's: every outline and every route within half a point."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from sopgen.layout.flowpicture import flow_picture
from sopgen.outlines import arrow_head, arrow_shaft, symbol_outline
from sopgen.render.graphviz.engine import draw
from sopgen.render.graphviz.flowchart import flowchart_dot
from sopgen.scene import Command, Document, Page, Point
from tests.generator import generate
from tests.render.graphviz.svg_shapes import Drawn, distance, drawn_shapes, scene_points

SPECS = Path(__file__).resolve().parents[3] / "specs"
NEAR = 0.5  # points
STROKED = 1.2  # a head drawn with a pen ends this much earlier, so that the pen's mitre ends at the tip
WHOLE = "contoh-lengkap"
"""All that a flowchart may hold."""


def document_of(name: str) -> Document:
    if name != "acak":
        return pipeline.build_document(SPECS / f"{name}.sop.yaml")
    text = generate(11, steps=(20, 20), lanes=(6, 6)).encode()
    return pipeline.lay_out(pipeline.load(MemorySource("acak.sop.yaml", text)))


def shift_of(page: Page, picture: Page) -> Point:
    """From a flow page's places to the picture's, read off where the page's first row and lane went."""
    here = page.rows[0]
    count = next(k for k, row in enumerate(picture.rows) if row.step == _first_step(page) and not row.strip)
    there = picture.rows[count - (1 if here.strip else 0)]
    return picture.lanes[0].x0 - page.lanes[0].x0, there.y0 - here.y0


def _first_step(page: Page) -> int | None:
    return next(row.step for row in page.rows if row.step is not None)


def moved(path: tuple[Command, ...], by: Point) -> tuple[Command, ...]:
    return tuple(Command(c.letter, tuple((x + by[0], y + by[1]) for x, y in c.points)) for c in path)


def outline_of(shapes: list[Drawn], symbol_id: str, kind: str, expected: list[Point]) -> float:
    """The distance of what is drawn for a symbol: in its node, or behind it for those Graphviz has no shape for."""
    if kind in {"process", "decision"}:
        found = [shape for shape in shapes if shape.owner == symbol_id and shape.stroke != "none"]
        assert len(found) == 1
        return distance(found[0].points, expected)
    tag = "path" if kind == "terminator" else "polygon"
    behind = [shape for shape in shapes if shape.owner is None and shape.tag == tag]
    near = [shape for shape in behind if abs(shape.points[0][0] - expected[0][0]) < 40]
    return min(distance(shape.points, expected) for shape in near)


@pytest.mark.parametrize(
    "name",
    [
        "contoh-ringkas",
        WHOLE,
        *(pytest.param(name, marks=pytest.mark.slow) for name in ("konsinyering", "sirebo", "acak")),
    ],
)
def test_outlines_and_routes_are_the_scenes(name: str) -> None:
    kinds = set()
    document = document_of(name)
    picture = flow_picture(document)
    shapes = drawn_shapes(draw(flowchart_dot(picture, {}), "svg"))
    for page in (page for page in document.pages if page.kind == "prosedur"):
        by = shift_of(page, picture.pages[0])
        for symbol in page.symbols:
            expected = scene_points(moved(symbol_outline(symbol, document.style), by))
            assert outline_of(shapes, symbol.id, symbol.kind, expected) < NEAR, symbol
            kinds.add(symbol.kind)
        for arrow in page.arrows:
            own = [shape for shape in shapes if shape.owner == arrow.id]
            line = next(shape for shape in own if shape.tag == "path")
            shaft = scene_points(moved(arrow_shaft(arrow, document.style), by))
            head = arrow_head(arrow, document.style)
            whole = line.points
            if head is None:
                assert [shape.tag for shape in own] == ["path"], "a line without a head got one"
            else:
                polygon = next(shape for shape in own if shape.tag == "polygon")
                tip = moved(head, by)[0].points[0]
                assert min(abs(tip[0] - x) + abs(tip[1] - y) for x, y in polygon.points) < STROKED
                whole = (*whole, shaft[-1])  # the scene's shaft goes on inside the head
            assert distance(whole, shaft) < NEAR, arrow
            kinds.add("omega" if arrow.omegas else "plain")
    assert name != WHOLE or kinds == {"terminator", "process", "decision", "offpage", "omega", "plain"}


def test_a_moved_symbol_would_be_seen() -> None:
    """The measure itself: half a point more and the test above fails."""
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    assert distance(square, [(x + 0.6, y) for x, y in square]) == pytest.approx(0.6)
    assert distance(square, square[:3]) > 5, "a missing piece counts, too"


def test_every_symbol_and_arrow_once_with_its_graphviz_shape() -> None:
    document = pipeline.build_document(SPECS / "contoh-lengkap.sop.yaml")
    dot = flowchart_dot(flow_picture(document), {1: 'Menerima "surat" & berkas'})
    for page in document.pages:
        for symbol in page.symbols:
            node = [line for line in dot.splitlines() if line.startswith(f'  "{symbol.id}" [')]
            shape = {"terminator": "box", "process": "box", "decision": "diamond", "offpage": "invhouse"}[symbol.kind]
            assert len(node) == 1
            assert f"shape={shape}," in node[0]
        for arrow in page.arrows:
            assert dot.count(f'  "{arrow.source}" -> "{arrow.target}" [id="{arrow.id}"') == 1
    assert r'tooltip="1. Menerima \"surat\" &amp; berkas"' in dot


def test_same_bytes_again_and_dot_draws_the_same_picture(require_tool: object) -> None:
    require_tool("dot")  # type: ignore[operator]
    document = pipeline.build_document(SPECS / "konsinyering.sop.yaml")
    dot = flowchart_dot(flow_picture(document), {})
    ours = draw(dot, "svg")
    assert ours == draw(dot, "svg")
    theirs = drawn_shapes(draw(dot, "svg", installed=True))
    for shape in drawn_shapes(ours):
        if shape.tag == "path" and shape.stroke == "black":
            twin = [other for other in theirs if (other.owner, other.tag) == (shape.owner, "path")]
            assert min(distance(shape.points, other.points) for other in twin) < NEAR


def test_a_turned_label_is_set_level_on_white() -> None:
    text = generate(325).encode()  # so many lanes that a label finds no room to stand upright
    document = pipeline.lay_out(pipeline.load(MemorySource("sempit.sop.yaml", text)))
    turned = [a.label for page in document.pages for a in page.arrows if a.label and a.label.turned]
    assert turned
    dot = flowchart_dot(flow_picture(document), {})
    assert dot.count('BGCOLOR="white"') == len(turned)
    assert b"<TABLE" not in draw(dot, "svg")
