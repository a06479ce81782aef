"""A finished PDF in, the files it was made from out, after their digests were compared."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from typing import Any

import pikepdf

from sopgen.diagnostics import Message
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.pdf.seal import NAMESPACE
from sopgen.scene import Origin

_LARGEST = 1 << 22
"""Bytes of one attached file: a spec has a quarter of that at most."""

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
_DIGEST = re.compile(r"<sopgen:(sha256_\w+)>([0-9a-f]{64})</sopgen:\1>")
_DIGEST_ATTRIBUTE = re.compile(r"\bsopgen:(sha256_\w+)=[\"']([0-9a-f]{64})[\"']")


def enclosed(data: bytes) -> Origin:
    """The spec and the defaults, byte for byte. Raises NothingEnclosed."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _origin(pdf)
    except (pikepdf.PdfError, pikepdf.PasswordError, AttributeError, KeyError, TypeError, ValueError):
        raise NothingEnclosed(_BROKEN) from None


def _origin(pdf: Any) -> Origin:
    digests = _digests(pdf)
    if "sha256_spesifikasi" not in digests:
        raise NothingEnclosed(_GONE)
    attached = [_attached(filespec) for filespec in pdf.Root.get("/AF", pikepdf.Array())]
    if not attached:
        raise NothingEnclosed(_GONE)
    by_digest = {hashlib.sha256(content).hexdigest(): (name, content) for name, content in attached}
    spec = by_digest.get(digests["sha256_spesifikasi"])
    defaults = by_digest.get(digests.get("sha256_bawaan", ""))
    if spec is None or ("sha256_bawaan" in digests and defaults is None):
        raise NothingEnclosed(_CHANGED)
    return Origin(*spec, defaults[1] if defaults else None)


def _digests(pdf: Any) -> dict[str, str]:
    """Those of the description, whether they stand as elements or, saved anew, as attributes."""
    if "/Metadata" not in pdf.Root:
        return {}
    said = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
    if NAMESPACE not in said:
        return {}
    return dict([*_DIGEST.findall(said), *_DIGEST_ATTRIBUTE.findall(said)])


def _attached(filespec: Any) -> tuple[str, bytes]:
    stream = filespec.EF.F
    if int(stream.get("/Params", {}).get("/Size", 0)) > _LARGEST:
        raise NothingEnclosed(_CHANGED)
    return str(filespec.get("/UF", filespec.get("/F", "spesifikasi.sop.yaml"))), stream.read_bytes()
