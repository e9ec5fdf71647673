"""A network's picture in a window that is resized: laid out once, a turn after it was painted as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from core.engine.snapshot import Snapshot
from gui.network.picture import NetworkPicture
from gui.network.view import NetworkView
from gui.theme.tokens import Theme

AT_ONCE = 10_000.0


def show(view: NetworkPicture, snapshot: Snapshot) -> None:
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    view.work(AT_ONCE)


def look(view: QWidget) -> QImage:
    return view.grab().toImage()


def fresh_look(qtbot, snapshot: Snapshot, size: tuple[int, int]) -> QImage:
    """As a view that never had another size shows it."""
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.clearFocus()
    show(view, snapshot)
    return look(view)


def layout_width(view: NetworkView) -> float:
    return view.layout_shown.width


@pytest.fixture
def view(qtbot, make_snapshot) -> Iterator[NetworkView]:
    """In a window, with a network of which all is drawn."""
    window, view = QWidget(), NetworkView()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(view)
    window.resize(800, 506)
    with qtbot.waitExposed(window):
        window.show()
    view.clearFocus()
    show(view, make_snapshot((16, 6, 5, 3)))
    window.repaint()
    view.layouts = []
    make = view._make_layout

    def counted(*zoom):
        view.layouts.append(view.size())
        return make(*zoom)

    view._make_layout = counted
    yield view
    window.close()


def resize(view: NetworkView, width: int, height: int) -> None:
    """The turn of the event loop in which the window is laid out and painted."""
    window = view.window()
    window.resize(width, height)
    QApplication.sendPostedEvents()
    window.repaint()


@pytest.mark.parametrize("size", [(760, 480), (840, 540)])
def test_it_stays_where_it_is_for_the_turn_in_which_the_window_is_laid_out(view, qtbot, size) -> None:
    before = look(view)
    resize(view, *size)
    now = look(view)
    both = before.rect().intersected(now.rect())
    assert view.layouts == [] and now.copy(both) == before.copy(both)
    ground = view._theme.colour("canvas")
    beside = [(x, y) for x, y in ((size[0] - 1, 5), (5, size[1] - 1)) if not both.contains(x, y)]
    assert all(now.pixelColor(x, y) == ground for x, y in beside)
    qtbot.waitUntil(lambda: view.layouts == [QSize(*size)])
    view.work(AT_ONCE)
    assert look(view) == fresh_look(qtbot, view.displayed_snapshot, size)
    assert view.layouts == [QSize(*size)]


def test_several_sizes_before_it_is_painted_are_laid_out_once(view, qtbot) -> None:
    for width in (780, 760, 740):
        view.window().resize(width, 480)
        QApplication.sendPostedEvents()
    view.window().repaint()
    qtbot.waitUntil(lambda: view.layouts != [])
    QApplication.processEvents()
    assert view.layouts == [QSize(740, 480)]


def test_what_is_pointed_at_in_that_turn_is_where_it_is_in_the_size_of_now(view) -> None:
    resize(view, 700, 480)
    column = view.layout_shown.layers[1]
    assert view.layouts == [QSize(700, 480)] and layout_width(view) == 700
    QTest.mouseMove(view, QPoint(round(column.x[2]), round(column.y[2])))
    assert view._selection.hovered == (1, 2) and view.layouts == [QSize(700, 480)]


def test_what_was_told_of_is_what_stays(view, qtbot, make_snapshot) -> None:
    other = make_snapshot((16, 6, 5, 3), seed=8, update=4)
    view.preparation.hold()
    show(view, other)
    view.preparation.release(is_due=True)
    resize(view, 780, 490)
    assert view.layouts == []
    assert look(view) == fresh_look(qtbot, other, (800, 506)).copy(0, 0, 780, 490)


def test_what_is_laid_out_for_another_reason_in_that_turn_is_laid_out_once(view) -> None:
    resize(view, 780, 490)
    view.set_theme(Theme("light"))
    assert layout_width(view) == 780
    QApplication.processEvents()
    assert view.layouts == [QSize(780, 490)]


def test_what_shows_another_network_is_laid_out_before_it_is_painted(view, make_snapshot) -> None:
    view.window().resize(760, 480)
    QApplication.sendPostedEvents()
    show(view, make_snapshot((16, 9, 3), seed=5, run=2))
    view.window().repaint()
    assert view.layouts[-1] == QSize(760, 480) and layout_width(view) == 760


def test_the_frame_of_the_keyboard_is_round_the_size_of_now(view, qtbot) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    view.window().repaint()
    resize(view, 840, 540)
    framed, ground = look(view), view._theme.colour("canvas")
    assert view.layouts == [] and framed.pixelColor(838, 300) != ground
    # What lies over the picture stands where that is.
    places = [(each.x(), each.y()) for each in view.children() if isinstance(each, QWidget)]
    qtbot.waitUntil(lambda: view.layouts != [])
    view.window().repaint()
    assert [(each.x(), each.y()) for each in view.children() if isinstance(each, QWidget)] != places


def test_before_there_is_a_network_a_size_is_nothing_to_follow(qtbot) -> None:
    window = QWidget()
    view = NetworkView(window)
    qtbot.addWidget(window)
    window.show()
    view.resize(500, 300)
    look(view)
    assert view.layout_shown is None and not view.has_work()
