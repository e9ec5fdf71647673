"""The page of a weight in the window: opened by a click, a key and the walkthrough, collected as the engine has it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from core.analysis.weight_places import KernelWeight, weights_of_kernel
from core.engine.commands import ShowTestSample, Train
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.kernel_page.weight_page import WeightPage
from gui.presenters.weight_page_presenter import WeightPagePresenter
from gui.widgets.number_field import NumberField
from gui.widgets.picture_page import PicturePage
from tests.gui.local_engine import local_engine

WAIT_MS = 30_000


class Desk:
    """The window with a small CNN, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.issue = self.session.dispatcher.issue

    @property
    def presenter(self) -> WeightPagePresenter:
        return self.session.weight_page

    @property
    def page(self) -> WeightPage:
        page = self.window.network_area.page
        assert isinstance(page, WeightPage)
        return page

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def at_weight(self) -> tuple[QPointF, KernelWeight]:
        kernels = self.window.network_view._composed_frame.nodes.ribbons.kernels[0]
        at = QPointF(float(kernels.x[2]) + 2.5 * kernels.cell, float(kernels.y[2]) + 0.5 * kernels.cell)
        return at, KernelWeight(0, 0, 2, 0, 2)

    def mouse(self, kind: QEvent.Type, at: QPointF) -> None:
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        press = kind == QEvent.Type.MouseButtonPress
        event = QMouseEvent(
            kind, at, at, left if press else none, left if press else none, Qt.KeyboardModifier.NoModifier
        )
        view = self.window.network_view
        (view.mousePressEvent if press else view.mouseMoveEvent)(event)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine(), network="small_cnn")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    desk, network = Desk(window, qtbot), window.composition.network
    desk.until(lambda: network.displayed is not None)
    desk.session.transport.set_speed(100)
    desk.issue(Train(20))
    desk.until(lambda: network.displayed is not None and network.displayed.update == 20)
    desk.until(lambda: not desk.session.store.state.running)
    window.network_view.grab()
    yield desk
    window.close()


def pointing_tells_the_weight_and_a_click_opens_its_page(desk: Desk) -> None:
    at, weight = desk.at_weight()
    desk.mouse(QEvent.Type.MouseMove, at)
    view, inspector = desk.window.network_view, desk.window.inspector
    assert "kernel 3, weight (1, 3)" in view._callout.text and view._callout.isVisible()
    assert "Kernel 3, weight (1, 3)" in inspector.accessibleDescription()
    desk.mouse(QEvent.Type.MouseButtonPress, at)
    assert desk.presenter.is_open and desk.page.weight == weight
    # Inspect keeps it, with w to be set.
    shown = desk.session.network.displayed
    assert shown is not None and inspector.parameter.place is not None
    own = inspector.parameter.place.index(shown.topology)
    assert own == (0 * 3 + 2) * 8 + 2 and inspector.parameter.line.value == pytest.approx(
        float(shown.parameters[own])
    )
    desk.qtbot.keyClick(desk.page.canvas, Qt.Key.Key_Left)
    assert desk.page.weight == KernelWeight(0, 0, 2, 0, 1)
    desk.qtbot.keyClick(desk.page.canvas, Qt.Key.Key_Escape)
    assert not desk.presenter.is_open and desk.window.network_area.page is None


def the_keys_lead_from_a_map_to_its_kernel_and_enter_opens_the_page(desk: Desk) -> None:
    view = desk.window.network_view
    view._selection.focused = (0, 2)
    desk.qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view._selection.weight == KernelWeight(0, 0, 2, 0, 2) and view._callout.isVisible()
    desk.qtbot.keyClick(view, Qt.Key.Key_Down)
    desk.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert desk.page.weight == KernelWeight(0, 0, 2, 1, 2)


def its_action_opens_the_weight_of_what_is_pinned_and_closes_it(desk: Desk) -> None:
    desk.window.network_view.pin((0, 5))
    desk.issue(c.ShowWeight())
    assert desk.page.weight is not None and desk.page.weight.to_map == 5 and desk.page.weight.group == 0
    desk.issue(c.ShowWeight())
    assert not desk.presenter.is_open


