"""What somebody meets who has never seen the page: it says what it does, and why it does not."""

from __future__ import annotations

from tests.rules.references import spec_path
from tests.web.conftest import cell, follows, open_files, open_spec, section, spec_text, yaml_text

SPEC = spec_path("konsinyering")


def begin(page) -> None:
    page.get_by_role("button", name="Mulai kosong").click()
    page.keyboard.insert_text("Peminjaman Buku")
    page.keyboard.press("Tab")


def pages(page):
    return page.locator(".sheet[data-number]")


def add_step(page, number: int) -> None:
    if number > 1:
        page.get_by_role("button", name="Tambah kegiatan").click()
    page.locator(f"#cell-{number}-uraian").click()
    page.keyboard.type(f"Mencatat {number}")
    page.keyboard.press("Tab")


def test_the_first_page_is_there_before_any_step(page):
    begin(page)
    pages(page).filter(has_text="Peminjaman Buku").wait_for()
    assert pages(page).count() == 1
    page.locator(".top").get_by_role("button", name="PDF").click(force=True)
    page.locator(".notices").get_by_text("setelah ada kegiatan").wait_for()


def test_findings_wait_until_there_is_something_to_find_fault_with(page):
    begin(page)
    section(page, "Kegiatan")
    add_step(page, 1)
    page.keyboard.type("Petugas")
    page.keyboard.press("Enter")
    follows(page)
    page.locator(".status-bar").get_by_text("SOP baru dimulai").wait_for()
    assert page.locator(".ring, .cell.wajib, .tabs .tag").count() == 0
    page.keyboard.press("F8")
    page.locator("#area-findings").wait_for()
    assert page.locator(".ring").count() > 0
    page.get_by_role("button", name="Tutup temuan").click()
    section(page, "Kegiatan")
    page.get_by_role("button", name="Alur", exact=True).click()
    for number in (2, 3):
        add_step(page, number)
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    page.locator(".tabs .tag.wajib").first.wait_for()


