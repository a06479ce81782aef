"""What tells whether drawings changed: a digest over references and made-up flows, drawn as text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sopgen import pipeline
from sopgen.intake import MemorySource
from tests.drawing_text import drawing_text
from tests.generator import generate

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "tests" / "golden" / "drawing-editions.txt"
"""A line an edition, the newest last: its number and the digest of its drawings."""
_SEEDS = range(700, 712)


def digest_of_drawings() -> str:
    """References as their goldens hold them, which other tests keep true, and flows of three to 25 steps."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "golden").glob("*.txt"))]
    texts = [text for text in texts if "\npage " in text]
    for seed in _SEEDS:
        loaded = pipeline.load(MemorySource(f"{seed}.sop.yaml", generate(seed, steps=(3, 25)).encode()))
        texts.append(drawing_text(pipeline.lay_out(loaded)))
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:32]


def recorded() -> dict[int, str]:
    lines = RECORD.read_text(encoding="utf-8").splitlines() if RECORD.exists() else []
    return {int(number): digest for number, digest in (line.split() for line in lines)}
