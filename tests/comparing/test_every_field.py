"""A field that the model gets is compared, or left out by a decision."""

from __future__ import annotations

from typing import Any

import pytest

from sopgen.comparing import apply_changes, compare
from sopgen.comparing.words import tell
from sopgen.intake.sop import Kegiatan, Pelaksana, Sop
from tests.comparing.made import changed, sop_of, text_of


def other(value: Any) -> Any:
    """Some other value of its kind."""
    if value is None or isinstance(value, str):
        return "Lain"
    if isinstance(value, bool | int | float):
        return not value
    if hasattr(value, "_replace"):
        return value._replace(**{value._fields[0]: other(value[0])})
    return ()


@pytest.mark.parametrize("field", [name for name in Sop._fields if name not in {"pelaksana", "kegiatan"}])
def test_of_the_sop(field: str) -> None:
    old = sop_of(text_of("contoh-lengkap"))
    _told(old, old._replace(**{field: other(getattr(old, field)) or ("Lain",)}))


@pytest.mark.parametrize("field", [name for name in Pelaksana._fields if name != "id"])
def test_of_an_executor(field: str) -> None:
    old = sop_of(text_of("contoh-lengkap"))
    lane = old.pelaksana[0]
    _told(old, old._replace(pelaksana=(lane._replace(**{field: other(getattr(lane, field))}), *old.pelaksana[1:])))


@pytest.mark.parametrize("field", [name for name in Kegiatan._fields if name not in {"nomor", "arah", "pelaksana"}])
def test_of_a_step(field: str) -> None:
    old = sop_of(text_of("contoh-lengkap"))
    step = old.kegiatan[0]
    _told(old, old._replace(kegiatan=(step._replace(**{field: other(getattr(step, field))}), *old.kegiatan[1:])))


def _told(old: Sop, new: Sop) -> None:
    assert new != old
    assert apply_changes(old, compare(old, new).changes) == new


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (["pelayanan", "jangka_waktu", "lama"], "9 hari kerja", "data pelayanan, Jangka waktu"),
        (["pelayanan", "biaya"], "Rp 5.000", "data pelayanan, Biaya/tarif"),
        (["status"], "dicabut", "data SOP, Status"),
    ],
)
def test_what_no_page_prints_is_called_as_the_form_calls_it(path: list[str], value: str, told: str) -> None:
    """A sheet of changes goes to officials: no key of a file stands on it."""
    text = text_of("contoh-lengkap")
    comparison = compare(sop_of(text), sop_of(changed(text, {"op": "set", "path": path, "value": value})))
    assert [tell(change, comparison, "id").place for change in comparison.entries] == [told]
