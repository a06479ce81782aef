"""The machine formats: each is read back by what such a format is read with."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from sopgen.diagnostics import Message, Span
from sopgen.report.github import github_annotations
from sopgen.report.json_findings import json_findings
from sopgen.report.junit import junit_xml
from sopgen.report.review import Accepted, FingerprintedFinding, Review, Reviewed
from sopgen.report.sarif import FINGERPRINT, sarif_log
from sopgen.report.sheet import compliance_sheet
from sopgen.report.text_findings import text_findings
from sopgen.rules.held import FLOW
from sopgen.rules.paper import Paper
from tests.report.reviews import NASTY, TODAY, diagnostic, everything, finding, sop

SCHEMAS = Path(__file__).parent / "schemas"
ROOT = Path(__file__).resolve().parents[2]


def test_json_is_one_object_with_every_key():
    told = json.loads(json_findings(everything(), "id"))
    assert set(told) == {
        "sopgen",
        "date",
        "scope",
        "preset",
        "bureaus",
        "sums",
        "files",
        "findings",
        "unread",
        "left_out",
    }
    assert [each["verdict"] for each in told["files"]] == ["belum memenuhi", "tidak dapat dinilai", "memenuhi"]
    assert [each["status"] for each in told["files"]] == ["berlaku", None, "berlaku"]
    assert told["date"] == "2026-11-22"
    assert told["findings"][0] == {
        "rule": "KEG-01",
        "severity": "wajib",
        "file": "specs/a b.sop.yaml",
        "line": 7,
        "column": 3,
        "sheet": None,
        "cell": None,
        "steps": [2],
        "certain": True,
        "consequences": [],
        "also": [],
        "place": None,
        "step": 2,
        "message": NASTY,
        "source": "Paparan KemenPAN-RB 2014, slide 51",
        "remedy": "ubah",
    }
    assert [each["rule"] for each in told["findings"]] == ["KEG-01", "HDR-13", "BACA-08"]
    assert [each["line"] for each in told["findings"]] == [7, 9, None]
    assert told["findings"][2]["file"] == "specs/rusak.sop.yaml"
    assert json.loads(json_findings(everything(), "en"))["findings"][0]["remedy"] == "change it"


def in_a_form() -> Review:
    """One finding at a cell of a workbook."""
    span = Span("form.xlsx", 7, 7, sheet="Kegiatan (2)")
    at_cell = diagnostic()._replace(span=span, source_line=None)
    return Review(TODAY, (Reviewed("form.xlsx", (FingerprintedFinding(at_cell, "aaaa"),)),))


def test_a_cell_is_named_as_its_program_names_it(sarif_schema):
    (told,) = json.loads(json_findings(in_a_form(), "id"))["findings"]
    assert (told["sheet"], told["cell"], told["line"], told["column"]) == ("Kegiatan (2)", "G7", 7, 7)
    assert text_findings(in_a_form(), "id").startswith("form.xlsx:'Kegiatan (2)'!G7: KEG-01 wajib: salah\n")
    assert github_annotations(in_a_form(), "id").startswith(
        "::error file=form.xlsx,title=KEG-01 'Kegiatan (2)'!G7::salah"
    )
    assert "'Kegiatan (2)'!G7" in junit_xml(in_a_form(), "id")
    assert "&#x27;Kegiatan (2)&#x27;!G7" in compliance_sheet(in_a_form(), "id")
    log = json.loads(sarif_log(in_a_form(), "id"))
    assert not list(sarif_schema.iter_errors(log))
    (location,) = log["runs"][0]["results"][0]["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [
        {"name": "G7", "fullyQualifiedName": "'Kegiatan (2)'!G7", "kind": "element"}
    ]


@pytest.fixture(scope="module")
def sarif_schema():
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    return validator(schema, format_checker=validator.FORMAT_CHECKER)


@pytest.mark.parametrize("language", ["id", "en"])
def test_sarif_is_valid(sarif_schema, language):
    log = json.loads(sarif_log(everything(), language))
    assert not [error.message for error in sarif_schema.iter_errors(log)]
    broken = json.loads(json.dumps(log).replace('"error"', '"wajib"'))
    assert [error.message for error in sarif_schema.iter_errors(broken)]


def test_a_rules_page_is_named_where_its_address_is_known(sarif_schema):
    log = json.loads(sarif_log(everything()._replace(rules_at="https://contoh.go.id/sopgen/docs/rules/"), "id"))
    assert not [error.message for error in sarif_schema.iter_errors(log)]
    at = {rule["id"]: rule["helpUri"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert at["HDR-13"] == "https://contoh.go.id/sopgen/docs/rules/HDR-13.md"
    assert at["BACA-08"] == "https://contoh.go.id/sopgen/docs/rules/BACA.md"
    assert all((ROOT / "docs" / "rules" / address.rpartition("/")[2]).is_file() for address in at.values())
    assert "helpUri" not in sarif_log(everything(), "id")


def test_further_cells_of_a_finding_are_told_apart(sarif_schema):
    spans = tuple(Span("b.xlsx", row, 7, sheet="Flowchart") for row in (7, 8, 8))
    told = FingerprintedFinding(diagnostic()._replace(span=spans[0], spans=spans[1:], source_line=None), "f")
    log = json.loads(sarif_log(Review(TODAY, (Reviewed("b.xlsx", (told,)),)), "id"))
    assert not [error.message for error in sarif_schema.iter_errors(log)]
    (related,) = log["runs"][0]["results"][0]["relatedLocations"]
    assert related["logicalLocations"][0]["fullyQualifiedName"] == "Flowchart!G8"


def test_sarif_results():
    (run,) = json.loads(sarif_log(everything(), "id"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("BACA-08", "error"),
        ("HDR-13", "warning"),
        ("KEG-01", "error"),
    ]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    # accepted findings (cccc, dddd) are left out
    assert [result["partialFingerprints"][FINGERPRINT] for result in run["results"]] == ["aaaa", "bbbb", "eeee"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "specs/a%20b.sop.yaml"}
    assert place["region"] == {
        "startLine": 7,
        "startColumn": 3,
        "endColumn": 8,
        "snippet": {"text": "  - uraian: Pembuatan"},
    }
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(("strict", "language"), [*product([False, True], ["id", "en"])])
def test_junit_is_accepted_by_jenkins_schema(strict, language):
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(junit_xml(everything(strict=strict), language).encode()))


def test_junit_fails_what_the_check_fails():
    def shape(*, strict: bool):
        root = etree.fromstring(junit_xml(everything(strict=strict), "id").encode())
        return [
            (suite.get("name"), [child.tag for case in suite for child in case] or ["-"])
            for suite in root.iter("testsuite")
        ]

    rest = [("specs/rusak.sop.yaml", ["error"]), ("specs/rapi.sop.yaml", ["-"])]
    assert shape(strict=False) == [("specs/a b.sop.yaml", ["failure", "system-out", "skipped", "skipped"]), *rest]
    assert shape(strict=True) == [("specs/a b.sop.yaml", ["failure", "failure", "skipped", "skipped"]), *rest]
    root = etree.fromstring(junit_xml(everything(), "id").encode())
    first = root[0]
    assert (first.get("tests"), first.get("failures"), first.get("errors"), first.get("skipped")) == (
        "4",
        "1",
        "0",
        "2",
    )
    assert first[0][0].get("message") == NASTY.replace("\n", " ") or NASTY in first[0][0].get("message")
    assert first[2][0].get("message") == "menunggu <data>"


def test_github_escapes_as_its_toolkit_does():
    first, third, second, last = github_annotations(everything(), "id").splitlines()
    assert first == (
        "::error file=specs/a b.sop.yaml,line=7,col=3,endColumn=8,title=KEG-01::"
        '100%25 salah: "a", <b>&%0Abaris kedua ubah'
    )
    assert second.startswith("::warning file=")
    assert third == "::error file=specs/rusak.sop.yaml,title=BACA-08::salah ubah"
    assert (
        last == "::notice title=sopgen::3 SOP: 1 memenuhi, 1 belum memenuhi, 1 tidak dapat dinilai; "
        "1 temuan lama belum diperbaiki"
    )
    # read back as the runner does
    properties, data = re.fullmatch(r"::error (.*?)::(.*)", first).groups()
    assert dict(each.split("=") for each in properties.split(","))["line"] == "7"
    assert data.replace("%0A", "\n").replace("%25", "%") == f"{NASTY} ubah"


def test_github_under_strict_is_all_errors():
    assert "::warning" not in github_annotations(everything(strict=True), "id")


def test_text_says_everything_in_order():
    lines = text_findings(everything(), "id").splitlines()
    assert lines[:2] == [
        'specs/a b.sop.yaml:7:3: KEG-01 wajib (langkah 2): 100% salah: "a", <b>&',
        "    baris kedua",
    ]
    assert lines[2:6] == [
        "    7 |   - uraian: Pembuatan",
        "      |   ^^^^^",
        "    Perbaikan: ubah",
        "    Sumber: Paparan KemenPAN-RB 2014, slide 51",
    ]
    assert lines[-5:] == [
        (
            "specs/a b.sop.yaml: belum memenuhi; 1 wajib, 1 anjuran; 1 temuan lama belum diperbaiki; 1 diterima; "
            "waktu jalur utama 1 jam + 1 langkah tanpa waktu pasti"
        ),
        "specs/rusak.sop.yaml: tidak dapat dinilai; 1 wajib, 0 anjuran",
        "specs/rapi.sop.yaml: memenuhi; tanpa temuan",
        "3 SOP: 1 memenuhi, 1 belum memenuhi, 1 tidak dapat dinilai",
        "3 berkas diperiksa: 2 wajib, 1 anjuran, 1 diterima, 1 temuan lama belum diperbaiki; tanggal acuan 2026-11-22",
    ]
    assert text_findings(everything(), "en").splitlines()[-1] == (
        "3 files checked: 2 mandatory, 1 advised, 1 accepted, 1 old and not mended; reference date 2026-11-22"
    )


def test_junit_calls_no_two_cases_of_a_suite_alike():
    review = everything()
    twice = review._replace(
        files=tuple(file._replace(findings=file.findings * 3, accepted=file.accepted * 2) for file in review.files)
    )
    for suite in etree.fromstring(junit_xml(twice, "id").encode()):
        names = [case.get("name") for case in suite]
        assert len(set(names)) == len(names)


def test_what_two_files_of_one_sop_accept_is_listed_once_in_every_format():
    """As many as the sums say."""
    accepted = (Accepted(FingerprintedFinding(diagnostic("KEG-01", step=1), "f"), Message("sudah", "known")),)
    files = (Reviewed("a.xlsx", (), accepted), Reviewed("a.pdf", (), accepted, same_as="a.xlsx"))
    review = Review(TODAY, files, accepted=True)
    assert review.sums["diabaikan"] == 1
    assert junit_xml(review, "id").count("<skipped") == 1
    (run,) = json.loads(sarif_log(review, "id"))["runs"]
    assert len([each for each in run["results"] if each.get("suppressions")]) == 1


def test_junit_counts_an_sop_that_two_files_bring_once():
    told = FingerprintedFinding(diagnostic("KEG-01", step=1), "f")
    files = (Reviewed("a.xlsx", (told,), ()), Reviewed("a.pdf", (told._replace(),), (), same_as="a.xlsx"))
    review = Review(TODAY, files)
    told = etree.fromstring(junit_xml(review, "id").encode())
    assert [suite.get("tests") for suite in told] == ["1", "1"]
    assert told[1][0].get("name") == "SOP yang sama dengan a.xlsx, dihitung sekali"
    assert len(review.findings()) == len(told.findall("testsuite/testcase/*"))


def test_programs_read_the_sums_that_people_read():
    review = everything()
    sums = json.loads(json_findings(review, "id"))["sums"]
    assert json.loads(sarif_log(review, "id"))["runs"][0]["properties"]["sums"] == sums
    assert f"{sums['wajib']} wajib, {sums['anjuran']} anjuran" in text_findings(review, "id").splitlines()[-1]
    assert f"{sums['files']} berkas diperiksa" in text_findings(review, "id").splitlines()[-1]


def partly_read() -> Review:
    """A document that nobody could read, and one of which a part was not examined."""
    unread = Reviewed("lama.pdf", (finding(code="BACA-01", line=None, file=""),), paper=Paper())
    part = Reviewed("b c.xlsx", (finding(wajib=False),), sop=sop(), unexamined=(FLOW,), paper=Paper(), digest="ab" * 32)
    return Review(TODAY, (unread, part, *everything().files))


def test_what_could_not_be_read_is_told_everywhere_and_counted_nowhere(sarif_schema):
    review = partly_read()
    told = json.loads(json_findings(review, "id"))
    weights = [each["severity"] for each in told["findings"]]
    assert (weights.count("wajib"), weights.count("anjuran")) == (told["sums"]["wajib"], told["sums"]["anjuran"])
    assert [(each["file"], each["rule"]) for each in told["unread"]] == [("lama.pdf", "BACA-01")]
    log = json.loads(sarif_log(review, "id"))
    assert not [error.message for error in sarif_schema.iter_errors(log)]
    results = log["runs"][0]["results"]
    assert [each["level"] for each in results].count("error") == told["sums"]["wajib"]
    (lost,) = [each for each in results if each["level"] == "none"]
    assert (lost["kind"], lost["ruleId"]) == ("open", "BACA-01")
    assert "1 tidak terbaca" in text_findings(review, "id").splitlines()[-1]


def test_every_machine_tells_verdicts_and_what_was_not_examined():
    review = partly_read()
    verdicts = {"memenuhi": 1, "belum memenuhi": 1, "tidak dapat dinilai": 2}
    sums = json.loads(json_findings(review, "id"))["sums"]
    assert (sums["verdicts"], sums["unread"]) == (verdicts | {"tidak terbaca": 1}, 1)
    assert (sums["diabaikan"], sums["lama"]) == (1, 1)
    (run,) = json.loads(sarif_log(review, "id"))["runs"]
    first = next(each for each in run["artifacts"] if each["location"]["uri"] == "b%20c.xlsx")
    assert first["hashes"] == {"sha-256": "ab" * 32}
    (verdict,) = first["properties"]["verdicts"]
    assert verdict["verdict"] == "tidak dapat dinilai"
    assert verdict["unexamined"][0]["what"] == FLOW.what.id
    (question,) = run["invocations"][0]["toolExecutionNotifications"]
    assert question["message"]["text"] == f"{FLOW.what.id} ({FLOW.why.id})"
    last = github_annotations(review, "en").splitlines()[-1]
    assert last == (
        "::notice title=sopgen::4 SOPs: 1 met, 1 not met, 2 cannot be judged; 1 file unreadable; "
        "1 old and not mended; "
        "the full report names what was not examined in 1 file"
    )


def test_github_has_a_line_of_each_file_that_fails_before_a_second_of_any():
    many = Reviewed("a.xlsx", tuple(finding(str(n), step=n, message=f"salah {n}") for n in range(1, 20)), sop=sop())
    one = Reviewed("b.xlsx", (finding("x", file="b.xlsx"),), sop=sop())
    lost = [
        Reviewed(f"{n}.pdf", (finding(f"u{n}", code="BACA-01", line=None, file=""),), paper=Paper()) for n in range(9)
    ]
    lines = github_annotations(Review(TODAY, (many._replace(file="specs/a b.sop.yaml"), one)), "id").splitlines()
    assert "file=b.xlsx" in lines[1]
    assert len(lines) == 10
    last = github_annotations(Review(TODAY, (many, *lost)), "id").splitlines()[-1]
    assert "19 temuan lain (18 wajib, 0 anjuran, 1 tidak terbaca)" in last


def test_the_sums_count_the_documents_that_nobody_could_read():
    told = json.loads(json_findings(partly_read(), "id"))
    verdicts = [each["verdict"] for each in told["files"] if not each["unread"]]
    assert told["sums"]["verdicts"] == {
        **{each: verdicts.count(each) for each in ("memenuhi", "belum memenuhi", "tidak dapat dinilai")},
        "tidak terbaca": sum(each["unread"] for each in told["files"]),
    }
