"""The history of revisions, an SOP's last page: `riwayat`, its entries by revision (custom; the layout is ours)."""

from __future__ import annotations

from itertools import groupby

from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.papers.blocks import Cell, Column, Grid, Heading, Paper, Row, Sheet, head_row, text_cell, words
from sopgen.text.face import family_called
from sopgen.wording import printed_date

_HEADS = ("Bagian", "Semula", "Menjadi", "Alasan")
_COLUMNS = (Column(48), Column(), Column(), Column(56))


def history_paper(sop: Sop) -> Paper:
    """One sheet; the SOP's own paper and type. A revision's number and day stand once, above its entries."""
    rows: list[Row] = []
    for (revision, day), entries in groupby(sop.riwayat, key=lambda entry: (entry.revisi, entry.tanggal)):
        told = " · ".join(filter(None, (f"Revisi ke-{revision}" if revision else "", printed_date(day))))
        if told:
            rows.append(Row((Cell((words(told, bold=True),), column_span=len(_COLUMNS)),), group=True))
        rows.extend(
            Row(tuple(map(text_cell, (entry.bagian, entry.semula, entry.menjadi, entry.alasan)))) for entry in entries
        )
    title = on_one_line(sop.judul)
    blocks = (
        Heading("RIWAYAT REVISI"),
        Heading(title.upper(), "subtitle"),
        Grid(_COLUMNS, (head_row(*_HEADS),), tuple(rows), name="Riwayat revisi"),
    )
    sheet = Sheet("Riwayat", blocks, landscape=True, goes_on="Riwayat revisi")
    look = sop.tampilan
    return Paper(title, (sheet,), kertas=look.kertas, family=family_called(look.huruf), band=look.pita_tte)
