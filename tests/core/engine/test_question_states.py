"""Where a question is looked up: what is kept, and the states around what was set by hand, as they were then."""

from __future__ import annotations

import numpy as np
import pytest

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import question_states
from core.engine.question_states import EditStates, State, edited_updates, kept_states
from core.engine.questions import QuestionAnswered, SignChanged
from core.engine.run import replayed
from core.steps import result_of
from tests.core.engine.driver import Driver
from tests.core.small_data import small_data

PLACE = ParameterLocation(0, 1, 2)
DATA = small_data()


def edited_run() -> Driver:
    """A weight has its sign turned after update 20 and back after 30; another is set at 0, at 30 and at the end, 40."""
    driver = Driver()
    other = ParameterLocation(0, 0)
    driver.send(c.EditParameter(0, 1, other, 0.5, 0))
    driver.train(20)
    w = float(driver.trainer.network.layers[0].W[2, 1])
    driver.send(c.EditParameter(0, 2, PLACE, -w, 0))
    driver.train(10)
    w = float(driver.trainer.network.layers[0].W[2, 1])
    driver.send(c.EditParameter(0, 3, PLACE, -w, 0), c.EditParameter(0, 4, other, 0.25, 0))
    driver.train(10)
    driver.send(c.EditParameter(0, 5, other, 0.125, 0))
    return driver


def around(driver: Driver, first: int = 0) -> tuple[EditStates, list[State], list[int]]:
    """What is made again, its states, and how often it was counted."""
    history, run = driver.engine.time.history, driver.engine.current
    known, counted = result_of(kept_states(history, run, 40)), [0]
    assert [update for update, *_ in known] == [0]
    edits = EditStates(history, run, known, first, 40)

    def count() -> None:
        counted[0] += 1

    return edits, result_of(edits.pieces(count)), counted


def test_the_states_before_and_after_each_edit_are_those_that_were_there() -> None:
    driver = edited_run()
    edits, states, counted = around(driver)
    # Before the last edit, which is after update 40, the run stood after 39; after it, it stands now.
    assert [update for update, *_ in states] == [19, 20, 29, 30, 39]
    # All are made again on one way from the beginning, up to update 39.
    assert edits.total == counted[0] == 39
    for update, parameters, permutations in states:
        again = replayed(driver.engine.current, update, DATA).trainer.network.parameters
        assert np.array_equal(parameters, again) and permutations == 0
    signs = [float(np.sign(p[PLACE.index(driver.trainer.network.topology)])) for _, p, _ in states]
    assert signs == [signs[0], -signs[0], -signs[0], signs[0], signs[0]]
    _, states, _ = around(driver, first=29)
    assert [update for update, *_ in states] == [30, 39]


def test_of_too_many_the_last_ones_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = edited_run()
    monkeypatch.setattr(question_states, "EDIT_BYTES", 0)
    monkeypatch.setattr(question_states, "LEAST_EDITS", 2)
    _, states, _ = around(driver)
    assert [update for update, *_ in states] == [30, 39]


def test_a_weight_that_was_set_and_set_back_by_hand_is_known_to_have_changed_its_sign() -> None:
    driver = edited_run()
    answers = {}
    for effort in ("kept", "edits", "between", "every"):
        driver.send(c.AskQuestion(1, SignChanged(PLACE), effort))
        driver.rest()
        answers[effort] = driver.last(QuestionAnswered)
    # The beginning and now alone say nothing of it, but that something was set by hand.
    assert (answers["kept"].outcome, answers["kept"].states, answers["kept"].edits) == ("never", 1, 39)
    for effort in ("edits", "between", "every"):
        assert answers[effort].outcome == "changes" and answers[effort].edits == 0
        assert answers[effort].spans.tolist() == [[19, 20], [29, 30]]
    assert answers["edits"].states == 6


def test_an_answer_says_whether_parameters_were_set_by_hand_up_to_its_update() -> None:
    driver = Driver()
    driver.train(20)

    def is_edited() -> bool:
        driver.send(c.AskQuestion(1, SignChanged(PLACE), "every"))
        driver.rest()
        return driver.last(QuestionAnswered).is_edited

    assert not is_edited()
    # What is no edit of a parameter does not count, nor what was set after the update.
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    assert driver.engine.current.permutations == 1 and not is_edited()
    driver.send(c.EditParameter(0, 2, PLACE, 0.5, 1))
    assert edited_updates(driver.engine.current, 20) == {20}
    assert edited_updates(driver.engine.current, 19) == set()
    assert is_edited()
    driver.send(c.SwitchEdit(0, 2, False))
    driver.train(1)
    assert is_edited()
