"""Pages as pictures: of the right size, the same bytes again, and known when somebody painted on them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sopgen import pipeline

SPECS = Path(__file__).resolve().parents[2] / "specs"


@pytest.fixture(scope="module")
def pages() -> tuple[bytes, ...]:
    return pipeline.render_pages(pipeline.build_document(SPECS / "konsinyering.sop.yaml"))


def test_a_picture_a_page_at_150_dots_an_inch(pages: tuple[bytes, ...]) -> None:
    assert len(pages) == 2
    with Image.open(BytesIO(pages[0])) as image:
        assert image.size == (1754, 1241)  # A4, landscape
        assert image.info["dpi"] == pytest.approx((150, 150), abs=0.1)
        assert min(image.convert("L").getextrema()) < 50, "something is drawn"


def test_the_same_bytes_again(pages: tuple[bytes, ...]) -> None:
    assert pipeline.render_pages(pipeline.build_document(SPECS / "konsinyering.sop.yaml")) == pages


def test_a_painted_picture_is_known(pages: tuple[bytes, ...]) -> None:
    assert pipeline.seal_state(pages[0]) == "whole"
    with Image.open(BytesIO(pages[0])) as image:
        seal = image.info["sopgen-segel"]
        image.putpixel((5, 5), (255, 0, 0))
        target = BytesIO()
        from PIL.PngImagePlugin import PngInfo

        told = PngInfo()
        told.add_text("sopgen-segel", seal)
        image.save(target, "PNG", pnginfo=told)
        bare = BytesIO()
        image.save(bare, "PNG", pnginfo=PngInfo())
    assert pipeline.seal_state(target.getvalue()) == "edited"
    assert pipeline.seal_state(bare.getvalue()) == "foreign"
    assert pipeline.seal_state(pages[0][:500]) == "edited"
    assert pipeline.seal_state(pages[0] + b"\0") == "edited"
