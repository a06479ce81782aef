"""ZIP packages that claim, hide, repeat or swell: refused before they cost anything."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from sopgen.foreign.package import MOST_PARTS, NoPackage, read_package


def package(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def refused(data: bytes) -> None:
    """In little memory."""
    tracemalloc.start()
    try:
        with pytest.raises(NoPackage):
            read_package(data)
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_come_out_as_they_went_in(method: int) -> None:
    assert read_package(package(("a/", b""), ("a/b", b"isi"), ("c", b""), method=method)) == {"a/b": b"isi", "c": b""}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method: int) -> None:
    """A bzip2 member of 1.6 kB that claims a thousand bytes unpacked to gigabytes in one go."""
    data = bytearray(package(("xl/workbook.xml", b"\0" * (8 << 20)), method=method))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = data[22:26] = struct.pack("<I", 1000)
    refused(bytes(data))


def test_one_part_too_large_and_many_that_are_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopgen.foreign.package.MOST_RATIO", 10**6)
    monkeypatch.setattr("sopgen.foreign.package.MOST_BYTES", 1 << 20)
    refused(package(("bom", b"\0" * ((1 << 20) + 1))))
    refused(package(*((str(number), b"\0" * (1 << 17)) for number in range(9))))


def test_ratio_of_a_package_that_is_larger_than_an_sop() -> None:
    assert read_package(package(("a", b"\0" * (4 << 20))))
    refused(package(("a", b"\0" * ((4 << 20) + 1))))


def test_claims_are_not_believed() -> None:
    data = bytearray(package(("a", b"\0" * (6 << 20))))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    refused(bytes(data))


def test_too_many_parts() -> None:
    refused(package(*((str(number), b"") for number in range(MOST_PARTS + 1))))


def test_a_part_stands_there_once_whatever_its_case() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = package(("a", b"1"), ("a", b"2"))
    refused(twice)
    refused(package(("xl/A.xml", b"1"), ("xl/a.xml", b"2")))


def test_marks_of_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopgen.foreign.package.MOST_MARKS", 100)
    picture = b"\x89PNG" + b"<" * 200
    assert read_package(package(("a.xml", b"<a/>" * 100), ("b.png", picture)))
    refused(package(*((name, "<a/>".encode("utf-16") * 51) for name in ("a.xml", "b.xml"))))


@pytest.mark.parametrize("data", [b"", b"bukan zip", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 17])
def test_what_is_no_package(data: bytes) -> None:
    refused(data)


def test_a_locked_part() -> None:
    data = bytearray(package(("a", b"b")))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    refused(bytes(data))
