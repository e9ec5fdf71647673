"""A session is saved, opened and begun anew in the window; nothing is lost unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from core.engine.autosave import Autosave
from core.engine.commands import Pause, Train
from core.session.file import read_session
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.app.speed_slider import FULL_SPEED
from gui.data_dialog.dialog import DataDialog
from gui.engine.autosave_folder import AutosaveFolder
from gui.session.unsaved_dialog import UnsavedDialog
from tests.gui.local_engine import engine_of, local_engine, work_until

# Where nothing hangs on how many there are.
pytestmark = pytest.mark.usefixtures("fewer_digits")

WAIT_MS = 30_000
Open = Callable[..., MainWindow]


class KeptSettings(Settings):
    """As a user's, but in no file."""

    @property
    def are_kept(self) -> bool:
        return True


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def make(is_kept: bool = True, folder: Path | None = None) -> MainWindow:
        engine = local_engine()
        if folder is not None:
            engine.autosave_folder = AutosaveFolder(folder)
        window = MainWindow(KeptSettings(None) if is_kept else None, engine=engine)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
        return window

    yield make
    for window in windows:
        window.composition.sessions.files.leave_work()
        window.close()


def train(window: MainWindow, qtbot: QtBot, updates: int) -> None:
    session = window.composition
    session.transport.set_speed(FULL_SPEED)
    before = engine_of(window).current.trainer.step_count
    session.engine.send(Train(updates))
    work_until(window, before + updates)
    qtbot.waitUntil(lambda: session.loss.updates == before + updates, timeout=WAIT_MS)
    session.engine.send(Pause())
    qtbot.waitUntil(lambda: is_at_rest(window), timeout=WAIT_MS)


def is_at_rest(window: MainWindow) -> bool:
    session, engine = window.composition, engine_of(window)
    exact, update = session.loss.exact, engine.current.trainer.step_count
    return not session.store.state.running and exact is not None and exact.update == update


def saved(window: MainWindow, qtbot: QtBot, path: Path) -> str:
    files = window.composition.sessions.files
    with qtbot.waitSignal(files.saved, timeout=WAIT_MS):
        files.save(str(path))
    return str(path)


def opened(window: MainWindow, qtbot: QtBot, path: str) -> None:
    with qtbot.waitSignal(window.composition.sessions.files.opened, timeout=WAIT_MS):
        window.composition.dispatcher.issue(c.OpenFile(path))
    qtbot.waitUntil(lambda: is_at_rest(window), timeout=WAIT_MS)


def question(window: MainWindow) -> UnsavedDialog | None:
    dialog = window.findChild(UnsavedDialog, "unsaved_dialog")
    return dialog if isinstance(dialog, UnsavedDialog) else None


def answer(window: MainWindow, name: str, qtbot: QtBot) -> None:
    dialog = question(window)
    assert dialog is not None
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: question(window) is None, timeout=WAIT_MS)


def columns(window: MainWindow) -> Any:
    loss = window.composition.loss
    assert loss._info is not None
    return loss._records[loss._info.run].columns(0, 200, 300)