def test_rows_are_typed_one_after_the_other_and_words_over_an_executor_are_asked_about(page):
    begin(page)
    section(page, "Kegiatan")
    page.locator("#cell-1-uraian").click()
    for words in ("Mengajukan permohonan", "Mencatat permohonan"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
        page.keyboard.type("Pegawai")
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Tambah kegiatan").and_(page.locator(":focus")).wait_for()
    cell(page, 1, "pelaksana")
    page.keyboard.type("15 menit")
    page.keyboard.press("Tab")
    page.get_by_role("option", name="Tekan Enter sekali lagi").wait_for()
    page.keyboard.press("Escape")
    follows(page)
    assert [page.locator(f"#cell-{number}-uraian").inner_text() for number in (1, 2)] == [
        "Mengajukan permohonan",
        "Mencatat permohonan",
    ]
    section(page, "Pelaksana")
    assert page.locator(".executor").count() == 1


ENDED = """\
judul: Peminjaman
pelaksana: {petugas: Petugas}
kegiatan:
  - {uraian: Mencatat permohonan, pelaksana: petugas}
  - {uraian: Memeriksa permohonan, pelaksana: petugas, keputusan: {Ya: selesai, Tidak: 1}}
"""


def test_a_decision_that_ended_goes_on_to_a_step_behind_it_and_a_fault_is_said_in_its_row(page, tmp_path):
    spec = tmp_path / "pinjam.sop.yaml"
    spec.write_text(ENDED, encoding="utf-8")
    open_spec(page, spec)
    cell(page, 2, "uraian")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Menyerahkan buku")
    page.keyboard.press("Tab")
    page.keyboard.type("Petugas")
    page.keyboard.press("Tab")
    page.locator("#cell-3-jenis:focus").wait_for()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Tambah kegiatan").and_(page.locator(":focus")).wait_for()
    follows(page)
    made = spec_text(page, tmp_path)
    assert "keputusan: {Ya: 3, Tidak: 1}" in made
    yaml_text(page, made.replace("Ya: 3", "Ya: selesai"))
    page.locator(".waits").wait_for()
    section(page, "Kegiatan")
    page.keyboard.press("F8")
    page.locator("tr.extra .refused", has_text="Kegiatan 3 tidak terjangkau").wait_for()


def test_a_word_that_becomes_an_executor_is_told_and_taken_back(page):
    open_spec(page, SPEC)
    cell(page, 1, "pelaksana")
    page.keyboard.type("15 menit")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    notice = page.locator(".notices")
    notice.get_by_text("“15 menit” menjadi pelaksana baru").wait_for()
    notice.get_by_role("button", name="Urungkan").click()
    follows(page)
    section(page, "Pelaksana")
    assert page.locator(".executor").count() == 4


def test_tab_goes_on_in_the_next_row_and_the_rows_buttons_have_a_key(page):
    open_spec(page, SPEC)
    cell(page, 1, "jenis")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "cell-2-uraian"
    page.keyboard.press("Shift+F10")
    assert page.evaluate("document.activeElement.closest('.actions') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "cell-2-uraian"


def test_f8_says_what_is_wrong_in_the_words_of_the_form(page):
    open_spec(page, SPEC)
    page.keyboard.press("F8")
    told = page.locator(".notices p")
    told.wait_for()
    assert told.inner_text().startswith("1. ")
    assert "`" not in told.inner_text()
    page.locator(".status-bar .count").click()
    page.locator("#area-findings li").first.wait_for()
    assert "`" not in page.locator("#area-findings").inner_text()


def test_a_file_is_called_by_the_title(page, tmp_path):
    begin(page)
    assert "sop-baru" in page.locator(".title p").inner_text()
    spec_text(page, tmp_path)
    assert page.locator(".title p").inner_text() == "peminjaman-buku.sop.yaml"


def test_what_cannot_be_made_yet_says_why_and_leads_there(page):
    open_spec(page, SPEC)
    cell(page, 1, "jenis")
    page.keyboard.type("kep")
    page.keyboard.press("Enter")
    page.locator(".refused").first.wait_for()
    page.locator(".top").get_by_role("button", name="Excel").click(force=True)
    page.locator(".notices").get_by_text("Langkah 1.").wait_for()
    page.locator(".notices").get_by_role("button", name="Ke tempatnya").click()


def test_a_section_begins_at_its_head(page):
    open_spec(page, SPEC)
    section(page, "Identitas")
    page.locator("#section").evaluate("element => element.scrollTop = 500")
    section(page, "Isi kotak")
    assert page.locator("#section").evaluate("element => element.scrollTop") == 0


def test_no_number_hides_what_it_marks(page):
    open_spec(page, SPEC)
    page.locator(".ring").first.wait_for()
    heights = page.locator(".marks rect.tag").evaluate_all("tags => tags.map(tag => getComputedStyle(tag).height)")
    assert set(heights) == {"11px"}


def test_a_file_is_called_by_its_name_in_what_is_refused(page, tmp_path):
    spec = tmp_path / "berlogo.sop.yaml"
    spec.write_text(ENDED + "logo: lambang-dinas.png\n", encoding="utf-8")
    open_files(page, spec)
    page.get_by_text("Logo “lambang-dinas.png” tidak ditemukan").first.wait_for()


def test_an_answer_that_is_called_otherwise_keeps_its_target(page, tmp_path):
    open_spec(page, SPEC)
    cell(page, 5, "jenis")
    page.get_by_label("Jawaban").nth(1).fill("Dikembalikan")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tujuan cabang Dikembalikan: 4").wait_for()
    page.keyboard.press("Escape")
    follows(page)
    assert "Dikembalikan: konsep" in spec_text(page, tmp_path)


def test_the_next_area_of_the_steps_is_the_table(page):
    open_spec(page, SPEC)
    page.keyboard.press("Alt+4")
    page.locator("#tab-kegiatan:focus").wait_for()
    page.keyboard.press("F6")
    page.locator("#cell-1-uraian:focus").wait_for()


def test_a_target_is_opened_by_its_key(page):
    open_spec(page, SPEC)
    cell(page, 5, "jenis")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tujuan cabang Ya").and_(page.locator(":focus")).wait_for()
    page.keyboard.press("F2")
    page.get_by_role("combobox", name="Tujuan cabang Ya").wait_for()
    page.keyboard.press("Escape")
