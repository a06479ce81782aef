"""Spec files -> Reviewed, file by file: what keeps one from being read or drawn is a finding of its own."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

from sopgen.cli.attempts import disturbance, traced_fault
from sopgen.cli.console import Console, shown
from sopgen.cli.outputs import DEFAULT_OUTPUT
from sopgen.cli.remarks import remarks_of
from sopgen.cli.specs import is_document, is_held
from sopgen.cli.standard_input import STANDARD_INPUT, source
from sopgen.diagnostics import Diagnostic, Message, Refusal
from sopgen.report.acceptance import waived
from sopgen.report.review import Reviewed, named
from sopgen.report.reviewing import Terms, drawing_of, review_file
from sopgen.report.scope import within
from sopgen.rules.drawability import may_be_undrawable
from sopgen.rules.missing_keys import unexamined_in
from sopgen.rules.paper import Paper

if TYPE_CHECKING:
    from sopgen.intake import Loaded
    from sopgen.rules.held import Held, Unexamined
    from sopgen.scene import Document

P = ParamSpec("P")
T = TypeVar("T")


BY_SPEC = Message(
    "(menurut spesifikasi di dalam berkas; yang tercetak lain)", "(by the spec inside; what is printed differs)"
)
TIME_UNKNOWN = Message("tidak diketahui, alurnya tidak terbaca", "not known, as its flow was not read")
_OF_FLOW = frozenset({"AKT-07", "PNH-06"})
Marker = Callable[[Path, "Document", Reviewed], None]


class Examined(NamedTuple):
    """One SOP as read and checked, before anything is accepted. `loaded` is None if it was refused.

    `part`: its number in a file that holds several; `same_as`: the file examined before that brings the same SOP;
    `carries`: whether a document holds its spec; `altered`: whether it may show something else than that; `pages`: of
    a PDF those on which it stands.
    """

    spec: Path
    loaded: Loaded | None
    diagnostics: tuple[Diagnostic, ...]
    unexamined: tuple[Unexamined, ...] = ()
    paper: Paper | None = None
    part: int = 0
    same_as: str = ""
    digest: str = ""
    carries: bool = False
    altered: bool = False
    pages: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        return named(shown(self.spec), self.part)


def examine(specs: Sequence[Path], terms: Terms, console: Console, rivals: Mapping[Path, Diagnostic]) -> list[Examined]:
    """Read and check every spec, then all of them together. `rivals` would write the same file as another spec."""
    examined: list[Examined] = []
    for number, spec in enumerate(specs, start=1):
        console.progress(number, len(specs), spec)
        for each in _examine_one(spec, terms):
            examined.append(each)
            for remark in remarks_of(each.loaded) if each.loaded else ():
                console.note(remark.in_language(console.language))
        if not is_held(spec):
            # What was read of it stands to the end of the run. To look through it for garbage, which a spec leaves
            # none of, is a tenth of the time.
            gc.freeze()
    examined = _with_twins(examined)
    readable = [at for at, each in enumerate(examined) if each.loaded is not None and not each.same_as]
    together, faults = _attempt(_compare, [loaded for at in readable if (loaded := examined[at].loaded)])
    more = dict(zip(readable, together or (), strict=False))
    if faults and examined:  # the program's own fault belongs to no spec: it is told once
        more[0] = faults
    revised = _unrecorded(examined, terms)
    return [
        each._replace(
            diagnostics=(
                *each.diagnostics,
                *revised.get(each.spec, ()),
                *(_without_place(more.get(at, ())) if each.paper is not None else more.get(at, ())),
                *([rivals[each.spec]] if each.spec in rivals and each.part < 2 else []),
            )
        )
        for at, each in enumerate(examined)
    ]


def _without_place(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The spec in a document, or made of it, is no place that anybody sees."""
    from sopgen.rules.remedies import on_paper

    return tuple(each._replace(span=None, source_line=None, remedy=on_paper(each.remedy)) for each in found)


