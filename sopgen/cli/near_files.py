"""Which file was meant by a name that no file has: of another ending, or misspelt."""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from sopgen.diagnostics import Message

_MOST: Final = 3
_NEAR: Final = 0.8


def perhaps(missing: Sequence[Path]) -> Message:
    """`; mungkin maksudnya specs/a.sop.yaml`, or nothing where none is near in its folder."""
    near = [path.as_posix() for each in missing for path in near_files(each)]
    names = ", ".join(dict.fromkeys(near[:_MOST]))
    return Message(f"; mungkin maksudnya {names}", f"; probably {names} is meant") if names else Message("", "")


def near_files(missing: Path) -> list[Path]:
    """Those that are called so but for their ending; else the one that is spelt most alike."""
    try:
        names = sorted(entry.name for entry in os.scandir(missing.parent) if not entry.name.startswith((".", "~$")))
    except OSError:
        return []
    stem = _stem(missing.name)
    of_one_stem = [name for name in names if _stem(name) == stem]
    alike = of_one_stem or _spelt_alike(missing.name, names)
    return [missing.with_name(name) for name in alike[:_MOST]]


def _spelt_alike(wrong: str, names: Sequence[str]) -> list[str]:
    """By the part before the ending, which most names share."""
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(_stem(name), []).append(name)
    found = get_close_matches(_stem(wrong), stems, n=1, cutoff=_NEAR)
    alike = stems[found[0]] if found else []
    return get_close_matches(wrong, alike, n=1, cutoff=0.0) or alike


def _stem(name: str) -> str:
    """`Surat` of `surat.sop.yaml`, `surat.sop.yml` and `surat.pdf`."""
    stem = name.casefold()
    while (cut := Path(stem).with_suffix("").name) != stem and Path(stem).suffix in _ENDINGS:
        stem = cut
    return stem


_ENDINGS: Final = frozenset(
    {
        ".yaml",
        ".yml",
        ".yam",
        ".yaml~",
        ".txt",
        ".sop",
        ".xlsx",
        ".pdf",
        ".docx",
        ".doc",
        ".xls",
        ".ods",
        ".odt",
        ".csv",
    }
)
