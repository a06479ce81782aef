"""Dense charts whose branch labels find room once a row is high enough for them, or the lanes wide enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline

SPECS = Path(__file__).parent / "label_room"


@pytest.mark.parametrize(
    ("name", "step", "pages", "crossings"),
    [
        ("label-acak-8808-0116", 4, 3, 0),
        pytest.param("label-acak-8802-0133", 8, 5, 0, marks=pytest.mark.slow),
        pytest.param("label-acak-9903-0027", 2, 11, 0, marks=pytest.mark.slow),
    ],
)
def test_a_label_gets_a_higher_row_rather_than_a_refusal(name, step, pages, crossings):
    document = pipeline.lay_out(pipeline.load(SPECS / f"{name}.sop.yaml"))  # examined before it is given out

    labels = [arrow.label for page in document.pages for arrow in page.arrows if arrow.label is not None]
    assert sum(label.step == step for label in labels) == 2
    assert not any(label.turned for label in labels)
    assert len(document.pages) <= pages
    assert document.figures.crossings == crossings


@pytest.mark.parametrize("name", ["label-acak-8808-0116", pytest.param("label-acak-9901-0048", marks=pytest.mark.slow)])
def test_lanes_grow_for_labels_before_any_is_turned_or_small(name):
    document = pipeline.lay_out(pipeline.load(SPECS / f"{name}.sop.yaml"))

    labels = [arrow.label for page in document.pages for arrow in page.arrows if arrow.label is not None]
    assert not any(label.turned for label in labels)
    assert min(label.size for label in labels) >= 7.0
    assert max(row.y1 - row.y0 for page in document.pages for row in page.rows) < 110.0  # none high for a turned label
