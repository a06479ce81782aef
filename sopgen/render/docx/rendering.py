"""A paper in, DOCX bytes out: python-docx makes the parts, the package is framed and sealed as every other."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sopgen.layout.paper import paper_size
from sopgen.papers.blocks import Paper, Sheet
from sopgen.render.description import author_of
from sopgen.render.docx.blocks import BlockWriter
from sopgen.render.docx.markup import element, field
from sopgen.render.docx.writing import add_run, mark_size
from sopgen.render.ooxml.parts import CONTENT_TYPES, ROOT_RELATIONS, packed
from sopgen.render.ooxml.properties import described
from sopgen.render.ooxml.seal import with_seal
from sopgen.render.ooxml.serialising import serialised
from sopgen.text.face import FAMILIES
from sopgen.wording import Wording

_LEFT, _RIGHT, _BOTTOM = 20.0, 15.0, 17.5  # millimetres
_TOP_LANDSCAPE, _TOP_UPRIGHT = 12.5, 15.0
_FOOT = 9.0  # from the paper's edge to the foot line's last ink
_FOOT_SIZE = 7.5
_RELATIONS = "word/_rels/document.xml.rels"
_IDLE = re.compile("thumbnail|stylesWithEffects|^customXml/")
_OF_IDLE = re.compile(r"<(?:Relationship|Override) [^>]*(?:thumbnail|stylesWithEffects|customXml)[^>]*/>")
_WORD_2013 = "15"  # the mode in which a table stands with its frame, not with its text, on the margin
_STYLES = {"Normal": 8.5, "Title": 13.0, "Subtitle": 10.5, "Heading 2": 9.5}


def render_docx(paper: Paper) -> bytes:
    """The finished file."""
    document = docx.Document()
    _set_styles(document, FAMILIES[paper.family].program_name)
    for number, sheet in enumerate(paper.sheets):
        section = document.sections[0] if not number else document.add_section(WD_SECTION.NEW_PAGE)
        if number:
            mark_size(document.paragraphs[-1], 1.0)
        breadth = _set_page(section, paper, sheet)
        _write_foot(section, sheet, breadth, first=number == 0)
        BlockWriter(document, breadth).write(sheet.blocks)
    target = BytesIO()
    document.save(target)
    return _same_bytes(target.getvalue(), paper)


def _set_styles(document: Any, font: str) -> None:
    for name, size in _STYLES.items():
        style = document.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.bold = None if name == "Normal" else True
        style.font.italic, style.font.color.rgb = None, RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[key]
        for key in ("w:eastAsia", "w:cs"):
            fonts.set(qn(key), font)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(0), Pt(0)
        properties = style.element.get_or_add_pPr()
        for frame in properties.findall("{*}pBdr"):
            properties.remove(frame)
        for spread in style.element.get_or_add_rPr().findall("{*}spacing"):
            style.element.rPr.remove(spread)
    for setting in document.settings.element.iter("{*}compatSetting"):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    for language in document.styles.element.iter("{*}lang"):
        for key in ("w:val", "w:eastAsia"):
            language.set(qn(key), "id-ID")


def _set_page(section: Any, paper: Paper, sheet: Sheet) -> float:
    """The breadth between the margins, in millimetres."""
    short, long = paper_size(paper.kertas)
    width, height = (long, short) if sheet.landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.top_margin = Mm(_TOP_LANDSCAPE if sheet.landscape else _TOP_UPRIGHT)
    section.bottom_margin = Mm(max(_BOTTOM, paper.band + 5.5))
    section.header_distance, section.footer_distance = Mm(_TOP_LANDSCAPE), Mm(max(_FOOT, paper.band + 0.6))
    return width - _LEFT - _RIGHT


def _write_foot(section: Any, sheet: Sheet, breadth: float, *, first: bool) -> None:
    foot = section.footer
    if not first:
        foot.is_linked_to_previous = False
    paragraph = foot.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    paragraph.style.paragraph_format.tab_stops.clear_all()
    stops.add_tab_stop(Mm(breadth), WD_TAB_ALIGNMENT.RIGHT)
    words = Wording()
    add_run(paragraph, f"{sheet.foot}\t{words.halaman} ", _FOOT_SIZE)
    for code, between in (("PAGE", f" {words.dari} "), ("NUMPAGES", "")):
        made = field(code, "1")
        made[0].insert(0, element("w:rPr", None, element("w:sz", {"w:val": round(_FOOT_SIZE * 2)})))
        paragraph._p.append(made)  # noqa: SLF001
        if between:
            add_run(paragraph, between, _FOOT_SIZE)


def _same_bytes(data: bytes, paper: Paper) -> bytes:
    """Described and sealed as every package; without parts of the template that say nothing of this paper."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not _IDLE.search(name)]
        parts = serialised({name: archive.read(name) for name in names})
    for name in (CONTENT_TYPES, ROOT_RELATIONS, _RELATIONS):
        parts[name] = _OF_IDLE.sub("", parts[name].decode()).encode()
    parts |= described(paper.title, paper.number, author_of(paper.agency, paper.unit), paper.created, paper.created)
    return packed(with_seal(parts, paper.maker))
