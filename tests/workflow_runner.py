"""A GitHub Actions workflow, run as a bureau's CI runs it: each job in a clean clone, its steps as they are written.

Of GitHub's own actions it does what they do with files: check out, set up a Python, keep a cache, hand artifacts on.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml


class Step(NamedTuple):
    """What came of one step. `told`: everything that it printed."""

    job: str
    name: str
    code: int
    told: str


class Runner:
    """Holds what outlives a run: the repository, caches, and the Python with what was installed into it."""

    def __init__(self, folder: Path, repository: Path, settings: Mapping[str, str]) -> None:
        self.folder, self.repository, self.settings = folder, repository, settings
        self.caches = folder / "caches"
        self.venv = folder / "python"
        self._installed: set[str] = set()
        self._runs = 0

    def run(self) -> Iterator[Step]:
        """Each step of each job in order; a job ends with its first step that fails. The settings replace its `env`."""
        self._runs += 1
        self.artifacts = self.folder / f"artifacts-{self._runs}"
        commit = _git(self.repository, "rev-parse", "HEAD").strip()
        text = _git(self.repository, "show", "HEAD:.github/workflows/sopgen.yml")
        failed: set[str] = set()
        for name, job in yaml.safe_load(text)["jobs"].items():
            needed = job.get("needs", [])
            if failed & set([needed] if isinstance(needed, str) else needed):
                failed.add(name)
                continue
            for part in job.get("strategy", {}).get("matrix", {}).get("part", [None]):
                for step in self._job(name, job, {"matrix.part": str(part), "github.sha": commit}):
                    yield step
                    if step.code:
                        failed.add(name)

    def _job(self, name: str, job: Mapping[str, Any], known: Mapping[str, str]) -> Iterator[Step]:
        place = self.folder / f"run-{self._runs}-{name}-{known['matrix.part']}"
        broken = False
        to_keep: tuple[Path, Path] | None = None
        for step in job["steps"]:
            condition = str(step.get("if", ""))
            if (broken and condition != "always()") or not _holds(condition, place):
                continue
            if "run" in step:
                done = self._command(_filled(step["run"], known), place)
                broken = broken or bool(done.returncode)
                yield Step(name, step["name"], done.returncode, done.stdout)
            else:
                kept = self._action(step["uses"], step.get("with", {}), known, place)
                to_keep = kept or to_keep
        if to_keep and not broken and to_keep[0].exists():
            shutil.copytree(*to_keep, dirs_exist_ok=True)

    def _command(self, command: str, place: Path) -> subprocess.CompletedProcess[str]:
        if " pip install " in command and command in self._installed:
            return subprocess.CompletedProcess(command, 0, "", "")
        environment = {
            "PATH": f"{self.venv / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.folder),
            "CI": "true",
            "SOURCE_DATE_EPOCH": "1740800000",
            **{key: value for key, value in os.environ.items() if key.startswith("PIP_")},
            **self.settings,
        }
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command]
        done = subprocess.run(
            shell, cwd=place, env=environment, stdout=-1, stderr=subprocess.STDOUT, encoding="utf-8", check=False
        )
        if done.returncode == 0:
            self._installed.add(command)
        return done

    def _action(
        self, action: str, given: Mapping[str, Any], known: Mapping[str, str], place: Path
    ) -> tuple[Path, Path] | None:
        """Do it; for a cache, what to keep where when the job ends well."""
        match action.partition("@")[0]:
            case "actions/checkout":
                subprocess.run(["git", "clone", "-q", "--depth=1", self.repository.as_uri(), place], check=True)
            case "actions/setup-python":
                self._set_up_python()
            case "actions/cache":
                before = sorted(self.caches.glob(f"{_filled(given['restore-keys'], known).strip()}*"), key=_age)
                if before:
                    shutil.copytree(before[-1], place / given["path"], dirs_exist_ok=True)
                return place / given["path"], self.caches / _filled(given["key"], known)
            case "actions/upload-artifact":
                if (place / given["path"]).exists():  # else GitHub warns and goes on
                    shutil.copytree(place / given["path"], self.artifacts / _filled(given["name"], known))
            case "actions/download-artifact":
                for each in sorted(self.artifacts.glob(given["pattern"])):
                    shutil.copytree(each, place / given["path"] / each.name)
            case "github/codeql-action/upload-sarif":
                assert (place / given["sarif_file"]).stat().st_size
            case _:
                raise AssertionError(action)
        return None

    def _set_up_python(self) -> None:
        """One without sopgen, which sees the libraries that these tests run with, so that pip need not fetch them."""
        if not self.venv.exists():
            subprocess.run([sys.executable, "-m", "venv", self.venv], check=True)
            (site,) = self.venv.glob("lib/python*/site-packages")
            (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")


def _git(repository: Path, *command: str) -> str:
    return subprocess.run(["git", "-C", repository, *command], capture_output=True, encoding="utf-8", check=True).stdout


def _filled(text: str, known: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ (\S+) \}\}", lambda found: known[found[1]], text)


def _holds(condition: str, place: Path) -> bool:
    if found := re.fullmatch(r"hashFiles\('([^']+)'\) == ''", condition):
        return not list(place.glob(found[1]))
    assert condition in ("", "always()"), condition
    return True


def _age(path: Path) -> int:
    return path.stat().st_ctime_ns
