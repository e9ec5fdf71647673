"""What is collected adds up: what has arrived at any time is a part of the sum, and at the end all of it."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.weight_places import KernelWeight, weight_places, weights_of_kernel
from core.engine.snapshot import Snapshot
from gui.kernel_page.collecting import collected_at, flights, progress_of


def test_each_weight_has_its_time_one_after_the_other() -> None:
    assert (collected_at(0.0, 9).weight, collected_at(0.0, 9).within) == (0, 0.0)
    for weight in range(9):
        half = collected_at((weight + 0.5) / 9, 9)
        assert half.weight == weight and half.within == pytest.approx(0.5)
    end = collected_at(1.0, 9)
    assert (end.weight, end.within) == (8, 1.0)
    assert collected_at(-1, 9).weight == 0 and collected_at(2, 9) == end


def test_a_step_ends_where_its_weight_is_done() -> None:
    for weight in range(9):
        at = collected_at(progress_of(weight, 9), 9)
        assert at.weight == weight and at.within == pytest.approx(1.0, abs=1e-4)


def test_of_every_weight_all_arrive_and_add_up_to_the_engines_gradient(
    cnn: Snapshot, lenet: Snapshot
) -> None:
    for snapshot in (cnn, lenet):
        gradient = snapshot.trace.gradient
        for weight in weights_of_kernel(snapshot.connections, KernelWeight(0, 0, 5, 0, 0)):
            places = weight_places(snapshot.connections, snapshot.trace, weight)
            done = flights(places, progress_within := 1.0)
            assert progress_within == 1.0 and done.is_done and done.under_way == ()
            largest = float(np.abs(gradient).max())
            assert done.total == pytest.approx(float(gradient[places.parameter]), abs=1e-6 * largest)


def test_what_has_arrived_grows_and_is_added_up_place_by_place(cnn: Snapshot) -> None:
    places = weight_places(cnn.connections, cnn.trace, KernelWeight(0, 0, 5, 0, 1))
    assert places.part is not None
    seen = 0
    for within in np.linspace(0, 1, 21):
        now = flights(places, float(within))
        assert len(now.arrived) >= seen
        seen = len(now.arrived)
        assert now.total == pytest.approx(sum(float(places.part[at]) for at in now.arrived))
        assert all(0 < passed < 1 for _, passed in now.under_way)
        assert not set(now.arrived) & {place for place, _ in now.under_way}
    assert seen == len(places.ranked) > 5
    begun = flights(places, 0.0)
    assert begun.arrived == () and begun.under_way == () and begun.total == 0


def test_without_a_gradient_nothing_flies(unlabelled: Snapshot) -> None:
    places = weight_places(unlabelled.connections, unlabelled.trace, KernelWeight(0, 0, 5, 0, 1))
    assert flights(places, 0.5).is_done and flights(places, 0.5).total == 0
