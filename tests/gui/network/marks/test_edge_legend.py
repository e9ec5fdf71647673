"""What is said of the edges: what their full colour stands for, and how much of the whole is drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_gradient, choose_by_signal
from gui.network.marks.edge_legend import edge_text_marks
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import ConnectionValues, weights
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme

THEME = Theme()


def words(snapshot, edges=(), choice=None, size=(800, 506), **known):
    layout = make_layout(snapshot.sizes, *size, THEME)
    return [mark.text for mark in edge_text_marks(layout, THEME, edges, choice, **known)]


def scales_of(*numbers, kind):
    """Scales that are exactly these, group by group."""
    scales = Scales(len(numbers))
    scales.update([np.full((3, 3), number) for number in numbers], kind)
    return scales


@pytest.mark.parametrize(
    "kind,symbol",
    [("weight", "|w|"), ("gradient", "|∂C/∂w|"), ("mean_gradient", "mean |∂C/∂w|"), ("change", "|ΔW|")],
)
def test_the_legend_names_the_scale_of_every_gap(make_snapshot, kind, symbol):
    snapshot = make_snapshot((256, 4, 4, 10))
    layout, scales = make_layout(snapshot.sizes, 800, 506, THEME), scales_of(0.29, 0.74, 1.0, kind=kind)
    choice = choose_by_signal(snapshot, layout)
    edges = edge_marks(weights(snapshot), kind, choice, layout, scales, THEME)
    assert f"full colour at {symbol} = 0.29  0.74  1.0 (gaps 1–3)" in words(
        snapshot, edges, choice, (1000, 506)
    )
    # Where that has no room, all scales stay.
    text = words(snapshot, edges, choice)
    assert any(line.startswith(f"full colour at {symbol} = 0.29  0.74  1.0") for line in text)


@pytest.mark.parametrize(("clipped", "is_named"), [(False, False), (True, True)])
def test_a_mean_gradient_that_was_clipped_is_named_as_before_clipping(make_snapshot, clipped, is_named):
    snapshot = make_snapshot((256, 12, 8, 10))
    layout = make_layout(snapshot.sizes, 1400, 506, THEME)
    choice = replace(choose_by_signal(snapshot, layout), measure="mean_gradient")
    edges = edge_marks(weights(snapshot), "mean_gradient", choice, layout, Scales(3), THEME)
    text = words(snapshot, edges, choice, (1400, 506), clipped=clipped)
    assert any("before clipping" in line for line in text) is is_named


def test_coverage_says_what_is_drawn_of_what(make_snapshot):
    snapshot = make_snapshot()
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    whole = {"sums": (2.0, 2.0, 2.0)}
    choice = replace(choose_by_signal(snapshot, layout), parts=(1.9, 1.8, 1.66), **whole)
    drawn = f"{sum(len(edges) for edges in choice.edges):,}"
    assert f"drawn {drawn} of 8,864 · 89 % of this digit’s signal" in words(snapshot, choice=choice)
    gradient = ConnectionValues(snapshot.connections, snapshot.trace.gradient)
    choice = replace(choose_by_gradient(gradient, layout), parts=(1.94, 1.94, 1.94), **whole)
    drawn = f"{sum(len(edges) for edges in choice.edges):,}"
    assert f"drawn {drawn} of 8,864 · 97 % of this digit’s ∂C/∂w" in words(snapshot, choice=choice)


@pytest.mark.parametrize("budget", [None, 16])
def test_coverage_names_no_share_where_there_is_none_to_name(make_snapshot, budget):
    # All are drawn; or nothing is known of what they carry.
    snapshot = make_snapshot()
    choice = choose_by_signal(snapshot, make_layout(snapshot.sizes, 800, 506, THEME), budget)
    if budget is not None:
        choice = replace(choice, sums=())
    assert (choice.drawn == 8864) is (budget is None)
    assert f"drawn {choice.drawn:,} of 8,864 connections" in words(snapshot, choice=choice)


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ("gradient", "every ∂C/∂w of this example is exactly 0"),
        ("mean_gradient", "every mean ∂C/∂w is exactly 0"),
        ("change", "every ΔW is exactly 0"),
    ],
)
def test_where_every_value_is_0_that_is_said_and_not_that_it_is_unknown(make_snapshot, picture, said):
    snapshot = make_snapshot((256, 12, 8, 10))
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    nothing = ConnectionValues(snapshot.connections, np.zeros(snapshot.parameter_count))
    choice = replace(choose_by_gradient(nothing, layout), measure=picture)
    edges = edge_marks(nothing, picture, choice, layout, Scales(3), THEME)
    assert choice.drawn == 0 and said in words(snapshot, edges, choice)
