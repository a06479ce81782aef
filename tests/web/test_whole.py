"""What a clerk does: types an SOP by keyboard alone, is interrupted and comes back, deals with findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from tests.generator import generate_flow
from tests.rules.references import spec_path
from tests.web.conftest import (
    cell,
    engine_is_ready,
    follows,
    open_files,
    open_spec,
    opened_page,
    saved,
    section,
    spec_text,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

SPEC = spec_path("konsinyering")
BOXES = {
    "Dasar hukum": "dasar_hukum",
    "Kualifikasi pelaksana": "kualifikasi_pelaksana",
    "Keterkaitan": "keterkaitan",
    "Peralatan/perlengkapan": "peralatan",
    "Peringatan": "peringatan",
    "Pencatatan dan pendataan": "pencatatan",
}
FOCUSED = """label => {
  const element = document.activeElement;
  const named = element.labels?.[0]?.textContent ?? '';
  return (element.getAttribute('aria-label') ?? (named || element.textContent)).trim().startsWith(label);
}"""


def tab_to(page: Page, label: str) -> None:
    """By Tab alone."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED, label):
            return
    pytest.fail(f"Tab does not lead to {label}")


def typed(page: Page, text: str) -> None:
    """Each line's first letter by its key, the rest of it as an input method puts it in, lines parted by Enter."""
    for number, line in enumerate(text.split("\n")):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(line[:1])
        page.keyboard.insert_text(line[1:])


def type_identity(page: Page, sop) -> None:
    typed(page, sop.judul)
    tab_to(page, "Nomor SOP")
    typed(page, sop.nomor)
    tab_to(page, "Nama instansi")
    typed(page, "\n".join(sop.instansi))
    tab_to(page, "Unit kerja")
    typed(page, "\n".join(sop.unit))
    for label, day in zip(("Pembuatan", "Revisi", "Efektif"), sop.tanggal, strict=True):
        tab_to(page, label)
        typed(page, day.strftime("%d-%m-%Y"))
    tab_to(page, "Jabatan")
    typed(page, sop.pengesahan.jabatan)
    tab_to(page, "Nama")
    typed(page, sop.pengesahan.nama)
    page.keyboard.press("Enter")


def type_boxes(page: Page, sop) -> None:
    page.keyboard.press("Alt+2")
    for label, key in BOXES.items():
        box = getattr(sop, key)
        tab_to(page, f"{label} 1")
        typed(page, "\n".join(box.butir or [box.teks]))
        if not box.butir:
            page.keyboard.press("Enter")
            tab_to(page, "bernomor")
            page.keyboard.press("Space")


def type_executors(page: Page, sop) -> None:
    page.keyboard.press("Alt+3")
    tab_to(page, "Pelaksana baru")
    for lane in sop.pelaksana:
        typed(page, lane.nama)
        page.keyboard.press("Enter")


def type_steps(page: Page, sop) -> None:
    names = {lane.id: lane.nama for lane in sop.pelaksana}
    page.keyboard.press("Alt+4")
    for step in sop.kegiatan:
        page.keyboard.press("Control+Enter") if step.nomor > 1 else begin_table(page)
        typed(page, step.uraian.teks)
        page.keyboard.press("Tab")
        typed(page, names[step.pelaksana[0]])
        for column in ("kelengkapan", "waktu", "output", "keterangan"):
            page.keyboard.press("Tab")
            if column == "kelengkapan":
                page.keyboard.press("Tab")
            value = getattr(step, column)
            if text := value if isinstance(value, str) else value.teks:
                typed(page, text)
                page.keyboard.press("Shift+Enter")
                page.keyboard.press("ArrowDown") if step.nomor > 1 else None
        page.keyboard.press("Home")
    for step in sop.kegiatan:
        if step.keputusan:
            type_decision(page, step)


def begin_table(page: Page) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "cell-1-uraian":
            return
    pytest.fail("Tab does not lead into the table")


