"""What the form's own column *Periksa* says, worked out by LibreOffice: what a formula can see, it sees."""

from __future__ import annotations

from typing import Any

import pytest

from sopgen.intake.form.words import STEPS
from sopgen.render.form.cells import FIRST, HEAD
from sopgen.render.form.steplist import LOST, SHIFTED, UNREACHED, UNREAD_TIME
from sopgen.waktu.reading import Kind, read_waktu
from sopgen.workbook.grid import read_grids
from tests.intake.form.form_samples import changed, form_of
from tests.render.xlsx import office

READY = "Siap"
SPEC = """\
judul: Pembuatan Laporan
pelaksana:
  kabid: Kepala Bidang
  analis: {nama: "Analis, Penata", eksternal: true}
kegiatan:
  - {uraian: Menugaskan analis, pelaksana: kabid}
  - {uraian: Mengonsep laporan kegiatan konsinyering dan menyerahkannya, pelaksana: analis}
  - {uraian: "Memeriksa konsep. Jika setuju …; jika tidak …", pelaksana: kabid, keputusan: {Ya: 5, Tidak: 2}}
  - {uraian: Mencatat, pelaksana: analis}
  - {uraian: Mengarsipkan, pelaksana: analis, lanjut: 7}
  - {uraian: Enam, pelaksana: analis}
  - {uraian: Tujuh, pelaksana: kabid}
  - {uraian: Delapan, pelaksana: [kabid, analis], bersama: rapat}
  - {uraian: Sembilan, pelaksana: kabid}
"""
TIMES = (
    *("15 menit", "1 jam/berkas", "1 x 24 jam", "15-30 menit", "2 hari kerja", "½ jam", "setengah hari", "15'", "2 hr"),
    *("sesuai kebutuhan", "-", "–", "segera", "setiap hari", "berkala", "1 (satu) hari kerja", "triwulanan", ""),
)
UNREAD_TIMES = ("beberapa saat", "lama", "sebentar menit", "15 lembar", "menit", "jam")
TARGETS = {
    "5": "", "selesai": "", "Akhir": "", "kembali ke 2": "", "no. 2": "", "langkah 2": "", "2.": "",
    "2 · Mengonsep laporan kegiatan konsinyering…": "", "2 Mengonsep laporan": "", "Mengonsep laporan…": "",
    "1 · Mengonsep laporan kegiatan konsinyering…": SHIFTED, "1; 2": "",
    "99": LOST, "0": LOST, "ke 40": LOST, "2 · Menyusun nota dinas…": LOST, "Menyusun nota": LOST, "entah": LOST,
}  # fmt: skip


@pytest.fixture(scope="module")
def checked(session_tool: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """Name of a form → heading → text of each row."""

    def times(book: Any) -> None:
        sheet = book[STEPS]
        for row, time in enumerate((*TIMES, *UNREAD_TIMES), start=FIRST):
            put(sheet, row, {"Uraian kegiatan": f"Langkah {row}", "Pelaksana": "Kepala Bidang", "Waktu": time})
        put(sheet, row + 1, {"Uraian kegiatan": "Akhir", "Pelaksana": "kabid", "Waktu": "15"})
        put(sheet, row + 2, {"Uraian kegiatan": "Akhir", "Pelaksana": "kabid", "Waktu": "1 jam", "Satuan": "menit"})
        put(sheet, row + 3, {"Uraian kegiatan": "Akhir", "Pelaksana": "kabid", "Satuan": "menit"})
        put(sheet, row + 4, {"Uraian kegiatan": "Akhir ‹apa›", "Pelaksana": "kabid"})

    def targets(book: Any) -> None:
        for row, target in enumerate(TARGETS, start=FIRST + 9):
            put(
                book[STEPS],
                row,
                {
                    "Uraian kegiatan": f"Memeriksa hal {row}",
                    "Pelaksana": "Kepala Bidang",
                    "Jawaban 1": "Ya",
                    "Ke langkah 1": target,
                    "Jawaban 2": "Tidak",
                    "Ke langkah 2": str(row - HEAD + 1),
                },
            )

    def slips(book: Any) -> None:
        sheet = book[STEPS]
        put(sheet, FIRST, {"Pelaksana": "kepala bidang"})
        put(sheet, FIRST + 1, {"Pelaksana": "Kepala Bidan"})
        put(sheet, FIRST + 3, {"Lanjut ke": "5"})
        put(sheet, FIRST + 7, {"Bersama dengan": "Analis Muda"})

    plain = SPEC[: SPEC.index("  - {uraian")] + "  - {uraian: Satu, pelaksana: kabid}\n"
    made = {
        "w": changed(times, form_of(plain)),
        "t": changed(targets, form_of(SPEC)),
        "s": changed(slips, form_of(SPEC)),
    }
    saved = office.convert(session_tool("soffice"), made, tmp_path_factory.mktemp("periksa"), "xlsx")
    return {name: rows(path.read_bytes()) for name, path in saved.items()}


def put(sheet: Any, row: int, cells: dict[str, str]) -> None:
    heads = {cell.value: cell.column for cell in sheet[HEAD]}
    for heading, text in cells.items():
        sheet.cell(row, heads[heading]).value = text


def rows(data: bytes) -> list[dict[str, str]]:
    cells = next(grid for grid in read_grids(data) if grid.name == STEPS).cells
    heads = {column: cell.text for (row, column), cell in cells.items() if row == HEAD - 1}
    last = max(row for row, column in cells if heads.get(column) == "Uraian kegiatan")
    return [
        {head: cells[row, column].text if (row, column) in cells else "" for column, head in heads.items()}
        for row in range(FIRST - 1, last + 1)
    ]


def test_times_are_judged_as_the_reader_judges_them(checked):
    told = [row["Periksa"] for row in checked["w"]]
    assert told[: len(TIMES) + len(UNREAD_TIMES)] == [READY] * len(TIMES) + [UNREAD_TIME] * len(UNREAD_TIMES)
    assert told[-4:] == ["Pilih satuan waktu", "Satuan tertulis dua kali", "Isi waktu", "Ganti isian ‹…›"]
    assert Kind.UNREAD not in {read_waktu(time).kind for time in TIMES}
    assert {read_waktu(time).kind for time in UNREAD_TIMES} == {Kind.UNREAD}


def test_a_target_that_is_not_there_is_told(checked):
    told = [row["Periksa"] for row in checked["t"]][9:]
    assert dict(zip(TARGETS, told, strict=True)) == {target: fault or READY for target, fault in TARGETS.items()}


def test_an_unknown_executor_and_a_row_that_no_arrow_leads_to_are_told(checked):
    assert [row["Periksa"] for row in checked["s"]] == [
        READY,
        "Pelaksana belum terdaftar",
        READY,
        UNREACHED,
        READY,
        UNREACHED,
        READY,
        "Pelaksana belum terdaftar",
        READY,
    ]


def test_drop_downs_and_cells_name_executors_as_a_clerk_does(checked):
    """Not by the keys of the spec that the form was made from."""
    assert [row["Pelaksana"] for row in checked["s"]][2:5] == ["Kepala Bidang", "Analis, Penata", "Analis, Penata"]
