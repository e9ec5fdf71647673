"""What the engine tells reaches whoever shows it, and only where it is of what is on screen."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import ComputeGradient, EditParameter, Pause, Reconfigure, SortNeurons, Train
from core.engine.messages import Diverged
from core.engine.snapshot import Snapshot
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
    qtbot.waitUntil(lambda: "too large to write" in window.message_bar.text, timeout=WAIT_MS)
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


def test_what_stands_under_the_title_is_in_the_language_in_force(window: MainWindow, qtbot: QtBot) -> None:
    made, view = window.composition, window.network_view
    issue = made.dispatcher.issue

    def says(words: str) -> None:
        qtbot.waitUntil(lambda: view._composed_frame.words.walkthrough == words, timeout=WAIT_MS)

    issue(c.Choose("edge_value", "change"))
    says("No update was made yet: press . to make one.")
    issue(c.Choose("language", "zh_CN"))
    says("还没有做过更新：按 . 做一次。")
    issue(c.Choose("edge_value", "weight"))
    # Its first phase is held.
    issue(c.NextPhase())
    qtbot.waitUntil(lambda: made.network.player.is_frozen, timeout=WAIT_MS)
    in_chinese = made.network.player.sentence()
    says(in_chinese)
    issue(c.Choose("language", "en"))
    in_english = made.network.player.sentence()
    assert in_english == "Layer 1: each neuron adds up a·w of the inked pixels." != in_chinese
    says(in_english)


def test_the_last_updates_of_a_training_are_listed_whatever_tells_of_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    made, engine = window.composition, engine_of(window)
    live, run = made.run_tree._rows.live, engine.number
    # No picture is acknowledged: what came after the first one is told of with what is asked for next alone.
    engine.snapshots.in_flight = 2
    asked = (
        ComputeGradient(),
        EditParameter(run, 1, ParameterLocation(0, 0, None), 0.5, engine.current.permutations),
        SortNeurons(run, 2),
    )
    for updates, command in zip((2, 4, 6), asked, strict=True):
        made.engine.send(Train(2))
        qtbot.waitUntil(lambda: made.engine.has_answered and not engine.training.running, timeout=WAIT_MS)
        assert engine.current.trainer.step_count == updates > live[run]
        made.engine.send(command)
        qtbot.waitUntil(lambda: made.loss.updates == updates, timeout=WAIT_MS)  # noqa: B023
        assert live[run] == updates
