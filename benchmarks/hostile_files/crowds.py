"""Pages of PDFs on which each thing is carried by all that follow, or drawn by others that are drawn by others."""

# ruff: noqa: E501 - stretches of PDF

from __future__ import annotations

import base64
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from benchmarks.hostile_files.making import Bases, Made, Rng, written
from benchmarks.hostile_files.pdfs import document, stream

_PACKED = b"/Filter /FlateDecode"
_FONT = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
_LINE = b"0 0 m 9 9 l S\n"


def make(rng: Rng, folder: Path, _bases: Bases) -> Made:
    how, crowd = rng.choice(_CROWDS)
    data = crowd(rng)
    if rng.random() < 0.15:
        how, data = f"{how}, locked", _locked(data)
    commands = (("import", "berkas.pdf"), ("check", "berkas.pdf"), ("import", "berkas.pdf", "--report", "html"))
    return written(rng, folder, data, ".pdf", how, commands)


def _page(content: bytes, resources: bytes = b"", *more: bytes, said: bytes = _PACKED, page: bytes = b"") -> bytes:
    data = zlib.compress(content) if said == _PACKED else content
    return document(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << "
            + (_FONT if b"/Font" not in resources else b"") + resources + b" >> " + page + b" >>",
            stream(data, said),
            *more,
        ]
    )  # fmt: skip


def _form(content: bytes, inner: int = 0) -> bytes:
    named = b"/X %d 0 R" % inner if inner else b""
    said = b"/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /XObject << " + named + b" >> >> "
    return stream(zlib.compress(content), said + _PACKED)


def _locked(data: bytes) -> bytes:
    """By a password for changing it alone."""
    import pikepdf

    target = BytesIO()
    with suppress(pikepdf.PdfError), pikepdf.open(BytesIO(data)) as opened:
        opened.save(target, encryption=pikepdf.Encryption(owner="x", user=""))
    return target.getvalue() or data


def _much(rng: Rng) -> bytes:
    """Paths, points, texts, letters, pictures in line, shadings: one sort without end."""
    piece, most = rng.choice(
        (
            (_LINE, 2_000_000),
            (b"9 9 l\n", 3_000_000),
            (b"BT /F1 8 Tf 9 9 Td (a) Tj ET\n", 700_000),
            (b"BT /F1 8 Tf 9 9 Td (" + b"abcdefghij" * 5_000 + b") Tj ET\n", 200),
            (b"BT /F1 8 Tf [" + b"(a) -1 " * 1_000 + b"] TJ ET\n", 2_000),
            (b"q BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q\n", 400_000),
            (b"/S sh\n", 400_000),
            (b"[" + b"1 " * 1_000 + b"] 0 d " + _LINE, 10_000),
        )
    )
    shading = (
        b"/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 800 500] "
        b"/Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 1 1] /N 1 >> >> >>"
    )
    return _page(piece * rng.size(most // 100, most // 10, most), shading)


def _carried(rng: Rng) -> bytes:
    """Clips and marks that all that follows carries."""
    piece = rng.choice((b"/a << /b 1 >> BDC ", b"0 0 m 9 9 l 3 3 l W n ", b"q 1 0 0 1 0 0 cm "))
    return _page((piece + _LINE) * rng.size(1_000, 10_000, 40_000))


def _laughs(rng: Rng) -> bytes:
    """Forms drawn by forms; by a page, a stamp, a letter of a font, a pattern."""
    depth, times = rng.choice(((2, 1_000), (4, 30), (25, 2), (39, 2), (3, 10)))
    forms = [_form(b"/X Do\n" * times, 11 + n) for n in range(depth)]
    forms = [b"null"] * 5 + [*forms, _form(_LINE)]  # from object 10 on, behind what needs them
    first = b"/XObject << /X 10 0 R >>"
    match rng.randrange(4):
        case 0:
            return _page(b"/X Do\n" * times, first, *forms)
        case 1:
            forms[0] = b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N 10 0 R >> >>"
            return _page(_LINE, b"", *forms, page=b"/Annots [5 0 R]")
        case 2:
            forms[0] = stream(b"9 0 d0 " + b"/X Do\n" * times)
            font = (
                b"/Font << /T << /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 "
                b"/LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 5 0 R >> "
                b"/Resources << " + first + b" >> >> >>"
            )
            return _page(b"BT /T 8 Tf (a) Tj ET\n", font, *forms)
        case _:
            said = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.01 /YStep 0.01 "
            forms[0] = stream(b"/X Do\n" * times, said + b"/Resources << " + first + b" >>")
            return _page(b"/Pattern cs /P scn 0 0 800 500 re f\n" * 99, b"/Pattern << /P 5 0 R >>", *forms)


def _stamps(rng: Rng) -> bytes:
    count = rng.size(100, 1_900, 60_000)
    stamp = b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N 6 0 R >> >>"
    return _page(_LINE, b"", stamp, _form(_LINE * 500), page=b"/Annots [" + b"5 0 R " * count + b"]")


def _fonts(rng: Rng) -> bytes:
    count = rng.size(100, 2_000, 10_000)
    widths = b"500 " * 256
    fonts = b" ".join(
        b"/G%d << /Type /Font /Subtype /TrueType /BaseFont /A%d /FirstChar 0 /LastChar 255 /Widths [%s] >>"
        % (n, n, widths)
        for n in range(count)
    )
    return _page(b"".join(b"BT /G%d 8 Tf (a) Tj ET\n" % n for n in range(count)), b"/Font << " + fonts + b" >>")


def _spelled(rng: Rng) -> bytes:
    """Packed in other ways than zlib's alone."""
    content = _LINE * rng.size(20_000, 500_000, 5_000_000)
    if rng.random() < 0.5:
        said = b"/Filter [/ASCII85Decode /FlateDecode]"
        return _page(base64.a85encode(zlib.compress(content, 9)) + b"~>", said=said)
    return _page(zlib.compress(content, 9).hex().encode() + b">", said=b"/Filter [/ASCIIHexDecode /FlateDecode]")


def _trees(rng: Rng) -> bytes:
    """Many objects in one stream; pages in a long row of branches."""
    count = rng.size(1_000, 20_000, 100_000)
    if rng.random() < 0.5:
        parts = b"<< /a [1 2 3] >> " * count
        head = b" ".join(b"%d %d" % (100 + n, 17 * n) for n in range(count)) + b" "
        said = b"/Type /ObjStm /N %d /First %d " % (count, len(head)) + _PACKED
        return _page(_LINE, b"", stream(zlib.compress(head + parts), said))
    branches = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 3, n + 1) for n in range(count)]
    last = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>" % (count + 1)
    return document([b"<< /Type /Catalog /Pages 2 0 R >>", *branches, last])


_CROWDS = (
    ("one sort", _much),
    ("one sort", _much),
    ("carried", _carried),
    ("forms in forms", _laughs),
    ("forms in forms", _laughs),
    ("stamps", _stamps),
    ("fonts", _fonts),
    ("spelled", _spelled),
    ("trees", _trees),
)
