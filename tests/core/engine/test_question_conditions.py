"""Which condition a question comes to, and where what it names stands now."""

from __future__ import annotations

import pytest

from core.analysis.conditions import DeadNeuron, ParameterSign, RightAnswer
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine.journal import PermuteNeurons
from core.engine.question_conditions import condition_of, orders_of, place_now
from core.engine.questions import LargestChange, NeuronDied, RightForGood, SignChanged
from tests.core.engine.driver import Driver


def test_each_question_looks_at_something_of_its_own() -> None:
    run = Driver().engine.current
    x = run.sample.current.x
    assert isinstance(condition_of(run, RightForGood(x, 1)), RightAnswer)
    assert isinstance(condition_of(run, SignChanged(ParameterLocation(0, 0, 0))), ParameterSign)
    # The second layer is of ReLU.
    assert isinstance(condition_of(run, NeuronDied(1, 0)), DeadNeuron)
    assert condition_of(run, LargestChange()) is None


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
