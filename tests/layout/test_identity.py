"""The identity page: everything on it once, nothing lost where it runs on to a second page."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from sopgen.intake.sop import Kotak, Pengesahan, Sop, Tampilan, Tanggal
from sopgen.layout.identity import IdentityPage, identity_pages
from sopgen.layout.paper import paper_of
from sopgen.layout.setting import Setter
from sopgen.scene import Text
from sopgen.text.measure import DEFAULT, BoxMeasurer, Measurer
from tests.layout.small_sops import changed, small_sop

BOXES = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
FULL = changed(
    small_sop("a", "b"),
    judul="Pelayanan Surat",
    nomor="SOP-49/2018",
    instansi=("KEMENTERIAN CONTOH",),
    unit=("BAGIAN UMUM",),
    teks_kepala=("STANDAR OPERASIONAL PROSEDUR",),
    tanggal=Tanggal(date(2018, 10, 15), "-", None),
    pengesahan=Pengesahan("Sekretaris Jenderal", "Kepala Biro", "Nama Pejabat", "Pembina", ("NIP", "1" * 18)),
    dasar_hukum=Kotak("", ("Undang-Undang Nomor 1", "Peraturan Menteri Nomor 2")),
    peringatan=Kotak("Bila terlambat, layanan tertunda."),
)


def pages_of(sop: Sop, measurer: Measurer = DEFAULT) -> list[IdentityPage]:
    return identity_pages(sop, paper_of(sop.tampilan), Setter(measurer), None)


def texts_of(pages: list[IdentityPage], role: str) -> list[Text]:
    return [text for page in pages for cell in page.table.cells for text in cell.texts if text.role == role]


def words_of(pages: list[IdentityPage], role: str) -> list[str]:
    """The printed words of a role in their order, a word that was divided put together again."""
    found: list[str] = []
    for text in texts_of(pages, role):
        lines = " ".join(run.text for run in text.runs)
        found += lines.split()
    return found


def numbered(items: tuple[str, ...]) -> list[str]:
    return " ".join(f"{i}. {item}" for i, item in enumerate(items, start=1)).split()


def test_every_field_is_printed_once():
    (page,) = pages_of(FULL)

    words = {
        role: " ".join(words_of([page], role))
        for role in ("nomor", "judul", "unit", "teks_kepala", "tanggal_pembuatan", "tanggal_revisi", "jabatan", "nama")
    }
    assert words == {
        "nomor": "SOP-49/2018",
        "judul": "Pelayanan Surat",
        "unit": "BAGIAN UMUM",
        "teks_kepala": "STANDAR OPERASIONAL PROSEDUR",
        "tanggal_pembuatan": "15 Oktober 2018",
        "tanggal_revisi": "-",
        "jabatan": "Kepala Biro",
        "nama": "Nama Pejabat",
    }
    assert words_of([page], "dasar_hukum") == numbered(FULL.dasar_hukum.butir)
    assert words_of([page], "peringatan") == FULL.peringatan.teks.split()


def test_an_empty_document_keeps_every_row_and_box():
    (page,) = pages_of(small_sop("a"))

    roles = Counter(cell.role for cell in page.table.cells)
    assert all(roles[f"label_{key}"] == 1 and roles[key] == 1 for key in BOXES)
    assert all(roles[f"label_{key}"] == 1 for key in ("nomor", "tanggal_efektif", "pengesahan", "judul"))
    assert page.signature_box is not None


def test_there_is_room_for_a_signature():
    (page,) = pages_of(FULL)

    assert page.signature_box is not None
    x0, y0, x1, y1 = page.signature_box
    above = max(text.box[3] for text in texts_of([page], "jabatan"))
    below = min(text.box[1] for text in texts_of([page], "nama"))
    assert above <= y0 < y1 <= below
    assert y1 - y0 >= 40.0
    assert x1 - x0 >= 150.0


def test_labels_can_be_renamed():
    renamed = changed(FULL, tampilan=Tampilan(label=(("judul", "Nama SOP"), ("peringatan", "PERHATIAN"))))

    pages = pages_of(renamed)

    assert words_of(pages, "label_judul") == ["Nama", "SOP"]
    assert words_of(pages, "label_peringatan") == ["PERHATIAN"]


LONG_LABELS = tuple(
    (key, "Keterangan yang panjang sekali tentang hal ini " * 4)
    for key in ("nomor", "tanggal_pembuatan", "pengesahan", "judul", "dasar_hukum", "peringatan")
)
LONG = tuple(f"Peraturan nomor {n} tentang tata cara yang panjang sekali bagi semua unit kerja" for n in range(1, 61))


@pytest.mark.parametrize("key", BOXES)
@pytest.mark.parametrize("measurer", [DEFAULT, BoxMeasurer()], ids=["real", "boxes"])
def test_a_box_that_runs_on_loses_no_word(key, measurer):
    sop = changed(FULL, **{key: Kotak("", LONG)})

    pages = pages_of(sop, measurer)

    assert len(pages) > 1
    assert words_of(pages, key) == numbered(LONG)
    headings = [" ".join(run.text for run in text.runs) for text in texts_of(pages, f"label_{key}")]
    assert all("(lanjutan)" in heading for heading in headings[1:])
    assert "(lanjutan)" not in headings[0]
    for other in BOXES:
        if other != key:
            kotak: Kotak = getattr(sop, other)
            assert words_of(pages, other) == (numbered(kotak.butir) or kotak.teks.split()), other


def test_all_boxes_long_at_once():
    sop = changed(FULL, **dict.fromkeys(BOXES, Kotak("", LONG)))

    pages = pages_of(sop)

    for key in BOXES:
        assert words_of(pages, key) == numbered(LONG), key


def test_one_long_text_runs_on_like_a_list():
    text = "Apabila prosedur ini tidak dilaksanakan maka pelayanan terhambat. " * 120
    sop = changed(FULL, peringatan=Kotak(text.strip()))

    pages = pages_of(sop)

    assert len(pages) > 1
    assert words_of(pages, "peringatan") == text.split()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"judul": "Pelayanan Permohonan Informasi Publik " * 12}, id="long title"),
        pytest.param({"instansi": tuple(f"BARIS INSTANSI NOMOR {n}" for n in range(1, 7))}, id="many lines of agency"),
        pytest.param({"unit": tuple(f"Bagian {n} pada Biro Umum" for n in range(1, 7))}, id="many lines of unit"),
        pytest.param({"nomor": "SOP-49/SESJEN/10/2018/" * 6}, id="long number"),
        pytest.param(
            {"pengesahan": changed(FULL.pengesahan, jabatan="Kepala Biro Perencanaan dan Organisasi " * 4)},
            id="long office",
        ),
        pytest.param({"dasar_hukum": Kotak("", LONG)}, id="a box that runs on"),
        pytest.param({"tampilan": Tampilan(label=LONG_LABELS)}, id="long labels"),
        pytest.param(dict.fromkeys(BOXES, Kotak("", LONG[:9])), id="six full boxes"),
    ],
)
@pytest.mark.parametrize("kertas", ["A4", "F4", "Letter", "Legal"])
def test_every_text_stays_in_its_cell_and_on_the_sheet(changes, kertas):
    sop = changed(FULL, **changes)
    sop = changed(sop, tampilan=changed(sop.tampilan, kertas=kertas))
    paper = paper_of(sop.tampilan)

    for page in pages_of(sop):
        rows = page.table.rows
        assert rows[0] == paper.top
        assert rows[-1] <= paper.bottom + 0.01
        assert list(rows) == sorted(set(rows))
        for cell in page.table.cells:
            x0, x1 = page.table.columns[cell.column], page.table.columns[cell.column + cell.column_span]
            y0, y1 = rows[cell.row], rows[cell.row + cell.row_span]
            for text in cell.texts:
                bx0, by0, bx1, by1 = text.box
                assert x0 <= bx0 <= bx1 <= x1 + 0.01, text.role
                assert y0 - 0.01 <= by0 <= by1 <= y1 + 0.01, text.role


def test_texts_of_one_cell_do_not_lie_on_each_other():
    sop = changed(
        FULL,
        instansi=tuple(f"BARIS INSTANSI NOMOR {n}" for n in range(1, 5)),
        pengesahan=changed(FULL.pengesahan, atas_nama="Sekretaris Jenderal Dewan Ketahanan Nasional " * 3),
    )

    for page in pages_of(sop):
        for cell in page.table.cells:
            boxes = sorted(text.box for text in cell.texts)
            for a in boxes:
                for b in boxes:
                    assert a == b or a[3] <= b[1] or b[3] <= a[1], cell.role


def test_rows_stand_on_the_grid_a_spreadsheet_can_follow():
    (page,) = pages_of(FULL)

    heights = [round(b - a, 2) for a, b in pairwise(page.table.rows)]
    assert all(h % 3.0 == pytest.approx(0.0) for h in heights)
