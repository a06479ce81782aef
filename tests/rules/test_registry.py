"""The registry holds every code once, with the weights that were agreed on."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from sopgen.diagnostics import Severity
from sopgen.intake.codes import Code
from sopgen.intake.loaded import Setelan
from sopgen.layout.faults import CODES
from sopgen.rules import REGISTRY
from sopgen.rules.codes import FAMILIES, ON_COMPILATION, ON_SPEC
from sopgen.rules.drawing.checking import ON_DRAWING
from sopgen.rules.notes import NOTES
from sopgen.rules.page import rule_page
from sopgen.rules.presets import severity_for

CATALOGUE = Path(__file__).parents[2] / "sopgen" / "rules" / "catalogue"
WAJIB = {
    *("FMT-02", "JDL-02", "JDL-03", "TBL-01", "TBL-02", "TBL-03", "KEG-01", "AKT-01", "AKT-02", "AKT-04"),
    *(f"SIM-{number:02}" for number in range(1, 7)),
    *("PNH-01", "PNH-03", "PNH-04", "PNH-06", "OPC-01", "OPC-02", "OPC-03", "OPC-04", "MB-01"),
    *("JNS-01", "JNS-03", "JNS-04", "TIK-02"),
}
REFUSED = {"BACA", "GAMBAR", "BERKAS", "PROGRAM"}


def test_the_list_of_wajib_rules_is_closed():
    checked = [rule for rule in REGISTRY.values() if rule.is_checked and rule.family not in REFUSED]

    assert {rule.code for rule in checked if rule.severity() is Severity.WAJIB} == WAJIB


def test_what_is_refused_is_wajib():
    refused = [rule for rule in REGISTRY.values() if rule.family in REFUSED]

    assert {rule.severity("baku") for rule in refused} == {Severity.WAJIB}


def test_ketat_only_raises():
    for rule in REGISTRY.values():
        if rule.severity("baku") is Severity.WAJIB:
            assert rule.severity("ketat") is Severity.WAJIB


def test_every_refusal_is_listed():
    assert [code for code in REGISTRY if code.startswith("BACA-")] == sorted(Code)
    assert [code for code in REGISTRY if code.startswith("GAMBAR-")] == sorted(CODES)


def test_every_rule_file_is_listed_and_every_code_has_its_file():
    files = {path.stem.upper().replace("_", "-") for path in CATALOGUE.glob("[a-z]*.py")}

    assert files == {*ON_SPEC, *ON_COMPILATION}


@pytest.mark.parametrize("path", sorted(CATALOGUE.glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_a_rule_is_short_and_needs_nothing_of_the_drawing(path):
    text = path.read_text(encoding="utf-8")
    imported = {node.module or "" for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)}

    assert len(text.splitlines()) < 100
    assert not {name for name in imported if name.startswith(("sopgen.layout", "sopgen.scene", "sopgen.render"))}


@pytest.mark.parametrize("code", list(REGISTRY))
def test_every_code_has_a_page_in_both_languages(code):
    rule = REGISTRY[code]

    assert rule.family in FAMILIES
    assert rule.title.id != rule.title.en or rule.title.id == "Format"
    assert all((*rule.title, *rule.source))
    assert rule_page(rule, "id") != rule_page(rule, "en")


@pytest.mark.parametrize("code", [code for code in REGISTRY if REGISTRY[code].documentation])
def test_every_section_is_told_in_both_languages(code):
    told = REGISTRY[code].documentation

    assert told is not None
    for section in (told.checked, told.source, told.why, told.remedy):
        assert all(section)
        assert section.id != section.en
    assert told.wrong != told.right


def test_what_no_rule_examines_says_why():
    for code, note in NOTES.items():
        assert all(note.note), code


def test_settings_weigh_over_the_preset():
    settings = Setelan(preset="ketat", aturan=(("KEG-01", "anjuran"), ("KEG-03", "mati"), ("MB-02", "wajib")))

    assert severity_for("KEG-01", settings) is Severity.ANJURAN
    assert severity_for("KEG-03", settings) is None
    assert severity_for("MB-02", settings) is Severity.WAJIB
    assert severity_for("HDR-13", settings) is Severity.WAJIB
    assert severity_for("HDR-13", Setelan()) is Severity.ANJURAN


PROBE = """
import sys
from datetime import date
from pathlib import Path
import sopgen.rules
assert not [name for name in sys.modules if name.startswith("sopgen.rules.")], "imported too early"
from sopgen.rules import check_spec
from sopgen.intake import load_spec
assert check_spec(load_spec(Path("specs/sirebo.sop.yaml")), today=date(2026, 1, 15))
heavy = {"difflib", "reportlab", "sopgen.layout", "sopgen.text.face"} & set(sys.modules)
assert not heavy, heavy
"""


def test_checking_imports_nothing_of_the_drawing():
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=False)

    assert done.stderr == ""


@pytest.mark.parametrize("code", ON_DRAWING)
def test_a_drawing_rule_says_what_to_do(code):
    rule = REGISTRY[code]
    told = rule.documentation.remedy if rule.documentation else rule.note
    assert rule.documentation or code == "OPC-01" or ("Perbaikan: " in told.id and "Remedy: " in told.en)
