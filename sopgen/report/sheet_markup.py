"""Words → escaped HTML: texts, tables, headings of the compliance sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from sopgen.diagnostics import Language, Message
from sopgen.report.harmless import spelled_out

_KEY: Final = re.compile("`([^`]*)`")
_CODE: Final = re.compile(r"\b[A-Z]{3,6}-\d\d\b")
_PAGE: Final = re.compile(r"\b(hal\.|p\.) (?=\d)")
_NONE: Final = Message("Tidak ada.", "None.")


def text(told: str) -> str:
    return escape(spelled_out(told))


def both(words: Message, language: Language) -> str:
    return text(words.in_language(language))


def prose(words: Message, language: Language) -> str:
    """Escaped, keys in backticks set apart, line breaks kept."""
    return set_apart(both(words, language))


def set_apart(escaped: str) -> str:
    told = _KEY.sub(r"<code>\1</code>", escaped).replace("\n", "<br>")
    return _CODE.sub(r"<span class='rule'>\g<0></span>", told)


def heading(words: Message, language: Language) -> str:
    return f"<h2>{both(words, language)}</h2>"


def table(heads: Iterable[Message], rows: list[str], language: Language) -> str:
    if not rows:
        return f'<p class="none">{both(_NONE, language)}</p>'
    head = "".join(f"<th>{both(each, language)}</th>" for each in heads)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


def kept_table(name: str, heads: Sequence[Message], pieces: Sequence[str], tail: str, language: Language) -> str:
    """A table whose pieces (rows, one or more) no page cuts; `tail` stands below, on the page of the last piece.

    It stands in the table, for that is what browsers keep together: they heed no other wish to stay with a row.
    """
    head = "".join(f"<th>{both(each, language)}</th>" for each in heads)
    foot = f'<tr><td colspan="{len(heads)}" class="tail">\n{tail}\n</td></tr>' if tail else ""
    bodies = [*pieces[:-1], pieces[-1] + foot]
    told = "\n".join(f"<tbody>{body}</tbody>" for body in bodies)
    return f'<table class="{name}">\n<thead><tr>{head}</tr></thead>\n{told}\n</table>'


def facts_table(rows: Iterable[Iterable[tuple[Message, str]]], language: Language, *, head: bool = False) -> str:
    """One or two facts a row, by name and value; one alone takes the whole width. `head`: the first is a title."""
    lines = []
    for row in map(tuple, rows):
        across = "" if len(row) > 1 else " colspan='3'"
        cells = (f"<th>{both(name, language)}</th><td{across}>{text(value)}</td>" for name, value in row)
        lines.append(f"<tr>{''.join(cells)}</tr>")
    columns = "<colgroup><col><col><col><col></colgroup>"
    return f'<table class="identity{" head" if head else ""}">\n{columns}\n' + "\n".join(lines) + "\n</table>"


def in_pairs(facts: Iterable[tuple[Message, str]]) -> Iterator[tuple[tuple[Message, str], ...]]:
    """Two facts a row, in their order."""
    listed = list(facts)
    return (tuple(listed[at : at + 2]) for at in range(0, len(listed), 2))


def place_text(words: str) -> str:
    """A place, escaped: each page on a line of its own, "hal. 3" never torn apart."""
    told = set_apart(text(words)).replace("; ", ";<br>")
    return _PAGE.sub("\\1\u00a0", told)
