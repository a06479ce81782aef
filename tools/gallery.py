"""Draw the gallery anew: `python tools/gallery.py [NAME …]`.

Each `docs/gallery/NAME.sop.yaml` gives `NAME.png`, the lanes of its flow pages side by side. The pictures are
looked at, not compared: README.md there says what each is to show.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sopgen.pipeline import build_document, render_document  # noqa: E402 - a script beside its package
from sopgen.scene import Document, Page  # noqa: E402 - idem

GALLERY = ROOT / "docs" / "gallery"
SCALE = 120 / 72
MARGIN = 6.0  # points around the table
FRAME = 0.6  # of the columns behind the lanes nothing is shown but the rule between
BETWEEN = 12  # pixels between two pages
GREYS = 16
MOST_BYTES = 40_000


def main(names: list[str]) -> int:
    too_large = []
    for spec in sorted(GALLERY.glob("*.sop.yaml")):
        name = spec.name.removesuffix(".sop.yaml")
        if names and name not in names:
            continue
        target = GALLERY / f"{name}.png"
        document = build_document(spec)
        picture(document).save(target, optimize=True)
        size = target.stat().st_size
        print(f"{name}: {size / 1000:.0f} kB, {document.figures.crossings} crossings")
        if size > MOST_BYTES:
            too_large.append(name)
    if too_large:
        print(f"larger than {MOST_BYTES // 1000} kB: {', '.join(too_large)}", file=sys.stderr)
    return 1 if too_large else 0


def picture(document: Document) -> Image.Image:
    """The flow pages' lanes with their names, in few greys."""
    pdf = pypdfium2.PdfDocument(render_document(document))
    parts = [_lanes(pdf[page.number - 1], page) for page in document.pages if page.drawing_area is not None]
    width = sum(part.width for part in parts) + BETWEEN * (len(parts) - 1)
    whole = Image.new("L", (width, max(part.height for part in parts)), 255)
    x = 0
    for part in parts:
        whole.paste(part, (x, 0))
        x += part.width + BETWEEN
    return whole.quantize(GREYS)


def _lanes(sheet: pypdfium2.PdfPage, page: Page) -> Image.Image:
    """From the number column to the last lane, from the table's head to its end."""
    assert page.drawing_area is not None
    _, _, right, bottom = page.drawing_area
    table = page.tables[0]
    crop = (table.columns[0] - MARGIN, table.rows[0] - MARGIN, right + FRAME, bottom + MARGIN)
    image: Image.Image = sheet.render(scale=SCALE).to_pil().convert("L")
    x0, y0, x1, y1 = (round(edge * SCALE) for edge in crop)
    return image.crop((x0, y0, x1, y1))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
