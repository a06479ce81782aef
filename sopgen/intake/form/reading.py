"""A form's cells → the tree of a spec: what is left empty is left out, each value at its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, Path, name
from sopgen.intake.form.leftovers import apply_leftovers
from sopgen.intake.form.sheets import Found, Table, find_table, text_in
from sopgen.intake.form.targets import Steps, step_meant
from sopgen.intake.form.words import (
    BOX_COLUMNS,
    BOX_TITLES,
    BOXES,
    FIELDS,
    IDENTITY,
    LANE_COLUMNS,
    LANES,
    MATRIX,
    MOST_ANSWERS,
    ONE_ITEM,
    SOURCE,
    STEP_COLUMNS,
    STEPS,
    UNITS,
    UNNUMBERED,
    folded,
)
from sopgen.intake.nearest import did_you_mean
from sopgen.intake.tree import Tree
from sopgen.workbook.grid import Grid, read_grids
from sopgen.workbook.package import NoWorkbook

_ITEM: Final = re.compile(r"\s*[-•–]\s+(.*)", re.DOTALL)
_SEVERAL: Final = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s+dan\s+|\s*&\s*")
_TICKS: Final = frozenset({"x", "v", "✓", "✔", "√", "ya", "1", "start", "decision", "p", "●", "•"})
_LEADS: Final = frozenset({"1", "p", "start"})


class FormTree(Tree):
    """`codes`: every row's own, in order."""

    def __init__(self, shown: str) -> None:
        super().__init__(shown, ())
        self.remarks = []
        self.codes: list[str] = []


def read_form(data: bytes, shown: str) -> FormTree:
    """The tree; a workbook that is no form has one fault that says so."""
    tree = FormTree(shown)
    try:
        grids = read_grids(data)
    except NoWorkbook:
        message = Message("Buku kerja ini tidak dapat dibaca.", "This workbook cannot be read.")
        remedy = Message("Buka lalu simpan lagi sebagai XLSX.", "Open it and save it again as XLSX.")
        return _refused(tree, Fault(Code.BINARY, (), message, remedy))
    _Reader(grids, tree).read()
    return tree


def _refused(tree: FormTree, fault: Fault) -> FormTree:
    tree.broken = True
    tree.faults.append(fault)
    return tree