def type_decision(page: Page, step) -> None:
    page.keyboard.press("Control+Home")
    for _ in range(step.nomor - 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    typed(page, "kep")
    page.keyboard.press("Enter")
    typed(page, f"{step.arah[1].ke} ·")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def test_an_sop_is_typed_from_nothing_by_keyboard_alone(page, tmp_path):
    page.set_viewport_size({"width": 1920, "height": 1080})
    sop = pipeline.load(SPEC).sop
    tab_to(page, "Mulai kosong")
    page.keyboard.press("Enter")
    type_identity(page, sop)
    type_boxes(page, sop)
    type_executors(page, sop)
    type_steps(page, sop)
    follows(page)
    text = spec_text(page, tmp_path)
    name = page.locator(".title p").inner_text().partition(" · ")[2]
    assert name == "pembuatan-laporan-konsinyering.sop.yaml"
    made = pipeline.load(MemorySource(name, text.encode()))
    without_ids = tuple(step._replace(id=None) for step in made.sop.kegiatan)
    assert made.sop._replace(kegiatan=without_ids) == sop._replace(
        kegiatan=tuple(step._replace(id=None) for step in sop.kegiatan)
    )
    assert saved(page, "PDF", tmp_path) == pipeline.render_document(pipeline.lay_out(made), "pdf")


def test_the_focus_is_where_the_keys_led_though_frames_are_late(page):
    """A busy machine draws long after the keys were pressed: no frame may take the focus back."""
    open_spec(page, SPEC)
    page.evaluate("() => { window.late = []; window.drawn = requestAnimationFrame; }")
    page.evaluate("() => { window.requestAnimationFrame = frame => window.late.push(frame); }")
    try:
        page.keyboard.press("Alt+3")
        tab_to(page, "Pelaksana baru")
        page.evaluate("() => window.late.splice(0).forEach(frame => frame(0))")
        assert page.evaluate(FOCUSED, "Pelaksana baru")
        page.keyboard.press("Alt+4")
        begin_table(page)
        page.keyboard.press("Shift+ArrowDown")
        page.keyboard.press("Shift+ArrowDown")
        page.keyboard.press("ArrowDown")
        page.evaluate("() => window.late.splice(0).forEach(frame => frame(0))")
        assert page.evaluate("document.activeElement.id") == "cell-4-uraian"
    finally:
        page.evaluate("() => { window.requestAnimationFrame = window.drawn; }")


def test_a_tab_that_was_killed_comes_back_with_its_history(page, context, seen, tmp_path):
    other = opened_page(context, seen)
    engine_is_ready(other)
    open_spec(other, SPEC)
    cell(other, 1, "uraian")
    typed(other, "Menugaskan siapa saja")
    other.keyboard.press("Enter")
    other.locator(".saved", has_text="draf di peramban").wait_for()
    other.close()
    again = opened_page(context, seen)
    again.get_by_role("button", name="Lanjutkan draf terakhir").press("Enter")
    again.locator("#cell-1-uraian", has_text="Menugaskan siapa saja").wait_for()  # before the engine is ready
    engine_is_ready(again)
    follows(again)
    again.keyboard.press("Control+z")
    again.locator("#cell-1-uraian", has_text="Menugaskan Kasubid").wait_for()
    follows(again)
    assert spec_text(again, tmp_path) == SPEC.read_text(encoding="utf-8")
    again.close()


def test_two_tabs_of_one_draft_do_not_overwrite_each_other(page, context, seen):
    open_spec(page, SPEC)
    cell(page, 1, "uraian")
    typed(page, "Menugaskan yang pertama")
    page.keyboard.press("Enter")
    page.locator(".saved", has_text="draf di peramban").wait_for()
    other = opened_page(context, seen)
    other.get_by_role("button", name="Lanjutkan draf terakhir").click()
    other.get_by_text("Draf ini terbuka di tab lain").wait_for()
    other.locator(".title", has_text="salinan-konsinyering.sop.yaml").wait_for()
    other.close()


def test_leaving_with_changes_asks(page, context, seen):
    other = context.new_page()
    asked: list[str] = []
    other.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    other.goto(page.url)
    other.keyboard.press("2")
    title = other.get_by_label("Judul SOP")
    title.fill("Pembuatan Notula")
    title.press("Enter")
    other.close(run_before_unload=True)
    other.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    other.close()


def test_a_finding_is_accepted_with_a_reason_and_taken_back(page, tmp_path):
    open_spec(page, SPEC)
    page.locator(".status-bar .count").click()
    finding = page.locator(".finding", has_text="Kasubdit").first
    finding.get_by_role("button", name="Terima dengan alasan").click()
    finding.get_by_label("Alasan").fill("Sebutan resmi di kantor ini")
    page.keyboard.press("Enter")
    page.locator("#area-findings .finding:focus").wait_for()  # a neighbour, for the item goes
    page.get_by_role("button", name="Diterima 1").click()
    page.locator(".finding.accepted", has_text="Sebutan resmi di kantor ini").wait_for()
    follows(page)
    assert "alasan: Sebutan resmi di kantor ini" in spec_text(page, tmp_path)
    page.get_by_role("button", name="Cabut").click()
    page.get_by_role("button", name="Diterima 1").wait_for(state="detached")
    follows(page)
    assert spec_text(page, tmp_path).rstrip() == SPEC.read_text(encoding="utf-8").rstrip()


def test_what_can_be_mended_has_a_button_that_mends_it(page, tmp_path):
    spec = tmp_path / "x.sop.yaml"
    spec.write_text(SPEC.read_text(encoding="utf-8").replace("judul: PEM", "judul: SOP PEM", 1), encoding="utf-8")
    open_spec(page, spec)
    page.locator(".status-bar .count").click()
    page.locator(".finding", has_text="JDL-06").get_by_role("button", name="Perbaiki").click()
    page.locator(".title h1", has_text="PEMBUATAN LAPORAN").and_(page.locator(":not(:text('SOP PEM'))")).wait_for()
    follows(page)
    assert spec_text(page, tmp_path) == SPEC.read_text(encoding="utf-8")


def test_a_logo_goes_with_its_spec_and_with_the_bureau(page, tmp_path):
    spec = spec_path("contoh-lengkap")
    open_files(page, spec, spec.parent / "contoh-logo.png")
    page.locator('.desk svg image[data-role="logo"]').wait_for()
    follows(page)
    document = pipeline.build_document(spec)
    assert saved(page, "Excel", tmp_path) == pipeline.render_document(document, "xlsx")
    assert saved(page, "PDF", tmp_path) == pipeline.render_document(document, "pdf")


def test_a_large_sop_follows_too(page, tmp_path):
    spec = tmp_path / "besar.sop.yaml"
    spec.write_text(generate_flow(3, 60, 12, 0.15), encoding="utf-8")
    open_spec(page, spec)
    cell(page, 60, "uraian")
    typed(page, "Mengarsipkan berkas")
    page.keyboard.press("Enter")
    page.locator("svg text", has_text="Mengarsipkan berkas").wait_for()
    source = MemorySource(spec.name, spec_text(page, tmp_path).encode())
    follows(page)
    assert saved(page, "PDF", tmp_path) == pipeline.render_document(pipeline.build_document(source), "pdf")


def test_words_are_found_wherever_they_stand(page):
    open_spec(page, SPEC)
    page.keyboard.press("Control+f")
    page.get_by_label("Kata yang dicari").fill("mendokumentasikan")
    page.get_by_text("1 tempat").wait_for()
    page.get_by_role("dialog").get_by_role("button", name="Langkah 9").click()
    assert page.locator("#cell-9-uraian").evaluate("element => element === document.activeElement")


def test_the_page_speaks_english_by_a_switch(page):
    open_spec(page, SPEC)
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name="English").click()
    page.get_by_role("tab", name="Steps").wait_for()
    page.get_by_role("status").filter(has_text="The pages follow").wait_for()
    page.locator(".status-bar", has_text="mandatory").wait_for()
    page.get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Bahasa Indonesia").click()
    page.get_by_role("tab", name="Kegiatan").wait_for()


def test_the_form_stands_before_the_engine_and_what_is_typed_meanwhile_is_kept(page, context, seen, tmp_path):
    other = opened_page(context, seen)
    other.keyboard.press("2")
    title = other.get_by_label("Judul SOP")
    title.fill("Pembuatan Notula")
    title.press("Enter")
    section(other, "Kegiatan")
    cell(other, 1, "waktu") if other.locator("#cell-1-waktu").count() else cell(other, 1, "uraian")
    typed(other, "Menugaskan Notulis")
    other.keyboard.press("Enter")
    other.keyboard.press("Alt+Shift+ArrowDown")
    assert other.locator(".engine").count() == 1
    other.locator("#cell-1-uraian", has_text="Menugaskan Notulis").wait_for()
    engine_is_ready(other)
    follows(other)
    sop = pipeline.load(MemorySource("x.sop.yaml", spec_text(other, tmp_path).encode())).sop
    assert sop.judul == "Pembuatan Notula"
    assert sop.kegiatan[0].uraian.teks == "Menugaskan Notulis"
    assert sop.kegiatan[2].uraian.teks.startswith("Mengumpulkan bahan laporan")
    other.close()
