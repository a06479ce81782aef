"""Run every check that CI runs: `python tools/check.py`.

`--fix` first mends what ruff can mend; `--static` leaves the tests out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

STATIC_CHECKS: dict[str, list[str]] = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy --strict": ["-m", "mypy", "--strict"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "docs/rules": ["tools/rules.py", "--check"],
    "web": ["tools/lint_page.py"],
}
TESTS: dict[str, list[str]] = {"pytest": ["-m", "pytest"]}
FIXES: list[list[str]] = [["-m", "ruff", "check", "--fix", "."], ["-m", "ruff", "format", "."]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Run every check that CI runs.")
    parser.add_argument("--fix", action="store_true", help="mend what ruff can mend first")
    parser.add_argument("--static", action="store_true", help="leave the tests out")
    wanted = parser.parse_args()
    if wanted.fix:
        for fix in FIXES:
            _python(fix)
    checks = STATIC_CHECKS if wanted.static else STATIC_CHECKS | TESTS
    failed = [name for name, arguments in checks.items() if not _passes(name, arguments)]
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def _passes(name: str, arguments: list[str]) -> bool:
    print(f"== {name}", flush=True)
    return _python(arguments) == 0


def _python(arguments: list[str]) -> int:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=os.environ | {"CI": "true"}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
