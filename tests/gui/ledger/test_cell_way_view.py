"""On the way of a cell one chooses the moment that is subtracted, by click and by key."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.ledger.cell_way import CellWay
from gui.ledger.cell_way_view import CellWayView
from gui.theme.tokens import make_theme
from tests.gui.figures.figure_rows import rows_of

WAY = CellWay(
    np.array([0, 100, 400]), np.array([40, 20, 10]), np.array([30, 30, 30]), np.array([[1, 2, 3], [5, 5, 5]])
)


@pytest.fixture
def view(qtbot: QtBot) -> CellWayView:
    view = CellWayView()
    qtbot.addWidget(view)
    view.set_theme(make_theme("dark"))
    view.resize(600, 92)
    view.show()
    view.show_way(WAY, ("is 9, says 4: 10", "is 4, says 9: 30"), None)
    return view


def test_a_click_chooses_the_measurement_and_a_second_one_none(view: CellWayView, qtbot: QtBot) -> None:
    heard: list[int | None] = []
    view.moment_wanted.connect(heard.append)
    place = view._place()
    at = QPoint(round(place.left() + 0.27 * place.width()), 40)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    view.show_way(WAY, ("", ""), 100)
    place = view._place()
    at = QPoint(round(place.left() + 0.27 * place.width()), 40)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert heard == [100, None]


def test_keys_lead_from_measurement_to_measurement(view: CellWayView, qtbot: QtBot) -> None:
    heard: list[int | None] = []

    def take(moment: int | None) -> None:
        heard.append(moment)
        view.show_way(WAY, ("", ""), moment)

    view.moment_wanted.connect(take)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete):
        qtbot.keyClick(view, key)
    assert heard == [100, 0, 0, 100, None]


def test_the_line_and_its_dots_are_where_the_counts_are(view: CellWayView) -> None:
    image, text, place = view.grab().toImage(), make_theme("dark").colour("text").name(), view._place()
    for update, count in zip((0, 100, 400), (40, 20, 10), strict=True):
        x, y = place.left() + update / 400 * place.width(), place.bottom() - count / 40 * place.height()
        assert image.pixelColor(round(x), min(91, round(y))).name() == text
    # Solid between two dots.
    x, y = place.left() + 0.125 * place.width(), place.bottom() - 0.75 * place.height()
    assert any(image.pixelColor(round(x), round(y) + by).lightness() > 150 for by in (-1, 0, 1))


def test_before_there_are_two_measurements_it_says_so(view: CellWayView, qtbot: QtBot) -> None:
    first = CellWay(np.array([0]), np.array([4]), None, np.zeros((0, 1), int))
    for way in (None, first):
        view.show_way(way, ("", ""), None)
        view.grab()
        with qtbot.assertNotEmitted(view.moment_wanted):
            qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
            qtbot.keyClick(view, Qt.Key.Key_Left)


def test_a_ring_stands_where_one_looks_back_to(view: CellWayView) -> None:
    before = view.grab().toImage()
    view.show_way(WAY, ("is 9, says 4: 20", "is 4, says 9: 30"), None, (100, 20))
    point, text = view.past_point(), make_theme("dark").colour("text").name()
    assert point is not None
    after, x, y = view.grab().toImage(), round(point.x()), round(point.y())
    # A dot in front of it has become a ring, which is empty in the middle.
    assert before.pixelColor(x, y).name() == text != after.pixelColor(x, y).name()
    assert any(after.pixelColor(x + by, y).lightness() > 150 for by in (3, 4, 5))
    # Beyond the last measurement there is no place.
    view.show_way(WAY, ("", ""), None, (500, 20))
    assert view.past_point() is None
    view.grab()


def test_saved_are_the_counts_at_each_measurement(view: CellWayView) -> None:
    view.show_way(WAY, ("is 9, says 4: 10", "is 4, says 9: 30"), None, run=5)
    figure = view.figure()
    assert (
        figure is not None and (figure.run, figure.update) == (5, 400) and "is 4, says 9: 30" in figure.what
    )
    assert rows_of(figure)[1:] == [
        ("0", "40", "30", "6"),
        ("100", "20", "30", "7"),
        ("400", "10", "30", "8"),
    ]
    view.show_way(replace(WAY, mirror=None, others=np.zeros((0, 3), int)), ("", ""), None)
    assert [row[1:] for row in rows_of(view.figure())[1:]] == [("40", "0"), ("20", "0"), ("10", "0")]
    view.show_way(None, ("", ""), None)
    assert view.figure() is None
