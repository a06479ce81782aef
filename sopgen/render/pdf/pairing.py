"""The pages of a PDF that somebody holds, and those that its spec gives → which belong together, by their looks.

Coarse pictures tell one page from another; a page that was printed smaller or written anew is known by its words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from sopgen.render.pdf.pagewords import SAME_WORDS, Words, letters_of, words_alike, words_in
from sopgen.render.pdf.refit import printed_box
from sopgen.seen import PageFault

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Grey, Letter, Pdf

_COARSE: Final = 350  # pixels of a page's longer side: enough to tell one page from another
_MOST_COMPARED: Final = 1_000
"""Pairs of pages of which one question is asked: where there are more, of those that stand nearest to each other."""
_ALIKE: Final = 0.8
"""Of the darkness of the paler one: pages with a box or a watermark over them reach 0.95, those of two SOPs 0.75."""
_PALE: Final = 0.1  # of the darker one's darkness: a few words on an empty page are no page of tables
_SOME_WORDS: Final = 0.5
"""Of pages that look alike: two SOPs on one form share its labels and their bureau's law."""
_SAME_PLACES: Final = 0.9  # of all characters seen
_SLACK: Final = 1.0  # points
_BOTH: Final = 2


class Pair(NamedTuple):
    """Pages from 0 that belong together. `turned`: by how many quarters the held one is; `cut`: it shows a part."""

    held: int
    due: int
    turned: int = 0
    cut: bool = False


class Pairing(NamedTuple):
    """`pairs` in the held file's order; `again`: pages that show once more, changed or not, what another one shows."""

    pairs: tuple[Pair, ...]
    again: tuple[Pair, ...] = ()


def by_number(held: Sequence[int], due: int) -> Pairing:
    """`held`: the pages of the file that are looked at, from 0, in order."""
    return Pairing(tuple(Pair(at, number) for number, at in enumerate(held[:due])))


def by_likeness(
    held: Pdf,
    among: Sequence[int],
    due: Pdf,
    sizes: Sequence[tuple[float, float]],
    scans: Collection[int] = (),
) -> Pairing:
    """`among`: the pages of the file that are looked at; `sizes` of the pages due, in points. Raises `NotOpened`.

    `scans`: those of them that are pictures: each is taken for a page due that no other one shows, and no more is said.
    """
    return _Pages(held, among, due, sizes, scans).paired()


def faults_of(pairing: Pairing, held: Sequence[int], due: int) -> Iterator[PageFault]:
    """What is to be said of whole pages, in the held file's order; missing ones last."""
    at = {each.held: each for each in pairing.pairs}
    again = {each.held: each for each in pairing.again}
    lost = [page for page in range(due) if page not in {each.due for each in pairing.pairs}]
    moved = _moved(pairing.pairs)
    for page in held:
        pair = at.get(page)
        if page in again:
            yield PageFault("doubled", again[page].due + 1, page + 1)
        elif pair is None:
            instead = next((each for each in lost if _before(pairing, page) == _before_due(pairing, each)), None)
            if instead is not None:
                lost.remove(instead)
            yield PageFault("foreign", 0 if instead is None else instead + 1, page + 1)
        else:
            if pair in moved:
                yield PageFault("moved", pair.due + 1, page + 1)
            if pair.turned:
                yield PageFault("turned", pair.due + 1, page + 1)
            if pair.cut:
                yield PageFault("cut", pair.due + 1, page + 1)
    for page in lost:
        yield PageFault("missing", page + 1, 0)


def _before(pairing: Pairing, page: int) -> int:
    """The page due that stands before one of the held file, from 1; 0 for none."""
    return max((each.held, each.due + 1) for each in (Pair(-1, -1), *pairing.pairs) if each.held < page)[1]


def _before_due(pairing: Pairing, page: int) -> int:
    """The same before a page due that is missing: the nearest that the held file has."""
    return max((each.due + 1 for each in pairing.pairs if each.due < page), default=0)


def _moved(pairs: Sequence[Pair]) -> set[Pair]:
    """The fewest that must be moved for all to stand in their order; of two that changed places both."""
    order = sorted(pairs, key=lambda each: each.due)
    swapped = {one for one, other in zip(pairs, order, strict=True) if one != other}
    if len(swapped) <= _BOTH:
        return swapped
    chains: list[list[Pair]] = []
    for each in pairs:
        before = sorted((chain for chain in chains if chain[-1].due < each.due), key=len)
        chains.append([*before[-1], each] if before else [each])
    longest: list[Pair] = max(chains, key=len)
    return set(pairs) - set(longest)


