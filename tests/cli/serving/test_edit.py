"""`sopgen edit` as somebody meets it: the command's address, and a clerk's way through the page."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.required_tools import skip_without


def test_the_command_prints_its_address_and_ends_when_it_is_interrupted(folder):
    command = [sys.executable, "-m", "sopgen", "edit", str(folder), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        try:
            line = run.stdout.readline() if run.stdout else ""
            assert "http://127.0.0.1:" in line
            assert "?kunci=" in line
        finally:
            run.send_signal(2)
            try:
                _, told = run.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                run.kill()
                raise
    assert (run.returncode, told) == (0, "")


@pytest.mark.slow
def test_a_clerk_opens_changes_and_saves_in_place(server, folder):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        skip_without("chromium", "no Chromium on PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(server.address)
        page.locator(".folder td", has_text="belum ada").wait_for()
        page.get_by_label("Cari judul").fill("konsinyering")
        page.get_by_role("button", name="Buat yang tampil").click()
        page.locator(".folder td", has_text="dibuat").wait_for()
        assert (server.orders.output / "a.xlsx").exists()
        page.get_by_role("button", name="Periksa yang tampil").click()
        page.locator(".folder td .tag.wajib").wait_for()
        page.locator(".folder").get_by_role("button", name="PEMBUATAN LAPORAN KONSINYERING").click()
        page.locator('svg[data-kind="prosedur"] [data-step="4"]').first.wait_for()
        page.get_by_role("tab", name="Identitas").click()
        title = page.get_by_label("Judul SOP")
        title.fill("Baru")
        title.press("Enter")
        page.locator("svg text", has_text="Baru").first.wait_for()
        page.keyboard.press("Control+s")
        page.locator(".saved", has_text="Tersimpan").wait_for()
        assert b"judul: Baru" in (folder / "a.sop.yaml").read_bytes()
        (folder / "a.sop.yaml").write_bytes(b"judul: orang lain\n")
        title.fill("Lagi")
        title.press("Enter")
        page.locator("svg text", has_text="Lagi").first.wait_for()
        page.keyboard.press("Control+s")
        asked = page.get_by_role("alert").filter(has_text="Berkas diubah program lain")
        asked.wait_for()
        for each in asked.get_by_role("button").all():
            assert each.bounding_box()["y"] >= 52  # below the bar, whole
        assert (folder / "a.sop.yaml").read_bytes() == b"judul: orang lain\n"
        page.get_by_role("button", name="Pakai isian ini").click()
        page.locator(".saved", has_text="Tersimpan").wait_for()
        page.locator(".top .home").click()
        page.keyboard.press("6")
        page.keyboard.press("Control+s")
        page.locator(".saved", has_text="Tersimpan").wait_for()
        assert len(list(folder.glob("*.sop.yaml"))) == 2
        assert b"judul: Lagi" in (folder / "a.sop.yaml").read_bytes()
        browser.close()
