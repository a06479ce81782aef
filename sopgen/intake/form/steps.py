"""The sheets *Kegiatan* and *Kegiatan (matriks)*: a row a step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Path, name
from sopgen.intake.form.filling import Form, content_of
from sopgen.intake.form.sheets import Found, Table, find_table, text_in
from sopgen.intake.form.targets import Steps, step_meant
from sopgen.intake.form.words import MATRIX, MOST_ANSWERS, STEP_COLUMNS, STEPS, UNITS, folded
from sopgen.intake.references import MAX_STEPS

_SEVERAL: Final = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s+dan\s+|\s*&\s*")
_TICKS: Final = frozenset({"x", "v", "✓", "✔", "√", "ya", "1", "start", "decision", "p", "●", "•"})
_LEADS: Final = frozenset({"1", "p", "start"})


def find_steps(form: Form) -> Table | None:
    found = find_table(form.grids, STEPS, STEP_COLUMNS, ("uraian", "pelaksana"), form.tree.shown)
    if found is None or not any(True for _ in found.rows()):
        matrix = find_table(form.grids, MATRIX, STEP_COLUMNS, ("uraian",), form.tree.shown)
        if matrix is not None and any(True for _ in matrix.rows()):
            return matrix
    return found


def read_steps(form: Form, table: Table) -> None:
    rows = list(table.rows())
    codes = _row_codes(table, rows)
    form.tree.codes = codes
    texts = tuple(text_in(table.at(row, "uraian"), []) for row in rows)
    known = Steps(tuple("" if code.startswith("#") else code for code in codes), texts, tuple(codes))
    steps: list[Any] = []
    for index, row in enumerate(rows):
        path: Path = ("kegiatan", index)
        step: dict[str, Any] = {}
        form.tree.spans[path] = table.at(row, "uraian").span
        if not codes[index].startswith("#"):
            step["id"] = codes[index]
            form.tree.spans[(*path, "id")] = table.at(row, "kode" if "kode" in table.columns else "uraian").span
        _cell(form, step, (*path, "uraian"), table.at(row, "uraian"), keep_empty=True)
        _doers(form, step, path, table, row)
        if len(rows) <= MAX_STEPS:  # more are refused, and each is held against all others
            _ways(form, step, path, table, row, known)
        for key in ("kelengkapan", "output", "keterangan"):
            _cell(form, step, (*path, key), table.at(row, key))
        _time(form, step, path, table, row)
        steps.append(step)
    form.data["kegiatan"] = steps
    form.tree.spans[("kegiatan",)] = Span(form.tree.shown, table.head + 2, 1, sheet=table.grid.name)


def _row_codes(table: Table, rows: Sequence[int]) -> list[str]:
    """Ids, and `#…` for rows without one. A copied row has its code no more than once."""
    codes: list[str] = []
    for position, row in enumerate(rows, start=1):
        said = text_in(table.at(row, "kode"), []) if "kode" in table.columns else ""
        codes.append(said if said and said not in codes else f"#baru{position}")
    return codes


def _cell(form: Form, step: dict[str, Any], path: Path, found: Found, *, keep_empty: bool = False) -> None:
    text = text_in(found, form.tree.faults)
    form.tree.spans[path] = found.span
    if text or keep_empty:
        step[str(path[-1])] = content_of(text) if text else None


def _doers(form: Form, step: dict[str, Any], path: Path, table: Table, row: int) -> None:
    keys: list[str] = []
    first = table.at(row, "pelaksana")
    for found in (first, table.at(row, "dengan1"), table.at(row, "dengan2")):
        for said in _named(form, text_in(found, form.tree.faults)):
            key = form.lanes.get(folded(said), said)
            form.tree.spans[(*path, "pelaksana", len(keys))] = found.span
            keys.append(key)
    if not keys:
        keys = _ticked(form, table, row)
    form.tree.spans[(*path, "pelaksana")] = first.span
    step["pelaksana"] = keys if len(keys) > 1 else keys[0] if keys else None
    joint = table.at(row, "bersama")
    if said := text_in(joint, form.tree.faults):
        step["bersama"] = said
        form.tree.spans[(*path, "bersama")] = joint.span


def _named(form: Form, text: str) -> list[str]:
    if not text or folded(text) in form.lanes:
        return [text] if text else []
    return [part for part in _SEVERAL.split(text) if part]


def _ticked(form: Form, table: Table, row: int) -> list[str]:
    """Executor columns with ticks, in the columns' order; `1`, P or START marks who leads."""
    ticked: list[tuple[bool, str]] = []
    for heading, column in sorted(table.others.items(), key=lambda pair: pair[1]):
        key = form.lanes.get(heading)
        said = text_in(table.found(row, column), form.tree.faults).casefold() if key else ""
        if key and said in _TICKS:
            ticked.append((said not in _LEADS, key))
    return [key for _, key in sorted(ticked, key=lambda each: each[0])]


