"""Meja SOP as it is built, opened from its file in Chromium without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from tests.required_tools import skip_without
from tests.rules.references import spec_path
from tools import build_page

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

SPEC = spec_path("konsinyering")
READY, SOON = 120_000, 20_000  # milliseconds: a busy machine of two cores
HARMFUL = "<img src=x onerror=document.title=1>"


@pytest.fixture(scope="module")
def context() -> Iterator[BrowserContext]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        skip_without("chromium", "no Chromium on PATH")
    if not build_page.TARGET.exists():
        skip_without("page", "dist/meja-sop.html is not built (python tools/build_page.py)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        made = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True)
        yield made
        browser.close()


@pytest.fixture(scope="module")
def seen() -> list[str]:
    """Addresses asked for and errors told, through all tests of the page."""
    return []


@pytest.fixture(scope="module")
def page(context: BrowserContext, seen: list[str]) -> Page:
    opened = context.new_page()
    opened.set_default_timeout(READY)
    opened.on("request", lambda request: seen.append(request.url))
    opened.on("pageerror", lambda error: seen.append(f"error {error}"))
    opened.on("console", lambda message: seen.append(f"console {message.text}") if message.type == "error" else None)
    opened.on("dialog", lambda dialog: dialog.accept())
    opened.goto(build_page.TARGET.as_uri())
    follows(opened)
    opened.set_default_timeout(SOON)
    return opened


def follows(page: Page) -> None:
    page.get_by_role("status").filter(has_text="Halaman mengikuti isian").wait_for()


def write(page: Page, text: str) -> None:
    """As if pasted over all there is."""
    page.get_by_role("status").evaluate("element => element.textContent = ''")
    page.get_by_label("Isi spesifikasi").fill(text)


def saved(page: Page, button: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    download.value.save_as(folder / "saved")
    return (folder / "saved").read_bytes()


def open_file(page: Page, *paths: Path) -> None:
    page.get_by_role("status").evaluate("element => element.textContent = ''")
    page.get_by_label("Buka").set_input_files(list(paths))
    follows(page)


@pytest.mark.parametrize(("button", "kind"), [("Simpan PDF", "pdf"), ("Simpan Excel", "xlsx")])
def test_what_the_page_saves_is_what_the_command_line_writes(page, tmp_path, button, kind):
    open_file(page, SPEC)
    expected = pipeline.render_document(pipeline.build_document(SPEC), kind)
    assert saved(page, button, tmp_path) == expected


def test_a_workbook_of_ours_opens_as_its_spec(page, tmp_path):
    workbook = tmp_path / "unduhan.xlsx"
    workbook.write_bytes(pipeline.render_document(pipeline.build_document(SPEC), "xlsx"))
    write(page, "judul: lain\n")
    open_file(page, workbook)
    assert page.get_by_label("Isi spesifikasi").input_value() == SPEC.read_text(encoding="utf-8")


def test_a_form_is_saved_and_opened_again(page, tmp_path):
    open_file(page, SPEC)
    form = tmp_path / "isian.form.xlsx"
    form.write_bytes(saved(page, "Simpan formulir", tmp_path))
    open_file(page, form)
    source = MemorySource("x.sop.yaml", page.get_by_label("Isi spesifikasi").input_value().encode())
    assert pipeline.load(source).sop == pipeline.load(SPEC).sop


def test_a_logo_is_opened_with_its_spec(page, tmp_path):
    spec = spec_path("contoh-lengkap")
    open_file(page, spec, spec.parent / "contoh-logo.png")
    page.locator('.desk svg image[data-role="logo"]').wait_for()
    expected = pipeline.render_document(pipeline.build_document(spec), "xlsx")
    assert saved(page, "Simpan Excel", tmp_path) == expected
    page.get_by_role("button", name="Simpan PDF").click()
    page.get_by_role("alert").filter(has_text="belum dapat menulis logo ke PDF").wait_for()


def test_a_pdf_that_the_page_cannot_read_is_refused_in_words(page, tmp_path):
    pdf = tmp_path / "x.pdf"
    pdf.write_bytes(pipeline.render_document(pipeline.build_document(SPEC), "pdf"))
    page.get_by_label("Buka").set_input_files(pdf)
    page.get_by_role("alert").filter(has_text="belum dapat membaca PDF").wait_for()


def test_a_refused_spec_keeps_the_last_drawing_and_says_what_to_do(page):
    open_file(page, SPEC)
    text = SPEC.read_text(encoding="utf-8")
    write(page, text.replace("kegiatan:", "kegiatn:", 1))
    page.get_by_role("heading", name="Kesalahan").wait_for()
    assert page.locator(".desk.stale svg[data-page]").count() == 2
    assert page.get_by_role("button", name="Simpan PDF").is_disabled()
    write(page, text)
    follows(page)
    assert page.locator(".desk.stale").count() == 0


def test_a_click_on_a_symbol_leads_to_its_step(page):
    open_file(page, SPEC)
    page.locator('svg [data-role="simbol"][data-step="4"]').click()
    editor = page.get_by_label("Isi spesifikasi")
    before = editor.evaluate("element => element.value.slice(0, element.selectionStart)")
    assert before.count("\n  - ") >= 3
    assert before.rindex("kegiatan:") < len(before)


def test_texts_never_become_markup(page):
    write(page, f"judul: '{HARMFUL}'\npelaksana: {{a: A}}\nkegiatan:\n  - {{uraian: Membuat surat, pelaksana: a}}\n")
    follows(page)
    assert page.locator(".desk svg[data-page]").count() == 2
    assert page.locator("img").count() == 0
    assert page.title() == "Meja SOP"


def test_the_licences_stand_in_the_page(page):
    page.get_by_role("button", name="Tentang").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("pydantic_core").first.wait_for()
    for name in ("Pyodide (MPL-2.0)", "reportlab", "GUST Font License", "SIL OPEN FONT LICENSE"):
        assert name in dialog.inner_text()
    dialog.get_by_role("button", name="Tutup").click()


def test_nothing_is_asked_of_any_network_and_nothing_went_wrong(page, seen):
    follows(page)
    assert [each for each in seen if not each.startswith((build_page.TARGET.as_uri(), "blob:", "data:"))] == []
