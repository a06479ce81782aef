"""The texts of *waktu*: "15-30 menit", "1 (satu) hari kerja", "1 x 24 jam", "30 menit/berkas", "sesuai kebutuhan".

Everything is counted in minutes of working time; `WaktuKerja` says how long a day, a week and a month are. "2 x 24 jam"
goes round the clock: twice 24 hours hold two days' working time, as "2 hari" does.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from sopgen.intake.loaded import WaktuKerja
from sopgen.waktu.number_words import number_of


class Kind(StrEnum):
    """What a text of waktu turned out to be."""

    EMPTY = "kosong"
    SURE = "pasti"
    UNSURE = "tidak pasti"  # "sesuai kebutuhan", "triwulanan", "-": understood, but it says no time
    UNREAD = "tidak terbaca"


class Waktu(NamedTuple):
    """`shortest` and `longest` in minutes (equal but for a range); `per` names what one time is for ("berkas").

    `vague` quotes what keeps a range or a unit from being clear; `odd_unit` a unit outside the accepted ones.
    """

    kind: Kind
    shortest: float = 0.0
    longest: float = 0.0
    per: str = ""
    vague: str = ""
    odd_unit: str = ""


_MINUTES: Final = {"detik": 1 / 60, "menit": 1.0, "mnt": 1.0, "jam": 60.0}
_MONTHS: Final = {
    "bulan": 1,
    "bln": 1,
    "triwulan": 3,
    "kuartal": 3,
    "caturwulan": 4,
    "semester": 6,
    "tahun": 12,
    "thn": 12,
}
_ODD: Final = ("detik", "triwulan", "kuartal", "caturwulan", "semester")
_UNSURE: Final = (
    r"[-–—]+|n/?a|(?:di)?sesuai(?:kan)?\b.*|menyesuaikan\b.*|tergantung\b.*|bergantung\b.*|(?:ber|men)?jadwal\w*|"
    r"(?:setiap|tiap|per) (?:saat|hari|minggu|bulan|triwulan|semester|tahun)(?: sekali)?|sewaktu-waktu|setiap waktu|"
    r"sepanjang \w+|selama \w+|(?:harian|mingguan|bulanan|triwulanan|semesteran|tahunan)|berkala|rutin|periodik|"
    r"insident[ai]l|kondisional|situasional|tentatif|fleksibel|relatif|(?:se)?segera(?: mungkin)?|secepatnya|"
    r"(?:satu |1 )?(?:triwulan|kuartal|caturwulan|semester)|"
    r"terus[- ]menerus|kontinu|belum ditentukan|tidak (?:di)?tentu(?:kan)?|tidak terbatas"
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compiled at first use: most runs need few of them."""
    return re.compile(_PATTERNS[name])


_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?[½¼¾]?|[½¼¾])"
_LONGEST: Final = 60 * 24 * 366 * 100
"""Minutes of a hundred years: a longer time is a slip."""
_ROUND: Final = 24
"""Hours of a day round the clock."""
_MINUTE_SIGNS: Final = "'’′"
_SHORT_UNITS: Final = {"hr": "hari", "mgg": "minggu", "mg": "minggu", "min": "menit", "j": "jam"}
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_UNIT = (
    r"(?:menit|mnt|jam|hari|minggu|pekan|bulan|bln|tahun|thn|detik|triwulan|kuartal|caturwulan|semester)"
    r"(?: kerja| kalender| efektif)?\b"
)
LENGTH: Final = rf"{_NUMBER}(?:\s*\([a-z ]+\))?\s*(?:[x×]\s*\d+(?:\s*\([a-z ]+\))?\s*)?{_UNIT}"
"""A length of time within a longer text."""

