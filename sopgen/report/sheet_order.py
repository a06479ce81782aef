"""The order of the sheets and of the recap's rows: versions of one SOP together, an SOP before those that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.sop import Sop
from sopgen.report.review import Review, Reviewed
from sopgen.rules.citations import cited_sops
from sopgen.rules.titles import title_words
from sopgen.rules.versions import day_of, day_words, identity_of, in_force, plain_number

_IN_FORCE: Final = Message("versi yang berlaku menurut tanggalnya: {}", "the version in force by its dates: {}")
_OTHER: Final = Message("versi lain dari SOP di lembar {}: {}", "another version of the SOP on sheet {}: {}")
_ASK: Final = Message(
    "ada versi lain di lembar {}; tanyakan mana yang berlaku: {}",
    "there is another version on sheet {}; ask which is in force: {}",
)


def in_order(review: Review) -> list[Reviewed]:
    """The files as their sheets follow each other: in the order in which they were read, but for what belongs together.

    Versions of one SOP follow each other, the newest first, and an SOP whose steps cite others goes before these. Other
    files of an SOP follow the one that counts for it, each with a sheet where it shows what that one does not, or
    leaves open. Specs that could not be read stand last; documents that could not have one sheet in common behind them.
    """
    held = review.by_sop()
    counting = [files[0] for files in held.values()]
    ordered = [file for group in _parents_first(_by_identity(counting)) for file in group]
    ordered.sort(key=lambda file: file.sop is None)
    files = [file for each in ordered for file in held[each.name]]
    return [file for file in files if review.is_told_alone(file) and not file.is_unread]


def version_notes(files: Sequence[Reviewed], today: date) -> dict[str, Message]:
    """By file, of those that are one of several versions: of what day it is, and which is in force, by its sheet."""
    numbered = {file.name: number for number, file in enumerate(files, start=1)}
    notes = {}
    for group in _by_identity([file for file in files if not file.same_as]):
        if len(group) == 1:
            continue
        held = in_force([file.sop for file in group if file.sop], today)
        for at, file in enumerate(group):
            others = [str(numbered[each.name]) for each in group if each is not file]
            told = ", ".join(others) if held is None else str(numbered[group[held].name])
            words = _ASK if held is None else _IN_FORCE if at == held else _OTHER
            day = day_words(file.sop) if file.sop else Message("", "")
            filled = [
                said.format(*([each] if at == held else [told, each])) for said, each in zip(words, day, strict=True)
            ]
            notes[file.name] = Message(*filled)
    return notes


def _by_identity(files: Sequence[Reviewed]) -> list[list[Reviewed]]:
    """The versions of each SOP, the newest first."""
    groups: dict[object, list[Reviewed]] = {}
    for file in files:
        groups.setdefault((file.sop and identity_of(file.sop)) or file.name, []).append(file)
    return [sorted(group, key=_newest, reverse=True) for group in groups.values()]


def _newest(file: Reviewed) -> date:
    return (file.sop and day_of(file.sop)) or date.min


def _parents_first(groups: Sequence[list[Reviewed]]) -> Iterator[list[Reviewed]]:
    """Each behind all that cite it, as far as these do not cite each other in a ring."""
    parents: dict[int, set[int]] = {}
    known = _known([group[0].sop for group in groups])
    for number, group in enumerate(groups):
        for cited in _cited(group[0].sop, known):
            if cited != number:
                parents.setdefault(cited, set()).add(number)
    seen: set[int] = set()
    for first in range(len(groups)):
        waiting = [(first, False)]
        while waiting:
            number, ready = waiting.pop()
            if ready:
                yield groups[number]
            elif number not in seen:
                seen.add(number)
                waiting.append((number, True))
                waiting += [(each, False) for each in sorted(parents.get(number, ()), reverse=True)]


def _known(sops: Sequence[Sop | None]) -> dict[object, int]:
    """Each SOP's place by its title's words and by its number."""
    known: dict[object, int] = {}
    for number, sop in enumerate(sops):
        if sop is not None:
            known.setdefault(title_words(sop.judul), number)
            known.setdefault(_bare_number(sop.nomor), number)
    return known


def _cited(sop: Sop | None, known: dict[object, int]) -> Iterator[int]:
    """The SOPs that the remarks of its steps send to."""
    for step in sop.kegiatan if sop else ():
        for text in (step.keterangan.teks, *step.keterangan.butir):
            for cited in cited_sops(text, in_prose=False):
                words = title_words(cited.title)
                keys = [words[:end] for end in range(len(words), 0, -1)] if words else [_bare_number(cited.number)]
                yield from [known[key] for key in keys if key and key in known][:1]


def _bare_number(number: str) -> str:
    return plain_number(number).removeprefix("sop").lstrip("-./ ")
