"""Drawings that change are another edition: a check would take what moved for somebody's change."""

from __future__ import annotations

from sopgen.version import DRAWING
from tests.drawing_edition import digest_of_drawings, recorded


def test_the_drawings_are_those_of_their_edition():
    editions = recorded()

    assert list(editions) == sorted(editions)
    assert max(editions) == DRAWING
    assert digest_of_drawings() == editions[DRAWING], "raise sopgen.version.DRAWING, run tools/drawing_edition.py"
