"""The volume page by page: what stands where, and which page every SOP begins on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopgen.intake.compilation import Kompilasi
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout.compilation.column import Column, Draft
from sopgen.layout.compilation.contents import Contents, ContentsEntry
from sopgen.layout.compilation.cover import cover
from sopgen.layout.compilation.coverage import check_coverage
from sopgen.layout.compilation.decree import decree
from sopgen.layout.compilation.links import related_links
from sopgen.layout.compilation.member import Member
from sopgen.layout.compilation.note import arrow_place, usage_note
from sopgen.layout.compilation.paper import (
    HEADING_SIZE,
    NUMBER_ABOVE_EDGE,
    NUMBER_SIZE,
    SECTION_GAP,
    Upright,
    upright_page,
)
from sopgen.layout.compilation.wording import FrontTexts, words_of
from sopgen.layout.setting import Setter
from sopgen.scene import Arrow, Bookmark, Document, Link, Page, PageKind, Text
from sopgen.text.measure import DEFAULT, Measurer
from sopgen.wording import printed_date

PARTS_FROM = 30  # SOPs: a thicker volume is divided by unit, each part with its own contents
NO_UNIT = "Tanpa unit"


class _Part(NamedTuple):
    """The SOPs of one unit."""

    unit: str
    members: tuple[Member, ...]


def compile_volume(members: Sequence[Member], kompilasi: Kompilasi, measurer: Measurer = DEFAULT) -> Document:
    """One document with all pages. `members` stand in their order of binding within a unit. Raises Refusal."""
    parts = _parts(members)
    ordered = [member for part in parts for member in part.members]
    sops = [member.sop for member in ordered]
    words = words_of(kompilasi, sops)
    volume = _Volume(parts, words, kompilasi, measurer)
    pages = volume.pages()
    check_coverage(pages, kompilasi, measurer)
    first = ordered[0].document
    dates = [day for member in ordered for day in (member.document.modified, member.document.created) if day]
    decided = kompilasi.keputusan.tanggal
    return first._replace(
        title=words.title if words.year in words.title else f"{words.title} {words.year}",
        number=kompilasi.keputusan.nomor,
        unit=words.unit,
        agency=" ".join(words.agency),
        created=decided or max(dates, default=None),
        modified=decided or max(dates, default=None),
        pages=tuple(pages),
        origin=None,
        bookmarks=volume.bookmarks,
    )


def _parts(members: Sequence[Member]) -> list[_Part]:
    """By unit, in the order in which the units first come."""
    names = [on_one_line(*member.sop.unit) for member in members]
    return [
        _Part(unit, tuple(member for member, name in zip(members, names, strict=True) if name == unit))
        for unit in dict.fromkeys(names)
    ]


class _Volume:
    """Pages in order. Which page a SOP begins on follows from how many pages stand before it."""

    def __init__(self, parts: list[_Part], words: FrontTexts, kompilasi: Kompilasi, measurer: Measurer) -> None:
        self.parts, self.words, self.measurer = parts, words, measurer
        first = parts[0].members[0].sop
        self.tampilan = first.tampilan
        self.paper = upright_page(first.tampilan)
        self.setter = Setter(measurer)
        self.divided = len(parts) > 1 and sum(len(part.members) for part in parts) >= PARTS_FROM
        logo = first.logo
        self.front: list[tuple[PageKind, Draft]] = [("sampul", cover(words, self.paper, measurer, logo))]
        approval = kompilasi.keputusan.pengesahan
        self.front += [("keputusan", draft) for draft in decree(words, approval, self.paper, measurer, logo)]
        self.note = usage_note(words, self.paper, measurer)
        self.bookmarks: tuple[Bookmark, ...] = ()

    def pages(self) -> list[Page]:
        """Twice: the contents are as long whatever numbers stand in them."""
        length = len(self._contents({}, 0).column.pages)
        lengths = [len(self._part_contents(part, {}).column.pages) if self.divided else 0 for part in self.parts]
        note_at = len(self.front) + length + 1
        starts: dict[int, int] = {}
        dividers: list[int] = []
        page = note_at + len(self.note)
        number = 0
        for part, divider in zip(self.parts, lengths, strict=True):
            dividers.append(page)
            page += divider
            for member in part.members:
                starts[number] = page
                page += len(member.document.pages)
                number += 1
        return list(self._all(starts, dividers, note_at))

    def _all(self, starts: dict[int, int], dividers: list[int], note_at: int) -> Iterator[Page]:
        contents = self._contents(starts, note_at)
        made: list[Page] = []
        marks = [Bookmark("Sampul", 1), Bookmark(self.words.act.capitalize(), 2)]
        marks.append(Bookmark("Daftar Isi", len(self.front) + 1))
        marks.append(Bookmark("Penjelasan Singkat Penggunaan", note_at))
        for kind, draft in self.front:
            made.append(self._front_page(len(made) + 1, kind, draft))
        made += self._contents_pages(contents, len(made) + 1)
        for draft in self.note:
            made.append(self._front_page(len(made) + 1, "penjelasan", draft))
        related = related_links([member for part in self.parts for member in part.members], starts)
        number = 0
        for part, divider in zip(self.parts, dividers, strict=True):
            if len(self.parts) > 1:
                marks.append(Bookmark(part.unit or NO_UNIT, divider))
            if self.divided:
                made += self._contents_pages(self._part_contents(part, starts), len(made) + 1)
            for member in part.members:
                marks.append(Bookmark(on_one_line(member.sop.judul), starts[number], int(len(self.parts) > 1)))
                for offset, page in enumerate(member.document.pages):
                    links = related.get((number, offset), ())
                    made.append(self._bound(page, member.document, len(made) + 1, links))
                number += 1
        self.bookmarks = tuple(marks)
        return iter(made)

    def _contents(self, starts: dict[int, int], note_at: int) -> Contents:
        column = Column(self.paper, self.measurer)
        self._annex_of(column)
        self._title(column, "DAFTAR ISI")
        contents = Contents(column, self.tampilan.warna_kepala)
        contents.write([ContentsEntry(("Penjelasan Singkat Penggunaan",), note_at, whole=True), *self._entries(starts)])
        return contents

    def _entries(self, starts: dict[int, int]) -> Iterator[ContentsEntry]:
        number = 0
        for part in self.parts:
            if len(self.parts) > 1:
                yield ContentsEntry((part.unit or NO_UNIT,), None)
            for member in part.members:
                yield _entry(number, member.sop, starts)
                number += 1

    def _part_contents(self, part: _Part, starts: dict[int, int]) -> Contents:
        column = Column(self.paper, self.measurer)
        index = self.parts.index(part)
        before = sum(len(each.members) for each in self.parts[:index])
        self._title(column, f"BAGIAN {_roman(index + 1)}")
        self._title(column, (part.unit or NO_UNIT).upper(), gap=SECTION_GAP)
        contents = Contents(column, self.tampilan.warna_kepala)
        contents.write([_entry(before + n, member.sop, starts) for n, member in enumerate(part.members)])
        return contents

    def _title(self, column: Column, text: str, *, gap: float = 0.0) -> None:
        face = self.paper.face(bold=True)
        role = "judul_bagian" if not gap else "subjudul"
        column.paragraph(role, text, size=HEADING_SIZE, align="center", face=face)
        column.gap(gap or SECTION_GAP / 2)

    def _annex_of(self, column: Column) -> None:
        """What act this is the annex of, at the right above the contents, where the annex begins."""
        words = self.words
        sides = (self.paper.left + self.paper.breadth * 0.48, self.paper.right)
        lines = ("LAMPIRAN", f"{words.act} {words.official}".upper(), f"NOMOR {words.number}", "TENTANG")
        for line in (*lines, words.about.upper()):
            column.paragraph("lampiran", line, size=9.0, sides=sides)
        column.gap(SECTION_GAP)

    def _contents_pages(self, contents: Contents, number: int) -> list[Page]:
        links = contents.links
        return [
            self._front_page(number + n, "daftar_isi", draft, links[n] if n < len(links) else ())
            for n, draft in enumerate(contents.column.pages)
        ]

    def _front_page(self, number: int, kind: PageKind, draft: Draft, links: Sequence[Link] = ()) -> Page:
        paper = self.paper
        texts = list(draft.texts)
        if kind != "sampul":
            texts.append(self._number(number, paper.middle, paper.height - NUMBER_ABOVE_EDGE, paper))
        return Page(
            number,
            kind,
            (paper.width, paper.height),
            paper.edges,
            tuple(draft.tables),
            tuple(texts),
            tuple(draft.images),
            tuple(draft.symbols),
            _sample_arrow(draft),
            links=tuple(links),
        )

    def _number(self, number: int, x: float, baseline: float, paper: Upright) -> Text:
        cell = (x - 30, baseline - 12, x + 30, baseline + 3)
        return self.setter.single(
            "angka_halaman", str(number), paper.face(), NUMBER_SIZE, (x, baseline), cell, "center"
        )

    def _bound(self, page: Page, own: Document, number: int, links: Sequence[Link]) -> Page:
        """A SOP's page with its place in the volume: at the foot's level, in the margin beyond the table."""
        foot = next(text for text in page.texts if text.role == "halaman")
        right = page.edges[2]
        x = (right + page.size[0]) / 2
        baseline = foot.runs[0].baseline
        cell = (right, baseline - 12, page.size[0], baseline + 3)
        face = self.paper.face(bold=True)
        text = self.setter.single("angka_halaman", str(number), face, NUMBER_SIZE, (x, baseline), cell, "center")
        return page._replace(
            number=number, texts=(*page.texts, text), links=tuple(links), signature_field=False, style=own.style
        )


def _sample_arrow(draft: Draft) -> tuple[Arrow, ...]:
    table = next((table for table in draft.tables if table.role == "simbol"), None)
    if table is None:
        return ()
    return (Arrow("contoh-panah", "", "", (), ("R", "L"), arrow_place(table)),)


def _entry(number: int, sop: Sop, starts: dict[int, int]) -> ContentsEntry:
    texts = (
        str(number + 1),
        on_one_line(sop.nomor),
        on_one_line(sop.judul),
        printed_date(sop.tanggal.efektif),
        printed_date(sop.tanggal.revisi).replace("-", ""),
    )
    return ContentsEntry(texts, starts.get(number, 0))


def _roman(number: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        text += sign * count
    return text
