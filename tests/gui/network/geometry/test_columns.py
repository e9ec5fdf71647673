"""Where the neurons of one layer stand: in one column, in staggered ones, as cells, or in a collapsed group."""

from __future__ import annotations

import numpy as np
import pytest

from gui.network.geometry.layout import make_layout
from gui.theme.tokens import Theme

DEFAULT = (256, 32, 16, 10)
# The network's place in a window of 1280 x 800, of 1024 x 600, and on a projector.
PLACES = [(800, 506), (816, 388), (1920, 1000)]


def test_a_radius_is_0_4_of_the_pitch_within_its_bounds() -> None:
    layout = make_layout(DEFAULT, 800, 506, Theme())
    for column in layout.layers:
        pitch = column.y[1] - column.y[0]
        assert column.radius == pytest.approx(min(13, max(3.2, 0.4 * pitch)))


@pytest.mark.parametrize("width,height", PLACES)
def test_128_neurons_are_all_shown_in_staggered_columns(width: float, height: float) -> None:
    column = make_layout((256, 128, 64, 10), width, height, Theme()).layers[0]
    assert column.collapsed_group is None
    assert column.shown.size == 128
    assert 2 <= np.unique(np.round(column.x, 6)).size <= 4
    assert column.radius >= 3.2


def test_staggered_neurons_do_not_touch() -> None:
    column = make_layout((256, 128, 64, 10), 816, 388, Theme()).layers[0]
    distance = np.hypot(column.x[:, None] - column.x, column.y[:, None] - column.y)
    np.fill_diagonal(distance, np.inf)
    assert distance.min() > 2 * column.radius


def test_a_collapsed_layer_shows_evenly_spread_neurons() -> None:
    column = make_layout((256, 1024, 10), 800, 506, Theme()).layers[0]
    assert column.collapsed_group is not None
    steps = np.diff(column.shown)
    assert steps.max() - steps.min() <= 1


def test_a_collapsed_layer_shows_the_neurons_that_are_asked_for() -> None:
    wanted = np.array([3, 500, 999])
    column = make_layout((256, 1024, 10), 800, 506, Theme(), prefer=(wanted,)).layers[0]
    assert set(wanted) <= set(column.shown)
    assert column.shown.size == make_layout((256, 1024, 10), 800, 506, Theme()).layers[0].shown.size


def test_a_collapsed_neurons_edges_would_end_in_its_band() -> None:
    column = make_layout((256, 1024, 10), 800, 506, Theme()).layers[0]
    assert column.collapsed_group is not None
    collapsed = np.setdiff1d(np.arange(1024), column.shown)
    assert all(column.collapsed_group.contains(column.x[i], column.y[i]) for i in collapsed)


@pytest.mark.parametrize("width,height", [*PLACES, (640, 320)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_ten_answers_are_never_collapsed(width: float, height: float, scale: float) -> None:
    layout = make_layout(DEFAULT, width, height, Theme(scale=scale))
    assert layout.layers[-1].shown.size == 10
    assert all(bar.width >= 40 and bar.height > 0 for bar in layout.bars)
    assert all(bar.x + bar.width < width for bar in layout.bars)


def test_each_bar_stands_beside_its_neuron() -> None:
    layout = make_layout(DEFAULT, 800, 506, Theme())
    for y, bar in zip(layout.layers[-1].y, layout.bars, strict=True):
        assert bar.y + bar.height / 2 == pytest.approx(y)


@pytest.mark.parametrize("size", [300, 500, 1024])
def test_an_expanded_layer_shows_every_neuron_apart_from_the_others(size: int) -> None:
    layout = make_layout((256, size, 500, 10), 800, 506, Theme(), expanded={0})
    column, collapsed = layout.layers[0], layout.layers[1]
    assert column.shown.size == size and column.expanded and column.collapsed_group is not None
    assert collapsed.shown.size < 500 and not collapsed.expanded
    places = np.stack([column.x, column.y], axis=1)
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 1e9 * np.eye(size)
    assert apart.min() >= 2 * column.radius - 1e-6
    # It stays between its neighbours.
    assert column.left > layout.picture.x + layout.picture.width and column.right < collapsed.left
