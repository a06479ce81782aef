"""The map of a bureau in, DOT out, for the `dot` layout: a cluster for each unit, every SOP a link to its document."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator

from sopgen.bureau.map import BureauMap, MapNode, Unit
from sopgen.render.graphviz.dot_text import marked_up, quoted

LINE = 26  # characters of a title on a line
UNIT_BREADTH = 3.0  # a unit's usual width as a share of its height
COLUMNS = 3  # of SOPs that no arrow touches

_LEGEND = {
    "sop": "panah: menyebut SOP itu",
    "signpost": "biru: SOP unit lain",
    "missing": "putus-putus: disebut, tetapi belum ada spesifikasinya",
}
_STYLES = {
    "sop": 'fillcolor="white", color="#34495e"',
    "signpost": 'fillcolor="#eaf1f8", color="#9fb6cc", fontcolor="#34495e", fontsize=8',
    "missing": 'style="rounded,dashed", color="#a05050", fontcolor="#a05050"',
}


def map_dot(bureau: BureauMap, title: str, *, dpi: int | None = None) -> str:
    """DOT for the whole map. Units with nothing between them stand in columns, in their own order."""
    rows = _rows(len(bureau.units))
    lines = [
        "digraph peta {",
        '  graph [layout=dot, rankdir=LR, charset="UTF-8", fontname="Arial", bgcolor=white, pad=0.3, nodesep=0.12,',
        f'         ranksep=0.45, pack=14, packmode="array_ilt{rows}", labelloc=t{_dpi(dpi)},',
        f"         label=<{_bold(title, 16)}<BR/>{_legend(bureau)}<BR/> >]",
        '  node [shape=box, style="rounded,filled", fontname="Arial", fontsize=9, margin="0.09,0.05", height=0.3]',
        '  edge [color="#34495e", penwidth=0.8, arrowsize=0.6]',
    ]
    for first in range(0, len(bureau.units), rows):
        # Graphviz fills each column from its foot.
        for number in reversed(range(first, min(first + rows, len(bureau.units)))):
            lines += _cluster(number, bureau.units[number])
    lines += [f'  "{source}" -> "{target}" [color="#7f8c9b"]' for source, target in bureau.arrows]
    return "\n".join([*lines, "}"]) + "\n"


def _rows(units: int) -> int:
    """Units below one another, so that the whole is about as broad as high."""
    columns = max(1, round(math.sqrt(units / UNIT_BREADTH)))
    return max(1, math.ceil(units / columns))


def _legend(bureau: BureauMap) -> str:
    kinds = {place.kind for unit in bureau.units for place in unit.places}
    told = [words for kind, words in _LEGEND.items() if kind in kinds]
    return f'<FONT POINT-SIZE="9" COLOR="#6b7680">{marked_up("; ".join(told))}</FONT>'


def _dpi(dpi: int | None) -> str:
    return f", dpi={dpi}" if dpi else ""


def _cluster(number: int, unit: Unit) -> Iterator[str]:
    yield f"  subgraph cluster_{number} {{"
    count = sum(place.kind == "sop" for place in unit.places)
    yield (
        f'    graph [label=<{_bold(unit.name, 11)} <FONT POINT-SIZE="9">({count} SOP)</FONT>>, labeljust=l, '
        'style="rounded,filled", fillcolor="#f5f6f7", color="#c4cad0", margin=10]'
    )
    yield from (f"    {_node(place)}" for place in unit.places)
    yield from (f'    "{source}" -> "{target}"' for source, target in unit.arrows)
    yield from _columns(unit)
    yield "  }"


def _columns(unit: Unit) -> Iterator[str]:
    """SOPs that no arrow touches would stand in one long column; unseen arrows set them side by side."""
    touched = {end for arrow in unit.arrows for end in arrow}
    alone = [place.id for place in unit.places if place.id not in touched]
    for first in range(0, len(alone), COLUMNS):
        row = alone[first : first + COLUMNS]
        if len(row) > 1:
            yield "    " + " -> ".join(f'"{name}"' for name in row) + " [style=invis]"


def _node(place: MapNode) -> str:
    lines = [marked_up(line) for line in textwrap.wrap(place.title, LINE) or [""]]
    note = [marked_up(line) for line in textwrap.wrap(place.note, LINE + 6)]
    small = f'<FONT POINT-SIZE="7" COLOR="#6b7680">{"<BR/>".join(note)}</FONT>' if note else ""
    text = "<BR/>".join(lines)
    label = f"{small}<BR/>{text}" if place.kind == "sop" and small else f"{text}<BR/>{small}" if small else text
    attributes = [f"label=<{label}>", f'id="{place.id}"', _STYLES[place.kind]]
    if place.kind == "missing":
        attributes.append(_tooltip(f"{place.title}: belum ada spesifikasinya"))
    else:
        link = place.link or f"#{place.points_to}"
        attributes += [f"URL={quoted(link)}", _tooltip(" ".join(filter(None, (place.note, place.title))))]
    return f'"{place.id}" [{", ".join(attributes)}]'


def _tooltip(text: str) -> str:
    return f"tooltip={quoted(text)}"


def _bold(text: str, size: int) -> str:
    return f'<FONT POINT-SIZE="{size}"><B>{marked_up(text)}</B></FONT>'
