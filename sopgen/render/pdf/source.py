"""A finished PDF in, the files it was made from out, after their digests were compared."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import Any, Final

from sopgen.diagnostics import Message
from sopgen.foreign.pdf import NoPdf
from sopgen.foreign.xml import NoXml, read_xml
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.pdf.opened import opened
from sopgen.render.pdf.seal import NAMESPACE
from sopgen.scene import Origin

_UNNAMED = "spesifikasi.sop.yaml"
_OWN = f"{{{NAMESPACE}}}"
_MOST_ATTACHED: Final = 100  # files: ours carry two, programs that sign add a few
_MOST_SAID: Final = 20_000  # elements and attributes of the description

_BROKEN = Message(
    "berkas PDF rusak atau terkunci kata sandi; buka salinan yang utuh", "the PDF is broken or locked; use a whole copy"
)
_GONE = Message(
    "tidak ada spesifikasi di dalamnya: bukan buatan sopgen, dibuat dengan --pdfa 2a atau none, atau lampirannya "
    "dibuang ketika disimpan ulang; pakai berkas asli hasil sopgen build",
    "no spec in it: not made by sopgen, made with --pdfa 2a or none, or its attachments were dropped when it was saved "
    "anew; use the file as sopgen build wrote it",
)
_CHANGED = Message(
    "lampiran di dalamnya bukan lagi yang dipakai membuat dokumen ini (SHA-256 tidak cocok); pakai berkas asli hasil "
    "sopgen build",
    "what is attached is no longer what this document was made from (SHA-256 differs); use the file as sopgen build "
    "wrote it",
)


def enclosed(data: bytes) -> Origin:
    """The spec and the defaults, byte for byte. Raises NothingEnclosed."""
    try:
        with opened(data) as pdf:
            return _origin(pdf)
    except (NoPdf, NoXml):
        raise NothingEnclosed(_BROKEN) from None


def _origin(pdf: Any) -> Origin:
    digests = _digests(pdf)
    if "sha256_spesifikasi" not in digests:
        raise NothingEnclosed(_GONE)
    listed = pdf.Root.get("/AF", ())
    attached = [_attached(filespec) for filespec in listed] if len(listed) <= _MOST_ATTACHED else []
    if not attached:
        raise NothingEnclosed(_GONE)
    by_digest: dict[str, tuple[str, bytes]] = {}
    for name, content in attached:
        by_digest.setdefault(hashlib.sha256(content).hexdigest(), (name, content))
    spec = by_digest.get(digests["sha256_spesifikasi"])
    defaults = by_digest.get(digests.get("sha256_bawaan", ""))
    if spec is None or ("sha256_bawaan" in digests and defaults is None):
        raise NothingEnclosed(_CHANGED)
    return Origin(*spec, defaults[1] if defaults else None)


def _digests(pdf: Any) -> dict[str, str]:
    """Those of the description, by property: elements or attributes, for a signing program may write it anew."""
    said = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
    if NAMESPACE.encode() not in said:
        return {}
    found: dict[str, str] = {}
    for element in read_xml(said, _MOST_SAID).iter():
        for name, value in ((element.tag, element.text), *element.attrib.items()):
            if name.startswith(_OWN):
                found[name.removeprefix(_OWN)] = (value or "").strip()
    return found


def _attached(filespec: Any) -> tuple[str, bytes]:
    """The last part of its name, for a file from anywhere may say any; and the content."""
    name = PurePosixPath(str(filespec.get("/UF", filespec.get("/F", ""))).replace("\\", "/")).name
    return name or _UNNAMED, filespec.EF.F.read_bytes()
