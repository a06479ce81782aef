"""Word files, old Office files and OpenDocument → PDF or XLSX, by LibreOffice, in a profile of its own.

In Word a table's shapes hang on a paragraph and stand where Word lays them out: a page shows where. Old workbooks keep
their cells and shapes as XLSX. The profile opens no links and runs no macros; packages are unpacked within bounds
first, and lose what they refer to outside; memory, time and the size of what is written are bounded.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from sopgen.foreign.files import MOST_BYTES, read_file
from sopgen.foreign.package import read_package

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECONDS: Final = 120
_PROGRAMS: Final = ("soffice", "libreoffice")
_PLACES: Final = (  # where it stands without being on the path
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_MOST_MEMORY: Final = 4 << 30
"""Of LibreOffice, with all that it maps but does not use: a third of it is in use."""
_TARGETS: Final = {
    "docx": "pdf",
    "doc": "pdf",
    "rtf": "pdf",
    "odt": "pdf",
    "xls": "xlsx",
    "xlsb": "xlsx",
    "ods": "xlsx",
}
_PACKAGES: Final = {"docx": b"word/document.xml", "xlsb": b"xl/workbook.bin"}
_OPEN: Final = {"ods": b"opendocument.spreadsheet", "odt": b"opendocument.text"}
_OUTSIDE: Final = re.compile(rb"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>")
_TARGET: Final = re.compile(rb"\bTarget\s*=\s*(\"[^\"]*\"|'[^']*')")
_SAFE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501 - the registry's own form

Kind = Literal["docx", "doc", "rtf", "odt", "xls", "xlsb", "ods", "locked"]


class NoOffice(Exception):  # noqa: N818 - what is lacking
    """LibreOffice is not installed."""


class NotConverted(Exception):  # noqa: N818 - what came of it
    """LibreOffice made nothing of the file, was not done in time, or made far too much of it."""

    def __init__(self, why: Literal["failed", "late", "large"]) -> None:
        super().__init__(why)
        self.why = why


def kind_of(data: bytes) -> Kind | None:
    """Which of the files that only LibreOffice reads this is; None for any other."""
    if data.startswith(OLE):
        names = {
            name: name.encode("utf-16-le") in data for name in ("EncryptedPackage", "WordDocument", "Workbook", "Book")
        }
        if names["EncryptedPackage"]:
            return "locked"
        return "doc" if names["WordDocument"] else "xls" if names["Workbook"] or names["Book"] else "locked"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK"):  # names stand in a package as they are; the type of OpenDocument stands first
        named = [kind for kind, name in _PACKAGES.items() if name in data]
        named += [kind for kind, name in _OPEN.items() if name in data[:120]]
        return next((kind for kind in ("docx", "xlsb", "ods", "odt") if kind in named), None)
    return None


def converted(data: bytes, kind: Kind) -> bytes:
    """The file as PDF or XLSX. Raises `NoOffice`, `NotConverted`, `NoPackage`."""
    if data.startswith(b"PK"):
        data = _without_links(read_package(data))
    program = _program()
    if program is None:
        raise NoOffice
    with tempfile.TemporaryDirectory(prefix="sopgen-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"berkas.{kind}"
        source.write_bytes(data)
        settings = Path(folder) / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_SAFE, encoding="utf-8")
        target = _TARGETS[kind]
        _run(
            [
                program, f"-env:UserInstallation={settings.parent.as_uri()}", "--headless", "--norestore",
                "--nolockcheck", "--convert-to", target, "--outdir", folder, str(source),
            ]
        )  # fmt: skip
        try:
            made = read_file(Path(folder) / f"berkas.{target}")
        except OSError:
            raise NotConverted("failed") from None
    if len(made) > MOST_BYTES:
        raise NotConverted("large")
    return made


def _without_links(parts: dict[str, bytes]) -> bytes:
    """A package again, packed plainly, whose relations lead nowhere outside of it."""

    def closed(found: re.Match[bytes]) -> bytes:
        return _TARGET.sub(b'Target="about:blank"', found[0])

    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            plain = _OUTSIDE.sub(closed, part) if name.endswith(".rels") else part
            archive.writestr(zipfile.ZipInfo(name), plain)
    return buffer.getvalue()


def _program() -> str | None:
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((path for path in _PLACES if Path(path).is_file()), None)


def _run(command: list[str]) -> None:
    """Until it ends, or its time is up; then it and what it started are ended."""
    try:
        process = subprocess.Popen(  # noqa: S603 - our own words and a folder of ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise NoOffice from None
    _bound(process.pid)
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise NotConverted("late") from None
    finally:
        if process.poll() is None:
            with contextlib.suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
            process.wait()


def _bound(process: int) -> None:
    """Where the system can: no more memory, and no larger files, than a conversion of an SOP takes."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import resource

        resource.prlimit(process, resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.prlimit(process, resource.RLIMIT_FSIZE, (MOST_BYTES, MOST_BYTES))
