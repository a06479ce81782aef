"""A finished PDF in, the files it was made from out, after their digests were compared."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import Any, Final

from sopgen.diagnostics import Message
from sopgen.foreign.pdf import NoPdf, contents, measure
from sopgen.foreign.xml import NoXml, read_xml
from sopgen.intake.project import DEFAULTS_NAME
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.pdf.seal import NAMESPACE
from sopgen.scene import Origin

_UNNAMED = "spesifikasi.sop.yaml"
_OWN = f"{{{NAMESPACE}}}"
_SPEC: Final = "sha256_spesifikasi"
_DEFAULTS: Final = "sha256_bawaan"
_LOCKED: Final = re.compile(rb"/Encrypt\s*(?:<<|\d+\s+\d+\s+R)")
_ATTACHED: Final = re.compile(rb"/EmbeddedFile\b")
_MOST_HELD: Final = 16 << 20  # bytes of a stream that may be a spec or a description
_MOST_ATTACHED: Final = 600  # files: ours carry two, a binder of many SOPs two of each, programs that sign add a few
_SPEC_SUFFIX: Final = ".sop.yaml"
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
        return _read(data) if find_spec("pikepdf") else _found(data)
    except (NoPdf, NoXml):
        raise NothingEnclosed(_BROKEN) from None


def told_by(data: bytes) -> Mapping[str, str]:
    """What the file says of itself in sopgen's own words (`versi`, `konsep`); nothing where it cannot be read."""
    from sopgen.render.pdf.opened import opened

    try:
        with opened(data) as pdf:
            return _own_words(pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b"")
    except (NoPdf, NoXml):
        return {}


def all_enclosed(data: bytes) -> tuple[Origin, ...]:
    """Every spec that is attached: the one that the file says it was made from, and those of others merged into it.

    Only the first is vouched for by a digest, and missing where that is not attached; which pages are whose, the pages
    tell. Of specs that say the same there is one.
    """
    from sopgen.render.pdf.opened import opened

    try:
        with opened(data) as pdf:
            digests = _own_words(pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b"")
            attached = [_attached(each) for each in _filespecs(pdf)]
    except (NoPdf, NoXml):
        return ()
    own: list[Origin] = []
    with suppress(NothingEnclosed):
        own = [_chosen(digests, attached)] if _SPEC in digests else []
    others = [
        Origin(*file, _defaults_of(attached, at)) for at, file in enumerate(attached) if file[0].endswith(_SPEC_SUFFIX)
    ]
    found: dict[bytes, Origin] = {}
    for each in (*own, *others):
        found.setdefault(each.spec, each)
    return tuple(found.values())


def portfolio_of(data: bytes) -> tuple[str, ...]:
    """The names of the files that a portfolio (ISO 32000-1, 12.3.5) brings; nothing for any other PDF."""
    from sopgen.render.pdf.opened import opened

    try:
        with opened(data) as pdf:
            if "/Collection" not in pdf.Root:
                return ()
            return tuple(
                PurePosixPath(str(each.get("/UF", each.get("/F", ""))).replace("\\", "/")).name or "?"
                for each in _filespecs(pdf)
            )
    except NoPdf:
        return ()


def brings_another_spec(data: bytes) -> bool:
    """Whether a file says which spec it was made from, and one is attached that is not that."""
    try:
        enclosed(data)
    except NothingEnclosed as found:
        return found.message == _CHANGED and bool(all_enclosed(data))
    return False


def _filespecs(pdf: Any) -> Sequence[Any]:
    """Attached files as the file lists them, then those that only its directory of names has."""
    listed = [*pdf.Root.get("/AF", ())]
    known = {each.objgen for each in listed}
    with suppress(KeyError, ValueError, TypeError):
        named = [each.obj for each in pdf.attachments.values()] if len(pdf.attachments) <= _MOST_ATTACHED else []
        listed += [each for each in named if each.objgen not in known]
    return listed if len(listed) <= _MOST_ATTACHED else []


def _defaults_of(attached: Sequence[tuple[str, bytes]], at: int) -> bytes | None:
    """The bureau's defaults that are attached behind a spec, as sopgen puts them there."""
    behind = attached[at + 1 : at + 2]
    return behind[0][1] if behind and behind[0][0].endswith(DEFAULTS_NAME) else None


def _read(data: bytes) -> Origin:
    from sopgen.render.pdf.opened import opened

    with opened(data) as pdf:
        digests = _own_words(pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b"")
        if _SPEC not in digests:
            raise NothingEnclosed(_GONE)
        listed = pdf.Root.get("/AF", ())
        attached = [_attached(filespec) for filespec in listed] if len(listed) <= _MOST_ATTACHED else []
        if not attached:
            raise NothingEnclosed(_GONE)
        return _chosen(digests, attached)


def _found(data: bytes) -> Origin:
    """Without a library, as in a browser: the description names what it wants by digests, and it is among the streams.

    So no directory of the file needs to be read, which any program may have written anew. What is locked hides its
    streams, and gives nothing.
    """
    if b"endstream" not in data or _LOCKED.search(data):
        raise NoPdf
    measure(data)
    held = list(contents(data, _MOST_HELD))
    described = [
        digests for content in held if content.lstrip().startswith(b"<") and _SPEC in (digests := _own_words(content))
    ]
    if not described or not _ATTACHED.search(data):
        raise NothingEnclosed(_GONE)
    digests = described[-1]  # who adds to a file describes it anew, further down
    name = PurePosixPath(digests.get("spesifikasi", "").replace("\\", "/")).name or _UNNAMED
    return _chosen(digests, [(name, version) for content in held for version in _without_line_end(content)])


def _without_line_end(content: bytes) -> Iterator[bytes]:
    """What stands plain may have a line end of the file's own behind it."""
    yield content
    for end in (b"\n", b"\r\n"):
        if content.endswith(end):
            yield content.removesuffix(end)


def _chosen(digests: Mapping[str, str], attached: Iterable[tuple[str, bytes]]) -> Origin:
    by_digest: dict[str, tuple[str, bytes]] = {}
    for name, content in attached:
        by_digest.setdefault(hashlib.sha256(content).hexdigest(), (name, content))
    spec = by_digest.get(digests[_SPEC])
    defaults = by_digest.get(digests.get(_DEFAULTS, ""))
    if spec is None or (_DEFAULTS in digests and defaults is None):
        raise NothingEnclosed(_CHANGED)
    return Origin(*spec, defaults[1] if defaults else None)


def _own_words(said: bytes) -> dict[str, str]:
    """Of a description, digests among them: elements or attributes, for a signing program may write it anew."""
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
