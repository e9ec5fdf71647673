"""The window: what is in it, that all of it can be found, named and reached, and that it closes cleanly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QSlider,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.engine.commands import Start, Train
from core.engine.frames import pack
from core.engine.messages import RunInfo
from core.engine.protocol import Envelope, frame_of
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.app.commands import NextPhase, PreviousPhase
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.app.speed_slider import FULL_SPEED
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 20_000


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    heard: list[bool] = []
    window.composition.ready.connect(lambda: heard.append(True))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(heard) and window.isActiveWindow(), timeout=WAIT_MS)
    yield window
    window.close()


def panel(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction), name
    return found


def controls(window: MainWindow) -> list[QWidget]:
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    found = [control for kind in kinds for control in window.findChildren(kind)]
    # What Qt makes for itself inside its own widgets has no name, and is no control of ours.
    return [
        control
        for control in found
        if not isinstance(control, QScrollBar)
        and not isinstance(control.parent(), (QTabBar, QLineEdit, QComboBox))
        and not control.objectName().startswith("qt_")
        and control.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]


def where(thing: QObject) -> str:
    return f"{type(thing).__name__} {thing.objectName()!r} in {type(thing.parent()).__name__}"


# --- what is there


def test_the_speed_is_a_slider_whose_maximum_is_full_speed(window: MainWindow) -> None:
    speed = window.findChild(QSlider, "speed")
    assert isinstance(speed, QSlider)
    assert speed.maximum() == FULL_SPEED
    speed.setValue(speed.maximum())
    assert window.composition.store.state.is_full_speed
    assert action(window, "action_full_speed").isChecked()


def test_every_control_has_a_name_is_read_out_says_what_it_is_for_and_can_be_reached_and_hit(
    window: MainWindow,
) -> None:
    def spoken(control: QWidget) -> str:
        return control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")

    def words(control: QWidget) -> str:
        return control.toolTip() or (control.text() if isinstance(control, QAbstractButton) else "")

    found = controls(window)
    assert len(found) > 20
    nameless = [where(control) for control in found if not control.objectName()]
    silent = [where(control) for control in found if not spoken(control)]
    mute = [where(control) for control in found if not words(control)]
    unreachable = [where(control) for control in found if not control.focusPolicy() & Qt.FocusPolicy.TabFocus]
    small = [
        f"{where(control)}: {control.width()} x {control.height()}"
        for control in found
        if control.isVisible() and min(control.width(), control.height()) < 24
    ]
    assert (nameless, silent, mute, unreachable, small) == ([], [], [], [], [])


def test_every_action_has_words_and_a_key_or_a_menu(window: MainWindow) -> None:
    in_menus = {
        entry for menu in window.menus.findChildren(QWidget) for entry in menu.actions() if entry.objectName()
    }
    for each in window.actions_._actions.values():
        assert each.text() and each.toolTip(), each.objectName()
        assert each.shortcut().toString() or each in in_menus, each.objectName()


# --- training


def test_space_runs_and_pauses(window: MainWindow, qtbot: QtBot) -> None:
    store = window.composition.store
    window.network_view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: store.state.running, timeout=WAIT_MS)
    assert action(window, "action_run").text() == "Pause"
    qtbot.waitUntil(lambda: window.composition.loss.updates > 0, timeout=WAIT_MS)
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not store.state.running, timeout=WAIT_MS)
    assert action(window, "action_run").text() == "Run"


def test_space_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    button = window.findChild(QAbstractButton, "new_weights")
    assert isinstance(button, QAbstractButton)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus, timeout=WAIT_MS)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [True] and not window.composition.store.state.running
    window.network_view.setFocus()
    QTest.keyClick(window.network_view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.composition.store.state.running, timeout=WAIT_MS)


def test_the_panels_show_the_first_run(window: MainWindow) -> None:
    size = window.findChild(QLineEdit, "layer_1")
    rate = window.findChild(QLineEdit, "learning_rate")
    assert isinstance(size, QLineEdit) and size.text() == "32"
    assert isinstance(rate, QLineEdit) and rate.text() == "0.001"


def test_a_refused_number_leaves_the_run_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    before = window.composition.runs.info
    for name, text in (
        ("layer_1", "100000"),
        ("layer_1", "0"),
        ("batch_size", "60001"),
        ("learning_rate", "nan"),
    ):
        line = window.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert line.property("refused") is True, name
    assert window.composition.runs.info == before
    assert window.undo_stack.count() == 0


def test_a_run_begun_in_the_panel_has_exactly_its_activations_start_and_skips(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel_ = window.function_set_panel

    def choose(name: str, data: str) -> None:
        box = panel_.findChild(QComboBox, name)
        assert isinstance(box, QComboBox), name
        box.setCurrentIndex(box.findData(data))
        box.activated.emit(box.currentIndex())

    def enter(name: str, text: str) -> None:
        line = panel_.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit), name
        line.selectAll()
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)

    def press(name: str) -> None:
        button = panel_.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton), name
        button.click()

    changes: list[Callable[[], None]] = [
        lambda: enter("layer_2", "32"),
        lambda: choose("activation_2", "gelu"),
        lambda: choose("initializer", "constant"),
        lambda: enter("initial_scale", "0,25"),
        lambda: press("skip"),
        lambda: enter("skip_scale", "0.5"),
    ]
    choose("activation", "")
    press("more_of_function_set")
    for run, change in enumerate(changes, 1):
        change()
        qtbot.waitUntil(
            lambda run=run: window.composition.store.state.run.run == run,  # type: ignore[misc]
            timeout=WAIT_MS,
        )
        assert window.undo_stack.count() == run
    network = engine_of(window).current.trainer.network
    assert network.sizes == (256, 32, 32, 10)
    assert network.activations == ("relu", "gelu", "softmax")
    assert [layer.skip for layer in network.layers] == [False, True, False]
    assert [set(layer.W.ravel().tolist()) for layer in network.layers] == [{0.25}, {0.125}, {0.25}]


def test_rewind_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    loss = window.composition.loss
    action(window, "action_step").trigger()
    qtbot.waitUntil(lambda: loss.updates == 1, timeout=WAIT_MS)
    action(window, "action_rewind").trigger()
    qtbot.waitUntil(lambda: loss.updates == 0, timeout=WAIT_MS)
    action(window, "action_undo").trigger()
    qtbot.waitUntil(lambda: loss.updates == 1, timeout=WAIT_MS)


# --- closing


def process_of(window: MainWindow) -> QProcess:
    process = window.composition.engine.findChild(QProcess)
    assert isinstance(process, QProcess)
    return process


def test_closing_while_it_trains_ends_the_engines_process(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    process = process_of(window)
    window.composition.transport.set_speed(FULL_SPEED)
    window.composition.engine.send(Train())
    qtbot.waitUntil(lambda: window.composition.loss.updates > 50, timeout=WAIT_MS)
    assert window.close()
    assert process.state() == QProcess.ProcessState.NotRunning
    assert not window.composition.clock.is_running


def test_what_the_engine_still_says_reaches_no_closed_window(qtbot: QtBot) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    engine = engine_of(window)
    window.close()
    told = engine.handle(Start(Architecture.dense(), TrainingConfig()))
    for number, message in enumerate(told, 1):
        window.composition.engine._transport.received.emit(pack(frame_of(Envelope(message, number))))
    assert {RunInfo, Snapshot} <= {type(message) for message in told}
    assert window.composition.network.displayed is None and window.composition.runs.info is None


def test_a_window_that_is_never_shown_closes_too(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    process = process_of(window)
    assert window.close()
    assert process.state() == QProcess.ProcessState.NotRunning


def test_a_window_that_is_destroyed_without_being_closed_ends_the_process_too(qtbot: QtBot) -> None:
    window = MainWindow()
    number = process_of(window).processId()
    window.deleteLater()
    del window
    qtbot.waitUntil(lambda: not Path(f"/proc/{number}").exists(), timeout=WAIT_MS)


# --- the look


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_the_projector_is_left_by_the_keyboard(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    action(window, "action_projector").trigger()
    QTest.keyClick(window, key)
    assert window.menus.isVisible()
    qtbot.waitUntil(window.updatesEnabled, timeout=WAIT_MS)
    assert window.tabs_dock.isVisible() and window.steps_dock.isVisible() and window.toolbar.isVisible()


@pytest.mark.parametrize("at", ["network_view", "digit_canvas"])
def test_a_presenters_clicker_leads_through_an_update_and_its_other_keys_do_no_harm(
    window: MainWindow, qtbot: QtBot, at: str
) -> None:
    action(window, "action_projector").trigger()
    heard: list[object] = []
    window.actions_.issued.connect(heard.append)
    widget = panel(window, at)
    widget.setFocus()
    state = window.composition.store.state
    for key in (Qt.Key.Key_F5, Qt.Key.Key_B):
        QTest.keyClick(widget, key)
    QTest.keyClick(widget, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert not window.composition.store.state.running and window.isFullScreen()
    assert window.composition.loss.updates == 0 and window.composition.store.state.layout == state.layout
    assert heard == []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(widget, key)
    assert heard == [NextPhase(), PreviousPhase()] and window.isFullScreen()


def test_space_still_runs_where_there_are_no_menus(window: MainWindow, qtbot: QtBot) -> None:
    action(window, "action_projector").trigger()
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.composition.store.state.running, timeout=WAIT_MS)


def test_larger_type_stays_within_its_bounds(window: MainWindow) -> None:
    for _ in range(20):
        action(window, "action_larger").trigger()
    assert window.theme.scale == 3.0
    for _ in range(20):
        action(window, "action_smaller").trigger()
    assert window.theme.scale == 0.8
    action(window, "action_usual_size").trigger()
    assert window.theme.scale == 1.0


def test_what_was_chosen_is_remembered_at_closing(qtbot: QtBot) -> None:
    settings = Settings.in_memory()
    window = MainWindow(settings, engine=local_engine())
    qtbot.addWidget(window)
    action(window, "action_theme_light").trigger()
    action(window, "action_larger").trigger()
    action(window, "action_waves").trigger()
    window.composition.transport.set_speed(77)
    window.close()
    assert (settings.theme, settings.scale, settings.speed, settings.waves) == ("light", 1.1, 77, False)
    again = MainWindow(settings, engine=local_engine())
    qtbot.addWidget(again)
    assert again.theme.name == "light" and again.theme.scale == 1.1
    assert again.composition.store.state.speed == 77
    assert not action(again, "action_waves").isChecked()
    again.close()


def test_the_projectors_layout_and_back_leave_the_windows_size(qtbot: QtBot) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1024, 576)
    window.show()
    qtbot.waitUntil(lambda: window.composition.runs.info is not None)
    for _ in range(2):
        window.actions_["action_projector"].trigger()
        qtbot.waitUntil(lambda: window.size() == window.screen().size(), timeout=WAIT_MS)
        assert window.isFullScreen()
        window.actions_["action_projector"].trigger()
        qtbot.waitUntil(lambda: (window.width(), window.height()) == (1024, 576), timeout=WAIT_MS)
        assert not window.isFullScreen()
    window.close()
