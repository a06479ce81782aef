"""Meja SOP in one file: python tools/build_page.py [-o dist/meja-sop.html].

Everything comes from npm and PyPI by locked versions and digests (web/package-lock.json, web/engine.lock) and from this
folder, and goes into the page packed, so that it opens by a double click, without server and network. The same sources
give the same bytes. Needs node and npm; what was downloaded and compiled stays in build/page.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import io
import json
import lzma
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
WEB = ROOT / "web"
WORK = ROOT / "build" / "page"
TARGET = ROOT / "dist" / "meja-sop.html"
EDIT_PAGE = ROOT / "sopgen" / "cli" / "serving" / "page" / "edit.html"
MOST_BYTES = 25_000_000
PLATFORMS = ("pyemscripten_2026_0_wasm32", "manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64")
# All told, so that no release of the library chooses otherwise; 8 MiB are what unpacking needs of memory.
SQUEEZING = {
    "id": lzma.FILTER_LZMA2,
    "dict_size": 8 << 20,
    "lc": 3,
    "lp": 0,
    "pb": 2,
    "mode": lzma.MODE_NORMAL,
    "mf": lzma.MF_BT4,
    "nice_len": 273,
    "depth": 512,
}
EPOCH = (1980, 1, 1, 0, 0, 0)
SOURCE_SUFFIXES = (".py", ".json", ".ttf", ".txt", ".icc", ".png", ".typed", ".yaml")
LICENCE_NAME = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|AUTHORS|OFL|GUST)[^/]*$", re.IGNORECASE)
# Parts whose packages carry no licence text.
TOLD_LICENCES = (
    ("Pyodide", "MPL-2.0", "https://github.com/pyodide/pyodide"),
    ("CPython", "PSF-2.0", "https://github.com/python/cpython"),
    ("xz-decompress", "MIT", "https://github.com/httptoolkit/xz-decompress"),
    ("xzwasm", "MIT", "https://github.com/SteveSanderson/xzwasm"),
    ("XZ Embedded", "public domain", "https://tukaani.org/xz/embedded.html"),
    ("walloc", "MIT", "https://github.com/wingo/walloc"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, default=TARGET)
    parser.add_argument("--edit", action="store_true", help="make only the page that `sopgen edit` serves")
    wanted = parser.parse_args()
    output = wanted.output
    EDIT_PAGE.write_bytes(edit_page())
    if wanted.edit:
        return
    page = build()
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(page)
    print(f"{output}: {len(page) / 1e6:.1f} MB, sha256 {hashlib.sha256(page).hexdigest()}")


def say(what: str) -> None:
    """What is being done: the first time takes a minute or two."""
    print(f"{what} …", file=sys.stderr, flush=True)


def edit_page() -> bytes:
    """The page without Python: who answers it is filled in when it is served."""
    WORK.mkdir(parents=True, exist_ok=True)
    install_node_packages()
    return assemble("{{host}}", None)


def build() -> bytes:
    """The page that holds all."""
    WORK.mkdir(parents=True, exist_ok=True)
    install_node_packages()
    wheels = download_wheels()
    engine = packed_engine(wheels)
    pyodide, pdfium = WEB / "node_modules" / "pyodide", WEB / "node_modules" / "@embedpdf" / "pdfium"
    page = assemble(
        '{"kind":"worker"}',
        {
            "wasm": squeezed("wasm", (pyodide / "pyodide.asm.wasm").read_bytes()),
            "loader": squeezed("loader", (pyodide / "pyodide.asm.mjs").read_bytes()),
            "library": squeezed("library", engine.library),
            "engine": squeezed("engine", engine.program),
            "pdfium": squeezed("pdfium", (pdfium / "dist" / "pdfium.wasm").read_bytes()),
            "licences": packed(licences(wheels).encode()),
        },
    )
    if len(page) > MOST_BYTES:
        sys.exit(f"the page has {len(page):,} bytes, more than {MOST_BYTES:,}")
    return page


def install_node_packages(folder: Path = WEB) -> None:
    """By its package-lock.json, once for each state of it."""
    lock = (folder / "package-lock.json").read_bytes()
    mark = folder / "node_modules" / ".installed"
    digest = hashlib.sha256(lock).hexdigest()
    if not mark.exists() or mark.read_text() != digest:
        say("fetching npm packages by their lock")
        run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], folder)
        mark.write_text(digest)


def download_wheels() -> list[Path]:
    """The files of web/engine.lock, each with the digest told there."""
    folder = WORK / "wheels"
    wanted = set(re.findall(r"--hash=sha256:([0-9a-f]{64})", (WEB / "engine.lock").read_text()))
    if digests(folder) != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        say("fetching the engine's parts by their digests")
        platforms = [part for platform in PLATFORMS for part in ("--platform", platform)]
        pip = [sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check", "--no-deps"]
        pip += ["--only-binary=:all:", "--require-hashes", "--python-version", "3.14", "--implementation", "cp"]
        pip += ["--abi", "cp314", "--abi", "none", *platforms, "--dest", str(folder), "-r", "engine.lock"]
        run(pip, WEB)
        assert digests(folder) == wanted, "other files than those of engine.lock"
    return sorted(folder.glob("*.whl"))


def digests(folder: Path) -> set[str]:
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.whl")}


class Engine(NamedTuple):
    """Archives of modules that the page's own Python compiled."""

    program: bytes
    library: bytes


