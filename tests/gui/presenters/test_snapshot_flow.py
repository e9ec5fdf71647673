"""The next snapshot comes when the last one is acknowledged: at once where each is wanted, else in time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from core.engine.commands import AcknowledgeSnapshot, NextTrainingSample, WatchUpdates
from core.engine.snapshot import Snapshot
from gui.presenters.snapshot_flow import FEW_UPDATES, SNAPSHOT_EVERY_S, SnapshotFlow


class Engine:
    def __init__(self) -> None:
        self.sent: list[Any] = []

    def send(self, command: Any) -> None:
        self.sent.append(command)


@pytest.fixture
def engine() -> Engine:
    return Engine()


def flow_of(engine: Any) -> SnapshotFlow:
    return SnapshotFlow(engine)


def test_each_that_has_come_is_acknowledged_once(engine: Engine) -> None:
    flow = flow_of(engine)
    flow.count()
    flow.count()
    flow.acknowledge(1.0)
    flow.acknowledge(2.0)
    assert engine.sent == [AcknowledgeSnapshot(), AcknowledgeSnapshot()]


@pytest.mark.parametrize(
    ("losses", "all_wanted", "at_once"),
    [(FEW_UPDATES + 1, False, False), (FEW_UPDATES + 1, True, True), (FEW_UPDATES, False, True)],
)
def test_one_that_stands_for_many_updates_waits_for_its_picture(
    engine: Engine, snapshot_of: Callable[..., Snapshot], losses: int, all_wanted: bool, at_once: bool
) -> None:
    flow = flow_of(engine)
    flow.count()
    flow.acknowledge(10.0)
    engine.sent.clear()
    latest = snapshot_of(update=losses, losses=(0.5,) * losses)
    flow.count()
    flow.acknowledge_when_due(10.0 + SNAPSHOT_EVERY_S / 2, latest, all_wanted)
    assert bool(engine.sent) is at_once
    flow.acknowledge_when_due(10.0 + 2 * SNAPSHOT_EVERY_S, latest, all_wanted)
    assert engine.sent == [AcknowledgeSnapshot()]


def test_changes_are_asked_for_once_and_no_more_when_nobody_wants_them(engine: Engine) -> None:
    flow = flow_of(engine)
    flow.subscribe("picture", True)
    flow.subscribe("details", True)
    flow.subscribe("picture", False)
    assert engine.sent == [WatchUpdates(True)]
    flow.subscribe("details", False)
    flow.subscribe("details", False)
    assert engine.sent == [WatchUpdates(True), WatchUpdates(False)]


def test_each_snapshot_is_wanted_of_a_drawing_and_until_an_example_that_was_asked_for_is_here(
    engine: Engine, snapshot_of: Callable[..., Snapshot]
) -> None:
    flow, shown = flow_of(engine), snapshot_of()
    assert not flow.must_follow(None) and not flow.must_follow(shown)
    assert flow.must_follow(snapshot_of(origin="drawing", index=None))
    flow.request_sample(shown)
    assert flow.must_follow(shown) and engine.sent == [NextTrainingSample()]
    flow.is_sample_requested = False
    assert not flow.must_follow(shown)
