"""Make `sopgen/text/fonts/`: the embedded fonts and their metrics.

    python tools/vendor_fonts.py --liberation DIR --bonum DIR

`--liberation` holds the Liberation 2.1 TrueType files, copied byte for byte. `--bonum` holds the TeX Gyre Bonum
OpenType files; their cubic outlines become quadratic ones, because reportlab embeds TrueType outlines only, and the
result gets a name of its own, as the GUST licence asks of a changed font. Both may be left out: the metrics are
made anew from the fonts that stand there. The same fontTools gives the same bytes each time.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
from pathlib import Path
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph

FONTS = Path(__file__).resolve().parent.parent / "sopgen" / "text" / "fonts"
STYLES = {"Regular": "regular", "Bold": "bold", "Italic": "italic", "BoldItalic": "bolditalic"}
LIBERATION_FAMILIES = ("LiberationSans", "LiberationSerif")
BOOKMAN = "Sopgen Bookman"
BOOKMAN_VERSION = "1.000"
OUTLINE_TOLERANCE = 0.5  # font units of 1000 an em: far below what a printer resolves at 12 pt
MAC_EPOCH_OFFSET = 2082844800  # seconds from 1904, where a font counts from, to 1970
UNUSED_TABLES = ("CFF ", "VORG", "GSUB", "GPOS", "GDEF", "DSIG", "FFTM")

UNHINTED_MAXIMA = (  # saving counts the points and contours; without hints and components the rest stay 0
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxComponentDepth",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
)


def vendor_liberation(source: Path) -> None:
    for family in LIBERATION_FAMILIES:
        for style in STYLES:
            name = f"{family}-{style}.ttf"
            shutil.copyfile(source / name, FONTS / name)


def vendor_bookman(source: Path) -> None:
    for style, file_style in STYLES.items():
        font = TTFont(source / f"texgyrebonum-{file_style}.otf", recalcTimestamp=False)
        make_truetype(font)
        rename_bookman(font, style)
        font["OS/2"].fsType = 0  # installable: the GUST licence restricts nothing that the old value forbade
        font["head"].created = font["head"].modified = MAC_EPOCH_OFFSET
        font.save(FONTS / f"SopgenBookman-{style}.ttf", reorderTables=True)


def make_truetype(font: TTFont) -> None:
    glyphs = quadratic_outlines(font)
    order = font.getGlyphOrder()
    for tag in UNUSED_TABLES:
        if tag in font:
            del font[tag]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    for name, glyph in glyphs.items():
        glyph.recalcBounds(glyf)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    set_truetype_headers(font)


def quadratic_outlines(font: TTFont) -> dict[str, Glyph]:
    outlines: dict[str, Glyph] = {}
    glyph_set = font.getGlyphSet()
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, OUTLINE_TOLERANCE, reverse_direction=True))
        outlines[name] = pen.glyph()
    return outlines


def set_truetype_headers(font: TTFont) -> None:
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for count in UNHINTED_MAXIMA:
        setattr(maxp, count, 0)
    post = font["post"]
    post.formatType = 3.0  # without glyph names: an embedded subset has none
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\0\1\0\0"


def rename_bookman(font: TTFont, style: str) -> None:
    table = font["name"]
    copyright_line = table.getDebugName(0)
    postscript = f"{BOOKMAN.replace(' ', '')}-{style}"
    printed_style = style.replace("BoldItalic", "Bold Italic")
    full = BOOKMAN if style == "Regular" else f"{BOOKMAN} {printed_style}"
    texts = {
        0: f"{copyright_line} TrueType conversion of TeX Gyre Bonum, outlines and names changed.",
        1: BOOKMAN,
        2: printed_style,
        3: f"{BOOKMAN_VERSION};{postscript}",
        4: full,
        5: f"Version {BOOKMAN_VERSION}",
        6: postscript,
        13: "GUST Font License, see GUST-FONT-LICENSE.txt",
        14: "http://www.gust.org.pl/fonts/licenses/GUST-FONT-LICENSE.txt",
    }
    table.names = []
    for name_id, text in texts.items():
        table.setName(text, name_id, 3, 1, 0x409)


def write_metrics() -> None:
    for path in sorted(FONTS.glob("*.ttf")):
        text = json.dumps(metrics_of(TTFont(path)), separators=(",", ":"), sort_keys=True)
        path.with_suffix(".json").write_text(text + "\n", encoding="ascii", newline="\n")


def metrics_of(font: TTFont) -> dict[str, Any]:
    """Font units. `runs` are [first code point, advances of it and its followers]."""
    cmap: dict[int, str] = font.getBestCmap()
    advance = {code: font["hmtx"][name][0] for code, name in cmap.items()}
    advance[0xA0] = advance[0x20]  # so does reportlab: a space that does not break is as wide as one that does
    runs: list[tuple[int, list[int]]] = []
    for _, run in itertools.groupby(enumerate(sorted(advance)), lambda numbered: numbered[1] - numbered[0]):
        codes = [code for _, code in run]
        runs.append((codes[0], [advance[code] for code in codes]))
    return {
        "unitsPerEm": font["head"].unitsPerEm,
        "ascent": font["hhea"].ascent,
        "descent": font["hhea"].descent,
        "capHeight": top_of(font, "H"),
        "xHeight": top_of(font, "x"),
        "missing": font["hmtx"][".notdef"][0],
        "runs": runs,
    }


def top_of(font: TTFont, character: str) -> int:
    glyph_set = font.getGlyphSet()
    pen = BoundsPen(glyph_set)
    glyph_set[font.getBestCmap()[ord(character)]].draw(pen)
    if pen.bounds is None:
        raise ValueError(f"{character} has no outline")
    return int(pen.bounds[3])


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the embedded fonts and their metrics.")
    parser.add_argument("--liberation", type=Path, help="folder of the Liberation 2.1 .ttf files")
    parser.add_argument("--bonum", type=Path, help="folder of the TeX Gyre Bonum .otf files")
    options = parser.parse_args()
    if options.liberation:
        vendor_liberation(options.liberation)
    if options.bonum:
        vendor_bookman(options.bonum)
    write_metrics()


if __name__ == "__main__":
    main()
