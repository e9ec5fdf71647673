"""Which panels are seen in a narrow window and by a class, and that L is in sight in each case."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from gui.app.arrangement import NARROW_SIDE_PX, WIDEST_SIDE
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.network.geometry.layout import fitting_theme
from gui.side.compare_page import ComparePage
from gui.theme.tokens import Theme, make_theme
from gui.timeline.moment import Moment
from gui.timeline.run_row import RunRow
from gui.widgets.picture_page import PicturePage


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WindowFrame]:
    """The window without a training: nothing is connected to it."""
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.set_theme(make_theme("dark"))
    window.resize(1280, 800)
    window.show()
    yield window


def wear(window: WindowFrame, theme: Theme) -> None:
    """Take on this look, until all of the window has it."""
    window.set_theme(theme)
    while not window.updatesEnabled():
        QApplication.processEvents()


@pytest.mark.parametrize(("scale", "plotted"), [(0.8, True), (1.5, True), (3.0, False)])
def test_the_projector_has_the_whole_screen_for_network_canvas_and_l(
    window: WindowFrame, scale: float, plotted: bool
) -> None:
    window.show_layout("projector")
    wear(window, make_theme("dark", scale))
    for _ in range(3):
        QApplication.processEvents()
    assert window.isFullScreen() and window.size() == window.screen().size()
    for part in (window.network_view, window.draw_panel.canvas, window.loss_readout):
        assert part.isVisible() and not part.visibleRegion().isEmpty()
    # Where there is no height for it, L is read and not plotted.
    assert window.loss_plot.isVisible() is plotted
    for part in (window.menus, window.toolbar, window.statusBar(), window.steps_dock, window.inspector):
        assert not part.isVisible()
    assert window.network_view.width() >= 0.6 * window.width()
    last, side = window.draw_panel.findChild(QWidget, "tool_own"), window.draw_panel.viewport()
    assert isinstance(last, QWidget) and last.mapTo(side, QPoint(last.width(), 0)).x() <= side.width()


def test_larger_type_for_a_class_leaves_no_empty_strip_where_no_plot_is(window: WindowFrame) -> None:
    window.show_layout("projector")
    wear(window, make_theme("dark", 2.0))
    for _ in range(3):
        QApplication.processEvents()
    assert not window.plots_dock.isVisible()
    wear(window, make_theme("dark", 3.0))
    # In the very picture that is painted next.
    assert window.network_area.height() == window.height()


@pytest.mark.parametrize("width", [1024, 1280])
def test_at_three_times_the_size_the_status_bar_says_the_update_and_l_in_whole_words(
    window: WindowFrame, width: int
) -> None:
    wear(window, make_theme("dark", 3.0))
    window.resize(width, 600)
    statements = [(3, "update 3,000"), (0, "epoch 1"), (2, "623 updates/s")]
    window.status_label.show_statements(statements)
    window.loss_line.show_exact(EXACT)
    QApplication.processEvents()
    assert window.status_label.text().startswith("update 3,000") and "…" not in window.status_label.text()
    assert window.loss_line.text().startswith("after update 3,000: L = 12,346")
    assert "…" not in window.loss_line.text()
    for line in (window.status_label, window.loss_line):
        # As Qt itself would have it, with its padding.
        assert QLabel.sizeHint(line).width() <= line.width() + 1
        assert line.text() in line.accessibleDescription()
    assert window.status_label.toolTip() == "update 3,000  ·  epoch 1  ·  623 updates/s"


def panels(window: WindowFrame) -> list[tuple[bool, tuple[int, int]]]:
    docks = (window.steps_dock, window.tabs_dock, window.plots_dock)
    return [(dock.isVisible(), dock.size().toTuple()) for dock in docks]


@pytest.mark.parametrize("hides_steps", [False, True])
def test_back_from_the_projector_each_panel_is_as_large_as_it_was_left(
    window: WindowFrame, qtbot: QtBot, hides_steps: bool
) -> None:
    window.show_layout("examine")
    QApplication.processEvents()
    window.resizeDocks([window.tabs_dock, window.steps_dock], [330, 280], Qt.Orientation.Horizontal)
    window.resizeDocks([window.plots_dock], [150], Qt.Orientation.Vertical)
    if hides_steps:
        window.actions_["action_show_steps"].trigger()
    QApplication.processEvents()
    before = panels(window)
    assert before[1][1][0] == 330 and before[2][1][1] == 150
    window.show_layout("projector")
    window.set_theme(make_theme("dark", 1.5))
    qtbot.waitUntil(lambda: window.isFullScreen() and window.size() == window.screen().size())
    window.show_layout("examine")
    window.set_theme(make_theme("dark"))
    qtbot.waitUntil(lambda: panels(window) == before)
    # Nor does what comes late change it.
    for _ in range(5):
        QApplication.processEvents()
    assert panels(window) == before and window.inspector.isVisible()


def test_back_from_the_projector_the_bars_have_their_heights_in_the_first_picture(
    window: WindowFrame, qtbot: QtBot
) -> None:
    """What settles later is on screen until then."""
    window.status_label.show_statements([(1, "update 300")])
    for _ in range(3):
        QApplication.processEvents()
    bars = (window.menus, window.toolbar, window.statusBar())
    before = [bar.height() for bar in bars]
    window.show_layout("projector")
    window.set_theme(make_theme("dark", 1.5))
    for _ in range(3):
        QApplication.processEvents()
    painted: list[list[int]] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append([bar.height() for bar in bars])
            return False

    watcher = Watcher()
    window.statusBar().installEventFilter(watcher)
    window.show_layout("watch")
    window.set_theme(make_theme("dark"))
    qtbot.waitUntil(lambda: bool(painted))
    assert painted[0] == before


@pytest.mark.parametrize("scale", [1.5, 3.0])
def test_news_and_a_look_back_leave_the_side_of_the_projector_its_width(
    window: WindowFrame, scale: float
) -> None:
    theme = make_theme("dark", scale)
    window.show_layout("projector")
    wear(window, theme)
    for _ in range(3):
        QApplication.processEvents()
    before = window.tabs_dock.width()
    # What is in it may need more than it is given.
    assert before >= round(min(theme.px(NARROW_SIDE_PX), WIDEST_SIDE * window.width()))
    window.network_area.show_moment(Moment(6351, 6353, 6272, is_exact=True, is_checked=True))
    window.message_bar.show_message("A run of its own begins here.", actions=[("Undo", lambda: None)])
    for _ in range(3):
        QApplication.processEvents()
    assert window.tabs_dock.width() == before
    window.network_area.show_moment(None)
    window.message_bar.hide()
    QApplication.processEvents()
    assert window.tabs_dock.width() == before


def test_ctrl_1_never_lays_the_steps_over_the_network_in_the_projector(window: WindowFrame) -> None:
    window.show_layout("projector")
    for scale, shown in ((1.5, True), (3.0, False)):
        wear(window, make_theme("dark", scale))
        window.actions_["action_steps"].trigger()
        QApplication.processEvents()
        assert window.drawer.isHidden() and window.function_set_panel.isVisible() is shown
        if shown:
            beside = window.steps_panel.mapTo(window, QPoint(window.steps_panel.width(), 0)).x()
            assert beside <= window.network_view.mapTo(window, QPoint(0, 0)).x()
            assert not window.draw_panel.isVisible()
            window.actions_["action_focus_draw"].trigger()
            assert window.draw_panel.canvas.hasFocus()
            assert window.draw_panel.isVisible() and not window.function_set_panel.isVisible()
    assert "no room for the three steps" in window.message_bar.text


def test_a_click_on_a_neuron_leaves_a_class_its_canvas(window: WindowFrame) -> None:
    window.show_layout("projector")
    window.show_inspector()
    assert window.draw_panel.canvas.isVisible()
    window.actions_["action_focus_inspect"].trigger()
    assert window.inspector.isVisible()
    window.actions_["action_focus_draw"].trigger()
    assert window.draw_panel.canvas.isVisible()


EXACT = ExactLoss(0, 3000, 12_345.6, 60_000, 0.939, 2_222.0, 10_000, 0.935)


def test_l_and_accuracy_are_in_the_status_bar_where_the_steps_are_in_a_drawer(window: WindowFrame) -> None:
    window.loss_line.show_exact(EXACT)
    for width, shown in ((1280, False), (1024, True), (1280, False)):
        window.resize(width, 600)
        QApplication.processEvents()
        assert window.loss_line.isVisible() is shown, width
        words = "after update 3,000: L = 12,346  ·  accuracy 93.9 %, test 93.5 %"
        assert window.loss_line.whole == words
        if shown:
            assert window.loss_line.text() == words


def test_no_control_of_the_toolbar_is_out_of_sight(window: WindowFrame) -> None:
    for width, scale in ((1280, 1.0), (1024, 1.5), (1280, 2.0), (1920, 3.0)):
        wear(window, make_theme("dark", scale))
        window.resize(width, 800)
        for _ in range(3):
            QApplication.processEvents()
        right = window.toolbar.findChild(QWidget, "projector_button")
        assert isinstance(right, QWidget) and right.isVisible(), (width, scale)
        end = right.mapTo(window.toolbar, QPoint(right.width(), 0)).x()
        assert end <= window.toolbar.width(), (width, scale)


def test_on_a_large_screen_the_canvas_is_larger(window: WindowFrame) -> None:
    sides = []
    for width in (1280, 1920):
        window.resize(width, 1080)
        for _ in range(3):
            QApplication.processEvents()
        sides.append(window.draw_panel.canvas.width())
    assert sides[0] >= 224 and sides[1] >= 340


def test_larger_type_never_makes_the_window_grow(window: WindowFrame) -> None:
    for size in ((640, 480), (1024, 600), (1280, 800)):
        wear(window, make_theme("dark"))
        window.resize(*size)
        for scale in (1.5, 2.0, 3.0):
            wear(window, make_theme("dark", scale))
            window.message_bar.show_message("A message that is long enough for a second line. " * 2)
            for _ in range(3):
                QApplication.processEvents()
            assert (window.width(), window.height()) == size, scale
            # Nothing is pushed out at the right or at the foot either.
            for part in (window.network_view, window.tabs, window.statusBar()):
                place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
                assert window.rect().contains(place), (size, scale)
            assert window.loss_plot.isVisible() or window.loss_line.isVisible(), (size, scale)
        window.message_bar.hide()


def test_plots_that_would_leave_the_network_little_height_give_way_to_it(window: WindowFrame) -> None:
    heights = []
    for scale in (1.0, 3.0, 1.0):
        wear(window, make_theme("dark", scale))
        for _ in range(3):
            QApplication.processEvents()
        heights.append(window.network_view.height())
        assert window.loss_plot.isVisible() is (scale == 1.0)
    assert heights[0] == heights[2] and heights[1] >= 400


def test_two_networks_keep_their_height_from_the_plot_as_it_is_given(window: WindowFrame) -> None:
    """The plot takes 200 px and the bars 94: of 860 px each of two networks would be left too little."""
    page = ComparePage()
    page.set_theme(make_theme("dark"))
    for height, plotted in ((860, False), (1000, True)):
        window.resize(1400, height)
        window.show_compare(page)
        for _ in range(3):
            QApplication.processEvents()
        assert window.loss_plot.isVisible() is plotted, height
        window.show_compare(None)


def test_the_timeline_comes_with_the_first_kept_state_and_the_plot_keeps_its_height(
    window: WindowFrame,
) -> None:
    for _ in range(3):
        QApplication.processEvents()
    plot = window.loss_plot.height()
    assert not window.timeline.isVisible()
    window.timeline.show_runs([RunRow(0, live=200, kept=np.array([0, 128]))], 0)
    for _ in range(3):
        QApplication.processEvents()
    assert window.timeline.isVisible() and abs(window.loss_plot.height() - plot) <= 2
    branch = RunRow(1, live=200, parent=0, branch_update=100)
    window.timeline.show_runs([RunRow(0, live=200, kept=np.array([0, 128])), branch], 0)
    for _ in range(3):
        QApplication.processEvents()
    assert abs(window.loss_plot.height() - plot) <= 2


def test_for_a_class_there_is_no_timeline(window: WindowFrame) -> None:
    window.timeline.show_runs([RunRow(0, live=200, kept=np.array([0, 128]))], 0)
    assert window.timeline.isVisible()
    window.show_layout("projector")
    assert not window.timeline.isVisible()
    window.show_layout("watch")
    assert window.timeline.isVisible()


@pytest.mark.parametrize("is_compared_before", [False, True])
def test_two_networks_have_the_plots_room_after_the_layout_for_a_class_as_before_it(
    window: WindowFrame, is_compared_before: bool
) -> None:
    window.resize(1024, 600)
    window.timeline.show_runs([RunRow(0, live=200, kept=np.array([0, 128]))], 0)
    page = ComparePage()
    page.set_theme(make_theme("dark"))
    if is_compared_before:
        window.show_compare(page)
    window.show_layout("projector")
    if is_compared_before:
        window.show_compare(None)
    window.show_layout("watch")
    window.resize(1024, 600)
    for _ in range(3):
        QApplication.processEvents()
    assert window.loss_plot.isVisible()
    window.show_compare(page)
    for _ in range(3):
        QApplication.processEvents()
    assert window.size() == QSize(1024, 600) and not window.loss_plot.isVisible()
    window.show_compare(None)
    for _ in range(3):
        QApplication.processEvents()
    assert window.loss_plot.isVisible()


def test_a_page_over_the_picture_has_the_panels_room_where_its_type_needs_it(window: WindowFrame) -> None:
    page = PicturePage("some_page")
    page.asked_px = 620.0, 370.0
    window.resizeDocks([window.plots_dock], [window.plots_dock.height() + 30], Qt.Orientation.Vertical)
    QApplication.processEvents()
    dragged = window.plots_dock.height()
    window.network_area.show_over(page)
    QApplication.processEvents()
    # Where there is room for both, the plots keep the height that they were dragged to.
    assert window.loss_plot.isVisible() and window.plots_dock.height() == dragged
    window.network_area.show_over(None)
    wear(window, make_theme("dark", 2.0))
    assert window.loss_plot.isVisible()
    window.network_area.show_over(page)
    assert not window.loss_plot.isVisible()
    window.network_area.show_over(None)
    assert window.loss_plot.isVisible()


def test_the_plots_buttons_are_whole_and_the_box_beside_them_says_what_it_is(window: WindowFrame) -> None:
    caption = window.findChild(QLabel, "curve_kind_caption")
    assert isinstance(caption, QLabel) and caption.text() == "Plot:"
    for scale in (1.0, 1.5, 2.0):
        wear(window, make_theme("dark", scale))
        for _ in range(3):
            QApplication.processEvents()
        for button in window.loss_plot.tools.buttons:
            foot = button.mapTo(window.plots, QPoint(0, button.height())).y()
            assert 0 < foot <= window.plots.tabBar().geometry().bottom() + 1
        assert caption.isVisible() is (scale == 1)


def test_with_larger_type_all_around_it_the_pictures_own_is_no_smaller(window: WindowFrame) -> None:
    for size in ((1920, 1080), (1280, 800)):
        window.resize(*size)
        types = []
        for scale in (2.0, 2.5, 3.0):
            window.set_theme(make_theme("dark", scale))
            QApplication.processEvents()
            view = window.network_view
            types.append(fitting_theme(view.width(), view.height(), window.theme).scale)
        assert min(types[1:]) >= types[0], size


def test_the_steps_change_their_place_only_for_a_drawer_that_is_opened(
    window: WindowFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Another parent has each of their parts styled anew.
    moves: list[object] = []
    monkeypatch.setattr(window.drawer, "set_content", moves.append)
    window.resize(1300, 800)
    for width in (1000, 1300, 1000, 1300):
        window.resize(width, 800)
    assert not moves and window.steps_dock.isAncestorOf(window.steps_panel) and window.steps_panel.isVisible()
    monkeypatch.undo()
    window.resize(1000, 800)
    window.actions_["action_show_steps"].trigger()
    assert window.drawer.isAncestorOf(window.steps_panel) and window.steps_panel.isVisible()
    window.resize(1300, 800)
    assert window.steps_dock.isAncestorOf(window.steps_panel) and window.steps_panel.isVisible()
