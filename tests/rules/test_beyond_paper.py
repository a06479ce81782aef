"""Keys of a spec that its document does not show: what nobody who holds paper can mend is not told of it."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen.intake import MemorySource, load_spec
from sopgen.rules.checking import check_spec
from sopgen.rules.holding import judge_enclosed
from sopgen.rules.language.joint import says_joint
from sopgen.rules.missing_keys import unexamined_in
from sopgen.rules.roles import applicants, undecided_applicants

TODAY = date(2026, 6, 30)


def spec(steps: str, more: str = ""):
    lanes = "{luar: Masyarakat, a: Analis, b: Kepala Bagian}"
    text = f"judul: Pelayanan Izin\npelaksana: {lanes}\n{more}kegiatan:\n{steps}"
    return load_spec(MemorySource("izin.sop.yaml", text.encode(), logos=None))


def service(first: str, last: str):
    return spec(
        f"  - {{uraian: {first}, pelaksana: luar}}\n"
        "  - {uraian: Memeriksa berkas dan menyerahkannya kepada Kepala Bagian, pelaksana: a}\n"
        "  - {uraian: Mendokumentasikan surat izin, pelaksana: b}\n"
        f"  - {{uraian: {last}, pelaksana: luar}}\n",
        "sifat: pelayanan\n",
    )


def codes(found) -> list[str]:
    return [each.code for each in found]


@pytest.mark.parametrize(
    "first",
    [
        "Mengajukan permohonan izin penelitian",
        "Mengisi formulir pendaftaran",
        "Membawa surat permohonan ke loket",
        "Mengadukan pelayanan lewat laman",
        "Mendaftar sebagai peserta",
    ],
)
def test_who_asks_and_receives_is_the_applicant_whatever_the_name(first):
    loaded = service(first, "Menerima surat izin")
    assert applicants(loaded.sop) == {"luar"}
    assert "JNS-01" not in codes(check_spec(loaded, today=TODAY))


@pytest.mark.parametrize("first", ["Menyerahkan berkas kepada Analis", "Datang ke loket", "Mengajukan konsep surat"])
def test_where_the_act_leaves_it_open_it_is_told_as_not_examined(first):
    loaded = service(first, "Menerima surat izin")
    assert [lane.nama for lane in undecided_applicants(loaded.sop)] == ["Masyarakat"]
    assert "JNS-01" not in codes(check_spec(loaded, today=TODAY))
    for on_paper in (True, False):
        assert "apakah Masyarakat itu pemohon (JNS-01)" in [
            each.what.id for each in unexamined_in(loaded, on_paper=on_paper)
        ]


def test_who_neither_asks_nor_receives_is_no_applicant():
    loaded = service("Menerima permohonan izin", "Mengarsipkan surat izin")
    found = [each for each in check_spec(loaded, today=TODAY) if each.code == "JNS-01"]
    assert len(found) == 2
    assert not undecided_applicants(service("Memeriksa permohonan", "Mengarsipkan surat").sop)


def test_a_column_known_as_the_applicants_leaves_nothing_open():
    loaded = spec(
        "  - {uraian: Mengajukan permohonan, pelaksana: a}\n"
        "  - {uraian: Memeriksa berkas, pelaksana: b}\n"
        "  - {uraian: Menerima surat izin, pelaksana: luar}\n",
        "sifat: pelayanan\n",
    )
    marked = loaded.sop.pelaksana[0]._replace(peran="pemohon")
    sop = loaded.sop._replace(pelaksana=(marked, *loaded.sop.pelaksana[1:]))
    assert applicants(sop) == {"luar"}
    assert "JNS-01" in codes(check_spec(loaded._replace(sop=sop), today=TODAY))


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Melaksanakan rapat bersama pengumpulan data", True),
        ("Menyusun konsep secara bersama-sama", True),
        ("Berkoordinasi dengan Kepala Bagian", True),
        ("Mendiskusikan isi laporan", True),
        ("Menyusun jadwal bersama Kepala Bagian", True),
        ("Rapat pembahasan konsep", True),
        ("Mengikuti rapat", True),
        ("Menyusun konsep dan membahasnya", True),
        ("Menyiapkan bahan rapat", False),
        ("Menyerahkan surat bersama lampirannya", False),
        ("Menyampaikan laporan bersama dengan bukti", False),
        ("Menghadiri undangan rapat", False),
        ("Menyusun surat", False),
    ],
)
def test_a_text_says_that_a_step_is_joint(text, is_said):
    assert says_joint(text) is is_said


def joint(text: str, more: str = ""):
    return spec(
        "  - {uraian: Menyusun surat, pelaksana: luar}\n"
        f"  - {{uraian: {text}, pelaksana: [a, b]{more}}}\n"
        "  - {uraian: Mendokumentasikan surat, pelaksana: a}\n"
    )


def test_a_document_whose_text_says_that_it_is_joint_has_nothing_to_mend():
    loaded = joint("Melaksanakan rapat pembahasan")
    assert "AKT-01" in codes(check_spec(loaded, today=TODAY))  # a spec has a key for it
    assert "AKT-01" not in codes(judge_enclosed(loaded, TODAY))
    assert "AKT-01" in codes(judge_enclosed(joint("Menyusun surat"), TODAY))


def test_what_bersama_says_of_one_executor_stands_on_no_paper():
    loaded = spec("  - {uraian: Menyusun surat, pelaksana: a, bersama: rapat}\n  - {uraian: Menyimpan, pelaksana: b}\n")
    assert "AKT-02" in codes(check_spec(loaded, today=TODAY))
    assert "AKT-02" not in codes(judge_enclosed(loaded, TODAY))
    assert "AKT-02" in codes(judge_enclosed(joint("Menyusun surat", ", bersama: bergantian"), TODAY))


def test_what_the_applicants_picture_lacks_is_not_told_of_the_sops_pages():
    loaded = spec(
        "  - {uraian: Mengajukan permohonan, pelaksana: luar}\n  - {uraian: Menerima hasil, pelaksana: luar}\n",
        "sifat: pelayanan\npelayanan: {biaya: Gratis}\n",
    )
    assert "PUB-02" in codes(check_spec(loaded, today=TODAY))
    assert "PUB-02" not in codes(judge_enclosed(loaded, TODAY))
    assert any(each.rules == ("PUB-02",) for each in unexamined_in(loaded, on_paper=True))
    assert not any("PUB-02" in each.rules for each in unexamined_in(loaded))


def test_a_role_that_no_paper_shows_is_told_with_who_holds_it():
    loaded = spec(
        "  - {uraian: Menyusun surat, pelaksana: a}\n  - {uraian: Mengarsipkan surat, pelaksana: a}\n",
        "sifat: rutin\n",
    )
    holder = loaded.sop.pelaksana[2]._replace(peran="penanggung_jawab")
    sop = loaded.sop._replace(pelaksana=(*loaded.sop.pelaksana[:2], holder))
    (told,) = [each.message for each in judge_enclosed(loaded._replace(sop=sop), TODAY) if each.code == "JNS-03"]
    assert told.id == (
        "SOP rutin diawali Analis, bukan penanggung jawab kegiatan (menurut spesifikasinya Kepala Bagian)."
    )
