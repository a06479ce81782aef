"""A report is known again in whichever form and language; what only looks like one is not."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen.cli.check import WRITERS, _writer
from sopgen.report.recognition import is_report
from sopgen.report.review import Review, Reviewed
from tests.report.reviews import everything

CLEAN = Review(date(2026, 1, 1), (Reviewed("a.sop.yaml"),))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("review", [CLEAN, everything(), everything()._replace(scope="KEG,MB-01")])
def test_every_form_is_known_again(form, language, review):
    report = _writer(form)(review, language).encode()
    assert is_report(report)
    assert is_report(report.replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("form", WRITERS)
def test_a_report_that_somebody_wrote_on_is_not(form):
    report = _writer(form)(everything(), "id")
    assert not is_report(f"Catatan: sudah diperbaiki\n{report}".encode()) or form == "text"
    assert not is_report(f"{report}Catatan: sudah diperbaiki\n".encode()) or form != "text"


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_that_somebody_filled_in_is_not(language):
    page = _writer("html")(everything(), language)
    assert is_report(page.encode())
    assert not is_report(page.replace("<p></p>", "<p>Kurang lampiran</p>", 1).encode())
    assert not is_report(page.replace("</body>", "\n</body>").encode())
    assert not is_report((page + "<p>Disetujui</p>\n").encode())
    assert not is_report("".join(page.splitlines(keepends=True)[:-1]).encode()), "the seal is gone"


@pytest.mark.parametrize(
    "other",
    [
        b"%PDF-1.7\n\xff\xfe",
        b"judul: Pemeriksaan, tanggal acuan 2026-01-01\n",
        b"Rapat; tanggal acuan 2026-01-01\n",
        b'{"sopgen": "0.1.0", "spec": "a.sop.yaml"}\n',
        b'{"$schema": "https://example.org/sarif.json", "runs": [{"tool": {"driver": {"name": "lain"}}}]}',
        b'<?xml version="1.0"?>\n<testsuites name="pytest"/>\n',
        b"::error file=a.py,line=1::salah\n",
        b'<!DOCTYPE html>\n<html lang="id">\n<head>\n<title>LEMBAR PEMERIKSAAN SOP</title></head></html>\n',
        b"\n",
    ],
)
def test_other_files_are_not(other):
    assert not is_report(other)
