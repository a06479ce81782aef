"""What a form's reader took otherwise than it stands there, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.diagnostics import Message
from sopgen.report.harmless import on_one_line

if TYPE_CHECKING:
    from sopgen.intake import Loaded


def remarks_of(loaded: Loaded) -> tuple[Message, ...]:
    told = [
        Message(*(on_one_line(f"{span.file}:{span.place}: {text}") for text in remark))
        for span, remark in loaded.remarks
    ]
    if told and loaded.outdated:
        file = on_one_line(loaded.shown_path)
        command = f'sopgen form "{file}" --perbarui' if " " in file else f"sopgen form {file} --perbarui"
        told.append(
            Message(
                f"{file}: nomor tujuan dan nama di dalamnya diperbarui dengan: {command}",
                f"{file}: its target numbers and names are brought up to date by: {command}",
            )
        )
    return tuple(told)
