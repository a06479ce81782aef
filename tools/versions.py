"""What pyproject allows, tried: `python tools/versions.py oldest|newest|pythons [--python PYTHON]`.

`oldest` and `newest` make a fresh environment with the lowest versions that pyproject.toml allows, or with the newest
that there are, and run the tests that touch every library: CI pins what it installs (requirements-dev.lock), so it sees
neither what a newcomer gets nor the lowest. `pythons` makes an environment with the lock's versions for each Python
from 3.11 to 3.14 that is found here, builds a reference SOP with each, and holds their bytes against each other.
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
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-dev.lock"
REFERENCE = ROOT / "specs/contoh-lengkap.sop.yaml"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
TESTERS = ("pytest", "pytest-xdist", "hypothesis", "jsonschema", "packaging")
TESTS = (
    "tests/test_api.py",
    "tests/test_golden.py",
    "tests/cli/test_bilingual_click.py",
    "tests/cli/test_extract.py",
    "tests/cli/test_flowchart.py",
    "tests/cli/test_import.py",
    "tests/cli/test_pdfa.py",
    "tests/cli/test_schema.py",
    "tests/intake",
    "tests/render/svg",
    "tests/render/test_png.py",
    "tests/text/test_breaks.py",
    "--ignore=tests/intake/form/test_form_in_office.py",
)
"""Each library is read or written by some of them; none asks for a library besides TESTERS."""


def oldest(requirements: Iterable[str]) -> list[str]:
    """`name>=1.2` → `name==1.2.*` at its lowest: pip takes what is pinned as it stands."""
    return [requirement.replace(">=", "==", 1) for requirement in requirements]


def requirements() -> list[str]:
    told: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return told


def make_environment(folder: Path, python: str, packages: Sequence[str]) -> Path:
    """A virtual environment with these packages; its Python."""
    subprocess.run([python, "-m", "venv", folder], check=True)
    own = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
    return own


def try_tests(which_versions: str, python: str) -> int:
    """The exit code of pytest with these versions."""
    asked = oldest(requirements()) if which_versions == "oldest" else requirements()
    with tempfile.TemporaryDirectory() as folder:
        own = make_environment(Path(folder), python, [*asked, *TESTERS])
        subprocess.run([own, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"], check=True)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "CI": ""}
        return subprocess.run([own, "-m", "pytest", *TESTS], cwd=ROOT, env=environment, check=False).returncode


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
    parser.add_argument("what", choices=["oldest", "newest", "pythons"])
    parser.add_argument("--python", default=sys.executable)
    wanted = parser.parse_args()
    return compare_pythons() if wanted.what == "pythons" else try_tests(wanted.what, wanted.python)


if __name__ == "__main__":
    sys.exit(main())
