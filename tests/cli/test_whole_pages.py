"""Whole pages of a PDF that are missing, doubled, out of order, turned, cut or foreign: one finding, of pages alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

SPECS = Path(__file__).parents[2] / "specs"
Edit = Callable[[Any], object]


@pytest.fixture(scope="module")
def made() -> bytes:
    """Four pages: the identity, and three of the flow; an emblem on the first."""
    from sopgen import pipeline

    return pipeline.build_pdf(SPECS / "contoh-lengkap.sop.yaml")


@pytest.fixture(scope="module")
def other() -> bytes:
    from sopgen import pipeline

    return pipeline.build_pdf(SPECS / "konsinyering.sop.yaml")


def edited(data: bytes, *edits: Edit) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for edit in edits:
            edit(pdf)
        pdf.save(target)
    return target.getvalue()


def in_order(*pages: int) -> Edit:
    def put(pdf: Any) -> None:
        before = [*pdf.pages]
        pdf.pages.extend(before[page - 1] for page in pages)
        del pdf.pages[: len(before)]

    return put


def turned(page: int, degrees: int) -> Edit:
    return lambda pdf: pdf.pages[page - 1].rotate(degrees, relative=True)


def cut(page: int, *box: float, of: str = "CropBox") -> Edit:
    return lambda pdf: pdf.pages[page - 1].__setattr__(of, [*box])


def covered(page: int) -> Edit:
    return lambda pdf: pdf.pages[page - 1].contents_add(pdf.make_stream(b"q 1 g 300 300 90 40 re f Q"))


def told(sopgen: Any, project: Path, data: bytes) -> tuple[list[tuple[str, str]], list[str], str]:
    """Place and message of what is said of the file; the pages that were not examined; the verdict."""
    (project / "kiriman.pdf").write_bytes(data)
    report = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01").out)
    (file,) = report["files"]
    said = [(each["place"], each["message"]) for each in report["findings"] if each["severity"] == "wajib"]
    aside = [each["what"] for each in file["unexamined"] if "halaman" in each["what"]]
    return said, aside, file["verdict"]


@pytest.mark.parametrize(
    ("edits", "place", "message"),
    [
        ([in_order(1, 3, 4)], "sesudah hal. 1", "Halaman 2 SOP ini tidak ada di berkas ini."),
        ([in_order(2, 3, 4)], "sebelum hal. 1", "Halaman 1 SOP ini tidak ada di berkas ini."),
        ([in_order(1, 4)], "sesudah hal. 1", "Halaman 2 dan 3 SOP ini tidak ada di berkas ini."),
        ([in_order(1, 3, 2, 4)], "hal. 2 dan 3", "Halaman tertukar: hal. 2 dan 3."),
        (
            [in_order(4, 1, 2, 3)],
            "hal. 1",
            "Halaman tidak berurutan: hal. 1 di sini seharusnya hal. 4 SOP ini.",
        ),
        (
            [in_order(1, 3, 4, 2)],
            "hal. 4",
            "Halaman tidak berurutan: hal. 4 di sini seharusnya hal. 2 SOP ini.",
        ),
        (
            [in_order(4, 3, 2, 1)],
            "hal. 2–4",
            "Halaman tidak berurutan: hal. 2, 3, dan 4 di sini seharusnya hal. 3, 2, dan 1 SOP ini.",
        ),
        ([in_order(1, 1, 2, 3, 4)], "hal. 1", "Halaman 1 mengulang halaman 2: isinya tercetak dua kali."),
        ([turned(2, 90)], "hal. 2", "Halaman 2 diputar."),
        ([turned(3, 180)], "hal. 3", "Halaman 3 diputar."),
        ([turned(page, 270) for page in (1, 2, 3, 4)], "hal. 1–4", "Halaman 1–4 diputar."),
        ([cut(2, 0, 0, 600, 500)], "hal. 2", "Halaman 2 dipotong: hanya sebagian isinya yang terlihat."),
        (
            [cut(2, 0, 0, 500, 595.28, of="MediaBox")],
            "hal. 2",
            "Halaman 2 dipotong: hanya sebagian isinya yang terlihat.",
        ),
    ],
)
def test_one_cause_is_one_finding_without_steps(project, sopgen, made, edits, place, message):
    said, aside, verdict = told(sopgen, project, edited(made, *edits))
    assert said == [(place, message)]
    assert (aside, verdict) == ([], "belum memenuhi")


def test_a_page_of_another_sop_in_place_of_one_is_told_alone(project, sopgen, made, other):
    with pikepdf.open(BytesIO(other)) as brought:

        def replace(pdf: Any) -> None:
            pdf.pages[2] = brought.pages[1]

        data = edited(made, replace)
    said, aside, _ = told(sopgen, project, data)
    assert said == [("hal. 3", "Halaman 3 bukan halaman SOP ini; di situ seharusnya halaman 3 SOP ini.")]
    assert aside == []


def test_pages_of_another_sop_alone_are_one_finding(project, sopgen, made, other):
    with pikepdf.open(BytesIO(other)) as brought:

        def replace(pdf: Any) -> None:
            del pdf.pages[:]
            pdf.pages.extend(brought.pages)

        data = edited(made, replace)
    said, _, verdict = told(sopgen, project, data)
    assert [place for place, _ in said] == ["semua halaman"]
    assert said[0][1].startswith("Isi berkas ini bukan SOP ini")
    assert verdict == "belum memenuhi"


@pytest.mark.parametrize("at", [0, 4])
def test_pages_beside_the_sop_leave_its_verdict_and_are_told(project, sopgen, made, other, at):
    """In front, where its own emblem stands, or behind."""
    with pikepdf.open(BytesIO(other)) as brought:

        def put(pdf: Any) -> None:
            pdf.pages.insert(at, brought.pages[0])

        more, changed = edited(made, put), edited(made, covered(3), put)
    said, aside, verdict = told(sopgen, project, more)
    assert (said, verdict) == ([], told(sopgen, project, made)[2])
    assert aside == [f"halaman {at + 1}, yang bukan bagian SOP ini"]
    said, aside, verdict = told(sopgen, project, changed)
    assert said
    assert all(place.startswith(f"hal. {3 + (at == 0)}, langkah ") for place, _ in said)
    assert (aside, verdict) == ([f"halaman {at + 1}, yang bukan bagian SOP ini"], "belum memenuhi")


@pytest.mark.parametrize(
    ("edits", "place"), [([covered(2), in_order(1, 3, 2, 4)], "hal. 3, "), ([covered(3), turned(3, 90)], "hal. 3, ")]
)
def test_what_was_changed_on_a_moved_or_turned_page_is_told_at_the_files_page(project, sopgen, made, edits, place):
    said, _, _ = told(sopgen, project, edited(made, *edits))
    assert len(said) == 2
    assert any(where.startswith(place) and "langkah" in where for where, _ in said)


def test_a_page_that_repeats_another_one_with_changes_is_told(project, sopgen, made):
    """Its page once as it was and once more, changed: no page beside the SOP."""
    with pikepdf.open(BytesIO(made)) as brought:
        covered(3)(brought)

        def put(pdf: Any) -> None:
            pdf.pages.append(brought.pages[2])

        said, aside, _ = told(sopgen, project, edited(made, put))
    assert [place for place, _ in said] == ["hal. 5"]
    assert "mengulang halaman 3" in said[0][1]
    assert aside == []


def test_pages_of_a_file_of_more_than_sixty_are_told_as_of_any(project, sopgen, made):
    """Seventy pages in front, and two of the SOP's that changed places."""

    def put(pdf: Any) -> None:
        letter = pikepdf.new()
        letter.add_blank_page(page_size=(595, 842))
        letter.pages[0].Contents = letter.make_stream(b"0 G 3 w 100 100 m 400 300 l S")
        for _ in range(70):
            pdf.pages.insert(0, letter.pages[0])

    said, aside, _ = told(sopgen, project, edited(made, in_order(1, 3, 2, 4), put))
    assert said == [
        ("hal. 72 dan 73", "Halaman tidak berurutan: hal. 72 dan 73 di sini seharusnya hal. 3 dan 2 SOP ini.")
    ]
    assert aside == ["halaman 1–70, yang bukan bagian SOP ini"]


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([in_order(1, 3, 4)], "Halaman 2 SOP ini tidak ada di berkas ini."),
        ([turned(page, 270) for page in (1, 2, 3, 4)], "Halaman 1–4 diputar."),
        ([cut(2, 0, 0, 600, 500)], "Halaman 2 dipotong: hanya sebagian isinya yang terlihat."),
    ],
)
def test_of_a_long_file_each_page_is_asked_of_its_own_alone(project, sopgen, made, monkeypatch, edits, message):
    monkeypatch.setattr("sopgen.render.pdf.pairing._MOST_COMPARED", 8)
    said, aside, _ = told(sopgen, project, edited(made, *edits))
    assert ([each for _, each in said], aside) == ([message], [])
