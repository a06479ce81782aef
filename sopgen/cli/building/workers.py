"""Jobs in, what became of them out, in the order given: on several cores where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from sopgen.cli.building.build_request import Job
from sopgen.cli.building.making import Made, make

ALONE_UNTIL = 5  # jobs: for fewer, starting workers takes longer than they save


def cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_all(jobs: Sequence[Job], workers: int, *, started: Callable[[int, Job], None]) -> Iterator[Made]:
    """`started` is told the number, from 1, and the job whose turn to be told of is next."""
    if workers < 2 or len(jobs) < ALONE_UNTIL:
        for number, job in enumerate(jobs, start=1):
            started(number, job)
            yield make(job)
        return
    from sopgen.cli.building.pool import make_in_workers

    yield from make_in_workers(jobs, min(workers, len(jobs)), started)
