"""On the map one points at an example, chooses it and opens it, by pointer and by key."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.ledger.confidence_map import ConfidenceMapMarks, ConfidencePlaces
from gui.ledger.map_picture import MapPicture
from gui.ledger.wall_order import NOBODY
from gui.theme.tokens import make_theme
from tests.gui.heard_keys import heard_of

MEANS, SPREADS = (0.99, 0.99, 0.51, 0.01), (0.0025, 0.0026, 0.3025, 0.1025)


@pytest.fixture
def picture(qtbot: QtBot) -> MapPicture:
    picture = MapPicture()
    qtbot.addWidget(picture)
    picture.set_theme(make_theme("dark"))
    picture.resize(700, 400)
    picture.show()
    places = ConfidencePlaces(np.array(MEANS, np.float32), np.array(SPREADS, np.float32))
    picture.show_marks(ConfidenceMapMarks.of(0, places))
    return picture


def at(picture: MapPicture, row: int) -> QPoint:
    place = picture.place()
    x, y = place.left() + SPREADS[row] / 0.5 * place.width(), place.bottom() - MEANS[row] * place.height()
    return QPoint(round(x), round(y))


def test_pointing_tells_the_nearest_and_a_click_chooses_it(picture: MapPicture, qtbot: QtBot) -> None:
    pointed: list[int] = []
    picture.pointed.connect(pointed.append)
    empty = QPoint(round(picture.place().right()) - 40, round(picture.place().bottom()) - 40)
    for spot in (at(picture, 2) + QPoint(3, 2), at(picture, 3), empty):
        qtbot.mouseMove(picture, spot)
    assert pointed == [2, 3, NOBODY]
    with qtbot.waitSignal(picture.chosen, check_params_cb=lambda row: row == 3):
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 3))
    with qtbot.assertNotEmitted(picture.chosen):
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=empty)
    with qtbot.waitSignal(picture.opened, check_params_cb=lambda row: row == 2):
        qtbot.mouseDClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 2))


def test_keys_lead_from_cell_to_cell(picture: MapPicture, qtbot: QtBot) -> None:
    chosen: list[int] = []

    def take(row: int) -> None:
        chosen.append(row)
        picture.show_chosen(row, lambda row: f"example {row}")

    picture.chosen.connect(take)
    with qtbot.assertNotEmitted(picture.opened):
        qtbot.keyClick(picture, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(picture, key)
    # From nobody to the fullest cell; nobody is further right than the third. Upwards the first is nearer the column.
    assert chosen == [0, 2, 3, 0] and picture.accessibleDescription() == "example 0"
    with qtbot.waitSignal(picture.opened, check_params_cb=lambda row: row == 0):
        qtbot.keyClick(picture, Qt.Key.Key_Return)


def test_a_cell_is_as_bright_as_its_count_and_what_is_empty_is_canvas(picture: MapPicture) -> None:
    image, theme = picture.grab().toImage(), make_theme("dark")
    grey = [image.pixelColor(at(picture, row)).lightness() for row in (2, 3)]
    full = image.pixelColor(at(picture, 0))
    assert full.name() == theme.colour("text").name() and grey[0] == grey[1] < full.lightness()
    place = picture.place()
    empty = image.pixelColor(round(place.left() + 0.4 * place.width()), round(place.center().y()))
    assert empty.name() == theme.colour("canvas").name()


def test_the_chosen_one_has_a_ring_and_the_selected_an_outline(picture: MapPicture) -> None:
    before = picture.grab().toImage()
    picture.show_chosen(2, str)
    ring = at(picture, 2) + QPoint(7, 0)
    text = make_theme("dark").colour("text").name()
    assert before.pixelColor(ring).name() != text
    assert picture.grab().toImage().pixelColor(ring).name() == text
    picture.show_chosen(NOBODY, str)
    picture.show_selected(np.array([False, False, True, False]))
    selected = picture.grab().toImage()
    assert selected != before
    # Of another number of examples nothing can be marked.
    picture.show_selected(np.ones(9, bool))
    assert picture.grab().toImage() == before
    picture.show_selected(None)
    assert picture.grab().toImage() == before


def test_it_can_be_kept_with_its_numbers_and_without_marks_nothing_is(picture: MapPicture) -> None:
    figure = picture.figure()
    assert figure is not None and figure.run == 0
    picture.show_marks(None)
    assert (
        picture.figure() is None
        and picture.point_of(0) is None
        and picture.row_at(picture.place().center()) == NOBODY
    )
    picture.grab()


def test_who_listens_hears_of_the_keys_until_one_is_chosen(picture: MapPicture) -> None:
    assert (
        picture.accessibleDescription() == "Point at one, or choose one with the arrow keys, to see it here."
    )
    picture.show_chosen(1, lambda row: f"number {row}")
    assert picture.accessibleDescription() == "number 1"


def test_where_keys_lead_is_heard_once_they_rest(
    picture: MapPicture, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture.chosen.connect(lambda row: picture.show_chosen(row, lambda row: f"example {row}"))
    keys = Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right
    assert heard_of(picture, qtbot, monkeypatch, *keys) == ["example 2"]
    assert heard_of(picture, qtbot, monkeypatch, Qt.Key.Key_Return) == []
