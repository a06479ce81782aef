"""Runs inside Pyodide, called by pack.mjs with `names`: archives in /pack -> /pack/engine.zip, modules compiled; and
Python's own library, /pack/python_stdlib.zip, to /pack/library.zip: it comes as sources, and compiling what a start
imports of it takes three seconds.
"""

import io
import py_compile
import zipfile
from collections.abc import Callable
from pathlib import Path

FOLDER = Path("/pack")
EPOCH = (1980, 1, 1, 0, 0, 0)
# What drawing, checking and saving a spec never read.
DROPPED = (
    "reportlab/fonts/",
    "reportlab/graphics/",
    "reportlab/platypus/",
    "fontTools/ufoLib/",
    "fontTools/designspaceLib/",
    "fontTools/voltLib/",
    "fontTools/qu2cu/",
    "fontTools/cu2qu/",
    "fontTools/mtiLib/",
    "fontTools/merge/",
    "fontTools-",
    "openpyxl/chart/tests/",
    "pydantic/v1/",
    "pydantic/mypy.py",
    "sopgen/cli/",
    "yaml/_yaml",
)
# What of Python's own library needs a terminal, a network or a part that is not there.
UNUSED = ("_pyrepl/", "__phello__/", "sqlite3/", "wsgiref/", "xmlrpc/", "ftplib", "imaplib", "poplib", "smtplib")
KEPT_DICTIONARY = "hyph_id_ID.dic"


def is_wanted(name: str) -> bool:
    if name.endswith("/") or ".dist-info/" in name or ".data/" in name or name.startswith(DROPPED):
        return False
    if "/dictionaries/" in name:
        return name.endswith(KEPT_DICTIONARY)
    return not name.endswith((".pyi", ".so", ".pyd", ".md", ".typed")) or "wasm32-emscripten" in name


def is_wanted_of_library(name: str) -> bool:
    return name.endswith(".py") and not name.startswith(UNUSED)


def compiled(name: str, source: bytes) -> bytes:
    """A module without its source, unchecked; errors name it by its place in the archive."""
    written, made = FOLDER / "module.py", FOLDER / "module.pyc"
    written.write_bytes(source)
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(written), str(made), dfile=name, doraise=True, invalidation_mode=mode)
    return made.read_bytes()


def pack(names: list[str], wanted: Callable[[str], bool]) -> bytes:
    files: dict[str, bytes] = {}
    for name in names:
        with zipfile.ZipFile(FOLDER / name) as archive:
            for entry in filter(wanted, archive.namelist()):
                data = archive.read(entry)
                if entry.endswith(".py"):
                    files[f"{entry}c"] = compiled(entry, data)
                else:
                    files[entry] = data
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as whole:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            whole.writestr(entry, files[name])
    return target.getvalue()


(FOLDER / "library.zip").write_bytes(pack(["python_stdlib.zip"], is_wanted_of_library))
(FOLDER / "engine.zip").write_bytes(pack(list(names), is_wanted))  # noqa: F821 - set by the caller
