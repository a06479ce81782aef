"""Sizes of papers beside an SOP, in points unless the name says mm: our design, as on the SOP where that says it."""

from __future__ import annotations

from typing import Final

from sopgen.layout.style import FOOT_BASELINE, MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, MM

LEFT: Final = MARGIN_LEFT
RIGHT: Final = MARGIN_RIGHT
TOP_LANDSCAPE: Final = MARGIN_TOP
TOP_UPRIGHT: Final = 15 * MM
BOTTOM: Final = 17.5 * MM  # below it nothing but the foot line
FOOT_ABOVE_EDGE: Final = 10 * MM
FOOT_ABOVE_BAND: Final = FOOT_BASELINE
BAND_TO_TEXT: Final = 5.5 * MM

LEADING: Final = 1.2  # em
LEADING_WIDE: Final = 1.35  # em, where `air` is asked for
ITEM_GAP: Final = 0.16  # em between paragraphs of a cell
PARAGRAPH_GAP: Final = 0.75  # em between paragraphs of a wide text
PAD: Final = (5.1, 5.7)  # 1.8 mm beside, 2 mm above cap height and below the last baseline
HEAD_PAD: Final = 5.1

TITLE_SIZE: Final = 13.0
SUBTITLE_SIZE: Final = 10.5
NOTE_SIZE: Final = 7.5
SECTION_SIZE: Final = 9.5
FOOT_SIZE: Final = 7.5
GOES_ON_SIZE: Final = 8.5
GOES_ON_GAP: Final = 6.0
TAG_SIZE: Final = 6.5
LINE_TITLE: Final = 1.22  # em

BLOCK_GAP: Final = 9.0  # between blocks of different kinds
HEAD_GAP: Final = 15.0  # below title and subtitle
TITLE_GAP: Final = 6.0  # between title and subtitle
AIR_GAP: Final = 12.0  # below lines that stand wide apart
SIGN_GAP: Final = 18.0
SECTION_GAP: Final = 5.0  # between a section's heading and what it heads

FACT_LINE: Final = 1.44  # em from one fact to the next
FACT_LINE_WIDE: Final = 1.58
FACT_NUMBER: Final = 6.1 * MM  # room for a fact's number

TICK_SIDE: Final = 3 * MM
TICK_ROW: Final = 14.0  # from one box to the next
TICK_GAP: Final = 4.0
RULED: Final = 8.4 * MM  # from one line to write on to the next
BLANK_STROKE: Final = 0.4
BLANK_BELOW: Final = 1.0  # under the text's baseline
BLANK_GAP: Final = 2.5
BLANK_LEAST: Final = 20.0  # of a line to write on
STRUCK_AT: Final = 0.26  # em above the baseline
UNDER_AT: Final = 0.11  # em below it
STROKE_EM: Final = 0.055
TAG_PAD: Final = (3.0, 2.0)

RULE_FRAME: Final = 0.8
RULE_CELL: Final = 0.4
RULE_GREY: Final = 0.3
GREY: Final = 0.66
FILL: Final = "#E4E4E4"
BLACK: Final = "#000000"

LETTERHEAD_LOGO: Final = 17 * MM
LETTERHEAD_SIZE: Final = 11.5
LETTERHEAD_ADDRESS: Final = 8.5
LETTERHEAD_RULE: Final = 1.2
LETTERHEAD_GAP: Final = 4.5 * MM

SIGN_BLANK: Final = 57 * MM  # a line for a name
SIGN_NUMBER: Final = 50 * MM  # and for a number behind its label
NOTE_TO_SIGN: Final = 20 * MM
