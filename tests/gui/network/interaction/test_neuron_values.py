"""What is under the pointer, and its numbers."""

from math import erf, sqrt

import numpy as np
import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from core.nn.activations import ACTIVATIONS
from core.nn.architecture import Architecture
from gui.architecture.activation_names import activation_title
from gui.network.geometry.layout import make_layout
from gui.network.interaction.neuron_values import (
    edge_values,
    neuron_values,
)
from gui.theme.tokens import Theme
from tests.core.small_snapshots import with_trace


def layout_of(snapshot):
    return make_layout(snapshot.sizes, 800, 506, Theme())


def test_a_neurons_facts_are_the_traces_numbers(make_snapshot):
    snapshot = make_snapshot()
    values = neuron_values(snapshot, 1, 5)
    assert values.z == snapshot.trace.z[1][5]
    assert values.a == snapshot.trace.a[1][5]
    assert values.b == snapshot.biases[1][5]
    assert values.delta == snapshot.trace.delta[1][5]
    assert (values.activation, values.layer_size, values.incoming, values.update) == ("relu", 16, 32, 3)
    assert values.weights is None
    assert not values.is_output


# The formulas of the papers, in plain numpy.
F_OF_Z = {
    "relu": lambda z: max(z, 0.0),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "leaky_relu": lambda z: z if z > 0 else 0.01 * z,
    "elu": lambda z: z if z > 0 else np.exp(z) - 1,
    "gelu": lambda z: z * (1 + erf(z / sqrt(2))) / 2,
    "silu": lambda z: z / (1 + np.exp(-z)),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "identity": lambda z: z,
}


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_what_is_said_of_a_neurons_output_is_true_of_its_numbers(snapshot_of_architecture, activation):
    # 16 → 16 → 16 → 8 → 4: two residual layers, a plain one and the output.
    snapshot = snapshot_of_architecture(
        Architecture.dense((16, 16, 8), ("tanh", activation, activation), skip=True)
    )
    title = activation_title(activation)
    first, second, third = (neuron_values(snapshot, layer, 5) for layer in range(3))
    assert [values.formula for values in (first, second, third)] == [
        "x + tanh(z)",
        f"a¹ + {title}(z)",
        f"{title}(z)",
    ]
    assert first.added == snapshot.trace.x[5]
    assert second.added == first.a
    assert third.added is None
    assert first.a == pytest.approx(first.added + np.tanh(first.z), rel=1e-5)
    assert second.a == pytest.approx(second.added + F_OF_Z[activation](second.z), rel=1e-5, abs=1e-6)
    assert third.a == pytest.approx(F_OF_Z[activation](third.z), rel=1e-5, abs=1e-6)


def test_an_output_is_the_softmax_of_z(make_snapshot):
    assert neuron_values(make_snapshot(), 2, 3).formula == "softmax(z)"


def test_without_skips_no_neuron_adds_anything(snapshot_of_architecture):
    snapshot = snapshot_of_architecture(Architecture.dense((16, 16), "elu"))
    assert [neuron_values(snapshot, layer, 0).added for layer in range(3)] == [None, None, None]


def test_with_a_skip_delta_is_still_the_slope_of_c_by_z(snapshot_of_architecture):
    snapshot = snapshot_of_architecture(Architecture.dense((8, 8), "tanh", skip=True))
    W, b = snapshot.weights, snapshot.biases

    def loss(nudge: float) -> float:
        z1 = snapshot.trace.x @ W[0] + b[0]
        z1 = z1 + nudge * np.eye(8)[2]
        a1 = np.tanh(z1)
        a2 = a1 + np.tanh(a1 @ W[1] + b[1])
        z3 = (a2 @ W[2] + b[2]).astype(np.float64)
        return float(np.log(np.exp(z3).sum()) - z3[1])

    # Central differences, of the first layer's neuron 2, whose δ reaches it by both ways.
    slope = (loss(1e-4) - loss(-1e-4)) / 2e-4
    assert neuron_values(snapshot, 0, 2).delta == pytest.approx(slope, rel=1e-3, abs=1e-5)


@pytest.mark.parametrize(("mask", "formula"), [(0.0, "0·relu(z)"), (1.25, "1.25·relu(z)")])
def test_what_dropout_multiplies_by_is_said(make_snapshot, mask, formula):
    snapshot = make_snapshot()
    masks = tuple(np.full(n, mask) for n in snapshot.sizes[1:-1])
    dropped = with_trace(snapshot, masks=masks)
    assert neuron_values(dropped, 1, 2).formula == formula.replace("relu", "ReLU")
    assert neuron_values(dropped, 2, 2).formula == "softmax(z)"


