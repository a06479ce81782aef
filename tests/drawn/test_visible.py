"""What a clip cuts away and what a white ground covers is not read, and it is told."""

from __future__ import annotations

import pytest

from sopgen import oldstock
from tests.drawn.drawing_pdf import HIGH, WIDE, Page


def drawn(*, clip: bool = False, ground: str = "") -> bytes:
    """A page with an old draft of step 3 under a clip or a ground, or beside it."""
    page = Page(fills=False)
    page.canvas.saveState()
    if clip:
        path = page.canvas.beginPath()
        path.rect(0, 0, 20, HIGH)
        page.canvas.clipPath(path, stroke=0, fill=0)
    page.box(260, 290, 30, 14)
    page.text(560, 320, "Draf lama")
    page.canvas.restoreState()
    grounds = {"wide": (0, WIDE), "narrow": (250, 270)}
    if ground:
        left, right = grounds[ground]
        page.polygon([(left, 0), (right, 0), (right, HIGH), (left, HIGH)], fill=1, stroke=0)
    page.table()
    page.chart()
    return page.bytes()


@pytest.mark.parametrize(
    ("how", "unseen"), [({"clip": True}, True), ({"ground": "wide"}, True), ({"ground": "narrow"}, False)]
)
def test_what_is_not_seen_is_not_read_but_told(how, unseen):
    (found,) = oldstock.import_drawn(drawn(**how))
    said = [words for _, words in found.doubts_in("en") if "not seen" in words]
    assert (found.read.executors[2] == (2,)) == unseen
    assert (found.steps[2].get("waktu") == "3 jam") == unseen
    assert said == (
        ['words that are not seen on this page (cut off or under a white surface) were not read: "Draf lama"']
        if unseen
        else []
    )
