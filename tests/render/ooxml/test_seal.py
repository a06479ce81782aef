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


def test_packing_it_otherwise_is_an_edit():
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in reversed(sealed(PARTS).items()):
            archive.writestr(name, data)

    assert pipeline.seal_state(target.getvalue()) == "edited"


@pytest.mark.parametrize("added", [b"\0", b"catatan", b"PK\x05\x06" + bytes(18)])
def test_every_byte_counts(added):
    ours = packed(sealed(PARTS))
    with zipfile.ZipFile(BytesIO(ours)) as archive:
        start, end = archive.start_dir, archive.infolist()[1].header_offset
    for at in (0, end, start, len(ours)):
        assert pipeline.seal_state(ours[:at] + added + ours[at:]) != "whole"
    assert pipeline.seal_state(ours[:-2] + len(added).to_bytes(2, "little") + added) != "whole", "a comment"
    for at in range(len(ours)):
        assert pipeline.seal_state(ours[:at] + bytes([ours[at] ^ 1]) + ours[at + 1 :]) != "whole"


def test_the_frame_is_what_other_programs_write():
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in sorted({**PARTS, "xl/é.xml": b"x" * 5000, "xl/kosong": b""}.items()):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = 0, 0o600 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    assert packed({**PARTS, "xl/é.xml": b"x" * 5000, "xl/kosong": b""}) == target.getvalue()


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
