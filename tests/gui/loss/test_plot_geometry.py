"""The places of the plot's parts: what an axis says and where a point stands agree, and no part lies over another."""

from __future__ import annotations

import numpy as np
import pytest

from gui.loss.plot_geometry import PlotGeometry, geometry_of, is_low
from gui.theme.tokens import make_theme


def geometry(width: float = 800, height: float = 172, scale: float = 1.0, names: float = 110) -> PlotGeometry:
    return geometry_of(
        width, height, make_theme("dark", scale), (50 * scale, names * scale, 20 * scale), (0, 1000), (0, 150)
    )


def test_places_are_linear_in_updates_and_heights_and_back() -> None:
    at = geometry()
    assert float(at.x(1000)) == pytest.approx(at.plot.right())
    assert float(at.x(500)) == pytest.approx((float(at.x(0)) + at.plot.right()) / 2)
    assert float(at.y(0)) == at.plot.bottom() and float(at.y(150)) == pytest.approx(at.plot.top())
    for update in (0.0, 123.0, 1000.0):
        assert at.update_at(float(at.x(update))) == pytest.approx(update)


def test_what_is_far_outside_has_a_place_that_can_be_painted_and_nan_has_none() -> None:
    at = geometry()
    places = at.y(np.array([1e300, -1e300, np.nan]))
    assert (np.abs(places[:2]) <= 20_000).all() and np.isnan(places[2])


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize(("width", "height"), [(800, 172), (816, 98), (300, 60), (1900, 500)])
def test_plot_threads_names_and_right_axis_follow_each_other(
    width: float, height: float, scale: float
) -> None:
    at = geometry(width, height, scale)
    assert 0 < at.plot.left() < at.plot.right() < at.names.left() <= at.names.right()
    assert at.names.right() <= at.right_axis + 1 or width == 300
    assert at.plot.height() >= 10


def test_names_are_cut_before_the_plot_has_no_room() -> None:
    assert geometry(names=2000).plot.width() >= 0.4 * 800


def test_below_150_px_it_is_low_and_has_no_strip() -> None:
    assert is_low(149, make_theme("dark")) and not is_low(150, make_theme("dark"))
    assert is_low(299, make_theme("dark", 2.0))
    assert geometry(height=172).plot.top() == 20 and geometry(height=98).plot.top() == 6
