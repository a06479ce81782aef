"""PDFs that swell, run in circles, nest and crowd."""

from __future__ import annotations

import zlib
from pathlib import Path

from benchmarks.hostile_files.making import MIB, SPEC, Bases, Made, Rng, Spoil, deflated, flip, written

FONT = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def make(rng: Rng, folder: Path, bases: Bases) -> Made:
    how, spoil = rng.choice(_PDFS)
    return written(rng, folder, spoil(rng, bases.pdf), ".pdf", how)


def document(objects: list[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return data + end + b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))


def stream(data: bytes, said: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), said) + data + b"\nendstream"


def _pdf_bomb(rng: Rng, _base: bytes) -> bytes:
    from sopgen.render.pdf.seal import NAMESPACE

    said = f'<r xmlns:s="{NAMESPACE}"><s:sha256_spesifikasi>00</s:sha256_spesifikasi></r>'.encode()
    layers = rng.choice((1, 1, 2, 3, 5))
    bomb = deflated(rng.size(8, 60) * MIB, layers, rng.choice((b" ", b"<a/>", b"0 0 m 1 1 l S ")))
    filters = rng.choice((b"/FlateDecode", b"/Fl", b"/Flate#44ecode", b"/LZWDecode", b"/ASCIIHexDecode /FlateDecode"))
    packed = stream(bomb, b"/Filter [" + (filters + b" ") * layers + b"]")
    where = rng.randrange(4)
    return document(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R /AF [5 0 R] >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 7 0 R >>",
            packed if where == 0 else stream(said, b"/Type /Metadata /Subtype /XML"),
            b"<< /Type /Filespec /F (a.sop.yaml) /UF (a.sop.yaml) /EF << /F 6 0 R >> >>",
            packed if where == 1 else stream(SPEC.encode()),
            packed if where == 2 else stream(b"0 0 m 9 9 l S"),
            packed.replace(b"/Filter", b"/Type /ObjStm /N 10 /First 100 /Filter", 1) if where == 3 else b"null",
        ]
    )


def _pdf_circle(rng: Rng, _base: bytes) -> bytes:
    many = rng.size(10, 5_000, 50_000)
    kids, page = rng.choice(
        (
            (b"2 0 R ", b"<< /Type /Page /Parent 2 0 R >>"),
            (b"3 0 R ", b"<< /Type /Pages /Kids [2 0 R] /Parent 3 0 R >>"),
            (
                b"3 0 R ",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e30 nan] /Contents [" + b"4 0 R " * 500 + b"] >>",
            ),
            (b"3 0 R ", b"<< /Type /Page /Parent 2 0 R /MediaBox 3 0 R /Resources 3 0 R /Contents 3 0 R >>"),
        )
    )
    return document(
        [
            b"<< /Type /Catalog /Pages 2 0 R /AF [" + b"1 0 R " * many + b"] /Metadata 1 0 R /Names 1 0 R >>",
            b"<< /Type /Pages /Kids [" + kids * many + b"] /Count %d >>" % many,
            page,
            stream(b"q " * rng.size(10, 100_000) + b"(a) Tj " * 1_000),
        ],
        rng.choice((b"/Root 1 0 R", b"/Root 1 0 R /Prev 0", b"/Root 2 0 R", b"/Root 1 0 R /Encrypt 1 0 R", b"")),
    )


def _pdf_nested(rng: Rng, _base: bytes) -> bytes:
    depth = rng.size(400, 600, 200_000)
    opened, closed = rng.choice(((b"[", b"]"), (b"<</a ", b">>"), (b"(", b")")))
    return document([b"<< /Type /Catalog /Pages 2 0 R /X " + opened * depth + closed * depth + b" >>", b"<< >>"])


def _pdf_drawing(rng: Rng, _base: bytes) -> bytes:
    """A page with words and lines without number."""
    count = rng.size(1_000, 30_000, 300_000)
    draw = rng.choice((b"%d %d m %d %d l S\n", b"%d %d %d %d re f\n", b"%d %d m %d %d 3 4 5 6 c S\n"))
    spots = [tuple(rng.randrange(0, 800) for _ in range(4)) for _ in range(500)]
    content = b"".join(draw % rng.choice(spots) for _ in range(count))
    words = b"".join(b"BT /F1 9 Tf %d %d Td (Kegiatan %d) Tj ET\n" % (n % 800, n % 590, n) for n in range(count // 10))
    return document(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R " + FONT + b" >>",
            stream(zlib.compress(content + words), b"/Filter /FlateDecode"),
        ]
    )


_PDFS: tuple[tuple[str, Spoil], ...] = (
    ("swollen stream", _pdf_bomb),
    ("circles", _pdf_circle),
    ("nested objects", _pdf_nested),
    ("crowded page", _pdf_drawing),
    ("spoilt PDF", flip),
    ("spoilt PDF", flip),
    ("bytes behind", lambda rng, data: data + rng.choice((b"\0" * 1000, data, b"%%EOF", rng.randbytes(300)))),
)
