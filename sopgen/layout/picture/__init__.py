"""The annotated picture of a service: one sheet that tells an applicant what to bring, to do and to wait for.

Prescribed (KemenPAN-RB slides, 63.4): that it is made. Customary: numbered tiles, pictograms, place, time, fee. All
else is our own design.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from sopgen.diagnostics import Diagnostic, Message
from sopgen.intake.fault import Path
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Kotak, Sop
from sopgen.layout.coverage import faults_in
from sopgen.layout.faults import fault, refuse
from sopgen.layout.finishing import plain_document, stamped, watermark_words
from sopgen.layout.picture.measures import HEIGHT, WIDTH
from sopgen.layout.picture.poster import draw_poster
from sopgen.layout.picture.scaling import scaled
from sopgen.layout.picture.sheet import BOLD, SANS
from sopgen.layout.setting import Setter
from sopgen.scene import Document
from sopgen.service.published import check_published
from sopgen.service.tiles import Tile, tiles_of
from sopgen.text.measure import DEFAULT, Measurer
from sopgen.waktu.service_time import service_time

Sheet = Literal["A4", "A3"]
_MOST: Final = 12  # tiles that a sheet holds at all
_SIZE: Final = 11.0


def lay_out_picture(
    sop: Sop, hours: WaktuKerja, sheet: Sheet = "A4", *, draft: bool = False, measurer: Measurer = DEFAULT
) -> Document:
    """The finished sheet. Raises Refusal for a SOP that is not published, or for words that find no room."""
    check_published(sop)
    setter = Setter(measurer)
    tiles = tiles_of(sop, hours)
    if all(tile.merged for tile in tiles):
        raise refuse(_no_tiles())
    if len(tiles) > _MOST:
        raise refuse(_too_many(len(tiles)))
    time = service_time(sop, hours)
    problems = faults_in(_texts(sop, tiles), "Arial", (SANS, BOLD), measurer)
    if problems:
        raise refuse(*problems)
    words = watermark_words(sop, draft=draft)
    stamp = stamped(words, BOLD, (WIDTH, HEIGHT), setter) if words else None
    page = draw_poster(sop, tiles, time, setter, stamp)
    factor = 1.0
    if sheet == "A3":
        factor = 2**0.5
        page = scaled(page, factor)
    document = plain_document(sop, (page,), _SIZE * factor, draft=draft or sop.status == "konsep")
    return document._replace(title=f"{document.title} (alur pelayanan)")


def _texts(sop: Sop, tiles: tuple[Tile, ...]) -> Iterator[tuple[Path, str, int | None]]:
    """What the sheet prints, with its place in the spec."""
    yield ("judul",), sop.judul, None
    yield ("instansi",), "\n".join(sop.instansi), None
    yield ("unit",), "\n".join(sop.unit), None
    yield ("nomor",), sop.nomor, None
    own = sop.pelayanan
    yield ("pelayanan", "jangka_waktu"), f"{own.jangka_waktu.lama} {own.jangka_waktu.sejak}", None
    for key in ("persyaratan", "biaya", "pengaduan", "tempat", "jam", "kanal"):
        said: Kotak | str = getattr(own, key)
        yield ("pelayanan", key), said if isinstance(said, str) else "\n".join((said.teks, *said.butir)), None
    first = sop.kegiatan[0].kelengkapan
    yield ("kegiatan", 0, "kelengkapan"), "\n".join((first.teks, *first.butir)), 1
    for tile in tiles:
        yield tile.place, f"{tile.title}\n{tile.text}\n{tile.note}", tile.steps[1]
        for back in tile.backs:
            yield tile.place, back.label, tile.steps[1]


def _no_tiles() -> Diagnostic:
    return fault(
        "GAMBAR-02",
        Message(
            "tidak ada langkah pemohon untuk gambar alur pelayanan",
            "no step of an applicant's is there for the annotated picture",
        ),
        Message(
            "beri pelaksananya `peran: pemohon`, atau tulis `publik` pada langkah yang perlu diketahui pemohon",
            "give the executor `peran: pemohon`, or write `publik` in the steps that applicants need to know",
        ),
        ("pelaksana",),
    )


def _too_many(count: int) -> Diagnostic:
    return fault(
        "GAMBAR-02",
        Message(
            f"gambar alur pelayanan memuat paling banyak {_MOST} kotak, perlu {count}",
            f"the annotated picture holds {_MOST} tiles at the most, {count} are needed",
        ),
        Message(
            "gabungkan langkah pemohon, atau hapus `publik` dari langkah yang tidak perlu diketahui pemohon",
            "join steps of the applicant's, or remove `publik` from steps that applicants need not know",
        ),
        ("kegiatan",),
    )
