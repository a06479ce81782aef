"""What a person should look at, in words, with its place."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.model import Doubt, Panel, Point


def at_panel(panel: Panel) -> Message:
    return panel.name


def at_step(panel: Panel, step: int) -> Message:
    return Message(f"{panel.name.id}, langkah {step + 1}", f"{panel.name.en}, step {step + 1}")


def at_point(panel: Panel, point: Point) -> Message:
    across, down = round(100 * point[0] / panel.size[0]), round(100 * point[1] / panel.size[1])
    return Message(
        f"{panel.name.id}, {across} % dari kiri dan {down} % dari atas",
        f"{panel.name.en}, {across} % from the left and {down} % from the top",
    )


def loose_pentagon(place: Message, text: str) -> Doubt:
    name = f'"{text}" ' if text else ""
    return Doubt(
        place,
        Message(
            f"konektor {name}tidak berpasangan atau tidak dilalui panah; alur yang terputus di situ tidak terbaca",
            f"the connector {name}has no partner or no arrow; the flow that is cut there was not read",
        ),
        kind="chart",
    )


def pentagons_like(place: Message) -> Doubt:
    return Doubt(
        place,
        Message(
            "beberapa konektor tanpa nomor; dipasangkan menurut lajur yang terdekat",
            "several connectors without numbers; paired by the nearest lane",
        ),
    )


def no_symbol(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "tidak ada simbol di baris ini; pelaksananya tidak terbaca",
            "no symbol stands in this row; its executor was not read",
        ),
        step,
        kind="chart",
    )


def stand_in(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "tidak ada simbol di baris ini, hanya gambar atau tanda centang di satu lajur; dianggap pelaksananya",
            "no symbol stands in this row, but a picture or a tick in a lane; its executor is taken to be there",
        ),
        step,
        kind="chart",
    )


def several_symbols(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "beberapa simbol di satu baris tanpa garis penghubung; dianggap kegiatan bersama",
            "several symbols in one row without a joining line; taken as a joint activity",
        ),
        step,
        kind="chart",
    )


def no_way_out(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "tidak ada panah yang keluar; dianggap menuju langkah berikutnya",
            "no arrow leaves it; taken to lead to the next step",
        ),
        step,
        kind="chart",
    )


def no_way_in(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message("tidak ada panah yang masuk ke langkah ini", "no arrow leads to this step"),
        step,
        kind="chart",
    )


def one_branch(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "belah ketupat dengan hanya satu panah keluar yang terbaca; cabang lainnya tidak ada atau tidak terbaca",
            "a diamond with one arrow out that was read; its other branch is missing or was not read",
        ),
        step,
        kind="chart",
    )


def no_label(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "tidak semua cabang berlabel; periksa labelnya",
            "not every branch has a label; check the labels",
        ),
        step,
        kind="chart",
    )


def labels_alike(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "label cabang-cabangnya senada; periksa mana yang ya dan mana yang tidak",
            "the branches' labels say the same; check which is yes and which no",
        ),
        step,
    )


def many_branches(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "lebih dari tiga panah keluar; spesifikasi memuat paling banyak tiga",
            "more than three arrows leave it; a spec holds three at most",
        ),
        step,
    )


def loose_line(place: Message, step: int | None) -> Doubt:
    return Doubt(
        place,
        Message(
            "ada panah yang ujungnya tidak menyentuh apa pun; panah itu tidak dibaca",
            "an arrow has an end that touches nothing; that arrow was not read",
        ),
        step,
        kind="chart",
    )


def unsure_line(place: Message, step: int | None, end: int | None, gap: float) -> Doubt:
    goal = (
        Message(f"langkah {end + 1}", f"step {end + 1}") if end is not None else Message("yang terdekat", "the nearest")
    )
    return Doubt(
        place,
        Message(
            f"ujung panah berjarak {gap:.0f} pt dari simbol atau garis; dianggap menuju {goal.id}",
            f"an arrow's end is {gap:.0f} pt from a symbol or line; taken to lead to {goal.en}",
        ),
        step,
        kind="chart",
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


_COLUMNS: Final = {
    "": Message("", ""),
    "nomor": Message(" di kolom nomor", " in the column of numbers"),
    "kegiatan": Message(" di kolom kegiatan", " in the column of activities"),
    "pelaksana": Message(" di bagan alur", " in the chart"),
    "kelengkapan": Message(" di kolom kelengkapan", " in the column kelengkapan"),
    "waktu": Message(" di kolom waktu", " in the column waktu"),
    "output": Message(" di kolom output", " in the column output"),
    "keterangan": Message(" di kolom keterangan", " in the column keterangan"),
}


def unread(place: Message, what: str, count: int, column: str, text: str, step: int | None) -> Doubt:
    """What stands in the table and nothing became of: `what` is "drawing", "picture" or "text"."""
    where = _COLUMNS[column]
    number = "" if count == 1 else f"{count} "
    match what:
        case "text":
            message = Message(
                f'tulisan "{text}"{where.id} tidak ikut terbaca', f'the words "{text}"{where.en} were not taken along'
            )
        case "picture":
            message = Message(
                f"{number}gambar{where.id} tidak terbaca, dan mungkin menutupi isi; lihat aslinya",
                f"{number}picture(s){where.en} were not read and may hide something; look at the original",
            )
        case _:
            message = Message(
                f"{number}bentuk yang digambar{where.id} tidak dikenal dan tidak ikut terbaca; lihat aslinya",
                f"{number}drawn shape(s){where.en} are unknown and were not read; look at the original",
            )
    return Doubt(place, message, step, kind="unread")


def unread_many(panel: Panel, what: str, count: int) -> Doubt:
    """The same for so many that a list would hide everything else."""
    name = {"text": ("tulisan", "texts"), "picture": ("gambar", "pictures")}.get(what, ("bentuk", "drawn shapes"))
    return Doubt(
        panel.name,
        Message(
            f"{count} {name[0]} di tabel alur tidak ikut terbaca; bandingkan seluruh halaman dengan aslinya",
            f"{count} {name[1]} in the flow table were not read; compare the whole page with the original",
        ),
        kind="unread",
    )


def hidden(panel: Panel) -> Doubt:
    """What a workbook holds and does not show: a sheet, or cells in hidden rows and columns."""
    if "" in panel.hidden:
        message = Message(
            "lembar ini tersembunyi di berkasnya; mungkin salinan lama",
            "this sheet is hidden in its file; it may be an old copy",
        )
    else:
        count, first = len(panel.hidden), ", ".join(panel.hidden[:3]) + (" …" if len(panel.hidden) > 3 else "")
        message = Message(
            f"{count} sel atau bentuk di baris atau kolom tersembunyi tidak dibaca ({first})",
            f"{count} cells or shapes in hidden rows or columns were not read ({first})",
        )
    return Doubt(panel.name, message, kind="unread")


def backdrop(panel: Panel, text: str) -> Doubt:
    message = Message(
        f'tulisan latar atau melintang "{text}" tidak ikut terbaca',
        f'the words "{text}" behind or across the page were not taken along',
    )
    return Doubt(panel.name, message, kind="unread")
