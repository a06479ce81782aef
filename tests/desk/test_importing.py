"""Old files that somebody drags onto the page: SOPs with doubts and originals, or why there are none."""

from __future__ import annotations

import json

from sopgen import oldstock, pipeline
from sopgen.desk.wire import reply
from sopgen.drawn import files
from sopgen.intake import MemorySource
from tests.drawn.drawing_pdf import STEPS, with_a_stray_arrow


def ask(data: bytes, name: str = "SOP (1).pdf", language: str = "id") -> dict:
    return json.loads(reply("import", json.dumps({"name": name, "language": language}), {"file": data}).text)


def test_an_old_page_becomes_a_document_with_its_doubts_and_its_original():
    page = with_a_stray_arrow()
    (sop,) = ask(page, "SOP lama.pdf")["data"]["sops"]
    assert sop["document"]["name"] == "SOP lama.sop.yaml"
    loaded = pipeline.load(MemorySource(sop["document"]["name"], sop["document"]["text"].encode()))
    assert [step.uraian.teks for step in loaded.sop.kegiatan] == list(STEPS)
    assert sop["title"] == "Pengiriman Surat"
    assert sop["counts"] == {"read": 27, "doubtful": 1, "unread": 1}  # a step beside the arrow
    assert sop["doubts"] == [
        {"place": each.place.id, "message": each.message.id, "step": 4}
        for each in oldstock.import_drawn(page)[0].doubts
    ]
    (original,) = sop["originals"]
    assert original["name"] == "halaman 1"
    assert original["svg"].startswith("<svg")
    assert original["svg"].count('class="unread"') == 1


def test_a_workbook_is_shown_without_a_picture():
    from tests.drawn.test_bounds import BOOK

    (sop,) = ask(BOOK.read_bytes(), "a.xlsx", "en")["data"]["sops"]
    assert all("data:image" not in each["svg"] and "<foreignObject" in each["svg"] for each in sop["originals"])


def test_what_cannot_be_read_is_refused_in_words():
    told = ask(b"apa\x00saja", "a.xlsx")
    assert told["data"] == {}
    assert files.NO_FILE.id in told["refusals"][0]["message"]
    assert files.NO_PDF.id in ask(b"%PDF-1.4 apa saja")["refusals"][0]["message"]
