"""The committed outputs are what the program makes today; `python tools/outputs.py` makes them anew."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from sopgen.foreign.package import read_package
from sopgen.paperwork import render_service
from sopgen.pipeline import build_document, enclosed, lay_out_picture, lay_out_public, load, render_document
from tests.drawing_text import drawing_text
from tests.tag_tree import tag_tree

ROOT = Path(__file__).resolve().parent.parent
SPECS = sorted((ROOT / "specs").glob("*.sop.yaml"))
PUBLIC = {
    "contoh-lengkap.publik": lay_out_public,
    "contoh-lengkap.gambar": lay_out_picture,
    "contoh-lengkap.gambar-a3": partial(lay_out_picture, sheet="A3"),
}
"""Papers of the reference service SOP, each with what draws it."""
SERVICE_SHEETS = ("standar", "maklumat", "selebaran")


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name.removesuffix(".sop.yaml"))
def test_the_drawing_is_the_golden_one(spec):
    golden = ROOT / "tests" / "golden" / f"{spec.name.removesuffix('.sop.yaml')}.txt"

    assert drawing_text(build_document(spec)) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name.removesuffix(".sop.yaml"))
def test_the_tag_tree_is_the_golden_one(spec):
    golden = ROOT / "tests" / "golden" / f"{spec.name.removesuffix('.sop.yaml')}.tags.txt"

    assert tag_tree(render_document(build_document(spec))) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name.removesuffix(".sop.yaml"))
def test_the_committed_output_looks_as_it_is_drawn_today(spec):
    committed = pypdfium2.PdfDocument(ROOT / "output" / f"{spec.name.removesuffix('.sop.yaml')}.pdf")
    today = pypdfium2.PdfDocument(render_document(build_document(spec)))

    assert len(committed) == len(today)
    for old, new in zip(committed, today, strict=True):
        difference = ImageChops.difference(old.render(scale=0.8).to_pil(), new.render(scale=0.8).to_pil())
        assert difference.getbbox() is None


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name.removesuffix(".sop.yaml"))
def test_the_committed_workbook_is_what_is_written_today(spec):
    committed = (ROOT / "output" / f"{spec.name.removesuffix('.sop.yaml')}.xlsx").read_bytes()

    assert read_package(committed) == read_package(render_document(build_document(spec), "xlsx"))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name.removesuffix(".sop.yaml"))
def test_the_committed_output_carries_the_spec_of_today(spec):
    committed = ROOT / "output" / f"{spec.name.removesuffix('.sop.yaml')}.pdf"

    assert enclosed(committed.read_bytes()) == build_document(spec).origin


def test_every_spec_has_its_output_and_no_output_is_left_over():
    names = {spec.name.removesuffix(".sop.yaml") for spec in SPECS}

    papers = set(PUBLIC) | {f"contoh-lengkap.{sheet}" for sheet in SERVICE_SHEETS}
    assert {path.stem for path in (ROOT / "output").glob("*.pdf")} == names | papers
    assert {path.stem for path in (ROOT / "output").glob("*.xlsx")} == names


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_paper_is_the_golden_one(name):
    document = PUBLIC[name](load(ROOT / "specs" / f"{name.partition('.')[0]}.sop.yaml"))
    finished = render_document(document)
    golden = ROOT / "tests" / "golden"

    assert drawing_text(document) == (golden / f"{name}.txt").read_text(encoding="utf-8")
    assert tag_tree(finished) == (golden / f"{name}.tags.txt").read_text(encoding="utf-8")
    committed = pypdfium2.PdfDocument(ROOT / "output" / f"{name}.pdf")
    for old, new in zip(committed, pypdfium2.PdfDocument(finished), strict=True):
        difference = ImageChops.difference(old.render(scale=0.8).to_pil(), new.render(scale=0.8).to_pil())
        assert difference.getbbox() is None


@pytest.mark.parametrize("sheet", SERVICE_SHEETS)
def test_a_service_paper_is_the_golden_one(sheet):
    loaded = load(ROOT / "specs" / "contoh-lengkap.sop.yaml")
    committed = ROOT / "output" / f"contoh-lengkap.{sheet}.pdf"
    finished = render_service(loaded, sheet)

    tags = ROOT / "tests" / "golden" / f"contoh-lengkap.{sheet}.tags.txt"
    assert tag_tree(finished) == tags.read_text(encoding="utf-8")
    for old, new in zip(pypdfium2.PdfDocument(committed), pypdfium2.PdfDocument(finished), strict=True):
        difference = ImageChops.difference(old.render(scale=0.8).to_pil(), new.render(scale=0.8).to_pil())
        assert difference.getbbox() is None
    document = read_package(committed.with_suffix(".docx").read_bytes())
    assert document == read_package(render_service(loaded, sheet, "docx"))
