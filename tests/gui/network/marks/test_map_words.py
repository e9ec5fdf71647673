"""Around the map stands what its axes reach, what its marks mean, and what is not in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.analysis.function_grid import REACH
from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import Snapshot
from gui.network.geometry.layout import make_layout
from gui.network.geometry.text_width import text_width
from gui.network.marks.map_words import map_key, map_text_marks, paint_key
from gui.theme.class_marks import class_token
from gui.theme.tokens import make_theme
from tests.gui.network.marks.test_input_map import THEME, fruit, layout_of, snapshot_of


def said(snapshot: Snapshot) -> list[str]:
    return [mark.text for mark in map_text_marks(snapshot, layout_of(snapshot), THEME)]


def test_the_axes_say_what_they_are_and_how_far_they_reach(tmp_path) -> None:
    table = snapshot_of(fruit(tmp_path, standardised=False))
    X = fruit(tmp_path, standardised=False).load().X_train.astype(float)
    low, high = X.min(axis=0), X.max(axis=0)
    ends = [(low + high) / 2 + sign * REACH * (high - low) / 2 for sign in (-1, 1)]
    up, across = said(table)[:2]
    for words, name, column in ((up, "↑ colour: ", 1), (across, "→ weight: ", 0)):
        assert words.startswith(name)
        numbers = [float(text.replace("−", "-")) for text in words.removeprefix(name).split(" to ")]
        assert numbers == pytest.approx([end[column] for end in ends], rel=0.05)
    assert not any("standardised" in words for words in said(table))
    assert "columns standardised: mean 0, deviation 1" in said(snapshot_of(fruit(tmp_path)))
    curve = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    assert said(curve)[0].startswith("↑ y: ") and said(curve)[1].startswith("→ x: ")


@pytest.mark.parametrize("scale", [1.0, 1.75, 3.0])
@pytest.mark.parametrize("name", ["a", "a column with a long name"])
def test_where_there_is_little_room_an_axis_ends_in_a_whole_number_or_in_none(
    name: str, scale: float
) -> None:
    shown, theme = snapshot_of(DatasetSpec("plane", "moons", count=40)), make_theme("dark", scale)
    shown = replace(shown, data=replace(shown.data, input_names=(name, name)))
    layout = layout_of(shown)
    whole = [mark.text for mark in map_text_marks(shown, layout, make_theme("dark", 0.1))][:2]
    assert all(" to " in words for words in whole)
    assert layout.map is not None
    for width in (20.0, 40.0, 70.0, 110.0, 300.0):
        narrow = replace(layout, map=replace(layout.map, width=width))
        for words, full in zip(map_text_marks(shown, narrow, theme), whole, strict=False):
            reach = full.split(": ")[1]
            assert words.text.endswith(f": {reach}") or not any(sign.isdigit() for sign in words.text)
            assert text_width(words.text, "tick", theme) <= width + theme.px(80)


def test_a_column_that_is_one_number_throughout_is_said_to_be_no_standardised_one() -> None:
    table = snapshot_of(DatasetSpec("plane", "moons", count=40))
    choice = DatasetSpec("own", path="a.csv")
    for constant, standardised in (((True, False), True), ((True, True), False)):
        data = replace(table.data, choice=choice, input_names=("x", "y"), constant=np.array(constant))
        words = said(replace(table, data=data))
        assert ("columns standardised: mean 0, deviation 1" in words) is standardised
        own = [f"{name}: one number in all training examples" for name in "xy"]
        assert [line in words for line in own] == list(constant)


def test_the_key_names_each_class_by_its_mark(tmp_path) -> None:
    assert {"class 0", "class 1"} <= set(said(snapshot_of(DatasetSpec("plane", "moons", count=40))))
    table = snapshot_of(fruit(tmp_path))
    key = map_key(table, layout_of(table), THEME)
    assert [(entry.label, entry.words.text) for entry in key] == [(0, "lemon"), (1, "orange")]


def test_a_curve_tells_the_network_from_the_examples() -> None:
    curve = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    key = map_key(curve, layout_of(curve), THEME)
    assert [(entry.label, entry.words.text) for entry in key] == [(None, "the network"), (0, "examples")]


def test_each_mark_of_the_key_is_painted_before_its_words_in_its_own_colour(qapp) -> None:
    curve = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    plane = snapshot_of(DatasetSpec("plane", "spirals", count=60, class_count=3))
    for snapshot, tokens in ((curve, ["minus", class_token(0)]), (plane, [class_token(i) for i in range(3)])):
        key = map_key(snapshot, layout_of(snapshot), THEME)
        image = QImage(800, 506, QImage.Format.Format_RGB32)
        image.fill(THEME.colour("canvas"))
        painter = QPainter(image)
        paint_key(painter, key, THEME)
        painter.end()
        for entry, token in zip(key, tokens, strict=True):
            assert image.pixelColor(int(entry.x), int(entry.y)) == THEME.colour(token)
            assert entry.x < entry.words.x


def test_what_is_left_out_is_counted() -> None:
    many = snapshot_of(DatasetSpec("line", "sine", count=2000), updates=1, output="identity")
    assert "400 of 2,000 examples drawn" in said(many)
    few = snapshot_of(DatasetSpec("line", "sine", count=400), updates=1, output="identity")
    assert not any("drawn" in words for words in said(few))


@pytest.mark.parametrize("size", [(800, 506), (816, 330), (480, 300)])
def test_what_is_left_out_is_counted_in_a_low_view_too(size: tuple[int, int]) -> None:
    many = snapshot_of(DatasetSpec("plane", "spirals", count=2000, class_count=5), updates=1)
    layout = make_layout(many.sizes, *size, THEME, inputs=(2, 1))
    lines = [mark for mark in map_text_marks(many, layout, THEME) if "of 1,600" in mark.text]
    assert len(lines) == 1


def test_answers_beyond_the_map_are_counted_and_so_are_those_that_are_not_finite() -> None:
    curve = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    grid = np.zeros_like(curve.function_grid)
    assert len(said(replace(curve, function_grid=grid))) == 4
    grid[:7], grid[9], grid[11] = 9.0, -9.0, np.nan
    words = said(replace(curve, function_grid=grid))
    assert "y beyond the map at 8 of 201 places" in words and "y not finite at 1 of 201 places" in words
    # An infinite one is not finite, and is not counted a second time.
    grid[20:25], grid[30] = np.inf, -np.inf
    words = said(replace(curve, function_grid=grid))
    assert "y beyond the map at 8 of 201 places" in words and "y not finite at 7 of 201 places" in words


@pytest.mark.parametrize(
    ("places", "y", "is_seen"),
    [
        (slice(None), 1e19, False),
        (slice(None), np.nan, False),
        (slice(None), np.inf, False),
        # One place between others that have none: no line is drawn.
        (slice(None), (np.nan, 0.0), False),
        (slice(0, 200), 1e19, True),
        # From above the map to below it: the line between crosses it.
        (slice(None), (1e19, -1e19), True),
    ],
)
def test_the_key_names_the_network_only_where_its_curve_is_seen(places: slice, y: object, is_seen) -> None:
    curve = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    grid = np.zeros_like(curve.function_grid)
    first, rest = y if isinstance(y, tuple) else (y, y)
    grid[places] = first
    if isinstance(y, tuple):
        grid[100] = rest
    curve = replace(curve, function_grid=grid)
    key = map_key(curve, layout_of(curve), THEME)
    assert [entry.label for entry in key] == ([None, 0] if is_seen else [0])
    assert ("the network" in said(curve)) is is_seen


def test_an_example_beyond_the_map_is_said_to_be_there() -> None:
    plane = snapshot_of(DatasetSpec("plane", "moons", count=40))
    assert "This example lies beyond the map." not in said(plane)
    far = np.array([0.0, 5.0], np.float32)
    beyond = replace(plane, trace=replace(plane.trace, x=far))
    assert "This example lies beyond the map." in said(beyond)


def test_the_words_stay_between_the_heads_and_the_lines_at_the_bottom() -> None:
    snapshot = snapshot_of(DatasetSpec("plane", "spirals", count=600, class_count=5))
    layout = layout_of(snapshot)
    assert layout.map is not None
    for mark in map_text_marks(snapshot, layout, THEME):
        assert layout.title.y + layout.title.height < mark.y < layout.gaps_y
        assert mark.y < layout.map.y or mark.y > layout.map.y + layout.map.height
