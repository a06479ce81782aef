"""A paper's blocks in, its pages out: a Document of the same Scene as an SOP's.

`spans` breaks words of several faces into lines, `pieces` sets what stands in a cell, `grid` tables, `column` puts
blocks below each other and breaks pages, `paper` makes the document. Sizes: `sizes`.
"""

from sopgen.layout.papers.paper import lay_out_paper

__all__ = ["lay_out_paper"]
