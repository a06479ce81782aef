"""The benchmark's yardstick draws what sopgen draws, without sopgen."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from sopgen.render.pdf import render_pdf
from tests.render.render_samples import a_document

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("limit")
    program = (
        "import json, sys; sys.path.insert(0, sys.argv[1]); import record;"
        "from tests.render.render_samples import a_document;"
        "open(sys.argv[2], 'w').write(json.dumps(record.record(a_document())))"
    )
    recording = folder / "recording.json"
    root = BENCHMARKS.parent
    subprocess.run([sys.executable, "-c", program, BENCHMARKS, recording], cwd=root, check=True)
    assert json.loads(recording.read_text())["fonts"]["LiberationSans-Regular"].startswith("sopgen/")
    command = [
        sys.executable,
        "-X",
        "importtime",
        BENCHMARKS / "limit.py",
        recording,
        "-n",
        "1",
        "-o",
        folder / "x.pdf",
    ]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    assert not re.search(r"\|\s+sopgen(\.|$)", done.stderr, re.MULTILINE)
    return (folder / "x.pdf").read_bytes()


def words(page):
    """A character that the font lacks is a box there and a path here."""
    return sorted(word for word in page.extract_text().split() if word.isascii() and word.isprintable())


def test_it_draws_as_much_as_the_renderer(drawn):
    with pdfplumber.open(BytesIO(drawn)) as least, pdfplumber.open(BytesIO(render_pdf(a_document()))) as ours:
        for bare, page in zip(least.pages, ours.pages, strict=True):
            assert words(bare) == words(page)
            assert len(bare.lines) == len(page.lines)
            assert len(bare.images) == len(page.images)
            assert len(bare.rects) == len(page.rects)
            assert len(page.curves) - len(bare.curves) in (0, 1)
