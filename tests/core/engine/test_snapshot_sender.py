"""When snapshots are sent: one after the other, and seldom where one takes long."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine import commands as c
from core.engine.snapshot import Example, Snapshot
from tests.core.engine.driver import Driver


@pytest.fixture
def driver() -> Driver:
    return Driver()


def test_only_one_snapshot_is_under_way(driver: Driver) -> None:
    driver.acknowledge = False
    driver.send(c.Train())
    driver.until(lambda: driver.trainer.step_count > 300)
    assert len(driver.all(Snapshot)) == 2
    # Another example need not wait for the one that is under way, but it is the only one.
    driver.send(c.ShowTestSample("next"), c.ShowTestSample("next"))
    driver.until(lambda: driver.trainer.step_count > 600)
    assert len(driver.all(Snapshot)) == 3
    driver.send(c.Pause())
    driver.rest()
    driver.send(c.AcknowledgeSnapshot())
    assert len(driver.all(Snapshot)) == 3
    driver.send(c.AcknowledgeSnapshot())
    assert driver.snapshot.update == driver.trainer.step_count and len(driver.all(Snapshot)) == 4


def test_a_slow_snapshot_leaves_training_and_window_seventy_times_as_long(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, sent = driver.engine.snapshot, []

    def slow(example: Example | None = None) -> Snapshot:
        driver.clock.now += 0.002
        sent.append(driver.clock.now)
        return whole(example)

    monkeypatch.setattr(driver.engine, "snapshot", slow)
    driver.send(c.Train())
    driver.until(lambda: len(sent) == 5)
    # 70 times 2 ms, and a slice until it is looked at again.
    gaps = np.diff(sent[2:])
    assert np.all((gaps >= 0.14) & (gaps < 0.19))
