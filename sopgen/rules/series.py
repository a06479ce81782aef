"""Numbers and words in a row, as a sentence has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Message

_PAIR: Final = 2


def listed(pages: Sequence[int]) -> Message:
    """2; 2 dan 3; 2, 5, dan 7; 2–4 dan 9."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    told = [[f"{run[0]}–{run[-1]}"] if len(run) > _PAIR else map(str, run) for run in runs]
    return series([each for run in told for each in run])


def series(words: Sequence[str]) -> Message:
    """One by one, so that two series can be read side by side."""
    *first, last = words
    if not first:
        return Message(last, last)
    comma = "," if len(first) > 1 else ""
    return Message(f"{', '.join(first)}{comma} dan {last}", f"{', '.join(first)} and {last}")
