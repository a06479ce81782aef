"""The table of kegiatan: keys as in a spreadsheet, targets that keep to their steps, paste, and one undo for all."""

from __future__ import annotations

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from tests.rules.references import spec_path
from tests.web.conftest import cell, follows, open_spec, section, spec_text

SPEC = spec_path("konsinyering")


@pytest.fixture(autouse=True)
def opened(page):
    open_spec(page, SPEC)


def sop_of(text: str):
    return pipeline.load(MemorySource("x.sop.yaml", text.encode())).sop


PASTE = """text => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
  document.activeElement.dispatchEvent(event);
}"""


def paste(page, text: str) -> None:
    page.evaluate(PASTE, text)


def settled(page) -> None:
    """Every edit is in the text, and drawn."""
    follows(page)


def test_typing_replaces_a_cell_and_enter_goes_down(page, tmp_path):
    cell(page, 1, "uraian")
    page.keyboard.type("Menugaskan Analis")
    page.keyboard.press("Enter")
    assert page.locator("#cell-2-uraian").evaluate("element => element === document.activeElement")
    page.keyboard.press("F2")
    page.keyboard.press("Escape")
    settled(page)
    text = spec_text(page, tmp_path)
    assert text == SPEC.read_text(encoding="utf-8").replace(
        "Menugaskan Kasubid untuk mempersiapkan konsep laporan konsinyering", "Menugaskan Analis", 1
    )


def test_tab_in_an_open_list_chooses_and_goes_on_in_the_table(page, tmp_path):
    cell(page, 1, "pelaksana")
    page.keyboard.type("Analis")
    page.keyboard.press("Tab")
    assert page.locator("#cell-1-jenis").evaluate("element => element === document.activeElement")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("Kasubid")
    page.keyboard.press("Shift+Tab")
    assert page.locator("#cell-1-uraian").evaluate("element => element === document.activeElement")
    settled(page)
    sop = sop_of(spec_text(page, tmp_path))
    names = {lane.id: lane.nama for lane in sop.pelaksana}
    assert names[sop.kegiatan[0].pelaksana[0]] == "Kasubid"
    assert len(sop.kegiatan) == 9


def test_a_step_inserted_before_a_target_turns_no_arrow(page, tmp_path):
    cell(page, 4, "uraian")
    page.keyboard.press("Control+Shift+Enter")
    page.keyboard.type("Meneliti bahan laporan")
    page.keyboard.press("Tab")
    page.keyboard.type("kasubid")
    page.keyboard.press("Enter")
    settled(page)
    sop = sop_of(spec_text(page, tmp_path))
    assert len(sop.kegiatan) == 10
    assert sop.kegiatan[3].uraian.teks == "Meneliti bahan laporan"
    assert [(way.label, way.ke) for way in sop.kegiatan[5].arah] == [("Ya", 7), ("Tidak", 5)]
    assert page.locator("#cell-7-jenis").inner_text().startswith("Ya → 8 ·")


def test_a_step_that_is_not_filled_in_yet_keeps_nothing_waiting(page):
    cell(page, 4, "uraian")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Escape")
    page.locator("tr[data-step='5'] .undrawn").wait_for()
    cell(page, 1, "uraian")
    page.keyboard.type("Memerintahkan penyusunan laporan")
    page.keyboard.press("Enter")
    page.locator(".sheet", has_text="Memerintahkan penyusunan laporan").wait_for()
    follows(page)


def test_a_step_that_others_point_at_asks_before_it_goes(page, tmp_path):
    cell(page, 4, "uraian")
    page.keyboard.press("Control+Delete")
    question = page.get_by_role("group", name="Langkah 4 masih dituju oleh langkah 5")
    question.wait_for()
    page.keyboard.press("Enter")
    settled(page)
    sop = sop_of(spec_text(page, tmp_path))
    assert len(sop.kegiatan) == 8
    assert [(way.label, way.ke) for way in sop.kegiatan[3].arah] == [("Ya", 5), ("Tidak", 3)]
    page.get_by_role("button", name="Urungkan").first.click()
    settled(page)
    assert spec_text(page, tmp_path) == SPEC.read_text(encoding="utf-8")


def test_neighbours_go_together_and_a_move_is_undone_where_it_began(page, tmp_path):
    cell(page, 7, "uraian")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+Delete")
    page.get_by_role("group", name="Langkah 7 sampai 8 masih dituju oleh langkah 6").wait_for()
    page.keyboard.press("Enter")
    settled(page)
    sop = sop_of(spec_text(page, tmp_path))
    assert len(sop.kegiatan) == 7
    assert [(way.label, way.ke) for way in sop.kegiatan[5].arah] == [("Ya", 7), ("Tidak", 5)]
    page.get_by_role("button", name="Urungkan").first.click()
    cell(page, 1, "uraian")
    page.keyboard.press("Alt+Shift+ArrowDown")
    page.locator("#cell-2-uraian:focus").wait_for()
    page.keyboard.press("Control+z")
    page.locator("#cell-1-uraian:focus").wait_for()
    settled(page)
    assert spec_text(page, tmp_path) == SPEC.read_text(encoding="utf-8")


def test_a_decision_asks_where_no_leads(page, tmp_path):
    cell(page, 3, "jenis")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.type("kep")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Tujuan cabang Tidak").wait_for()
    page.keyboard.type("memerintahkan")
    page.keyboard.press("Enter")
    settled(page)
    step = sop_of(spec_text(page, tmp_path)).kegiatan[2]
    assert [(way.label, way.ke) for way in step.arah] == [("Ya", 4), ("Tidak", 2)]
    assert page.locator('svg [data-symbol="decision"]').count() == 3