_PATTERNS: Final = {
    "thousands": r"^\d{1,3}(?:\.\d{3})+$",
    "half": rf"(?<!\d)(?P<over>1/2|1/4|3/4)(?=\s*{_UNIT})",
    "worded": r"(?<![\d.,])(?P<number>\d{1,3})\s*\(\s*(?P<words>[a-z ]+?)\s*\)",
    "words": r"(?<=[\d½¼¾])\s*\(\s*[a-z ]+\s*\)",
    "clock": r"\d\.(?!25|50|75)[0-5]\d\s*jam\b",  # hours and minutes, or a decimal
    "mixed": r"(?<=\d) (?=[½¼¾])",
    "per_time": rf"^{_NUMBER}\s*{_UNIT}",
    "sign": r"(\d)\s*(['’′\"”″])(?=$|[\s/)-])",
    "short": r"(?<=\d )(?:hr|mgg|mg|min|j)\b\.?|(?<=\d)(?:hr|mgg|mg|min|j)\b\.?",
    "until": r"\bs ?/ ?d\b\.?",
    "per": r"\s*\(?(?:untuk )?(?:/|\bper\b|\b(?:se)?tiap\b|@)\s*(?P<per>[^)]*)\)?$",
    "remark": r"\s*\([^()]*\)$|\s+(?:sejak|setelah|sesudah|terhitung|untuk)\b.*$",
    "most": r"^(?:ma(?:ks|x)(?:imal|imum)?\b\.?|paling (?:lama|lambat|banyak)|selambat-lambatnya|selama-lamanya|"
    r"≤|<=)\s*",
    "vague": r"^(?P<vague>±|\+/-|\+-|kurang lebih|sekitar|kira-kira|lebih kurang|minimal|minimum|min\b\.?|"
    r"paling (?:cepat|sedikit)|lebih dari|kurang dari|>=?|≥|<|~)\s*",
    "vague_end": r"\s*(?P<vague>atau lebih|lebih|ke atas|dst\.?|dan seterusnya)$",
    "range": rf"^(?P<low>{_NUMBER})\s*(?P<unit>{_UNIT})?\s*(?P<sign>-|s\.?d\.?|sampai(?: dengan)?|hingga|atau|/)\s*"
    rf"(?P<high>{_NUMBER}\s*{_UNIT}.*)$",
    "times": rf"^(?P<times>{_NUMBER})\s*[x×*]\s*(?P<rest>{_NUMBER}\s*{_UNIT})$",
    "round_the_clock": r"^24\s*jam$",
    "part": rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})(?:\s*(?:,|dan|\+)?\s*)",
    "unsure": rf"^(?:{_UNSURE})$",
}


@lru_cache(maxsize=8192)
def read_waktu(text: str, hours: WaktuKerja = WaktuKerja()) -> Waktu:  # noqa: B008 - an immutable value
    """What a text of waktu says."""
    plain = " ".join(re.sub("[‐‑‒–—−]", "-", text.casefold()).split()).rstrip(".;, ")
    if not plain and not text.strip():
        return Waktu(Kind.EMPTY)
    if _pattern("unsure").match(plain):
        return Waktu(Kind.UNSURE)
    plain = _spelled_out(plain)
    if _pattern("clock").search(plain) or _contradicts_itself(plain):
        return Waktu(Kind.UNREAD)
    plain = _pattern("half").sub(lambda found: {"1/2": "½", "1/4": "¼", "3/4": "¾"}[found["over"]], plain)
    plain = _pattern("mixed").sub("", plain.replace("setengah ", "½ "))
    plain, per, vague = _taken_apart(plain)
    if _pattern("per_time").match(per):
        return Waktu(Kind.UNREAD)  # "10 menit / 1 jam": either, or ten minutes in each hour
    read = _measured(plain, hours)
    if read.kind is Kind.SURE and not 0 < read.longest <= _LONGEST:
        return Waktu(Kind.UNREAD)
    return read._replace(per=per, vague=vague or read.vague) if read.kind is Kind.SURE else read


def _contradicts_itself(plain: str) -> bool:
    """Whether a number and the words behind it differ: "2 (tiga) hari"."""
    pairs = _pattern("worded").finditer(plain)
    return any(number_of(pair["words"]) not in {None, int(pair["number"])} for pair in pairs)


def _spelled_out(plain: str) -> str:
    """Signs and short names of units in full: "15'", "2 hr"."""
    plain = _pattern("sign").sub(lambda found: f"{found[1]} {'menit' if found[2] in _MINUTE_SIGNS else 'detik'}", plain)
    return _pattern("short").sub(lambda found: _SHORT_UNITS[found[0].rstrip(".")], plain)


