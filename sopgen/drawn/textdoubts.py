"""What a person should look at where texts and their places do not agree, in words."""

from __future__ import annotations

from sopgen.diagnostics import Message
from sopgen.drawn.model import Doubt


def broken_row(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "baris ini terpotong di pergantian halaman; tulisan di awal halaman berikutnya dianggap lanjutannya",
            "this row breaks at the page's end; the words at the head of the next page are taken to go on with it",
        ),
        step,
        kind="beside",
    )


def merged_cell(place: Message, column: str, first: int, last: int) -> Doubt:
    steps = f"{first + 1}–{last + 1}"
    rest = f"{first + 2}" if last == first + 1 else f"{first + 2}–{last + 1}"
    return Doubt(
        place,
        Message(
            f"satu sel {column} digabung untuk langkah {steps}; saat dibaca isinya dianggap milik langkah {first + 1} "
            f"saja, dan {column} langkah {rest} kosong",
            f"one merged cell of {column} for steps {steps}; its words were read as step {first + 1}'s alone, and "
            f"{column} of step {rest} as empty",
        ),
        first,
        kind="unread",
        covered=tuple((step, column) for step in range(first + 1, last + 1)),
    )


def overfull_cell(place: Message, column: str, step: int | None) -> Doubt:
    """A text that runs on below its cell. `column` is "" outside of the flow table."""
    where = Message(f"isi {column}", f"the words of {column}") if column else Message("isi satu kotak", "a box's words")
    return Doubt(
        place,
        Message(
            f"{where.id} melewati garis bawah kotaknya, masuk ke kotak di bawahnya; dibaca sebagai satu isi, periksa "
            "batasnya",
            f"{where.en} run over their box into the one below; read as one text, check where it ends",
        ),
        step,
        kind="unread",
    )


def names_split(place: Message, unit: str) -> Doubt:
    if not unit:
        return Doubt(
            place,
            Message(
                "nama instansi dan nama unit tidak terpisah jelas; semuanya dianggap satu nama instansi",
                "the agency's name and the unit's are not clearly parted; all is taken as one agency's name",
            ),
        )
    return Doubt(
        place,
        Message(
            f'nama instansi dan nama unit tidak terpisah jelas; baris terakhir, "{unit}", dianggap unit',
            f"the agency's name and the unit's are not clearly parted; the last line, \"{unit}\", is taken as the unit",
        ),
    )
