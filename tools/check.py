"""Run every check that CI runs: `python tools/check.py`.

`--fix` first mends what ruff can mend; `--static` leaves the tests out. The static checks run beside each other, on as
many cores as there are, and tell what they found in their usual order.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
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
LONGEST = "mypy --strict"
TESTS = ["-m", "pytest"]
FIXES: list[list[str]] = [["-m", "ruff", "check", "--fix", "."], ["-m", "ruff", "format", "."]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Run every check that CI runs.")
    parser.add_argument("--fix", action="store_true", help="mend what ruff can mend first")
    parser.add_argument("--static", action="store_true", help="leave the tests out")
    wanted = parser.parse_args()
    if wanted.fix:
        for fix in FIXES:
            _python(fix)
    failed = _static_checks()
    if not wanted.static:
        print("== pytest", flush=True)
        failed += ["pytest"] if _python(TESTS) else []
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def _static_checks() -> list[str]:
    """The names of those that failed."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
        first = sorted(STATIC_CHECKS, key=lambda name: name != LONGEST)
        running = {name: workers.submit(_told, STATIC_CHECKS[name]) for name in first}
        failed = []
        for name in STATIC_CHECKS:
            code, told = running[name].result()
            print(f"== {name}\n{told}", end="", flush=True)
            failed += [name] if code else []
    return failed


def _told(arguments: list[str]) -> tuple[int, str]:
    """The exit code of a check, and what it said."""
    run = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | {"CI": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return run.returncode, run.stdout


def _python(arguments: list[str]) -> int:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=os.environ | {"CI": "true"}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
