"""The size of Ω: one in a document, as large as the narrowest crossing allows.

Lanes of a wide table stand 2.5 mm between verticals where an Ω may come; very narrow lanes do not.
"""

from __future__ import annotations

from sopgen.layout import style
from sopgen.scene import Arrow, Page, Point


def omega_radius(pages: tuple[Page, ...]) -> float:
    """The wished radius, or what the tightest Ω leaves between it and other lines, corners and symbols. Points."""
    return round(max(min(style.OMEGA_RADIUS, _tightest(pages)), style.OMEGA_LEAST), 2)


def too_tight(pages: tuple[Page, ...]) -> bool:
    """Whether some Ω has no room even in the least size."""
    return _tightest(pages) < style.OMEGA_LEAST - 0.01


def _tightest(pages: tuple[Page, ...]) -> float:
    """The largest radius that every Ω has room for. Points."""
    return min(
        (
            _room(omega, arrow, page) - style.OMEGA_AIR
            for page in pages
            for arrow in page.arrows
            for omega in arrow.omegas
        ),
        default=style.OMEGA_RADIUS,
    )


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
                nearest = min(nearest, ((ox - x) ** 2 + (oy - y) ** 2) ** 0.5 / 2)
    for symbol in page.symbols:
        x0, y0, x1, y1 = symbol.box
        dx, dy = max(x0 - x, x - x1, 0.0), max(y0 - y, y - y1, 0.0)
        nearest = min(nearest, (dx * dx + dy * dy) ** 0.5)
    return nearest
