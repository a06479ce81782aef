"""The form has every key of the format: words for applicants, printed words, revisions and the standing of an SOP."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sopgen import paperwork, pipeline
from tests.web.conftest import cell, follows, open_spec, section, spec_text

if TYPE_CHECKING:
    from playwright.sync_api import Page

SERVICE = Path(__file__).parents[1] / "service" / "izin.sop.yaml"


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_role("textbox", name=label, exact=True)
    field.fill(text)
    field.blur()


def test_a_step_and_an_executor_are_told_to_applicants_in_other_words(page, tmp_path):
    open_spec(page, SERVICE)
    section(page, "Pelaksana")
    names = page.get_by_label("Nama bagi pemohon", exact=True)
    assert [names.nth(n).input_value() for n in range(4)] == ["Anda", "Petugas Loket", "Tim Pemeriksa", ""]
    names.nth(3).fill("Kepala Perizinan")
    names.nth(3).blur()
    section(page, "Kegiatan")
    cell(page, 5, "uraian")
    page.get_by_role("button", name="Bagi pemohon").click()
    assert page.evaluate("document.activeElement.labels[0].textContent") == "Judul kotak"
    fill(page, "Judul kotak", "Berkas ditelaah")
    page.get_by_label("Gambar kecil").select_option("periksa")
    sop = pipeline.load(_written(page, tmp_path)).sop
    assert sop.pelaksana[3].publik == "Kepala Perizinan"
    assert (sop.kegiatan[4].publik.judul, sop.kegiatan[4].publik.ikon) == ("Berkas ditelaah", "periksa")


def test_what_is_promised_is_a_form(page, tmp_path):
    open_spec(page, SERVICE)
    section(page, "Pelayanan")
    fill(page, "Jangka waktu", "3 hari kerja")
    fill(page, "Tautan", "https://izin.rekaan.go.id")
    fill(page, "Alamat pada kepala surat", "Jalan Contoh 1")
    fill(page, "Biaya 1", "Tidak dipungut biaya")
    sop = pipeline.load(_written(page, tmp_path)).sop
    service = sop.pelayanan
    assert (service.jangka_waktu.lama, service.tautan, service.alamat) == (
        "3 hari kerja",
        "https://izin.rekaan.go.id",
        "Jalan Contoh 1",
    )
    assert "Tidak dipungut biaya" in (tmp_path / "written.sop.yaml").read_text(encoding="utf-8")


def test_history_standing_and_printed_words_are_forms(page, tmp_path):
    open_spec(page, SERVICE)
    section(page, "Riwayat")
    page.get_by_role("button", name="Tambah revisi").click()
    for label, text in (
        ("Tanggal", "5 Januari 2026"),
        ("Bagian", "kegiatan 5"),
        ("Semula", "1 jam"),
        ("Menjadi", "2 jam"),
    ):
        fill(page, label, text)
    page.get_by_role("combobox", name="Status", exact=True).select_option("dicabut")
    fill(page, "Digantikan oleh nomor", "SOP-22/DPMPTSP/2026")
    section(page, "Tampilan")
    page.get_by_label("Riwayat sebagai halaman terakhir").select_option("true")
    page.get_by_text("Tulisan tercetak").click()
    fill(page, "Judul SOP", "Nama SOP")
    page.locator('svg[data-kind="riwayat"]').wait_for(state="attached")
    sop = pipeline.load(_written(page, tmp_path)).sop
    assert [(entry.revisi, str(entry.tanggal), entry.bagian, entry.menjadi) for entry in sop.riwayat] == [
        ("1", "2026-01-05", "kegiatan 5", "2 jam")
    ]
    assert (sop.status, sop.digantikan_oleh, sop.tampilan.riwayat) == ("dicabut", "SOP-22/DPMPTSP/2026", True)
    assert dict(sop.tampilan.label)["judul"] == "Nama SOP"


@pytest.mark.parametrize(("item", "kind"), [("Standar pelayanan", "standar"), ("Edisi publik", "publik")])
def test_papers_of_a_service_are_saved_as_the_command_line_writes_them(page, tmp_path, item, kind):
    open_spec(page, SERVICE)
    page.get_by_role("button", name="Lainnya").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=item).click()
    assert download.value.suggested_filename == f"izin.{kind}.pdf"
    download.value.save_as(tmp_path / "saved.pdf")
    loaded = pipeline.load(SERVICE)
    wanted = (
        paperwork.render_service(loaded, "standar")
        if kind == "standar"
        else pipeline.render_document(pipeline.lay_out_public(loaded), "pdf")
    )
    assert (tmp_path / "saved.pdf").read_bytes() == wanted


def _written(page: Page, folder: Path) -> Path:
    follows(page)
    path = folder / "written.sop.yaml"
    path.write_text(spec_text(page, folder), encoding="utf-8")
    return path
