"""Kompilasi: what a bureau says of the volume its SOPs are bound into, the annex of a Keputusan. Plain values."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from sopgen.intake.sop import Isi, Pengesahan


class Keputusan(NamedTuple):
    """The act that puts the SOPs into force. Texts may hold placeholders such as `{instansi}`."""

    jenis: Literal["keputusan", "peraturan"] = "keputusan"
    pejabat: str = ""
    nomor: str = ""
    tentang: str = ""
    menimbang: tuple[str, ...] = ()
    mengingat: tuple[str, ...] = ()
    memperhatikan: tuple[str, ...] = ()
    diktum: tuple[str, ...] = ()
    tempat: str = ""
    tanggal: date | None = None
    pengesahan: Pengesahan = Pengesahan()


class Kompilasi(NamedTuple):
    """`judul`, `ruang_lingkup` and `ringkasan` have texts of their own where these are empty."""

    judul: str = ""
    tahun: str = ""
    alamat: tuple[str, ...] = ()
    keputusan: Keputusan = Keputusan()
    ruang_lingkup: Isi = Isi()
    ringkasan: Isi = Isi()
    definisi: tuple[str, ...] = ()
