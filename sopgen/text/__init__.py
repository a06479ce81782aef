"""Fonts, measures and line breaks: face and text in, widths and lines out, in em."""