def collecting_ends_with_the_engines_numbers(desk: Desk) -> None:
    desk.presenter.open(KernelWeight(0, 0, 2, 1, 1))
    desk.page.collect.click()
    desk.until(lambda: (desk.presenter._progress or 0) > 0.02)
    assert desk.page.collect.text() == "Pause"
    desk.page.collect.click()
    stopped = desk.presenter._progress
    assert stopped is not None and desk.page.collect.text() == "Collect"
    for _ in range(9):
        desk.page.next.click()
    scene = desk.page.canvas.scene
    assert scene is not None and desk.presenter._progress == 1.0
    gradient = scene.snapshot.trace.gradient
    assert gradient is not None
    weights = weights_of_kernel(scene.snapshot.connections, scene.weight)
    assert scene.weight == weights[-1]
    assert np.array_equal(scene.numbers.gradient.ravel(), gradient[2 : 9 * 8 : 8].astype(np.float64))
    desk.page.previous.click()
    assert "weight 8 of 9" in desk.page.accessibleDescription()


def where_motion_is_reduced_all_is_collected_at_once(desk: Desk) -> None:
    desk.issue(c.Choose("reduced_motion", True))
    desk.presenter.open(KernelWeight(0, 0, 2, 1, 1))
    desk.page.collect.click()
    assert desk.presenter._progress == 1.0 and desk.page.collect.text() == "Collect"
    desk.issue(c.Choose("reduced_motion", False))


def the_kernel_shows_the_last_updates_numbers_in_their_pictures(desk: Desk) -> None:
    desk.presenter.open(KernelWeight(0, 0, 2, 1, 1))
    desk.issue(c.Choose("edge_value", "change"))
    assert desk.page.canvas.scene is not None and desk.page.canvas.scene.kind == "change"
    # What is collected is ∂C/∂w, on the scale that the caption names.
    desk.page.collecting_wanted.emit(0.5)
    assert desk.page.canvas.scene is not None and desk.page.canvas.scene.kind == "gradient"
    desk.page.collecting_wanted.emit(None)
    assert desk.page.canvas.scene is not None and desk.page.canvas.scene.kind == "change"
    desk.issue(c.Choose("edge_value", "weight"))
    assert desk.page.canvas.scene is not None and desk.page.canvas.scene.kind == "gradient"


def the_walkthrough_collects_on_the_page_and_goes_on(desk: Desk) -> None:
    player = desk.session.network.player
    desk.window.network_view.pin((0, 4))
    desk.window.tabs.setCurrentWidget(desk.window.draw_panel)
    seed = desk.window.findChild(NumberField, "seed")
    assert seed is not None
    seed.setFocus()
    desk.issue(c.NextPhase())
    desk.until(lambda: player.walkthrough is not None)

    def phase() -> str:
        return player._timeline.phase_at(player.elapsed_s).name if player._timeline else ""

    while phase() != "collect":
        desk.issue(c.NextPhase())
    desk.until(lambda: desk.presenter.is_open)
    assert desk.page.weight == player.collects and player.collects is not None
    # It has come by itself: the keyboard stays where it is, and so do the panels.
    assert seed.hasFocus() and desk.window.tabs.currentWidget() is desk.window.draw_panel
    assert player.collects.to_map == 4 and "kernel 5 of layer 1" in player.sentence()
    # Stepped, it holds there; the next phase has the picture again.
    desk.page.next.click()
    assert player.is_frozen and "weight 1 of 9" in desk.page.accessibleDescription()
    desk.issue(c.NextPhase())
    desk.until(lambda: not desk.presenter.is_open and phase() == "mean")
    # Closed by hand, it stays closed for this walkthrough's collecting.
    desk.issue(c.PreviousPhase())
    desk.until(lambda: desk.presenter.is_open)
    desk.qtbot.keyClick(desk.page.canvas, Qt.Key.Key_Escape)
    desk.qtbot.wait(60)
    assert not desk.presenter.is_open


