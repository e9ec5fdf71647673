"""Messages: what they work out of what they hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.exact_losses import ExactLoss
from core.analysis.sample_tracer import ExampleTracer
from core.data.dataset_spec import DataChoice
from core.engine.messages import DataInfo, DataLoaded, Example, NeuronsReordered, Snapshot
from core.nn.network import Network


def example(index: int | None, ink: float = 1.0, origin: str = "train") -> Example:
    return Example(x=np.full(4, ink), label=1, origin=origin, index=index)


def test_a_digit_is_the_same_by_its_row_and_a_drawing_by_its_ink() -> None:
    assert example(3).same_as(example(3, ink=0.0))
    assert not example(3).same_as(example(4)) and not example(3).same_as(example(3, origin="test"))
    assert example(None, origin="drawing").same_as(example(None, origin="drawing"))
    assert not example(None, 1.0, "drawing").same_as(example(None, 0.0, "drawing"))


def test_the_mean_is_the_total_by_the_count() -> None:
    exact = ExactLoss(0, 7, 120.0, 60, 0.5, 30.0, 10, 0.25)
    assert (exact.train_mean, exact.test_mean) == (2.0, 3.0)


def snapshot_of(class_names: tuple[str, ...], *sizes: int, skip: bool = False) -> Snapshot:
    network = Network.dense((4, *sizes), output="identity", skip=skip)
    return Snapshot(
        run=0,
        update=0,
        epoch=0,
        parameters=network.parameters,
        example=example(0),
        trace=ExampleTracer(network).trace(np.ones(4, np.float32), None, "squared_error"),
        losses=np.zeros(0, np.float32),
        data=DataInfo(class_names=class_names),
    )


def test_the_parameters_are_all_weights_and_biases() -> None:
    snapshot = snapshot_of((), 3, 2)
    # 4 · 3 + 3 and 3 · 2 + 2
    assert snapshot.parameter_count == 23 and snapshot.sizes == (4, 3, 2)
    parts = zip(snapshot.weights, snapshot.biases, strict=True)
    assert [(W.shape, b.shape) for W, b in parts] == [((4, 3), (3,)), ((3, 2), (2,))]
    np.testing.assert_array_equal(snapshot.weights[1].ravel(), snapshot.parameters[15:21])


def test_outputs_are_called_by_their_classes_or_counted() -> None:
    named = snapshot_of(("cat", "dog"), 3)
    assert [named.output_name(i) for i in range(3)] == ["cat", "dog", "2"]
    assert [snapshot_of((), 2).output_name(i) for i in range(2)] == ["y₁", "y₂"]
    assert snapshot_of((), 1).output_name(0) == "y"
    assert named.output == "identity" and not named.has_skip(0)
    assert [snapshot_of((), 4, 1, skip=True).has_skip(layer) for layer in range(2)] == [True, False]


def test_what_is_right_is_a_class_or_numbers() -> None:
    assert example(0).answer == 1
    target = np.array([0.5])
    assert replace(example(0), label=None, target=target).answer is target


def test_the_penalty_is_both_terms() -> None:
    assert replace(ExactLoss(0, 7, 120.0, 60, 0.5, 30.0, 10, 0.25), l1=0.5, l2=0.25).penalty == 0.75


def test_neurons_of_layers_that_stay_are_not_counted_as_reordered() -> None:
    orders = (np.arange(4), np.array([2, 0, 1]), np.array([1, 0]))
    told = NeuronsReordered(1, "tidy", orders, snapshot_of((), 1), stays=(0,))
    assert told.reordered == 5


def test_the_same_is_asked_where_example_answer_and_loss_are_the_same() -> None:
    one = snapshot_of((), 2)
    assert one.asks_the_same_as(replace(one, update=9))
    assert not one.asks_the_same_as(replace(one, example=example(4)))
    assert not one.asks_the_same_as(replace(one, example=replace(one.example, label=2)))
    assert not one.asks_the_same_as(replace(one, loss="squared_error"))


def test_numbers_to_be_met_are_part_of_what_is_asked() -> None:
    one = snapshot_of((), 2)
    to_meet = replace(one, example=replace(one.example, label=None, target=np.array([1.0, 2.0])))
    again = replace(one, example=replace(one.example, label=None, target=np.array([1.0, 2.0])))
    other = replace(one, example=replace(one.example, label=None, target=np.array([1.0, 3.0])))
    none = replace(one, example=replace(one.example, label=None))
    assert to_meet.asks_the_same_as(again) and not to_meet.asks_the_same_as(other)
    assert not to_meet.asks_the_same_as(none) and not none.asks_the_same_as(to_meet)


def test_examples_without_classes_are_numbers_to_be_met() -> None:
    loaded = DataLoaded(DataChoice("line"), 1, 80, 20, 0, 800)
    assert loaded.is_regression and not replace(loaded, class_count=2).is_regression
