"""A logo in a PDF, byte for byte the same with Pillow and, as in the page in one file, without."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from sopgen.desk.wire import reply
from tests.rules.references import spec_path

SPEC = spec_path("konsinyering")
TEXT = SPEC.read_text(encoding="utf-8") + "\nlogo: lambang\n"
LOGO = Image.open(SPEC.parent / "contoh-logo.png").convert("RGBA").resize((60, 60))


def stored(picture, kind, **more) -> bytes:
    target = BytesIO()
    picture.save(target, kind, **more)
    return target.getvalue()


def turned() -> bytes:
    said = Image.Exif()
    said[0x0112] = 6
    return stored(LOGO.convert("RGB"), "JPEG", exif=said)


def with_profile(kind: str) -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if kind == "LAB" else "sRGB")).tobytes()
    return stored(LOGO.convert("RGB"), "PNG", icc_profile=profile.replace(b"s\x00R\x00G\x00B", b"t\x00R\x00G\x00B"))


def saved(data: bytes) -> tuple[dict, tuple[bytes, ...]]:
    asked = {"document": {"name": SPEC.name, "text": TEXT, "bureau": None}, "format": "pdf"}
    given = reply("save", json.dumps(asked), {"lambang": data})
    return json.loads(given.text), given.blobs


@pytest.fixture
def without_pillow(monkeypatch):
    def switch() -> None:
        for home in ("sopgen.intake.picture", "sopgen.render.pdf.images"):
            monkeypatch.setattr(f"{home}.find_spec", lambda _: None)

    return switch


@pytest.mark.parametrize(
    "data",
    [
        stored(LOGO, "PNG"),
        stored(LOGO.convert("RGB"), "PNG"),
        stored(LOGO.convert("LA"), "PNG"),
        stored(LOGO.convert("L"), "PNG"),
        stored(LOGO.convert("1"), "PNG"),
        stored(LOGO.convert("RGB").convert("P", palette=Image.Palette.ADAPTIVE, colors=40), "PNG"),
        stored(LOGO.convert("RGB").convert("P", palette=Image.Palette.ADAPTIVE), "PNG", transparency=3),
        stored(Image.new("I;16", (9, 9), 40_000), "PNG"),
        stored(
            LOGO.convert("RGB"), "PNG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        ),
        stored(LOGO.convert("RGB"), "JPEG"),
        stored(LOGO.convert("L"), "JPEG", progressive=True),
    ],
    ids=["rgba", "rgb", "la", "l", "bits", "palette", "palette-clear", "grey16", "srgb", "jpeg", "jpeg-grey"],
)
def test_the_page_in_one_file_writes_the_same_bytes(data, without_pillow):
    expected = saved(data)
    assert len(expected[1]) == 1, expected[0]["refusals"]
    without_pillow()
    assert saved(data) == expected


@pytest.mark.parametrize(
    "data",
    [turned(), stored(LOGO.convert("CMYK"), "JPEG"), with_profile("sRGB"), stored(LOGO, "PNG")[:-40] + bytes(40)],
    ids=["on its side", "inks", "other colours", "spoilt"],
)
def test_what_it_does_not_read_it_says(data, without_pillow):
    without_pillow()
    told, blobs = saved(data)
    assert blobs == ()
    assert "simpan ulang sebagai PNG" in told["refusals"][0]["remedy"]
