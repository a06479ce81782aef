"""A finished document that somebody holds: read, judged by the spec that it carries, and by what it shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sopgen import pipeline
from sopgen.diagnostics import Diagnostic, Message, Refusal
from sopgen.intake import Loaded, MemorySource, load_spec
from sopgen.intake.sop import Sop
from sopgen.version import __version__

if TYPE_CHECKING:
    from sopgen.rules.held import Held
    from sopgen.rules.paper import Paper
    from sopgen.rules.presets import Preset
    from sopgen.rules.printed import Altered
    from sopgen.scene import Document
    from sopgen.seen import Likeness

_EMBLEM: Final = "lambang.png"
_newest: Final[dict[str, tuple[tuple[Sop, bool], Document | None]]] = {}


def read_held(path: str | Path) -> bytes:
    """The bytes of a workbook or PDF. Raises `Refusal`, also for one that is too large to be an SOP's."""
    from sopgen.foreign.files import MOST_BYTES, read_file, why_unread
    from sopgen.rules.drawing.checking import unreadable

    try:
        data = read_file(Path(path), MOST_BYTES)
    except OSError as error:
        reason = why_unread(error)
        told = Message(f"Berkas tidak dapat dibuka: {reason.id}.", f"The file cannot be opened: {reason.en}.")
        raise Refusal((unreadable(told),)) from None
    if len(data) > MOST_BYTES:
        told = Message("Berkas ini jauh lebih besar daripada SOP mana pun.", "The file is far larger than any SOP.")
        raise Refusal((unreadable(told),))
    return data


def check_held(data: bytes, shown: str, *, today: date, preset: Preset | None = None) -> Held:
    """A finished document judged by the spec it carries, by what is drawn and written in it, and by both together.

    One without a spec is judged by what can be read from it. What it does not let be examined is told.
    """
    from sopgen.rules.held import STRIPPED, UNREADABLE_SPEC, Held
    from sopgen.rules.holding import judge_carrying, judge_enclosed, judge_foreign, judge_pages

    loaded, carried = _enclosed_spec(data, shown)
    if loaded is None:
        missing = (UNREADABLE_SPEC,) if carried else (STRIPPED,) if _was_ours(data) else ()
        held = judge_foreign(data, shown, preset, today=today, missing=missing)
        if not missing and held.loaded is not None and _is_printed_anew(data, held.loaded):
            held = held._replace(unexamined=(STRIPPED, *held.unexamined))
        return held
    if preset:
        loaded = loaded._replace(setelan=loaded.setelan._replace(preset=preset))
    if data.startswith(b"%PDF"):
        altered, paper = _compared_pages(data, shown, loaded)
        told = judge_pages(judge_enclosed(loaded, today), altered.findings)
        return Held(loaded, told, altered.unexamined, paper, carries=True, altered=altered.upon)
    expected = drawn_again(loaded)
    made = pipeline.render_document(expected, "xlsx") if expected else None  # whatever the seal says: it can be forged
    return judge_carrying(data, shown, loaded, expected, made, today=today)


def _was_ours(data: bytes) -> bool:
    """Whether sopgen made a file that carries no spec any more, and it says so itself."""
    from sopgen.render.ooxml.seal import was_ours as was_workbook
    from sopgen.render.pdf.seal import was_ours as was_pdf

    return was_pdf(data) or was_workbook(data)


def _is_printed_anew(data: bytes, loaded: Loaded) -> bool:
    """Whether a PDF shows a drawing of sopgen's, though nothing in it says so: in its letters, and where it draws."""
    from sopgen.render.pdf.seal import is_in_our_faces
    from sopgen.rules.holding import stands_in_frame

    if not data.startswith(b"%PDF") or not is_in_our_faces(data):
        return False
    document = drawn_again(loaded)
    return document is not None and stands_in_frame(data, document)


