"""HDR-06. Dasar hukum ditulis lengkap: jenis, nomor, tahun, tentang.

Diperiksa:
    Tiap butir `dasar_hukum` memuat jenis peraturan, nomor, tahun (atau tahun di dalam nomornya), dan “tentang
    …” tanpa titik-titik; Permenpan-RB 35/2012 disebut dengan judulnya yang utuh. Undang-Undang Dasar tidak
    bernomor.

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
    Lengkapi butirnya: “Peraturan … Nomor … Tahun … tentang …”.

English. Legal bases are whole: kind, number, year, subject.

Checked:
    Each item of `dasar_hukum` has kind, number, year (or a year within the number) and “tentang …” without dots
    to fill in; Permenpan-RB 35/2012 is cited by its full title. The constitution has no number.

Basis:
    KemenPAN-RB slides 2014, slide 50; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    An incomplete reference cannot be looked up, nor matched when a regulation is replaced.

Remedy:
    Complete the item: “Peraturan … Nomor … Tahun … tentang …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec

FULL_SUBJECT = "pedoman penyusunan standar operasional prosedur administrasi pemerintahan"
NUMBER = r"\b(?:nomor|no\.?|nmr\.?)\s*:?\s*\S*\d"
YEAR = r"\btahun\s*:?\s*\d{4}\b|/\s*\d{4}\b"
SUBJECT = r"\b(?:tentang|perihal|ttg\.?)\s+(?P<subject>.*)"
BLANK = r"\.{3,}|…|_{2,}|\bx{3,}\b"


def check(spec: Spec) -> Iterator[Finding]:
    box = spec.sop.dasar_hukum
    for place, item in [((), box.teks)] if box.teks else [((i,), item) for i, item in enumerate(box.butir)]:
        missing = _missing(" ".join(item.split()).casefold())
        if missing:
            named = [Message(*part) for part in missing]
            yield Finding(
                ("dasar_hukum", *place),
                Message(
                    f"Dasar hukum tidak lengkap: {', '.join(part.id for part in named)}.",
                    f"Incomplete legal basis: {', '.join(part.en for part in named)}.",
                ),
                Message(
                    "Tulis lengkap: “Peraturan … Nomor … Tahun … tentang …”.",
                    "Write it in full: “Peraturan … Nomor … Tahun … tentang …”.",
                ),
            )


def _missing(item: str) -> list[tuple[str, str]]:
    if item.startswith("undang-undang dasar"):
        return []
    missing = []
    if not re.search(NUMBER, item):
        missing.append(("nomor tidak ada", "no number"))
    if not re.search(YEAR, item):
        missing.append(("tahun tidak ada", "no year"))
    subject = re.search(SUBJECT, item)
    if subject is None or re.search(BLANK, subject["subject"]):
        missing.append(("isi “tentang …” tidak ada", "nothing behind “tentang …”"))
    elif re.search(r"\bpan\b.*\b35 tahun 2012\b", item.replace("-", " ")) and FULL_SUBJECT not in item:
        full = FULL_SUBJECT.title()
        missing.append((f"judulnya dipendekkan dari “{full}”", f"its subject is short for “{full}”"))
    return missing
