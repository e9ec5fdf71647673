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
from core.engine.commands import OpenSession, SaveSession, Train
from core.engine.window_state import WindowState
from core.session import container
from core.session import file as file_module
from core.session.file import read_session
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.message_bar import MessageBar
from gui.engine.client import EngineClient
from gui.presenters.session_progress_presenter import SessionProgressPresenter
from tests.gui.engine.test_client import Wire
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
        "a.backlight may not have been saved: the training’s process has ended meanwhile. Save it again."
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


class Desk:
    """The strip of news, and a client of no engine, in whose name is told what one would tell."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bar, self.client, self.left = MessageBar(), EngineClient(None, Wire()), list[bool]()  # type: ignore[arg-type]
        qtbot.addWidget(self.bar)
        self.client.start()
        self.presenter = SessionProgressPresenter(self.bar, self.client, self.bar)
        self.presenter._timer.setInterval(0)
        self.presenter.left.connect(self.left.append)

    def begun(self, is_saving: bool = True) -> None:
        self.client.session_progress.emit(m.SessionProgress("/x/a.backlight", is_saving, 0.0))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.client.close()


@pytest.mark.parametrize(("is_saving", "verb"), [(True, "Saving"), (False, "Opening")])
def test_an_engine_that_does_not_answer_is_what_is_waited_for(
    desk: Desk, qtbot: QtBot, is_saving: bool, verb: str
) -> None:
    desk.presenter.expect("/x/a.backlight", is_saving)
    assert desk.bar.text == ""
    qtbot.waitUntil(lambda: desk.bar.text != "", timeout=WAIT_MS)
    waits = "… waits for the training’s process, which has not answered yet."
    assert desk.bar.text == f"{verb} a.backlight{waits}"
    # It has begun, and writes or reads.
    desk.begun(is_saving)
    assert desk.bar.text == f"{verb} a.backlight…"
    desk.client.session_refused.emit(m.SessionRefused("/x/a.backlight", "damaged", {}))
    assert desk.bar.text == "" and not desk.presenter._timer.isActive()


def test_what_has_begun_and_tells_nothing_more_is_said_too(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.expect("/x/a.backlight", True)
    desk.begun()
    assert desk.bar.text == ""
    qtbot.waitUntil(lambda: desk.bar.text == "Saving a.backlight…", timeout=WAIT_MS)


def test_what_is_soon_done_is_not_spoken_of(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.expect("/x/a.backlight", True)
    desk.begun()
    desk.client.session_saved.emit(m.SessionSaved("/x/a.backlight", 0, 5))
    assert not desk.presenter._timer.isActive() and desk.bar.text == ""


@pytest.mark.parametrize("is_left_out", [True, False])
def test_another_engine_is_asked_again_unless_that_may_have_ended_the_one_before(
    desk: Desk, qtbot: QtBot, is_left_out: bool
) -> None:
    desk.presenter.expect("/x/a.backlight", True)
    qtbot.waitUntil(lambda: desk.bar.text != "", timeout=WAIT_MS)
    desk.client.left_out = (SaveSession("/x/a.backlight", WindowState()),) if is_left_out else ()
    desk.client.recovered.emit(m.Recovered(0, 3))
    assert ("may not have been saved" in desk.bar.text) == is_left_out
    assert desk.left == ([True] if is_left_out else [])


def test_who_closes_the_window_while_it_is_saved_is_not_asked_again(
    open_window: Open,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window()
    train(window, qtbot, 5)
    # The engine has not heard of it yet.
    window.composition.dispatcher.issue(c.SaveFile(str(tmp_path / "a.backlight")))
    assert not window.close() and question(window) is None
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
    assert (tmp_path / "a.backlight").is_file()
