"""An SOP that was read out of a drawing → what the rules over specs say of it, each finding at its cell.

The header, the boxes and the cells are judged even where the flow that was drawn makes no SOP: then as if every step
led to the next, without the rules that ask who leads where.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from sopgen.diagnostics import Diagnostic, Message, Refusal, Span
from sopgen.drawn.model import Panel
from sopgen.drawn.reading import Imported
from sopgen.drawn.table import Part, Row
from sopgen.drawn.words import BOXES, HEADER, meaning
from sopgen.intake import Loaded, MemorySource, load_spec
from sopgen.intake.loaded import Setelan
from sopgen.rules.checking import check_spec
from sopgen.rules.codes import ON_SPEC
from sopgen.rules.drawing.checking import cell_span
from sopgen.rules.held import CHART, FLOW, NO_CHART, Unexamined
from sopgen.rules.language.joint import says_joint
from sopgen.rules.language.words import whole_text
from sopgen.rules.remedies import on_paper

_NAME: Final = "terbaca.sop.yaml"
_EMPTY: Final = "MB-01"
_OF_A_FORM: Final = frozenset({"TBL-01", "TBL-03", "TBL-04", "SIM-02", "SIM-05", "AKT-01", "AKT-02"})
"""Rules over specs whose part the drawing itself shows, or that ask for what no form says."""
_OF_THE_FLOW: Final = frozenset(
    "FMT-03 KEG-02 KEG-03 KEG-07 KEG-08 AKT-04 AKT-05 AKT-06 MB-02 MB-04 STD-01 "  # noqa: SIM905 - reads better as text
    "JNS-01 JNS-02 JNS-03 JNS-04 JNS-05".split()
)
_OF_WHO: Final = "KEG-04"
"""The one rule besides those that asks who does a step."""
_SEVERAL: Final = 2
_COLUMNS: Final = {
    "uraian": "kegiatan",
    "kelengkapan": "kelengkapan",
    "waktu": "waktu",
    "output": "output",
    "keterangan": "keterangan",
}
_JOINT: Final = Unexamined(
    Message(
        "apakah langkah dengan beberapa pelaksana memang harus dikerjakan bersama (AKT-01, AKT-02)",
        "whether steps of several executors must be done together (AKT-01, AKT-02)",
    ),
    Message(
        "tidak tertulis mengapa beberapa pelaksana mengerjakan satu langkah bersama",
        "nothing says why several executors do one step together",
    ),
)
_CELLS: Final = Unexamined(
    Message(
        "kepala, enam kotak, uraian kegiatan, dan mutu baku",
        "the header, the six boxes, the texts of the steps, mutu baku",
    ),
    Message("isinya tidak dapat dibaca sebagai SOP", "they cannot be read as an SOP"),
)


class ReadBack(NamedTuple):
    loaded: Loaded | None
    diagnostics: tuple[Diagnostic, ...]
    unexamined: tuple[Unexamined, ...]


def judge_read(imported: Imported, shown: str, setelan: Setelan, *, today: date, is_pictured: bool = False) -> ReadBack:
    """What can be said of it by its words. `is_pictured`: whether pictures lie where its chart should be."""
    missing = [
        Unexamined(doubt.place, doubt.message, decisive=doubt.kind != "beside")
        for doubt in imported.doubts
        if doubt.kind != "chart"
    ]
    if not imported.read.drawn:
        missing.insert(0, CHART if is_pictured else NO_CHART)
    loaded, whole = _spec(imported, shown)
    if loaded is None:
        return ReadBack(None, (), (*missing, _CELLS))
    if not whole and imported.read.drawn:
        missing.append(FLOW)
    elif any(len(step.pelaksana) > 1 and not says_joint(whole_text(step.uraian)) for step in loaded.sop.kegiatan):
        missing.append(_JOINT)
    loaded = loaded._replace(setelan=setelan)
    skipped = _OF_A_FORM if whole else _OF_A_FORM | _OF_THE_FLOW
    unread = frozenset(("tanggal", key) for key in _unread_dates(imported))
    covered = frozenset(("kegiatan", *cell) for doubt in imported.doubts for cell in doubt.covered)
    said = check_spec(loaded, today=today, codes=[code for code in ON_SPEC if code not in skipped])
    if not whole:
        said = _whoever_does_it(imported, shown, said, today)
    found = tuple(
        each._replace(
            span=_place(imported, loaded, each.path, shown),
            source_line=None,
            message=on_paper(each.message),
            remedy=on_paper(each.remedy),
        )
        for each in said
        if each.path[:2] not in unread and not (each.code == _EMPTY and each.path in covered)
    )
    return ReadBack(loaded, found, tuple(missing))


def _spec(imported: Imported, shown: str) -> tuple[Loaded | None, bool]:
    """The spec that it gives; False where its flow had to be left out."""
    for whole, each in ((True, imported), (False, _in_order(imported))):
        if (loaded := _loaded(each, shown)) is not None:
            return loaded, whole
    return None, False


def _loaded(imported: Imported, shown: str) -> Loaded | None:
    try:
        loaded = load_spec(MemorySource(shown, imported.spec(_NAME).encode(), logos=None))
    except Refusal:
        return None
    return loaded._replace(is_read_back=True)


def _whoever_does_it(
    imported: Imported, shown: str, said: tuple[Diagnostic, ...], today: date
) -> tuple[Diagnostic, ...]:
    """Without what is said of a step only because its executor, whom nobody could read, was taken for the first."""
    if len(imported.lanes) < _SEVERAL or all(imported.read.executors or ((),)):
        return said
    loaded = _loaded(_in_order(imported, len(imported.lanes) - 1), shown)
    other = check_spec(loaded, today=today, codes=[_OF_WHO]) if loaded else ()
    same = {(each.path, each.message) for each in other}
    return tuple(each for each in said if each.code != _OF_WHO or (each.path, each.message) in same)


def _in_order(imported: Imported, doer: int = 0) -> Imported:
    """Every step leads to the next. `doer`: the executor, from 0, of whatever step nobody could read any of."""
    executors = tuple(doers[:1] or (doer,) for doers in imported.read.executors) or ((doer,),) * len(imported.steps)
    read = imported.read._replace(edges=(), executors=executors, closing=frozenset())
    return imported._replace(read=read, lanes=imported.lanes or ("Pelaksana",))


def _unread_dates(imported: Imported) -> list[str]:
    """Dates that stand there and could not be read: nobody may call them missing."""
    told = " ".join(doubt.message.en for doubt in imported.doubts)
    return [key for key in ("pembuatan", "revisi", "efektif") if f"the date {key} " in told]


def _place(imported: Imported, loaded: Loaded, path: tuple[str | int, ...], shown: str) -> Span | None:
    """The cell that a place of the spec was read from; None where it came from a page."""
    if path[:1] == ("kegiatan",) and len(path) > 1 and isinstance(path[1], int):
        return _in_table(imported, path[1], str(path[2]) if len(path) > 2 else "", shown)
    if path[:1] == ("pelaksana",):
        lanes = [lane.id for lane in loaded.sop.pelaksana]
        return _lane_head(imported, lanes.index(str(path[1])) if path[1:] and path[1] in lanes else 0, shown)
    field = _field(path)
    for panel in imported.panels:
        cell = next((each for each in panel.cells if _names(each.text, field)), None)
        if cell is not None and panel.sheet:
            return cell_span(panel, (cell.box[0] + 0.5, cell.box[1] + 0.5), shown)
    first = imported.panels[0]
    return Span(shown, 1, 1, sheet=first.sheet) if first.sheet else None


def _lane_head(imported: Imported, lane: int, shown: str) -> Span | None:
    part = imported.parts[0]
    panel = imported.panels[part.panel]
    if not panel.sheet or not part.head.lanes:
        return None
    across = part.head.lanes[min(lane, len(part.head.lanes) - 1)].across
    return cell_span(panel, ((across[0] + across[1]) / 2, part.head.bottom - 1), shown)


def _field(path: tuple[str | int, ...]) -> str:
    keys = [element for element in path if isinstance(element, str)]
    return keys[1] if keys[:1] == ["tanggal"] and len(keys) > 1 else keys[0] if keys else ""


def _names(text: str, field: str) -> bool:
    first = text.strip().partition(":")[0].partition("\n")[0]
    return bool(field) and meaning(first, {**HEADER, **BOXES}) == field


def _in_table(imported: Imported, step: int, key: str, shown: str) -> Span | None:
    part, row = _row(imported, step)
    panel = imported.panels[part.panel]
    if not panel.sheet:
        return None
    return cell_span(panel, _point(imported, panel, part, row, step, key), shown)


def _row(imported: Imported, step: int) -> tuple[Part, Row]:
    rows = [(part, row) for part in imported.parts for row in part.rows]
    return rows[min(step, len(rows) - 1)]


def _point(imported: Imported, panel: Panel, part: Part, row: Row, step: int, key: str) -> tuple[float, float]:
    """Where the words of a column stand in a row, its symbol, or its number."""
    symbol = next((each for each in imported.read.placed if each.step == step and not each.extra), None)
    if key in {"pelaksana", "keputusan", "bersama", "lanjut"} and symbol:
        return symbol.symbol.centre
    column = part.head.columns.get(_COLUMNS.get(key, ""))
    if column is None:
        return row.across[0] + 0.5, row.down[0] + 0.5
    inside = [
        cell
        for cell in panel.cells
        if cell.text.strip()
        and column[0] - 1 <= cell.box[0]
        and cell.box[2] <= column[1] + 1
        and row.down[0] - 1 <= cell.box[1] < row.down[1] - 1
    ]
    if inside:
        return inside[0].box[0] + 0.5, inside[0].box[1] + 0.5
    return (column[0] + column[1]) / 2, row.down[0] + 0.5
