"""A finished document → what is wrong with it: by its own spec, by what is drawn and written in it, by both together.

The spec that it carries and the document that spec gives come from outside: rules draw nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from datetime import date
from typing import Final

from sopgen.diagnostics import REFUSALS, Diagnostic, Message, Severity, family
from sopgen.drawn.files import NO_SOP, TOO_MUCH, NotRead, read_file
from sopgen.drawn.model import Panel
from sopgen.drawn.near import TooMuch
from sopgen.drawn.reading import Imported, read_panels
from sopgen.drawn.table import Part
from sopgen.intake.loaded import Loaded, Setelan
from sopgen.rules.areas import meet
from sopgen.rules.beyond_paper import is_on_paper
from sopgen.rules.checking import check_spec
from sopgen.rules.drawing.charting import chart_of, with_known_heads
from sopgen.rules.drawing.checking import check_drawing, unreadable
from sopgen.rules.drawing.source import Source, Unlike, source_of
from sopgen.rules.drawing.standing import paper_of
from sopgen.rules.drawing.unlike_made import unlike_made
from sopgen.rules.held import BREAKS, DRAWING_ALONE, EDITED, PLACED, STRIPPED, UNREAD, Held, Unexamined, folded
from sopgen.rules.paper import Paper
from sopgen.rules.presets import Preset
from sopgen.rules.read_back import judge_read
from sopgen.rules.remedies import on_paper
from sopgen.rules.unshown import looks_in, unshown
from sopgen.scene import Box, Document
from sopgen.seen import Difference


def judge_carrying(
    data: bytes,
    shown: str,
    loaded: Loaded,
    expected: Document | None,
    made: bytes | None,
    *,
    today: date,
    drawn_alike: bool,
) -> Held:
    """A workbook with its spec. `expected`: what the spec gives; None where it cannot be drawn any more.

    `made`: the workbook of that; `drawn_alike`: whether the edition that drew the file drew as `made` is drawn.
    """
    told = judge_enclosed(loaded, today)
    unlike = unlike_made(data, made) if made else ()
    due = tuple(each for each in unlike if drawn_alike or not each.is_placed)
    drawing, paper = _beside(data, shown, loaded, expected, due, made=made)
    if made and drawing:
        drawing = _changes(drawing, _beside(made, shown, loaded, expected)[0])
    told = _with_basis(told, drawing)
    edited = any(_is_edit(each) for each in drawing)
    altered = edited or any(each.code in _OF_FLOW for each in drawing)
    untold = len(due) < len(unlike)
    missing = (
        *(() if expected else (DRAWING_ALONE,)),
        *((PLACED,) if untold else ()),
        *((EDITED,) if edited else ()),
    )
    return Held(loaded, folded(told, drawing), missing, paper, carries=True, altered=altered or untold)


def _is_edit(told: Diagnostic) -> bool:
    """Whether the file says something else than its spec; what is advice leaves what it says, as does its paper."""
    return told.code in _OF_EDITS and (told.code != "TBL-05" or told.severity is Severity.WAJIB)


def judge_altered(
    data: bytes, made: bytes, shown: str, loaded: Loaded, expected: Document, held: Sequence[int]
) -> tuple[tuple[Diagnostic, ...], Paper]:
    """A PDF whose pages are not those of `made`, which its spec gives: what it says otherwise, and where.

    `held`: for each page of `made` the one of the PDF that is judged, all others are left out; where it is 0 the page
    made stands in, for one that is not there says nothing otherwise.
    """
    drawing, paper = _beside(data, shown, loaded, expected, pages=(made, held))
    paper = paper._replace(
        steps=tuple(each._replace(page=each.page if each.page < _STANDS_IN else 0) for each in paper.steps),
        identity=paper.identity if paper.identity < _STANDS_IN else 0,
        table=paper.table if paper.table < _STANDS_IN else 0,
    )
    told = tuple(each for each in drawing if family(each.code) not in REFUSALS)
    return _changes(told, judge_drawing(made, shown, loaded, expected)), paper


def _changes(told: tuple[Diagnostic, ...], of_made: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is not said of the document made anew too: that is a matter of reading, as of an item called "1 ; 2. x"."""
    usual = {(each.code, each.message) for each in of_made}
    return tuple(each for each in told if (each.code, each.message) not in usual)


