"""The frames around parts of the picture: each holds all of its marks, and nothing of another part."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from gui.network.geometry.layout import make_layout
from gui.network.geometry.part_places import part_places
from gui.network.geometry.shapes import Layout, Rect, Zoom
from gui.network.interaction.explanations import explanations
from gui.theme.tokens import Theme


@pytest.fixture
def layout() -> Layout:
    return make_layout((256, 32, 16, 10), 800, 506, Theme())


def inside(rect: Rect, x: float, y: float) -> bool:
    return rect.contains(x, y)


def test_every_hidden_neuron_is_in_the_frame_of_its_own_layer(layout: Layout) -> None:
    frames = part_places(layout, Theme(), "neuron")
    assert len(frames) == 2
    for number, column in enumerate(layout.layers[:-1]):
        for index in column.shown:
            holders = [k for k, f in enumerate(frames) if inside(f, column.x[index], column.y[index])]
            assert holders == [number]


def test_rings_are_at_the_outputs_too(layout: Layout) -> None:
    frames = part_places(layout, Theme(), "ring")
    assert len(frames) == 3
    outputs = layout.layers[-1]
    assert all(inside(frames[-1], outputs.x[i], outputs.y[i]) for i in outputs.shown)


def test_the_outputs_frame_holds_their_bars(layout: Layout) -> None:
    (frame,) = part_places(layout, Theme(), "output")
    for bar in layout.bars:
        assert inside(frame, bar.x + 1, bar.y + bar.height / 2)
    assert not inside(frame, layout.layers[1].x[0], layout.layers[1].y[0])


def test_the_middle_of_every_connection_is_in_the_frame_of_its_gap(layout: Layout) -> None:
    frames = part_places(layout, Theme(), "edge")
    assert len(frames) == 3
    first = layout.layers[0]
    for pixel in range(0, 256, 17):
        for index in first.shown:
            # Where the connection leaves the picture is inside the picture, so its later half is asked.
            x = (layout.pixel_x[pixel] + 3 * first.x[index]) / 4
            y = (layout.pixel_y[pixel] + 3 * first.y[index]) / 4
            assert inside(frames[0], x, y)
    a, b = layout.layers[0], layout.layers[1]
    assert inside(frames[1], (a.x[0] + b.x[0]) / 2, (a.y[0] + b.y[0]) / 2)


@pytest.mark.parametrize("part", ["input", "loss", "coverage"])
def test_a_part_with_a_place_of_its_own_is_framed_there(layout: Layout, part: str) -> None:
    (frame,) = part_places(layout, Theme(), part)
    place = layout.picture if part == "input" else getattr(layout, part)
    assert astuple(frame) == pytest.approx(astuple(place))


def test_both_parts_of_the_legend_are_framed(layout: Layout) -> None:
    colours, others = part_places(layout, Theme(), "legend")
    assert astuple(colours) == pytest.approx(astuple(layout.legend))
    assert astuple(others) == pytest.approx(astuple(layout.marks_line))


def test_what_is_not_on_screen_has_no_frame(layout: Layout) -> None:
    assert part_places(layout, Theme(), "map") == ()
    assert part_places(layout, Theme(), "band") == ()
    with_map = make_layout((2, 8, 2), 800, 506, Theme(), inputs=(2, 1))
    (frame,) = part_places(with_map, Theme(), "map")
    assert with_map.map is not None and astuple(frame) == pytest.approx(astuple(with_map.map))


def test_frames_of_an_enlarged_network_stay_inside_what_is_seen() -> None:
    near = make_layout((256, 32, 16, 10), 800, 506, Theme(), zoom=Zoom(6.0, 1500.0, 300.0, 2.0))
    for part in explanations():
        for frame in part_places(near, Theme(), part):
            assert frame.x >= 0 and frame.x + frame.width <= near.width
            assert frame.y >= 0 and frame.y + frame.height <= near.height
    assert part_places(near, Theme(), "input") == ()
