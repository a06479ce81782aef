from __future__ import annotations

from datetime import date

import pytest

from sopgen.intake.loaded import Loaded, Setelan
from sopgen.intake.memory_source import MemorySource
from sopgen.intake.sop import Pengabaian
from sopgen.report.acceptance import accept, idle_entries
from sopgen.report.reviewing import Terms, review_file
from sopgen.report.selection import Selection, names_in, unknown
from tests.report.reviews import TODAY, diagnostic, finding, sop


def loaded(*entries: Pengabaian, setelan: Setelan = Setelan()) -> Loaded:  # noqa: B008
    return Loaded(sop(abaikan=entries), MemorySource("a.sop.yaml", b""), b"", (), setelan=setelan)


def codes(spec: Loaded, *diagnostics, **terms) -> list[str]:
    told = review_file("a.sop.yaml", diagnostics, spec, Terms(TODAY, **terms))
    return [each.diagnostic.code for each in told.findings]


@pytest.mark.parametrize(
    ("entry", "accepted"),
    [
        (Pengabaian("KEG-01", "ya"), True),
        (Pengabaian("KEG-01", "ya", 2), True),
        (Pengabaian("KEG-01", "ya", 1), False),
        (Pengabaian("KEG-02", "ya"), False),
        (Pengabaian("KEG-01", "ya", 2, TODAY), True),
        (Pengabaian("KEG-01", "ya", 2, date(2026, 11, 21)), False),
    ],
)
def test_an_entry_meets_its_rule_its_step_and_its_time(entry, accepted):
    one = finding(step=2)
    left, taken = accept([one], (entry,), TODAY)
    assert (left, [each.finding for each in taken]) == (((), [one]) if accepted else ((one,), []))
    if accepted:
        assert (taken[0].reason.id, taken[0].until) == ("ya", entry.sampai)


def test_what_cannot_be_read_or_drawn_is_never_accepted():
    left, taken = accept([finding(code="GAMBAR-05")], (Pengabaian("GAMBAR-05", "ya"),), TODAY)
    assert left
    assert not taken


def test_idle_entries_are_findings():
    entries = (
        Pengabaian("TBL-03", "lewat", None, date(2020, 1, 1)),
        Pengabaian("HDR-13", "tak ada"),
        Pengabaian("XYZ-99", "salah"),
        Pengabaian("BACA-08", "tak boleh"),
        Pengabaian("HDR-19", "aturan kompilasi: mungkin ada temuannya di pemeriksaan lain"),
    )
    told = idle_entries(loaded(*entries), (diagnostic("TBL-03"),), TODAY)
    assert [(each.code, each.path) for each in told] == [
        ("ABAI-01", ("abaikan", 0)),
        ("ABAI-02", ("abaikan", 1)),
        ("ABAI-03", ("abaikan", 2)),
        ("ABAI-03", ("abaikan", 3)),
    ]


def test_an_entry_past_its_date_returns_the_finding_and_says_why():
    spec = loaded(Pengabaian("TBL-03", "lewat", None, date(2020, 1, 1)))
    assert sorted(codes(spec, diagnostic("TBL-03"))) == ["ABAI-01", "TBL-03"]


def test_a_project_may_switch_these_off():
    spec = loaded(Pengabaian("HDR-13", "tak ada"), setelan=Setelan(aturan=(("ABAI-02", "mati"),)))
    assert codes(spec) == []


def test_selection():
    found = [diagnostic("KEG-01"), diagnostic("KEG-05"), diagnostic("MB-01"), diagnostic("BACA-08")]
    assert codes(loaded(), *found) == ["BACA-08", "KEG-01", "KEG-05", "MB-01"]

    def chosen(select: str = "", ignore: str = "") -> list[str]:
        return codes(
            loaded(), *found, selection=Selection(frozenset(names_in([select])), frozenset(names_in([ignore])))
        )

    assert chosen("keg") == ["BACA-08", "KEG-01", "KEG-05"]
    assert chosen("KEG, MB-01", "KEG-05") == ["BACA-08", "KEG-01", "MB-01"]
    assert chosen("", "MB,KEG-01,BACA") == ["BACA-08", "KEG-05"]


def test_a_selection_tells_what_was_asked_for():
    assert Selection().told == ""
    assert Selection(frozenset({"MB", "KEG"}), frozenset({"HDR-01"})).told == "--select KEG,MB --ignore HDR-01"


def test_unknown_names():
    assert unknown(["KEG", "KEG-01", "KEG-99", "BACA", "X"], ["KEG-01"]) == ("KEG-99", "X")


def test_findings_stand_in_the_order_of_lines_whatever_order_they_were_found_in():
    found = [diagnostic("B-1", line=9), diagnostic("A-1", line=9), diagnostic("Z-1", line=2)]
    assert codes(loaded(), *found) == codes(loaded(), *reversed(found)) == ["Z-1", "A-1", "B-1"]
