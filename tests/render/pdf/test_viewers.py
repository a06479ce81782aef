"""The finished file in other people's programs; pdf.js needs a newer Node.js than CI has: benchmarks/viewers/."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from sopgen.pipeline import build_document
from sopgen.render.pdf import render_pdf
from tests.render.render_samples import a_document
from tests.required_tools import skip_without

ROOT = Path(__file__).resolve().parents[3]
SPECS = sorted((ROOT / "specs").glob("*.sop.yaml"))
SCALE = 1.2


@pytest.fixture(scope="module", params=[*SPECS, None], ids=lambda spec: spec.name.split(".")[0] if spec else "contoh")
def document(request):
    return build_document(request.param) if request.param else a_document(draft=True)


@pytest.fixture(scope="module")
def finished(document):
    return render_pdf(document)


def test_qpdf_finds_nothing_wrong(finished):
    with pikepdf.open(BytesIO(finished)) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("archival", ["3a", "2a"])
def test_it_looks_as_without_the_archival_step(document, archival):
    plain = pypdfium2.PdfDocument(render_pdf(document, "none"))
    pages = pypdfium2.PdfDocument(render_pdf(document, archival))

    assert len(pages) == len(plain)
    for page, other in zip(pages, plain, strict=True):
        first, second = (each.render(scale=SCALE).to_pil() for each in (page, other))
        assert ImageChops.difference(first, second).getbbox() is None


@pytest.mark.parametrize("command", [("pdftoppm", "-r", "20"), ("pdftotext",), ("pdfinfo", "-struct-text")])
def test_poppler_reads_it_without_a_word(finished, command, tmp_path):
    if shutil.which(command[0]) is None:
        skip_without("poppler", f"{command[0]} (poppler-utils) is not installed")
    path = tmp_path / "x.pdf"
    path.write_bytes(finished)
    read = subprocess.run([*command, path, *([tmp_path / "page"] if command[0] != "pdfinfo" else [])],
        capture_output=True, check=True)  # fmt: skip

    assert read.stderr == b""
