"""Spec files -> Reviewed, file by file: what keeps one from being read or drawn is a finding of its own."""

from __future__ import annotations

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
from sopgen.report.review import Reviewed
from sopgen.report.reviewing import Terms, drawing_of, review_file
from sopgen.rules.drawability import may_be_undrawable
from sopgen.rules.missing_keys import unexamined_in

if TYPE_CHECKING:
    from sopgen.intake import Loaded
    from sopgen.rules.held import Held, Unexamined
    from sopgen.scene import Document

P = ParamSpec("P")
T = TypeVar("T")


Marker = Callable[[Path, "Document", Reviewed], None]


class Examined(NamedTuple):
    """One spec as read and checked, before anything is accepted. `loaded` is None if it was refused."""

    spec: Path
    loaded: Loaded | None
    diagnostics: tuple[Diagnostic, ...]
    unexamined: tuple[Unexamined, ...] = ()


def examine(specs: Sequence[Path], terms: Terms, console: Console, rivals: Mapping[Path, Diagnostic]) -> list[Examined]:
    """Read and check every spec, then all of them together. `rivals` would write the same file as another spec."""
    examined = []
    for number, spec in enumerate(specs, start=1):
        console.progress(number, len(specs), spec)
        examined.append(_examine_one(spec, terms))
        for remark in remarks_of(read) if (read := examined[-1].loaded) else ():
            console.note(remark.in_language(console.language))
    readable = _of_different_specs(examined)
    together, faults = _attempt(_compare, [each.loaded for each in readable if each.loaded])
    by_spec = dict(zip((each.spec for each in readable), together or (), strict=False))
    if faults and examined:  # the program's own fault belongs to no spec: it is told once
        by_spec[examined[0].spec] = faults
    revised = _unrecorded(examined, terms)
    return [
        each._replace(
            diagnostics=(
                *each.diagnostics,
                *revised.get(each.spec, ()),
                *by_spec.get(each.spec, ()),
                *([rivals[each.spec]] if each.spec in rivals else []),
            )
        )
        for each in examined
    ]


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


def _of_different_specs(examined: Sequence[Examined]) -> list[Examined]:
    """What can be compared: a document's spec counts only where no other file brings the same one."""
    different: dict[object, Examined] = {}
    for each in sorted(examined, key=lambda each: is_held(each.spec)):
        if each.loaded is not None:
            brought = (each.loaded.source, each.loaded.defaults_source)
            different.setdefault(brought if is_held(each.spec) else each.spec, each)
            different.setdefault(brought, each)
    kept = {each.spec for each in different.values()}
    return [each for each in examined if each.spec in kept]


def _examine_one(spec: Path, terms: Terms) -> Examined:
    if is_held(spec):
        told, faults = _attempt(_check_held, spec, terms)
        return Examined(spec, *told) if told else Examined(spec, None, faults)
    loaded, faults = _attempt(_load, spec)
    if loaded is None:
        return Examined(spec, None, faults)
    if terms.preset is not None:
        loaded = loaded._replace(setelan=loaded.setelan._replace(preset=terms.preset))
    found, faults = _attempt(_check, loaded, terms)
    if found and terms.fixes:
        from sopgen.rules.fixes import with_fixes

        found, faults = _attempt(with_fixes, loaded.source.decode("utf-8", "replace"), shown(spec), found)
    return Examined(spec, loaded, (found or ()) + faults)


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
        draws = each.loaded is not None and (drawn or (spec_itself and may_be_undrawable(each.loaded.sop)))
        document, refused = _attempt(_draw, each.loaded) if draws and each.loaded else (None, ())
        found = (*each.diagnostics, *lost, *refused)
        told = review_file(
            shown(each.spec), found, each.loaded, terms, baseline_name=names(each.spec), entries=spec_itself
        )
        lacking = unexamined_in(each.loaded) if each.loaded else ()
        told = told._replace(time=time, unexamined=(*each.unexamined, *lacking))
        if document is not None and drawn:
            told = told._replace(drawing=drawing_of(document), redrawn=not spec_itself)
            if marker is not None:
                marker(each.spec, document, told)
        files.append(told)
    console.done()
    return files


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


def _check_held(path: Path, terms: Terms) -> Held:
    from sopgen import pipeline

    data = pipeline.read_held(path)
    if not is_document(path):
        data = _opened(data)
    return pipeline.check_held(data, shown(path), today=terms.today, preset=terms.preset)


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


def _main_path_time(loaded: Loaded) -> Message:
    from sopgen.waktu.main_path import main_path_time

    hours = loaded.setelan.waktu_kerja
    return main_path_time(loaded.sop, hours).told(hours)
