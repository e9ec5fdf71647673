"""What a timeline shows of the changes of a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.journal_marks import JournalMark, config_at, setting_marks, with_mark
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver

RATE = JournalMark(7, "setting", "learning_rate", 0.1, 0.2)


@pytest.mark.parametrize(
    ("mark", "after"),
    [
        (
            replace(RATE, update=8, before=0.2, after=0.1),
            (RATE, JournalMark(8, "setting", "learning_rate", 0.2, 0.1)),
        ),
        (replace(RATE, before=0.2, after=0.3), (replace(RATE, after=0.3),)),
        (replace(RATE, before=0.2, after=0.1), ()),
        (replace(RATE, what="l2"), (RATE, replace(RATE, what="l2"))),
    ],
    ids=["later", "again", "back", "another"],
)
def test_changes_of_the_same_thing_after_the_same_update_are_one(
    mark: JournalMark, after: tuple[JournalMark, ...]
) -> None:
    assert with_mark((RATE,), mark) == after


def test_each_setting_that_is_another_has_a_mark_and_the_seed_of_the_order_has_none() -> None:
    old = TrainingConfig()
    new = replace(old, batch_size=None, optimizer="sgd", seed=9, schedule_start=4)
    assert setting_marks(3, old, new) == (
        JournalMark(3, "setting", "optimizer", "adam", "sgd"),
        JournalMark(3, "setting", "batch_size", 32, None),
        JournalMark(3, "setting", "schedule_start", 0, 4),
    )


def test_a_run_tells_its_marks_as_they_come_and_all_of_them_when_it_is_entered() -> None:
    driver = Driver()
    driver.train(4)
    place = ParameterLocation(1, 2, 3)
    before = float(driver.trainer.network.layers[1].W[3, 2])
    driver.send(c.EditParameter(0, 1, place, 0.5, 0))
    driver.send(c.EditParameter(0, 1, place, 0.75, 0))
    driver.train(1)
    trained = float(driver.trainer.network.layers[1].W[3, 2])
    driver.send(c.SwitchEdit(0, 1, False), c.Reconfigure(replace(CONFIG, learning_rate=0.5)))
    driver.train(1)
    driver.send(c.SortNeurons(0, 2))
    driver.rest()
    expected = (
        JournalMark(4, "edit", "w", before, 0.75, place),
        JournalMark(5, "edit", "w", trained, before, place),
        JournalMark(5, "setting", "learning_rate", CONFIG.learning_rate, 0.5),
        JournalMark(6, "sorting", "neurons", 0, 1),
    )
    # They come before the settings that do not repeat them.
    info = driver.last(m.RunInfo)
    assert info.keeps_changes and info.changes == ()
    assert isinstance(driver.heard[driver.heard.index(info) - 1], m.JournalMarked)
    told: tuple[JournalMark, ...] = ()
    for message in driver.all(m.JournalMarked):
        assert message.run == 0
        told = with_mark(told, message.mark)
    assert told == expected
    driver.send(c.BeginRun(1, driver.engine.current.origin.architecture, CONFIG))
    assert driver.last(m.RunInfo).changes == ()
    driver.send(c.ReturnToRun(0))
    assert driver.last(m.RunInfo).changes == expected
    # What was sent once is not sent again.
    assert len(driver.all(m.JournalMarked)) == 5


def test_an_edit_that_is_not_known_has_no_mark() -> None:
    driver = Driver()
    driver.send(c.SwitchEdit(0, 7, False))
    assert not driver.all(m.JournalMarked) and driver.engine.current.marks == ()


FASTER = JournalMark(700, "setting", "learning_rate", 0.001, 0.01)
LARGER = JournalMark(900, "setting", "batch_size", 32, 256)
BY_HAND = JournalMark(800, "edit", "w", 0.1, 0.5, ParameterLocation(0, 1, 2))
SORTED = JournalMark(850, "sorting", "neurons", 0, 1)


@pytest.mark.parametrize(
    ("update", "rate", "batch"),
    [(0, 0.001, 32), (699, 0.001, 32), (700, 0.01, 32), (899, 0.01, 32), (900, 0.01, 256)],
)
def test_the_settings_of_an_update_are_those_before_all_later_changes(
    update: int, rate: float, batch: int
) -> None:
    now = TrainingConfig(learning_rate=0.01, batch_size=256)
    then = config_at(now, (FASTER, BY_HAND, SORTED, LARGER), update)
    assert then == replace(now, learning_rate=rate, batch_size=batch)


def test_a_setting_changed_twice_is_what_it_was_in_between() -> None:
    again = replace(FASTER, update=1_000, before=0.01, after=0.1)
    now = TrainingConfig(learning_rate=0.1)
    rates = [config_at(now, (FASTER, again), update).learning_rate for update in (0, 800, 1_000)]
    assert rates == [0.001, 0.01, 0.1]


def test_looking_back_a_schedule_has_the_start_that_it_had_then() -> None:
    driver = Driver()
    steps = replace(CONFIG, learning_rate=0.8, schedule="step", schedule_period=2, schedule_factor=0.5)
    # 0.8 halved after every 2 updates since update 3; from update 8 on after every 4, counted from there.
    driver.train(3)
    driver.send(c.Reconfigure(steps))
    driver.train(5)
    driver.send(c.Reconfigure(replace(driver.trainer.config, schedule_period=4)))
    driver.train(5)
    driver.rest()
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG), c.ReturnToRun(0))
    driver.rest()
    info = driver.last(m.RunInfo)
    rates = [config_at(info.config, info.changes, update).rate_at(update) for update in range(13)]
    before = CONFIG.learning_rate
    assert rates == [before] * 3 + [0.8, 0.8, 0.4, 0.4, 0.2] + [0.8, 0.8, 0.8, 0.8, 0.4]
