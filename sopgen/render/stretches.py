"""A run in, what is set of it out: its text without the characters that are drawn as shapes."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.scene import Run, Text
from sopgen.text.measure import SHAPE_WIDTH


def stretches(run: Run, text: Text) -> Iterator[tuple[str, float, float, str]]:
    """The run without its drawn characters, each stretch with its start.

    A blank stands in a drawn character's room, so that words do not grow together when they are copied; with it
    comes the character that it means.
    """
    room = SHAPE_WIDTH * text.size
    done, x, baseline = 0, run.x, run.baseline
    for glyph in run.glyphs:
        at = run.text.index(glyph.character, done)
        if at > done:
            yield run.text[done:at], x, baseline, ""
        if text.turned:
            yield " ", x, glyph.box[3], glyph.character
            baseline = glyph.box[3] - room
        else:
            yield " ", glyph.box[0], baseline, glyph.character
            x = glyph.box[0] + room
        done = at + 1
    if done < len(run.text):
        yield run.text[done:], x, baseline, ""
