"""Remedies for who holds a paper and no spec: the form's own words in place of a spec's keys."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Message
from sopgen.placenames import BOX_NAMES, COLUMN_NAMES, ROW_NAMES

_COLUMN: Final = Message("kolom {}", "column {}")
_BOX: Final = Message("kotak {}", "box {}")
_ROW: Final = Message("baris {}", "row {}")
_WORDS: Final = {
    "instansi": Message("nama instansi", "the agency's name"),
    "unit": Message("nama unit", "the unit's name"),
    "keputusan": Message("belah ketupat", "diamond"),
    "pelaksana": Message("kepala kolom pelaksana", "the executors' columns"),
    "jabatan": Message("jabatan", "office"),
    "nama": Message("nama", "name"),
}
_DATES: Final = frozenset({"pembuatan", "revisi", "efektif"})
_KEY: Final = re.compile("`([a-z_]+)`")
_UNDER: Final = re.compile("`([a-z_]+)` (?:di bawah|below) `([a-z_]+)`")
_OF_A_SPEC: Final = re.compile(
    r", di sini atau di sopgen\.yaml|, here or in sopgen\.yaml"
    r"|; (?:bila memang benar, daftarkan|if it is right, list it) [^.]*sopgen\.yaml"
    r"|; (?:atau terima lewat|or accept it under) `abaikan`[^.]*"
    r"|; (?:bila kolom itu memang pemohon, tulis|if that column is the applicant, write) `[^`]*`"
    r"|, (?:atau tandai kolomnya|or mark the column) `[^`]*`"
    r"| (?:lewat|by) `tampilan` (?:di|in) sopgen\.yaml"
    r"|, (?:atau perbaiki|or mend) `tim`"
    r"|, (?:atau hapus label itu|or delete the label)"
    r"|(?<=mempunyai dua kolom): [^:]*(?=\.)|(?<=has two columns): [^:]*(?=\.)"
)
"""What can be done in a spec alone."""
_BY_PERSON: Final = (
    (
        re.compile("(?:isi|give) `bersama` \\(rapat, diskusi …\\) (?:bila memang serentak|if it is joint)"),
        Message(
            "sebut dalam uraian bahwa dikerjakan bersama (rapat, diskusi …) bila memang serentak",
            "say in the text that it is done together (rapat, diskusi …) if it is joint",
        ),
    ),
    (
        re.compile(", (?:atau hapus|or drop) `bersama`"),
        Message(", atau gambar satu simbol di satu kolom", ", or draw one symbol in one column"),
    ),
    (
        re.compile("(?:Tulis|Write) `jenis: teknis`"),
        Message("Sebut bahwa SOP ini teknis", "Say that this is a technical SOP"),
    ),
    (
        re.compile("(?:Tulis|Write) `jenis: administratif`"),
        Message("Sebut bahwa SOP ini administratif", "Say that this is an administrative SOP"),
    ),
    (
        re.compile(
            "Isi `atas_nama` dengan pimpinan tertinggi, atau tulis `cakupan: spesifik`"
            "|Give the head of the agency as `atas_nama`, or write `cakupan: spesifik`"
        ),
        Message(
            "Tulis “a.n.” pimpinan tertinggi pada baris Disahkan oleh, bila SOP ini memang generik",
            "Write “a.n.” and the head of the agency in the row Disahkan oleh, if the SOP is generic",
        ),
    ),
    (
        re.compile("menurut pola di sopgen\\.yaml|as `pola_nomor` of sopgen\\.yaml says"),
        Message("menurut pola nomor instansi", "as the agency numbers its SOPs"),
    ),
    (
        re.compile("(?:Hapus|Delete) `kepala_berulang: false`"),
        Message("Ulangi kepala tabel di setiap halaman alur", "Repeat the table's head on each page of the flow"),
    ),
    (
        re.compile("Awali setiap butir dengan `- `; satu kalimat ditulis di satu baris|Begin each item with `- `"),
        Message("Tulis setiap butir utuh di nomornya sendiri", "Write each item whole under a number of its own"),
    ),
    (
        re.compile("pelaksana dengan `peran: administrasi`|a `peran: administrasi`"),
        Message("pelaksana administratif, misalnya pengelola arsip", "administrative staff, such as who keeps records"),
    ),
    (
        re.compile("(?:Hapus|Remove) `publik`, (?:atau betulkan|or mend) `sifat`"),
        Message("Jangan terbitkan edisi publiknya", "Do not publish it"),
    ),
    (
        re.compile("Catat dengan sopgen revise, atau [^.]*|Record it with sopgen revise, or [^.]*"),
        Message("Catat perubahannya dalam riwayat SOP ini", "Record the change in this SOP's history"),
    ),
    (
        re.compile("(?:Tulis|Write) `publik: [^`]*` (?:pada langkah itu|there)"),
        Message("Beri langkah itu bunyi yang dipahami pemohon", "Put that step in words that applicants understand"),
    ),
    (
        re.compile("(?:Hapus|Remove) `publik` (?:dari langkah|from steps)"),
        Message("Jangan sebut dalam edisi publik langkah", "Leave out of the public edition steps"),
    ),
    (
        re.compile("(?:Tulis|Put) (“[^”]*”) (?:paling atas di|at the head of) `pelaksana`"),
        Message(r"Pindahkan kolom \1 ke paling kiri", r"Move the column \1 to the far left"),
    ),
    (
        re.compile("(?:tanpa keterangan|and no) `bersama`"),
        Message("tanpa disebut bahwa dikerjakan bersama", "and is not said to be joint"),
    ),
    (
        re.compile("(bukan bentuk kegiatan serentak|is no form of joint activity)"),
        Message(r"\1 (menurut spesifikasi di dalam berkas)", r"\1 (by the spec inside)"),
    ),
    (
        re.compile("(?:Isi|Fill in) `pelayanan[^`]*`(?:(?:,| dan| and) `pelayanan[^`]*`)*"),
        Message("Lengkapi, misalnya pada standar pelayanannya", "Complete it, such as in the service standard"),
    ),
    (re.compile("^(?:Label kolom|Column label)"), Message("Judul kolom", "Heading")),
    (re.compile("\\bGive (?=`)"), Message("Give ", "Fill in ")),
    (re.compile("(misalnya|such as) 2026-03-02"), Message(r"\1 2 Maret 2026", r"\1 2 Maret 2026")),
)
"""What a person does on the paper, where a spec has a key for it."""
_ACCEPTED: Final = re.compile("terima lewat `abaikan`|accept it under `abaikan`")
_LEFT: Final = Message("biarkan", "leave it")


def on_paper(told: Message) -> Message:
    """A remedy, or what is wrong, without keys, which no paper has."""
    return Message(*(_said(said, at) for at, said in enumerate(told)))


def _said(remedy: str, language: int) -> str:
    told = _ACCEPTED.sub(_LEFT[language], _OF_A_SPEC.sub("", remedy))
    for of_a_spec, by_person in _BY_PERSON:
        told = of_a_spec.sub(by_person[language], told)
    told = _UNDER.sub(lambda found: _below(found[1], found[2], language), told)
    return _KEY.sub(lambda found: _named(found[1], language), told)


def _below(key: str, above: str, language: int) -> str:
    if above == "tanggal" and key in _DATES:
        return f"Tanggal {key.capitalize()}"
    name = _WORDS[key][language] if key in _WORDS else key
    return f"{name} {('pada', 'in')[language]} {_named(above, language)}"


def _named(key: str, language: int) -> str:
    if key in _WORDS:
        return _WORDS[key][language]
    for names, form in ((COLUMN_NAMES, _COLUMN), (BOX_NAMES, _BOX)):
        if key in names:
            return form[language].format(names[key])
    if (key,) in ROW_NAMES:
        return _ROW[language].format(ROW_NAMES[key,])
    return key
