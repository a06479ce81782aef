"""Equipment as texts name it: one thing under its several names, and what is a state of things and no thing."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from sopgen.rules.language.words import content_words, words

_ONE_THING: Final = (
    ("atk", r"atk|alat[- ]tulis(?: kantor)?|kertas|pulpen|bolpoin|pensil|spidol|map|amplop"),
    ("komputer", r"(?:perangkat )?(?:personal )?komputer|pc|laptop|notebook|computer"),
    ("pencetak", r"(?:mesin )?(?:printer|pencetak|cetak)"),
    ("pemindai", r"(?:mesin )?(?:scanner|pemindai|scan)"),
    ("penyalin", r"(?:mesin )?(?:foto ?kopi|fotocopy|penyalin|penggandaan?)"),
    ("kendaraan", r"kendaraan(?: dinas| operasional| bermotor)?|mobil|motor|sepeda motor|bus|perahu"),
    ("telepon", r"telepon|telpon|tlp|hp|handphone|ponsel|gawai|faksimile|faks?|fax"),
    ("jaringan", r"(?:jaringan|koneksi|akses)(?: internet)?|internet|wi-?fi|lan"),
    ("stempel", r"stempel|cap(?: dinas)?"),
    ("formulir", r"formulir|borang|blang?ko|form"),
    ("proyektor", r"proyektor|infokus|infocus|lcd"),
)
"""What bureaus put into Peralatan, each thing with the names it goes by; one that holds another comes with it."""

_TOOLS: Final = frozenset(
    "alat aplikasi atk blangko blanko borang brankas cap formulir kalkulator kamera kendaraan kertas komputer laptop "  # noqa: SIM905
    "mesin mobil motor pc pemindai pencetak perangkat peralatan printer proyektor scanner server stempel telepon "
    "timbangan toner jaringan internet kompresor generator genset inkubator ventilator detektor sensor monitor "
    # Vessels, furniture, gear and household appliances; what one wears for the work; keys to systems.
    "perahu drone tenda pompa selang tangga gerobak ember sapu tandu kasur kursi meja "
    "lemari rak loker oven kulkas freezer lampu senter kipas genset kompor microfon mikrofon megafon sirene helm rompi "
    "sarung masker kacamata jas sepatu apron apd token gunting obeng palu gergaji sekop cangkul meteran "
    "baterai kabel flashdisk hardisk harddisk gps peluit borgol stopwatch speaker".split()
)
"""First words of things that one keeps ready, not of documents that a procedure passes on."""

_DEVICE: Final = re.compile(
    r"pe(?:rekam|ngeras|motong|nghancur|ndingin|manas|ngukur|ngering|nyedot|nyemprot|madam|mutar|nimbang|nghitung|"
    r"nyaring|lubang|njepit|nggaris|nghapus|lindung|nutup|ngaman|ngangkat|layang|nyimpan|mbaca|motret)(?!\w*an\b)\w*"
)
"""What does something to sound, paper, heat, things: "perekam suara", not "pengukuran"."""

_INSTRUMENT: Final = re.compile(r"(?!para|dia|peri|kilo|senti)\w{3,}(?:skop|meter)|\w{5,}graf(?<!paragraf)")
"""By how their names end: stetoskop, tensimeter, tachograf."""
_STATE: Final = (
    r"\b(?:keadaan|kondisi|status|sudah|telah|siap|aktif|nonaktif|mati|hidup|menyala|stabil|tersedia|berfungsi|"
    r"terpasang|terhubung|tersambung|lancar|terkini)\b"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def is_equipment(item: str) -> bool:
    """Whether an item names a thing kept ready: "Formulir permintaan"; not a document, not "Perangkat menyala"."""
    first = (words(item) or ("",))[0]
    named = first in _TOOLS or _INSTRUMENT.fullmatch(first) is not None or _DEVICE.fullmatch(first) is not None
    return named and not is_state(item)


def is_state(item: str) -> bool:
    """Whether an item tells in which state things are."""
    return _compiled(_STATE).search(item.casefold()) is not None


@lru_cache(maxsize=8192)
def equipment_words(text: str) -> frozenset[str]:
    """The words that tell what things are meant, each thing under one name: "PC dan printer" → komputer, pencetak."""
    plain = " ".join(words(text))
    if _any_pattern().search(plain):
        for name, pattern in _patterns():
            plain = pattern.sub(name, plain)
    return content_words(plain)


@cache
def _any_pattern() -> re.Pattern[str]:
    """Most texts name no such thing: one look instead of one for each."""
    return re.compile(rf"\b(?:{'|'.join(names for _, names in _ONE_THING)})\b")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{names})\b")) for name, names in _ONE_THING)
