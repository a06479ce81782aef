"""Marked content on reportlab's canvas, which knows none of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def marked(canvas: Any, mark: str) -> Iterator[None]:
    """What is drawn inside stands under `mark`, the operator that opens it; under none where it is empty."""
    if not mark:
        yield
        return
    canvas._code.append(mark)  # noqa: SLF001 - the page's operators
    yield
    canvas._code.append("EMC")  # noqa: SLF001 - idem
