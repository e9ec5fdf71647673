"""Updates that are made again with other settings, held against runs that had these from the beginning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from core.engine import commands as c
from core.engine.history import kept_state_of
from core.engine.made_again import LeftOut, MadeAgain, is_edit
from core.steps import result_of
from core.training.config import TrainingConfig
from core.training.trainer import DivergenceError
from tests.core.engine.driver import CONFIG, Driver, headless

# With L2 each update makes w - 3 w = -2 w of a weight: 2¹²⁸ is the largest number.
DOUBLING = replace(CONFIG, optimizer="sgd", learning_rate=0.3, l2=10.0)


WITHOUT = LeftOut({"l2": 0.0})
PLACE = c.ParameterLocation(0, 0, 0)


def end_of(config: TrainingConfig) -> int:
    trainer = headless(0, config=config)
    with pytest.raises(DivergenceError) as caught:
        for _ in range(400):
            trainer.step()
    return caught.value.update


def test_with_nothing_left_out_it_fails_at_the_update_that_failed_and_at_none_before() -> None:
    end, run = end_of(DOUBLING), Driver(config=DOUBLING).engine.current
    again = MadeAgain(run, (), None)
    assert end > 20
    failed = result_of(again.failure(end + 5))
    assert failed is not None and failed[0] == end
    assert result_of(again.failure(end - 1)) is None
    assert result_of(again.failure(2 * end, WITHOUT)) is None
    assert run.trainer.step_count == 0 and run.trainer.config == replace(DOUBLING, schedule_start=0)


@pytest.mark.parametrize("is_kept", [False, True])
def test_settings_are_held_from_where_it_begins_over_each_change_of_them(is_kept: bool) -> None:
    driver = Driver(config=replace(DOUBLING, l2=0.0))
    driver.send(c.Reconfigure(replace(driver.trainer.config, l1=1e-8)))
    driver.train(4)
    kept = kept_state_of(driver.engine.current)
    driver.train(2)
    driver.send(c.Reconfigure(replace(driver.trainer.config, l1=1e-9)))
    driver.rest()
    run = driver.engine.current
    again, first = MadeAgain(run, run.journal, kept if is_kept else None), 4 * is_kept
    assert len(again.entries) == 1 + (not is_kept)
    end, seen = end_of(DOUBLING), list[Mapping[str, float]]()
    with_it = LeftOut({"l2": 10.0})
    # So many updates are made with L2 before the first that fails, more or less by what was learned.
    assert result_of(again.failure(first + end // 2, with_it, seen)) is None
    assert [of_update["l2"] for of_update in seen] == [10.0] * (end // 2)
    assert result_of(again.failure(first + end + 8, with_it)) is not None
    assert result_of(again.failure(3 * end)) is None


def test_what_was_in_force_is_told_of_each_update_also_of_one_whose_gradient_was_complete() -> None:
    driver = Driver(config=replace(CONFIG, optimizer="sgd", learning_rate=0.5, l2=0.25, weight_decay=7.0))
    driver.train(2)
    driver.send(c.ComputeGradient())
    driver.rest()
    # Of the update that waits the gradient has its penalty already, and not yet its rate.
    config = replace(driver.trainer.config, learning_rate=0.125, l2=0.0, l1=0.5)
    driver.send(c.Reconfigure(config), c.ApplyUpdate())
    driver.rest()
    driver.send(c.Reconfigure(replace(config, optimizer="adamw")))
    driver.rest()
    run = driver.engine.current
    seen: list[Mapping[str, float]] = []
    assert result_of(MadeAgain(run, run.journal, None).failure(5, None, seen)) is None
    names = ("learning_rate", "l2", "l1", "weight_decay")
    assert [tuple(of_update[name] for name in names) for of_update in seen] == [
        (0.5, 0.25, 0.0, 0.0),
        (0.5, 0.25, 0.0, 0.0),
        (0.125, 0.25, 0.0, 0.0),
        (0.125, 0.0, 0.5, 7.0),
        (0.125, 0.0, 0.5, 7.0),
    ]


@pytest.mark.parametrize(("edits_from", "made"), [(None, 2), (3, 1), (2, 0), (0, 0)])
def test_what_was_set_by_hand_from_an_update_on_is_left_out(edits_from: int | None, made: int) -> None:
    driver = Driver()
    driver.train(2)
    driver.send(c.EditParameter(0, 0, PLACE, 1.5, 0), c.SwitchEdit(0, 0, False), c.SwitchEdit(0, 0, True))
    driver.train(1)
    driver.send(c.EditParameter(0, 1, c.ParameterLocation(0, 1, 0), 2.5, 0))
    driver.rest()
    run = driver.engine.current
    left_out = LeftOut(edits_from=edits_from)
    kept = [entry for entry in run.journal if is_edit(entry) and not left_out.leaves_out(entry)]
    assert len(kept) == {2: 4, 1: 3, 0: 0}[made]
