"""Versions of one SOP that lie side by side: when each is of, and which is in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.intake.sop import Sop
from sopgen.rules.finding import Finding
from sopgen.rules.titles import title_words
from sopgen.wording import date_words

_NAMED: Final = 3
"""So many other versions are named; how many more there are is told."""


def identity_of(sop: Sop) -> tuple[object, ...] | None:
    """Which SOP it is, in whatever version: agency, unit, title and number; None without a number."""
    number = plain_number(sop.nomor)
    return (plain_lines(sop.instansi), plain_lines(sop.unit), title_words(sop.judul), number) if number else None


def plain_number(number: str) -> str:
    """As it is compared: case and spaces aside."""
    return "".join(number.casefold().split())


def plain_lines(lines: Sequence[str]) -> str:
    """As they are compared: case and breaks aside."""
    return " ".join(" ".join(lines).casefold().split())


def day_of(sop: Sop) -> date | None:
    """The day of the version: of its revision, else when it was made."""
    revised, made = sop.tanggal.revisi, sop.tanggal.pembuatan
    return next((day for day in (revised, made) if isinstance(day, date)), None)


def day_words(sop: Sop) -> Message:
    """The same in words, as its header has it."""
    if isinstance(sop.tanggal.revisi, date):
        told = date_words(sop.tanggal.revisi)
        return Message(f"direvisi {told.id}", f"revised {told.en}")
    day = day_of(sop)
    since = date_words(day) if day else None
    made = Message(f"dibuat {since.id}, ", f"made {since.en}, ") if since else Message("", "")
    return Message(f"{made.id}Tanggal Revisi kosong", f"{made.en}no Tanggal Revisi")


def latest(sops: Sequence[Sop]) -> int | None:
    """Which is of the last day; None where two are, or one has no day."""
    days = [day for sop in sops if (day := day_of(sop))]
    return days.index(max(days)) if len(days) == len(sops) and days.count(max(days)) == 1 else None


def in_force(sops: Sequence[Sop], today: date) -> int | None:
    """Which one its header tells to be in force: the last that took effect; None where that must be asked."""
    held = [at for at, sop in enumerate(sops) if sop.status == "berlaku" and _is_effective(sop, today)]
    last = latest([sops[at] for at in held])
    return None if last is None else held[last]


def _is_effective(sop: Sop, today: date) -> bool:
    """Without a date in force nobody knows: it stays in question."""
    return not isinstance(sop.tanggal.efektif, date) or sop.tanggal.efektif <= today


def another_version(loaded: Loaded, others: Sequence[Loaded]) -> Finding:
    """Which files bring it, and of what day each is: on all of them, since none is known to be the wrong one.

    Several in one file are not told by its name, which is here too.
    """
    here, named = day_words(loaded.sop), others[:_NAMED]
    of_one_day = all(day_words(other.sop) == here for other in others)
    told = _listed([_dated(other, loaded, dated=not of_one_day) for other in named], len(others) - len(named))
    held = [loaded, *others]
    last = latest([each.sop for each in held])
    newest = Message("", "")
    if last is not None:
        file = Message("ini", "this") if last == 0 else _file_of(held[last], loaded)
        newest = Message(f" (yang terbaru {file.id})", f" (the newest is {file.en})")
    return Finding(
        ("nomor",),
        _of_one_day(told) if of_one_day else _of_other_days(told, here),
        Message(
            f"Tentukan mana yang berlaku{newest.id}, dan keluarkan yang lain; bila memang dua SOP, beri nomor dan "
            "judul sendiri.",
            f"Decide which is in force{newest.en}, and take the other out; if they are two SOPs, give each its number "
            "and title.",
        ),
    )


def _of_one_day(others: Message) -> Message:
    return Message(
        f"Ada versi lain dari SOP ini, dengan judul, nomor, unit, dan tanggal yang sama: {others.id}.",
        f"There is another version of this SOP, of the same title, number, unit and dates: {others.en}.",
    )


def _of_other_days(others: Message, here: Message) -> Message:
    return Message(
        f"Ada versi lain dari SOP ini, dengan judul, nomor, dan unit yang sama: {others.id}; di sini {here.id}.",
        f"There is another version of this SOP, of the same title, number and unit: {others.en}; here {here.en}.",
    )


def _dated(other: Loaded, here: Loaded, *, dated: bool) -> Message:
    """Which file it is, and of what day unless all are of one."""
    file = _file_of(other, here)
    return (
        Message(*(f"{name} ({day})" for name, day in zip(file, day_words(other.sop), strict=True))) if dated else file
    )


def _listed(named: Sequence[Message], more: int) -> Message:
    rest = [Message(f"dan {more} lagi", f"and {more} more")] if more else []
    return Message(*("; ".join(words) for words in zip(*named, *rest, strict=True)))


def _file_of(other: Loaded, here: Loaded) -> Message:
    if other.shown_path == here.shown_path:
        return Message("SOP lain di berkas ini", "another SOP in this file")
    return Message(other.shown_path, other.shown_path)
