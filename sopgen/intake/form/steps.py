"""The sheets *Kegiatan* and *Kegiatan (matriks)*: a row a step."""

from __future__ import annotations

import re
from typing import Any, Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Path, name
from sopgen.intake.form.celltexts import text_in
from sopgen.intake.form.filling import Form, content_of
from sopgen.intake.form.leftovers import texts_by_code
from sopgen.intake.form.rowcodes import row_codes
from sopgen.intake.form.sheets import Found, Table, table_of
from sopgen.intake.form.targets import SEPARATOR, Steps, label, step_meant
from sopgen.intake.form.unread import tell_unread_columns
from sopgen.intake.form.words import BRANCH_WORDS, MATRIX, MOST_ANSWERS, STEP_COLUMNS, STEPS, UNITS, folded
from sopgen.intake.references import MAX_STEPS
from sopgen.intake.tree import UNREAD

_SEVERAL: Final = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s+dan\s+|\s*&\s*")
_TICKS: Final = frozenset(
    {"x", "v", "✓", "✔", "☑", "√", "ü", "ya", "1", "start", "decision", "p", "●", "•", "o", "*", "2"}
)  # ü: a tick in Wingdings
_NO_TICKS: Final = frozenset({"-", "–", "tidak", "0", "☐"})
_UNIT_WORDS: Final = frozenset(word for unit in UNITS for word in unit.split())
_LEADS: Final = frozenset({"1", "p", "start"})


def find_steps(form: Form) -> Table | None:
    """The sheet of steps: the matrix where it is the one filled in. One of both that is filled is a fault."""
    found, matrix = (_best(form, title, ticked=title == MATRIX) for title in (STEPS, MATRIX))
    for table in (found, matrix):
        if table is not None:
            form.taken.add(table.grid.name)
    ticked = next(matrix.rows(), None) if matrix is not None else None
    if matrix is None or ticked is None:
        return found
    if found is not None and next(found.rows(), None) is not None:
        form.fault(
            Code.FORM_CELL,
            matrix.at(ticked, "uraian").span,
            Message(
                f"Lembar {name(found.grid.name)} dan {name(matrix.grid.name)} sama-sama berisi kegiatan.",
                f"Both the sheets {name(found.grid.name)} and {name(matrix.grid.name)} hold steps.",
            ),
            Message("Kosongkan salah satunya.", "Empty one of them."),
        )
        return found
    return matrix


def _best(form: Form, title: str, *, ticked: bool) -> Table | None:
    """The sheet of that title, else the one with most columns of ours, with a column of executors or without."""
    found: list[tuple[bool, int, Table]] = []
    for grid in form.free():
        table = table_of(grid, STEP_COLUMNS, ("uraian",), form.tree.shown)
        called = folded(grid.name) == folded(title)
        if table is None or ("pelaksana" not in table.columns) != ticked or (grid.is_hidden and not called):
            continue
        if called or not ticked or table.others:
            found.append((called, len(table.columns), table))
    return max(found, key=lambda each: each[:2], default=(False, 0, None))[2]


def read_steps(form: Form, table: Table) -> None:
    lanes = {column for heading, column in table.others.items() if heading in form.lanes}
    tell_unread_columns(form, table, lanes)
    rows = list(table.rows(lanes))
    texts = tuple(text_in(table.at(row, "uraian"), []) for row in rows)
    said = [text_in(table.at(row, "kode"), []) for row in rows]
    codes = row_codes(said, texts, texts_by_code(form.grids))
    form.tree.codes, form.tree.texts = codes, list(texts)
    ids = tuple("" if code.startswith("#") else code for code in codes)
    known = Steps(ids, texts, tuple(codes), tuple(_number_of(table.at(row, "no")) for row in rows))
    form.steps = known
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


def _number_of(found: Found) -> int:
    """What stands in *No*, `3` or `3.`; 0 where that is no number."""
    text = found.text.strip(" .)")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(MAX_STEPS)) else 0


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
            if renamed := form.renamed.get(folded(said)):
                form.tree.outdated.setdefault(found.span, []).append((said, renamed.now))
                if (renamed.span, renamed.told) not in (form.tree.remarks or ()):
                    form.remark(renamed.span, renamed.told)
            form.tree.spans[(*path, "pelaksana", len(keys))] = found.span
            keys.append(key)
    if not keys:
        keys = _ticked(form, table, row)
    form.tree.spans[(*path, "pelaksana")] = first.span
    step["pelaksana"] = keys if len(keys) > 1 else keys[0] if keys else None
    if keys and not form.lanes:
        step["pelaksana"] = UNREAD  # that there are no executors is told once
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
        key, found = form.lanes.get(heading), table.found(row, column)
        said = text_in(found, form.tree.faults).casefold() if key else ""
        if not key or not said or said in _NO_TICKS:
            continue
        if said not in _TICKS:
            form.fault(
                Code.FORM_CELL,
                found.span,
                Message(f"Tanda {name(found.text)} tidak dikenal.", f"There is no tick {name(found.text)}."),
                Message("Tulis x; P bila ia yang memimpin.", "Write x; P for who leads."),
            )
        ticked.append((said not in _LEADS, key))
    return [key for _, key in sorted(ticked, key=lambda each: each[0])]


