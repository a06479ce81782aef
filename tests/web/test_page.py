"""What goes into the page and comes out of it: files, pages, texts, licences, and nothing over any network."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from tests.rules.references import spec_path
from tests.web.conftest import (
    cell,
    follows,
    open_files,
    open_spec,
    saved,
    section,
    spec_text,
    yaml_text,
)
from tools import build_page

SPEC = spec_path("konsinyering")
HARMFUL = "<img src=x onerror=document.title=1>"


@pytest.mark.parametrize(("button", "kind"), [("PDF", "pdf"), ("Excel", "xlsx")])
def test_what_the_page_saves_is_what_the_command_line_writes(page, tmp_path, button, kind):
    open_spec(page, SPEC)
    expected = pipeline.render_document(pipeline.build_document(SPEC), kind)
    assert saved(page, button, tmp_path) == expected


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_a_document_of_ours_opens_as_its_spec_and_is_changed(page, tmp_path, kind):
    finished = tmp_path / f"unduhan.{kind}"
    finished.write_bytes(pipeline.render_document(pipeline.build_document(SPEC), kind))
    open_spec(page, finished)
    text = SPEC.read_text(encoding="utf-8")
    assert spec_text(page, tmp_path) == text
    section(page, "Kegiatan")
    cell(page, 1, "uraian")
    page.keyboard.type("Menugaskan Analis")
    page.keyboard.press("Enter")
    follows(page)
    changed = text.replace("Menugaskan Kasubid untuk mempersiapkan konsep laporan konsinyering", "Menugaskan Analis", 1)
    assert spec_text(page, tmp_path) == changed
    source = MemorySource(SPEC.name, changed.encode())
    assert saved(page, "PDF", tmp_path) == pipeline.render_document(pipeline.build_document(source), "pdf")


def test_a_form_is_saved_and_opened_again(page, tmp_path):
    open_spec(page, SPEC)
    form = tmp_path / "isian.form.xlsx"
    form.write_bytes(saved(page, "Formulir", tmp_path))
    open_spec(page, form)
    source = MemorySource("x.sop.yaml", spec_text(page, tmp_path).encode())
    assert pipeline.load(source).sop == pipeline.load(SPEC).sop


def test_several_files_open_in_tabs_and_each_keeps_its_own_text(page, tmp_path):
    short = spec_path("contoh-ringkas")
    open_spec(page, SPEC, short)
    tabs = page.get_by_role("navigation", name="SOP yang terbuka")
    assert tabs.get_by_role("button").count() == 4  # each with its cross
    assert spec_text(page, tmp_path) == short.read_text(encoding="utf-8")
    tabs.get_by_role("button").first.click()
    assert spec_text(page, tmp_path) == SPEC.read_text(encoding="utf-8")


def test_a_refused_spec_keeps_the_last_drawing_and_says_what_to_do(page):
    open_spec(page, SPEC)
    text = SPEC.read_text(encoding="utf-8")
    yaml_text(page, text.replace("judul:", "juduk:", 1))
    page.get_by_text("Gambar terakhir yang benar").wait_for()
    assert page.locator(".desk-area.stale svg[data-page]").count() == 2
    assert page.locator(".top").get_by_role("button", name="PDF").is_disabled()
    assert page.locator(".cm-lintRange-error").count() == 1
    yaml_text(page, text)
    follows(page)
    assert page.locator(".desk-area.stale").count() == 0


def test_text_that_is_no_yaml_locks_the_form_and_names_the_line(page):
    open_spec(page, SPEC)
    yaml_text(page, "judul: [\n")
    page.get_by_text(re.compile(r"\(baris \d\)")).wait_for()
    section(page, "Identitas")
    page.get_by_text("Isian terkunci").wait_for()
    assert page.get_by_label("Judul SOP").get_attribute("readonly") is not None


def test_a_click_on_a_symbol_leads_to_its_step(page):
    open_spec(page, SPEC)
    section(page, "Identitas")
    page.locator('svg [data-role="simbol"][data-step="4"]').click()
    assert page.locator("#cell-4-uraian").evaluate("element => element === document.activeElement")
    assert page.locator(".marks .row").count() == 1


def test_texts_never_become_markup(page):
    open_spec(page, SPEC)
    yaml_text(page, f"judul: '{HARMFUL}'\npelaksana: {{a: A}}\nkegiatan:\n  - {{uraian: '{HARMFUL}', pelaksana: a}}\n")
    page.locator(".title h1", has_text=HARMFUL).wait_for()
    follows(page)
    section(page, "Kegiatan")
    page.locator("#cell-1-uraian", has_text=HARMFUL).wait_for()
    assert page.locator("img").count() == 0
    assert page.title() == "Meja SOP"


def test_an_old_workbook_opens_with_its_original_and_what_was_read(page, tmp_path):
    old = tmp_path / "lama.xlsx"
    with (
        zipfile.ZipFile(BytesIO(pipeline.render_document(pipeline.build_document(SPEC), "xlsx"))) as ours,
        zipfile.ZipFile(old, "w") as theirs,
    ):
        for name in ours.namelist():
            theirs.writestr(name, b"<x/>" if name == "customXml/item1.xml" else ours.read(name))
    open_spec(page, old)
    page.get_by_text("Dibaca dari gambar tangan").wait_for()
    read = pipeline.load(MemorySource("lama.sop.yaml", spec_text(page, tmp_path).encode())).sop
    assert [step.uraian for step in read.kegiatan] == [step.uraian for step in pipeline.load(SPEC).sop.kegiatan]
    page.get_by_role("switch", name="Aslinya").click()
    page.locator(".originals img").first.wait_for()
    assert page.locator(".originals img").first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    page.get_by_role("switch", name="Aslinya").click()
    page.locator("figure.pages svg").first.wait_for()


def test_a_file_that_is_no_spec_is_refused_in_words(page, tmp_path):
    other = tmp_path / "x.xlsx"
    other.write_bytes(b"PK\x03\x04")
    open_files(page, other)
    page.get_by_role("status").filter(has_text="x.xlsx:").wait_for()


def test_the_licences_stand_in_the_page(page):
    open_spec(page, SPEC)
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name="Tentang").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("pydantic_core").first.wait_for()
    for name in (
        "Pyodide (MPL-2.0)",
        "reportlab",
        "GUST Font License",
        "SIL OPEN FONT LICENSE",
        "preact",
        "codemirror",
    ):
        assert name in dialog.inner_text()
    dialog.get_by_role("button", name="Tutup").click()


def test_nothing_is_asked_of_any_network_and_nothing_went_wrong(page, seen):
    open_spec(page, SPEC)
    assert [each for each in seen if not each.startswith((build_page.TARGET.as_uri(), "blob:", "data:"))] == []
