"""A finished PDF beside the one that its own spec gives → where a person sees something else, on a screen or on paper.

Pictures of the pages are compared, not their bytes: whoever signs a file or saves it anew writes other bytes of the
same pages, and whoever forges a seal can write any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal

from sopgen.render.pdf.pairing import Pair, Pairing, by_likeness, by_number, faults_of
from sopgen.render.pdf.refit import Patch, fit_of, patches
from sopgen.scene import Box
from sopgen.seen import Anew, Difference, Likeness

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Grey, Pdf

_PIXELS: Final = 1_400
"""Of a page's longer side: 120 an inch on A4, so that a hairline and the stroke of a letter take one each."""
_SEEN: Final = 48
"""Of 255: programs that write a page anew move things by less than a pixel's part, which changes shades by less."""
_APART: Final = 3  # pixels between two bands: nearer ones are one
_DARK, _LIGHT = 128, 200  # of 255: print, and paper
_NOISE: Final = 3.0
"""So many times what was changed differs on a page that another program wrote anew: by pixels that nobody sees."""
_TILE: Final = 20  # pixels: about a line of text high
_A_LETTER: Final = 12  # pixels of print
_LOST: Final = 0.6  # of what is printed on a tile: a stroke or a ring across covers less
_PATCH: Final = 0.6  # of the paper between what is printed: blacked out, no stroke or ring
State = Literal["there", "crossed", "gone"]
"""Of what is printed at a place: all of it is seen, most of it, or not."""


def unlike_pages(
    data: bytes, made: bytes, sizes: Sequence[tuple[float, float]], among: Sequence[int] | None = None
) -> Likeness:
    """Where they differ, and the pages that are not where and as they should be.

    Pages are held against each other one after the other where nothing differs so, else those that are alike.
    `sizes` of the pages of `made`, in points. `among`: the pages of the file that are looked at, from 1, else all.
    Raises `NotOpened`.
    """
    from sopgen.drawn.pdf.opening import opened_pdf

    with opened_pdf(data) as held, opened_pdf(made) as due:
        pages = range(len(held)) if among is None else [page - 1 for page in among]
        pairing = by_number(pages, len(sizes))
        places = _places(held, due, pairing, sizes)
        anew: tuple[Anew, ...] = ()
        if places or len(pages) != len(sizes):
            pairing = by_likeness(held, pages, due, sizes)
            pairing, anew, places = _anew(held, pages, due, sizes, pairing)
        at = {each.due: each.held + 1 for each in pairing.pairs}
        return Likeness(
            places,
            tuple(faults_of(pairing, pages, len(sizes))),
            tuple(at.get(page, 0) for page in range(len(sizes))),
            anew,
        )


def _anew(
    held: Pdf, among: Sequence[int], due: Pdf, sizes: Sequence[tuple[float, float]], pairing: Pairing
) -> tuple[Pairing, tuple[Anew, ...], tuple[Difference, ...]]:
    """Pages whose pixels differ may have been printed smaller or written anew: such a one is seen as what it was."""
    found: list[Anew] = []
    places: list[Difference] = []
    pairs = [*pairing.pairs]
    for pair in pairing.pairs:
        differing = _places(held, due, Pairing((pair,)), sizes)
        fit = fit_of(held, pair.held, due, pair.due) if differing and not pair.turned else None
        patched = fit and tuple(patches(held, pair.held, due, pair.due, sizes[pair.due], fit))
        if fit is None or patched is None or (fit.is_in_place and not patched and not fit.whole):
            places += differing
            continue
        if fit.is_in_place and patched and _height(differing) <= _NOISE * _height(patched):
            places += differing  # they know what is legible below
            continue
        if not patched or not fit.is_in_place:
            found.append(Anew(pair.due + 1, pair.held + 1, fit.scale, moved=not fit.is_in_place))
        places += [Difference(pair.due + 1, each.box, each.gone, pair.held + 1, spot=each.spot) for each in patched]
    free = [at for at in among if at not in {each.held for each in (*pairs, *pairing.again)}]
    for page in sorted({*range(len(sizes))} - {each.due for each in pairs}):
        for at in free:
            if (fit := fit_of(held, at, due, page)) is None:
                continue
            patched = tuple(patches(held, at, due, page, sizes[page], fit))
            pairs.append(Pair(at, page))
            found.append(Anew(page + 1, at + 1, fit.scale, moved=True))
            places += [Difference(page + 1, each.box, each.gone, at + 1, spot=each.spot) for each in patched]
            break
    sheets = Counter(each.held for each in found)
    shared = tuple(each._replace(shared=sheets[each.held] > 1) for each in sorted(found))
    return pairing._replace(pairs=tuple(sorted(pairs))), shared, tuple(places)


def _height(places: Sequence[Difference | Patch]) -> float:
    return sum(each.box[3] - each.box[1] for each in places)


def _places(held: Pdf, due: Pdf, pairing: Pairing, sizes: Sequence[tuple[float, float]]) -> tuple[Difference, ...]:
    return tuple(
        Difference(pair.due + 1, box, state != "there", pair.held + 1, state != "gone")
        for pair in pairing.pairs
        if not pair.cut
        for box, state in _on_page(held, due, pair, sizes[pair.due])
    )


def _on_page(held: Pdf, due: Pdf, pair: Pair, size: tuple[float, float]) -> Iterator[tuple[Box, State]]:
    points = max(size) / _PIXELS
    for printed in (False, True):  # what is put there may be meant for one of both alone
        seen = held.picture(pair.held, pair.turned, _PIXELS, printed=printed)
        expected = due.picture(pair.due, 0, _PIXELS, printed=printed)
        if seen[:2] != expected[:2]:
            yield (0.0, 0.0, *size), "gone"
            return
        bands = [*_bands(seen, expected)]
        for left, top, right, bottom in bands:
            box = left * points, top * points, (right + 1) * points, (bottom + 1) * points
            yield box, _state(seen, expected, (left, top, right, bottom))
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


def _state(seen: Grey, expected: Grey, band: tuple[int, int, int, int]) -> State:
    """What became of what is printed there, tile by tile: where one of them is gone, a word may be."""
    left, top, right, bottom = band
    is_touched = False
    for row in range(top, bottom + 1, _TILE):
        for column in range(left, right + 1, _TILE):
            tile = column, row, min(column + _TILE - 1, right), min(row + _TILE - 1, bottom)
            lighter, printed, darkened, bare = _counted(seen, expected, tile)
            is_touched = is_touched or lighter > 0
            if printed >= _A_LETTER and (lighter > _LOST * printed or darkened > _PATCH * bare):
                return "gone"
    return "crossed" if is_touched else "there"


def _counted(seen: Grey, expected: Grey, tile: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Pixels that are lighter than they should be, of how much print; and those of the paper there that are dark."""
    left, top, right, bottom = tile
    lighter = printed = darkened = bare = 0
    for row in range(top, bottom + 1):
        here, there = (each[2][row * seen[0] + left : row * seen[0] + right + 1] for each in (seen, expected))
        for one, other in zip(here, there, strict=True):
            lighter += one - other > _SEEN
            if other < _DARK:
                printed += 1
            elif other > _LIGHT:
                bare += 1
                darkened += one < _DARK
    return lighter, printed, darkened, bare
