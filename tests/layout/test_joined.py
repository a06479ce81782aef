"""`halaman: gabung`: identity and flow on one page where the whole SOP fits, else as separate pages."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sopgen.intake.sop import Kotak, Pengesahan, Sop, Tampilan
from sopgen.layout import lay_out
from sopgen.layout.paper import PAPERS
from sopgen.scene import Document
from tests.layout.small_sops import changed, small_sop

LAW = "Peraturan Menteri Contoh Nomor 12 Tahun 2020 tentang Tata Cara Pelayanan"


def sop_with(steps: int, laws: int = 2, **appearance: object) -> Sop:
    return changed(
        small_sop("a", "b ? Ya 3 Tidak 1", *["a"] * (steps - 2), lanes="ab"),
        judul="Pelayanan Surat",
        nomor="SOP-1/UM/2026",
        dasar_hukum=Kotak("", (LAW,) * laws),
        pengesahan=Pengesahan(jabatan="Kepala Bagian Umum", nama="Nama Pejabat"),
        tampilan=Tampilan(halaman="gabung", **appearance),  # type: ignore[arg-type]
    )


def texts_of(document: Document) -> list[str]:
    cells = [cell for page in document.pages for table in page.tables for cell in table.cells]
    return sorted(text.text for cell in cells for text in cell.texts)


@dataclass
class Both:
    joined: Document
    apart: Document


def both(sop: Sop) -> Both:
    return Both(lay_out(sop), lay_out(changed(sop, tampilan=changed(sop.tampilan, halaman="terpisah"))))


@pytest.mark.parametrize("kertas", PAPERS)
def test_a_short_sop_stands_on_one_page(kertas: str) -> None:
    found = both(sop_with(3, kertas=kertas, tanda_tangan="bidang"))
    (page,) = found.joined.pages
    identity, flow = page.tables
    assert (page.kind, page.number, identity.role, flow.role) == ("prosedur", 1, "identitas", "alur")
    assert page.joins_identity
    (title,) = [text for text in page.texts if text.role == "judul_prosedur"]
    assert identity.rows[-1] < title.box[1] < title.box[3] < flow.rows[0]
    assert page.signature_field
    room = page.signature_box
    assert room is not None
    assert identity.rows[0] < room[1] < room[3] < identity.rows[-1]
    assert "Halaman 1 dari 1" in [text.text for text in page.texts]
    assert len(found.apart.pages) == 2
    assert texts_of(found.joined) == texts_of(found.apart)
    assert [arrow.edges for arrow in page.arrows] == [arrow.edges for arrow in found.apart.pages[1].arrows]


@pytest.mark.parametrize(("steps", "laws"), [(12, 2), (3, 30), (3, 60)])
def test_what_does_not_fit_stands_as_ever(steps: int, laws: int) -> None:
    found = both(sop_with(steps, laws))
    assert found.joined == found.apart._replace(choice=found.joined.choice)
    assert found.joined.choice == found.apart.choice._replace(above=-1)


def test_type_steps_down_before_the_pages_part() -> None:
    documents = [lay_out(sop_with(3, laws)) for laws in range(1, 21)]
    joined = [document.pages[0] for document in documents if len(document.pages) == 1]
    assert len(joined) == next(i for i, document in enumerate(documents) if len(document.pages) > 1)
    sizes = [next(t.size for c in page.tables[0].cells if c.role == "dasar_hukum" for t in c.texts) for page in joined]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 9.0
    assert min(sizes) < 9.0
    assert min(sizes) >= 7.0
