"""A finished PDF beside the one that its own spec gives → where a person sees something else, on a screen or on paper.

Pictures of the pages are compared, not their bytes: whoever signs a file or saves it anew writes other bytes of the
same pages, and whoever forges a seal can write any.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sopgen.render.pdf.differing import Region, is_inked, regions, state_of
from sopgen.render.pdf.pairing import Pair, Pairing, by_likeness, by_number, faults_of
from sopgen.render.pdf.refit import Patch, fit_of, is_cut, is_trimmed, is_washed, patches
from sopgen.render.pdf.scans import is_scan
from sopgen.scene import Box
from sopgen.seen import Anew, Difference, Likeness

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Grey, Pdf

_PIXELS: Final = 1_400
"""Of a page's longer side: 120 an inch on A4, so that a hairline and the stroke of a letter take one each."""
_NOISE: Final = 3.0
"""So many times what was changed differs on a page that another program wrote anew: by pixels that nobody sees."""


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
        scans: set[int] = set()
        if places or len(pages) != len(sizes):
            scans = {page for page in pages if is_scan(held, page)}
            pairing = by_likeness(held, pages, due, sizes, scans)
            pairing, anew, places = _anew(held, pages, due, sizes, pairing, scans)
        at = {each.due: each.held + 1 for each in pairing.pairs}
        return Likeness(
            places,
            tuple(faults_of(pairing, pages, len(sizes))),
            tuple(at.get(page, 0) for page in range(len(sizes))),
            anew,
            tuple(each.held + 1 for each in pairing.pairs if each.held in scans),
        )


def _anew(
    held: Pdf,
    among: Sequence[int],
    due: Pdf,
    sizes: Sequence[tuple[float, float]],
    pairing: Pairing,
    scans: Collection[int],
) -> tuple[Pairing, tuple[Anew, ...], tuple[Difference, ...]]:
    """Pages whose pixels differ may have been printed smaller or written anew: such a one is seen as what it was."""
    found: list[Anew] = []
    places: list[Difference] = []
    pairs = [*pairing.pairs]
    for pair in pairing.pairs:
        if pair.held in scans:
            continue
        differing = _places(held, due, Pairing((pair,)), sizes)
        fit = fit_of(held, pair.held, due, pair.due) if differing and not pair.turned else None
        if fit and not fit.is_in_place and is_cut(held, pair.held, due, pair.due, sizes[pair.due], fit):
            pairs[pairs.index(pair)] = pair._replace(cut=True)
            continue
        patched = fit and tuple(patches(held, pair.held, due, pair.due, sizes[pair.due], fit))
        if fit is None or patched is None or (fit.is_in_place and not patched and not fit.whole):
            places += differing
            continue
        is_small = bool(patched) and _height(differing) <= _NOISE * _height(patched)
        if fit.is_in_place and (is_small or is_washed(held, pair.held, due, pair.due)):
            places += differing  # they know what is legible below
            continue
        if not patched or not fit.is_in_place:
            trimmed = fit.is_same_size and not fit.quarters and is_trimmed(held, pair.held, sizes[pair.due])
            found.append(Anew(pair.due + 1, pair.held + 1, fit.scale, moved=not fit.is_in_place, trimmed=trimmed))
        places += _patched(due, pair, patched)
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


def _patched(due: Pdf, pair: Pair, patched: Sequence[Patch]) -> Iterator[Difference]:
    texts = [*_words(due, pair.due, 1.0)] if patched else []
    for each in patched:
        x0, y0, x1, y1 = each.box
        is_wordless = not any(x0 < right and left < x1 and y0 < low and top < y1 for left, top, right, low in texts)
        yield Difference(
            pair.due + 1, each.box, each.gone, pair.held + 1, spot=each.spot, wordless=each.gone and is_wordless
        )


def _words(due: Pdf, at: int, points: float) -> Iterator[Region]:
    """Each text of a page of ours, in pixels from its upper left."""
    found: dict[int, list[Box]] = defaultdict(list)
    page = due.page(at)
    try:
        (left, _, _, top), _ = page.view()
        for _ in page.things():
            pass
        for each in page.letters():
            x0, y0, x1, y1 = each.box
            found[each.key].append((x0 - left, top - y1, x1 - left, top - y0))
    finally:
        page.close()
    for boxes in found.values():
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        around = min(lefts), min(tops), max(rights), max(bottoms)
        yield round(around[0] / points), round(around[1] / points), round(around[2] / points), round(around[3] / points)


def _is_wordless(seen: Grey, expected: Grey, region: Region, words: Iterator[Region]) -> bool:
    """Whether every text in a region can be read."""
    for each in words:
        left, top = max(region[0], each[0]), max(region[1], each[1])
        right, bottom = min(region[2], each[2]), min(region[3], each[3])
        if left < right and top < bottom and state_of(seen, expected, (left, top, right, bottom)) == "gone":
            return False
    return True


def _height(places: Sequence[Difference | Patch]) -> float:
    """How much of the page's height they take, those beside each other together."""
    high = reach = 0.0
    for top, bottom in sorted((each.box[1], each.box[3]) for each in places):
        high += max(0.0, bottom - max(top, reach))
        reach = max(reach, bottom)
    return high


def _places(held: Pdf, due: Pdf, pairing: Pairing, sizes: Sequence[tuple[float, float]]) -> tuple[Difference, ...]:
    return tuple(each for pair in pairing.pairs if not pair.cut for each in _on_page(held, due, pair, sizes[pair.due]))


def _on_page(held: Pdf, due: Pdf, pair: Pair, size: tuple[float, float]) -> Iterator[Difference]:
    points = max(size) / _PIXELS
    at = pair.due + 1, pair.held + 1
    for printed in (False, True):  # what is put there may be meant for one of both alone
        seen = held.picture(pair.held, pair.turned, _PIXELS, printed=printed)
        expected = due.picture(pair.due, 0, _PIXELS, printed=printed)
        if seen[:2] != expected[:2]:
            yield Difference(at[0], (0.0, 0.0, *size), gone=True, held=at[1])
            return
        found = regions(seen, expected)
        for region in found:
            left, top, right, bottom = region
            box = left * points, top * points, (right + 1) * points, (bottom + 1) * points
            state = state_of(seen, expected, region)
            yield Difference(
                at[0],
                box,
                state != "there",
                at[1],
                state != "gone",
                wordless=state == "gone" and _is_wordless(seen, expected, region, _words(due, pair.due, points)),
                inked=state != "there" and is_inked(seen, expected, region),
            )
        if found:
            return
