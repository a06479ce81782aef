"""Dense charts whose branch labels find room once a row is high enough for them, or the lanes wide enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline

SPECS = Path(__file__).parent / "label_room"


@pytest.mark.parametrize(
    ("name", "step", "pages", "crossings"),
    [("label-acak-8802-0133", 8, 4, 0), ("label-acak-8808-0116", 4, 3, 0), ("label-acak-9903-0027", 2, 9, 0)],
)
def test_a_label_gets_a_higher_row_rather_than_a_refusal(name, step, pages, crossings):
    document = pipeline.lay_out(pipeline.load(SPECS / f"{name}.sop.yaml"))  # examined before it is given out

    labels = [arrow.label for page in document.pages for arrow in page.arrows if arrow.label is not None]
    assert sum(label.step == step for label in labels) == 2
    assert len(document.pages) <= pages
    assert document.figures.crossings == crossings
