"""The annotated picture: one sheet, whatever it must say; nothing lost, nothing on top of another, told in words."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest
import segno

from sopgen import pipeline
from sopgen.diagnostics import Refusal
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Ikon, JangkaWaktu, Kotak, Pelayanan
from sopgen.layout.picture import lay_out_picture
from sopgen.layout.picture.pictograms import GRID, PICTOGRAMS, drawn_pictogram
from tests.generator import generate
from tests.layout.picture_sops import service, spoken, worded
from tests.layout.small_sops import changed

ROOT = Path(__file__).resolve().parents[3]
LENGKAP = pipeline.load(ROOT / "specs" / "contoh-lengkap.sop.yaml")
HOURS = WaktuKerja()
FULL = Pelayanan(
    persyaratan=Kotak("", ("Kartu identitas", "Surat kuasa bila diwakilkan", "Pasfoto", "Rekomendasi", "Bukti bayar")),
    jangka_waktu=JangkaWaktu("5 hari kerja"),
    biaya=Kotak("Rp50.000"),
    pengaduan=Kotak("", ("Loket 1", "Telepon (000) 000000")),
    tempat="Loket 3, Jalan Contoh Nomor 1",
    jam="Senin–Jumat",
    tautan="https://contoh.go.id/sop",
)


def said(page, role):
    return [text.text for text in page.texts if text.role == role]


def sheet_of(sop, **options):
    (page,) = lay_out_picture(sop, HOURS, **options).pages
    return page


def lines_of(text):
    """The box of each of its lines: a tag may stand behind a short last one."""
    above, below = text.box[1] - text.runs[0].baseline, text.box[3] - text.runs[-1].baseline
    return [(run.x, run.baseline + above, run.x + run.width, run.baseline + below) for run in text.runs]


def examine(page):
    """Every text stands on the sheet, in its own place, and none on another."""
    width, height = page.size
    texts = [*page.texts, *(text for figure in page.figures for text in figure.texts)]
    for text in texts:
        x0, y0, x1, y1 = text.box
        assert 20 < x0 <= x1 < width - 20, text.text
        assert 20 < y0 <= y1 < height - 20, text.text
    tags = [figure for figure in page.figures if figure.role == "tanda_pelaku"]
    placed = [*((text.text, lines_of(text)) for text in texts), *((tag.role, [tag.box]) for tag in tags)]
    for (said, lines), (also, others) in combinations(placed, 2):
        if {said, also} <= {"tanda_pelaku", "ANDA", "PETUGAS"}:
            continue  # a tag and its word
        for one, other in product(lines, others):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (said, also)
    frames = [figure.box for figure in page.figures if figure.role in {"kotak", "bingkai"}]
    for one, other in combinations(frames, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for text in page.texts:
        middle = ((text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2)
        holding = [b for b in frames if b[0] <= middle[0] <= b[2] and b[1] <= middle[1] <= b[3]]
        for box in holding:
            assert box[0] <= text.box[0], text.text
            assert text.box[2] <= box[2], text.text
            assert box[1] <= text.box[1], text.text
            assert text.box[3] <= box[3], text.text


def test_the_reference_says_what_its_spec_says():
    page = sheet_of(LENGKAP.sop)

    examine(page)
    assert said(page, "judul") == ["Pelayanan Permohonan Informasi Publik"]
    assert said(page, "judul_kotak") == [
        "Ajukan permohonan",
        "Berkas diperiksa",
        "Simpan tanda bukti",
        "Diproses petugas",
        "Terima hasil",
    ]
    assert said(page, "nomor_kotak") == ["1", "2", "3", "4", "5"]
    assert said(page, "tanda_pelaku") == ["ANDA", "PETUGAS", "ANDA", "PETUGAS", "ANDA"]
    assert said(page, "catatan") == [
        "Ringkasan SOP-012/PPID/03/2025, berlaku sejak 10 Maret 2025. Bila berbeda, yang berlaku ialah SOP."
    ]
    assert not any("menit" in text.text or "jam" in text.text.split() for text in page.texts)


@pytest.mark.parametrize("count", range(1, 13))
def test_any_number_of_tiles_stands_on_one_sheet(count):
    sop = service(*["a"] * count, pelayanan=FULL)
    page = sheet_of(sop)

    examine(page)
    assert said(page, "nomor_kotak") == [str(n) for n in range(1, count + 1)]


def test_more_steps_of_the_applicants_than_a_sheet_holds_are_refused():
    with pytest.raises(Refusal) as refused:
        sheet_of(service(*["a"] * 13))
    assert "12 kotak" in refused.value.diagnostics[0].message.id


def test_without_an_applicant_only_steps_with_words_are_shown_and_none_is_refused():
    sop = service()
    lanes = tuple(changed(lane, peran=None) for lane in sop.pelaksana)
    with pytest.raises(Refusal) as refused:
        sheet_of(changed(sop, pelaksana=lanes))
    assert "peran: pemohon" in refused.value.diagnostics[0].remedy.id

    (page,) = lay_out_picture(spoken(changed(sop, pelaksana=lanes), 2, "Berkas diperiksa"), HOURS).pages
    assert said(page, "judul_kotak") == ["Diproses petugas", "Berkas diperiksa", "Diproses petugas"]


def test_long_words_are_set_smaller_and_never_cut():
    long = "Mengajukan permohonan perpanjangan izin penyelenggaraan satuan pendidikan nonformal kepada Petugas Loket"
    sop = worded(service("a", "b", "c", "b", "a", pelayanan=FULL), 1, long)
    page = sheet_of(sop)

    examine(page)
    assert said(page, "judul_kotak")[0] == long


def test_words_without_room_are_refused_at_their_step():
    sop = spoken(service(), 1, "Judul", teks="kata " * 400)

    with pytest.raises(Refusal) as refused:
        sheet_of(sop)
    (found,) = refused.value.diagnostics
    assert (found.code, found.path) == ("GAMBAR-02", ("kegiatan", 0, "publik"))


def test_at_most_four_things_to_bring_are_named_and_the_rest_counted():
    brought = said(sheet_of(service(pelayanan=FULL)), "persyaratan")

    assert brought == [
        "1. Kartu identitas\n2. Surat kuasa bila diwakilkan\n3. Pasfoto\n4. Rekomendasi\n… dan 1 lainnya, lihat SOP"
    ]


def test_what_nobody_said_is_an_empty_box_with_its_heading():
    page = sheet_of(service("a", "b", "a"))

    assert {"BIAYA", "TEMPAT DAN JAM", "PENGADUAN"} <= set(said(page, "subjudul"))
    for role in ("biaya", "tempat", "adu"):
        assert said(page, role) == []


def test_place_hours_and_channels_stand_in_one_box():
    own = FULL._replace(kanal=Kotak("", ("Loket", "Laman contoh.go.id")))
    page = sheet_of(service(pelayanan=own))

    assert said(page, "tempat") == ["Loket 3, Jalan Contoh Nomor 1\nSenin–Jumat\nKanal: Loket · Laman contoh.go.id"]


def test_a_time_that_nobody_promised_says_that_it_was_computed():
    assert said(sheet_of(service("a", "b", "a")), "waktu_pelayanan") == [
        "paling lama",
        "1 hari kerja",
        "dihitung dari prosedur",
    ]


def test_the_code_leads_to_the_address_and_is_there_only_with_one():
    (figure,) = [figure for figure in sheet_of(service(pelayanan=FULL)).figures if figure.role == "kode_qr"]
    assert "https://contoh.go.id/sop" in figure.alternative
    dark = segno.make("https://contoh.go.id/sop", error="m", micro=False, boost_error=False).matrix
    unit = (figure.box[2] - figure.box[0]) / (len(dark) + 8)
    area = 0.0
    (shape,) = figure.shapes
    for start in range(0, len(shape.path), 5):
        (x0, y0), (x1, _), (_, y1) = (shape.path[start + n].points[0] for n in range(3))
        area += abs((x1 - x0) * (y1 - y0))
    assert area / unit**2 == pytest.approx(sum(map(sum, dark)))

    without = sheet_of(service(pelayanan=FULL._replace(tautan="")))
    assert not [figure for figure in without.figures if figure.role == "kode_qr"]


def test_an_address_that_no_code_holds_is_refused():
    with pytest.raises(Refusal) as refused:
        sheet_of(service(pelayanan=FULL._replace(tautan="https://contoh.go.id/" + "a" * 3000)))
    assert refused.value.diagnostics[0].path == ("pelayanan", "tautan")


def test_a_way_back_to_the_tile_above_is_an_arrow_told_in_words():
    page = sheet_of(service("a", "b ? Ya 3 Kurang 1", "c", "b", "a"))

    assert said(page, "label") == ["kurang"]
    assert [figure.alternative for figure in page.figures if figure.role == "panah_balik"] == [
        "Kurang: kembali ke langkah 1"
    ]


def test_every_pictogram_has_words_and_stays_in_its_square():
    assert set(Ikon.__args__) <= set(PICTOGRAMS)
    for name, pictogram in PICTOGRAMS.items():
        assert pictogram.words
        for shape in drawn_pictogram(name, 0.0, 0.0, GRID, 1.8):
            assert all(0 <= x <= GRID and 0 <= y <= GRID for command in shape.path for x, y in command.points), name


def test_a3_is_the_same_sheet_enlarged_and_its_words_are_legible_from_two_metres():
    small, large = sheet_of(LENGKAP.sop), sheet_of(LENGKAP.sop, sheet="A3")

    assert [round(side / 72 * 25.4) for side in large.size] == [297, 420]
    assert [text.text for text in small.texts] == [text.text for text in large.texts]
    factor = large.size[0] / small.size[0]
    assert large.figures[5].box == pytest.approx([value * factor for value in small.figures[5].box], abs=0.05)
    caps = [0.716 * text.size / 72 * 25.4 for text in large.texts if text.role in {"judul_kotak", "isi_kotak"}]
    assert min(caps) > 3.5  # millimetres: seen from two metres under some six minutes of arc


def test_only_service_sops_have_one():
    with pytest.raises(Refusal) as refused:
        sheet_of(service(sifat="rutin"))
    assert refused.value.diagnostics[0].code == "PUB-01"


def test_a_draft_and_a_withdrawn_sop_say_so():
    assert sheet_of(service(), draft=True).watermark.text == "KONSEP"
    assert sheet_of(service(status="dicabut")).watermark.text == "DICABUT"


@pytest.mark.parametrize("seed", range(8))
def test_random_sops_are_drawn_or_refused_with_a_reason(seed, tmp_path):
    path = tmp_path / "acak.sop.yaml"
    path.write_text(generate(seed, steps=(4, 14)), encoding="utf-8")
    sop = pipeline.load(path).sop
    lanes = (changed(sop.pelaksana[0], peran="pemohon"), *sop.pelaksana[1:])
    sop = changed(sop, sifat="pelayanan", pelaksana=lanes, pelayanan=FULL)

    try:
        page = sheet_of(sop)
    except Refusal as refusal:
        assert {found.code for found in refusal.diagnostics} == {"GAMBAR-02"}  # noqa: PT017 - the others are drawn
    else:
        examine(page)


SAID = "Kartu anggota perpustakaan yang masih berlaku dan tidak sedang meminjam lebih dari tiga buku bacaan anak"
WORDS = SAID.split()


@pytest.mark.parametrize("count", range(1, len(WORDS)))
def test_facts_and_feet_stay_inside_their_frames(count):
    """Also where one word more takes another line."""
    told = Kotak("", (" ".join(WORDS[:count]), " ".join(WORDS[-count:])))
    sop = service(pelayanan=FULL._replace(persyaratan=told, biaya=told, jangka_waktu=JangkaWaktu(" ".join(WORDS[:5]))))

    page = sheet_of(sop)

    frames = [figure.box for figure in page.figures if figure.role == "bingkai"]
    for text in page.texts:
        if text.role in {"persyaratan", "biaya", "waktu_pelayanan"}:
            first, last = text.runs[0], text.runs[-1]
            holding = [box for box in frames if box[1] < first.baseline < box[3]]
            assert any(last.baseline + 0.25 * text.size < box[3] for box in holding), text.text


MUCH = FULL._replace(
    persyaratan=Kotak("", tuple(f"Persyaratan ke-{n} yang namanya cukup panjang untuk dua baris" for n in range(9))),
    biaya=Kotak("", tuple(f"Papan jenis ke-{n}: Rp 750.000 per meter persegi per tahun" for n in range(5))),
    pengaduan=Kotak("", tuple(f"Cara mengadu ke-{n}: Jalan Contoh Nomor {n}" for n in range(6))),
)


@pytest.mark.parametrize("tiles", [2, 4, 6])
def test_much_to_say_makes_higher_boxes_and_what_is_only_counted_is_told(tiles):
    """Nine requirements, a table of fees, six ways to complain: the tiles give room, down to their pictograms."""
    page = sheet_of(service(*["a"] * tiles, pelayanan=MUCH))
    examine(page)
    assert "… dan 5 lainnya, lihat SOP" in "".join(said(page, "persyaratan"))
    assert "… dan 1 lainnya, lihat standar pelayanan" in "".join(said(page, "biaya"))
    boxes = [figure.box for figure in page.figures if figure.role == "kotak"]
    for x0, y0, x1, y1 in (figure.box for figure in page.figures if figure.role == "gambar"):
        assert any(b[0] < x0 and b[1] < y0 and x1 < b[2] and y1 < b[3] for b in boxes)


def test_from_when_the_time_is_counted_stands_below_it():
    own = FULL._replace(jangka_waktu=JangkaWaktu("5 hari kerja", "berkas dinyatakan lengkap"))
    page = sheet_of(service(pelayanan=own))
    examine(page)
    assert said(page, "waktu_pelayanan")[-1] == "sejak berkas dinyatakan lengkap"
