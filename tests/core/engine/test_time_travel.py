"""Looking back: any update again with the same bits, and runs that branch from it."""

from __future__ import annotations

from dataclasses import replace

from core.engine import commands as c
from core.engine import messages as m
from tests.core.engine.driver import CONFIG, Driver, headless, same_parameters


def test_an_earlier_update_is_shown_with_its_bits_and_the_run_stays_as_it_is() -> None:
    driver = Driver()
    driver.train(300)
    end = driver.trainer.checkpoint().checksum
    for update in (0, 1, 127, 128, 129, 299, 300):
        driver.send(c.LookAt(update))
        driver.rest()
        shown = driver.last(m.PastShown)
        assert (shown.run, shown.update, shown.live_update, shown.is_exact) == (0, update, 300, True)
        assert shown.snapshot.update == update
        assert same_parameters(shown.snapshot, headless(update))
    assert driver.trainer.checkpoint().checksum == end
    driver.send(c.ReturnToLive())
    assert driver.last(m.LiveShown).run == 0 and driver.snapshot.update == 300


def test_a_branch_goes_on_with_the_same_bits_and_other_settings() -> None:
    driver = Driver()
    driver.train(200)
    driver.send(c.BranchRun(7, 150))
    driver.rest()
    info = driver.last(m.RunInfo)
    assert (info.run, info.parent, info.branch_update, driver.snapshot.update) == (7, 0, 150, 150)
    driver.train(50)
    assert same_parameters(driver.snapshot, headless(200))
    driver.send(c.BranchRun(8, 170, replace(CONFIG, learning_rate=0.1)))
    driver.rest()
    info = driver.last(m.RunInfo)
    assert (info.run, info.parent, info.branch_update, info.config.learning_rate) == (8, 7, 170, 0.1)
    assert [(mark.update, mark.what, mark.before, mark.after) for mark in info.changes] == [
        (170, "learning_rate", 0.001, 0.1)
    ]
    driver.send(c.ReturnToRun(0))
    assert driver.trainer.step_count == 200
