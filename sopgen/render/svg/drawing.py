"""A page in, one SVG out, painted from the back to the front as the PDF is: fills, rules, logo, texts, arrows, symbols.

Over each cell's fill lies a rectangle that nobody sees, so that a click anywhere in the cell finds it.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterator
from itertools import groupby

from sopgen.outlines import arrow_head, arrow_shaft, symbol_outline
from sopgen.render.pdf.pieces import SOFT_HYPHEN, lines_of
from sopgen.render.reading_order import drawing_texts
from sopgen.render.rule_order import rules_from_behind, weight
from sopgen.render.shapes import glyph_shape, number
from sopgen.render.stretches import stretches
from sopgen.render.svg import places
from sopgen.render.svg.fonts import font_rules, font_style
from sopgen.render.svg.marks import draw_marks
from sopgen.render.svg.markup import Words, attributes, data_path, grey, outline, quoted, said
from sopgen.scene import Document, Image, Page, Shape, SpecPath, Style, Text, cell_box
from sopgen.text.face import Face

_TEXT = "text{white-space:pre;font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision}"
_PNG = b"\x89PNG"


def draw_page(page: Page, document: Document, words: Words, *, with_fonts: bool) -> bytes:
    """The whole file, ending with a line feed."""
    width, height = page.size
    style = page.style or document.style
    title = f"{document.title}, halaman {page.number} dari {len(document.pages)}"
    rules = font_rules(_used_characters(page)) if with_fonts else ""
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}pt" height="{number(height)}pt" '
        f'viewBox="0 0 {number(width)} {number(height)}" lang="id" xml:lang="id" data-page="{page.number}" '
        f"data-kind={quoted(page.kind)}>"
    )
    parts = [
        root,
        f"<title>{said(title)}</title><style>{rules}{_TEXT}</style>",
        f'<rect width="{number(width)}" height="{number(height)}" fill="#fff"/>',
        *_fills(page),
        *([_watermark(page.watermark, page.size)] if page.watermark else []),
        *_rules(page),
        *_grounds(page),
        *_figures(page),
        *_places(page),
        *(_image(image) for image in page.images),
        *_texts(page),
        *_arrows(page, style),
        *_symbols(page, style, words),
        *_labels(page),
        *draw_marks(page, _text),
        "</svg>\n",
    ]
    return "\n".join(parts).encode()


def _fills(page: Page) -> Iterator[str]:
    for table, cell in page.cells():
        if cell.fill:
            yield f"<rect {_rectangle(cell_box(table, cell))} fill={quoted(cell.fill)}/>"


def _places(page: Page) -> Iterator[str]:
    for table, cell in page.cells():
        if cell.path or cell.step is not None:
            told = attributes(cell.role, cell.path, cell.step)
            yield f'<rect {_rectangle(cell_box(table, cell))} fill="none" pointer-events="all"{told}/>'


def _rectangle(box: tuple[float, float, float, float]) -> str:
    x0, y0, x1, y1 = box
    return f'x="{number(x0)}" y="{number(y0)}" width="{number(x1 - x0)}" height="{number(y1 - y0)}"'


def _rules(page: Page) -> Iterator[str]:
    for (lightness, width), group in groupby(rules_from_behind(page), key=weight):
        drawn = "".join(f"M{number(r.x0)} {number(r.y0)}L{number(r.x1)} {number(r.y1)}" for r in group)
        stroke = f'stroke="{grey(-lightness)}" stroke-width="{number(width)}"'
        yield f'<path d="{drawn}" fill="none" {stroke} stroke-linecap="square"/>'


def _grounds(page: Page) -> Iterator[str]:
    for _, text in drawing_texts(page):
        if text.ground:
            yield f"<rect {_rectangle(text.cell)} fill={quoted(text.ground)}/>"


def _figures(page: Page) -> Iterator[str]:
    for figure in page.figures:
        named = f'role="img" aria-label={quoted(figure.alternative)}' if figure.alternative else 'aria-hidden="true"'
        drawn = "".join(_shape(shape) for shape in figure.shapes)
        texts = "".join(piece for text in figure.texts for piece in _text(text))
        yield f"<g data-role={quoted(figure.role)} {named}>{drawn}{texts}</g>"


def _shape(shape: Shape) -> str:
    look = f'fill="{shape.fill or "none"}"'
    if shape.stroke:
        look += f' stroke="#000" stroke-width="{number(shape.stroke)}"'
    if shape.dash:
        look += f' stroke-dasharray="{" ".join(map(number, shape.dash))}"'
    if shape.round:
        look += ' stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{outline(shape.path)}" {look}/>'


def _image(image: Image) -> str:
    kind = "png" if image.data.startswith(_PNG) else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(image.data).decode()}"
    told = attributes(image.role, ("logo",))
    return (
        f'<image {_rectangle(image.box)} preserveAspectRatio="none" href="{source}" role="img" '
        f"aria-label={quoted(image.alternative)}{told}/>"
    )


def _texts(page: Page) -> Iterator[str]:
    for text in page.texts:
        yield from _text(text)
    for _, cell in page.cells():
        for text in cell.texts:
            yield from _text(text, text.path or cell.path)


def _text(text: Text, path: SpecPath = ()) -> Iterator[str]:
    """The text, then the characters that no font has."""
    pieces: list[str] = []
    for run, after in lines_of(text):
        found = list(stretches(run, text))
        for index, (words, x, baseline, meaning) in enumerate(found):
            if meaning:
                continue
            blank = " " if index == len(found) - 1 and after not in ("", SOFT_HYPHEN) else ""
            item = text.item_of(run)
            place = (*path, item) if path and item is not None else ()
            pieces.append(_placed(words + blank, x, baseline, place, turned=text.turned, face=run.face))
    colour = f' fill="{grey(text.grey)}"' if text.grey else ""
    told = attributes(text.role, path, text.step)
    if pieces:
        look = f"style={quoted(font_style(text.face))} font-size={quoted(number(text.size))}"
        if text.turned:
            yield from (f"<text {look}{colour}{told} {piece}</text>" for piece in pieces)
        else:
            yield f"<text {look}{colour}{told}>{''.join(pieces)}</text>"
    for run in text.runs:
        for glyph in run.glyphs:
            shape = glyph_shape(glyph, turned=text.turned)
            drawn = "".join(map(outline, shape.paths))
            ink = (
                f'fill="{grey(text.grey)}"'
                if shape.stroke is None
                else f'fill="none" stroke="{grey(text.grey)}" stroke-width="{number(shape.stroke)}"'
            )
            yield f'<path d="{drawn}" {ink} role="img" aria-label={quoted(glyph.character)}/>'


def _placed(words: str, x: float, baseline: float, place: SpecPath, *, turned: bool, face: Face | None = None) -> str:
    if turned:  # the rest of a text's start tag: a tspan cannot be turned
        return f'transform="translate({number(x)} {number(baseline)}) rotate(-90)">{said(words)}'
    told = data_path(place) if place else ""
    told += "" if face is None else f" style={quoted(font_style(face))}"
    return f'<tspan x="{number(x)}" y="{number(baseline)}"{told}>{said(words)}</tspan>'


def _watermark(text: Text, size: tuple[float, float]) -> str:
    """Laid level by layout, turned about the page's centre to lie along the diagonal that climbs."""
    width, height = size
    diagonal = math.hypot(width, height)
    cos, sin = width / diagonal, height / diagonal
    drawn = []
    for run in text.runs:
        right, up = run.x - width / 2, height / 2 - run.baseline
        x, y = width / 2 + right * cos - up * sin, height / 2 - right * sin - up * cos
        turn = " ".join(map(number, (cos, -sin, sin, cos, x, y)))
        drawn.append(
            f'<text style={quoted(font_style(text.face))} font-size="{number(text.size)}" fill="{grey(text.grey)}" '
            f'transform="matrix({turn})">{said(run.text)}</text>'
        )
    return f'<g aria-hidden="true">{"".join(drawn)}</g>'


