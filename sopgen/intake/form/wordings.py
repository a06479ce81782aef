"""Faults of a form in the words of its sheets: headings, lists and cells instead of keys and YAML."""

from __future__ import annotations

from typing import Any, Final

from sopgen.diagnostics import Message
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, Path, name
from sopgen.intake.form.words import FIELDS, LANE_COLUMNS, LANES, SERVICE_FIELDS, STEP_COLUMNS, STEPS
from sopgen.intake.nearest import nearest
from sopgen.intake.tree import Tree

_FILL: Final = Message("Isi sel ini.", "Fill in this cell.")
_CHOOSE: Final = Message(
    "Pilih langkahnya dari daftar di sel ini, atau tulis nomornya, atau selesai.",
    "Choose the step from this cell's list, or write its number, or selesai.",
)
_REMEDIES: Final = {
    Code.DATE: Message("Ketik tanggal yang ada, misalnya 15/10/2018.", "Type a day that exists, such as 15/10/2018."),
    Code.UNKNOWN_STEP: _CHOOSE,
    Code.SELF_TARGET: Message(
        "Pilih langkah lain dari daftar di sel ini, atau selesai. Baru menyisipkan baris? Nomor di bawahnya bergeser.",
        "Choose another step from this cell's list, or selesai. Just put a row in? Numbers below it have shifted.",
    ),
    Code.DECISION_WITH_NEXT: Message(
        "Kosongkan Lanjut ke; jawaban sudah menyebut langkahnya.", "Empty Lanjut ke; the answers name their steps."
    ),
    Code.LAST_STEP_NEVER_ENDS: Message(
        "Pilih selesai pada salah satu jawabannya.", "Choose selesai for one of its answers."
    ),
    Code.NO_END: Message(
        "Pilih selesai pada salah satu jawaban atau Lanjut ke di antara langkah itu.",
        "Choose selesai for an answer or Lanjut ke of one of these steps.",
    ),
}


def in_form_words(fault: Fault, tree: Tree) -> Fault:
    """`fault` as a form tells it. One that a sheet's reader found says it already."""
    if fault.span is not None:
        return fault
    if fault.code is Code.MISSING:
        return _missing(fault)
    if fault.code is Code.UNKNOWN_EXECUTOR:
        return fault._replace(remedy=_executors(fault, tree))
    if fault.code is Code.BRANCH_COUNT:
        return _branches(fault)
    if fault.code is Code.UNREACHABLE:
        return fault._replace(remedy=_ways_above(fault.path, tree))
    if fault.code is Code.DECISION_WITH_NEXT:
        told = Message("Jawaban dan Lanjut ke terisi sekaligus.", "Both Jawaban and Lanjut ke are filled in.")
        fault = fault._replace(message=told)
    return fault._replace(remedy=_REMEDIES.get(fault.code, fault.remedy))


def _missing(fault: Fault) -> Fault:
    match fault.path:
        case ("pelaksana",):
            message = Message("Belum ada pelaksana.", "There is no executor yet.")
            remedy = Message(
                f"Isi lembar {LANES}: satu baris satu kolom bagan.", f"Fill in the sheet {LANES}: a row a column."
            )
        case ("kegiatan",):
            message = Message("Belum ada kegiatan.", "There is no step yet.")
            remedy = Message(
                f"Isi lembar {STEPS}: satu baris satu kegiatan.", f"Fill in the sheet {STEPS}: a row a step."
            )
        case ("kegiatan", int(index), str(key)) if key in STEP_COLUMNS:
            title = STEP_COLUMNS[key][0]
            message = Message(f"Kegiatan {index + 1}: {title} belum diisi.", f"Step {index + 1}: {title} is empty.")
            remedy = Message(
                "Isi sel ini. Bila barisnya hanya catatan, pindahkan catatan itu ke lembar lain.",
                "Fill in this cell. If the row is but a note, move it to another sheet.",
            )
        case ("kegiatan", int(), "keputusan", str(answer)):
            message = Message(f"Langkah untuk jawaban {name(answer)} kosong.", f"The step for {name(answer)} is empty.")
            remedy = _CHOOSE
        case path:
            title = _title(path)
            if not title:
                return fault
            message = Message(f"{title} belum diisi.", f"{title} is empty.")
            remedy = _FILL
    return fault._replace(message=message, remedy=remedy)


def _title(path: Path) -> str:
    if len(path) == 3 and path[0] == "pelaksana" and path[2] in LANE_COLUMNS:
        return LANE_COLUMNS[str(path[2])][0]
    return next((field.title for field in (*FIELDS, *SERVICE_FIELDS) if field.path == path), "")


def _executors(fault: Fault, tree: Tree) -> Message:
    lanes = tree.data.get("pelaksana") if isinstance(tree.data, dict) else None
    printed = [str(each["nama"] if isinstance(each, dict) else each) for each in (lanes or {}).values()]
    said = _at(tree.data, fault.path)
    if near := nearest(str(said), printed):
        return Message(f"Mungkin maksudnya {name(near)}.", f"Perhaps {name(near)} is meant.")
    listed = ", ".join(printed[:12]) + (", …" if len(printed) > 12 else "")
    return Message(
        f"Pilih dari daftar di sel ini ({listed}), atau tambahkan di lembar {LANES}.",
        f"Choose from this cell's list ({listed}), or add it on the sheet {LANES}.",
    )


def _at(data: Any, path: Path) -> Any:
    for element in path:
        try:
            data = data[element]
        except (KeyError, IndexError, TypeError):
            break
    return data


def _branches(fault: Fault) -> Fault:
    if "keputusan" in fault.path:
        message = Message("Baru satu jawaban yang terisi.", "Only one answer is filled in.")
        remedy = Message(
            "Isi juga Jawaban 2 dan Ke langkah 2; bila tidak ada pilihan, kosongkan Jawaban 1 dan pakai Lanjut ke.",
            "Fill in Jawaban 2 and Ke langkah 2, too; if there is no choice, empty Jawaban 1 and use Lanjut ke.",
        )
        return fault._replace(message=message, remedy=remedy)
    return fault._replace(
        remedy=Message(
            "Tulis satu langkah, atau dua atau tiga yang serentak, dipisah titik koma.",
            "Write one step, or two or three at once, with semicolons.",
        )
    )


def _ways_above(path: Path, tree: Tree) -> Message:
    """The cells of the row above that lead elsewhere: where a row was put in, one of them is to be chosen again."""
    above = (path[0], int(path[1]) - 1)
    cells = [
        (here, span.place)
        for here, span in sorted(tree.spans.items(), key=lambda pair: pair[1].column)
        if here[:2] == above and ((here[2:3] == ("keputusan",) and len(here) == 4) or here[2:] == ("lanjut",))
    ]
    listed = ", ".join(f"{place} ({here[3]})" if len(here) == 4 else place for here, place in cells)
    if not listed:
        return Message(
            "Pilih baris ini sebagai tujuan sebuah jawaban atau Lanjut ke, atau hapus barisnya.",
            "Choose this row as the target of an answer or of Lanjut ke, or delete it.",
        )
    return Message(
        f"Tidak ada panah ke baris ini. Baru disisipkan? Pilih baris ini di {listed}, atau hapus barisnya.",
        f"No arrow leads to this row. Just put in? Choose this row in {listed}, or delete it.",
    )
