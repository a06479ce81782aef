"""The pages of a PDF into which several SOPs were merged → whose each of them is, by its words.

A page that has nobody's words (a scan, a picture, one that was changed beyond knowing) is whose pages it stands among,
and of an SOP that lacks pages where it would stand; else it is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from sopgen.render.pdf.pagewords import SAME_WORDS, Words, words_alike, words_of

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Pdf

_MOST_COMPARED: Final = 6_000
"""Pairs of pages that are looked at closely: of a larger file those whose words are the very same, and no others."""


class _Page(NamedTuple):
    """A page that an SOP should have, both from 0."""

    sop: int
    at: int


def shares(data: bytes, made: Sequence[bytes]) -> tuple[tuple[int, ...], ...]:
    """Of each SOP, made anew, the pages of the file that are its own, from 1 and in the file's order.

    Raises `NotOpened`.
    """
    from sopgen.drawn.pdf.opening import opened_pdf

    due: dict[_Page, Words] = {}
    for sop, each in enumerate(made):
        with opened_pdf(each) as pdf:
            due |= {_Page(sop, at): words for at, words in enumerate(_all_words(pdf))}
    with opened_pdf(data) as held:
        said = _all_words(held)
    owners = _placed(_by_words(said, due), due)
    return tuple(
        tuple(at + 1 for at, owner in enumerate(owners) if owner is not None and owner.sop == sop)
        for sop in range(len(made))
    )


def _all_words(pdf: Pdf) -> list[Words]:
    return [words_of(pdf, at) for at in range(len(pdf))]


def _by_words(said: Sequence[Words], due: dict[_Page, Words]) -> list[_Page | None]:
    """Of SOPs that have the very same page the one whose page before it stands before it here."""
    same: dict[frozenset[tuple[tuple[int, ...], int]], list[_Page]] = {}
    for page, words in due.items():
        if words:
            same.setdefault(frozenset(words.items()), []).append(page)
    closely = len(said) * len(due) <= _MOST_COMPARED
    found: list[_Page | None] = []
    for words in said:
        before = found[-1] if found else None
        following = before and before._replace(at=before.at + 1)
        equal = same.get(frozenset(words.items()), [])
        if equal or not closely or not words or not due:
            free = [each for each in equal if each not in found]
            found.append(following if following in equal else next(iter([*free, *equal]), None))
        else:
            likeness, nearest = max((words_alike(words, other), page) for page, other in due.items())
            found.append(nearest if likeness >= SAME_WORDS else None)
    return found


def _placed(found: Sequence[_Page | None], due: dict[_Page, Words]) -> list[_Page | None]:
    """Pages without an owner go to the SOP among whose pages they stand, or which lacks pages just there."""
    owners = [*found]
    there = {each for each in found if each is not None}
    last = {page.sop: page.at for page in sorted(due)}
    for at, owner in enumerate(found):
        if owner is not None:
            continue
        before = next((each for each in reversed(owners[:at]) if each is not None), None)
        after = next((each for each in found[at:] if each is not None), None)
        end = _Page(before.sop, last[before.sop]) if before is not None else None
        lacks_end = before is not None and end is not None and before < end and end not in there
        lacks_start = after is not None and after.at > 0 and _Page(after.sop, 0) not in there
        if before is not None and ((after is not None and before.sop == after.sop) or lacks_end):
            owners[at] = before._replace(at=before.at + 1) if lacks_end else before
        elif after is not None and lacks_start:
            owners[at] = _Page(after.sop, 0)
            there.add(_Page(after.sop, 0))
    return owners
