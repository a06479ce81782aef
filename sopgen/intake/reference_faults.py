"""The words for faults in the flow: one function a fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sopgen.diagnostics import Message
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, Path, name
from sopgen.intake.nearest import did_you_mean, nearest

_SEVERAL = re.compile(r"\s+dan\s+|\s*[,;&/]\s*")


def too_many(path: Path, count: int, most: int) -> Fault:
    what = Message("kegiatan", "steps") if path == ("kegiatan",) else Message("pelaksana", "executors")
    message = Message(f"{count} {what.id}: terlalu banyak.", f"{count} {what.en}: too many.")
    remedy = Message(f"Paling banyak {most}; pecah menjadi beberapa SOP.", f"At most {most}; divide into several SOPs.")
    return Fault(Code.TOO_MANY, path, message, remedy)


def lane_key(key: str) -> Fault:
    message = Message(f"Kunci pelaksana {name(key)} tidak dapat dipakai.", f"The executor key {name(key)} is unusable.")
    remedy = Message(
        "Beri kunci yang terisi dan berbeda dari yang lain.", "Give a key that is filled and unlike others."
    )
    return Fault(Code.KEY_NOT_TEXT, ("pelaksana", key), message, remedy, on_key=True)


def reserved_id(key: str, path: Path) -> Fault:
    message = Message(f"id {name(key)} tidak boleh dipakai.", f"The id {name(key)} may not be used.")
    remedy = Message(
        "Pakai kata lain; angka berarti nomor kegiatan, `selesai` berarti akhir.",
        "Use another word; digits mean a step number, `selesai` means the end.",
    )
    return Fault(Code.STEP_ID, path, message, remedy)


def id_twice(key: str, first: int, path: Path) -> Fault:
    message = Message(f"id {name(key)} sudah dipakai kegiatan {first}.", f"The id {name(key)} is that of step {first}.")
    return Fault(Code.STEP_ID, path, message, Message("Beri id yang lain.", "Give another id."))


def unknown_executor(key: str, lanes: Mapping[str, str], path: Path) -> Fault:
    """`lanes`: each executor's key with its printed name, which clerks write in the key's place."""
    message = Message(f"Pelaksana {name(key)} tidak dikenal.", f"Unknown executor {name(key)}.")
    meant = next((lane for lane, printed in lanes.items() if printed.casefold() == key.casefold()), None)
    by_name = {printed.casefold(): lane for lane, printed in lanes.items()}
    parts = [lane if (lane := part.strip()) in lanes else by_name.get(lane.casefold()) for part in _SEVERAL.split(key)]
    several = ", ".join(part for part in parts if part)
    if len(parts) > 1 and all(parts) and meant is None:
        remedy = Message(f"Tulis sebagai daftar: `[{several}]`.", f"Write it as a list: `[{several}]`.")
    elif meant is not None:
        remedy = Message(
            f"Tulis kuncinya, bukan namanya: {name(meant)}.", f"Write its key, not its name: {name(meant)}."
        )
    else:
        remedy = did_you_mean(key, lanes)
    return Fault(Code.UNKNOWN_EXECUTOR, path, message, remedy)


def executor_twice(key: str, path: Path) -> Fault:
    message = Message(f"Pelaksana {name(key)} disebut dua kali.", f"The executor {name(key)} is named twice.")
    return Fault(Code.EXECUTOR_TWICE, path, message, Message("Hapus salah satu.", "Delete one of them."))


def unknown_step(text: str, steps: int, ids: Iterable[str], path: Path) -> Fault:
    message = Message(f"Kegiatan {name(text)} tidak ada.", f"There is no step {name(text)}.")
    near = None if text.isdigit() else nearest(text, (*ids, "selesai"))
    parts = [part.strip() for part in re.split(r" dan |[,&/]", text)]
    if len(parts) > 1 and all(part in {*ids, "selesai"} or part.isdigit() for part in parts):
        several = f"[{', '.join(parts)}]"
        remedy = Message(f"Tulis sebagai daftar: {several}.", f"Write it as a list: {several}.")
    elif near is not None:
        remedy = Message(f"Mungkin maksudnya {name(near)}.", f"Perhaps {name(near)} is meant.")
    else:
        remedy = Message(
            f"Tulis nomor 1 sampai {steps}, id kegiatan, atau `selesai`.",
            f"Write a number from 1 to {steps}, a step's id, or `selesai`.",
        )
    return Fault(Code.UNKNOWN_STEP, path, message, remedy)


def self_target(number: int, path: Path, *, numbered: bool) -> Fault:
    message = Message(f"Kegiatan {number} menunjuk dirinya sendiri.", f"Step {number} points at itself.")
    remedy = Message("Tunjuk kegiatan lain, atau `selesai`.", "Point at another step, or at `selesai`.")
    remedy = _perhaps_shifted(remedy) if numbered else remedy
    return Fault(Code.SELF_TARGET, path, message, remedy)


def no_target(label: str, path: Path) -> Fault:
    called = Message(f"Cabang {name(label)}", f"The branch {name(label)}") if label else Message("Tujuan", "The target")
    message = Message(f"{called.id} kosong.", f"{called.en} is empty.")
    remedy = Message("Tulis nomor kegiatan, id, atau `selesai`.", "Write a step number, an id, or `selesai`.")
    if run := re.fullmatch(r"([^:]+):(\w+)", label):
        spaced = f"`{run[1]}: {run[2]}`"
        remedy = Message(f"Beri spasi setelah titik dua: {spaced}.", f"Put a space behind the colon: {spaced}.")
    return Fault(Code.MISSING, path, message, remedy)


def decision_with_next(path: Path) -> Fault:
    message = Message("`keputusan` dan `lanjut` tidak boleh bersama.", "`keputusan` and `lanjut` exclude each other.")
    remedy = Message(
        "Hapus `lanjut`; cabang sudah menyebut tujuannya.", "Delete `lanjut`; branches name their targets."
    )
    return Fault(Code.DECISION_WITH_NEXT, path, message, remedy, on_key=True)


def branch_count(count: int, path: Path, *, parallel: bool) -> Fault:
    what = Message("tujuan serentak", "parallel targets") if parallel else Message("cabang", "branches")
    message = Message(f"Ada {count} {what.id}.", f"The number of {what.en} is {count}.")
    if count > 1:
        remedy = Message("Paling banyak tiga; pecah menjadi dua kegiatan.", "At most three; divide into two steps.")
    elif parallel:
        remedy = Message(
            "Tulis dua atau tiga, atau `lanjut: nomor` saja.", "Write two or three, or just `lanjut: number`."
        )
    else:
        remedy = Message(
            "Tulis dua atau tiga, misalnya {Ya: kirim, Tidak: konsep}.",
            "Write two or three, as {Ya: kirim, Tidak: konsep}.",
        )
    return Fault(Code.BRANCH_COUNT, path, message, remedy)


def one_target_twice(target: int | None, path: Path) -> Fault:
    shown = "`selesai`" if target is None else str(target)
    message = Message(f"Dua jalan menuju kegiatan {shown}.", f"Two ways lead to step {shown}.")
    remedy = Message("Gabungkan keduanya, atau ubah salah satu tujuan.", "Join the two, or change one target.")
    return Fault(Code.ONE_TARGET_TWICE, path, message, remedy)


def last_never_ends(number: int, path: Path) -> Fault:
    message = Message(
        f"Kegiatan {number}, yang terakhir, tidak punya cabang ke `selesai`.",
        f"Step {number}, the last one, has no branch to `selesai`.",
    )
    remedy = Message("Arahkan satu cabang ke `selesai`.", "Point one branch at `selesai`.")
    return Fault(Code.LAST_STEP_NEVER_ENDS, path, message, remedy)


def label(text: str, path: Path, *, twice: bool) -> Fault:
    if twice:
        message = Message(f"Label cabang {name(text)} dipakai dua kali.", f"The label {name(text)} is used twice.")
    elif not text.strip():
        message = Message("Label cabang kosong.", "A branch label is empty.")
    else:
        message = Message(f"Label cabang {name(text)} tidak terbaca.", f"The branch label {name(text)} is unreadable.")
    remedy = Message("Beri label yang berbeda, misalnya Ya dan Tidak.", "Give different labels, such as Ya and Tidak.")
    return Fault(Code.LABEL, path, message, remedy, on_key=True)


def _perhaps_shifted(remedy: Message) -> Message:
    return Message(
        f"{remedy.id} Baru menyisipkan kegiatan? Nomor di bawahnya bergeser; periksa tujuan ini, atau pakai id.",
        f"{remedy.en} Just put a step in? Numbers below it have shifted; check this target, or use an id.",
    )


def unreachable(numbers: list[int], *, numbered: bool) -> Fault:
    listed = ", ".join(map(str, numbers))
    message = Message(
        f"Kegiatan {listed} tidak terjangkau dari kegiatan 1.", f"Step {listed} cannot be reached from step 1."
    )
    remedy = Message(
        "Arahkan `lanjut` atau cabang ke sana, atau hapus.", "Point a `lanjut` or a branch there, or delete it."
    )
    remedy = _perhaps_shifted(remedy) if numbered else remedy
    return Fault(Code.UNREACHABLE, ("kegiatan", numbers[0] - 1), message, remedy)


def no_end(numbers: list[int], *, numbered: bool) -> Fault:
    listed = ", ".join(map(str, numbers))
    message = Message(f"Kegiatan {listed} tidak punya jalan ke akhir.", f"Step {listed} has no way to an end.")
    remedy = Message("Arahkan salah satu jalannya ke `selesai`.", "Point one of the ways at `selesai`.")
    remedy = _perhaps_shifted(remedy) if numbered else remedy
    return Fault(Code.NO_END, ("kegiatan", numbers[0] - 1), message, remedy)


def route_belongs_to_branch(path: Path) -> Fault:
    message = Message(
        "`rute` di sini tidak jelas: kegiatan ini punya beberapa jalan.",
        "`rute` is ambiguous here: this step has several ways out.",
    )
    remedy = Message("Tulis pada jalannya: {ke: 4, rute: {…}}.", "Write it on the way: {ke: 4, rute: {…}}.")
    return Fault(Code.ROUTE, path, message, remedy, on_key=True)


def route_twice(path: Path) -> Fault:
    message = Message("`rute` ditulis dua kali untuk satu panah.", "`rute` is written twice for one arrow.")
    return Fault(Code.ROUTE, path, message, Message("Hapus salah satu.", "Delete one of them."), on_key=True)


def route_step_unknown(text: str, path: Path) -> Fault:
    message = Message(f"`lewat`: kegiatan {name(text)} tidak ada.", f"`lewat`: there is no step {name(text)}.")
    remedy = Message("Tulis nomor atau id kegiatan yang dilewati.", "Write the number or id of a step passed.")
    return Fault(Code.UNKNOWN_STEP, path, message, remedy, on_key=True)


def route_step_not_between(text: str, source: int, target: int | None, path: Path) -> Fault:
    end = "`selesai`" if target is None else str(target)
    message = Message(
        f"`lewat`: kegiatan {name(text)} tidak berada di antara {source} dan {end}.",
        f"`lewat`: step {name(text)} does not lie between {source} and {end}.",
    )
    remedy = Message("Hapus; sebut hanya kegiatan di antara keduanya.", "Delete it; name only steps between the two.")
    return Fault(Code.ROUTE, path, message, remedy, on_key=True)


def route_step_twice(text: str, path: Path) -> Fault:
    message = Message(
        f"`lewat`: kegiatan {name(text)} disebut dua kali.", f"`lewat`: step {name(text)} is named twice."
    )
    return Fault(Code.ROUTE, path, message, Message("Hapus salah satu.", "Delete one of them."), on_key=True)


def route_side_missing(text: str, path: Path) -> Fault:
    message = Message(
        f"`lewat`: sisi kegiatan {name(text)} kosong.", f"`lewat`: the side of step {name(text)} is empty."
    )
    return Fault(Code.ROUTE, path, message, Message("Tulis kiri atau kanan.", "Write kiri or kanan."), on_key=True)
