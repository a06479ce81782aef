"""What pyproject allows, tried: `python tools/versions.py oldest newest`, or one of them, or `pythons`.

`oldest` and `newest` make a fresh environment with the lowest versions that pyproject.toml allows, or with the newest
that there are, and run the tests that touch each library: the lock (requirements-dev.lock) pins what the other tests of
CI see, which is neither what a newcomer gets nor the lowest. CI runs both, whose environments are made at once; with
`--python PYTHON` by another. `pythons` makes an environment with the lock's versions for each Python from 3.11 to 3.14
that is found here, builds a reference SOP with each, and holds their bytes against each other.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-dev.lock"
REFERENCE = ROOT / "specs/contoh-lengkap.sop.yaml"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
TESTERS = ("pytest", "pytest-xdist", "hypothesis", "jsonschema", "packaging")
SOME = ("tests/test_api.py", "tests/test_golden.py")
TESTS = {
    "click": ("tests/cli/test_bilingual_click.py", "tests/cli/test_schema.py"),
    "fonttools": (
        "tests/render/svg/test_svg.py::test_a_font_is_cut_down_to_what_the_page_uses",
        "tests/render/svg/test_svg.py::test_the_same_document_gives_the_same_bytes_and_holds_its_fonts",
    ),
    "graphviz": ("tests/cli/test_flowchart.py",),
    "graphviz-pure": ("tests/cli/test_flowchart.py", "tests/render/graphviz/test_foreign_text.py"),
    "openpyxl": (
        "tests/intake/form/test_targets.py",
        "tests/intake/form/test_form_reading.py::test_a_spec_and_its_form_say_the_same[4]",
        "tests/intake/form/test_form_reading.py::test_numbers_are_read_as_they_are_seen",
        "tests/cli/test_import.py",
    ),
    "pikepdf": (
        "tests/cli/test_extract.py",
        "tests/cli/test_pdfa.py::test_the_spec_comes_back_byte_for_byte_and_both_files_with_all",
    ),
    "pillow": (
        "tests/intake/test_picture.py::test_every_format_shows_it_as_it_was_seen[turned 7 PNG]",
        "tests/intake/test_picture.py::test_sixteen_bits_of_grey_keep_their_shades",
        "tests/intake/test_picture.py::test_what_all_programs_show_alike_stays_byte_by_byte",
    ),
    "pydantic": (
        "tests/intake/test_schema.py",
        "tests/intake/test_refusals.py",
        "tests/intake/test_messages.py",
        "tests/intake/test_kindness.py",
        "tests/intake/test_defaults.py",
        "tests/intake/test_service.py",
    ),
    "pyphen": ("tests/text/test_breaks.py",),
    "pypdfium2": ("tests/render/test_png.py",),
    "python-docx": ("tests/cli/test_standar.py", "tests/papers/test_service_standard.py"),
    "PyYAML": ("tests/intake/test_pure_yaml.py", "tests/intake/test_brackets.py", "tests/intake/test_lines.py"),
    "reportlab": ("tests/test_golden.py",),
    "segno": ("tests/layout/picture",),
    "wcwidth": ("tests/report/test_text.py",),
}
"""What tries each library, and asks for none besides TESTERS; SOME beside them are the whole way."""


def oldest(requirements: Iterable[str]) -> list[str]:
    """`name>=1.2` → `name==1.2.*` at its lowest: pip takes what is pinned as it stands."""
    return [requirement.replace(">=", "==", 1) for requirement in requirements]


def tests() -> list[str]:
    """Each once, in the order in which they are named."""
    return list(dict.fromkeys([*SOME, *(test for tests in TESTS.values() for test in tests)]))


def requirements() -> list[str]:
    told: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return told


def make_environment(folder: Path, python: str, packages: Sequence[str]) -> Path:
    """A virtual environment with these packages; its Python."""
    subprocess.run([python, "-m", "venv", folder], check=True)
    own = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
    return own


def try_tests(which_versions: Sequence[str], python: str) -> int:
    """The worst exit code of pytest with the `oldest` versions, the `newest`, or each of both."""
    asked = {"oldest": oldest(requirements()), "newest": requirements()}
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor() as workers:
        folder = Path(name)
        made = [
            workers.submit(make_environment, folder / each, python, [*asked[each], *TESTERS]) for each in which_versions
        ]
        return max(_tests_pass(each, own.result()) for each, own in zip(which_versions, made, strict=True))


def _tests_pass(which_versions: str, own: Path) -> int:
    print(f"== the {which_versions} versions", flush=True)
    subprocess.run([own, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"], check=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CI": ""}
    return subprocess.run([own, "-m", "pytest", *tests()], cwd=ROOT, env=environment, check=False).returncode


def pythons() -> dict[str, str]:
    """The Pythons found here, by version: this one, those on PATH, those of pyenv."""
    found = {f"{sys.version_info.major}.{sys.version_info.minor}": sys.executable}
    homes = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for version in PYTHONS:
        places = [which(f"python{version}"), *sorted(map(str, homes.glob(f"{version}.*/bin/python")))]
        for place in filter(None, places):
            if version not in found and _runs(place):
                found[version] = place
    return found


def _runs(python: str) -> bool:
    """A shim of pyenv stands on PATH for versions that are not switched on, too."""
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


def digests_of(python: str) -> str:
    """What a Python with the lock's packages makes of the reference, a digest a file. This one has them already."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = python
        if python != sys.executable:
            named = [item.split(">=")[0] for item in requirements()]
            own = str(make_environment(folder / "env", python, [*named, "-c", str(LOCK)]))
        output = folder / "output"
        arguments = ["build", str(REFERENCE), "-o", str(output), "--format", "pdf,xlsx,svg,png"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([own, "-m", "sopgen", *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
        files = sorted(path for path in output.iterdir() if not path.name.startswith("."))
        return "\n".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in files)


def compare_pythons() -> int:
    """1 if any makes other bytes than the rest."""
    told = {version: digests_of(python) for version, python in sorted(pythons().items())}
    for version, digests in told.items():
        print(f"Python {version}\n{digests}")
    same = len(set(told.values())) == 1
    print(f"{len(told)} Pythons: {'the same bytes' if same else 'OTHER BYTES'}")
    return 0 if same else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="+", choices=["oldest", "newest", "pythons"])
    parser.add_argument("--python", default=sys.executable)
    wanted = parser.parse_args()
    if "pythons" in wanted.what and len(wanted.what) > 1:
        parser.error("pythons is asked for alone")
    return compare_pythons() if wanted.what == ["pythons"] else try_tests(wanted.what, wanted.python)


if __name__ == "__main__":
    sys.exit(main())
