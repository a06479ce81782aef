"""A paper's blocks in, a file for a word processor out: real tables, styles, fields; the same bytes for the same paper.

Word and LibreOffice set lines and break pages themselves: here stands only what they need for it, such as which rows
are a head and what stays together.
"""

from sopgen.render.docx.rendering import render_docx

__all__ = ["render_docx"]
