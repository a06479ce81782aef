"""sopgen as the user runs it: another process, other consoles, other surroundings."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"reportlab", "openpyxl", "pydantic", "pydantic_core", "yaml", "graphviz", "pypdfium2", "pyphen", "PIL"}
SPEC = """\
judul: Layanan Uji
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
  - uraian: Menyusun konsep
    pelaksana: staf
  - id: periksa
    uraian: Memeriksa konsep
    pelaksana: kepala
    keputusan: {Ya: 3, Tidak: 1}
  - uraian: Mengirim surat
    pelaksana: staf
"""


def sopgen(
    *arguments: str, cwd: Path, python: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[bytes]:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("SOPGEN_", "LC_"))}
    return subprocess.run(
        [sys.executable, *python, "-m", "sopgen", *arguments],
        cwd=cwd,
        env=surroundings | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs/uji.sop.yaml").write_text(SPEC, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["build", "--help"], ["layout", "--help"], ["bangun"]]
)
def test_help_imports_nothing_heavy(tmp_path, arguments):
    told = sopgen(*arguments, cwd=tmp_path, python=("-X", "importtime")).stderr.decode()
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.splitlines() if "|" in line}
    assert "click" in imported
    assert imported & HEAVY == set()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii:strict", "cp437"])
def test_utf8_whatever_the_console(bureau, encoding):
    (bureau / "specs/uji.sop.yaml").rename(bureau / "specs/文書 ü.sop.yaml")
    (bureau / "specs/salah.sop.yaml").write_text(SPEC.replace("judul: Layanan", "jüdul: 文書"), encoding="utf-8")
    ran = sopgen("build", cwd=bureau, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert ran.returncode == 1
    assert "specs/文書 ü.sop.yaml → output/文書 ü.pdf" in ran.stdout.decode("utf-8")
    assert "| jüdul: 文書" in ran.stderr.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows file names are always Unicode")
def test_a_file_name_that_is_no_text(bureau):
    (bureau / "specs/uji.sop.yaml").rename(bureau / "specs" / os.fsdecode(b"\xff.sop.yaml"))
    ran = sopgen("build", cwd=bureau)
    assert ran.returncode == 0, ran.stderr
    assert b"Traceback" not in ran.stderr
    written = sorted(os.fsencode(path.name) for path in (bureau / "output").iterdir())
    assert written == [b".sopgen.json", b"\xff.pdf", b"\xff.xlsx"]


@pytest.mark.skipif(os.name == "nt", reason="the exit code of a broken pipe is the platform's")
@pytest.mark.parametrize("arguments", [["layout", "--json"], ["build"], ["schema"], ["--help"]])
def test_a_reader_that_went_away(bureau, arguments):
    read, write = os.pipe()
    os.close(read)
    process = subprocess.run(
        [sys.executable, "-m", "sopgen", *arguments],
        cwd=bureau,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=120,
    )
    os.close(write)
    assert process.returncode != 0
    assert process.stderr == b""


def test_same_bytes_in_all_surroundings(bureau, tmp_path):
    elsewhere = tmp_path / "tempat lain"
    elsewhere.mkdir()
    spec = str(bureau / "specs/uji.sop.yaml")
    for number, (cwd, surroundings) in enumerate(
        [
            (bureau, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}),
            (elsewhere, {"PYTHONHASHSEED": "2", "TZ": "Asia/Jayapura", "LC_ALL": "id_ID.UTF-8"}),
            (ROOT, {"PYTHONHASHSEED": "3", "TZ": "America/New_York", "SOURCE_DATE_EPOCH": "1"}),
        ]
    ):
        ran = sopgen("build", spec, "-o", str(tmp_path / f"keluar{number}"), cwd=cwd, **surroundings)
        assert ran.returncode == 0, ran.stderr
    first, *others = sorted(tmp_path.glob("keluar*/**/*.pdf"))
    assert len(others) == 2
    assert all(other.read_bytes() == first.read_bytes() for other in others)


def test_same_json_under_other_hash_seeds(bureau):
    first, second = (sopgen("layout", "--json", cwd=bureau, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert first == second
    assert re.match(rb'\{"sopgen": ?"', first)
    assert first.count(b"\n") == 1


@pytest.mark.parametrize(
    "text",
    [b"", b"\x00\x01\xff\xfe\x80", b"- a\n- b\n", b"judul: [\n", b"\tjudul: x\n", "judul: x\n".encode("utf-16")],
)
def test_a_bad_spec_is_refused_without_a_traceback(bureau, text):
    (bureau / "specs/rusak.sop.yaml").write_bytes(text)
    ran = sopgen("build", cwd=bureau)
    assert ran.returncode == 1
    assert (bureau / "output/uji.pdf").exists()
    assert not (bureau / "output/rusak.pdf").exists()
    told = ran.stderr.decode("utf-8")
    assert told.startswith("specs/rusak.sop.yaml")
    assert "Traceback" not in told
    assert "PROGRAM-01" not in told


def test_a_folder_in_a_specs_place(bureau):
    (bureau / "specs/folder.sop.yaml").mkdir()
    ran = sopgen("build", cwd=bureau)
    assert ran.returncode == 1
    assert b"specs/folder.sop.yaml:1:1: BACA-01" in ran.stderr
    assert (bureau / "output/uji.pdf").exists()
    assert b"uji.pdf" in ran.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", ["schema", "check", "rules", "build --report json", "extract uji.pdf", "--help"])
def test_results_that_cannot_be_printed(bureau, command):
    assert sopgen("build", "-o", ".", cwd=bureau).returncode == 0
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "sopgen", "--lang", "en", *command.split()],
            cwd=bureau,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    assert process.returncode == 2
    assert process.stderr == b"sopgen: the disk is full; make room\n"


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (["build", "--format", "xlsx,png"], "output"),
        (["flowchart"], "output"),
        (["flowchart", "--format", "dot"], "output"),
        (["map"], "output"),
        (["compile"], "output"),
        (["index", "--date", "2026-01-01"], "output"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_two_clones_make_the_same_bytes(bureau, tmp_path, arguments, made):
    other = tmp_path / "klon lain é"
    shutil.copytree(bureau / "specs", other / "specs")
    for home, surroundings in (
        (bureau, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}),
        (other, {"PYTHONHASHSEED": "2", "TZ": "Asia/Jayapura", "LC_ALL": "id_ID.UTF-8"}),
    ):
        ran = sopgen(*arguments, cwd=home, **surroundings)
        assert ran.returncode == 0, ran.stderr
    files = sorted(path.name for path in (bureau / made).iterdir())
    assert files
    for name in files:
        assert (bureau / made / name).read_bytes() == (other / made / name).read_bytes(), name


_STOPPED_AT = """
import sys
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
from sopgen.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["sopgen.cli", "click", "sopgen.diagnostics", "sopgen.cli.build"])
def test_who_stops_it_while_it_imports_sees_no_traceback(bureau: Path, module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STOPPED_AT.format(name=module), "build"],
        cwd=bureau,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 130
    assert done.stderr.decode().strip() in ("", "sopgen: dihentikan")
    assert done.stdout == b""


_IMPORTED = "import sys; had = {*sys.modules}; import sopgen.__main__; print(*sorted({*sys.modules} - had))"


def test_nothing_slow_is_imported_before_it_is_watched_for_being_stopped(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-S", "-c", _IMPORTED],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    foreign = {name.partition(".")[0] for name in told.stdout.decode().split()}
    assert not foreign & {"typing", "re", "enum", "click", "dataclasses", "pathlib"}
