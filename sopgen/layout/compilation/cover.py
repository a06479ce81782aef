"""The cover: emblem, agency, title, unit, year and address (Lampiran Permenpan-RB 35/2012, halaman judul)."""

from __future__ import annotations

from sopgen.intake.sop import Logo
from sopgen.layout import style
from sopgen.layout.compilation.column import Column, Draft
from sopgen.layout.compilation.paper import Upright
from sopgen.layout.compilation.wording import FrontTexts
from sopgen.scene import Image, Rule, Table
from sopgen.text.measure import Measurer

LOGO = 30 * style.MM
FRAME = 14 * style.MM  # from the paper's edge
FRAME_GAP = 3.0
TITLE_AT = 0.40  # of the page's height
TITLE_SIZE, AGENCY_SIZE, UNIT_SIZE, ADDRESS_SIZE = 24.0, 15.0, 14.0, 10.5
RULE_BREADTH = 62 * style.MM


def cover(words: FrontTexts, paper: Upright, measurer: Measurer, logo: Logo | None) -> Draft:
    """One page, whatever it takes: long texts push what follows them down."""
    # The frame stands in the middle of the paper, and so does all within it.
    side = max(paper.left, paper.width - paper.right)
    paper = paper._replace(left=side, right=paper.width - side)
    column = Column(paper, measurer)
    column.y = paper.top + 10 * style.MM
    if logo:
        column.draft.images.append(emblem(logo, paper.middle, column.y, LOGO, _alternative(words)))
        column.y += LOGO + 9 * style.MM
    bold = paper.face(bold=True)
    for line in words.agency:
        column.paragraph("instansi", line.upper(), size=AGENCY_SIZE, face=bold, align="center")
    rules = []
    column.y = max(column.y + 20 * style.MM, paper.height * TITLE_AT)
    rules.append(_line_across(paper, column.y))
    column.y += 10 * style.MM
    column.paragraph("judul", words.title.upper(), size=TITLE_SIZE, face=bold, align="center")
    column.y += 6 * style.MM
    rules.append(_line_across(paper, column.y))
    column.y += 11 * style.MM
    column.paragraph("unit", words.unit.upper(), size=UNIT_SIZE, face=paper.face(), align="center")
    foot = (len(words.address) + 2.2) * ADDRESS_SIZE * 1.4 + UNIT_SIZE
    column.y = max(column.y + 10 * style.MM, paper.height - FRAME - 14 * style.MM - foot)
    column.paragraph("tahun", words.year, size=UNIT_SIZE, face=bold, align="center")
    column.y += 6
    for line in words.address:
        column.paragraph("alamat", line, size=ADDRESS_SIZE, align="center")
    frame = _frame(paper, FRAME, style.RULE_FRAME * 2) + _frame(paper, FRAME + FRAME_GAP, style.RULE_TEXT)
    column.draft.tables.append(
        Table("bingkai", (FRAME, paper.width - FRAME), (FRAME, paper.height - FRAME), (), (*frame, *rules))
    )
    return column.pages[0]


def emblem(logo: Logo, middle: float, top: float, side: float, alternative: str) -> Image:
    """The emblem in a square of `side`, or somewhat broader."""
    wide, high = logo.size
    scale = min(side / high, side * style.LOGO_BROADEST / wide)
    width, height = wide * scale, high * scale
    upper = top + (side - height) / 2
    box = (middle - width / 2, upper, middle + width / 2, upper + height)
    x0, y0, x1, y1 = (round(value, 2) for value in box)
    return Image("logo", logo.data, (x0, y0, x1, y1), alternative)


def _alternative(words: FrontTexts) -> str:
    return f"Lambang {' '.join(words.agency)}".strip()


def _line_across(paper: Upright, y: float) -> Rule:
    return Rule(paper.middle - RULE_BREADTH / 2, y, paper.middle + RULE_BREADTH / 2, y, 1.2)


def _frame(paper: Upright, inset: float, width: float) -> tuple[Rule, ...]:
    x0, y0, x1, y1 = inset, inset, paper.width - inset, paper.height - inset
    return (
        Rule(x0, y0, x1, y0, width),
        Rule(x1, y0, x1, y1, width),
        Rule(x0, y1, x1, y1, width),
        Rule(x0, y0, x0, y1, width),
    )
