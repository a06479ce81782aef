"""Marked copies: every finding has its ring and code or is told to be unprinted, and no badge covers anything."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pdfplumber
import pytest

from sopgen import pipeline
from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.marking.badges import Room, Tag, place_badges
from sopgen.marking.copy import marked_copy
from sopgen.marking.obstacles import covered, rules
from sopgen.scene import Box, Document
from sopgen.text.face import Face
from tests.generator import generate

ROOT = Path(__file__).resolve().parents[2]
SUMMARY = Message("2 wajib, 1 anjuran", "2 mandatory, 1 advised")
FACE = Face("sans", bold=True)


def finding(code: str, *path: str | int, step: int | None = None, wajib: bool = True, said: str = "salah"):
    weight = Severity.WAJIB if wajib else Severity.ANJURAN
    source = Message("Paparan 2014", "Slides 2014")
    return Diagnostic(
        code, weight, Message(said, said), Message("ubah `waktu`", "u"), step=step, path=path, source=source
    )


@cache
def drawn(name: str) -> Document:
    return pipeline.build_document(ROOT / "specs" / f"{name}.sop.yaml")


def everywhere(document: Document) -> list[Diagnostic]:
    """A finding or two at every place that can have one."""
    steps = sorted({symbol.step for page in document.pages for symbol in page.symbols if symbol.step})
    found = [
        finding(code, key) for code in ("HDR-17", "HDR-06") for key in ("judul", "nomor", "dasar_hukum", "peringatan")
    ]
    for step in steps:
        keys = ("uraian", "kelengkapan", "waktu", "output", "keterangan", "pelaksana")
        found += [finding("MB-01", "kegiatan", step - 1, key, step=step, wajib=step % 2 == 0) for key in keys]
        found.append(finding("KEG-01", "kegiatan", step - 1, "uraian", step=step))
        found.append(finding("AKT-02", "kegiatan", step - 1, step=step))
    return found + [finding("AKT-06", "pelaksana", lane.id, wajib=False) for lane in document.pages[-1].lanes]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("name", ["sirebo", "konsinyering", "contoh-lengkap", "contoh-ringkas"])
def test_no_badge_covers_anything_even_with_a_finding_everywhere(name):
    document = drawn(name)
    copy = marked_copy(document, everywhere(document), SUMMARY, "id")
    for page in copy.pages[: len(document.pages)]:
        badges = [badge.box for mark in page.marks for badge in mark.badges]
        assert len(badges) > 5
        for box in badges:
            assert box[0] >= 0
            assert box[1] >= 0
            assert box[2] <= page.size[0]
            assert box[3] <= page.size[1]
            assert not [other for other in covered(page, document.style.omega_radius) if overlap(box, other)]
        assert not [pair for pair in combinations(badges, 2) if overlap(*pair)]


def on_borders(path: Path) -> list[Box]:
    """The badges of a spec's own findings that sit on a rule of its tables."""
    document = pipeline.build_document(path)
    copy = marked_copy(document, pipeline.check(pipeline.load(path), today=date(2026, 6, 30)), SUMMARY, "id")
    pages = copy.pages[: len(document.pages)]
    badges = [(badge.box, page) for page in pages for mark in page.marks for badge in mark.badges]
    assert badges
    return [box for box, page in badges if any(overlap(box, rule) for rule in rules(page))]


@pytest.mark.parametrize("name", ["sirebo", "konsinyering", "contoh-lengkap", "contoh-ringkas"])
def test_no_badge_sits_on_a_border_of_the_table(name):
    assert on_borders(ROOT / "specs" / f"{name}.sop.yaml") == []


