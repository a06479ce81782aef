"""That work grows with its input and no faster: a bound in seconds fails by chance on a machine that nobody knows."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8
LINEAR = 3 * TIMES
"""Work in proportion to its input takes `TIMES` as long on one `TIMES` as large; by its square it would be 64 times."""


def growth(work: Callable[[int], object], small: int, large: int | None = None) -> float:
    """How many times as long `work(large)` takes as `work(small)`: processor time, least of three, in turns.

    `large` is `TIMES` the small one where it is not told.
    """
    large = small * TIMES if large is None else large
    runs = [(_seconds(work, small), _seconds(work, large)) for _ in range(3)]
    return min(each for _, each in runs) / max(min(each for each, _ in runs), 1e-3)


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
