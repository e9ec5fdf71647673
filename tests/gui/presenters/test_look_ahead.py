"""What is asked for right after another run is of that run; and what is asked for last has the last word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.engine.commands import LookAt, ReturnToLive
from core.engine.influence_messages import InfluenceMeasured
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from tests.gui.local_engine import local_engine
from tests.gui.presenters.side_desk import UPDATES, WAIT_MS, Desk


@pytest.fixture
def desk(fewer_digits: None, qtbot: QtBot) -> Iterator[Desk]:
    """Run 0 and, on screen, run 1, which branches from its end and went on from there."""
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    desk = Desk(window, qtbot)
    desk.train(UPDATES)
    desk.branch(0.01)
    yield desk
    window.close()


def stands(desk: Desk, run: int, update: int, is_past: bool) -> Callable[[], bool]:
    """Whether this is on screen, in the engine and in all words, and nothing more is to come."""
    session = desk.session

    def is_so() -> bool:
        state, shown = session.store.state, desk.engine.shown
        is_there = (desk.a.run, desk.a.update) == (run, update) and session.engine.has_answered
        moment = update if is_past else None
        is_named = state.run is not None and (state.run.run, state.moment) == (run, moment)
        is_engines = desk.engine.time.is_looking_back == is_past
        return is_there and is_named and is_engines and shown.trainer.step_count == update

    return is_so


@pytest.mark.parametrize(
    ("wishes", "run", "update"),
    [
        ((c.ShowRun(0), LookAt(0)), 0, 0),
        ((c.ShowRun(0), LookAt(40), LookAt(20)), 0, 20),
        ((c.ShowRun(0), LookAt(20), c.StepBack()), 0, 19),
        ((c.ShowRun(0), c.StepBack()), 0, UPDATES - 1),
        ((c.ShowRun(0), LookAt(20), ReturnToLive()), 0, UPDATES),
        ((c.ShowRun(0), LookAt(10 * UPDATES)), 0, UPDATES),
        ((c.ShowRun(0), LookAt(20), c.ShowRun(1)), 1, 2 * UPDATES),
        ((c.ShowRun(0), LookAt(20), c.ShowRun(1), c.ShowRun(0)), 0, UPDATES),
        ((LookAt(70), c.ShowRun(0), LookAt(20), c.ShowRun(1), LookAt(30)), 1, 30),
        ((c.SetConfig("learning_rate", 0.5), LookAt(70)), 1, 70),
        ((c.ShowRun(0), c.SetConfig("learning_rate", 0.5), LookAt(20)), 0, 20),
        ((c.ShowAs("A", 0, 20), LookAt(30)), 0, 30),
        ((c.ShowAs("A", 0, 20), c.ShowAs("A", 1, 70)), 1, 70),
        ((c.ShowAs("A", 0, 20), c.ShowAs("A", 1)), 1, 2 * UPDATES),
    ],
)
def test_of_wishes_in_one_turn_the_last_one_wins(
    desk: Desk, wishes: tuple[object, ...], run: int, update: int
) -> None:
    for wish in wishes:
        desk.issue(wish)
    newest = {0: UPDATES, 1: 2 * UPDATES}[run]
    desk.until(stands(desk, run, update, update < newest))


def test_a_branch_begins_at_the_update_that_is_still_on_its_way(desk: Desk) -> None:
    for wish in (c.ShowRun(0), LookAt(20), c.BranchHere()):
        desk.issue(wish)
    desk.until(stands(desk, 2, 20, False))
    info = desk.session.runs.info
    assert info is not None and (info.parent, info.branch_update) == (0, 20)


def test_who_taught_it_is_measured_of_the_update_that_was_asked_for(desk: Desk) -> None:
    heard: list[InfluenceMeasured] = []
    desk.session.engine.influence_measured.connect(heard.append)
    for wish in (c.ShowAs("A", 0, 30), c.ShowInfluence()):
        desk.issue(wish)
    desk.until(lambda: bool(heard) and desk.a.update == 30 and desk.session.engine.has_answered)
    assert {(measured.run, measured.update) for measured in heard} == {(0, 30)}
