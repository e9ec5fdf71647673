"""An image that is dropped on the canvas is the canvas's; everything else is the window's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.drawing.canvas_drop import CanvasDrop, image_file_of
from gui.widgets.translated import Words, text_of

BUTTONS, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(Path("/nowhere") / name)) for name in names])
    return mime


def image() -> QMimeData:
    mime = QMimeData()
    picture = QImage(4, 3, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    mime.setImageData(picture)
    return mime


def drop(canvas: QWidget, mime: QMimeData) -> bool:
    """Drag it over the canvas and let go; whether the canvas has taken it."""
    enter = QDragEnterEvent(QPoint(3, 3), Qt.DropAction.CopyAction, mime, BUTTONS, NO_KEYS)
    enter.ignore()
    QCoreApplication.sendEvent(canvas, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(3, 3), Qt.DropAction.CopyAction, mime, BUTTONS, NO_KEYS, QEvent.Type.Drop)
        QCoreApplication.sendEvent(canvas, event)
    return enter.isAccepted()


@pytest.fixture
def canvas(qtbot: QtBot) -> QWidget:
    canvas = QWidget()
    qtbot.addWidget(canvas)
    return canvas


def test_one_file_of_an_image_is_told_by_its_path(canvas: QWidget) -> None:
    told: list[str] = []
    CanvasDrop(canvas).file_dropped.connect(told.append)
    assert drop(canvas, files("a.PNG")) and drop(canvas, files("b.jpeg"))
    assert [Path(path).name for path in told] == ["a.PNG", "b.jpeg"]


def test_an_image_without_a_file_is_told_itself(canvas: QWidget) -> None:
    told: list[QImage] = []
    CanvasDrop(canvas).image_dropped.connect(told.append)
    assert drop(canvas, image())
    assert [(one.width(), one.height()) for one in told] == [(4, 3)]


@pytest.mark.parametrize("names", [("a.csv",), ("a.backlight",), ("a.png", "b.png"), ("folder",), ()])
def test_what_is_no_image_is_left_to_the_window(canvas: QWidget, names: tuple[str, ...]) -> None:
    told: list[object] = []
    drops = CanvasDrop(canvas)
    drops.file_dropped.connect(told.append)
    drops.image_dropped.connect(told.append)
    assert not drop(canvas, files(*names)) and not told


def test_an_address_of_the_web_is_no_file() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png")])
    assert image_file_of(mime) == ""


class Announced(QMimeData):
    """Says that there is an image, and has this for it."""

    def __init__(self, data: object) -> None:
        super().__init__()
        self._data = data

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype == "application/x-qt-image"

    def formats(self) -> list[str]:
        return ["application/x-qt-image"]

    def retrieveData(self, mimetype: str, preferred: object) -> object:
        return self._data


@pytest.mark.parametrize("data", [None, b"\x89PNG", QImage()])
def test_an_image_that_was_announced_and_does_not_come_is_said(canvas: QWidget, data: object) -> None:
    told, images, drops = list[Words](), list[object](), CanvasDrop(canvas)
    drops.refused.connect(told.append)
    drops.image_dropped.connect(images.append)
    assert drop(canvas, Announced(data)) and not images
    assert [text_of(words).split(":")[0] for words in told] == ["The image did not arrive"]


def test_a_picture_of_the_screen_is_an_image_too(canvas: QWidget) -> None:
    told: list[QImage] = []
    CanvasDrop(canvas).image_dropped.connect(told.append)
    picture = QPixmap(4, 3)
    picture.fill(Qt.GlobalColor.white)
    assert drop(canvas, Announced(picture))
    assert [(type(one), one.width(), one.height()) for one in told] == [(QImage, 4, 3)]


def test_an_image_of_a_kind_that_cannot_be_read_is_not_taken_for_data(canvas: QWidget) -> None:
    told: list[str] = []
    CanvasDrop(canvas).file_dropped.connect(told.append)
    assert drop(canvas, files("a.TIFF")) and drop(canvas, files("b.svg"))
    assert [Path(path).name for path in told] == ["a.TIFF", "b.svg"]
    # Where its pixels come along, they are what is pasted.
    both = files("c.webp")
    both.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert image_file_of(both) == "" and image_file_of(files("c.webp")) != ""
