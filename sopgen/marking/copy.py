"""The marked copy: the document's pages with rings and badges, a line that says what it is, and the legend behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Diagnostic, Language, Message, Severity
from sopgen.marking.badges import Room, Tag, badge_at, badge_width, place_badges
from sopgen.marking.legend import COLOURS, entries_of, legend_pages, told_entries
from sopgen.marking.obstacles import covered, other_rows, rules
from sopgen.marking.places import MarkedPlace, Places
from sopgen.scene import Box, Document, Mark, Page
from sopgen.text.face import Face

_BADGE_FACE: Final = Face("sans", bold=True)
_EDGE: Final = 8.0  # paper that printers do not reach
_BANNER: Final = Message("SALINAN BERTANDA", "MARKED COPY")
_REDRAWN: Final = Message(
    "SALINAN BERTANDA · DIGAMBAR ULANG, BUKAN HALAMAN BERKAS ASLI", "MARKED COPY · REDRAWN, NOT A PAGE OF THE FILE"
)
_OF_FILE: Final = Message("HAL. {} BERKAS", "P. {} OF THE FILE")
_BANNER_FILL: Final = "#5F6368"
_TITLE: Final = Message("{} (salinan bertanda)", "{} (marked copy)")

Placed = tuple[Diagnostic, MarkedPlace | None]


def marked_copy(
    document: Document,
    findings: Sequence[Diagnostic],
    summary: Message,
    language: Language,
    *,
    redrawn: bool = False,
    entries: Sequence[Diagnostic] | None = None,
    pages: Sequence[int] = (),
) -> Document:
    """A copy to look at, not to sign: without signature fields and without its source. The document stays as it is.

    `redrawn`: it shows what another file says, in pages that are not that file's. `entries`: the findings as a report
    tells them, each with its place in words, for the legend. `pages`: of each page the one of that file which it shows,
    where these have other numbers: a letter stands in front of them, or another SOP.
    """
    banner = (_REDRAWN if redrawn else _BANNER).in_language(language)
    places = Places(document)
    placed: list[Placed] = [(finding, places.find(finding)) for finding in findings]
    drawn = tuple(
        _marked(
            page,
            [each for each in placed if each[1] and each[1].page == index],
            document,
            _numbered(banner, pages[index], language) if len(pages) == len(document.pages) else banner,
        )
        for index, page in enumerate(document.pages)
    )
    listed = entries_of(placed) if entries is None else told_entries(entries)
    legend = legend_pages(document, listed, summary, language)
    title = _TITLE.in_language(language).format(document.title)
    return document._replace(title=title, pages=(*drawn, *legend), origin=None)


def _numbered(banner: str, page: int, language: Language) -> str:
    return f"{banner} · {_OF_FILE.in_language(language).format(page)}"


def _marked(page: Page, placed: Sequence[Placed], document: Document, words: str) -> Page:
    by_rings: dict[tuple[Box, ...], list[Diagnostic]] = {}
    for diagnostic, place in placed:
        if place:
            by_rings.setdefault(place.rings, []).append(diagnostic)
    width, height = page.size
    banner = _banner(page, words)
    room = Room(
        (_EDGE, _EDGE, width - _EDGE, height - _EDGE),
        (*covered(page, document.style.omega_radius), *(badge.box for badge in banner.badges)),
        rules(page),
        tuple(ring for rings in by_rings for ring in rings),
    )
    marks: list[Mark] = [banner]
    # The tightest places first: what has much room finds another.
    for rings in sorted(by_rings, key=lambda rings: (rings[0][2] - rings[0][0], rings)):
        found = by_rings[rings]
        tags = tuple(dict.fromkeys(Tag(each.code, COLOURS[each.severity]) for each in sorted(found, key=_weight)))
        badges, leader = place_badges(tags, rings[0], room, _BADGE_FACE, other_rows(page, rings[0]))
        room = room._replace(covered=(*room.covered, *(badge.box for badge in badges)))
        severity = min(found, key=_weight).severity
        look = (COLOURS[severity], severity is Severity.ANJURAN)
        marks.append(Mark(badges, rings[0], *look, leader))
        marks += [Mark((), ring, *look) for ring in rings[1:]]
    return page._replace(marks=tuple(marks), signature_field=False)


def _weight(diagnostic: Diagnostic) -> tuple[bool, str]:
    return diagnostic.severity is not Severity.WAJIB, diagnostic.code


def _banner(page: Page, words: str) -> Mark:
    """At the top edge of every page, where nothing of the document stands."""
    tag = Tag(words, _BANNER_FILL)
    return Mark((badge_at(tag, page.edges[2] - badge_width(words, _BADGE_FACE), 14, _BADGE_FACE),))
