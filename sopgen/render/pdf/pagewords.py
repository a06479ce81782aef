"""What a page of a PDF says, as a bag of three characters in a row: the same however a program wrote them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Letter, Pdf

Words = Counter[tuple[int, ...]]
SAME_WORDS: Final = 0.8
"""Of what the one that says more says: from here on two pages are one."""


def letters_of(pdf: Pdf, at: int) -> Sequence[Letter]:
    """The characters that are seen on a page from 0. Raises `NotOpened`."""
    page = pdf.page(at)
    try:
        for _ in page.things():
            pass
        return [each for each in page.letters() if each.code > ord(" ")]
    finally:
        page.close()


def words_of(pdf: Pdf, at: int) -> Words:
    """Raises `NotOpened`."""
    return words_in(letters_of(pdf, at))


def words_in(letters: Sequence[Letter]) -> Words:
    codes = [each.code for each in letters]
    return Counter(zip(codes, codes[1:], codes[2:], strict=False))


def words_alike(said: Words, due: Words) -> float:
    """How much both say of what the one that says more does."""
    most = max(said.total(), due.total())
    return (said & due).total() / most if most else 0.0