def while_one_update_after_the_other_is_told_it_comes_each_time_until_it_is_closed(desk: Desk) -> None:
    player, presenter, store = desk.session.network.player, desk.presenter, desk.session.store
    player.collects = KernelWeight(0, 0, 2, 1, 1)
    store.update(running=True)
    for _ in range(2):
        player.collecting.emit(0.1)
        assert presenter.is_open and presenter._progress == 0.1
        player.collecting.emit(None)
        assert not presenter.is_open
    player.collecting.emit(0.1)
    desk.qtbot.keyClick(desk.page.canvas, Qt.Key.Key_Escape)
    for progress in (0.2, None, 0.1):
        player.collecting.emit(progress)
        assert not presenter.is_open
    store.update(running=False)
    player.collecting.emit(None)
    player.collecting.emit(0.1)
    assert presenter.is_open
    player.collecting.emit(None)


def another_page_takes_its_place(desk: Desk) -> None:
    desk.presenter.open(KernelWeight(0, 0, 2, 1, 1))
    desk.page.collect.click()
    other = PicturePage("other_page")
    desk.qtbot.addWidget(other)
    desk.window.network_area.show_over(other)
    desk.issue(ShowTestSample("next"))
    desk.until(lambda: desk.presenter._weight is None)
    assert desk.window.network_area.page is other and not desk.presenter._playing
    desk.window.network_area.show_over(None)


def it_takes_the_place_of_the_page_of_a_filter(desk: Desk) -> None:
    desk.issue(c.ShowFilter())
    assert desk.session.filters.is_open
    desk.presenter.open(KernelWeight(0, 0, 2, 1, 1))
    assert desk.presenter.is_open and not desk.session.filters.is_open
    desk.presenter.close()
    assert desk.window.network_area.page is None


def the_page_follows_the_example_and_goes_with_the_network(desk: Desk) -> None:
    desk.presenter.open(KernelWeight(0, 0, 2, 1, 1))
    desk.issue(ShowTestSample("next"))
    desk.until(lambda: desk.page.canvas.scene.snapshot.example.origin == "test")  # type: ignore[union-attr]
    # Also where it is being collected just then.
    desk.page.collect.click()
    desk.until(lambda: desk.presenter._collected is not None)
    desk.issue(c.SetArchitecture(desk.session.runs.info.architecture.with_hidden(())))  # type: ignore[union-attr]
    desk.until(lambda: not desk.presenter.is_open)
    desk.issue(c.ShowWeight())
    assert not desk.presenter.is_open
    desk.until(lambda: "no kernels" in desk.window.message_bar.text)


ALL = (
    pointing_tells_the_weight_and_a_click_opens_its_page,
    the_keys_lead_from_a_map_to_its_kernel_and_enter_opens_the_page,
    its_action_opens_the_weight_of_what_is_pinned_and_closes_it,
    collecting_ends_with_the_engines_numbers,
    where_motion_is_reduced_all_is_collected_at_once,
    the_kernel_shows_the_last_updates_numbers_in_their_pictures,
    the_walkthrough_collects_on_the_page_and_goes_on,
    while_one_update_after_the_other_is_told_it_comes_each_time_until_it_is_closed,
    another_page_takes_its_place,
    it_takes_the_place_of_the_page_of_a_filter,
    the_page_follows_the_example_and_goes_with_the_network,
)


def test_all_that_can_be_done_with_the_page(desk: Desk) -> None:
    """One after the other in one window: to begin one takes longer than all of them."""
    for step in ALL:
        try:
            step(desk)
        except AssertionError as error:
            raise AssertionError(f"{step.__name__}: {error}") from error
        desk.session.network.leave_walkthrough()
        if desk.presenter.is_open:
            desk.presenter.close()
        desk.window.network_view.clear_selection()
