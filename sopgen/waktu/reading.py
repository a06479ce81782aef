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
    r"(?:setiap|tiap) \D+|(?:setiap|tiap|per) (?:\d+ )?(?:saat|hari|minggu|bulan|triwulan|semester|tahun)(?: sekali)?|"
    r"\d+ ?(?:x|kali) (?:se|dalam (?:se)?|per |/ ?)(?:hari|minggu|bulan|tahun)|sewaktu-waktu|"
    r"sepanjang \w+|selama [^\d½].*|(?:harian|mingguan|bulanan|triwulanan|semesteran|tahunan)|berkala|rutin|periodik|"
    r"(?:sampai|hingga|s\.?d\.?|sampai dengan)(?: \D+)? (?:selesai|tuntas|habis)|"
    r"insident[ai]l|kondisional|situasional|tentatif|fleksibel|relatif|bervariasi|(?:se)?segera(?: mungkin)?|"
    r"secepatnya|seketika|ad[- ]hoc|"
    r"(?:satu |1 )?(?:triwulan|kuartal|caturwulan|semester)|"
    r"terus[- ]menerus|kontinu|belum ditentukan|tidak (?:di)?tentu(?:kan)?|tidak terbatas"
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compiled at first use: most runs need few of them."""
    return re.compile(_PATTERNS[name])


_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?[½¼¾⅓⅔]?|[½¼¾⅓⅔])"
_LIKE: Final = 1.5
"""Times as long, at the most, is what another unit makes of one length: a week of five days or of seven."""
_LONGEST: Final = 60 * 24 * 366 * 100
"""Minutes of a hundred years: a longer time is a slip."""
_ROUND: Final = 24
"""Hours of a day round the clock."""
_MINUTE_SIGNS: Final = "'’′"
_SHORT_UNITS: Final = {"hr": "hari", "hk": "hari kerja", "mgg": "minggu", "mg": "minggu", "min": "menit", "j": "jam"}
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_OVER: Final = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
UNIT = (
    r"(?:menit|mnt|jam|hari|minggu|pekan|bulan|bln|tahun|thn|detik|triwulan|kuartal|caturwulan|semester)"
    r"(?: kerja| kalender| efektif)?\b"
)
LENGTH: Final = rf"{_NUMBER}(?:\s*\([a-z ]+\))?\s*(?:[x×]\s*\d+(?:\s*\([a-z ]+\))?\s*)?{UNIT}"
"""A length of time within a longer text."""

_PATTERNS: Final = {
    "thousands": r"^\d{1,3}(?:\.\d{3})+$",
    "half": rf"(?<!\d)(?P<over>1/2|1/4|3/4)(?=\s*{UNIT})",
    "worded": r"(?<![\d.,])(?P<number>\d{1,3})\s*\(\s*(?P<words>[a-z ]+?)\s*\)",
    "words": r"(?<=[\d½¼¾⅓⅔])\s*\(\s*[a-z ]+\s*\)",
    "clock": r"\d\.(?!25|50|75)[0-5]\d\s*jam\b",  # hours and minutes, or a decimal
    "mixed": r"(?<=\d) (?=[½¼¾⅓⅔])",
    "per_time": rf"^{_NUMBER}\s*{UNIT}",
    "sign": r"(\d)\s*(['’′\"”″])(?=$|[\s/)-])",
    "short": r"(?<=\d )(?:hr|hk|mgg|mg|min|j)\b\.?|(?<=\d)(?:hr|hk|mgg|mg|min|j)\b\.?",
    "footnote": r"\s*\*+\)?$",
    "days": r"\s*\((kerja|kalender|efektif)\)",
    "told_again": rf"\((?:atau |= ?)?(?P<length>{_NUMBER}\s*{UNIT})\)$",
    "between": rf"^(?:antara|min(?:imal|imum)?\b\.?) (?P<low>{_NUMBER}(?:\s*{UNIT})?)"
    rf"(?:,? ma(?:ks|x)(?:imal|imum)?\b\.?| dan| s\.?d\.?| sampai(?: dengan)?| hingga|\s*-)\s*"
    rf"(?P<high>{_NUMBER}\s*{UNIT})$",
    "until": r"\bs ?/ ?d\b\.?",
    "per": r"\s*\(?(?:untuk )?(?:/|\bper\b|\b(?:se)?tiap\b|@)\s*(?P<per>[^)]*)\)?$",
    "remark": r"\s*\([^()]*\)$|\s+(?:sejak|setelah|sesudah|terhitung|untuk)\b.*$",
    "most": r"^(?:ma(?:ks|x)(?:imal|imum)?\b\.?|paling (?:lama|lambat|banyak)|(?:se)?lambat(?:-lambat)?nya|"
    r"selama-lamanya|tidak (?:boleh )?(?:lebih dari|melebihi)|dalam(?: waktu)?|selama|≤|<=)\s*",
    "vague": r"^(?P<vague>±|\+/-|-/\+|\+-|∓|kurang[- ]lebih|sekitar|kira-kira|lebih kurang|hampir|minimal|minimum|"
    r"min\b\.?|paling (?:cepat|sedikit)|se(?:kurang(?:-kurang)?|dikit(?:-dikit)?|tidak(?:-tidak)?)nya|"
    r"lebih dari|kurang dari|>=?|≥|<(?!=)|~)\s*",
    "vague_end": r"\s*(?P<vague>atau lebih|lebih|ke atas|dst\.?|dan seterusnya)$",
    "range": rf"^(?P<low>{_NUMBER})\s*(?P<unit>{UNIT})?\s*(?P<sign>-|s\.?d\.?|sampai(?: dengan)?|hingga|atau|/)\s*"
    rf"(?P<high>{_NUMBER}\s*{UNIT}.*)$",
    "times": rf"^(?P<times>{_NUMBER})\s*[x×*]\s*(?P<rest>{_NUMBER}\s*{UNIT})$",
    "round_the_clock": r"^24\s*jam$",
    "part": rf"(?P<number>{_NUMBER})\s*(?P<unit>{UNIT})\s*(?P<join>,|dan|\+|)\s*",
    "unsure": rf"^(?:{_UNSURE})$",
}


@lru_cache(maxsize=8192)
def read_waktu(text: str, hours: WaktuKerja = WaktuKerja()) -> Waktu:  # noqa: B008 - an immutable value
    """What a text of waktu says."""
    plain = " ".join(re.sub("[‐‑‒–—−]", "-", text.casefold().replace("⁄", "/")).split()).rstrip(".;, ")
    if not plain and not text.strip():
        return Waktu(Kind.EMPTY)
    if _pattern("unsure").match(plain):
        return Waktu(Kind.UNSURE)
    plain = _spelled_out(plain)
    if _pattern("clock").search(plain) or _contradicts_itself(plain):
        return Waktu(Kind.UNREAD)
    told_again = _pattern("told_again").search(plain)
    plain = _pattern("half").sub(lambda found: _OVER[found["over"]], plain)
    plain = _pattern("mixed").sub("", plain.replace("setengah ", "½ "))
    plain, per, vague = _taken_apart(plain)
    read = _measured(plain, hours)
    if read.kind is not Kind.SURE:
        return read
    # "10 menit / 1 jam": either, or ten minutes in each hour; "30 menit (2 jam)": either.
    unclear = _pattern("per_time").match(per) or (told_again and _differ(read, read_waktu(told_again["length"], hours)))
    if unclear or not 0 < read.longest <= _LONGEST:
        return Waktu(Kind.UNREAD)
    return read._replace(per=per, vague=vague or read.vague)


def _contradicts_itself(plain: str) -> bool:
    """Whether a number and the words behind it differ: "2 (tiga) hari"."""
    pairs = _pattern("worded").finditer(plain)
    return any(number_of(pair["words"]) not in {None, int(pair["number"])} for pair in pairs)


def _differ(one: Waktu, other: Waktu) -> bool:
    """Whether two lengths said of one time are not the same: "30 menit (2 jam)"; a week may have five days or seven."""
    if one.kind is not Kind.SURE or other.kind is not Kind.SURE:
        return False
    return not 1 / _LIKE <= one.longest / other.longest <= _LIKE


def _spelled_out(plain: str) -> str:
    """Signs and short names of units in full, marks of footnotes off: "15'", "2 hr", "1 jam*)"."""
    plain = _pattern("days").sub(r" \1", _pattern("footnote").sub("", plain))
    plain = _pattern("sign").sub(lambda found: f"{found[1]} {'menit' if found[2] in _MINUTE_SIGNS else 'detik'}", plain)
    return _pattern("short").sub(lambda found: _SHORT_UNITS[found[0].rstrip(".")], plain)


def _taken_apart(plain: str) -> tuple[str, str, str]:
    """The bare time, what one time is for, and what makes it vague."""
    per = vague = ""
    plain = _pattern("between").sub(r"\g<low>-\g<high>", plain)
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
        if unit == "jam" and _is_round_the_clock(found["high"]):
            low = _number(found["low"]) / _ROUND * _minutes("hari", hours)
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


def _is_round_the_clock(plain: str) -> bool:
    part = _pattern("part").match(plain)
    return part is not None and part["unit"] == "jam" and _number(part["number"]) % _ROUND == 0


def _sum(plain: str, hours: WaktuKerja) -> Waktu | None:
    """A sum such as "1 jam 30 menit" in minutes; None if there is anything else in it."""
    total, place, odd, vague = 0.0, 0, "", ""
    joined, above = "+", float("inf")
    while place < len(plain):
        part = _pattern("part").match(plain, place)
        if part is None:
            return None
        once = _minutes(part["unit"], hours)
        if joined not in {"+", "dan"} and once >= above:
            return None  # "1 jam 30 menit" is a sum, "5 menit, 10 menit" is either
        if once < above <= _number(part["number"]) * once:
            vague = plain  # "1 jam 60 menit"
        joined, above = part["join"], once
        number, unit = _number(part["number"]), part["unit"]
        if unit == "jam" and number and number % _ROUND == 0:
            number, unit = number / _ROUND, "hari"  # "24 jam" is a day, as "1 x 24 jam" is
        total += number * _minutes(unit, hours)
        odd = odd or (part["unit"] if part["unit"] in _ODD else "")
        place = part.end()
    return Waktu(Kind.SURE, total, total, vague=vague, odd_unit=odd) if plain else None


def _number(text: str) -> float:
    whole, fraction = text.rstrip("".join(_FRACTIONS)), _FRACTIONS.get(text[-1], 0.0)
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