def _unrecorded(examined: Sequence[Examined], terms: Terms) -> dict[Path, tuple[Diagnostic, ...]]:
    """By spec: what it says otherwise than the document issued last, and its history does not tell."""
    from sopgen.cli.building.manifest import read_manifest
    from sopgen.cli.issued_document import unrecorded

    manifest = read_manifest(DEFAULT_OUTPUT)
    found = {}
    for spec, loaded, *_ in examined if manifest.files else ():
        if loaded is not None and not is_held(spec) and spec != STANDARD_INPUT:
            told, faults = _attempt(unrecorded, spec, loaded, manifest, terms.today)
            found[spec] = (*(told or ()), *faults)
    return found


def _with_twins(examined: Sequence[Examined]) -> list[Examined]:
    """Documents that bring an SOP which another file brings: the same spec, or a pair such as X.pdf and X.xlsx.

    The spec counts for it, else a document that shows what its spec says; its name or place decides among equals alone.
    """
    first: dict[object, str] = {}
    counting: dict[int, str] = {}
    read = [at for at, each in enumerate(examined) if each.loaded is not None]
    for at in sorted(read, key=lambda at: (is_held(examined[at].spec), examined[at].altered)):
        each = examined[at]
        keys = _identities(each)
        other = next((first[key] for key in keys if key in first), "") if is_held(each.spec) else ""
        counting[at] = other
        for key in keys:
            first.setdefault(key, other or each.name)
    return [each._replace(same_as=counting.get(at, "")) for at, each in enumerate(examined)]


def _identities(each: Examined) -> tuple[object, ...]:
    assert each.loaded is not None
    sop = each.loaded.sop
    stem = each.spec.with_name(each.spec.name.partition(".")[0])
    brought = (each.loaded.source, each.loaded.defaults_source)
    paired = (stem, each.part, sop.nomor, sop.judul)
    # A form and the document made of it hold the same SOP in other bytes; whom nobody numbered may be anyone's.
    same = (sop._replace(logo=None),) if sop.nomor and sop.judul else ()
    return (brought, *same, paired) if is_held(each.spec) and sop.judul else (brought, *same)


def _examine_one(spec: Path, terms: Terms) -> list[Examined]:
    if is_held(spec):
        judged, faults = _attempt(_check_held, spec, terms)
        if judged is None:
            return [Examined(spec, None, faults, paper=Paper())]
        told, digest = judged
        parts = [(0, told)] if not told.parts else list(enumerate(told.parts, start=1))
        return [
            Examined(
                spec,
                part.loaded,
                part.diagnostics,
                (*part.unexamined, *(unexamined_in(part.loaded, on_paper=True) if part.loaded else ())),
                part.paper,
                part=number,
                digest=digest,
                carries=part.carries,
                altered=part.altered,
                pages=part.pages,
            )
            for number, part in parts
        ]
    loaded, faults = _attempt(_load, spec)
    if loaded is None:
        return [Examined(spec, None, faults)]
    if terms.preset is not None:
        loaded = loaded._replace(setelan=loaded.setelan._replace(preset=terms.preset))
    found, faults = _attempt(_check, loaded, terms)
    if found and terms.fixes:
        from sopgen.rules.fixes import with_fixes

        found, faults = _attempt(with_fixes, loaded.source.decode("utf-8-sig", "replace"), shown(spec), found)
    return [Examined(spec, loaded, (found or ()) + faults, unexamined_in(loaded), digest=_digest(loaded.source))]


