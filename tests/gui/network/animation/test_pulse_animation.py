"""Pulses are chosen once for a phase, and are at every moment where they would be if chosen for it."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from gui.network.animation.pulse_animation import PulseAnimation
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_signal
from gui.network.marks.pulse_marks import pulse_marks
from gui.network.marks.scales import Scales
from gui.network.painting.edge_layers import RenderContext
from gui.theme.tokens import Theme

SIZES = (64, 6, 5, 4)


def context_of(snapshot, width: int = 800) -> RenderContext:
    layout, scales = make_layout(snapshot.sizes, width, 506, Theme()), Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    return RenderContext(layout, Theme(), 1.0, scales)


def assert_same(moved, chosen) -> None:
    for field in fields(chosen):
        assert np.array_equal(getattr(moved, field.name), getattr(chosen, field.name)), field.name


@pytest.mark.parametrize(("phase", "gaps"), [("forward", [0, 1, 2]), ("backward", [2, 1])])
def test_in_every_frame_they_are_where_they_would_be_if_chosen_for_it(make_snapshot, phase, gaps) -> None:
    snapshot = make_snapshot(SIZES)
    context, pulses = context_of(snapshot), PulseAnimation()
    choice = choose_by_signal(snapshot, context.layout)
    for gap in gaps:
        # There and back again: a frame does not depend on the ones before it.
        for progress in (0.0, 0.3, 1.0, 0.3):
            animation = AnimationState(phase, gap, progress)
            moved = pulses.at(snapshot, choice, context, animation)
            chosen = pulse_marks(snapshot, choice, context.layout, animation, context.scales)
            assert moved is not None and chosen is not None and chosen.source.size
            assert_same(moved, chosen)


def test_while_a_phase_lasts_they_are_the_same_ones(make_snapshot) -> None:
    snapshot = make_snapshot(SIZES)
    context, pulses = context_of(snapshot), PulseAnimation()
    choice = choose_by_signal(snapshot, context.layout)
    first, second = (
        pulses.at(snapshot, choice, context, AnimationState("forward", 1, progress))
        for progress in (0.2, 0.4)
    )
    assert first.value is second.value and first.radius is second.radius
    assert not np.array_equal(first.x, second.x)


@pytest.mark.parametrize("phase", ["rest", "softmax", "loss", "mean", "change"])
def test_where_nothing_travels_there_are_none(make_snapshot, phase) -> None:
    snapshot = make_snapshot(SIZES)
    context, pulses = context_of(snapshot), PulseAnimation()
    choice = choose_by_signal(snapshot, context.layout)
    assert pulses.at(snapshot, choice, context, AnimationState("forward", 1, 0.5)) is not None
    for progress in (0.0, 0.5):
        assert pulses.at(snapshot, choice, context, AnimationState(phase, 0, progress)) is None


def test_what_went_there_does_not_come_back(make_snapshot) -> None:
    snapshot = make_snapshot(SIZES)
    context, pulses = context_of(snapshot), PulseAnimation()
    choice = choose_by_signal(snapshot, context.layout)
    kinds = [
        pulses.at(snapshot, choice, context, AnimationState(phase, 2, 0.5)).kind
        for phase in ("forward", "backward", "forward")
    ]
    assert kinds == ["disc", "dart", "disc"]


def test_another_example_choice_or_size_has_pulses_of_its_own(make_snapshot) -> None:
    snapshot, other = make_snapshot(SIZES), make_snapshot(SIZES, seed=1)
    context, wider, pulses = context_of(snapshot), context_of(snapshot, 1000), PulseAnimation()
    choice, smaller = (choose_by_signal(snapshot, context.layout, budget) for budget in (16, 2))
    animation = AnimationState("forward", 1, 0.5)
    for shown in (
        (snapshot, choice, context),
        (other, choice, context),
        (other, smaller, context),
        (other, smaller, wider),
        (snapshot, choice, context),
    ):
        of, edges, ground = shown
        chosen = pulse_marks(of, edges, ground.layout, animation, ground.scales)
        assert_same(pulses.at(of, edges, ground, animation), chosen)
