"""What a test puts in another's place, and takes away again wherever it was picked up meanwhile."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

PACKAGE = "sopgen"


class StandIns(pytest.MonkeyPatch):
    """A monkeypatch whose stand-ins do not outlive it in modules that were first imported while they stood.

    sopgen imports late: a module that says `from sopgen.pipeline import load` takes what stands there at that moment,
    and keeps it for all tests that follow in the process.
    """

    def __init__(self) -> None:
        super().__init__()
        self._had = {*sys.modules}
        self._put: list[tuple[str, Any, Any]] = []  # name, what was there, what stands in for it

    def setattr(self, target: Any, *rest: Any, **settings: Any) -> None:
        owner, _, name = target.rpartition(".") if isinstance(target, str) else ("", "", rest[0])
        module = import_module(owner) if owner in sys.modules or owner.startswith(PACKAGE) else target
        before = vars(module).get(name) if isinstance(module, ModuleType) else None
        super().setattr(target, *rest, **settings)
        if before is not None:
            self._put.append((name, before, vars(module)[name]))

    def undo(self) -> None:
        super().undo()
        # The last first, as one may stand in for another.
        late = [vars(sys.modules[name]) for name in {*sys.modules} - self._had if name.partition(".")[0] == PACKAGE]
        for name, before, stand_in in reversed(self._put):
            for names in late:
                for key, value in [*names.items()]:
                    if value is stand_in and (key == name or callable(value)):
                        names[key] = before
        self._put.clear()
