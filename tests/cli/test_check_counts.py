"""All reports of one check of a mixed folder add up to the same."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import openpyxl
import pytest
from lxml import html as lxml_html

from tests.cli.test_check_paper import page

CASES = Path(__file__).parents[1] / "rules" / "cases"
SCHEMA = Path(__file__).parents[1] / "report" / "schemas" / "sarif-2.1.0.json"
FORMS = ("text", "json", "sarif", "junit", "github", "html")
CODE = r"[A-Z]{2,6}-\d\d"
Weighed = Counter[tuple[str, str]]


@pytest.fixture
def reports(project, sopgen) -> dict[str, str]:
    """Specs with faults, versions, an accepted finding; documents fresh, altered, twice; what cannot be read."""
    inbox = project / "inbox"
    inbox.mkdir()
    for name in ("keg05-miss", "no-sifat", "glyph", "waktu-texts"):
        (inbox / f"{name}.sop.yaml").write_bytes((CASES / f"{name}.sop.yaml").read_bytes())
    accepting = (CASES / "jdl01-survei.sop.yaml").read_text(encoding="utf-8")
    (inbox / "terima.sop.yaml").write_text(
        accepting.replace("judul: ", "judul: SOP ") + "abaikan:\n  - {aturan: JDL-06, alasan: judul lama}\n",
        encoding="utf-8",
    )
    made = project / "buatan.sop.yaml"
    made.write_bytes((CASES / "jns01-acts.sop.yaml").read_bytes())
    assert sopgen("build", made.name, "-o", str(inbox)).code == 0
    made.unlink()
    (inbox / ".sopgen.json").unlink(missing_ok=True)
    (inbox / "salinan.pdf").write_bytes((inbox / "buatan.pdf").read_bytes())
    altered = openpyxl.load_workbook(inbox / "buatan.xlsx")
    altered.worksheets[-1].cell(6, 2).value = "Menyusun laporan lain"
    altered.save(inbox / "diubah.xlsx")
    (inbox / "tangan.xlsx").write_bytes((CASES / "hand-1dot.xlsx").read_bytes())
    (inbox / "cetak.pdf").write_bytes(page())
    (inbox / "rusak.pdf").write_text("bukan PDF", encoding="utf-8")
    (inbox / "salah.sop.yaml").write_text("judul: [\n", encoding="utf-8")
    wished = [arg for form in FORMS for arg in ("--format", f"{form}=l.{form}")]
    outcome = sopgen("check", "inbox", "--date", "2026-11-29", *wished)
    assert outcome.code == 1
    told = {form: (project / f"l.{form}").read_text(encoding="utf-8") for form in FORMS}
    told["statistics"] = sopgen("check", "inbox", "--date", "2026-11-29", "--statistics").out
    return {**told, "err": outcome.err}


def test_all_reports_of_a_mixed_folder_add_up_to_the_same(reports):
    whole = json.loads(reports["json"])
    sums = whole["sums"]
    weighed: Weighed = Counter((each["rule"], each["severity"]) for each in whole["findings"])
    counted = {weight: sum(n for (_, each), n in weighed.items() if each == weight) for weight in ("wajib", "anjuran")}
    assert (sums["wajib"], sums["anjuran"]) == (counted["wajib"], counted["anjuran"])
    assert sums["files"] == len({each["file"] for each in whole["files"]})
    assert sums["verdicts"] == Counter(
        each["sop_verdict"] or each["verdict"] for each in whole["files"] if each["same_as"] is None
    ) | dict.fromkeys([verdict for verdict, n in sums["verdicts"].items() if not n], 0)
    assert sums["unread"] == len(whole["unread"]) == 1
    assert sums["diabaikan"] == 1
    assert all(sums["verdicts"][verdict] for verdict in ("belum memenuhi", "tidak dapat dinilai", "tidak terbaca"))

    assert in_sarif(reports["sarif"], sums) == weighed
    assert in_junit(reports["junit"], sums) == weighed
    assert in_statistics(reports["statistics"]) == weighed
    late = weighed.pop(("MON-01", "anjuran"), 0)
    assert late != 1
    assert in_text(reports["text"]) == weighed
    told = (
        f"{sums['files']} berkas diperiksa ({sums['sops']} SOP): {sums['wajib']} wajib, {sums['anjuran']} anjuran, "
        f"{sums['diabaikan']} diterima, {sums['unread']} tidak terbaca; "
    )
    assert told in reports["text"]
    assert told in reports["statistics"]
    assert told in reports["err"]
    verdicts = "{} SOP: {memenuhi} memenuhi, {belum memenuhi} belum memenuhi, {tidak dapat dinilai} tidak dapat dinilai"
    told = verdicts.format(sums["sops"], **sums["verdicts"])
    assert told in reports["err"]
    check_github(reports["github"], sums, told)
    check_cover(reports["html"], sums)


def test_what_build_refuses_and_who_brings_an_sop_twice_is_in_all_reports(reports):
    for form in FORMS:
        for told in ("GAMBAR-01", "BACA-08", "rusak.pdf", "salinan.pdf"):
            assert told in reports[form] or form == "github", (form, told)
    whole = json.loads(reports["json"])
    alike = {each["file"]: each["same_as"] for each in whole["files"] if each["same_as"]}
    assert {name.rpartition("/")[2] for name in alike} >= {"salinan.pdf", "buatan.xlsx"}
    sheet = " ".join(lxml_html.fromstring(reports["html"]).text_content().split())
    digests = {each["file"]: each["sha256"][:16] for each in whole["files"] if each["sha256"]}
    for name, digest in digests.items():
        assert digest in sheet, name


def in_sarif(text: str, sums: dict) -> Weighed:
    log = json.loads(text)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert not list(jsonschema.validators.validator_for(schema)(schema).iter_errors(log))
    (run,) = log["runs"]
    assert run["properties"]["sums"] == sums
    unread = [each for each in run["results"] if each.get("kind") == "open"]
    assert len(unread) == sums["unread"]
    weights = {"error": "wajib", "warning": "anjuran"}
    return Counter((each["ruleId"], weights[each["level"]]) for each in run["results"] if each not in unread)


def in_junit(text: str, sums: dict) -> Weighed:
    root = ET.fromstring(text)
    cases = list(root.iter("testcase"))
    named = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(set(named)) == len(named)
    assert sum(case.find("skipped") is not None for case in cases) == sums["diabaikan"]
    assert len(root.findall("testsuite")) == len({suite.get("name") for suite in root})
    weighed: Weighed = Counter()
    for case in cases:
        code = re.match(CODE, case.get("name", ""))
        weight = {True: "anjuran", False: "wajib"}[case.find("system-out") is not None]
        failed = case.find("failure") is not None or case.find("error") is not None
        lost = case.get("classname", "").endswith("rusak.pdf")
        if code and not lost and (failed or weight == "anjuran"):
            weighed[code[0], weight] += 1
    return weighed


def in_statistics(text: str) -> Weighed:
    rows = re.findall(rf"^ *(\d+)  ({CODE}) +(wajib|anjuran) ", text, re.MULTILINE)
    return Counter({(code, weight): int(count) for count, code, weight in rows})


def in_text(text: str) -> Weighed:
    """Each at its file and place; what is due for review is one line for all."""
    rows = re.findall(rf"^(\S.*?): ({CODE}) (wajib|anjuran)[:,;( ]", text, re.MULTILINE)
    return Counter((code, weight) for _, code, weight in rows)


def check_github(text: str, sums: dict, verdicts: str) -> None:
    *lines, last = text.splitlines()
    assert len(lines) == 9
    assert all(line.startswith("::error ") for line in lines)
    more = re.search(r"(\d+) temuan lain \((\d+) wajib, (\d+) anjuran(?:, (\d+) tidak terbaca)?\)", last)
    hidden = [int(each or 0) for each in more.groups()]
    assert hidden[0] == sum(hidden[1:])
    assert sum("title=sopgen::" not in line for line in lines) + hidden[0] == sum(
        sums[each] for each in ("wajib", "anjuran", "unread")
    )
    assert hidden[2] == sums["anjuran"]
    assert verdicts in last


def check_cover(text: str, sums: dict) -> None:
    cover = lxml_html.fromstring(text).get_element_by_id("lembar-rekapitulasi")
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in cover.iterfind('.//table[@class="rekap"]/tbody/tr')
    ]
    counted = [row for row in rows if row[1] != "Jumlah"]
    ((_, _, _, wajib, anjuran, accepted, verdicts, _),) = [row for row in rows if row[1] == "Jumlah"]
    assert [int(wajib), int(anjuran), int(accepted)] == [sums["wajib"], sums["anjuran"], sums["diabaikan"]]
    for column, told in ((3, sums["wajib"]), (4, sums["anjuran"]), (5, sums["diabaikan"])):
        assert sum(int(row[column]) for row in counted if row[column] != "–") == told
    tags = Counter(row[6].lower() for row in counted if row[6] != "–")
    assert tags == Counter({verdict: n for verdict, n in sums["verdicts"].items() if n})
    words = "{memenuhi} memenuhi, {belum memenuhi} belum, {tidak dapat dinilai} tidak dapat dinilai"
    assert verdicts == words.format(**sums["verdicts"])
