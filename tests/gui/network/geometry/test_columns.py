"""Where the neurons of one layer stand: in one column, in staggered ones, as cells, or in a collapsed group."""

from __future__ import annotations

import numpy as np
import pytest

from gui.network.geometry.columns import Frame, bar_rects, hidden_column, output_column, spread
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


# --- which neurons a column shows


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        # The middles of three thirds of ten: 1.7, 5.0 and 8.3.
        (None, [1, 5, 8]),
        ([], [1, 5, 8]),
        ([9], [1, 5, 9]),
        ([9, 0, 4, 2], [0, 4, 9]),
        ([5], [1, 5, 8]),
        # No such neurons.
        ([-1, 10, 0], [0, 1, 5]),
    ],
)
def test_the_first_that_are_wanted_are_shown_and_evenly_spread_others(wanted, shown) -> None:
    indices = None if wanted is None else np.array(wanted, dtype=np.intp)
    assert spread(10, 3, indices).tolist() == shown


@pytest.mark.parametrize("count", [4, 5])
def test_where_all_have_room_all_are_shown(count: int) -> None:
    assert spread(4, count, np.array([2])).tolist() == [0, 1, 2, 3]


# --- where they stand, by hand: a column around x = 400 from y = 100 to 300


FRAME = Frame(100.0, 300.0, 260.0)


def test_one_neuron_stands_in_the_middle() -> None:
    column = hidden_column(1, 400.0, 200.0, FRAME, Theme(), None)
    assert (column.x.tolist(), column.y.tolist(), column.shown.tolist()) == ([400], [200], [0])
    # It may stand 56 px from the next: 0.4 of that would be more than the largest radius.
    assert column.radius == 13 and column.collapsed_group is None
    assert column.left < 387 and column.right > 413


def test_neurons_stand_half_a_pitch_from_the_ends() -> None:
    # 200 px for ten: 20 px each.
    column = hidden_column(10, 400.0, 200.0, FRAME, Theme(), None)
    assert column.y.tolist() == [110 + 20 * place for place in range(10)]
    assert set(column.x.tolist()) == {400.0} and column.radius == pytest.approx(8)


def test_columns_too_near_for_discs_consist_of_cells_one_below_the_other() -> None:
    # 11 px apart; 20 neurons have 10 px each, of which a part is the canvas.
    column = hidden_column(20, 400.0, 11.0, FRAME, Theme(), None)
    assert column.cell == (11, pytest.approx(8.8)) and (column.left, column.right) == (394.5, 405.5)
    assert column.y.tolist() == [105 + 10 * place for place in range(20)]
    # Of 2 px a neuron nothing is left over.
    assert hidden_column(100, 400.0, 11.0, FRAME, Theme(), None).cell == (11, 2)


def test_cells_of_less_than_a_pixel_cannot_be_told_apart() -> None:
    assert hidden_column(200, 400.0, 11.0, FRAME, Theme(), None).cell == (11, 1)
    one_too_many = hidden_column(201, 400.0, 11.0, FRAME, Theme(), None)
    assert one_too_many.cell is None and one_too_many.collapsed_group is not None


def test_outputs_leave_the_room_below_them_free() -> None:
    # 160 px for eight: 20 px each, to 260 and not to 300.
    column = output_column(8, 400.0, 200.0, FRAME, Theme(), None)
    assert column.y.tolist() == [110 + 20 * place for place in range(8)]


def test_more_outputs_than_have_room_are_collapsed_to_no_less_than_ten() -> None:
    low = Frame(100.0, 160.0, 150.0)
    assert output_column(10, 400.0, 200.0, low, Theme(), None).shown.size == 10
    column = output_column(11, 400.0, 200.0, low, Theme(), None)
    assert column.shown.size == 10 and column.collapsed_group is not None


def test_only_outputs_that_are_shown_have_a_bar() -> None:
    outputs = output_column(200, 400.0, 200.0, FRAME, Theme(), np.array([0, 199]))
    bars = bar_rects(outputs, 800, Theme())
    with_a_bar = [index for index, bar in enumerate(bars) if bar.height > 0]
    assert with_a_bar == outputs.shown.tolist() and {0, 199} <= set(with_a_bar) and len(bars) == 200


def test_a_longer_name_moves_the_bars_to_the_right_until_it_is_cut() -> None:
    outputs = output_column(3, 600.0, 200.0, FRAME, Theme(), None)
    short, long, longer, longest = (
        bar_rects(outputs, 1200, Theme(), [name, "b", "c"]) for name in ("a", "aeroplane", "a" * 40, "a" * 80)
    )
    assert outputs.right < short[0].x < long[0].x < longer[0].x == longest[0].x
    # 120 px for the name, 3 px before it and 7 px behind it.
    assert longest[0].x == outputs.right + 130
    # All bars are one below the other, and end at the same x.
    assert len({bar.x + bar.width for bar in (*short, *long, *longest)}) == 1


@pytest.mark.parametrize(("scale", "radius"), [(1.0, 13.0), (2.0, 26.0), (32.0, 40.0)])
def test_an_enlarged_neuron_grows_up_to_40_px(scale: float, radius: float) -> None:
    assert Frame(0.0, 100.0, 100.0, scale).largest_radius(Theme()) == radius
