"""The curve and its bar are painted where the losses say."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from gui.ledger.sorted_curve import AXIS_PX, SortedCurve
from gui.theme.tokens import Theme
from tests.gui.heard_keys import heard_of

COUNT = 400


@pytest.fixture
def curve(qtbot: QtBot) -> SortedCurve:
    curve = SortedCurve()
    qtbot.addWidget(curve)
    curve.resize(460, 200)
    curve.set_theme(Theme())
    return curve


def terms(losses: np.ndarray) -> ExampleLosses:
    nobody = np.zeros(len(losses), int)
    return ExampleLosses(0, 1, "train", losses, nobody, nobody)


def brightest_of_column(image: QImage, x: int, top: int, bottom: int) -> int:
    return max(range(top, bottom), key=lambda y: image.pixelColor(x, y).lightness())


def test_the_curve_rises_from_the_least_to_the_largest(curve: SortedCurve) -> None:
    curve.show_losses(terms(np.random.default_rng(0).permutation(np.logspace(-5, 1, COUNT))), True)
    assert curve.marks is not None and curve.marks.decades == (-5, 2)
    image = curve.grab().toImage()
    left = round(AXIS_PX)
    heights = [brightest_of_column(image, left + x, 8, 110) for x in (250, 330, 410)]
    assert heights[0] > heights[1] > heights[2]
    # A straight line, as its logarithm rises evenly.
    assert abs(heights[0] - 2 * heights[1] + heights[2]) <= 2


def test_the_bar_is_cut_at_the_shares_of_l(curve: SortedCurve) -> None:
    # The worst 1 % are four of 1: 4 of 4 + 36 · 0.1 + 360 · 0.01 = 11.2; the next 9 % hold 3.6, the others 3.6.
    losses = np.array([0.01] * 360 + [0.1] * 36 + [1.0] * 4)
    curve.show_losses(terms(losses), True)
    assert curve.marks is not None
    assert curve.marks.shares == pytest.approx([4 / 11.2, 3.6 / 11.2, 3.6 / 11.2])
    image, left = curve.grab().toImage(), round(AXIS_PX)
    wide, y = curve.width() - left - 1, 175  # below the words of the bar's middle line
    light = [image.pixelColor(left + round(share * wide), y).lightness() for share in (0.05, 0.36, 0.68)]
    assert light[0] < light[1] < light[2]
    ends = [left + round(edge * wide) for edge in (3.6 / 11.2, 7.2 / 11.2)]
    for edge, (below, above) in zip(ends, ((0, 1), (1, 2)), strict=True):
        assert image.pixelColor(edge - 4, y).lightness() == light[below]
        assert image.pixelColor(edge + 4, y).lightness() == light[above]


def test_the_chosen_example_stands_on_the_curve_the_axis_and_in_the_bar(curve: SortedCurve) -> None:
    # The worst hundred of 400 hold 0.9 of L: 1 each, the others 100 / 2700.
    losses = np.array([100 / 2700] * 300 + [1.0] * 100)
    curve.show_losses(terms(losses), True)
    before = curve.grab().toImage()
    curve.show_chosen(1.0, 300.5 / COUNT)
    after = curve.grab().toImage()

    def changed_at(y: int) -> list[int]:
        columns = range(after.width())
        return [x for x in columns if before.pixel(x, y) != after.pixel(x, y)]

    point = curve.link_point
    assert point is not None
    wide, left = curve.width() - AXIS_PX - 1, AXIS_PX
    x = round(left + 300.5 / COUNT * wide)
    assert abs(point.x() - x) <= 1
    # At C's height from a mark on the axis to the ring on the curve; below it one line; in the bar where L is cut.
    level = changed_at(round(point.y()))
    assert left - 6 <= level[0] <= left and abs(level[-1] - x) <= 6
    assert curve.marks is not None and curve.marks.height_of(1.0) == pytest.approx(2 / 3)
    below = changed_at(round(point.y()) + 20)
    assert abs(below[0] - x) <= 1 and abs(below[-1] - x) <= 1
    cut = left + (100 / 9 + 1) / (100 / 9 + 100) * wide
    in_bar = changed_at(178)
    assert abs(in_bar[0] - cut) <= 2 and abs(in_bar[-1] - cut) <= 3
    curve.show_chosen(None)
    assert curve.grab().toImage() == before and curve.link_point is None


def test_a_range_that_is_drawn_selects_its_examples_and_a_click_chooses_one(
    curve: SortedCurve, qtbot: QtBot
) -> None:
    losses = terms(np.random.default_rng(0).permutation(np.logspace(-5, 1, COUNT)))
    curve.show_losses(losses, True)
    curve.show()
    heard: list[tuple[list[int], bool]] = []
    curve.selected.connect(lambda rows, adds: heard.append((rows.tolist(), adds)))
    left, wide = round(AXIS_PX), curve.width() - AXIS_PX - 1
    # From the end back to three quarters: the worst fourth.
    button, y = Qt.MouseButton.LeftButton, 60
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        qtbot.mousePress(curve, button, keys, QPoint(curve.width() - 1, y))
        qtbot.mouseMove(curve, QPoint(left + round(0.75 * wide), y))
        qtbot.mouseRelease(curve, button, keys, QPoint(left + round(0.75 * wide), y))
    assert [adds for _, adds in heard] == [False, True]
    worst = set(np.argsort(losses.losses)[-100:].tolist())
    assert len(set(heard[0][0]) ^ worst) <= 1
    with qtbot.waitSignal(curve.chosen) as chosen, qtbot.assertNotEmitted(curve.selected):
        qtbot.mouseClick(curve, button, pos=QPoint(curve.width() - 1, y))
    assert chosen.args == [int(losses.losses.argmax())]


def test_arrows_lead_to_the_next_digit_by_size_and_with_shift_they_select(
    curve: SortedCurve, qtbot: QtBot
) -> None:
    losses = terms(np.random.default_rng(0).permutation(np.logspace(-5, 1, COUNT)))
    curve.show_losses(losses, True)
    places = np.argsort(np.argsort(losses.losses))
    found, ranges, opened = list[int](), list[list[int]](), list[int]()

    def choose(row: int) -> None:
        found.append(int(places[row]))
        curve.show_chosen(float(losses.losses[row]), (places[row] + 0.5) / COUNT, f"row {row}")

    curve.chosen.connect(choose)
    curve.selected.connect(lambda rows, adds: ranges.append(sorted(places[rows].tolist())))
    curve.opened.connect(lambda row: opened.append(int(places[row])))
    keys, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(curve, keys.Key_Return)
    for key in (keys.Key_Right, keys.Key_Left, keys.Key_Left, keys.Key_Home, keys.Key_Right):
        qtbot.keyClick(curve, key)
    # Where none is chosen every key leads to the largest; and none is selected without Shift.
    assert found == [399, 398, 397, 0, 1] and not ranges and not opened
    assert curve.accessibleDescription().startswith(f"row {np.flatnonzero(places == 1)[0]}. ")
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Left):
        qtbot.keyClick(curve, key, shift)
    assert ranges == [[1, 2], [1, 2, 3], [1, 2]]
    qtbot.keyClick(curve, keys.Key_Right)
    qtbot.keyClick(curve, keys.Key_Home, shift)
    # It begins anew after a step without Shift.
    assert ranges[3] == [0, 1, 2, 3]
    qtbot.keyClick(curve, keys.Key_End)
    qtbot.keyClick(curve, keys.Key_Return)
    assert opened == [COUNT - 1]


def test_the_arrows_of_what_was_last_seen_stop_where_none_is_known(curve: SortedCurve, qtbot: QtBot) -> None:
    updates = np.where(np.arange(COUNT) < 100, 0, 7)
    losses = np.where(updates > 0, np.logspace(-5, 1, COUNT), np.nan)
    nobody = np.zeros(COUNT, int)
    curve.show_losses(LastSeen(0, 0, 7, losses, updates, nobody > 0, nobody), True)
    with qtbot.waitSignal(curve.chosen) as chosen:
        qtbot.keyClick(curve, Qt.Key.Key_Home)
    assert chosen.args == [100]


def test_the_windows_keys_are_the_curves_while_it_has_the_keyboard(curve: SortedCurve) -> None:
    press = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
    press.ignore()
    assert curve.event(press) and press.isAccepted() and curve.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_bars_at_its_foot_are_where_what_is_selected_stands(curve: SortedCurve) -> None:
    losses = terms(np.logspace(-5, 1, COUNT))
    curve.show_losses(losses, True)
    before = curve.grab().toImage()
    mask = np.zeros(COUNT, np.bool_)
    mask[300:350] = True
    curve.show_selected(mask)
    after = curve.grab().toImage()
    differing = [
        x
        for x in range(curve.width())
        if any(before.pixelColor(x, y) != after.pixelColor(x, y) for y in range(60, 140))
    ]
    left, wide = round(AXIS_PX), curve.width() - AXIS_PX - 1
    assert abs(differing[0] - (left + 0.75 * wide)) <= 2
    assert abs(differing[-1] - (left + 0.875 * wide)) <= 2


def test_what_was_last_seen_has_no_bar_and_begins_behind_what_is_not_known(curve: SortedCurve) -> None:
    updates = np.where(np.arange(COUNT) < 100, 0, 7)
    losses = np.where(updates > 0, np.logspace(-5, 1, COUNT), np.nan)
    nobody = np.zeros(COUNT, int)
    seen = LastSeen(0, 0, 7, losses, updates, nobody > 0, nobody)
    curve.show_losses(seen, True)
    assert curve.marks is not None and curve.marks.x[0] == 100.5 / COUNT
    image, left, wide = curve.grab().toImage(), round(AXIS_PX), curve.width() - AXIS_PX - 1
    # The hatch ends where the first known one stands; where the bar would be there is no shade of it.
    line = Theme().colour("dim")
    hatched = [x for x in range(curve.width()) if any(image.pixelColor(x, y) == line for y in range(90, 94))]
    assert min(hatched) <= left + 3 and abs(max(hatched) - (left + wide / 4)) <= 4
    assert image.pixelColor(curve.width() - 4, 170) == Theme().colour("canvas")
    curve.show_chosen(float(losses[300]), 300.5 / COUNT)
    point = curve.link_point
    assert point is not None and abs(point.x() - (left + 300.5 / COUNT * wide)) <= 1
    # Words over it are no line's.
    assert curve.spared and all(place.width() > 0 for place in curve.spared)
    figure = curve.figure()
    assert figure is not None and "as last seen, updates 7 to 7: 300 of 400" in figure.what


def test_the_line_to_the_axis_spares_the_words_on_the_grid(curve: SortedCurve) -> None:
    curve.show_losses(terms(np.logspace(-5, 1, COUNT)), True)
    # One whose line runs through words like "y = 0.90", which stand on the lines of the grid.
    before = curve.grab().toImage()
    for loss in np.logspace(-2, 0, 60):
        curve.show_chosen(float(loss), 0.7)
        point = curve.link_point
        assert point is not None
        crossed = [
            place
            for place in curve.spared
            if place.top() + 3 < point.y() < place.bottom() - 3 and place.left() > AXIS_PX
        ]
        if crossed:
            break
    after = curve.grab().toImage()
    assert point is not None
    assert len(crossed) == 1
    (place,) = crossed
    levels = int(point.y()), round(point.y()) - 1
    changed = {
        x for x in range(curve.width()) if any(before.pixel(x, y) != after.pixel(x, y) for y in levels)
    }
    assert not changed & set(range(round(place.left()), round(place.right())))
    assert changed & set(range(round(place.right()) + 2, round(point.x())))


@pytest.mark.parametrize("scale", [0.8, 0.86, 1.0, 1.3])
def test_as_low_as_it_may_be_it_is_still_drawn(curve: SortedCurve, scale: float) -> None:
    curve.set_theme(Theme("dark", scale))
    curve.show_losses(terms(np.logspace(-5, 1, COUNT)), True)
    curve.resize(460, curve.minimumSizeHint().height())
    curve.show_chosen(0.01, 0.5)
    assert curve.link_point is not None


def test_who_listens_hears_what_the_bars_parts_hold(curve: SortedCurve) -> None:
    losses = np.ones(1000)
    # By hand: 10 of 1,000 are the worst 1 %, 90 the next 9 %; 10 · 100 + 90 · 10 + 900 · 1 = 2,800.
    losses[:10], losses[10:100] = 100.0, 10.0
    curve.show_losses(terms(losses), True)
    assert curve.accessibleDescription() == (
        "the worst 1 %: 35.7 % of the sum, the next 9 %: 32.1 %, the other 90 %: 32.1 %"
    )
    curve.show_losses(None, True)
    assert curve.accessibleDescription() == ""


def test_where_arrows_lead_is_heard_once_they_rest_without_what_the_bar_holds(
    curve: SortedCurve, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses = terms(np.logspace(-5, 1, COUNT))
    curve.show_losses(losses, True)
    curve.chosen.connect(
        lambda row: curve.show_chosen(float(losses.losses[row]), (row + 0.5) / COUNT, f"row {row}")
    )
    keys, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    assert heard_of(curve, qtbot, monkeypatch, keys.Key_End, keys.Key_Left) == [f"row {COUNT - 2}"]
    assert heard_of(curve, qtbot, monkeypatch, keys.Key_Left, modifiers=shift) == []
