from __future__ import annotations

import html
import re
from xml.etree import ElementTree as ET

from sopgen.bureau.map import CROSSING_MOST, draw_map
from sopgen.bureau.references import find_references
from sopgen.pipeline import render_map
from sopgen.render.graphviz.bureau_map import map_dot
from tests.bureau.made_up import UNITS, made_up
from tests.bureau.test_references import sop

XLINK = "{http://www.w3.org/1999/xlink}href"


def test_units_hold_their_sops_and_arrows_stay_inside_on_a_large_map() -> None:
    sops = made_up(200)
    bureau = draw_map(sops, find_references(sops), [""] * 200)
    assert [unit.name for unit in bureau.units] == sorted(UNITS, key=str.casefold)
    assert sum(place.kind == "sop" for unit in bureau.units for place in unit.places) == 200
    assert not bureau.arrows
    for unit in bureau.units:
        ids = {place.id for place in unit.places}
        assert all(source in ids and target in ids for source, target in unit.arrows)
    count = sum(len(unit.arrows) for unit in bureau.units)
    assert count == len(find_references(sops)), "no reference is lost"


def test_a_small_map_draws_arrows_between_units() -> None:
    one, other = sop("A", "SOP B")._replace(unit=("Satu",)), sop("B", "SOP C")._replace(unit=("Dua",))
    bureau = draw_map([one, other], find_references([one, other]), ["a.pdf", "b.pdf"])
    assert bureau.arrows == (("s0", "s1"),)
    assert len(bureau.arrows) <= CROSSING_MOST
    assert [place.kind for unit in bureau.units for place in unit.places] == ["sop", "missing", "sop"]


def test_svg_links_to_documents_and_from_signposts_to_sops() -> None:
    sops = made_up(120)
    svg = ET.fromstring(render_map(sops, [f"sub/{i}.pdf" for i in range(120)]))
    links = [element.attrib[XLINK] for element in svg.iter() if XLINK in element.attrib]
    assert {f"sub/{i}.pdf" for i in range(120)} <= set(links)
    ids = {element.get("id") for element in svg.iter()}
    inner = [link[1:] for link in links if link.startswith("#")]
    assert inner
    assert set(inner) <= ids, "every signpost leads to a SOP on the map"


def test_nothing_typed_breaks_the_dot() -> None:
    nasty = sop('Kutip " & <b> \\n panjang', 'SOP "Lain" <i> & \\')._replace(unit=("Unit <&>",))
    svg = render_map([nasty], ['a"b.pdf'])
    assert 'Kutip " & <b>' in html.unescape(svg.decode())
    assert "stroke-dasharray" in svg.decode()


def test_missing_ones_are_dashed_and_explained() -> None:
    svg = html.unescape(render_map([sop("A", "SOP B")], ["a.pdf"]).decode())
    dashed = re.findall(r"<path[^>]*stroke-dasharray[^>]*>", svg)
    assert len(dashed) == 1
    assert "putus-putus" in svg
    assert "putus-putus" not in html.unescape(render_map([sop("A")], ["a.pdf"]).decode())


def test_units_stand_in_their_own_order_down_the_columns() -> None:
    sops = made_up(200)
    dot = map_dot(draw_map(sops, find_references(sops), [""] * 200), "Peta")
    svg = ET.fromstring(render_map(sops, [""] * 200))
    places = {}
    for group in svg.iter("{http://www.w3.org/2000/svg}g"):
        if group.get("class") == "cluster":
            text = group.find("{http://www.w3.org/2000/svg}text")
            assert text is not None
            places[(text.text or "").strip()] = (float(text.attrib["x"]) > 1000, float(text.attrib["y"]))
    assert "array_ilt6" in dot
    assert sorted(places, key=places.__getitem__) == sorted(UNITS, key=str.casefold)
