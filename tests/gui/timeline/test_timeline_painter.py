"""What is painted on the timeline stands where its marks are, and no two signs look alike without colour."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.loss.curve_signs import paint_sign
from gui.theme.tokens import make_theme
from gui.timeline.run_row import ChangeSign, RunRow
from gui.timeline.timeline import Timeline
from gui.timeline.timeline_marks import LEAST_PX, marks_of
from gui.timeline.timeline_painter import TimelinePainter, tick_image
from gui.timeline.timeline_words import legend
from tests.gui.timeline.placed import axis_of


@pytest.mark.parametrize("name", ["dark", "light"])
def test_no_two_signs_look_alike_in_grey(qapp: QApplication, name: str) -> None:
    theme, pictures = make_theme(name), set()
    signs = [*legend(), "end"]
    for key in signs:
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(theme.colour("canvas"))
        painter = QPainter(image)
        TimelinePainter(painter, theme, axis_of(), 700).paint_sign(key, QPointF(12, 12))
        painter.end()
        pictures.add(bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits()))
    assert len(pictures) == len(signs)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_sign_of_the_least_test_loss_is_not_that_of_the_test_loss_in_the_plot_above(
    qapp: QApplication, name: str
) -> None:
    theme = make_theme(name)
    images = []
    for is_least in (True, False):
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(theme.colour("canvas"))
        painter = QPainter(image)
        on = TimelinePainter(painter, theme, axis_of(), 700)
        if is_least:
            on.paint_sign("best", QPointF(12, 12))
        else:
            paint_sign(painter, theme, "test", QPointF(12, 12))
        painter.end()
        images.append(image)
    canvas = theme.colour("canvas")

    def width_at(image: QImage, y: int) -> int:
        inked = [x for x in range(24) if image.pixelColor(x, y) != canvas]
        return max(inked) - min(inked) + 1

    # A triangle that points down is wide above and narrow below; a ring is as wide above as below.
    least, test = images
    assert width_at(least, 9) >= 8 and width_at(least, 15) <= 4
    assert abs(width_at(test, 10) - width_at(test, 13)) <= 1


def test_the_sign_of_the_least_test_loss_is_whole_where_the_run_s_name_stands_over_it(
    timeline: Timeline, row: RunRow
) -> None:
    # The name reaches over the line from 100 on, the least test loss stands at 120: two letters in.
    named = replace(row, name="MMMMMMMMMMMM", live=300, best_update=200, kept=np.zeros(0, int), changes=())

    def upper_part() -> QImage:
        timeline.resize(700, timeline.sizeHint().height())
        timeline.refresh()
        # Its own width and the upper part of its height: the line is at 19, letters end above 14.
        return timeline.grab(QRect(116, 14, 9, 4)).toImage()

    timeline.show_runs([named], 0)
    with_name = upper_part()
    timeline.show_runs([replace(named, name="")], 0)
    assert with_name == upper_part()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sign_of_the_least_test_loss_stands_below_the_feet_of_the_name(
    qapp: QApplication, row: RunRow, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    theme, places = make_theme("dark", scale), {}
    monkeypatch.setattr(TimelinePainter, "_text", lambda _, box, text, *_more: places.update({text: box}))
    monkeypatch.setattr(TimelinePainter, "paint_sign", lambda _, key, at, *_more: places.setdefault(key, at))
    image = QImage(700, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    on = TimelinePainter(painter, theme, axis_of(), 700)
    named = replace(row, name="种子 0：Adam，η 0.001", best_update=20)
    marks = marks_of([named], axis_of(scale=scale), 0, False)
    on.paint_rows(marks, 0, 25 * scale, False)
    painter.end()
    ink = QFontMetricsF(theme.font("tick")).tightBoundingRect(named.name)
    metrics, box = QFontMetricsF(theme.font("tick")), places[named.name]
    feet = box.center().y() - metrics.height() / 2 + metrics.ascent() + ink.bottom()
    half = theme.px(LEAST_PX)
    # A px is between them, as letters stand on whole ones.
    assert places["best"].y() - 0.8 * half - 0.8 * theme.line_scale >= feet + 1


@pytest.mark.parametrize("is_low", [False, True])
@pytest.mark.parametrize("is_edit", [False, True])
def test_a_change_at_the_least_test_loss_stands_above_it_at_the_same_place(
    qapp: QApplication, row: RunRow, monkeypatch: pytest.MonkeyPatch, is_edit: bool, is_low: bool
) -> None:
    places: dict[str, QPointF] = {}
    monkeypatch.setattr(TimelinePainter, "paint_sign", lambda _, key, at, *_more: places.setdefault(key, at))
    monkeypatch.setattr(TimelinePainter, "_paint_numbers", lambda *_: None)
    image = QImage(700, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    changed = replace(row, changes=(ChangeSign(700, is_edit, ""),), best_update=700)
    marks = marks_of([changed], axis_of(), 0, is_low)
    TimelinePainter(painter, make_theme("dark"), axis_of(), 700).paint_rows(marks, 0, 25, is_low)
    painter.end()
    change = places["edit" if is_edit else "setting"]
    assert change.x() == places["best"].x() == 170
    # The middle of the change is clear of the triangle, whose upper edge is 3.7 px over its own middle.
    assert change.y() <= marks[0].y and places["best"].y() - change.y() >= 3.7 + 3.6
    assert change.y() >= 4.8 and places["best"].y() + 4.6 <= (18 if is_low else 25 + 1)


@pytest.mark.parametrize("best", [None, 2_000])
@pytest.mark.parametrize("is_edit", [True, False])
def test_the_end_of_a_run_covers_no_change_that_stands_there(
    qapp: QApplication, row: RunRow, monkeypatch: pytest.MonkeyPatch, is_edit: bool, best: int | None
) -> None:
    theme, painted = make_theme("dark"), []
    monkeypatch.setattr(
        TimelinePainter, "paint_sign", lambda _, key, at, *_more: painted.append((key, at.x()))
    )
    image = QImage(700, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    changed = replace(row, live=2_000, changes=(ChangeSign(2_000, is_edit, ""),), best_update=best)
    marks = marks_of([changed], axis_of(), 0, False)
    # Without numbers, which have signs of their own.
    monkeypatch.setattr(TimelinePainter, "_paint_numbers", lambda *_: None)
    TimelinePainter(painter, theme, axis_of(), 700).paint_rows(marks, 0, 25, False)
    painter.end()
    places = dict(painted)
    # They are 10 px wide, at most.
    end = places.pop("live")
    assert len(places) == (1 if best is None else 2) and end >= max(places.values()) + 10


def test_the_least_test_loss_is_called_so_where_there_is_no_legend(
    timeline: Timeline, row: RunRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(
        TimelinePainter, "_text", lambda _self, _box, text, _token, _align: written.append(text)
    )
    timeline.resize(900, timeline.sizeHint().height())
    timeline.refresh()
    timeline.grab()
    assert "least test loss of the curve" in written and "0.138" in written
    written.clear()
    timeline.set_low(True)
    timeline.resize(900, timeline.sizeHint().height())
    timeline.refresh()
    timeline.grab()
    assert {text for text in written if "0.138" in text} == {"least test loss of the curve 0.138"}
    timeline.resize(660, timeline.sizeHint().height())
    written.clear()
    timeline.refresh()
    timeline.grab()
    assert {text for text in written if "0.138" in text} == {"0.138"}


def test_the_line_goes_from_the_first_update_to_the_last(timeline: Timeline) -> None:
    image, text = timeline.grab().toImage(), QColor(make_theme("dark").colours.text)
    line = [x for x in range(100, 500) if image.pixelColor(x, 19) == text]
    # Update 3,000 stands at 400; the triangle there is five px long.
    assert line[0] <= 101 and 399 <= line[-1] <= 406


def test_a_tick_stands_below_the_line_at_each_kept_state(timeline: Timeline) -> None:
    image, canvas = timeline.grab().toImage(), QColor(make_theme("dark").colours.canvas)
    # Right below the line, left of its end: beside the signs of edit, setting and least loss, which are higher.
    ticks = [
        x
        for x in range(99, 340)
        if image.pixelColor(x, 23) != canvas and not 164 < x < 176 and not 214 < x < 226
    ]
    places = [x for x in ticks if x - 1 not in ticks]
    assert places == pytest.approx([100, 150, 200, 250, 300], abs=1)


def test_ticks_are_as_high_as_they_were_given_and_one_px_wide() -> None:
    left, image = tick_image(np.array([[120.5, 3], [123.5, 6]]), QColor("#A3AEBF"))
    assert (left, image.width(), image.height()) == (120, 4, 6)
    inked = [[image.pixelColor(x, y).alpha() > 0 for x in range(4)] for y in range(6)]
    assert inked == [[True, False, False, True]] * 3 + [[False, False, False, True]] * 3
    assert image.pixelColor(0, 0) == QColor("#A3AEBF")


def test_a_branch_hangs_on_its_parent_at_the_branch_point(timeline: Timeline, row: RunRow) -> None:
    canvas = QColor(make_theme("dark").colours.canvas)
    timeline.show_runs([row, RunRow(1, "x", live=2_000, parent=0, branch_update=1_600)], 0)
    timeline.resize(700, timeline.sizeHint().height())
    timeline.refresh()
    image = timeline.grab().toImage()
    # Between the two lanes, where no name is: the connector alone, at 100 + 1,600 / 10 px.
    assert image.pixelColor(260, 30) != canvas
    assert image.pixelColor(240, 44) == canvas and image.pixelColor(280, 44) != canvas


def test_a_run_that_rests_names_the_update_of_its_l_where_that_is_not_its_newest(
    timeline: Timeline, row: RunRow
) -> None:
    pictures = set()
    for measured in (2, 7, 3_000):
        timeline.show_runs([replace(row, measured_update=measured), RunRow(1, "seed 1", live=20)], 1)
        timeline.resize(900, timeline.sizeHint().height())
        timeline.refresh()
        # Right of the plot: the numbers alone.
        numbers = timeline.grab(QRect(510, 0, 390, 30)).toImage()
        pictures.add(bytes(numbers.convertToFormat(QImage.Format.Format_Grayscale8).constBits()))
    assert len(pictures) == 3


def test_a_name_stands_beside_the_connector_of_its_run_and_no_other_strikes_it_through(
    timeline: Timeline, row: RunRow
) -> None:
    theme, name = make_theme("dark"), "a name that is long"
    dim, canvas = QColor(theme.colours.dim), QColor(theme.colours.canvas)
    rows = [
        row,
        # At 480 of 100 … 500 px: there is no room at its right.
        RunRow(1, name, live=4_000, parent=0, branch_update=3_800),
        # Its connector passes the lane of run 1 where the name is.
        RunRow(2, "x", live=4_000, parent=0, branch_update=3_400),
    ]
    timeline.show_runs(rows, 0)
    timeline.resize(700, timeline.sizeHint().height())
    timeline.refresh()
    image = timeline.grab().toImage()
    # Run 0's line stands at 19, run 1's at 44, its name from 28 to 41; connectors at 480 and 440.
    wide = QFontMetricsF(theme.font("tick")).horizontalAdvance(name)
    assert 480 - 4 - wide < 440
    own, other = ([image.pixelColor(x, y) for y in range(21, 38)] for x in (480, 440))
    assert own == [dim] * len(own)
    assert other[:6] == [dim] * 6 and other[8:].count(dim) < len(other[8:])
    inked = [x for x in range(300, 496) if any(image.pixelColor(x, y) != canvas for y in range(30, 39))]
    assert max(x for x in inked if x != 480) <= 476 and min(inked) >= 480 - 4 - wide - 4


def test_a_run_that_goes_on_beyond_the_axis_has_a_sign_at_its_end(timeline: Timeline, row: RunRow) -> None:
    canvas = QColor(make_theme("dark").colours.canvas)

    def inked() -> set[int]:
        """Where there is something two px above the line of run 1, which is at 44."""
        timeline.resize(700, timeline.sizeHint().height())
        timeline.refresh()
        image = timeline.grab().toImage()
        return {x for x in range(480, 506) if image.pixelColor(x, 42) != canvas}

    timeline.show_runs([row, RunRow(1, "x", live=9_000, parent=0, branch_update=1_600)], 0)
    assert inked() and "beyond" in timeline._picture().signs
    timeline.show_runs([row, RunRow(1, "x", live=3_500, parent=0, branch_update=1_600)], 0)
    assert not inked() and "beyond" not in timeline._picture().signs
