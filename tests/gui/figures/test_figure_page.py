"""A figure as pixels, as SVG and as PDF: all of it, a line that says what it is, and nothing beyond its edge."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from gui.figures.figure_page import FigurePage
from gui.theme.tokens import DARK, LIGHT, Theme
from tests.gui.figures.figure_pixels import pixels
from tests.gui.figures.made_figure import figure_of

LINE = "A plot  ·  update 7"


def rgb(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def test_without_a_line_it_is_as_large_as_on_screen(qtbot: QtBot) -> None:
    page = FigurePage(figure_of(), "")
    assert page.size() == page.image().size() == QSize(120, 60)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_each_size_is_so_many_times_the_pixels_and_drawn_anew(qtbot: QtBot, times: int) -> None:
    image = pixels(FigurePage(figure_of(), "").image(times))
    assert image.shape == (60 * times, 120 * times, 3)
    # The line is as sharp at every size, and ends at 100 px.
    lit = (image[8 * times : 12 * times] == rgb(DARK.text)).all(axis=2)
    assert lit[:, 50 * times].sum() == times and lit[:, 99 * times].any() and not lit[:, 102 * times :].any()


def test_what_is_painted_beyond_its_edge_is_not_on_the_line(qtbot: QtBot) -> None:
    image = pixels(FigurePage(figure_of(), LINE).image())
    plus = np.array(rgb(DARK.plus))
    assert not (np.abs(image.astype(int) - plus).sum(axis=2) < 20).any()


def test_the_line_stands_below_and_on_paper_above(qtbot: QtBot) -> None:
    below, above = (FigurePage(figure_of(), LINE, is_title=title) for title in (False, True))
    plain = pixels(FigurePage(figure_of(), "").image())
    strip = below.height - 60
    assert strip > 0 and above.height == below.height
    assert np.array_equal(pixels(below.image())[:60], plain)
    assert np.array_equal(pixels(above.image())[strip:], plain)
    for image in (pixels(below.image())[60:], pixels(above.image())[:strip]):
        assert len(np.unique(image.reshape(-1, 3), axis=0)) > 3


def test_a_long_line_has_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    short, long = FigurePage(figure_of(), LINE), FigurePage(figure_of(), "  ·  ".join(4 * [LINE]))
    assert long.height > short.height + 20


def test_in_the_light_theme_it_is_dark_on_white(qtbot: QtBot) -> None:
    image = pixels(FigurePage(figure_of(), LINE, Theme("light"), is_title=True).image())
    assert image[0, 0].tolist() == rgb(LIGHT.canvas) and image.mean() > 200


def test_an_svg_has_the_texts_as_texts(qtbot: QtBot) -> None:
    svg = FigurePage(figure_of(), LINE).svg()
    renderer = QSvgRenderer(svg)
    assert renderer.isValid() and renderer.viewBoxF().width() == 120
    text = svg.decode("utf-8")
    assert "axis 0.5" in text and "A plot  ·  update 7" in text and "<text" in text
    assert "<title>A plot</title>" in text


@pytest.mark.parametrize("what", ["a < b & c", 'say "1"', "图"])
def test_any_name_makes_a_well_formed_svg(qtbot: QtBot, what: str) -> None:
    assert QSvgRenderer(FigurePage(figure_of(what=what), what).svg()).isValid()


def test_a_pdf_is_one_page_of_its_size_with_fonts(qtbot: QtBot) -> None:
    pdf = FigurePage(figure_of(), "").pdf()
    assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
    # 120 x 60 px are 90 x 45 points.
    box = pdf.split(b"/MediaBox [")[1].split(b"]")[0].split()
    assert [round(float(part)) for part in box] == [0, 0, 90, 45]
    assert pdf.count(b"/MediaBox") == 1 and b"/FontFile" in pdf
