"""A positioned text in, its paragraphs out: what stands in one cell each, without the breaks that wrapping made.

Lines are found again in the source text, so that a word divided at a line's end comes out whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sopgen.scene import Run, Text
from sopgen.text.breaks import fold


class Paragraph(NamedTuple):
    """A hard line of the source. `x`: where its text begins; `top`: its first cap height; `bottom`: last baseline.

    `lines`: how many it is printed on.
    """

    marker: str
    text: str
    x: float
    top: float
    bottom: float
    lines: int

    @property
    def whole(self) -> str:
        return f"{self.marker} {self.text}" if self.marker else self.text


def paragraphs(text: Text) -> tuple[Paragraph, ...]:
    """The hard lines of a text that is not turned, each with the place of its printed lines; blank ones left out."""
    cap = text.runs[0].baseline - text.box[1]
    printed = iter([tuple(line) for _, line in groupby(text.runs, key=lambda run: run.baseline)])
    return tuple(_paragraph(hard, printed, cap) for hard in text.text.split("\n") if hard.strip())


def _paragraph(hard: str, printed: Iterator[tuple[Run, ...]], cap: float) -> Paragraph:
    wanted = _dense(hard)
    first = last = next(printed)
    marker = first[0].text if len(first) > 1 else ""
    found = _dense("".join(run.text for run in first))
    count = 1
    while len(found := _without_hyphen(found, wanted)) < len(wanted):
        last = next(printed)
        count += 1
        found += _dense("".join(run.text for run in last))
    body = fold(hard).removeprefix(marker).lstrip(" ")
    return Paragraph(marker, body, first[-1].x, first[0].baseline - cap, last[0].baseline, count)


def _dense(text: str) -> str:
    return "".join(text.split())


def _without_hyphen(found: str, wanted: str) -> str:
    """A line's last character is not the source's where wrapping divided a word."""
    return found if wanted.startswith(found) else found[:-1]
