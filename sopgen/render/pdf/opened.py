"""A PDF from anywhere, opened by pikepdf after its streams were measured."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any, Final

import pikepdf

from sopgen.foreign.pdf import MOST_LAYERS, NoPdf, measure

_MOST_UNPACKED: Final = 32 << 20  # of one stream
_MOST_WARNINGS: Final = 1_000
_MOST_ITEMS: Final = 1_000_000


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The file while the block lasts. Raises `NoPdf` for what is broken, locked or out of bounds, there or here."""
    measure(data)
    _limit()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            yield pdf
    except (pikepdf.PdfError, pikepdf.PasswordError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise NoPdf from error


@cache
def _limit() -> None:
    """What has no header of zlib's, other filters and what a password hides, is bounded by qpdf where it can."""
    if hasattr(pikepdf.settings, "set_qpdf_limits"):
        pikepdf.settings.set_qpdf_limits(
            doc_max_warnings=_MOST_WARNINGS,
            parser_max_container_size=_MOST_ITEMS,
            max_stream_filters=MOST_LAYERS,
            flate_max_memory=_MOST_UNPACKED,
            png_max_memory=_MOST_UNPACKED,
            tiff_max_memory=_MOST_UNPACKED,
            run_length_max_memory=_MOST_UNPACKED,
        )