def in_other_rows(path: Path) -> list[tuple[int | None, Box]]:
    """The badges of a spec's own findings that stand beside another step than their ring's, with that step."""
    document = pipeline.build_document(path)
    copy = marked_copy(document, pipeline.check(pipeline.load(path), today=date(2026, 6, 30)), SUMMARY, "id")
    found = []
    for page in copy.pages[: len(document.pages)]:
        for mark in page.marks:
            middle = (mark.ring[1] + mark.ring[3]) / 2 if mark.ring else 0.0
            home = next((row for row in page.rows if row.y0 < middle < row.y1), None)
            strange = [row for row in page.rows if home and row != home]
            found += [
                (row.step, badge.box)
                for badge in mark.badges
                for row in strange
                if badge.box[1] < row.y1 and row.y0 < badge.box[3]
            ]
    return found


@pytest.mark.parametrize("name", ["sirebo", "konsinyering", "contoh-lengkap", "contoh-ringkas"])
def test_no_badge_stands_in_the_row_of_another_step_or_in_a_strip(name):
    assert in_other_rows(ROOT / "specs" / f"{name}.sop.yaml") == []


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=() if seed in (1, 2) else pytest.mark.slow) for seed in range(30)]
)
def test_nor_in_generated_documents(seed, tmp_path):
    path = tmp_path / "x.sop.yaml"
    path.write_text(generate(seed), encoding="utf-8")
    assert on_borders(path) == []


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (0, *range(2, 6)))])
def test_generated_documents_too(seed, tmp_path):
    path = tmp_path / "x.sop.yaml"
    path.write_text(generate(seed), encoding="utf-8")
    document = pipeline.build_document(path)
    findings = everywhere(document)
    copy = marked_copy(document, findings, SUMMARY, "en")
    rings = [mark.ring for page in copy.pages[: len(document.pages)] for mark in page.marks if mark.ring]
    assert rings
    for page in copy.pages[: len(document.pages)]:
        badges = [badge.box for mark in page.marks for badge in mark.badges]
        clash = [box for box in badges for other in covered(page, document.style.omega_radius) if overlap(box, other)]
        assert not clash


def test_the_document_itself_stays_clean():
    document = drawn("contoh-ringkas")
    before = pipeline.render_document(document)
    copy = marked_copy(document, everywhere(document), SUMMARY, "id")
    assert not any(page.marks for page in document.pages)
    assert pipeline.render_document(document) == before
    # a copy is to be looked at: nothing to sign in it, no source, no document's name
    assert any(page.signature_field for page in document.pages)
    assert not any(page.signature_field for page in copy.pages)
    assert copy.origin is None
    assert copy.title.endswith("(salinan bertanda)")
    for marked, page in zip(copy.pages, document.pages, strict=False):
        assert marked._replace(marks=(), signature_field=page.signature_field) == page


def test_severity_shows_in_the_ring_and_codes_of_one_place_stand_together():
    found = [
        finding("MB-06", "kegiatan", 0, "waktu", step=1, wajib=False),
        finding("MB-01", "kegiatan", 0, "waktu", step=1),
        finding("MB-01", "kegiatan", 0, "waktu", step=1),
        finding("MB-02", "kegiatan", 1, "output", step=2, wajib=False),
    ]
    page = marked_copy(drawn("sirebo"), found, SUMMARY, "id").pages[1]
    rings = sorted((mark for mark in page.marks if mark.ring), key=lambda mark: mark.ring[1])
    assert [(mark.dashed, [badge.text.text for badge in mark.badges]) for mark in rings] == [
        (False, ["MB-01", "MB-06"]),
        (True, ["MB-02"]),
    ]


def test_the_legend_says_every_finding_once_with_its_places():
    found = [finding("MB-01", "kegiatan", step - 1, "waktu", step=step) for step in range(1, 12)]
    found += [
        finding("AKT-04", "jenis", said="Jenis belum disebut."),
        finding("JDL-06", "judul", wajib=False, said="ganda"),
    ]
    data = pipeline.render_marked(drawn("sirebo"), found, SUMMARY)
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 4
        legend = pdf.pages[3].extract_text()
        first = pdf.pages[1].extract_text()
    assert legend.count("MB-01") == 1
    assert "langkah 1, 2, 3, 4, 5" in legend
    assert "hal. 3, langkah 6" in legend
    assert "tidak tercetak" in legend
    assert "ubah “waktu”" in legend
    assert legend.index("AKT-04") < legend.index("MB-01") < legend.index("JDL-06")
    assert "2 wajib, 1 anjuran" in legend
    assert first.count("MB-01") == 5
    assert "SALINAN BERTANDA" in first


