"""One cause, one entry: what is said alike, what comes of another finding, what is summed up."""

from __future__ import annotations

import json
import re

from lxml import etree

from sopgen.diagnostics import Diagnostic, Message
from sopgen.report.folding import folded
from sopgen.report.github import github_annotations
from sopgen.report.junit import junit_xml
from sopgen.report.recognition import is_report
from sopgen.report.review import Review, Reviewed
from sopgen.report.sarif import sarif_log
from sopgen.report.seal import sealed_report
from sopgen.report.text import finding_text
from sopgen.report.text_findings import text_findings
from sopgen.rules.paper import Paper
from tests.growth import growth
from tests.report.reviews import TODAY, diagnostic, everything, finding, sop


def entries(*findings):
    return folded(Reviewed("a", tuple(findings), (), sop())).findings


def caused(by: str, **settings):
    made = finding(**settings)
    return made._replace(diagnostic=made.diagnostic._replace(caused_by=by))


def test_what_is_said_alike_is_one_entry_with_all_steps():
    (entry,) = entries(*(finding(code="MB-01", step=step, line=step) for step in (1, 2, 5)))
    assert entry.diagnostic.steps == (1, 2, 5)
    assert [span.line for span in entry.diagnostic.spans] == [2, 5]
    assert "(langkah 1, 2, 5)" in finding_text(entry.diagnostic, "id")
    log = json.loads(sarif_log(Review(TODAY, (Reviewed("a", (entry,)),)), "id"))
    assert len(log["runs"][0]["results"][0]["relatedLocations"]) == 2


def test_a_consequence_is_told_with_its_cause_in_its_step_alone():
    cause = finding(code="KEG-01", step=2)
    here = caused("KEG-01", code="FMT-03", step=2, wajib=False, message="nama")
    there = caused("KEG-01", code="FMT-03", step=3, wajib=False, message="lain")
    first, second = entries(cause, here, there)
    assert (first.diagnostic.also, second.diagnostic.code) == (("FMT-03",), "FMT-03")
    assert first.diagnostic.consequences == (here.diagnostic.message,)
    assert "Akibatnya: nama" in finding_text(first.diagnostic, "id")


def test_a_consequence_never_hides_what_weighs_more():
    light = finding(code="KEG-01", step=2, wajib=False)
    assert len(entries(light, caused("KEG-01", code="FMT-03", step=2))) == 2


def test_advice_on_a_habit_is_one_entry_an_sop():
    (entry,) = entries(*(finding(code="MB-02", step=step, wajib=False, message=f"m{step}") for step in (2, 4, 9)))
    assert "3 langkah tidak bersambung dengan output sebelumnya: langkah 2, 4, 9." in entry.diagnostic.message.id


def test_of_a_document_what_is_summed_up_speaks_of_the_paper():
    several = tuple(finding(code="MB-02", step=step, wajib=False, message=f"m{step}") for step in (2, 4))
    told = folded(Reviewed("a.xlsx", several, (), sop(), paper=Paper())).findings[0].diagnostic
    assert "`" not in told.remedy.id
    assert "kolom Kelengkapan" in told.remedy.id


def test_two_findings_on_one_related_sop_are_one():
    path = ("keterkaitan", 0)
    assert len(entries(finding(code="HDR-08", path=path), finding(code="HDR-08", path=path, message="lain"))) == 1


def test_an_unsure_finding_says_so():
    made = diagnostic()
    assert "wajib mungkin" in finding_text(made._replace(sure=False), "id")
    assert "mungkin" not in finding_text(made, "id")


def test_junit_names_no_two_cases_alike():
    several = Review(TODAY, (Reviewed("a", (finding(message="satu"), finding(message="dua"))),))
    names = [case.get("name") for case in etree.fromstring(junit_xml(several, "id").encode()).iter("testcase")]
    assert len(set(names)) == 2


