"""The flowchart's picture in, DOT out: nodes and edges pinned where the scene has them.

Every node keeps the Graphviz shape of its kind and every edge its ends, so that another tool finds the flow in the
file. Graphviz knows no half-round capsule and no pentagon with a short point: those two are drawn behind their nodes.
`layout=nop2` tells every engine to draw at the given places and to lay nothing out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from sopgen.outlines import arrow_shaft, head_base, symbol_outline
from sopgen.render.graphviz.dot_text import escaped, marked_up, quoted, xdot_attribute
from sopgen.render.graphviz.xdot import Background, bezier_points, number, rules_in_order
from sopgen.render.reading_order import page_texts
from sopgen.scene import Arrow, Document, Page, Style, Symbol, Table, Text, cell_box
from sopgen.text.face import FAMILIES

POINTS_AN_INCH = 72
HEAD_LENGTH = 10  # points of Graphviz's arrow head at arrowsize 1

_SHAPES: Mapping[str, str] = {
    "terminator": 'shape=box, style="rounded,filled", fillcolor="#ffffff00", peripheries=0, class="kapsul"',
    "process": 'shape=box, style=filled, class="kotak"',
    "decision": 'shape=diamond, style=filled, class="belah-ketupat"',
    "offpage": 'shape=invhouse, style=filled, fillcolor="#ffffff00", peripheries=0, class="segi-lima"',
}


def flowchart_dot(document: Document, activities: Mapping[int, str], *, dpi: int | None = None) -> str:
    """DOT for a picture made by `layout.flowpicture`; `activities` names each kegiatan for those who point at it."""
    page = document.pages[0]
    lines = [
        f"digraph {quoted(document.title)} {{",
        f"  graph [{_graph(page, document, dpi)}]",
        f'  node [fixedsize=true, label="", fillcolor=white, penwidth={number(document.style.stroke)}]',
        f"  edge [penwidth={number(document.style.stroke)}, arrowhead=normal]",
        # Without it the picture would end at the outermost node.
        f'  subgraph cluster_gambar {{ graph [bb="{_bounds(page)}", style=invis, label=""] }}',
        *(_node(symbol, page, activities) for symbol in page.symbols),
        *(_edge(arrow, page, document.style) for arrow in page.arrows),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _graph(page: Page, document: Document, dpi: int | None) -> str:
    attributes = [
        "layout=nop2",
        "notranslate=true",
        "pad=0",
        "splines=true",
        "outputorder=edgesfirst",  # a symbol's outline covers the tips of its arrows
        f'bb="{_bounds(page)}"',
        'charset="UTF-8"',
        f"_background={xdot_attribute(str(_background(page, document.style)))}",
    ]
    if dpi:
        attributes.append(f"dpi={dpi}")
    return ", ".join(attributes)


def _bounds(page: Page) -> str:
    return f"0,0,{number(page.size[0])},{number(page.size[1])}"


def _background(page: Page, style: Style) -> Background:
    drawn = Background(page.size[1])
    for table in page.tables:
        _fill_cells(drawn, table)
    for rule in rules_in_order(rule for table in page.tables for rule in table.rules):
        drawn.rule(rule)
    for text in page_texts(page):
        drawn.text(text)
    for symbol in page.symbols:
        if symbol.kind in {"terminator", "offpage"}:
            drawn.outline(symbol_outline(symbol, style), style.stroke)
        if symbol.number:
            drawn.text(symbol.number)
    return drawn


def _fill_cells(drawn: Background, table: Table) -> None:
    for cell in table.cells:
        if cell.fill:
            drawn.fill_box(cell_box(table, cell), cell.fill)


def _node(symbol: Symbol, page: Page, activities: Mapping[int, str]) -> str:
    x0, y0, x1, y1 = symbol.box
    place = f"{number((x0 + x1) / 2)},{number(page.size[1] - (y0 + y1) / 2)}"
    size = f"width={number((x1 - x0) / POINTS_AN_INCH)}, height={number((y1 - y0) / POINTS_AN_INCH)}"
    attributes = [_SHAPES[symbol.kind], f'pos="{place}"', size, f"id={quoted(symbol.id)}"]
    if symbol.lanes:
        attributes.append(f"pelaksana={quoted(', '.join(symbol.lanes))}")
    if symbol.step is not None:
        told = f"{symbol.step}. {activities.get(symbol.step, '')}".strip()
        attributes += [f"kegiatan={symbol.step}", f"tooltip={quoted(told)}"]
    return f"  {quoted(symbol.id)} [{', '.join(attributes)}]"


def _edge(arrow: Arrow, page: Page, style: Style) -> str:
    height = page.size[1]
    attributes = [f"id={quoted(arrow.id)}"]
    base = head_base(arrow, style)
    points = bezier_points(arrow_shaft(arrow, style))
    spline = " ".join(f"{number(x)},{number(height - y)}" for x, y in points)
    if base is None:
        attributes += ["dir=none", f'pos="{spline}"']
    else:
        tip = arrow.points[-1]
        points[-1] = base
        spline = " ".join(f"{number(x)},{number(height - y)}" for x, y in points)
        attributes.append(f'pos="e,{number(tip[0])},{number(height - tip[1])} {spline}"')
        attributes.append(f"arrowsize={number(math.dist(base, tip) / HEAD_LENGTH)}")
    if arrow.label:
        attributes += _label(arrow.label, arrow, height)
    return f"  {quoted(arrow.source)} -> {quoted(arrow.target)} [{', '.join(attributes)}]"


def _label(text: Text, arrow: Arrow, height: float) -> list[str]:
    x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    lines = [run.text for run in text.runs]
    if text.turned:  # set level beside its arrow, on white, for it may lie across other lines
        wide = max(run.width for run in text.runs)
        beside = min((point[0] for point in arrow.points), key=lambda stem: abs(stem - x))
        x = text.box[0] + wide / 2 if beside < x else text.box[2] - wide / 2
    return [
        f"label={_patch(lines) if text.turned else _several(lines)}",
        f'lp="{number(x)},{number(height - y)}"',
        f"fontname={quoted(FAMILIES[text.face.family].program_name)}",
        f"fontsize={number(text.size)}",
    ]


def _patch(lines: list[str]) -> str:
    text = "<BR/>".join(marked_up(line) for line in lines)
    table = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" BGCOLOR="white">'
    return f"<{table}<TR><TD>{text}</TD></TR></TABLE>>"


def _several(lines: list[str]) -> str:
    return '"' + "\\n".join(escaped(line) for line in lines) + '"'
