"""Hold workbooks that nobody edited against the drawing rules: `python benchmarks/drawing_rules.py [--seeds 0:120]`.

Every finding but SIM-02 (a generated start may stand anywhere) is a false alarm. With `soffice` on PATH the
references are also saved anew by LibreOffice and read again.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sopgen import finished, pipeline  # noqa: E402 - from the project's root
from sopgen.diagnostics import Refusal  # noqa: E402 - idem
from tests.generator import generate  # noqa: E402 - idem


def codes(data: bytes) -> Counter[str]:
    return Counter(each.code for each in finished.check_workbook(data, "x.xlsx")[1])


def generated(first: int, end: int, folder: Path) -> tuple[int, Counter[str]]:
    count, found = 0, Counter[str]()
    for seed in range(first, end):
        path = folder / f"{seed}.sop.yaml"
        path.write_text(generate(seed), encoding="utf-8")
        try:
            document = pipeline.build_document(path)
        except Refusal:
            continue
        count += 1
        try:
            found += codes(pipeline.render_document(document, "xlsx"))
        except ValueError as fault:
            print(f"seed {seed}: no workbook ({fault})")
    return count, found


def saved_anew(folder: Path) -> Counter[str]:
    found = Counter[str]()
    for spec in sorted((ROOT / "specs").glob("*.sop.yaml")):
        book = folder / f"{spec.name}.xlsx"
        book.write_bytes(pipeline.render_document(pipeline.build_document(spec), "xlsx"))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(folder / "anew"),
            str(book),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        found += codes((folder / "anew" / book.name).read_bytes())
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Look for false alarms of the drawing rules.")
    parser.add_argument("--seeds", default="0:120")
    first, _, end = parser.parse_args().seeds.partition(":")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        count, found = generated(int(first), int(end), folder)
        print(f"{count} generated workbooks: {dict(found)}")
        if shutil.which("soffice"):
            print(f"references saved anew by LibreOffice: {dict(saved_anew(folder))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
