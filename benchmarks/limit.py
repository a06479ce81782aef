"""The least that reportlab needs for a document: its recorded strings, lines and curves, drawn without sopgen.

    python benchmarks/limit.py RECORDING.json [-o DRAWN.pdf] [-n ROUNDS]

Nothing is laid out or decided here. Settings are those of sopgen's own renderer, so that only the work differs.
"""

from __future__ import annotations

import argparse
import base64
import json
import time
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[1]


def register_fonts(recording: dict[str, Any]) -> None:
    for name, path in recording["fonts"].items():
        pdfmetrics.registerFont(TTFont(f"limit-{name}", str(ROOT / path), asciiReadable=False))


def draw(recording: dict[str, Any]) -> bytes:
    target = BytesIO()
    before, rl_config.useA85 = rl_config.useA85, 0
    first_font = f"limit-{next(iter(recording['fonts']))}"
    canvas = Canvas(target, pageCompression=1, invariant=1, initialFontName=first_font)
    for page in recording["pages"]:
        canvas.setPageSize(page["size"])
        _draw_table(canvas, page)
        for data, *place in page["images"]:
            canvas.drawImage(ImageReader(BytesIO(base64.b64decode(data))), *place, mask="auto")
        _draw_strings(canvas, page["strings"])
        canvas.setLineWidth(page["stroke"])
        canvas.setStrokeGray(0)
        for path in page["paths"]:
            _draw_path(canvas, path)
        canvas.showPage()
    canvas.save()
    rl_config.useA85 = before
    return target.getvalue()


def _draw_table(canvas: Any, page: dict[str, Any]) -> None:
    for colour, *rectangle in page["fills"]:
        canvas.setFillColorRGB(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
        canvas.rect(*rectangle, stroke=0, fill=1)
    state = None
    for width, grey, *ends in page["lines"]:
        if (width, grey) != state:
            state = (width, grey)
            canvas.setLineWidth(width)
            canvas.setStrokeGray(grey)
        canvas.line(*ends)


def _draw_strings(canvas: Any, strings: list[list[Any]]) -> None:
    drawn = canvas.beginText()
    font = shade = None
    for name, size, grey, turned, x, y, string in strings:
        if (name, size) != font:
            font = (name, size)
            drawn.setFont(f"limit-{name}", size)
        if grey != shade:
            shade = grey
            drawn.setFillGray(grey)
        if turned:
            drawn.setTextTransform(0, 1, -1, 0, x, y)
        else:
            drawn.setTextOrigin(x, y)
        drawn.textOut(string)
    canvas.drawText(drawn)


def _draw_path(canvas: Any, recorded: dict[str, Any]) -> None:
    path = canvas.beginPath()
    steps = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for letter, *coordinates in recorded["commands"]:
        steps[letter](*coordinates)
    if recorded["fill"] is not None:
        canvas.setFillGray(recorded["fill"])
    canvas.drawPath(path, stroke=recorded["stroke"], fill=int(recorded["fill"] is not None))


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw a recording with bare reportlab and time it.")
    parser.add_argument("recording", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the drawing here")
    parser.add_argument("-n", "--rounds", type=int, default=20)
    arguments = parser.parse_args()
    recording = json.loads(arguments.recording.read_text(encoding="utf-8"))
    register_fonts(recording)
    drawn = draw(recording)
    times = []
    for _ in range(arguments.rounds):
        start = time.perf_counter()
        draw(recording)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(f"{len(drawn)} bytes; min {times[0]:.1f} ms, median {times[len(times) // 2]:.1f} ms, max {times[-1]:.1f} ms")
    if arguments.output:
        arguments.output.write_bytes(drawn)


if __name__ == "__main__":
    main()
