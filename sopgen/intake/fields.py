"""The types of single values: each reads the text that stands in the file, and says what is wrong with it.

A faulty value raises PydanticCustomError whose type is a key of `binding.WORDS`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from sopgen.intake.patterns import PatternFault, bounded_pattern
from sopgen.intake.text import clean, refused_character

T = TypeVar("T")

MONTHS: Final = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
FIRST_YEAR: Final = 1901
LAST_YEAR: Final = 2199
"""No SOP is older or lasts longer. A spreadsheet counts days wrongly before March 1900, and none can before 1900."""

_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEARS: Final = r"(190[1-9]|19[1-9]\d|2[01]\d\d)"
_OTHER_DATE: Final = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)[-/. ]+(\d{4})", re.ASCII)
_LOOSE_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?", re.ASCII)
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)
_PLACEHOLDER: Final = re.compile(r"\{[^{}\n]*\}")
PLACEHOLDERS: Final = ("{judul}", "{instansi}", "{unit}", "{pejabat}", "{tahun}", "{jumlah}")
_BOOLEANS: Final = {"true": True, "ya": True, "false": False, "tidak": False}

# A file's text may look like a number or a boolean to an editor: 010, 1.10, no.
TEXT_SCHEMA: Final[dict[str, Any]] = {"type": ["string", "number", "boolean", "null"]}
NAME_SCHEMA: Final[dict[str, Any]] = {"type": ["string", "number"]}


def fault(kind: str, value: object = "", **context: Any) -> PydanticCustomError:
    return PydanticCustomError("sopgen", "{kind}", {"kind": kind, "value": value, **context})


def read_text(value: object) -> str:
    raw = read_raw(value)
    character = refused_character(raw)
    if character is not None:
        raise fault("character", character)
    return clean(raw)


def read_raw(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise fault("not_text", "list" if isinstance(value, list) else "map")
    return value


def read_required_text(value: object) -> str:
    text = read_text(value)
    if not text:
        raise fault("empty")
    return text


def read_boolean(value: object) -> bool | None:
    text = read_text(value)
    if not text:
        return None
    if text.lower() not in _BOOLEANS:
        raise fault("choice", text, choices=("true", "false"))
    return _BOOLEANS[text.lower()]


def read_date(value: object) -> date | None:
    text = read_text(value)
    if not text:
        return None
    found = _ISO.fullmatch(text)
    if found is None:
        raise fault("date_form", text, suggestion=suggested_date(text))
    day = _date(*found.groups())
    if day is None:
        raise fault("no_such_date", text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise fault("year", text, year=day.year)
    return day


def read_date_or_dash(value: object) -> date | Literal["-"] | None:
    return "-" if value == "-" else read_date(value)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def suggested_date(text: str) -> str:
    """The ISO form of a date written another way, if it can be told."""
    found = _LOOSE_ISO.fullmatch(text)
    if found is not None:
        day = _date(*found.groups())
        return day.isoformat() if day else ""
    found = _OTHER_DATE.fullmatch(text.lower())
    if found is None:
        return ""
    number, month, year = found.groups()
    if not month.isdigit():
        matching = [index for index, called in enumerate(MONTHS, start=1) if called.startswith(month[:3])]
        month = str(matching[0]) if matching else "0"
    day = _date(year, month, number)
    return day.isoformat() if day else ""


def read_number(value: object) -> float | None:
    """A number; a decimal comma is fine."""
    text = read_text(value)
    if text and not _NUMBER.fullmatch(text):
        raise fault("not_number", text)
    return float(text.replace(",", ".")) if text else None


def read_colour(value: object) -> str | None:
    text = read_text(value)
    if text and not _COLOUR.fullmatch(text):
        raise fault("colour", text)
    return text or None


def read_pattern(value: object) -> str:
    raw = read_raw(value)
    try:
        bounded_pattern(raw)
    except PatternFault as error:
        raise fault("pattern", raw, reason=error.reason) from None
    return raw


def read_template(value: object) -> str:
    """A text whose words in braces are filled in when the volume is bound."""
    text = read_text(value)
    for placeholder in _PLACEHOLDER.findall(text):
        if placeholder not in PLACEHOLDERS:
            raise fault("choice", placeholder, choices=PLACEHOLDERS)
    return text


def read_id(value: object) -> str | None:
    return read_text(value) or None


def read_label(value: object) -> str | None:
    """None keeps the printed default; a quoted empty text prints nothing."""
    return None if value is None else read_text(value)


TeksIsian = Annotated[str, BeforeValidator(read_template), WithJsonSchema(TEXT_SCHEMA)]
Teks = Annotated[str, BeforeValidator(read_text), WithJsonSchema(TEXT_SCHEMA)]
Jalur = Annotated[str, BeforeValidator(read_raw), WithJsonSchema({"type": ["string", "null"]})]
Wajib = Annotated[str, BeforeValidator(read_required_text), WithJsonSchema({**NAME_SCHEMA, "minLength": 1})]
Nama = Annotated[str | None, BeforeValidator(read_id), WithJsonSchema({"type": ["string", "null"]})]
Acuan = Annotated[str | None, BeforeValidator(read_id), WithJsonSchema({"type": ["string", "integer", "null"]})]
Tulisan = Annotated[str | None, BeforeValidator(read_label), WithJsonSchema(TEXT_SCHEMA)]
YaTidak = Annotated[
    bool | None, BeforeValidator(read_boolean), WithJsonSchema({"enum": [True, False, "ya", "tidak", None]})
]
TanggalIso = Annotated[
    date | None,
    BeforeValidator(read_date),
    WithJsonSchema({"type": ["string", "null"], "pattern": rf"^({_YEARS}-\d{{2}}-\d{{2}})?$"}),
]
TanggalAtauStrip = Annotated[
    date | Literal["-"] | None,
    BeforeValidator(read_date_or_dash),
    WithJsonSchema({"type": ["string", "null"], "pattern": rf"^({_YEARS}-\d{{2}}-\d{{2}}|-)?$"}),
]
Warna = Annotated[
    str | None,
    BeforeValidator(read_colour),
    WithJsonSchema({"type": ["string", "null"], "pattern": "^#[0-9A-Fa-f]{6}$"}),
]
Pola = Annotated[str, BeforeValidator(read_pattern), WithJsonSchema({"type": ["string", "null"]})]


Angka = Annotated[float | None, BeforeValidator(read_number)]
Opsi = Annotated[T | None, BeforeValidator(read_id)]
