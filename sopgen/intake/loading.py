"""load_spec: a spec's source → Loaded, or a Refusal that holds every fault of the spec and its sopgen.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sopgen.diagnostics import Diagnostic, Message, Refusal
from sopgen.intake.binding import validate
from sopgen.intake.building import build_settings, build_sop
from sopgen.intake.codes import Code
from sopgen.intake.decoding import MAX_BYTES, ZIP_MARK, decode
from sopgen.intake.fault import Fault, diagnose
from sopgen.intake.file_source import file_source
from sopgen.intake.form.words import FORM_SUFFIX
from sopgen.intake.loaded import Loaded
from sopgen.intake.logo import check_logo
from sopgen.intake.merging import merge
from sopgen.intake.model import BerkasBawaan, BerkasSop
from sopgen.intake.parsing import parse
from sopgen.intake.references import References, resolve
from sopgen.intake.sizes import refuse_oversized
from sopgen.intake.sop import Logo
from sopgen.intake.source import Source
from sopgen.intake.tree import Tree

MAX_DIAGNOSTICS: Final = 200
_ABSENT: Final = object()


class _File:
    """One of the two files: its tree if it could be read, and all that is wrong with it."""

    def __init__(self, origin: Source) -> None:
        self.origin = origin
        self.source = b""
        self.tree: Tree | None = None
        self.unreadable: tuple[Diagnostic, ...] = ()
        self.faults: list[Fault] = []

    @classmethod
    def read(cls, origin: Source) -> _File:
        file = cls(origin)
        try:
            file.source = origin.read()
            file.tree = read_tree(file.source, origin)
            refuse_oversized(file.tree)
            file.faults = list(file.tree.faults)
        except Refusal as refusal:
            file.unreadable = refusal.diagnostics
        return file

    def is_checkable(self) -> bool:
        return self.tree is not None and not self.tree.broken and self.tree.data is not None

    def diagnostics(self) -> list[Diagnostic]:
        if self.tree is None:
            return list(self.unreadable)
        tree = self.tree
        faults = self.faults
        if tree.remarks is not None:
            from sopgen.intake.form.wordings import in_form_words

            faults = [in_form_words(fault, tree) for fault in faults]
        placed = [(fault, fault.span or tree.span(fault.path, on_key=fault.on_key)) for fault in faults]
        sheets = {name: number for number, name in enumerate(tree.sheets)}
        placed.sort(key=lambda pair: (sheets.get(pair[1].sheet, 0), pair[1].line, pair[1].column, pair[0].code))
        return [diagnose(fault, span, tree.lines) for fault, span in placed]


def load_spec(source: Source | str | Path) -> Loaded:
    """Read, check, merge and resolve one spec; a path stands for the file there."""
    origin = file_source(source) if isinstance(source, str | Path) else source
    bureau_origin = origin.defaults()
    spec = _File.read(origin)
    defaults = None if bureau_origin is None else _File.read(bureau_origin)
    if spec.tree is not None and not spec.tree.broken and spec.tree.data is None and not spec.faults:
        spec.faults.append(_empty())

    file, references = _check_spec(spec)
    bureau = _check_defaults(defaults)
    logo = _check_logo(spec, defaults)
    _refuse(spec, defaults)

    assert file is not None
    assert spec.tree is not None
    below = defaults.tree if defaults else None
    return Loaded(
        sop=build_sop(merge(file, bureau) if bureau else file, references, logo),
        origin=origin,
        source=spec.source,
        lines=spec.tree.lines,
        defaults=bureau_origin,
        defaults_source=defaults.source if defaults else None,
        setelan=build_settings(bureau),
        defaults_lines=below.lines if below else (),
        spans={**below.spans, **spec.tree.spans} if below else spec.tree.spans,
        key_spans={**below.key_spans, **spec.tree.key_spans} if below else spec.tree.key_spans,
        data=spec.tree.data,
        is_form=spec.tree.remarks is not None,
        remarks=tuple(spec.tree.remarks or ()),
        outdated=tuple(spec.tree.outdated),
        worded=frozenset(spec.tree.worded),
    )


def read_tree(data: bytes, origin: Source) -> Tree:
    """A form's cells or a text's YAML. Raises `Refusal`."""
    if origin.name.lower().endswith(FORM_SUFFIX) and data.startswith(ZIP_MARK) and len(data) <= MAX_BYTES:
        from sopgen.intake.form.reading import read_form

        return read_form(data, origin.shown)
    return parse(decode(data, origin.shown), origin.shown)


def _check_spec(spec: _File) -> tuple[BerkasSop | None, References]:
    if not spec.is_checkable():
        return None, References()
    assert spec.tree is not None
    file, faults = validate(BerkasSop, spec.tree)
    references = resolve(spec.tree)
    reported = {(fault.path, fault.code) for fault in references.faults}
    spec.faults += [fault for fault in faults if (fault.path, fault.code) not in reported]
    spec.faults += references.faults
    return file, references


def _check_defaults(defaults: _File | None) -> BerkasBawaan | None:
    if defaults is None or not defaults.is_checkable():
        return None
    assert defaults.tree is not None
    bureau, faults = validate(BerkasBawaan, defaults.tree)
    defaults.faults += faults
    return bureau


def _check_logo(spec: _File, defaults: _File | None) -> Logo | None:
    """The logo of whichever file names it."""
    named, text = spec, _logo_text(spec)
    if text is None and defaults is not None:
        named, text = defaults, _logo_text(defaults)
    if not text:
        return None
    logo, fault = check_logo(text, named.origin)
    if fault is not None:
        named.faults.append(fault)
    return logo


def _logo_text(file: _File) -> str | None:
    """What the file says, read from its tree so that other faults hide no bad logo; None if it does not name one."""
    if not file.is_checkable() or file.tree is None or not isinstance(file.tree.data, dict):
        return None
    value = file.tree.data.get("logo", _ABSENT)
    return None if value is _ABSENT else value if isinstance(value, str) else ""


def _refuse(spec: _File, defaults: _File | None) -> None:
    found = spec.diagnostics() + (defaults.diagnostics() if defaults else [])
    if len(found) > MAX_DIAGNOSTICS:
        message = Message("Masih ada kesalahan lain.", "There are more errors.")
        remedy = Message("Perbaiki dahulu yang di atas.", "Mend those above first.")
        last = found[MAX_DIAGNOSTICS - 1]
        more = diagnose(Fault(Code.MORE_ERRORS, (), message, remedy), last.span, ())
        found = [*found[:MAX_DIAGNOSTICS], more]
    if found:
        raise Refusal(tuple(found))


def _empty() -> Fault:
    message = Message("Berkas kosong.", "The file is empty.")
    remedy = Message("Tulis paling sedikit judul, pelaksana, dan kegiatan.", "Write judul, pelaksana and kegiatan.")
    return Fault(Code.EMPTY, (), message, remedy)
