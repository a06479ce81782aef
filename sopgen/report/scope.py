"""Which rules a check was not to look at: unasked on the command line, or switched off in sopgen.yaml.

A verdict is given by the mandatory rules. Where some of them were left out on purpose it stays open, whatever else was
found fine; that alone makes no check fail, since somebody wanted it so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, Literal

from sopgen.diagnostics import Message, Severity, family
from sopgen.intake.loaded import Setelan
from sopgen.report.selection import Selection
from sopgen.rules import REGISTRY
from sopgen.rules.codes import ON_COMPILATION, ON_SPEC
from sopgen.rules.held import Unexamined
from sopgen.rules.presets import severity_in

_MANDATORY: Final = Message("aturan wajib {}", "the mandatory rules {}")
_ADVISED: Final = Message("aturan anjuran {}", "the advised rules {}")
_UNASKED: Final = Message("tidak diminta: {}", "not asked for: {}")
_OFF: Final = Message("dimatikan di sopgen.yaml (`aturan`)", "switched off in sopgen.yaml (`aturan`)")


def within(
    unexamined: Iterable[Unexamined], selection: Selection, setelan: Setelan | None, *, is_paper: bool
) -> tuple[Unexamined, ...]:
    """What was not examined, without what nobody wanted to be, and with the rules that were left out on purpose.

    `is_paper`: whether the rules over drawings were to be asked too.
    """
    rows = tuple(unexamined)
    off = _off(setelan)
    if setelan is None or not (off or selection.told):
        return rows
    wanted = tuple(
        row for row in rows if not row.rules or any(selection.wants(code) and code not in off for code in row.rules)
    )
    return (*wanted, *_left_out(selection, setelan._replace(kata=()), is_paper=is_paper))


def _off(setelan: Setelan | None) -> frozenset[str]:
    return frozenset(code for code, weight in setelan.aturan if weight == "mati") if setelan else frozenset()


@cache
def _left_out(selection: Selection, setelan: Setelan, *, is_paper: bool) -> tuple[Unexamined, ...]:
    """By why, the mandatory ones before the others."""
    off = _off(setelan)
    own = dict(setelan.aturan)
    mandatory = [
        code
        for code in _codes(is_paper=is_paper)
        if (severity_in(setelan.preset, code) if own.get(code, "mati") == "mati" else own[code]) == Severity.WAJIB
    ]
    unasked = [code for code in _codes(is_paper=is_paper) if not selection.wants(code) and code not in off]
    told = Message(*(said.format(selection.told) for said in _UNASKED))
    rows: list[Unexamined] = []
    reasons: tuple[tuple[list[str], Message, Literal["asked", "settled"]], ...] = (
        (unasked, told, "asked"),
        (sorted(off), _OFF, "settled"),
    )
    for codes, why, chosen in reasons:
        heavy = [code for code in codes if code in mandatory]
        light = [code for code in codes if code not in mandatory]
        if heavy:
            rows.append(_row(_MANDATORY, heavy, why)._replace(chosen=chosen))
        if light:
            rows.append(
                _row(_ADVISED, _shortened(light, is_paper=is_paper), why)._replace(decisive=False, chosen=chosen)
            )
    return tuple(rows)


def _row(words: Message, names: Sequence[str], why: Message) -> Unexamined:
    return Unexamined(Message(*(said.format(", ".join(names)) for said in words)), why)


def _shortened(codes: Sequence[str], *, is_paper: bool) -> list[str]:
    """A family for all its rules, where none of them was asked for."""
    asked = {family(code) for code in _codes(is_paper=is_paper) if code not in codes}
    return list(dict.fromkeys(code if family(code) in asked else family(code) for code in codes))


@cache
def _codes(*, is_paper: bool) -> tuple[str, ...]:
    """All rules that such a file would be held against."""
    drawn = [code for code, rule in REGISTRY.items() if rule.kind == "drawing"] if is_paper else []
    return tuple(sorted({*ON_SPEC, *ON_COMPILATION, *drawn}))
