"""A document's own words, and a bureau's own words for them."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen.intake.model import Label
from sopgen.intake.sop import Pengesahan, Tampilan
from sopgen.layout import lay_out
from sopgen.wording import Wording, printed_date, wording_of
from tests.layout.small_sops import changed, small_sop

FORM = {"nomor", "tanggal_pembuatan", "judul", "kegiatan"}  # some labels of the form's fields, which are no wording


@pytest.mark.parametrize(
    ("value", "printed"),
    [(date(2018, 10, 15), "15 Oktober 2018"), (date(2026, 1, 2), "2 Januari 2026"), ("-", "-"), (None, "")],
)
def test_dates(value, printed):
    assert printed_date(value) == printed


def test_strips_name_pages_as_their_room_allows():
    assert Wording().goes_on([3], 1, back=False) == "Bersambung ke halaman 3"
    assert Wording().goes_on([3, 5], 2, back=True) == "Sambungan dari halaman 3 dan 5"
    assert Wording().goes_on([3, 5, 8], 2, back=False) == "Bersambung ke halaman 3, 5, dst."


def test_every_word_is_a_key_of_the_labels():
    assert set(Wording._fields) <= set(Label.model_fields)
    assert not FORM & set(Wording._fields)


def test_a_bureau_renames_what_pages_say_of_themselves():
    tampilan = Tampilan(label=(("halaman", "Hlm."), ("dari", "/"), ("konsep", "DRAF"), ("atas_nama", "u.b.")))
    assert wording_of(tampilan).page_of(2, 3) == "Hlm. 2 / 3"
    signed = Pengesahan("Sekretaris Jenderal", "Kepala Biro", "Nama Pejabat")
    document = lay_out(changed(small_sop("a", "b"), tampilan=tampilan, pengesahan=signed), draft=True)
    texts = {text.role: text.text for page in document.pages for text in page.texts}
    assert texts["halaman"] == "Hlm. 2 / 2"
    assert [page.watermark.text for page in document.pages if page.watermark] == ["DRAF", "DRAF"]
    cells = [text for page in document.pages for table in page.tables for cell in table.cells for text in cell.texts]
    assert "u.b. Sekretaris Jenderal" in [text.text for text in cells if text.role == "atas_nama"]
