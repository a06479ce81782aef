"""Codes without a rule over specs: drawing rules, what is held by construction, what is left out; with reasons."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing_notes import DRAWING_NOTES
from sopgen.rules.noted import Note, annex, slide


def _held(title_id: str, title_en: str, source: Message, note_id: str, note_en: str) -> Note:
    return Note("held", Message(title_id, title_en), source, Message(note_id, note_en))


def _left_out(title_id: str, title_en: str, source: Message, note_id: str, note_en: str) -> Note:
    return Note("left-out", Message(title_id, title_en), source, Message(note_id, note_en))


_HELD: Final = {
    "FMT-01": _held(
        "SOP AP digambar sebagai diagram alir bercabang dalam matriks pelaksana",
        "An SOP AP is drawn as a branching flowchart in the executor matrix",
        slide("41"),
        "Program hanya mengenal bentuk ini; tidak ada pilihan lain.",
        "The program knows no other form.",
    ),
    "FMT-04": _held(
        "Prosedur pendek pun memakai diagram alir bercabang",
        "Short procedures use the branching flowchart too",
        annex("bagian format diagram alir", "on the flowchart format"),
        "Tidak ada bentuk lain untuk prosedur pendek.",
        "There is no other form for short procedures.",
    ),
    "HDR-01": _held(
        "Kepala SOP memuat enam baris menurut urutannya",
        "The header has its six rows in order",
        slide("50"),
        "Formulir kepala selalu dicetak lengkap dan berurutan; isian yang kosong ditemukan HDR-03, 04, 05, dan 12.",
        "The header form is always printed whole and in order; HDR-03, 04, 05 and 12 find what is empty in it.",
    ),
    "HDR-02": _held(
        "Enam kotak isi hadir berpasangan kiri-kanan",
        "The six boxes stand in their pairs, left and right",
        slide("50"),
        "Keenam kotak selalu dicetak pada tempatnya; kotak kosong ditemukan HDR-17.",
        "The six boxes are always printed in their places; HDR-17 finds empty ones.",
    ),
    "JDL-04": _held(
        "Bagian alur diberi judul PROSEDUR yang sama dengan judul di kepala",
        "The flow part is headed PROSEDUR and the header's title",
        slide("51"),
        "Keduanya dicetak dari kunci `judul` yang sama.",
        "Both are printed from the one key `judul`.",
    ),
    "AKT-03": _held(
        "Keputusan dalam rapat digambar kotak",
        "A decision taken in a meeting is drawn as a box",
        slide("46"),
        "Simbol mengikuti alur: keputusan dengan beberapa pelaksana selalu menjadi kotak.",
        "Symbols follow from the flow: a decision with several executors always becomes a box.",
    ),
    "KEG-06": _held(
        "Hanya dua sifat kegiatan: eksekusi atau keputusan",
        "Activities are of two natures only: execution or decision",
        annex("bagian simbol", "on symbols"),
        "Spesifikasi tidak mengenal sifat lain.",
        "The spec knows no other nature.",
    ),
}

_LEFT_OUT: Final = {
    "DOK-01": _held(
        "SOP ditetapkan dengan Keputusan atau Peraturan dan menjadi lampirannya",
        "An SOP is enacted by a decree or regulation and becomes its annex",
        slide("52-54"),
        "Jilid dari `sopgen compile` selalu memuat naskah penetapannya dan menjadi lampirannya.",
        "The volume of `sopgen compile` always holds the enacting act and is its annex.",
    ),
    "DOK-02": _held(
        "Halaman judul memuat logo, judul, instansi, tahun, dan alamat",
        "The cover shows logo, title, agency, year and address",
        annex("bagian dokumen SOP AP", "on the SOP AP document"),
        "Sampul `sopgen compile` mempunyai tempat untuk kelimanya; yang tidak disebut dicetak kosong.",
        "The cover of `sopgen compile` has a place for all five; what is not given is left blank.",
    ),
    "DOK-03": _held(
        "Dokumen SOP memuat daftar isi",
        "The SOP document has a table of contents",
        annex("bagian dokumen SOP AP", "on the SOP AP document"),
        "`sopgen compile` selalu membuat daftar isi, dan membagi jilid yang tebal.",
        "`sopgen compile` always makes one, and divides a thick volume into parts.",
    ),
    "DOK-04": _held(
        "Dokumen SOP memuat penjelasan singkat penggunaan",
        "The SOP document has a short usage note",
        annex("bagian dokumen SOP AP", "on the SOP AP document"),
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

NOTES: Final[dict[str, Note]] = _HELD | _LEFT_OUT | DRAWING_NOTES
