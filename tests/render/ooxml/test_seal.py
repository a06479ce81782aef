from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from sopgen import pipeline
from sopgen.foreign.package import read_package
from sopgen.render.ooxml.parts import packed
from sopgen.render.ooxml.seal import CUSTOM_PROPERTIES, sealed

PARTS = {"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<R/>", "xl/workbook.xml": b"<workbook/>"}


def test_a_workbook_as_it_was_written_is_whole():
    assert pipeline.seal_state(packed(sealed(PARTS))) == "whole"


def test_packing_it_otherwise_changes_nothing():
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in reversed(sealed(PARTS).items()):
            archive.writestr(name, data)

    assert pipeline.seal_state(target.getvalue()) == "whole"


@pytest.mark.parametrize("part", [*PARTS, CUSTOM_PROPERTIES])
def test_a_changed_part_is_an_edit(part):
    parts = sealed(PARTS)

    assert pipeline.seal_state(packed({**parts, part: parts[part] + b" "})) == "edited"


def test_a_part_more_or_less_is_an_edit():
    parts = sealed(PARTS)

    assert pipeline.seal_state(packed({**parts, "xl/new.xml": b""})) == "edited"
    assert pipeline.seal_state(packed({name: parts[name] for name in parts if name != "_rels/.rels"})) == "edited"


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04 rusak", b"%PDF-1.7", packed(PARTS)], ids=repr)
def test_what_carries_no_seal_is_foreign(data):
    assert pipeline.seal_state(data) == "foreign"


def test_no_clock_and_no_order_in_the_package():
    assert packed(PARTS) == packed(dict(reversed(PARTS.items())))
    assert list(read_package(packed(PARTS))) == ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"]
