"""A picture is known as it was drawn, as edited by hand, or as another program's."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from sopgen import pipeline
from sopgen.render.graphviz.engine import draw
from sopgen.render.graphviz.seal import sealed

DOT = "digraph peta {\n  a -> b\n}\n"


def test_text_that_changes_is_edited() -> None:
    for chart_format, picture in (("dot", DOT.encode()), ("svg", draw(DOT, "svg"))):
        ours = sealed(picture, chart_format)  # type: ignore[arg-type]
        assert ours.startswith(picture)
        assert pipeline.seal_state(ours) == "whole"
        assert pipeline.seal_state(ours.replace(b"\n", b"\r\n")) == "whole", "a checkout on Windows"
        assert pipeline.seal_state(ours.replace(b"a", b"c", 1)) == "edited"
        assert pipeline.seal_state(ours + b"<!-- tambahan -->\n") == "edited"
        assert pipeline.seal_state(picture) == "foreign"


def test_a_sealed_svg_is_still_xml() -> None:
    from xml.etree import ElementTree as ET

    assert ET.fromstring(sealed(draw(DOT, "svg"), "svg")).tag.endswith("svg")


def test_a_png_keeps_its_pixels() -> None:
    picture = draw(DOT, "png")
    ours = sealed(picture, "png")
    assert pipeline.seal_state(ours) == "whole"
    assert pipeline.seal_state(picture) == "foreign"
    with Image.open(BytesIO(ours)) as image, Image.open(BytesIO(picture)) as before:
        assert image.tobytes() == before.tobytes()
        painted = image.convert("RGB")
        seal = image.info["sopgen-segel"]
    painted.putpixel((0, 0), (255, 0, 0))
    assert pipeline.seal_state(_png(painted, seal)) == "edited"


def _png(image: Image.Image, seal: str) -> bytes:
    from PIL.PngImagePlugin import PngInfo

    told, target = PngInfo(), BytesIO()
    told.add_text("sopgen-segel", seal)
    image.save(target, "PNG", pnginfo=told)
    return target.getvalue()


def test_a_pdf_stays_a_pdf(require_tool: Any) -> None:
    require_tool("dot")
    picture = draw(DOT, "pdf")
    ours = sealed(picture, "pdf")
    assert pipeline.seal_state(ours) == "whole"
    assert pipeline.seal_state(picture) == "foreign"
    assert len(pypdfium2.PdfDocument(ours)) == 1
    with pikepdf.open(BytesIO(ours)) as pdf:
        assert not pdf.check_pdf_syntax()
        target = BytesIO()
        pdf.save(target)
    assert pipeline.seal_state(target.getvalue()) == "foreign", "saved by another program"
    assert pipeline.seal_state(ours + b"%\n") == "edited"


@pytest.mark.parametrize("data", [b"", b"// sopgen-segel: 0\n", b"digraph {}\n"])
def test_what_carries_no_seal_is_foreign(data: bytes) -> None:
    assert pipeline.seal_state(data) == "foreign"
