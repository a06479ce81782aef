"""Every size, gap and penalty of the page: its value, unit and reason. Points unless the name says mm.

Sources: the measured mock of the SIREBO document (its table of measures) and, where it is silent,
what a careful draughtsman would do. Column edges and row heights stand on a grid of 3 pt, so that a
spreadsheet at 96 dpi can follow exactly (4 pixels).
"""

from __future__ import annotations

from typing import Final

MM: Final = 72 / 25.4
GRID: Final = 3.0

# --- page ---------------------------------------------------------------------------------------
MARGIN_LEFT: Final = 20 * MM  # the punched edge
MARGIN_RIGHT: Final = 15 * MM
MARGIN_TOP: Final = 12.5 * MM
FOOT_BASELINE: Final = 1.6 * MM  # above the free band
FOOT_ROOM: Final = 5.5 * MM  # between the table's end and the free band
FOOT_LEAST: Final = 8.0 * MM  # paper edge kept free where there is no band: what printers cannot reach
FOOT_SIZE: Final = 7.5
FOOT_GREY: Final = 0.25

# --- type ---------------------------------------------------------------------------------------
LINE_HEIGHT: Final = 1.2  # em; 1.15 clots, 1.3 costs a page
TITLE_SIZE: Final = 10.5
TITLE_LEAST: Final = 8.5
HEADER_SIZE: Final = 8.5
HEADER_LEAST: Final = 6.0
NAME_SIZES: Final = (8.5, 8.0, 7.5, 7.0)  # of the lanes' names: smaller rather than a divided word or a high head
LABEL_SIZE: Final = 7.5
LABEL_COMFORT: Final = 7.0  # what all labels of a document may shrink to
LABEL_SMALL: Final = 6.5  # what a label may shrink to before its arrow would rather leave by a side
LABEL_LEAST: Final = 6.0
NOTE_SIZE: Final = 7.5
NOTE_LEAST: Final = 6.0
NOTE_GREY: Final = 0.2
NUMBER_SIZE: Final = 8.0  # in a pentagon
ITEM_GAP: Final = 0.16  # em between list items
TYPE_COMFORT: Final = 8.5  # the flow table's type reads well at arm's length; below, it gives way to pages alone
PAGES_FOR_TYPE: Final = 2  # as many must smaller type save
SIZE_STEP: Final = 0.5  # between the sizes tried for the flow table

# --- flow table ---------------------------------------------------------------------------------
PAD_SIDE: Final = 4.5  # 1.6 mm
PAD_INK: Final = 5.1  # 1.8 mm above cap height and below the last baseline
SLACK: Final = 1.015  # beside the padding, room that a spreadsheet's own wrapping needs (6 pt and 3 % in all)
NO_WIDTH: Final = 24.0
TOO_TALL_WEIGHT: Final = 50.0  # a row higher than a page is to be avoided at any cost in other rows
LOOSE_WEIGHT: Final = 0.05  # what a lower cell is worth when its row stays as high
FIELD_LEAST: Final = 33.0  # a text column is never narrower
HEADER_ROW: Final = 15.0  # 5.6 mm: the row with "Pelaksana" and "Mutu Baku"
HEADER_PAD: Final = 4.0
HEAD_MOST: Final = 60.0  # the table's head is no higher where its names' type and its lanes' width can help it
NUMBER_ROW: Final = 12.0
HEADER_LIKELY: Final = (15.0, 30.0)  # the head's rows, while the columns are still being chosen
LANE_WISH: Final = 60.0  # 21 mm
LANE_FOR_WORDS: Final = 72.0  # what a lane may grow to so that no word of its name is divided
WORDS_SHARE: Final = 0.44  # what lanes may take together to be wider for words in their names
LANES_SHARE: Final = 0.56  # of the table without its number column: all lanes together take no more
LANE_MOST: Final = 84.0
LANE_OPEN_MOST: Final = 180.0  # what lanes grow to where no mutu baku is printed, rather than leave Kegiatan white
OPEN_TEXT: Final = 285.0  # 100 mm: what Kegiatan keeps there at least
OPEN_NOTE: Final = 75.0  # what Keterangan keeps there
TURNED_LANE: Final = 45.0  # lanes narrower than this have their names turned rather than divided
# what a row is high at least: a symbol of 8 mm with room for one track above the rule if that costs neither a page nor
# type; else so little that rows which need a track grow by themselves
ROW_STEPS: Final = (48.0, 42.0, 39.0)
LOW_ROW_STEPS: Final = (36.0, 33.0)  # besides, where no mutu baku is printed and texts take a line or two
LANE_STEPS: Final = (60.0, 54.0, 48.0, 45.0)  # what lanes may shrink to, comfort last, before type does
STRIP_HEAD: Final = 36.0
STRIP_FOOT: Final = 39.0
STRIP_TINT: Final = "#F6F6F6"
PAPER: Final = "#FFFFFF"
STRIP_PAD: Final = 5.4  # 1.9 mm between a pentagon and the frame
STRETCH_MOST: Final = 15.0  # extra height a row may take so that a page ends at its foot
ROW_STRETCHED: Final = 63.0  # what the lowest row may be stretched to

RULE_FRAME: Final = 0.8
RULE_TEXT: Final = 0.4
RULE_LANE: Final = 0.3
RULE_LANE_GREY: Final = 0.66

