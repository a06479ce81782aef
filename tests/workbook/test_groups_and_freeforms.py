"""Groups that are flipped and turned, and free forms of several paths, each at its place."""

from __future__ import annotations

import math
from xml.etree import ElementTree as ET

import pytest

from sopgen.workbook.freeforms import traces_of
from sopgen.workbook.shapes import drawn
from tests.workbook.test_reading import GRID, XDR, anchor, line, preset, rounded

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
POINT = 12700


def group(inner: str, more: str = "", size: tuple[int, int] = (120, 60), at: tuple[int, int] = (0, 0)) -> str:
    """A group whose own coordinates are points of its frame."""
    wide, high = (each * POINT for each in size)
    return (
        f'<xdr:grpSp><xdr:nvGrpSpPr/><xdr:grpSpPr><a:xfrm {more}><a:off x="{at[0] * POINT}" y="{at[1] * POINT}"/>'
        f'<a:ext cx="{wide}" cy="{high}"/><a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm>'
        f"</xdr:grpSpPr>{inner}</xdr:grpSp>"
    )


def frame(x: int, y: int, wide: int, high: int, more: str = "") -> str:
    return (
        f'<a:xfrm {more}><a:off x="{x * POINT}" y="{y * POINT}"/>'
        f'<a:ext cx="{wide * POINT}" cy="{high * POINT}"/></a:xfrm>'
    )


def box(number: int, place: str, geometry: str = '<a:prstGeom prst="flowChartProcess"/>', head: str = "") -> str:
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="s{number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f"<xdr:spPr>{place}{geometry}<a:ln>{head}</a:ln></xdr:spPr></xdr:sp>"
    )


def arrow(place: str, name: str = "straightConnector1") -> str:
    xml = line(preset(name))
    return xml.replace("<a:xfrm />", place)


def found(xml: str, **more):
    return drawn(ET.fromstring(f"<xdr:wsDr {XDR}>{anchor(xml, **more)}</xdr:wsDr>"), GRID)


# A group at x 60 … 180, y 30 … 90 with a small box at its left top and an arrow from there to the right, then down.
MEMBERS = box(2, frame(0, 0, 20, 10)) + arrow(frame(20, 5, 80, 55), "bentConnector2")


@pytest.mark.parametrize(
    ("more", "corner", "points"),
    [
        ("", (60, 30, 80, 40), [(80, 35), (160, 35), (160, 90)]),
        ('flipH="1"', (160, 30, 180, 40), [(160, 35), (80, 35), (80, 90)]),
        ('flipV="1"', (60, 80, 80, 90), [(80, 85), (160, 85), (160, 30)]),
        ('rot="10800000"', (160, 80, 180, 90), [(160, 85), (80, 85), (80, 30)]),
        ('rot="10800000" flipH="1"', (60, 80, 80, 90), [(80, 85), (160, 85), (160, 30)]),
    ],
)
def test_members_follow_their_group(more, corner, points):
    (shape,), (way,), *_ = found(group(MEMBERS, more))
    assert tuple(round(each) for each in shape.box) == corner
    assert rounded(way.points) == points


def test_a_group_turned_by_a_quarter_stands_as_its_anchor_says():
    """Its frame is 60 wide and 120 high before the turn; its left top is the right top then."""
    (shape,), (way,), *_ = found(
        group(box(2, frame(0, 0, 20, 10)) + arrow(frame(10, 10, 1, 100)), 'rot="5400000"', (60, 120))
    )
    assert tuple(round(each) for each in shape.box) == (170, 30, 180, 50)
    assert rounded(way.points) == [(170, 40), (70, 41)]


def test_groups_in_groups_are_flipped_and_turned_by_all_of_them():
    inner = group(box(2, frame(0, 0, 20, 10, 'rot="5400000"')), 'flipV="1"', (60, 30), (60, 30))
    (shape,), *_ = found(group(inner, 'flipH="1"'))
    assert tuple(round(each) for each in shape.box) == (105, 75, 115, 95)


def test_a_broad_arrow_points_where_its_group_turns_it():
    broad = box(2, frame(10, 10, 60, 20), '<a:prstGeom prst="rightArrow"/>')
    (_, (way,), *_) = found(group(broad, 'flipH="1"'))
    assert rounded(way.points) == [(170, 50), (110, 50)]


def free(paths: str, more: str = "") -> str:
    return f"<a:custGeom>{more}<a:pathLst>{paths}</a:pathLst></a:custGeom>"


def pen(*points, close: bool = False) -> str:
    moves = "".join(
        f'<a:{"lnTo" if at else "moveTo"}><a:pt x="{x}" y="{y}"/></a:{"lnTo" if at else "moveTo"}>'
        for at, (x, y) in enumerate(points)
    )
    return moves + ("<a:close/>" if close else "")


SQUARE = pen((0, 0), (100, 0), (100, 50), (0, 50), close=True)


