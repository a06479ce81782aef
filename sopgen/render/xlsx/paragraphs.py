"""A positioned text in, its paragraphs out: what stands in one cell each, without the breaks that wrapping made.

Lines are found again in the source text, so that a word divided at a line's end comes out whole. One break stays: not
every spreadsheet breaks a line after a slash, so a word wider than its cell might be cut at any letter there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from sopgen.scene import Run, Text
from sopgen.text.breaks import fold
from sopgen.text.measure import width

_SIGNS = "/-–—"


class Paragraph(NamedTuple):
    """A hard line of the source. `x`: where its text begins; `baseline`: its first one's place; `bottom`: its last's.

    `lines`: how many it is printed on.
    """

    marker: str
    text: str
    x: float
    baseline: float
    bottom: float
    lines: int

    @property
    def whole(self) -> str:
        return f"{self.marker} {self.text}" if self.marker else self.text


def paragraphs(text: Text) -> tuple[Paragraph, ...]:
    """The hard lines of a text that is not turned, each with the place of its printed lines; blank ones left out."""
    printed = iter([tuple(line) for _, line in groupby(text.runs, key=lambda run: run.baseline)])
    return tuple(_paragraph(text, hard, printed) for hard in text.text.split("\n") if fold(hard))


def _paragraph(text: Text, hard: str, printed: Iterator[tuple[Run, ...]]) -> Paragraph:
    wanted = _dense(hard)
    lines = [next(printed)]
    marker = lines[0][0].text if len(lines[0]) > 1 else ""
    found = _dense("".join(run.text for run in lines[0]))
    ends: list[int] = []  # of lines, counted in characters that are no white space
    while len(found := _without_hyphen(found, wanted)) < len(wanted):
        ends.append(len(found))
        lines.append(next(printed))
        found += _dense("".join(run.text for run in lines[-1]))
    body = fold(hard).removeprefix(marker).lstrip(" ")
    x = lines[0][-1].x
    room = text.cell[2] - x - (min(run.x for run in text.runs) - text.cell[0])
    body = _with_needed_breaks(body, [end - len(_dense(marker)) for end in ends], text, room)
    return Paragraph(marker, body, x, lines[0][0].baseline, lines[-1][0].baseline, len(lines))


def _with_needed_breaks(body: str, ends: list[int], text: Text, room: float) -> str:
    """`body` with line breaks at those ends that divide a word, after its own sign, which no line of `room` holds."""
    pieces: list[str] = []
    done = 0
    for word in body.split(" "):
        length = len(_dense(word))
        inside = [end - done for end in ends if done < end < done + length]
        cuts = [cut for cut in inside if word[cut - 1] in _SIGNS] if _dense(word) == word else []
        if cuts and width(word, text.face, text.size) > room:
            word = "\n".join(word[a:b] for a, b in pairwise([0, *cuts, length]))  # noqa: PLW2901
        pieces.append(word)
        done += length
    return " ".join(pieces)


def _dense(text: str) -> str:
    return "".join(text.split())


def _without_hyphen(found: str, wanted: str) -> str:
    """A line's last character is not the source's where wrapping divided a word."""
    return found if wanted.startswith(found) else found[:-1]
