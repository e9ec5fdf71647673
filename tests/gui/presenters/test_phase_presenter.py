"""Page Down and Page Up: through an update that is seen, through a page's steps, and never through what is covered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QSlider
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.engine.commands import LookAt, Train
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.export.captions import other_moments
from tests.gui import local_engine as local
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 60_000
DOWN, UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
COVERED = "The phases of an update are shown in the network: Esc leads back to it."


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    data = choose_digits(local.load_once(DatasetSpec()), 100)
    monkeypatch.setattr(local, "load_once", lambda choice: data)
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield window
    window.close()


def slider_of(window: MainWindow) -> QSlider:
    slider = window.speed.findChild(QSlider, "speed")
    assert isinstance(slider, QSlider)
    return slider


def press(window: MainWindow, key: Qt.Key) -> str:
    """What the news say after it; the key goes to whatever has the keyboard."""
    window.message_bar.hide()
    QTest.keyClick(window.focusWidget() or window, key)
    return window.message_bar.text if window.message_bar.isVisible() else ""


def test_on_a_page_with_steps_they_lead_these_wherever_the_keyboard_is_and_begin_no_update(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.composition.dispatcher.issue(c.ShowUnrolling())
    page, player = window.composition.unrolling.page, window.composition.network.player
    qtbot.waitUntil(lambda: page.scene.view is not None, timeout=WAIT_MS)
    steps = []
    for key, elsewhere in ((UP, page), (DOWN, page), (DOWN, window.toolbar), (UP, page.steps[2])):
        elsewhere.setFocus()
        assert press(window, key) == ""
        steps.append(page.step)
    assert steps == [0, 1, 2, 1]
    assert player.walkthrough is None and not player.is_wanted


def test_on_another_page_they_say_where_an_update_is_told_and_change_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    root, engine = window.composition, engine_of(window)
    player = root.network.player
    root.dispatcher.issue(c.ShowFlips())
    assert press(window, DOWN) == COVERED and not player.is_wanted
    # Back in the network nothing has to be said any more, and it is told there.
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert window.network_area.page is None and not window.message_bar.isVisible()
    assert press(window, DOWN) == ""
    qtbot.waitUntil(lambda: player.walkthrough is not None and player.is_frozen, timeout=WAIT_MS)
    held = player.elapsed_s
    root.dispatcher.issue(c.ShowFlips())
    assert "held: Space goes on, Esc leads back to it" in (
        window.status_label.toolTip() or window.status_label.text()
    )
    assert press(window, DOWN) == press(window, UP) == COVERED
    assert player.is_frozen and player.elapsed_s == held and engine.current.trainer.step_count == 0


def test_a_walkthrough_is_led_from_wherever_the_keyboard_is_and_only_while_there_is_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    root = window.composition
    player, speed = root.network.player, slider_of(window)
    boxes = [box for box in window.findChildren(QComboBox) if box.isVisible() and box.isEnabled()]
    before = [box.currentIndex() for box in boxes]
    root.dispatcher.issue(c.NextPhase())
    qtbot.waitUntil(lambda: player.walkthrough is not None and player.is_frozen, timeout=WAIT_MS)
    value = speed.value()
    for elsewhere in (speed, *boxes, window.loss_plot):
        elsewhere.setFocus()
        assert elsewhere.hasFocus()
        before_s, news = player.elapsed_s, press(window, DOWN)
        at_next_s = player.elapsed_s
        assert news == press(window, UP) == "" and player.elapsed_s < at_next_s > before_s
    assert speed.value() == value and [box.currentIndex() for box in boxes] == before
    root.network.leave_walkthrough()
    speed.setFocus()
    press(window, UP)
    assert speed.value() != value and not player.is_wanted


def test_where_the_status_line_says_that_a_key_begins_an_update_it_does_also_from_a_slider(
    window: MainWindow, qtbot: QtBot
) -> None:
    player = window.composition.network.player
    press(window, UP)
    assert "Page Down begins the next update" in (window.status_label.toolTip() or window.status_label.text())
    slider_of(window).setFocus()
    press(window, DOWN)
    qtbot.waitUntil(lambda: player.walkthrough is not None and player.is_frozen, timeout=WAIT_MS)


def test_looking_back_they_lead_through_the_past_also_on_a_page(window: MainWindow, qtbot: QtBot) -> None:
    root = window.composition
    root.dispatcher.issue(Train(3))
    qtbot.waitUntil(lambda: root.loss.updates == 3 and not root.store.state.running, timeout=WAIT_MS)
    root.dispatcher.issue(c.ShowFlips())
    root.dispatcher.issue(LookAt(1))
    seen = []
    for key in (DOWN, UP, UP):
        assert press(window, key) == ""
        seen.append(root.store.state.moment)
    assert seen == [2, 1, 0]


@pytest.mark.parametrize("picture", ["weight", "mean_gradient"])
def test_a_picture_of_a_phase_names_the_update_whose_gradient_or_change_it_shows(
    window: MainWindow, qtbot: QtBot, picture: str
) -> None:
    root, view = window.composition, window.network_view
    player = root.network.player
    root.dispatcher.issue(c.Choose("edge_value", picture))
    root.dispatcher.issue(c.NextPhase())
    qtbot.waitUntil(lambda: player.walkthrough is not None and player.is_frozen, timeout=WAIT_MS)
    said: dict[str, list[str]] = {}
    while "rest" not in said and player.walkthrough is not None:
        qtbot.waitUntil(lambda: not view.has_work(), timeout=WAIT_MS)
        view.grab()
        render = view.detached_render()
        assert render is not None and render.displayed_snapshot.update == 0
        before = render.composed_frame.animation
        said[before.phase] = other_moments(render)
        root.dispatcher.issue(c.NextPhase())
        frame = view._composed_frame
        qtbot.waitUntil(lambda: frame.animation != before or player.walkthrough is None, timeout=WAIT_MS)  # noqa: B023
    told = ["connections of update 1"]
    # Up to it each mark is of the shown example and the weights before the update.
    assert said["forward"] == said["backward"] == []
    # So are the rings of the batch's mean δ.
    assert said["mean"] == ["connections and mean δ of update 1"]
    assert said["change"] == told
    assert said["rest"] == ["weights of update 1" if picture == "weight" else told[0]]
