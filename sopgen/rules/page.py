"""A rule's page as text, the same in `sopgen explain` and under docs/rules/; and the table of all rules."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from sopgen.diagnostics import WEIGHTS, Language, Message
from sopgen.rules.codes import FAMILIES
from sopgen.rules.documentation import HEADINGS, Documentation
from sopgen.rules.presets import PRESETS
from sopgen.rules.registry import REGISTRY, Kind, Rule

WIDTH: Final = 100
KINDS: Final[dict[Kind, Message]] = {
    "spec": Message("spesifikasi", "specs"),
    "drawing": Message("gambar", "drawings"),
    "held": Message("dijamin program", "held by construction"),
    "left-out": Message("tidak diperiksa", "not checked"),
    "reader": Message("pembaca", "the reader"),
    "layout": Message("tata letak", "the layout"),
    "program": Message("program", "the program"),
}
_WEIGHT: Final = Message("Bobot", "Weight")
GRAVER: Final = {
    "TBL-05": Message("wajib bila mengubah isi SOP", "mandatory where it changes the SOP"),
    "AKT-07": Message("wajib bila mengganti pelaksana", "mandatory where it changes the executor"),
}
"""When a finding of a rule is mandatory though the rule itself is advice."""
_LOOKED_AT: Final = Message("Diperiksa pada", "Checked on")
_COMPILATION: Final = Message("kompilasi", "compilations")
_ALWAYS: Final = Message("selalu dipenuhi program", "always met by the program")
_NEVER: Final = Message("tidak diperiksa", "not checked")


def rule_page(rule: Rule, language: Language) -> str:
    """The page of one rule in one language, ending in a line break."""
    lines = [f"# {rule.code} {rule.title.in_language(language)}", "", _facts(rule, language), ""]
    if rule.note is not None:
        lines += [*_wrapped(rule.note.in_language(language)), ""]
    if rule.documentation is not None:
        lines += _sections(rule.documentation, language)
    else:
        lines += [f"## {HEADINGS['source'].in_language(language)}", "", rule.source.in_language(language), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def rules_table(language: Language) -> str:
    """All codes by family, one line each: code, weight in each preset, where it is looked for, title."""
    lines: list[str] = []
    for family, rules in by_family():
        lines += ["", f"{FAMILIES[family].in_language(language)} ({family})"]
        rows = [(rule.code, weights(rule, language), looked_at(rule, language)) for rule in rules]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        for rule, row in zip(rules, rows, strict=True):
            cells = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            lines.append(f"  {cells}  {rule.title.in_language(language)}")
    return "\n".join(lines[1:]) + "\n"


def by_family() -> Iterator[tuple[str, list[Rule]]]:
    for family in FAMILIES:
        rules = [rule for rule in REGISTRY.values() if rule.family == family]
        if rules:
            yield family, rules


def weights(rule: Rule, language: Language) -> str:
    """Plain "wajib", or what it weighs in each preset where they differ: "anjuran, ketat: wajib"."""
    usual, strict = (rule.severity(preset) for preset in PRESETS)
    if usual is None or strict is None:
        return (_NEVER if rule.kind == "left-out" else _ALWAYS).in_language(language)
    told, told_strict = WEIGHTS[usual].in_language(language), WEIGHTS[strict].in_language(language)
    if rule.code in GRAVER:
        return f"{told}; {GRAVER[rule.code].in_language(language)}"
    return told if usual == strict else f"{told}, {PRESETS[1]}: {told_strict}"


def looked_at(rule: Rule, language: Language) -> str:
    places = [KINDS["spec"]] if rule.on_spec else []
    places += [_COMPILATION] if rule.on_compilation else []
    places += [KINDS[rule.kind]] if rule.kind != "spec" else []
    return ", ".join(place.in_language(language) for place in places)


def _facts(rule: Rule, language: Language) -> str:
    facts: Iterable[tuple[Message, str]] = (
        (_WEIGHT, weights(rule, language)),
        (_LOOKED_AT, looked_at(rule, language)),
    )
    return " · ".join(f"{name.in_language(language)}: {value}" for name, value in facts)


def _sections(told: Documentation, language: Language) -> list[str]:
    lines: list[str] = []
    for key, heading in HEADINGS.items():
        content: Message | str = getattr(told, key)
        lines += [f"## {heading.in_language(language)}", ""]
        if isinstance(content, str):
            lines += ["```yaml", *content.splitlines(), "```", ""]
        else:
            lines += [*_wrapped(content.in_language(language)), ""]
    return lines


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
