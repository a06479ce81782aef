"""Whether title and steps speak of one paper."""

from __future__ import annotations

from sopgen.intake import load_spec
from sopgen.intake.memory_source import MemorySource
from sopgen.rules.language.matter import other_paper

STEPS = ("Menyusun surat tugas", "Memeriksa surat tugas", "Menandatangani surat tugas", "Mengarsipkan surat tugas")
TITLE = "Pembuatan Surat Izin Cuti"


def told(title: str = TITLE, steps: tuple[str, ...] = STEPS, box: str = "Komputer") -> str:
    texts = "".join(f"  - {{uraian: {text}, pelaksana: a}}\n" for text in steps)
    spec = f"judul: {title}\npelaksana: {{a: Analis}}\nperalatan: {box}\nkegiatan:\n{texts}"
    return other_paper(title, load_spec(MemorySource("s.sop.yaml", spec.encode())).sop)


def test_steps_on_another_paper_are_told():
    assert told() == "surat tugas"


def test_a_paper_that_a_step_or_box_names_is_the_titles():
    assert told(steps=(*STEPS, "Menghitung sisa cuti")) == ""
    assert told(box="Buku cuti") == ""


def test_where_nobody_can_tell_nothing_is_told():
    assert told(steps=STEPS[:3]) == ""
    assert told("Pembuatan Surat") == ""
    assert told("Pelayanan Cuti") == ""
    assert told(steps=("Menyusun surat", "Mengirim surat masuk", "Menerima", "Mencatat")) == ""
