"""The line above the flow table says PROSEDUR once."""

import pytest

from sopgen.layout.flowpages.title import flow_title
from sopgen.layout.paper import paper_of
from sopgen.layout.setting import Setter
from sopgen.text.measure import DEFAULT
from tests.layout.small_sops import small_sop

TINY = small_sop("a", "a", lanes="ab")


@pytest.mark.parametrize(
    ("judul", "printed"),
    [
        ("Pengelolaan Arsip", "PROSEDUR PENGELOLAAN ARSIP"),
        ("SOP Pengelolaan Arsip", "PROSEDUR PENGELOLAAN ARSIP"),
        ("Standar Operasional Prosedur Pengelolaan Arsip", "PROSEDUR PENGELOLAAN ARSIP"),
        ("STANDAR OPERASIONAL PROSEDUR (SOP) Arsip", "PROSEDUR ARSIP"),
        ("SOP - Prosedur Operasional Standar Arsip", "PROSEDUR ARSIP"),
        ("Sopir Dinas", "PROSEDUR SOPIR DINAS"),
        ("SOP", "PROSEDUR SOP"),
        ("Penyusunan SOP", "PROSEDUR PENYUSUNAN SOP"),
    ],
)
def test_what_the_title_repeats_is_left_out(judul, printed):
    sop = TINY._replace(judul=judul)
    assert flow_title(sop, paper_of(sop.tampilan), Setter(DEFAULT))[0].text == printed
