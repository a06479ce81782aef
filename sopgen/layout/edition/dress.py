"""What stands round the public edition's flow: the masthead or a page with it, the key to the signs, the foot."""

from __future__ import annotations

from sopgen.diagnostics import Message
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout import style
from sopgen.layout.edition.key import key_to_signs
from sopgen.layout.edition.masthead import Masthead
from sopgen.layout.faults import fault, in_millimetres, refuse
from sopgen.layout.flowpages.dress import Above, Dress
from sopgen.layout.flowpages.title import flow_title
from sopgen.layout.paper import Paper, foot_texts
from sopgen.layout.setting import Setter
from sopgen.scene import Page, Text

_EXTRACT = "Edisi publik: mutu baku tiap kegiatan tidak dicantumkan; naskah lengkap ada pada penyelenggara"
_EDITION = "Edisi publik"
_TITLE_AIR = 6.0  # between the facts and the PROSEDUR line, and so much less than usual between that and the key


def edition_front(sop: Sop, head: Masthead, paper: Paper, setter: Setter) -> tuple[tuple[Page, ...], Dress]:
    """The pages before the flow, where the masthead leaves it no room, and what stands round the flow."""

    def foot(number: int, count: int) -> tuple[Text, ...]:
        return _foot(sop, paper, setter, number, count)

    room = paper.bottom - paper.top
    own_page = head.bottom - paper.top > room * style.MASTHEAD_MOST
    if head.bottom > paper.bottom:
        over = in_millimetres(head.bottom - paper.bottom)
        raise refuse(
            fault(
                "GAMBAR-02",
                Message(
                    f"kepala edisi publik tidak muat pada satu halaman: {over} terlalu tinggi",
                    f"the head of the public edition fits no page: {over} too high",
                ),
                Message("persingkat `pelayanan`", "shorten `pelayanan`"),
                ("pelayanan",),
            )
        )
    start = paper.top if own_page else head.bottom + _TITLE_AIR
    title, height = flow_title(sop, paper._replace(top=start), setter)
    above = round(start - paper.top + height - _TITLE_AIR + style.KEY_HEIGHT, 2)  # the key needs less air than a table
    first = Above(above, (title,)) if own_page else Above(above, (title,), head.tables, head.images)
    if not own_page:
        return (), Dress(first, Above(), foot)
    size = (paper.width, paper.height)
    front = Page(1, "identitas", size, paper.edges, head.tables, images=head.images, band=paper.band)
    return (front,), Dress(first, Above(), foot)


def finished(
    sop: Sop, pages: tuple[Page, ...], paper: Paper, setter: Setter, watermark: Text | None
) -> tuple[Page, ...]:
    """With the key to the signs that occur above the first flow table, and feet where they lack."""
    found = []
    keyed = False
    for page in pages:
        if page.kind == "identitas":
            foot = _foot(sop, paper, setter, page.number, len(pages))
            found.append(page._replace(texts=foot, watermark=watermark))
        elif not keyed:
            keyed = True
            bottom = page.tables[-1].rows[0]
            found.append(page._replace(figures=(key_to_signs(sop, pages, paper, setter, bottom),)))
        else:
            found.append(page)
    return tuple(found)


def _foot(sop: Sop, paper: Paper, setter: Setter, number: int, count: int) -> tuple[Text, ...]:
    said = " · ".join(filter(None, (on_one_line(sop.nomor), _EXTRACT if number == 1 else _EDITION)))
    return foot_texts(paper, sop, setter, number, count, what=said)
