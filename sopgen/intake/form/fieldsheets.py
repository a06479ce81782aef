"""Sheets of one value a line, its words before it: *Identitas* and *Pelayanan*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sopgen.diagnostics import Message, Span
from sopgen.intake.fault import Path, name
from sopgen.intake.form.celltexts import as_offered, text_in
from sopgen.intake.form.filling import Form, content_of
from sopgen.intake.form.sheets import Found, head_rows
from sopgen.intake.form.words import FIELD_COLUMNS, FIELDS, IDENTITY, SERVICE, SERVICE_FIELDS, Field, folded
from sopgen.workbook.grid import Grid

_ENOUGH: Final = 3  # words of ours in a column, and a sheet of any name is the one


class _Pairs(NamedTuple):
    """A column of words and the column of what is said to each, below a header row or without one (-1)."""

    grid: Grid
    head: int
    words: int
    values: int


def read_identity(form: Form) -> None:
    _read_fields(form, IDENTITY, FIELDS)
    if "judul" not in form.data:
        form.put(("judul",), None, Span(form.tree.shown, 5, 2, sheet=IDENTITY))  # where a form has it


def read_service(form: Form) -> None:
    _read_fields(form, SERVICE, SERVICE_FIELDS)


def _read_fields(form: Form, title: str, fields: Sequence[Field]) -> None:
    titles = {folded(each): field for field in fields for each in (field.title, *field.others)}
    seen: set[Path] = set()
    for pairs in _pairs(form, title, titles):
        form.taken.add(pairs.grid.name)
        for row in sorted(row for row, column in pairs.grid.cells if column == pairs.words and row > pairs.head):
            field = titles.get(folded(pairs.grid.cells[row, pairs.words].text))
            if field is None:
                _tell_unknown(form, pairs, row)
            elif field.path not in seen:
                seen.add(field.path)
                _read_field(form, field, _value(form, pairs, row))


def _read_field(form: Form, field: Field, found: Found) -> None:
    form.tree.places[field.path] = found.span
    text = text_in(found, form.tree.faults, dates=field.kind == "date")
    text = iso_date(text) if field.kind == "date" else text
    text = as_offered(text, field.kind) if isinstance(field.kind, tuple) else text
    if text or field.path == ("judul",):
        form.put(field.path, _items_or_text(text) if field.kind == "content" else text or None, found.span)


def _pairs(form: Form, title: str, titles: Mapping[str, Field]) -> Iterator[_Pairs]:
    """Of the sheet of that title, else of one with enough words of ours; people set two columns side by side, too."""
    named = [each for each in form.grids if folded(each.name) == folded(title)]
    others = [each for each in form.grids if each not in named and not each.is_hidden]
    for grids, least in ((named, 1), (others, _ENOUGH)):
        counted = [(_counts(grid, titles), grid) for grid in grids]
        counts, grid = max(counted, key=lambda pair: max(pair[0].values(), default=0), default=({}, None))
        most = max(counts.values(), default=0)
        if grid is not None and most >= least:
            head, values = _head(grid, {column for column, count in counts.items() if count == most})
            words = [column for column, count in sorted(counts.items()) if count >= min(_ENOUGH, most)]
            for column in words[:1] if values is not None else words:
                at = values if values is not None else _next_filled(grid, column, titles)
                yield _Pairs(grid, head, column, at)
            return


def _counts(grid: Grid, titles: Mapping[str, Field]) -> dict[int, int]:
    """Column → how many fields it names."""
    found: dict[int, set[Path]] = defaultdict(set)
    for (_, column), cell in grid.cells.items():
        if field := titles.get(folded(cell.text)):
            found[column].add(field.path)
    return {column: len(paths) for column, paths in found.items()}


def _head(grid: Grid, words: set[int]) -> tuple[int, int | None]:
    """The header row and the column of values that it names; -1 and None without one."""
    for row, headings in sorted(head_rows(grid).items()):
        called = {folded(text): column for column, text in headings.items()}
        values = [called[folded(each)] for each in FIELD_COLUMNS["isi"] if folded(each) in called]
        if values and values[0] not in words and any(column in words for column in headings):
            return row, values[0]
    return -1, None


def _next_filled(grid: Grid, words: int, titles: Mapping[str, Field]) -> int:
    """The first column behind the words in which anything but colons stands beside one of them."""
    rows = {row for (row, column), cell in grid.cells.items() if column == words and folded(cell.text) in titles}
    filled = {column for (row, column), cell in grid.cells.items() if row in rows and cell.text.strip(" :")}
    return min((column for column in filled if column > words), default=words + 1)


def _value(form: Form, pairs: _Pairs, row: int) -> Found:
    cell = pairs.grid.cells.get((row, pairs.values))
    if cell is not None and cell.kind == "text" and cell.text.lstrip().startswith(":"):
        cell = cell._replace(text=cell.text.lstrip(" :"))
    span = Span(form.tree.shown, row + 1, pairs.values + 1, sheet=pairs.grid.name)
    return Found(cell.text if cell else "", span, cell)


def _tell_unknown(form: Form, pairs: _Pairs, row: int) -> None:
    """A line whose word is none of ours, with something beside it that nobody reads."""
    word, value = pairs.grid.cells[row, pairs.words], _value(form, pairs, row)
    if value.text.strip() and folded(word.text) not in _KNOWN:
        span = Span(form.tree.shown, row + 1, pairs.words + 1, sheet=pairs.grid.name)
        told = Message(
            f"Isian {name(word.text)} tidak dikenal; tidak dibaca.", f"There is no entry {name(word.text)}; not read."
        )
        form.remark(span, told)


_KNOWN: Final = frozenset(
    folded(each)
    for each in (
        *(word for field in (*FIELDS, *SERVICE_FIELDS) for word in (field.title, *field.others)),
        *(word for words in FIELD_COLUMNS.values() for word in words),
    )
)


def _items_or_text(text: str) -> Any:
    content = content_of(text)
    return [content["teks"], *content["butir"]] if isinstance(content, dict) else content


def iso_date(text: str) -> str:
    """`15/10/2018` and `15 Oktober 2018`, typed as texts, are dates, too."""
    from sopgen.intake.fields import suggested_date

    return suggested_date(text) or text
