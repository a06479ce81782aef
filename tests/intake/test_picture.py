"""Pictures as cameras, scanners and presses write them: every format shows them alike, upright and in their colours."""

from __future__ import annotations

import base64
import re
import zipfile
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from sopgen import pipeline
from sopgen.intake.picture import as_seen, orientation
from tests.intake.small_specs import FINE, load

HIGH, WIDE = (60, 80), (80, 60)
CORNERS = {"red": (5, 5), "lime": (54, 5), "blue": (5, 74), "white": (54, 74)}
RGB = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "white": (255, 255, 255)}


def upright() -> Image.Image:
    """Higher than wide, another colour in each corner."""
    image = Image.new("RGB", HIGH, "white")
    image.paste("red", (0, 0, 30, 40))
    image.paste("lime", (30, 0, 60, 40))
    image.paste("blue", (0, 40, 30, 80))
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}), **options)
    return target.getvalue()


TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def turned(value: int, kind: str) -> bytes:
    """As a phone writes it: the pixels as the sensor lay, and a word about which way is up."""
    turn = TURNS[value]
    image = upright() if turn is None else upright().transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = value
    return saved(image, kind, exif=exif)


def with_profile() -> bytes:
    """Of a profile whose red and green are exchanged, so that heeding it shows."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"sRGB", b"xRGB"))
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    plain = bytes(profile).replace("sRGB".encode("utf-16-be"), "xRGB".encode("utf-16-be"))
    bands = upright().split()
    return saved(Image.merge("RGB", (bands[1], bands[0], bands[2])), "PNG", icc_profile=plain)


PICTURES = {
    "plain PNG": saved(upright(), "PNG"),
    "plain JPEG": saved(upright(), "JPEG"),
    "progressive": saved(upright(), "JPEG", progressive=True),
    "inks": saved(upright().convert("CMYK"), "JPEG"),
    "alpha": saved(upright().convert("RGBA"), "PNG"),
    "palette": saved(upright().quantize(8), "PNG"),
    "profile": with_profile(),
    **{f"turned {value} {kind}": turned(value, kind) for value in TURNS for kind in ("PNG", "JPEG")},
}


def colours(image: Image.Image) -> dict[str, tuple[int, ...]]:
    """In the corners of a picture of any size."""
    plain = image.convert("RGB")
    return {
        name: plain.getpixel((round(x / 60 * (plain.width - 1)), round(y / 80 * (plain.height - 1))))
        for name, (x, y) in CORNERS.items()
    }


def alike(found: dict[str, tuple[int, ...]]) -> bool:
    return all(abs(a - b) < 40 for name in RGB for a, b in zip(found[name], RGB[name], strict=True))


@pytest.mark.parametrize("case", PICTURES)
def test_every_format_shows_it_as_it_was_seen(tmp_path, case):
    (tmp_path / "logo").write_bytes(PICTURES[case])
    loaded = load(tmp_path, FINE + "logo: logo\n")
    assert loaded.sop.logo.size == HIGH
    assert loaded.sop.logo.data == PICTURES[case], "the digest of inputs is the file's"
    document = pipeline.lay_out(loaded)
    x0, y0, x1, y1 = document.pages[0].images[0].box
    assert (x1 - x0) / (y1 - y0) == pytest.approx(60 / 80, abs=0.01)

    page = Image.open(BytesIO(pipeline.render_pages(document, "png")[0]))
    scale = page.width / document.pages[0].size[0]
    assert alike(colours(page.crop([round(edge * scale) for edge in (x0, y0, x1, y1)]))), "PDF"

    svg = pipeline.render_pages(document, "svg")[0].decode()
    inside = base64.b64decode(re.search(r'href="data:image/\w+;base64,([^"]+)"', svg)[1])
    workbook = zipfile.ZipFile(BytesIO(pipeline.render_document(document, "xlsx")))
    media = [workbook.read(name) for name in workbook.namelist() if "/media/" in name]
    for where, data in (("SVG", inside), *(("XLSX", each) for each in media)):
        shown = Image.open(BytesIO(data))
        assert shown.mode in ("RGB", "RGBA", "P", "L"), where
        assert shown.getexif().get(0x0112, 1) == 1, where
        assert alike(colours(shown)), where
    assert media


def test_sixteen_bits_of_grey_keep_their_shades(tmp_path):
    image = Image.new("I;16", (60, 80))
    image.putdata([(x * 1000) for _ in range(80) for x in range(60)])
    (tmp_path / "logo").write_bytes(saved(image, "PNG"))
    shown = Image.open(BytesIO(load(tmp_path, FINE + "logo: logo\n").sop.logo.picture))
    assert shown.mode == "L"
    assert [shown.getpixel((x, 40)) for x in (0, 20, 59)] == [0, 20_000 >> 8, 59_000 >> 8]


@pytest.mark.parametrize("case", ["plain PNG", "plain JPEG", "progressive", "alpha", "palette", "turned 1 JPEG"])
def test_what_all_programs_show_alike_stays_byte_by_byte(tmp_path, case):
    (tmp_path / "logo").write_bytes(PICTURES[case])
    logo = load(tmp_path, FINE + "logo: logo\n").sop.logo
    assert logo.picture == logo.data


@pytest.mark.parametrize("value", TURNS)
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_without_pillow_the_size_is_the_one_that_is_seen(monkeypatch, value, kind):
    data = turned(value, kind)
    assert orientation(data) == value
    monkeypatch.setattr("sopgen.intake.picture.find_spec", lambda _name: None)
    assert as_seen(data, kind, WIDE if value > 4 else HIGH).size == HIGH


@pytest.mark.parametrize(
    "data", [b"", b"eXIf", b"eXIfMM\0*\xff\xff\xff\xff", b"\xff\xe1\0\0Exif\0\0II*\0\x08\0\0\0\xff\xff"]
)
def test_a_broken_word_about_its_side_is_none(data):
    assert orientation(data) == 1
