"""What every finished format says of itself in the same words."""

from __future__ import annotations

from typing import Final

from sopgen.intake.text import on_one_line
from sopgen.scene import Document

SUBJECT: Final = "Standar Operasional Prosedur Administrasi Pemerintahan"
LANGUAGE: Final = "id-ID"


def author(document: Document) -> str:
    """The agency and its unit."""
    return author_of(document.agency, document.unit)


def author_of(agency: str, unit: str) -> str:
    return ", ".join(filter(None, (on_one_line(agency), on_one_line(unit))))
