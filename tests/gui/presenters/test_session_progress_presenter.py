"""While a large session is saved or opened the window says how far it is, and can stop it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from core.engine import messages as m
from core.engine import session_task
from core.engine.commands import OpenSession, Train
from core.session import container
from core.session import file as file_module
from core.session.file import read_session
from gui.app import commands as c
from gui.app.main_window import MainWindow
from tests.gui.local_engine import engine_of
from tests.gui.presenters.test_session_presenter import (  # noqa: F401 (a fixture)
    WAIT_MS,
    Open,
    is_at_rest,
    open_window,
    question,
    saved,
    train,
)


@pytest.fixture(autouse=True)
def slowly(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Few bytes are many, and nothing is soon done."""
    for module in (file_module, container):
        monkeypatch.setattr(module, "STEP_BYTES", 8192)
    monkeypatch.setattr(session_task, "AT_ONCE_S", 0.0)
    monkeypatch.setattr(session_task, "TELL_EVERY_S", 0.0)
    yield


class Heard:
    """What the strip of news says at each message of the engine's."""

    def __init__(self, window: MainWindow) -> None:
        self.said: list[tuple[str, int]] = []
        self._window = window
        window.composition.engine.session_progress.connect(self._hear)

    def _hear(self, progress: m.SessionProgress) -> None:
        if progress.share > 0:
            bar = progress_of(self._window)
            assert bar.isVisibleTo(self._window) and bar.value() == round(100 * progress.share)
            self.said.append((self._window.message_bar.text, bar.value()))


def progress_of(window: MainWindow) -> QProgressBar:
    bar = window.findChild(QProgressBar, "message_progress")
    assert isinstance(bar, QProgressBar)
    return bar


def cancel(window: MainWindow) -> None:
    button = window.message_bar.findChild(QPushButton, "message_action_0")
    assert isinstance(button, QPushButton) and button.text() == "Cancel"
    button.click()


def at_first_share(window: MainWindow, do: Any) -> None:
    """Do this once, as soon as the engine has told how far it is."""

    def hear(progress: m.SessionProgress) -> None:
        if progress.share > 0:
            window.composition.engine.session_progress.disconnect(hear)
            do()

    window.composition.engine.session_progress.connect(hear)


def test_how_far_saving_and_opening_are_is_said(
    open_window: Open,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window()
    train(window, qtbot, 5)
    heard = Heard(window)
    path = saved(window, qtbot, tmp_path / "two words.backlight")
    values = [value for _, value in heard.said]
    assert {text for text, _ in heard.said} == {"Saving two words.backlight…"}
    assert values == sorted(values) and len(values) > 10
    assert window.message_bar.text == f"Saved: {path}" and not progress_of(window).isVisibleTo(window)
    heard.said.clear()
    with qtbot.waitSignal(window.composition.sessions.files.opened, timeout=WAIT_MS):
        window.composition.dispatcher.issue(c.OpenFile(path))
    assert {text for text, _ in heard.said} == {"Opening two words.backlight…"}
    assert window.message_bar.text == ""


def test_a_training_that_waits_meanwhile_is_named(
    open_window: Open,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window()
    window.composition.engine.send(Train())
    qtbot.waitUntil(lambda: window.composition.loss.updates > 0, timeout=WAIT_MS)
    heard = Heard(window)
    saved(window, qtbot, tmp_path / "a.backlight")
    assert {text for text, _ in heard.said} == {"Saving a.backlight… The training waits meanwhile."}
    assert window.composition.store.state.running


def test_saving_is_cancelled(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:  # noqa: F811
    window = open_window()
    train(window, qtbot, 5)
    path = Path(saved(window, qtbot, tmp_path / "a.backlight"))
    content = path.read_bytes()
    train(window, qtbot, 5)
    at_first_share(window, lambda: cancel(window))
    with qtbot.waitSignal(window.composition.engine.session_cancelled, timeout=WAIT_MS):
        window.composition.dispatcher.issue(c.SaveFile())
    assert window.message_bar.text == (
        "a.backlight was not saved: what is in the file, if there is one, is as it was."
    )
    assert path.read_bytes() == content and window.isWindowModified()
    assert window.windowTitle() == "a.backlight[*] – Backlight"
    # What was to follow does not: the window is not closed.
    assert window.isVisible() and not window.composition.sessions.files._is_saving


def test_opening_is_cancelled(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:  # noqa: F811
    window = open_window()
    path = saved(window, qtbot, tmp_path / "a.backlight")
    train(window, qtbot, 5)
    at_first_share(window, lambda: cancel(window))
    with qtbot.waitSignal(window.composition.engine.session_cancelled, timeout=WAIT_MS):
        window.composition.engine.send(OpenSession(path, 1))
    assert window.message_bar.text == "a.backlight was not opened: everything is as it was."
    assert engine_of(window).number == 0 and engine_of(window).current.trainer.step_count == 5


def test_what_is_done_while_it_is_saved_is_not_taken_for_saved(
    open_window: Open,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window()
    train(window, qtbot, 5)
    composition = window.composition
    at_first_share(window, lambda: composition.dispatcher.issue(c.DrawNewWeights()))
    path = saved(window, qtbot, tmp_path / "a.backlight")
    qtbot.waitUntil(lambda: is_at_rest(window) and engine_of(window).number == 1, timeout=WAIT_MS)
    assert len(read_session(path).runs) == 1 and window.isWindowModified()


def test_a_window_that_is_closed_meanwhile_goes_when_it_is_saved(
    open_window: Open,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window()
    train(window, qtbot, 5)
    still_there: list[bool] = []

    def close() -> None:
        window.close()
        still_there.append(window.isVisible())

    at_first_share(window, close)
    path = saved(window, qtbot, tmp_path / "a.backlight")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
    assert still_there == [True] and question(window) is None
    assert read_session(path).runs[0].state.checkpoint.step_count == 5


def test_an_engine_that_ends_in_the_middle_is_said(
    open_window: Open,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window()
    engine, files = window.composition.engine, window.composition.sessions.files
    train(window, qtbot, 5)
    at_first_share(window, lambda: engine._transport.kill())
    with qtbot.waitSignal(engine.recovered, timeout=WAIT_MS):
        files.save(str(tmp_path / "a.backlight"))
    assert window.message_bar.text == (
        "a.backlight was not saved: the training’s process has ended meanwhile. Save it again."
    )
    assert not files._is_saving and not (tmp_path / "a.backlight").exists()
    saved(window, qtbot, tmp_path / "a.backlight")


def test_older_news_comes_back_for_nobody_and_newer_news_is_not_covered(
    open_window: Open,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window()
    train(window, qtbot, 5)
    said: list[tuple[str, bool]] = []

    def hear(progress: m.SessionProgress) -> None:
        if said:
            said.append((window.message_bar.text, progress_of(window).isVisibleTo(window)))

    def tell() -> None:
        window.message_bar.show_message("News.", "error")
        said.append(("News.", False))
        window.composition.engine.session_progress.connect(hear)

    at_first_share(window, tell)
    saved(window, qtbot, tmp_path / "a.backlight")
    assert len(said) > 3 and set(said) == {("News.", False)}