class _Pages:
    """What is asked of two files' pages, each page looked at once."""

    def __init__(
        self,
        held: Pdf,
        among: Sequence[int],
        due: Pdf,
        sizes: Sequence[tuple[float, float]],
        scans: Collection[int],
    ) -> None:
        self.held, self.due, self.sizes, self.scans = held, due, sizes, scans
        self.seen = {at: _picture(held, at) for at in among}
        self.expected = [_picture(due, at) for at in range(len(sizes))]
        self.turned: dict[tuple[int, int], Grey] = {}
        self.letters: dict[tuple[bool, int], Sequence[Letter]] = {}

    def paired(self) -> Pairing:
        pairs = [*self._same()]
        if len(self.seen) * len(self.expected) > _MOST_COMPARED:
            pairs += self._saying_the_same(pairs)
        for ask in (self._alike, self._turned, self._cut, self._worded, self._scanned):
            held = sorted({*self.seen} - {each.held for each in pairs})
            due = sorted({*range(len(self.expected))} - {each.due for each in pairs})
            pairs += _best(ask, held, due)
        rest = sorted({*self.seen} - {each.held for each in pairs})
        again = {each.held: each for ask in (self._worded, self._pictured) for each in self._again(ask, rest)}
        upright = (each._replace(turned=0) if each.held in self.scans else each for each in pairs)
        return Pairing(tuple(sorted(upright)), tuple(again[at] for at in sorted(again)))

    def _saying_the_same(self, pairs: Sequence[Pair]) -> Iterator[Pair]:
        """Of a long file pages whose words are the very same, in their order: each is asked of its own page alone."""
        held = sorted({*self.seen} - {each.held for each in pairs})
        due = sorted({*range(len(self.expected))} - {each.due for each in pairs})
        said = [frozenset(self._words(True, at).items()) for at in held]
        expected = [frozenset(self._words(False, at).items()) for at in due]
        for block in SequenceMatcher(None, said, expected, autojunk=False).get_matching_blocks():
            for at in range(block.size):
                one, other = held[block.a + at], due[block.b + at]
                if said[block.a + at]:
                    found = (ask(one, other) for ask in (self._alike, self._turned, self._cut))
                    yield next((pair for score, pair in found if score >= _ALIKE), Pair(one, other))

    def _again(self, ask: _Ask, rest: Sequence[int]) -> Iterator[Pair]:
        for at in rest[: max(1, 3 * _MOST_COMPARED // len(self.expected))]:
            yield from _best(ask, [at], [*range(len(self.expected))])

    def _pictured(self, one: int, other: int) -> tuple[float, Pair]:
        """As alike, of a page without words alone: forms that two SOPs fill in look alike."""
        return self._alike(one, other) if not self._words(True, one) else (0.0, Pair(one, other))

    def _same(self) -> Iterator[Pair]:
        """Those that look the same: in their order as far as they stand in it, the others wherever they are."""
        order = sorted(self.seen)
        seen, expected = [_key(self.seen[at]) for at in order], [_key(each) for each in self.expected]
        held, due = {*range(len(seen))}, {*range(len(expected))}
        for block in SequenceMatcher(None, seen, expected, autojunk=False).get_matching_blocks():
            for at in range(block.size):
                held.remove(block.a + at)
                due.remove(block.b + at)
                yield Pair(order[block.a + at], block.b + at)
        for other in sorted(due):
            one = next((at for at in sorted(held) if seen[at] == expected[other]), None)
            if one is not None:
                held.remove(one)
                yield Pair(order[one], other)

    def _alike(self, one: int, other: int) -> tuple[float, Pair]:
        likeness = _likeness(self.seen[one], self.expected[other])
        if likeness >= _ALIKE and (said := self._words(True, one)) and (due := self._words(False, other)):
            likeness = likeness if words_alike(said, due) > _SOME_WORDS else 0.0
        return likeness, Pair(one, other)

    def _turned(self, one: int, other: int) -> tuple[float, Pair]:
        found = []
        for quarters in (1, 2, 3):
            if (one, quarters) not in self.turned:
                self.turned[one, quarters] = _picture(self.held, one, quarters)
            found.append((_likeness(self.turned[one, quarters], self.expected[other]), quarters))
        likeness, quarters = max(found)
        return likeness, Pair(one, other, turned=quarters)

    def _cut(self, one: int, other: int) -> tuple[float, Pair]:
        """Whether it shows less than a page, and what it says stands at its place in that page.

        Where nothing but empty margins are cut off, it is that page, whole.
        """
        (left, bottom, right, top), turned = self._view(one)
        wide, high = self.sizes[other]
        x0, y0, x1, y1 = printed_box(self.expected[other], max(wide, high))
        is_cut = left > x0 or right < x1 or top < high - y0 or bottom > high - y1
        is_less = right - left < wide - _SLACK or top - bottom < high - _SLACK
        said, due = self._placed(True, one), self._placed(False, other)
        shared = len(said & due) / len(said) if is_less and said and not turned else 0.0
        return (shared if shared > _SAME_PLACES else 0.0), Pair(one, other, cut=is_cut)

    def _scanned(self, one: int, other: int) -> tuple[float, Pair]:
        """Any page due may be the one that a picture shows: best the one that looks like it."""
        likeness = _likeness(self.seen[one], self.expected[other])
        return (_ALIKE + (1 - _ALIKE) * likeness if one in self.scans else 0.0), Pair(one, other)

    def _view(self, one: int) -> tuple[tuple[float, float, float, float], int]:
        page = self.held.page(one)
        try:
            return page.view()
        finally:
            page.close()

    def _worded(self, one: int, other: int) -> tuple[float, Pair]:
        likeness = words_alike(self._words(True, one), self._words(False, other))
        return (likeness if likeness > SAME_WORDS else 0.0), Pair(one, other)

    def _words(self, is_held: bool, at: int) -> Words:
        return words_in(self._letters(is_held, at))

    def _placed(self, is_held: bool, at: int) -> set[tuple[int, int, int]]:
        """Characters, and where on the page each stands, in points."""
        return {(each.code, round(each.origin[0]), round(each.origin[1])) for each in self._letters(is_held, at)}

    def _letters(self, is_held: bool, at: int) -> Sequence[Letter]:
        if (is_held, at) not in self.letters:
            self.letters[is_held, at] = letters_of(self.held if is_held else self.due, at)
        return self.letters[is_held, at]


_Ask = Callable[[int, int], tuple[float, Pair]]


def _best(ask: _Ask, held: Sequence[int], due: Sequence[int]) -> Iterator[Pair]:
    """Each page at most once, those most alike first; of equals the nearest."""
    asked = (ask(*at) for at in _nearest(held, due))
    found = sorted((-score, abs(pair.held - pair.due), pair) for score, pair in asked)
    taken: tuple[set[int], set[int]] = set(), set()
    for score, _, pair in found:
        if -score >= _ALIKE and pair.held not in taken[0] and pair.due not in taken[1]:
            taken[0].add(pair.held)
            taken[1].add(pair.due)
            yield pair


def _nearest(held: Sequence[int], due: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Pairs of pages, by how far apart they stand among those that are left."""
    pairs = [*product(range(len(held)), range(len(due)))]
    if len(pairs) > _MOST_COMPARED:
        pairs = sorted(pairs, key=lambda at: abs(at[0] / len(held) - at[1] / len(due)))[:_MOST_COMPARED]
    return [(held[one], due[other]) for one, other in pairs]


def _picture(pdf: Pdf, at: int, turned: int = 0, pixels: int = _COARSE) -> Grey:
    return pdf.picture(at, turned, pixels, printed=True)


def _key(picture: Grey) -> bytes:
    """What tells a page from others, the same however a program wrote it: its darkness in a coarse grid."""
    wide, high, shades = picture
    return bytes((wide % 256, high % 256)) + bytes(shade // 128 for shade in shades)


def _likeness(one: Grey, other: Grey) -> float:
    """How much of the darkness of the paler one the other has at the same places; 0 for pictures of two sizes."""
    if one[:2] != other[:2]:
        return 0.0
    least, most = sorted(255 * len(each.pixels) - sum(each.pixels) for each in (one, other))
    if least <= _PALE * most:
        return 0.0
    return (255 * len(one.pixels) - sum(map(max, one.pixels, other.pixels))) / least
