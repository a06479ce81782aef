"""What stands in Kelengkapan and is kept ready, by its name."""

from __future__ import annotations

import pytest

from sopgen.rules.language.equipment import is_equipment


@pytest.mark.parametrize(
    "item",
    [
        "Komputer",
        "Formulir permohonan",
        "Stetoskop",
        "Tensimeter digital",
        "Tachograf",
        "Perekam suara",
        "Perahu karet",
    ],
)
def test_a_thing_kept_ready(item):
    assert is_equipment(item)


@pytest.mark.parametrize(
    "item",
    [
        "Surat masuk",
        "Parameter uji",
        "Paragraf pembuka",
        "Pengukuran suhu",
        "Peserta didik",
        "Perkara",
        "Jaringan internet stabil",
    ],
)
def test_what_is_none(item):
    assert not is_equipment(item)
