"""How soon Meja SOP can be used, and how soon its pages follow: the built page, from its file, in Chromium.

    python tools/build_page.py
    python benchmarks/page.py [-n CHANGES]

Beside the time that passed stands the processor time of the page's process: on a busy machine the first says more of
the machine than of the page. Memory is what the page's process holds at most.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import sync_playwright

from benchmarks.oldstock.make import make
from sopgen.oldstock import import_drawn
from tests.generator import generate_flow

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "dist" / "meja-sop.html"
LONGEST = 300_000  # milliseconds
USABLE, READY, USUAL, LARGE, OLD_PAGE = 1_000, 10_000, 300, 1_000, 1_000  # targets, milliseconds
OLD_PDFS, FIRST_OLD, REST = 5, 300_000, 2_000  # how many are opened, the seed of the first, milliseconds between them
WATCH = """() => {
  const isPage = node => node.nodeName === 'svg' && 'page' in node.dataset;
  window.shown = new Promise(done => new MutationObserver((changes, watcher) => {
    if (!changes.some(change => [...change.addedNodes].some(isPage))) return;
    watcher.disconnect();
    requestAnimationFrame(() => done(performance.now()));
  }).observe(document.querySelector('figure.pages'), {childList: true, subtree: true}));
  window.pressed = new Promise(done => document.addEventListener(
    'keydown', event => event.key === 'Enter' && done(performance.now()), {capture: true}));
}"""


class Cost(NamedTuple):
    """Milliseconds: by the clock, and of processors."""

    passed: float
    spent: float


class Meter:
    """The processes of one page's browser but for those that show nothing of it."""

    def __init__(self, browser: Browser) -> None:
        self._session = browser.new_browser_cdp_session()

    def _renderers(self) -> list[int]:
        told = self._session.send("SystemInfo.getProcessInfo")["processInfo"]
        return [each["id"] for each in told if each["type"] == "renderer"]

    def spent(self) -> float:
        fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self._renderers()]
        return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK") * 1000

    def most_memory(self) -> float:
        """Megabytes, of the process that holds most."""
        said = [Path(f"/proc/{pid}/status").read_text() for pid in self._renderers()]
        return max(int(each.partition("VmHWM:")[2].split()[0]) for each in said) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=15, metavar="CHANGES", help="changes measured of each SOP")
    changes = parser.parse_args().n
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or not PAGE.exists():
        sys.exit("Chromium and dist/meja-sop.html are needed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        met = measure(browser, changes)
        browser.close()
    sys.exit(0 if met else 1)


def measure(browser: Browser, changes: int) -> bool:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True)
    context.add_init_script("delete window.showOpenFilePicker; delete window.showSaveFilePicker;")
    page, meter = context.new_page(), Meter(browser)
    page.set_default_timeout(LONGEST)
    print(f"{PAGE.stat().st_size / 1e6:.1f} MB; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print("| what | passed, ms | processor, ms | target |\n|---|---|---|---|")
    usable, ready = start(page, meter)
    met = told("form usable", [usable], USABLE) & told("engine ready", [ready], READY)
    for name, spec, target in specs():
        first, later = follow(page, meter, spec, changes)
        told(f"{name}: opened and drawn", [first], None)
        met &= told(f"{name}: a change shown", later, target)
    for name, cost in old_pdfs(page, meter):
        met &= told(name, [cost], OLD_PAGE)
    print(f"\nmemory: {meter.most_memory():.0f} MB at most")
    return met


def told(what: str, costs: list[Cost], target: int | None) -> bool:
    """One row; several as the median and the most."""
    passed, spent = [each.passed for each in costs], [each.spent for each in costs]
    shown = [
        f"{statistics.median(each):.0f}" + (f" / {max(each):.0f}" if len(each) > 1 else "") for each in (passed, spent)
    ]
    met = target is None or min(statistics.median(passed), statistics.median(spent)) <= target
    aim = "" if target is None else f"≤ {target}{'' if met else ': missed'}"
    print(f"| {what} | {shown[0]} | {shown[1]} | {aim} |")
    sys.stdout.flush()
    return met


def start(page: Page, meter: Meter) -> tuple[Cost, Cost]:
    began = time.perf_counter()
    page.goto(PAGE.as_uri(), wait_until="commit")
    page.locator(".card").first.wait_for()
    usable = Cost(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"), meter.spent())
    page.locator(".engine").wait_for(state="detached")
    return usable, Cost((time.perf_counter() - began) * 1000, meter.spent())


def specs() -> list[tuple[str, Path, int]]:
    made = Path(tempfile.mkdtemp()) / "besar.sop.yaml"
    made.write_text(generate_flow(3, 60, 12, 0.15), encoding="utf-8")
    return [
        ("konsinyering", ROOT / "specs" / "konsinyering.sop.yaml", USUAL),
        ("contoh-lengkap", ROOT / "specs" / "contoh-lengkap.sop.yaml", USUAL),
        ("60 steps × 12 lanes", made, LARGE),
    ]


def follow(page: Page, meter: Meter, spec: Path, changes: int) -> tuple[Cost, list[Cost]]:
    """A word put into the first step's text, again and again."""
    before, began = meter.spent(), time.perf_counter()
    page.locator("#open-files").set_input_files([spec, *spec.parent.glob("contoh-logo.png")])
    page.get_by_role("tab", name="Kegiatan").wait_for()
    following(page)
    first = Cost((time.perf_counter() - began) * 1000, meter.spent() - before)
    later = []
    for number in range(changes):
        page.locator("#cell-1-uraian").click()
        page.keyboard.type(f"Menyiapkan bahan {number}")
        page.wait_for_timeout(600)
        page.evaluate(WATCH)
        before = meter.spent()
        page.keyboard.press("Enter")
        passed = page.evaluate("async () => { const from = await pressed; return await shown - from; }")
        later.append(Cost(passed, meter.spent() - before))
        following(page)
        page.locator("figure.pages[aria-busy=false]").wait_for()
    close(page)
    return first, later


def old_pdfs(page: Page, meter: Meter) -> Iterator[tuple[str, Cost]]:
    """A page of an old PDF, read and shown: of the first, for which the reader itself is unpacked, and of others."""
    folder, costs, pages = Path(tempfile.mkdtemp()), [], []
    documents = (make(seed) for seed in count(FIRST_OLD))
    drawn = (each["data"] for each in documents if each["data"].startswith(b"%PDF") and len(each["truths"]) == 1)
    for data in islice(drawn, OLD_PDFS):
        pages.append(len(import_drawn(data)[0].panels))
        (folder / "lama.pdf").write_bytes(data)
        before, began = meter.spent(), time.perf_counter()
        page.locator("#open-files").set_input_files(folder / "lama.pdf")
        page.locator(".origin").wait_for()
        costs.append(Cost((time.perf_counter() - began) * 1000, meter.spent() - before))
        page.wait_for_timeout(REST)  # it is drawn meanwhile, or refused
        close(page)
    first, others = costs[0], costs[1:]
    yield f"the first old PDF ({pages[0]} pages): read, a page", Cost(*(each / pages[0] for each in first))
    whole = (sum(each) for each in zip(*others, strict=True))
    yield f"{len(others)} more old PDFs: read, a page", Cost(*(each / sum(pages[1:]) for each in whole))


def close(page: Page) -> None:
    page.get_by_role("button", name="Lainnya").click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("menuitem", name="Tutup SOP ini").click()
    page.locator(".card").first.wait_for()


def following(page: Page) -> None:
    page.get_by_role("status").filter(has_text="Halaman mengikuti isian").wait_for()
    page.locator(".top").get_by_role("button", name="PDF").and_(page.locator("[aria-disabled=false]")).wait_for()


if __name__ == "__main__":
    main()
