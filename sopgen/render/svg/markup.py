"""What SVG is written with: escaped texts, numbers, paths, and what symbols are called."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape

from sopgen.render.chart_words import Step, lane_names, steps_in_words, symbol_in_words
from sopgen.render.ooxml.xml_text import possible
from sopgen.render.shapes import number
from sopgen.scene import Document, Path, SpecPath, Symbol


class Words(NamedTuple):
    """What is said of the flow to one who cannot see it."""

    lanes: Mapping[str, str]
    steps: Mapping[int, Step]

    @classmethod
    def of(cls, document: Document) -> Words:
        lanes = lane_names(document)
        return cls(lanes, steps_in_words(document, lanes))

    def symbol(self, symbol: Symbol) -> str:
        return symbol_in_words(symbol, self.lanes, self.steps)


def said(text: str) -> str:
    """Text that can never become markup."""
    return escape(possible(text), {"\r": "&#13;"})


def quoted(text: str) -> str:
    kept = escape(possible(text), {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    return f'"{kept}"'


def attributes(role: str, path: SpecPath, step: int | None = None) -> str:
    """` data-role="…"` and what else tells a program where the item stands in the spec; the path is JSON."""
    told = f" data-role={quoted(role)}"
    if path:
        told += data_path(path)
    return told if step is None else f'{told} data-step="{step}"'


def data_path(path: SpecPath) -> str:
    """` data-path="…"`: a place in the spec as JSON."""
    return f" data-path={quoted(json.dumps(path, ensure_ascii=False))}"


def outline(path: Path) -> str:
    """The `d` of a path."""
    return "".join(f"{letter}{' '.join(f'{number(x)} {number(y)}' for x, y in points)}" for letter, points in path)


def grey(lightness: float) -> str:
    """0 black … 1 white as a colour."""
    return f"#{round(lightness * 255):02x}" + f"{round(lightness * 255):02x}" * 2
