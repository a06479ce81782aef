"""What is to be drawn, page by page, before it becomes a PDF or a workbook. Points from the top left corner."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass
class Text:
    """A cell. `ruled`: with rules around it. `lines` once wrapped."""

    box: Box
    text: str
    size: float = 8.0
    bold: bool = False
    middle: bool = False
    ruled: bool = True
    turned: bool = False
    lines: list[str] = field(default_factory=list)


@dataclass
class Mark:
    """A symbol."""

    id: int
    kind: str
    box: Box
    text: str = ""

    @property
    def centre(self) -> Point:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


@dataclass
class Arrow:
    points: list[Point]
    head: bool = True
    start: int | None = None
    end: int | None = None


@dataclass
class Label:
    text: str
    box: Box


@dataclass
class Page:
    size: Point
    cells: list[Text] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    free: list[tuple[float, float, str]] = field(default_factory=list)
    stamps: list[Box] = field(default_factory=list)
    picture: Box | None = None  # where the chart is a picture


@dataclass
class Style:
    """Habits of one document."""

    font: str
    size: float
    numbering: str
    activity: str
    doers: str
    quality: str
    needs: str
    duration: str
    results: str
    remarks: str
    upper: bool
    column_numbers: str
    group_head: bool
    turned_heads: bool
    identity: str
    colon: str
    list_mark: str
    item_rows: bool
    dates: str
    one_page: bool
    repeat_head: bool
    pentagons: str
    numbered_pentagons: bool
    extra_capsules: bool
    capsule_text: bool
    wide: bool
    jitter: float
    loose: float
    split_lines: bool
    joins: float
    bumps: bool
    merged_time: bool
    title: bool
    stamp: bool
    signed: bool
    chart_lines: bool


def make_style(rng: random.Random, w: Any) -> Style:
    odds = lambda share: rng.random() < share  # noqa: E731
    return Style(
        font=rng.choice(["Helvetica", "Helvetica", "Times-Roman"]),
        size=rng.choice([6.5, 7, 7.5, 8, 8, 9]),
        numbering=rng.choice(["{}", "{}.", "{})", "{}."]),
        activity=rng.choice(w.ACTIVITY),
        doers=rng.choice(w.DOERS),
        quality=rng.choice(w.QUALITY),
        needs=rng.choice(w.NEEDS),
        duration=rng.choice(w.DURATION),
        results=rng.choice(w.RESULTS),
        remarks=rng.choice(w.REMARKS),
        upper=odds(0.25),
        column_numbers=rng.choice(["", "", "", "({})", "{}"]),
        group_head=odds(0.12),
        turned_heads=odds(0.08),
        identity=rng.choice(["block", "block", "block", "colon", "banner", "sides", "plain"]),
        colon=rng.choice(["", "", " :", ":"]),
        list_mark=rng.choice(["{}. ", "{}. ", "{}) ", "- ", "• ", "abc"]),
        item_rows=odds(0.2),
        dates=rng.choice(["long", "long", "dash", "slash"]),
        one_page=odds(0.38),
        repeat_head=odds(0.6),
        pentagons=rng.choice(["strip", "strip", "cell"]),
        numbered_pentagons=odds(0.6),
        extra_capsules=odds(0.2),
        capsule_text=odds(0.5),
        wide=odds(0.4),
        jitter=rng.choice([0, 2, 5]),
        loose=rng.choice([0.5, 2, 5, 9]),
        split_lines=odds(0.2),
        joins=rng.choice([0, 0.3, 0.6]),
        bumps=odds(0.25),
        merged_time=odds(0.1),
        title=odds(0.4),
        stamp=odds(0.4),
        signed=odds(0.3),
        chart_lines=odds(0.9),
    )


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """Lines; a word wider than its cell is cut."""
    lines: list[str] = []
    for hard in text.split("\n"):
        line = ""
        for word in hard.split(" "):
            while stringWidth(word, font, size) > width and len(word) > 2:
                cut = len(word)
                while cut > 1 and stringWidth(word[:cut], font, size) > width:
                    cut -= 1
                if line:
                    lines.append(line)
                    line = ""
                lines.append(word[:cut])
                word = word[cut:]
            trial = f"{line} {word}" if line else word
            if line and stringWidth(trial, font, size) > width:
                lines.append(line)
                line = word
            else:
                line = trial
        lines.append(line)
    return lines


def set_cell(cell: Text, style: Style) -> Text:
    font = f"{style.font.replace('-Roman', '')}-Bold" if cell.bold else style.font
    room = cell.box[3] - cell.box[1] if cell.turned else cell.box[2] - cell.box[0]
    cell.lines = wrapped(cell.text, font, cell.size, room - 6)
    return cell


def height_of(text: str, style: Style, width: float, *, bold: bool = False, size: float | None = None) -> float:
    font = f"{style.font.replace('-Roman', '')}-Bold" if bold else style.font
    size = size or style.size
    return len(wrapped(text, font, size, width - 6)) * size * 1.2 + 6
