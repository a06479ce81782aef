"""Several SOPs merged into one PDF are judged one by one, whether their specs survived the merging or not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

SPECS = Path(__file__).parents[2] / "specs"
TODAY = "2026-01-01"
pytestmark = [  # the field for a signature is not copied, and nobody looks at it
    pytest.mark.filterwarnings("ignore:Copying pages"),
    pytest.mark.filterwarnings("ignore:This document has"),
]


@pytest.fixture(scope="module")
def one() -> bytes:
    """Three pages, no mandatory finding."""
    from sopgen import pipeline

    return pipeline.build_pdf(SPECS / "contoh-ringkas.sop.yaml")


@pytest.fixture(scope="module")
def other() -> bytes:
    """Two pages, mandatory findings."""
    from sopgen import pipeline

    return pipeline.build_pdf(SPECS / "konsinyering.sop.yaml")


def letter(size: tuple[float, float] = (595, 842), words: bytes = b"Bersama ini kami kirimkan SOP") -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=size)
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F 12 Tf 80 400 Td (" + words + b") Tj ET")
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def merged(*files: bytes, specs: Sequence[bool] | None = None) -> bytes:
    """The pages of all; `specs`: whose are kept. The first one's description stays where its spec does."""
    kept = specs if specs is not None else [True] * len(files)
    whole = pikepdf.open(BytesIO(files[0])) if kept[0] else pikepdf.new()
    for at, (file, keeps) in enumerate(zip(files, kept, strict=True)):
        pdf = pikepdf.open(BytesIO(file))
        if at or not kept[0]:
            whole.pages.extend(pdf.pages)
        if at and keeps and "/AF" in pdf.Root:
            whole.Root.AF = [*whole.Root.get("/AF", []), *(whole.copy_foreign(each) for each in pdf.Root.AF)]
    target = BytesIO()
    whole.save(target)
    return target.getvalue()


def told(sopgen: Any, project: Path, data: bytes) -> tuple[list[tuple[int | None, str]], dict[str, Any]]:
    """Each SOP with its verdict, and the whole report."""
    (project / "kiriman.pdf").write_bytes(data)
    report = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", TODAY).out)
    return [(each["sop"], each["verdict"]) for each in report["files"]], report


def aside(report: dict[str, Any]) -> Iterator[str]:
    return (each["what"] for file in report["files"] for each in file["unexamined"] if "bukan bagian" in each["what"])


def test_each_is_judged_by_its_own_spec_at_the_pages_of_the_file(project, sopgen, one, other):
    verdicts, report = told(sopgen, project, merged(one, other))
    assert verdicts == [(1, "memenuhi"), (2, "belum memenuhi")]
    assert report["sums"]["sops"] == 2
    assert {each["place"].split(",")[0] for each in report["findings"] if each["severity"] == "wajib"} == {"SOP 2"}
    assert any("hal. 5, langkah" in each["place"] for each in report["findings"])
    assert list(aside(report)) == []


@pytest.mark.parametrize("form", ["sarif", "junit", "html", "github", "text"])
def test_every_report_has_an_entry_of_each(project, sopgen, one, other, form):
    (project / "kiriman.pdf").write_bytes(merged(one, other))
    said = sopgen("check", "kiriman.pdf", "--format", form, "--date", TODAY).out
    assert "SOP 2" in said or "kiriman.pdf#2" in said


def test_letters_between_are_told_once(project, sopgen, one, other):
    verdicts, report = told(sopgen, project, merged(letter(), one, letter(), other, specs=[False, True, False, True]))
    assert [verdict for _, verdict in verdicts] == ["memenuhi", "belum memenuhi"]
    assert list(aside(report)) == ["halaman 1 dan 5, yang bukan bagian SOP mana pun di berkas ini"]


@pytest.mark.parametrize("kept", [[False, False], [True, False], [False, True]])
def test_one_whose_spec_was_lost_cannot_be_judged_by_it_and_says_so(project, sopgen, one, other, kept):
    _, report = told(sopgen, project, merged(one, other, specs=kept))
    assert len(report["files"]) == 2
    for file, keeps in zip(report["files"], kept, strict=True):
        lost = any(each["what"].startswith("apakah isinya sama") for each in file["unexamined"])
        assert lost is not keeps
    if not kept[0]:
        assert report["files"][0]["verdict"] == "tidak dapat dinilai"


