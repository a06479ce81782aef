"""The forms of arrows: what is bent, what is free, and where connectors turn."""

from __future__ import annotations

import math

import pytest

from sopgen import pipeline
from sopgen.render.xlsx.arrows import Route, bent, monotone_parts
from tests.render.xlsx.drawn import REFERENCES, reference, workbook
from tests.render.xlsx.workbook_reading import read

PATHS = [
    [(0, 0), (40, 0), (40, 30)],
    [(0, 0), (-40, 0), (-40, -30)],
    [(0, 0), (0, 30), (50, 30)],
    [(0, 0), (0, 20), (40, 20), (40, 60)],
    [(0, 0), (25, 0), (25, -30), (60, -30)],
    [(10, 90), (-20, 90), (-20, 5), (10, 5)],
    [(0, 0), (0, 10), (-30, 10), (-30, 50), (-60, 50)],
    [(0, 0), (20, 0), (20, 70), (-50, 70), (-50, 100)],
    [(0, 0), (0, 8), (30, 8), (30, -40), (12, -40), (12, -30)],
    [(0, 0), (9, 0), (9, 40), (70, 40), (70, 55), (50, 55)],
]


def corners(points):
    """The corners that DrawingML's presets draw with these adjustments, turned and flipped as it turns and flips."""
    made = bent(points)
    share = [value / 100_000 for value in made.adjustments]
    w, h = made.width, made.height
    local = {
        "bentConnector2": lambda: [(0, 0), (w, 0), (w, h)],
        "bentConnector3": lambda: [(0, 0), (w * share[0], 0), (w * share[0], h), (w, h)],
        "bentConnector4": lambda: [(0, 0), (w * share[0], 0), (w * share[0], h * share[1]), (w, h * share[1]), (w, h)],
        "bentConnector5": lambda: [
            (0, 0),
            (w * share[0], 0),
            (w * share[0], h * share[1]),
            (w * share[2], h * share[1]),
            (w * share[2], h),
            (w, h),
        ],
    }[made.preset]()
    cx, cy = made.centre
    cos, sin = math.cos(math.radians(made.turned)), math.sin(math.radians(made.turned))
    found = []
    for x, y in local:
        dx = (x - w / 2) * (-1 if made.flip_x else 1)
        dy = (y - h / 2) * (-1 if made.flip_y else 1)
        found.append((cx + dx * cos - dy * sin, cy + dx * sin + dy * cos))
    return found


@pytest.mark.parametrize("points", PATHS, ids=str)
@pytest.mark.parametrize("mirror", [(1, 1), (-1, 1), (1, -1), (-1, -1)])
def test_a_bent_connector_runs_along_the_arrow(points, mirror):
    points = [(x * mirror[0], y * mirror[1]) for x, y in points]
    for drawn, wanted in zip(corners(points), points, strict=True):
        assert math.dist(drawn, wanted) < 0.75  # half the point that a flat frame is given, and rounding


def test_a_route_with_an_end_inside_its_span_comes_in_two_parts():
    route = Route(((0, 100), (-20, 100), (-20, 10), (30, 10), (30, 40)), ((5, 10),), head=True, sites=(1, 0))
    first, second = monotone_parts(route)
    assert first.points == ((0, 100), (-20, 100), (-20, 10), (30, 10))
    assert second.points == ((30, 10), (30, 40))
    assert (first.head, second.head) == (False, True)
    assert (first.omegas, second.omegas) == (((5, 10),), ())
    assert (first.sites, second.sites) == ((1, None), (None, 0))


def test_most_routes_stay_whole():
    route = Route(((0, 0), (20, 0), (20, 70), (-50, 70), (-50, 100)), (), head=True, sites=(3, 0))
    assert monotone_parts(route) == (route,)


def forms(document, konektor):
    """(glued at both ends, free) arrows of the flow, in the form that Excel takes and that others take."""
    data = pipeline.render_document(document._replace(konektor=konektor), "xlsx")
    arrows = [[s for s in read(data, branch)[-1].arrows if s.head] for branch in ("choice", "fallback")]
    return [(sum(None not in s.glue for s in each), sum(s.preset is None for s in each)) for each in arrows]


def test_the_three_kinds_of_arrows():
    document = reference("contoh-lengkap")[1]
    (double, double_free), (fallback, fallback_free) = forms(document, "ganda")
    assert double > fallback > 0
    assert fallback_free > double_free > 0  # an Ω and a route of many corners are free in any case
    glued, free = forms(document, "terpaku")
    assert glued == free == (double, double_free)
    assert [count for count, _ in forms(document, "bebas")] == [0, 0]


def test_omegas_are_half_circles_on_the_free_form():
    document = reference("contoh-lengkap")[1]
    count = sum(len(arrow.omegas) for page in document.pages for arrow in page.arrows)
    assert count > 0
    for branch in ("choice", "fallback"):
        assert sum(shape.arcs for shape in read(workbook("contoh-lengkap"), branch)[-1].arrows) >= count


@pytest.mark.parametrize("name", REFERENCES)
def test_every_label_stands_as_a_text_box(name):
    labels = [arrow.label.text for page in reference(name)[1].pages for arrow in page.arrows if arrow.label]
    assert sorted(" ".join(s.text.split()) for s in read(workbook(name))[-1].labels) == sorted(labels)


def test_names_tell_a_person_what_a_shape_is():
    names = {shape.name for shape in read(workbook("sirebo"))[-1].shapes}
    assert {
        "Langkah 1 · Mulai/Selesai",
        "Langkah 5 · Keputusan",
        "Panah 5 → 6",
        "Label langkah 5 · Rekomendasi",
    } <= names
    assert {"Konektor 1 · ke halaman lain", "Konektor 1 · dari halaman lain"} <= names
