"""What specs inherit of sopgen.yaml is checked as what they say themselves, and told at its place there."""

from __future__ import annotations

import json

SPEC = """\
judul: {} Surat
pelaksana: {{analis: Analis, arsiparis: Arsiparis}}
kegiatan:
  - {{uraian: Menyusun surat, pelaksana: analis}}
  - {{uraian: Mendokumentasikan surat, pelaksana: arsiparis}}
"""


def test_inherited_texts_are_spelt_as_the_specs_own_and_one_place_is_one_finding(project, sopgen, write):
    write("sopgen.yaml", "peringatan: Ada resiko bila terlambat\nperalatan:\n  - Komputer\n  - Buku praktek\n")
    write("specs/a.sop.yaml", SPEC.format("Pembuatan"))
    write("specs/b.sop.yaml", SPEC.format("Penerbitan") + "peralatan: Komputer\n")
    told = json.loads(sopgen("check", "--select", "EJA", "--format", "json").out)
    assert [(each["file"], each["line"], each["column"]) for each in told["findings"]] == [
        ("sopgen.yaml", 1, 17),
        ("sopgen.yaml", 4, 10),
    ]
