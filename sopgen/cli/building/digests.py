"""Digests of all that an output rests on: spec, defaults, logo, and the program itself."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import sopgen
from sopgen.cli.writing import MOST_OWN
from sopgen.foreign.files import read_file, sha256_of

LIBRARIES = (
    "fonttools",
    "openpyxl",
    "pikepdf",
    "pillow",
    "pydantic",
    "pyphen",
    "pypdfium2",
    "PyYAML",
    "reportlab",
    "segno",
)
_REVISION = re.compile(rb"%%EOF\n?")
_LENGTH = 32  # hexadecimal digits: enough against chance, and a manifest is read by people at times


class Inputs(NamedTuple):
    """Digests. `logo` with its path from the output folder, so that it can be looked at without reading the spec."""

    spec: str
    defaults: str | None
    logo: tuple[str, str] | None


class Program(NamedTuple):
    fonts: str
    sources: str
    libraries: str

    @property
    def key(self) -> str:
        return digest("\n".join(self).encode())


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_LENGTH]


def file_digest(path: Path, most: int = MOST_OWN) -> str | None:
    """None where no file can be read. Of an input no more is read than its reader reads: `most` and a byte."""
    try:
        return sha256_of(path, most)[:_LENGTH]
    except OSError:
        return None


def is_built_upon(path: Path, content: str) -> bool:
    """Whether a PDF begins with the very bytes of which `content` is the digest: signing programs append, no more."""
    try:
        data = read_file(path, MOST_OWN)
    except OSError:
        return False
    total, at = hashlib.sha256(), 0
    for end in _REVISION.finditer(data):
        total.update(data[at : end.end()])
        at = end.end()
        if total.hexdigest()[:_LENGTH] == content:
            return at < len(data)
    return False


@cache
def program() -> Program:
    """Of this very program: its fonts, its sources, and the libraries that write files."""
    home = Path(sopgen.__file__).parent
    return Program(
        _digest_of_files(home / "text" / "fonts", (".ttf", ".json")),
        _digest_of_files(home, (".py", ".icc")),
        digest(library_versions().encode()),
    )


def library_versions() -> str:
    """One line a library. zlib's own, too: it packs what is written."""
    installed = _installed()
    lines = [f"{name} {installed.get(_plain(name)) or _version(name)}" for name in LIBRARIES]
    return "\n".join([*lines, f"zlib {zlib.ZLIB_RUNTIME_VERSION}"])


def _installed() -> dict[str, str]:
    """Versions by name, from the folders that pip leaves beside packages: quicker than asking `importlib.metadata`."""
    found: dict[str, str] = {}
    for place in sys.path:
        try:
            names = os.listdir(place)  # noqa: PTH208 - names are all that is asked for
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info"):
                library, _, version = name.removesuffix(".dist-info").partition("-")
                found.setdefault(_plain(library), version)
    return found


def _plain(name: str) -> str:
    return name.lower().replace("-", "_")


def _version(name: str) -> str:
    """Of a library that is installed in another way."""
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "-"


def _digest_of_files(folder: Path, suffixes: tuple[str, ...]) -> str:
    total = hashlib.sha256()
    for name, path in sorted(_files(str(folder), "", suffixes)):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - hundreds of files at the start of every build
            data = file.read()
        if name.endswith((".py", ".json")):
            data = data.replace(b"\r\n", b"\n")  # a checkout on Windows is the same program
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()[:_LENGTH]


def _files(folder: str, below: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(name from the first folder, path) of each file with one of the suffixes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(suffixes):
                yield below + entry.name, entry.path
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _files(entry.path, f"{below}{entry.name}/", suffixes)
