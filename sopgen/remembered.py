"""What one build leaves for the next about a spec."""

from __future__ import annotations

from typing import NamedTuple


class Remembered(NamedTuple):
    """Each step's id and text, the numbers as (step, key, number), step 0: no step's; where placeholders stand."""

    steps: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[int, str, int], ...]
    placeholders: tuple[str, ...] = ()
