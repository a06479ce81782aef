"""What people put upon a page of a finished PDF: named with its place and words, and a fault only where it hides."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from sopgen.scene import Box
from tests.cli.test_check_stamped import box_of, drawn, made, name_of, ring, stroke, told, upon

__all__ = ["drawn", "made"]  # fixtures

Put = Callable[[Box], str]
"""Operators, by the box of a cell."""


def words(said: str, size: float, turn: str = "1 0 0 1", colour: str = "0 g") -> Put:
    return lambda box: f"{colour} BT /Uji {size} Tf {turn} {box[0] + 1} {box[1] + 3} Tm ({said}) Tj ET"


def line(at: float, width: float) -> Put:
    return lambda box: (
        f"0 G {width} w {box[0] + 2} {box[1] + at * (box[3] - box[1])} m "
        f"{box[2] - 2} {box[1] + at * (box[3] - box[1])} l S"
    )


def filled(colour: str) -> Put:
    return lambda box: f"{colour} rg {box[0] + 2} {box[1] + 2} {box[2] - box[0] - 4} {box[3] - box[1] - 4} re f"


def around(box: Box) -> str:
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ring(*middle)


TIME = ("kegiatan", 1, "waktu")
TEXT = ("kegiatan", 1, "uraian")
NUMBER = ("nomor",)


@pytest.mark.parametrize(
    ("page", "path", "put", "verdict"),
    [
        (1, TIME, line(0.15, 0.8), "tidak dapat dinilai"),  # underlined
        (1, TEXT, line(0.5, 1), "tidak dapat dinilai"),  # struck through
        (1, TIME, around, "tidak dapat dinilai"),
        (0, NUMBER, around, "tidak dapat dinilai"),
        (0, NUMBER, line(0.5, 0.7), "tidak dapat dinilai"),
        (1, TIME, words("SALINAN", 30, colour="1 0 0 rg"), "memenuhi"),
        (1, TEXT, words("TERKENDALI", 24, turn="0.9 0.4 -0.4 0.9", colour="0.8 0 0 rg"), "memenuhi"),
        (0, NUMBER, words("LUNAS", 20, turn="0.9 0.3 -0.3 0.9", colour="0 0 0.8 rg"), "memenuhi"),
        (1, TEXT, words("TIDAK BERLAKU", 24, turn="0.9 0.4 -0.4 0.9", colour="0.8 0 0 rg"), "tidak dapat dinilai"),
    ],
)
def test_marks_over_printed_things_are_named_once(project, sopgen, drawn, made, page, path, put, verdict):
    found = told(sopgen, project, upon(made, page, put(box_of(drawn, page, *path))))
    assert (found[0], found[1], len(found[2])) == (verdict, [], 1)
    assert f"di atas isi halaman {page + 1}" in found[2][0]["what"]
    assert "“" in found[2][0]["what"]


@pytest.mark.parametrize("grave", ["0 0 0", "1 1 1", "0.5 0.5 0.5", "0.9 0.9 0.2", "0.2 0.2 0.5"])
@pytest.mark.parametrize(("page", "path"), [(1, TIME), (1, TEXT), (0, NUMBER), (0, ("dasar_hukum",))])
def test_whatever_covers_is_mandatory_once(project, sopgen, drawn, made, page, path, grave):
    verdict, found, _ = told(sopgen, project, upon(made, page, filled(grave)(box_of(drawn, page, *path))))
    assert (verdict, len(found)) == ("belum memenuhi", 1)
    assert f"hal. {page + 1}, " in found[0][0]


@pytest.mark.parametrize("opacity", [0.2, 0.4, 0.6])
@pytest.mark.parametrize("colour", ["1 1 0", "0.4 1 0.4", "1 0.6 0.8"])
def test_a_wash_under_which_all_can_be_read_is_a_mark(project, sopgen, drawn, made, opacity, colour):
    data = with_opacity(made, 1, opacity)
    put = filled(colour)(box_of(drawn, 1, *TEXT))
    verdict, found, marks = told(sopgen, project, upon(data, 1, f"/Pudar gs {put}"))
    assert (verdict, found, len(marks)) == ("tidak dapat dinilai", [], 1)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (0, "- 12 -"),
        (1, "Halaman 12 dari 80"),
        (1, "57"),
        (0, "12/11/2026 10:33  FAX 021 555 0000  BIRO CONTOH  hal 1"),
        (0, "Lampiran Keputusan Kepala Biro Umum Nomor 5 Tahun 2026"),
        (1, "SALINAN"),
    ],
)
def test_what_a_bundle_and_a_fax_print_into_the_margin_hinders_nothing(project, sopgen, made, page, said):
    verdict, found, marks = told(sopgen, project, upon(made, page, f"0 g BT /Uji 7 Tf 300 4 Td ({said}) Tj ET"))
    assert (verdict, found, len(marks)) == ("memenuhi", [], 1)
    assert " ".join(said.split()) in marks[0]["what"]


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("Text", "memenuhi"),
        ("Highlight", "memenuhi"),
        ("Underline", "memenuhi"),
        ("StrikeOut", "tidak dapat dinilai"),
        ("Redact", "tidak dapat dinilai"),
        ("Caret", "tidak dapat dinilai"),
    ],
)
def test_notes_are_told_with_their_place_and_words(project, sopgen, drawn, made, kind, verdict):
    data = with_note(made, 1, kind, box_of(drawn, 1, *TIME), "mohon dicek")
    found = told(sopgen, project, data)
    assert (found[0], found[1], len(found[2])) == (verdict, [], 1)
    assert "halaman 2 (langkah 2), pada “" in found[2][0]["what"]
    assert found[2][0]["what"].endswith("“mohon dicek”")


@pytest.mark.parametrize("across", [0, 12, -12])
def test_a_seal_over_name_and_frame_and_a_signature_hinder_nothing(project, sopgen, drawn, made, across):
    left, bottom, right, top = name_of(drawn)
    put = f"{ring(left + across, (bottom + top) / 2)} {stroke((left, bottom, right, top))}"
    verdict, found, marks = told(sopgen, project, upon(made, 0, put))
    assert (verdict, found, len(marks)) == ("memenuhi", [], 1)


def with_opacity(data: bytes, page: int, opacity: float) -> bytes:
    def edit(pdf: Any) -> None:
        pdf.pages[page].Resources["/ExtGState"] = pikepdf.Dictionary(Pudar=pikepdf.Dictionary(ca=opacity))

    return edited(data, edit)


def with_note(data: bytes, page: int, kind: str, box: Box, said: str) -> bytes:
    left, bottom, right, top = left_in(box)

    def edit(pdf: Any) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(f"/{kind}"),
            Rect=[left, bottom, right, top],
            QuadPoints=[left, top, right, top, left, bottom, right, bottom],
            C=[1, 1, 0],
            F=4,
            Contents=said,
        )
        at = pdf.pages[page]
        at.Annots = [*at.get("/Annots", []), pdf.make_indirect(note)]

    return edited(data, edit)


def left_in(box: Box) -> Box:
    return box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2


def edited(data: bytes, edit: Callable[[Any], None]) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        edit(pdf)
        pdf.save(target)
    return target.getvalue()
