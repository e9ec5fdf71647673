"""What is painted is where the marks are; the two lines are told apart without colour."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.solutions.solutions_marks import SolutionsMarks, marks_of
from gui.solutions.solutions_painter import SolutionsPainter, lines_of
from gui.theme.tokens import Theme, make_theme
from tests.gui.solutions.compared import compared

WIDTH, HEIGHT = 700, 340


def painted(paint: Callable[[SolutionsPainter], None], marks: SolutionsMarks, theme: Theme) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    paint(SolutionsPainter(painter, theme, marks))
    painter.end()
    return image


def has_ink(image: QImage, x: float, y: float, colour: QColor, reach: int = 1) -> bool:
    """Whether a pixel near this place has the colour."""
    return any(
        image.pixelColor(round(x) + i, round(y) + j) == colour
        for i in range(-reach, reach + 1)
        for j in range(-reach, reach + 1)
    )


def test_a_dot_is_painted_at_every_point_and_a_line_between_them(qapp: QApplication) -> None:
    theme, message = make_theme("dark"), compared(straight=21, matched=0)
    marks = marks_of(message, WIDTH, HEIGHT, theme)
    image = painted(lambda on: on.paint_panel(marks.loss, "", "text"), marks, theme)
    points = marks.loss.points["straight"]
    for x, y in points.tolist():
        assert has_ink(image, x, y, theme.colour("text"))
    canvas = theme.colour("canvas")
    for (x1, y1), (x2, y2) in zip(points[:-1].tolist(), points[1:].tolist(), strict=True):
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        assert any(image.pixelColor(int(x), int(y) + j) != canvas for j in (-1, 0, 1))
    # What is not measured is not painted: above the triangle there is only the grid.
    x, y = points[2]
    assert image.pixelColor(int(x), int(y) - 25) in (
        canvas,
        image.pixelColor(int(points[18][0]), int(y) - 25),
    )


def test_the_matched_line_has_gaps_and_hollow_dots(qapp: QApplication) -> None:
    theme = make_theme("dark")
    message = compared(heights=(0.0, 0.0))
    marks = marks_of(message, WIDTH, HEIGHT, theme)
    canvas = theme.colour("canvas")
    inked = {}
    for key in ("straight", "matched"):
        panel = marks.loss
        one = {
            each: points if each == key else np.full((21, 2), np.nan) for each, points in panel.points.items()
        }
        panel = type(panel)(panel.plot, panel.top, (), one, False)
        image = painted(lambda on, panel=panel: on.paint_panel(panel, "", "text"), marks, theme)
        y = round(panel.points[key][0, 1])
        left, right = (round(float(panel.points[key][place, 0])) for place in (3, 4))
        inked[key] = [
            any(image.pixelColor(x, y + j) != canvas for j in (-1, 0, 1)) for x in range(left + 6, right - 6)
        ]
        centre = image.pixelColor(left, y)
        assert (centre == theme.colour("text")) == (key == "straight")
    assert all(inked["straight"]) and not all(inked["matched"]) and any(inked["matched"])


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_cell_is_lit_by_its_output_and_framed_where_it_is_right(qapp: QApplication, name: str) -> None:
    theme = make_theme(name)
    marks = marks_of(compared(), WIDTH, HEIGHT, theme)
    image = painted(lambda on: on.paint_answers(""), marks, theme)
    for cell in marks.answers:
        expected = theme.blend("lit", "canvas", cell.confidence)
        corner = cell.box.topLeft().toPoint()
        assert image.pixelColor(corner.x() + 3, corner.y() + 3) == expected
    right = next(cell for cell in marks.answers if cell.is_right)
    wrong = next(cell for cell in marks.answers if not cell.is_right)
    framed = [
        image.pixelColor(round(cell.box.left()) + 1, round(cell.box.center().y())) for cell in (right, wrong)
    ]
    assert framed[0] != framed[1]


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_text_of_every_cell_is_read_well(qapp: QApplication, name: str) -> None:
    theme = make_theme(name)
    marks = marks_of(compared(), WIDTH, HEIGHT, theme)
    shares = np.linspace(0, 1, 101).tolist()
    tokens: list[str] = []
    painted(lambda on: tokens.extend(on.token_on(share) for share in shares), marks, theme)

    def luminance(colour: QColor) -> float:
        """WCAG 2's relative luminance."""
        parts = [part / 255 for part in (colour.red(), colour.green(), colour.blue())]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for confidence, token in zip(shares, tokens, strict=True):
        cell = luminance(theme.blend("lit", "canvas", confidence))
        text = luminance(theme.colour(token))
        contrast = (max(cell, text) + 0.05) / (min(cell, text) + 0.05)
        # Canvas and text are 15.6 apart: in the middle both are √15.6 = 3.95 from the cell.
        assert contrast >= 3.85, confidence


