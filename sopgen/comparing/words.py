"""Changes in words: where, what stood, what stands. The form's own words are Indonesian in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from sopgen.comparing.change import Change, Comparison, Kelas, Path
from sopgen.comparing.values import NONE, Speaker
from sopgen.diagnostics import Language, Message
from sopgen.intake.form.words import FIELDS, SERVICE_FIELDS
from sopgen.intake.sop import Sop
from sopgen.placenames import BOX_NAMES, COLUMN_NAMES, ROW_NAMES

SIGNS: Final[Mapping[str, str]] = {"removed": "−", "added": "+", "changed": "≠", "moved": "≠", "renumbered": "≠"}
SEE: Final = Message("Lihat nomor {}", "See number {}")
HENCE: Final = Message("Akibatnya", "So that")
_STEP: Final = Message("langkah {}", "step {}")
_GONE: Final = Message("langkah {} lama", "old step {}")
_CAME: Final = Message("langkah {} baru", "new step {}")
_STEPS: Final = Message("langkah {}–{}", "steps {}–{}")
_COLUMN: Final = Message("kolom {}", "column {}")
_BRANCH: Final = Message("cabang {}", "branch {}")
_NEXT: Final = Message("langkah berikutnya", "what comes next")
_ROUTE: Final = Message("jalan panah", "the arrow's way")
_ORDER: Final = Message("urutan", "order")
_NAME: Final = Message("id", "id")
_JOINT: Final = Message("kegiatan bersama", "joint activity")
_PUBLIC: Final = Message("kata untuk pemohon", "words for the applicant")
_BOX: Final = Message("kotak {}", "box {}")
_ITEM: Final = Message("butir {}", "item {}")
_ROW: Final = Message("baris {}", "row {}")
_HEAD: Final = Message("kepala tabel", "table head")
_LANE: Final = {
    "nama": Message("nama", "name"),
    "kelompok": Message("kelompok", "group"),
    "eksternal": Message("eksternal", "external"),
    "peran": Message("peran", "role"),
    "publik": Message("nama untuk pemohon", "name for the public"),
    "id": Message("kunci", "key"),
}
_DATA: Final = Message("data SOP, kunci `{}`", "the SOP's data, key `{}`")
_SERVICE: Final = Message("data pelayanan, {}", "service data, {}")
_ABOUT: Final = Message("data SOP, {}", "the SOP's data, {}")
_TITLES: Final = {field.path: field.title for field in (*FIELDS, *SERVICE_FIELDS)}
"""What is printed on no page is called as the form calls it."""
_APPROVAL: Final = {
    "atas_nama": "atas nama",
    "jabatan": "jabatan",
    "nama": "nama",
    "pangkat": "pangkat",
    "nomor_induk": "nomor induk",
}


class Told(NamedTuple):
    """`place` without a page: that stands on paper alone. `hence`: what follows of itself, a sentence each."""

    place: str
    before: str
    after: str
    hence: tuple[str, ...] = ()


def tell(change: Change, comparison: Comparison, language: Language) -> Told:
    before, after = _values(change, comparison, language)
    told = [tell(each, comparison, language) for each in change.consequences]
    hence = tuple(f"{each.place}: {each.after}" for each in told)
    return Told(place_of(change, comparison, language), before, after, hence)


def _values(change: Change, comparison: Comparison, language: Language) -> tuple[str, str]:
    old, new = Speaker(comparison.old, language), Speaker(comparison.new, language)
    step_old, step_new = change.steps
    if change.kind == "renumbered":
        return _span(change.before, change.in_a_row, language), _span(change.after, change.in_a_row, language)
    if change.kind == "moved":
        assert change.old is not None
        assert change.new is not None
        return _ranked(change.old, old.say(change.before)), _ranked(change.new, new.say(change.after))
    before = NONE if change.kind == "added" else old.say(change.before, _key(change.old), step_old)
    after = NONE if change.kind == "removed" else new.say(change.after, _key(change.new), step_new)
    return before, after


def _ranked(path: Path, told: str) -> str:
    return f"{int(path[-1]) + 1}. {told}"


def _key(path: Path | None) -> str:
    """The attribute that a path ends in, its indexes left out."""
    return next((str(each) for each in reversed(path or ()) if isinstance(each, str)), "")


def _span(start: int, count: int, language: Language) -> str:
    if count == 1:
        return _STEP.in_language(language).format(start)
    return _STEPS.in_language(language).format(start, start + count - 1)


def place_of(change: Change, comparison: Comparison, language: Language) -> str:  # noqa: PLR0911 - one a kind
    """Where it is in the new document; of what was removed, in the old one."""
    path = change.new if change.new is not None else change.old
    assert path is not None
    sop = comparison.new if change.new is not None else comparison.old

    def say(message: Message, *values: object) -> str:
        return message.in_language(language).format(*values)

    match path:
        case ("kegiatan", int(index)):
            if change.kind == "renumbered":
                return _span(change.after, change.in_a_row, language)
            return say(_CAME if change.kind == "added" else _GONE if change.kind == "removed" else _STEP, index + 1)
        case ("kegiatan", int(index), *rest):
            step = change.steps[1] or index + 1
            return f"{say(_STEP, step)}, {_in_step(tuple(rest), sop, index, say)}"
        case ("pelaksana", int(index), *rest):
            head = f"{say(_HEAD)}, {say(_COLUMN, sop.pelaksana[index].nama)}"
            return f"{head}, {say(_LANE[str(rest[0])])}" if rest and rest[0] != "nama" else head
        case (str(box), *rest) if box in BOX_NAMES:
            items = [say(_ITEM, each + 1) for each in rest if isinstance(each, int)]
            return ", ".join([say(_BOX, BOX_NAMES[box]), *items])
        case ("pengesahan", str(part)):
            return f"{say(_ROW, ROW_NAMES['pengesahan',])}, {_APPROVAL[part]}"
        case _ if row := ROW_NAMES.get(tuple(map(str, path))):
            return say(_ROW, row)
    named = tuple(each for each in path if isinstance(each, str) and each not in {"butir", "teks"})
    title, keys = _TITLES.get(named, ""), ".".join(named)
    items = [say(_ITEM, each + 1) for each in path if isinstance(each, int)]
    if title:
        return ", ".join([say(_SERVICE if named[0] == "pelayanan" else _ABOUT, title), *items])
    return ", ".join([say(_DATA, keys), *items])


def _in_step(rest: Path, sop: Sop, index: int, say: Callable[..., str]) -> str:  # noqa: PLR0911 - idem
    match rest:
        case ("pelaksana",):
            names = {lane.id: lane.nama for lane in sop.pelaksana}
            return say(_COLUMN, ", ".join(names[key] for key in sop.kegiatan[index].pelaksana))
        case ("bersama",):
            return say(_JOINT)
        case ("publik",):
            return say(_PUBLIC)
        case ("id",):
            return say(_NAME)
        case ("arah", int(place), *more):
            label = sop.kegiatan[index].arah[place].label
            way = say(_BRANCH, label) if label else say(_NEXT)
            return f"{way}, {say(_ROUTE)}" if more == ["rute"] else way
        case ("arah", *_):
            return say(_NEXT)
        case (str(field), *_):
            return say(_COLUMN, COLUMN_NAMES[field])
    return ""


def class_name(kelas: Kelas) -> str:
    return kelas.value.upper()


def count_words(comparison: Comparison) -> str:
    """For example "7: alur 3, mutu baku 1, teks 3"."""
    counts = comparison.counts()
    total = sum(counts.values())
    return f"{total}: " + ", ".join(f"{kelas} {count}" for kelas, count in counts.items()) if total else "0"
