"""A page that was printed smaller, moved, several on a sheet, or written anew by another program → where it lies there.

Its letters tell by how much; its drawing is then compared with a tolerance of about a hairline, for no program sets
all that is drawn on the same pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from sopgen.render.pdf.pagewords import letters_of
from sopgen.scene import Box

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Grey, Pdf

_GRAM: Final = 6  # letters in a row that stand once on a page: they name a place
_LEAST_ANCHORS: Final = 8
_SEEN_AGAIN: Final = 0.8  # of the letters, where they should be
_OFF: Final = 1.0  # points that a letter may be off its place
_STRAIGHT: Final = 0.01  # radians
_ASIDE: Final = 0.5  # points: nearer ones are at their place
_SAME_SIZE: Final = 0.005
_EXACT, _LITTLE = 0.0001, 0.05  # of its size, and points: a fifth of a pixel
_PIXELS: Final = 2_000  # of the longer side of the page as it should be
_MOST_PIXELS: Final = 6_000  # of the longer side of the sheet
_INK, _SURE, _SHADE = 110, 160, 205  # of 255: a line as it should be, as it is at the same size, and in another
_TINT, _TRACE = 207, 240  # what may not be there, unless there is a trace of something
_COARSE: Final = 350  # the same, for where print ends
_FAINT: Final = 250
_PAPER: Final = 253  # white, or nearly
_APART: Final = 6  # pixels between two bands: nearer ones are one


class Fit(NamedTuple):
    """Where a page lies on a sheet. `scale`: its size there; `quarters`: by how many it is turned counter-clockwise.

    `x`, `y`: where its lower left corner lies, in points from that of the sheet as it is seen. `whole`: whether all of
    its letters are there, each at its place, and no other on the sheet.
    """

    scale: float
    quarters: int
    x: float
    y: float
    whole: bool

    @property
    def is_same_size(self) -> bool:
        return abs(self.scale - 1) < _SAME_SIZE

    @property
    def is_in_place(self) -> bool:
        return self.is_same_size and not self.quarters and math.hypot(self.x, self.y) < _ASIDE

    @property
    def is_exact(self) -> bool:
        """Whether no pixel is elsewhere because of it."""
        return self.is_in_place and abs(self.scale - 1) < _EXACT and math.hypot(self.x, self.y) < _LITTLE


class Patch(NamedTuple):
    """Where a page shows something else, in points from its upper left; `gone`: something printed is not there.

    `spot`: the same place on the sheet, from its upper left as it is seen.
    """

    box: Box
    gone: bool
    spot: Box


def fit_of(held: Pdf, at: int, due: Pdf, page: int) -> Fit | None:
    """How page `page` of `due` lies on page `at` of `held`, both from 0; None where its letters do not tell.

    Raises `NotOpened`.
    """
    sheet = _sheet_of(held, at)
    said = [(each.code, sheet.seen_at(*each.origin)) for each in letters_of(held, at)]
    expected = [(each.code, complex(*each.origin)) for each in letters_of(due, page)]
    if not expected:
        return None
    pairs = list(_anchors(expected, said))
    if len(pairs) < _LEAST_ANCHORS or (found := _solved(pairs)) is None:
        return None
    turn, move = found
    quarters = round(math.atan2(turn.imag, turn.real) / (math.pi / 2)) % 4
    if abs(turn / abs(turn) - 1j**quarters) > _STRAIGHT:
        return None
    there = {(code, round(place.real), round(place.imag)) for code, place in said}
    again = sum(_is_there(code, turn * place + move, there) for code, place in expected)
    if again < _SEEN_AGAIN * len(expected):
        return None
    whole = again == len(expected) == len(said)
    return Fit(abs(turn), quarters, move.real, move.imag, whole)


def is_trimmed(held: Pdf, at: int, size: tuple[float, float]) -> bool:
    """Whether less is seen than a page of this size, in points. Raises `NotOpened`."""
    wide, high = _sheet_of(held, at).size
    return wide < size[0] - _ASIDE or high < size[1] - _ASIDE


class _Sheet(NamedTuple):
    """What of a page is seen: its corner and size before it is turned, clockwise by quarters."""

    left: float
    bottom: float
    wide: float
    high: float
    turned: int

    @property
    def size(self) -> tuple[float, float]:
        return (self.high, self.wide) if self.turned % 2 else (self.wide, self.high)

    def seen_at(self, x: float, y: float) -> complex:
        """In points from the lower left corner of what is seen."""
        x, y = x - self.left, y - self.bottom
        wide, high = self.wide, self.high
        for _ in range(self.turned):
            x, y, wide, high = y, wide - x, high, wide
        return complex(x, y)


def _sheet_of(pdf: Pdf, at: int) -> _Sheet:
    page = pdf.page(at)
    try:
        (left, bottom, right, top), degrees = page.view()
    finally:
        page.close()
    return _Sheet(left, bottom, right - left, top - bottom, degrees // 90 % 4)


_Placed = tuple[int, complex]
"""A character's code, and where it stands."""


