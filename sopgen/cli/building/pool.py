"""Jobs in, what became of them out, in the order given, by several processes.

Apart from `workers`, for starting processes asks for imports that a build of one SOP does not pay for.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from sopgen.cli.building.build_request import Job
from sopgen.cli.building.making import Made, make
from sopgen.diagnostics import Diagnostic, Message, Severity

AHEAD = 4  # jobs handed out for each worker: enough to keep it busy, few enough to hold in memory


def make_in_workers(jobs: Sequence[Job], workers: int, started: Callable[[int, Job], None]) -> Iterator[Made]:
    waiting: deque[tuple[Job, Future[Made]]] = deque()
    rest = iter(jobs)
    with ProcessPoolExecutor(workers, initializer=_leave_interrupts) as pool:
        try:
            for number, job in enumerate(jobs, start=1):
                while len(waiting) < workers * AHEAD and (following := next(rest, None)) is not None:
                    waiting.append((following, _submit(pool, following)))
                started(number, job)
                here, future = waiting.popleft()
                yield _result(here, future)
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _submit(pool: ProcessPoolExecutor, job: Job) -> Future[Made]:
    try:
        return pool.submit(make, job)
    except BrokenProcessPool as error:
        broken: Future[Made] = Future()
        broken.set_exception(error)
        return broken


def _result(job: Job, future: Future[Made]) -> Made:
    try:
        return future.result()
    except BrokenProcessPool:
        return Made(job, diagnostics=(_worker_died(),))


def _leave_interrupts() -> None:
    """Ctrl+C ends the build by its first process: the others finish the file in hand."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _worker_died() -> Diagnostic:
    return Diagnostic(
        code="PROGRAM-02",
        severity=Severity.WAJIB,
        message=Message(
            "Proses pembantu berhenti mendadak, mungkin karena memori habis.",
            "A worker process died, perhaps for want of memory.",
        ),
        remedy=Message(
            "Jalankan lagi; bila terulang, pakai --jobs 1.", "Run it again; if it happens again, use --jobs 1."
        ),
    )
