"""What a step walkthrough asks for, and when: the gradient once, the update just before its change is shown."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.engine.commands import ApplyUpdate, ComputeGradient
from core.engine.messages import GradientComputed, UpdateApplied
from gui.presenters.walkthrough_player import WalkthroughPlayer


class Quiet:
    """A view and an engine that write down what they are asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def send(self, command: Any) -> None:
        self.asked.append(command)

    def __getattr__(self, name: str) -> Any:
        return lambda *values: self.asked.append(name)


@pytest.fixture
def quiet() -> Quiet:
    return Quiet()


@pytest.fixture
def player(quiet: Any) -> WalkthroughPlayer:
    return WalkthroughPlayer(quiet, quiet)


@pytest.fixture
def opened(snapshot_of: Any) -> GradientComputed:
    snapshot = snapshot_of(update=4)
    return GradientComputed(snapshot, 32, 0.5, np.zeros_like(snapshot.parameters))


def test_a_gradient_is_asked_for_once_until_it_is_there(player: WalkthroughPlayer, quiet: Quiet) -> None:
    player.request()
    player.request()
    assert quiet.asked == [ComputeGradient()]
    player.forget_request()
    player.request()
    assert quiet.asked == [ComputeGradient()] * 2


def test_the_update_is_asked_for_when_its_change_is_due_and_time_waits_for_it(
    player: WalkthroughPlayer, quiet: Quiet, opened: GradientComputed, snapshot_of: Any
) -> None:
    timeline = player.open(opened)
    change_at_s = timeline.change_at_s
    assert change_at_s is not None
    assert player.keep_true(timeline, 0.1) == 0.1
    assert ApplyUpdate() not in quiet.asked
    for _ in range(2):
        assert player.keep_true(timeline, change_at_s + 1) < change_at_s
    assert quiet.asked.count(ApplyUpdate()) == 1
    after = snapshot_of(update=5)
    player.applied = UpdateApplied(after, np.zeros_like(after.parameters), 0.4)
    assert player.keep_true(timeline, change_at_s + 1) == change_at_s + 1


def test_whoever_closes_it_gets_what_was_applied(
    player: WalkthroughPlayer, opened: GradientComputed, snapshot_of: Any
) -> None:
    player.open(opened)
    player.is_wanted = True
    assert player.close() is None
    assert player.walkthrough is None and not player.is_wanted
    player.open(opened)
    after = snapshot_of(update=5)
    player.applied = UpdateApplied(after, np.zeros_like(after.parameters), 0.4)
    applied = player.close()
    assert applied is not None and applied.snapshot is after


def test_an_update_that_is_made_without_it_overtakes_it(
    player: WalkthroughPlayer, opened: GradientComputed, snapshot_of: Any
) -> None:
    timeline = player.open(opened)
    assert not player.is_overtaken_by(snapshot_of(update=4))
    assert player.is_overtaken_by(snapshot_of(update=5))
    # Once it is asked for, the next update is its own, whichever message comes first.
    player.keep_true(timeline, timeline.duration_s)
    assert not player.is_overtaken_by(snapshot_of(update=5))
    assert player.is_overtaken_by(snapshot_of(update=6))
    after = snapshot_of(update=5)
    player.applied = UpdateApplied(after, np.zeros_like(after.parameters), 0.4)
    assert not player.is_overtaken_by(snapshot_of(update=6))
