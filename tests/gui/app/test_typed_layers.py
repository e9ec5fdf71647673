"""In the window: what is typed into a field is that field's alone; a hundred layers are begun, trained and undone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.architecture.layer_field import LayerField
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


def test_a_network_of_maps_is_begun_with_one_click_changed_trained_and_undone(
    window: MainWindow, qtbot: QtBot
) -> None:
    state, panel = window.composition.store, window.function_set_panel

    def sizes() -> tuple[int, ...]:
        return engine_of(window).current.trainer.network.sizes

    def wait_for_run(run: int) -> None:
        qtbot.waitUntil(lambda: state.state.run.run == run, timeout=WAIT_MS)  # type: ignore[union-attr]

    button = panel.findChild(QAbstractButton, "network_small_cnn")
    assert isinstance(button, QAbstractButton)
    button.click()
    wait_for_run(1)
    small = (256, 2048, 512, 1024, 256, 10)
    assert sizes() == small and state.state.run.parameter_count == 3_818  # type: ignore[union-attr]
    window.actions_["action_step"].trigger()
    qtbot.waitUntil(lambda: window.composition.loss.updates == 1, timeout=WAIT_MS)
    learned = engine_of(window).current.trainer.network.parameters.copy()
    enter_layers(window, "layer_3", "4 x 2", qtbot)
    wait_for_run(2)
    assert sizes() == (256, 2048, 512, 256, 256, 64, 10)
    enter_layers(window, "layer_3", "300", qtbot)
    field = panel.findChild(LayerField, "layer_3")
    assert isinstance(field, LayerField) and field.refusal and field.value == (4, 2)
    field.revert()
    window.menus.undo_action.trigger()
    wait_for_run(1)
    assert sizes() == small
    # What it had learned is back with it.
    np.testing.assert_array_equal(engine_of(window).current.trainer.network.parameters, learned)


def test_the_window_can_begin_with_a_network_that_has_a_name(qtbot: QtBot) -> None:
    window = MainWindow(Settings.in_memory(), 5, local_engine(), "lenet_1989")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    trainer = engine_of(window).current.trainer
    assert trainer.network.sizes == (256, 768, 192, 30, 10) and trainer.config.seed == 5
    assert trainer.network.parameter_count == 9_760
    window.close()
