"""Who listens hears the whole of what legend and coverage say, however narrow they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_gradient, choose_by_signal
from gui.network.marks.edge_legend import LegendSide, edge_text_marks
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import gradient_of, weights
from gui.network.marks.edge_words import edge_words
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme

THEME = Theme()


def side_of(snapshot, layout, kind="weight", **known) -> LegendSide:
    scales = Scales(3)
    scales.update([np.full((3, 3), number) for number in (0.29, 0.74, 1.0)], kind)
    values = weights(snapshot) if kind == "weight" else gradient_of(snapshot)
    assert values is not None
    choice = choose_by_signal(snapshot, layout) if kind == "weight" else choose_by_gradient(values, layout)
    return LegendSide(edge_marks(values, kind, choice, layout, scales, THEME), choice, **known)


@pytest.mark.parametrize("width", [300, 1600])
def test_the_scale_of_each_gap_and_how_much_of_it_is_drawn_are_heard(make_snapshot, width) -> None:
    snapshot = make_snapshot((256, 32, 16, 10))
    layout = make_layout(snapshot.sizes, width, 506, THEME)
    side = side_of(snapshot, layout)
    assert side.choice is not None
    scale, drawn, gaps = edge_words(layout, THEME, [side], of_digit=True)
    assert scale == "full colour at |w| = 0.29, 0.74, 1.0 (gaps 1–3)"
    assert drawn.startswith(f"drawn {side.choice.drawn:,} of 8,864 · ") and "of this digit’s signal" in drawn
    heard = gaps.split(", gap ")
    assert len(heard) == 3
    for gap, (words, total) in enumerate(zip(heard, ("8,192", "512", "160"), strict=True)):
        counts = f"{side.choice.drawn_per_group[gap]:,} of {total}"
        assert words.removeprefix("gap ").startswith(f"{gap + 1}: {counts}")
    # It is what stands there where there is room for it.
    wide = make_layout(snapshot.sizes, 2400, 506, THEME)
    own = side_of(snapshot, wide)
    seen = {mark.text for mark in edge_text_marks(wide, THEME, own.edges, own.choice)}
    assert {
        part.partition(": ")[2] for part in edge_words(wide, THEME, [own], True)[2].split(", gap ")
    } <= seen


def test_of_two_pictures_each_is_heard_and_the_gaps_are_of_what_they_show(make_snapshot) -> None:
    snapshot = make_snapshot((256, 32, 16, 10))
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    left = side_of(snapshot, layout)
    right = side_of(snapshot, layout, "gradient")
    first, second, gaps = edge_words(layout, THEME, [left, right], True, gradient_from=2)
    assert first.startswith("|w| = 0.29, 0.74, 1.0 · ") and second.startswith("|∂C/∂w| = 0.29, 0.74, 1.0 · ")
    for gap, side in ((1, left), (2, left), (3, right)):
        assert side.choice is not None
        assert f"gap {gap}: {side.choice.drawn_per_group[gap - 1]:,} of " in gaps


def test_a_scale_of_two_networks_says_so_and_without_edges_nothing_is_heard(make_snapshot) -> None:
    snapshot = make_snapshot((256, 10))
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    side = side_of(snapshot, layout, shared=True)
    words = edge_words(layout, THEME, [side], True)
    # Of one gap alone the whole is all that there is to say.
    assert words[0].startswith("A and B: full colour at |w| = ") and len(words) == 2
    assert edge_words(layout, THEME, [], True) == ()
    assert not any(
        "gap" in text for text in edge_words(layout, THEME, [replace(side, choice=None)], True)[1:]
    )
