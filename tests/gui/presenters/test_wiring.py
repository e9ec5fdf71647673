"""Every wish is a command; and when a message can't be shown the window goes on."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import Pause, Reconfigure, Train
from core.engine.messages import Diverged
from core.engine.snapshot import Snapshot
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
    session.transport.toggle_running()
    qtbot.waitUntil(lambda: words.space_starts, timeout=WAIT_MS)
    # One update, held: Space lets it go on.
    session.transport.go_to_phase(1)
    session.network.player.toggle()
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


@pytest.mark.parametrize(
    "part",
    [
        "network_view.show_displayed_snapshot",
        "network_view.show_weights",
        "network_view.update_frame",
        "composition.loss.add_losses",
        "composition.status.show_snapshot",
    ],
)
def test_what_fails_while_a_snapshot_is_shown_does_not_freeze_the_picture(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("planted")

    session = window.composition
    arrived: list[Snapshot] = []
    session.engine.snapshot_received.connect(arrived.append)
    with qtbot.captureExceptions() as caught:
        owner, _, verb = part.rpartition(".")
        monkeypatch.setattr(operator.attrgetter(owner)(window), verb, fail)
        session.engine.send(Train())
        qtbot.waitUntil(lambda: bool(caught), timeout=WAIT_MS)
        arrived.clear()
        qtbot.waitUntil(lambda: len(arrived) > 3, timeout=WAIT_MS)
        monkeypatch.undo()
        before = session.network.weights.update
        qtbot.waitUntil(lambda: session.network.weights.update > before + 3, timeout=WAIT_MS)
    assert {str(error) for _, error, _ in caught} == {"planted"}


def test_a_step_in_slow_motion_after_a_divergence_says_what_frees_it_and_leaves_nothing_under_way(
    window: MainWindow, qtbot: QtBot
) -> None:
    made, engine = window.composition, engine_of(window)
    config = replace(engine.current.trainer.config, optimizer="sgd", learning_rate=10.0, l2=10.0)
    made.engine.send(Reconfigure(config))
    made.engine.send(Train())
    qtbot.waitUntil(
        lambda: engine.current.diverged is not None and not engine.current.is_returning, timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: "made a number too large" in window.message_bar.text, timeout=WAIT_MS)
    window.message_bar.hide()
    issue = made.dispatcher.issue
    issue(c.SetSpeed(0))
    for _ in range(2):
        issue(c.MakeUpdate())
        qtbot.waitUntil(lambda: "rewind" in window.message_bar.text, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: not made.store.state.playing, timeout=WAIT_MS)
        assert window.actions_["action_run"].text() == "Run" and not made.network.player.is_wanted
        window.message_bar.hide()
    # The next run is free to be told.
    issue(c.Rewind())
    issue(c.SetConfig("learning_rate", 0.001))
    issue(c.SetConfig("l2", 0.0))
    qtbot.waitUntil(lambda: engine.current.diverged is None, timeout=WAIT_MS)
    issue(c.MakeUpdate())
    qtbot.waitUntil(lambda: made.network.is_in_walkthrough, timeout=WAIT_MS)


def test_another_run_that_diverges_leaves_the_one_on_screen_and_its_walkthrough_as_they_are(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.composition.transport.set_speed(0)
    window.composition.transport.step()
    qtbot.waitUntil(lambda: window.composition.network.is_in_walkthrough, timeout=WAIT_MS)
    window.composition.engine.diverged.emit(Diverged(5, 300, "loss"))
    assert window.composition.network.is_in_walkthrough and window.message_bar.text == ""
    window.composition.engine.diverged.emit(Diverged(0, 300, "loss"))
    assert not window.composition.network.is_in_walkthrough and "300" in window.message_bar.text
