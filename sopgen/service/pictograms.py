"""Which pictogram tells of a step: by the first verb of its text, in the order written here."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sopgen.intake.sop import Ikon, Kegiatan, Pelaku

_BY_VERB: Final[tuple[tuple[Ikon, str], ...]] = (
    ("bayar", r"membayar|menyetor|melunasi|pembayaran|retribusi"),
    ("ambil_nomor", r"(?:mengambil|memanggil|mencetak) (?:nomor )?antre?i?an|mengantre|mengambil nomor"),
    (
        "unggah",
        r"mengunggah|meng-?upload|upload|(?:mengisi|mendaftar) .*\b(?:aplikasi|laman|daring|online)\b",
    ),
    ("tanda_tangan", r"menandatangan\w*|memaraf|membubuhkan tanda tangan|mengesahkan"),
    ("rapat", r"membahas|mewawancara\w*|merapatkan|berdiskusi|musyawarah|konsultasi|berkonsultasi"),
    ("bukti", r"mencatat|meregistrasi|mendaftarkan|memberi(?:kan)? tanda (?:bukti|terima)|menerbitkan tanda"),
    ("periksa", r"memeriksa|meneliti|memverifikasi|memvalidasi|mencocokkan|mengecek|menelaah|meninjau|menguji|menilai"),
    ("terima", r"menerima|mengambil|menyerahkan hasil"),
    (
        "ajukan",
        r"mengajukan|menyerahkan|menyampaikan|melapor\w*|mendaftar|mengisi|memohon|melengkapi|mengirim\w*|datang",
    ),
)


def pictogram_for(step: Kegiatan, actor: Pelaku) -> Ikon:
    text = " ".join((step.uraian.teks, *step.uraian.butir)).casefold()
    found = [
        (match.start(), order, icon) for order, (icon, _) in enumerate(_BY_VERB) if (match := _verb(icon).search(text))
    ]
    icon = min(found)[2] if found else "proses"
    # what the office gives, the applicant takes
    return "terima" if icon == "ajukan" and actor == "petugas" else icon


@cache
def _verb(icon: Ikon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{dict(_BY_VERB)[icon]})\b")
