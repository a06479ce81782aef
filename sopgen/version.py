"""The version of sopgen, where all rooms may read it: the package itself imports the pipeline for its API."""

__version__ = "0.1.0"

DRAWING = 2
"""The edition of the drawings, raised with each change that lets any SOP be drawn otherwise, released or not.

Every document tells the edition that it was drawn in. A check holds what stands where against today's drawing only of
documents of today's edition, or of none: what another one draws elsewhere is no change of anybody's.
`tests/test_drawing_edition.py` notices a change; `python tools/drawing_edition.py` records the new edition.
"""
