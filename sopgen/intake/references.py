"""The flow as written → the flow as numbers: every way out of every step, with its target looked up.

Works on the tree, not on the model, so that a fault elsewhere in the file hides no dangling target.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from sopgen.intake import reference_faults as said
from sopgen.intake.fault import Fault, Path
from sopgen.intake.graph import check_graph
from sopgen.intake.routes import read_route
from sopgen.intake.sizes import MAX_LABEL, label_too_long
from sopgen.intake.sop import Arah
from sopgen.intake.text import clean, refused_character
from sopgen.intake.tree import Tree

MAX_STEPS: Final = 1000
MAX_LANES: Final = 40
END: Final = "selesai"
WAYS: Final = (2, 3)

_NUMBER: Final = re.compile(r"[0-9]{1,9}")


class References:
    """`ways[i]` are the ways out of step i+1, None where they could not be read. `numbers`: id → step number."""

    def __init__(self) -> None:
        self.ways: list[tuple[Arah, ...] | None] = []
        self.numbers: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.incomplete: set[Path] = set()
        self.has_numbers = False  # a target is written as a number


def resolve(tree: Tree) -> References:
    found = References()
    found.incomplete = tree.incomplete
    data = tree.data if isinstance(tree.data, dict) else {}
    lanes = data.get("pelaksana")
    steps = data.get("kegiatan")
    if isinstance(lanes, dict):
        _check_lanes(lanes, found.faults)
    if not isinstance(steps, list):
        return found
    if len(steps) > MAX_STEPS:
        found.faults.append(said.too_many(("kegiatan",), len(steps), MAX_STEPS))
        return found
    _collect_ids(steps, found)
    for index, step in enumerate(steps):
        if not isinstance(step, dict):
            found.ways.append(None)
            continue
        if isinstance(lanes, dict):
            _check_executors(step, index, _printed_names(lanes), found.faults)
        found.ways.append(_Ways(step, index, len(steps), found).read())
    _check_acceptances(data.get("abaikan"), len(steps), found)
    if all(ways is not None for ways in found.ways):
        found.faults.extend(check_graph([ways or () for ways in found.ways], numbered=found.has_numbers))
    return found


def _check_lanes(lanes: Mapping[str, Any], faults: list[Fault]) -> None:
    if len(lanes) > MAX_LANES:
        faults.append(said.too_many(("pelaksana",), len(lanes), MAX_LANES))
    seen: set[str] = set()
    for key in lanes:
        if not clean(key) or clean(key) in seen or refused_character(key):
            faults.append(said.lane_key(key))
        seen.add(clean(key))


def _printed_names(lanes: Mapping[str, Any]) -> dict[str, str]:
    """Each executor's key with the name that is printed; empty where none can be read."""
    written = {clean(key): lane.get("nama") if isinstance(lane, dict) else lane for key, lane in lanes.items()}
    return {key: clean(printed) if isinstance(printed, str) else "" for key, printed in written.items()}


def _collect_ids(steps: list[Any], found: References) -> None:
    for index, step in enumerate(steps):
        raw = step.get("id") if isinstance(step, dict) else None
        if not isinstance(raw, str) or not clean(raw):
            continue
        key, path = clean(raw), ("kegiatan", index, "id")
        if key.isdigit() or key == END:
            found.faults.append(said.reserved_id(key, path))
        elif key in found.numbers:
            found.faults.append(said.id_twice(key, found.numbers[key], path))
        else:
            found.numbers[key] = index + 1


def _check_executors(step: Mapping[str, Any], index: int, lanes: Mapping[str, str], faults: list[Fault]) -> None:
    value = step.get("pelaksana")
    path: Path = ("kegiatan", index, "pelaksana")
    if isinstance(value, str):
        _check_executor(clean(value), lanes, path, faults)
    elif isinstance(value, list):
        seen: set[str] = set()
        for position, item in enumerate(value):
            if not isinstance(item, str):
                continue
            key = clean(item)
            if key in seen:
                faults.append(said.executor_twice(key, (*path, position)))
            else:
                _check_executor(key, lanes, (*path, position), faults)
            seen.add(key)


def _check_executor(key: str, lanes: Mapping[str, str], path: Path, faults: list[Fault]) -> None:
    if key and key not in lanes:
        faults.append(said.unknown_executor(key, lanes, path))


def _check_acceptances(entries: object, steps: int, found: References) -> None:
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        text: object = entry.get("kegiatan") if isinstance(entry, dict) else None
        if isinstance(text, str) and clean(text) and find_step(clean(text), steps, found.numbers) is None:
            path = ("abaikan", index, "kegiatan")
            found.faults.append(said.unknown_step(clean(text), steps, found.numbers, path))


def find_step(text: str, steps: int, numbers: Mapping[str, int]) -> int | None:
    """The number of the step that a text names, by number or id."""
    if _NUMBER.fullmatch(text):
        return int(text) if 1 <= int(text) <= steps else None
    return numbers.get(text)


