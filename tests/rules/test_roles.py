"""What a step does, by its words."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Isi, Kegiatan
from sopgen.rules.roles import documents


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Memindai fotokopi ijazah terlegalisasi sebagai arsip", True),
        ("Menyisihkan satu rangkap untuk pertinggal", True),
        ("Menyimpan salinan surat", True),
        ("Mengambil berkas dari arsip", False),
        ("Menyimpan uang", False),
        ("Memindai ijazah dan menyerahkannya kepada pemohon", False),
    ],
)
def test_a_step_keeps_a_record(text, kept):
    assert documents(Kegiatan(1, Isi(text), ("petugas",), ())) is kept