def _ways(form: Form, step: dict[str, Any], path: Path, table: Table, row: int, known: Steps) -> None:
    branches: dict[str, Any] = {}
    for number in range(1, MOST_ANSWERS + 1):
        answer, target = table.at(row, f"jawaban{number}"), table.at(row, f"ke{number}")
        said, to = text_in(answer, form.tree.faults), text_in(target, form.tree.faults)
        if not said and not to:
            continue
        if said in branches:
            form.fault(
                Code.LABEL,
                answer.span,
                Message(f"Jawaban {name(said)} ditulis dua kali.", f"The answer {name(said)} stands twice."),
                Message("Beri jawaban yang berbeda.", "Give another answer."),
            )
        here = (*path, "keputusan", said)
        form.tree.spans[here], form.tree.key_spans[here] = target.span, answer.span
        branches[said] = _target(form, to, target.span, known, here) if to else None
    if branches:
        step["keputusan"] = branches
        form.tree.spans[(*path, "keputusan")] = table.at(row, "jawaban1").span
    following = table.at(row, "lanjut")
    said = text_in(following, form.tree.faults)
    if said:
        here = (*path, "lanjut")
        form.tree.spans[here] = following.span
        parts = [said] if step_meant(said, known).number is not None else re.split(r"\s*[;\n]\s*|\s*,\s*(?=\d)", said)
        targets = [_target(form, part, following.span, known, here) for part in parts if part]
        step["lanjut"] = targets if len(targets) > 1 else targets[0]
        for position in range(len(targets)):
            form.tree.spans[(*here, position)] = following.span


def _target(form: Form, text: str, span: Span, known: Steps, path: Path) -> str:
    meant = step_meant(text, known)
    if meant.worded:
        form.tree.worded.add(path)
    if meant.remark is not None and form.tree.remarks is not None:
        form.tree.remarks.append((span, meant.remark))
    if meant.several and meant.number is None:
        listed = {word: f" {word} ".join(str(each) for each in meant.several) for word in ("atau", "or")}
        form.fault(
            Code.UNKNOWN_STEP,
            span,
            Message(
                f"{name(text)} dapat berarti kegiatan {listed['atau']}.", f"{name(text)} may mean step {listed['or']}."
            ),
            Message("Pilih lagi langkahnya dari daftar di sel ini.", "Choose the step from this cell's list again."),
        )
    number = meant.number if meant.number is not None or not meant.several else meant.several[0]
    if number is None:
        return text
    if number == 0:
        return "selesai"
    own = known.ids[number - 1] if number <= len(known.ids) else ""
    return own or str(number)


def _time(form: Form, step: dict[str, Any], path: Path, table: Table, row: int) -> None:
    found, unit = table.at(row, "waktu"), table.at(row, "satuan")
    text, said = text_in(found, form.tree.faults), text_in(unit, form.tree.faults)
    form.tree.spans[(*path, "waktu")] = found.span
    if text or said:
        step["waktu"] = f"{text} {said}".strip()


def splits_time(text: str) -> tuple[str, str]:
    """`15 menit` → its number and unit, where reading puts them together again; else the text alone."""
    found = re.fullmatch(r"(\d{1,4}) (.+)", text)
    return (found[1], found[2]) if found and found[2] in UNITS else (text, "")
