"""Every printed character must exist in the font: otherwise a box would be printed, and nobody told."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sopgen.columns import Columns, text_in
from sopgen.diagnostics import Diagnostic, Message
from sopgen.intake.sop import BOXES, Kotak, Sop
from sopgen.layout.faults import fault
from sopgen.layout.paper import Paper
from sopgen.text.face import Face
from sopgen.text.measure import Measurer, describe

Path = tuple[str | int, ...]

_PLAIN: Final = dict.fromkeys("\u2010\u2011\u2012\u2043\u02d7\u2212\ufe63\uff0d", "-") | {"\u2015": "–", "\u2053": "~"}
"""Signs that Unicode keeps apart from the one on the keyboard, which looks the same."""


def check_coverage(
    sop: Sop, columns: Columns, paper: Paper, measurer: Measurer, more: Iterable[tuple[Path, str]] = ()
) -> list[Diagnostic]:
    """Faults for each text with characters that its face lacks, or that run from right to left.

    `more`: texts that are printed beside the form's, each with its place.
    """
    faces = (paper.face(), paper.face(bold=True))
    texts = [*_texts(sop, columns), *((place, text, None) for place, text in more)]
    printed = "".join([text for _, text, _ in texts])
    characters = "".join(sorted({*printed, *sop.judul.upper()}))
    if not _backwards(characters) and not any(measurer.missing_glyphs(characters, face) for face in faces):
        return []
    return faults_in(texts, sop.tampilan.huruf, faces, measurer)


def faults_in(
    texts: Iterable[tuple[Path, str, int | None]], huruf: str, faces: Sequence[Face], measurer: Measurer
) -> list[Diagnostic]:
    """Of texts with their places and steps, printed in these faces of the font called `huruf`."""
    found = []
    for path, text, step in texts:
        missing = {c for face in faces for c in measurer.missing_glyphs(text, face)}
        if path == ("judul",):
            missing.update(measurer.missing_glyphs(text.upper(), faces[1]))
        backwards = _backwards(text) - missing
        if backwards:
            found.append(_written_backwards(backwards, path, step))
        if missing:
            found.append(_not_in_font(missing, huruf, plain_letters(missing, faces, measurer), path, step))
    return found


def _backwards(text: str) -> set[str]:
    return {c for c in text if unicodedata.bidirectional(c) in ("R", "AL", "AN")}


def _written_backwards(characters: set[str], path: Path, step: int | None) -> Diagnostic:
    names = _names(characters)
    message = Message(
        f"tulisan dari kanan ke kiri tidak dapat dicetak dengan benar: {names}",
        f"right-to-left writing cannot be printed in its right order: {names}",
    )
    return fault("GAMBAR-01", message, Message("tulis dengan huruf Latin", "write it in Latin letters"), path, step)


def plain_letters(characters: set[str], faces: Sequence[Face], measurer: Measurer) -> dict[str, str]:
    """What the faces have in place of characters that they lack: `-` for U+2011, `1/3` for ⅓, `VII` for Ⅶ."""
    found = {}
    for character in sorted(characters):
        plain = _PLAIN.get(character) or unicodedata.normalize("NFKC", character).replace("\u2044", "/")
        marks = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
        for offer in (plain, marks):
            if offer.strip() and character not in offer and not any(measurer.missing_glyphs(offer, f) for f in faces):
                found[character] = offer
                break
    return found


def _not_in_font(characters: set[str], font: str, plain: dict[str, str], path: Path, step: int | None) -> Diagnostic:
    names = _names(characters)
    message = Message(f"huruf {font} tidak memiliki {names}", f"the font {font} has no {names}")
    remedy = Message("ganti atau hapus tanda itu", "replace or remove that character")
    if plain:
        told = ", ".join(f"{describe(character)}: `{offer}`" for character, offer in list(plain.items())[:5])
        remedy = Message(f"ganti dengan huruf biasa ({told})", f"write plain letters in its place ({told})")
    return fault("GAMBAR-01", message, remedy, path, step)


def _names(characters: set[str]) -> str:
    return ", ".join(describe(c) for c in sorted(characters)[:5])


def _texts(sop: Sop, columns: Columns) -> Iterator[tuple[Path, str, int | None]]:
    yield ("nomor",), sop.nomor, None
    yield ("judul",), sop.judul, None
    for key in ("instansi", "teks_kepala", "unit"):
        yield (key,), "\n".join(getattr(sop, key)), None
    p = sop.pengesahan
    for key in ("atas_nama", "jabatan", "nama", "pangkat"):
        yield ("pengesahan", key), getattr(p, key), None
    if p.nomor_induk:
        yield ("pengesahan", "nomor_induk"), " ".join(p.nomor_induk), None
    for key in BOXES:
        kotak: Kotak = getattr(sop, key)
        yield from _parts((key,), kotak.teks, kotak.butir, None)
    for lane in sop.pelaksana:
        yield ("pelaksana", lane.id), lane.nama, None
        yield ("pelaksana", lane.id, "kelompok"), lane.kelompok, None
    for key, text in sop.tampilan.label:
        yield ("tampilan", "label", key), text, None
    for kegiatan in sop.kegiatan:
        here: Path = ("kegiatan", kegiatan.nomor - 1)
        for column in columns.texts:
            isi = text_in(kegiatan, column)
            yield from _parts((*here, column.field), isi.teks, isi.butir, kegiatan.nomor)
        for arah in kegiatan.arah:
            yield (*here, "keputusan", arah.label), arah.label, kegiatan.nomor


def _parts(path: Path, teks: str, butir: tuple[str, ...], step: int | None) -> Iterator[tuple[Path, str, int | None]]:
    yield path, teks, step
    for i, item in enumerate(butir):
        yield (*path, i), item, step
