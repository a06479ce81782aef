"""What the program can say of itself: its version, the spec's schema, a rule's page."""

from __future__ import annotations

import sys

from sopgen.desk.documents import language_of
from sopgen.desk.question import Answer, File, Question
from sopgen.version import __version__


def about(question: Question) -> Answer:
    """The versions of program and language."""
    del question
    return Answer({"version": __version__, "python": ".".join(map(str, sys.version_info[:3]))})


def schema(question: Question) -> Answer:
    """The JSON Schema of a spec."""
    from sopgen.intake import json_schema

    del question
    return Answer({"schema": json_schema()})


def explain(question: Question) -> Answer:
    """The page of the rule with this `code`, as Markdown; None where it has none."""
    from sopgen.rules.page import rule_page
    from sopgen.rules.registry import REGISTRY

    rule = REGISTRY.get(str(question.data["code"]))
    return Answer({"page": rule_page(rule, language_of(question)) if rule else None})


def fonts(question: Question) -> Answer:
    """Every face as a file, with the names and styles by which the drawn pages call it."""
    from sopgen.render.svg.fonts import css_family
    from sopgen.text.face import FAMILIES, Face
    from sopgen.text.measure import font_name, font_path

    del question
    faces = [Face(family, bold, italic) for family in FAMILIES for bold in (False, True) for italic in (False, True)]
    described = [
        {
            "family": css_family(face),
            "weight": "700" if face.bold else "400",
            "style": "italic" if face.italic else "normal",
        }
        for face in faces
    ]
    files = tuple(File(f"{font_name(face)}.ttf", "font/ttf", font_path(face).read_bytes()) for face in faces)
    return Answer({"fonts": described}, files)
