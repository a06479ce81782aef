"""The page's sources under tsc, eslint (typescript-eslint, strict) and prettier: python tools/lint_page.py [--fix].

These are of locked versions (web/package-lock.json, web/lint/package-lock.json). Each that is installed is run; what is
not is told as not checked, or installed first by `--install` and where SOPGEN_REQUIRE_TOOLS names the page, as in CI.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_page import WEB, install_node_packages

LINT = WEB / "lint"
TSC, ESLINT, PRETTIER = (
    WEB / "node_modules" / "typescript" / "bin" / "tsc",
    LINT / "node_modules" / "eslint" / "bin" / "eslint.js",
    LINT / "node_modules" / "prettier" / "bin" / "prettier.cjs",
)
SOURCES = "src/**/*.{ts,tsx}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fix", action="store_true", help="mend what eslint and prettier can mend")
    parser.add_argument("--install", action="store_true", help="install them first, by their locks")
    wanted = parser.parse_args()
    if wanted.install or "page" in os.environ.get("SOPGEN_REQUIRE_TOOLS", "").split(","):
        for folder in (WEB, LINT):
            install_node_packages(folder)
    return max(_outcome(program, options) for program, options in _checks(fix=wanted.fix))


def _checks(*, fix: bool) -> list[tuple[Path, list[str]]]:
    mending = ["--fix"] if fix else []
    return [
        (TSC, ["--noEmit"]),
        (ESLINT, ["-c", "lint/eslint.config.js", "--max-warnings", "0", *mending, "src"]),
        (PRETTIER, ["--config", "lint/prettier.json", "--log-level", "warn", "--write" if fix else "--check", SOURCES]),
    ]


def _outcome(program: Path, options: list[str]) -> int:
    """The program's own, or 0 where it is not to be had; eslint reads the page's types from its packages."""
    node = shutil.which("node")
    if node is None or not program.exists() or (program == ESLINT and not TSC.exists()):
        print(f"not checked: the page's sources by {program.stem} (python tools/lint_page.py --install)")
        return 0
    return subprocess.run([node, program, *options], cwd=WEB, env=os.environ, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
