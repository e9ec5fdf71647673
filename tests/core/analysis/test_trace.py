"""A trace: one entry for each layer, and gradients by the layers' rule."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.sample_tracer import SampleTracer
from core.analysis.trace import Trace
from core.nn.network import Network
from tests.core.small_snapshots import changed, topology_of

NETWORK = Network.dense((4, 3, 2), "tanh", seed=1, dtype=np.float64)
X = np.array([1.0, 0.0, -2.0, 0.5])


def test_each_tuple_has_one_entry_for_each_layer() -> None:
    trace = SampleTracer(NETWORK).trace(X, 1)
    for values in (trace.z, trace.a, trace.delta, trace.db):
        assert [value.shape for value in values] == [(3,), (2,)]
    assert [dW.shape for dW in trace.dW] == [(4, 3), (3, 2)]
    assert trace.masks == () and trace.has_gradient and trace.probabilities is trace.a[-1]
    assert trace.layers[0].z is trace.z[0] and trace.layers[1].delta is trace.delta[1]


def test_the_gradient_is_the_product_of_input_and_delta() -> None:
    trace = SampleTracer(NETWORK).trace(X, 1)
    np.testing.assert_array_equal(trace.dW[0], X[:, None] * trace.delta[0])
    np.testing.assert_array_equal(trace.dW[1], trace.a[0][:, None] * trace.delta[1])
    assert not np.signbit(trace.dW[0][1]).any()
    np.testing.assert_array_equal(trace.db[0], trace.delta[0])
    # Computed once, when it is asked for.
    assert trace.dW is trace.dW


def test_a_trace_without_an_answer_has_no_gradient() -> None:
    trace = SampleTracer(NETWORK).trace(X)
    assert trace.delta == trace.dW == trace.db == () and not trace.has_gradient and trace.loss is None


def test_what_becomes_of_the_array_that_was_shown_changes_no_trace() -> None:
    x = X.copy()
    trace = SampleTracer(NETWORK).trace(x, 1)
    x[0] = 9
    assert trace.x[0] == 1


def test_numbers_that_are_not_finite_have_a_gradient_without_complaint() -> None:
    trace = SampleTracer(NETWORK).trace(X, 1)
    wrong = tuple(np.full_like(delta, np.inf) for delta in trace.delta)
    assert np.isnan(changed(trace, delta=wrong).dW[0][1]).all()


def test_numbers_that_are_not_of_the_network_are_refused() -> None:
    topology = topology_of((4, 3, 2))
    fits = np.zeros(5)
    Trace(topology, X, fits, fits, fits, fits)
    for wrong in (
        (X[:3], fits, fits),
        (X, fits[:3], fits),
        (X, fits, np.zeros(7)),
        (X, fits, fits, fits[:4]),
        (X, fits, fits, None, fits[:3]),
        (X, np.zeros((5, 1)), fits),
    ):
        with pytest.raises(ValueError, match="does not fit"):
            Trace(topology, *wrong)


def test_layer_by_layer_the_numbers_are_views_of_all_of_them() -> None:
    flat = np.arange(5.0)
    trace = Trace(topology_of((4, 3, 2)), X, flat, 10 + flat, 20 + flat, 30 + flat)
    first, last = trace.layers
    assert first.z.tolist() == [0, 1, 2] and last.z.tolist() == [3, 4] and np.shares_memory(first.z, flat)
    assert first.a.tolist() == [10, 11, 12] and last.delta is not None and last.delta.tolist() == [23, 24]
    # No output is ever dropped.
    assert first.mask is not None and first.mask.tolist() == [30, 31, 32] and last.mask is None
    assert Trace(topology_of((4, 3, 2)), X, flat, flat).layers[0].delta is None


@pytest.mark.parametrize(
    ("z", "y", "said"),
    [
        ((-1.0, 2.0), (0.1, 0.9), 1),
        # What single precision makes of a sigmoid of 40 and of 30.
        ((40.0, 30.0), (1.0, 1.0), 0),
        ((3.0, 3.0), (0.5, 0.5), None),
        ((np.nan, 3.0), (np.nan, 0.5), None),
    ],
)
def test_what_is_said_is_the_class_of_the_one_largest_logit(
    z: tuple[float, float], y: tuple[float, float], said: int | None
) -> None:
    trace = SampleTracer(NETWORK).trace(X)
    trace = changed(trace, z=(*trace.z[:-1], np.array(z)), a=(*trace.a[:-1], np.array(y)))
    assert trace.said == said
