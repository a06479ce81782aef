"""The archival step: what makes drawn pages a PDF/A and PDF/UA-1 that carries its own source.

Entries of the file's catalog: the colour of the screen that the colours mean, the description, the tags, and the
attached spec and defaults (ISO 19005-3, 6.2.3, 6.6.2, 6.7, 6.8; ISO 14289-1, 7.1).
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from sopgen.render.pdf.metadata import file_name, packet, pdf_date
from sopgen.render.pdf.objects import Objects, text_string
from sopgen.scene import Document, Origin

DEFAULTS_NAME = "sopgen.yaml"

_PROFILE = Path(__file__).with_name("srgb.icc")
_MEDIA_TYPE = "application#2Fyaml"


def archival_entries(objects: Objects, document: Document, archival: Literal["3a", "2a"], structure: int) -> str:
    """Entries for the catalog; `structure` is the tag tree's object number."""
    part: Literal[2, 3] = 3 if archival == "3a" else 2
    described = objects.add_stream("/Type/Metadata/Subtype/XML", packet(document, part), compress=False)
    entries = f"/Metadata {described} 0 R/MarkInfo<</Marked true>>/StructTreeRoot {structure} 0 R"
    entries += f"/OutputIntents[{_output_intent(objects)} 0 R]"
    if part == 3 and document.origin:
        entries += _attachments(objects, document, document.origin)
    return entries


def _output_intent(objects: Objects) -> int:
    profile = objects.add_stream("/N 3", _PROFILE.read_bytes())
    return objects.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile} 0 R>>"
    )


def _attachments(objects: Objects, document: Document, origin: Origin) -> str:
    files = [(file_name(origin), "Spesifikasi SOP, sumber dokumen ini", origin.spec)]
    if origin.defaults is not None:
        files.append((DEFAULTS_NAME, "Nilai bawaan biro untuk spesifikasi ini", origin.defaults))
    numbers = [_attach(objects, document, *file) for file in files]
    named = sorted((_key(at, name), number) for at, ((name, *_), number) in enumerate(zip(files, numbers, strict=True)))
    names = " ".join(f"({key}){number} 0 R" for key, number in named)
    listed = " ".join(f"{number} 0 R" for number in numbers)
    return f"/AF[{listed}]/Names<</EmbeddedFiles<</Names[{names}]>>>>"


def _key(at: int, name: str) -> str:
    """A name tree is sorted by its keys' bytes: a number in front keeps the order, whatever a file is called."""
    plain = "".join(char for char in name if char.isascii() and (char.isalnum() or char in ".-_"))
    return f"{at + 1}-{plain}"


def _attach(objects: Objects, document: Document, name: str, meaning: str, data: bytes) -> int:
    changed = document.modified or document.created
    date = f"/ModDate{text_string(pdf_date(changed))}" if changed else ""
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
    embedded = objects.add_stream(
        f"/Type/EmbeddedFile/Subtype/{_MEDIA_TYPE}/Params<</Size {len(data)}/CheckSum<{digest}>{date}>>", data
    )
    plain = "".join(char if char.isascii() and char.isprintable() else "_" for char in name)
    return objects.add(
        f"<</Type/Filespec/F{text_string(plain)}/UF{text_string(name)}/Desc{text_string(meaning)}"
        f"/AFRelationship/Source/EF<</F {embedded} 0 R/UF {embedded} 0 R>>>>"
    )
