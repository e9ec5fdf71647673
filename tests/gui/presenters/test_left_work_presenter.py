"""What a killed window has left is offered, and opened or deleted by nobody but the user."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.engine import commands as c
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.app.commands import FindLeftWork
from gui.app.main_window import MainWindow
from gui.engine import autosave_folder as module
from gui.engine.autosave_folder import FileNote, autosave_folder, left_work
from gui.engine.client import EngineClient
from gui.widgets.number_text import total_text
from tests.core.engine.driver import Driver
from tests.gui.local_engine import LocalTransport, engine_of, load_once
from tests.gui.presenters.test_session_presenter import KeptSettings

WAIT_MS = 30_000


@pytest.fixture
def parent(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module.QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    return tmp_path / "autosave"


def leave_work(updates: int, note: FileNote | None = None, begins: bool = False) -> Driver:
    """A window has trained the default so far, has begun another run where it `begins` one, and was killed."""
    folder = autosave_folder()
    folder.note_file(note)
    driver = Driver(Architecture.dense(), TrainingConfig(), folder.path(), load=load_once)
    driver.send(c.Train(updates))
    driver.until(lambda: driver.trainer.step_count == updates)
    driver.rest()
    if begins:
        driver.send(c.BeginRun(1, Architecture.dense(), TrainingConfig(seed=1)))
    driver.engine.save()
    folder.leave()
    return driver


@pytest.fixture
def window(parent: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    driver = leave_work(30, FileNote("/home/me/a.backlight", 20))
    client = EngineClient(autosave_folder(), LocalTransport())  # type: ignore[arg-type]
    client.start()
    window = MainWindow(KeptSettings(None), engine=client)
    window.left = driver  # type: ignore[attr-defined]
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window.message_bar.text), timeout=WAIT_MS)
    yield window
    window.composition.sessions.files.leave_work()
    window.close()


def button(window: MainWindow, number: int) -> QPushButton:
    found = window.message_bar.findChild(QPushButton, f"message_action_{number}")
    assert isinstance(found, QPushButton)
    return found


def test_it_is_offered_with_its_date_update_and_loss_and_those_of_its_file(window: MainWindow) -> None:
    text = window.message_bar.text
    exact = window.left.engine.exact_loss.last(0)  # type: ignore[attr-defined]
    assert exact is not None and exact.update == 30 and f"L = {total_text(exact.train_total)}." in text
    assert text.startswith("Work that was not saved, of 20") and "update 30, L = " in text
    # There is no such file: what is told of it is what was noted.
    assert text.endswith("Its file a.backlight had update 20 when that window last saved or opened it.")
    assert [button(window, number).text() for number in (0, 1)] == ["Open it", "Delete it"]


def test_what_is_opened_goes_on_with_the_same_bits_and_is_in_this_windows_folder(
    window: MainWindow, qtbot: QtBot, parent: Path
) -> None:
    with qtbot.waitSignal(window.composition.sessions.files.opened, timeout=WAIT_MS):
        button(window, 0).click()
    one, other = engine_of(window).current.trainer, window.left.trainer  # type: ignore[attr-defined]
    assert one.checkpoint().checksum == other.checkpoint().checksum
    assert [path.name for path in parent.iterdir() if path.is_dir()] == [
        Path(window.composition.engine.folder).name
    ]
    # The states of its past were in the process that was killed.
    kept = engine_of(window).time.history.updates(engine_of(window).number)
    assert kept.tolist() == [30] and "made again from the first one" in window.message_bar.text
    # It is in no file, and saved in none by itself.
    files = window.composition.sessions.files
    assert files.path == "" and files.is_modified
    assert window.windowTitle() == "a.backlight[*] – Backlight" and window.isWindowModified()


def test_what_is_deleted_can_be_had_back_until_the_window_is_closed(window: MainWindow, parent: Path) -> None:
    button(window, 1).click()
    assert "update 30" in window.message_bar.text.lower() and left_work() == []
    button(window, 0).click()
    assert [button(window, number).text() for number in (0, 1)] == ["Open it", "Delete it"]
    button(window, 1).click()
    leave_work(7, begins=True)
    window.composition.dispatcher.issue(FindLeftWork())
    # The run on screen has no update yet: who reads that alone would delete the other one.
    text = window.message_bar.text
    assert ": update 0" in text and text.endswith(" In it are 2 runs with 7 updates; the longest has 7.")
    window.close()
    (work,) = left_work()
    assert work.shown.update == 0
    work.folder.remove()


def test_what_nobody_wanted_is_there_again_at_the_next_start(window: MainWindow, parent: Path) -> None:
    assert left_work() == []
    window.close()
    (work,) = left_work()
    assert work.shown.update == 30
    work.folder.remove()


def test_the_offer_comes_back_when_other_news_has_gone(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.message_bar
    offer = bar.text
    bar.show_message("Saved: a.png")
    bar.show_message("Copied.")
    bar.hide()
    qtbot.waitUntil(lambda: bar.text == offer, timeout=WAIT_MS)
    assert [button(window, number).text() for number in (0, 1)] == ["Open it", "Delete it"]
    # Closed by its own button it has been read.
    bar.findChild(QToolButton, "message_close").click()
    bar.show_message("Saved: a.png")
    bar.hide()
    QApplication.processEvents()
    assert bar.text == ""


def test_without_an_engine_it_is_not_taken_for_opened(window: MainWindow, qtbot: QtBot) -> None:
    presenter, bar = window.composition.sessions.left_work, window.message_bar
    offer = bar.text
    presenter.refuses = lambda command: isinstance(command, c.OpenAutosave)
    button(window, 0).click()
    qtbot.waitUntil(lambda: bar.text == offer, timeout=WAIT_MS)
