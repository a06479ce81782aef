"""The pages of an SOP in, the same with its history of revisions behind them out, where `tampilan.riwayat` wants it."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.intake.sop import Sop
from sopgen.layout.paper import Paper, foot_texts
from sopgen.layout.papers import lay_out_paper
from sopgen.layout.setting import Setter
from sopgen.papers.history import history_paper
from sopgen.scene import Page, Text

_ROOM = 0.22  # em
_FOOT = frozenset({"halaman", "nomor_kaki"})


def history_texts(sop: Sop) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What the history and a withdrawn SOP's foot print, each text with its place in the spec."""
    if sop.status == "dicabut":
        yield ("digantikan_oleh",), sop.digantikan_oleh
    if sop.tampilan.riwayat:
        for index, entry in enumerate(sop.riwayat):
            for key in ("revisi", "bagian", "semula", "menjadi", "alasan"):
                yield ("riwayat", index, key), getattr(entry, key)


def with_history(
    sop: Sop, pages: tuple[Page, ...], paper: Paper, setter: Setter, watermark: Text | None
) -> tuple[Page, ...]:
    """Pages are counted anew: every foot says how many there are. Raises `Refusal`."""
    if not (sop.tampilan.riwayat and sop.riwayat):
        return pages
    added = [
        page._replace(
            kind="riwayat",
            band=paper.band,
            watermark=watermark,
            texts=tuple(_roomy(text) for text in _without_foot(page)),
        )
        for page in lay_out_paper(history_paper(sop), setter.measurer).pages
    ]
    together = [*pages, *added]
    return tuple(
        page._replace(
            number=number, texts=(*_without_foot(page), *foot_texts(paper, sop, setter, number, len(together)))
        )
        for number, page in enumerate(together, start=1)
    )


def _without_foot(page: Page) -> Iterator[Text]:
    return (text for text in page.texts if text.role not in _FOOT)


def _roomy(text: Text) -> Text:
    """With room above and below its capitals, as a row of a spreadsheet needs it."""
    x0, y0, x1, y1 = text.cell
    room = _ROOM * text.size
    return text._replace(cell=(x0, round(y0 - room, 2), x1, round(y1 + room, 2)))
