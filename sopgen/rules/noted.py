"""What a code without a rule over specs says of itself; and the sources that such codes share."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from sopgen.diagnostics import Message

SLIDES: Final = Message("Paparan KemenPAN-RB 2014, slide {}", "KemenPAN-RB slides 2014, slide {}")
ANNEX: Final = Message("Lampiran Permenpan-RB 35/2012, {}", "Annex of Permenpan-RB 35/2012, {}")


class Note(NamedTuple):
    kind: Literal["drawing", "held", "left-out"]
    title: Message
    source: Message
    note: Message


def slide(number: str) -> Message:
    return Message(SLIDES.id.format(number), SLIDES.en.format(number))


def annex(part_id: str, part_en: str) -> Message:
    return Message(ANNEX.id.format(part_id), ANNEX.en.format(part_en))
