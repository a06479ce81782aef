"""What an import leaves out of the spec because it is none of the SOP's matter, said once with its pages.

Marks of signing programs (their notes, a QR code or a stamp outside boxes and tables), the legend of symbols, and the
logo, which is saved on request.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.drawn.accounting import is_within, signing_notes, tables_on
from sopgen.drawn.logo import logo_of
from sopgen.drawn.model import Box, Panel
from sopgen.drawn.outside import drawings_outside
from sopgen.drawn.table import Part
from sopgen.drawn.telling import places_of

_LEAST = 4.0  # points: what is smaller both ways was drawn by a slip


def left_out(panels: Sequence[Panel], parts: Sequence[Part], *, has_logo: bool = False) -> Iterator[Message]:
    """In words, each with where it stands. `has_logo`: the logo was saved."""
    numbers = range(len(panels))
    noted = [panels[at] for at in numbers if any(signing_notes(panels[at], at, parts))]
    if noted:
        where = places_of(noted)
        yield Message(f"catatan tanda tangan elektronik ({where.id})", f"notes of an electronic signature ({where.en})")
    legends = [panel for panel in panels if panel.legend]
    if legends:
        where = places_of(legends)
        yield Message(f"keterangan arti simbol ({where.id})", f"the legend of symbols ({where.en})")
    pictured = [panels[at] for at in numbers if any(_pictures(panels, at, parts))]
    if pictured:
        where = places_of(pictured)
        yield Message(
            f"gambar di luar kotak dan tabel, misalnya kode QR atau cap ({where.id})",
            f"pictures outside boxes and tables, such as a QR code or a stamp ({where.en})",
        )
    logo = logo_of(panels)
    if logo is not None and not has_logo:
        where = logo.panel.name
        yield Message(f"logo ({where.id}; simpan dengan --logo)", f"the logo ({where.en}; save it with --logo)")


def _pictures(panels: Sequence[Panel], number: int, parts: Sequence[Part]) -> Iterator[Box]:
    """Those that no doubt tells of: outside of tables, and no logo."""
    panel, tables, logo = panels[number], tables_on(number, parts), logo_of(panels)
    told = set(drawings_outside(panels, number, parts))
    for box in panel.pictures:
        is_logo = logo is not None and logo.panel is panel and box == logo.box
        large = max(box[2] - box[0], box[3] - box[1]) >= _LEAST
        if large and not is_logo and box not in told and not is_within(box, tables):
            yield box
