"""Which rules a check is about: `--select` and `--ignore`, each by code (KEG-01) or family (KEG)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sopgen.diagnostics import REFUSALS, family


class Selection(NamedTuple):
    """Codes and families as written, in capitals. Without `selected` all rules are meant."""

    selected: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()

    @property
    def told(self) -> str:
        """As it was asked for: `--select KEG --ignore MB-01`; nothing where all rules are meant."""
        parts = [(option, ",".join(sorted(names))) for option, names in zip(("select", "ignore"), self, strict=True)]
        return " ".join(f"--{option} {names}" for option, names in parts if names)

    def wants(self, code: str) -> bool:
        """What keeps a spec from being read or drawn is always wanted."""
        names = {code, family(code)}
        if names & REFUSALS:
            return True
        return (not self.selected or not names.isdisjoint(self.selected)) and names.isdisjoint(self.ignored)


def names_in(values: Iterable[str]) -> tuple[str, ...]:
    """The names in option values: several options, each with several names between commas."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip().upper()))


def unknown(names: Iterable[str], codes: Iterable[str]) -> tuple[str, ...]:
    """The names that are neither a code nor a family of one."""
    known = set(codes)
    known |= {family(code) for code in known} | REFUSALS
    return tuple(name for name in names if name not in known)
