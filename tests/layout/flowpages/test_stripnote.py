"""The note in a connector strip. Every glyph is half an em wide."""

from __future__ import annotations

import pytest

from sopgen.layout import style
from sopgen.layout.flowpages.stripnote import NOTE_PAD, strip_note
from sopgen.layout.route.problem import BandKind
from sopgen.layout.setting import Setter
from sopgen.text.face import Face
from sopgen.text.measure import BoxMeasurer

SETTER = Setter(BoxMeasurer())
BOX = (0.0, 0.0, 200.0, 39.0)


def note(pages: list[int], kind: BandKind = BandKind.FOOT) -> tuple[str, float]:
    block, size = strip_note(kind, pages, BOX, Face("sans"), SETTER)
    assert SETTER.height(block, BOX[2] - 2 * NOTE_PAD[0], size) <= BOX[3] - 2 * NOTE_PAD[1]
    return block.text, size


@pytest.mark.parametrize(
    ("pages", "words"), [([3], "3"), ([3, 5], "3 dan 5"), ([3, 5, 12], "3, 5 dan 12")], ids=["one", "two", "three"]
)
def test_the_pages_are_named(pages, words):
    assert note(pages) == (f"Bersambung ke halaman {words}", style.NOTE_SIZE)
    assert note(pages, BandKind.HEAD) == (f"Sambungan dari halaman {words}", style.NOTE_SIZE)


def test_many_are_named_in_smaller_type():
    text, size = note(list(range(100, 134)))
    assert text.endswith("132 dan 133")
    assert size == style.NOTE_LEAST


def test_of_more_than_there_is_room_for_the_first_are_named():
    text, _ = note(list(range(100, 200)))
    assert text.startswith("Bersambung ke halaman 100, 101, ")
    assert text.endswith(", dst.")
