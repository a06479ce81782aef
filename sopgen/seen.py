"""How the pages of a file look beside those of the document that its spec gives: values alone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sopgen.scene import Box


class Difference(NamedTuple):
    """Where a page looks otherwise than it should. `page` from 1; `gone`: something printed is not seen any more.

    `held`: the file's page that shows it, from 1. `legible`: whether most of what is printed there is still seen, as
    under a stamp or a stroke. `spot`: the same place on that page, where it lies elsewhere there. `wordless`: whether
    nothing but lines are hidden, and no word; `inked`: whether all that is hidden lies under ink.
    """

    page: int
    box: Box
    gone: bool
    held: int
    legible: bool = False
    spot: Box | None = None
    wordless: bool = False
    inked: bool = False


class Across(NamedTuple):
    """Words written large upon a page, as watermarks are. `page`: the document's, `held`: the file's, from 1.

    `letters`: where each of them stands.
    """

    page: int
    held: int
    letters: tuple[Box, ...]
    said: str


class Note(NamedTuple):
    """What a reader of PDFs put upon a page, from 1: `kind` as PDF calls it (ISO 32000-1, 12.5.6), and what it says."""

    page: int
    box: Box
    kind: str
    said: str


class PageFault(NamedTuple):
    """A page as a whole that is not where and as it should be. `page`: the document's; `held`: the file's; from 1.

    `missing`: the file has none (0); `doubled`: it has one more; `moved`: it stands elsewhere; `turned`: by quarters;
    `cut`: a part of it is seen; `foreign`: none of the document's stands there, in place of `page` where one is missing
    there, else 0.
    """

    kind: Literal["missing", "doubled", "moved", "turned", "cut", "foreign"]
    page: int
    held: int


class Anew(NamedTuple):
    """A page that shows what it should, but was printed or written anew. `page`: the document's; `held`: the file's.

    `scale`: its size there; `shared`: whether others stand on that page too; `moved`: whether it lies elsewhere on it;
    `trimmed`: whether only because empty margins were cut off.
    """

    page: int
    held: int
    scale: float
    shared: bool = False
    moved: bool = False
    trimmed: bool = False


class Likeness(NamedTuple):
    """A file beside the document that its spec gives. `held`: of each page of that the file's, from 1; 0 for none.

    `scans`: the file's pages that are pictures, and of which nobody can tell more than whose place they take.
    """

    places: tuple[Difference, ...]
    faults: tuple[PageFault, ...]
    held: tuple[int, ...]
    anew: tuple[Anew, ...] = ()
    scans: tuple[int, ...] = ()
