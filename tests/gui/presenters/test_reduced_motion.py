"""With signal animations off, as reduced motion has it, what is painted changes with its numbers and with nothing
else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.data.dataset import Dataset
from core.engine.commands import ApplyUpdate
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Example, Snapshot
from core.engine.snapshots import take_snapshot
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from gui.app.frame_clock import FrameClock
from gui.network.view import NetworkView
from gui.presenters.network_presenter import NetworkPresenter

FRAME_S = 0.05


class Desk:
    """The presenter before the real view, moved by hand."""

    def __init__(self, qtbot: QtBot, engine: Any) -> None:
        self.view, self.engine, self.clock = NetworkView(), engine, FrameClock()
        qtbot.addWidget(self.view)
        self.view.resize(700, 420)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.presenter = NetworkPresenter(self.view, engine, self.clock)
        self.clock.hold()
        self.now_s = perf_counter()
        self.shown = QImage()

    def frame(self) -> bool:
        """Show the next frame with all edges drawn, and say whether it is another picture than the last."""
        self.now_s += FRAME_S
        # At rest a picture waits for a turn of the loop, in which its edges are drawn.
        QCoreApplication.processEvents()
        self.presenter.move(self.now_s)
        while self.presenter.work(1e4):
            pass
        last, self.shown = self.shown, self.view.grab().toImage()
        return self.shown != last

    def pictures(self, seconds: float) -> int:
        """How many other pictures come one after the other in so many seconds."""
        return sum(self.frame() for _ in range(round(seconds / FRAME_S)))


@pytest.fixture
def desk(qtbot: QtBot, engine: Any) -> Iterator[Desk]:
    desk = Desk(qtbot, engine)
    yield desk
    desk.clock.stop()


@pytest.fixture
def trainer() -> Trainer:
    rng = np.random.default_rng(0)
    X, y = (rng.random((40, 16)) < 0.5).astype(np.uint8), rng.integers(0, 3, 40)
    data = Dataset(X, y, X, y, tuple("abc"))
    return Trainer(Network.dense((16, 5, 4, 3)), data, TrainingConfig(batch_size=8))


def moment_of(trainer: Trainer, row: int = 0) -> Snapshot:
    x = trainer.dataset.X_train[row].astype(np.float32)
    label = int(trainer.dataset.y_train[row])
    return take_snapshot(0, trainer, Example(x, label, "train", row), [0.5])


@pytest.mark.parametrize("waves", [True, False])
def test_another_digit_is_shown_at_once_and_then_stands_still(
    desk: Desk, trainer: Trainer, waves: bool
) -> None:
    desk.presenter.set_signal_animation(waves)
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.pictures(3)
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    if waves:
        assert desk.pictures(3) > 20
    else:
        assert desk.pictures(3) == 1


def test_while_the_training_runs_a_picture_changes_with_its_numbers_alone(
    desk: Desk, trainer: Trainer
) -> None:
    desk.presenter.set_signal_animation(False)
    desk.presenter.set_running(True)
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.frame()
    # The same numbers over and over: however long the training runs, nothing moves.
    desk.presenter.show_snapshot(replace(moment_of(trainer)))
    assert desk.pictures(3) == 0
    for _ in range(20):
        trainer.step()
    desk.presenter.show_snapshot(moment_of(trainer))
    # Neurons and edges each have a pace of their own.
    assert 1 <= desk.pictures(3) <= 2


@pytest.mark.parametrize("waves", [True, False])
def test_a_step_walkthrough_without_signal_animations_is_one_picture_a_phase(
    desk: Desk, trainer: Trainer, waves: bool
) -> None:
    desk.presenter.set_signal_animation(waves)
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    scene = moment_of(trainer)
    desk.presenter.show_snapshot(scene)
    desk.frame()
    trainer.accumulate_gradient()
    network, mean = trainer.network, float(trainer.batch_losses.mean())
    desk.presenter.begin_walkthrough(GradientComputed(moment_of(trainer), 8, mean, network.gradients.copy()))
    old = network.parameters.copy()
    pictures = 0
    for _ in range(round(22.0 / FRAME_S)):
        pictures += desk.frame()
        if ApplyUpdate() in desk.engine.sent:
            desk.engine.sent.clear()
            trainer.apply_update()
            change = network.parameters - old
            desk.presenter.show_update_applied(UpdateApplied(moment_of(trainer), change, 0.4))
    if waves:
        assert pictures > 60
    else:
        # 3 gaps there, softmax, C, 3 gaps back, the mean, ΔW, the new weights, the rest; one more as the mean comes.
        assert 9 <= pictures <= 13
