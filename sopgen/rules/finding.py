"""What a rule gets and gives: a spec with its reference date; findings by their place in the spec's tree."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded, Place, Setelan
from sopgen.intake.sop import Kegiatan, Pelaksana, Sop


class Spec(NamedTuple):
    """One spec under examination. `today` is the reference date: rules never ask a clock."""

    loaded: Loaded
    today: date

    @property
    def sop(self) -> Sop:
        return self.loaded.sop

    @property
    def setelan(self) -> Setelan:
        return self.loaded.setelan

    def lane(self, name: str) -> Pelaksana:
        return next(lane for lane in self.sop.pelaksana if lane.id == name)

    def targets(self, kegiatan: Kegiatan) -> list[Kegiatan]:
        """The steps that a step leads to."""
        return [self.sop.kegiatan[arah.ke - 1] for arah in kegiatan.arah if arah.ke is not None]


def in_step(kegiatan: Kegiatan, key: str = "") -> Place:
    """The place of a step, or of one of its keys, in the spec's tree."""
    return ("kegiatan", kegiatan.nomor - 1, *([key] if key else []))


def item_words(place: tuple[int, ...], told: Message) -> tuple[Message, ...]:
    """An item of a box by its number there, with what is said of it; nothing for a box of one text."""
    return tuple(Message(f"butir {at + 1} ({told.id})", f"item {at + 1} ({told.en})") for at in place)


class Finding(NamedTuple):
    """One breach of a rule. `path` is its place (see `Diagnostic`), `at` the words there that it speaks of.

    `about`: the items or words that it speaks of, for one entry that tells of several findings of its rule.
    `caused_by`: the rule whose finding in the same step, if there is one, makes this one its mere consequence.
    `sure`: whether the rule cannot be mistaken here.
    """

    path: Place
    message: Message
    remedy: Message
    at: str = ""
    caused_by: str = ""
    sure: bool = True
    about: tuple[Message, ...] = ()
