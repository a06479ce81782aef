"""open: a file's bytes → the document in it: a spec as it stands, or what a finished document or a form holds."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from sopgen.desk.question import Answer, Question
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity
from sopgen.intake.decoding import decode

SUFFIX: Final = ".sop.yaml"
_FILL_IN: Final = Message(
    "Perbaiki isiannya di Excel atau LibreOffice, simpan, lalu buka lagi.",
    "Mend what is filled in with Excel or LibreOffice, save it, and open it again.",
)


def open_file(question: Question) -> Answer:
    """The blob `file`, which is called `name`."""
    name, data = str(question.data["name"]), question.blobs["file"]
    if data.startswith((b"%PDF", b"PK")):
        return _carried(name, data)
    return Answer({"document": {"name": name, "text": decode(data, name), "bureau": None}})


def _carried(name: str, data: bytes) -> Answer:
    from sopgen import pipeline
    from sopgen.render.enclosed import NothingEnclosed

    try:
        origin = pipeline.enclosed(data)
    except NothingEnclosed as nothing:
        if data.startswith(b"PK"):
            return _form(name, data)
        raise Refusal((_nothing(nothing.message),)) from None
    stem = PurePath(origin.name or name).name
    shown = stem if stem.endswith(SUFFIX) else f"{PurePath(name).stem}{SUFFIX}"
    bureau = None if origin.defaults is None else decode(origin.defaults, "sopgen.yaml")
    return Answer({"document": {"name": shown, "text": decode(origin.spec, shown), "bureau": bureau}})


def _form(name: str, data: bytes) -> Answer:
    """A workbook that carries no spec may be a form. Raises `Refusal` at its cells."""
    from sopgen import pipeline
    from sopgen.editing import EditFault
    from sopgen.intake import MemorySource
    from sopgen.intake.form.words import FORM_SUFFIX

    stem = PurePath(name).name.removesuffix(".xlsx").removesuffix(".form")
    try:
        text = pipeline.text_of_form(MemorySource(f"{stem}{FORM_SUFFIX}", data, logos=None)).decode()
    except EditFault as fault:
        raise Refusal((Diagnostic("BACA-01", Severity.WAJIB, fault.message, _FILL_IN),)) from None
    return Answer({"document": {"name": f"{stem}{SUFFIX}", "text": text, "bureau": None}})


def _nothing(why: Message) -> Diagnostic:
    message = Message(
        f"Berkas ini tidak membawa spesifikasinya: {why.id}.", f"This file does not carry its spec: {why.en}."
    )
    remedy = Message(
        "Buka berkas .sop.yaml-nya, atau PDF atau XLSX yang dibuat sopgen.",
        "Open its .sop.yaml file, or a PDF or XLSX that sopgen made.",
    )
    return Diagnostic("BACA-01", Severity.WAJIB, message, remedy)
