"""The words for what YAML would drop, merge or cut: one function a fault."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, name
from sopgen.intake.likely_causes import CURLY_QUOTES, STRAIGHT_QUOTES

_QUOTE: Final = Message(
    'Apit teksnya dengan tanda kutip ("…"), atau tulis di baris berikutnya setelah `|`.',
    'Put the text in quotes ("…"), or write it on the next line after `|`.',
)


def several_documents(span: Span) -> Fault:
    message = Message("Berkas memuat lebih dari satu dokumen YAML.", "The file holds more than one YAML document.")
    remedy = Message("Tulis satu SOP per berkas dan hapus baris `---`.", "Write one SOP a file and delete `---`.")
    return Fault(Code.SEVERAL_DOCUMENTS, (), message, remedy, span=span)


def too_deep(span: Span) -> Fault:
    message = Message("Susunan terlalu dalam.", "This is nested too deeply.")
    remedy = Message("Periksa kurung dan indentasi di baris ini.", "Check the brackets and indentation on this line.")
    return Fault(Code.TOO_DEEP, (), message, remedy, span=span)


def comment_cuts_text(text: str, span: Span) -> Fault:
    message = Message(
        f"` #` memotong teks {name(text)}: sisanya dianggap komentar.",
        f"` #` cuts the text {name(text)}: the rest is taken for a comment.",
    )
    remedy = Message(
        "Apit seluruh teks dengan tanda kutip, atau pindahkan komentar ke baris sendiri.",
        "Put the whole text in quotes, or move the comment to a line of its own.",
    )
    if text.startswith(CURLY_QUOTES):
        remedy = STRAIGHT_QUOTES
    return Fault(Code.COMMENT_CUTS_TEXT, (), message, remedy, span=span)


def comment_hides_text(text: str, span: Span) -> Fault:
    message = Message(
        f"{name(text)} dianggap komentar, sehingga isian ini kosong.",
        f"{name(text)} is taken for a comment, so this value is empty.",
    )
    remedy = Message(
        "Apit dengan tanda kutip; komentar ditulis dengan spasi setelah `#`.",
        "Put it in quotes; write a comment with a space behind `#`.",
    )
    return Fault(Code.COMMENT_CUTS_TEXT, (), message, remedy, span=span)


def flow_list_of_texts(text: str, span: Span) -> Fault:
    message = Message(
        f"Daftar teks di dalam [ ] akan terpotong di setiap koma (misalnya {name(text)}).",
        f"A list of texts inside [ ] would be cut at each comma (such as {name(text)}).",
    )
    remedy = Message(
        "Tulis setiap butir di baris sendiri, diawali `- `.", "Write each item on its own line, begun with `- `."
    )
    return Fault(Code.FLOW_LIST_OF_TEXTS, (), message, remedy, span=span)


def item_not_text(span: Span) -> Fault:
    message = Message("Butir daftar ini bukan satu teks.", "This list item is not one text.")
    return Fault(Code.WRONG_TYPE, (), message, _QUOTE, span=span)


def key_not_text(span: Span) -> Fault:
    message = Message("Kunci harus berupa teks.", "A key must be a text.")
    remedy = Message("Tulis `kunci: isi`.", "Write `key: value`.")
    return Fault(Code.KEY_NOT_TEXT, (), message, remedy, span=span)


def merge_key(span: Span) -> Fault:
    message = Message("Kunci gabungan `<<` tidak dipakai di sini.", "The merge key `<<` is not used here.")
    remedy = Message(
        "Tulis kuncinya satu per satu, atau pindahkan isian bersama ke sopgen.yaml.",
        "Write the keys one by one, or move what is shared to sopgen.yaml.",
    )
    return Fault(Code.MERGE_KEY, (), message, remedy, span=span)


def duplicate_key(key: str, span: Span, first_line: int, *, in_step: bool) -> Fault:
    message = Message(
        f"Kunci {name(key)} sudah ditulis di baris {first_line}.",
        f"The key {name(key)} is already written on line {first_line}.",
    )
    remedy = Message("Hapus salah satu, atau beri nama lain.", "Delete one of them, or give it another name.")
    if in_step:
        remedy = Message(
            "Bila kegiatan baru dimulai di sini, awali baris pertamanya dengan `- `; bila tidak, hapus salah satu.",
            "If a new step begins here, begin its first line with `- `; if not, delete one of the two.",
        )
    return Fault(Code.DUPLICATE_KEY, (), message, remedy, span=span)
