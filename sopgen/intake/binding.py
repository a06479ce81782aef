"""Tree → model: every complaint of pydantic becomes a fault at its own key or value, in a clerk's words."""

from __future__ import annotations

import re
import sys
from types import ModuleType
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from sopgen.diagnostics import Message
from sopgen.intake.codes import Code
from sopgen.intake.decoding import character_fault
from sopgen.intake.fault import Fault, Path, name
from sopgen.intake.fields import FIRST_YEAR, LAST_YEAR, suggested_date
from sopgen.intake.form.words import key_called
from sopgen.intake.likely_causes import BRANCH_FORM, CURLY_QUOTES, STRAIGHT_QUOTES
from sopgen.intake.model import BerkasBawaan, BerkasSop
from sopgen.intake.nearest import did_you_mean, nearest
from sopgen.intake.tree import Tree, Unread

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]

MAX_FAULTS: Final = 400
"""A file that is wrong throughout is not explained throughout: each explanation looks for the nearest word."""

_PLUGIN_LOADER: Final = "pydantic.plugin._loader"


def validate(model: type[Model], tree: Tree) -> tuple[Model | None, list[Fault]]:
    if not model.__pydantic_complete__:
        _build_validator(model)
    try:
        return model.model_validate(tree.data), []
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    errors = _without_knock_ons(model, errors[:MAX_FAULTS])
    faults = [found for e in errors if (found := _fault(model, tree, e["type"], e["loc"], e.get("ctx", {})))]
    if model is BerkasBawaan:
        faults = [_NO_DEFAULTS if each.message == _NO_SPEC else each for each in faults]
    return None, faults


def _without_knock_ons(model: type[BaseModel], errors: list[Any]) -> list[Any]:
    """A required key that stands there misspelt is reported once, by the spelling found."""
    misspelt = {
        (*loc[:-1], nearest(str(loc[-1]), _keys_at(model, loc[:-1])))
        for loc in (e["loc"] for e in errors if e["type"] == "extra_forbidden")
    }
    return [e for e in errors if e["type"] != "missing" or e["loc"] not in misspelt]


def _build_validator(model: type[BaseModel]) -> None:
    """Build it without asking every installed package for plugins, as pydantic does: that takes the longer time.

    A spec is read the same whatever else is installed. A loader that finds none stands in meanwhile.
    """
    loader = ModuleType(_PLUGIN_LOADER)
    loader.get_plugins = tuple  # type: ignore[attr-defined]
    known = sys.modules.setdefault(_PLUGIN_LOADER, loader)
    try:
        model.model_rebuild()
    finally:
        if known is loader:
            del sys.modules[_PLUGIN_LOADER]


def value_at(tree: Tree, path: Path) -> Any:
    """The value of an existing node; where reading failed on the way, the `Unread` that stands there."""
    value = tree.data
    for element in path:
        if isinstance(value, Unread):
            return value
        value = value[element]
    return value


def _fault(model: type[BaseModel], tree: Tree, kind: str, loc: Loc, context: dict[str, Any]) -> Fault | None:
    path = tree.place(loc)
    value = value_at(tree, path)
    if isinstance(value, Unread):
        return None
    if kind in ("missing", "too_short"):
        return _missing(path, str(loc[-1]) if loc else "")
    if kind == "extra_forbidden":
        fault = _unknown_key(model, loc, path)
        step = value_at(tree, path[:-1])
        if path[:1] == ("kegiatan",) and isinstance(step, dict) and "keputusan" in step and step["keputusan"] is None:
            return fault._replace(remedy=_INDENT_BRANCH)
        return fault
    return _value_fault(path, value, kind, context)


def _value_fault(path: Path, value: object, kind: str, context: dict[str, Any]) -> Fault:
    if kind == "literal_error":
        return _wrong_choice(path, value, tuple(re.findall(r"'([^']*)'", context["expected"])))
    if kind in ("greater_than_equal", "less_than_equal"):
        return _out_of_range(path, value, context)
    if kind == "sopgen":
        return _own(path, context)
    return _wrong_type(path, "text", kind)


