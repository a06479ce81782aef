from __future__ import annotations

import json

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.report.baseline import (
    Baseline,
    BaselineEntry,
    TooManyEntries,
    accept,
    baseline_bytes,
    read_baseline,
    stale,
    stale_diagnostics,
)
from tests.growth import LINEAR, growth
from tests.report.reviews import finding

ENTRIES = (
    BaselineEntry("specs/b.sop.yaml", "MB-01", "bbbb", "Membuat “konsep”"),
    BaselineEntry("specs/a.sop.yaml", "KEG-01", "aaaa"),
)


def test_written_and_read_back_sorted_one_entry_a_line():
    text = baseline_bytes(ENTRIES).decode()
    assert json.loads(text)["findings"][0]["file"] == "specs/a.sop.yaml"
    read = read_baseline(text.encode(), "lama.json")
    assert read.entries == tuple(sorted(ENTRIES))
    assert [text.splitlines()[line - 1].strip(" ,") for line in read.lines] == [
        json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(ENTRIES)
    ]
    assert read_baseline(baseline_bytes(()), "lama.json").entries == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"sopgen-baseline": 2, "findings": []}',
        b'{"sopgen-baseline": 1, "findings": [1]}',
    ],
)
def test_what_is_no_baseline_is_refused(data):
    with pytest.raises(ValueError, match=r"lama\.json"):
        read_baseline(data, "lama.json")


def test_accepts_by_file_rule_and_fingerprint_only():
    baseline = Baseline("lama.json", ENTRIES)
    known, other = finding("aaaa", code="KEG-01"), finding("aaab", code="KEG-01")
    left, taken = accept("specs/a.sop.yaml", [known, other], baseline)
    assert left == (other,)
    assert [(each.finding, each.by) for each in taken] == [(known, "baseline")]
    assert accept("specs/lain.sop.yaml", [known], baseline)[0] == (known,)
    unreadable = finding("cccc", code="BACA-08")
    assert accept("a", [unreadable], Baseline("", (BaselineEntry("a", "BACA-08", "cccc"),)))[0] == (unreadable,)


def test_stale_entries():
    baseline = read_baseline(baseline_bytes(ENTRIES), "lama.json")
    met = [("specs/b.sop.yaml", "MB-01", "bbbb")]
    (idle,) = stale(baseline, met, lambda _entry: True)
    assert idle == ENTRIES[1]
    assert stale(baseline, met, lambda entry: entry.rule != "KEG-01") == ()
    (told,) = stale_diagnostics(baseline, [idle])
    assert (told.code, told.span.file, told.span.line) == ("ABAI-04", "lama.json", 4)
    assert "specs/a.sop.yaml" in told.message.id


def test_a_baseline_of_thousands_is_read_and_shrunk_in_no_time():
    """Each entry was looked for in all lines: four thousand took minutes."""

    def told(count: int) -> list[Diagnostic]:
        ids = [(f"specs/{at // 15}.sop.yaml", f"{at:032x}") for at in range(count)]
        entries = [BaselineEntry(file, "KEG-01", fingerprint, "Menyusun") for file, fingerprint in ids]
        read = read_baseline(baseline_bytes(entries), "lama.json")
        return list(stale_diagnostics(read, stale(read, (), lambda _entry: True)))

    assert growth(told, 500) < LINEAR
    assert [each.span.line for each in told(4_000) if each.span] == list(range(4, 4_004))


def test_a_baseline_of_more_findings_than_any_folder_has_is_refused(monkeypatch):
    monkeypatch.setattr("sopgen.report.baseline.MOST_ENTRIES", 3)
    entries = [BaselineEntry("a", "HDR-03", f"{n}") for n in range(4)]
    assert len(read_baseline(baseline_bytes(entries[:3]), "lama.json").entries) == 3
    with pytest.raises(TooManyEntries):
        read_baseline(baseline_bytes(entries), "lama.json")
