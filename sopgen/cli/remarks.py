"""What a form's reader took otherwise than it stands there, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.diagnostics import Message
from sopgen.report.harmless import on_one_line

if TYPE_CHECKING:
    from sopgen.intake import Loaded


def remarks_of(loaded: Loaded) -> tuple[Message, ...]:
    return tuple(
        Message(*(on_one_line(f"{span.file}:{span.place}: {text}") for text in remark))
        for span, remark in loaded.remarks
    )
