"""Which numbers each plot shows, and of what."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss, ExactLossHistory
from gui.curves.curve_set import KINDS, OF_LAYERS, CurveSet, cost_set, layer_set
from tests.gui.curves.drawn import curves_of


@pytest.mark.parametrize(
    ("kind", "quantity"),
    [("gradient", "gradient_rms"), ("update", "update_ratio"), ("noise", "gradient_noise")],
)
def test_a_line_is_one_layers_number(kind: str, quantity: str) -> None:
    curves = curves_of(5, 3)
    shown = layer_set(kind, curves)
    assert shown.keys == ("1", "2", "out") and shown.is_of_layers
    np.testing.assert_array_equal(shown.values, curves.of(quantity))
    np.testing.assert_array_equal(shown.updates, [10, 20, 30, 40, 50])


def test_idle_neurons_are_the_dead_and_the_saturated_and_the_output_layer_has_none() -> None:
    curves = curves_of(5, 3)
    shown = layer_set("idle", curves)
    assert shown.keys == ("1", "2")
    np.testing.assert_allclose(shown.values, (curves.of("dead_share") + curves.of("saturated_share"))[:, :2])
    np.testing.assert_array_equal(shown.parts[1], curves.of("saturated_share")[:, :2])


def test_a_network_of_one_layer_has_the_output_alone_and_one_with_a_pool_its_own_numbers() -> None:
    assert layer_set("gradient", curves_of(2, 1)).keys == ("out",)
    assert layer_set("idle", curves_of(2, 1)).keys == ()


def test_steps_lead_from_dot_to_dot_and_end_at_the_first_and_the_last() -> None:
    updates, values = np.array([0, 5, 9, 20]), np.array([[np.nan, np.nan], [1, 2], [np.nan, 3], [4, np.nan]])
    curves = CurveSet("gradient", ("1", "out"), updates, values)
    # Update 0 was met, and nothing was measured there.
    assert [curves.stepped(None, by) for by in (-1, 1, 0)] == [20, 20, 20]
    assert [curves.stepped(20, by) for by in (-1, -2, -10, 1)] == [9, 5, 5, 20]
    assert [curves.stepped(7, by) for by in (-1, 1, 2)] == [5, 9, 20]
    assert CurveSet.empty("gradient").stepped(None, 1) is None


def history(penalties: list[tuple[float, float]]) -> ExactLossHistory:
    exact = ExactLossHistory()
    for update, (l1, l2) in enumerate(penalties):
        exact.add(ExactLoss(0, 10 * update, 200.0 - update, 100, 0.5, 5.0, 10, 0.5, l1, l2))
    return exact


def test_the_cost_is_the_mean_with_its_penalties_which_stand_apart() -> None:
    shown = cost_set(history([(0.0, 0.25), (0.0, 0.5), (0.0, 0.0)]), 100)
    assert shown.keys == ("cost", "mean", "l2") and not shown.is_of_layers
    # 200 / 100 = 2, 199 / 100 = 1.99, 198 / 100 = 1.98.
    np.testing.assert_allclose(shown.values[:, 0], [2.25, 2.49, 1.98])
    np.testing.assert_allclose(shown.values[:, 1], [2.0, 1.99, 1.98])
    # λ was 0 then: there is no penalty, not one of 0.
    np.testing.assert_allclose(shown.values[:, 2], [0.25, 0.5, np.nan])
    assert cost_set(history([(0.0, 0.0)]), 100).keys == ("mean",)
    assert cost_set(history([(0.5, 0.25)]), 100).keys == ("cost", "mean", "l1", "l2")


def test_the_row_of_an_update_is_the_nearest_that_was_measured() -> None:
    shown = layer_set("gradient", curves_of(5, 2))
    assert [shown.nearest(update) for update in (0, 14, 16, 900)] == [0, 0, 1, 4]
    for kind in KINDS[1:]:
        assert CurveSet.empty(kind).nearest(3) is None
    assert set(OF_LAYERS) < set(KINDS)
