"""The guide's pictures of Meja SOP, of the page as it is built: python tools/page_pictures.py.

Opens dist/meja-sop.html from its file in Chromium, offline: the table of steps with a decision open, and two
revisions side by side. The pictures are looked at, not compared.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "dist" / "meja-sop.html"
IMAGES = ROOT / "docs" / "images"
SPEC = ROOT / "specs" / "konsinyering.sop.yaml"
LONGEST = 300_000  # milliseconds
# What a revision may do: another time, a step less, a step more.
REVISED = (
    ("waktu: 2 jam", "waktu: 1 hari"),
    (
        "  - uraian: Menyerahkan laporan konsinyering kepada Analis untuk didokumentasikan.\n    pelaksana: kasubid\n",
        "  - uraian: Memberi nomor dan memindai laporan konsinyering\n    pelaksana: analis\n    waktu: 15 menit\n",
    ),
)


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or not PAGE.exists():
        sys.exit("Chromium and dist/meja-sop.html are needed")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True)
        context.add_init_script("delete window.showOpenFilePicker; delete window.showSaveFilePicker;")
        page = context.new_page()
        page.set_default_timeout(LONGEST)
        page.goto(PAGE.as_uri())
        show_decision(page)
        keep(page, "meja-sop")
        show_revision(page, Path(folder))
        keep(page, "meja-sop-banding")
        browser.close()
    return 0


def show_decision(page: Page) -> None:
    page.locator("#open-files").set_input_files([SPEC])
    page.locator("figure.pages[aria-busy=false]").wait_for()
    page.locator("#cell-5-jenis").click()
    page.locator("#cell-5-jenis").scroll_into_view_if_needed()


def show_revision(page: Page, folder: Path) -> None:
    """The spec as it was, held against itself revised."""
    text = SPEC.read_text(encoding="utf-8")
    for before, after in REVISED:
        assert before in text, before
        text = text.replace(before, after, 1)
    revised = folder / SPEC.name
    revised.write_text(text, encoding="utf-8")
    page.get_by_role("button", name="Bandingkan").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("dialog").get_by_role("button", name="Pilih berkas").click()
    chooser.value.set_files(revised)
    page.get_by_role("heading", name="Bandingkan revisi", level=1).wait_for()
    page.get_by_role("button", name="Tukar kiri dan kanan").click()
    page.locator(".changes tbody tr").nth(2).wait_for()
    for _ in range(2):
        page.keyboard.press("F8")


def keep(page: Page, name: str) -> None:
    page.wait_for_timeout(1_000)  # what fades has faded
    target = IMAGES / f"{name}.png"
    Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    sys.exit(main())
