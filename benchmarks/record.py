"""Record what a document draws: strings, lines, curves and logos, ready for `limit.py` to draw without sopgen.

    python benchmarks/record.py specs/sirebo.sop.yaml RECORDING.json

Coordinates as PDF has them: points, origin at the bottom left, y upward. Font paths relative to the repository.
"""

from __future__ import annotations

import argparse
import base64
import json
import sys
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

ROOT = FilePath(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sopgen.outlines import Path, arrow_head, arrow_shaft, symbol_outline  # noqa: E402
from sopgen.pipeline import build_document  # noqa: E402
from sopgen.render.reading_order import drawing_texts, page_texts  # noqa: E402
from sopgen.scene import Document, Page, Style, Text  # noqa: E402
from sopgen.text.measure import font_name, font_path  # noqa: E402


def record(document: Document) -> dict[str, Any]:
    faces = {text.face: None for page in document.pages for text in _texts(page)}
    return {
        "fonts": {font_name(face): font_path(face).resolve().relative_to(ROOT).as_posix() for face in faces},
        "pages": [_page(page, document.style) for page in document.pages],
    }


def _texts(page: Page) -> Iterator[Text]:
    yield from page_texts(page)
    yield from (text for _, text in drawing_texts(page))


def _page(page: Page, style: Style) -> dict[str, Any]:
    height = page.size[1]
    paths = [_path(arrow_shaft(arrow, style), height, stroke=1) for arrow in page.arrows]
    heads = [arrow_head(arrow, style) for arrow in page.arrows]
    paths += [_path(head, height, fill=0) for head in heads if head]
    paths += [_path(symbol_outline(symbol, style), height, stroke=1, fill=1) for symbol in page.symbols]
    return {
        "size": page.size,
        "stroke": style.stroke,
        "fills": _fills(page),
        "lines": [
            [rule.width, rule.grey, rule.x0, height - rule.y0, rule.x1, height - rule.y1]
            for table in page.tables
            for rule in table.rules
        ],
        "images": [
            [base64.b64encode(image.data).decode(), image.box[0], height - image.box[3], *_size(image.box)]
            for image in page.images
        ],
        "strings": [
            [font_name(text.face), text.size, text.grey, int(text.turned), run.x, height - run.baseline, run.text]
            for text in _texts(page)
            for run in text.runs
        ],
        "paths": paths,
    }


def _size(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _fills(page: Page) -> list[list[Any]]:
    fills = []
    for table in page.tables:
        for cell in table.cells:
            if cell.fill:
                x0, x1 = table.columns[cell.column], table.columns[cell.column + cell.column_span]
                y0, y1 = table.rows[cell.row], table.rows[cell.row + cell.row_span]
                fills.append([cell.fill, x0, page.size[1] - y1, x1 - x0, y1 - y0])
    return fills


def _path(path: Path, height: float, *, stroke: int = 0, fill: int | None = None) -> dict[str, Any]:
    """`fill` is a grey or None; commands are a letter and its flat coordinates."""
    commands = [[letter, *(value for x, y in points for value in (x, height - y))] for letter, points in path]
    return {"stroke": stroke, "fill": fill, "commands": commands}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Record what a spec's document draws.")
    parser.add_argument("spec", type=FilePath)
    parser.add_argument("recording", type=FilePath)
    arguments = parser.parse_args()
    drawn = record(build_document(arguments.spec))
    arguments.recording.write_text(json.dumps(drawn, ensure_ascii=False), encoding="utf-8")
