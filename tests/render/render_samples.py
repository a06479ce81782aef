"""A small document by hand: every symbol, both ways over an Ω, turned text, drawn glyphs, a logo, strips, a draft."""

from __future__ import annotations

import base64
from datetime import date

from sopgen.scene import (
    Arrow,
    Badge,
    Cell,
    Document,
    Figures,
    Glyph,
    Image,
    Lane,
    Mark,
    Origin,
    Page,
    Relaxation,
    Row,
    Rule,
    Run,
    Style,
    Symbol,
    Table,
    Text,
)
from sopgen.text.face import Face
from sopgen.text.measure import width

SIZE = (841.89, 595.28)
SANS, BOLD, SERIF = Face("sans"), Face("sans", bold=True), Face("serif", italic=True)
STYLE = Style(stroke=0.7, arrow_length=6.24, arrow_width=3.96, omega_radius=3.12, offpage_point=0.2)

# 2 x 2 pixels with alpha: red, half green, quarter blue, none.
LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAGUlEQVR42gXBAQEAAAjDIKI9ms0niOTQ4AE3IQS9hEIXsgAAAABJRU5ErkJggg=="
)


def a_text(
    text: str,
    x: float,
    baseline: float,
    *,
    role: str = "kegiatan",
    face: Face = SANS,
    size: float = 9,
    step: int | None = None,
    turned: bool = False,
    grey: float = 0.0,
    glyphs: tuple[Glyph, ...] = (),
) -> Text:
    wide = width(text, face, size)
    box = (x, baseline - size, x + wide, baseline) if not turned else (x - size, baseline - wide, x, baseline)
    run = Run(text, x, baseline, wide, glyphs)
    return Text(role, text, (run,), face, size, box, box, step=step, turned=turned, grey=grey)


def identity_page() -> Page:
    cells = (
        Cell(0, 0, "judul", (a_text("Judul SOP", 66, 120, role="judul", face=BOLD, size=10.5),), fill="#E4E4E4"),
        Cell(0, 1, "instansi", (a_text("Éditor – àèì ≤ 10", 306, 120, role="instansi", face=SERIF),)),
    )
    frame = tuple(
        Rule(*ends, width=0.8)
        for ends in ((60, 99, 600, 99), (60, 150, 600, 150), (60, 99, 60, 150), (600, 99, 600, 150))
    )
    table = Table("identitas", (60, 300, 600), (99, 150), cells, frame)
    return Page(
        1,
        "identitas",
        SIZE,
        (60, 40, 600, 560),
        (table,),
        texts=(a_text("Halaman 1 dari 3", 700, 560, role="kaki", size=7.5, grey=0.2),),
        images=(Image("logo", LOGO, (400, 200, 460, 260), "Lambang"),),
        band=(60, 570, 600, 582),
        signature_box=(400, 300, 560, 360),
        signature_field=True,
    )


def flow_page(number: int, *, draft: bool = False) -> Page:
    symbols = (
        Symbol("s1", "terminator", (180, 120, 217, 143), 1, ("staf",)),
        Symbol("s2", "process", (180, 180, 217, 203), 2, ("staf",)),
        Symbol("s3", "decision", (260, 240, 297, 263), 3, ("kabag",)),
        Symbol(
            "o1",
            "offpage",
            (180, 400, 207, 423),
            number=a_text("1", 191, 413, role="nomor", face=BOLD),
            direction="out",
            pair="p1",
        ),
        Symbol("o2", "offpage", (260, 400, 287, 423), direction="in", pair="p2"),
    )
    label = a_text("Ya", 240, 249, role="cabang", size=7.5)
    arrows = (
        Arrow("a1", "s1", "s2", ((1, 2),), ("B", "T"), ((198.5, 143), (198.5, 180))),
        Arrow(
            "a2",
            "s2",
            "s3",
            ((2, 3),),
            ("B", "T"),
            ((198.5, 203), (198.5, 220), (278.5, 220), (278.5, 240)),
            omegas=((230, 220), (250, 220)),
        ),
        Arrow(
            "a3",
            "s3",
            "o1",
            ((3, 9),),
            ("L", "T"),
            ((260, 251.5), (193.5, 251.5), (193.5, 400)),
            is_return=True,
            label=label,
            omegas=((220, 251.5), (240, 251.5)),
        ),
        Arrow("a4", "s3", "o1", (), ("B", "L"), ((278.5, 263), (278.5, 330), (193.5, 330)), joins="a3", head=False),
    )
    glyph = Glyph("✓", (66.0, 126.0, 73.2, 135.0))
    cells = (
        Cell(0, 0, "kepala", (a_text("Turned", 80, 112, role="kepala", face=BOLD, turned=True),), fill="#E4E4E4"),
        Cell(
            1,
            0,
            "kegiatan",
            (a_text("✓ (benar) \\ \u0627".replace("\u0627", "é"), 66, 133, step=1, glyphs=(glyph,)),),
            step=1,
        ),
    )
    rules = (Rule(60, 60, 300, 60, 0.8), Rule(150, 60, 150, 430, 0.3, 0.66), Rule(60, 430, 300, 430, 0.8))
    table = Table("alur", (60, 150, 300), (60, 118, 430), cells, rules)
    return Page(
        number,
        "prosedur",
        SIZE,
        (60, 40, 600, 560),
        (table,),
        texts=(
            a_text(f"Halaman {number} dari 3", 700, 560, role="kaki", size=7.5),
            a_text("PROSEDUR CONTOH", 300, 50, role="judul_alur", face=BOLD, size=10.5),
        ),
        symbols=symbols,
        arrows=arrows,
        drawing_area=(150, 118, 300, 430),
        lanes=(Lane("staf", 150, 225, "Staf"), Lane("kabag", 225, 300, "Kabag")),
        rows=(Row(118, 390, step=1), Row(390, 430, strip="foot")),
        watermark=a_text("KONSEP", 250, 330, role="konsep", face=BOLD, size=90, grey=0.85) if draft else None,
    )


def a_document(*, draft: bool = False) -> Document:
    return Document(
        title="Contoh SOP",
        number="SOP-1/X/2018",
        unit="BAGIAN CONTOH",
        agency="SEKRETARIAT\nJENDERAL",
        created=date(2018, 10, 15),
        modified=date(2019, 1, 2),
        pages=(identity_page(), flow_page(2, draft=draft), flow_page(3, draft=draft)),
        font_size=8.5,
        style=STYLE,
        symbol_sizes={"terminator": (37, 23), "process": (37, 23), "decision": (37, 23), "offpage": (27, 23)},
        figures=Figures(1, 1, True, 9, 812.404, (Relaxation("return-joins-main", (9, 4)),)),
        draft=draft,
        origin=Origin("contoh.sop.yaml", b"judul: Contoh SOP\n", b"instansi: SEKRETARIAT JENDERAL\n"),
    )


def marked_document() -> Document:
    """A reviewer's copy: rings, one of them dashed with a line to its badge, on a page of the flow."""
    badge = Badge((300, 60, 340, 70), a_text("KEG-01", 302, 68, face=BOLD, size=6.5), "#AA0000")
    marks = (
        Mark((badge,), (170, 110, 230, 150), "#AA0000"),
        Mark((badge,), (170, 170, 230, 210), "#0055AA", dashed=True, leader=((230, 190), (300, 65))),
    )
    document = a_document()
    return document._replace(pages=(document.pages[0], document.pages[1]._replace(marks=marks)))
