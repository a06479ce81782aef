"""Every place of a spec that names a step by its number or id, so that targets follow when steps move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sopgen.intake.fault import Path
from sopgen.intake.text import clean

if TYPE_CHECKING:  # who only finds what is named needs no draft
    from sopgen.editing.draft import Draft

_NUMBER: Final = re.compile(r"[0-9]{1,9}")


class Mention(NamedTuple):
    """`step` (from 1, None for sopgen's own lists) names step `number` at `path`; `on_key`: the key there does."""

    step: int | None
    path: Path
    text: str
    number: int | None
    on_key: bool = False

    @property
    def is_target(self) -> bool:
        """An arrow leads there; else it is a route's or an acceptance's."""
        return not self.on_key and self.step is not None


def steps_of(data: Any) -> list[Any]:
    steps = data.get("kegiatan") if isinstance(data, dict) else None
    return steps if isinstance(steps, list) else []


def ids_of(data: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, step in enumerate(steps_of(data), start=1):
        key = step.get("id") if isinstance(step, dict) else None
        if isinstance(key, str) and clean(key):
            found.setdefault(clean(key), number)
    return found


def mentions(data: Any) -> Iterator[Mention]:
    """All mentions that lead to a step that there is."""
    ids, count = ids_of(data), len(steps_of(data))

    def number_of(text: str) -> int | None:
        if _NUMBER.fullmatch(text):
            return int(text) if 1 <= int(text) <= count else None
        return ids.get(text)

    for step, path, text, on_key in _written(data):
        number = number_of(clean(text))
        if number is not None:
            yield Mention(step, path, clean(text), number, on_key)


def _written(data: Any) -> Iterator[tuple[int | None, Path, str, bool]]:
    for number, step in enumerate(steps_of(data), start=1):
        if not isinstance(step, dict):
            continue
        base: Path = ("kegiatan", number - 1)
        for key in ("keputusan", "lanjut"):
            for path, value in _ways(step.get(key), (*base, key)):
                for each in _way(value, path):
                    yield number, *each
        for each in _route(step.get("rute"), (*base, "rute")):
            yield number, *each
    accepted = data.get("abaikan") if isinstance(data, dict) else None
    for index, entry in enumerate(accepted if isinstance(accepted, list) else ()):
        text = entry.get("kegiatan") if isinstance(entry, dict) else None
        if isinstance(text, str):
            yield None, ("abaikan", index, "kegiatan"), text, False


def _ways(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        yield from (((*path, n), each) for n, each in enumerate(value))
    elif isinstance(value, dict) and path[-1] == "keputusan":
        yield from (((*path, label), each) for label, each in value.items())
    elif value is not None:
        yield path, value


def _way(value: Any, path: Path) -> Iterator[tuple[Path, str, bool]]:
    if isinstance(value, dict):
        if isinstance(value.get("ke"), str):
            yield (*path, "ke"), value["ke"], False
        yield from _route(value.get("rute"), (*path, "rute"))
    elif isinstance(value, str):
        yield path, value, False


def _route(value: Any, path: Path) -> Iterator[tuple[Path, str, bool]]:
    passed = value.get("lewat") if isinstance(value, dict) else None
    for key in passed if isinstance(passed, dict) else ():
        yield (*path, "lewat", key), key, True


def renumber(draft: Draft, before: list[Mention], moved: dict[int, int], places: dict[int, int]) -> None:
    """Rewrite the numbers of `before` whose step stands elsewhere now.

    `moved`: old number → new, of the steps named; `places`: the same, of the steps that name them.
    """
    values: dict[Path, str] = {}
    keys: dict[Path, str] = {}
    for mention in before:
        if not _NUMBER.fullmatch(mention.text) or mention.number is None:
            continue
        new = moved.get(mention.number, mention.number)
        path = mention.path
        if mention.step is not None:
            if mention.step not in places:
                continue
            path = ("kegiatan", places[mention.step] - 1, *path[2:])
        if str(new) != mention.text:
            (keys if mention.on_key else values)[path] = str(new)
    draft.rewrite_scalars(values, keys)
