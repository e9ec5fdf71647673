"""Updates that are made again with other settings, held against runs that had these from the beginning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.engine import commands as c
from core.engine.history import kept_state_of
from core.engine.made_again import fails_with, lead_to, make_updates
from core.engine.run import Run
from core.steps import result_of
from core.training.config import TrainingConfig
from core.training.trainer import DivergenceError
from tests.core.engine.driver import CONFIG, Driver, headless

# With L2 each update makes w - 3 w = -2 w of a weight: 2¹²⁸ is the largest number.
DOUBLING = replace(CONFIG, optimizer="sgd", learning_rate=0.3, l2=10.0)


def without(config: TrainingConfig) -> TrainingConfig:
    return replace(config, l2=0.0)


def with_it(config: TrainingConfig) -> TrainingConfig:
    return replace(config, l2=10.0)


def end_of(config: TrainingConfig) -> int:
    trainer = headless(0, config=config)
    with pytest.raises(DivergenceError) as caught:
        for _ in range(400):
            trainer.step()
    return caught.value.update


def test_with_the_settings_that_it_had_it_fails_at_the_update_that_failed_and_at_none_before() -> None:
    end, run = end_of(DOUBLING), Driver(config=DOUBLING).engine.current
    assert end > 20
    assert result_of(fails_with(run, (), lambda config: config, end))
    assert not result_of(fails_with(run, (), lambda config: config, end - 1))
    assert not result_of(fails_with(run, (), without, 2 * end))
    assert run.trainer.step_count == 0 and run.trainer.config == replace(DOUBLING, schedule_start=0)


def test_settings_are_others_from_a_state_or_from_an_entry_on() -> None:
    driver = Driver(config=without(DOUBLING))
    driver.train(4)
    kept = kept_state_of(driver.engine.current)
    driver.train(2)
    driver.send(c.Reconfigure(replace(driver.trainer.config, l1=1e-9)))
    driver.rest()
    run = driver.engine.current
    end = end_of(DOUBLING)
    # From each place on so many updates are made with L2 before the first that fails, more or less by what was learned.
    for begun, start, first in ((None, None, 0), (kept, None, 4), (None, 0, 6), (kept, 0, 6)):
        assert not result_of(fails_with(run, run.journal, with_it, first + end // 2, begun, start))
        assert result_of(fails_with(run, run.journal, with_it, first + end + 8, begun, start))
    assert not result_of(fails_with(run, run.journal, without, 3 * end))
    # Nothing else sets them then.
    assert result_of(fails_with(run, (), with_it, 4 + end + 8, kept))


def test_the_way_to_a_change_has_the_same_bits() -> None:
    driver = Driver()
    driver.train(3)
    driver.send(c.Reconfigure(replace(CONFIG, learning_rate=0.02)))
    driver.train(4)
    run = driver.engine.current
    again = Run(run.number, run.origin, run.trainer.dataset)
    for entry in run.journal:
        result_of(lead_to(again, entry))
    assert again.trainer.step_count == 3
    result_of(make_updates(again, 7))
    assert again.trainer.checkpoint().checksum == run.trainer.checkpoint().checksum
