"""In the gallery one scrolls, points and chooses; only what is in sight is asked for."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.gallery_view import GalleryView
from gui.ledger.wall_order import NOBODY
from gui.theme.tokens import make_theme
from tests.gui.heard_keys import heard_of
from tests.gui.ledger.answers import many

LOSSES = many(10)
ROWS = np.arange(4000)[::-1].astype(np.int64)


@pytest.fixture
def gallery(qtbot: QtBot) -> GalleryView:
    gallery = GalleryView()
    qtbot.addWidget(gallery)
    gallery.set_theme(make_theme("dark"))
    gallery.resize(gallery.width_of(4), gallery.height_of(3))
    gallery.show()
    gallery.show_examples(LOSSES, ROWS, ExamplePictures(4000, (16, 16)))
    return gallery


def middle_of(gallery: GalleryView, number: int) -> QPoint:
    return gallery._place(number).center().toPoint()


def test_four_stand_in_a_row_and_twelve_are_in_sight(gallery: GalleryView, qtbot: QtBot) -> None:
    assert gallery.in_sight == (0, 12)
    asked: list[int] = []
    gallery.pictures_wanted.connect(lambda rows: asked.extend(rows.tolist()))
    gallery.show_examples(LOSSES, ROWS, ExamplePictures(4000, (16, 16)))
    gallery.grab()
    # One row more may be seen in part.
    assert set(range(3988, 4000)) <= set(asked) <= set(range(3984, 4000))
    with qtbot.waitSignal(gallery.sight_changed):
        gallery.verticalScrollBar().setValue(10 * gallery.pitch[1])
    assert gallery.in_sight == (40, 52)
    gallery.verticalScrollBar().setValue(gallery.verticalScrollBar().maximum())
    assert gallery.in_sight[1] == 4000


def test_a_click_chooses_who_stands_there(gallery: GalleryView, qtbot: QtBot) -> None:
    gallery.verticalScrollBar().setValue(7)
    for number in (0, 5, 10):
        row, at = int(ROWS[number]), middle_of(gallery, number)
        with qtbot.waitSignals(
            [gallery.pointed, gallery.chosen], check_params_cbs=[lambda r, row=row: r == row] * 2
        ):
            qtbot.mouseMove(gallery.viewport(), at)
            qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(gallery.opened, check_params_cb=lambda r: r == row):
        qtbot.mouseDClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_keys_lead_from_picture_to_picture_and_bring_it_into_sight(
    gallery: GalleryView, qtbot: QtBot
) -> None:
    heard: list[int] = []

    def take(row: int) -> None:
        heard.append(row)
        gallery.show_chosen(row, lambda own: f"number {own}")

    gallery.chosen.connect(take)
    gallery.opened.connect(lambda row: heard.append(-row))
    keys = Qt.Key
    for key in (
        keys.Key_Right,
        keys.Key_Right,
        keys.Key_Down,
        keys.Key_Left,
        keys.Key_Up,
        keys.Key_Up,
        keys.Key_Return,
    ):
        qtbot.keyClick(gallery, key)
    # The first one in sight, one on, four on, one back, four back; above that is nothing.
    assert heard == [3999, 3998, 3994, 3995, 3999, -3999]
    qtbot.keyClick(gallery, keys.Key_End)
    assert heard[-1] == 0 and gallery.in_sight[1] == 4000
    assert gallery.accessibleDescription() == "number 0"
    qtbot.keyClick(gallery, keys.Key_Home)
    assert heard[-1] == 3999 and gallery.in_sight[0] == 0


def test_a_picture_is_the_examples_and_the_chosen_one_is_framed(gallery: GalleryView) -> None:
    pictures = ExamplePictures(4000, (16, 16))
    pixels = np.zeros((16, 16), np.uint8)
    pixels[3, 5] = 255
    pictures.take(np.array([3998]), pixels.reshape(1, -1))
    gallery.show_examples(LOSSES, ROWS, pictures)
    gallery.show_chosen(3998, str)
    image, theme = gallery.viewport().grab().toImage(), make_theme("dark")
    place = gallery._place(1)
    cell = place.width() / 16
    lit = [
        (i, j)
        for i in range(16)
        for j in range(16)
        if image.pixelColor(int(place.left() + (j + 0.5) * cell), int(place.top() + (i + 0.5) * cell)).name()
        == theme.colour("lit").name()
    ]
    assert lit == [(3, 5)]
    assert (
        image.pixelColor(int(place.left()) - 2, int(place.center().y())).name() == theme.colour("text").name()
    )


def test_points_in_the_plane_have_no_pictures_and_nobody_no_frame(gallery: GalleryView, qtbot: QtBot) -> None:
    gallery.show_examples(LOSSES, ROWS[:3], None)
    with qtbot.assertNotEmitted(gallery.pictures_wanted):
        gallery.grab()
    assert gallery.in_sight == (0, 3) and gallery._row_at(QPoint(5, gallery.height() - 5)) == NOBODY
    gallery.show_examples(LOSSES, ROWS[:0], None)
    with qtbot.assertNotEmitted(gallery.chosen):
        qtbot.keyClick(gallery, Qt.Key.Key_Home)
    assert gallery.in_sight == (0, 0)


def test_the_selected_ones_have_a_bracket(gallery: GalleryView) -> None:
    def corners() -> list[str]:
        image = gallery.viewport().grab().toImage()
        places = [gallery._place(number).bottomLeft().toPoint() for number in range(12)]
        return [image.pixelColor(place + QPoint(6, -2)).name() for place in places]

    plain = corners()
    mask = np.zeros(4000, np.bool_)
    mask[ROWS[[1, 6]]] = True
    gallery.show_selected(mask)
    marked = corners()
    assert [number for number in range(12) if marked[number] != plain[number]] == [1, 6]
    gallery.show_selected(None)
    assert corners() == plain


def test_where_keys_lead_is_heard_once_they_rest(
    gallery: GalleryView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.chosen.connect(lambda row: gallery.show_chosen(row, lambda own: f"number {own}"))
    heard = heard_of(gallery, qtbot, monkeypatch, Qt.Key.Key_Right, Qt.Key.Key_End)
    assert heard == [f"number {gallery._row}"]