def _label(path: Path) -> Message:
    """How a place is called inside a message."""
    keys = [element for element in path if isinstance(element, str)]
    key = name(keys[-1]) if keys else "berkas"
    english = name(keys[-1]) if keys else "the file"
    if path and isinstance(path[-1], int):
        return Message(f"Butir {path[-1] + 1} dari {key}", f"Item {path[-1] + 1} of {english}")
    return Message(key, english)


def _missing(path: Path, field: str) -> Fault:
    message = Message(f"{name(field)} wajib diisi.", f"{name(field)} is required.")
    remedy = Message(f"Tambahkan `{field}: …`.", f"Add `{field}: …`.")
    if path[-1:] == (field,):  # the key is there, with nothing behind it
        remedy = Message(f"Isi `{field}: …`.", f"Fill in `{field}: …`.")
    return Fault(Code.MISSING, path, message, remedy)


def _unknown_key(model: type[BaseModel], loc: Loc, path: Path) -> Fault:
    key = str(loc[-1])
    if model is BerkasBawaan and len(loc) == 1 and key in BerkasSop.model_fields:
        message = Message(f"{name(key)} tidak boleh di sopgen.yaml.", f"{name(key)} is not allowed in sopgen.yaml.")
        remedy = Message("Tulis di setiap spesifikasi.", "Write it in each spec.")
        return Fault(Code.NOT_IN_DEFAULTS, path, message, remedy, on_key=True)
    message = Message(f"Kunci {name(key)} tidak dikenal.", f"Unknown key {name(key)}.")
    if model is BerkasSop and len(loc) == 1 and key in BerkasBawaan.model_fields:
        remedy = Message(f"Tulis {name(key)} di sopgen.yaml.", f"Write {name(key)} in sopgen.yaml.")
    elif meant := key_called(key, loc[:-1]):
        remedy = Message(f"Pakai kunci {meant.id}.", f"Use the key {meant.en}.")
    else:
        remedy = did_you_mean(key, _keys_at(model, loc[:-1]))
    return Fault(Code.UNKNOWN_KEY, path, message, remedy, on_key=True)


