"""The lens goes with pointer or keys; it hides where dots are pictures, where it is off, and with the page."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.wall_order import NOBODY
from gui.presenters import lens_presenter as module
from gui.presenters.lens_presenter import LensPresenter
from gui.theme.tokens import make_theme
from tests.gui.ledger.answers import many

COUNT = 8000


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 640)
        self.page = LedgerPage(self.window)
        self.page.setGeometry(50, 20, 800, 600)
        self.page.set_theme(make_theme("dark"))
        self.page.show_choice("terms", "train", "loss", True)
        self.page.show_message("")
        self.asked: list[int] = []
        self.presenter = LensPresenter(
            self.page, self.window, lambda rows: self.asked.extend(rows.tolist()), QObject(self.window)
        )
        self.window.show()
        self.show_wall()

    def show_wall(self, seed: int = 3, has_pictures: bool = True) -> None:
        pictures = ExamplePictures(COUNT, (4, 4)) if has_pictures else None
        self.page.wall.show_losses(many(seed, COUNT), "loss", ("a", "b", "c"), pictures)

    def row_at(self, row: int, column: int) -> int:
        assert self.page.wall.wall is not None
        return int(self.page.wall.wall.cells[row, column])

    @property
    def shown(self) -> Any:
        lens = self.presenter.lens
        return None if lens is None or not lens.isVisible() else lens


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_it_shows_what_stands_around_the_one_that_is_pointed_at_and_asks_for_it_once(desk: Desk) -> None:
    assert desk.shown is None
    wall = desk.page.wall
    assert wall.wall is not None
    rows, columns = wall.wall.cells.shape
    page = QRect(desk.page.pos(), desk.page.size())
    for place in ((rows - 1, 0), (rows - 1, columns - 1), (rows // 2, columns // 2), (3, columns - 2)):
        desk.asked.clear()
        wall.pointed.emit(desk.row_at(*place))
        lens = desk.shown
        tiles = lens.tiles
        around = wall.wall.cells[tiles.top : tiles.top + 5, tiles.left : tiles.left + 6]
        assert sorted(desk.asked) == sorted(around[around != NOBODY].tolist())
        assert desk.row_at(*place) in around
        # Beside the place that is pointed at, and within the page.
        x, y = wall.places.place_of(*place)
        at = wall.mapTo(desk.window, QPoint(round(x), round(y)))
        assert page.contains(lens.geometry()) and not lens.geometry().contains(at)
        wall.pointed.emit(desk.row_at(*place))
        assert len(desk.asked) == np.count_nonzero(around != NOBODY)
    wall.pointed.emit(NOBODY)
    assert desk.shown is None


def test_it_goes_with_the_keys_until_the_keyboard_is_elsewhere(desk: Desk) -> None:
    wall = desk.page.wall
    assert wall.wall is not None
    wall.setFocus()
    QTest.keyClick(wall, Qt.Key.Key_End)
    worst = int(wall.wall.losses.rising[-1])
    place = wall.wall.place_of(worst)
    assert place is not None and desk.shown.tiles.left + 6 == wall.wall.cells.shape[1]
    wall.show_chosen(worst, str)
    QTest.keyClick(wall, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert desk.shown.tiles.left == place[1] - 10 - 3
    wall.clearFocus()
    assert desk.shown is None


def test_close_up_off_and_without_pictures_there_is_none(desk: Desk) -> None:
    wall, switch = desk.page.wall, desk.page.findChild(QPushButton, "ledger_lens_switch")
    assert switch is not None and switch.isChecked() and "Alt+N" in switch.toolTip()
    row = desk.row_at(4, 40)
    wall.pointed.emit(row)
    assert desk.shown is not None
    switch.click()
    assert desk.shown is None
    switch.click()
    assert desk.shown is not None and switch.isChecked()
    # Close up dots are pictures themselves.
    for _ in range(8):
        wall._zoom(1, QPointF(100, 100))
    assert wall.has_pictures and desk.shown is None
    for _ in range(8):
        wall._zoom(-1, QPointF(100, 100))
    assert desk.shown is not None
    # Another wall under the pointer: its own cells; points in the plane have no pictures.
    desk.show_wall(seed=4)
    assert desk.shown is not None and row in wall.wall.cells[desk.shown.tiles.top :, desk.shown.tiles.left :]  # type: ignore[union-attr]
    desk.show_wall(has_pictures=False)
    assert desk.shown is None
    desk.show_wall()
    assert desk.shown is not None
    # Another view, or the network again.
    desk.page.show_choice("classes", "train", "loss", True)
    desk.presenter.renew()
    assert desk.shown is None and not switch.isVisible()


def test_that_its_key_has_switched_it_is_heard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _wall, sentence: heard.append(sentence))
    switch = desk.page.findChild(QPushButton, "ledger_lens_switch")
    assert switch is not None
    was_on = switch.isChecked()
    switch.click()
    switch.click()
    assert heard == [f"Lens: {'off' if was_on else 'on'}", f"Lens: {'on' if was_on else 'off'}"]
