"""While a signal passes, each layer has the look of the moment: the marks that would be made for it alone."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.geometry.layout import make_layout
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.revealed_marks import RevealedMarks
from gui.network.marks.scales import Scales
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme


def context_of(snapshot, width: int = 800) -> RenderContext:
    layout, scales = make_layout(snapshot.sizes, width, 506, Theme()), Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    return RenderContext(layout, Theme(), 1.0, scales)


def made_for(snapshot, animation, context, statistics=None, mean_delta=None):
    return neuron_marks(
        snapshot, context.layout, animation, context.scales, context.theme, statistics, mean_delta
    )


def assert_same(picked, made) -> None:
    assert len(picked) == len(made)
    for one, other in zip(picked, made, strict=True):
        for field in fields(one):
            # NaN, which stands for what is not known, is equal to itself here.
            np.testing.assert_array_equal(getattr(one, field.name), getattr(other, field.name), field.name)


@pytest.mark.parametrize("label", [1, None])
@pytest.mark.parametrize("sizes", [(16, 3), (16, 5, 4, 3), (16, *[4] * 12, 3)])
def test_at_every_moment_they_are_the_marks_of_that_moment(make_snapshot, sizes, label) -> None:
    snapshot = make_snapshot(sizes, label=label)
    context, marks = context_of(snapshot), RevealedMarks()
    n_layers, has_gradient = len(sizes) - 1, label is not None
    for timeline in (
        Timeline.signal_animation(n_layers, has_gradient, new_example=True),
        Timeline.walkthrough(n_layers, has_gradient),
    ):
        for at_s in np.linspace(0, timeline.duration_s, 25).tolist():
            animation = timeline.state_at(at_s)
            assert_same(marks.of(snapshot, animation, context, None), made_for(snapshot, animation, context))


def test_from_frame_to_frame_a_layer_that_nothing_has_reached_keeps_its_marks(make_snapshot) -> None:
    snapshot = make_snapshot((16, 5, 4, 3))
    context, marks = context_of(snapshot), RevealedMarks()
    before, after = (
        marks.of(snapshot, AnimationState("forward", 1, 0.5, revealed, False, 9), context, None)
        for revealed in (1, 2)
    )
    assert before[0] is after[0] and before[2] is after[2] and before[1] is not after[1]


def test_whatever_they_are_made_of_makes_others(make_snapshot) -> None:
    snapshot, other = make_snapshot((16, 5, 4, 3)), make_snapshot((16, 5, 4, 3), seed=1)
    context, wider, marks = context_of(snapshot), context_of(snapshot, 1000), RevealedMarks()
    flat = tuple(np.linspace(0, 1, size) for size in (5, 4))
    means = tuple(np.zeros((3, size)) for size in (5, 4))
    statistics = NeuronStatistics(1, 3, 100, ("relu", "relu"), flat, means)
    mean_delta = [np.arange(size, dtype=float) for size in (5, 4, 3)]
    at_rest = AnimationState()
    for shown in (
        (snapshot, context, None, None),
        (other, context, None, None),
        (other, wider, None, None),
        (other, wider, statistics, None),
        (other, wider, statistics, mean_delta),
        (other, wider, None, mean_delta),
        (snapshot, context, None, None),
    ):
        of, ground, *known = shown
        assert_same(marks.of(of, at_rest, ground, *known), made_for(of, at_rest, ground, *known))
