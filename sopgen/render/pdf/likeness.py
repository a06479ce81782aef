"""A finished PDF beside the one that its own spec gives → where a person sees something else, on a screen or on paper.

Pictures of the pages are compared, not their bytes: whoever signs a file or saves it anew writes other bytes of the
same pages, and whoever forges a seal can write any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from sopgen.scene import Box, Difference

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Grey, Pdf

_PIXELS: Final = 1_400
"""Of a page's longer side: 120 an inch on A4, so that a hairline and the stroke of a letter take one each."""
_SEEN: Final = 48
"""Of 255: programs that write a page anew move things by less than a pixel's part, which changes shades by less."""
_COARSE: Final = 350  # pixels of a page's longer side: enough to tell one page from another
_PAGES_HELD: Final = 60
"""Of longer files pages are held against each other by number alone."""
_APART: Final = 3  # pixels between two bands: nearer ones are one


def unlike_pages(data: bytes, made: bytes, sizes: Sequence[tuple[float, float]]) -> tuple[Difference, ...]:
    """Where they differ; the whole page where one of both has none like it.

    `sizes` of the pages of `made`, in points. Raises `NotOpened`.
    """
    from sopgen.drawn.pdf.opening import opened_pdf

    with opened_pdf(data) as held, opened_pdf(made) as due:
        return tuple(
            told for one, other in _paired(held, due, len(sizes)) for told in _on_pages(held, due, one, other, sizes)
        )


def _paired(held: Pdf, due: Pdf, count: int) -> list[tuple[int | None, int | None]]:
    """Numbers of pages, from 0, that belong together; None where one of both has none like it.

    One after the other, but where there are more or less than there should be: then those that look alike.
    """
    pages = len(held)
    if pages == count or max(pages, count) > _PAGES_HELD:
        longest = range(max(pages, count))
        return [(at if at < pages else None, at if at < count else None) for at in longest]
    seen, expected = [_look(held, at) for at in range(pages)], [_look(due, at) for at in range(count)]
    pairs: list[tuple[int | None, int | None]] = []
    done = [0, 0]
    for block in SequenceMatcher(None, seen, expected, autojunk=False).get_matching_blocks():
        rest = range(max(block.a - done[0], block.b - done[1]))
        pairs += [
            (done[0] + at if done[0] + at < block.a else None, done[1] + at if done[1] + at < block.b else None)
            for at in rest
        ]
        pairs += [(block.a + at, block.b + at) for at in range(block.size)]
        done = [block.a + block.size, block.b + block.size]
    return pairs


def _look(pdf: Pdf, at: int) -> bytes:
    """What tells a page from others, the same however a program wrote it: its darkness in a coarse grid."""
    wide, high, shades = pdf.picture(at, 0, _COARSE, printed=True)
    return bytes((wide % 256, high % 256)) + bytes(shade // 128 for shade in shades)


def _on_pages(
    held: Pdf, due: Pdf, one: int | None, other: int | None, sizes: Sequence[tuple[float, float]]
) -> Iterator[Difference]:
    if other is None:
        yield Difference((one or 0) + 1, (0.0, 0.0, 0.0, 0.0), gone=False, added=True)
    elif one is None:
        yield Difference(other + 1, (0.0, 0.0, *sizes[other]), gone=True)
    else:
        yield from (Difference(other + 1, *told) for told in _on_page(held, due, one, other, sizes[other]))


def _on_page(held: Pdf, due: Pdf, one: int, other: int, size: tuple[float, float]) -> Iterator[tuple[Box, bool]]:
    points = max(size) / _PIXELS
    for printed in (False, True):  # what is put there may be meant for one of both alone
        seen = held.picture(one, 0, _PIXELS, printed=printed)
        expected = due.picture(other, 0, _PIXELS, printed=printed)
        if seen[:2] != expected[:2]:
            yield (0.0, 0.0, *size), True
            return
        bands = [*_bands(seen, expected)]
        for left, top, right, bottom in bands:
            box = left * points, top * points, (right + 1) * points, (bottom + 1) * points
            yield box, _is_gone(seen, expected, (left, top, right, bottom))
        if bands:
            return


def _bands(seen: Grey, expected: Grey) -> Iterator[tuple[int, int, int, int]]:
    """Rows of pixels that differ, as far as they stand together: first and last column and row."""
    wide, high, _ = seen
    band: tuple[int, int, int, int] | None = None
    for row in range(high):
        here, there = (each[2][row * wide : (row + 1) * wide] for each in (seen, expected))
        if here == there:
            continue
        columns = [at for at in range(wide) if abs(here[at] - there[at]) > _SEEN]
        if not columns:
            continue
        if band and row - band[3] <= _APART:
            band = min(band[0], columns[0]), band[1], max(band[2], columns[-1]), row
            continue
        if band:
            yield band
        band = columns[0], row, columns[-1], row
    if band:
        yield band


def _is_gone(seen: Grey, expected: Grey, band: tuple[int, int, int, int]) -> bool:
    """Whether something printed is lighter than it should be: taken away, moved, or covered by something light."""
    left, top, right, bottom = band
    for row in range(top, bottom + 1):
        here, there = (each[2][row * seen[0] + left : row * seen[0] + right + 1] for each in (seen, expected))
        if any(one - other > _SEEN for one, other in zip(here, there, strict=True)):
            return True
    return False
