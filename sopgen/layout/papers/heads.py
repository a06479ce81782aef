"""What stands above a paper's body: letterhead, headings, facts."""

from __future__ import annotations

from sopgen.layout.papers import sizes
from sopgen.layout.papers.pieces import Ink, Setting
from sopgen.layout.style import MM
from sopgen.papers.blocks import Fact, Facts, Heading, Letterhead, Piece, Span, Words
from sopgen.scene import Image, Rule, Run, Text
from sopgen.text.face import Family
from sopgen.text.measure import Measurer

_HEADINGS = {
    "title": ("judul_bagian", sizes.TITLE_SIZE, True),
    "subtitle": ("anak_judul", sizes.SUBTITLE_SIZE, True),
    "note": ("catatan_judul", sizes.NOTE_SIZE, False),
    "section": ("subjudul", sizes.SECTION_SIZE, True),
}


# --- headings ---------------------------------------------------------------------------------------


def _heading_setting(block: Heading, family: Family, measurer: Measurer) -> Setting:
    role, size, bold = _HEADINGS[block.level]
    align = "left" if block.level == "section" else "center"
    return Setting(family, measurer, block.size or size, sizes.LINE_TITLE, bold=bold, role=role, align=align)  # type: ignore[arg-type]


def heading_height(block: Heading, width: float, family: Family, measurer: Measurer) -> float:
    return _heading_setting(block, family, measurer).height((Words((Span(block.text),)),), width)


def put_heading(
    block: Heading, left: float, right: float, y: float, family: Family, measurer: Measurer, ink: Ink
) -> float:
    setting = _heading_setting(block, family, measurer)
    said = (Words((Span(block.text),)),)
    cell = (left, y, right, y + setting.height(said, right - left))
    return setting.put(said, left, right, y, ink, cell)


# --- letterhead -------------------------------------------------------------------------------------


def _letter_lines(block: Letterhead) -> tuple[Piece, ...]:
    lines: list[Piece] = [
        Words((Span(line.upper(), bold=True),), size=sizes.LETTERHEAD_SIZE) for line in block.lines if line
    ]
    if block.address:
        lines.append(Words((Span(block.address),), size=sizes.LETTERHEAD_ADDRESS))
    return tuple(lines)


def _letter_setting(family: Family, measurer: Measurer) -> Setting:
    return Setting(family, measurer, sizes.LETTERHEAD_SIZE, sizes.LINE_TITLE, 0.0, role="kop", align="center")


def _letter_room(block: Letterhead, left: float, right: float) -> tuple[float, float]:
    """The lines stand in the middle of the page, clear of the emblem at both sides."""
    side = sizes.LETTERHEAD_LOGO + 3 * MM if block.logo else 0.0
    return left + side, right - side


def letterhead_height(block: Letterhead, width: float, family: Family, measurer: Measurer) -> float:
    return _letter_side(block, 0.0, width, family, measurer)[1] + 1.75 * sizes.LETTERHEAD_GAP


def _letter_side(
    block: Letterhead, left: float, right: float, family: Family, measurer: Measurer
) -> tuple[float, float]:
    """How high its lines are, and the row that they and the emblem stand in."""
    x0, x1 = _letter_room(block, left, right)
    high = _letter_setting(family, measurer).height(_letter_lines(block), x1 - x0)
    return high, max(high, sizes.LETTERHEAD_LOGO if block.logo else 0.0)


