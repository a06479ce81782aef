"""What a service SOP does not say that its applicants need: for its picture, its public edition and its standard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sopgen.diagnostics import Message
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Sop
from sopgen.service.applicant import applicants
from sopgen.service.facts import fact, product, requirements
from sopgen.service.tiles import MOST_TILES, PROCESS, TEXT_MOST, TITLE_MOST, Tile, tiles_of


class Lack(NamedTuple):
    """`name` of what lacks, and the `key` to fill in."""

    name: Message
    key: str


def missing_components(sop: Sop) -> Iterator[Lack]:
    """Of the standard: those that it takes from the SOP (slide 66), and what is never assumed."""
    own = sop.pelayanan
    told = (
        (Message("dasar hukum", "legal basis"), "dasar_hukum", fact(sop.dasar_hukum)),
        (Message("persyaratan", "requirements"), "pelayanan.persyaratan", requirements(sop)),
        (Message("jangka waktu", "time"), "pelayanan.jangka_waktu", own.jangka_waktu.lama),
        (Message("biaya/tarif", "fee"), "pelayanan.biaya", fact(own.biaya)),
        (Message("produk", "product"), "pelayanan.produk", product(sop)),
        (Message("pengaduan", "complaints"), "pelayanan.pengaduan", fact(own.pengaduan)),
        (Message("kompetensi pelaksana", "competence"), "kualifikasi_pelaksana", fact(sop.kualifikasi_pelaksana)),
        (Message("jumlah pelaksana", "number of executors"), "pelayanan.jumlah_pelaksana", own.jumlah_pelaksana),
    )
    return (Lack(name, key) for name, key, there in told if not there)


def missing_of_picture(sop: Sop) -> Iterator[Lack]:
    """Of the annotated picture, besides the components."""
    if not applicants(sop):
        yield Lack(Message("pelaksana berperan pemohon", "an executor who applies"), "peran: pemohon")
    if not sop.pelayanan.tempat:
        yield Lack(Message("tempat pelayanan", "place"), "pelayanan.tempat")


class Wording(NamedTuple):
    """Tiles whose words are not for applicants yet, how many tiles are too many, and how many words meet no tile."""

    without: tuple[Tile, ...]
    long_titles: tuple[Tile, ...]
    long_texts: tuple[Tile, ...]
    too_many: int
    unused: int


def wording_of_tiles(sop: Sop, hours: WaktuKerja) -> Wording:
    every = tiles_of(sop, hours)
    tiles = [tile for tile in every if not tile.merged]
    plain = [tile for tile in tiles if tile.in_plain_words]
    said = [tile for tile in every if tile.place == PROCESS]
    given = fact(sop.pelayanan.proses)
    return Wording(
        tuple(tile for tile in tiles if not tile.in_plain_words),
        tuple(tile for tile in plain if len(tile.title) > TITLE_MOST),
        tuple(tile for tile in (*plain, *said) if len(tile.text) > TEXT_MOST),
        max(0, len(tiles) - MOST_TILES),
        max(0, (len(given.lines) if given.listed else bool(given)) - len(said)),
    )
