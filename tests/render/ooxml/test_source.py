from __future__ import annotations

import pytest

from sopgen import pipeline
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.ooxml.parts import packed
from sopgen.render.ooxml.source import source_part
from sopgen.scene import Origin

ORIGINS = [
    Origin("sirebo.sop.yaml", b"judul: A\r\n\xef\xbb\xbf", None),
    Origin("a<\"&'.sop.yaml", bytes(range(256)), b""),
    Origin("é 文書.sop.yaml", b"", b"instansi: X\n"),
]


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: origin.name)
def test_the_files_come_back_byte_for_byte(origin):
    assert pipeline.enclosed(packed({"customXml/item1.xml": source_part(origin)})) == origin


def test_wherever_the_saving_program_put_the_part():
    part = source_part(ORIGINS[0]).replace(b"</asal>", b"</asal>\n")

    assert pipeline.enclosed(packed({"customXml/item1.xml": b"<x/>", "customXml/item7.xml": part})) == ORIGINS[0]


@pytest.mark.parametrize(
    "part",
    [
        b"<asal xmlns='urn:sopgen:asal'",
        b"<asal xmlns='urn:sopgen:asal'/>",
        b"<asal xmlns='urn:sopgen:asal'><spesifikasi nama='x'>!</spesifikasi></asal>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><asal xmlns='urn:sopgen:asal'><spesifikasi nama='x'>YQ==</spesifikasi></asal>",
    ],
)
def test_a_broken_source_is_none(part):
    with pytest.raises(NothingEnclosed, match="no spec"):
        pipeline.enclosed(packed({"customXml/item1.xml": part}))


@pytest.mark.parametrize(
    ("data", "told"),
    [(packed({"a": b""}), "no spec"), (b"PK rusak", "broken"), (b"%PDF-1.7", "broken"), (b"teks", "neither")],
)
def test_a_file_without_a_spec_says_so(data, told):
    with pytest.raises(NothingEnclosed, match=told):
        pipeline.enclosed(data)
