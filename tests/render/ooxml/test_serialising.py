"""One way to write XML, whatever wrote it first."""

from __future__ import annotations

import pytest

from sopgen.render.ooxml.parts import XML_HEAD
from sopgen.render.ooxml.serialising import serialised


def written(part: str) -> str:
    (data,) = serialised({"a.xml": part.encode()}).values()
    assert data.startswith(XML_HEAD.encode())
    return data.decode().removeprefix(XML_HEAD)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("<a></a>", "<a/>"),
        ("<?xml version='1.0'?><a b='1'  c=\"2\" />", '<a b="1" c="2"/>'),
        ('<a><b xmlns:r="urn:r" r:c="1"/></a>', '<a xmlns:r="urn:r"><b r:c="1"/></a>'),
        ('<a xmlns:z="urn:z" xmlns="urn:a"/>', '<a xmlns="urn:a" xmlns:z="urn:z"/>'),
        ("<a>x &amp; &lt;y&gt; \"'</a>", "<a>x &amp; &lt;y&gt; \"'</a>"),
        ("<a b='&quot;&#10;&#9;&amp;'/>", '<a b="&quot;&#10;&#9;&amp;"/>'),
        ('<a xml:space="preserve"> x&#13;\n </a>', '<a xml:space="preserve"> x&#13;\n </a>'),
        ("<a><b/>tail<c></c></a>", "<a><b/>tail<c/></a>"),
    ],
)
def test_a_part_is_written_in_one_way(part, said):
    assert written(part) == said
    assert written(said) == said


def test_what_is_no_xml_stays():
    assert serialised({"xl/media/x.png": b"\x89PNG <a></a>"}) == {"xl/media/x.png": b"\x89PNG <a></a>"}
