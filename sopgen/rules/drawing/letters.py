"""Texts as programs that save a workbook anew leave them: the same letters, whatever became of blanks and lines."""

from __future__ import annotations


def letters(text: str) -> str:
    """Without blanks: a program that saves a workbook anew may break lines elsewhere."""
    return "".join(text.split())
