"""What a rule gets and gives: a spec with its reference date; findings by their place in the spec's tree."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sopgen.diagnostics import Message
from sopgen.spec.loaded import Loaded, Place, Setelan
from sopgen.spec.sop import Sop


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


class Finding(NamedTuple):
    """One breach of a rule. `path` is its place (see `Diagnostic`), `at` the words there that it speaks of."""

    path: Place
    message: Message
    remedy: Message
    at: str = ""