def _arrows(page: Page, style: Style) -> Iterator[str]:
    stroke = f'fill="none" stroke="#000" stroke-width="{number(style.stroke)}"'
    for arrow in page.arrows:
        told = attributes("panah", places.of_arrow(arrow))
        head = arrow_head(arrow, style)
        tip = f'<path d="{outline(head)}"/>' if head else ""
        shaft = f'<path d="{outline(arrow_shaft(arrow, style))}" {stroke}/>'
        yield f'<g data-id={quoted(arrow.id)}{told} aria-hidden="true">{shaft}{tip}</g>'


def _symbols(page: Page, style: Style, words: Words) -> Iterator[str]:
    for symbol in page.symbols:
        told = attributes("simbol", places.of_symbol(symbol), symbol.step)
        name = words.symbol(symbol)
        drawn = f'<path d="{outline(symbol_outline(symbol, style))}" fill="#fff" stroke="#000"'
        yield (
            f'<g data-id={quoted(symbol.id)} data-symbol={quoted(symbol.kind)}{told} role="img">'
            f'<title>{said(name)}</title>{drawn} stroke-width="{number(style.stroke)}"/></g>'
        )


def _labels(page: Page) -> Iterator[str]:
    paths: dict[Text, SpecPath] = {arrow.label: places.of_arrow(arrow) for arrow in page.arrows if arrow.label}
    paths |= {symbol.number: places.of_symbol(symbol) for symbol in page.symbols if symbol.number}
    for _, text in drawing_texts(page):
        yield from _text(text, paths.get(text, ()))


def _used_characters(page: Page) -> dict[Face, frozenset[str]]:
    """What each face sets on this page."""
    used: dict[Face, set[str]] = {}
    for text in _all_texts(page):
        glyphs = {glyph.character for run in text.runs for glyph in run.glyphs}
        used.setdefault(text.face, {" "})
        for run in text.runs:
            used.setdefault(run.face or text.face, {" "}).update(set(run.text) - glyphs)
    return {face: frozenset(characters) for face, characters in used.items()}


def _all_texts(page: Page) -> Iterator[Text]:
    yield from page.texts
    yield from (text for figure in page.figures for text in figure.texts)
    yield from (text for _, cell in page.cells() for text in cell.texts)
    yield from (text for _, text in drawing_texts(page))
    yield from (badge.text for mark in page.marks for badge in mark.badges)
    if page.watermark:
        yield page.watermark
