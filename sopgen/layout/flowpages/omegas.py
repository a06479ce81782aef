"""The size of Ω: one in a document, as large as the narrowest crossing allows.

Lanes of a wide table stand 2.5 mm between verticals where an Ω may come; very narrow lanes do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.layout import style
from sopgen.scene import Arrow, Page, Point


def omega_radius(pages: tuple[Page, ...]) -> float:
    """The wished radius, or what the tightest Ω leaves between it and other lines, corners and symbols. Points."""
    return round(max(min(style.OMEGA_RADIUS, _tightest(pages)), style.OMEGA_LEAST), 2)


def too_low_rows(pages: tuple[Page, ...]) -> tuple[int, ...]:
    """The kegiatan at whose rows some Ω has no room even in the least size."""
    tight = {step for page in pages for (_, y), room in _rooms(page) if room < _LEAST for step in _steps_near(page, y)}
    return tuple(sorted(tight))


_LEAST = style.OMEGA_LEAST - 0.01


def _steps_near(page: Page, y: float) -> list[int]:
    """The kegiatan in whose row a place lies; that of the nearest row where it lies in a strip."""
    rows = [(max(row.y0 - y, y - row.y1, 0.0), row.step) for row in page.rows if row.step is not None]
    return [step for away, step in rows if away == min(rows)[0]]


def _tightest(pages: tuple[Page, ...]) -> float:
    """The largest radius that every Ω has room for. Points."""
    return min((room for page in pages for _, room in _rooms(page)), default=style.OMEGA_RADIUS)


def _rooms(page: Page) -> Iterator[tuple[Point, float]]:
    """Every Ω of a page, and the largest radius that it has room for. Points."""
    for arrow in page.arrows:
        for omega in arrow.omegas:
            yield omega, _room(omega, arrow, page) - style.OMEGA_AIR


def _room(omega: Point, own: Arrow, page: Page) -> float:
    """The distance from a crossing to the nearest thing that is not one of the two lines crossing there."""
    x, y = omega
    nearest = min(abs(x - px) + abs(y - py) for px, py in own.points)
    for arrow in page.arrows:
        for (ax, ay), (bx, by) in zip(arrow.points, arrow.points[1:], strict=False):
            dx = max(min(ax, bx) - x, x - max(ax, bx), 0.0)
            dy = max(min(ay, by) - y, y - max(ay, by), 0.0)
            if dx + dy > style.OMEGA_AIR:
                nearest = min(nearest, (dx * dx + dy * dy) ** 0.5)
        for ox, oy in arrow.omegas:
            if (ox, oy) != omega:
                between = ((ox - x) ** 2 + (oy - y) ** 2) ** 0.5
                nearest = min(nearest, (between + style.OMEGA_AIR) / 2)  # they share the air between them
    for symbol in page.symbols:
        x0, y0, x1, y1 = symbol.box
        dx, dy = max(x0 - x, x - x1, 0.0), max(y0 - y, y - y1, 0.0)
        nearest = min(nearest, (dx * dx + dy * dy) ** 0.5)
    return nearest