def test_a_first_layer_neuron_shows_its_weights_as_the_picture_they_read(make_snapshot):
    snapshot = make_snapshot()
    weights = neuron_values(snapshot, 0, 9).weights
    assert weights.shape == (16, 16)
    # The pixel of row 2, column 3 is input 2·16 + 3 = 35.
    assert weights[2, 3] == snapshot.weights[0][35, 9]


def test_where_the_last_row_has_no_pixel_there_is_no_weight(make_snapshot):
    weights = neuron_values(make_snapshot((18, 3, 2)), 0, 1).weights
    assert weights.shape == (4, 5)
    assert np.isnan(weights.ravel()[18:]).all()
    assert np.isfinite(weights.ravel()[:18]).all()


def test_a_few_numbers_are_no_picture(make_snapshot):
    assert neuron_values(make_snapshot((7, 3, 2)), 0, 1).weights is None


def test_an_edges_facts_multiply_out(make_snapshot):
    snapshot = make_snapshot()
    values = edge_values(snapshot, 1, 4, 2)
    w, a, delta = snapshot.weights[1][4, 2], snapshot.trace.a[0][4], snapshot.trace.delta[1][2]
    assert (values.w, values.a) == (w, a)
    assert values.signal == pytest.approx(a * w)
    assert values.gradient == pytest.approx(a * delta)
    assert values.backpropagated == pytest.approx(w * delta)


def test_nothing_is_handed_back_to_a_pixel(make_snapshot):
    values = edge_values(make_snapshot(), 0, 40, 2)
    assert values.backpropagated is None
    assert values.gradient is not None


def test_without_a_right_answer_there_is_no_delta_and_no_gradient(make_snapshot):
    snapshot = make_snapshot(label=None)
    assert neuron_values(snapshot, 1, 2).delta is None
    edge = edge_values(snapshot, 1, 4, 2)
    assert (edge.gradient, edge.backpropagated) == (None, None)


@pytest.mark.parametrize("layer,index", [(9, 0), (1, 16)])
def test_a_neuron_that_is_not_there_is_an_error(make_snapshot, layer, index):
    with pytest.raises(IndexError):
        neuron_values(make_snapshot(), layer, index)


def test_what_each_input_adds_to_z_is_its_weight_times_it(make_snapshot):
    snapshot = make_snapshot()
    values = neuron_values(snapshot, 0, 4)
    x, w = snapshot.trace.x, snapshot.weights[0][:, 4]
    assert values.weights.shape == values.signals.shape
    np.testing.assert_array_equal(values.signals.ravel(), x * w)
    # With b they are z.
    assert values.signals.sum(dtype=float) + values.b == pytest.approx(values.z, rel=1e-4)
    assert neuron_values(snapshot, 1, 4).signals is None


def activity_of(snapshot, means, run=None):
    sizes = snapshot.sizes[1:-1]
    return NeuronStatistics(
        run=snapshot.run if run is None else run,
        update=2,
        count=100,
        activations=snapshot.activations[:-1],
        flat=tuple(np.zeros(size) for size in sizes),
        class_mean=tuple(means[:, :size] for size in sizes),
    )


def test_a_hidden_neuron_has_its_mean_for_each_class_and_the_shown_examples_class(make_snapshot):
    snapshot = make_snapshot()
    means = np.arange(10 * 64, dtype=float).reshape(10, 64)
    classes = neuron_values(snapshot, 1, 5, activity_of(snapshot, means)).classes
    assert classes.mean == tuple(64.0 * digit + 5 for digit in range(10))
    assert classes.names == tuple("0123456789")
    assert (classes.shown, classes.update) == (snapshot.example.label, 2)


def test_no_mean_is_told_of_outputs_of_another_run_or_where_there_are_no_classes(make_snapshot):
    snapshot = make_snapshot()
    means = np.ones((10, 64))
    last = len(snapshot.weights) - 1
    assert neuron_values(snapshot, last, 5, activity_of(snapshot, means)).classes is None
    assert neuron_values(snapshot, 1, 5, activity_of(snapshot, means, run=99)).classes is None
    assert neuron_values(snapshot, 1, 5, activity_of(snapshot, means[:0])).classes is None
    assert neuron_values(snapshot, 1, 5).classes is None
