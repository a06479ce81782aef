"""PDFs whose streams swell, in one layer or more: told before anything is unpacked to be kept."""

from __future__ import annotations

import tracemalloc
import zlib

import pikepdf  # noqa: F401 - what it costs to import is not what is measured here
import pytest

from sopgen.foreign import pdf
from sopgen.foreign.pdf import MOST_SAVED, NoPdf, measure, measure_contents
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.pdf.seal import NAMESPACE, seal_state
from sopgen.render.pdf.source import enclosed

SAID = f'<r xmlns:s="{NAMESPACE}"><s:sha256_spesifikasi>00</s:sha256_spesifikasi></r>'


def blanks(size: int, layers: int) -> bytes:
    data = b" " * size
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return data


def stream(data: bytes, said: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), said) + data + b"\nendstream"


def document(metadata: bytes, attachment: bytes = b"x", filters: bytes = b"") -> bytes:
    said = b"/Filter [%s]" % filters if filters else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R /AF [5 0 R] >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>",
        stream(metadata, said),
        b"<< /Type /Filespec /F (a.sop.yaml) /UF (a.sop.yaml) /EF << /F 6 0 R >> >>",
        stream(attachment, said if metadata == SAID.encode() else b""),
    ]
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 7\n0000000000 65535 f \n" + table
    return data + end + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_description_that_swells_is_not_unpacked(layers: int) -> None:
    data = document(blanks(48 << 20, layers), filters=b"/FlateDecode " * layers)
    tracemalloc.start()
    try:
        with pytest.raises(NothingEnclosed, match="broken"):
            enclosed(data)
        assert seal_state(data) == "foreign"
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


def test_an_ordinary_one_is_read() -> None:
    with pytest.raises(NothingEnclosed, match="no longer what"):
        enclosed(document(zlib.compress(SAID.encode()), filters=b"/FlateDecode"))


def test_a_picture_may_be_large_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_FREE", 1 << 20)
    packed = blanks(2 << 20, 1)
    picture = b"/Type /XObject /Subtype /Image /Width 1448 /Height 1448 /Filter /FlateDecode"
    measure(b"%PDF-1.7\n7 0 obj\n" + stream(packed, picture))
    for hidden in (b"", b"/Type /ObjStm /Subtype /Image", b"/Type 9 0 R /Subtype /Image", b"/Subtype /Image /Obj#53tm"):
        with pytest.raises(NoPdf):
            measure(b"%PDF-1.7\n7 0 obj\n" + stream(packed, hidden))


def test_streams_are_counted_and_summed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_FREE", 1 << 20)
    half = stream(blanks(600_000, 1))
    measure(half)
    with pytest.raises(NoPdf):
        measure(half * 2)
    monkeypatch.setattr(pdf, "MOST_STREAMS", 3)
    measure(stream(b"a") * 3)
    with pytest.raises(NoPdf):
        measure(stream(b"a") * 4)


def test_three_layers_are_too_many() -> None:
    measure(stream(blanks(100, 2)))
    with pytest.raises(NoPdf):
        measure(stream(blanks(100, 3)))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    "content",
    [
        b"q " * (MOST_SAVED + 1),
        b"Q " * MOST_SAVED + b"q\n" * (MOST_SAVED + 1) + b" Q" * MOST_SAVED,
        b"q[]0 d " * 200_000,
    ],
    ids=["open", "closed too early", "without blanks"],
)
def test_graphics_states_without_end(content: bytes, packed: bool) -> None:
    with pytest.raises(NoPdf):
        measure_contents(document(zlib.compress(content) if packed else content))


def test_pages_that_draw_much_save_as_often() -> None:
    measure_contents(document(b"q 0 0 1 1 re f Q\n" * 200_000 + b"q " * 90_000))


def test_one_content_many_times_over() -> None:
    named = b"/Contents [ %s ]"
    measure_contents(b"<< /Type /Page " + named % (b"4 0 R 5 0 R " * 4) + b" >>")
    with pytest.raises(NoPdf):
        measure_contents(b"<< /Type /Page " + named % (b"4 0 R " * 9) + b" >>")
    with pytest.raises(NoPdf):
        measure_contents(document(zlib.compress(named % (b"4 0 R " * 9))))
