"""Questions beside the training: neither holds the other up, a search is cancelled, and progress is reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import history as history_module
from core.engine import messages as m
from core.engine import question_task
from core.engine.question_search import Search
from core.engine.questions import (
    LargestChange,
    NeuronDied,
    Question,
    QuestionAnswered,
    QuestionProgress,
    QuestionRefused,
    RightForGood,
    SignChanged,
)
from tests.core.engine.driver import CONFIG, Driver, headless

WEIGHT = SignChanged(ParameterLocation(0, 1, 2))


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setattr(history_module, "LARGEST_FIRST_SPACING", 16)
    driver = Driver()
    driver.train(400)
    driver.rest()
    yield driver
    assert not driver.all(m.EngineFailed)


def test_a_long_search_takes_turns_with_the_training(driver: Driver) -> None:
    driver.send(c.Train(), c.AskQuestion(7, WEIGHT, "every"))
    driver.until(lambda: bool(driver.all(QuestionAnswered)))
    made = driver.trainer.step_count
    # Half of the slices are the training's, which makes updates as fast as the search does.
    assert 400 + 100 < made < 400 + 2_000
    answer = driver.last(QuestionAnswered)
    assert (answer.ask, answer.update, answer.updates, answer.effort) == (7, 400, 400, "every")
    driver.send(c.Pause())
    assert np.array_equal(
        driver.trainer.network.parameters, headless(driver.trainer.step_count).network.parameters
    )


def test_a_long_search_says_how_long_it_takes_before_and_while_it_runs(driver: Driver) -> None:
    driver.send(c.AskQuestion(1, WEIGHT))
    driver.rest()
    (estimate,) = driver.all(QuestionAnswered)
    begun_s = driver.clock.now
    driver.send(c.AskQuestion(2, WEIGHT, "every"))
    driver.rest()
    took_s = driver.clock.now - begun_s
    assert estimate.seconds_every is not None
    assert took_s / 3 < estimate.seconds_every < took_s * 3
    progress = driver.all(QuestionProgress)
    assert progress and all(p.ask == 2 and 0 <= p.done < p.total == 400 for p in progress)
    assert [p.done for p in progress] == sorted(p.done for p in progress)


def test_the_time_that_is_left_is_what_was_measured_and_nothing_before_that(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_task, "PROGRESS_EVERY_S", 0.0)
    monkeypatch.setattr(question_task, "MEASURED_S", 0.05)
    # What comes before the first update takes very long: it is no measure of the updates.
    states = Search._states

    def slow_states(search: Search) -> Any:
        driver.clock.now += 1_000.0
        return (yield from states(search))

    monkeypatch.setattr(Search, "_states", slow_states)
    at: list[tuple[float, QuestionProgress]] = []
    send = driver.engine.send

    def note(message: object) -> None:
        if isinstance(message, QuestionProgress):
            at.append((driver.clock.now, message))
        send(message)

    monkeypatch.setattr(driver.engine, "send", note)
    driver.send(c.AskQuestion(2, WEIGHT, "every"))
    driver.rest()
    end_s = driver.clock.now
    known = [(now, p) for now, p in at if p.seconds_left is not None]
    assert at[0][1].seconds_left is None and len(known) > 10
    for now, progress in known:
        # Each update takes as long as any other here.
        assert progress.seconds_left == pytest.approx(end_s - now, rel=0.5, abs=0.05)


def test_a_search_that_nobody_waits_for_any_more_ends_without_an_answer(driver: Driver) -> None:
    driver.send(c.AskQuestion(1, WEIGHT, "every"), c.AskQuestion(2, WEIGHT, "every"))
    driver.work(3)
    driver.send(c.DropQuestion(1))
    driver.rest()
    assert [answer.ask for answer in driver.all(QuestionAnswered)] == [2]


def test_what_kept_states_answer_does_not_wait_for_a_long_search(driver: Driver) -> None:
    driver.send(c.AskQuestion(1, WEIGHT, "every"))
    driver.work(2)
    driver.send(c.AskQuestion(2, LargestChange()))
    driver.work(1)
    assert [answer.ask for answer in driver.all(QuestionAnswered)] == [2]


def test_another_run_on_screen_drops_what_was_asked_of_the_one_before(driver: Driver) -> None:
    driver.send(c.AskQuestion(1, WEIGHT, "every"))
    driver.work(1)
    driver.send(c.BeginRun(1, driver.engine.current.origin.architecture, CONFIG))
    driver.rest()
    assert not driver.all(QuestionAnswered)


def test_the_question_is_of_the_run_and_not_of_the_past_that_is_looked_at(driver: Driver) -> None:
    driver.send(c.LookAt(30), c.AskQuestion(1, WEIGHT, "every"))
    driver.rest()
    assert driver.last(QuestionAnswered).update == 400
    assert driver.engine.time.is_looking_back


def test_a_branch_has_the_largest_change_of_its_own_past(driver: Driver) -> None:
    # With a rate that was raised late, the parent's largest change came after the branch.
    early = driver.trainer.checkpoint().largest_change
    driver.send(c.Reconfigure(replace(driver.trainer.config, learning_rate=0.5)))
    driver.train(50)
    assert driver.trainer.checkpoint().largest_change[0] > 400
    driver.send(c.BranchRun(1, 390), c.AskQuestion(1, LargestChange()))
    driver.rest()
    answer = driver.last(QuestionAnswered)
    assert (answer.run, answer.spans[0, 1]) == (1, early[0])
    assert answer.value == pytest.approx(early[1], rel=1e-12)


@pytest.mark.parametrize(
    "question",
    [
        RightForGood(np.zeros(5, np.float32), 0),
        RightForGood(np.zeros(6, np.float32), 3),
        # tanh never stops.
        NeuronDied(0, 0),
        NeuronDied(1, 4),
        NeuronDied(2, 0),
        NeuronDied(1, 0, permutations=1),
        SignChanged(ParameterLocation(0, 0, 6)),
        SignChanged(ParameterLocation(0, 0, 0), permutations=2),
    ],
)
def test_what_there_is_not_can_not_be_asked_about(driver: Driver, question: Question) -> None:
    driver.send(c.AskQuestion(4, question))
    driver.rest()
    assert driver.last(QuestionRefused).ask == 4 and not driver.all(QuestionAnswered)


def test_an_effort_has_one_of_three_names(driver: Driver) -> None:
    driver.send(c.AskQuestion(4, LargestChange(), "all"))
    assert "'all'" in driver.last(QuestionRefused).reason
