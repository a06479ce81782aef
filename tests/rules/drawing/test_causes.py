"""What is told with a cause goes once the cause is mended. Another fault at the same step is a finding of its own."""

from __future__ import annotations

import re
from datetime import date

from sopgen import finished
from sopgen.diagnostics import Severity
from tests.rules.drawing.edits import (
    DRAWING,
    IDENTITY,
    SHEET,
    as_preset,
    cell,
    drawn_as,
    edited,
    packed,
    parts_of,
    without,
)

TODAY = date(2026, 1, 1)


def bald(name: str):
    return drawn_as(name, lambda anchor: re.sub(r"<a:tailEnd [^>]*/>", "", anchor))


def found(change, part: str = DRAWING) -> list:
    return list(finished.check_workbook(edited("sirebo", part, change), "x.xlsx")[1])


def test_an_arrow_that_is_gone_beside_one_without_a_head_is_told_too():
    told = found(lambda drawing: bald("Panah 10 → 11")(without("Panah 9 → 10")(drawing)))
    weighty = {(each.code, each.step) for each in told if each.severity is Severity.WAJIB}
    assert {("PNH-06", 9), ("PNH-04", 11)} <= weighty


def test_another_label_at_an_oval_is_told_too():
    def changed(drawing: str) -> str:
        drawing = drawing.replace("<a:t>Tidak</a:t>", "<a:t>Gagal</a:t>")
        return drawn_as("Langkah 7 · Keputusan", as_preset("ellipse"))(drawing)

    told = found(changed)
    assert {each.code for each in told} >= {"PNH-06", "FMT-02"}
    assert all("Gagal" not in said.id for each in told for said in each.consequences)


def test_an_oval_is_mended_as_the_spec_says():
    (oval,) = [each for each in found(drawn_as("Langkah 3 · Proses", as_preset("ellipse"))) if each.code == "FMT-02"]
    assert "menurut spesifikasinya kotak" in oval.message.id
    assert "kotak (Flowchart: Process)" in oval.remedy.id


def test_facts_that_the_paper_says_otherwise_are_mandatory():
    parts = parts_of(edited("sirebo", SHEET, cell("N4", "5 hari kerja")))
    parts[IDENTITY] = parts[IDENTITY].replace(b"SOP-49/SESJEN/10/2018", b"SOP-50/SESJEN/10/2018")
    parts[IDENTITY] = re.sub(rb"15 Oktober 2018", b"15 November 2025", parts[IDENTITY], count=1)
    held = finished.check_held(packed(parts), "x.xlsx", today=TODAY)
    facts = [each for each in held.diagnostics if each.code == "TBL-05"]
    assert {each.severity for each in facts} == {Severity.WAJIB}
    told = {each.path[0]: each for each in facts if each.path}
    assert "“15 November 2025”" in told["tanggal"].message.id
    assert told["tanggal"].span.column > 2  # the value's cell, not its label's
    assert {"nomor", "tanggal", "kegiatan"} <= told.keys()
    (number,) = [each for each in held.diagnostics if each.code == "HDR-12"] or [None]
    assert number is None or "yang tercetak lain" in number.message.id
