"""Reviews in, an iCalendar file out (RFC 5545): all-day events that come round; the same bytes for the same reviews.

No clock is asked: a review comes round from the SOP's own last date, and that day is the events' time stamp too. A
digest of the rest stands in a property of ours, so that an edit by hand is noticed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from sopgen.bureau.standing import Review, key_of
from sopgen.intake.text import on_one_line
from sopgen.render.enclosed import SealState
from sopgen.wording import printed_date

_LONGEST: Final = 75  # octets of a line without its end
_PRODUCT: Final = "-//sopgen//tinjauan SOP//ID"
_SEAL: Final = re.compile(rb"^X-SOPGEN-SEGEL:([0-9a-f]{40})\r\n", re.MULTILINE)
_BLANK: Final = "0" * 40  # of a digest, so much as one line holds
_REMIND: Final = 14  # days before
_NAMES: Final = {"monitoring": "Monitoring SOP", "evaluasi": "Evaluasi SOP"}
_EVERY: Final = {"monitoring": "setiap enam bulan", "evaluasi": "sedikitnya setahun sekali"}


def render_calendar(reviews: Sequence[Review]) -> bytes:
    """One event a review, in the order of their first days."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += ["X-WR-CALNAME:Tinjauan SOP", f"X-SOPGEN-SEGEL:{_BLANK}"]
    ordered = sorted(reviews, key=lambda each: (each.first, each.kind, key_of(each.sop.nomor), key_of(each.sop.judul)))
    for review in ordered:
        lines += _event(review)
    lines.append("END:VCALENDAR")
    blank = "".join(piece + "\r\n" for line in lines for piece in _folded(line)).encode()
    return _SEAL.sub(b"X-SOPGEN-SEGEL:" + _digest(blank).encode() + b"\r\n", blank, count=1)


def seal_state(data: bytes) -> SealState:
    """Whether the file is as it was written."""
    found = _SEAL.search(data)
    if found is None:
        return "foreign"
    blank = data[: found.start(1)] + _BLANK.encode() + data[found.end(1) :]
    return "whole" if _digest(blank) == found[1].decode() else "edited"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[: len(_BLANK)]


def _event(review: Review) -> Iterator[str]:
    sop = review.sop
    number, title = on_one_line(sop.nomor), on_one_line(sop.judul)
    identity = hashlib.sha256(f"{review.kind}\n{key_of(number or title)}\n{key_of(title)}".encode()).hexdigest()[:32]
    name = f"{_NAMES[review.kind]}: {title}"
    since = printed_date(review.since)
    unit = ", ".join(map(on_one_line, sop.unit))
    said = "\n".join(filter(None, (number, unit, f"{_EVERY[review.kind]}, dihitung sejak {since}")))
    yield "BEGIN:VEVENT"
    yield f"UID:{identity}@sopgen"
    yield f"DTSTAMP:{review.since:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{review.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{review.first + timedelta(days=1):%Y%m%d}"
    yield f"RRULE:{_rule(review)}"
    yield f"SUMMARY:{_escaped(name)}"
    yield f"DESCRIPTION:{_escaped(said)}"
    yield f"CATEGORIES:{_escaped(_NAMES[review.kind])}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(name)}"
    yield f"TRIGGER:-P{_REMIND}D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _rule(review: Review) -> str:
    """Every so many months on the same day; on the month's last where it is shorter."""
    rule = f"FREQ=MONTHLY;INTERVAL={review.months}"
    day = review.since.day
    shortest = 28
    if day <= shortest:
        return rule
    days = ",".join(str(each) for each in range(shortest, day + 1))
    return f"{rule};BYMONTHDAY={days};BYSETPOS=-1"


def _escaped(text: str) -> str:
    """A value of type TEXT (3.3.11)."""
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Content lines of 75 octets at most, no letter parted (3.1)."""
    room, piece = _LONGEST, ""
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", _LONGEST - 1
        piece += letter
        room -= size
    yield piece
