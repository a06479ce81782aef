"""A rule's page, the `__doc__` that its module assigns, as data.

Fixed headings, Indonesian first, the English twin behind it, the examples shared.

The first line is `CODE. Title.`; the English half begins with a line `English. Title.` Each heading stands alone on a
line and its text is indented below it.
"""

from __future__ import annotations

from textwrap import dedent
from typing import Final, NamedTuple

from sopgen.diagnostics import Message

HEADINGS: Final = {
    "checked": Message("Diperiksa", "Checked"),
    "source": Message("Dasar", "Basis"),
    "why": Message("Alasan", "Why"),
    "wrong": Message("Salah", "Wrong"),
    "right": Message("Benar", "Right"),
    "remedy": Message("Perbaikan", "Remedy"),
}
ENGLISH: Final = "English."


class Documentation(NamedTuple):
    """What a rule says of itself. `wrong` and `right` are YAML; they are the same in both languages."""

    title: Message
    checked: Message
    source: Message
    why: Message
    wrong: str
    right: str
    remedy: Message


def read_documentation(docstring: str) -> Documentation:
    """Take a rule's page apart. Raises KeyError for a heading that is missing."""
    indonesian, english = docstring.split(f"\n{ENGLISH} ")
    title = indonesian.partition(". ")[2].partition("\n")[0]
    sections = _sections(indonesian, [heading.id for heading in HEADINGS.values()])
    translated = _sections(english, [heading.en for heading in HEADINGS.values()])

    def both(key: str) -> Message:
        return Message(_flowing(sections[HEADINGS[key].id]), _flowing(translated[HEADINGS[key].en]))

    return Documentation(
        title=Message(title.rstrip("."), english.partition("\n")[0].rstrip(".")),
        checked=both("checked"),
        source=Message(*(text.rstrip(".") for text in both("source"))),
        why=both("why"),
        wrong=sections[HEADINGS["wrong"].id],
        right=sections[HEADINGS["right"].id],
        remedy=both("remedy"),
    )


def _sections(text: str, headings: list[str]) -> dict[str, str]:
    """The text below each heading, without its indentation."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.removesuffix(":") in headings and line.endswith(":"):
            current = found.setdefault(line[:-1], [])
        else:
            current.append(line)
    return {heading: dedent("\n".join(lines)).strip("\n") + "\n" for heading, lines in found.items()}


def _flowing(text: str) -> str:
    return " ".join(text.split())