# --- symbols and arrows -------------------------------------------------------------------------
SYMBOL_WIDTH: Final = 36.0  # 12.7 mm
SYMBOL_HEIGHT: Final = 22.5  # 7.9 mm
SYMBOL_RATIO: Final = 1.6
SYMBOL_LEAST_WIDTH: Final = 15.0
PENTAGON_SHARE: Final = 0.75  # of the symbol's width
PENTAGON_POINT: Final = 0.2  # of its height, as spreadsheets draw theirs
STROKE: Final = 0.7  # twice a text rule, so never taken for one
ARROW_LENGTH: Final = 6.2  # 2.2 mm
ARROW_WIDTH: Final = 4.0
SHAFT_LEAST: Final = 6.0  # of an arrow's last piece, behind its head: less reads as a head without a line
HEAD_ROOM: Final = ARROW_LENGTH + SHAFT_LEAST
FRAME_CLEAR: Final = 3 * MM  # a line longer than a row keeps so far from the lanes' frame where it can
OMEGA_RADIUS: Final = 3.12  # 1.1 mm: smaller looks like a blot
OMEGA_LEAST: Final = 1.9  # in lanes so narrow that there is no room for a larger one
OMEGA_AIR: Final = 0.9  # between an Ω and any other line or corner

CLEAR_WISH: Final = 5.25  # 1.85 mm between a line and a rule, a symbol or another line
CLEAR_LEAST: Final = 2.95  # never under 1.0 mm (2.83 pt)
CORRIDOR_STEPS: Final = (5.25, 3.9, 2.95)  # spacing of tracks beside a symbol, tried in this order
INNER_SPACING: Final = 7.1  # 2.5 mm between parallel verticals: room for an Ω
TRACK_ABOVE_RULE: Final = 6.5  # 2.3 mm
TRACK_BELOW_RULE: Final = 5.4  # 1.9 mm
TRACK_PITCH: Final = 7.2
TRACK_TO_SYMBOL: Final = 5.25  # below a symbol
TRACK_TO_HEAD: Final = 8.5  # above a symbol: the head and a bit of shaft
STACK_GAP: Final = 21.0  # between an extra capsule and the symbol it belongs to
LANE_GROWTH: Final = 6.0  # all lanes grow by this when a label finds no place
# what the outer lanes grow by, step by step, when the tracks beside their symbols or a strip do not suffice
OUTER_GROWTHS: Final = (0.0, 6.0, 12.0, 18.0, 24.0, 36.0, 48.0, 66.0, 90.0, 120.0, 156.0)

LABEL_ABOVE: Final = 3.0  # 1.05 mm between a label's baseline and its line
LABEL_SIDE: Final = 3.1  # 1.1 mm between a label and the stem beside it
LABEL_TIGHT: Final = 1.6  # the same for a turned label in a narrow lane
LABEL_CLEAR: Final = 2.0  # to rules and foreign lines
LABEL_AIR: Final = 5.0  # to foreign lines, where a place a little further along its own line has so much
LABEL_GROUND: Final = 1.0  # above and below a label for which a rule between lanes gives way
LABEL_TO_DIAMOND: Final = 1.5  # to the slanted side of its diamond, where it stands in the corner beside a vertex
LABEL_OFF_SYMBOL: Final = 1.2  # to symbols, at least
LABEL_OFF_WISH: Final = 3.0  # the same where lanes or rows can give it
LABEL_TO_DIAMOND_WISH: Final = 2.5  # the same
LABEL_FARTHEST: Final = 4.0  # from its own line
LABEL_A_LITTLE: Final = 3.0  # too broad for its half lane, where it stands tight beside its stem
LABEL_NEAR: Final = 36.0  # from its symbol along its line: on several lines rather than farther off
LABEL_ALONG: Final = 72.0  # from its symbol along the line: a lane and a row
LABEL_DROP: Final = 9.0  # 3.2 mm from a bottom exit to the label's baseline

# --- identity page ------------------------------------------------------------------------------
IDENTITY_LEFT: Final = 0.52
IDENTITY_LABEL: Final = 96.0  # 34 mm
IDENTITY_PAD_SIDE: Final = 6.8  # 2.4 mm
IDENTITY_HEADING: Final = 15.0
MOVED_WHOLE: Final = 0.4  # boxes lower than this share of a page move to the next one undivided
LOGO_SIZE: Final = 22 * MM
LOGO_LEAST: Final = 18 * MM  # before the page runs on to a second one
LOGO_BROADEST: Final = 1.6  # its width as a share of LOGO_SIZE
IDENTITY_LAST_ROW_MOST: Final = 60.0  # a page's last row takes no more of what is left above the foot
TITLE_LARGER: Final = 0.7  # than the texts around it
SIGNATURE_ROOM: Final = 16.5 * MM
SIGNATURE_LEAST: Final = 15 * MM  # what a page gives up before it runs on to a second one: as on the regulation's forms
SIGNATURE_MOST: Final = 34 * MM
AGENCY_SIZE: Final = 1.35  # em of the page's size, as the next two
UNIT_SIZE: Final = 1.12
KIND_SIZE: Final = 1.3


# --- public edition -----------------------------------------------------------------------------
APPLICANT_TINT: Final = "#E9E9E9"  # of the applicant's lane; bold texts are the second sign
MASTHEAD_MOST: Final = 0.42  # of a page's height; a head that takes more stands on a page of its own
FACT_LEAST: Final = 24.0  # an empty fact keeps its room
FACT_GAP: Final = 4.5
KEY_HEIGHT: Final = 18.0  # the row that explains the signs
KEY_SIZE: Final = 7.5


def on_grid(length: float) -> float:
    """`length` rounded up to the grid."""
    steps = int(length / GRID)
    return (steps if steps * GRID >= length - 1e-6 else steps + 1) * GRID
