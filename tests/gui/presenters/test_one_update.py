"""Once the training rests, every part of the window is of one update: at any speed, however it ended."""

from __future__ import annotations

import gc
import math
from collections.abc import Iterator
from dataclasses import replace
from time import process_time
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.engine import commands as c
from core.engine.exact_loss_task import ExactLossTask
from gui.app import commands as window_commands
from gui.app.frame_clock import FrameListener
from gui.app.main_window import MainWindow
from gui.app.speed_slider import FULL_SPEED
from gui.network.marks.edge_values import PICTURES
from tests.gui.local_engine import engine_of, local_engine
from tests.robustness.pace import Pace

WAIT_MS = 30_000
# 100 ms at 60 frames a second; or so much of the processor's time, where others are busy on this machine: as it takes
# where nobody else uses its memory and its core.
MOST_FRAMES, MOST_S = 6, 0.1
PACE = Pace()
PINNED = (1, 3)


class Frames(FrameListener):
    """Counts the frames from the one in which the window hears that the training rests."""

    def __init__(self, window: MainWindow) -> None:
        self.count: int | None = None
        self._since_s = 0.0
        window.composition.clock.add(self)
        window.composition.engine.running_changed.connect(self._on_running_changed)

    def _on_running_changed(self, running: bool) -> None:
        self.count, self._since_s = (None if running else 0), process_time()

    @property
    def is_in_time(self) -> bool:
        """Whether what was waited for has come within 100 ms."""
        assert self.count is not None
        took_s = process_time() - self._since_s
        return self.count <= MOST_FRAMES or PACE.alone_s(took_s) <= MOST_S

    def move(self, now_s: float) -> bool:
        if self.count is not None:
            self.count += 1
        return False


@pytest.fixture
def without_exact_losses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine takes L in a process of its own: here it would take the window's time."""
    monkeypatch.setattr(ExactLossTask, "seconds_until_due", lambda _: math.inf)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    # What thousands of tests before have left is not to be looked through within the 100 ms of these.
    gc.collect()
    gc.freeze()
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield window
    window.close()


def moments(window: MainWindow) -> dict[str, int | None]:
    """Of which update each part of the window is."""
    network, view = window.composition.network, window.network_view
    edges = view._composed_frame.edges
    values = window.inspector._values
    details, history = window.inspector.details, window.composition.history._history
    parts = {
        "newest": network.latest.update if network.latest else None,
        "neurons, bars, C": view.displayed_snapshot.update if view.displayed_snapshot else None,
        "weights": network.weights.update,
        "edges drawn": edges.drawn_update if not view.has_work() else None,
        "status": int(window.status_label.text().split("  ·  ")[0].removeprefix("update ").replace(",", "")),
        "history": history.updates[-1],
    }
    if values is not None:
        parts["inspector"] = values.update
    if details.edge is not None:
        assert details._edge is not None and details._loss_slice._loss_slice is not None
        parts |= {"edge": details._edge.update, "slice": details._loss_slice._loss_slice.update}
    return parts


def is_settled(window: MainWindow) -> bool:
    trainer = engine_of(window).current.trainer
    return set(moments(window).values()) == {trainer.step_count} and "update" not in (
        window.status_label.text().replace(f"update {trainer.step_count:,}", "", 1)
    )


def check_settles(window: MainWindow, qtbot: QtBot, frames: Frames) -> None:
    try:
        qtbot.waitUntil(lambda: frames.count is not None and is_settled(window), timeout=WAIT_MS)
    except Exception:
        pytest.fail(f"{moments(window)}, {window.status_label.text()!r}")
    assert frames.is_in_time, (frames.count, moments(window))


def pin(window: MainWindow) -> None:
    """Pin a neuron, open its details, and choose one of its connections."""
    window.show_layout("examine")
    window.network_view.pin(PINNED)
    window.inspector.details.more_button.setChecked(True)
    window.inspector.details.edge_chosen.emit(1, 0)


def train(window: MainWindow, qtbot: QtBot, speed: int, updates: int) -> Any:
    """Train at this speed until so many updates are made."""
    composition, trainer = window.composition, engine_of(window).current.trainer
    composition.transport.set_speed(speed)
    composition.engine.send(c.Train())
    made = trainer.step_count
    qtbot.waitUntil(lambda: trainer.step_count >= made + updates, timeout=WAIT_MS)
    return trainer