def test_what_was_on_screen_is_on_screen_again(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    first = open_window()
    train(first, qtbot, 120)
    session, panel = first.composition, first.draw_panel
    first.network_view.pin((1, 3))
    first.network_view.pin((0, 5), beside=True)
    session.dispatcher.issue(c.Choose("edge_value", "signal"))
    session.dispatcher.issue(c.Toggle("expanded"))
    panel.canvas._issue(c_strokes())
    qtbot.waitUntil(lambda: engine_of(first).current.sample.current.origin == "drawing", timeout=WAIT_MS)
    path = saved(first, qtbot, tmp_path / "a.backlight")
    second = open_window()
    opened(second, qtbot, path)
    again = second.composition
    qtbot.waitUntil(lambda: len(second.network_view.pins) == 2, timeout=WAIT_MS)
    assert second.network_view.pins == ((1, 3), (0, 5))
    assert again.store.state.edge_value == "signal" and again.store.state.expanded
    shown = again.network.displayed
    assert shown is not None and shown.example.origin == "drawing"
    assert np.array_equal(shown.parameters, engine_of(first).current.trainer.network.parameters)
    for one, other in zip(second.draw_panel.canvas.shown.strokes, c_strokes().strokes, strict=True):
        assert np.array_equal(one, other)
    assert np.array_equal(columns(second).mean, columns(first).mean) and len(columns(first).mean) == 120
    both = [window.composition.loss.exact for window in (first, second)]
    assert both[0] is not None and both[1] is not None and both[0].train_total == both[1].train_total
    assert second.windowTitle() == "a.backlight[*] – Backlight" and not second.isWindowModified()
    for window in (first, second):
        train(window, qtbot, 30)
    sums = {engine_of(window).current.trainer.checkpoint().checksum for window in (first, second)}
    assert len(sums) == 1


def c_strokes() -> Any:
    from gui.drawing.drawing_state import ShowStrokes

    return ShowStrokes((np.array([[0.3, 0.2], [0.5, 0.8]]), np.array([[0.6, 0.6]])))


def test_the_title_marks_what_is_not_saved(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    assert window.windowTitle() == "Backlight: watch a network learn[*]" and not window.isWindowModified()
    train(window, qtbot, 5)
    assert window.isWindowModified()
    saved(window, qtbot, tmp_path / "two words.backlight")
    assert window.windowTitle() == "two words.backlight[*] – Backlight" and not window.isWindowModified()
    # What Qt would take for the place of the mark.
    window.show_session("a[*].backlight", False)
    assert window.windowTitle() == "a[*][*].backlight[*] – Backlight"
    train(window, qtbot, 1)
    assert window.isWindowModified()
    window.composition.dispatcher.issue(c.SaveFile())
    qtbot.waitUntil(lambda: not window.isWindowModified(), timeout=WAIT_MS)
    assert read_session(str(tmp_path / "two words.backlight")).runs[0].state.checkpoint.step_count == 6


def test_a_window_is_closed_at_once_only_where_nothing_is_lost(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    train(window, qtbot, 5)
    window.close()
    assert window.isVisible() and question(window) is not None
    answer(window, "unsaved_cancel", qtbot)
    assert window.isVisible()
    saved(window, qtbot, tmp_path / "a.backlight")
    train(window, qtbot, 3)
    window.close()
    answer(window, "unsaved_save", qtbot)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
    assert read_session(str(tmp_path / "a.backlight")).runs[0].state.checkpoint.step_count == 8


def test_a_save_that_came_to_nothing_does_not_close_the_window_when_it_is_saved_later(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    saved(window, qtbot, tmp_path / "a.backlight")
    train(window, qtbot, 3)
    window.close()
    with monkeypatch.context() as patch:
        patch.setattr(window.composition.engine, "send", lambda _: None)
        answer(window, "unsaved_save", qtbot)
    window.composition.engine.lost.emit("killed")
    # Tried again, there is a training.
    window.composition.store.update(is_lost=False)
    saved(window, qtbot, tmp_path / "a.backlight")
    qtbot.wait(20)
    assert window.isVisible()


def test_who_saves_before_closing_without_a_training_is_told_that_it_cannot_be_saved(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    saved(window, qtbot, tmp_path / "a.backlight")
    train(window, qtbot, 3)
    window.composition.store.update(is_lost=True)
    window.close()
    answer(window, "unsaved_save", qtbot)
    assert window.message_bar.text.startswith("The training’s process has ended") and window.isVisible()
    # With a training again nothing is closed by a save.
    window.composition.store.update(is_lost=False)
    saved(window, qtbot, tmp_path / "a.backlight")
    qtbot.wait(20)
    assert window.isVisible()


def test_nobody_is_asked_about_work_before_a_file_that_is_not_there(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    train(window, qtbot, 3)
    with qtbot.waitSignal(window.composition.sessions.files.refused, timeout=WAIT_MS):
        window.composition.dispatcher.issue(c.OpenFile(str(tmp_path / "gone.backlight")))
    assert window.message_bar.text.startswith("gone.backlight could not be opened. It is not there")
    assert question(window) is None


def test_dont_save_closes_and_lets_go_of_what_was_saved_meanwhile(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    train(window, qtbot, 5)
    folder = Path(window.composition.engine.folder)
    window.close()
    answer(window, "unsaved_discard", qtbot)
    assert not window.isVisible() and not folder.exists()


def test_nobody_is_asked_where_nothing_was_done_or_nobody_is_there(open_window: Open, qtbot: QtBot) -> None:
    idle, script = open_window(), open_window(is_kept=False)
    train(script, qtbot, 5)
    for window in (idle, script):
        window.close()
        assert not window.isVisible()


@pytest.mark.parametrize("command", [c.BeginSession(), c.OpenFile("other")])
def test_another_session_is_entered_after_the_question(
    open_window: Open, qtbot: QtBot, tmp_path: Path, command: Any
) -> None:
    window = open_window()
    path = saved(window, qtbot, tmp_path / "other.backlight")
    if isinstance(command, c.OpenFile):
        command = c.OpenFile(path)
    train(window, qtbot, 5)
    window.composition.dispatcher.issue(command)
    qtbot.waitUntil(lambda: question(window) is not None, timeout=WAIT_MS)
    answer(window, "unsaved_cancel", qtbot)
    assert engine_of(window).current.trainer.step_count == 5
    window.composition.dispatcher.issue(command)
    qtbot.waitUntil(lambda: question(window) is not None, timeout=WAIT_MS)
    with qtbot.waitSignal(window.composition.sessions.files.opened, timeout=WAIT_MS):
        answer(window, "unsaved_discard", qtbot)
    qtbot.waitUntil(lambda: is_at_rest(window), timeout=WAIT_MS)
    assert engine_of(window).current.trainer.step_count == 0 and window.composition.loss.updates == 0
    assert window.undo_stack.count() == 0 and not window.isWindowModified()


def test_runs_that_follow_are_taken_for_none_that_was_open(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    train(window, qtbot, 20)
    path = saved(window, qtbot, tmp_path / "a.backlight")
    for _ in range(2):
        opened(window, qtbot, path)
        window.composition.dispatcher.issue(c.DrawNewWeights())
        qtbot.waitUntil(lambda: engine_of(window).current.trainer.step_count == 0, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: is_at_rest(window), timeout=WAIT_MS)
        train(window, qtbot, 3)
        assert window.composition.loss.updates == 3
        window.undo_stack.undo()
        qtbot.waitUntil(lambda: window.composition.loss.updates == 20, timeout=WAIT_MS)
        assert len({run.number for run in engine_of(window).runs}) == 2
        saved(window, qtbot, tmp_path / "b.backlight")


def test_a_file_that_cannot_be_opened_is_named_and_everything_stays(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    path = Path(saved(window, qtbot, tmp_path / "a.backlight"))
    path.write_bytes(path.read_bytes()[:-1])
    with qtbot.waitSignal(window.composition.sessions.files.refused, timeout=WAIT_MS):
        window.composition.dispatcher.issue(c.OpenFile(str(path)))
    assert window.message_bar.text.startswith("a.backlight could not be opened. It is damaged")
    with qtbot.waitSignal(window.composition.sessions.files.refused, timeout=WAIT_MS):
        window.composition.sessions.files.save(str(tmp_path / "gone" / "b.backlight"))
    assert window.message_bar.text == (
        "b.backlight could not be saved. Its folder is not there: choose another place."
    )
    assert engine_of(window).number == 0


def test_what_another_window_has_saved_since_is_replaced_only_where_one_says_so(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    files = window.composition.sessions.files
    before = saved(window, qtbot, tmp_path / "a.backlight")
    train(window, qtbot, 2)
    path = saved(window, qtbot, tmp_path / "b.backlight")
    own = Path(path).read_bytes()
    # As if it was another window's that has not trained.
    Path(path).write_bytes(Path(before).read_bytes())
    with qtbot.waitSignal(files.refused, timeout=WAIT_MS):
        files.save()
    assert "was saved by another window" in window.message_bar.text
    with qtbot.waitSignal(files.saved, timeout=WAIT_MS):
        button = window.message_bar.findChild(QPushButton, "message_action_1")
        assert isinstance(button, QPushButton) and button.text() == "Replace it"
        button.click()
    assert window.message_bar.text.startswith("Saved: ") and len(Path(path).read_bytes()) >= len(own)


def test_what_is_dropped_and_is_no_session_is_data(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "table.csv"
    path.write_text("a,label\n1,x\n2,y\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: bool(window.findChildren(DataDialog)), timeout=WAIT_MS)
    (dialog,) = window.findChildren(DataDialog)
    assert dialog.isVisible()
    dialog.close()


def test_save_asks_for_a_name_where_there_is_none(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    window.actions_["action_save"].trigger()
    (dialog,) = window.findChildren(QFileDialog, "session_dialog")
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave and dialog.defaultSuffix() == "backlight"
    with qtbot.waitSignal(window.composition.sessions.files.saved, timeout=WAIT_MS):
        dialog.fileSelected.emit(str(tmp_path / "a.backlight"))
    dialog.close()
    assert window.message_bar.text == f"Saved: {tmp_path / 'a.backlight'}"
    settings = window.composition.sessions.files._settings
    assert settings.recent_files == [str(tmp_path / "a.backlight")]
    assert settings.session_folder == str(tmp_path)
    (entry,) = window.menus.recent.actions()
    assert entry.text() == "a.backlight" and entry.toolTip() == str(tmp_path / "a.backlight")


def test_work_is_left_where_the_window_goes_without_having_been_closed(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(folder=tmp_path / "own")
    train(window, qtbot, 5)
    window.composition.sessions.files.leave_work()
    window.close()
    shown = Autosave(tmp_path / "own").shown()
    assert not window.isVisible() and question(window) is None
    assert shown is not None and shown.update == 5