class _Reader:
    def __init__(self, grids: Sequence[Grid], tree: FormTree) -> None:
        self.grids, self.tree = grids, tree
        self.data: dict[str, Any] = {}
        self.lanes: dict[str, str] = {}  # a folded name or key → the key

    def read(self) -> None:
        steps = self._steps_table()
        if steps is None:
            message = Message("Lembar Kegiatan tidak ditemukan.", "There is no sheet Kegiatan.")
            remedy = Message(
                "Lembar itu memuat kolom Uraian kegiatan dan Pelaksana; buat formulir baru dengan `sopgen form`.",
                "It has the headings Uraian kegiatan and Pelaksana; make a new form by `sopgen form`.",
            )
            _refused(self.tree, Fault(Code.MISSING, (), message, remedy))
            return
        self.tree.spans[()] = Span(self.tree.shown, 1, 1, sheet=steps.grid.name)
        self._identity()
        self._boxes()
        self._executors()
        self._steps(steps)
        self.tree.data = self.data
        apply_leftovers(self.grids, self.data, self.tree.codes)

    # ---- Identitas

    def _identity(self) -> None:
        titles = {folded(each): field for field in FIELDS for each in (field.title, *field.others)}
        grid = next((each for each in self.grids if folded(each.name) == folded(IDENTITY)), None)
        grid = grid or next((each for each in self.grids if self._is_identity(each, titles)), None)
        if grid is None:
            self.data["judul"] = None
            return
        seen: set[Path] = set()
        for (row, column), cell in sorted(grid.cells.items()):
            field = titles.get(folded(cell.text))
            if field is None or field.path in seen or (column and any((row, c) in grid.cells for c in range(column))):
                continue
            seen.add(field.path)
            value_column = column + 1
            found = Found(
                "",
                Span(self.tree.shown, row + 1, value_column + 1, sheet=grid.name),
                grid.cells.get((row, value_column)),
            )
            if found.cell:
                found = found._replace(text=found.cell.text)
            text = text_in(found, self.tree.faults, dates=field.kind == "date")
            text = _iso_date(text) if field.kind == "date" else text
            self._put(field.path, text or None, found.span, keep_empty=field.path == ("judul",))
        self.data.setdefault("judul", None)

    def _is_identity(self, grid: Grid, titles: Mapping[str, Any]) -> bool:
        return sum(folded(cell.text) in titles for (_, column), cell in grid.cells.items() if column == 0) >= 3

    # ---- Isi kotak

    def _boxes(self) -> None:
        table = find_table(self.grids, BOXES, BOX_COLUMNS, ("box", "item"), self.tree.shown)
        if table is None:
            return
        keys = {folded(title): key for key, titles in BOX_TITLES.items() for title in (*titles, key)}
        current = ""
        for row in table.rows():
            box, item = table.at(row, "box"), table.at(row, "item")
            if said := text_in(box, self.tree.faults):
                current = keys.get(folded(said), "")
                if not current:
                    self._fault(
                        Code.WRONG_CHOICE,
                        box.span,
                        Message(f"Kotak {name(said)} tidak ada.", f"There is no box {name(said)}."),
                        did_you_mean(said, [titles[0] for titles in BOX_TITLES.values()]),
                    )
            text = text_in(item, self.tree.faults)
            if not current and text and not said:
                self._fault(
                    Code.MISSING,
                    box.span,
                    Message("Nama kotaknya belum dipilih.", "Its box is not chosen."),
                    Message("Pilih kotak di kolom Kotak.", "Choose the box in the column Kotak."),
                )
            if not current or not text:
                continue
            self._add_to_box(current, text, folded(text_in(table.at(row, "how"), self.tree.faults)), item.span)

    def _add_to_box(self, key: str, text: str, how: str, span: Span) -> None:
        if how == folded(UNNUMBERED):
            there = self.data.get(key)
            self.data[key] = f"{there}\n{text}" if isinstance(there, str) else text
            self.tree.spans.setdefault((key,), span)
            return
        items = self.data.setdefault(key, [])
        if isinstance(items, str):
            items = self.data[key] = [items]
        self.tree.spans.setdefault((key,), span)
        for each in [text] if how == folded(ONE_ITEM) else text.split("\n"):
            if each.strip():
                self.tree.spans[(key, len(items))] = span
                items.append(_without_dash(each))

    # ---- Pelaksana

    def _executors(self) -> None:
        table = find_table(self.grids, LANES, LANE_COLUMNS, ("nama",), self.tree.shown)
        if table is not None and ("uraian" in table.columns or folded(table.grid.name) == folded(STEPS)):
            table = None
        lanes: dict[str, Any] = {}
        for row in table.rows() if table else ():
            assert table is not None
            printed, key = table.at(row, "nama"), table.at(row, "kunci")
            text, short = text_in(printed, self.tree.faults), text_in(key, self.tree.faults)
            if not text and not short:
                continue
            short = short or _short_name(text, lanes)
            if short in lanes:
                self._fault(
                    Code.DUPLICATE_KEY,
                    key.span,
                    Message(
                        f"Nama singkat {name(short)} dipakai dua kali.", f"The short name {name(short)} stands twice."
                    ),
                    Message("Beri nama singkat yang berbeda.", "Give another short name."),
                )
                continue
            path: Path = ("pelaksana", short)
            value: dict[str, Any] = {"nama": text or short}
            for own in ("eksternal", "peran", "kelompok"):
                found = table.at(row, own)
                if said := text_in(found, self.tree.faults):
                    value[own] = said.replace(" ", "_") if own == "peran" else said
                    self.tree.spans[(*path, own)] = found.span
            lanes[short] = value if len(value) > 1 else value["nama"]
            self.tree.spans[path] = self.tree.key_spans[path] = printed.span
            self.tree.spans[(*path, "nama")] = printed.span
            for word in (text, short):
                self.lanes.setdefault(folded(word), short)
        for short in lanes:
            self.lanes[folded(short)] = short
        self.data["pelaksana"] = lanes
        span = Span(self.tree.shown, (table.head + 2) if table else 1, 1, sheet=table.grid.name if table else LANES)
        self.tree.spans[("pelaksana",)] = span

    # ---- Kegiatan

    def _steps_table(self) -> Table | None:
        found = find_table(self.grids, STEPS, STEP_COLUMNS, ("uraian", "pelaksana"), self.tree.shown)
        if found is None or not any(True for _ in found.rows()):
            matrix = find_table(self.grids, MATRIX, STEP_COLUMNS, ("uraian",), self.tree.shown)
            if matrix is not None and any(True for _ in matrix.rows()):
                return matrix
        return found

    def _steps(self, table: Table) -> None:
        rows = list(table.rows())
        codes = self._row_codes(table, rows)
        self.tree.codes = codes
        texts = tuple(text_in(table.at(row, "uraian"), []) for row in rows)
        known = Steps(tuple("" if code.startswith("#") else code for code in codes), texts)
        steps: list[Any] = []
        for index, row in enumerate(rows):
            path: Path = ("kegiatan", index)
            step: dict[str, Any] = {}
            self.tree.spans[path] = table.at(row, "uraian").span
            if not codes[index].startswith("#"):
                step["id"] = codes[index]
                self.tree.spans[(*path, "id")] = table.at(row, "kode" if "kode" in table.columns else "uraian").span
            self._cell(step, (*path, "uraian"), table.at(row, "uraian"), keep_empty=True)
            self._doers(step, path, table, row)
            self._ways(step, path, table, row, known)
            for key in ("kelengkapan", "output", "keterangan"):
                self._cell(step, (*path, key), table.at(row, key))
            self._time(step, path, table, row)
            steps.append(step)
        self.data["kegiatan"] = steps
        self.tree.spans[("kegiatan",)] = Span(self.tree.shown, table.head + 2, 1, sheet=table.grid.name)

    def _row_codes(self, table: Table, rows: Sequence[int]) -> list[str]:
        """Ids, and `#…` for rows without one. A copied row has its code no more than once."""
        codes: list[str] = []
        for position, row in enumerate(rows, start=1):
            said = text_in(table.at(row, "kode"), []) if "kode" in table.columns else ""
            codes.append(said if said and said not in codes else f"#baru{position}")
        return codes

    def _cell(self, step: dict[str, Any], path: Path, found: Found, *, keep_empty: bool = False) -> None:
        text = text_in(found, self.tree.faults)
        self.tree.spans[path] = found.span
        if text or keep_empty:
            step[str(path[-1])] = _content(text) if text else None

    def _doers(self, step: dict[str, Any], path: Path, table: Table, row: int) -> None:
        keys: list[str] = []
        first = table.at(row, "pelaksana")
        for found in (first, table.at(row, "dengan1"), table.at(row, "dengan2")):
            for said in self._named(text_in(found, self.tree.faults)):
                key = self.lanes.get(folded(said), said)
                self.tree.spans[(*path, "pelaksana", len(keys))] = found.span
                keys.append(key)
        if not keys:
            keys = self._ticked(table, row)
        self.tree.spans[(*path, "pelaksana")] = first.span
        step["pelaksana"] = keys if len(keys) > 1 else keys[0] if keys else None
        joint = table.at(row, "bersama")
        if said := text_in(joint, self.tree.faults):
            step["bersama"] = said
            self.tree.spans[(*path, "bersama")] = joint.span

    def _named(self, text: str) -> list[str]:
        if not text or folded(text) in self.lanes:
            return [text] if text else []
        return [part for part in _SEVERAL.split(text) if part]

    def _ticked(self, table: Table, row: int) -> list[str]:
        """Executor columns with ticks, in the columns' order; `1`, P or START marks who leads."""
        ticked: list[tuple[bool, str]] = []
        for heading, column in sorted(table.others.items(), key=lambda pair: pair[1]):
            key = self.lanes.get(heading)
            said = text_in(table.found(row, column), self.tree.faults).casefold() if key else ""
            if key and said in _TICKS:
                ticked.append((said not in _LEADS, key))
        return [key for _, key in sorted(ticked, key=lambda each: each[0])]

    def _ways(self, step: dict[str, Any], path: Path, table: Table, row: int, known: Steps) -> None:
        branches: dict[str, Any] = {}
        for number in range(1, MOST_ANSWERS + 1):
            answer, target = table.at(row, f"jawaban{number}"), table.at(row, f"ke{number}")
            said, to = text_in(answer, self.tree.faults), text_in(target, self.tree.faults)
            if not said and not to:
                continue
            if said in branches:
                self._fault(
                    Code.LABEL,
                    answer.span,
                    Message(f"Jawaban {name(said)} ditulis dua kali.", f"The answer {name(said)} stands twice."),
                    Message("Beri jawaban yang berbeda.", "Give another answer."),
                )
            here = (*path, "keputusan", said)
            self.tree.spans[here], self.tree.key_spans[here] = target.span, answer.span
            branches[said] = self._target(to, target.span, known) if to else None
        if branches:
            step["keputusan"] = branches
            self.tree.spans[(*path, "keputusan")] = table.at(row, "jawaban1").span
        following = table.at(row, "lanjut")
        said = text_in(following, self.tree.faults)
        if said:
            here = (*path, "lanjut")
            self.tree.spans[here] = following.span
            parts = (
                [said] if step_meant(said, known).number is not None else re.split(r"\s*[;\n]\s*|\s*,\s*(?=\d)", said)
            )
            targets = [self._target(part, following.span, known) for part in parts if part]
            step["lanjut"] = targets if len(targets) > 1 else targets[0]
            for position in range(len(targets)):
                self.tree.spans[(*here, position)] = following.span

    def _target(self, text: str, span: Span, known: Steps) -> str:
        meant = step_meant(text, known)
        if meant.remark is not None and self.tree.remarks is not None:
            self.tree.remarks.append((span, meant.remark))
        if meant.number is None:
            return text
        if meant.number == 0:
            return "selesai"
        own = known.ids[meant.number - 1] if meant.number <= len(known.ids) else ""
        return own or str(meant.number)

    def _time(self, step: dict[str, Any], path: Path, table: Table, row: int) -> None:
        found, unit = table.at(row, "waktu"), table.at(row, "satuan")
        text, said = text_in(found, self.tree.faults), text_in(unit, self.tree.faults)
        self.tree.spans[(*path, "waktu")] = found.span
        if text or said:
            step["waktu"] = f"{text} {said}".strip()

    def _put(self, path: Path, value: str | None, span: Span, *, keep_empty: bool = False) -> None:
        if value is None and not keep_empty:
            return
        holder = self.data
        for depth, element in enumerate(path[:-1], start=1):
            self.tree.spans.setdefault(path[:depth], span)
            holder = holder.setdefault(str(element), {})
        holder[str(path[-1])] = value
        self.tree.spans[path] = span

    def _fault(self, code: Code, span: Span, message: Message, remedy: Message) -> None:
        self.tree.faults.append(Fault(code, (), message, remedy, span=span))