def words_at(data: bytes, places: Sequence[Difference]) -> tuple[str, ...]:
    """What a PDF says at each place outside its tables; "" where nothing is written, or nobody can read it."""
    try:
        panels = read_file(data)
    except NotRead:
        return ("",) * len(places)
    return tuple(
        " ".join(
            " ".join(cell.text.split())
            for panel in panels
            if panel.page == place.held
            for cell in (*panel.cells, *panel.below)
            if not cell.ruled and meet(cell.box, _enlarged(place.spot or place.box, panel.enlarged))
        )
        for place in places
    )


def _enlarged(box: Box, by: float) -> Box:
    return box[0] * by, box[1] * by, box[2] * by, box[3] * by


def judge_pages(told: tuple[Diagnostic, ...], drawing: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What was found in a spec, and what its PDF shows otherwise."""
    return folded(_with_basis(told, drawing), drawing)


def _with_basis(told: tuple[Diagnostic, ...], drawing: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Where the paper says otherwise than the spec, what was found in the spec says that it was."""
    changed = {path for each in drawing if each.code == "TBL-05" for path in (each.path, *each.paths) if path}
    told = tuple(
        each for each in told if each.code != "MB-01" or not _is_changed(each.path, changed)
    )  # what is printed is not empty
    times = any(path[-1] == "waktu" for path in changed)
    return tuple(
        each._replace(
            message=Message(
                *(f"{said.removesuffix('.')}{basis}." for said, basis in zip(each.message, _BASIS, strict=True))
            )
        )
        if _is_changed(each.path, changed) or (times and each.code in _OF_TIMES)
        else each
        for each in told
    )


def _is_changed(path: tuple[str | int, ...], changed: set[tuple[str | int, ...]]) -> bool:
    """Whether the paper says otherwise there: that cell or box, or its whole row."""
    return any(path[: len(each)] == each for each in changed)


_BASIS: Final = Message(
    " (menurut spesifikasi di dalam berkas; yang tercetak lain)", " (by the spec inside; what is printed differs)"
)
_STANDS_IN: Final = 10_000  # above every page's number: that of a page that is not there
_ASIDE: Final = 1.0  # points: a program that prints a page anew makes it smaller by a thousandth or two
_MANY_EDGES: Final = 0.4  # of the columns' edges, the first one among them
_ONE_PAGE: Final = 480.0  # points: what A4 landscape holds within a workbook's usual margins
_OF_EDITS: Final = frozenset({"TBL-05", "AKT-07"})
_OF_FLOW: Final = frozenset({"PNH-04", "PNH-06"})
_OF_TIMES: Final = frozenset({"MB-04", "STD-01", "WKT-01"})


def judge_enclosed(loaded: Loaded, today: date) -> tuple[Diagnostic, ...]:
    """Places are steps, and remedies speak of the paper: nobody sees the lines and keys of a spec inside a file."""
    return tuple(
        each._replace(span=None, source_line=None, message=on_paper(each.message), remedy=on_paper(each.remedy))
        for each in check_spec(loaded, today=today)
        if is_on_paper(each, loaded)
    )


def judge_drawing(
    data: bytes, shown: str, loaded: Loaded | None, expected: Document | None, made: bytes | None = None
) -> tuple[Diagnostic, ...]:
    """What is drawn and written in a file alone, beside what its spec gives. `made`: the workbook of that."""
    return _beside(data, shown, loaded, expected, unlike_made(data, made) if made else (), made=made)[0]


def _beside(
    data: bytes,
    shown: str,
    loaded: Loaded | None,
    expected: Document | None,
    unlike: tuple[Unlike, ...] = (),
    pages: tuple[bytes, Sequence[int]] | None = None,
    made: bytes | None = None,
) -> tuple[tuple[Diagnostic, ...], Paper]:
    source = source_of(expected)._replace(unlike=unlike) if expected else None
    found = _read(data, source, pages, made=made)
    if isinstance(found, Message):
        return (unreadable(found),), Paper()
    setelan = loaded.setelan if loaded else Setelan()
    judged = [(each, chart_of(each, source)) for each in (found[:1] if source else found)]
    told = tuple(finding for each, chart in judged for finding in check_drawing(each, chart, shown, setelan))
    (imported, chart), *_ = judged
    return told, paper_of(imported, chart)


def judge_foreign(
    data: bytes,
    shown: str,
    preset: Preset | None,
    *,
    today: date,
    missing: tuple[Unexamined, ...] = (),
    is_ours: Callable[[Imported, Loaded], bool] | None = None,
    pages: Container[int] | None = None,
) -> tuple[Held, ...]:
    """What stands in a file without a spec, SOP by SOP: by its drawing, and by all that can be read from its cells.

    `missing`: what cannot be examined for want of a spec. `is_ours`: whether an SOP as it was read is a print of
    sopgen's, though nothing in the file says so. `pages`: of a PDF those that are read, else all.
    """
    found = _read(data, None, among=pages)
    if isinstance(found, Message):
        return (Held(None, (unreadable(found),), (*missing, UNREAD)),)
    setelan = Setelan(preset=preset) if preset else Setelan()
    looks = looks_in(data)
    return tuple(_judged(each, shown, setelan, missing, today, is_ours, tuple(unshown(looks, each))) for each in found)


def _judged(
    imported: Imported,
    shown: str,
    setelan: Setelan,
    missing: tuple[Unexamined, ...],
    today: date,
    is_ours: Callable[[Imported, Loaded], bool] | None,
    hidden: tuple[Unexamined, ...] = (),
) -> Held:
    chart = chart_of(imported)
    drawing = check_drawing(imported, chart, shown, setelan) if imported.steps else ()
    words = judge_read(imported, shown, setelan, today=today, is_pictured=chart.is_pictured)
    told = folded(words.diagnostics, drawing)
    if not missing and is_ours and words.loaded is not None and is_ours(imported, words.loaded):
        missing = (STRIPPED,)
    breaks = (BREAKS,) if any(_breaks_by_itself(imported, part) for part in imported.parts) else ()
    pages = tuple(panel.page for panel in imported.panels if panel.page)
    return Held(
        words.loaded, told, (*missing, *hidden, *words.unexamined, *breaks), paper_of(imported, chart), pages=pages
    )


def stands_in_frame(imported: Imported, expected: Document) -> bool:
    """Whether a table of steps stands on its page as sopgen draws it, be it printed smaller: whoever wrote the file.

    `expected`: what was read, drawn again; not all edges need to be the frame's, for not all can be read.
    """
    page = next((page for page in expected.pages if page.rows and page.tables), None)
    if page is None:
        return False
    (part, *_), drawn = imported.parts, page.tables[-1].columns
    columns = part.head.columns
    left, right = columns.get("nomor", (0.0, 0.0))[0], max(right for _, right in columns.values())
    scale = (right - left) / (drawn[-1] - drawn[0])
    edges = [left + scale * (edge - drawn[0]) for edge in drawn]
    inner = {edge for column in columns.values() for edge in column} - {left, right}
    met = {edge for edge in inner if any(abs(edge - each) <= _ASIDE for each in edges)}
    return "nomor" in columns and columns["nomor"][1] in met and len(met) >= _MANY_EDGES * len(inner)


def _breaks_by_itself(imported: Imported, part: Part) -> bool:
    """Whether a table on a sheet may go on on another page, and nobody set where."""
    panel = imported.panels[part.panel]
    return bool(panel.sheet) and not panel.breaks and part.down[1] > _ONE_PAGE


def _read(
    data: bytes,
    source: Source | None,
    pages: tuple[bytes, Sequence[int]] | None = None,
    *,
    among: Container[int] | None = None,
    made: bytes | None = None,
) -> Sequence[Imported] | Message:
    """All SOPs in it, or why there is none. `pages`: another PDF, and which page is read, or 0 for that one's.

    `among`: the pages that are read, where not all are. `made`: the workbook that its spec gives.
    """
    try:
        panels = read_file(data, made)
        if among is not None:
            panels = tuple(each for each in panels if each.page in among)
        if pages:
            panels = _pages_of(panels, read_file(pages[0]), pages[1])
        return read_panels(with_known_heads(panels, source) if source else panels) or NO_SOP
    except NotRead as reason:
        return reason.message
    except TooMuch:
        return TOO_MUCH


def _pages_of(panels: Sequence[Panel], made: Sequence[Panel], held: Sequence[int]) -> tuple[Panel, ...]:
    """The pages in the order in which they should be."""
    found: list[Panel] = []
    for at, number in enumerate(held, start=1):
        if number:
            found += (each for each in panels if each.page == number)
        else:
            found += (each._replace(page=_STANDS_IN + at) for each in made if each.page == at)
    return tuple(found)
