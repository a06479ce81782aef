"""Document in, one line of JSON out: the drawing as data, as the spec format's `sopgen layout --json` promises.

Lengths in points with two decimals, origin at the page's top left, y downward.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sopgen.foreign.json_text import json_text
from sopgen.render.reading_order import drawing_texts, page_texts
from sopgen.scene import Arrow, Document, Lane, Page, Row, Symbol, Text
from sopgen.version import __version__

Json = dict[str, Any]


def layout_json(document: Document, spec_path: str) -> str:
    """One object on one line, without the line's end."""
    figures = document.figures
    whole: Json = {
        "sopgen": __version__,
        "spec": spec_path,
        "font_size": _length(document.font_size),
        "omega_radius": _length(document.style.omega_radius),
        "symbol_sizes": {kind: _lengths(size) for kind, size in document.symbol_sizes.items()},
        "crossings": figures.crossings,
        "crossing_lower_bound": figures.crossing_lower_bound,
        "proved_minimal": figures.proved_minimal,
        "bends": figures.bends,
        "length": _length(figures.length),
        "relaxations": [{"kind": each.kind, "steps": list(each.steps)} for each in figures.relaxations],
        "pages": [_page(page) for page in document.pages],
    }
    return json_text(whole)


def _length(points: float) -> float:
    return round(points, 2) + 0.0  # -0.0 would print its sign


def _lengths(points: Iterable[float]) -> list[float]:
    return [_length(value) for value in points]


def _optional(box: Iterable[float] | None) -> list[float] | None:
    return None if box is None else _lengths(box)


def _page(page: Page) -> Json:
    texts = [_text(text.role, text) for text in page_texts(page)]
    texts += [_text(role, text) for role, text in drawing_texts(page)]
    return {
        "number": page.number,
        "kind": page.kind,
        "size": _lengths(page.size),
        "drawing_area": _optional(page.drawing_area),
        "band": _optional(page.band),
        "signature_box": _optional(page.signature_box),
        "lanes": [_lane(lane) for lane in page.lanes],
        "rows": [_row(row) for row in page.rows],
        "rules": [_lengths((rule.x0, rule.y0, rule.x1, rule.y1)) for table in page.tables for rule in table.rules],
        "texts": texts,
        "symbols": [_symbol(symbol) for symbol in page.symbols],
        "arrows": [_arrow(arrow) for arrow in page.arrows],
    }


def _lane(lane: Lane) -> Json:
    names = {"name": lane.name or None, "group": lane.group or None}
    return {"id": lane.id, "x0": _length(lane.x0), "x1": _length(lane.x1), **names}


def _row(row: Row) -> Json:
    name: Json = {"strip": row.strip} if row.strip else {"step": row.step}
    return {**name, "y0": _length(row.y0), "y1": _length(row.y1)}


def _text(role: str, text: Text) -> Json:
    return {
        "role": role,
        "step": text.step,
        "text": text.text,
        "box": _lengths(text.box),
        "cell": _lengths(text.cell),
    }


def _symbol(symbol: Symbol) -> Json:
    if symbol.kind == "offpage":
        return {
            "id": symbol.id,
            "kind": symbol.kind,
            "number": int(symbol.number.text) if symbol.number else None,
            "direction": symbol.direction,
            "box": _lengths(symbol.box),
        }
    return {
        "id": symbol.id,
        "step": symbol.step,
        "kind": symbol.kind,
        "lanes": list(symbol.lanes),
        "extra": symbol.extra,
        "box": _lengths(symbol.box),
    }


def _arrow(arrow: Arrow) -> Json:
    return {
        "id": arrow.id,
        "from": arrow.source,
        "to": arrow.target,
        "edges": [list(edge) for edge in arrow.edges],
        "ports": list(arrow.ports),
        "return": arrow.is_return,
        "label": arrow.label.text if arrow.label else None,
        "label_box": _lengths(arrow.label.box) if arrow.label else None,
        "points": [_lengths(point) for point in arrow.points],
        "omegas": [_lengths(point) for point in arrow.omegas],
        "joins": arrow.joins,
        "head": arrow.head,
    }
