"""What the page is made of: locked, of the versions that CI tests, and the same every time."""

from __future__ import annotations

import base64
import hashlib
import lzma
import re

import pytest
from packaging.requirements import Requirement

from tests.required_tools import skip_without
from tools import build_page

LOCKED = dict(re.findall(r"(?m)^([\w-]+)==(\S+) --hash", (build_page.WEB / "engine.lock").read_text(encoding="utf-8")))


def test_the_engine_is_of_the_versions_that_the_tests_run():
    lock = (build_page.ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    tested = {Requirement(line).name: Requirement(line).specifier for line in lock if line and not line.startswith("#")}
    assert {name: f"=={version}" for name, version in LOCKED.items()} == {name: str(tested[name]) for name in LOCKED}


def test_the_engine_comes_out_the_same_every_time():
    if not build_page.TARGET.exists():
        skip_without("page", "dist/meja-sop.html is not built (python tools/build_page.py)")
    wheels = build_page.download_wheels()
    first = build_page.packed_engine(wheels)
    for kept in build_page.WORK.glob("*-*.zip"):
        kept.unlink()
    second = build_page.packed_engine(wheels)
    for one, other in zip(first, second, strict=True):
        assert hashlib.sha256(one).digest() == hashlib.sha256(other).digest()


def test_what_is_packed_is_the_same_and_has_no_time():
    assert build_page.packed(b"x" * 100) == build_page.packed(b"x" * 100)
    assert build_page.packed(b"x").startswith("H4sIAAAAAAAC")


def test_what_is_squeezed_is_the_same_on_every_machine(monkeypatch, tmp_path):
    monkeypatch.setattr(build_page, "WORK", tmp_path)
    first = build_page.squeezed("a", b"x" * 100)
    assert len(list(tmp_path.glob("a-*.xz"))) == 1
    assert build_page.squeezed("a", b"x" * 100) == first
    assert lzma.decompress(base64.b64decode(first)) == b"x" * 100
    # The header tells the check (CRC32) and the memory that the browser's decoder must have (8 MiB).
    assert base64.b64decode(first)[:24].hex() == "fd377a585a0000016922de360200210116000000742fe5a3"


def test_who_made_the_parts_is_told_with_their_licences():
    if not (build_page.WEB / "node_modules").exists():
        skip_without("page", "web/node_modules is not installed (python tools/build_page.py --edit)")
    build_page.install_node_packages()
    told = build_page.licences([])
    assert "@embedpdf/pdfium 2." in told
    assert "Copyright 2014 PDFium Authors" in told
    assert "XZ Embedded (public domain)" in told


def test_the_page_of_sopgen_edit_is_up_to_date():
    if not (build_page.WEB / "node_modules").exists():
        skip_without("page", "web/node_modules is not installed (python tools/build_page.py --edit)")
    assert build_page.edit_page() == build_page.EDIT_PAGE.read_bytes()


@pytest.mark.parametrize(("whole", "connections"), [(True, "'none'"), (False, "'self'")])
def test_the_policy_lets_nothing_out_but_to_the_own_server(whole, connections, monkeypatch, tmp_path):
    monkeypatch.setattr(build_page, "WORK", tmp_path)
    monkeypatch.setattr(build_page, "run", lambda *_: None)
    (tmp_path / "bundle").mkdir()
    for name in ("page.js", "page.css", "worker.js"):
        (tmp_path / "bundle" / name).write_text("0", encoding="utf-8")
    parts = dict.fromkeys(("wasm", "loader", "library", "engine", "pdfium", "licences"), "")
    page = build_page.assemble("{}", parts if whole else None).decode()
    assert "default-src 'none'; script-src 'sha256-" in page
    assert f"connect-src {connections};" in page
    assert "unsafe-eval'" not in page.replace("'wasm-unsafe-eval'", "")
