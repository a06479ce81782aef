"""The whole order, and the only module that knows it: file -> Sop -> Document -> bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from sopgen import layout
from sopgen.diagnostics import Refusal
from sopgen.scene import Document, Origin
from sopgen.spec import Loaded, load_spec

Format = Literal["pdf"]


def load(path: str | Path) -> Loaded:
    """Read one spec and all that it rests on. Raises `Refusal` with every fault found."""
    return load_spec(Path(path))


def lay_out(loaded: Loaded, *, draft: bool = False) -> Document:
    """Draw a spec that was read. Raises `Refusal`, its diagnostics located in the spec's file."""
    try:
        document = layout.lay_out(loaded.sop, draft=draft)
    except Refusal as refusal:
        # Layout knows the spec's tree but no file.
        located = tuple(d if d.span else loaded.locate(d) for d in refusal.diagnostics)
    else:
        return document._replace(origin=Origin(loaded.path.name, loaded.source, loaded.defaults_source))
    raise Refusal(located)


def render_document(document: Document, output_format: Format = "pdf") -> bytes:
    """The finished file of a drawn document."""
    match output_format:
        case "pdf":
            from sopgen.render.pdf import render_pdf

            return render_pdf(document)


def build_document(path: str | Path, *, draft: bool = False) -> Document:
    """Spec file -> drawn document."""
    return lay_out(load(path), draft=draft)


def build_pdf(path: str | Path, *, draft: bool = False) -> bytes:
    """Spec file -> PDF."""
    return render_document(build_document(path, draft=draft), "pdf")
