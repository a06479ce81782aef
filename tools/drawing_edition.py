"""Record the drawings of a new edition: raise `sopgen.version.DRAWING`, make outputs anew, then run this."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sopgen.version import DRAWING
from tests.drawing_edition import RECORD, digest_of_drawings, recorded


def main() -> int:
    editions, digest = recorded(), digest_of_drawings()
    if editions.get(DRAWING, digest) != digest:
        print(f"the drawings are no longer those of edition {DRAWING}: raise sopgen.version.DRAWING first")
        return 1
    editions[DRAWING] = digest
    RECORD.write_text("".join(f"{number} {told}\n" for number, told in sorted(editions.items())), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
