"""What goes past the weights is computed once for each snapshot that is shown."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.architecture import Architecture
from gui.network.marks.residual_flow import flow_of


@pytest.fixture
def residual(snapshot_of_architecture):
    """16 inputs and three layers of 8, of which the second and third add what comes to them."""
    return snapshot_of_architecture(Architecture.dense((8, 8, 8), "tanh", 3, skip=True))


def test_each_residual_layer_has_its_flow_and_no_other(residual) -> None:
    assert list(residual.skips) == [False, True, True, False]
    assert sorted(flow_of(residual)) == [1, 2]


def test_past_a_layer_goes_the_activation_before_it(residual) -> None:
    for layer, flow in flow_of(residual).items():
        before, after = residual.trace.a[layer - 1], residual.trace.a[layer]
        past, through = np.abs(before).sum(), np.abs(after - before).sum()
        assert np.array_equal(flow.forward, before)
        assert flow.signal_share == pytest.approx(past / (past + through), rel=1e-5)


def test_past_the_last_one_comes_back_what_the_outputs_hand_back(residual) -> None:
    # ∂C/∂a of the last hidden layer is W δ of the outputs.
    assert np.allclose(flow_of(residual)[2].backward, residual.weights[3] @ residual.trace.delta[3])


def test_a_plain_network_has_none(make_snapshot) -> None:
    assert flow_of(make_snapshot((16, 8, 4))) == {}


def test_it_is_computed_once_for_a_snapshot_and_anew_for_another(residual, snapshot_of_architecture) -> None:
    first = flow_of(residual)
    assert flow_of(residual) is first
    other = snapshot_of_architecture(Architecture.dense((8, 8, 8), "tanh", 4, skip=True))
    assert np.array_equal(flow_of(other)[1].forward, other.trace.a[0])
    assert not np.array_equal(flow_of(other)[1].forward, first[1].forward)
    assert np.array_equal(flow_of(residual)[1].forward, first[1].forward)
