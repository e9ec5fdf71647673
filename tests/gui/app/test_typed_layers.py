"""In the window: what is typed into a field is that field's alone; a hundred layers are begun, trained and undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 20_000


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(
        lambda: window.composition.network.displayed is not None and window.isActiveWindow(), timeout=WAIT_MS
    )
    yield window
    window.close()


def enter_layers(window: MainWindow, name: str, text: str, qtbot: QtBot) -> None:
    line = window.function_set_panel.findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit), name
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_hundred_residual_layers_are_typed_trained_and_undone(window: MainWindow, qtbot: QtBot) -> None:
    state = window.composition.store
    enter_layers(window, "layer_1", "32 x 99", qtbot)
    qtbot.waitUntil(lambda: state.state.run.run == 1, timeout=WAIT_MS)  # type: ignore[union-attr]
    skip = window.findChild(QAbstractButton, "skip")
    assert isinstance(skip, QAbstractButton)
    skip.click()
    qtbot.waitUntil(lambda: state.state.run.run == 2, timeout=WAIT_MS)  # type: ignore[union-attr]
    trainer = engine_of(window).current.trainer
    assert trainer.network.sizes == (256, *[32] * 99, 16, 10)
    assert sum(layer.skip for layer in trainer.network.layers) == 98
    window.actions_["action_step"].trigger()
    qtbot.waitUntil(lambda: window.composition.loss.updates == 1, timeout=WAIT_MS)
    for _ in range(2):
        window.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: state.state.run.run == 0, timeout=WAIT_MS)  # type: ignore[union-attr]
    line = window.findChild(QLineEdit, "layer_1")
    assert isinstance(line, QLineEdit) and line.text() == "32"


def test_nothing_typed_into_a_field_reaches_the_training(window: MainWindow, qtbot: QtBot) -> None:
    heard: list[object] = []
    window.actions_.issued.connect(heard.append)
    for name in ("layer_1", "seed", "learning_rate", "batch_size"):
        line = window.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        qtbot.waitUntil(line.hasFocus, timeout=WAIT_MS)
        qtbot.keyClicks(line, " 16 16 r.f[wT5 ")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.keyClicks(line, " ")
    assert heard == [] and not window.composition.store.state.running


def test_undo_in_a_field_brings_the_earlier_network_back(window: MainWindow, qtbot: QtBot) -> None:
    state = window.composition.store
    enter_layers(window, "layer_1", "8", qtbot)
    qtbot.waitUntil(lambda: state.state.run.run == 1, timeout=WAIT_MS)  # type: ignore[union-attr]
    line = window.findChild(QLineEdit, "layer_1")
    assert isinstance(line, QLineEdit) and window.network_view.hasFocus()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: state.state.run.run == 0, timeout=WAIT_MS)  # type: ignore[union-attr]
    assert line.text() == "32"


def test_the_keyboard_comes_to_rows_made_anew_between_the_title_and_the_button(
    window: MainWindow, qtbot: QtBot
) -> None:
    enter_layers(window, "layer_2", "16 x 5", qtbot)
    qtbot.waitUntil(
        lambda: window.composition.store.state.run.run == 1,  # type: ignore[union-attr]
        timeout=WAIT_MS,
    )
    QApplication.processEvents()
    add = window.findChild(QAbstractButton, "add_layer")
    at: QWidget | None = window.findChild(QWidget, "card_title")
    reached = []
    while at is not None and at is not add:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and not at.isHidden():
            reached.append(at.objectName())
        at = at.nextInFocusChain()
    assert reached == ["card_title", "layer_1", "remove_layer_1", "layer_2", "remove_layer_2"]
