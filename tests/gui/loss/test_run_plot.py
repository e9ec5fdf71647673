"""Wheel, drag and keys ask for the same of every plot over a run's updates."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.loss.loss_plot import LossPlot
from gui.loss.plot_range import UpdateRange
from gui.loss.run_axis import RunAxis
from gui.loss.run_plot import RunPlot
from tests.gui.loss.plotted import make_record, show


class Plot(RunPlot):
    """Writes down what is asked of it; its picture is 200 px wide and begins at 0, 10 updates a px."""

    def __init__(self, has_picture: bool = True) -> None:
        super().__init__("plot")
        self.asked: list[tuple[Any, ...]] = []
        self._has_picture = has_picture

    @property
    def geometry_shown(self) -> Any:
        plot = SimpleNamespace(width=lambda: 200.0)
        return SimpleNamespace(plot=plot, update_at=lambda x: 10 * x) if self._has_picture else None

    @property
    def axis(self) -> RunAxis:
        return RunAxis(UpdateRange(), 0, None, (), 0)

    @property
    def is_log(self) -> bool:
        return False

    def set_log(self, log: bool) -> None:
        self.asked.append(("log", log))

    def fit(self) -> None:
        self.asked.append(("fit",))

    def zoom(self, factor: float, at: float | None = None) -> None:
        self.asked.append(("zoom", factor, at))

    def move_by(self, share: float) -> None:
        self.asked.append(("move", share))

    def _read_at(self, place: QPoint) -> None:
        self.asked.append(("read", place.x()))

    def _read_nothing(self) -> None:
        self.asked.append(("nothing",))

    def _renew(self) -> None: ...

    def _retranslate(self) -> None: ...


def wheel(plot: Plot, x: int, y: int) -> None:
    none = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    at, turned = QPointF(50, 20), QPoint(x, y)
    plot.wheelEvent(QWheelEvent(at, at, QPoint(), turned, Qt.MouseButton.NoButton, *none, False))


def mouse(kind: QEvent.Type, x: int, held: Qt.MouseButton) -> QMouseEvent:
    at, button = QPointF(x, 50), Qt.MouseButton.LeftButton
    return QMouseEvent(kind, at, at, button, held, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def plot(qtbot: QtBot) -> Plot:
    plot = Plot()
    qtbot.addWidget(plot)
    plot.resize(300, 100)
    return plot


def test_the_wheel_zooms_around_the_pointer_and_sideways_moves(plot: Plot) -> None:
    for turned in ((0, 120), (0, -240), (120, 10), (0, 0)):
        wheel(plot, *turned)
    assert plot.asked == [("zoom", 0.7, 500), ("zoom", pytest.approx(0.7**-2), 500), ("move", -0.15)]


def test_a_drag_moves_against_the_hand_and_what_is_pointed_at_is_read(plot: Plot) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    plot.mousePressEvent(mouse(QEvent.Type.MouseButtonPress, 100, left))
    plot.mouseMoveEvent(mouse(QEvent.Type.MouseMove, 60, left))
    plot.mouseReleaseEvent(mouse(QEvent.Type.MouseButtonRelease, 60, none))
    plot.mouseMoveEvent(mouse(QEvent.Type.MouseMove, 90, none))
    assert plot.asked == [("move", 0.2), ("read", 60), ("read", 90)]


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (Qt.Key.Key_Plus, ("zoom", 0.7, None)),
        (Qt.Key.Key_Equal, ("zoom", 0.7, None)),
        (Qt.Key.Key_Minus, ("zoom", 1 / 0.7, None)),
        (Qt.Key.Key_L, ("log", True)),
        (Qt.Key.Key_0, ("fit",)),
        (Qt.Key.Key_Home, ("fit",)),
    ],
)
def test_keys(plot: Plot, key: Qt.Key, asked: tuple[Any, ...]) -> None:
    QTest.keyClick(plot, key)
    assert plot.asked == [asked]


def test_escape_takes_the_cursor_away_where_there_is_one(plot: Plot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.asked == []
    plot._cursor = 7
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.asked == [("nothing",)]


def test_before_there_is_a_picture_nothing_is_moved_or_zoomed_by_the_wheel(qtbot: QtBot) -> None:
    plot = Plot(has_picture=False)
    qtbot.addWidget(plot)
    for turned in ((0, 120), (120, 0)):
        wheel(plot, *turned)
    assert plot.asked == []


@pytest.fixture
def in_window(qtbot: QtBot) -> Iterator[LossPlot]:
    """A plot with a picture, in a window on screen."""
    window = QWidget()
    window.setObjectName("around")
    box = QVBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    loss = LossPlot()
    # Else a frame around what has the keyboard follows the size at once.
    loss.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    box.addWidget(loss)
    window.resize(600, 200)
    window.show()
    show(loss, make_record())
    QApplication.processEvents()
    yield loss
    loss.tools.deleteLater()
    window.close()
    window.deleteLater()


def made(plot: LossPlot) -> tuple[int, int]:
    """How large the picture is that it shows."""
    size = plot._pixmap.pixels.deviceIndependentSize().toSize()
    return size.width(), size.height()


def look(plot: LossPlot) -> QImage:
    return plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def fresh(size: tuple[int, int]) -> QImage:
    """A plot that never had another size."""
    plot = LossPlot()
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.resize(*size)
    plot.show()
    show(plot, make_record())
    image = look(plot)
    plot.tools.deleteLater()
    plot.close()
    plot.deleteLater()
    return image


@pytest.mark.parametrize("size", [(660, 220), (540, 180), (660, 180)])
def test_in_a_window_that_is_resized_the_picture_stays_for_one_turn_where_it_is_with_its_own_axes(
    in_window: LossPlot, size: tuple[int, int], qtbot: QtBot
) -> None:
    before, window = look(in_window), in_window.window()
    window.resize(*size)
    QApplication.sendPostedEvents()
    # As it is painted on screen: not moved, not stretched, and nothing but ground beside it.
    window.repaint()
    now = look(in_window)
    both = before.rect().intersected(now.rect())
    assert now.size().toTuple() == size and now.copy(both) == before.copy(both)
    ground = in_window._theme.colour("canvas")
    beside = [(x, y) for x, y in ((size[0] - 1, 5), (5, size[1] - 1)) if not both.contains(x, y)]
    assert all(now.pixelColor(x, y) == ground for x, y in beside)
    assert in_window.geometry_shown is not None and made(in_window) == (600, 200)
    qtbot.waitUntil(lambda: made(in_window) == size)
    assert look(in_window) == fresh(size)


def test_one_that_has_other_numbers_before_its_turn_is_made_once_of_the_size_of_now(
    in_window: LossPlot, qtbot: QtBot
) -> None:
    window, painted = in_window.window(), in_window.frames_painted
    window.resize(640, 200)
    QApplication.sendPostedEvents()
    window.repaint()
    in_window.fit()
    assert made(in_window) == (640, 200) and in_window.frames_painted == painted + 1
    qtbot.waitUntil(lambda: not in_window._size._turn.isActive())
    window.repaint()
    assert in_window.frames_painted == painted + 1


def test_where_it_was_not_seen_or_the_window_is_not_painted_it_is_made_before_it_is_seen(
    in_window: LossPlot,
) -> None:
    window = in_window.window()
    in_window.hide()
    window.resize(640, 200)
    in_window.resize(640, 200)
    in_window.show()
    in_window.grab()
    assert made(in_window) == (640, 200)
    window.setUpdatesEnabled(False)
    window.resize(620, 200)
    QApplication.sendPostedEvents()
    in_window.grab()
    assert made(in_window) == (620, 200)
    window.setUpdatesEnabled(True)
