"""The work that one whole layout may take."""

from __future__ import annotations

LEAST_WORK = 100  # ways that a search may try when the budget is spent


class WorkBudget:
    """The ways that one whole layout may try: counted, never timed, so that the same spec gives the same bytes.

    Searches draw on it page by page, and again for wider lanes and other cuts. When it is spent each still finds a
    drawing, in a beam, with as much lower bound as it proved.
    """

    def __init__(self, ways: int) -> None:
        self._ways = ways
        self.work = 0  # the ways tried so far

    def grant(self, wish: int) -> int:
        """What a search that would like to try so many ways may try."""
        return max(min(wish, LEAST_WORK), min(wish, self._ways - self.work))

    @property
    def spent(self) -> bool:
        """Whether nothing is left but the least."""
        return self.work >= self._ways
