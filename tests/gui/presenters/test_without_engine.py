"""With no engine left, whatever is pressed and issued: nothing is announced, let go of or put on the undo stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from inspect import isclass
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.engine import unrolling_task
from core.engine.commands import COMMANDS, LookAt, Train
from gui.app import commands as c
from gui.app.action_table import ACTIONS
from gui.app.engine_commands import needs_engine
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.engine.client import MAX_ENDS
from tests.gui import local_engine as local
from tests.gui.local_engine import local_engine

WAIT_MS = 60_000
LOST = "The training’s process has ended: “Retry” starts it again."
# What starts another engine, or ends the app.
NOT_PRESSED = {"action_run", "action_quit", "run_button"}
# Said of the window alone, for which nobody needs an engine.
OF_WINDOW = {"Projector layout: F11 or Esc brings the panels back."}


class Desk:
    """A window, and what is as it was as long as it has no engine."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.issue = self.session.dispatcher.issue

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)

    def rest(self) -> None:
        self.until(lambda: self.session.engine.has_answered)
        self.until(lambda: not self.session.engine._transport.is_due)

    def lose(self) -> None:
        for _ in range(1 + MAX_ENDS):
            self.session.engine._transport.kill()
        assert self.session.store.state.is_lost

    @property
    def state(self) -> tuple[object, ...]:
        """What only an engine changes."""
        session, stack, race = self.session, self.window.undo_stack, self.session.unrolling
        steps = tuple(stack.command(place).text() for place in range(stack.count()))
        runs = session.runs.info, session.store.state.moment, race.runs, repr(race.saved())
        return steps, stack.index(), runs, session.store.state.is_lost

    @property
    def retry(self) -> QPushButton | None:
        return self.window.message_bar.findChild(QPushButton, "message_action_0")


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    data = choose_digits(local.load_once(DatasetSpec()), 200)
    monkeypatch.setattr(local, "load_once", lambda choice: data)
    monkeypatch.setattr(unrolling_task, "PROVED_DIGITS", 20)
    monkeypatch.setattr(unrolling_task, "SHIFTED_DIGITS", 20)
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1400, 900)
    window.show()
    desk = Desk(window, qtbot)
    desk.until(lambda: window.composition.network.displayed is not None)
    window.composition.engine.send(Train(updates=3))
    desk.until(lambda: window.composition.loss.updates == 3)
    desk.rest()
    yield desk
    window.close()


def show(command: object) -> Callable[[Desk], None]:
    """Where one is after this command."""

    def go(desk: Desk) -> None:
        desk.issue(command)
        desk.rest()

    return go


def race(desk: Desk) -> None:
    """The race stands, once its three were trained."""
    desk.issue(c.ShowUnrolling())
    unrolling = desk.session.unrolling
    desk.until(lambda: unrolling.page.scene.view is not None)
    unrolling.go_to(3)
    unrolling.page.race.run.click()
    desk.until(lambda: desk.session.store.state.running and len(unrolling.runs) == 3)
    unrolling.page.race.run.click()
    desk.until(lambda: not desk.session.store.state.running)
    desk.rest()


PLACES = {
    "picture": show(c.ShowFindings()),
    "looking back": show(LookAt(2)),
    "race": race,
    "side by side": show(c.ToggleSide()),
    "ledger": show(c.ShowLedger()),
    "influence": show(c.ShowInfluence()),
    "flips": show(c.ShowFlips()),
    "own set": show(c.ShowOwnSet()),
    "film": show(c.ShowFilm()),
}


# What is not to be pressed there until there is an engine, by name.
ONLY_WITH_ENGINE = {
    "looking back": ("branch_button", "live_button"),
    "race": ("race_run", "race_anew"),
    "side by side": ("side_newest_a", "side_run_b", "side_update_a", "side_swap"),
    "influence": ("influence_measure", "influence_choose_towards", "influence_networks"),
    "own set": ("own_keep", "own_import"),
}


def enabled(desk: Desk, place: str) -> list[bool]:
    """Whether each of those can be pressed now."""
    kinds: tuple[Any, ...] = (QAbstractButton, QComboBox)
    names = ONLY_WITH_ENGINE.get(place, ())
    return [
        part.isEnabled()
        for kind in kinds
        for part in desk.window.findChildren(kind)
        if part.objectName() in names
    ]


