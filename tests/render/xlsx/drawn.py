"""Documents for the tests of workbooks: the references, and specs made by hand or at random."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sopgen import pipeline
from sopgen.intake.sop import Sop
from sopgen.scene import Document
from tests.generator import generate

ROOT = Path(__file__).resolve().parents[3]
REFERENCES = ("contoh-lengkap", "contoh-ringkas", "konsinyering", "sirebo")
SMALL = """\
judul: Layanan Uji
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
  - {uraian: Menyusun konsep, pelaksana: staf}
  - {uraian: Memeriksa konsep, pelaksana: kepala, keputusan: {Ya: 3, Tidak: 1}}
  - {uraian: Mengirim surat, pelaksana: staf}
"""


@cache
def reference(name: str, *, draft: bool = False) -> tuple[Sop, Document]:
    loaded = pipeline.load(ROOT / "specs" / f"{name}.sop.yaml")
    return loaded.sop, pipeline.lay_out(loaded, draft=draft)


@cache
def made_of(text: str) -> tuple[Sop, Document]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "uji.sop.yaml")
        path.write_text(text, encoding="utf-8")
        loaded = pipeline.load(path)
        return loaded.sop, pipeline.lay_out(loaded)


def random_one(seed: int) -> tuple[Sop, Document]:
    """A random SOP, kept short so that many can be looked at."""
    return made_of(generate(seed, steps=(5, 18), lanes=(2, 8), letters=(1, 200)))


@cache
def workbook(name: str) -> bytes:
    """The workbook of a reference."""
    return pipeline.render_document(reference(name)[1], "xlsx")
