"""Flow: the symbols and arrows that follow from a Sop, without any geometry.

`simbol` cannot be asked for: capsule, box and diamond follow from the flow (docs/format-spesifikasi, "Symbols
follow from the flow"; Paparan KemenPAN-RB 2014, slides 43-46). A kegiatan occupies one *level* of
symbols, or up to three where extra capsules stand above or below its symbol in the same cell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Literal, NamedTuple

from sopgen.intake.sop import Arah, Kegiatan, Rute, Sop

NodeKind = Literal["terminator", "process", "decision"]
LevelRole = Literal["start", "step", "end"]


class Node(NamedTuple):
    """One symbol. It stands across lanes `lane_lo`…`lane_hi` (equal unless a wide joint symbol)."""

    id: str
    kind: NodeKind
    lane_lo: int
    lane_hi: int


class Level(NamedTuple):
    """Symbols at one height, left to right. `lead` is the index of the node that arrows enter.

    `role` is `start` or `end` for an extra capsule, which is no kegiatan of its own.
    """

    step: int
    role: LevelRole
    nodes: tuple[Node, ...]
    lead: int = 0
    opens: bool = False
    closes: bool = False


class Edge(NamedTuple):
    """An arrow of the flow between two levels (indexes). `steps` names it as the spec does; None: an extra capsule."""

    id: str
    source: int
    target: int
    steps: tuple[int | None, int | None]
    label: str = ""
    rute: Rute | None = None

    @property
    def is_return(self) -> bool:
        return self.target < self.source


class Flow(NamedTuple):
    """All levels top to bottom, all edges, and where each kegiatan's levels begin and end."""

    lanes: tuple[str, ...]
    levels: tuple[Level, ...]
    edges: tuple[Edge, ...]

    def levels_of(self, step: int) -> tuple[int, ...]:
        first = bisect_left(self.levels, step, key=attrgetter("step"))
        return tuple(range(first, bisect_right(self.levels, step, lo=first, key=attrgetter("step"))))


def build_flow(sop: Sop) -> Flow:
    """The symbols and arrows of `sop`, in the order of its kegiatan."""
    lanes = tuple(p.id for p in sop.pelaksana)
    levels: list[Level] = []
    main: dict[int, int] = {}
    start: int | None = None
    ends: dict[int, int] = {}
    for kegiatan in sop.kegiatan:
        symbol = _Symbol.of(kegiatan, sop)
        if symbol.extra_start:
            start = len(levels)
            levels.append(_capsule(kegiatan, "start", lanes))
        main[kegiatan.nomor] = len(levels)
        levels.append(_level(kegiatan, symbol, sop, lanes))
        if symbol.extra_end:
            ends[kegiatan.nomor] = len(levels)
            levels.append(_capsule(kegiatan, "end", lanes))
    return Flow(lanes, tuple(levels), tuple(_edges(sop, main, start, ends)))


class _Symbol(NamedTuple):
    kind: NodeKind
    opens: bool
    closes: bool
    extra_start: bool
    extra_end: bool

    @staticmethod
    def of(kegiatan: Kegiatan, sop: Sop) -> _Symbol:
        stacked = sop.tampilan.kapsul == "tambahan"
        first = kegiatan.nomor == 1
        closing = len(kegiatan.arah) == 1 and kegiatan.arah[0].ke is None
        forks = len(kegiatan.arah) > 1
        if len(sop.kegiatan) == 1 and not forks:  # one kegiatan is one capsule, whatever the bureau's habit
            return _Symbol("terminator", opens=True, closes=True, extra_start=False, extra_end=False)
        extra_start = first and (stacked or forks)
        extra_end = (closing and stacked) or (forks and any(a.ke is None for a in kegiatan.arah))
        opens = first and not extra_start
        closes = closing and not extra_end
        kind: NodeKind = "process"
        if opens or closes:
            kind = "terminator"
        elif kegiatan.keputusan and len(kegiatan.pelaksana) == 1:
            kind = "decision"
        return _Symbol(kind, opens, closes, extra_start, extra_end)


def _capsule(kegiatan: Kegiatan, role: LevelRole, lanes: tuple[str, ...]) -> Level:
    lane = lanes.index(kegiatan.pelaksana[0])
    node = Node(f"s{kegiatan.nomor}{'m' if role == 'start' else 's'}", "terminator", lane, lane)
    return Level(kegiatan.nomor, role, (node,), opens=role == "start", closes=role == "end")


def _level(kegiatan: Kegiatan, symbol: _Symbol, sop: Sop, lanes: tuple[str, ...]) -> Level:
    name = f"s{kegiatan.nomor}"
    places = [lanes.index(p) for p in kegiatan.pelaksana]
    neighbours = max(places) - min(places) + 1 == len(places)
    if len(places) == 1 or (sop.tampilan.gabungan == "lebar" and neighbours):
        nodes: tuple[Node, ...] = (Node(name, symbol.kind, min(places), max(places)),)
        lead = 0
    else:
        ordered = sorted(places)
        lead = ordered.index(places[0])
        nodes = tuple(
            Node(name if i == lead else f"{name}.{i + 1}", symbol.kind if i == lead else "process", lane, lane)
            for i, lane in enumerate(ordered)
        )
    return Level(kegiatan.nomor, "step", nodes, lead, symbol.opens, symbol.closes)


def _edges(sop: Sop, main: dict[int, int], start: int | None, ends: dict[int, int]) -> list[Edge]:
    found: list[Edge] = []

    def add(source: int, target: int, steps: tuple[int | None, int | None], arah: Arah | None = None) -> None:
        label, rute = (arah.label, arah.rute) if arah else ("", None)
        found.append(Edge(f"a{len(found) + 1}", source, target, steps, label, rute))

    if start is not None:
        add(start, main[1], (None, 1))
    for kegiatan in sop.kegiatan:
        here = main[kegiatan.nomor]
        for arah in kegiatan.arah:
            if arah.ke is not None:
                add(here, main[arah.ke], (kegiatan.nomor, arah.ke), arah)
            elif kegiatan.nomor in ends:
                add(here, ends[kegiatan.nomor], (kegiatan.nomor, None), arah)
    return found