def _anchors(due: Sequence[_Placed], held: Sequence[_Placed]) -> Iterator[tuple[complex, complex]]:
    """Places of what stands once on both."""
    once, other = _once(due), _once(held)
    for gram in sorted(once.keys() & other.keys()):
        yield due[once[gram]][1], held[other[gram]][1]


def _once(letters: Sequence[_Placed]) -> dict[tuple[int, ...], int]:
    found: dict[tuple[int, ...], int] = {}
    twice: set[tuple[int, ...]] = set()
    codes = [code for code, _ in letters]
    for at, gram in enumerate(zip(*(codes[shift:] for shift in range(_GRAM)), strict=False)):
        if gram in found:
            twice.add(gram)
        found[gram] = at
    return {gram: at for gram, at in found.items() if gram not in twice}


def _solved(pairs: list[tuple[complex, complex]]) -> tuple[complex, complex] | None:
    """The turn with its size, and the move, that bring the places of one page to those on the other, outliers apart."""
    for _ in range(3):
        count = len(pairs)
        middle, other = sum(one for one, _ in pairs) / count, sum(each for _, each in pairs) / count
        spread = sum(abs(one - middle) ** 2 for one, _ in pairs)
        if not spread:
            return None
        turn = sum((each - other) * (one - middle).conjugate() for one, each in pairs) / spread
        move = other - turn * middle
        if not abs(turn):
            return None
        near = [(one, each) for one, each in pairs if abs(turn * one + move - each) < _OFF]
        if len(near) == count:
            return turn, move
        distances = sorted(abs(turn * one + move - each) for one, each in pairs)
        allowed = max(_OFF, distances[count // 2])
        pairs = [(one, each) for one, each in pairs if abs(turn * one + move - each) <= allowed]
        if len(pairs) < _LEAST_ANCHORS:
            return None
    return turn, move


def _is_there(code: int, place: complex, there: set[tuple[int, int, int]]) -> bool:
    x, y = round(place.real), round(place.imag)
    return any((code, x + right, y + up) in there for right in (0, -1, 1) for up in (0, -1, 1))


def patches(held: Pdf, at: int, due: Pdf, page: int, size: tuple[float, float], fit: Fit) -> Iterator[Patch]:
    """Where the drawing differs, as it is printed and as it is seen. `size` of the page, in points."""
    for printed in (False, True):
        expected = due.picture(page, 0, _PIXELS, printed=printed)
        seen = _lifted(held, at, size, fit, expected, printed=printed)
        found = [*_patches(seen, expected.pixels, expected.width, max(size) / _PIXELS, 1 if fit.is_exact else 2)]
        high = _sheet_of(held, at).size[1]
        yield from (Patch(box, gone, _spot(fit, box, size[1], high)) for box, gone in found)
        if found:
            return


def is_cut(held: Pdf, at: int, due: Pdf, page: int, size: tuple[float, float], fit: Fit) -> bool:
    """Whether something of what is printed lies beyond the sheet's edge. Raises `NotOpened`."""
    wide, high = _sheet_of(held, at).size
    box = printed_box(due.picture(page, 0, _COARSE, printed=True), max(size))
    left, top, right, bottom = _spot(fit, box, size[1], high)
    return left < -_OFF or top < -_OFF or right > wide + _OFF or bottom > high + _OFF


def printed_box(picture: Grey, longer: float) -> Box:
    """Around all that is printed on a page, in points from its upper left; `longer` of its sides."""
    wide, high, shades = picture
    rows = [shades[at : at + wide] for at in range(0, wide * high, wide)]
    down = [at for at, row in enumerate(rows) if min(row, default=255) < _FAINT]
    across = [at for at in range(wide) if min(row[at] for row in rows) < _FAINT]
    point = longer / max(wide, high)
    if not down:
        return longer / 2, longer / 2, longer / 2, longer / 2
    return (across[0] + 1) * point, (down[0] + 1) * point, across[-1] * point, down[-1] * point


def is_washed(held: Pdf, at: int, due: Pdf, page: int) -> bool:
    """Whether white paper has a tint somewhere, as below a highlighter: no program adds that by itself."""
    for printed in (False, True):
        expected = due.picture(page, 0, _PIXELS, printed=printed)
        seen = held.picture(at, 0, _PIXELS, printed=printed)
        if (seen.width, seen.height) != (expected.width, expected.height):
            return False
        tint = _bits(seen.pixels, _PAPER) & ~_grown(_bits(expected.pixels, _PAPER), expected.width, 2)
        for by in (1, 2, 4):  # what is eight pixels wide and high
            tint &= tint << by
            tint &= tint << by * expected.width
        if tint:
            return True
    return False


def _spot(fit: Fit, box: Box, page_high: float, sheet_high: float) -> Box:
    turn, corner = fit.scale * 1j**fit.quarters, complex(fit.x, fit.y)
    one, other = (corner + turn * complex(x, page_high - y) for x, y in (box[:2], box[2:]))
    left, right = sorted((one.real, other.real))
    top, bottom = sorted((sheet_high - one.imag, sheet_high - other.imag))
    return left, top, right, bottom


def _lifted(held: Pdf, at: int, size: tuple[float, float], fit: Fit, expected: Grey, *, printed: bool) -> bytes:
    """The page out of the sheet, upright and of the size of `expected`."""
    wide, high = _sheet_of(held, at).size
    pixels = min(round(_PIXELS / max(size) / fit.scale * max(wide, high)), _MOST_PIXELS)
    picture = held.picture(at, -fit.quarters % 4, pixels, printed=printed)
    corner = complex(fit.x, fit.y) + fit.scale * 1j**fit.quarters * complex(0, size[1])  # the page's upper left
    for _ in range(fit.quarters):
        corner, wide, high = complex(corner.imag, wide - corner.real), high, wide
    each = pixels / max(wide, high)
    across, down = round(corner.real * each), round((high - corner.imag) * each)
    return b"".join(_row(picture, across, down + row, expected.width) for row in range(expected.height))


def _row(picture: Grey, across: int, down: int, wide: int) -> bytes:
    """A part of a row; white beyond the picture's edges."""
    if not 0 <= down < picture.height:
        return b"\xff" * wide
    row = picture.pixels[down * picture.width : (down + 1) * picture.width]
    before = max(0, -across)
    found = b"\xff" * min(before, wide) + row[max(0, across) : max(0, across + wide)]
    return found.ljust(wide, b"\xff")


def _patches(seen: bytes, expected: bytes, wide: int, points: float, slack: int) -> Iterator[tuple[Box, bool]]:
    gone = _bits(expected, _INK) & ~_grown(_bits(seen, _SHADE if slack > 1 else _SURE), wide, slack)
    added = _bits(seen, _TINT) & ~_grown(_bits(expected, _TRACE), wide, slack)
    gone, added = (each & (each << 1 | each << wide | each >> 1 | each >> wide) for each in (gone, added))
    length = len(expected)
    rows = format(gone | added, f"0{length}b")
    lost = format(gone, f"0{length}b")
    for left, top, right, bottom in _bands(rows, wide):
        box = left * points, top * points, (right + 1) * points, (bottom + 1) * points
        yield box, "1" in lost[top * wide : (bottom + 1) * wide]


def _bits(pixels: bytes, darkest: int) -> int:
    """A bit a pixel, the first one the highest: whether it is as dark as that."""
    return int(pixels.translate(bytes(49 if shade < darkest else 48 for shade in range(256))), 2)


def _grown(bits: int, wide: int, by: int) -> int:
    for _ in range(by):
        bits |= bits << 1 | bits >> 1
    for _ in range(by):
        bits |= bits << wide | bits >> wide
    return bits


def _bands(rows: str, wide: int) -> Iterator[tuple[int, int, int, int]]:
    """Rows of pixels as far as they stand together: first and last column and row."""
    band: tuple[int, int, int, int] | None = None
    at = rows.find("1")
    while at >= 0:
        row = at // wide
        here = rows[row * wide : (row + 1) * wide]
        left, right = here.find("1"), here.rfind("1")
        if band and row - band[3] <= _APART:
            band = min(band[0], left), band[1], max(band[2], right), row
        else:
            if band:
                yield band
            band = left, row, right, row
        at = rows.find("1", (row + 1) * wide)
    if band:
        yield band
