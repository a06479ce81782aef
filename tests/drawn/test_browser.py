"""What Meja SOP's own pdfium tells comes out as what pypdfium2 tells: rows of numbers, or why there are none."""

from __future__ import annotations

import json
import sys
from array import array
from types import SimpleNamespace

import pytest

from sopgen import oldstock
from sopgen.drawn import files
from sopgen.drawn.pdf import browser, contents, objects, opening
from sopgen.drawn.pdf.contents import Pdf, PdfPage, Thing
from sopgen.drawn.pdf.pdfium import NativePdf
from tests.drawn.drawing_pdf import with_a_stray_arrow

KINDS = {"other": 4, "text": 1, "path": 2, "image": 3, "form": 5}


class Numbers(SimpleNamespace):
    """As a row of doubles of the browser's comes to Python."""

    def to_bytes(self) -> bytes:
        return array("d", self.row).tobytes()


class Library:
    """The page's pdfium, by pypdfium2. `why`: what comes of every question instead."""

    def __init__(self, why: str | None = None) -> None:
        self.why = why

    def open(self, data: bytes, bounds: str) -> object:
        assert json.loads(bounds)["objects"] == contents.MOST_OBJECTS
        return self.why if self.why in {"locked", "broken"} else File(NativePdf(data), self.why)


class File:
    def __init__(self, document: Pdf, why: str | None) -> None:
        self.document, self.why, self.fonts = document, why, []

    def count(self) -> int:
        return len(self.document)

    def page(self, number: int) -> object:
        if self.why:
            return self.why
        self.fonts = []
        page = self.document.page(number)
        things = list(self.things(page))
        return Numbers(row=things), Numbers(row=list(self.letters(page))), json.dumps(self.fonts)

    def picture(self, number: int, turned: int, pixels: int) -> object:
        wide, high, found = self.document.picture(number, turned, pixels)
        return wide, high, SimpleNamespace(to_bytes=lambda: found)

    def things(self, page: PdfPage):
        box, turned = page.view()
        yield from (*box, turned)
        yield from self.all(list(page.things()))

    def all(self, things: list[Thing]):
        yield len(things)
        for each in things:
            yield KINDS[each.kind]
            yield each.inner is not None
            yield from known(each.matrix)
            if each.inner is not None:
                yield from self.all(list(each.inner))
                continue
            yield from known(each.bounds)
            yield len(each.clips)
            for clip in each.clips:
                yield len(clip)
                yield from (number for point in clip for number in point)
            yield from self.drawn(each) if each.kind == "path" else ()
            yield from self.written(each) if each.kind == "text" else ()

    @staticmethod
    def drawn(thing: Thing):
        yield thing.drawn is not None
        if thing.drawn:
            yield from (*known(thing.drawn.fill), *known(thing.drawn.stroke), thing.drawn.width)
            yield len(thing.drawn.segments)
            yield from (number for segment in thing.drawn.segments for number in segment)

    def written(self, thing: Thing):
        self.fonts.append(thing.written.font)
        yield from (thing.key, len(self.fonts) - 1, thing.written.size, thing.written.says)
        yield len(thing.written.meanings)
        yield from (number for meaning in thing.written.meanings for number in (len(meaning), *meaning))

    @staticmethod
    def letters(page: PdfPage):
        for code, key, box, origin, angle, size, stretch in page.letters():
            yield from (code, key, *box, *origin, angle, size, stretch is not None, *(stretch or (0, 0)))


def known(values: tuple[float, ...] | None):
    yield values is not None
    yield from values or ()


@pytest.fixture
def in_page(monkeypatch):
    def use(why: str | None = None) -> None:
        monkeypatch.setattr(opening, "find_spec", lambda name: None)
        monkeypatch.setitem(sys.modules, browser.LIBRARY, Library(why))

    return use


def test_the_page_is_read_as_by_pypdfium2(in_page):
    page = with_a_stray_arrow()
    native = objects.sheets_of(page)
    imported = oldstock.import_drawn(page)
    pictures = oldstock.original_pages(page, imported[0])
    in_page()
    assert objects.sheets_of(page) == native
    assert oldstock.import_drawn(page) == imported
    assert oldstock.original_pages(page, imported[0]) == pictures


@pytest.mark.parametrize(
    ("why", "words"), [("locked", files.LOCKED_PDF), ("broken", files.NO_PDF), ("large", files.LARGE_PDF)]
)
def test_why_there_is_nothing_is_told_in_words(in_page, why, words):
    in_page(why)
    with pytest.raises(files.NotRead) as refused:
        oldstock.import_drawn(with_a_stray_arrow())
    assert refused.value.message == words