def _ways(form: Form, step: dict[str, Any], path: Path, table: Table, row: int, known: Steps) -> None:
    branches: dict[str, Any] = {}
    for number in range(1, MOST_ANSWERS + 1):
        answer, target = table.at(row, f"jawaban{number}"), table.at(row, f"ke{number}")
        said, to = text_in(answer, form.tree.faults), text_in(target, form.tree.faults)
        if not said and not to:
            continue
        said = said or _answer_in_heading(table, number)
        if said in branches:
            form.fault(
                Code.LABEL,
                answer.span,
                Message(f"Jawaban {name(said)} ditulis dua kali.", f"The answer {name(said)} stands twice."),
                Message("Beri jawaban yang berbeda.", "Give another answer."),
            )
        here = (*path, "keputusan", said)
        form.tree.spans[here], form.tree.key_spans[here] = target.span, answer.span
        branches[said] = target_of(form, to, target.span, here) if to else None
    following = table.at(row, "lanjut")
    if len(branches) == 1 and _answer_in_heading(table, 1) in branches and following.cell is None:
        following = table.at(row, "ke1")  # in such tables a step with one way has it there
        branches = {}
    if branches:
        step["keputusan"] = branches
        form.tree.spans[(*path, "keputusan")] = table.at(row, "jawaban1").span
    said = text_in(following, form.tree.faults)
    if said:
        here = (*path, "lanjut")
        form.tree.spans[here] = following.span
        parts = [said] if step_meant(said, known).number is not None else re.split(r"\s*[;\n]\s*|\s*,\s*(?=\d)", said)
        targets = [target_of(form, part, following.span, here) for part in parts if part]
        step["lanjut"] = targets if len(targets) > 1 else targets[0]
        for position in range(len(targets)):
            form.tree.spans[(*here, position)] = following.span


def _answer_in_heading(table: Table, number: int) -> str:
    """`Lanjut ke No. (Ya)`: the answer, where no column has it."""
    column = table.columns.get(f"ke{number}")
    if column is None or f"jawaban{number}" in table.columns:
        return ""
    heading = folded(table.grid.cells[table.head, column].text) if (table.head, column) in table.grid.cells else ""
    return next((word for word in BRANCH_WORDS if heading.split()[-1:] == [folded(word)]), "")


def target_of(form: Form, text: str, span: Span, path: Path) -> str:
    """The id or number of the step that a cell names; the text itself where it names none."""
    known = form.steps
    meant = step_meant(text, known)
    if meant.worded:
        form.tree.worded.add(path)
    if meant.remark is not None:
        form.remark(span, meant.remark)
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
    if meant.number and SEPARATOR in text and (named := label(number, known.texts)) != " ".join(text.split()):
        form.tree.outdated.setdefault(span, []).append((text, named))
    if number == 0:
        return "selesai"
    own = known.ids[number - 1] if number <= len(known.ids) else ""
    return own or str(number)


def _time(form: Form, step: dict[str, Any], path: Path, table: Table, row: int) -> None:
    found, unit = table.at(row, "waktu"), table.at(row, "satuan")
    text, said = text_in(found, form.tree.faults), text_in(unit, form.tree.faults)
    form.tree.spans[(*path, "waktu")] = found.span
    if said and _UNIT_WORDS.intersection(folded(text).split()):
        form.fault(
            Code.FORM_CELL,
            unit.span,
            Message(
                f"Waktu {name(text)} sudah menyebut satuannya; di sini tertulis {name(said)}.",
                f"The time {name(text)} names its unit already; here stands {name(said)}.",
            ),
            Message(
                "Kosongkan sel ini, atau tulis angkanya saja di kolom Waktu.",
                "Empty this cell, or write the number alone as Waktu.",
            ),
        )
    if text or said:
        step["waktu"] = f"{text} {said}".strip()


def splits_time(text: str) -> tuple[str, str]:
    """`15 menit` → its number and unit, where reading puts them together again; else the text alone."""
    found = re.fullmatch(r"(\d{1,4}) (.+)", text)
    return (found[1], found[2]) if found and found[2] in UNITS else (text, "")