def reviewed(
    examined: Iterable[Examined],
    terms: Terms,
    console: Console,
    *,
    names: Callable[[Path], str],
    drawn: bool,
    marker: Marker | None,
) -> list[Reviewed]:
    """What is to be reported of every file. With `drawn` each spec is laid out too; `marker` gets its drawing."""
    files = []
    for each in examined:
        spec_itself = not is_held(each.spec)
        time, lost = _attempt(_main_path_time, each.loaded) if each.loaded else (None, ())
        asked = drawn if each.paper is None or not each.paper.steps else marker is not None and each.carries
        asked = asked and not each.altered
        document: Document | None = None
        refused: tuple[Diagnostic, ...] = ()
        if each.loaded is not None and asked:
            document, refused = _attempt(_draw, each.loaded)
        elif each.loaded is not None and spec_itself and may_be_undrawable(each.loaded.sop):
            _, refused = _attempt(_ensure_drawable, each.loaded)
        found = (*each.diagnostics, *lost, *refused)
        told = review_file(
            shown(each.spec),
            found,
            each.loaded,
            terms,
            baseline_name=named(names(each.spec), each.part),
            entries=spec_itself,
        )
        if each.paper is not None and time:
            time = _time_on_paper(each, time)
        unexamined = each.unexamined if spec_itself else (*each.unexamined, *waived(told.accepted))
        unexamined = within(
            unexamined, terms.selection, each.loaded.setelan if each.loaded else None, is_paper=not spec_itself
        )
        told = told._replace(time=time, unexamined=unexamined, paper=each.paper)
        told = told._replace(part=each.part, same_as=each.same_as, digest=each.digest, pages=each.pages)
        if document is not None and asked:
            told = told._replace(drawing=drawing_of(document), redrawn=not spec_itself)
            if marker is not None:
                marker(each.spec, document, told)
        files.append(told)
    console.done()
    return files


def _time_on_paper(each: Examined, time: Message) -> Message:
    """The main path's time, if anybody can know it, and by what."""
    from sopgen.rules.held import CHART, FLOW, NO_CHART

    if any(row in {CHART, NO_CHART, FLOW} for row in each.unexamined):
        return TIME_UNKNOWN
    if each.carries and any(map(_may_change_time, each.diagnostics)):
        return Message(f"{time.id} {BY_SPEC.id}", f"{time.en} {BY_SPEC.en}")
    return time


def _may_change_time(found: Diagnostic) -> bool:
    """Whether something is drawn or written otherwise in a step: what stands in the header changes no time."""
    in_a_step = found.step is not None or bool(found.steps) or found.path[:1] == ("kegiatan",)
    return found.code in _OF_FLOW or (found.code == "TBL-05" and in_a_step)


def _attempt(stage: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """The stage's result, or why there is none."""
    try:
        return stage(*args, **kwargs), ()
    except Refusal as refusal:
        return None, refusal.diagnostics
    except OSError as error:
        return None, (disturbance(error),)
    except Exception as error:  # noqa: BLE001 - no spec may end the run or show a traceback
        return None, (traced_fault(error),)


def _check_held(path: Path, terms: Terms) -> tuple[Held, str]:
    """What was found, and the digest of the file."""
    from sopgen import finished

    data = finished.read_held(path)
    digest = _digest(data)
    if not is_document(path):
        data = _opened(data)
    return finished.check_held(data, shown(path), today=terms.today, preset=terms.preset), digest


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _opened(data: bytes) -> bytes:
    """What Word, old Office and OpenDocument files print, by way of LibreOffice. Raises `Refusal`."""
    from sopgen import oldstock
    from sopgen.drawn.files import NotRead
    from sopgen.rules.drawing.checking import unreadable

    try:
        return oldstock.open_drawn(data)
    except NotRead as error:
        raise Refusal((unreadable(error.message),)) from None


def _load(spec: Path) -> Loaded:
    from sopgen import pipeline

    return pipeline.load(source(spec))


def _check(loaded: Loaded, terms: Terms) -> tuple[Diagnostic, ...]:
    from sopgen import pipeline

    return pipeline.check(loaded, today=terms.today)


def _compare(specs: Sequence[Loaded]) -> tuple[tuple[Diagnostic, ...], ...]:
    from sopgen import pipeline

    return pipeline.check_together(specs)


def _draw(loaded: Loaded) -> Document:
    from sopgen import pipeline

    return pipeline.lay_out(loaded)


def _ensure_drawable(loaded: Loaded) -> None:
    from sopgen import pipeline

    pipeline.ensure_drawable(loaded)


def _main_path_time(loaded: Loaded) -> Message:
    from sopgen.waktu.main_path import main_path_time

    hours = loaded.setelan.waktu_kerja
    return main_path_time(loaded.sop, hours).told(hours)
