"""What ribbons stand for counts as drawn, with what is drawn line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Rect
from gui.network.marks.coverage_text import (
    counts_in_short,
    coverage,
    coverage_of_gaps,
    whole_coverage_of_gaps,
)
from gui.network.marks.edge_choice import choose_by_signal, only_sign
from gui.network.marks.edge_values import weights
from gui.network.marks.ribbon_coverage import with_ribbons
from gui.network.marks.ribbon_marks import ribbon_marks
from gui.theme.tokens import Theme

THEME = Theme()


@pytest.fixture
def shown(snapshot_of_architecture: Any) -> Any:
    layers: tuple[Any, ...] = (
        Conv2d(3, 3, padding=1, activation="tanh", picture=(6, 6)),
        Conv2d(2, 3, padding=1, activation="tanh"),
        Dense(5, "tanh"),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=5), n_in=36)
    counts = [group.count for group in snapshot.connections]
    inputs = (6, 6)
    layout = make_layout(
        snapshot.sizes, 1400, 700, THEME, inputs=inputs, groups=counts, topology=snapshot.topology
    )
    return snapshot, layout, ribbon_marks(snapshot, layout, AnimationState(), THEME, "signal")


def test_all_connections_of_the_ribbons_count_as_drawn(shown: Any) -> None:
    snapshot, layout, ribbons = shown
    lines = choose_by_signal(snapshot, layout)
    assert lines.drawn_per_group == (0, 0, 0, lines.drawn) and lines.share_per_group[:3] == (0.0,) * 3
    choice = with_ribbons(lines, ribbons, None)
    counts = [group.count for group in snapshot.connections]
    # 3 x 3 windows on 6 x 6 cells meet 16² of them; 2 maps of 36 cells lead to 5 neurons.
    assert counts == [3 * 16**2, 6 * 16**2, 72 * 5, 20]
    assert choice.drawn_per_group == (*counts[:3], lines.drawn_per_group[3])
    assert choice.share_per_group[:3] == (1.0,) * 3
    words = coverage(layout, THEME, "weight", choice, True, ()).text
    assert f"drawn {sum(counts[:3]) + lines.drawn:,} of {sum(counts):,}" in words
    assert f"19 ribbons = {sum(counts[:3]):,}" in words and "nearer by" not in words


def test_a_ribbon_that_is_not_drawn_does_not_count(shown: Any) -> None:
    snapshot, layout, (first, _, _) = shown
    choice = with_ribbons(choose_by_signal(snapshot, layout), [first], None)
    assert choice.drawn_per_group[:2] == (snapshot.connections[0].count, 0)
    assert with_ribbons(choice, (), None) is choice


def test_only_those_in_view_are_in_view(shown: Any) -> None:
    snapshot, layout, (first, second, _) = shown
    clip = Rect(first.x1[0] - 5, 0, 20, layout.height)
    choice = with_ribbons(choose_by_signal(snapshot, layout), (first, second), clip)
    assert choice.ribbons[0].in_view == snapshot.connections[0].count and choice.ribbons[1].in_view == 0
    zoomed = replace(layout, zoom=replace(layout.zoom, scale=2.0), content=clip)
    words = coverage(zoomed, THEME, "weight", choice, True, ()).text
    assert words.startswith(f"{snapshot.connections[0].count:,} in view")


def test_of_one_sign_only_lines_are_counted_for_a_ribbon_has_both(shown: Any) -> None:
    snapshot, layout, _ = shown
    lines = choose_by_signal(snapshot, layout)
    positive = only_sign(lines, weights(snapshot), 1, weights(snapshot))
    ribbons = ribbon_marks(snapshot, layout, AnimationState(), THEME, "signal", 1)
    choice = with_ribbons(positive, ribbons, None)
    assert choice.drawn == positive.drawn == int(np.sum([len(edges) for edges in positive.edges]))
    assert (
        f"{sum(own.source.size for own in ribbons)} ribbons, by the sign"
        in coverage(layout, THEME, "weight", choice, True, ()).text
    )


def test_where_there_are_ribbons_alone_none_is_said_to_be_missing(snapshot_of_architecture: Any) -> None:
    layers: tuple[Any, ...] = (Conv2d(2, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    positive = replace(choose_by_signal(snapshot, layout), sign=1)
    ribbons = ribbon_marks(snapshot, layout, AnimationState(), THEME, "signal", 1)
    words = coverage(layout, THEME, "weight", with_ribbons(positive, ribbons, None), True, ()).text
    number = sum(own.source.size for own in ribbons)
    assert 0 < number < 10 and words == f"+ {number} ribbons, by the sign of their sum"


@pytest.mark.parametrize("sign", [1, -1])
def test_of_one_sign_under_a_gap_of_ribbons_stands_how_many_there_are(shown: Any, sign: int) -> None:
    snapshot, layout, _ = shown
    lines = only_sign(choose_by_signal(snapshot, layout), weights(snapshot), sign, weights(snapshot))
    ribbons = ribbon_marks(snapshot, layout, AnimationState(), THEME, "signal", sign)
    choice = with_ribbons(lines, ribbons, None)
    first, second, third, last = whole_coverage_of_gaps(layout, [choice] * 4)
    numbers = [own.source.size for own in ribbons]
    told = ["1 ribbon" if number == 1 else f"{number} ribbons" for number in numbers]
    assert [first, second, third] == [f"gap {gap}: {words}" for gap, words in enumerate(told, 1)]
    assert last.startswith(f"gap 4: {lines.drawn} of 20 · ")
    marks = coverage_of_gaps(layout, THEME, [choice] * 4)
    assert [mark.text for mark in marks[:3]] == told
    # Nor are connections that nobody can count among those of which so many are drawn.
    words = coverage(layout, THEME, "weight", choice, True, ()).text
    assert f"drawn {lines.drawn} of 20 connections · {sum(numbers)} ribbons" in words


def test_of_one_sign_ribbons_alone_are_counted_beside_another_picture(
    snapshot_of_architecture: Any,
) -> None:
    layers: tuple[Any, ...] = (Conv2d(2, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    negative = replace(choose_by_signal(snapshot, layout), sign=-1)
    ribbons = ribbon_marks(snapshot, layout, AnimationState(), THEME, "signal", -1)
    choice = with_ribbons(negative, ribbons, None)
    assert counts_in_short(choice) == [[f"{sum(own.source.size for own in ribbons)} ribbons"]]
    none = replace(choice, ribbons={group: replace(own, number=0) for group, own in choice.ribbons.items()})
    words = coverage(layout, THEME, "weight", none, True, ()).text
    assert words == "− 0 ribbons, by the sign of their sum"
    assert whole_coverage_of_gaps(layout, [none] * 2) == ["gap 1: 0 ribbons", "gap 2: 0 ribbons"]