@pytest.mark.usefixtures("without_exact_losses")
def test_paused_at_any_speed(window: MainWindow, qtbot: QtBot) -> None:
    frames = Frames(window)
    pin(window)
    for speed, updates in ((21, 2), (40, 10), (85, 60), (FULL_SPEED, 300), (FULL_SPEED, 300)):
        train(window, qtbot, speed, updates)
        window.composition.dispatcher.issue(window_commands.ToggleRunning())
        check_settles(window, qtbot, frames)


@pytest.mark.usefixtures("without_exact_losses")
@pytest.mark.parametrize("is_chosen_before", [True, False])
def test_paused_at_full_speed_with_each_picture(
    window: MainWindow, qtbot: QtBot, is_chosen_before: bool
) -> None:
    frames = Frames(window)
    edges = window.network_view._composed_frame.edges
    for picture in PICTURES:
        choose = window.actions_[f"action_picture_{picture}"].trigger
        if is_chosen_before:
            choose()
        trainer = train(window, qtbot, FULL_SPEED, 150)
        window.composition.dispatcher.issue(window_commands.ToggleRunning())
        check_settles(window, qtbot, frames)
        if not is_chosen_before:
            choose()
        qtbot.waitUntil(
            lambda: edges.values_shown is not None and not window.network_view.has_work(), timeout=WAIT_MS
        )
        assert moments(window)["edges drawn"] == trainer.step_count
        example, last = engine_of(window).current.sample.current, engine_of(window).current._last_update
        expected = {
            "weight": trainer.network.parameters,
            "gradient": trainer.trace(example.x, example.label).gradient,
            "mean_gradient": last.gradient,
            "change": last.change(trainer),
        }.get(picture)
        if expected is not None:
            np.testing.assert_array_equal(edges.values_shown.vector, expected)


@pytest.mark.usefixtures("without_exact_losses")
def test_at_the_end_of_so_many_updates(window: MainWindow, qtbot: QtBot) -> None:
    frames = Frames(window)
    pin(window)
    window.composition.transport.set_speed(FULL_SPEED)
    window.composition.engine.send(c.Train(432))
    check_settles(window, qtbot, frames)
    assert engine_of(window).current.trainer.step_count == 432


@pytest.mark.usefixtures("without_exact_losses")
def test_stopped_early(window: MainWindow, qtbot: QtBot) -> None:
    frames = Frames(window)
    engine = engine_of(window)
    config = replace(engine.current.trainer.config, patience=1, learning_rate=1.0, batch_size=512)
    window.composition.engine.send(c.Reconfigure(config))
    train(window, qtbot, FULL_SPEED, 117)
    check_settles(window, qtbot, frames)


@pytest.mark.usefixtures("without_exact_losses")
def test_where_a_number_became_too_large(window: MainWindow, qtbot: QtBot) -> None:
    frames = Frames(window)
    engine = engine_of(window)
    config = replace(engine.current.trainer.config, optimizer="sgd", learning_rate=10.0, l2=10.0)
    train(window, qtbot, FULL_SPEED, 100)
    window.composition.engine.send(c.Reconfigure(config))
    qtbot.waitUntil(
        lambda: engine.current.diverged is not None and not engine.current.is_returning, timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: is_settled(window), timeout=WAIT_MS)
    assert frames.count is not None


def test_what_is_marked_of_the_neurons_follows_and_says_so_until_then(
    window: MainWindow, qtbot: QtBot
) -> None:
    trainer = train(window, qtbot, FULL_SPEED, 400)
    window.actions_["action_favourites"].trigger()
    window.composition.dispatcher.issue(window_commands.ToggleRunning())
    looks = window.network_view._composed_frame

    def is_of_one_update() -> bool:
        measured = looks.look.statistics.update
        assert measured == trainer.step_count or f"favourite classes: update {measured:,}" in (
            window.status_label.text()
        )
        return measured == trainer.step_count and "favourite" not in window.status_label.text()

    qtbot.waitUntil(lambda: not window.composition.store.state.running and is_settled_but_marks(window))
    qtbot.waitUntil(is_of_one_update, timeout=WAIT_MS)


def is_settled_but_marks(window: MainWindow) -> bool:
    return set(moments(window).values()) == {engine_of(window).current.trainer.step_count}
