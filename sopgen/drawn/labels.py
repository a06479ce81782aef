"""Labels of the form that somebody wrote over on a sheet: where they stood, by the sheet as it was made."""

from __future__ import annotations

from typing import Final

from sopgen.drawn.words import BOXES, HEADER, meaning
from sopgen.workbook.values import Place, Sheet

_LABELS: Final = {**HEADER, **BOXES}


def written_over(sheet: Sheet, due: Sheet) -> dict[Place, str]:
    """Place → the label that is due there, and that stands nowhere on the sheet any more."""
    said = {_plain(text) for text in sheet.cells.values()}
    return {
        place: text
        for place, text in due.cells.items()
        if meaning(text.strip(), _LABELS, like=False)
        and _plain(text) not in said
        and sheet.cells.get(place, "") != text
    }


def with_labels(sheet: Sheet, due: Sheet) -> Sheet:
    """As it would be read with them."""
    lost = written_over(sheet, due)
    return sheet._replace(cells={**sheet.cells, **lost}) if lost else sheet


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
