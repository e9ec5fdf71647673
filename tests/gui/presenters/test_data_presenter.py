"""The training data in the window: made by the engine, or read beside it where they are a user's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.engine.commands import BeginRun, LoadData
from core.engine.messages import DataLoaded
from gui.app.commands import ChooseData
from gui.app.main_window import MainWindow
from gui.app.translation import install_language
from gui.data_dialog import import_page
from gui.data_dialog.dialog import DataDialog
from gui.widgets import work_dialog
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 30_000
MOONS = DatasetSpec("plane", "moons", count=50)
TABLE = "".join(f"{i % 5},{i % 3},{'ab'[i % 2]}\n" for i in range(40))


class Desk:
    """The window, and what its engine is sent."""

    awaits_run = False

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(engine=local_engine())
        qtbot.addWidget(self.window)
        self.data = self.window.composition.data
        self.sent: list[Any] = []
        send = self.window.composition.engine.send

        def note(command: Any) -> None:
            self.sent.append(command)
            send(command)

        self.data._engine = self.window.composition.runs._engine = self
        self.send = note
        self.wait(lambda: self.window.composition.runs.info is not None)

    def wait(self, is_so: Any) -> None:
        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def open_dialog(self) -> DataDialog:
        self.data.choose(ChooseData())
        dialog = self.window.findChild(DataDialog)
        assert isinstance(dialog, DataDialog)
        return dialog

    @property
    def choice(self) -> DatasetSpec:
        """What the engine trains on."""
        return engine_of(self.window).current.origin.choice

    def data_words(self) -> str:
        """What the window says of the examples that are learned from."""
        button = self.window.findChild(QPushButton, "choose_data")
        assert isinstance(button, QPushButton)
        return button.accessibleDescription()

    def kinds(self) -> list[type]:
        return [type(command) for command in self.sent]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.window.close()


def test_what_can_be_made_anew_is_made_by_the_engine(desk: Desk) -> None:
    dialog = desk.open_dialog()
    dialog.choice_wanted.emit(MOONS)
    assert desk.sent == [LoadData(MOONS)]
    desk.wait(lambda: desk.choice == MOONS)
    begun = desk.sent[-1]
    assert isinstance(begun, BeginRun) and begun.choice == MOONS
    assert not dialog.isVisible()


def test_a_users_own_file_is_read_beside_the_training_and_then_handed_over(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    own = DatasetSpec("own", path=str(path))
    desk.data.choose(ChooseData(choice=own))
    assert desk.sent == []
    desk.wait(lambda: desk.choice.unread == own)
    assert desk.kinds() == [LoadData, BeginRun] and desk.sent[0].own is not None
    assert engine_of(desk.window).current.trainer.network.sizes[0] == 2
    # Read again when it has changed it is another choice, and the window says which is on screen.
    before, described = desk.choice, desk.data_words()
    path.write_text(TABLE.replace("a", "c"), encoding="utf-8")
    desk.data.choose(ChooseData(choice=before))
    desk.wait(lambda: desk.choice not in (before, MOONS) and desk.data_words() != described)
    assert desk.choice.unread == own and desk.choice.content[:6] in desk.data_words()
    assert before.content[:6] in described


def test_what_cannot_be_read_is_refused_in_the_dialog(desk: Desk, tmp_path: Path) -> None:
    refusals: list[str] = []
    dialog = desk.open_dialog()
    dialog.show_error = refusals.append  # type: ignore[method-assign]
    dialog.choice_wanted.emit(DatasetSpec("own", path=str(tmp_path / "nothing.csv")))
    desk.wait(lambda: bool(refusals))
    assert "nothing.csv" in refusals[0] and desk.sent == []


def test_what_the_engine_refuses_is_refused_in_the_dialog_too(desk: Desk) -> None:
    refusals: list[str] = []
    dialog = desk.open_dialog()
    dialog.show_error = refusals.append  # type: ignore[method-assign]
    dialog.choice_wanted.emit(DatasetSpec(classes=(0,)))
    desk.wait(lambda: bool(refusals))
    assert desk.kinds() == [LoadData] and "two or more" in refusals[0]


def test_after_a_cancel_no_run_begins_on_what_still_comes(desk: Desk) -> None:
    dialog = desk.open_dialog()
    dialog.choice_wanted.emit(MOONS)
    dialog.cancel_wanted.emit()
    heard: list[DataLoaded] = []
    desk.window.composition.engine.data_loaded.connect(heard.append)
    desk.wait(lambda: bool(heard))
    assert desk.kinds() == [LoadData] and dialog.isVisible()
    dialog.choice_wanted.emit(MOONS)
    desk.wait(lambda: desk.choice == MOONS)


def test_how_own_examples_begin_is_seen_before_they_are_learned(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("width,height,kind\n" + TABLE, encoding="utf-8")
    dialog = desk.open_dialog()
    dialog.show_source("own")
    line = dialog.findChild(QLineEdit, "own_path")
    says = dialog.findChild(QLabel, "first_look_says")
    refusal = dialog.findChild(QLabel, "data_refusal")
    assert isinstance(line, QLineEdit) and isinstance(says, QLabel) and isinstance(refusal, QLabel)
    line.setText(str(path))
    desk.wait(lambda: "column kind" in says.text())
    path.write_text("width,height,kind\n1,2\n", encoding="utf-8")
    line.setText(f" {path}")
    desk.wait(lambda: "2 columns in line 2" in refusal.text())
    line.setText(str(path)[:-1])
    desk.wait(lambda: not refusal.text())
    assert desk.sent == []
    # What is found too late, of a path that is no longer there, is not shown.
    line.setText(str(tmp_path / "other.csv"))
    desk.data.looker.refused.emit("of another path")
    assert (says.text(), refusal.text()) == ("", "")
    # One that was dropped, with its labels, is complete: what is wrong is said at once.
    desk.data.choose(ChooseData(path=str(tmp_path / "images"), labels_path=str(tmp_path / "labels")))
    desk.wait(lambda: "it is not there" in refusal.text())
    assert dialog.import_page.choice().labels_path == str(tmp_path / "labels")


def test_opened_again_a_refusal_is_in_the_language_of_now_is_not_heard_again_and_goes_once_it_is_mended(
    desk: Desk, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    for module in (import_page, work_dialog):
        monkeypatch.setattr(module, "announce", lambda _widget, sentence: heard.append(sentence))
    path = tmp_path / "table.csv"
    path.write_text("width,height,kind\n1,2\n", encoding="utf-8")
    desk.data.choose(ChooseData(path=str(path)))
    dialog = desk.window.findChild(DataDialog)
    assert isinstance(dialog, DataDialog)
    refusal = dialog.findChild(QLabel, "data_refusal")
    assert isinstance(refusal, QLabel)
    desk.wait(lambda: "2 columns in line 2" in refusal.text())
    assert len(heard) == 1
    dialog.reject()
    try:
        install_language(qapp, "zh_CN")
        desk.data.choose(ChooseData(own=True))
        assert dialog.isVisible() and "columns" not in refusal.text()
        desk.wait(lambda: "第 2 行" in refusal.text())
        assert refusal.isVisible() and len(heard) == 1
        dialog.reject()
    finally:
        install_language(qapp, "en")
    path.write_text("width,height,kind\n" + TABLE, encoding="utf-8")
    desk.data.choose(ChooseData(own=True))
    desk.wait(lambda: len(heard) == 2)
    assert not refusal.isVisible() and "column kind" in heard[-1]
    dialog.reject()


def drop(window: MainWindow, path: Path) -> bool:
    """Drop this onto the middle of the window; whether it was let in."""
    data, at = QMimeData(), QPointF(window.rect().center())
    data.setUrls([QUrl.fromLocalFile(str(path))])
    given = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(at.toPoint(), *given)
    QApplication.sendEvent(window, enters)
    QApplication.sendEvent(window, QDropEvent(at, *given))
    return enters.isAccepted()


def test_a_file_that_is_dropped_is_opened_as_with_its_key_and_undo_takes_it_back(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    before = desk.choice
    assert drop(desk.window, path)
    # A thread looks first whether it is a session.
    desk.wait(lambda: desk.window.findChild(DataDialog) is not None)
    dialog = desk.window.findChild(DataDialog)
    assert dialog is not None and dialog.isVisible() and desk.sent == []
    assert dialog.import_page.choice() == DatasetSpec("own", path=str(path))
    dialog._begin.click()
    desk.wait(lambda: desk.choice.unread == DatasetSpec("own", path=str(path)))
    assert not dialog.isVisible()
    desk.window.undo_stack.undo()
    desk.wait(lambda: desk.choice == before)


def test_without_a_training_the_dialog_does_not_wait_for_ever(desk: Desk) -> None:
    dialog = desk.open_dialog()
    refused: list[str] = []
    show_error = dialog.show_error
    dialog.show_error = lambda words: (refused.append(words), show_error(words))  # type: ignore[method-assign,assignment,func-returns-value]
    dialog.choice_wanted.emit(MOONS)
    assert dialog.is_busy
    desk.window.composition.store.update(is_lost=True)
    desk.window.composition.engine.lost.emit("killed")
    assert not dialog.is_busy and dialog.isVisible() and "has ended" in refused[-1]
    dialog.choice_wanted.emit(MOONS)
    assert not dialog.is_busy and len(refused) == 2
    dialog.reject()
