"""What the page says of itself: findings out of sight, arrows that pass a new step, a form of what is refused."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from tests.rules.references import spec_path
from tests.web.conftest import cell, follows, open_spec, saved, section, spec_text

SPEC = spec_path("konsinyering")


def test_findings_above_and_below_what_is_seen_are_a_click_away(page):
    open_spec(page, SPEC)
    desk = page.locator(".desk")
    desk.evaluate("desk => desk.scrollTop = desk.scrollHeight")
    page.locator(".beyond.up").filter(has_text="Halaman").wait_for()
    assert page.locator(".beyond.fall").count() == 0
    before = desk.evaluate("desk => desk.scrollTop")
    page.locator(".beyond.up").click()
    page.wait_for_function("before => document.querySelector('.desk').scrollTop < before", arg=before)
    page.get_by_role("switch", name="Tanda temuan").click()
    assert page.locator(".beyond").count() == 0
    page.get_by_role("switch", name="Tanda temuan").click()


def test_a_step_put_before_a_target_is_offered_to_the_arrow_that_passes_it(page, tmp_path):
    open_spec(page, SPEC)
    cell(page, 3, "uraian")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Memeriksa bahan")
    page.keyboard.press("Tab")
    told = page.locator(".passing")
    told.get_by_text("Panah langkah 6 (Tidak) tetap menuju 5 ·").wait_for()
    page.keyboard.type("Kasubid")
    page.keyboard.press("Enter")
    cell(page, 4, "uraian")
    told.get_by_role("button", name="Arahkan ke langkah 4").click()
    told.wait_for(state="detached")
    follows(page)
    made = spec_text(page, tmp_path)
    assert "Tidak: memeriksa" in made
    page.keyboard.press("Control+Z")
    cell(page, 4, "uraian")
    told.wait_for()


def test_a_form_is_made_of_what_is_refused(page, tmp_path):
    open_spec(page, SPEC)
    cell(page, 1, "jenis")
    page.keyboard.type("kep")
    page.keyboard.press("Enter")
    page.locator(".refused").first.wait_for()
    assert page.locator(".top").get_by_role("button", name="Excel").get_attribute("aria-disabled") == "true"
    book = openpyxl.load_workbook(BytesIO(saved(page, "Formulir", tmp_path)))
    assert "Kegiatan" in book.sheetnames


def test_no_list_begins_on_a_guess(page):
    open_spec(page, SPEC)
    cell(page, 9, "uraian")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Mengarsipkan")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("listbox").wait_for()
    assert page.locator("[role=option].active").count() == 0
    page.keyboard.press("Enter")
    page.get_by_role("listbox").wait_for(state="detached")
    assert page.locator("#cell-10-pelaksana .words").inner_text() == ""
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("#cell-10-pelaksana", has_text="Kabid").wait_for()


def test_a_date_is_written_and_shown_as_it_is_printed(page, tmp_path):
    open_spec(page, SPEC)
    page.locator(".status-bar .count").click()
    panel = page.locator("#area-findings")
    panel.get_by_role("button", name="Terima dengan alasan").first.click()
    panel.get_by_text("temuan MB-01 lain ikut diterima").wait_for()
    page.get_by_label("Alasan").fill("Diukur tahun depan")
    until = page.get_by_label("Berlaku sampai")
    until.fill("31 Februari 2027")
    page.keyboard.press("Tab")
    panel.get_by_text("bukan tanggal").wait_for()
    until.fill("12-1-2027")
    page.keyboard.press("Tab")
    assert until.input_value() == "12 Januari 2027"
    panel.get_by_role("button", name="Terima", exact=True).click()
    panel.get_by_role("button", name="Diterima").click()
    panel.get_by_text("(sampai 12 Januari 2027)").first.wait_for()
    assert "sampai: 2027-01-12" in spec_text(page, tmp_path)


def test_an_example_of_a_rule_stands_in_words_of_the_form(page):
    open_spec(page, SPEC)
    page.locator(".status-bar .count").click()
    page.locator("#area-findings .source .link").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("columnheader", name="Uraian kegiatan").first.wait_for()
    assert not dialog.locator("pre").first.is_visible()
    dialog.get_by_text("Contoh ini dalam YAML").first.click()
    dialog.locator("pre").first.wait_for(state="visible")
    assert "uraian:" in dialog.locator("pre").first.inner_text()


def test_a_file_opened_before_is_listed_on_the_start_view(page):
    open_spec(page, SPEC)
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name="Tutup SOP ini").click()
    lately = page.locator(".recent")
    lately.get_by_role("button", name="PEMBUATAN LAPORAN KONSINYERING").click()
    page.locator(".notices").get_by_text("dibuka dari salinan").wait_for()
    follows(page)
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name="Tutup SOP ini").click()
    lately.get_by_role("button", name="Kosongkan daftar").click()
    lately.wait_for(state="detached")


def test_a_new_row_is_typed_where_its_executor_is(page):
    open_spec(page, SPEC)
    section(page, "Kegiatan")
    page.get_by_role("button", name="Mutu baku", exact=True).click()
    cell(page, 2, "waktu")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Menelaah")
    page.keyboard.press("Tab")
    page.locator("#cell-3-pelaksana:focus").wait_for()


def test_a_ring_has_the_number_of_its_finding_in_the_list(page):
    open_spec(page, SPEC)
    cells = page.locator(".marks .tag-text.wajib")
    cells.first.wait_for()
    assert {each.text_content() for each in cells.all()} == {"1", "2", "3"}


def test_bar_list_and_sheet_count_alike(page, tmp_path):
    open_spec(page, SPEC)
    bar = page.locator(".status-bar .count")
    heavy, light = (int(bar.locator(f"b.{each}").inner_text().split()[0]) for each in ("wajib", "anjuran"))
    bar.click()
    panel = page.locator("#area-findings")
    panel.get_by_role("button", name=f"Wajib {heavy}").wait_for()
    panel.get_by_role("button", name=f"Anjuran {light}").wait_for()
    assert panel.locator("li.finding").count() == heavy + light
    page.get_by_role("button", name="Lainnya").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="Lembar pemeriksaan").click()
    download.value.save_as(tmp_path / "sheet.html")
    sheet = page.context.new_page()
    sheet.goto((tmp_path / "sheet.html").as_uri())
    text = sheet.locator("body").inner_text()
    sheet.close()
    assert f"WAJIB DIPERBAIKI ({heavy})" in text
    assert f"ANJURAN ({light})" in text
