"""Word files and old Office files: converted by LibreOffice where it is, told where it is not, bounded and shut in."""

from __future__ import annotations

import shutil
import socket
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import yaml

from sopgen import oldstock
from sopgen.drawn import files, office
from sopgen.drawn.files import NotRead
from tests.drawn.drawing_docx import word_file
from tests.drawn.drawing_pdf import STEPS
from tests.required_tools import skip_without
from tests.rules.drawing.edits import packed

BOOK = Path(__file__).resolve().parents[2] / "output/contoh-lengkap.xlsx"


@pytest.fixture(scope="module")
def soffice() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or skip_without("libreoffice", "LibreOffice is not installed")


def saved_as(program: str, folder: Path, name: str, data: bytes, target: str) -> bytes:
    source = folder / name
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", target, "--outdir", folder, source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return source.with_suffix(f".{target.partition(':')[0]}").read_bytes()


def flow_of(data: bytes) -> tuple[list, set]:
    (found,) = oldstock.import_drawn(data)
    yaml.safe_load(found.spec("a"))
    return [step["kegiatan"] for step in found.steps], {
        (edge.source, edge.target, edge.label) for edge in found.read.edges
    }


FLOW = {(0, 1, ""), (1, 2, ""), (2, 0, "Tidak"), (2, 3, "Ya"), (3, 4, "")}


def test_a_word_file_is_read_and_asks_nobody(soffice):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        link = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        assert flow_of(word_file(link=link)) == (list(STEPS), FLOW)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("coding", ["both", "old"])
def test_shapes_in_the_new_form_with_the_old_one_beside_it_or_in_that_alone_are_read_once(soffice, coding):
    assert flow_of(word_file(coding=coding)) == (list(STEPS), FLOW)


def test_an_old_word_file_is_read(soffice, tmp_path):
    old = saved_as(soffice, tmp_path, "a.docx", word_file(), "doc")
    assert office.kind_of(old) == "doc"
    (found,) = oldstock.import_drawn(old)  # LibreOffice loses diamonds and capsules as it writes .doc
    assert [step["kegiatan"] for step in found.steps] == list(STEPS)
    assert found.lanes == ("Pemohon", "Petugas", "Kepala")
    assert {doubt.step for doubt in found.doubts} >= {0, 2, 4}


def test_an_old_workbook_is_read(soffice, tmp_path):
    new = oldstock.import_drawn(BOOK.read_bytes())[0]
    old = saved_as(soffice, tmp_path, "a.xlsx", BOOK.read_bytes(), "xls:MS Excel 97")
    assert office.kind_of(old) == "xls"
    (found,) = oldstock.import_drawn(old)
    assert [step["kegiatan"] for step in found.steps] == [step["kegiatan"] for step in new.steps]
    assert found.identity.title == new.identity.title
    assert found.lanes == new.lanes


def test_without_libreoffice_it_is_told(monkeypatch):
    monkeypatch.setattr(office, "_program", lambda: None)
    with pytest.raises(NotRead) as refused:
        oldstock.import_drawn(word_file())
    assert refused.value.message == files.NO_OFFICE


def test_a_bomb_is_refused_before_anything_opens_it(monkeypatch):
    monkeypatch.setattr(office, "_program", lambda: pytest.fail("it was to be opened"))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (80 << 20))
    with pytest.raises(NotRead) as refused:
        oldstock.import_drawn(buffer.getvalue())
    assert refused.value.message == files.NO_FILE


def test_what_takes_too_long_is_ended(monkeypatch, tmp_path):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60 & wait\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "_program", lambda: str(slow))
    monkeypatch.setattr(office, "SECONDS", 0.3)
    with pytest.raises(NotRead) as refused:
        oldstock.import_drawn(word_file())
    assert refused.value.message == files.LATE


def test_relations_that_lead_outside_lead_nowhere():
    outside = b'<Relationship Id="a" TargetMode="External" Target="http://x/"/>'
    rels = b'<Relationships>%s<Relationship Id="b" Target="y"/></Relationships>' % outside
    closed = office._without_links({"word/_rels/document.xml.rels": rels, "word/document.xml": b"http://x/"})
    parts = {name: zipfile.ZipFile(BytesIO(closed)).read(name) for name in zipfile.ZipFile(BytesIO(closed)).namelist()}
    assert b"http" not in parts["word/_rels/document.xml.rels"]
    assert b'Target="y"' in parts["word/_rels/document.xml.rels"]
    assert parts["word/document.xml"] == b"http://x/"


def package(*names: str, first: bytes = b"") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, b"<a/>")
    return buffer.getvalue()


def ole(name: str) -> bytes:
    return office.OLE + bytes(600) + name.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package("word/document.xml"), "docx"),
        (package("xl/workbook.bin"), "xlsb"),
        (package("xl/workbook.xml"), None),
        (package("content.xml", first=b"application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        (package("content.xml", first=b"application/vnd.oasis.opendocument.text"), "odt"),
        (b"{\\rtf1 }", "rtf"),
        (ole("Workbook"), "xls"),
        (ole("WordDocument"), "doc"),
        (ole("EncryptedPackage"), "locked"),
        (b"%PDF-1.4", None),
    ],
)
def test_a_file_is_known_by_what_it_holds(data, kind):
    assert office.kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", files.EMPTY),
        (b" \r\n", files.EMPTY),
        (b"Nomor SOP: 1\nKegiatan\n", files.PLAIN),
        ("Prosedur surat\n".encode("utf-16"), files.PLAIN),
        (b"<html><body><table><tr><td>SOP</td></tr></table>", files.WEB_PAGE),
        (b"\x89PNG\r\n\x1a\n\0\0", files.PICTURE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", files.PICTURE),
        (packed({"a.xlsx": b"PK"}), files.ARCHIVE),
        (b"Rar!\x1a\x07\x01\0", files.ARCHIVE),
        (b"7z\xbc\xaf'\x1c\0\4", files.ARCHIVE),
        (b"PK\x03\x04 broken", files.NO_FILE),
        (b"\0\1\2\3", files.NO_FILE),
    ],
)
def test_what_a_file_is_instead_is_said(data, told):
    with pytest.raises(NotRead) as refused:
        oldstock.import_drawn(data)
    assert refused.value.message == told


def test_what_libreoffice_makes_nothing_of_is_said(monkeypatch, tmp_path):
    mute = tmp_path / "soffice"
    mute.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    mute.chmod(0o755)
    monkeypatch.setattr(office, "_program", lambda: str(mute))
    with pytest.raises(NotRead) as refused:
        oldstock.import_drawn(word_file())
    assert refused.value.message == files.FAILED
