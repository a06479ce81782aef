"""Specs of the references and of seeds, and the same with operations made on them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from sopgen.comparing import Change, Kelas, compare
from sopgen.editing import apply_operations
from sopgen.intake import MemorySource, load_spec
from sopgen.intake.sop import Sop

REFERENCES = ("contoh-lengkap", "contoh-ringkas", "konsinyering", "sirebo")


@cache
def text_of(reference: str) -> str:
    return Path("specs", f"{reference}.sop.yaml").read_text(encoding="utf-8")


@cache
def sop_of(text: str) -> Sop:
    return load_spec(MemorySource("a.sop.yaml", text.encode(), logos=None)).sop


def changed(text: str, *operations: dict[str, Any]) -> str:
    return apply_operations(text, operations).text


def entries_of(text: str, *operations: dict[str, Any]) -> list[Change]:
    return list(compare(sop_of(text), sop_of(changed(text, *operations))).entries)


def told(changes: list[Change]) -> list[tuple[Kelas, str]]:
    return [(change.kelas, change.kind) for change in changes]
