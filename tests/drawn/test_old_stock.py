"""Made-up documents in the manner of old stock say what their truths say; what they leave open is told."""

from __future__ import annotations

import pytest
import yaml

from benchmarks.oldstock import score
from benchmarks.oldstock.make import make
from sopgen import oldstock
from sopgen.drawn.hyphens import whole, words_of
from sopgen.drawn.names import names_in
from sopgen.drawn.pdf.rules import grid_of
from sopgen.drawn.pdf.strokes import Line, Sorted


@pytest.mark.parametrize("seed", range(200_000, 200_014))
def test_a_made_up_document_is_read_as_it_says(seed):
    document = make(seed)
    found = oldstock.import_drawn(document["data"])
    assert len(found) == len(document["truths"])
    for each, truth in zip(found, document["truths"], strict=True):
        spec = yaml.load(each.spec("a"), Loader=yaml.BaseLoader)
        told = yaml.load(yaml.safe_dump(truth), Loader=yaml.BaseLoader)
        result, differences = score.score(told, spec, document["raster"])
        assert result["full"], differences


@pytest.mark.parametrize(
    ("groups", "agency", "unit", "unsure"),
    [
        ([["KABUPATEN CONTOH", "BAGIAN UMUM"]], ("KABUPATEN CONTOH",), "BAGIAN UMUM", False),
        ([["DINAS KOMUNIKASI", "DAN INFORMATIKA", "SEKSI", "PELAYANAN"]],
         ("DINAS KOMUNIKASI DAN INFORMATIKA",), "SEKSI PELAYANAN", False),
        ([["KEMENTERIAN CONTOH", "SEKRETARIAT JENDERAL", "BIRO UMUM"]],
         ("KEMENTERIAN CONTOH", "SEKRETARIAT JENDERAL"), "BIRO UMUM", False),
        ([["KEMENTERIAN CONTOH"], ["SEKRETARIAT JENDERAL", "BIRO UMUM"]],
         ("KEMENTERIAN CONTOH",), "SEKRETARIAT JENDERAL BIRO UMUM", False),
        ([["KEMENTERIAN CONTOH", "BAGIAN UMUM", "BAGIAN KEUANGAN"]],
         ("KEMENTERIAN CONTOH",), "BAGIAN UMUM BAGIAN KEUANGAN", True),
        ([["BAGIAN UMUM"]], (), "BAGIAN UMUM", False),
        ([["KEMENTERIAN CONTOH YANG NAMANYA PANJANG SEKALI", "DAN BERLANJUT"]],
         ("KEMENTERIAN CONTOH YANG NAMANYA PANJANG SEKALI DAN BERLANJUT",), "", True),
        ([["YAYASAN CONTOH", "TEKNOLOGI"]], ("YAYASAN CONTOH",), "TEKNOLOGI", True),
        ([["KOTA CONTOH", "STANDAR OPERASIONAL PROSEDUR", "DINAS A"]], ("KOTA CONTOH",), "DINAS A", False),
    ],
)  # fmt: skip
def test_agency_and_unit(groups, agency, unit, unsure):
    found = names_in(groups)
    assert (found.agency, found.unit, found.unsure) == (agency, unit, unsure)


@pytest.mark.parametrize(
    ("text", "others", "put"),
    [
        ("PENGADA\x1f\nAN", (), "PENGADAAN"),
        ("KASUBBAG\x1f\nTU", (), "KASUBBAG\nTU"),
        ("PEJABAT\x1f\nPENGADAAN", (), "PEJABAT\nPENGADAAN"),
        ("Widyaiswa\x1f\nra", (), "Widyaiswara"),
        ("Notulis\x1f\nrapat", ("rapat notulis",), "Notulis\nrapat"),
        ("Komputer\x1f\nLaptop", (), "Komputer\nLaptop"),
    ],
)
def test_words_that_a_narrow_cell_cut(text, others, put):
    assert whole(text, words_of([*others, text])) == put


def test_a_line_of_another_look_upon_a_rule_is_no_rule():
    frame = [((0, 0), (90, 0)), ((0, 50), (90, 50)), ((0, 99), (90, 99)), ((0, 0), (0, 99)), ((90, 0), (90, 99))]
    rules = [Line(0, ends) for ends in frame]
    arrow = Line(9, ((20, 50.6), (60, 50.6)), look=((0, 0, 255), 10))
    grid = grid_of(Sorted((*rules, arrow), ()))
    assert grid.lines == (arrow,)
    assert len(grid.cells) == 2
