"""What is on screen of the runs comes back with the session: A, B, their updates, and what trains together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.engine.commands import LookAt
from gui.app import commands as c
from gui.presenters.side_presenter import Place
from tests.gui.presenters.side_desk import UPDATES, Desk, new_desk

# Where nothing hangs on how many there are.
pytestmark = pytest.mark.usefixtures("fewer_digits")


@pytest.fixture
def reopened(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Desk], Desk]]:
    """Save what stands on a desk, and open it on another one."""
    desks = []

    def reopen(desk: Desk) -> Desk:
        path = tmp_path / "a.backlight"
        desk.issue(c.SaveFile(str(path)))
        desk.until(path.exists)
        desk.window.composition.sessions.files.leave_work()
        desk.window.close()
        again = new_desk(qtbot)
        desks.append(again)
        again.issue(c.OpenFile(str(path)))
        return again

    yield reopen
    for desk in desks:
        desk.window.composition.sessions.files.leave_work()
        desk.window.close()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = new_desk(qtbot)
    desk.train(UPDATES)
    return desk


def test_two_networks_at_earlier_updates_come_back(desk: Desk, reopened: Callable[[Desk], Desk]) -> None:
    desk.branch(0.01)
    desk.issue(LookAt(100))
    desk.issue(c.ShowAs("B", 0, 20))
    desk.wait_for(0, 20)
    desk.until(lambda: desk.a.update == 100)
    a, b = desk.a.parameters, desk.b
    assert b is not None
    again = reopened(desk)
    again.until(lambda: again.side.is_shown)
    again.until(lambda: again.b is not None and again.b.update == 20 and again.a.update == 100)
    assert again.b is not None and again.window.actions_["action_side"].isChecked()
    assert (again.a.run, again.b.run) == (again.side.leader, again.side.other.run)  # type: ignore[union-attr]
    assert again.a.run != again.b.run and again.side.other == Place(again.b.run, 20)
    np.testing.assert_array_equal(again.a.parameters, a)
    np.testing.assert_array_equal(again.b.parameters, b.parameters)


def test_what_trains_together_does_so_again(desk: Desk, reopened: Callable[[Desk], Desk]) -> None:
    desk.branch_aside()
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.store.state.trains_both)
    again = reopened(desk)
    again.until(lambda: again.session.store.state.trains_both)
    assert again.side.other is not None and again.side.other.update is None
    again.train(10)
    again.until(lambda: again.b is not None and again.b.update == again.a.update == UPDATES + 10)


def test_one_network_at_the_present_comes_back_as_such(desk: Desk, reopened: Callable[[Desk], Desk]) -> None:
    again = reopened(desk)
    again.until(lambda: again.a.update == UPDATES)
    assert not again.side.is_shown and again.session.time.moment is None


def test_whoever_trains_at_once_goes_on_from_the_newest_update(
    desk: Desk, reopened: Callable[[Desk], Desk]
) -> None:
    desk.issue(LookAt(30))
    desk.until(lambda: desk.a.update == 30)
    again = reopened(desk)
    files = again.session.sessions.files
    files.opened.connect(lambda _: again.session.sessions.keeper.stay_at_present())
    again.until(lambda: again.a.update == UPDATES)
    assert again.session.time.moment is None
