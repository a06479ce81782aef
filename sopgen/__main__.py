"""`python -m sopgen`, and the console script. Who stops it while it still imports is answered as quietly as later."""

from __future__ import annotations

import os

_INTERRUPTED = 130  # as `cli/faults` has it, which is not imported yet


def main() -> None:
    """Never returns."""
    try:
        from sopgen.cli import main as run_all

        run_all()
    except KeyboardInterrupt:
        os._exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
