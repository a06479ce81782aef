"""Two revisions beside each other: marked on both charts, listed from before to after, and recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sopgen import paperwork, pipeline
from sopgen.intake import MemorySource
from tests.rules.references import spec_path
from tests.web.conftest import follows, open_spec, saved, spec_text

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

SPEC = spec_path("konsinyering")
OLD = SPEC.read_text(encoding="utf-8")
REMOVED = """  - uraian: Menyerahkan laporan konsinyering kepada Analis untuk didokumentasikan.
    pelaksana: kasubid
"""
ADDED = """  - uraian: Memberi nomor dan memindai laporan konsinyering
    pelaksana: analis
    waktu: 15 menit
"""
NEW = OLD.replace("waktu: 2 jam", "waktu: 1 hari").replace("kepada Kasubdit untuk", "kepada Analis untuk")
NEW = NEW.replace(REMOVED, ADDED)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    made = tmp_path / SPEC.name
    made.write_text(NEW, encoding="utf-8")
    return made


def compare_with_file(page: Page, path: Path) -> None:
    page.get_by_role("button", name="Bandingkan").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("dialog").get_by_role("button", name="Pilih berkas").click()
    chooser.value.set_files(path)
    page.get_by_role("heading", name="Bandingkan revisi", level=1).wait_for()


def listed(page: Page) -> list[str]:
    return [" ".join(each.split()) for each in page.locator(".changes tbody tr").all_inner_texts()]


def test_a_document_of_ours_is_held_against_what_it_became(page, new, tmp_path):
    loaded = pipeline.load(SPEC)
    issued = tmp_path / "terbit.pdf"
    issued.write_bytes(pipeline.render_document(pipeline.lay_out(loaded), "pdf"))
    open_spec(page, new)
    compare_with_file(page, issued)
    assert page.locator(".sums").inner_text().split() == [
        "≠",
        "berubah",
        "2",
        "+",
        "ditambah",
        "1",
        "−",
        "dihapus",
        "1",
    ]
    rows = listed(page)
    assert [row.split(" ")[0] for row in rows] == ["≠", "≠", "−", "+"]
    assert rows[0] == "≠ 1 Langkah 4, kolom Waktu mutu baku, berubah 2 jam 1 hari Ke tempatnya"
    before, after = page.locator(".compared").all()
    assert "terbit.pdf" in before.locator("header").inner_text()
    assert [each.locator(".change.gone").count() for each in (before, after)] == [1, 0]
    assert [each.locator(".change.came").count() for each in (before, after)] == [0, 1]
    assert [each.locator(".change.changed").count() for each in (before, after)] == [2, 2]
    assert after.locator("g[data-symbol].came").count() == 1
    assert after.locator('g[data-role="panah"].came').count() == 2
    assert before.locator('g[data-role="panah"].gone').count() == 2


def test_changes_are_walked_by_keys_and_both_charts_follow(page, new):
    open_spec(page, new, SPEC)
    page.locator(".sessions button", has_text="PEMBUATAN").first.click()
    follows(page)
    page.get_by_role("button", name="Bandingkan").click()
    page.get_by_role("dialog").get_by_role("button", name=SPEC.name).click()
    page.locator(".compared").first.wait_for()
    assert page.evaluate("document.activeElement.textContent").startswith(" Kembali ke isian")
    page.keyboard.press("F8")
    page.keyboard.press("F8")
    assert page.locator("tr[aria-current] .fate").inner_text() == "− 3"
    desks = page.locator(".compared .desk")
    removed = page.locator(".compared .change.gone.current")
    assert removed.evaluate(
        "(mark, desk) => { const [a, b] = [mark.getBoundingClientRect(), desk.getBoundingClientRect()];"
        " return a.top >= b.top && a.bottom <= b.bottom; }",
        desks.first.element_handle(),
    )
    page.wait_for_function(
        "() => { const [a, b] = [...document.querySelectorAll('.compared .desk')].map(each => each.scrollTop);"
        " return a === b && a > 0; }"
    )
    page.locator(".compared").nth(1).locator("rect.change.came").click(force=True)
    assert page.locator("tr[aria-current] .fate").inner_text() == "+ 4"
    page.locator("tr[aria-current]").get_by_role("button", name="Ke tempatnya").click()
    assert page.evaluate("document.activeElement.id") == "cell-8-uraian"


def test_what_only_took_another_number_is_shown_when_asked_for(page, tmp_path):
    new = tmp_path / SPEC.name
    new.write_text(OLD.replace(REMOVED, ADDED + REMOVED), encoding="utf-8")
    open_spec(page, new)
    compare_with_file(page, SPEC)
    assert [row.split(" ")[0] for row in listed(page)] == ["+"]
    page.get_by_role("switch").click()
    assert listed(page)[-1].startswith("≠ 2 Langkah 9–10 letak, ganti nomor langkah 8–9 langkah 9–10")
    page.get_by_role("button", name="Tukar kiri dan kanan").click()
    page.locator(".sums b").nth(2).filter(has_text="1").wait_for()
    assert page.get_by_role("button", name="Salin ke riwayat revisi").is_disabled()


def test_changes_are_saved_and_recorded(page, new, tmp_path):
    open_spec(page, new)
    compare_with_file(page, SPEC)
    states = [pipeline.load(MemorySource(SPEC.name, each.encode())) for each in (OLD, NEW)]
    assert saved(page, "PDF bertanda", tmp_path) == paperwork.render_changes(*states, "pdf")
    assert saved(page, "Matriks Excel", tmp_path) == paperwork.render_changes(*states, "xlsx")
    page.get_by_role("button", name="Salin ke riwayat revisi").click()
    page.get_by_role("tab", name="Riwayat", selected=True).wait_for()
    follows(page)
    sop = pipeline.load(MemorySource(SPEC.name, spec_text(page, tmp_path).encode())).sop
    assert [entry.bagian for entry in sop.riwayat] == [
        "langkah 4, kolom Waktu",
        "langkah 7, kolom Kegiatan",
        "langkah 8 lama",
        "langkah 8 baru",
    ]


def test_a_file_without_an_sop_is_told_in_the_dialogue(page, tmp_path):
    (tmp_path / "kosong.txt").write_bytes(b"\x00\x01")
    open_spec(page, SPEC)
    page.get_by_role("button", name="Bandingkan").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("dialog").get_by_role("button", name="Pilih berkas").click()
    chooser.value.set_files(tmp_path / "kosong.txt")
    page.get_by_role("dialog").get_by_role("alert").filter(has_text="kosong.txt").wait_for()
