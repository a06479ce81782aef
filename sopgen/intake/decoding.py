"""A spec's bytes → its text: UTF-8 without BOM, no control characters, or a refusal that says what to do."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Diagnostic, Message, Refusal, Span, split_lines
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, diagnose
from sopgen.intake.text import BIDI, CONTROL, code_point

MAX_BYTES: Final = 1024 * 1024
MAX_CHARACTERS_REPORTED: Final = 20

_BOM: Final = b"\xef\xbb\xbf"
ZIP_MARK: Final = b"PK\x03\x04"
_SIGNATURES: Final = (
    (ZIP_MARK, Message("berkas Word, Excel, atau ZIP", "a Word, Excel or ZIP file")),
    (b"\xd0\xcf\x11\xe0", Message("berkas Word atau Excel lama", "an old Word or Excel file")),
    (b"%PDF", Message("berkas PDF", "a PDF file")),
    (b"\x89PNG", Message("gambar PNG", "a PNG image")),
    (b"\xff\xd8\xff", Message("gambar JPEG", "a JPEG image")),
)
_DOCUMENTS: Final = frozenset({ZIP_MARK, b"\xd0\xcf\x11\xe0", b"%PDF"})
_WRITE_TEXT: Final = Message(
    "Tulis spesifikasinya sebagai berkas teks, misalnya dengan Notepad atau VS Code.",
    "Write the spec as a text file, for example with Notepad or VS Code.",
)
_TAKE_OUT: Final = Message(
    "Dokumen sopgen membawa spesifikasinya: ambil dengan `sopgen extract BERKAS`.",
    "A document of sopgen's carries its spec: take it out by `sopgen extract FILE`.",
)
_IMPORT: Final = Message(
    "SOP lama dibaca dengan `sopgen import BERKAS`. Formulir sopgen bernama NAMA.form.xlsx: ganti nama salinannya.",
    "Old SOPs are read by `sopgen import FILE`. A form of sopgen's is called NAME.form.xlsx: rename its copy.",
)
_SAVE_UTF8: Final = Message(
    "Simpan ulang sebagai UTF-8 (Notepad: Save As, Encoding: UTF-8).",
    "Save it again as UTF-8 (Notepad: Save As, Encoding: UTF-8).",
)


def decode(data: bytes, shown: str) -> str:
    """The text of a file, or a Refusal."""
    if len(data) > MAX_BYTES:
        message = Message("Berkas lebih dari 1 MiB.", "The file is over 1 MiB.")
        remedy = Message("Satu berkas memuat satu SOP; pecah isinya.", "One file holds one SOP; divide it.")
        raise refusal(Code.TOO_LARGE, shown, message, remedy)
    _refuse_other_formats(data, shown)
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _bad_byte(error.object, error.start, shown) from None
    _refuse_characters(text, shown)
    return text


def _refuse_other_formats(data: bytes, shown: str) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(data):
        message = Message("Berkas ini berkode UTF-16, bukan UTF-8.", "This file is encoded as UTF-16, not UTF-8.")
        raise refusal(Code.ENCODING, shown, message, _SAVE_UTF8)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            message = Message(f"Ini {kind.id}, bukan teks YAML.", f"This is {kind.en}, not YAML text.")
            raise refusal(Code.BINARY, shown, message, _what_to_do(signature, data))
    if b"\x00" in data:
        message = Message("Berkas ini bukan teks: memuat byte nol.", "This file is not text: it holds a zero byte.")
        raise refusal(Code.BINARY, shown, message, _WRITE_TEXT)


def _what_to_do(signature: bytes, data: bytes) -> Message:
    if _carries_spec(data):
        return _TAKE_OUT
    return _IMPORT if signature in _DOCUMENTS else _WRITE_TEXT


def _carries_spec(data: bytes) -> bool:
    """Whether it is a document of sopgen's: its PDF names the spec in plain XMP, its workbook has a custom part."""
    if data.startswith(ZIP_MARK):
        return b"customXml/item1.xml" in data and b"docProps/custom.xml" in data
    return data.startswith(b"%PDF") and b"<sopgen:spesifikasi>" in data


def _looks_like_utf16(data: bytes) -> bool:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    head = data[:400]
    half = len(head) // 2
    if half < 2:
        return False
    zeros = (head[0 : 2 * half : 2].count(0), head[1 : 2 * half : 2].count(0))
    return max(zeros) > 0.7 * half and min(zeros) < 0.2 * half


def _bad_byte(data: bytes, offset: int, shown: str) -> Refusal:
    before = split_lines(data[:offset].decode("utf-8"))
    line = re.split(rb"\r\n|[\r\n]", data[offset:], maxsplit=1)[0].decode("utf-8", "replace")
    span = Span(shown, len(before), len(before[-1]) + 1)
    value = f"0x{data[offset]:02X}"
    message = Message(f"Byte {value} bukan UTF-8.", f"Byte {value} is not UTF-8.")
    fault = Fault(Code.ENCODING, (), message, _SAVE_UTF8)
    lines = (*[""] * (len(before) - 1), before[-1] + line)
    return Refusal((diagnose(fault, span, lines),))


def _refuse_characters(text: str, shown: str) -> None:
    if not CONTROL.search(text) and (text.isascii() or not BIDI.search(text)):
        return
    lines = split_lines(text)
    found: list[Diagnostic] = []
    for number, line in enumerate(lines, start=1):
        marks = [(m.start(), m.group(), Code.CONTROL) for m in CONTROL.finditer(line)]
        marks += [(m.start(), m.group(), Code.BIDI) for m in BIDI.finditer(line)]
        for column, character, code in sorted(marks):
            fault = character_fault(character, code)
            found.append(diagnose(fault, Span(shown, number, column + 1), lines))
            if len(found) == MAX_CHARACTERS_REPORTED:
                raise Refusal(tuple(found))
    if found:
        raise Refusal(tuple(found))


def character_fault(character: str, code: Code | None = None) -> Fault:
    """A fault that names a character which may not stand in a text."""
    value = code_point(character)
    remedy = Message("Hapus karakter itu; ia tidak terlihat.", "Delete that character; it is invisible.")
    if code is Code.BIDI or (code is None and BIDI.match(character)):
        message = Message(
            f"Karakter pengatur arah tulisan {value} tidak boleh dipakai.",
            f"The text-direction character {value} may not be used.",
        )
        return Fault(Code.BIDI, (), message, remedy)
    message = Message(f"Karakter kendali {value} tidak boleh dipakai.", f"Control character {value} may not be used.")
    return Fault(Code.CONTROL, (), message, remedy)


def refusal(code: Code, shown: str, message: Message, remedy: Message) -> Refusal:
    """A file that is refused as a whole."""
    return Refusal((diagnose(Fault(code, (), message, remedy), Span(shown, 1, 1), ()),))
