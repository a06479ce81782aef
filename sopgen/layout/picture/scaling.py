"""A page drawn for one paper as the same page on a larger one of the same shape."""

from __future__ import annotations

from sopgen.scene import Box, Command, Figure, Glyph, Page, Run, Shape, Text


def scaled(page: Page, factor: float) -> Page:
    """Texts, pictures and figures alike; such a page has no tables and no flow."""
    width, height = page.size
    return page._replace(
        size=(round(width * factor, 2), round(height * factor, 2)),
        texts=tuple(_text(text, factor) for text in page.texts),
        images=tuple(image._replace(box=_box(image.box, factor)) for image in page.images),
        figures=tuple(_figure(figure, factor) for figure in page.figures),
        watermark=_text(page.watermark, factor) if page.watermark else None,
    )


def _box(box: Box, factor: float) -> Box:
    x0, y0, x1, y1 = box
    return (x0 * factor, y0 * factor, x1 * factor, y1 * factor)


def _text(text: Text, factor: float) -> Text:
    return text._replace(
        runs=tuple(_run(run, factor) for run in text.runs),
        size=text.size * factor,
        box=_box(text.box, factor),
        cell=_box(text.cell, factor),
    )


def _run(run: Run, factor: float) -> Run:
    glyphs = tuple(Glyph(glyph.character, _box(glyph.box, factor)) for glyph in run.glyphs)
    return run._replace(x=run.x * factor, baseline=run.baseline * factor, width=run.width * factor, glyphs=glyphs)


def _figure(figure: Figure, factor: float) -> Figure:
    return figure._replace(
        box=_box(figure.box, factor),
        shapes=tuple(_shape(shape, factor) for shape in figure.shapes),
        texts=tuple(_text(text, factor) for text in figure.texts),
    )


def _shape(shape: Shape, factor: float) -> Shape:
    path = tuple(Command(letter, tuple((x * factor, y * factor) for x, y in points)) for letter, points in shape.path)
    return shape._replace(path=path, stroke=shape.stroke * factor, dash=tuple(part * factor for part in shape.dash))
