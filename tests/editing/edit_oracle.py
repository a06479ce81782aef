"""What an operation makes of a spec's data, found without its text: steps are objects, arrows lead to objects."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from sopgen.intake.text import clean


class Ref:
    """A number that named a step: the step itself."""

    def __init__(self, step: Any) -> None:
        self.step = step


def expected(wanted: dict[str, Any], data: Any) -> Any:
    data = copy.deepcopy(data)
    steps = data["kegiatan"]
    count = len(steps)
    _walk(data, lambda text: Ref(steps[int(text) - 1]) if text.isdigit() and 1 <= int(text) <= count else text)
    new = _OPERATIONS[wanted["op"]](data, wanted)
    _walk(data, lambda told: str(_index(steps, told.step) + 1) if isinstance(told, Ref) else told)
    if new is not None:
        steps[_index(steps, new)] = copy.deepcopy(wanted["step"])  # its own numbers are those of the new order
    return plain(data)


def plain(value: Any) -> Any:
    """As it is printed: a text behind `|` ends with a line break. Lanes with their order."""
    if isinstance(value, dict):
        told = {key: plain(each) for key, each in value.items() if each not in (None, [], {})}
        return told | (
            {"pelaksana": list(told["pelaksana"].items())} if isinstance(told.get("pelaksana"), dict) else {}
        )
    if isinstance(value, list):
        return [plain(each) for each in value]
    return clean(value).removesuffix("\n") if isinstance(value, str) else value


def _walk(data: Any, told: Callable[[Any], Any]) -> None:
    """Put `told(what names a step)` in place, wherever a step is named."""
    for step in data["kegiatan"]:
        for key in ("keputusan", "lanjut"):
            if key not in step:
                continue
            ways = step[key]
            if isinstance(ways, dict) and key == "keputusan":
                step[key] = {label: _way(way, told) for label, way in ways.items()}
            else:
                step[key] = [_way(way, told) for way in ways] if isinstance(ways, list) else _way(ways, told)
        _route(step.get("rute"), told)
    for entry in data.get("abaikan") or ():
        if "kegiatan" in entry:
            entry["kegiatan"] = told(entry["kegiatan"])


def _way(way: Any, told: Callable[[Any], Any]) -> Any:
    if not isinstance(way, dict):
        return told(way)
    if "ke" in way:
        way["ke"] = told(way["ke"])
    _route(way.get("rute"), told)
    return way


def _route(route: Any, told: Callable[[Any], Any]) -> None:
    if isinstance(route, dict) and isinstance(route.get("lewat"), dict):
        route["lewat"] = {told(key): side for key, side in route["lewat"].items()}


def _index(steps: list[Any], step: Any) -> int:
    return next(index for index, each in enumerate(steps) if each is step)


def _set(data: Any, wanted: dict[str, Any]) -> None:
    *above, last = wanted["path"]
    for element in above:
        data = data.setdefault(element, {}) if isinstance(data, dict) else data[element]
    data[last] = wanted["value"]


def _append(data: Any, wanted: dict[str, Any]) -> None:
    (box,) = wanted["path"]
    there = data.get(box)
    data[box] = [*(there if isinstance(there, list) else [there] if there else []), wanted["value"]]


def _remove(data: Any, wanted: dict[str, Any]) -> None:
    *above, last = wanted["path"]
    for element in above:
        data = data[element]
    data.pop(last, None)


def _insert_step(data: Any, wanted: dict[str, Any]) -> Any:
    new: dict[str, Any] = {}
    data["kegiatan"].insert(wanted["number"] - 1, new)
    return new


def _delete_step(data: Any, wanted: dict[str, Any]) -> None:
    steps = data["kegiatan"]
    gone = steps[wanted["number"] - 1]
    following = gone.get("lanjut")
    following = following.get("ke") if isinstance(following, dict) else following
    if not isinstance(following, Ref | str):
        below = steps[wanted["number"] :]
        following = Ref(below[0]) if below else "selesai"
    meant = following.step if isinstance(following, Ref) else None
    follower = clean(meant["id"]) if meant is not None and meant.get("id") else following
    own = clean(gone.get("id") or "")

    def is_gone(told: Any) -> bool:
        return (isinstance(told, Ref) and told.step is gone) or bool(
            own and isinstance(told, str) and clean(told) == own
        )

    data["abaikan"] = [each for each in data.get("abaikan") or () if not is_gone(each.get("kegiatan"))]
    steps.pop(wanted["number"] - 1)
    for step in steps:
        for route in _routes(step):
            route["lewat"] = {key: side for key, side in route.get("lewat", {}).items() if not is_gone(key)}
    _walk(data, lambda told: follower if is_gone(told) else told)


def _routes(step: Any) -> list[Any]:
    ways = step.get("keputusan") or step.get("lanjut")
    ways = list(ways.values()) if isinstance(ways, dict) and "keputusan" in step else [ways]
    return [each["rute"] for each in (step, *ways) if isinstance(each, dict) and isinstance(each.get("rute"), dict)]


def _move_step(data: Any, wanted: dict[str, Any]) -> None:
    data["kegiatan"].insert(wanted["to"] - 1, data["kegiatan"].pop(wanted["number"] - 1))


def _duplicate_step(data: Any, wanted: dict[str, Any]) -> None:
    old = data["kegiatan"][wanted["number"] - 1]
    new = {key: each if isinstance(each, Ref | str) else _copied(each) for key, each in old.items() if key != "id"}
    data["kegiatan"].insert(wanted["number"], new)


def _copied(value: Any) -> Any:
    """Its own maps and lists, arrows to the same steps."""
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def _add_executor(data: Any, wanted: dict[str, Any]) -> None:
    lanes = list(data["pelaksana"].items())
    lanes.insert(wanted["position"], (wanted["key"], wanted["value"]))
    data["pelaksana"] = dict(lanes)


def _rename_executor(data: Any, wanted: dict[str, Any]) -> None:
    _rename(data, wanted["key"], wanted["to"])
    data["pelaksana"] = {wanted["to"] if key == wanted["key"] else key: each for key, each in data["pelaksana"].items()}


def _rename(data: Any, old: str, new: str) -> None:
    for step in data["kegiatan"]:
        doers = step["pelaksana"]
        keys = [new if key == old else key for key in (doers if isinstance(doers, list) else [doers])]
        keys = list(dict.fromkeys(keys))
        step["pelaksana"] = keys if len(keys) > 1 else keys[0]


def _move_executor(data: Any, wanted: dict[str, Any]) -> None:
    lanes = list(data["pelaksana"].items())
    at = [key for key, _ in lanes].index(wanted["key"])
    lanes.insert(wanted["position"], lanes.pop(at))
    data["pelaksana"] = dict(lanes)


def _delete_executor(data: Any, wanted: dict[str, Any]) -> None:
    _rename(data, wanted["key"], wanted["instead"])
    del data["pelaksana"][wanted["key"]]


_OPERATIONS: dict[str, Callable[[Any, dict[str, Any]], Any]] = {
    "set": _set,
    "append": _append,
    "remove": _remove,
    "insert_step": _insert_step,
    "delete_step": _delete_step,
    "move_step": _move_step,
    "duplicate_step": _duplicate_step,
    "add_executor": _add_executor,
    "rename_executor": _rename_executor,
    "move_executor": _move_executor,
    "delete_executor": _delete_executor,
}
