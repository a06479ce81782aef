"""What the words of the annotated picture lack, and what it has no room for, as findings (PUB-02)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message, some
from sopgen.intake.form.words import (
    BOX_TITLES,
    BOXES,
    LANES,
    PUBLIC,
    PUBLIC_COLUMNS,
    SERVICE,
    SERVICE_FIELDS,
)
from sopgen.intake.sop import Sop
from sopgen.rules.finding import Finding
from sopgen.service.facts import MOST_ON_PICTURE, fact, requirements
from sopgen.service.lacks import Lack, Wording
from sopgen.service.tiles import MOST_TILES, PROCESS, TEXT_MOST, TITLE_MOST, Tile

_TITLE, _TEXT = (PUBLIC_COLUMNS[key][0] for key in ("judul", "teks"))
_WRITE: Final = {
    False: Message(
        "Tulis `publik: {judul: …, teks: …}` pada langkah itu.", "Write `publik: {judul: …, teks: …}` there."
    ),
    True: Message(
        f"Isi lembar {PUBLIC}: pilih kegiatannya, lalu tulis {_TITLE} dan {_TEXT}.",
        f"Fill in the sheet {PUBLIC}: choose the step, then write {_TITLE} and {_TEXT}.",
    ),
}
"""By whether the spec is a form."""
_TAKE_AWAY: Final = {
    False: Message(
        "Hapus `publik` dari langkah yang tidak perlu diketahui pemohon.",
        "Remove `publik` from steps that applicants need not know.",
    ),
    True: Message(
        f"Hapus dari lembar {PUBLIC} langkah yang tidak perlu diketahui pemohon.",
        f"Remove from the sheet {PUBLIC} the steps that applicants need not know.",
    ),
}


def to_fill_in(missing: Sequence[Lack], *, is_form: bool) -> Message:
    """By their keys, or by the entries of the form's sheets."""
    if is_form:
        names = ", ".join(_on_sheet(lack.key) for lack in missing)
        return Message(f"Isi {names}.", f"Fill in {names}.")
    keys = ", ".join(f"`{lack.key}`" for lack in missing)
    return Message(f"Isi {keys}.", f"Fill in {keys}.")


def _on_sheet(key: str) -> str:
    path = tuple(key.split("."))
    if key in BOX_TITLES:
        return f"{BOX_TITLES[key][0]} (lembar {BOXES})"
    title = next((field.title for field in SERVICE_FIELDS if field.path[: len(path)] == path), "")
    return f"{title} (lembar {SERVICE})" if title else f"Peran: pemohon (lembar {LANES})"


def unspoken(wording: Wording, *, is_form: bool = False) -> Iterator[Finding]:
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
            _WRITE[is_form],
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
            _TAKE_AWAY[is_form],
        )
    if wording.unused:
        yield Finding(
            PROCESS,
            Message(
                f"`proses` berisi {wording.unused} bunyi tanpa kotak “Diproses petugas” baginya.",
                f"`proses` has {some(wording.unused, 'text')} and no tile “Diproses petugas” for them.",
            ),
            Message("Hapus yang berlebih.", "Remove what is too much."),
        )


def _steps(tiles: Sequence[Tile]) -> str:
    return ", ".join(str(tile.steps[1]) for tile in tiles)


def only_counted(sop: Sop) -> Iterator[Finding]:
    """Requirements and fees of which the picture only says how many there are."""
    told = (
        (requirements(sop), Message("persyaratan", "requirements")),
        (fact(sop.pelayanan.biaya, "pelayanan", "biaya"), Message("biaya/tarif", "fees")),
    )
    for found, name in told:
        if found.untold:
            most, count = MOST_ON_PICTURE, len(found.lines)
            yield Finding(
                found.place,
                Message(
                    f"Gambar alur mencetak {most} dari {count} {name.id}; selebihnya disebut banyaknya saja.",
                    f"The picture prints {most} of {count} {name.en} and only counts the others.",
                ),
                Message(
                    f"Gabungkan menjadi {most}, atau pasang selebaran standar pelayanan di samping gambar.",
                    f"Join them into {most}, or put the leaflet of the service standard beside the picture.",
                ),
            )
