from __future__ import annotations

__doc__ = """\
HDR-09. Peringatan menyatakan batas atau akibat pelaksanaan.

Diperiksa:
    `peringatan` yang terisi menyebut batas (paling lambat, harus, hanya …), syarat (jika, apabila …), atau
    akibat (gagal, tertunda, sanksi …).

Dasar:
    Paparan KemenPAN-RB 2014, slide 50; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Kotak ini memberi tahu pelaksana apa yang tidak boleh terlampaui dan apa akibatnya.

Salah:
    peringatan:
      - SOP ini dipakai di Bagian Umum.

Benar:
    peringatan:
      - Surat tugas selesai paling lambat 2 hari kerja; keterlambatan menunda keberangkatan.

Perbaikan:
    Tulis batas waktu, larangan, atau akibat bila prosedur tidak dijalankan.

English. Peringatan states a limit or a consequence.

Checked:
    A given `peringatan` names a limit (paling lambat, harus, hanya …), a condition (jika, apabila …) or a
    consequence (gagal, tertunda, sanksi …).

Basis:
    KemenPAN-RB slides 2014, slide 50; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    This box tells executors what must not be exceeded, and what follows if it is.

Remedy:
    State a time limit, a ban, or what happens if the procedure is not followed.
"""

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.words import whole_text

LIMITS = (
    r"paling (?:lama|lambat|sedikit|banyak)|(?:se)?lambat-?\w*|maksim\w+|minim\w+|batas\w*|harus|wajib|hanya|cukup|"
)
WITHIN = r"dalam (?:waktu )?\d+|"
BANS = r"dilarang|jangan|tidak (?:boleh|dapat|dibenarkan|diperkenankan|sah|berlaku|akan)|tanpa|"
CONDITIONS = r"jika|apabila|bila\w*|kalau|"
EFFECTS = (
    r"(?:ke|meng)?gagal\w*|(?:ke|ter)lambat\w*|\w*tunda\w*|\w*hambat\w*|\w*batal\w*|sanksi|hukuman|akibat\w*|"
    r"\w*akibat\w*|berdampak|berisiko|risiko|resiko|menyebabkan|\w*tanggung ?jawab\w*|dikena\w+|penyimpangan|"
    r"(?:di|ter|me|pe)\w*tolak\w*|dicabut|dihentikan|dikembalikan|gugur|denda|salah sasaran|"
    r"pelanggaran|kerugian|merugikan|kehilangan|hilang|rusak|kerusakan|cacat|\w+ganggu|tidak ter\w+|menimbulkan"
)


def check(spec: Spec) -> Iterator[Finding]:
    text = whole_text(spec.sop.peringatan)
    if text and not re.search(rf"\b(?:{LIMITS}{WITHIN}{BANS}{CONDITIONS}{EFFECTS})\b", text.casefold()):
        yield Finding(
            ("peringatan",),
            Message("Peringatan tidak menyebut batas atau akibat.", "Peringatan names no limit and no consequence."),
            Message(
                "Tulis batas waktu, larangan, atau akibatnya bila prosedur tidak dijalankan.",
                "State a time limit, a ban, or what happens if the procedure is not followed.",
            ),
        )
