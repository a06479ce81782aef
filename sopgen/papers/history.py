"""The history of revisions, as the last page of an SOP: `riwayat`, an entry a row (custom; the layout is ours)."""

from __future__ import annotations

from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.papers.blocks import Column, Grid, Heading, Paper, Row, Sheet, head_row, text_cell
from sopgen.text.face import family_called
from sopgen.wording import printed_date

_HEADS = ("Revisi ke", "Tanggal Revisi", "Bagian", "Semula", "Menjadi", "Alasan")
_COLUMNS = (Column(16, "center"), Column(32), Column(40), Column(), Column(), Column(44))


def history_paper(sop: Sop) -> Paper:
    """One sheet; the SOP's own paper and type."""
    rows = tuple(
        Row(
            tuple(
                text_cell(text)
                for text in (
                    entry.revisi,
                    printed_date(entry.tanggal),
                    entry.bagian,
                    entry.semula,
                    entry.menjadi,
                    entry.alasan,
                )
            )
        )
        for entry in sop.riwayat
    )
    title = on_one_line(sop.judul)
    blocks = (
        Heading("RIWAYAT REVISI"),
        Heading(title.upper(), "subtitle"),
        Grid(_COLUMNS, (head_row(*_HEADS),), rows, name="Riwayat revisi"),
    )
    sheet = Sheet("Riwayat", blocks, landscape=True, goes_on="Riwayat revisi")
    look = sop.tampilan
    return Paper(title, (sheet,), kertas=look.kertas, family=family_called(look.huruf), band=look.pita_tte)
