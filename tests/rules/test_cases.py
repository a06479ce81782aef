"""Small specs that were judged wrongly once, each with what is right: tests/rules/cases."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sopgen.intake import load_spec
from sopgen.rules import check_spec
from sopgen.rules.missing_keys import unexamined_for_want_of_keys
from sopgen.waktu.main_path import main_path_time
from sopgen.waktu.reading import Kind, read_waktu

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 6, 30)
DUE = {
    "fmt03-lane": ("FMT-03 KEG-01", {("FMT-03", 2), ("KEG-01", 2)}),
    "hdr11-atk": ("HDR-11", set()),
    "hdr10-number": ("HDR-10", {("HDR-10", 2)}),
    "jdl01-false-ok": ("JDL-01", {("JDL-01", None)}),
    "jdl01-rapat": ("JDL-01", set()),
    "jdl01-seleksi": ("JDL-01", set()),
    "jdl01-survei": ("JDL-01", set()),
    "jns01-acts": ("JNS-01 JNS-02", {("JNS-01", 1), ("JNS-01", 3), ("JNS-02", 2)}),
    "jns04-order": ("JNS-04", {("JNS-04", 1)}),
    "keg01-label": ("FMT-03 KEG-01", {("FMT-03", 1), ("KEG-01", 1)}),
    "keg02-iya-tidak": ("KEG-02 KEG-07", set()),
    "keg02-miss": ("KEG-02 KEG-07", {("KEG-07", 1), ("KEG-07", 2)}),
    "keg04-names": ("KEG-04", {("KEG-04", 1)}),
    "keg05-miss": ("KEG-05", {("KEG-05", 1), ("KEG-05", 2)}),
    "mb02-butir": ("MB-02", set()),
    "mb02-return-only": ("MB-02", set()),
    "same-in-out": ("MB-07 WKT-01", {("MB-07", 1), ("MB-07", 2), ("WKT-01", 1)}),
}


def findings(name: str):
    return check_spec(load_spec(CASES / f"{name}.sop.yaml"), today=TODAY)


@pytest.mark.parametrize("name", DUE)
def test_a_case_is_judged_rightly(name):
    rules, due = DUE[name]
    assert {(each.code, each.step) for each in findings(name) if each.code in rules.split()} == due


def test_three_regulations_of_six_are_cited_wrongly():
    places = [each.path for each in findings("hdr06-years") if each.code == "HDR-06"]
    assert places == [("dasar_hukum", 0), ("dasar_hukum", 3), ("dasar_hukum", 5)]


def test_the_subject_of_a_labelled_list_is_quoted_not_its_first_item():
    (found,) = [each for each in findings("keg01-label") if each.code == "KEG-01"]
    assert "Pokja Pemilihan" in found.message.id


def test_who_acts_by_the_text_but_stands_elsewhere_is_told_by_column():
    (found,) = [each for each in findings("fmt03-lane") if each.code == "FMT-03"]
    assert "Aplikasi Layanan" in found.message.id
    assert "Pemohon" in found.remedy.id
    assert found.caused_by == "KEG-01"  # whose remedy moves the step first


def test_a_misspelt_verb_is_no_missing_one():
    assert not [finding for finding in findings("keg01-typo") if finding.code == "KEG-01"]


def test_rules_that_a_missing_key_silences_are_named():
    told = unexamined_for_want_of_keys(load_spec(CASES / "no-sifat.sop.yaml"))
    assert any("JNS-01" in str(each) and "sifat" in str(each) for each in told)


def test_who_holds_a_paper_is_told_of_no_key():
    held = load_spec(CASES / "no-sifat.sop.yaml")
    service = held._replace(sop=held.sop._replace(sifat="pelayanan", cakupan=None, tim=None, jenis=None))
    told = unexamined_for_want_of_keys(service, on_paper=True)
    assert {"STD-01", "JDL-05", "DOK-05", "AKT-04"} <= {
        word for each in told for word in re.findall(r"[A-Z]+-\d\d", each.what.id)
    }
    for each in told:
        assert not re.search(r"`|\bkunci\b|_", each.why.id), each.why.id


def test_only_the_office_without_a_column_is_named():
    quoted = [each.message.id for each in findings("keg04-names") if each.code == "KEG-04"]
    assert quoted == ["“PPK” tidak ada di kolom pelaksana."]


def of_texts(tmp_path, *texts: str):
    """KEG-03 and KEG-04 on steps that a Kepala Bagian and an Analis take by turns."""
    path = tmp_path / "s.sop.yaml"
    steps = "".join(f"  - {{uraian: '{said}', pelaksana: {'ba'[at % 2]}}}\n" for at, said in enumerate(texts, start=1))
    path.write_text(f"judul: Rapat\npelaksana: {{a: Analis, b: Kepala Bagian}}\nkegiatan:\n{steps}", encoding="utf-8")
    found = check_spec(load_spec(path), today=TODAY)
    return [(each.code, each.step) for each in found if each.code in {"KEG-03", "KEG-04"}]


@pytest.mark.parametrize(
    "said",
    [
        "Menyusun laporan dan menyampaikannya kepada Analis",
        "Menyerahkan laporan yang sudah ditandatangani kepada Analis",
        "Meneruskan berkas ke Analis",
    ],
)
def test_who_hands_over_to_himself_is_told_once(tmp_path, said):
    assert of_texts(tmp_path, said, "Menyerahkan laporan kepada Analis", "Menyimpan laporan") == [("KEG-04", 1)]


@pytest.mark.parametrize(
    "said",
    [
        "Menerima laporan dari Analis dan menyampaikannya kepada Kepala Bagian",
        "Menyampaikan laporan kepada Kepala Bagian; bila tidak lengkap, dikembalikan kepada Analis",
        "Menyusun laporan yang ditugaskan kepada Analis dan menyerahkannya kepada Kepala Bagian",
    ],
)
def test_whose_own_name_stands_in_another_part_hands_over_to_nobody_wrong(tmp_path, said):
    assert of_texts(tmp_path, said, "Menyerahkan laporan kepada Analis", "Menyimpan laporan") == []


def test_times_are_read_or_said_to_be_unread():
    loaded = load_spec(CASES / "waktu-texts.sop.yaml")
    texts = [step.waktu for step in loaded.sop.kegiatan]
    unread = [text for text in texts if read_waktu(text).kind is Kind.UNREAD]
    assert unread == ["10 menit / 1 jam", "1.30 jam"]
    assert read_waktu("24 jam") == read_waktu("1 x 24 jam")
    assert [each.step for each in findings("waktu-texts") if each.code == "MB-03"] == [7, 8]
    assert [each.step for each in findings("waktu-texts") if each.code == "MB-05"] == [10]
    assert main_path_time(loaded.sop).unsure == 3
