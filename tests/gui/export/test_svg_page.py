"""Elements are written as SVG 1.1 names them, and hold any text."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from gui.export.svg_page import SvgPage, hexadecimal

NS = "{http://www.w3.org/2000/svg}"


def page() -> SvgPage:
    return SvgPage(200, 100.5, "a <title> & more", "update 1")


def read(of: SvgPage) -> ET.Element:
    return ET.fromstring(of.encoded())


def test_a_colour_has_two_digits_a_part():
    assert hexadecimal((0, 9, 255)) == "#0009ff"
    assert hexadecimal((0.6, 9.4, 254.5)) == "#0109fe"


def test_the_page_has_its_size_and_says_what_it_is():
    root = read(page())
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("200", "100.5", "0 0 200 100.5")
    assert root.findtext(f"{NS}title") == "a <title> & more" and root.findtext(f"{NS}desc") == "update 1"


def test_a_line_is_one_element_with_its_ends_colour_and_width():
    sheet = page()
    sheet.line(1, 2.25, 1 / 3, -0.0001, (255, 0, 16), 1.4)
    line = read(sheet).find(f"{NS}line")
    assert line.attrib == {
        "x1": "1",
        "y1": "2.25",
        "x2": "0.333",
        "y2": "0",
        "stroke": "#ff0010",
        "stroke-width": "1.4",
    }


def test_a_text_stays_text_and_stands_where_it_is_aligned():
    sheet = page()
    for align in ("left", "centre", "right"):
        sheet.text(5, 6, "C < ½ & 权重  x", ["DejaVu Sans", "sans-serif"], 12, (0, 0, 0), align, bold=True)
    texts = read(sheet).findall(f"{NS}text")
    assert [text.get("text-anchor") for text in texts] == ["start", "middle", "end"]
    assert texts[0].text == "C < ½ & 权重  x" and texts[0].get("font-weight") == "bold"
    assert texts[0].get("font-family") == "'DejaVu Sans', sans-serif"


@pytest.mark.parametrize(("opacity", "written"), [(1.0, None), (0.1, "0.1")])
def test_a_group_has_a_name_and_fades(opacity, written):
    sheet = page()
    sheet.begin("edges", opacity)
    sheet.end()
    group = read(sheet).find(f"{NS}g")
    assert group.get("class") == "edges" and group.get("opacity") == written


def test_shapes_that_touch_have_no_seams_between_them():
    sheet = page()
    sheet.begin("legend", crisp=True)
    sheet.end()
    assert read(sheet).find(f"{NS}g").get("shape-rendering") == "crispEdges"


def test_shapes_have_fills_outlines_and_dashes():
    sheet = page()
    sheet.circle(1, 2, 3, (0, 0, 255), (255, 255, 255), 2, dashes=(4, 2.4))
    sheet.rect(1, 2, 3, 4, None, (1, 2, 3), 1.5, corner=4)
    sheet.polygon([(0, 0), (1, 0), (0, 1)], (9, 9, 9))
    sheet.arc((0, 0), (1, -2), (2, 0), (9, 9, 9), 1.6)
    root = read(sheet)
    circle, rect = root.find(f"{NS}circle"), root.find(f"{NS}rect")
    assert circle.get("fill") == "#0000ff" and circle.get("stroke-dasharray") == "4 2.4"
    assert rect.get("fill") == "none" and rect.get("stroke") == "#010203" and rect.get("rx") == "4"
    assert root.find(f"{NS}polygon").get("points") == "0,0 1,0 0,1"
    assert root.find(f"{NS}path").get("d") == "M0 0Q1 -2 2 0"
