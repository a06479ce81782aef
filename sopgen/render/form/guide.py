"""The sheet *Petunjuk*: how the form is filled in, on one screen, beside the picture of a finished flow."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from openpyxl.drawing.image import Image

from sopgen.intake.form.words import GUIDE
from sopgen.render.form.cells import printed, put, widths

PICTURE: Final = Path(__file__).with_name("flow.png")
PICTURE_TOLD: Final = "Contoh alur yang sudah jadi: lima kegiatan, tiga pelaksana, satu keputusan."
_ANCHOR: Final = "C3"
_LINES: Final = (
    (
        "Isi lembar dari kiri ke kanan, simpan, tutup, lalu jalankan sopgen build. Simbol dan panah digambar program.",
        "",
    ),
    ("1  Identitas", "bold"),
    ("Judul, nomor, tanggal, pejabat. Yang sudah ada di sopgen.yaml boleh dikosongkan.", ""),
    ("2  Isi kotak", "bold"),
    ("Satu baris satu butir; kotaknya dipilih di kolom pertama. Nomornya dicetak program.", ""),
    ("3  Pelaksana", "bold"),
    ("Satu baris satu kolom bagan; urutannya dari kiri ke kanan.", ""),
    ("4  Kegiatan", "bold"),
    ("Satu baris satu kegiatan. Tanpa jawaban, panah menuju baris di bawahnya; baris terakhir menutup prosedur.", ""),
    ("Keputusan: isi Jawaban 1 dan 2 (Ya, Tidak) dan pilih langkah tujuannya; “selesai” menutup prosedur.", ""),
    ("Beberapa butir dalam satu sel: Alt+Enter, setiap butir diawali “- ”. Kolom Periksa menyebut yang kurang.", ""),
    ("Baris boleh disisipkan, dipindah, dihapus: tujuan “4 · Mengonsep…” dikenali dari kata-katanya.", ""),
    ("Nomor di dalam tujuan diperbarui dengan sopgen form NAMA.form.xlsx --perbarui (tutup dahulu berkasnya).", ""),
    ("5  Lembar lain", "bold"),
    ("Boleh kosong. Matriks menggantikan lembar Kegiatan: pelaksana dicentang. Isi salah satu saja.", ""),
    ("Pelayanan dan Bagi pemohon untuk SOP pelayanan; Riwayat untuk revisi; Temuan diterima untuk sopgen check.", ""),
)


class _Picture(Image):  # type: ignore[misc]
    """The packaged picture, put in as it is: openpyxl's own way there needs a library that browsers lack."""

    def __init__(self) -> None:
        self.data = PICTURE.read_bytes()
        self.width, self.height = (int.from_bytes(self.data[at : at + 4], "big") for at in (16, 20))
        self.format = "png"
        self.anchor = _ANCHOR

    def _data(self) -> bytes:
        return self.data


def write_guide(sheet: Any) -> None:
    sheet.title = GUIDE
    put(sheet, 1, 1, "Formulir SOP", kind="title")
    for row, (text, kind) in enumerate(_LINES, start=3):
        put(sheet, row, 1, text, kind=kind or "told")
    sheet.add_image(_Picture())
    widths(sheet, [64, 2, 108])
    printed(sheet)


def described(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The picture's words for those who cannot see it."""
    name = "xl/drawings/drawing1.xml"
    return parts | {name: parts[name].replace(b'descr="Picture"', f'descr="{PICTURE_TOLD}"'.encode())}
