"""What a file says of itself, as programs read it: XMP, the information dictionary, the colour profile."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from sopgen.render.pdf import render_pdf
from sopgen.scene import Origin
from sopgen.version import DRAWING, __version__
from tests.render.render_samples import a_document
from tools.make_icc import TARGET, profile

NAMESPACE = "urn:sopgen:dokumen:1#"
NAMES = (
    *("dc:title", "dc:creator", "dc:description", "pdf:Keywords", "pdf:Producer"),
    *("xmp:CreatorTool", "xmp:CreateDate", "xmp:ModifyDate"),
    *("pdfaid:part", "pdfaid:conformance", "pdfuaid:part"),
)


def described(document, archival="3a"):
    with pikepdf.open(BytesIO(render_pdf(document, archival))) as pdf:
        information = {key: str(value) for key, value in pdf.docinfo.items()}  # read first: leaving XMP writes there
        root = ET.fromstring(pdf.Root.Metadata.read_bytes())
        with pdf.open_metadata() as metadata:
            said = {name: metadata[name] for name in NAMES if name in metadata}
    own = {each.tag.partition("}")[2]: each.text for each in root.iter() if each.tag.startswith(f"{{{NAMESPACE}}}")}
    return own, said, information


def test_the_document_is_described_with_its_digests():
    document = a_document()

    own, said, _ = described(document)

    assert own == {
        "nomor": "SOP-1/X/2018",
        "judul": "Contoh SOP",
        "unit": "BAGIAN CONTOH",
        "instansi": "SEKRETARIAT JENDERAL",
        "konsep": "tidak",
        "versi": __version__,
        "gambar": str(DRAWING),
        "spesifikasi": "contoh.sop.yaml",
        "sha256_spesifikasi": hashlib.sha256(document.origin.spec).hexdigest(),
        "sha256_bawaan": hashlib.sha256(document.origin.defaults).hexdigest(),
    }
    assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("3", "A", "1")


def test_xmp_and_information_agree():
    _, said, information = described(a_document())

    assert said["dc:title"] == information["/Title"]
    assert said["dc:creator"] == [information["/Author"]]
    assert said["dc:description"] == information["/Subject"]
    assert said["pdf:Keywords"] == information["/Keywords"]
    assert said["xmp:CreatorTool"] == information["/Creator"]
    assert said["pdf:Producer"] == information["/Producer"]
    assert said["xmp:CreateDate"] == "2018-10-15T00:00:00Z"
    assert information["/CreationDate"] == "D:20181015000000Z"
    assert said["xmp:ModifyDate"] == "2019-01-02T00:00:00Z"
    assert information["/ModDate"] == "D:20190102000000Z"


def test_what_a_document_has_not_is_not_said():
    bare = a_document(draft=True)._replace(
        number="", unit="", agency="", created=None, modified=None, origin=Origin("x.sop.yaml", b"", None)
    )

    own, said, information = described(bare)

    assert own["konsep"] == "ya"
    assert not {"nomor", "unit", "instansi", "sha256_bawaan"} & set(own)
    assert not {"pdf:Keywords", "dc:creator", "xmp:CreateDate", "xmp:ModifyDate"} & set(said)
    assert not {"/Keywords", "/Author", "/CreationDate", "/ModDate"} & set(information)


@pytest.mark.parametrize("title", ["A & B <C> ]]> \"d\" 'e'", "Éditor – 文書 𝄞 (a) \\", "  dua   blanko\n"])
def test_any_title_comes_through(title):
    own, said, information = described(a_document()._replace(title=title))

    assert own["judul"] == said["dc:title"] == information["/Title"] == " ".join(title.split())


def test_a_2a_says_part_2_and_still_has_the_digests():
    own, said, _ = described(a_document(), "2a")

    assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
    assert "sha256_spesifikasi" in own


def test_the_profile_is_what_its_tool_makes_and_is_embedded():
    assert profile() == TARGET.read_bytes()
    with pikepdf.open(BytesIO(render_pdf(a_document()))) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == Path(TARGET).read_bytes()
