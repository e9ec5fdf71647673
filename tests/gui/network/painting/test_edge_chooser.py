"""Edges stay as long as they carry nearly what they were chosen for; choosing takes steps, and ends with the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.network.geometry.layout import make_layout
from gui.network.painting.edge_chooser import STILL_CARRIED, EdgeChooser
from gui.theme.tokens import Theme

DEEP = (256, *(8,) * 20, 10)


def strongest(snapshot, group: int, target: int, budget: int) -> set[int]:
    """By numpy alone: the sources of the largest |a·w| of a neuron."""
    a = (snapshot.trace.x, *snapshot.trace.a)[group]
    carried = np.abs(a * snapshot.weights[group][:, target])
    return {int(i) for i in np.argsort(-carried, kind="stable")[:budget] if carried[i] > 0}


def chosen(snapshot, budget: int = 2) -> EdgeChooser:
    chooser = EdgeChooser()
    chooser.reset()
    for _ in chooser.steps(snapshot, make_layout(snapshot.sizes, 800, 506, Theme()), budget):
        assert chooser.choice is None
    return chooser


def test_step_by_step_the_strongest_of_every_neuron_are_chosen(make_snapshot) -> None:
    snapshot = replace(make_snapshot(DEEP), update=7)
    chooser = chosen(snapshot)
    assert chooser.update == 7 and not chooser.is_stale
    for group, edges in enumerate(chooser.choice.edges):
        for target in range(snapshot.sizes[group + 1]):
            found = set(edges.source[edges.target == target].tolist())
            assert found == strongest(snapshot, group, target, 2)


def test_a_deep_network_takes_many_steps(make_snapshot) -> None:
    snapshot = make_snapshot(DEEP)
    steps = EdgeChooser().steps(snapshot, make_layout(snapshot.sizes, 800, 506, Theme()), 16)
    assert sum(1 for _ in steps) >= len(DEEP) - 1


def test_until_the_last_step_the_choice_is_the_old_one(make_snapshot) -> None:
    chooser = chosen(make_snapshot(DEEP))
    before = chooser.choice
    other = make_snapshot(DEEP, seed=3)
    for _ in chooser.steps(other, make_layout(other.sizes, 800, 506, Theme()), 2):
        assert chooser.choice is before
    assert chooser.choice is not before


@pytest.mark.parametrize("factor, stays", [(1.0, True), (0.5, False)])
def test_they_stay_while_they_carry_nearly_what_they_did(make_snapshot, factor, stays) -> None:
    snapshot = make_snapshot((256, 12, 10))
    chooser = chosen(snapshot)
    share = chooser.choice.share
    parameters = snapshot.parameters.copy()
    # The chosen edges of the last gap lose half of their weight.
    parameters[chooser.choice.edges[1].parameter] *= factor
    later = replace(snapshot, update=snapshot.update + 1, parameters=parameters)
    assert chooser.follow(later) is stays
    assert (chooser.choice.share >= STILL_CARRIED * share) is stays


def test_what_is_drawn_is_counted_for_the_snapshot_that_is_shown(make_snapshot) -> None:
    first, later = make_snapshot((256, 12, 10)), make_snapshot((256, 12, 10), seed=2)
    chooser = chosen(first)
    drawn = replace(chooser.choice, unfinite=3)
    for snapshot in (later, first, later):
        counted = chooser.counted(drawn, snapshot)
        assert counted.unfinite == 3
        for group, edges in enumerate(drawn.edges):
            a = (snapshot.trace.x, *snapshot.trace.a)[group]
            signal = np.abs(a[:, None] * snapshot.weights[group])
            assert counted.parts[group] == pytest.approx(signal[edges.source, edges.target].sum(), rel=1e-5)
            assert counted.sums[group] == pytest.approx(signal.sum(), rel=1e-5)


def test_before_any_is_chosen_there_is_nothing_to_follow(make_snapshot) -> None:
    assert EdgeChooser().follow(make_snapshot()) is True
