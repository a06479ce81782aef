"""Foreign patterns: what Python's engine says, in bounded time, or a refusal that says why."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.intake.codes import Code
from sopgen.intake.patterns import MAX_TEXT, BoundedPattern, PatternFault, TooMuchWork
from tests.intake.small_specs import FINE, load, refused

NUMBER = "SOP-49/SESJEN/10/2018"
ALIKE = {
    "digits and words": r"SOP-\d+/[A-Z]+/(0?[1-9]|1[0-2])/(19|20)\d\d",
    "anchors": r"^SOP-\d+.*$",
    "inline flag": r"(?i)sop-.*",
    "flag of a group": r"(?i:sop)-\d{2}/(?-i:SESJEN)/10/2018",
    "verbose": "(?x) SOP - [0-9]+ .*  # nomor",
    "lazy": r"SOP-.*?/.*?/.{2}/\d{4}",
    "lookahead": r"(?=.*2018)(?!.*2019)SOP-.*",
    "lookbehind": r".*(?<=/)2018(?<!9)",
    "word ends": r"\bSOP\b.*\b",
    "no word end": r"S\BOP.*",
    "not a class": r"[^0-9]+\d\d[^0-9]+10/2018",
    "optional": r"(SOP)?-?(\d{1,3})(/SESJEN)?(/\d+){0,3}",
    "short": r"SOP",
    "empty": r"",
    "nothing or all": r"(|.*)",
    "loop of nothing": r"(a*)*SOP.*(b?)+",
    "named": r"(?P<nomor>SOP-\d+)/.*",
    "end before a line feed": r"SOP.*$\n?",
}


@pytest.mark.parametrize("case", ALIKE)
def test_it_means_what_python_says(case):
    pattern = BoundedPattern(ALIKE[case])
    for text in (NUMBER, NUMBER + "\n", "", "SOP", "sop-1", "SOP-7/SESJEN/1/2018", "SOP-49/SESJEN/10/2019", "ſop-"):
        assert pattern.fullmatch(text) == bool(re.fullmatch(ALIKE[case], text)), text


ATOMS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\d", "^", "$", r"\b", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)"])
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "*?"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=200)
@given(PATTERNS, st.lists(st.text(alphabet="ab1\n", max_size=6), min_size=1, max_size=6))
def test_whatever_the_pattern_it_means_what_python_says(raw, texts):
    pattern = BoundedPattern(raw)
    for text in texts:
        assert pattern.fullmatch(text) == bool(re.fullmatch(raw, text)), text


@pytest.mark.parametrize(
    "raw", [r"^(SOP[-/]?)*([A-Z0-9]+[-/]?)+$", r"(a|a)*b", r"(.*)*x", r"((A+)+/?)+!", r"(?=(.*.*)*x)(?!(.*)*y).*"]
)
def test_no_pattern_keeps_a_check_busy(raw):
    """Python's own engine would take years for the longer text."""
    number = "SOP-49/SESJEN-DAERAH-PEMERINTAHAN/2018."
    assert not BoundedPattern(raw).fullmatch(f"{number}{'A' * 200}.")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("(", "unterminated"),
        (r"(a)\1", "references"),
        ("(?>a+)b", "atomic"),
        ("a++b", "possessive"),
        ("(a{1000}){1000}", "too long"),
        ("a" * 1001, "too long"),
        ("(" * 400 + ")" * 400, None),
    ],
)
def test_what_cannot_be_bounded_is_refused_with_the_reason(raw, told):
    if told is None:
        BoundedPattern(raw)
        return
    with pytest.raises(PatternFault, match=told):
        BoundedPattern(raw)


def test_a_text_without_end_is_not_matched():
    with pytest.raises(TooMuchWork):
        BoundedPattern(".*").fullmatch("x" * (MAX_TEXT + 1))
    with pytest.raises(TooMuchWork):
        BoundedPattern("((?=(.*.*.*.*.*.*){60}x)|.)*").fullmatch("a" * MAX_TEXT)


def test_the_refusal_names_the_pattern(tmp_path):
    found = refused(tmp_path, FINE, defaults="pola_nomor: (a)\\1\n")
    assert [each.code for each in found] == [Code.PATTERN]
    assert "(a)\\1" in found[0].message.id
    assert "kelompok sebelumnya" in found[0].message.id


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "1900-02-28", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize("key", ["tanggal: {{efektif: {}}}", "riwayat: [{{revisi: 1, tanggal: {}}}]"])
def test_a_date_in_no_year_of_ours_is_refused(tmp_path, key, day):
    found = refused(tmp_path, FINE + key.format(day) + "\n")
    assert [each.code for each in found] == [Code.DATE]
    assert f"`{day}` di luar tahun 1901–2199" in found[0].message.id


@pytest.mark.parametrize("day", ["1901-01-01", "2199-12-31"])
def test_the_first_and_the_last_year_are_fine(tmp_path, day):
    assert load(tmp_path, FINE + f"tanggal: {{efektif: {day}}}\n").sop.tanggal.efektif.isoformat() == day
