import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPicture

from gui.network.painting import edge_picture
from gui.network.painting.edge_picture import Portion, Stroke
from gui.network.painting.recorded_lines import can_record, recording
from gui.network.painting.without_lock import play

SIZE = 200, 160


def painted(paint) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30))
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def one_by_one(pens, lines):
    def paint(painter) -> None:
        for pen, rows in zip(pens, lines, strict=True):
            painter.setPen(pen)
            for row in rows.tolist():
                painter.drawLine(QLineF(*row))

    return paint


colours = st.tuples(*[st.integers(0, 255)] * 3)


def test_this_release_of_qt_makes_such_recordings_itself() -> None:
    assert can_record()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(colours, st.integers(0, 12)), max_size=8), st.integers(0, 99))
def test_a_recording_paints_what_a_painter_paints(strokes, seed) -> None:
    rng = np.random.default_rng(seed)
    pens = [QPen(QColor(*colour), 1.0) for colour, _ in strokes]
    lines = [rng.uniform(-20, 220, (count, 4)) for _, count in strokes]
    played = []
    image = painted(lambda painter: played.append(recording(pens, lines).play(painter)))
    assert played == [True]
    assert image == painted(one_by_one(pens, lines))
    assert painted(lambda painter: play(painter, recording(pens, lines))) == image


def test_another_width_is_another_pen() -> None:
    pens = [QPen(QColor(255, 0, 0), 1.0), QPen(QColor(255, 0, 0), 5.0)]
    lines = [np.array([[10.0, 20, 150, 20]]), np.array([[10.0, 100, 150, 100]])]
    image = painted(lambda painter: play(painter, recording(pens, lines)))
    reds = [sum(image.pixelColor(80, y).red() > 200 for y in range(top, top + 40)) for top in (0, 80)]
    # A line of 5 px on a whole y covers four rows wholly and two by half.
    assert reds[0] < 3 and 4 <= reds[1] <= 6


def test_what_comes_back_is_a_picture_that_qt_can_keep(tmp_path) -> None:
    path = str(tmp_path / "lines.pic")
    pens, lines = [QPen(QColor(0, 200, 255), 1.0)], [np.array([[5.0, 5, 190, 150]])]
    assert recording(pens, lines).save(path)
    kept = QPicture()
    assert kept.load(path)
    assert painted(kept.play) == painted(one_by_one(pens, lines))


@pytest.mark.parametrize("recordable", [True, False])
def test_a_portion_is_painted_the_same_with_and_without_recording(monkeypatch, recordable) -> None:
    monkeypatch.setattr(edge_picture, "can_record", lambda: recordable)
    lines = np.random.default_rng(0).uniform(0, 150, (30, 4))
    strokes = (Stroke(QPen(QColor(255, 90, 0), 1.0), 0, 20), Stroke(QPen(QColor(0, 90, 255), 1.0), 20, 30))
    expected = painted(one_by_one([stroke.pen for stroke in strokes], [lines[:20], lines[20:]]))
    assert painted(lambda painter: Portion(strokes).paint(painter, lines)) == expected
