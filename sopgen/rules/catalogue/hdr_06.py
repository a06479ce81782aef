from __future__ import annotations

__doc__ = """\
HDR-06. Dasar hukum ditulis lengkap: jenis, nomor, tahun, tentang.

Diperiksa:
    Tiap butir `dasar_hukum` memuat jenis peraturan, nomor, tahun (atau tahun di dalam nomornya), dan “tentang
    …” tanpa titik-titik, juga bila ditulis “25/2009”; tahunnya tidak sesudah tanggal SOP. Permenpan-RB 35/2012
    disebut dengan judulnya yang utuh. Undang-Undang Dasar tidak bernomor.

Dasar:
    Paparan KemenPAN-RB 2014, slide 50; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Rujukan yang tidak lengkap tidak dapat dicari, dan tidak dapat dicocokkan ketika peraturan diganti.

Salah:
    dasar_hukum:
      - Peraturan Presiden Nomor 24 Tahun 2010 tentang ....

Benar:
    dasar_hukum:
      - Peraturan Presiden Nomor 24 Tahun 2010 tentang Kedudukan, Tugas, dan Fungsi Kementerian Negara

Perbaikan:
    Lengkapi butir yang kurang: “Peraturan … Nomor … Tahun … tentang …”; periksa tahun yang sesudah SOP ini.

English. Legal bases are whole: kind, number, year, subject.

Checked:
    Each item of `dasar_hukum` has kind, number, year (or a year within the number) and “tentang …” without dots
    to fill in, “25/2009” will do; its year is not after the SOP's dates. Permenpan-RB 35/2012 is cited by its full
    title. The constitution has no number.

Basis:
    KemenPAN-RB slides 2014, slide 50; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    An incomplete reference cannot be looked up, nor matched when a regulation is replaced.

Remedy:
    Complete what is short: “Peraturan … Nomor … Tahun … tentang …”; check a year after this SOP.
"""

import re
from collections.abc import Iterator
from datetime import date

from sopgen.diagnostics import Message
from sopgen.rules.citations import CONSTITUTION, year_cited
from sopgen.rules.finding import Finding, Spec, item_words

FULL_SUBJECT = "pedoman penyusunan standar operasional prosedur administrasi pemerintahan"
FULL = FULL_SUBJECT.title()
NUMBER = r"\b(?:nomor|no\.?|nmr\.?)\s*:?\s*\S*\d|^\D*\d+\s*(?:/\s*\d{4}\b|tahun\b)"
SUBJECT = r"\b(?:tentang|perihal|ttg\.?)\s+(?P<subject>.*)"
GUIDELINE = r"pan\b.*\b35 ?(?:tahun |/ ?)2012\b"
BLANK = r"\.{3,}|…|_{2,}|\bx{3,}\b"

REMEDY = Message(
    "Tulis lengkap: “Peraturan … Nomor … Tahun … tentang …”.",
    "Write in full: “Peraturan … Nomor … Tahun … tentang …”.",
)
YOUNGER = Message("Periksa tahunnya; bila benar, tinjau SOP ini.", "Check the year; if it is right, review this SOP.")


def check(spec: Spec) -> Iterator[Finding]:
    box = spec.sop.dasar_hukum
    latest = max((value for value in spec.sop.tanggal if isinstance(value, date)), default=spec.today).year
    for place, item in [((), box.teks)] if box.teks else [((i,), item) for i, item in enumerate(box.butir)]:
        plain = " ".join(item.split()).casefold()
        missing, year = _missing(plain), year_cited(plain)
        if missing and year > latest:
            missing.append((f"{year} sesudah SOP ini ({latest})", f"{year}, after this SOP ({latest})"))
        if missing:
            told = Message(*(", ".join(parts) for parts in zip(*missing, strict=True)))
            wrong = Message(f"Dasar hukum tidak lengkap: {told.id}.", f"Incomplete legal basis: {told.en}.")
            yield Finding(("dasar_hukum", *place), wrong, REMEDY, about=item_words(place, told))
        elif year > latest:
            younger = Message(
                f"Dasar hukum bertahun {year}, sesudah tanggal terakhir SOP ini ({latest}).",
                f"A legal basis of {year}, after this SOP's last date ({latest}).",
            )
            told = Message(f"tahun {year} sesudah SOP ini ({latest})", f"{year}, after this SOP ({latest})")
            yield Finding(("dasar_hukum", *place), younger, YOUNGER, about=item_words(place, told))


def _missing(item: str) -> list[tuple[str, str]]:
    if re.match(CONSTITUTION, item):
        return []
    missing = [] if re.search(NUMBER, item) else [("nomor tidak ada", "no number")]
    if not year_cited(item):
        missing.append(("tahun tidak ada", "no year"))
    subject = re.search(SUBJECT, item)
    if subject is None or re.search(BLANK, subject["subject"]):
        missing.append(("isi “tentang …” tidak ada", "nothing behind “tentang …”"))
    elif re.search(GUIDELINE, item.replace("-", " ")) and FULL_SUBJECT not in item:
        missing.append((f"judulnya dipendekkan dari “{FULL}”", f"its subject is short for “{FULL}”"))
    return missing
