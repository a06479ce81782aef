"""Remedies for who holds a paper and no spec: the form's own words in place of a spec's keys."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Message
from sopgen.placenames import BOX_NAMES, COLUMN_NAMES, ROW_NAMES

_COLUMN: Final = Message("kolom {}", "column {}")
_BOX: Final = Message("kotak {}", "box {}")
_ROW: Final = Message("baris {}", "row {}")
_WORDS: Final = {
    "keputusan": Message("belah ketupat", "diamond"),
    "pelaksana": Message("kepala kolom pelaksana", "the executors' columns"),
    "jabatan": Message("jabatan", "office"),
    "nama": Message("nama", "name"),
}
_DATES: Final = frozenset({"pembuatan", "revisi", "efektif"})
_KEY: Final = re.compile("`([a-z_]+)`")
_UNDER: Final = re.compile("`([a-z_]+)` (?:di bawah|below) `([a-z_]+)`")
_OF_A_SPEC: Final = re.compile(
    r", di sini atau di sopgen\.yaml|, here or in sopgen\.yaml"
    r"|; (?:bila memang benar, daftarkan|if it is right, list it) [^.]*sopgen\.yaml"
    r"|; (?:atau terima lewat|or accept it under) `abaikan`[^.]*"
    r"|; (?:bila kolom itu memang pemohon, tulis|if that column is the applicant, write) `[^`]*`"
    r"|, (?:atau tandai kolomnya|or mark the column) `[^`]*`"
    r"| (?:lewat|by) `tampilan` (?:di|in) sopgen\.yaml"
    r"|, (?:atau perbaiki|or mend) `tim`"
)
"""What can be done in a spec alone."""
_ACCEPTED: Final = re.compile("terima lewat `abaikan`|accept it under `abaikan`")
_LEFT: Final = Message("biarkan", "leave it")


def on_paper(remedy: Message) -> Message:
    """Without keys, which no paper has."""
    return Message(*(_said(said, at) for at, said in enumerate(remedy)))


def _said(remedy: str, language: int) -> str:
    told = _ACCEPTED.sub(_LEFT[language], _OF_A_SPEC.sub("", remedy))
    told = _UNDER.sub(lambda found: _below(found[1], found[2], language), told)
    return _KEY.sub(lambda found: _named(found[1], language), told)


def _below(key: str, above: str, language: int) -> str:
    if above == "tanggal" and key in _DATES:
        return f"Tanggal {key.capitalize()}"
    name = _WORDS[key][language] if key in _WORDS else key
    return f"{name} {('pada', 'in')[language]} {_named(above, language)}"


def _named(key: str, language: int) -> str:
    for names, form in ((COLUMN_NAMES, _COLUMN), (BOX_NAMES, _BOX)):
        if key in names:
            return form[language].format(names[key])
    if (key,) in ROW_NAMES:
        return _ROW[language].format(ROW_NAMES[key,])
    return _WORDS[key][language] if key in _WORDS else key
