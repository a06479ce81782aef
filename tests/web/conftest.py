"""Meja SOP as it is built, opened from its file in Chromium without a network: one page for the tests of a module."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.required_tools import skip_without
from tools import build_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

VIEWPORT: ViewportSize = {"width": 1366, "height": 768}
FORGET = """() => new Promise((done, failed) => {
  const opened = indexedDB.open('meja-sop', 1);
  opened.onerror = failed;
  opened.onsuccess = () => {
    const change = opened.result.transaction(['drafts', 'settings'], 'readwrite');
    change.objectStore('drafts').clear();
    change.objectStore('settings').clear();
    change.oncomplete = () => { opened.result.close(); done(); };
    change.onerror = failed;
  };
})"""
READY, SOON = 120_000, 20_000  # milliseconds: a busy machine of two cores


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        skip_without("chromium", "no Chromium on PATH")
    if not build_page.TARGET.exists():
        skip_without("page", "dist/meja-sop.html is not built (python tools/build_page.py)")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=VIEWPORT, offline=True, accept_downloads=True)
    # Where the browser can save in place it asks where; the tests take what other browsers do.
    made.add_init_script("delete window.showOpenFilePicker; delete window.showSaveFilePicker;")
    yield made
    made.close()


@pytest.fixture(scope="module")
def seen() -> list[str]:
    """Addresses asked for and errors told, through all tests of a module."""
    return []


@pytest.fixture(scope="module")
def page(context: BrowserContext, seen: list[str]) -> Page:
    opened = opened_page(context, seen)
    engine_is_ready(opened)
    return opened


@pytest.fixture(autouse=True)
def left_clean(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test does with the module's page, the next one finds the start view."""
    page = request.getfixturevalue("page") if "page" in request.fixturenames else None
    yield
    if page is not None:
        close_all(page)


def opened_page(context: BrowserContext, seen: list[str]) -> Page:
    """The start view, whether the engine is ready or not."""
    opened = context.new_page()
    opened.set_default_timeout(SOON)
    opened.on("request", lambda request: seen.append(request.url))
    opened.on("pageerror", lambda error: seen.append(f"error {error}"))
    opened.on("console", lambda message: seen.append(f"console {message.text}") if message.type == "error" else None)
    opened.on("dialog", lambda dialog: dialog.accept())
    opened.goto(build_page.TARGET.as_uri())
    return opened


def engine_is_ready(page: Page) -> None:
    page.locator(".engine").wait_for(state="detached", timeout=READY)


def follows(page: Page) -> None:
    """The pages are drawn from what the form says now."""
    page.get_by_role("status").filter(has_text="Halaman mengikuti isian").wait_for()
    page.locator(".top").get_by_role("button", name="PDF").and_(page.locator("[aria-disabled=false]")).wait_for()


def open_files(page: Page, *paths: Path) -> None:
    page.locator("#open-files").set_input_files([*paths])


def open_spec(page: Page, *paths: Path) -> None:
    """In a tab of its own, drawn."""
    before = page.locator(".sessions > span").count() or page.locator(".title").count()  # one SOP alone has no tab
    open_files(page, *paths)
    if before:
        page.locator(".sessions > span").nth(before).wait_for()
    page.get_by_role("tab", name="Kegiatan").wait_for()
    follows(page)


def close_all(page: Page) -> None:
    """Back to the start view, with nothing open and nothing kept."""
    page.set_viewport_size(VIEWPORT)
    if page.get_by_role("button", name="Kembali ke isian").count():
        page.keyboard.press("Escape")
    if page.get_by_role("dialog").count():
        page.keyboard.press("Escape")
    if page.locator("#area-findings").count():
        page.get_by_role("button", name="Tutup temuan").click()
    while page.locator(".title").count():
        page.get_by_role("button", name="Lainnya").click()
        page.get_by_role("menuitem", name="Tutup SOP ini").click()
        page.get_by_role("menu").wait_for(state="detached")
    page.evaluate(FORGET)


def section(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def cell(page: Page, step: int, column: str) -> None:
    page.locator(f"#cell-{step}-{column}").click()


def spec_text(page: Page, folder: Path) -> str:
    """What the page would save."""
    page.get_by_role("button", name="Lainnya").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="Unduh spesifikasi").click()
    download.value.save_as(folder / "spec.yaml")
    return (folder / "spec.yaml").read_text(encoding="utf-8")


def saved(page: Page, button: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.locator(".top").get_by_role("button", name=button).click()
    download.value.save_as(folder / "saved")
    return (folder / "saved").read_bytes()


def yaml_text(page: Page, text: str) -> None:
    """As if pasted over all there is."""
    section(page, "YAML")
    editor = page.get_by_label("Teks spesifikasi")
    editor.click()
    page.keyboard.press("Control+A")
    editor.evaluate(
        "(element, text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
        " element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));"
        " }",
        text,
    )
