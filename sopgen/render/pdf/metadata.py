"""What the file says of itself: the information dictionary, and the same and more as XMP (ISO 16684-1).

sopgen's own properties stand under a name space of their own, whose schema the packet carries, as PDF/A asks.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Literal

from sopgen.intake.text import on_one_line
from sopgen.render.description import LANGUAGE, SUBJECT, author
from sopgen.render.maker import pdf_entry
from sopgen.render.pdf.objects import text_string
from sopgen.render.pdf.seal import NAMESPACE, SEAL_ENTRY
from sopgen.scene import Document, Origin
from sopgen.version import DRAWING, __version__

_PRODUCER = "ReportLab PDF Library - (opensource)"
_CREATOR = f"sopgen {__version__}"

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "sopgen": NAMESPACE,
}

_OWN = {
    "nomor": "Nomor SOP",
    "judul": "Judul SOP",
    "unit": "Unit kerja",
    "instansi": "Instansi",
    "konsep": "Apakah dokumen ini masih konsep: ya atau tidak",
    "versi": "Versi sopgen",
    "gambar": "Edisi gambar sopgen",
    "spesifikasi": "Nama berkas spesifikasi",
    "sha256_spesifikasi": "SHA-256 berkas spesifikasi",
    "sha256_bawaan": "SHA-256 berkas sopgen.yaml",
}


def file_name(origin: Origin) -> str:
    """The spec's name as text: bytes that are none, and characters that XML forbids, are shown as unknown."""
    return "".join(char if char.isprintable() else "\ufffd" for char in origin.name)


def information(document: Document) -> str:
    """The information dictionary. Its dates are the document's own; without any it carries none."""
    entries = {
        "Title": on_one_line(document.title),
        "Author": author(document),
        "Subject": SUBJECT,
        "Keywords": on_one_line(document.number),
        "Creator": _CREATOR,
        "Producer": _PRODUCER,
    }
    if document.created:
        entries["CreationDate"] = pdf_date(document.created)
    if modified := document.modified or document.created:
        entries["ModDate"] = pdf_date(modified)
    written = "".join(f"/{name}{text_string(value)}" for name, value in entries.items() if value)
    return f"<<{written}{pdf_entry(document.maker)}{SEAL_ENTRY}>>"


def pdf_date(day: date) -> str:
    # Midnight UTC is morning of the same day in every Indonesian time zone.
    return f"D:{day:%Y%m%d}000000Z"


def own_properties(document: Document) -> dict[str, str]:
    """Of sopgen's own properties those that this document has."""
    origin = document.origin
    values = {
        "nomor": on_one_line(document.number),
        "judul": on_one_line(document.title),
        "unit": on_one_line(document.unit),
        "instansi": on_one_line(document.agency),
        "konsep": "ya" if document.draft else "tidak",
        "versi": __version__,
        "gambar": str(DRAWING),
        "spesifikasi": file_name(origin) if origin else "",
        "sha256_spesifikasi": hashlib.sha256(origin.spec).hexdigest() if origin else "",
        "sha256_bawaan": hashlib.sha256(origin.defaults).hexdigest() if origin and origin.defaults is not None else "",
    }
    return {name: value for name, value in values.items() if value}


def packet(document: Document, part: Literal[2, 3]) -> bytes:
    """The XMP packet of a PDF/A of this part, level A, that is PDF/UA-1 as well."""
    own = own_properties(document)
    created, modified = document.created, document.modified or document.created
    described = [
        f"<dc:title>{_alternatives(on_one_line(document.title))}</dc:title>",
        f"<dc:description>{_alternatives(SUBJECT)}</dc:description>",
        f"<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool>",
        f"<pdf:Producer>{_PRODUCER}</pdf:Producer>",
        f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        *(f"<sopgen:{name}>{_escaped(value)}</sopgen:{name}>" for name, value in own.items()),
    ]
    if by := author(document):
        described.append(f"<dc:creator><rdf:Seq><rdf:li>{_escaped(by)}</rdf:li></rdf:Seq></dc:creator>")
    if number := on_one_line(document.number):
        described.append(f"<pdf:Keywords>{_escaped(number)}</pdf:Keywords>")
    if created:
        described.append(f"<xmp:CreateDate>{created:%Y-%m-%d}T00:00:00Z</xmp:CreateDate>")
    if modified:
        described.append(f"<xmp:ModifyDate>{modified:%Y-%m-%d}T00:00:00Z</xmp:ModifyDate>")
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        _description("dc", "xmp", "pdf", "pdfaid", "pdfuaid", "sopgen"),
        *described,
        "</rdf:Description>",
        *_schemas(own),
        "</rdf:RDF>",
        "</x:xmpmeta>",
        '<?xpacket end="r"?>',
    ]
    return "\n".join(lines).encode()


def _schemas(own: dict[str, str]) -> tuple[str, ...]:
    """The extension schemas: PDF/UA's mark, which PDF/A does not know, and sopgen's own properties."""
    return (
        _description("pdfaExtension", "pdfaSchema", "pdfaProperty"),
        "<pdfaExtension:schemas><rdf:Bag>",
        _schema(
            "PDF/UA identification schema",
            "pdfuaid",
            [_property("part", "Integer", "Part of ISO 14289 to which the document conforms")],
        ),
        _schema("Keterangan dokumen sopgen", "sopgen", [_property(name, "Text", _OWN[name]) for name in own]),
        "</rdf:Bag></pdfaExtension:schemas>",
        "</rdf:Description>",
    )


def _description(*prefixes: str) -> str:
    spaces = "".join(f' xmlns:{prefix}="{_NAMESPACES[prefix]}"' for prefix in prefixes)
    return f'<rdf:Description rdf:about=""{spaces}>'


def _schema(name: str, prefix: str, properties: list[str]) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{''.join(properties)}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _property(name: str, kind: str, meaning: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>"
    )


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
