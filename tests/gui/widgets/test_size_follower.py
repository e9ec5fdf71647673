"""The picture of a widget that was resized is made once, before it is seen or in a turn after that."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.size_follower import SizeFollower, follow_sizes, paint_pixels


class Picture(QWidget):
    """Its pixels are red, of the size that it had when they were made."""

    def __init__(self) -> None:
        super().__init__()
        self.holder: QWidget | None = None
        self.made: list[tuple[int, int]] = []
        self.pixels: QPixmap | QImage = QPixmap()
        self.stays = False
        self.size_follower = SizeFollower(self, self.make)

    def make(self) -> None:
        self.made.append((self.width(), self.height()))
        self.pixels = QPixmap(self.size())
        self.pixels.fill(QColor("red"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.size_follower.note()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.stays = self.size_follower.follow_in_turn(not self.pixels.isNull())
        painter = QPainter(self)
        paint_pixels(painter, self, self.pixels, make_theme("dark"))
        painter.end()


@pytest.fixture
def picture(qtbot: QtBot) -> Picture:
    window, picture = QWidget(), Picture()
    picture.holder = window
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(picture)
    window.resize(300, 200)
    window.show()
    qtbot.waitUntil(lambda: picture.made == [(300, 200)])
    return picture


def resize(picture: Picture, width: int) -> None:
    picture.window().resize(width, 200)
    QApplication.sendPostedEvents()


def test_one_that_is_seen_stays_for_one_turn_with_ground_beside_it(picture: Picture, qtbot: QtBot) -> None:
    for width in (310, 320):
        resize(picture, width)
    picture.window().repaint()
    image = picture.grab().toImage()
    assert picture.made == [(300, 200)]
    assert image.pixelColor(299, 10) == QColor("red")
    assert image.pixelColor(300, 10) == make_theme("dark").colour("canvas")
    qtbot.waitUntil(lambda: picture.made == [(300, 200), (320, 200)])


def test_one_that_was_hidden_or_is_not_painted_is_made_before_it_is_seen(picture: Picture) -> None:
    picture.hide()
    resize(picture, 310)
    picture.resize(310, 200)
    picture.show()
    picture.grab()
    assert picture.made[-1] == (310, 200)
    picture.window().setUpdatesEnabled(False)
    resize(picture, 320)
    picture.grab()
    assert picture.made[1:] == [(310, 200), (320, 200)]
    picture.window().setUpdatesEnabled(True)


def test_whoever_needs_it_at_once_has_it_made_once(picture: Picture) -> None:
    resize(picture, 310)
    picture.size_follower.follow()
    picture.size_follower.follow()
    picture.window().repaint()
    assert picture.made == [(300, 200), (310, 200)]


def test_of_several_one_is_made_in_a_turn(picture: Picture, qtbot: QtBot) -> None:
    window, second = picture.window(), Picture()
    layout = window.layout()
    assert layout is not None
    layout.addWidget(second)
    qtbot.waitUntil(lambda: len(second.made) == 1 and not SizeFollower._is_turn_taken)
    pictures = (picture, second)
    before = [len(each.made) for each in pictures]
    resize(picture, 310)
    window.repaint()
    assert all(each.stays for each in pictures)
    # Both are due in the same turn of the event loop.
    for each in pictures:
        each.size_follower._turn.stop()
        each.size_follower._turn.timeout.emit()
    assert [len(each.made) for each in pictures] == [before[0] + 1, before[1]]
    qtbot.waitUntil(lambda: len(second.made) == before[1] + 1)
    assert all(each.made[-1] == (each.width(), each.height()) for each in pictures)
    window.repaint()
    assert not any(each.stays for each in pictures)


def test_one_that_was_asked_for_takes_the_turn_too(picture: Picture, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not SizeFollower._is_turn_taken)
    other = Picture()
    qtbot.addWidget(other)
    resize(picture, 310)
    picture.window().repaint()
    other.size_follower.note()
    other.size_follower.follow()
    picture.size_follower._turn.timeout.emit()
    assert len(other.made) == 1 and picture.made == [(300, 200)]
    qtbot.waitUntil(lambda: picture.made[-1] == (310, 200))


def test_what_was_made_for_another_reason_is_not_made_again(picture: Picture, qtbot: QtBot) -> None:
    resize(picture, 310)
    picture.window().repaint()
    picture.make()
    assert picture.size_follower.is_due
    picture.size_follower.drop()
    assert not picture.size_follower.is_due
    picture.size_follower._turn.timeout.emit()
    picture.grab()
    assert picture.made == [(300, 200), (310, 200)]


def test_a_window_that_is_kept_as_a_picture_has_none_of_another_size(picture: Picture) -> None:
    resize(picture, 310)
    follow_sizes(picture.window())
    assert picture.made == [(300, 200), (310, 200)]


def test_an_image_is_painted_as_pixels_are(picture: Picture) -> None:
    before = picture.grab().toImage()
    picture.pixels = picture.pixels.toImage() if isinstance(picture.pixels, QPixmap) else picture.pixels
    assert picture.grab().toImage() == before
