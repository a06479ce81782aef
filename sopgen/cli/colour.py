"""Printed lines about faults and findings → the same in colour: their place, their weight, the mark under the line.

Colour says nothing that the words do not. None where NO_COLOR is set (no-color.org) or the terminal is dumb; click
takes it out where the output goes to a file or a pipe.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

import click

from sopgen.report.text import CONSEQUENCE, REMEDY, SOURCE

_LABELS = "|".join(re.escape(text) for told in (REMEDY, SOURCE, CONSEQUENCE) for text in (told.id, told.en))
_LABEL = re.compile(rf"^(    )({_LABELS}):(?= )")
_CARET = re.compile(r"^( *\| *)(\^+)$")
_HEADLINE = re.compile(
    r"^(?P<place>\S.*?): (?P<code>[A-Z]{2,9}-\d{2}\b)(?P<weight> (?:wajib|anjuran|mandatory|advised))?"
)


def wanted(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether lines may be in colour at all."""
    return not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def coloured(text: str) -> str:
    """Every line of `text`, which holds no control characters yet."""
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    if label := _LABEL.match(line):
        return label[1] + click.style(f"{label[2]}:", bold=True) + line[label.end() :]
    if caret := _CARET.match(line):
        return caret[1] + click.style(caret[2], fg="red", bold=True)
    if head := _HEADLINE.match(line):
        weight = head["weight"] or ""
        fg = "yellow" if weight.endswith(("anjuran", "advised")) else "red"
        rest = line[head.end() :]
        return f"{click.style(head['place'], bold=True)}: {click.style(head['code'] + weight, fg=fg)}{rest}"
    return line
