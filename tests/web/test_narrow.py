"""In a window as narrow as a telephone's: two rows of the bar, and no step of the work out of reach."""

from __future__ import annotations

import pytest

from tests.rules.references import spec_path
from tests.web.conftest import open_spec

SPEC = spec_path("konsinyering")


@pytest.fixture
def narrow(page):
    open_spec(page, SPEC)
    page.set_viewport_size({"width": 420, "height": 800})
    return page


def test_the_bar_takes_two_rows_and_the_menu_holds_the_rest(narrow):
    assert narrow.locator(".top").bounding_box()["height"] <= 92
    with narrow.expect_download() as download:
        narrow.get_by_role("button", name="Lainnya").click()
        narrow.get_by_role("menuitem", name="Excel").click()
    assert download.value.suggested_filename == "konsinyering.xlsx"
    assert narrow.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_what_is_clicked_on_the_page_is_shown_in_the_form(narrow):
    narrow.get_by_role("button", name="Halaman", exact=True).click()
    narrow.locator('.sheet [data-role="simbol"][data-step="4"]').click()
    narrow.locator("#cell-4-uraian, #cell-4-pelaksana, #cell-4-jenis").first.wait_for(state="visible")


def test_the_zoom_is_in_reach_beside_the_pages(narrow):
    narrow.get_by_role("button", name="Halaman", exact=True).click()
    box = narrow.get_by_label("Perbesaran").bounding_box()
    assert box["x"] + box["width"] <= 420
