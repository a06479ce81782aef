"""The sheet of changes: the matrix semula–menjadi and the history of revisions (custom in public services and legal
drafting; the layout is ours).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sopgen.comparing import Change, Comparison
from sopgen.comparing.revising import new_entries
from sopgen.comparing.words import HENCE, SEE, SIGNS, class_name, count_words, tell
from sopgen.comparing.wordwise import Piece, word_pair
from sopgen.intake.sop import Revisi, Sop
from sopgen.intake.text import on_one_line
from sopgen.papers.blocks import (
    Cell,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    Paper,
    Row,
    Sheet,
    Signatures,
    Signer,
    Span,
    Tag,
    Words,
    head_row,
    text_cell,
    words,
)
from sopgen.wording import printed_date

_HEADS: Final = ("No", "±", "Kelas", "Tempat", "Semula", "Menjadi", "Alasan")
_COLUMNS: Final = (
    Column(9, "center"),
    Column(9, "center"),
    Column(23, "center"),
    Column(41),
    Column(68),
    Column(68),
    Column(),
)
_HISTORY_HEADS: Final = (
    "Revisi ke",
    "Tanggal Revisi",
    "Tanggal Efektif",
    "Isi perubahan",
    "Pengusul",
    "Disahkan oleh",
)
_HISTORY_COLUMNS: Final = (Column(18, "center"), Column(32), Column(32), Column(), Column(52), Column(52))
_NEW: Final = "SOP baru"
_NO_CHANGES: Final = "Tidak ada perubahan isi."
_SIGNERS: Final = ("Pengusul,", "Pemeriksa,", "Menyetujui,")
SIGNATURES: Final = Signatures(tuple(Signer((words(who),), "", ("NIP ",)) for who in _SIGNERS), at=(0, 90, 180))
_MOST_PARTS: Final = 12
_DATES: Final = frozenset({("tanggal", "revisi"), ("tanggal", "efektif")})
NONE: Final = "–"


def changes_paper(
    comparison: Comparison, pages: Sequence[int | None] = (), *, signed: bool = True, spreadsheet: bool = False
) -> Paper:
    """`pages`: for each entry the page of the new document where it is, of what was removed the old one's page.

    Not `signed`: the signatures stand elsewhere. A `spreadsheet` has the history on a sheet of its own: a sheet repeats
    one table's head.
    """
    old, new = comparison.old, comparison.new
    title = on_one_line(new.judul)
    number = _revision(comparison)
    foot = f"{on_one_line(new.nomor) or title} · Lembar perubahan" + (f", revisi ke-{number}" if number else "")
    blocks = (
        Heading("LEMBAR PERUBAHAN SOP"),
        Heading(title.upper(), "subtitle"),
        _identity(comparison, number),
        Heading("Perubahan", "section"),
        _matrix(comparison, pages) if comparison.entries else Heading(_NO_CHANGES, "note"),
    )
    after = (Heading("Riwayat", "section"), _history(old, new), *((SIGNATURES,) if signed else ()))
    sheet = Sheet("Lembar perubahan", (*blocks, *after), landscape=True, foot=foot, goes_on="Perubahan")
    sheets = (sheet._replace(blocks=blocks), Sheet("Riwayat", after, landscape=True, foot=foot)) if spreadsheet else ()
    issued = new.tanggal.revisi if isinstance(new.tanggal.revisi, date) else None
    return Paper(
        f"Lembar perubahan {title}",
        sheets or (sheet,),
        number=new.nomor,
        agency=" ".join(new.instansi),
        unit=" ".join(new.unit),
        created=issued,
        kertas=new.tampilan.kertas,
        maker="diff",
    )


def _revision(comparison: Comparison) -> str:
    entries = new_entries(comparison) or comparison.new.riwayat
    return entries[-1].revisi if entries else ""


def _identity(comparison: Comparison, number: str) -> Facts:
    new = comparison.new
    hidden = len(comparison.changes) - len(comparison.entries)

    def fact(label: str, value: str) -> Fact:
        return Fact(label, words(value))

    return Facts(
        (
            fact("Nomor SOP", on_one_line(new.nomor)),
            fact("Unit", ", ".join(map(on_one_line, new.unit))),
            fact("Revisi ke", number),
        ),
        (
            fact("Tanggal Revisi", printed_date(new.tanggal.revisi)),
            fact("Perubahan", count_words(comparison)),
            fact("Tidak dihitung", f"{hidden} perpindahan letak"),
        ),
        label_width=22,
        right_at=150,
    )


def _matrix(comparison: Comparison, pages: Sequence[int | None]) -> Grid:
    reasons = {entry.bagian: entry.alasan for entry in new_entries(comparison)}
    revision = _revision(comparison)
    rows = [
        _row(number, change, comparison, pages[number - 1] if pages else None, reasons, revision)
        for number, change in enumerate(comparison.entries, start=1)
    ]
    return Grid(_COLUMNS, (head_row(*_HEADS),), tuple(rows), name="Perubahan, semula dan menjadi")


def _row(
    number: int,
    change: Change,
    comparison: Comparison,
    page: int | None,
    reasons: dict[str, str],
    revision: str,
) -> Row:
    told = tell(change, comparison, "id")
    pair = word_pair(told.before, told.after)
    before = NONE if change.kind == "added" else pair.before
    after = NONE if change.kind == "removed" else pair.after
    reason = reasons.get(told.place, "")
    if not reason and change.new in _DATES and revision:
        reason = f"Revisi ke-{revision}"
    if change.cause is not None:
        reason = "\n".join(filter(None, (reason, SEE.id.format(change.cause))))
    place = f"hal. {page}, {told.place}" if page is not None else told.place
    notes = [Words((Span(f"{HENCE.id}: {each}"),), size=7.5) for each in told.hence]
    return Row(
        (
            Cell((words(str(number), bold=True),)),
            Cell((words(SIGNS[change.kind], bold=True),)),
            Cell((Tag(class_name(change.kelas)),)),
            text_cell(place),
            _compared(before),
            _compared(after, notes),
            text_cell(reason),
        )
    )


def _compared(pieces: str | Sequence[Piece], notes: Sequence[Words] = ()) -> Cell:
    """Removed words struck, added ones bold and underlined, a paragraph a line."""
    if isinstance(pieces, str):
        return Cell((words(pieces), *notes))
    lines: list[list[Span]] = [[]]
    for piece in pieces:
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if text:
                added = piece.state == "added"
                lines[-1].append(Span(text, bold=added, struck=piece.state == "removed", underlined=added))
    return Cell((*(Words(tuple(line)) for line in lines if line), *notes))


def _history(old: Sop, new: Sop) -> Grid:
    """A row a revision; row 0 is made from the dates."""
    first = old if not old.riwayat else None
    rows = [
        (
            "0",
            NONE,
            printed_date(first.tanggal.efektif) if first else "",
            _NEW,
            ", ".join(map(on_one_line, first.unit)) if first else "",
            on_one_line(first.pengesahan.jabatan) if first else "",
        )
    ]
    revisions = list(dict.fromkeys(entry.revisi for entry in new.riwayat))
    for number in revisions:
        entries = [entry for entry in new.riwayat if entry.revisi == number]
        last = number == revisions[-1]
        rows.append(
            (
                number,
                printed_date(entries[-1].tanggal),
                printed_date(new.tanggal.efektif) if last else "",
                _parts(entries),
                ", ".join(map(on_one_line, new.unit)) if last else "",
                on_one_line(new.pengesahan.jabatan) if last else "",
            )
        )
    grid = tuple(Row(tuple(text_cell(text) for text in row)) for row in rows)
    return Grid(_HISTORY_COLUMNS, (head_row(*_HISTORY_HEADS),), grid, name="Riwayat revisi")


def _parts(entries: Sequence[Revisi]) -> str:
    """What a revision changed: the places, or the only change in words."""
    if len(entries) == 1:
        only = entries[0]
        return f"{only.bagian}: {only.menjadi}" if only.bagian else only.menjadi
    places = list(dict.fromkeys(entry.bagian for entry in entries if entry.bagian))
    more = f"; dan {len(places) - _MOST_PARTS} lagi" if len(places) > _MOST_PARTS else ""
    return "; ".join(places[:_MOST_PARTS]) + more