def source_text(data: bytes) -> str:
    """The text that a form was made from; empty where it was made of nothing."""
    grid = next((each for each in read_grids(data) if each.name == SOURCE), None)
    return "".join(grid.cells[place].text for place in sorted(grid.cells)) if grid else ""


def _content(text: str) -> Any:
    """A cell of several lines: lines begun by a dash are the items of a list, under a sentence or alone."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if _ITEM.fullmatch(line)), None)
    if first is None or text in {"-", "–"}:
        return text
    items: list[str] = []
    for line in lines[first:]:
        if found := _ITEM.fullmatch(line):
            items.append(found[1].strip())
        elif line.strip():
            items[-1] += f"\n{line.strip()}"
    above = "\n".join(lines[:first]).strip()
    return {"teks": above, "butir": items} if above else items


def _without_dash(text: str) -> str:
    found = _ITEM.fullmatch(text)
    return found[1].strip() if found else text.strip()


def _iso_date(text: str) -> str:
    """`15/10/2018` and `15 Oktober 2018`, typed as texts, are dates, too."""
    from sopgen.intake.fields import suggested_date

    return suggested_date(text) or text


def _short_name(text: str, taken: Mapping[str, Any]) -> str:
    base = folded(text).replace(" ", "_")[:24].strip("_") or "pelaksana"
    if base.isdigit():
        base = f"p{base}"
    short, number = base, 2
    while short in taken:
        short, number = f"{base}_{number}", number + 1
    return short


def splits_time(text: str) -> tuple[str, str]:
    """`15 menit` → its number and unit, where reading puts them together again; else the text alone."""
    found = re.fullmatch(r"(\d{1,4}) (.+)", text)
    return (found[1], found[2]) if found and found[2] in UNITS else (text, "")
