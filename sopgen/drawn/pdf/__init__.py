"""A PDF file's bytes → panels: what each page draws and writes, as the one model has it.

`objects` takes paths and characters out of the file; `outlines` says what a closed path is, `strokes` what is a line
and which head is whose; `rules` tells the table's lines from the chart's and makes cells of them; `texts` puts
characters together; `pages` makes the panel. Two ways of drawing come to the same: strokes with a separate head, and
fills in the form of strokes.
"""