def _compared_pages(data: bytes, shown: str, loaded: Loaded) -> tuple[Altered, Paper]:
    """What a PDF shows otherwise than its spec gives: a seal says who wrote it only as long as nobody forges one.

    Where nothing stands otherwise, the pages of the document drawn again are those of the paper.
    """
    from sopgen.render.pdf.source import told_by
    from sopgen.render.signature import is_signed
    from sopgen.rules.held import OTHER_VERSION, PAGES
    from sopgen.rules.holding import judge_altered, words_at
    from sopgen.rules.page_faults import is_at_fault, page_findings, pages_aside
    from sopgen.rules.paper import Paper
    from sopgen.rules.printed import Altered, Written, paper_of_pages, standing_beside, stands_upon, unlike_printed

    told = told_by(data)
    document, likeness = _held_against(data, loaded, draft=told.get("konsep") == "ya")
    if document is None or likeness is None:
        return Altered(unexamined=(PAGES,), upon=True), Paper()
    places, paper = likeness.places, paper_of_pages(document, likeness.held)
    if (places or is_at_fault(likeness)) and told.get("versi") != __version__:
        return Altered(unexamined=(OTHER_VERSION,), upon=True), _steps_alone(paper)
    beside = standing_beside(document, places)
    written = Written(dict(zip(beside, words_at(data, beside), strict=True)) if beside else {}, is_signed(data))
    named: tuple[Diagnostic, ...] = ()
    lost: set[int] = set()
    upon = stands_upon(document, places)
    if upon:
        made = pipeline.render_document(document)
        named, read = judge_altered(data, made, shown, loaded, document, likeness.held)
        paper = read if read.steps else _steps_alone(paper)
        due = {row.step for page in document.pages for row in page.rows if row.step}
        lost = due - {row.number for row in read.steps} if named else set()
    altered = unlike_printed(document, places, named, written, lost)
    upon = upon or is_at_fault(likeness)
    return Altered(
        (*page_findings(document, likeness), *named, *altered.findings),
        (*altered.unexamined, *pages_aside(likeness)),
        upon,
    ), paper if all(likeness.held) else _steps_alone(paper)


def _steps_alone(paper: Paper) -> Paper:
    """Where its steps stand by the spec; figures are those of another drawing."""
    return paper._replace(pages=0, crossings=None)


def _held_against(data: bytes, loaded: Loaded, *, draft: bool) -> tuple[Document | None, Likeness | None]:
    """What the spec gives, and how the file's pages are beside it.

    The emblem is on the SOP's first page. Where that is not the file's first, all is drawn once more with the emblem of
    the page that it is.
    """
    document = drawn_again(_with_emblem(loaded, data), draft=draft)
    likeness = pipeline.unlike_pages(data, document) if document else None
    first = likeness.held[0] if likeness else 0
    if first > 1 and likeness and likeness.places:
        document = drawn_again(_with_emblem(loaded, data, first - 1), draft=draft)
        likeness = pipeline.unlike_pages(data, document) if document else None
    return document, likeness


def _with_emblem(loaded: Loaded, data: bytes, page: int = 0) -> Loaded:
    """With the emblem that the PDF shows, for the spec inside names one and brings none. `page` from 0."""
    from sopgen.intake.logo import check_logo
    from sopgen.render.pdf.emblem import emblem_of

    picture = emblem_of(data, page)
    if picture is None:
        return loaded
    logo, _ = check_logo(_EMBLEM, MemorySource("", b"", logos=((_EMBLEM, picture),)))
    return loaded._replace(sop=loaded.sop._replace(logo=logo))


def check_workbook(data: bytes, shown: str) -> tuple[Loaded | None, tuple[Diagnostic, ...]]:
    """The spec inside a workbook, if it still carries one, and what is wrong with the drawing alone."""
    from sopgen.rules.holding import judge_drawing

    loaded, _ = _enclosed_spec(data, shown)
    return loaded, judge_drawing(data, shown, loaded, drawn_again(loaded) if loaded else None)


def drawn_again(loaded: Loaded, *, draft: bool = False) -> Document | None:
    """What the spec gives today; None where another version drew what this one does not.

    A workbook and a PDF of one SOP stand beside each other: the drawing made last does for both.
    """
    asked, document = _newest.get("", (None, None))
    if asked != (loaded.sop, draft):
        try:
            document = pipeline.lay_out(loaded, draft=draft)
        except Refusal:
            document = None
        _newest[""] = ((loaded.sop, draft), document)
    return document and document._replace(origin=pipeline.origin_of(loaded))


def load_held(data: bytes, shown: str) -> Loaded:
    """The spec that a finished document carries, shown under the document's name. Raises `Refusal`, also for none."""
    from sopgen.render.enclosed import NothingEnclosed
    from sopgen.rules.drawing.checking import unreadable

    try:
        origin = pipeline.enclosed(data)
    except NothingEnclosed as found:
        told = Message(*(f"{text[0].upper()}{text[1:]}." for text in found.message))
        raise Refusal((unreadable(told),)) from None
    return load_spec(MemorySource(shown, origin.spec, origin.defaults, logos=None))


def carries(data: bytes, loaded: Loaded) -> bool:
    """Whether a finished document carries this very spec."""
    from sopgen.render.enclosed import NothingEnclosed

    try:
        return pipeline.enclosed(data) == pipeline.origin_of(loaded)
    except NothingEnclosed:
        return False


def _enclosed_spec(data: bytes, shown: str) -> tuple[Loaded | None, bool]:
    """The spec inside, without the logo, which did not travel with it; and whether there is any at all."""
    from sopgen.render.enclosed import NothingEnclosed

    try:
        origin = pipeline.enclosed(data)
    except NothingEnclosed:
        return None, False
    try:
        return load_spec(MemorySource(shown, origin.spec, origin.defaults, logos=None)), True
    except Refusal:
        return None, True
