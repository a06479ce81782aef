"""The PDF: Document in, bytes out, and what such a file carries read back.

`drawing` paints the pages with reportlab, `tags` gives them their meaning, `rendering` puts both into an archival
file. Reading needs no reportlab, so it is imported by need.
"""

from __future__ import annotations

from typing import Literal

from sopgen.scene import Document

Archival = Literal["3a", "2a", "none"]
"""PDF/A-3a with its source attached; PDF/A-2a without; no archival file at all. Both kinds are PDF/UA-1 too."""


class NoImage(Exception):  # noqa: N818 - what was found
    """A picture of a kind that only Pillow decodes, where that cannot be had."""


def render_pdf(document: Document, archival: Archival = "3a") -> bytes:
    """The finished, sealed file: the same bytes for the same document, on any machine, at any time.

    Raises `NoImage`.
    """
    from sopgen.render.pdf.pillow import import_reportlab

    import_reportlab()
    from sopgen.render.pdf.rendering import render

    return render(document, archival)
