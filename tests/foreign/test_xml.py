"""XML that expands, nests or multiplies: refused by counting; `defusedxml` is asked what else there is to refuse."""

from __future__ import annotations

import pytest
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sopgen.foreign.xml import MOST_DEPTH, MOST_LINES, NoXml, read_xml

DOCUMENT_TYPE = '<!DOCTYPE a [<!ENTITY e "isi">]><a>&e;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "ascii", "latin-1"])
def test_no_document_type_in_any_encoding(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    name = "utf-8" if encoding == "utf-8-sig" else encoding.partition("-l")[0].partition("-b")[0]
    name = {"latin-1": "iso-8859-1", "ascii": "us-ascii"}.get(encoding, name)
    head = f'<?xml version="1.0" encoding="{name}"?>'
    assert read_xml(mark + f"{head}<a>é</a>".encode(encoding, "xmlcharrefreplace")).text == "é"
    with pytest.raises(NoXml):
        read_xml(mark + (head + DOCUMENT_TYPE).encode(encoding))


@pytest.mark.parametrize("encoding", ["cp037", "utf-7", "utf-32", "cp1252", "rot13", "tiada"])
def test_no_encoding_that_hides_one(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{DOCUMENT_TYPE}'
    with pytest.raises(NoXml):
        read_xml(text.encode("ascii" if encoding in {"rot13", "tiada"} else encoding))


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>",
        '<!DOCTYPE a [<!ATTLIST a b CDATA "isi">]><a/>',
        '<!DOCTYPE a [<!ENTITY e "isi">]><a>&e;</a>',
        '<!DOCTYPE a [<!ENTITY e "isi">]><a b="&e;"/>',
        '<!DOCTYPE a [<!ENTITY e "eee"><!ENTITY f "&e;&e;"><!ENTITY g "&f;&f;">]><a>&g;</a>',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>',
        '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1/a.dtd"> %e;]><a/>',
        '<!DOCTYPE a SYSTEM "a.dtd"><a/>',
        '<!DOCTYPE a PUBLIC "-//A//B" "http://127.0.0.1/a.dtd"><a/>',
        '<!DOCTYPE a [<!NOTATION n SYSTEM "n"><!ENTITY e SYSTEM "e" NDATA n>]><a/>',
    ],
)
def test_what_a_library_refuses_is_refused(text: str) -> None:
    data = text.encode()
    with pytest.raises(DefusedXmlException):
        fromstring(data, forbid_dtd=True)
    with pytest.raises(NoXml):
        read_xml(data)


def test_elements_and_attributes_are_counted_together() -> None:
    assert len(read_xml(b"<a><b/><b/></a>", most=3)) == 2
    assert len(read_xml(b'<a><b x="1"/></a>', most=3)) == 1
    for data in (b"<a><b/><b/><b/></a>", b'<a><b x="1" y="2"/></a>'):
        with pytest.raises(NoXml):
            read_xml(data, most=3)


@pytest.mark.parametrize("piece", [b"- a\n", b"\r", b"&lt;", b"&#10;"])
def test_lines_and_references_are_counted(piece: bytes) -> None:
    assert read_xml(b"<a>" + 1_000 * piece + b"</a>").text
    with pytest.raises(NoXml):
        read_xml(b"<a>" + (MOST_LINES + 1) * piece + b"</a>")


def test_depth() -> None:
    def nested(depth: int) -> bytes:
        return b"<a>" * depth + b"</a>" * depth

    read_xml(nested(MOST_DEPTH))
    with pytest.raises(NoXml):
        read_xml(nested(MOST_DEPTH + 1))


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a></b>", b"\0", b"<a/><a/>", b"<a>&e;</a>"])
def test_what_is_no_xml(data: bytes) -> None:
    with pytest.raises(NoXml):
        read_xml(data)
