"""An image on the clipboard becomes the ink that the same image in a user's folder would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QClipboard, QColor, QImage, QPainter, QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.data.importers.read import read_imported_data
from core.engine.snapshot import DataInfo
from gui.drawing import pasted_image
from gui.drawing.canvas_drop import copied_file_of, image_file_of
from gui.drawing.draw_panel import DrawPanel
from gui.drawing.pasted_image import ink_from_image, why_not_pasted, why_not_taken
from gui.theme.tokens import make_theme
from gui.widgets.translated import text_of

SIDE = 90
LEFT = Qt.MouseButton.LeftButton
TABLE = DataInfo(DatasetSpec("own", path="a.csv"), ("cat", "dog"), None)


def seven(ink: str = "black", paper: str = "white", side: int = SIDE, place: int = 0) -> QImage:
    """A 7 of thick lines, somewhere in a square."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(QColor(paper))
    painter = QPainter(image)
    unit = side // 10
    painter.fillRect(2 * unit + place, 2 * unit, 5 * unit, unit, QColor(ink))
    painter.fillRect(6 * unit + place, 2 * unit, unit, 6 * unit, QColor(ink))
    painter.end()
    return image


def test_it_is_the_ink_of_the_same_file_in_a_folder(qapp: object, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for number in range(2):
            assert seven().save(str(tmp_path / name / f"{number}.png"))
    peer = read_imported_data(tmp_path).X_train[0].reshape(16, 16)
    ink = ink_from_image(seven())
    assert ink is not None and np.array_equal(ink, peer)


@pytest.mark.parametrize(
    "image",
    [
        lambda: seven("white", "black"),
        lambda: seven(paper="transparent"),
        lambda: seven(place=15),
        lambda: seven(side=2 * SIDE),
        lambda: seven(side=1800),
    ],
    ids=["white on black", "on nothing", "elsewhere", "twice as large", "as large as a screen"],
)
def test_colours_place_and_size_do_not_matter(qapp: object, image: object) -> None:
    first, other = ink_from_image(seven()), ink_from_image(image())  # type: ignore[operator]
    assert first is not None and other is not None
    assert np.count_nonzero(first != other) <= 4 < np.count_nonzero(first)


def test_ink_itself_is_taken_as_it_is(qapp: object) -> None:
    pixels = np.random.default_rng(1).integers(0, 2, (16, 16)).astype(np.uint8)
    pixels[[0, -1]], pixels[:, [0, -1]] = 0, 0
    grey = np.ascontiguousarray(255 * pixels)
    ink = ink_from_image(QImage(grey.tobytes(), 16, 16, 16, QImage.Format.Format_Grayscale8))
    assert ink is not None and np.array_equal(ink, pixels)
    assert Image.fromarray(grey).size == (16, 16)


def test_without_ink_there_is_nothing(qapp: object) -> None:
    blank = QImage(40, 30, QImage.Format.Format_RGB32)
    blank.fill(QColor("#aabbcc"))
    assert ink_from_image(blank) is None
    assert ink_from_image(QImage()) is None


# --- pasted into the panel


@pytest.fixture
def stack(qapp: QApplication) -> Iterator[QUndoStack]:
    stack = QUndoStack()
    yield stack
    stack.clear()


@pytest.fixture
def panel(qtbot: QtBot, stack: QUndoStack) -> DrawPanel:
    panel = DrawPanel(stack)
    qtbot.addWidget(panel)
    panel.set_theme(make_theme("dark"))
    panel.resize(248, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def clipboard() -> Iterator[QClipboard]:
    clipboard = QApplication.clipboard()
    yield clipboard
    clipboard.clear()


def refusals(panel: DrawPanel) -> list[str]:
    said: list[str] = []
    panel.refused.connect(lambda words: said.append(text_of(words)))
    return said


def test_an_image_is_pasted_as_ink_and_undo_takes_it_back(
    panel: DrawPanel, stack: QUndoStack, clipboard: QClipboard
) -> None:
    said = refusals(panel)
    inks: list[Any] = []
    panel.ink_changed.connect(inks.append)
    clipboard.setImage(seven())
    panel.paste_action.trigger()
    wanted = ink_from_image(seven())
    assert wanted is not None and np.array_equal(inks[-1], wanted.ravel())
    assert not panel.canvas.is_blank and stack.undoText() == "Paste an image"
    # It is seen on the canvas: its first pixel of ink has the colour of ink.
    row, column = np.argwhere(wanted)[0]
    cell = panel.canvas.canvas_size / 16
    at = panel.canvas.grab().toImage().pixelColor(int((column + 0.5) * cell), int((row + 0.5) * cell))
    assert at == make_theme("dark").colour("lit")
    stack.undo()
    panel._read_drawing()
    assert panel.canvas.is_blank and inks[-1] is None
    stack.redo()
    panel._read_drawing()
    assert np.array_equal(inks[-1], wanted.ravel()) and said == []


def test_drawing_begins_anew_after_a_pasted_image_and_undo_brings_that_back(
    panel: DrawPanel, stack: QUndoStack, clipboard: QClipboard, qtbot: QtBot
) -> None:
    clipboard.setImage(seven())
    panel.paste_action.trigger()
    canvas = panel.canvas
    qtbot.mousePress(canvas, LEFT, pos=QPoint(30, 30))
    assert canvas.ink is None
    qtbot.mouseMove(canvas, QPoint(90, 90))
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(90, 90))
    assert canvas.ink is None and len(canvas.strokes()) == 1
    stack.undo()
    assert canvas.ink is not None and canvas.strokes() == []
    panel.clear_action.trigger()
    assert canvas.is_blank
    stack.undo()
    assert canvas.ink is not None


def test_what_cannot_be_pasted_is_said_in_a_sentence(panel: DrawPanel, clipboard: QClipboard) -> None:
    said = refusals(panel)
    clipboard.setText("7")
    panel.paste_action.trigger()
    assert image_file_of(None) == ""
    blank = QImage(40, 40, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    clipboard.setImage(blank)
    panel.paste_action.trigger()
    panel.show_data(TABLE)
    clipboard.setImage(seven())
    panel.paste_action.trigger()
    assert [words.split(":")[0] for words in said] == [
        "There is no image on the clipboard",
        "No ink was found in the image",
        "A drawing is ink on 16 × 16 pixels, and these examples are numbers",
    ]
    assert panel.canvas.is_blank


def test_a_file_of_an_image_that_was_copied_is_what_a_drop_of_it_is(
    panel: DrawPanel, clipboard: QClipboard
) -> None:
    said, dropped = refusals(panel), list[str]()
    panel.drops.file_dropped.connect(dropped.append)

    def copy(*paths: str) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
        clipboard.setMimeData(mime)

    copy("/nowhere/seven.png")
    panel.paste_action.trigger()
    assert (dropped, said) == (["/nowhere/seven.png"], [])
    # Two of them are none; what another file is, is said by who reads it.
    for paths in (("/nowhere/a.png", "/nowhere/b.png"), ("/nowhere/a.txt",)):
        copy(*paths)
        panel.paste_action.trigger()
    assert dropped == ["/nowhere/seven.png", "/nowhere/a.txt"]
    assert [words.split(":")[0] for words in said] == ["There are 2 files on the clipboard"]
    # Where nothing can be drawn, nothing is read either.
    panel.show_data(TABLE)
    copy("/nowhere/seven.png")
    panel.paste_action.trigger()
    assert len(dropped) == 2 and said[-1].startswith("A drawing is ink")


def test_several_files_that_were_copied_are_counted_and_one_is_read_whatever_it_is_called() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/a/1.png"), QUrl.fromLocalFile("/a/2.png")])
    assert text_of(why_not_taken(mime)).startswith("There are 2 files on the clipboard: ")
    assert copied_file_of(mime) == ""
    mime.setUrls([QUrl.fromLocalFile("/a/seven")])
    # A drop of it is the window's: it may be data.
    assert copied_file_of(mime) == "/a/seven" and image_file_of(mime) == "" and why_not_taken(mime) == ""
    mime.setUrls([QUrl("http://example.org/seven")])
    assert copied_file_of(mime) == ""


def test_an_image_that_is_too_large_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasted_image, "MOST_PIXELS", SIDE * SIDE - 1)
    image = seven()
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(content, "PNG")
    mime = QMimeData()
    # Only its head is there: nothing could be decoded.
    mime.setData("image/png", QByteArray(content.data().left(100)))
    assert text_of(why_not_taken(mime)).startswith("The image has 90 × 90 pixels: it may have 8,099 in all")
    assert ink_from_image(image) is None
    assert text_of(why_not_pasted(image)).startswith("The image has 90 × 90 pixels")
    monkeypatch.setattr(pasted_image, "MOST_PIXELS", SIDE * SIDE)
    assert why_not_taken(mime) == "" and ink_from_image(image) is not None