def test_a_long_legend_goes_on_and_an_empty_one_says_so():
    many = [finding(f"KEG-{number:02}", "judul", said=f"temuan {number} " * 12) for number in range(60)]
    copy = marked_copy(drawn("sirebo"), many, SUMMARY, "id")
    legends = [page for page in copy.pages if page.kind == "temuan"]
    assert len(legends) > 2
    assert [page.number for page in legends] == list(range(4, 4 + len(legends)))
    assert sum(len(page.tables[0].rows) - 2 for page in legends) == 60
    for page in legends:
        assert page.tables[0].rows[-1] < page.size[1] - 30
    (empty,) = [page for page in marked_copy(drawn("sirebo"), [], SUMMARY, "en").pages if page.kind == "temuan"]
    assert "No findings." in [text.text for text in empty.texts]


def test_letters_that_no_font_has_do_no_harm():
    copy = marked_copy(drawn("sirebo"), [finding("KEG-01", "judul", said="aneh 文 \U0001f600")], SUMMARY, "id")
    assert b"%PDF" in pipeline.render_document(copy, archival="none")[:8]


def test_marked_copies_are_the_same_bytes_each_time():
    found = everywhere(drawn("konsinyering"))
    one, other = (pipeline.render_marked(drawn("konsinyering"), found, SUMMARY) for _ in range(2))
    assert one == other


class TestBadges:
    paper: Box = (0, 0, 400, 300)

    def place(self, *obstacles: Box, ring: Box = (100, 100, 160, 130), codes=("MB-01",)):
        tags = tuple(Tag(code, "#000000") for code in codes)
        return place_badges(tags, ring, Room(self.paper, obstacles), FACE)

    def test_in_the_middle_of_an_empty_ring(self):
        (badge,), leader = self.place()
        assert (badge.box[0] + badge.box[2]) / 2 == pytest.approx(130)
        assert (badge.box[1] + badge.box[3]) / 2 == pytest.approx(115)
        assert leader == ()

    def test_on_the_outline_of_a_full_one(self):
        (badge,), leader = self.place((103, 106, 157, 127))
        assert badge.box[1] < 100 < badge.box[3]
        assert leader == ()

    def test_far_off_with_a_line_if_nothing_is_free_nearby(self):
        (badge,), leader = self.place((60, 80, 200, 150))
        assert not overlap(badge.box, (60, 80, 200, 150))
        (x0, y0), (x1, y1) = leader
        assert 100 <= x0 <= 160
        assert 100 <= y0 <= 130
        assert badge.box[0] <= x1 <= badge.box[2]
        assert badge.box[1] <= y1 <= badge.box[3]

    def test_never_lost(self):
        badges, _ = self.place(self.paper, codes=("A-1", "B-2"))
        assert [badge.text.text for badge in badges] == ["A-1", "B-2"]

    def test_a_neighbours_ring_is_kept_clear_of(self):
        ring, other = (100.0, 100.0, 160.0, 130.0), (90.0, 60.0, 170.0, 98.0)
        (badge,), _ = place_badges(
            (Tag("MB-01", "#000000"),), ring, Room(self.paper, ((102, 102, 158, 128),), (), (ring, other)), FACE
        )
        assert not overlap(badge.box, other)


def test_a_redrawn_copy_says_so_on_each_page() -> None:
    copy = marked_copy(drawn("sirebo"), [], SUMMARY, "id", redrawn=True)
    banners = [badge.text.text for page in copy.pages for mark in page.marks for badge in mark.badges]
    assert len(banners) >= 3
    assert all("DIGAMBAR ULANG" in words for words in banners)
