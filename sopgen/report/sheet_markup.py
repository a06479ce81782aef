"""Words → escaped HTML: texts, tables, headings of the compliance sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from sopgen.diagnostics import Language, Message
from sopgen.report.harmless import spelled_out
from sopgen.report.sheet_measure import BODY, LEADING, MM, SLIM, SMALL, Cell, lines_height, row_height
from sopgen.report.sheet_pages import Block

_KEY: Final = re.compile("`([^`]*)`")
_CODE: Final = re.compile(r"\b[A-Z]{3,6}-\d\d\b")
_PAGE: Final = re.compile(r"\b(hal\.|p\.) (?=\d)")
CONTINUED: Final = Message("lanjutan", "continued")
WIDTH: Final = 175.0
"""mm between the margins."""
_FACTS: Final = (33.0, 73.0, 35.0, 34.0)
"""mm of the columns of facts."""
_SLASH: Final = re.compile(r"(?<=\w\w\w)/(?=\w\w\w)")


def text(told: str) -> str:
    return escape(spelled_out(told))


def both(words: Message, language: Language) -> str:
    return text(words.in_language(language))


def prose(words: Message, language: Language) -> str:
    """Escaped, keys in backticks set apart, line breaks kept."""
    return set_apart(both(words, language))


def set_apart(escaped: str) -> str:
    told = _SLASH.sub("/<wbr>", _KEY.sub(r"<code>\1</code>", escaped).replace("\n", "<br>"))
    return _CODE.sub(r"<span class='rule'>\g<0></span>", told)


def heading(words: Message, language: Language) -> Block:
    return Block(f"<h2>{both(words, language)}</h2>", 5.5 * MM + 9.5 * LEADING)


def stacked(blocks: Iterable[Block]) -> Block:
    """One below the other."""
    listed = [each for each in blocks if each.html]
    return Block("\n".join(each.html for each in listed), sum(each.height for each in listed))


def running_head(words: str, language: Language) -> Block:
    """What tells at the head of a further page whose it is."""
    told = f"<b>{text(words)}</b>"
    height = lines_height(told, (WIDTH - 20) * MM, 9.5) + 2 * MM
    return Block(f'<p class="running">{told}<span>{both(CONTINUED, language)}</span></p>', height)


def table(
    heads: Sequence[Message], widths: Sequence[float], rows: Sequence[Sequence[str]], language: Language
) -> Block:
    """A small one, of cells in HTML, that stays on one page."""
    head = head_of(heads, widths, language)
    columns = "".join(f'<col style="width:{width:g}mm">' for width in widths)
    lines = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    heights = [row_height(map(Cell, row, widths)) for row in rows]
    return Block(
        f'<table class="small">\n<colgroup>{columns}</colgroup>\n<thead>{head.html}</thead>\n'
        f"<tbody>\n{lines}\n</tbody>\n</table>",
        head.height + sum(heights),
    )


def head_of(heads: Sequence[Message], widths: Sequence[float], language: Language) -> Block:
    """The head of a table whose columns are `widths` mm wide."""
    told = [f"<b>{both(each, language)}</b>" for each in heads]
    height = row_height(Cell(each, width) for each, width in zip(told, widths, strict=True))
    cells = "".join(f"<th>{both(each, language)}</th>" for each in heads)
    return Block(f"<tr>{cells}</tr>", height)


def facts_table(
    rows: Iterable[Iterable[tuple[Message, str]]], language: Language, *, head: bool = False, note: bool = False
) -> Block:
    """One or two facts a row, by name and value; one alone takes the whole width.

    `head`: the first is a title; `note`: the last is small print.
    """
    listed = [tuple(row) for row in rows]
    lines, height = [], 2 * MM
    for number, row in enumerate(listed, start=1):
        small = note and number == len(listed)
        across = "" if len(row) > 1 else " colspan='3'"
        told = [(both(name, language), text(value).replace("\n", "<br>")) for name, value in row]
        kind = " class='note'" if small else ""
        cells_of_row = "".join(f"<th>{name}</th><td{across}>{value}</td>" for name, value in told)
        lines.append(f"<tr{kind}>{cells_of_row}</tr>")
        widths = _FACTS if len(told) > 1 else (_FACTS[0], sum(_FACTS[1:]))
        sizes = (BODY, SMALL if small else BODY) * len(told)
        cells = [cell for pair in told for cell in pair]
        height += row_height(map(Cell, cells, widths, sizes), pad=SLIM)
    columns = "<colgroup><col><col><col><col></colgroup>"
    told_all = f'<table class="identity{" head" if head else ""}">\n{columns}\n' + "\n".join(lines) + "\n</table>"
    return Block(told_all, height)


def listed_facts(rows: Iterable[Iterable[tuple[Message, str]]], language: Language) -> str:
    """Facts in a line of HTML, where a table of them would take a further page."""
    return " · ".join(f"{both(name, language)} {text(value)}" for row in rows for name, value in row)


def title(told: str, bureau: str) -> Block:
    """A sheet's name, in HTML, and whose it is."""
    below = text(bureau)
    height = 13 * LEADING + lines_height(below, WIDTH * MM, 10) + 1 * MM
    return Block(f'<h1>{told}</h1>\n<p class="bureau">{below}</p>', height)


def sum_box(verdict: str, note: str, counted: Sequence[tuple[int, str]]) -> Block:
    """The verdict and the numbers, each with its word; all in HTML."""
    cells = f"<div><b>{verdict}</b><span>{note}</span></div>"
    cells += "".join(f"<div><b>{number}</b><span>{word}</span></div>" for number, word in counted)
    room = (WIDTH - 25 * len(counted) - 6) * MM
    height = lines_height(f"<b>{verdict}</b>", room, 11) + lines_height(note, room, SMALL) + 11 * MM
    return Block(f'<div class="sum">{cells}</div>', height)


def in_pairs(facts: Iterable[tuple[Message, str]]) -> Iterator[tuple[tuple[Message, str], ...]]:
    """Two facts a row, in their order."""
    listed = list(facts)
    return (tuple(listed[at : at + 2]) for at in range(0, len(listed), 2))


def place_text(words: str) -> str:
    """A place, escaped: each page on a line of its own, "hal. 3" never torn apart."""
    told = set_apart(text(words)).replace("; ", ";<br>")
    return _PAGE.sub("\\1\u00a0", told)
