import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Rect, Zoom
from gui.network.geometry.zoom import anchor, enlarged, moved, place_of, position_bars, within
from gui.theme.tokens import Theme

THEME = Theme()
DEFAULT, DEEP = (256, 32, 16, 10), (256, *([32] * 100), 10)


def layout_of(sizes=DEFAULT, zoom=None, **more):
    return make_layout(sizes, 800, 506, THEME, zoom=zoom or Zoom(), **more)


def test_at_first_the_whole_network_is_seen() -> None:
    layout = layout_of()
    assert layout.zoom == Zoom(1.0, 0.0, 0.0, 1.0)
    for column in layout.layers:
        assert column.x.min() > 0 and column.x.max() < 800


def test_enlarged_three_times_columns_stand_three_times_as_far_apart() -> None:
    once, thrice = layout_of((256, 32, 16, 16, 10)), layout_of((256, 32, 16, 16, 10), Zoom(3.0))
    for layer in (1, 2):
        apart = once.layers[layer].x[0] - once.layers[layer - 1].x[0]
        # The outputs' bars do not grow: the columns get even more.
        assert thrice.layers[layer].x[0] - thrice.layers[layer - 1].x[0] >= 3 * apart


def test_words_keep_their_place_and_size() -> None:
    once, thrice = layout_of(), layout_of(zoom=Zoom(3.0, 100, 50))
    for name in ("title", "walkthrough", "legend", "coverage", "caption_y", "gaps_y", "content"):
        assert getattr(once, name) == getattr(thrice, name)


def test_moving_by_so_many_px_moves_every_neuron_by_them() -> None:
    content = layout_of().content
    before = layout_of(zoom=Zoom(3.0, 400, 300))
    after = layout_of(zoom=moved(before.zoom, 30, -20, content))
    for old, new in zip(before.layers, after.layers, strict=True):
        assert np.allclose(new.x - old.x, 30) and np.allclose(new.y - old.y, -20)
    assert np.allclose(after.pixel_x - before.pixel_x, 30)


@given(st.floats(0.01, 1000), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_nothing_beside_the_network_is_shown(scale: float, x: float, y: float) -> None:
    content = layout_of().content
    zoom = layout_of(zoom=Zoom(scale, x, y)).zoom
    assert 1 <= zoom.scale <= 32
    assert 0 <= zoom.x <= 800 * (zoom.scale - 1) + 1e-6
    assert 0 <= zoom.y <= content.height * (zoom.tall - 1) + 1e-6
    assert within(zoom, content) == zoom


def test_a_deep_network_first_grows_wide() -> None:
    deep = layout_of(DEEP, Zoom(6.0))
    assert deep.zoom.tall == 1.0
    assert layout_of(DEFAULT, Zoom(6.0)).zoom.tall == 6.0


def test_columns_of_a_deep_network_are_cells_until_one_is_near_enough() -> None:
    far, near = layout_of(DEEP), layout_of(DEEP, Zoom(8.0))
    assert all(column.cell is not None for column in far.layers[:-1])
    assert all(column.cell is None for column in near.layers)
    # Neighbouring cells touch: 32 of them fill the height.
    column = far.layers[3]
    assert column.cell is not None and column.y[1] - column.y[0] >= column.cell[1]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.integers(1, 1024), min_size=1, max_size=20),
    st.floats(1, 32),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_every_layout_that_can_be_reached_is_finite(hidden, scale, x, y) -> None:
    layout = layout_of((256, *hidden, 10), Zoom(scale, x * 800 * scale, y * 500 * scale))
    for column in layout.layers:
        assert np.isfinite(column.x).all() and np.isfinite(column.y).all() and column.radius > 0


def test_the_anchor_is_the_nearest_thing_that_stands_there() -> None:
    layout = layout_of()
    column = layout.layers[1]
    assert anchor(layout, float(column.x[5]) + 2, float(column.y[5]) - 1) == (1, 5)
    assert anchor(layout, float(layout.pixel_x[40]), float(layout.pixel_y[40])) == (-1, 40)
    assert place_of(layout, (1, 5)) == (column.x[5], column.y[5])
    assert place_of(layout, (-1, 40)) == (layout.pixel_x[40], layout.pixel_y[40])


def test_bars_tell_what_part_is_seen() -> None:
    content = Rect(0, 50, 800, 400)
    assert position_bars(Zoom(), content) == ()
    # Four times as wide: a quarter is seen; 1,200 of 3,200 px are left of it.
    across, down = position_bars(Zoom(4.0, 1200, 400, 2.0), content)
    assert (across.x, across.width) == (300, 200) and across.y + across.height == 450
    assert (down.y, down.height) == (250, 200) and down.x + down.width == 800


def test_enlarging_stops_at_its_limits() -> None:
    assert enlarged(Zoom(2.0), 1.5).scale == 3.0
    assert enlarged(Zoom(2.0), 0.1).scale == 1.0
    assert enlarged(Zoom(20.0), 10).scale == 32.0
