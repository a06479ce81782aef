"""The PDF: Document in, bytes out, and what such a file carries read back.

`drawing` paints the pages with reportlab, `tags` gives them their meaning, `rendering` puts both into an archival
file. Reading needs no reportlab, so it is imported by need.
"""

from __future__ import annotations

from sopgen.render.pdf.archive import Archival
from sopgen.scene import Document

__all__ = ["Archival", "render_pdf"]


def render_pdf(document: Document, archival: Archival = "3a") -> bytes:
    """The finished file: PDF/A-3a with its source attached, PDF/A-2a without, both PDF/UA-1 too, or a plain PDF."""
    from sopgen.render.pdf.rendering import render

    return render(document, archival)
