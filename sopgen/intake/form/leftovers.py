"""What a spec says and no cell can hold: kept on a hidden sheet, and put back where the cells still say the same.

A record is a path whose step is named by its row's code, what the cells gave for it when the form was made, and what
the spec said. So a record follows its row, and a cell that somebody changed has its way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sopgen.intake.fault import Path
from sopgen.intake.form.words import REST
from sopgen.workbook.grid import Grid

_NOTHING: Final = "\u2205"  # stands for "the key is not there"
_ROW: Final = "baris"
_LANE: Final = "pelaksana semula"
_OPENED: Final = frozenset({"tampilan", "pelayanan", "jangka_waktu", "publik"})
"""Maps of which some keys have cells: what the others say stays whatever is typed there."""
Record = tuple[str, str, str]


def differences(read: Any, meant: Any, codes: Sequence[str]) -> list[Record]:
    """Records that make `meant` of what the form reads."""
    return [
        (json.dumps(_by_code(path, codes), ensure_ascii=False), _told(before, codes, path), _told(after, codes, path))
        for path, before, after in _different(read, meant, ())
    ]


def rows_named(codes: Sequence[str], texts: Sequence[str]) -> list[Record]:
    """What each row said when the form was made: so a code that was copied or lost is known to be its own."""
    return [
        (json.dumps([_ROW, code], ensure_ascii=False), json.dumps(text, ensure_ascii=False), "")
        for code, text in zip(codes, texts, strict=True)
    ]


def lanes_named(names: Mapping[str, str]) -> list[Record]:
    """What the cells of steps called each executor, so that one who was given another name is still known by it."""
    return [
        (json.dumps([_LANE, key], ensure_ascii=False), json.dumps(name, ensure_ascii=False), "")
        for key, name in names.items()
    ]


def texts_by_code(grids: Sequence[Grid]) -> dict[str, str]:
    """Code → the words of its row when the form was made."""
    return _named(grids, _ROW)


def names_by_key(grids: Sequence[Grid]) -> dict[str, str]:
    """Executor's key → what the cells of steps called it when the form was made."""
    return _named(grids, _LANE)


def _named(grids: Sequence[Grid], kind: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for path, text, _ in _records(grids):
        match path:
            case [str(told), str(code)] if told == kind and isinstance(text, str):
                known[code] = text
    return known


def _different(read: Any, meant: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if read == _NOTHING and isinstance(meant, dict) and meant and path[-1:] and path[-1] in _OPENED:
        read = {}
    if (
        isinstance(read, dict)
        and isinstance(meant, dict)
        and (not path or path[-1] != "keputusan" or set(read) == set(meant))
    ):
        for key in dict.fromkeys([*meant, *read]):
            yield from _different(read.get(key, _NOTHING), meant.get(key, _NOTHING), (*path, key))
        return
    if isinstance(read, list) and isinstance(meant, list) and path == ("kegiatan",):
        for index, (each, wanted) in enumerate(zip(read, meant, strict=True)):
            yield from _different(each, wanted, (*path, index))
        return
    if read != meant:
        yield path, read, meant


def _by_code(path: Path, codes: Sequence[str]) -> list[str | int]:
    if len(path) > 1 and path[0] == "kegiatan" and isinstance(path[1], int):
        return ["kegiatan", codes[path[1]], *path[2:]]
    return list(path)


def _told(value: Any, codes: Sequence[str], path: Path) -> str:
    return json.dumps(_with_steps(value, path, lambda text: _code_of(text, codes)), ensure_ascii=False)


def _code_of(text: str, codes: Sequence[str]) -> str | None:
    """A step's number as its row's code; an id stays."""
    if text.isascii() and text.isdigit():
        return f"\u2192{codes[int(text) - 1]}" if 1 <= int(text) <= len(codes) else text
    return text


def _number_of(text: str, codes: Sequence[str]) -> str | None:
    if not text.startswith("\u2192"):
        return text
    return str(codes.index(text[1:]) + 1) if text[1:] in codes else None


def _with_steps(value: Any, path: Path, named: Any) -> Any:
    """The value with every step that it names by number said another way; one that is gone goes."""
    if isinstance(value, dict):
        kept: dict[str, Any] = {}
        for key, each in value.items():
            new = named(key) if path[-1:] == ("lewat",) else key
            if new is not None:
                kept[new] = _with_steps(each, (*path, key), named)
        return kept
    if isinstance(value, list):
        told = [_with_steps(each, (*path, n), named) for n, each in enumerate(value)]
        if path == ("abaikan",):  # accepted for a step that is gone: not for the whole SOP
            return [each for each in told if not isinstance(each, dict) or each.get("kegiatan", "") is not None]
        return told
    return named(value) if isinstance(value, str) and _names_step(path) else value


def _names_step(path: Path) -> bool:
    match path:
        case ("kegiatan", _, "lanjut") | ("kegiatan", _, "lanjut", int()) | ("abaikan", int(), "kegiatan"):
            return True
        case ("kegiatan", _, "keputusan", _) | ("kegiatan", _, *_, "ke"):
            return True
    return False


def apply_leftovers(grids: Sequence[Grid], data: dict[str, Any], codes: Sequence[str]) -> None:
    """Put back what the hidden sheet holds; records of rows that are gone are dropped with them."""
    for path, before, after in _records(grids):
        if path[0] not in {_ROW, _LANE}:
            _apply(data, path, before, after, codes)


def _records(grids: Sequence[Grid]) -> Iterator[tuple[list[str | int], Any, Any]]:
    """Those of ours on the hidden sheet; whatever else stands there is passed over."""
    grid = next((each for each in grids if each.name == REST), None)
    for row in sorted({row for row, _ in grid.cells}) if grid else ():
        assert grid is not None
        texts = [grid.cells[row, column].text if (row, column) in grid.cells else "" for column in range(3)]
        try:
            path, before, after = (json.loads(text or "null") for text in texts)
        except (ValueError, RecursionError):
            continue
        if isinstance(path, list) and path and all(isinstance(element, str | int) for element in path):
            yield path, before, after


def _apply(data: dict[str, Any], path: list[Any], before: Any, after: Any, codes: Sequence[str]) -> None:
    here: Any = data
    where: list[Any] = list(path)
    if path[:1] == ["kegiatan"] and len(path) > 1:
        if path[1] not in codes:
            return
        where[1] = codes.index(path[1])
    for element in where[:-1]:
        if isinstance(here, dict) and element in _OPENED and after != _NOTHING:
            here.setdefault(element, {})
        try:
            here = here[element]
        except (KeyError, IndexError, TypeError):
            return
    if not isinstance(here, dict) or not where:
        return
    place: Path = tuple(where)

    def numbered(text: str) -> str | None:
        return _number_of(text, codes)

    if here.get(where[-1], _NOTHING) != _with_steps(before, place, numbered):
        return
    if after == _NOTHING:
        here.pop(where[-1], None)
    else:
        here[where[-1]] = _with_steps(after, place, numbered)