def _keys_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The keys that a map at `loc` may have, read from the models' own annotations."""
    current: Any = model
    for element in loc:
        current = _bare(current)
        if isinstance(current, type) and issubclass(current, BaseModel):
            found = current.model_fields.get(str(element))
            current = found.annotation if found else None
        elif get_args(current):
            current = get_args(current)[-1]
    current = _bare(current)
    return tuple(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else ()


def _bare(annotation: Any) -> Any:
    """An annotation without Annotated and without None."""
    while get_args(annotation) and get_origin(annotation) not in (list, dict):
        annotation = next(a for a in get_args(annotation) if a is not type(None))
    return annotation


def _wrong_choice(path: Path, value: object, choices: tuple[str, ...]) -> Fault:
    label = _label(path)
    message = Message(
        f"{label.id}: pilihan {name(value)} tidak dikenal.", f"{label.en}: {name(value)} is not one of the choices."
    )
    return Fault(Code.WRONG_CHOICE, path, message, did_you_mean(str(value), choices))


def _out_of_range(path: Path, value: object, context: dict[str, Any]) -> Fault:
    label = _label(path)
    message = Message(f"{label.id}: {name(value)} di luar batas.", f"{label.en}: {name(value)} is out of range.")
    if "ge" in context:
        remedy = Message(f"Paling kecil {context['ge']:g}.", f"The least is {context['ge']:g}.")
    else:
        remedy = Message(f"Paling besar {context['le']:g}.", f"The most is {context['le']:g}.")
    return Fault(Code.NUMBER, path, message, remedy)


_WANTED: Final = {
    "text": (
        Message("harus berupa teks", "must be a text"),
        Message(
            'Tulis satu teks; apit dengan tanda kutip ("…") bila memuat `: ` atau kurung.',
            'Write one text; put it in quotes ("…") if it holds `: ` or brackets.',
        ),
    ),
    "map": (
        Message("harus berupa pasangan kunci dan isi", "must be keys with values"),
        Message("Tulis `kunci: isi` di baris-baris berikutnya, menjorok.", "Write indented `key: value` lines below."),
    ),
    "list": (
        Message("harus berupa daftar", "must be a list"),
        Message("Tulis setiap butir di baris sendiri, diawali `- `.", "Write each item on its own line after `- `."),
    ),
}
_NO_SPEC: Final = Message("Ini belum berkas SOP.", "This is no SOP file yet.")
_BEGIN_SPEC: Final = Message(
    "Mulai dengan `sopgen new NAMA`, atau formulir Excel: `sopgen form NAMA`.",
    "Begin with `sopgen new NAME`, or with the form in Excel: `sopgen form NAME`.",
)
_NO_DEFAULTS: Final = Fault(
    Code.WRONG_TYPE,
    (),
    Message("Ini belum berkas sopgen.yaml.", "This is no sopgen.yaml yet."),
    Message(
        "Tulis `kunci: isi` di setiap baris, misalnya `unit: Biro Organisasi`.",
        "Write `key: value` on each line, say `unit: Biro Organisasi`.",
    ),
)
NIP_DIGITS: Final = 18
_INDENT_BRANCH: Final = Message(
    "Bila ini cabang `keputusan`, jorokkan dua spasi dari `keputusan`.",
    "If this is a branch of `keputusan`, indent it two spaces deeper than `keputusan`.",
)
_EXECUTOR_FORM: Final = Message(
    "Tulis kunci dan nama di setiap baris, tanpa `- `: `loket: Petugas Loket`.",
    "Write a key and a name on each line, without `- `: `loket: Petugas Loket`.",
)
_FOUND: Final = {"list": Message("daftar", "a list"), "map": Message("pasangan kunci dan isi", "keys with values")}


def _wrong_type(path: Path, wanted: str, found: str) -> Fault:
    label, (want, remedy) = _label(path), _WANTED[wanted]
    is_there = _FOUND.get(found, Message(name(found), name(found)))
    message = Message(
        f"{label.id} {want.id}, bukan {is_there.id}.",
        f"{label.en} {want.en}, not {is_there.en}.",
    )
    if wanted == "map" and path == ("pelaksana",):
        remedy = _EXECUTOR_FORM
    elif wanted == "map" and path[-1:] == ("keputusan",):
        remedy = BRANCH_FORM
    elif wanted == "map" and not path and found not in _FOUND:
        message, remedy = _NO_SPEC, _BEGIN_SPEC
    elif wanted == "map" and path[-1:] == ("nomor_induk",):
        remedy = _register_number("" if found in _FOUND else found)
    elif wanted == "map" and path[-1:] == ("tanggal",) and found not in _FOUND:
        remedy = _below(f"pembuatan: {suggested_date(found) or '2018-10-15'}")
    elif wanted == "map" and path[-1:] == ("pengesahan",) and found not in _FOUND:
        remedy = _below(f"nama: {found}")
    return Fault(Code.WRONG_TYPE, path, message, remedy)


def _below(line: str) -> Message:
    return Message(f"Tulis di bawahnya, menjorok: {name(line)}.", f"Write below it, indented: {name(line)}.")


def _register_number(said: str) -> Message:
    digits = re.sub(r"[\s.\"'“”]", "", said)
    kind = "NRP" if digits.isdigit() and len(digits) < NIP_DIGITS else "NIP"
    if not digits.isdigit():
        return Message('Tulis `nomor_induk: {NIP: "…"}`, atau NRP.', 'Write `nomor_induk: {NIP: "…"}`, or NRP.')
    example = f'nomor_induk: {{{kind}: "{digits}"}}'
    return Message(f"Tulis `{example}`.", f"Write `{example}`.")


def _own(path: Path, context: dict[str, Any]) -> Fault:
    """The faults that the readers in `fields` and `model` raise themselves."""
    kind, value = context["kind"], context["value"]
    label = _label(path)
    if kind.startswith("not_") and kind[4:] in _WANTED:
        return _wrong_type(path, kind[4:], value)
    if kind == "empty":
        return _missing(path, str(path[-1]) if path and isinstance(path[-1], str) else label.id.strip("`"))
    if kind == "character":
        found = character_fault(value)
        return Fault(found.code, path, found.message, found.remedy)
    if kind == "choice":
        return _wrong_choice(path, value, tuple(context["choices"]))
    return _unreadable(path, kind, context)


def _date_form(path: Path, said: str, suggestion: str) -> Message:
    if any(sign.isdigit() for sign in said):
        example = suggestion or "2018-10-15"
        return Message(f"Tulis tahun-bulan-hari: {example}.", f"Write year-month-day: {example}.")
    if path[-2:] == ("tanggal", "revisi"):
        return Message(
            "Kosongkan, atau tulis '-' bila belum pernah direvisi.", "Leave it empty, or write '-' if never revised."
        )
    if path[:-1] == ("tanggal",):
        return Message("Kosongkan, atau tulis '-'.", "Leave it empty, or write '-'.")
    return Message("Kosongkan, atau tulis seperti 2018-10-15.", "Leave it empty, or write as in 2018-10-15.")


def _unreadable(path: Path, kind: str, context: dict[str, Any]) -> Fault:
    value, label = name(context["value"]), _label(path)
    if kind == "not_number":
        message = Message(f"{label.id}: {value} bukan angka.", f"{label.en}: {value} is not a number.")
        return Fault(Code.NUMBER, path, message, Message("Tulis angka saja.", "Write a number alone."))
    if kind in ("no_such_date", "year", "date_form"):
        return _no_date(path, kind, context)
    if kind == "colour":
        message = Message(f"{label.id}: {value} bukan warna.", f"{label.en}: {value} is not a colour.")
        return Fault(Code.WRONG_CHOICE, path, message, Message('Tulis seperti "#E4E4E4".', 'Write as in "#E4E4E4".'))
    if kind == "pattern":
        reason = context["reason"]
        message = Message(
            f"{label.id}: {value} tidak dapat dipakai sebagai regular expression ({reason.id}).",
            f"{label.en}: {value} cannot be used as a regular expression ({reason.en}).",
        )
        remedy = Message("Perbaiki polanya; apit dengan kutip tunggal.", "Mend the pattern; put it in single quotes.")
        return Fault(Code.PATTERN, path, message, remedy)
    message = Message(f"{label.id}: NIP dan NRP keduanya diisi.", f"{label.en}: both NIP and NRP are given.")
    return Fault(Code.WRONG_CHOICE, path, message, Message("Pilih salah satu.", "Keep one of them."))


def _no_date(path: Path, kind: str, context: dict[str, Any]) -> Fault:
    value, label = name(context["value"]), _label(path)
    if kind == "no_such_date":
        message = Message(f"{label.id}: tanggal {value} tidak ada.", f"{label.en}: the date {value} does not exist.")
        return Fault(Code.DATE, path, message, Message("Periksa hari dan bulannya.", "Check the day and the month."))
    if kind == "year":
        message = Message(
            f"{label.id}: {value} di luar tahun {FIRST_YEAR}–{LAST_YEAR}.",
            f"{label.en}: {value} lies outside the years {FIRST_YEAR}–{LAST_YEAR}.",
        )
        return Fault(Code.DATE, path, message, Message("Periksa tahunnya.", "Check the year."))
    message = Message(f"{label.id}: {value} bukan tanggal.", f"{label.en}: {value} is not a date.")
    remedy = _date_form(path, str(context["value"]), context["suggestion"])
    if str(context["value"]).startswith(CURLY_QUOTES):
        remedy = STRAIGHT_QUOTES
    return Fault(Code.DATE, path, message, remedy)
