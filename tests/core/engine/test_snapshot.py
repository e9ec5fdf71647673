"""A snapshot: its views of one vector, whose example it shows, and what is asked of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.engine.snapshot import DataInfo, Example, Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.network import Network
from tests.core.small_snapshots import snapshot_of


def example(index: int | None, ink: float = 1.0, origin: str = "train") -> Example:
    return Example(x=np.full(4, ink), label=1, origin=origin, index=index)


def test_a_digit_is_the_same_by_its_row_and_a_drawing_by_its_ink() -> None:
    assert example(3).is_same_sample(example(3, ink=0.0))
    assert not example(3).is_same_sample(example(4)) and not example(3).is_same_sample(
        example(3, origin="test")
    )
    assert example(None, origin="drawing").is_same_sample(example(None, origin="drawing"))
    assert not example(None, 1.0, "drawing").is_same_sample(example(None, 0.0, "drawing"))


def test_the_parameters_are_all_weights_and_biases() -> None:
    network = Network.dense((4, 3, 2))
    snapshot = snapshot_of(network, np.zeros(4))
    # 4 · 3 + 3 and 3 · 2 + 2
    assert snapshot.parameters.size == 23
    for layer, W, b in zip(network.layers, snapshot.weights, snapshot.biases, strict=True):
        assert np.array_equal(layer.W, W) and np.array_equal(layer.b, b)


def test_the_gradient_of_b_is_seen_layer_by_layer() -> None:
    network = Network.dense((2, 1, 2))
    plain = snapshot_of(network, np.zeros(2))
    assert plain.mean_db == ()
    snapshot = replace(plain, mean_gradient=np.arange(7.0))
    assert [b.tolist() for b in snapshot.mean_db] == [[2.0], [5.0, 6.0]]


def named_outputs(class_names: tuple[str, ...], n_out: int) -> Snapshot:
    network = Network.dense((4, n_out), output="identity")
    data = DataInfo(class_names=class_names)
    return snapshot_of(network, np.zeros(4), 0, loss="squared_error", data=data)


def test_outputs_are_called_by_their_classes_or_counted() -> None:
    named = named_outputs(("cat", "dog"), 3)
    assert [named.output_name(i) for i in range(3)] == ["cat", "dog", "2"]
    assert [named_outputs((), 2).output_name(i) for i in range(2)] == ["y₁", "y₂"]
    assert named_outputs((), 1).output_name(0) == "y"
    assert named.output == "identity" and not named.skips[0]
    residual = snapshot_of(Network.dense((4, 4, 2), skip=True), np.zeros(4))
    assert residual.skips[0] and not residual.skips[1]


def test_what_is_right_is_a_class_or_numbers() -> None:
    assert example(0).answer == 1
    target = np.array([0.5])
    assert replace(example(0), label=None, target=target).answer is target


def test_the_same_is_asked_where_example_answer_and_loss_are_the_same() -> None:
    one = named_outputs((), 2)
    assert one.has_same_example_as(replace(one, update=9))
    assert not one.has_same_example_as(replace(one, example=example(4)))
    assert not one.has_same_example_as(replace(one, example=replace(one.example, label=2)))
    assert not one.has_same_example_as(replace(one, loss="cross_entropy"))


def test_regression_targets_are_part_of_what_is_asked() -> None:
    one = named_outputs((), 2)
    to_meet = replace(one, example=replace(one.example, label=None, target=np.array([1.0, 2.0])))
    again = replace(one, example=replace(one.example, label=None, target=np.array([1.0, 2.0])))
    other = replace(one, example=replace(one.example, label=None, target=np.array([1.0, 3.0])))
    none = replace(one, example=replace(one.example, label=None))
    assert to_meet.has_same_example_as(again) and not to_meet.has_same_example_as(other)
    assert not to_meet.has_same_example_as(none) and not none.has_same_example_as(to_meet)


def test_each_residual_layer_has_its_flow_and_no_other_and_it_is_computed_once() -> None:
    network = Architecture.dense((8, 8, 8), "tanh", 3, skip=True).with_outputs(4).network((16,))
    snapshot = snapshot_of(network, np.linspace(-1, 1, 16, dtype=np.float32))
    assert list(snapshot.skips) == [False, True, True, False]
    assert sorted(snapshot.residual_flow) == [1, 2]
    # Past a layer goes the activation before it; past the last one comes back what the outputs hand back, W δ.
    assert np.array_equal(snapshot.residual_flow[1].forward, snapshot.trace.a[0])
    returned = snapshot.weights[3] @ snapshot.trace.delta[3]
    assert np.allclose(snapshot.residual_flow[2].backward, returned)
    assert snapshot.residual_flow is snapshot.residual_flow


def test_nothing_goes_past_the_layers_of_a_plain_network() -> None:
    network = Architecture.dense((8, 8)).with_outputs(4).network((16,))
    assert snapshot_of(network, np.ones(16, np.float32)).residual_flow == {}


def test_networks_are_built_alike_where_the_same_neurons_are_joined_by_the_same_connections() -> None:
    def of(*layers: LayerSpec) -> Snapshot:
        network = Architecture((*layers, Dense(3, "softmax"))).network((9,))
        return snapshot_of(network, np.zeros(9, np.float32))

    first = of(Dense(18, "relu"))
    assert first.is_built_as(first) and first.is_built_as(of(Dense(18, "tanh")))
    # As many neurons, but each has nine connections at most.
    windows = of(Conv2d(2, 3, padding=1, picture=(3, 3)))
    assert windows.sizes == first.sizes and not windows.is_built_as(first)
    other_inputs = replace(first, data=replace(first.data, picture=(3, 3)))
    assert not first.is_built_as(of(Dense(17, "relu"))) and not first.is_built_as(other_inputs)
