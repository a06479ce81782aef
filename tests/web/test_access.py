"""Open to all: axe-core finds no violation in any view, at 200 % zoom everything is reached, by keys alone too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.required_tools import skip_without
from tests.rules.references import spec_path
from tests.web.conftest import cell, open_spec, opened_page, section
from tools import build_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = build_page.WEB / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
  const places = each => each.nodes.slice(0, 4).map(node => node.target.join(' ')).join(', ');
  return found.violations.map(each => `${each.id}: ${places(each)}`);
}"""
SPEC = spec_path("konsinyering")


@pytest.fixture(scope="module")
def context(context):
    if not AXE.exists():
        skip_without("page", "web/node_modules is not installed (python tools/build_page.py --edit)")
    context.add_init_script(path=AXE)
    return context


def violations(page: Page) -> list[str]:
    return page.evaluate(RUN)


def test_the_start_view_has_no_violation(page):
    assert violations(page) == []


@pytest.mark.parametrize("name", ["Identitas", "Isi kotak", "Pelaksana", "Kegiatan", "Tampilan", "Riwayat", "YAML"])
def test_no_section_has_a_violation(page, name):
    open_spec(page, SPEC)
    section(page, name)
    assert violations(page) == []


def test_neither_an_opened_decision_nor_findings_nor_dialogues_have_a_violation(page):
    open_spec(page, SPEC)
    cell(page, 5, "jenis")
    page.locator(".status-bar .count").click()
    assert violations(page) == []
    page.keyboard.press("Alt+ArrowDown")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Lainnya").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("menu").wait_for(state="detached")
    assert not page.evaluate("document.querySelector('main').inert")
    page.keyboard.press("F1")
    assert violations(page) == []
    page.keyboard.press("Escape")


@pytest.mark.parametrize("name", ["Biro", "Cari di SOP ini", "Tentang"])
def test_no_dialogue_of_the_menu_has_a_violation(page, name):
    open_spec(page, SPEC)
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name=name).click()
    page.get_by_role("dialog").wait_for()
    assert violations(page) == []


def test_neither_a_rules_page_nor_an_acceptance_nor_a_refusal_has_a_violation(page):
    open_spec(page, SPEC)
    page.locator(".status-bar .count").click()
    page.locator("#area-findings .source .link").first.click()
    page.get_by_role("dialog").get_by_role("table").first.wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Terima dengan alasan").first.click()
    page.get_by_label("Berlaku sampai").fill("kapan-kapan")
    assert violations(page) == []
    page.keyboard.press("Escape")
    cell(page, 3, "uraian")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Menelaah")
    page.keyboard.press("Tab")
    page.locator(".passing").wait_for()
    assert violations(page) == []
    cell(page, 1, "jenis")
    page.keyboard.type("kep")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.locator(".refused").first.wait_for()
    assert violations(page) == []


def test_two_revisions_beside_each_other_have_no_violation(page, tmp_path):
    changed = tmp_path / SPEC.name
    changed.write_text(SPEC.read_text(encoding="utf-8").replace("waktu: 2 jam", "waktu: 1 hari"), encoding="utf-8")
    open_spec(page, changed)
    page.get_by_role("button", name="Bandingkan").click()
    assert violations(page) == []
    with page.expect_file_chooser() as chooser:
        page.get_by_role("dialog").get_by_role("button", name="Pilih berkas").click()
    chooser.value.set_files(SPEC)
    page.locator(".compared").first.wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Kegiatan").wait_for()
    page.wait_for_function("document.activeElement.id === 'compare'")


def test_at_two_hundred_percent_form_and_pages_are_two_views(page, context, seen):
    other = opened_page(context, seen)
    other.set_viewport_size({"width": 683, "height": 384})  # 1366 × 768 at 200 %
    other.keyboard.press("2")
    other.get_by_role("button", name="Halaman", exact=True).click()
    other.locator(".desk").wait_for()
    assert not other.locator(".section").is_visible()
    other.get_by_role("button", name="Isian").click()
    section(other, "Kegiatan")
    cell(other, 2, "uraian")
    assert other.locator("#cell-2-uraian").evaluate("element => element === document.activeElement")
    box = other.locator(".left").bounding_box()
    assert (box["x"], box["width"]) == (0, 683)
    assert violations(other) == []
    other.close()


def test_areas_are_reached_in_turn(page):
    open_spec(page, SPEC)
    page.get_by_role("tab", name="Kegiatan").focus()
    for area in ("section", "area-page", "area-bar", "area-tabs"):
        page.keyboard.press("F6")
        inside = "id => document.getElementById(id).contains(document.activeElement)"
        assert page.evaluate(inside, area), area
