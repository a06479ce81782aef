"""What became of each thing that was drawn; and the page that shows it beside the redrawn one."""

from __future__ import annotations

from collections import Counter
from html import escape

import pytest

from sopgen import oldstock
from sopgen.drawn.seen import seen_on
from sopgen.report.comparison.record import comparison_record
from tests.drawn.drawing_pdf import Page


def drawn(*, turn: int = 0) -> bytes:
    """A page with an arrow that leads nowhere and a label at no branch."""
    page = Page(fills=False, turn=turn)
    page.table()
    page.chart()
    page.arrow((240, 360), (300, 372))
    page.text(230, 420, "Belum", 7)
    return page.bytes()


def test_symbols_lines_and_labels_are_read_or_not():
    (found,) = oldstock.import_drawn(drawn())
    states = Counter((each.what, each.state) for each in seen_on(found, 0))
    assert states == {
        ("symbol", "read"): 4, ("symbol", "doubtful"): 1, ("line", "read"): 5, ("line", "unread"): 1,
        ("label", "read"): 2, ("label", "unread"): 1, ("cell", "read"): 16,
    }  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_shows_both_and_what_is_doubtful(language):
    data = drawn()
    (found,) = oldstock.import_drawn(data)
    page = oldstock.compare_drawn(data, found, "<lama>.pdf", language).decode()
    assert "&lt;lama&gt;.pdf" in page
    assert "<lama>" not in page
    assert page.count("data:image/png") == 1
    assert page.count("data:image/svg+xml") == 1  # identity and flow on one page, as drawn
    assert page.count('class="unread"') == 3  # two marks and the legend
    for place, message in found.doubts_in(language):
        assert place in page
        assert escape(message) in page
    assert oldstock.compare_drawn(data, found, "<lama>.pdf", language).decode() == page


def test_a_page_that_lies_on_its_side_is_shown_upright():
    pages = [oldstock.compare_drawn(data, *oldstock.import_drawn(data), "a.pdf") for data in (drawn(), drawn(turn=90))]
    assert len({page.split(b"viewBox=")[2][:30] for page in pages}) == 1


def test_what_cannot_be_drawn_is_said():
    page = Page(fills=False)
    page.table()
    page.capsule(260, 195)
    data = page.bytes()
    (found,) = oldstock.import_drawn(data)
    shown = oldstock.compare_drawn(data, found, "a.pdf").decode()
    assert "belum dapat digambar" in shown
    assert "data:image/svg+xml" not in shown


def test_the_record_counts_steps_from_one():
    (found,) = oldstock.import_drawn(drawn())
    record = comparison_record("a.pdf", found, "id")
    assert record["steps"][2] == {"executors": [2], "ways": [{"to": 1, "label": "Tidak"}, {"to": 4, "label": "Ya"}]}
    assert {each["step"] for each in record["panels"][0]["drawn"] if each["what"] == "symbol"} == {1, 2, 3, 4, 5}
