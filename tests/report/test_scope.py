"""What was left out on purpose: no verdict may rest on it, and no check fails by it."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from sopgen.intake.loaded import Setelan
from sopgen.report.baseline import REASON
from sopgen.report.folding import folded
from sopgen.report.github import github_annotations
from sopgen.report.json_findings import json_findings
from sopgen.report.junit import junit_xml
from sopgen.report.review import Accepted, Review, Reviewed, Verdict
from sopgen.report.sarif import sarif_log
from sopgen.report.scope import within
from sopgen.report.selection import Selection
from sopgen.report.sheet import compliance_sheet
from sopgen.report.text_findings import text_findings
from sopgen.rules.missing_keys import unexamined_for_want_of_keys
from tests.report.reviews import finding

TODAY = date(2026, 1, 1)
ONE_RULE = Selection(frozenset({"JDL-01"}))
OFF = Setelan(aturan=(("SIM-02", "mati"), ("JDL-06", "mati")))


def _review(selection: Selection, setelan: Setelan, *findings, accepted=()) -> Review:
    file = Reviewed("a.sop.yaml", findings, accepted, unexamined=within((), selection, setelan, is_paper=False))
    return Review(TODAY, (folded(file),), scope=selection.told)


@pytest.mark.parametrize(
    ("selection", "setelan", "named"),
    [
        (ONE_RULE, Setelan(), "SIM-02"),
        (Selection(ignored=frozenset({"JNS"})), Setelan(), "JNS-03"),
        (Selection(), OFF, "SIM-02"),
    ],
)
def test_nothing_meets_mandatory_rules_that_were_left_out(selection, setelan, named):
    """`--select JDL-01` was told as “1 memenuhi”, with nothing unexamined."""
    review = _review(selection, setelan)
    assert review.files[0].verdict is Verdict.OPEN
    assert not review.fails
    told = json.loads(json_findings(review, "id"))["files"][0]
    assert told["verdict"] == "tidak dapat dinilai"
    assert named in told["unexamined"][0]["what"]
    assert "0 memenuhi, 0 belum memenuhi, 1 tidak dapat dinilai" in github_annotations(review, "id")
    assert "::error" not in github_annotations(review, "id")
    suite = ET.fromstring(junit_xml(review, "id")).find("testsuite")
    assert (suite.get("errors"), suite.get("skipped")) == ("0", "1")
    assert named in suite.find("testcase/skipped").text
    (note,) = [
        each
        for each in json.loads(sarif_log(review, "id"))["runs"][0]["invocations"][0]["toolExecutionNotifications"]
        if "wajib" in each["message"]["text"]
    ]
    assert note["level"] == "note"
    assert "sebagian aturan wajib tidak diperiksa" in text_findings(review, "id")
    sheet = compliance_sheet(review, "id")
    assert "Tidak dapat dinilai seluruhnya" in sheet
    assert "Memenuhi" not in sheet


def test_a_mandatory_finding_decides_whatever_was_left_out():
    review = _review(ONE_RULE, Setelan(), finding("aaaa", code="JDL-01", wajib=True))
    assert review.files[0].verdict is Verdict.FAILED
    assert review.fails


def test_advice_that_was_left_out_leaves_no_verdict_open():
    review = _review(Selection(ignored=frozenset({"JDL-06"})), Setelan())
    assert review.files[0].verdict is Verdict.MET
    assert "JDL-06" in json_findings(review, "id")


def test_what_nobody_asked_for_is_no_gap_on_the_screen(loaded_without_keys):
    rows = unexamined_for_want_of_keys(loaded_without_keys)
    assert len(rows) > 1
    kept = within(rows, Selection(frozenset({"AKT-04"})), Setelan(), is_paper=False)
    assert [row for row in kept if not row.chosen] == [row for row in rows if row.rules == ("AKT-04",)]
    review = Review(TODAY, (Reviewed("a", unexamined=kept[1:]),), scope="--select JDL-06")
    assert "tidak diminta" not in text_findings(review, "id")


@pytest.fixture
def loaded_without_keys(tmp_path):
    from sopgen import pipeline

    spec = tmp_path / "a.sop.yaml"
    spec.write_text(
        "judul: Penyusunan\npelaksana: {staf: Staf}\nkegiatan:\n- {uraian: Menyusun, pelaksana: staf}\n",
        encoding="utf-8",
    )
    return pipeline.load(spec)


def _old(*found) -> tuple[Accepted, ...]:
    return tuple(Accepted(each, REASON, by="baseline") for each in found)


def test_old_findings_are_told_as_such_and_meet_nothing():
    """Behind a baseline 17 mandatory faults were “Memenuhi semua aturan wajib … 17 diterima”."""
    review = _review(Selection(), Setelan(), accepted=_old(finding("aaaa", code="KEG-01", wajib=True)))
    assert review.files[0].verdict is Verdict.FAILED
    assert not review.fails
    assert (review.sums["lama"], review.sums["diabaikan"]) == (1, 0)
    for write in (text_findings, github_annotations, junit_xml):
        assert "temuan lama" in write(review, "id"), write
    sheet = compliance_sheet(review, "id")
    assert "temuan lama belum diperbaiki" in sheet
    assert "TEMUAN LAMA YANG BELUM DIPERBAIKI (1)" in sheet
    assert "DITERIMA DENGAN ALASAN" not in sheet
    assert "Memenuhi" not in sheet


def test_old_findings_count_as_they_did_when_they_were_new():
    """Fifteen findings became seventeen by being recorded: what one entry told of was told one by one."""
    found = [finding(str(step), code="KEG-02", wajib=False, line=None, step=step) for step in (1, 2, 3)]
    before, after = _review(Selection(), Setelan(), *found), _review(Selection(), Setelan(), accepted=_old(*found))
    assert before.sums["anjuran"] == after.sums["lama"] == 1


def test_weights_other_than_usual_are_told_in_every_report():
    """`--preset ketat` made findings mandatory, and no report said by which list."""
    review = _review(Selection(), Setelan())._replace(preset="ketat")
    for write in (text_findings, github_annotations, junit_xml, compliance_sheet):
        assert "--preset ketat" in write(review, "id"), write
    for write in (json_findings, sarif_log):
        assert '"preset": "ketat"' in write(review, "id"), write
