"""No stand-in stays behind in a module that was first imported while it stood."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

import sopgen
from tests.stand_ins import StandIns

LATE = "from sopgen.first import load as read, PATIENCE; MOST = 0"


@pytest.fixture
def first(monkeypatch):
    module = ModuleType("sopgen.first")
    module.load, module.PATIENCE = (lambda: "real"), 10
    monkeypatch.setitem(sys.modules, "sopgen.first", module)
    monkeypatch.setattr(sopgen, "first", module, raising=False)
    return module


def imported_late(monkeypatch) -> ModuleType:
    module = ModuleType("sopgen.late")
    exec(LATE, vars(module))
    monkeypatch.setitem(sys.modules, "sopgen.late", module)
    return module


@pytest.mark.parametrize("by_name", [False, True])
def test_what_was_imported_meanwhile_gets_the_real_ones(monkeypatch, first, by_name):
    patches = StandIns()
    for name, value in {"load": lambda: "stub", "PATIENCE": 0}.items():
        if by_name:
            patches.setattr(f"sopgen.first.{name}", value)
        else:
            patches.setattr(first, name, value)
    patches.setattr(first, "load", lambda: "stub of the stub")
    late = imported_late(monkeypatch)
    assert (late.read(), late.PATIENCE) == ("stub of the stub", 0)
    patches.undo()
    assert (first.load(), first.PATIENCE) == ("real", 10)
    assert (late.read(), late.PATIENCE) == ("real", 10)
    assert late.MOST == 0, "its own, though equal to a stand-in"


def test_what_a_test_took_before_is_its_own(monkeypatch, first):
    late = imported_late(monkeypatch)
    patches = StandIns()
    patches.setattr(late, "read", lambda: "stub")
    assert late.read() == "stub"
    patches.undo()
    assert late.read() == "real"