def test_the_ground_and_the_rim_of_a_free_form_are_one_symbol():
    xml = free(
        f'<a:path w="100" h="50" stroke="0">{SQUARE}</a:path><a:path w="100" h="50" fill="none">{SQUARE}</a:path>'
    )
    shapes, lines, *_ = found(box(2, frame(0, 0, 120, 60), xml))
    assert [tuple(round(each) for each in shape.box) for shape in shapes] == [(60, 30, 180, 90)]
    assert lines == ()


def test_stripes_inside_a_symbol_are_no_lines():
    xml = free(f'<a:path w="100" h="50">{SQUARE}{pen((10, 0), (10, 50))}{pen((90, 0), (90, 50))}</a:path>')
    shapes, lines, *_ = found(box(2, frame(0, 0, 120, 60), xml))
    assert len(shapes) == 1
    assert lines == ()


def test_each_open_path_of_a_free_form_is_a_line_and_a_triangle_at_its_end_is_its_head():
    xml = free(
        f'<a:path w="120" h="60">{pen((0, 0), (60, 0))}</a:path>'
        f'<a:path w="120" h="60">{pen((10, 10), (10, 52))}</a:path>'
        f'<a:path w="120" h="60">{pen((10, 60), (7, 52), (13, 52), close=True)}</a:path>'
    )
    shapes, lines, *_ = found(box(2, frame(0, 0, 120, 60), xml))
    assert shapes == ()
    assert [(rounded(each.points), each.heads) for each in lines] == [
        ([(60, 30), (120, 30)], (False, False)),
        ([(70, 40), (70, 90)], (False, True)),
    ]


def test_two_boxes_in_one_free_form_are_two_symbols():
    one, other = (
        pen((0, 0), (40, 0), (40, 60), (0, 60), close=True),
        pen((80, 0), (120, 0), (120, 60), (80, 60), (80, 0)),
    )
    shapes, *_ = found(box(2, frame(0, 0, 120, 60), free(f'<a:path w="120" h="60">{one}{other}</a:path>')))
    assert [tuple(round(each) for each in shape.box) for shape in shapes] == [(60, 30, 100, 90), (140, 30, 180, 90)]
    assert len({shape.id for shape in shapes}) == 2


def test_what_nobody_can_reckon_is_told_as_another_thing():
    shapes, lines, _, others = found(
        box(2, frame(0, 0, 120, 60), free('<a:path><a:lnTo><a:pt x="x9" y="0"/></a:lnTo></a:path>'))
    )
    assert (shapes, lines, others) == ((), (), ((60.0, 30.0, 180.0, 90.0),))


def test_names_and_formulas_of_free_forms():
    geometry = free(
        '<a:path><a:moveTo><a:pt x="l" y="vc"/></a:moveTo><a:lnTo><a:pt x="hc" y="t"/></a:lnTo><a:lnTo>'
        '<a:pt x="x1" y="y1"/></a:lnTo><a:lnTo><a:pt x="hc" y="b"/></a:lnTo><a:close/></a:path>',
        '<a:avLst><a:gd name="adj" fmla="val 25000"/></a:avLst><a:gdLst><a:gd name="d" fmla="*/ w adj 100000"/>'
        '<a:gd name="x1" fmla="+- r 0 d"/><a:gd name="y1" fmla="?: d vc t"/></a:gdLst>',
    ).replace("<a:custGeom>", f"<a:custGeom {A}>")
    (trace,) = traces_of(ET.fromstring(geometry), 120, 60)
    assert rounded(trace.corners) == [(0, 30), (60, 0), (90, 30), (60, 60)]
    assert trace.closed


def test_points_along_a_curve_and_an_arc_stay_on_them():
    geometry = free(
        '<a:path w="100" h="100"><a:moveTo><a:pt x="100" y="50"/></a:moveTo>'
        '<a:arcTo wR="50" hR="50" stAng="0" swAng="21600000"/></a:path>'
    ).replace("<a:custGeom>", f"<a:custGeom {A}>")
    (trace,) = traces_of(ET.fromstring(geometry), 100, 100)
    assert trace.ends_meet
    assert all(math.isclose(math.dist(point, (50, 50)), 50, abs_tol=1e-6) for point in trace.points)


def test_an_arrow_that_comes_back_to_where_it_began_is_no_symbol():
    back = free(f'<a:path w="120" h="60">{pen((0, 0), (60, 0), (60, 60), (0, 60), (0, 0))}</a:path>')
    shapes, lines, *_ = found(box(2, frame(0, 0, 120, 60), back, '<a:tailEnd type="triangle"/>'))
    assert (len(shapes), len(lines)) == (0, 1)
    shapes, lines, *_ = found(box(2, frame(0, 0, 120, 60), back))
    assert (len(shapes), len(lines)) == (1, 0)
