from __future__ import annotations

__doc__ = """\
TIK-01. Tidak ada tanda salah ketik yang ikut tercetak atau hilang.

Diperiksa:
    Teks tidak diapit kutip melengkung dari Word, tidak memuat kutip tanpa pasangan, tidak tersambung oleh karakter
    yang tidak terlihat (U+200B), dan baris-baris di bawah sebuah kotak bukan butir yang lupa diawali `- `.

Dasar:
    Format spesifikasi sopgen; uji coba pengisian oleh pegawai.

Alasan:
    Salah ketik ini terbaca juga: tandanya tercetak, dua kata atau dua butir menjadi satu.

Salah:
    pencatatan: “Buku agenda surat keluar”

Benar:
    pencatatan: Buku agenda surat keluar

Perbaikan:
    Hapus tandanya, ketik spasi biasa, atau awali setiap butir dengan `- `.

English. No slip of typing is printed or lost.

Checked:
    No text stands in curly quotes from Word, holds a quotation mark without its pair, or is joined by an invisible
    character (U+200B), and the lines below a box are no items that lack their `- `.

Basis:
    sopgen's spec format; forms filled in by staff on trial.

Why:
    These slips can be read: the mark is printed, two words become one, or two items become one.

Remedy:
    Delete the mark, type an ordinary space, or begin each item with `- `.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Place
from sopgen.intake.printed import is_text
from sopgen.intake.sop import BOXES
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.slips import (
    Quotes,
    joined_words,
    lines_below,
    looks_like_item,
    may_hold_slips,
    quotes_in,
    texts_of,
)

_DELETE = Message("Hapus, atau lengkapi pasangannya.", "Delete it, or give its pair.")
_SPACE = Message("Hapus, lalu ketik spasi biasa.", "Delete it and type an ordinary space.")
_DASH = Message("Awali setiap butir dengan `- `; satu kalimat ditulis di satu baris.", "Begin each item with `- `.")


def check(spec: Spec) -> Iterator[Finding]:
    for path, text in texts_of(spec.loaded.data):
        if may_hold_slips(text) and is_text(path):
            yield from _in_text(path, text.strip())
    for key in BOXES if not spec.loaded.is_form else ():
        if lines := _joined_lines(spec, key):
            told = Message(f"{lines} baris ini tercetak sebagai satu teks.", f"These {lines} lines are one text.")
            yield Finding((key,), told, _DASH, sure=False)


def _in_text(path: Place, text: str) -> Iterator[Finding]:
    quotes = quotes_in(text)
    if quotes is Quotes.ALL_ROUND:
        told = Message(f"Kutip melengkung {text} ikut tercetak.", f"The curly quotes {text} are printed.")
        remedy = Message("Hapus kutipnya; teks tidak perlu diapit.", "Delete them; a text needs no quotes.")
        yield Finding(path, told, remedy, sure=False)
    elif quotes is Quotes.ALONE:
        told = Message("Tanda kutip tanpa pasangan ikut tercetak.", "A quotation mark without its pair is printed.")
        yield Finding(path, told, _DELETE, sure=False)
    if joined := joined_words(text):
        left, right = joined
        told = Message(
            f"Karakter tak terlihat di antara “{left}” dan “{right}”: tercetak tersambung.",
            f"An invisible character between “{left}” and “{right}”: they are printed as one.",
        )
        yield Finding(path, told, _SPACE)


def _joined_lines(spec: Spec, key: str) -> int:
    """How many lines a text below its key has that each look like an item; 0 where it is no such text."""
    loaded = spec.loaded
    if not isinstance((loaded.data or {}).get(key), str) or (key,) not in loaded.key_spans:
        return 0
    first = loaded.spans[key,].line
    lines = lines_below(loaded.lines, first) if first > loaded.key_spans[key,].line else []
    return len(lines) if len(lines) > 1 and all(map(looks_like_item, lines)) else 0