def test_sarif_tells_accepted_findings_only_if_asked():
    def results(review):
        return json.loads(sarif_log(review, "id"))["runs"][0]["results"]

    asked = results(everything()._replace(accepted=True))
    assert len(asked) == len(results(everything())) + 2
    assert [result["suppressions"][0]["kind"] for result in asked if "suppressions" in result] == [
        "inSource",
        "external",
    ]


def test_sarif_tells_how_the_run_ended():
    (run,) = json.loads(sarif_log(everything(), "id"))["runs"]
    (ended,) = run["invocations"]
    assert (ended["executionSuccessful"], ended["exitCode"]) == (True, 1)


def test_github_gets_ten_annotations_the_weightiest_first():
    many = [finding(wajib=number % 2 == 0, message=f"m{number}") for number in range(40)]
    lines = github_annotations(Review(TODAY, (Reviewed("a", tuple(many)),)), "id").splitlines()
    assert len(lines) == 10
    assert all(line.startswith("::error ") for line in lines[:9])
    assert "31 temuan lain (11 wajib, 20 anjuran)" in lines[9]
    assert is_report(("\n".join(lines) + "\n").encode())


def test_statistics_are_a_line_for_each_rule():
    told = text_findings(everything()._replace(statistics=True), "id").splitlines()
    assert re.fullmatch(r" +1  BACA-08 +wajib +\S.*", told[0])
    assert is_report(sealed_report("\n".join(told) + "\n", "text").encode())


def test_weights_are_said_in_the_language_of_the_report():
    told = text_findings(everything(), "en")
    assert "KEG-01 mandatory" in told
    assert "advised" in told
    assert not re.search(r"\b(wajib|anjuran)\b", told)
    counted = text_findings(everything()._replace(statistics=True), "en")
    assert re.search(r"(?m)^ +1  BACA-08 +mandatory +\S", counted)
    assert is_report(sealed_report(counted, "text").encode())


def test_a_line_that_holds_a_whole_spec_is_cut_before_it_is_measured():

    def around(count: int) -> Diagnostic:
        made = diagnostic()._replace(source_line="x" * count + "SALAH" + "y" * count)
        return made._replace(span=made.span._replace(column=count + 1, length=5))

    lines = {count: around(count) for count in (30_000, 240_000)}
    assert growth(lambda count: [finding_text(lines[count], "id") for _ in range(200)], *lines) < 4
    made = lines[30_000]
    text = finding_text(made, "id")
    excerpt, caret = text.splitlines()[1:3]
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "SALAH"
    log = sarif_log(Review(TODAY, (Reviewed("a", (finding()._replace(diagnostic=made),)),)), "id")
    assert len(log) < 5_500


def test_consequences_come_in_both_languages():
    made = diagnostic()._replace(consequences=(Message("akibat", "effect"),))
    assert "So that: effect" in finding_text(made, "en")


def test_what_is_found_twice_at_one_place_is_one_entry():
    """The line of the file counted two, the sum one."""
    twice = Reviewed("a.xlsx", (finding("1", code="PNH-03"), finding("1-2", code="PNH-03")))
    (told,) = folded(twice).findings
    assert told.members == ("1", "1-2")
    assert told.diagnostic.spans == ()


def test_several_that_are_due_for_review_are_one_line():
    def late(name: str, line: int) -> Reviewed:
        return Reviewed(name, (finding(code="MON-01", wajib=False, line=line, file=name),), (), None)

    one = text_findings(Review(TODAY, (late("a", 1),)), "id")
    two = text_findings(Review(TODAY, (late("a", 1), late("b", 2))), "id").splitlines()
    assert "a:1:3: MON-01" in one
    assert [line for line in two if "MON-01" in line] == [two[0]]
    assert two[0].startswith("MON-01 anjuran: 2 dari 2 SOP")
    assert two[-1].startswith("2 berkas diperiksa: 0 wajib, 2 anjuran")
