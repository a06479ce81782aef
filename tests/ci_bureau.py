"""A bureau's repository for the tests of the CI kit, with specs that have no mandatory finding."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
KIT = ROOT / "docs" / "ci"
FIELDS = ("keuangan", "kepegawaian", "persuratan", "perlengkapan", "kearsipan", "perencanaan", "kehumasan")
SPEC = (ROOT / "sopgen/cli/new.sop.yaml").read_text(encoding="utf-8")
for _placeholder, _filled in (("‹", ""), ("›", ""), ("Nama Pejabat, S.Sos., M.Si.", "Pejabat Contoh, S.Sos., M.Si.")):
    SPEC = SPEC.replace(_placeholder, _filled)


class Bureau:
    """`home` holds the repository, one that stands there or a new one. `run` runs a command in it, with a `sopgen` on
    PATH that is this one.
    """

    def __init__(self, folder: Path) -> None:
        self.home = folder / "biro"
        self._bin = folder / "bin"
        self._bin.mkdir(exist_ok=True)
        shim = self._bin / "sopgen"
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sopgen "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
        if self.home.exists():
            return
        (self.home / "specs").mkdir(parents=True)
        self.must("git", "init", "-q", "-b", "main")
        self.must("git", "config", "user.email", "biro@contoh.go.id")
        self.must("git", "config", "user.name", "Biro")

    def add_hook(self) -> None:
        shutil.copy(KIT / "pre-commit", self.home / ".git/hooks/pre-commit")

    def write_spec(self, name: str, number: int, *, extra: str = "") -> Path:
        """One whose number and title no other has."""
        text = SPEC.replace("SOP-001/ORG/", f"SOP-{number:03}/BIRO/")
        field = f"{FIELDS[number % len(FIELDS)]} {number}"
        text = text.replace("Pembuatan Laporan Kegiatan", f"Pembuatan Laporan {field.title()}")
        text = re.sub(r"uraian: (.*?)$", rf"uraian: \1 {field}", text, flags=re.MULTILINE)
        path = self.home / "specs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + extra, encoding="utf-8")
        return path

    def write_logo(self, name: str, colour: str) -> Path:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (60, 60), colour).save(path)
        return path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        path = f"{self._bin}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1740800000"}
        return subprocess.run(
            command, cwd=self.home, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    def must(self, *command: str) -> str:
        done = self.run(*command)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        return done.stdout

    def commit(self, *options: str) -> subprocess.CompletedProcess[str]:
        return self.run("git", "commit", "-q", "-m", "perubahan", *options)
