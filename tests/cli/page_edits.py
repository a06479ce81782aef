"""A small SOP's PDF, and what is done to its pages by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sopgen.pipeline import seal_state
from sopgen.render.pdf.seal import seal

SPECS = Path(__file__).parents[2] / "specs"
SPEC = """\
judul: Penyusunan Laporan Kinerja
nomor: SOP-001/ORG/2026
jenis: administratif
sifat: rutin
logo: {logo}
pelaksana: {{kepala: Kepala Bagian, analis: Analis}}
kegiatan:
  - {{uraian: Menugaskan Analis menyusun laporan, pelaksana: kepala,
     kelengkapan: Disposisi, waktu: 5 menit, output: Disposisi}}
  - {{uraian: Menyusun laporan dan menyampaikannya kepada Kepala Bagian, pelaksana: analis,
     kelengkapan: Disposisi, waktu: 2 jam, output: Konsep}}
  - {{uraian: Menandatangani laporan dan menyampaikannya kepada Analis, pelaksana: kepala,
     kelengkapan: Konsep, waktu: 1 jam, output: Laporan}}
  - {{uraian: Mendokumentasikan laporan, pelaksana: analis, kelengkapan: Laporan, waktu: 5 menit, output: Arsip}}
"""
Edit = Callable[[Any], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    from sopgen import pipeline

    folder = tmp_path_factory.mktemp("asal")
    (folder / "logo.png").write_bytes((SPECS / "contoh-logo.png").read_bytes())
    (folder / "lap.sop.yaml").write_text(SPEC.format(logo="logo.png"), encoding="utf-8")
    return pipeline.build_pdf(folder / "lap.sop.yaml")


def edited(data: bytes, edit: Edit) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        edit(pdf)
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


def project_spec(project: Path) -> Path:
    """The spec of `made`, at a place of its own."""
    (project / "asal").mkdir()
    (project / "asal" / "logo.png").write_bytes((SPECS / "contoh-logo.png").read_bytes())
    (project / "asal" / "lap.sop.yaml").write_text(SPEC.format(logo="logo.png"), encoding="utf-8")
    return project / "asal" / "lap.sop.yaml"


def instructions(pdf: Any, change: Callable[[list[Any]], list[Any]]) -> None:
    """The operators of the flow's page, changed."""
    page = pdf.pages[1]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(change([*pikepdf.parse_content_stream(page)])))


def without_a_line(pdf: Any) -> None:
    def change(found: list[Any]) -> list[Any]:
        last = [at for at, each in enumerate(found) if str(each.operator) == "S"][-1]
        first = max(at for at in range(last) if str(found[at].operator) == "m")
        return found[:first] + found[last + 1 :]

    instructions(pdf, change)


def with_another_text(pdf: Any) -> None:
    def change(found: list[Any]) -> list[Any]:
        texts = [at for at, each in enumerate(found) if str(each.operator) == "Tj"]
        one, other = texts[len(texts) // 2], texts[len(texts) // 2 + 4]
        found[one], found[other] = found[other], found[one]
        return found

    instructions(pdf, change)


def with_a_box_over_it(pdf: Any) -> None:
    pdf.pages[1].contents_add(pdf.make_stream(b"q 0.7 g 300 300 90 40 re f Q"))


def _black_box(pdf: Any) -> Any:
    """What an annotation of 60 by 20 points looks like."""
    drawn = pdf.make_stream(b"0 g 0 0 60 20 re f")
    drawn.Type, drawn.Subtype, drawn.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 60, 20]
    return pikepdf.Dictionary(N=drawn)


def with_a_stamp_on_paper_alone(pdf: Any) -> None:
    """No screen shows it: flags Print and NoView (ISO 32000-1, 12.5.3)."""
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=[300, 300, 360, 320],
        F=4 | 32,
        AP=_black_box(pdf),
    )
    page = pdf.pages[1]
    page.Annots = [*page.get("/Annots", []), pdf.make_indirect(stamp)]


def with_words_in_a_field(pdf: Any) -> None:
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Widget,
        FT=pikepdf.Name.Tx,
        T="isian",
        Rect=[300, 300, 360, 320],
        F=4,
        AP=_black_box(pdf),
    )
    page = pdf.pages[1]
    page.Annots = [*page.get("/Annots", []), pdf.make_indirect(field)]
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[page.Annots[-1]])


def with_a_page_more(pdf: Any) -> None:
    pdf.pages.append(pdf.pages[1])


def without_a_page(pdf: Any) -> None:
    del pdf.pages[-1]


def cut_to_a_part(pdf: Any) -> None:
    pdf.pages[1].CropBox = [0, 0, 300, 300]


def with_forged_seal(data: bytes) -> bytes:
    plain = re.sub(rb"/SegelSopgen \([0-9a-f]{64}\)", b"/SegelSopgen(" + b"0" * 64 + b") ", data)
    forged = seal(plain)
    assert seal_state(forged) == "whole"
    return forged


def file_told(sopgen: Any, project: Path, data: bytes) -> dict[str, Any]:
    (project / "kiriman.pdf").write_bytes(data)
    outcome = sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01")
    (file,) = json.loads(outcome.out)["files"]
    assert outcome.code == (0 if file["verdict"] == "memenuhi" else 1)
    return {**file, "unexamined": [each for each in file["unexamined"] if "halaman" in each["what"]]}


def with_words(at: tuple[int, int], page: int = 1, said: bytes = b"Langkah 4 ditiadakan") -> Edit:
    """In points from the page's lower left."""

    def write(pdf: Any) -> None:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        sheet = pdf.pages[page]
        sheet.add_resource(pdf.make_indirect(font), pikepdf.Name.Font, pikepdf.Name.Tulisan)
        sheet.contents_add(pdf.make_stream(b"q 0 g BT /Tulisan 9 Tf %d %d Td (%s) Tj ET Q" % (*at, said)))

    return write
