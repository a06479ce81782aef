"""draw: a document → its pages as SVG, what is wrong with it, what a reviewer finds, and each stage's time.

With the `choice` that an earlier drawing was made by, the pages come soon and may not be the ones that will be saved:
`settled` says whether they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from time import perf_counter
from typing import Any, TypeVar

from sopgen.desk.beginning import no_step_is_finished, with_a_step
from sopgen.desk.diagnoses import told
from sopgen.desk.documents import language_of, source_of, today_of
from sopgen.desk.question import Answer, Question
from sopgen.diagnostics import Diagnostic, Language, Refusal
from sopgen.intake import Loaded
from sopgen.marking.places import Places
from sopgen.report.folding import folded, members_of, steps_of
from sopgen.report.review import FingerprintedFinding, Reviewed
from sopgen.report.reviewing import Terms, review_file
from sopgen.scene import Document, FlowChoice

T = TypeVar("T")


def draw(question: Question) -> Answer:
    """What cannot be read or drawn is no failure of the question: the page shows it at its field."""
    from sopgen import pipeline

    clock = _Clock()
    alone = no_step_is_finished(question)
    question, numbers = (with_a_step(question), []) if alone else _with_finished_steps(question)
    source, language, today = source_of(question), language_of(question), today_of(question)
    loaded, refusals = clock.time("read", lambda: _attempt(lambda: pipeline.load(source)))
    document: Document | None = None
    settled = loaded is None
    findings: list[dict[str, Any]] = []
    accepted: list[dict[str, Any]] = []
    entries: list[dict[str, Any]] = []
    if loaded is not None:
        draft = bool(question.data.get("konsep"))
        choice = _choice(question.data.get("choice"))
        if choice is not None:
            document = clock.time("preview", lambda: pipeline.preview(loaded, choice, draft=draft))
        if document is None:
            settled = True
            document, refusals = clock.time("layout", lambda: _attempt(lambda: pipeline.lay_out(loaded, draft=draft)))
        found = clock.time("check", lambda: pipeline.check(loaded, today=today))
        reviewed = review_file(source.shown, found, loaded, Terms(today))
        places = Places(document) if document else None
        findings = [
            told(each.diagnostic, language, places) | {"fingerprint": each.fingerprint} for each in reviewed.findings
        ]
        entries = _entries(reviewed, language, places)
        accepted = [
            told(each.finding.diagnostic, language, places)
            | {"reason": each.reason.in_language(language), "until": each.until.isoformat() if each.until else None}
            for each in reviewed.accepted
        ]
    shown = [] if settled else question.data.get("shown") or []
    pages = clock.time("svg", lambda: svg_pages(document, shown)) if document else []
    if alone:
        pages = [page for page in pages if page["kind"] == "identitas"]
        refusals = tuple(each for each in refusals if each.path[:1] not in {("kegiatan",), ("pelaksana",)})
        findings, entries, accepted = [], [], []
    return Answer(
        {
            "pages": pages,
            "refusals": [told(each, language) for each in refusals],
            "findings": findings,
            "entries": entries,
            "accepted": accepted,
            "spans": _spans(loaded) if loaded else [],
            "numbers": numbers,
            "choice": document.choice if document else None,
            "settled": settled,
            "alone": alone,
            "figures": _figures(loaded, document, language) if loaded and document and not alone else None,
            "milliseconds": clock.milliseconds,
        }
    )


def _choice(told: list[Any] | None) -> FlowChoice | None:
    """As JSON gave it back."""
    if told is None:
        return None
    size, lane, lanes, texts, row, rows, growing, inward, above = told
    more = tuple((step, points) for step, points in rows)
    return FlowChoice(size, lane, tuple(lanes), tuple(texts), row, more, growing, inward, above)


def _entries(reviewed: Reviewed, language: Language, places: Places | None) -> list[dict[str, Any]]:
    """The findings as reports fold them: what is said alike once, with the fingerprints of all that are meant."""
    return [_entry(entry, language, places) for entry in folded(reviewed).findings]


def _entry(entry: FingerprintedFinding, language: Language, places: Places | None) -> dict[str, Any]:
    found = entry.diagnostic
    return told(found, language, places) | {
        "fingerprint": entry.fingerprint,
        "members": list(members_of(entry)),
        "steps": list(steps_of(found)),
        "consequences": [each.in_language(language) for each in found.consequences],
    }


def _with_finished_steps(question: Question) -> tuple[Question, list[int]]:
    """The question without the kegiatan of `without`, which a form has begun and not filled in yet, and who is left.

    Arrows to them lead to what comes next. Where that cannot be, nothing is left out.
    """
    from sopgen.editing import EditFault, apply_operations

    left_out = sorted({int(each) for each in question.data.get("without") or ()}, reverse=True)
    if not left_out:
        return question, []
    wishes = [{"op": "delete_step", "number": number, "pointed_at": "next"} for number in left_out]
    try:
        edited = apply_operations(str(question.data["document"]["text"]), wishes)
    except EditFault:
        return question, []
    document = question.data["document"] | {"text": edited.text}
    count = len(edited.data["kegiatan"]) + len(left_out)
    numbers = [number for number in range(1, count + 1) if number not in left_out]
    return question._replace(data=question.data | {"document": document}), numbers


def _figures(loaded: Loaded, document: Document, language: Language) -> dict[str, Any]:
    from sopgen.waktu.main_path import main_path_time

    hours = loaded.setelan.waktu_kerja
    path = main_path_time(loaded.sop, hours)
    return {
        "time": path._replace(unsure=0).told(hours).in_language(language),
        "unsure": path.unsure,
        "crossings": document.figures.crossings,
    }


class _Clock:
    def __init__(self) -> None:
        self.milliseconds: dict[str, float] = {}

    def time(self, stage: str, run: Callable[[], T]) -> T:
        start = perf_counter()
        found = run()
        self.milliseconds[stage] = round((perf_counter() - start) * 1000, 1)
        return found


def _attempt(run: Callable[[], T]) -> tuple[T | None, tuple[Diagnostic, ...]]:
    try:
        return run(), ()
    except Refusal as refusal:
        return None, refusal.diagnostics


def svg_pages(document: Document, shown: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Without fonts: the page that shows them has each once. `shown`: marks of pages that need not be drawn anew."""
    from sopgen.render.svg import page_drawer

    draw = page_drawer(document, with_fonts=False)
    marks = [str(hash((page, document.style, document.title, len(document.pages)))) for page in document.pages]
    return [
        {
            "number": page.number,
            "kind": page.kind,
            "width": page.size[0],
            "height": page.size[1],
            "mark": mark,
            "svg": "" if mark == old else draw(page).decode(),
        }
        for page, mark, old in zip_longest(document.pages, marks, shown[: len(marks)])
    ]


def _spans(loaded: Loaded) -> list[list[Any]]:
    """Where each value of the spec itself stands in its text: path, line, column, length."""
    return [
        [list(path), span.line, span.column, span.length]
        for path, span in loaded.spans.items()
        if span.file == loaded.shown_path
    ]
