"""Which steps an applicant is shown, in which words, and when; the steps between two of them are one tile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import JangkaWaktu, Kotak, Pelayanan
from sopgen.service.lacks import wording_of_tiles
from sopgen.service.tiles import MOST_TILES, TEXT_MOST, Back, tiles_of
from tests.layout.picture_sops import service, spoken, with_step, worded
from tests.layout.small_sops import changed

HOURS = WaktuKerja()
LENGKAP = pipeline.load(Path(__file__).resolve().parents[2] / "specs" / "contoh-lengkap.sop.yaml")


def shown(sop) -> list[tuple[int, int]]:
    return [tile.steps for tile in tiles_of(sop, HOURS)]


def test_the_reference_has_the_five_tiles_of_its_mock():
    tiles = tiles_of(LENGKAP.sop, HOURS)

    assert [tile.steps for tile in tiles] == [(1, 1), (2, 2), (3, 3), (4, 18), (19, 20)]
    assert [tile.actor for tile in tiles] == ["pemohon", "petugas", "pemohon", "petugas", "pemohon"]
    assert [tile.time for tile in tiles] == ["Hari ke-1", "Hari ke-1", "Hari ke-1", "10 hari kerja", "Begitu siap"]
    assert [tile.icon for tile in tiles] == ["ajukan", "periksa", "bukti", "proses", "terima"]
    assert tiles[1].backs == (Back(1, "Tidak lengkap"),)
    assert [tile.merged for tile in tiles] == [False, False, False, True, False]


def test_steps_next_to_the_applicants_are_shown_and_those_between_are_one():
    assert shown(service("a", "b", "c", "b", "c", "b", "a")) == [(1, 1), (2, 2), (3, 5), (6, 7)]


def test_a_step_that_hands_over_keeps_its_tile_where_it_has_words_of_its_own():
    sop = service("a", "b", "c", "b", "c", "b", "a")

    assert shown(spoken(sop, 6, "Berkas siap")) == [(1, 1), (2, 2), (3, 5), (6, 6), (7, 7)]


def test_what_comes_after_the_applicants_last_step_is_no_longer_his():
    assert shown(service("a", "b", "a", "b", "c")) == [(1, 1), (2, 3)]


def test_more_tiles_than_a_sheet_shows_well_are_only_the_applicants_own():
    steps = ["a", "b", "c"] * 5
    tiles = tiles_of(service(*steps, "a"), HOURS)

    assert len([tile for tile in tiles if not tile.merged]) == 6
    assert all(tile.merged or tile.actor == "pemohon" for tile in tiles)
    assert len(tiles_of(service("a", "b", "a", "b", "a", "b", "a"), HOURS)) <= MOST_TILES


def test_without_words_the_tile_says_the_steps_own():
    (first, *_) = tiles_of(worded(service(), 1, "Mengajukan permohonan izin"), HOURS)

    assert (first.title, first.in_plain_words, first.place) == (
        "Mengajukan permohonan izin",
        False,
        ("kegiatan", 0, "uraian"),
    )


def test_words_pictogram_and_who_acts_may_be_given():
    (first, *_) = tiles_of(spoken(service(), 1, "Daftar", teks="Di laman.", ikon="unggah", oleh="petugas"), HOURS)

    assert (first.title, first.text, first.icon, first.actor) == ("Daftar", "Di laman.", "unggah", "petugas")


@pytest.mark.parametrize(
    ("text", "icon"),
    [
        ("Mengajukan permohonan", "ajukan"),
        ("Membayar retribusi dan menerima bukti bayar", "bayar"),
        ("Menerima surat", "terima"),
        ("Mengunggah berkas pada laman", "unggah"),
        ("Mengambil nomor antrean", "ambil_nomor"),
        ("Menandatangani surat", "tanda_tangan"),
        ("Membahas permohonan", "rapat"),
        ("Menunggu", "proses"),
    ],
)
def test_the_first_verb_chooses_the_pictogram(text, icon):
    assert tiles_of(worded(service(), 1, text), HOURS)[0].icon == icon


def test_what_the_office_hands_out_is_received():
    assert tiles_of(worded(service("a", "b", "a", "b", "a"), 2, "Menyampaikan surat"), HOURS)[1].icon == "terima"


def test_days_are_counted_on_the_longest_way_and_never_in_minutes():
    sop = with_step(service("a", "a", "a"), 2, waktu="2 hari kerja")

    assert [tile.time for tile in tiles_of(sop, HOURS)] == ["Hari ke-1", "Hari ke-3", "Hari ke-3"]


def test_a_day_that_cannot_be_known_is_not_told():
    sop = with_step(service("a", "a", "a"), 2, waktu="sesuai kebutuhan")

    assert [tile.time for tile in tiles_of(sop, HOURS)] == ["Hari ke-1", "", ""]


def test_the_promise_is_told_once_where_the_office_works_twice():
    sop = service(
        "a",
        "b",
        "c",
        "c",
        "b",
        "a",
        "b",
        "c",
        "c",
        "b",
        "a",
        pelayanan=Pelayanan(jangka_waktu=JangkaWaktu("9 hari kerja")),
    )
    tiles = tiles_of(sop, HOURS)

    assert sum(tile.merged for tile in tiles) == 2
    assert [tile.time for tile in tiles if tile.merged] == ["s.d. hari ke-1", "s.d. hari ke-2"]


def test_without_a_promise_the_procedures_own_time_stands_where_the_office_works():
    tiles = tiles_of(service("a", "b", "c", "c", "b", "a"), HOURS)

    assert [(tile.time, tile.note) for tile in tiles if tile.merged] == [("1 hari kerja", "paling lama")]


def test_only_ways_back_to_the_applicant_are_told():
    sop = service("a", "b ? Ya 3 Kurang 1", "c", "b ? Ya 5 Salah 3", "c ? Ya 6 Ulang 1", "a")
    tiles = tiles_of(sop, HOURS)

    assert [back for tile in tiles for back in tile.backs] == [Back(1, "Kurang"), Back(1, "Ulang")]


def merged_words(sop) -> list[str]:
    return [tile.text for tile in tiles_of(sop, HOURS) if tile.merged]


TWICE = service(*"abcbabcba")


def test_what_the_office_does_is_told_in_the_words_given_for_it():
    assert merged_words(LENGKAP.sop) == [LENGKAP.sop.pelayanan.proses.teks]
    assert len(merged_words(TWICE)) == 2

    def told(*words: str, text: str = "") -> list[str]:
        return merged_words(changed(TWICE, pelayanan=Pelayanan(proses=Kotak(text, words))))

    usual = merged_words(TWICE)
    assert told(text="Ditunggu di rumah.") == ["Ditunggu di rumah."] * 2
    assert told("Diperiksa.", "Ditandatangani.") == ["Diperiksa.", "Ditandatangani."]
    assert told("Diperiksa.") == ["Diperiksa.", usual[1]]


def test_words_for_the_office_that_are_long_or_meet_no_tile_are_told():
    def wording(**given):
        return wording_of_tiles(changed(TWICE, pelayanan=Pelayanan(proses=Kotak(**given))), HOURS)

    assert wording(butir=("a", "b", "c")).unused == 1
    assert wording(butir=("a", "b")).unused == wording(teks="a").unused == wording(butir=("a",)).unused == 0
    assert [tile.place for tile in wording(teks="a" * (TEXT_MOST + 1)).long_texts] == [("pelayanan", "proses")] * 2
    alone = changed(service("a", "b", "a"), pelayanan=Pelayanan(proses=Kotak("a")))
    assert wording_of_tiles(alone, HOURS).unused == 1


@pytest.mark.parametrize(("link", "told"), [("ppid.contoh.go.id", 1), ("https://ppid.contoh.go.id", 0), ("", 0)])
def test_an_address_that_a_phone_may_take_for_text_is_told(link, told):
    sop = changed(LENGKAP.sop, pelayanan=LENGKAP.sop.pelayanan._replace(tautan=link))
    found = pipeline.check(LENGKAP._replace(sop=sop), today=date(2025, 4, 1))
    assert sum(each.code == "PUB-02" for each in found) == told


@pytest.mark.parametrize(("count", "told"), [(4, 0), (5, 1)])
def test_requirements_and_fees_that_the_picture_only_counts_are_told(count, told):
    """An applicant comes without a paper that nobody named."""
    many = Kotak("", tuple(f"Butir {n}" for n in range(count)))
    for key in ("persyaratan", "biaya"):
        sop = changed(LENGKAP.sop, pelayanan=LENGKAP.sop.pelayanan._replace(**{key: many}))
        found = pipeline.check(LENGKAP._replace(sop=sop), today=date(2025, 4, 1))
        assert [each.path for each in found if each.code == "PUB-02"] == [("pelayanan", key)] * told


def test_a_form_is_told_its_own_sheets_and_entries():
    """Who fills in a form knows no keys."""
    bare = changed(service("a", "b", "a"), pelayanan=Pelayanan(tempat="Loket"))
    for is_form in (True, False):
        found = pipeline.check(LENGKAP._replace(sop=bare, is_form=is_form), today=date(2025, 4, 1))
        remedies = " ".join(each.remedy.id for each in found if each.code == "PUB-02" and each.remedy)
        assert ("`" in remedies) is not is_form
        if is_form:
            assert "Biaya/tarif (lembar Pelayanan)" in remedies
            assert "Jangka waktu (lembar Pelayanan)" in remedies
            assert "Dasar hukum (lembar Isi kotak)" in remedies
            assert "Isi lembar Bagi pemohon: pilih kegiatannya, lalu tulis Judul kotak dan Penjelasan." in remedies
