"""Texts of a spec never become markup, wherever the page shows them; neither page nor engine can ask a network."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from tests.web.conftest import cell, follows, open_spec, section, yaml_text
from tools import build_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

IMAGE = "<img src=x onerror=harm()>"
SCRIPT = "</script></svg></style><script>harm()</script>"
LINK = "javascript:harm()"
LANE = "<b onclick=harm()>"
ENTITY = "&lt;svg onload=harm()&gt; ]]> -->"
SPEC = f"""\
judul: '{IMAGE} {SCRIPT}'
nomor: '{SCRIPT}'
instansi: ['{IMAGE}', '{ENTITY}']
unit: '{LINK}'
dasar_hukum: ['{IMAGE}', '{LINK}', '{SCRIPT}']
peringatan: '{ENTITY}'
pelaksana:
  '{LANE}': '{IMAGE}'
  kepala: {{nama: '{SCRIPT}', kelompok: '{ENTITY}', publik: '{IMAGE}'}}
kegiatan:
  - uraian: '{IMAGE} {SCRIPT}'
    pelaksana: '{LANE}'
    kelengkapan: ['{IMAGE}', '{SCRIPT}']
    waktu: '{IMAGE}'
    output: '{ENTITY}'
    keterangan: '{LINK}'
  - id: '"><img onerror=harm()>'
    uraian: 'Memeriksa {ENTITY}'
    pelaksana: kepala
    keputusan: {{'{IMAGE}': 3, '{LINK}': 1}}
  - uraian: '{SCRIPT}'
    pelaksana: kepala
pelayanan: {{tautan: '{LINK}', biaya: '{IMAGE}', pengaduan: ['{SCRIPT}']}}
riwayat:
  - {{revisi: 1, tanggal: 2026-01-02, bagian: '{IMAGE}', semula: '{SCRIPT}', menjadi: '{ENTITY}', alasan: '{LINK}'}}
abaikan:
  - {{aturan: HDR-01, alasan: '{IMAGE}'}}
"""
WATCH = """() => {
  window.harm = () => window.harmed = true;
  window.markup = [];
  const suspect = node => node.nodeType === 1 && (
    [...node.attributes].some(each => /^on/i.test(each.name)
      || (/^(href|xlink:href|src|action|formaction|style)$/i.test(each.name) && /javascript:/i.test(each.value)))
    || /^(script|iframe|object|embed|a|link|meta|base|foreignobject)$/i.test(node.localName)
    || (node.localName === 'img' && node.src && !/^(blob|data):/.test(node.src)));
  new MutationObserver(changes => {
    for (const change of changes) for (const added of change.addedNodes)
      for (const node of added.nodeType === 1 ? [added, ...added.querySelectorAll('*')] : [])
        if (suspect(node) && !node.download) window.markup.push(node.outerHTML.slice(0, 200));
  }).observe(document.documentElement, {childList: true, subtree: true});
}"""


def show_everything(page: Page) -> None:
    for name in ("Identitas", "Isi kotak", "Pelaksana", "Tampilan", "Pelayanan", "Riwayat", "Kegiatan"):
        section(page, name)
    page.get_by_role("button", name="Semua", exact=True).click()
    for column in ("pelaksana", "jenis", "waktu"):
        cell(page, 2, column)
        page.keyboard.press("F2")
        page.keyboard.press("Escape")
    page.locator(".status-bar .count").click()
    page.locator("#area-findings li").first.wait_for()
    page.keyboard.press("F8")
    page.locator("figure.pages svg [data-path]").first.hover(force=True)
    page.keyboard.press("Control+f")
    page.keyboard.type("img")  # at once: the dialog stands before the next key
    page.locator(".hits li").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    section(page, "YAML")
    editor = page.get_by_label("Teks spesifikasi")
    editor.click()
    page.keyboard.press("Control+Home")
    page.get_by_text("nomor", exact=True).first.hover()
    page.locator(".schema-hint").wait_for()
    page.mouse.move(0, 0)
    page.keyboard.press("Control+End")
    page.keyboard.type("kegiatan:\n- pelaksana: ")
    page.keyboard.press("Control+Space")
    page.locator(".cm-tooltip-autocomplete").get_by_text(LANE, exact=True).wait_for()
    page.keyboard.press("Escape")
    page.keyboard.type(f"{IMAGE}\n<")
    page.locator(".cm-lintRange-error, .cm-lint-marker-error").first.wait_for()
    page.locator(".cm-lintRange-error, .cm-lint-marker-error").first.hover()
    page.locator(".cm-tooltip").first.wait_for()
    page.keyboard.press("Escape")
    yaml_text(page, SPEC)
    follows(page)


def test_texts_stay_texts_in_every_view(page, seen, tmp_path: Path):
    pipeline.lay_out(pipeline.load(MemorySource("x.sop.yaml", SPEC.encode())))
    spec = tmp_path / "<img src=x onerror=harm()>.sop.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    page.evaluate(WATCH)
    open_spec(page, spec)
    assert SCRIPT in page.locator("figure.pages").text_content()
    show_everything(page)
    other = tmp_path / "two" / spec.name
    other.parent.mkdir()
    other.write_text(SPEC.replace(f"waktu: '{IMAGE}'", f"waktu: '{SCRIPT}'"), encoding="utf-8")
    page.get_by_role("button", name="Bandingkan").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("dialog").get_by_role("button", name="Pilih berkas").click()
    chooser.value.set_files(other)
    page.locator(".changes tbody tr").first.wait_for()
    assert page.evaluate("[window.markup, window.harmed ?? false]") == [[], False]
    assert [each for each in seen if not each.startswith((build_page.TARGET.as_uri(), "blob:", "data:"))] == []


@pytest.fixture
def network(context) -> Iterator[tuple[str, list[str]]]:
    """An address that answers whoever asks, and what it was asked for; the browser is not kept from any network."""
    asked: list[str] = []

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    Thread(target=server.serve_forever, daemon=True).start()
    context.set_offline(False)
    yield f"http://127.0.0.1:{server.server_port}/", asked
    context.set_offline(True)
    server.shutdown()
    server.server_close()


ASKING = """address => Promise.all([
  new Promise(done => {
    const asked = new XMLHttpRequest();
    asked.onload = () => done('reached');
    asked.onerror = () => done('refused');
    try { asked.open('GET', address + 'request'); asked.send(); } catch { done('refused'); }
  }),
  new Promise(done => {
    try {
      const asked = new WebSocket(address.replace('http', 'ws') + 'socket');
      asked.onopen = () => done('reached');
      asked.onerror = () => done('refused');
    } catch { done('refused'); }
  }),
  new Promise(done => {
    if (!self.importScripts) return done('refused');
    try { importScripts(address + 'script'); done('reached'); } catch { done('refused'); }
  }),
])"""


def test_neither_the_page_nor_its_engine_may_ask_a_network(page, network):
    address, asked = network
    [worker] = page.workers
    for asking in (page, worker):
        assert asking.evaluate(ASKING, address) == ["refused"] * 3
    assert asked == []
    other = page.context.new_page()  # the address does answer
    other.goto(f"{address}seen")
    other.close()
    assert "/seen" in asked
