"""A PDF that somebody holds: each SOP in it by the spec that the file brings for it, and by what its pages show.

Several SOPs may have been merged into one file, with the specs of all, of some, or of none; and letters put between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from sopgen import pipeline
from sopgen.diagnostics import Diagnostic, Message, Refusal
from sopgen.intake import Loaded, MemorySource, load_spec
from sopgen.redrawn import drawn_again
from sopgen.rules.held import OTHER_EDITION, PAGES, REPLACED_SPEC, STRIPPED, UNREADABLE_SPEC, Held, Unexamined
from sopgen.rules.paper import Paper
from sopgen.version import DRAWING

if TYPE_CHECKING:
    from sopgen.drawn.reading import Imported
    from sopgen.rules.presets import Preset
    from sopgen.rules.printed import Altered
    from sopgen.scene import Document
    from sopgen.seen import Likeness

_MOST_NAMED: Final = 3
_EMBLEM: Final = "lambang.png"
_EMBLEM_NAMED: Final = re.compile(rb"""(?m)(?:^|[\s{,])["']?logo["']?\s*:""")


class _Terms(NamedTuple):
    shown: str
    today: date
    preset: Preset | None


class _Judged(NamedTuple):
    """`aside`: pages that were looked at and are none of its own, from 1; `whole`: whether all of its own are there."""

    held: Held
    aside: tuple[int, ...] = ()
    whole: bool = True


class _Specs(NamedTuple):
    """Those that a file brings. `own`: the one that it says it was made from; `refused`: that one cannot be read."""

    found: tuple[Loaded, ...]
    own: Loaded | None
    refused: bool


def check_pdf(data: bytes, shown: str, *, today: date, preset: Preset | None = None) -> Held:
    """Several SOPs in one file are judged one by one; pages that are nobody's are told once."""
    terms = _Terms(shown, today, preset)
    specs = _specs_in(data, terms)
    shared = _shared(data, specs)
    if not shared:
        if within := pipeline.portfolio_of(data):
            return _portfolio(within)
        return _one(_strangers(data, None, terms, (UNREADABLE_SPEC,) if specs.refused else _missing(data)))
    judged = [_judged(data, loaded, pages, terms) for loaded, pages in shared]
    rest = _rest(data, judged, [pages for _, pages in shared])
    strangers = [each for each in _strangers(data, rest, terms) if each.pages] if rest else []
    left = [page for page in rest if not any(page in each.pages for each in strangers)]
    parts = sorted((*(each.held for each in judged), *strangers), key=lambda each: each.pages[:1] or (0,))
    absent = [each.sop.judul for each in specs.found if all(each is not loaded for loaded, _ in shared)]
    whole = all(each.whole for each in judged)
    return _one((_with_asides(parts[0], left, absent, alone=len(parts) == 1, whole=whole), *parts[1:]))


def _one(parts: Sequence[Held]) -> Held:
    return parts[0] if len(parts) == 1 else Held(None, (), parts=tuple(parts))


def _portfolio(names: Sequence[str]) -> Held:
    """A cover with other files in it, of which it shows none."""
    from sopgen.rules.drawing.checking import unreadable
    from sopgen.rules.held import UNREAD

    first, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    listed = Message(first, first) if more <= 0 else Message(f"{first}, dan {more} lagi", f"{first}, and {more} more")
    told = Message(
        f"PDF ini portofolio, sampul bagi berkas lain di dalamnya ({listed.id}); keluarkan berkas itu dengan pembaca "
        "PDF, lalu periksa satu per satu",
        f"this PDF is a portfolio, a cover for other files in it ({listed.en}); take them out with a reader of PDFs, "
        "and check each",
    )
    return Held(None, (unreadable(told),), (UNREAD,))


def _with_asides(first: Held, pages: Sequence[int], absent: Sequence[str], *, alone: bool, whole: bool) -> Held:
    """What belongs to none of a file's SOPs is told at the first one."""
    from sopgen.rules.page_faults import absent_specs, pages_aside

    told = (*pages_aside(pages, alone=alone, whole=whole), *absent_specs(absent))
    return first._replace(unexamined=(*first.unexamined, *told))


def _specs_in(data: bytes, terms: _Terms) -> _Specs:
    from sopgen.render.enclosed import NothingEnclosed

    try:
        said = pipeline.enclosed(data)
    except NothingEnclosed:
        said = None
    found: list[Loaded] = []
    own, refused = None, False
    for origin in pipeline.all_enclosed(data):
        try:
            loaded = load_spec(MemorySource(terms.shown, origin.spec, origin.defaults, logos=None))
        except Refusal:
            refused = refused or origin == said
            continue
        if terms.preset:
            loaded = loaded._replace(setelan=loaded.setelan._replace(preset=terms.preset))
        found.append(loaded)
        own = loaded if origin == said else own
    return _Specs(tuple(found), own, refused)


def _shared(data: bytes, specs: _Specs) -> list[tuple[Loaded, tuple[int, ...] | None]]:
    """Each SOP with its pages; None for all, which the one that the file says it was made from is held against.

    A spec that has no pages there is no SOP of the file's, unless no other has any. One that was put beside nothing but
    pictures is that of all of them.
    """
    own = specs.own
    if own is None or len(specs.found) > 1:
        drawn = [(each, document) for each in specs.found if (document := drawn_again(each))]
        shares = pipeline.shares_of(data, [document for _, document in drawn]) if drawn else ()
        if any(shares):
            return [(loaded, pages) for (loaded, _), pages in zip(drawn, shares, strict=True) if pages]
    if own is None and len(specs.found) == 1 and pipeline.is_scanned(data):
        return [(specs.found[0], None)]
    return [(own, None)] if own is not None else []


def _rest(data: bytes, judged: Sequence[_Judged], shares: Sequence[Sequence[int] | None]) -> tuple[int, ...]:
    """The pages that are none of these SOPs'."""
    aside = {page for each in judged for page in each.aside}
    if any(pages is None for pages in shares):
        return tuple(sorted(aside))
    taken = {page for pages in shares for page in pages or ()} - aside
    return tuple(page for page in range(1, pipeline.count_pages(data) + 1) if page not in taken)


def _strangers(
    data: bytes, pages: Sequence[int] | None, terms: _Terms, missing: tuple[Unexamined, ...] = ()
) -> tuple[Held, ...]:
    """SOPs on these pages, or on all, for which the file brings no spec."""
    from sopgen.rules.holding import judge_foreign

    return judge_foreign(
        data,
        terms.shown,
        terms.preset,
        today=terms.today,
        missing=missing,
        is_ours=lambda imported, loaded: _is_printed_anew(data, imported, loaded),
        pages=pages,
    )


def _missing(data: bytes) -> tuple[Unexamined, ...]:
    """What cannot be examined of a file without its spec that says that sopgen made it."""
    from sopgen.render.pdf.seal import was_ours
    from sopgen.render.pdf.source import brings_another_spec

    if brings_another_spec(data):
        return (REPLACED_SPEC,)
    return (STRIPPED,) if was_ours(data) else ()


def _is_printed_anew(data: bytes, imported: Imported, loaded: Loaded) -> bool:
    """Whether pages show a drawing of sopgen's, though nothing in the file says so: by its faces, and its frame."""
    from sopgen.render.pdf.seal import uses_our_faces
    from sopgen.rules.holding import stands_in_frame

    if not uses_our_faces(data, [panel.page for panel in imported.panels]):
        return False
    document = drawn_again(loaded)
    return document is not None and stands_in_frame(imported, document)


def _judged(data: bytes, loaded: Loaded, pages: Sequence[int] | None, terms: _Terms) -> _Judged:
    """An SOP by its spec, and by what its pages show otherwise. `pages`: those that are looked at, else all."""
    from sopgen.rules.holding import judge_enclosed, judge_pages

    altered, paper, likeness = _compared(data, loaded, pages, terms)
    told = judge_pages(judge_enclosed(loaded, terms.today), altered.findings)
    held = Held(loaded, told, altered.unexamined, paper, carries=True, altered=altered.upon)
    if likeness is None:
        return _Judged(held._replace(pages=tuple(pages or ())))
    from sopgen.rules.page_faults import aside_of

    aside = aside_of(likeness)
    own = {*likeness.held, *(pages or ())} - {0, *aside}
    return _Judged(held._replace(pages=tuple(sorted(own))), aside, all(likeness.held))


def _compared(
    data: bytes, loaded: Loaded, pages: Sequence[int] | None, terms: _Terms
) -> tuple[Altered, Paper, Likeness | None]:
    """What a PDF shows otherwise than its spec gives: a seal says who wrote it only as long as nobody forges one.

    Where nothing stands otherwise, the pages of the document drawn again are those of the paper.
    """
    from sopgen.render.pdf.added import words_across, words_added
    from sopgen.render.pdf.notes import notes_on
    from sopgen.render.pdf.source import told_by
    from sopgen.render.signature import is_signed
    from sopgen.rules.across import is_of_across
    from sopgen.rules.holding import judge_altered, words_at
    from sopgen.rules.misread import not_of_marks
    from sopgen.rules.page_faults import is_at_fault, page_findings, resized, scanned, written_anew
    from sopgen.rules.printed import (
        Altered,
        Written,
        paper_of_pages,
        standing_beside,
        stands_upon,
        unlike_printed,
    )
    from sopgen.rules.reader_notes import covering, is_of_note, notes_told

    told = told_by(data)
    document, likeness = _held_against(data, loaded, pages, draft=told.get("konsep") == "ya")
    if document is None or likeness is None:
        return Altered(unexamined=(PAGES,), upon=True), Paper(), None
    places, paper = likeness.places, paper_of_pages(document, likeness.held)
    if (places or is_at_fault(likeness)) and told.get("gambar", str(DRAWING)) != str(DRAWING):
        return Altered(unexamined=(OTHER_EDITION,), upon=True), _steps_alone(paper), likeness
    made = pipeline.render_document(document) if places else b""
    in_place = [each for each in places if not each.spot]
    elsewhere = [each for each in standing_beside(document, places) if each.spot]
    added = dict(zip(in_place, words_added(data, made, in_place), strict=True))
    words = {place: each.said for place, each in added.items()}
    words |= zip(elsewhere, words_at(data, elsewhere) if elsewhere else (), strict=True)
    notes = tuple(each for each in notes_on(data) if each.page in likeness.held)
    held = [0 if page in {each.held for each in elsewhere} else page for page in likeness.held]
    written = Written(words, is_signed(data), notes, words_across(data, made, held) if made else ())
    named: tuple[Diagnostic, ...] = ()
    lost: set[int] = set()
    upon = stands_upon(document, places)
    if upon:
        shared = {each.page for each in likeness.anew if each.shared}  # a sheet of several pages is read as none
        alone = [
            0 if page in shared or held in likeness.scans else held for page, held in enumerate(likeness.held, start=1)
        ]
        named, read = judge_altered(data, made, terms.shown, loaded, document, alone)
        aside = {each for each in places if is_of_note(each, notes) or is_of_across(each, written.across)}
        aside |= {each for each in places if covering(each, notes)}
        read_into = {
            place: said
            for place, said in words.items()
            if place not in aside and not (place in added and added[place].over)
        }
        named = not_of_marks(document, places, read_into, named, aside)
        paper = read if read.steps else _steps_alone(paper)
        due = {row.step for page in document.pages for row in page.rows if row.step}
        lost = due - {row.number for row in read.steps} if named else set()
    altered = unlike_printed(document, places, named, written, lost)
    differs = bool(named or altered.findings) or any(each.decisive for each in altered.unexamined)
    altered = Altered(
        (*page_findings(document, likeness), *resized(document, likeness), *named, *altered.findings),
        (
            *scanned(likeness),
            *altered.unexamined,
            *written_anew(likeness),
            *notes_told(document, places, likeness.held, notes),
        ),
        differs or is_at_fault(likeness) or bool(likeness.scans),
    )
    is_whole = all(likeness.held) and not likeness.scans
    return altered, paper if is_whole else _steps_alone(paper), likeness


def _steps_alone(paper: Paper) -> Paper:
    """Where its steps stand by the spec; figures are those of another drawing."""
    return paper._replace(pages=0, crossings=None)


def _held_against(
    data: bytes, loaded: Loaded, pages: Sequence[int] | None, *, draft: bool
) -> tuple[Document | None, Likeness | None]:
    """What the spec gives, and how the file's pages are beside it.

    The emblem is on the SOP's first page. Where that is not the first one that is looked at, all is drawn once more
    with the emblem of the page that it is.
    """
    start = pages[0] if pages else 1
    document = drawn_again(_with_emblem(loaded, data, start), draft=draft)
    likeness = pipeline.unlike_pages(data, document, pages) if document else None
    first = likeness.held[0] if likeness else 0
    if first not in {0, start} and likeness and likeness.places:
        document = drawn_again(_with_emblem(loaded, data, first), draft=draft)
        likeness = pipeline.unlike_pages(data, document, pages) if document else None
    return document, likeness and document and _less_stapled(data, document, likeness)


def _less_stapled(data: bytes, document: Document, likeness: Likeness) -> Likeness:
    """Without pages of another SOP on the same form."""
    from sopgen.render.pdf.naming import unnamed
    from sopgen.rules.stapled import names_due, without

    names = names_due(document, likeness)
    return without(likeness, unnamed(data, names)) if names else likeness


def _names_emblem(loaded: Loaded) -> bool:
    """Whether its spec, or its bureau's defaults, name one: else any picture on the page was put there since."""
    origin = pipeline.origin_of(loaded)
    return any(_EMBLEM_NAMED.search(text) for text in (origin.spec, origin.defaults or b""))


def _with_emblem(loaded: Loaded, data: bytes, page: int) -> Loaded:
    """With the emblem that the PDF shows, for the spec inside names one and brings none. `page` from 1."""
    from sopgen.intake.logo import check_logo
    from sopgen.render.pdf.emblem import emblem_of

    picture = emblem_of(data, page - 1) if _names_emblem(loaded) else None
    if picture is None:
        return loaded
    logo, _ = check_logo(_EMBLEM, MemorySource("", b"", logos=((_EMBLEM, picture),)))
    return loaded._replace(sop=loaded.sop._replace(logo=logo))
