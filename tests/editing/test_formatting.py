from __future__ import annotations

from random import Random

import pytest

from sopgen.editing import Draft
from sopgen.editing.formatting import format_text
from sopgen.intake import MemorySource, load_spec
from tests.editing.test_random_operations import commented
from tests.generator import generate

ROUGH = """\
# kepala
kegiatan:
# pertama
-   pelaksana: a
    uraian: "Menyusun konsep"   # catatan
-   keputusan: {Ya: 3, Tidak: 1}
    uraian: 'Memeriksa: konsep'
    pelaksana: a
    output:
    # bukti
    - "Satu"
    - |
      Dua
        menjorok
-   {uraian: Mengarsipkan, pelaksana: a}
judul: "Contoh"
pelaksana:
    a: Analis
"""
NEAT = """\
# kepala
judul: Contoh
pelaksana:
  a: Analis
kegiatan:
  # pertama
  - id: menyusun
    uraian: Menyusun konsep   # catatan
    pelaksana: a
  - uraian: "Memeriksa: konsep"
    pelaksana: a
    keputusan: {Ya: mengarsipkan, Tidak: menyusun}
    output:
      # bukti
      - Satu
      - |
        Dua
          menjorok
  - {id: mengarsipkan, uraian: Mengarsipkan, pelaksana: a}
"""


def test_a_rough_spec_made_neat() -> None:
    rough = ROUGH.replace('konsep"   # catatan', 'konsep"')
    neat = NEAT.replace("konsep   # catatan", "konsep")
    assert format_text(rough, ids=True) == neat
    assert format_text(neat, ids=True) == neat


@pytest.mark.parametrize("seed", range(8))
def test_formatting_changes_no_meaning_and_is_done_once(seed: int) -> None:
    text = commented(generate(seed, steps=(3, 10), lanes=(2, 4)), Random(seed))
    once = format_text(text, ids=seed % 2 == 0)
    assert format_text(once, ids=seed % 2 == 0) == once
    one, two = (load_spec(MemorySource("a.sop.yaml", each.encode())).sop for each in (text, once))
    if seed % 2 == 0:
        one, two = (
            each._replace(kegiatan=tuple(step._replace(id=None) for step in each.kegiatan)) for each in (one, two)
        )
    assert one == two
    assert once.count("#") == text.count("#")


def test_ids_are_short_and_each_ones_own() -> None:
    step = "  - {{uraian: Memeriksa {0} berkas, pelaksana: a, keputusan: {{Ya: {1}, Tidak: {2}}}}}\n"
    text = "judul: J\npelaksana: {a: A}\nkegiatan:\n" + step.format("ulang", 2, "selesai") + step.format("akhir", 1, 3)
    text += "  - {uraian: Selesai, pelaksana: a}\n"
    said = Draft(format_text(text, ids=True)).data["kegiatan"]
    assert [each["id"] for each in said] == ["memeriksa-ulang", "memeriksa-akhir", "selesai-2"]


@pytest.mark.parametrize("text", ["''" * 300, "'a'", '"a\\tb"', "a", ""])
def test_a_file_that_is_one_text_stays_as_it_is(text: str) -> None:
    assert format_text(text, ids=False).strip() == text