def put_letterhead(
    block: Letterhead, left: float, right: float, y: float, family: Family, measurer: Measurer, ink: Ink
) -> tuple[float, list[Image]]:
    setting = _letter_setting(family, measurer)
    lines = _letter_lines(block)
    x0, x1 = _letter_room(block, left, right)
    high, side = _letter_side(block, left, right, family, measurer)
    images = []
    if block.logo:
        wide, tall = block.logo.size
        scale = sizes.LETTERHEAD_LOGO / max(wide, tall)
        middle = left + sizes.LETTERHEAD_LOGO / 2, y + side / 2
        half = wide * scale / 2, tall * scale / 2
        box = (middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1])
        x, top, end, foot = (round(value, 2) for value in box)
        images.append(Image("logo", block.logo.picture, (x, top, end, foot), f"Lambang {' '.join(block.lines)}"))
    setting.put(lines, x0, x1, y + (side - high) / 2, ink, (x0, y, x1, y + side))
    level = y + side + sizes.LETTERHEAD_GAP * 0.75
    ink.rules.append(Rule(left, level, right, level, sizes.LETTERHEAD_RULE))
    return level + sizes.LETTERHEAD_GAP, images


# --- facts ------------------------------------------------------------------------------------------


def _columns(block: Facts, width: float) -> list[tuple[tuple[Fact, ...], float, float, float]]:
    """Facts of each column, where it begins and ends, how wide its labels are; in points from the left margin."""
    end = block.right_at * MM - sizes.NOTE_TO_SIGN / 2 if block.right else width
    columns = [(block.left, 0.0, end, block.label_width * MM)]
    if block.right:
        columns.append((block.right, block.right_at * MM, width, block.right_label_width * MM))
    return columns


def _rows(facts: tuple[Fact, ...], start: float, end: float, label: float, setting: Setting) -> list[float]:
    """How far below the first baseline each fact's first one lies; last, where the next would."""
    found = [0.0]
    for fact in facts:
        ink = setting.height((fact.value,), end - _value_at(fact, start, label, setting))
        step = sizes.FACT_LINE if setting.leading == sizes.LEADING else sizes.FACT_LINE_WIDE
        found.append(found[-1] + ink - setting.cap() + step * setting.size)
    return found


def _value_at(fact: Fact, start: float, label: float, setting: Setting) -> float:
    colon = setting.measurer.width(": ", setting.face(), setting.size)
    return start + (sizes.FACT_NUMBER if fact.numbered else 0.0) + label + colon


def facts_height(block: Facts, setting: Setting, width: float) -> float:
    heights = [
        _rows(facts, start, end, label, setting)[-1] - setting.leading * setting.size + setting.cap()
        for facts, start, end, label in _columns(block, width)
    ]
    return max(heights)


def put_facts(block: Facts, setting: Setting, left: float, right: float, y: float, ink: Ink) -> float:
    for facts, start, end, label in _columns(block, right - left):
        rows = _rows(facts, start, end, label, setting)
        for fact, down in zip(facts, rows, strict=False):
            top = y + down
            x = left + start
            cell = (x, top, left + end, top + setting.leading * setting.size)
            name = x + (sizes.FACT_NUMBER if fact.numbered else 0.0)
            value = left + _value_at(fact, start, label, setting)
            own = Ink([], ink.rules, ink.filled)
            if fact.number:
                setting.put((Words((Span(fact.number),)),), x, name, top, own, cell)
            setting.put((Words((Span(fact.label),)),), name, name + label, top, own, cell)
            setting.put((Words((Span(":"),)),), name + label, value, top, own, cell)
            setting.put((fact.value,), value, left + end, top, own, cell)
            ink.texts.append(_as_one(own.texts, setting))
    return y + facts_height(block, setting, right - left)


def _as_one(texts: list[Text], setting: Setting) -> Text:
    """A fact is read as one line."""
    base = setting.face()
    runs: list[Run] = []
    for text in texts:
        runs += [run._replace(face=run.face or (text.face if text.face != base else None)) for run in text.runs]
        runs[-1] = runs[-1]._replace(end=" ")
    box = (texts[0].box[0], texts[0].box[1], max(t.box[2] for t in texts), max(t.box[3] for t in texts))
    said = " ".join(text.text for text in texts)
    return Text(setting.role, said, tuple(runs), base, setting.size, box, texts[0].cell)
