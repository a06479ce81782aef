"""The page's sources under eslint (typescript-eslint, strict), prettier and tsc: python tools/lint_page.py [--fix].

These are of locked versions (web/lint/package-lock.json) and installed by `--install`, as a release does it; where they
are not, or where there is no node, nothing is checked and that is said.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

WEB = Path(__file__).resolve().parent.parent / "web"
LINT = WEB / "lint"
SOURCES = "src/**/*.{ts,tsx}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fix", action="store_true", help="mend what eslint and prettier can mend")
    parser.add_argument("--install", action="store_true", help="install them first, by their lock")
    wanted = parser.parse_args()
    node, npm = shutil.which("node"), shutil.which("npm")
    if wanted.install:
        if npm is None:
            sys.exit("npm is needed and not installed")
        for folder in (WEB, LINT):
            command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
            subprocess.run(command, cwd=folder, env=os.environ, check=True)
    if node is None or not all((folder / "node_modules").exists() for folder in (WEB, LINT)):
        print("not checked: the page's sources (python tools/lint_page.py --install)")
        return 0
    checks = [
        ["node_modules/typescript/bin/tsc", "--noEmit"],
        ["lint/node_modules/eslint/bin/eslint.js", "-c", "lint/eslint.config.js", *_if(wanted.fix, "--fix"), "src"],
        [
            "lint/node_modules/prettier/bin/prettier.cjs",
            *("--config", "lint/prettier.json", "--log-level", "warn"),
            "--write" if wanted.fix else "--check",
            SOURCES,
        ],
    ]
    return max(subprocess.run([node, *check], cwd=WEB, env=os.environ, check=False).returncode for check in checks)


def _if(wanted: bool, option: str) -> list[str]:
    return [option] if wanted else []


if __name__ == "__main__":
    sys.exit(main())
