"""Settings that were tried with a network are offered until they are in force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.engine.messages import RunInfo
from core.nn.known_architectures import known_architecture
from core.training.config import TrainingConfig
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.optimizer.usual_settings import SUITED
from gui.presenters.suited_settings_presenter import SuitedSettingsPresenter


class Engine(QObject):
    run_changed = Signal(object)


@pytest.mark.parametrize("name", ["small_cnn", "lenet_1989"])
def test_they_are_offered_until_they_are_in_force(
    qtbot: QtBot, run_info: Callable[..., RunInfo], name: str
) -> None:
    panel, engine, taken = OptimizerPanel(), Engine(), []
    qtbot.addWidget(panel)
    info = run_info(architecture=known_architecture(name, (16, 16)))
    runs: Any = SimpleNamespace(info=info, set_several=lambda **settings: taken.append(settings))
    presenter = SuitedSettingsPresenter(panel, runs, engine, engine)  # type: ignore[arg-type]
    button = panel.findChild(QPushButton, "suited_settings")
    assert button is not None and button.isHidden() and button.text() == "Settings that suit it"
    engine.run_changed.emit(info)
    assert not button.isHidden()
    presenter.use()
    assert taken == [SUITED[name]]
    engine.run_changed.emit(replace(info, config=TrainingConfig(**SUITED[name])))  # type: ignore[arg-type]
    assert button.isHidden()
    # A network of one's own has none.
    engine.run_changed.emit(run_info())
    assert button.isHidden()