def test_lines_break_where_nothing_is_measured() -> None:
    points = np.column_stack([np.arange(6.0), [1.0, 2.0, np.nan, 3.0, np.nan, 4.0]])
    assert [line[:, 0].tolist() for line in lines_of(points)] == [[0.0, 1.0]]
    assert lines_of(np.full((3, 2), np.nan)) == []


def test_the_cursor_is_a_line_through_both_pictures_with_a_ring_at_each_point(qapp: QApplication) -> None:
    theme = make_theme("dark")
    marks = marks_of(compared(), WIDTH, HEIGHT, theme)
    image = painted(lambda on: on.paint_cursor(5), marks, theme)
    canvas = theme.colour("canvas")
    x = int(marks.x[5])
    inked = [y for y in range(HEIGHT) if image.pixelColor(x, y) != canvas]
    assert min(inked) == pytest.approx(marks.loss.plot.top(), abs=2)
    assert max(inked) == pytest.approx(marks.axis_y + 3, abs=2)
    assert marks.test is not None
    for panel in (marks.loss, marks.test):
        for points in panel.points.values():
            assert any(
                image.pixelColor(round(points[5, 0] + 6) + i, round(points[5, 1])) != canvas
                for i in (-1, 0, 1)
            )


@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_no_title_stands_against_the_numbers_of_an_axis(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    theme = make_theme("dark", scale)
    marks = marks_of(compared(), round(WIDTH * scale), round(HEIGHT * scale), theme)
    assert marks.test is not None
    metrics, boxes = QFontMetricsF(theme.font("tick")), []

    def written(_: SolutionsPainter, box: QRectF, text: str, *_token: str, right: bool = False) -> None:
        ink = metrics.boundingRect(text)
        ink.moveCenter(box.center())
        ink.moveLeft(box.right() - ink.width() if right else box.left())
        boxes.append((text, ink))

    monkeypatch.setattr(SolutionsPainter, "_text", written)
    for panel, title in ((marks.loss, "training: mean Cⁿ"), (marks.test, "test: wrong")):
        painted(lambda on, panel=panel, title=title: on.paint_panel(panel, title, "text"), marks, theme)
    titles = [box for text, box in boxes if ":" in text]
    numbers = [box for text, box in boxes if ":" not in text]
    assert len(titles) == 2 and len(numbers) >= 4
    assert not any(title.intersects(number) for title in titles for number in numbers)


def test_a_title_gives_way_to_the_names_at_its_right(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme, title = make_theme("dark"), "training set: mean Cⁿ"
    names = [("straight", "in a straight line"), ("matched", "with matched neurons")]
    width = QFontMetricsF(theme.font("tick")).horizontalAdvance(title)
    boxes: list[QRectF] = []

    def written(_: SolutionsPainter, box: QRectF, text: str, *_token: str, right: bool = False) -> None:
        if text == title:
            boxes.append(box)

    monkeypatch.setattr(SolutionsPainter, "_text", written)
    signs: list[float] = []
    monkeypatch.setattr(SolutionsPainter, "_sign", lambda _on, left, *_: signs.append(left.x()))
    # The picture's own place, where there is room; else as far to the left as is needed.
    marks = marks_of(compared(), WIDTH, HEIGHT, theme)
    for room in (0.0, marks.loss.plot.left() + width - 20):
        boxes.clear()

        def paint(on: SolutionsPainter, room: float = room) -> None:
            on.paint_panel(marks.loss, title, "text", room or on.names_left(names))
            on.paint_names(names)

        painted(paint, marks, theme)
        assert boxes[0].left() == pytest.approx(marks.loss.plot.left() - (20 if room else 0))
        if not room:
            assert boxes[0].left() + width < min(signs)
