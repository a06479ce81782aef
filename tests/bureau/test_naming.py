from __future__ import annotations

import pytest

from sopgen.bureau.naming import heading
from sopgen.intake.sop import Arah, Isi, Kegiatan, Pelaksana, Sop


def of(*lines: str) -> Sop:
    return Sop("Judul", (Pelaksana("a", "A"),), (Kegiatan(1, Isi("Membuat"), ("a",), (Arah(None),)),), instansi=lines)


@pytest.mark.parametrize(
    ("sops", "told"),
    [
        (
            [of("PEMERINTAH", "KABUPATEN  CONTOH"), of("PEMERINTAH KABUPATEN", "CONTOH")],
            "Peta – PEMERINTAH KABUPATEN CONTOH",
        ),
        ([of("A"), of("B")], "Peta"),
        ([of(), of()], "Peta"),
        ([], "Peta"),
    ],
)
def test_a_heading_names_the_agency_if_all_sops_are_of_one(sops, told):
    assert heading("Peta", sops) == told
