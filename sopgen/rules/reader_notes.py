"""Notes that readers of PDFs put upon a page: what each says, and what it hides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from sopgen.rules.areas import grown, holds
from sopgen.rules.held import Unexamined
from sopgen.rules.page_rows import SLACK, in_steps
from sopgen.rules.put_upon import IN_TEXTS, OPENED, note_told
from sopgen.scene import Box, Document
from sopgen.seen import Difference, Note

_ICON: Final = 4.0  # points by which what a note looks like may reach beyond its place


def notes_told(
    document: Document, places: Sequence[Difference], held: Sequence[int], notes: Sequence[Note]
) -> tuple[Unexamined, ...]:
    """Each note with its place and its words, those of a page that say nothing together; what is drawn and says
    nothing is told as it is seen.

    `held`: of each of the document's pages the file's, 0 for none.
    """
    told: dict[tuple[int, str, str | Box], list[Note]] = defaultdict(list)
    for note in notes:
        if (note.said or note.kind in {OPENED, *IN_TEXTS}) and not _covers(note, places):
            told[note.page, note.kind, note.box if note.said else ""].append(note)
    pages = {number: page for page, number in zip(document.pages, held, strict=True)}
    return tuple(
        note_told(pages[group[0].page], in_steps(pages[group[0].page], [each.box for each in group]), group)
        for group in told.values()
        if group[0].page in pages
    )


def _covers(note: Note, places: Sequence[Difference]) -> bool:
    """Whether it hides words, and is told with what it hides."""
    return any(note is each for place in places for each in [covering(place, [note])])


def covering(place: Difference, notes: Sequence[Note]) -> Note | None:
    """The note with words that hides others there."""
    if not place.gone or is_of_note(place, notes):
        return None
    here = (each for each in notes if each.page == place.held and each.said and each.kind not in {OPENED, *IN_TEXTS})
    return next((each for each in here if holds(grown(each.box, _ICON + SLACK), place.box)), None)


def is_of_note(place: Difference, notes: Sequence[Note]) -> bool:
    """Whether it is what a note looks like that is told as such: it hides no word, and is opened or says something."""
    return any(
        note.page == place.held and _tells(note, place) and holds(grown(note.box, _ICON + SLACK), place.box)
        for note in notes
    )


def _tells(note: Note, place: Difference) -> bool:
    if note.kind == OPENED or (note.kind in IN_TEXTS and place.legible):
        return True
    return bool(note.said) and (place.legible or place.wordless)
