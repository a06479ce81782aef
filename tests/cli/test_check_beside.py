"""A document beside a spec of its name is left out of judgement only where it is what that spec gives, byte by byte."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sopgen.pipeline import seal_state
from sopgen.render.pdf.seal import seal

SPEC = """\
judul: Penyusunan Laporan Kinerja
nomor: SOP-001/ORG/2026
pelaksana: {kepala: Kepala Bagian, analis: Analis}
kegiatan:
  - {uraian: Menugaskan Analis menyusun laporan, pelaksana: kepala,
     kelengkapan: Disposisi, waktu: 5 menit, output: Disposisi}
  - {uraian: Menyusun laporan, pelaksana: analis, kelengkapan: Disposisi, waktu: 2 jam, output: Laporan}
"""
OLDER = SPEC.replace("2 jam", "3 jam")
OTHER = SPEC.replace("Laporan Kinerja", "Rencana Kerja").replace("001", "002").replace("laporan", "rencana")


def covered(data: bytes) -> bytes:
    """With a box over its table; the seal is broken by it."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.pages[1].contents_add(pdf.make_stream(b"q 0.7 g 300 380 90 40 re f Q"))
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


def forged(data: bytes) -> bytes:
    plain = re.sub(rb"/SegelSopgen ?\([0-9a-f]{64}\)", b"/SegelSopgen(" + b"0" * 64 + b") ", data)
    sealed = seal(plain)
    assert seal_state(sealed) == "whole"
    return sealed


def without_seal(data: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        del pdf.docinfo["/SegelSopgen"]
        pdf.save(target)
    return target.getvalue()


def as_it_is(data: bytes) -> bytes:
    return data


SEALS = {"whole": as_it_is, "forged": forged, "missing": without_seal}


def told(sopgen: Any, *args: str) -> dict[str, Any]:
    return json.loads(sopgen("check", *args, "--format", "json", "--date", "2026-01-01").out)


@pytest.mark.parametrize("made_of", [SPEC, OLDER, OTHER])
@pytest.mark.parametrize(
    ("state", "changed"),
    [("whole", False), ("forged", False), ("forged", True), ("missing", False), ("missing", True)],
)
@pytest.mark.parametrize("beside", [False, True])
def test_whatever_its_seal_says(project: Path, sopgen: Any, made_of: str, state: str, changed: bool, beside: bool):
    from sopgen import pipeline

    folder = project / "kiriman"
    folder.mkdir()
    (folder / "lap.sop.yaml").write_text(made_of, encoding="utf-8")
    data = pipeline.build_pdf(folder / "lap.sop.yaml")
    (folder / "lap.sop.yaml").unlink()
    (folder / "lap.pdf").write_bytes(SEALS[state](covered(data) if changed else data))
    if beside:
        (folder / "lap.sop.yaml").write_text(SPEC, encoding="utf-8")

    report = told(sopgen, "kiriman")

    files = {each["file"]: each for each in report["files"]}
    is_as_built = beside and made_of == SPEC and state == "whole"
    assert [each["file"] for each in report["left_out"]] == (["kiriman/lap.pdf"] if is_as_built else [])
    assert ("kiriman/lap.pdf" in files) is not is_as_built
    if not is_as_built:
        assert files["kiriman/lap.pdf"]["verdict"] == ("belum memenuhi" if changed else "memenuhi")
        same = beside and made_of == SPEC
        assert files["kiriman/lap.pdf"]["same_as"] == ("kiriman/lap.sop.yaml" if same else None)
        assert files["kiriman/lap.pdf"]["sop_verdict"] == ("belum memenuhi" if changed else "memenuhi")


def test_a_workbook_whose_seal_is_forged_is_judged_beside_its_spec(project: Path, sopgen: Any):
    from sopgen import pipeline
    from sopgen.foreign.package import read_package
    from sopgen.render.ooxml.parts import packed
    from sopgen.render.ooxml.seal import sealed

    folder = project / "kiriman"
    folder.mkdir()
    (folder / "lap.sop.yaml").write_text(SPEC, encoding="utf-8")
    good = pipeline.render_document(pipeline.build_document(folder / "lap.sop.yaml"), "xlsx")
    parts = read_package(good)
    (sheet,) = [name for name, part in parts.items() if b"2 jam" in part and "worksheets" in name]
    data = packed(sealed({**parts, sheet: parts[sheet].replace(b"2 jam", b"9 jam")}))
    assert seal_state(data) == "whole"
    (folder / "lap.xlsx").write_bytes(data)
    report = told(sopgen, "kiriman")
    assert report["left_out"] == []
    verdicts = {each["file"]: each["verdict"] for each in report["files"]}
    assert verdicts == {"kiriman/lap.sop.yaml": "memenuhi", "kiriman/lap.xlsx": "belum memenuhi"}
