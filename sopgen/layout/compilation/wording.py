"""What a bureau left unsaid of its volume, said as such volumes say it; and its placeholders filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sopgen.intake.compilation import Kompilasi
from sopgen.intake.sop import Isi, Sop
from sopgen.intake.text import on_one_line
from sopgen.wording import printed_date

BLANK = "…………………"
TITLE = "Standar Operasional Prosedur Administrasi Pemerintahan"
_REGULATION = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman "
    "Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"
)
_CONSIDERED = (
    (
        "bahwa untuk mewujudkan penyelenggaraan administrasi pemerintahan yang tertib, efisien, dan dapat "
        "dipertanggungjawabkan, setiap kegiatan perlu dilaksanakan menurut standar operasional prosedur;"
    ),
    (
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan {jenis} {pejabat} "
        "tentang {tentang};"
    ),
)
_BASES = (f"{_REGULATION};", f"{BLANK};")
_RULINGS = (
    (
        "Menetapkan {jumlah} standar operasional prosedur di lingkungan {instansi}, sebagaimana tercantum dalam "
        "Lampiran yang merupakan bagian tidak terpisahkan dari {jenis} ini."
    ),
    "Standar operasional prosedur tersebut wajib dilaksanakan oleh setiap pelaksana yang disebut di dalamnya.",
    "Pelaksanaannya dimonitor setiap 6 (enam) bulan dan dievaluasi paling sedikit 1 (satu) kali dalam setahun.",
    "{jenis} ini mulai berlaku pada tanggal ditetapkan.",
)
_SCOPE = (
    "Dokumen ini memuat {jumlah} standar operasional prosedur (SOP) di lingkungan {instansi}. Dokumen digunakan oleh "
    "setiap pelaksana yang disebut di dalamnya, dan oleh atasan yang memantau serta mengevaluasi pelaksanaannya."
)
_SUMMARY = (
    "Setiap SOP terdiri atas bagian identitas dan bagian diagram alir. Bagian identitas menyebut nomor, tanggal, "
    "pejabat yang mengesahkan, dasar hukum, dan apa yang perlu disiapkan. Bagian diagram alir menggambarkan kegiatan "
    "dari atas ke bawah: siapa melaksanakannya, dengan kelengkapan apa, berapa lama, dan apa hasilnya. Nomor di sudut "
    "kanan bawah setiap halaman SOP adalah nomor halaman dokumen ini; “Halaman … dari …” menghitung halaman SOP itu "
    "sendiri."
)
_DEFINITIONS = (
    (
        "Standar Operasional Prosedur adalah serangkaian instruksi tertulis yang dibakukan mengenai berbagai proses "
        "penyelenggaraan aktivitas organisasi: bagaimana dan kapan harus dilakukan, di mana, dan oleh siapa."
    ),
    "Pelaksana adalah jabatan atau pihak yang melakukan suatu kegiatan.",
    "Mutu baku adalah kelengkapan yang diperlukan, waktu yang dibutuhkan, dan output yang dihasilkan suatu kegiatan.",
)


class FrontTexts(NamedTuple):
    """Every text of the front pages, ready to be set."""

    title: str
    agency: tuple[str, ...]
    unit: str  # the one unit whose SOPs these are; empty where there are several
    year: str
    address: tuple[str, ...]
    act: str  # KEPUTUSAN or PERATURAN
    official: str
    number: str
    about: str
    considered: tuple[str, ...]
    bases: tuple[str, ...]
    noted: tuple[str, ...]
    rulings: tuple[str, ...]
    place: str
    date: str
    scope: Isi
    summary: Isi
    definitions: tuple[str, ...]


def words_of(kompilasi: Kompilasi, sops: Sequence[Sop]) -> FrontTexts:
    """The volume's texts. What is missing and cannot be guessed is dotted."""
    act = kompilasi.keputusan
    agency = sops[0].instansi
    units = {on_one_line(*sop.unit) for sop in sops}
    unit = units.pop() if len(units) == 1 else ""
    agency_name = on_one_line(*agency) or unit or BLANK
    kind = act.jenis.capitalize()
    official = act.pejabat or act.pengesahan.jabatan or BLANK
    values = {
        "{instansi}": agency_name,
        "{unit}": unit or agency_name,
        "{pejabat}": official,
        "{tahun}": kompilasi.tahun or _last_year(sops) or "……",
        "{jumlah}": str(len(sops)),
        "{jenis}": kind,
        "{judul}": TITLE,
        "{tentang}": "",
    }
    values["{judul}"] = _filled(kompilasi.judul or TITLE, values)
    values["{tentang}"] = _filled(act.tentang, values) or f"{TITLE} di Lingkungan {agency_name}"

    def filled(texts: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
        return tuple(_filled(text, values) for text in texts or usual)

    def note(given: Isi, usual: str) -> Isi:
        return Isi(_filled(given.teks, values), filled(given.butir, ())) if given else Isi(_filled(usual, values))

    return FrontTexts(
        title=values["{judul}"],
        agency=agency,
        unit=unit,
        year=values["{tahun}"],
        address=kompilasi.alamat,
        act=kind.upper(),
        official=official,
        number=act.nomor or BLANK,
        about=values["{tentang}"],
        considered=filled(act.menimbang, _CONSIDERED),
        bases=filled(act.mengingat, _BASES),
        noted=filled(act.memperhatikan, ()),
        rulings=filled(act.diktum, _RULINGS),
        place=act.tempat or BLANK,
        date=printed_date(act.tanggal) or BLANK,
        scope=note(kompilasi.ruang_lingkup, _SCOPE),
        summary=note(kompilasi.ringkasan, _SUMMARY),
        definitions=filled(kompilasi.definisi, _DEFINITIONS),
    )


def _filled(text: str, values: dict[str, str]) -> str:
    for placeholder, value in values.items():
        text = text.replace(placeholder, value)
    return text


def _last_year(sops: Sequence[Sop]) -> str:
    dates = [day for sop in sops for day in sop.tanggal if day is not None and not isinstance(day, str)]
    return str(max(dates).year) if dates else ""
