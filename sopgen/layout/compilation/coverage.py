"""Every character of the front pages must exist in its face; what does not is told where the bureau wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.intake.compilation import Keputusan, Kompilasi
from sopgen.intake.sop import Isi, Pengesahan
from sopgen.layout.faults import fault, refuse
from sopgen.scene import Page, Text
from sopgen.text.measure import Measurer, describe

Path = tuple[str | int, ...]


def check_coverage(pages: Sequence[Page], kompilasi: Kompilasi, measurer: Measurer) -> None:
    """Raises Refusal."""
    texts = [text for page in pages if page.kind not in ("identitas", "prosedur") for text in _page_texts(page)]
    missing = {c for text in texts for c in measurer.missing_glyphs(text.text, text.face)}
    if not missing:
        return
    names = ", ".join(describe(c) for c in sorted(missing)[:5])
    message = Message(f"naskah kompilasi: huruf cetak tidak memiliki {names}", f"the font has no {names}")
    remedy = Message("ganti atau hapus tanda itu", "replace or remove that character")
    written = [path for path, text in _written(("kompilasi",), kompilasi) if missing & {*text, *text.upper()}]
    raise refuse(*(fault("GAMBAR-01", message, remedy, path) for path in written or [("kompilasi",)]))


def _written(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    """Every text of the volume's settings with its place in the file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Kompilasi | Keputusan | Pengesahan | Isi):
        for name, part in zip(value._fields, value, strict=True):
            yield from _written((*path, name), part)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _written((*path, index), part)


def _page_texts(page: Page) -> Iterator[Text]:
    yield from page.texts
    for _, cell in page.cells():
        yield from cell.texts
