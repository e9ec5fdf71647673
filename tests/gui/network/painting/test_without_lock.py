import threading

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gui.network.painting import without_lock
from gui.network.painting.recorded_lines import recording
from gui.network.painting.without_lock import draw_image, play


def paint_many(image: QImage) -> None:
    lines = np.random.default_rng(0).uniform(0, 500, (20_000, 4))
    picture = recording([QPen(QColor(255, 255, 255), 1.0)], [lines])
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    play(painter, picture)
    painter.end()


def test_where_qts_function_is_not_found_pyside_paints_the_same(monkeypatch) -> None:
    images = [QImage(500, 500, QImage.Format.Format_RGB32) for _ in range(2)]
    for image in images:
        image.fill(QColor(0, 0, 0))
    paint_many(images[0])
    monkeypatch.setattr(without_lock, "_function", lambda mangled: None)
    paint_many(images[1])
    assert images[0] == images[1]
    assert images[0].pixel(250, 250) & 0xFFFFFF


def test_an_image_is_copied_to_its_corner_with_and_without_qts_own_function(monkeypatch) -> None:
    monkeypatch.setattr(without_lock, "SMALL_PIXELS", 100)
    drawing = QImage(40, 30, QImage.Format.Format_ARGB32_Premultiplied)
    drawing.fill(QColor(0, 90, 200, 128))
    images = []
    for has_function in (True, False):
        if not has_function:
            monkeypatch.setattr(without_lock, "_function", lambda mangled: None)
        image = QImage(100, 80, QImage.Format.Format_RGB32)
        image.fill(QColor(255, 255, 255))
        painter = QPainter(image)
        draw_image(painter, QPointF(7, 9), drawing)
        painter.end()
        images.append(image)
    assert images[0] == images[1]
    assert images[0].pixelColor(6, 9) == images[0].pixelColor(47, 9) == QColor(255, 255, 255)
    assert images[0].pixelColor(7, 9) == images[0].pixelColor(46, 38) != QColor(255, 255, 255)


def test_a_library_that_is_not_there_is_no_error(monkeypatch) -> None:
    monkeypatch.setattr(without_lock, "LIBRARIES", ("Qt/lib/none.so", "__init__.py"))
    assert without_lock._function.__wrapped__(without_lock.DRAW_IMAGE) is None


@pytest.mark.skipif(
    without_lock._function(without_lock.DRAW_PICTURE) is None, reason="Qt's function has another name here"
)
def test_another_thread_runs_while_lines_are_painted() -> None:
    steps = 0
    ended = threading.Event()

    def count() -> None:
        nonlocal steps
        while not ended.wait(1e-5):
            steps += 1

    image = QImage(500, 500, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    lines = np.random.default_rng(0).uniform(0, 500, (20_000, 4))
    picture = recording([QPen(QColor(255, 255, 255), 1.0)], [lines])
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thread = threading.Thread(target=count)
    thread.start()
    try:
        before = steps
        play(painter, picture)
        during = steps - before
    finally:
        ended.set()
        thread.join()
        painter.end()
    # One step may fall between the counting and the call.
    assert during > 10
