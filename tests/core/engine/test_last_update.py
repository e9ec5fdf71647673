"""What is kept of the last update."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.last_update import LastUpdate
from core.training.trainer import DivergenceError
from tests.core.engine.driver import headless


def test_before_anything_is_applied_nothing_is_known() -> None:
    assert not LastUpdate().is_of(headless(0))


def test_it_is_of_the_update_that_it_applied_and_of_no_later_one() -> None:
    trainer, last = headless(2), LastUpdate()
    before = trainer.network.parameters.copy()
    trainer.accumulate_gradient()
    gradient = trainer.network.gradients.copy()
    last.apply(trainer)
    assert last.is_of(trainer) and last.clip_factor == 1
    np.testing.assert_array_equal(last.gradient, gradient)
    np.testing.assert_array_equal(last.change(trainer), trainer.network.parameters - before)
    assert not last.gradient.flags.writeable and not last.change(trainer).flags.writeable
    # The next batch writes over the network's own buffers.
    trainer.accumulate_gradient()
    np.testing.assert_array_equal(last.gradient, gradient)
    trainer.apply_update()
    assert not last.is_of(trainer)


def test_it_follows_neurons_to_other_places_and_is_forgotten_with_an_edit() -> None:
    trainer, last = headless(0), LastUpdate()
    trainer.accumulate_gradient()
    last.apply(trainer)
    change, gradient = last.change(trainer), last.gradient
    order = np.random.default_rng(0).permutation(trainer.network.parameter_count)
    trainer.network.parameters[:] = trainer.network.parameters[order]
    last.permute(order)
    np.testing.assert_array_equal(last.change(trainer), change[order])
    np.testing.assert_array_equal(last.gradient, gradient[order])
    last.forget()
    assert not last.is_of(trainer)


def test_an_update_that_diverges_is_not_kept() -> None:
    trainer, last = headless(1), LastUpdate()
    trainer.accumulate_gradient()
    last.apply(trainer)
    trainer.accumulate_gradient()
    trainer.network.gradients[0] = np.nan
    with pytest.raises(DivergenceError):
        last.apply(trainer)
    assert not last.is_of(trainer)
