"""The picture of Meja SOP in the README: python tools/page_picture.py, after tools/build_page.py."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "dist" / "meja-sop.html"
TARGET = ROOT / "docs" / "images" / "meja-sop.png"
LONGEST = 300_000  # milliseconds


def main() -> None:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or not PAGE.exists():
        sys.exit("Chromium and dist/meja-sop.html are needed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.set_default_timeout(LONGEST)
        page.goto(PAGE.as_uri())
        page.locator("#open-files").set_input_files(ROOT / "specs" / "konsinyering.sop.yaml")
        page.get_by_role("status").filter(has_text="Halaman mengikuti isian").wait_for()
        page.locator("#cell-5-jenis").click()
        page.locator(".marks .row").wait_for()
        page.screenshot(path=TARGET)
        browser.close()


if __name__ == "__main__":
    main()