def _taken_apart(plain: str) -> tuple[str, str, str]:
    """The bare time, what one time is for, and what makes it vague."""
    per = vague = ""
    if found := _pattern("vague").match(plain):  # before "+/-" is taken for "per"
        vague, plain = found["vague"], plain[found.end() :]
    plain = _pattern("until").sub("-", _pattern("words").sub("", plain))
    each = _pattern("per").search(plain)
    # "15/30 menit" is a range, "15 menit/berkas" a time for each; a "/" at the end leaves open for each what.
    if each and (each["per"] == "" or not each["per"][0].isdigit() or re.match(r"1 [a-z]", each["per"])):
        timed = _pattern("per_time").match(each["per"])
        plain, per = plain[: each.start()], each["per"] if timed else each["per"].removeprefix("1 ")
        vague = vague if per else "/"
    plain = _pattern("remark").sub("", plain)
    plain = _pattern("most").sub("", plain)
    for name in ("vague", "vague_end"):
        if found := _pattern(name).search(plain):
            vague = vague or found["vague"]
            plain = plain[: found.start()] + plain[found.end() :]
    return plain.strip(), per, vague


def _measured(plain: str, hours: WaktuKerja) -> Waktu:
    """A range, a multiple, or a sum of numbers with units."""
    if found := _pattern("range").match(plain):
        high = _sum(found["high"], hours)
        unit = found["unit"] or (first.group("unit") if (first := _pattern("part").match(found["high"])) else "")
        if high is None or (found["sign"] == "/" and unit not in found["high"]):
            return Waktu(Kind.UNREAD)  # "5 menit / 2 hari", as "10 menit / 1 jam"
        low = _number(found["low"]) * _minutes(unit, hours)
        vague = plain if low >= high.longest or found["sign"] in {"/", "atau"} else ""
        ends = sorted((low, high.longest))
        return high._replace(shortest=ends[0], longest=ends[1], vague=vague)
    if found := _pattern("times").match(plain):
        once = _sum(_pattern("round_the_clock").sub("1 hari", found["rest"]), hours)
        times = _number(found["times"])
        return (
            once._replace(shortest=times * once.shortest, longest=times * once.longest) if once else Waktu(Kind.UNREAD)
        )
    return _sum(plain, hours) or Waktu(Kind.UNREAD)


def _sum(plain: str, hours: WaktuKerja) -> Waktu | None:
    """A sum such as "1 jam 30 menit" in minutes; None if there is anything else in it."""
    total, place, odd = 0.0, 0, ""
    while place < len(plain):
        part = _pattern("part").match(plain, place)
        if part is None:
            return None
        number, unit = _number(part["number"]), part["unit"]
        if unit == "jam" and number and number % _ROUND == 0:
            number, unit = number / _ROUND, "hari"  # "24 jam" is a day, as "1 x 24 jam" is
        total += number * _minutes(unit, hours)
        odd = odd or (part["unit"] if part["unit"] in _ODD else "")
        place = part.end()
    return Waktu(Kind.SURE, total, total, odd_unit=odd) if plain else None


def _number(text: str) -> float:
    whole, fraction = text.rstrip("½¼¾"), _FRACTIONS.get(text[-1], 0.0)
    if _pattern("thousands").match(whole):
        whole = whole.replace(".", "")
    return float(whole.replace(",", ".") or 0) + fraction


def _minutes(unit: str, hours: WaktuKerja) -> float:
    unit = unit.removesuffix(" kerja").removesuffix(" efektif")
    if unit in _MINUTES:
        return _MINUTES[unit]
    day = hours.jam_per_hari * _MINUTES["jam"]
    if unit == "hari kalender":
        return day * hours.hari_per_minggu / 7
    unit = unit.removesuffix(" kalender")
    if unit in _MONTHS:
        return day * hours.hari_per_bulan * _MONTHS[unit]
    return day * hours.hari_per_minggu if unit in {"minggu", "pekan"} else day
