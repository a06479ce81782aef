"""A report is known again in whichever form and language; what only looks like one is not."""

from __future__ import annotations

import json
from datetime import date
from xml.etree.ElementTree import fromstring, tostring

import pytest

from sopgen.cli.check_reports import WRITERS, writer_of
from sopgen.report.recognition import is_report
from sopgen.report.review import Review, Reviewed
from sopgen.report.seal import sealed_report
from tests.report.reviews import everything

CLEAN = Review(date(2026, 1, 1), (Reviewed("a.sop.yaml"),))


def written(form, review, language="id"):
    return sealed_report(writer_of(form)(review, language), form)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("review", [CLEAN, everything(), everything()._replace(scope="KEG,MB-01")])
def test_every_form_is_known_again(form, language, review):
    report = written(form, review, language).encode()
    assert is_report(report)
    assert is_report(report.replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("form", WRITERS)
def test_a_report_that_somebody_wrote_on_is_not(form):
    report = written(form, everything())
    lines = report.splitlines(keepends=True)
    for at in {0, 1, len(lines) // 2, len(lines) - 1, len(lines)}:
        noted = "".join([*lines[:at], "    Catatan: sudah diperbaiki\n", *lines[at:]])
        assert not is_report(noted.encode()), f"a note before line {at + 1}"
    if form != "github":  # a list of commands to a CI server, which nobody keeps
        assert not is_report(report.replace("wajib", "wajlb", 1).replace("KEG", "KEJ", 1).encode())
        assert not is_report(writer_of(form)(everything(), "id").encode()) or form == "html", "the seal is gone"


def test_a_sealed_report_is_still_what_programs_read():
    review = everything()
    assert json.loads(written("json", review)).keys() - {"segel"} == json.loads(writer_of("json")(review, "id")).keys()
    assert json.loads(written("sarif", review))["runs"] == json.loads(writer_of("sarif")(review, "id"))["runs"]
    assert tostring(fromstring(written("junit", review))) == tostring(fromstring(writer_of("junit")(review, "id")))


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_that_somebody_filled_in_is_not(language):
    page = writer_of("html")(everything(), language)
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
