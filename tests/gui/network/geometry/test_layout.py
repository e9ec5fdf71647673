"""Where everything stands, at every size of window, type and network."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.network.geometry.layout import NEWS_PX, WHOLE, fitting_theme, layout_of, make_layout, picture_shape
from gui.network.geometry.shapes import Layout, Rect
from gui.network.geometry.text_width import line_height, text_width
from gui.theme.tokens import Theme

DEFAULT = (256, 32, 16, 10)
# The network's place in a window of 1280 x 800, of 1024 x 600, and on a projector.
PLACES = [(800, 506), (816, 388), (1920, 1000)]


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def assert_nothing_collides(layout: Layout) -> None:
    lines = [layout.title, layout.walkthrough, layout.legend, layout.coverage, layout.loss]
    for i, one in enumerate(lines):
        assert one.x >= -0.01 and one.x + one.width <= layout.width + 0.01
        assert one.y >= 0 and one.y + one.height <= layout.height + 0.01
        for other in lines[i + 1 :]:
            assert not overlap(one, other)
        assert not overlap(one, layout.picture)
    right = layout.picture.x + layout.picture.width
    for column in layout.layers:
        assert column.left > right
        assert column.right < layout.width
        right = column.right
        shown_y = column.y[column.shown]
        assert shown_y.min() - column.radius >= layout.caption_y
        assert shown_y.max() + column.radius <= min(layout.legend.y, layout.coverage.y)
        if column.collapsed_group is not None:
            assert column.collapsed_group.y >= shown_y.max() + column.radius - 0.01
            assert column.collapsed_group.y + column.collapsed_group.height <= min(
                layout.legend.y, layout.coverage.y
            )


@pytest.mark.parametrize("width,height", PLACES)
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "sizes",
    [
        DEFAULT,
        (256, 10),
        (256, 128, 64, 10),
        (256, 500, 500, 10),
        (256, *([32] * 8), 10),
        (256, *([128] * 8), 10),
        (2, 2, 2, 2),
        (256, 1024, 26),
        (1, 1),
    ],
)
def test_nothing_collides(sizes: tuple[int, ...], width: float, height: float, scale: float) -> None:
    assert_nothing_collides(make_layout(sizes, width, height, Theme(scale=scale)))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 1100),
    st.lists(st.integers(1, 1100), max_size=8),
    st.integers(1, 300),
    st.floats(640, 2500),
    st.floats(340, 1500),
    st.floats(0.8, 2),
)
def test_no_network_and_no_window_breaks_the_layout(
    n_in: int, hidden: list[int], n_out: int, width: float, height: float, scale: float
) -> None:
    layout = make_layout((n_in, *hidden, n_out), width, height, Theme(scale=scale))
    assert_nothing_collides(layout)
    assert layout.pixel_x.shape == layout.pixel_y.shape == (n_in,)
    for size, column in zip([*hidden, n_out], layout.layers, strict=True):
        assert column.size == column.x.size == column.y.size == size
        assert (column.collapsed_group is None) == (column.shown.size == size)
        assert np.all(np.diff(column.shown) > 0)
        assert column.shown.size >= min(size, 2)


@pytest.mark.parametrize("sizes", [(), (5,), (5, 0), (0, 5)])
def test_a_network_without_neurons_is_refused(sizes: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="sizes is"):
        make_layout(sizes, 800, 506, Theme())


def test_the_picture_is_a_square_a_quarter_of_the_width_wide() -> None:
    picture = make_layout(DEFAULT, 800, 506, Theme()).picture
    assert picture.width == picture.height == 200


def test_pixels_stand_row_by_row_in_the_picture() -> None:
    layout = make_layout(DEFAULT, 800, 506, Theme())
    # 200 px for 16 pixels: 12.5 px each, centres at 6.25, 18.75, ...
    assert layout.pixel_x[0] - layout.picture.x == pytest.approx(6.25)
    assert layout.pixel_x[1] - layout.picture.x == pytest.approx(18.75)
    assert layout.pixel_y[16] - layout.picture.y == pytest.approx(18.75)
    assert layout.pixel_x[16] == layout.pixel_x[0]


@pytest.mark.parametrize(
    "n_in,shape", [(256, (16, 16)), (2, (1, 2)), (1, (1, 1)), (7, (3, 3)), (784, (28, 28))]
)
def test_an_input_is_the_nearest_square(n_in: int, shape: tuple[int, int]) -> None:
    assert picture_shape(n_in) == shape


def test_the_first_gap_takes_40_percent_of_what_the_outputs_leave() -> None:
    layout = make_layout(DEFAULT, 800, 506, Theme())
    start = layout.picture.x + layout.picture.width
    end = layout.layers[-1].x[0]
    assert (layout.layers[0].x[0] - start) / (end - start) == pytest.approx(0.4)


@pytest.mark.parametrize("depth", range(1, 9))
def test_the_first_gap_is_the_widest(depth: int) -> None:
    layout = make_layout((256, *([16] * depth), 10), 800, 506, Theme())
    widths = np.diff([layout.picture.x + layout.picture.width, *(c.x[0] for c in layout.layers)])
    # With one hidden layer there is only one other gap, and 40 % leave it 60.
    assert depth == 1 or widths[0] == pytest.approx(max(widths))


@pytest.mark.parametrize("width,height", PLACES)
def test_one_line_of_news_would_hide_nothing_but_the_title(width: float, height: float) -> None:
    layout = make_layout(DEFAULT, width, height, Theme())
    # Letters reach so far above their baseline.
    ascent = 0.8 * line_height("caption", Theme())
    assert min(layout.caption_y - ascent, layout.content.y) >= NEWS_PX
    # In a low window, where it shares the title's line, the walkthrough is hidden too.
    assert layout.walkthrough.y >= NEWS_PX or (height < 450 and layout.walkthrough.y == layout.title.y)


def test_larger_type_puts_the_walkthrough_below_the_title() -> None:
    layout = make_layout(DEFAULT, 816, 388, Theme(scale=1.3))
    assert layout.walkthrough.y > layout.title.y


def test_a_long_legend_puts_the_coverage_on_a_line_of_its_own() -> None:
    layout = make_layout((256, *([16] * 8), 10), 800, 506, Theme())
    assert layout.coverage.y + layout.coverage.height <= layout.legend.y


def test_type_grows_only_as_far_as_the_picture_has_room() -> None:
    assert fitting_theme(1920, 1000, Theme(scale=2)).scale == 2
    assert fitting_theme(816, 388, Theme(scale=1)).scale == 1
    assert 1.2 < fitting_theme(816, 388, Theme(scale=2)).scale < 1.5


@pytest.mark.parametrize(("width", "height"), [(778, 390), (640, 388), (1400, 800)])
def test_short_names_of_classes_are_whole_behind_the_largest_neurons(width: float, height: float) -> None:
    theme, names = Theme("dark"), ("apple", "lemon", "triangle")
    layout = make_layout((2, 32, 16, 3), width, height, theme, inputs=(2, 1), names=names)
    column = layout.layers[-1]
    # Bold is the right one's; before the bar there is a gap.
    needed = max(text_width(name, "body", theme, bold=True) for name in names)
    assert all(track.x - theme.px(5) - (column.right + theme.px(3)) >= needed for track in layout.bars)


def test_a_snapshot_is_placed_as_its_layers_and_names_are(make_snapshot) -> None:
    snapshot = make_snapshot((256, 32, 16, 10))
    placed = layout_of(snapshot, (816, 388), Theme(), (), WHOLE, (), are_shares=True)
    digits = [str(digit) for digit in range(10)]
    by_hand = make_layout(DEFAULT, 816, 388, Theme(), inputs=(16, 16), names=digits, groups=(8192, 512, 160))
    assert (placed.width, placed.height, placed.picture) == (816, 388, by_hand.picture)
    for one, other in zip(placed.layers, by_hand.layers, strict=True):
        assert np.array_equal(one.x, other.x) and np.array_equal(one.y, other.y)
    # A view that has no size yet has at least one px.
    assert layout_of(snapshot, (0, 0), Theme(), (), WHOLE, (), are_shares=True).width == 1