def test_a_binder_of_many_is_parted_at_each(project, sopgen, one, other):
    files = [letter(), *[one, letter(), other] * 3]
    verdicts, report = told(sopgen, project, merged(*files, specs=[False] + [True, False, True] * 3))
    assert len(verdicts) == 2  # the same SOP three times is one that is printed three times
    again = [each["message"] for each in report["findings"] if "tercetak berkali-kali" in each["message"]]
    assert len(again) == 2


def test_a_page_that_one_of_them_lacks_and_one_that_stands_in_another_is_told_there(project, sopgen, one, other):
    with pikepdf.open(BytesIO(merged(one, other))) as pdf:
        del pdf.pages[2]  # the first one's last
        pdf.pages[3].contents_add(pdf.make_stream(b"q 0.7 g 300 300 90 40 re f Q"))  # on the flow of the second
        target = BytesIO()
        pdf.save(target)
    verdicts, report = told(sopgen, project, target.getvalue())
    assert [verdict for _, verdict in verdicts] == ["belum memenuhi", "belum memenuhi"]
    found = [(each["place"], each["message"]) for each in report["findings"] if each["rule"] == "TBL-05"]
    assert ("SOP 1, sesudah hal. 2", "Halaman 3 SOP ini tidak ada di berkas ini.") in found
    assert any(place.startswith("SOP 2, hal. 4, ") for place, _ in found)


def test_the_whole_sop_twice_is_one_finding(project, sopgen, one):
    verdicts, report = told(sopgen, project, merged(one, one))
    assert verdicts == [(None, "belum memenuhi")]
    (found,) = [each for each in report["findings"] if each["severity"] == "wajib"]
    assert (found["place"], found["message"]) == (
        "hal. 4–6",
        "Seluruh SOP ini tercetak dua kali: halaman 4–6 mengulang halaman 1–3.",
    )


def test_an_attached_spec_without_pages_is_told_and_is_no_sop(project, sopgen, one, other):
    with pikepdf.open(BytesIO(merged(one, other))) as pdf:
        del pdf.pages[3:]
        target = BytesIO()
        pdf.save(target)
    verdicts, report = told(sopgen, project, target.getvalue())
    assert verdicts == [(None, "memenuhi")]
    assert any(
        each["why"] == "tidak satu pun halamannya ada di berkas ini" for each in report["files"][0]["unexamined"]
    )


def test_a_spec_put_in_place_of_the_one_it_was_made_from_is_told_as_such(project, sopgen, one, other):
    from sopgen import pipeline

    with pikepdf.open(BytesIO(one)) as pdf:
        pdf.Root.AF[0].EF.F.write(pipeline.enclosed(other).spec)
        target = BytesIO()
        pdf.save(target)
    verdicts, report = told(sopgen, project, target.getvalue())
    assert verdicts == [(None, "tidak dapat dinilai")]
    assert any("SHA-256 tidak cocok" in each["why"] for each in report["files"][0]["unexamined"])


def test_each_gets_a_marked_copy_whose_pages_name_those_of_the_file(project, sopgen, one, other):
    import pdfplumber

    (project / "kiriman.pdf").write_bytes(merged(letter(), one, other, specs=[False, True, True]))
    sopgen("check", "kiriman.pdf", "--mark", "--date", TODAY)
    for name, first in (("kiriman.pdf", 2), ("kiriman-2.pdf", 5)):
        with pdfplumber.open(project / "temuan" / f"{name}.bertanda.pdf") as copy:
            assert f"HAL. {first} BERKAS" in (copy.pages[0].extract_text() or "")
            assert f"HAL. {first + 1} BERKAS" in (copy.pages[1].extract_text() or "")


def test_a_copy_of_a_file_that_is_one_sop_names_no_other_numbers(project, sopgen, other):
    import pdfplumber

    (project / "kiriman.pdf").write_bytes(other)
    sopgen("check", "kiriman.pdf", "--mark", "--date", TODAY)
    with pdfplumber.open(project / "temuan" / "kiriman.pdf.bertanda.pdf") as copy:
        assert "BERKAS ASLI" in (copy.pages[0].extract_text() or "")
        assert "HAL. 1 BERKAS" not in (copy.pages[0].extract_text() or "")
