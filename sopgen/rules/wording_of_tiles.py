"""What the words of the annotated picture's tiles lack, as findings (PUB-02)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding
from sopgen.service.lacks import Wording
from sopgen.service.tiles import MOST_TILES, PROCESS, TEXT_MOST, TITLE_MOST, Tile


def unspoken(wording: Wording) -> Iterator[Finding]:
    """One finding a kind, at the first step concerned."""
    shorter = Message("Persingkat.", "Shorten it.")
    if wording.without:
        steps = _steps(wording.without)
        yield Finding(
            wording.without[0].place,
            Message(
                f"Langkah {steps} ditemui pemohon tanpa kata-kata baginya; gambar alur memakai uraiannya.",
                f"Applicants meet step {steps} without words for them; the picture prints the step's own.",
            ),
            Message(
                "Tulis `publik: {judul: …, teks: …}` pada langkah itu.", "Write `publik: {judul: …, teks: …}` there."
            ),
        )
    if wording.long_titles:
        tile = wording.long_titles[0]
        yield Finding(
            tile.place,
            Message(
                f"Judul kotak lebih dari {TITLE_MOST} huruf: langkah {_steps(wording.long_titles)}.",
                f"A tile's title has more than {TITLE_MOST} signs: step {_steps(wording.long_titles)}.",
            ),
            shorter,
            at=tile.title,
        )
    if wording.long_texts:
        tile = wording.long_texts[0]
        yield Finding(
            tile.place,
            Message(
                f"Teks kotak lebih dari {TEXT_MOST} huruf: langkah {_steps(wording.long_texts)}.",
                f"A tile's text has more than {TEXT_MOST} signs: step {_steps(wording.long_texts)}.",
            ),
            shorter,
            at=tile.text,
        )
    if wording.too_many:
        count = MOST_TILES + wording.too_many
        yield Finding(
            ("kegiatan",),
            Message(
                f"Gambar alur menjadi {count} kotak; lebih dari {MOST_TILES} sukar diikuti.",
                f"The picture has {count} tiles; more than {MOST_TILES} are hard to follow.",
            ),
            Message(
                "Hapus `publik` dari langkah yang tidak perlu diketahui pemohon.",
                "Remove `publik` from steps that applicants need not know.",
            ),
        )
    if wording.unused:
        yield Finding(
            PROCESS,
            Message(
                f"`proses` berisi {wording.unused} bunyi tanpa kotak “Diproses petugas” baginya.",
                f"`proses` has {wording.unused} texts and no tile “Diproses petugas” for them.",
            ),
            Message("Hapus yang berlebih.", "Remove what is too much."),
        )


def _steps(tiles: Sequence[Tile]) -> str:
    return ", ".join(str(tile.steps[1]) for tile in tiles)
