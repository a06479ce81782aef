"""Text in, text that a spreadsheet takes as nothing but text out."""

from __future__ import annotations

import re

from sopgen.render.ooxml.xml_text import possible

LONGEST_CELL = 32_767  # characters; openpyxl would cut the rest off without a word
_LONGEST_FOOTER_NUMBER = 90  # of the 255 that both halves of a footer and their codes may take
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class TextTooLong(ValueError):  # noqa: N818 - what was found
    """No cell holds so much. Layout lets no such text onto a page."""


def cell_text(text: str) -> str:
    """What to write so that the cell shows `text`: `_x0041_` would be shown as A. Raises TextTooLong."""
    shown = _ESCAPE_LIKE.sub("_x005F_", possible(text))
    if len(shown) > LONGEST_CELL:
        raise TextTooLong(f"{len(shown)} characters in one cell")
    return shown


def needs_quote(text: str) -> bool:
    """Whether an edit or a detour over CSV would make a formula of it."""
    return text.startswith(_FORMULA_STARTS)


def footer_text(text: str) -> str:
    """A document's number for the footer, shortened to what a footer holds; the first sheet has it in full."""
    said = " ".join(possible(text).split())
    if len(said) > _LONGEST_FOOTER_NUMBER:
        said = said[: _LONGEST_FOOTER_NUMBER - 1] + "…"
    return said.replace("&", "&&")