def packed_engine(wheels: list[Path]) -> Engine:
    """Sopgen with what it needs, and Python's own library."""
    sources = sources_archive()
    key = hashlib.sha256(sources)
    for part in [*wheels, WEB / "pack.mjs", WEB / "pack.py", WEB / "package-lock.json"]:
        key.update(hashlib.sha256(part.read_bytes()).digest())
    mark = key.hexdigest()[:20]
    made = [WORK / f"{name}-{mark}.zip" for name in Engine._fields]
    if not all(path.exists() for path in made):
        for old in WORK.glob("*-*.zip"):
            old.unlink()
        say("compiling the engine's modules")
        (WORK / "sopgen.zip").write_bytes(sources)
        drafts = [path.with_suffix(".draft") for path in made]
        run(["node", "pack.mjs", *map(str, drafts), str(WORK / "sopgen.zip"), *map(str, wheels)], WEB)
        for draft, path in zip(drafts, made, strict=True):
            draft.rename(path)
    return Engine(*(path.read_bytes() for path in made))


def sources_archive() -> bytes:
    """Sopgen as it stands here."""
    target = io.BytesIO()
    files = sorted(path for path in (ROOT / "sopgen").rglob("*") if path.suffix in SOURCE_SUFFIXES)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in files:
            archive.writestr(zipfile.ZipInfo(path.relative_to(ROOT).as_posix(), EPOCH), path.read_bytes())
    return target.getvalue()


def assemble(host: str, parts: dict[str, str] | None) -> bytes:
    """The template with its parts, or without those of the engine; nothing comes in or goes out but what is in it."""
    say("bundling the page's script" if parts is None else "packing all of it into one file")
    bundle = WORK / "bundle"
    run(["node", "node_modules/typescript/bin/tsc", "--noEmit"], WEB)
    run(["node", "bundle.mjs", str(bundle)], WEB)
    script = (bundle / "page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    connections = "'none'" if parts else "'self'"
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}' 'wasm-unsafe-eval' blob:; worker-src blob:; "
        "style-src 'unsafe-inline'; img-src data: blob:; font-src data: blob:; "
        f"connect-src {connections}; base-uri 'none'; form-action 'none'"
    )
    texts = (parts or {}) | {
        "host": host,
        "policy": policy,
        "style": (bundle / "page.css").read_text(encoding="utf-8"),
        "patterns": patterns(),
        "worker": (bundle / "worker.js").read_text(encoding="utf-8"),
        "page": script,
    }
    assert "</script" not in texts["worker"] + script, "a script would end the element it stands in"
    template = (WEB / "page.html").read_text(encoding="utf-8")
    if parts is None:
        template = re.sub(r'<script type="text/plain" id="part-(?!host|patterns).*\n', "", template)
    return re.sub(r"\{\{(\w+)\}\}", lambda found: texts[found[1]], template).encode()


def patterns() -> str:
    """What a new SOP begins from, with what the form shows of it: it stands there before the engine is ready."""
    from sopgen.desk.answering import answer
    from sopgen.desk.question import Question
    from sopgen.editing.house import house_text
    from sopgen.starters.whole import BLANK, OFFERED, blank_text, example_of

    texts = {BLANK: blank_text()} | {name: house_text(example_of(name)) for name in OFFERED}
    told = [
        {"name": name, "text": text, "tree": answer("read", Question({"text": text})).data["data"]}
        for name, text in texts.items()
    ]
    return json.dumps(told, ensure_ascii=False).replace("</", "<\\/")


def squeezed(name: str, data: bytes) -> str:
    """A large part: a third smaller than `packed`, and kept, for it takes half a minute. The engine unpacks it."""
    digest = hashlib.sha256(repr(SQUEEZING).encode() + data).hexdigest()
    kept = WORK / f"{name}-{digest[:20]}.xz"
    if not kept.exists():
        for old in WORK.glob(f"{name}-*.xz"):
            old.unlink()
        draft = kept.with_suffix(".draft")
        draft.write_bytes(lzma.compress(data, lzma.FORMAT_XZ, lzma.CHECK_CRC32, filters=[SQUEEZING]))
        draft.rename(kept)
    return base64.b64encode(kept.read_bytes()).decode()


def packed(data: bytes) -> str:
    """Small parts, which the page's own script unpacks by the browser's means."""
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()


def licences(wheels: list[Path]) -> str:
    """Every part with its version and licence, in the order of their names."""
    told = [f"sopgen\n\n{(ROOT / 'LICENSE').read_text(encoding='utf-8')}"]
    told += [f"{name} ({licence}), {address}" for name, licence, address in TOLD_LICENCES]
    for path in sorted((ROOT / "sopgen" / "text" / "fonts").glob("*.txt")):
        told.append(f"{path.name}\n\n{path.read_text(encoding='utf-8')}")
    for package in bundled_packages():
        texts = [
            path.read_text(encoding="utf-8") for path in sorted(package.iterdir()) if LICENCE_NAME.search(path.name)
        ]
        described = json.loads((package / "package.json").read_text(encoding="utf-8"))
        told.append("\n\n".join([f"{described['name']} {described['version']} ({described['license']})", *texts]))
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            texts = [
                archive.read(name).decode("utf-8", "replace")
                for name in sorted(archive.namelist())
                if ".dist-info/" in name and LICENCE_NAME.search(name)
            ]
        told.append("\n\n".join([" ".join(wheel.name.split("-")[:2]), *texts]))
    return f"\n\n{'=' * 72}\n\n".join(text.strip() for text in told) + "\n"


def bundled_packages() -> list[Path]:
    """What the page's own script is made of, beside our sources: all that package.json needs at run time."""
    listed = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return [WEB / path for path, told in sorted(listed.items()) if path and not told.get("dev")]


def run(command: list[str], folder: Path) -> None:
    program = shutil.which(command[0])
    if program is None:
        sys.exit(f"{command[0]} is needed and not installed")
    finished = subprocess.run([program, *command[1:]], cwd=folder, env=os.environ, check=False)
    if finished.returncode:
        sys.exit(f"{command[0]} failed: {json.dumps(command)}")


if __name__ == "__main__":
    main()
