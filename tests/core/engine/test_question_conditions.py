"""Which condition a question comes to, and where what it names stands now."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.conditions import DeadNeuron, ParameterSign, RightAnswer
from core.analysis.neuron_statistics import DEAD, NeuronStatisticsAccumulator
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine.journal import PermuteNeurons
from core.engine.question_conditions import condition_of, orders_of, place_now
from core.engine.questions import LargestChange, NeuronDied, RightForGood, SignChanged
from core.steps import result_of
from tests.core.engine.driver import Driver


def test_each_question_looks_at_something_of_its_own() -> None:
    run = Driver().engine.current
    x = run.sample.current.x
    assert isinstance(condition_of(run, RightForGood(x, 1)), RightAnswer)
    assert isinstance(condition_of(run, SignChanged(ParameterLocation(0, 0, 0))), ParameterSign)
    # The second layer is of ReLU.
    assert isinstance(condition_of(run, NeuronDied(1, 0)), DeadNeuron)
    assert condition_of(run, LargestChange()) is None


def test_a_neuron_is_dead_where_the_picture_marks_it_so() -> None:
    # The picture's statistics are of the test set; a training example alone that makes it fire changes nothing.
    run = Driver().engine.current
    network, data = run.trainer.network.copy(), run.trainer.dataset
    z_of = {}
    for name, X in (("train", data.X_train), ("test", data.X_test)):
        propagation = network.propagation(len(X))
        propagation.forward(X.astype(network.dtype))
        z_of[name] = propagation.z[1].max(axis=0) - network.layers[1].b
    neuron = int(np.argmax(z_of["train"] - z_of["test"]))
    highest = [float(z_of[name][neuron]) for name in ("test", "train")]
    assert highest[0] < highest[1]
    for bias, is_dead in ((-sum(highest) / 2, True), (-highest[0] + 0.01, False)):
        network.layers[1].b[neuron] = bias
        condition = condition_of(run, NeuronDied(1, neuron))
        assert isinstance(condition, DeadNeuron) and condition.example_count == len(data.X_test)
        assert result_of(condition.look(network.parameters, 0)) == is_dead
        statistics = NeuronStatisticsAccumulator(network, 0)
        propagation = network.propagation(len(data.X_test))
        propagation.forward(data.X_test.astype(network.dtype))
        statistics.add(propagation, data.y_test)
        assert (statistics.result(0, 0).states(1)[neuron] == DEAD) == is_dead


def test_a_place_follows_every_sorting_since_it_was_named() -> None:
    driver = Driver()
    driver.train(30)
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    run = driver.engine.current
    ((order, _),) = orders_of(run)
    assert sorted(order.tolist()) == [0, 1, 2, 3, 4] and order.tolist() != [0, 1, 2, 3, 4]
    assert isinstance(run.journal[-1].change, PermuteNeurons)
    for old in range(5):
        assert place_now(run, ParameterLocation(0, old, 2), 0).target == order.tolist().index(old)
        assert place_now(run, ParameterLocation(0, old, 2), 1).target == old
    with pytest.raises(ValueError, match="2 permutations of 1"):
        place_now(run, ParameterLocation(0, 0), 2)
