"""Pages that pdfium cannot bear are opened in a process that may be lost, and told in words."""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import sys
import zlib
from io import BytesIO

import pikepdf
import pytest

from benchmarks.hostile_files.pdfs import FONT, document, stream
from sopgen.drawn.files import LARGE_PDF, NotRead
from sopgen.drawn.pdf import trial
from sopgen.drawn.pdf.contents import NotOpened
from sopgen.drawn.pdf.opening import opened_pdf, page_in_colour
from sopgen.oldstock import import_drawn
from tests.growth import LINEAR, growth

if sys.platform == "win32":
    pytest.skip("memory is measured in other ways there", allow_module_level=True)

MOST = 340 << 10  # KiB of the process that is lost: its bound, what was taken between two looks, and on busy machines
PACKED = b"/Filter /FlateDecode"
LINE = b"0 0 m 9 9 l S\n"


def page(content: bytes, resources: bytes = b"", *more: bytes, said: bytes = PACKED) -> bytes:
    inherited = FONT if not resources else b"/Resources << " + resources + b" >>"
    return document(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R " + inherited + b" >>",
            stream(content if said != PACKED else zlib.compress(content), said),
            *more,
        ]
    )


def form(content: bytes, draws: int = 0) -> bytes:
    inner = b"/X %d 0 R" % draws if draws else b""
    said = b"/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /XObject << " + inner + b" >> >> "
    return stream(zlib.compress(content), said + PACKED)


def locked(data: bytes) -> bytes:
    """For whom it has no password."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        opened.save(target, encryption=pikepdf.Encryption(owner="x", user=""))
    return target.getvalue()


CROWDED = {
    "forms in forms": lambda: page(
        b"/X Do\n" * 2, b"/XObject << /X 5 0 R >>", *(form(b"/X Do /X Do", n + 1) for n in range(5, 35)), form(LINE)
    ),
    "marks in marks": lambda: page((b"/a << /b 1 >> BDC " + LINE) * 15_000),
    "clips on clips": lambda: page((b"0 0 m 9 9 l 3 3 l W n " + LINE) * 20_000),
    "packed and spelled": lambda: page(
        base64.a85encode(zlib.compress(LINE * 4_000_000, 9)) + b"~>", said=b"/Filter [/ASCII85Decode /FlateDecode]"
    ),
    "locked": lambda: locked(page((b"/a << /b 1 >> BDC " + LINE) * 15_000)),
}


MEASURED = """
import resource, sys
from sopgen.drawn.files import NotRead
from sopgen.oldstock import import_drawn
from sopgen.render.png import foreign_pages
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
data = sys.stdin.buffer.read()
try:
    said = {}
except NotRead as reason:
    said = reason.message.en
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(said, own - before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, sep="|")
"""


def measured(call: str, data: bytes) -> tuple[str, int, int]:
    """What a call with `data` gives or tells, the memory it takes, and that of the process that it starts, in KiB.

    In a process of its own: here other tests have had processes of their own.
    """
    done = subprocess.run(
        [sys.executable, "-c", MEASURED.format(call)], input=data, capture_output=True, check=True
    ).stdout.decode()
    said, own, lost = done.rsplit("|", 2)
    return said, int(own), int(lost)


@pytest.mark.parametrize("make", CROWDED.values(), ids=CROWDED)
def test_what_pdfium_cannot_bear_is_told(make) -> None:
    data = make()
    said, own, lost = measured("import_drawn(data)", data)
    assert said == LARGE_PDF.en
    assert own < (60 << 10) + len(data) // 1024
    assert lost < MOST


def test_the_next_file_is_opened_all_the_same() -> None:
    with pytest.raises(NotOpened), opened_pdf(CROWDED["marks in marks"]()):
        pass
    for _ in range(2):
        with opened_pdf(page(LINE)) as sound:
            assert len(sound) == 1


def test_a_picture_is_drawn_there(monkeypatch: pytest.MonkeyPatch) -> None:
    data = page(b"1 0 0 rg 0 0 842 300 re f")
    with opened_pdf(data) as document:
        grey = document.picture(0, 1, 100)
    assert (grey.width, grey.height, len(grey.pixels)) == (71, 100, 7_100)
    red = page_in_colour(data, 0, 0, 0.1)
    assert red.pixels[-red.stride :][:3] == b"\0\0\xff"

    def none(*_: object) -> None:
        raise trial.NoTrial

    monkeypatch.setattr(trial, "_Process", none)
    trial._end()
    assert page_in_colour(data, 0, 0, 0.1) == red
    with opened_pdf(data) as document:
        monkeypatch.setattr("sopgen.drawn.pdf.pdfium.pictured", none)
        assert document.picture(0, 1, 100) == grey


def test_a_picture_that_takes_too_much_is_left_out() -> None:
    size = 30_000
    black = stream(
        zlib.compress(b"\0" * (size * size // 8)),
        b"/Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 8 /ColorSpace /DeviceGray " + PACKED,
    )
    data = page(b"q 800 0 0 500 0 0 cm /I Do Q", b"/XObject << /I 5 0 R >>", black)
    said, _, lost = measured("foreign_pages(data, [(1, 0)], 100)", data)
    assert said == "(None,)"
    assert lost < MOST


def test_a_process_that_is_lost_otherwise_is_no_large_file() -> None:
    trial.try_opening(page(LINE))
    kept = trial._kept
    assert kept is not None
    os.kill(kept._process.pid, signal.SIGKILL)
    with pytest.raises(NotOpened, match="broken"):
        trial.try_opening(page(LINE))
    trial.try_opening(page(LINE))


def test_where_the_process_does_not_start_files_are_opened_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    trial._end()
    with pytest.raises(trial.NoTrial):
        trial.try_opening(page(LINE))
    with opened_pdf(page(LINE)) as sound:
        assert len(sound) == 1


def test_a_fork_asks_a_process_of_its_own() -> None:
    trial.try_opening(page(LINE))
    child = os.fork()
    if child == 0:
        try:
            with pytest.raises(NotOpened):
                trial.try_opening(CROWDED["marks in marks"]())
            os._exit(0)
        finally:
            os._exit(1)
    trial.try_opening(page(LINE))
    assert os.waitpid(child, 0)[1] == 0


def test_an_endless_word_is_read_once() -> None:
    def refused(count: int) -> None:
        with pytest.raises(NotRead):
            import_drawn(page(b"BT /F1 8 Tf 9 9 Td (" + b"abcdefghij" * count + b") Tj ET"))

    assert growth(refused, 600) < LINEAR