def close_dialogs() -> None:
    """Those that a button has opened."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, (QDialog, QMenu)) and widget.isVisible():
            widget.close()


def buttons_of(window: MainWindow) -> list[QAbstractButton]:
    """All that can be pressed now, but for what starts another engine and what only opens a menu."""
    found = []
    for button in window.findChildren(QAbstractButton):
        action = button.defaultAction() if isinstance(button, QToolButton) else None
        names = {button.objectName(), action.objectName() if action else ""}
        opens_menu = isinstance(button, (QToolButton, QPushButton)) and button.menu() is not None
        is_asked = button.isVisible() and button.isEnabled() and not opens_menu
        if is_asked and not names & NOT_PRESSED and not button.objectName().startswith("message_"):
            found.append(button)
    return found


@pytest.mark.parametrize("place", PLACES)
def test_no_button_announces_or_changes_anything(desk: Desk, place: str) -> None:
    PLACES[place](desk)
    can_be_pressed = enabled(desk, place)
    assert all(can_be_pressed) and (len(can_be_pressed) >= 2 or place not in ONLY_WITH_ENGINE)
    desk.lose()
    assert not any(enabled(desk, place))
    window, before, page = desk.window, desk.state, desk.window.network_area.page
    buttons = buttons_of(window)
    assert len(buttons) > 10
    for button in buttons:
        if not button.isVisible():
            continue
        name = button.objectName() or button.text()
        window.message_bar.hide()
        QTimer.singleShot(0, close_dialogs)
        button.click()
        close_dialogs()
        assert window.message_bar.text in {"", LOST, *OF_WINDOW}, name
        assert desk.state == before, name
        if window.network_area.page is not page:
            window.network_area.show_over(page)
        if desk.session.store.state.layout == "projector":
            desk.issue(c.ToggleProjector())
    if place in ("race", "side by side"):
        window.actions_["action_run"].trigger()
        desk.until(lambda: all(enabled(desk, place)))


@pytest.mark.parametrize("place", ["picture", "race"])
def test_every_command_and_action_that_needs_an_engine_says_what_starts_one(desk: Desk, place: str) -> None:
    PLACES[place](desk)
    desk.lose()
    before, page = desk.state, desk.window.network_area.page
    commands = [command for command in map(made, (*COMMANDS, *commands_of_window())) if command is not None]
    of_actions = [command for _, _, command in ACTIONS.values() if command is not None]
    assert len(commands) > 50
    for command in (*commands, *of_actions):
        if not needs_engine(command):
            continue
        desk.window.message_bar.hide()
        desk.issue(command)
        assert desk.window.message_bar.text == LOST, command
        # With the way out, and not only its name.
        assert desk.retry is not None and desk.retry.text() == "Retry", command
        assert desk.state == before and desk.window.network_area.page is page, command
    for name, (_, _, command) in ACTIONS.items():
        action = desk.window.actions_[name]
        if needs_engine(command):
            assert not action.isEnabled(), name


def test_what_comes_from_elsewhere_than_a_command_is_no_step_either(desk: Desk) -> None:
    """A file of weights that was being read, the button of an older message: nothing of it is begun."""
    desk.lose()
    before, runs = desk.state, desk.session.runs
    for act in (
        runs.rewind,
        runs.draw_new_weights,
        runs.use_lecture_setting,
        lambda: runs.set_config(l2=0.5),
    ):
        desk.window.message_bar.hide()
        act()
        assert desk.window.message_bar.text == LOST and desk.state == before


def test_the_end_that_is_on_screen_keeps_its_reason_and_its_button(desk: Desk) -> None:
    desk.lose()
    said = desk.window.message_bar.text
    assert "again and again (killed)" in said
    desk.issue(c.Rewind())
    assert desk.window.message_bar.text == said and desk.retry is not None
    desk.retry.click()
    desk.until(lambda: "goes on from" in desk.window.message_bar.text)
    assert not desk.session.store.state.is_lost


def commands_of_window() -> list[type]:
    return [kind for kind in vars(c).values() if isclass(kind) and kind.__module__ == c.__name__]


def made(kind: type) -> object | None:
    """Such a command, of what it has to have; None where that is not for a test to say."""
    values: dict[str, Any] = {"int": 0, "bool": True, "str": "", "int | None": None, "float | None": None}
    wanted = [
        field for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    ]
    if any(field.type not in values for field in wanted):
        return None
    return kind(**{field.name: values[str(field.type)] for field in wanted})
