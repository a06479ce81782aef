"""Codes without a rule over specs: drawing rules, what is held by construction, what is left out; each with its reason.

The note of a drawing rule names what keeps sopgen's own drawings by it; the rule serves drawings that someone edited.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from sopgen.diagnostics import Message

SLIDES: Final = Message("Paparan KemenPAN-RB 2014, slide {}", "KemenPAN-RB slides 2014, slide {}")
ANNEX: Final = Message("Lampiran Permenpan-RB 35/2012, {}", "Annex of Permenpan-RB 35/2012, {}")


class Note(NamedTuple):
    kind: Literal["drawing", "held", "left-out"]
    title: Message
    source: Message
    note: Message


def _slide(number: str) -> Message:
    return Message(SLIDES.id.format(number), SLIDES.en.format(number))


def _annex(part_id: str, part_en: str) -> Message:
    return Message(ANNEX.id.format(part_id), ANNEX.en.format(part_en))


_VERIFIER: Final = Message(
    "Gambar sopgen menaatinya; pemeriksa gambar menolak yang tidak. Aturan ini memeriksa gambar yang disunting.",
    "sopgen's drawings keep to it; the examiner refuses any that does not. The rule examines edited drawings.",
)


_EDITED: Final = Message(
    "Buku kerja yang belum disunting menaatinya, sebab dibuat dari spesifikasi itu. Tanpa spesifikasi di dalamnya "
    "(LibreOffice membuangnya saat menyimpan) tidak ada yang dibandingkan.",
    "A workbook nobody edited keeps to it, being made from that spec. Where it carries none any more (LibreOffice "
    "drops it on saving) nothing is compared.",
)
_OWN_FORMAT: Final = Message(
    "Aturan sopgen sendiri, bukan pasal peraturan: yang tercetak sama dengan spesifikasinya",
    "sopgen's own rule, no clause of a regulation: what is printed is what the spec says",
)


def _drawing(title_id: str, title_en: str, source: Message, note: Message = _VERIFIER) -> Note:
    return Note("drawing", Message(title_id, title_en), source, note)


def _held(title_id: str, title_en: str, source: Message, note_id: str, note_en: str) -> Note:
    return Note("held", Message(title_id, title_en), source, Message(note_id, note_en))


def _left_out(title_id: str, title_en: str, source: Message, note_id: str, note_en: str) -> Note:
    return Note("left-out", Message(title_id, title_en), source, Message(note_id, note_en))


_HELD: Final = {
    "FMT-01": _held(
        "SOP AP digambar sebagai diagram alir bercabang dalam matriks pelaksana",
        "An SOP AP is drawn as a branching flowchart in the executor matrix",
        _slide("41"),
        "Program hanya mengenal bentuk ini; tidak ada pilihan lain.",
        "The program knows no other form.",
    ),
    "FMT-04": _held(
        "Prosedur pendek pun memakai diagram alir bercabang",
        "Short procedures use the branching flowchart too",
        _annex("bagian format diagram alir", "on the flowchart format"),
        "Tidak ada bentuk lain untuk prosedur pendek.",
        "There is no other form for short procedures.",
    ),
    "HDR-01": _held(
        "Kepala SOP memuat enam baris menurut urutannya",
        "The header has its six rows in order",
        _slide("50"),
        "Formulir kepala selalu dicetak lengkap dan berurutan; isian yang kosong ditemukan HDR-03, 04, 05, dan 12.",
        "The header form is always printed whole and in order; HDR-03, 04, 05 and 12 find what is empty in it.",
    ),
    "HDR-02": _held(
        "Enam kotak isi hadir berpasangan kiri-kanan",
        "The six boxes stand in their pairs, left and right",
        _slide("50"),
        "Keenam kotak selalu dicetak pada tempatnya; kotak kosong ditemukan HDR-17.",
        "The six boxes are always printed in their places; HDR-17 finds empty ones.",
    ),
    "JDL-04": _held(
        "Bagian alur diberi judul PROSEDUR yang sama dengan judul di kepala",
        "The flow part is headed PROSEDUR and the header's title",
        _slide("51"),
        "Keduanya dicetak dari kunci `judul` yang sama.",
        "Both are printed from the one key `judul`.",
    ),
    "AKT-03": _held(
        "Keputusan dalam rapat digambar kotak",
        "A decision taken in a meeting is drawn as a box",
        _slide("46"),
        "Simbol mengikuti alur: keputusan dengan beberapa pelaksana selalu menjadi kotak.",
        "Symbols follow from the flow: a decision with several executors always becomes a box.",
    ),
    "KEG-06": _held(
        "Hanya dua sifat kegiatan: eksekusi atau keputusan",
        "Activities are of two natures only: execution or decision",
        _annex("bagian simbol", "on symbols"),
        "Spesifikasi tidak mengenal sifat lain.",
        "The spec knows no other nature.",
    ),
}

_LEFT_OUT: Final = {
    "DOK-01": _held(
        "SOP ditetapkan dengan Keputusan atau Peraturan dan menjadi lampirannya",
        "An SOP is enacted by a decree or regulation and becomes its annex",
        _slide("52-54"),
        "Jilid dari `sopgen compile` selalu memuat naskah penetapannya dan menjadi lampirannya.",
        "The volume of `sopgen compile` always holds the enacting act and is its annex.",
    ),
    "DOK-02": _held(
        "Halaman judul memuat logo, judul, instansi, tahun, dan alamat",
        "The cover shows logo, title, agency, year and address",
        _annex("bagian dokumen SOP AP", "on the SOP AP document"),
        "Sampul `sopgen compile` mempunyai tempat untuk kelimanya; yang tidak disebut dicetak kosong.",
        "The cover of `sopgen compile` has a place for all five; what is not given is left blank.",
    ),
    "DOK-03": _held(
        "Dokumen SOP memuat daftar isi",
        "The SOP document has a table of contents",
        _annex("bagian dokumen SOP AP", "on the SOP AP document"),
        "`sopgen compile` selalu membuat daftar isi, dan membagi jilid yang tebal.",
        "`sopgen compile` always makes one, and divides a thick volume into parts.",
    ),
    "DOK-04": _held(
        "Dokumen SOP memuat penjelasan singkat penggunaan",
        "The SOP document has a short usage note",
        _annex("bagian dokumen SOP AP", "on the SOP AP document"),
        "`sopgen compile` selalu memuatnya, dengan naskah baku bila tidak ditulis sendiri.",
        "`sopgen compile` always holds one, in standard words if none are given.",
    ),
    "PNH-05": _left_out(
        "Arah cabang konsisten",
        "Branches of one label leave the same way",
        Message("Kebiasaan umum diagram alir", "General flowchart practice"),
        "Tidak diperiksa: jalur tanpa silang lebih penting daripada arah yang seragam; setiap cabang berlabel.",
        "Not checked: ways without crossings matter more than one direction; every branch has its label.",
    ),
}

_DRAWING: Final = {
    "FMT-02": _drawing("Tidak memakai simbol selain lima simbol baku", "Only the five symbols", _slide("41-42")),
    "FMT-05": _drawing(
        "Alur digambar tegak, tanpa penghubung di dalam satu halaman",
        "The flow runs downward, with no connector inside a page",
        _annex("bagian simbol", "on symbols"),
    ),
    "TBL-01": _drawing(
        "Tabel alur berkolom No, Kegiatan, Pelaksana, Mutu Baku, Keterangan",
        "The flow table has the columns No, Kegiatan, Pelaksana, Mutu Baku, Keterangan",
        _slide("51"),
    ),
    "TBL-02": _drawing(
        "Nomor kegiatan berurutan mulai 1 tanpa loncatan atau ganda",
        "Steps are numbered from 1 without gaps or repeats",
        _slide("51"),
    ),
    "TBL-03": _drawing("Tiap pelaksana satu kolom", "One column for each executor", _slide("51")),
    "TBL-04": _drawing(
        "Kepala tabel diulang pada halaman lanjutan",
        "The table's head is repeated on each following page",
        Message("Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025", "A study of 348 SOPs of BPS Bengkulu 2022-2025"),
    ),
    "TBL-05": _drawing(
        "Isi sel sama dengan spesifikasi yang dibawa buku kerja",
        "Cells say what the spec inside the workbook says",
        _OWN_FORMAT,
        _EDITED,
    ),
    "AKT-07": _drawing(
        "Simbol berada di kolom pelaksana menurut spesifikasi yang dibawa buku kerja",
        "Symbols stand in the lanes of the spec inside the workbook",
        _OWN_FORMAT,
        _EDITED,
    ),
    "SIM-01": _drawing(
        "Kegiatan pertama dan terakhir bersimbol kapsul", "First and last step are capsules", _slide("43-44")
    ),
    "SIM-02": _drawing("Kapsul mulai berada di kolom paling kiri", "The start capsule stands leftmost", _slide("44")),
    "SIM-03": _drawing(
        "Panah dari kapsul mulai turun lebih dulu", "The arrow leaves the start capsule downward", _slide("44")
    ),
    "SIM-04": _drawing(
        "Panah ke kapsul akhir masuk dari atas", "Arrows enter the end capsule from above", _slide("44")
    ),
    "SIM-05": _drawing(
        "Belah ketupat mempunyai dua cabang berlabel", "A diamond has two labelled branches", _slide("43, 46")
    ),
    "SIM-06": _drawing(
        "Segi lima hanya untuk pindah halaman", "The pentagon is for page changes only", _slide("43, 48")
    ),
    "SIM-07": _drawing(
        "Satu baris satu simbol untuk tiap pelaksananya", "A row holds one symbol for each executor", _slide("45-46")
    ),
    "SIM-08": _drawing(
        "Simbol tidak berisi teks, kecuali nomor segi lima",
        "Symbols carry no text but a pentagon's number",
        _slide("41, 48"),
    ),
    "PNH-01": _drawing(
        "Panah inti masuk di tengah sisi atas simbol tujuan",
        "A main arrow enters at the top centre of its target",
        _slide("47"),
    ),
    "PNH-02": _drawing(
        "Panah balik masuk dari bawah, kanan, atau kiri",
        "A return arrow enters from below, right or left",
        _slide("47"),
    ),
    "PNH-03": _drawing(
        "Panah tidak bersilangan; bila terpaksa diberi tanda Ω",
        "Arrows do not cross; a forced crossing carries an Ω",
        _slide("47"),
    ),
    "PNH-04": _drawing(
        "Semua simbol terhubung dari mulai sampai akhir",
        "All symbols are connected from start to end",
        _slide("44, 47"),
    ),
    "PNH-06": _drawing(
        "Panah sama dengan alur di dalam spesifikasinya",
        "The arrows are those of the spec's flow",
        _OWN_FORMAT,
        _EDITED,
    ),
    "PNH-07": _drawing("Panah tidak menembus simbol", "No arrow runs through a symbol", _slide("47")),
    "PNH-08": _drawing("Satu panah untuk satu hubungan", "One arrow for one way", _slide("45, 47")),
    "OPC-01": _drawing(
        "Satu panah terputus halaman: segi lima tanpa nomor",
        "One arrow cut by a page: pentagons without number",
        _slide("48"),
        Message(
            "Alasan: nomor memasangkan beberapa segi lima; yang hanya sepasang tidak perlu dipasangkan. Salah: di "
            "seluruh SOP hanya ada satu panah terputus halaman, dan kedua segi limanya bernomor 1. Benar: kedua segi "
            "lima itu kosong. Pada gambar tangan, beberapa pasang yang bernomor 1, 2, … di halaman berlainan tidak "
            "disalahkan: slide 48 tidak menyebut apakah “lebih dari satu” dihitung per pergantian halaman.",
            "Why: numbers pair several pentagons; a single pair needs none. Wrong: in the whole SOP one arrow alone is "
            "cut by a page, and both its pentagons bear 1. Right: both are blank. In drawings by hand several pairs "
            "numbered 1, 2, … on other pages are no fault: slide 48 does not say whether “more than one” is counted "
            "by page break.",
        ),
    ),
    "OPC-02": _drawing(
        "Lebih dari satu panah: segi lima bernomor dan berpasangan",
        "Several arrows: pentagons numbered in pairs",
        _slide("48"),
    ),
    "OPC-03": _drawing(
        "Panah masuk ke segi lima di halaman asal dan keluar di halaman lanjut",
        "An arrow enters the pentagon on its page and leaves the one on the next",
        _slide("48"),
    ),
    "OPC-04": _drawing(
        "Panah yang terputus halaman melalui segi lima",
        "An arrow that goes on on another page goes through pentagons",
        _slide("43, 48"),
    ),
}

NOTES: Final[dict[str, Note]] = _HELD | _LEFT_OUT | _DRAWING
