"""What one build leaves for the next about a spec's steps."""

from __future__ import annotations

from typing import NamedTuple


class Remembered(NamedTuple):
    """Of one spec: each step's id and text, and the numbers as (step, key, number); step 0: no step's."""

    steps: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[int, str, int], ...]
