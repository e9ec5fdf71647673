"""Details that can be sent: versions, settings, the run and the end of the log, on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from core.engine.messages import RunInfo
from core.training.config import TrainingConfig
from gui.app.app_state import StateStore
from gui.app.versions import version_line
from gui.presenters import report_presenter
from gui.presenters.report_presenter import ReportPresenter


class Window:
    """Stands for the window."""

    def __init__(self) -> None:
        self.actions_ = {"action_copy_details": QAction()}
        self.said: list[str] = []
        self.message_bar = self

    def show_message(self, text: str) -> None:
        self.said.append(text)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "backlight.log"
    path.write_text("INFO the last thing that happened\n", encoding="utf-8")
    monkeypatch.setattr(report_presenter, "log_path", lambda: path)
    return path


def test_the_action_copies_everything_and_says_so(qapp: QApplication, log: Path) -> None:
    window, store = Window(), StateStore()
    given: Any = window
    presenter = ReportPresenter(given, store)
    store.update(theme="dark", scale=1.5, waves=False)
    window.actions_["action_copy_details"].trigger()
    text = QGuiApplication.clipboard().text()
    assert text == presenter.context() and text.startswith(version_line())
    for line in ("theme = dark", "scale = 1.5", "waves = False", "speed = 60", "layout = watch", "none yet"):
        assert line in text.splitlines()
    assert text.endswith("INFO the last thing that happened")
    assert len(window.said) == 1


def test_the_runs_settings_are_in_it_and_no_path_of_the_users_data(
    qapp: QApplication, log: Path, run_info: Callable[..., RunInfo]
) -> None:
    given: Any = Window()
    store = StateStore()
    presenter = ReportPresenter(given, store)
    info = run_info()
    store.update(run=info)
    text = presenter.context()
    config: TrainingConfig = info.config
    assert f"learning_rate = {config.learning_rate}" in text and f"batch_size = {config.batch_size}" in text
    assert str(info.architecture) in text and "/home" not in text


def test_an_error_is_reported_with_the_same_lines(qapp: QApplication, log: Path) -> None:
    given: Any = Window()
    presenter = ReportPresenter(given, StateStore())
    assert given.report_context() == presenter.context()


def test_weights_of_a_file_are_told_from_drawn_ones_without_the_files_name(
    qapp: QApplication, log: Path, run_info: Callable[..., RunInfo]
) -> None:
    given: Any = Window()
    store = StateStore()
    presenter = ReportPresenter(given, store)
    store.update(run=run_info())
    assert "initial weights" not in presenter.context()
    store.update(run=run_info(weights_name="secret.safetensors"))
    assert "initial weights: of a file" in presenter.context().splitlines()
    assert "secret" not in presenter.context()
