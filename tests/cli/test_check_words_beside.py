"""What was written or stamped upon the pages of a PDF of ours: quoted in its place, and what the verdict is then."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.page_edits import (
    edited,
    file_told,
    made,
    project_spec,
    with_another_text,
    with_words,
)

__all__ = ["made"]  # fixture


def test_what_was_put_beside_the_contents_is_told_and_hides_nothing(project, sopgen, made):
    def stamped(pdf: Any) -> None:
        pdf.pages[1].contents_add(pdf.make_stream(b"q 0 g 4 4 30 10 re f Q"))

    file = file_told(sopgen, project, edited(made, stamped))
    assert file["verdict"] == "memenuhi"
    assert [each["what"] for each in file["unexamined"]] == ["yang dibubuhkan pada halaman 2 di luar isinya"]


def test_words_written_beside_the_contents_are_quoted_and_leave_the_verdict_open(project, sopgen, made):
    file = file_told(sopgen, project, edited(made, with_words((60, 570))))
    assert [each["what"] for each in file["unexamined"]] == [
        "yang dibubuhkan pada halaman 2 di luar isinya: “Langkah 4 ditiadakan”"
    ]
    assert file["verdict"] == "tidak dapat dinilai"


def test_words_beside_are_quoted_where_something_else_was_changed_too(project, sopgen, made):
    def both(pdf: Any) -> None:
        with_another_text(pdf)
        with_words((60, 570))(pdf)

    file = file_told(sopgen, project, edited(made, both))
    assert any("“Langkah 4 ditiadakan”" in each["what"] for each in file["unexamined"])


def test_words_in_the_room_for_the_signature_hide_nothing(project, sopgen, made):
    from sopgen import pipeline

    document = pipeline.build_document(project_spec(project))
    left, _, _, bottom = document.pages[0].signature_box
    at = (round(left) + 6, round(document.pages[0].size[1] - bottom) + 12)
    file = file_told(sopgen, project, edited(made, with_words(at, 0, b"paraf")))
    assert [each["what"] for each in file["unexamined"]] == ["yang dibubuhkan pada halaman 1 di luar isinya"]
    assert file["verdict"] == "memenuhi"


def test_words_written_into_a_cell_are_mandatory(project, sopgen, made):
    from sopgen import pipeline

    page = pipeline.build_document(project_spec(project)).pages[1]
    row = page.rows[-1]
    at = (round(page.tables[-1].columns[-2]) + 3, round(page.size[1] - (row.y0 + row.y1) / 2))
    (project / "kiriman.pdf").write_bytes(edited(made, with_words(at, said=b"lewati")))
    found = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01").out)["findings"]
    assert [(each["rule"], each["severity"]) for each in found if "lewati" in each["message"]] == [("TBL-05", "wajib")]
