from __future__ import annotations

from sopgen.intake.sop import Isi
from sopgen.report.fingerprint import content, fingerprint, with_fingerprints
from tests.report.reviews import diagnostic, sop


def at(*path: str | int, step: int | None = None, code: str = "MB-01", line: int = 7):
    return diagnostic(code, path=path, step=step, line=line)


def test_lines_and_step_numbers_take_no_part():
    before = sop()
    inserted = before.kegiatan[0]._replace(nomor=1, uraian=Isi("Membaca"))
    after = before._replace(kegiatan=(inserted, *(each._replace(nomor=each.nomor + 1) for each in before.kegiatan)))
    here = at("kegiatan", 1, "waktu", step=2)
    there = at("kegiatan", 2, "waktu", step=3, line=70)
    assert fingerprint(here, before) == fingerprint(there, after)
    assert fingerprint(here, before) != fingerprint(here, after)


def test_rule_place_and_content_do():
    spec = sop()
    one = at("kegiatan", 0, "waktu", step=1)
    others = [
        at("kegiatan", 0, "waktu", step=1, code="MB-03"),
        at("kegiatan", 0, "output", step=1),
        at("kegiatan", 1, "waktu", step=2),
        at("judul"),
    ]
    assert len({fingerprint(each, spec) for each in (one, *others)}) == 5
    # two empty cells of one step
    assert fingerprint(at("kegiatan", 1, "waktu", step=2), spec) != fingerprint(
        at("kegiatan", 1, "output", step=2), spec
    )
    changed = spec._replace(kegiatan=(spec.kegiatan[0]._replace(waktu="2 jam"), spec.kegiatan[1]))
    assert fingerprint(one, spec) != fingerprint(one, changed)
    assert fingerprint(at("judul"), spec) == fingerprint(at("judul"), changed)


def test_content_is_the_words_meant():
    spec = sop()
    assert content(at("kegiatan", 0, "kelengkapan", step=1), spec) == "Membuat konsep Agenda Surat"
    assert content(at("kegiatan", 0, "kelengkapan", "butir", 1, step=1), spec) == "Membuat konsep Surat"
    assert content(at("kegiatan", 1, "keputusan", step=2), spec) == "Mengarsipkan surat"
    assert content(at("dasar_hukum", 1), spec) == "UU 2"
    assert content(at("pelaksana", "kabag", "nama"), spec) == "Kabag"
    assert content(at("pelaksana"), spec) == "staf Staf kabag Kabag"
    assert content(at("tiada"), spec) == content(at(), spec) == ""
    assert content(at("judul"), None) == "- uraian: Pembuatan"


def test_equal_findings_are_told_apart_in_order():
    found = with_fingerprints([at("judul"), at("nomor"), at("judul"), at("judul")], sop())
    first = found[0].fingerprint
    assert [each.fingerprint for each in found if each.diagnostic.path == ("judul",)] == [
        first,
        f"{first}-2",
        f"{first}-3",
    ]
