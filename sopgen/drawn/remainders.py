"""What a file holds that nothing became of, in words, with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Message, some
from sopgen.drawn.model import Doubt, Panel

_COLUMNS: Final = {
    "": Message("", ""),
    "nomor": Message(" di kolom nomor", " in the column of numbers"),
    "kegiatan": Message(" di kolom kegiatan", " in the column of activities"),
    "pelaksana": Message(" di bagan alur", " in the chart"),
    "kelengkapan": Message(" di kolom kelengkapan", " in the column kelengkapan"),
    "waktu": Message(" di kolom waktu", " in the column waktu"),
    "output": Message(" di kolom output", " in the column output"),
    "keterangan": Message(" di kolom keterangan", " in the column keterangan"),
}


def unread(place: Message, what: str, count: int, column: str, text: str, step: int | None) -> Doubt:
    """What stands in the table and nothing became of: `what` is "drawing", "picture" or "text"."""
    where = _COLUMNS[column]
    number = "" if count == 1 else f"{count} "
    match what:
        case "text":
            message = Message(
                f'tulisan "{text}"{where.id} tidak ikut terbaca', f'the words "{text}"{where.en} were not taken along'
            )
        case "picture":
            message = Message(
                f"{number}gambar{where.id} tidak terbaca, dan mungkin menutupi isi; lihat aslinya",
                f"{number}picture(s){where.en} were not read and may hide something; look at the original",
            )
        case _:
            message = Message(
                f"{number}bentuk yang digambar{where.id} tidak dikenal dan tidak ikut terbaca; lihat aslinya",
                f"{number}drawn shape(s){where.en} are unknown and were not read; look at the original",
            )
    return Doubt(place, message, step, kind="unread")


def unread_many(panel: Panel, what: str, count: int) -> Doubt:
    """The same for so many that a list would hide everything else."""
    name = {"text": ("tulisan", "texts"), "picture": ("gambar", "pictures")}.get(what, ("bentuk", "drawn shapes"))
    return Doubt(
        panel.name,
        Message(
            f"{count} {name[0]} di tabel alur tidak ikut terbaca; bandingkan seluruh halaman dengan aslinya",
            f"{count} {name[1]} in the flow table were not read; compare the whole page with the original",
        ),
        kind="unread",
    )


def hidden(panel: Panel) -> Doubt:
    """What a workbook holds and does not show: a sheet, or cells in hidden rows and columns."""
    if "" in panel.hidden:
        message = Message(
            "lembar ini tersembunyi di berkasnya; mungkin salinan lama",
            "this sheet is hidden in its file; it may be an old copy",
        )
    else:
        count, first = len(panel.hidden), ", ".join(panel.hidden[:3]) + (" …" if len(panel.hidden) > 3 else "")
        message = Message(
            f"{count} sel atau bentuk di baris atau kolom tersembunyi tidak dibaca ({first})",
            f"not read in hidden rows or columns: {some(count, 'cell or shape')} ({first})",
        )
    return Doubt(panel.name, message, kind="unread")


def backdrop(panel: Panel, text: str) -> Doubt:
    message = Message(
        f'tulisan latar atau melintang "{text}" tidak ikut terbaca',
        f'the words "{text}" behind or across the page were not taken along',
    )
    return Doubt(panel.name, message, kind="beside")


def veiled(panel: Panel, text: str) -> Doubt:
    message = Message(
        "tulisan yang tidak tampak di halaman ini (terpotong atau tertutup bidang putih atau hitam) tidak dibaca: "
        f'"{text}"',
        f'words that are not seen on this page (cut off or under a white or black surface) were not read: "{text}"',
    )
    return Doubt(panel.name, message, kind="beside")


def retyped(panel: Panel, text: str) -> Doubt:
    message = Message(
        f'di bawah bidang putih atau hitam masih ada tulisan "{text}", dan di atasnya ditulis yang lain: dokumen ini '
        "diubah sesudah dibuat; minta berkas asalnya",
        f'below a white or black surface the words "{text}" still stand, and others were written over it: this '
        "document was changed after it was made; ask for the file as it was made",
    )
    return Doubt(panel.name, message, kind="unread")


def overlaid(place: Message) -> Doubt:
    """A picture over words outside the flow table."""
    message = Message(
        "gambar menutupi tulisan di bawahnya, atau sebagian; yang dinilai tulisan itu: lihat aslinya",
        "a picture lies over words, which are what was judged: look at the original",
    )
    return Doubt(place, message, kind="unread")


_MOST_QUOTED: Final = 3
_MOST_SHOWN: Final = 60  # letters of a text


def short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"


def outside(place: Message, texts: Sequence[str]) -> Doubt:
    """Texts of one panel that stand in neither table nor form."""
    quoted = ", ".join(f'"{short(text)}"' for text in texts[:_MOST_QUOTED])
    more = len(texts) - _MOST_QUOTED
    return Doubt(
        place,
        Message(
            f"tulisan di luar kotak dan tabel tidak ikut terbaca: {quoted}{f' dan {more} lagi' if more > 0 else ''}",
            f"words outside boxes and tables were not taken along: {quoted}{f' and {more} more' if more > 0 else ''}",
        ),
        kind="beside",
    )


def drawn_outside(panel: Panel, count: int) -> Doubt:
    return Doubt(
        panel.name,
        Message(
            f"{count} gambar atau bentuk di bagian identitas tidak ikut terbaca (cap, paraf, hiasan?); lihat aslinya",
            f"not read in the identity part: {some(count, 'picture or shape')} (stamp, initials?); see the original",
        ),
        kind="beside",
    )
