"""A branch goes off the network whose picture was clicked last, and is named by it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.engine.commands import LookAt
from gui.app import commands as c
from gui.presenters.side_presenter import Place
from tests.gui.presenters.side_desk import UPDATES, Desk, new_desk


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """Run 0 after 60 updates, and run 1, a branch of it with another rate, after 120; that is A, and B is run 0."""
    desk = new_desk(qtbot)
    desk.train(UPDATES)
    desk.branch(0.01)
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.window.activateWindow()
    yield desk
    desk.window.close()


def click(desk: Desk, picture: QWidget) -> None:
    """As the mouse does, in a corner where nothing is."""
    desk.qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.rect().bottomLeft())
    desk.until(picture.hasFocus)


def action(desk: Desk) -> tuple[str, bool]:
    branch = desk.window.actions_["action_branch"]
    return branch.text(), branch.isEnabled()


def test_the_action_names_the_picture_that_was_clicked_and_can_be_had_where_that_looks_back(
    desk: Desk,
) -> None:
    click(desk, desk.area.network)
    assert action(desk) == ("Branch A here", False)
    desk.issue(c.ShowAs("B", 0, 20))
    desk.wait_for(0, 20)
    assert action(desk) == ("Branch A here", False)
    click(desk, desk.area.other)
    assert action(desk) == ("Branch B here", True)
    desk.issue(LookAt(30))
    click(desk, desk.area.network)
    assert action(desk) == ("Branch A here", True)
    desk.issue(c.ToggleSide())
    assert action(desk) == ("Branch here", True)


@pytest.mark.parametrize(("run", "update"), [(0, 20), (1, 70)], ids=["another run", "the same run"])
def test_a_branch_of_b_begins_where_b_looks_back_and_a_is_kept_as_b(
    desk: Desk, run: int, update: int
) -> None:
    desk.issue(c.ShowAs("B", run, update))
    desk.wait_for(run, update)
    wanted = desk.b
    assert wanted is not None
    click(desk, desk.area.other)
    desk.window.actions_["action_branch"].trigger()
    desk.until(lambda: desk.a.run == 2)
    desk.until(lambda: desk.a.update == update)
    np.testing.assert_array_equal(desk.a.parameters, wanted.parameters)
    info = desk.session.runs.info
    assert info is not None and (info.parent, info.branch_update) == (run, update)
    assert desk.side.other == Place(1)


def test_the_buttons_of_a_branch_off_a_whatever_was_clicked(desk: Desk) -> None:
    desk.issue(LookAt(90))
    desk.until(lambda: desk.a.update == 90)
    desk.issue(c.ShowAs("B", 0, 20))
    desk.wait_for(0, 20)
    click(desk, desk.area.other)
    button = desk.window.network_area.past_bar.findChild(QPushButton, "branch_button")
    assert isinstance(button, QPushButton) and button.text() == "Branch A here"
    button.click()
    desk.until(lambda: desk.a.run == 2)
    info = desk.session.runs.info
    assert info is not None and (info.parent, info.branch_update) == (1, 90)
    assert desk.side.other == Place(0, 20)


def test_where_both_look_back_at_the_same_a_branch_begins_too(desk: Desk) -> None:
    desk.issue(LookAt(90))
    desk.until(lambda: desk.a.update == 90)
    desk.issue(c.ShowAs("B", 1, 90))
    desk.wait_for(1, 90)
    desk.issue(c.BranchHere("B"))
    desk.until(lambda: desk.a.run == 2)
    info = desk.session.runs.info
    assert info is not None and (info.parent, info.branch_update) == (1, 90)


def test_a_b_that_is_at_its_newest_update_has_nothing_to_branch_from(desk: Desk) -> None:
    click(desk, desk.area.other)
    assert action(desk) == ("Branch B here", False)
    desk.issue(c.BranchHere())
    assert desk.side.leader == 1 and desk.session.runs.kept.next_number == 2
