"""Every wish is a command; and when a message can't be shown the window goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import Pause, Train
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.speed_slider import FULL_SPEED
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 30_000


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield window
    window.close()


def train(window: MainWindow, qtbot: QtBot, updates: int) -> None:
    """Make so many updates, and pause."""
    session = window.composition
    wanted = session.loss.updates + updates
    session.transport.set_speed(FULL_SPEED)
    session.engine.send(Train())
    qtbot.waitUntil(lambda: session.loss.updates >= wanted, timeout=WAIT_MS)
    session.engine.send(Pause())
    engine = engine_of(window)
    qtbot.waitUntil(
        lambda: not session.store.state.running and session.loss.updates == engine.current.trainer.step_count,
        timeout=WAIT_MS,
    )


def test_the_empty_plot_says_that_space_starts_the_training_only_where_it_does(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.composition
    words = window.loss_plot._words
    assert words.space_starts
    # Slow motion: it runs, and no update is made yet.
    session.transport.set_speed(0)
    session.transport.toggle_running()
    qtbot.waitUntil(lambda: session.store.state.running, timeout=WAIT_MS)
    assert not words.space_starts
    # Held, Space lets it go on: "starts" would be said of a story that has begun.
    player = session.network.player
    qtbot.waitUntil(lambda: player.walkthrough is not None, timeout=WAIT_MS)
    session.transport.toggle_running()
    qtbot.waitUntil(lambda: not session.store.state.running, timeout=WAIT_MS)
    assert not words.space_starts
    # On to its next phase, which plays although the training rests; and held there.
    session.transport.go_to_phase(1)
    assert not words.space_starts
    player.toggle()
    assert not words.space_starts
    session.network.leave_walkthrough()
    assert words.space_starts
    # Paused before it came, it is held from its first moment.
    session.transport.toggle_running()
    qtbot.waitUntil(lambda: session.store.state.running, timeout=WAIT_MS)
    session.store.update(running=False)
    qtbot.waitUntil(lambda: player.walkthrough is not None, timeout=WAIT_MS)
    assert not words.space_starts


def test_l_above_guessing_by_hand_is_not_blamed_on_the_learning_rate(
    window: MainWindow, qtbot: QtBot
) -> None:
    session, trainer = window.composition, engine_of(window).current.trainer
    train(window, qtbot, 200)

    def measured(is_above: bool) -> bool:
        exact = session.loss.exact
        return (
            exact is not None
            and exact.update == trainer.step_count
            # Guessing costs ln 10 = 2.3.
            and (exact.train_mean > 2.5 if is_above else exact.train_mean < 2)
        )

    qtbot.waitUntil(lambda: measured(False), timeout=WAIT_MS)
    session.edits._on_value_wanted(ParameterLocation(2, 3, None), 50.0, False)
    qtbot.waitUntil(lambda: measured(True), timeout=WAIT_MS)
    assert window.message_bar.text == ""


# --- every wish is a command


def test_what_is_wanted_in_a_panel_is_a_command(window: MainWindow) -> None:
    issued: list[Any] = []
    dispatcher = window.composition.dispatcher
    dispatcher._handlers = dict.fromkeys(dispatcher._handlers, issued.append)
    architecture = Architecture.dense((8,))
    window.function_set_panel.architecture_wanted.emit(architecture)
    window.function_set_panel.new_weights_wanted.emit()
    window.goodness_panel.setting_wanted.emit("l2", 0.5)
    window.goodness_panel.setting_wanted.emit("loss", "squared_error")
    window.best_function_panel.setting_wanted.emit("learning_rate", 0.25)
    window.best_function_panel.setting_wanted.emit("batch_size", 8)
    window.best_function_panel.setting_wanted.emit("optimizer", "sgd")
    window.best_function_panel.setting_wanted.emit("dropout", 0.5)
    window.best_function_panel.lecture_setting_wanted.emit()
    window.best_function_panel.suited_settings_wanted.emit()
    window.speed.speed_wanted.emit(12)
    assert issued == [
        c.SetArchitecture(architecture),
        c.DrawNewWeights(),
        c.SetConfig("l2", 0.5),
        c.SetConfig("loss", "squared_error"),
        c.SetConfig("learning_rate", 0.25),
        c.SetConfig("batch_size", 8),
        c.SetConfig("optimizer", "sgd"),
        c.SetConfig("dropout", 0.5),
        c.UseLectureSetting(),
        c.UseSuitedSettings(),
        c.SetSpeed(12),
    ]


@pytest.mark.parametrize(("begun", "by", "speed"), [(FULL_SPEED - 2, 5, FULL_SPEED), (2, -5, 0), (40, 5, 45)])
def test_faster_and_slower_stay_on_the_slider(window: MainWindow, begun: int, by: int, speed: int) -> None:
    issue = window.composition.dispatcher.issue
    issue(c.SetSpeed(begun))
    issue(c.ChangeSpeed(by))
    assert window.composition.store.state.speed == window.composition.store.state.speed == speed