class _Ways:
    """The ways out of one step. Faults go to `found`; a way that cannot be read makes the whole step unknown."""

    def __init__(self, step: Mapping[str, Any], index: int, steps: int, found: References) -> None:
        self.step = step
        self.index = index
        self.steps = steps
        self.found = found

    def read(self) -> tuple[Arah, ...] | None:
        ways = self._read()
        return None if ways is None or any(map(self._points_at_itself, ways)) else ways

    def _points_at_itself(self, way: Arah) -> bool:
        return way.ke == self.index + 1

    def _read(self) -> tuple[Arah, ...] | None:
        decision, following = self.step.get("keputusan"), self.step.get("lanjut")
        path: Path = ("kegiatan", self.index)
        if decision and following is not None:
            self._fault(said.decision_with_next((*path, "lanjut")))
            return None
        if decision or (decision is not None and decision != {}):
            return self._branches(decision, (*path, "keputusan"))
        if decision == {}:
            self._fault(said.branch_count(0, (*path, "keputusan"), parallel=False))
            return None
        if isinstance(following, list):
            return self._parallel(following, (*path, "lanjut"))
        return self._single(following, path)

    def _branches(self, value: object, path: Path) -> tuple[Arah, ...] | None:
        if self.step.get("rute") is not None:
            self._fault(said.route_belongs_to_branch((*path[:2], "rute")))
        if not isinstance(value, dict):
            return None
        ways = [self._way(target, (*path, label), _on_one_line(label)) for label, target in value.items()]
        self._check_labels(value, path)
        if path in self.found.incomplete:
            return None
        if not WAYS[0] <= len(ways) <= WAYS[1]:
            self._fault(said.branch_count(len(ways), path, parallel=False))
        complete = self._distinct(ways, [(*path, label) for label in value])
        if complete and self.index == self.steps - 1 and all(way.ke is not None for way in complete):
            self._fault(said.last_never_ends(self.index + 1, path))
            return None
        return complete

    def _check_labels(self, labels: Mapping[str, Any], path: Path) -> None:
        seen: set[str] = set()
        for label in labels:
            text = _on_one_line(label)
            if not text or text in seen or refused_character(label):
                self._fault(said.label(label, (*path, label), twice=text in seen))
            elif len(text) > MAX_LABEL:
                self._fault(label_too_long((*path, label), len(text)))
            seen.add(text)

    def _parallel(self, value: list[Any], path: Path) -> tuple[Arah, ...] | None:
        if self.step.get("rute") is not None:
            self._fault(said.route_belongs_to_branch((*path[:2], "rute")))
        ways = [self._way(target, (*path, position)) for position, target in enumerate(value)]
        if not WAYS[0] <= len(ways) <= WAYS[1]:
            self._fault(said.branch_count(len(ways), path, parallel=True))
        return self._distinct(ways, [(*path, position) for position in range(len(value))])

    def _distinct(self, ways: list[Arah | None], paths: list[Path]) -> tuple[Arah, ...] | None:
        seen: set[int | None] = set()
        for way, path in zip(ways, paths, strict=True):
            if way is None or self._points_at_itself(way):
                continue
            if way.ke in seen:
                self._fault(said.one_target_twice(way.ke, path))
            seen.add(way.ke)
        complete = tuple(way for way in ways if way is not None)
        return complete if len(complete) == len(ways) else None

    def _single(self, following: object, path: Path) -> tuple[Arah, ...] | None:
        if following is None:
            number = self.index + 2
            target = number if number <= self.steps else None
            route = self._route(self.step.get("rute"), target, (*path, "rute"))
            return (Arah(target, rute=route),)
        way = self._way(following, (*path, "lanjut"))
        if way is None or self.step.get("rute") is None or self._points_at_itself(way):
            return None if way is None else (way,)
        if way.rute is not None:
            self._fault(said.route_twice((*path, "rute")))
        return (Arah(way.ke, rute=self._route(self.step["rute"], way.ke, (*path, "rute"))),)

    def _way(self, value: object, path: Path, label: str = "") -> Arah | None:
        route: object = None
        if isinstance(value, dict):
            route, value, path = value.get("rute"), value.get("ke"), (*path, "ke")
        if not isinstance(value, str) or not clean(value):
            if value is None and path[-1] != "ke":
                self._fault(said.no_target(label, path))
            return None
        text = clean(value)
        target = None
        if text != END:
            target = find_step(text, self.steps, self.found.numbers)
            numbered = bool(_NUMBER.fullmatch(text))
            self.found.has_numbers |= numbered
            if target is None:
                self._fault(said.unknown_step(text, self.steps, self.found.numbers, path))
                return None
            if target == self.index + 1:
                self._fault(said.self_target(target, path, numbered=numbered))
                return Arah(target, label)  # known, so that it hides no other fault of the step
        return Arah(target, label, self._route(route, target, (*path[:-1], "rute")))

    def _route(self, value: object, target: int | None, path: Path) -> Any:
        if not isinstance(value, dict):
            return None

        def number_of(text: str) -> int | None:
            return find_step(clean(text), self.steps, self.found.numbers)

        route, faults = read_route(value, self.index + 1, target, path, number_of)
        self.found.faults.extend(faults)
        return route

    def _fault(self, fault: Fault) -> None:
        self.found.faults.append(fault)


def _on_one_line(label: str) -> str:
    """How many lines a label takes its place decides."""
    return " ".join(filter(None, clean(label).split("\n")))