def test_a_broken_branch_is_told_at_its_field_and_mended_there(page):
    cell(page, 5, "jenis")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tujuan cabang Tidak").click()
    page.keyboard.type("draft")
    page.keyboard.press("Enter")
    page.get_by_text("Gambar terakhir yang benar").wait_for()
    told = page.locator(".opened .refused")
    told.first.wait_for()
    assert told.get_by_text("BACA-").count() == 1
    told.get_by_role("button", name="Kembalikan ke 4").click()
    follows(page)


MIDDLE = """([path, share]) => {
  const arrow = [...document.querySelectorAll('svg [data-role="panah"]')].find(each => each.dataset.path === path);
  const line = arrow.querySelector('.reach');
  line.scrollIntoView({block: 'center'});
  const [at, to] = [line.getPointAtLength(line.getTotalLength() * share), line.getScreenCTM()];
  return [at.x * to.a + to.e, at.y * to.d + to.f];
}"""


def test_an_arrow_is_chosen_on_the_page_and_steered_and_a_broken_rule_is_named(page, tmp_path):
    page.mouse.click(*page.evaluate(MIDDLE, ['["kegiatan", 4, "keputusan", "Tidak"]', 0.5]))
    no = page.get_by_role("group", name="Tidak 4").get_by_label("Keluar lewat")
    no.wait_for()
    assert no.evaluate("element => element === document.activeElement")
    no.select_option("kiri")
    settled(page)
    text = spec_text(page, tmp_path)
    assert "keputusan: {Ya: periksa-draft, Tidak: {ke: konsep, rute: {keluar: kiri}}}" in text
    page.get_by_role("group", name="Ya 6").get_by_label("Keluar lewat").select_option("kiri")
    refused = page.locator(".routes .refused", has_text="PNH-03")
    refused.wait_for()
    refused.get_by_role("button", name="Serahkan kembali kepada program").click()
    settled(page)
    assert spec_text(page, tmp_path) == SPEC.read_text(encoding="utf-8")


def test_a_step_is_passed_on_the_side_that_was_chosen(page, tmp_path):
    cell(page, 6, "jenis")
    page.get_by_role("button", name="Tujuan cabang Tidak").click()
    page.keyboard.type("3 ·")
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_role("button", name="Jalan panah").click()
    page.get_by_role("group", name="Tidak").get_by_label("Melewati langkah 5 di").select_option("kanan")
    settled(page)
    way = sop_of(spec_text(page, tmp_path)).kegiatan[5].arah[1]
    assert (way.ke, way.rute.lewat) == (3, ((5, "kanan"),))
    assert "lewat: {periksa: kanan}" in spec_text(page, tmp_path)


def test_twenty_rows_are_pasted_and_one_undo_takes_them_back(page, tmp_path):
    cell(page, 9, "uraian")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Escape")
    rows = "\n".join(f"Menyusun bagian {n}\tAnalis\tBahan {n}\t{n} jam\tBagian {n}" for n in range(1, 21))
    paste(page, rows)
    page.locator("#cell-29-uraian", has_text="Menyusun bagian 20").wait_for()
    settled(page)
    sop = sop_of(spec_text(page, tmp_path))
    assert len(sop.kegiatan) == 29
    assert sop.kegiatan[28].pelaksana == ("analis",)
    assert (sop.kegiatan[28].waktu, sop.kegiatan[28].output.teks) == ("20 jam", "Bagian 20")  # not seen at this width
    page.keyboard.press("Control+z")
    page.locator("#cell-29-uraian").wait_for(state="detached")
    page.keyboard.press("Control+z")
    settled(page)
    assert spec_text(page, tmp_path) == SPEC.read_text(encoding="utf-8")


def test_a_block_with_a_head_goes_by_its_names_and_asks_before_it_overwrites(page, tmp_path):
    cell(page, 1, "uraian")
    paste(page, 'No\tKegiatan\tPelaksana\tWaktu\tOutput\n1\tMenugaskan\tAsdep\t2 jam\t"a\nb"')
    page.get_by_text("Menimpa 4 sel terisi.").wait_for()
    page.keyboard.press("Enter")
    settled(page)
    step = sop_of(spec_text(page, tmp_path)).kegiatan[0]
    assert (step.uraian.teks, step.pelaksana, step.waktu) == ("Menugaskan", ("asdep",), "2 jam")
    assert step.output.teks == "a\nb"


def test_everything_can_be_undone_across_sections(page, tmp_path):
    section(page, "Identitas")
    page.get_by_label("Nomor SOP").fill("SOP-1")
    page.keyboard.press("Enter")
    section(page, "Pelaksana")
    page.get_by_label("Pelaksana baru").fill("Arsiparis")
    page.keyboard.press("Enter")
    section(page, "Kegiatan")
    cell(page, 9, "pelaksana")
    page.keyboard.type("arsip")
    page.keyboard.press("Tab")
    page.keyboard.press("Alt+Shift+ArrowUp")
    page.locator("#cell-8-pelaksana", has_text="Arsiparis").wait_for()
    settled(page)
    assert spec_text(page, tmp_path) != SPEC.read_text(encoding="utf-8")
    undo = page.get_by_role("button", name="Urungkan").first
    while undo.is_enabled():
        undo.click()
    settled(page)
    assert spec_text(page, tmp_path) == SPEC.read_text(encoding="utf-8")
    assert page.get_by_label("Nomor SOP").input_value() == "01/K/PAN-RB/D.IV/4/2012"
