from __future__ import annotations

__doc__ = """\
HDR-12. Nomor mengikuti tata naskah dinas instansi.

Diperiksa:
    `nomor` terisi dan cocok dengan `pola_nomor` di sopgen.yaml, bila ada. Bila nomor berakhir bulan dan tahun
    (“…/4/2012”, “…/IV/2012”), keduanya sama dengan bulan Tanggal Pembuatan atau Tanggal Efektif.

Dasar:
    Pedoman daerah yang menyalin lampiran Permenpan-RB 35/2012, bagian identitas; pedoman SOP Mahkamah Agung
    2012, muatan SOP.

Alasan:
    Nomor diambil dari buku agenda pada hari penetapannya; yang tidak cocok biasanya salah salin.

Salah:
    nomor: SOP-07/ORG/11/2026

Benar:
    nomor: SOP-07/ORG/03/2026

Perbaikan:
    Periksa nomor di buku agenda dan tulis menurut tata naskah dinas instansi.

English. The number follows the agency's scheme.

Checked:
    `nomor` is given and matches `pola_nomor` of sopgen.yaml, if there is one. Where the number ends in month
    and year (“…/4/2012”, “…/IV/2012”) they are those of Tanggal Pembuatan or Tanggal Efektif.

Basis:
    A regional guideline that copies the annex of Permenpan-RB 35/2012, identity part; the Supreme Court's SOP
    guideline 2012, contents of an SOP.

Why:
    A number comes from the register on the day of enactment; one that does not fit was mostly copied wrongly.

Remedy:
    Check the register and write the number by the agency's scheme.
"""

import re
from collections.abc import Iterator
from datetime import date

from sopgen.diagnostics import Message
from sopgen.intake.patterns import TooMuchWork, bounded_pattern
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.words import says_nothing

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
MONTH_AND_YEAR = r"[/.-](?P<month>0?[1-9]|1[0-2]|[ivx]{1,4})[/.-](?P<year>(?:19|20)\d\d)$"
AS_THE_FORM = Message("Tulis menurut pola di sopgen.yaml.", "Write it as `pola_nomor` of sopgen.yaml says.")
CHECK = Message("Periksa nomor di buku agenda.", "Check the number in the register.")
EMPTY = (Message("Nomor SOP kosong.", "The SOP has no number."), Message("Isi `nomor`.", "Give `nomor`."))


def check(spec: Spec) -> Iterator[Finding]:
    nomor, pattern = spec.sop.nomor, spec.setelan.pola_nomor
    if says_nothing(nomor):
        yield Finding(("nomor",), *EMPTY)
    elif pattern and (said := _against(pattern, nomor)):
        yield Finding(("nomor",), said, AS_THE_FORM)
    else:
        yield from _month(spec, nomor)


def _against(pattern: str, nomor: str) -> Message | None:
    """What is to be said of a number that is not of the pattern, or cannot be held against it."""
    try:
        if bounded_pattern(pattern).fullmatch(nomor):
            return None
    except TooMuchWork:
        return Message(
            f"Nomor ini terlalu panjang untuk dicocokkan dengan pola `{pattern}`.",
            f"This number is too long to be held against the form `{pattern}`.",
        )
    return Message(
        f"Nomor “{nomor}” tidak menurut pola `{pattern}`.", f"Number “{nomor}” is not of the form `{pattern}`."
    )


def _month(spec: Spec, nomor: str) -> Iterator[Finding]:
    dates = [d for d in (spec.sop.tanggal.pembuatan, spec.sop.tanggal.efektif) if isinstance(d, date)]
    ending = re.search(MONTH_AND_YEAR, nomor.casefold().strip())
    if ending is None or not dates or not (ending["month"].isdigit() or ending["month"] in ROMAN):
        return
    month = int(ending["month"]) if ending["month"].isdigit() else ROMAN.index(ending["month"]) + 1
    told = ending[0][1:]
    if (int(ending["year"]), month) not in {(d.year, d.month) for d in dates}:
        yield Finding(
            ("nomor",),
            Message(
                f"Bulan dan tahun di dalam nomor ({told}) bukan bulan Tanggal Pembuatan atau Tanggal Efektif.",
                f"Month and year in the number ({told}) are not those of Tanggal Pembuatan or Tanggal Efektif.",
            ),
            CHECK,
        )
