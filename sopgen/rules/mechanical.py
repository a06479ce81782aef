"""A text → the same text with what is mechanical in it mended: what `check --fix` writes, and what marks a finding by.

Each changes no meaning: quotation marks around all of it, a number typed before it, "SOP" before a title, loan words
used as verbs, "No." in the name of a law.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sopgen.rules.language.spelling.laws import with_nomor
from sopgen.rules.language.spelling.nonstandard import loan_verb
from sopgen.rules.language.verbs import goes_on, loan_mended
from sopgen.rules.titles import bare_title

QUOTED: Final = re.compile(r"[“”„«](?P<inside>[^“”„«»]*)[”“»]")
NUMBERED: Final = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+(?P<rest>\S.*)", re.DOTALL)
WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@lru_cache(maxsize=4096)
def mended_text(text: str, *, is_title: bool = False) -> str:
    """With all of it made. What it leaves alone stays letter for letter."""
    if quoted := QUOTED.fullmatch(text.strip()):
        text = quoted["inside"].strip()
    if is_title and bare_title(text) != " ".join(text.split()):
        text = bare_title(text)
    if numbered := NUMBERED.fullmatch(text):
        text = numbered["rest"]
    return with_nomor(_with_verbs(loan_mended(text)))


def _with_verbs(text: str) -> str:
    """Loan words behind the head of a text made verbs, from the last, so that those before keep their places."""
    for found in reversed([*WORD.finditer(text)]):
        meant = loan_verb(found[0])
        if meant and not goes_on(text[found.end() :]):
            text = text[: found.start()] + meant + text[found.end() :]
    return text
