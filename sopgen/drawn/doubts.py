"""What a person should look at, in words, with its place."""

from __future__ import annotations

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
            "tidak ada simbol di baris ini, hanya gambar, tanda centang, atau sel berbingkai di lajur; dianggap "
            "pelaksananya",
            "no symbol stands in this row, but a picture, a tick or a framed cell in a lane; its executor is taken to "
            "be there",
        ),
        step,
        kind="chart",
    )


def marks_in_order(place: Message) -> Doubt:
    return Doubt(
        place,
        Message(
            "bagannya berupa tanda di lajur (●, ◇, √ …) tanpa panah; tanda dibaca sebagai pelaksana dan langkah "
            "dianggap berurutan: isi cabang keputusan dan panah kembali sendiri",
            "the chart is marks in lanes (●, ◇, √ …) without arrows; marks are read as executors and steps are taken "
            "to follow each other: fill in branches and ways back yourself",
        ),
        kind="chart",
    )


def mark_decides(place: Message, step: int) -> Doubt:
    return Doubt(
        place,
        Message(
            "tanda belah ketupat tanpa panah: cabang-cabangnya tidak tergambar; isi keputusan sendiri",
            "a mark of a diamond without arrows: its branches are not drawn; fill in the decision yourself",
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


def far_line(place: Message, step: int | None, end: int | None, gap: float) -> Doubt:
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


def equal_lines(
    place: Message, step: int | None, ends: tuple[int | None, int | None], others: tuple[int | None, int | None]
) -> Doubt:
    """An arrow whose `ends`, the steps that it joins, might as well be `others`; None where it is none."""
    (start, end), (other_start, other_end) = ends, others
    taken = told_step(end)
    if other_end is not None and other_end != end:
        rival = told_step(other_end)
        message = Message(
            f"ujung panah di antara {taken.id} dan {rival.id}; dianggap menuju {taken.id}",
            f"an arrow ends between {taken.en} and {rival.en}; taken to lead to {taken.en}",
        )
    elif other_start is not None and other_start != start:
        own, rival = told_step(start), told_step(other_start)
        message = Message(
            f"pangkal panah menuju {taken.id} di antara {own.id} dan {rival.id}; dianggap keluar dari {own.id}",
            f"the arrow to {taken.en} begins between {own.en} and {rival.en}; taken to leave {own.en}",
        )
    else:
        message = Message(
            f"panah ini dapat berarti lain, karena ujungnya dekat garis lain pula; dianggap menuju {taken.id}",
            f"this arrow may mean something else, its end being near another line, too; taken to lead to {taken.en}",
        )
    return Doubt(place, message, step, kind="chart")


def stale_glue(
    place: Message,
    step: int | None,
    ends: tuple[int | None, int | None],
    named: tuple[int | None, ...],
    *,
    at_end: bool,
) -> Doubt:
    """An arrow that its file ties to another symbol, `named`, than the one that it is drawn to; at its end or start."""
    taken, other = told_step(ends[at_end]), told_step(named[at_end])
    way = Message("menuju", "to lead to") if at_end else Message("keluar dari", "to leave")
    drawn = Message("sampai", "to") if at_end else Message("dari", "from")
    return Doubt(
        place,
        Message(
            f"menurut berkasnya panah ini terikat pada {other.id}, tetapi digambar {drawn.id} {taken.id}; dianggap "
            f"{way.id} {taken.id}",
            f"its file ties this arrow to {other.en}, but it is drawn {drawn.en} {taken.en}; taken {way.en} {taken.en}",
        ),
        step,
        kind="chart",
    )


def told_step(step: int | None) -> Message:
    """A step by its number; what is none is a connector or another line."""
    if step is None:
        return Message("konektor atau garis lain", "a connector or another line")
    return Message(f"langkah {step + 1}", f"step {step + 1}")
