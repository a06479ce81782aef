"""Panels → the SOPs in them, each with its spec's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopgen.diagnostics import Language, Message
from sopgen.drawn import textdoubts
from sopgen.drawn.accounting import Words
from sopgen.drawn.appearance import Appearance, appearance_of
from sopgen.drawn.cells import doubts_of_cells
from sopgen.drawn.chart import Read, read_chart
from sopgen.drawn.head import Head, heads_of
from sopgen.drawn.identity import Identity, goes_on, has_identity, identity_of, stacked
from sopgen.drawn.lanes import lane_names
from sopgen.drawn.leftout import left_out
from sopgen.drawn.legends import without_legend
from sopgen.drawn.misgivings import Places
from sopgen.drawn.model import Doubt, Panel
from sopgen.drawn.outside import outside_doubts
from sopgen.drawn.parting import parted
from sopgen.drawn.passages import Passage, passage
from sopgen.drawn.running import without_running
from sopgen.drawn.spec_text import Remarks, spec_text
from sopgen.drawn.table import PARTS, Part, joined, parts_of
from sopgen.drawn.telling import places_of, told_once
from sopgen.drawn.unread import chart_pictures, unread_doubts


class Imported(NamedTuple):
    """One SOP out of a file, with what it rests on."""

    identity: Identity
    panels: tuple[Panel, ...]
    parts: tuple[Part, ...]
    lanes: tuple[str, ...]
    steps: tuple[dict[str, Passage], ...]
    read: Read
    doubts: tuple[Doubt, ...]
    appearance: Appearance
    left_out: tuple[Message, ...] = ()

    def doubts_in(self, language: Language) -> tuple[tuple[str, str], ...]:
        """Place and words of each doubt; what is to be said of several places is said once."""
        return told_once(self.doubts, language)

    def spec(self, source: str, logo: str = "") -> str:
        """The spec's text; `source` is the file's name, `logo` that of a picture beside it."""
        groups = [lane.group for lane in max((part.head.lanes for part in self.parts), key=len)]
        groups = groups if len(groups) == len(self.lanes) else [""] * len(self.lanes)
        aside = left_out(self.panels, self.parts, has_logo=bool(logo))
        return spec_text(
            source,
            Remarks(self.doubts_in("id"), [each.id for each in aside], logo),
            self.identity,
            self.lanes,
            groups,
            self.steps,
            self.read,
            self.appearance,
        )


def read_panels(panels: Sequence[Panel]) -> tuple[Imported, ...]:
    """All SOPs, in their order."""
    each = [without_legend(part) for panel in without_running(panels) for part in parted(panel)]
    return tuple(_read(group) for group in _groups(each))


def _groups(panels: Sequence[Panel]) -> Iterator[tuple[Panel, ...]]:
    """A new SOP begins with a new identity, or with a table whose steps begin anew and have none."""
    group: list[Panel] = []
    has_header = has_steps = False
    before: Head | None = None
    for panel in panels:
        header = has_identity(panel)
        parts = tuple(parts_of(panel, 0, before if not header else None))
        more = bool(group) and not has_steps and goes_on(panel)
        if not header and not parts and not more:
            continue
        if group and (header or panel.begins) and (has_steps or not parts):
            if has_steps and (has_header or parts):
                yield tuple(group)
                group, has_header, has_steps = [], False, False
            elif has_header:  # a header without a table is no SOP
                group, has_header = [], False
        group.append(panel)
        has_header, has_steps = has_header or header, has_steps or bool(parts)
        before = parts[-1].head if parts else None if header else before
    if group and has_steps:
        yield tuple(group)


def _read(panels: tuple[Panel, ...]) -> Imported:
    parts: list[Part] = []
    before: Head | None = None
    for at, panel in enumerate(panels):
        parts += parts_of(panel, at, None if has_identity(panel) else before)
        before = parts[-1].head if parts else None
    parts, broken = joined(parts)
    identity, doubts = _identity(panels)
    lanes = max((part.head.lanes for part in parts), key=len)
    names = lane_names(lanes, [row.texts["kegiatan"] for part in parts for row in part.rows], wrapped=panels[0].wrapped)
    steps = tuple(
        {key: text for key in PARTS if (text := passage(row.texts[key], wrapped=panels[part.panel].wrapped))}
        for part in parts
        for row in part.rows
    )
    read, places = read_chart(panels, parts), Places(panels, parts)
    all_doubts = [*doubts, *_fewer_lanes(panels, parts, len(lanes))]
    all_doubts += [*(_no_chart(panels, parts) if not read.drawn else ()), *read.doubts]
    all_doubts += doubts_of_cells(panels, parts)
    all_doubts += [textdoubts.broken_row(places.step(step), step) for step in broken]
    all_doubts += unread_doubts(panels, parts, read)
    all_doubts += outside_doubts(panels, parts, Words(identity, names, steps))
    appearance = appearance_of(panels, parts, read.placed)
    aside = tuple(left_out(panels, parts))
    return Imported(
        identity, panels, tuple(parts), names, steps, read, tuple(dict.fromkeys(all_doubts)), appearance, aside
    )


def _identity(panels: tuple[Panel, ...]) -> tuple[Identity, tuple[Doubt, ...]]:
    for at, panel in enumerate(panels):
        if has_identity(panel):
            whole = [panel]
            for other in panels[at + 1 :]:
                if heads_of(whole[-1]) or not goes_on(other):
                    break
                whole.append(other)
            heads = heads_of(whole[-1])
            end = sum(each.size[1] for each in whole[:-1]) + (heads[0].top if heads else whole[-1].size[1] + 1)
            return identity_of(stacked(whole), end)
    told = Message("tidak ada bagian identitas yang terbaca (nomor, judul, kotak-kotak)", "no identity part was read")
    return Identity(), (Doubt(panels[0].name, told),)


def _fewer_lanes(panels: Sequence[Panel], parts: Sequence[Part], count: int) -> Iterator[Doubt]:
    """A head repeated on a later page may have been read, or drawn, with fewer lanes."""
    for part in parts:
        if (found := len(part.head.lanes)) < count:
            told = Message(
                f"kepala tabel di sini berkolom pelaksana {found}, yang terbanyak {count}: periksa pelaksananya",
                f"the table's head has {found} executors here, and {count} where it has most: look at the executors",
            )
            yield Doubt(panels[part.panel].name, told)


def _no_chart(panels: tuple[Panel, ...], parts: Sequence[Part]) -> Iterator[Doubt]:
    """A picture where the chart should be, or nothing that could be a symbol."""
    pictured = sorted({part.panel for part in parts if any(chart_pictures(panels[part.panel], [part]))})
    if pictured:
        told = Message(
            "bagan alurnya gambar: pelaksana dan panah harus diisi sendiri",
            "the chart is a picture: fill in executors and arrows yourself",
        )
        yield Doubt(places_of([panels[at] for at in pictured]), told, kind="chart")
        return
    told = Message(
        "tidak ada simbol, panah, atau tanda yang dikenal di lajur pelaksana: pelaksana dan panah harus diisi sendiri",
        "no symbol, arrow or mark that is known stands in the lanes: fill in executors and arrows yourself",
    )
    yield Doubt(panels[parts[0].panel].name, told, kind="chart")
