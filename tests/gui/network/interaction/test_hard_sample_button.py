"""Where an example has almost no gradient, a notice says so and a button offers a harder one."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import NEWS_PX, make_layout
from gui.network.geometry.shapes import Rect
from gui.network.interaction.hard_sample_button import (
    HardSampleButton,
    carries_gradient,
    has_almost_no_gradient,
    is_right,
)
from gui.theme.tokens import Theme
from gui.widgets.keyboard_focus import FOCUS_PX
from tests.core.small_snapshots import with_trace

REST = AnimationState()
LINE = Rect(300, 20, 480, 20)


def with_deltas(snapshot, *deltas: float):
    """The snapshot with these δ of its outputs; those of its other layers stay."""
    return with_trace(snapshot, delta=(*snapshot.trace.delta[:-1], np.array(deltas)))


# --- how large a gradient is


@pytest.mark.parametrize(
    ("deltas", "carries"),
    [
        ((0.0, 0.0, 0.0), False),
        ((0.0009, -0.0009, 0.0), False),
        ((0.0, 0.0, 0.001), True),
        ((-0.001, 0.0, 0.0), True),
        # What is not finite is to be seen.
        ((0.0, np.nan, 0.0), True),
        ((0.0, -np.inf, 0.0), True),
    ],
)
def test_a_thousandth_of_any_output_is_a_gradient(make_snapshot, deltas, carries) -> None:
    snapshot = with_deltas(make_snapshot((16, 4, 3)), *deltas)
    assert carries_gradient(snapshot) is carries
    assert has_almost_no_gradient(snapshot, REST) is not carries


def test_without_a_right_answer_there_is_no_gradient_and_none_that_is_small(make_snapshot) -> None:
    snapshot = make_snapshot((16, 4, 3), label=None)
    assert not carries_gradient(snapshot) and not has_almost_no_gradient(snapshot, REST)


@pytest.mark.parametrize(
    ("animation", "is_said"),
    [
        (AnimationState("rest"), True),
        (AnimationState("loss"), True),
        (AnimationState("rest", loss_shown=False), False),
        (AnimationState("forward", 1, 0.5), False),
        (AnimationState("backward", 1, 0.5), False),
        (AnimationState("change"), False),
    ],
)
def test_it_is_said_when_c_is_on_screen_and_nothing_moves(make_snapshot, animation, is_said) -> None:
    easy = with_deltas(make_snapshot((16, 4, 3)), 0.0, 0.0, 0.0)
    assert has_almost_no_gradient(easy, animation) is is_said


# --- whether it is right


def with_outputs(snapshot, *y: float, label: int | None = 0, target: np.ndarray | None = None):
    """The snapshot with these outputs, and what they are to be."""
    snapshot = with_trace(snapshot, a=(*snapshot.trace.a[:-1], np.array(y)))
    return replace(snapshot, example=replace(snapshot.example, label=label, target=target))


@pytest.mark.parametrize(
    ("y", "label", "target", "right"),
    [
        ((0.999, 0.001, 0.0), 0, None, True),
        # Softmax or sigmoid with squared error, saturated: hardly a slope, and C = 1.
        ((0.0, 1.0, 0.0), 0, None, False),
        # A sigmoid says yes to two at once.
        ((1.0, 0.9999, 0.0), 0, None, False),
        ((0.95, 0.5, 1.0), None, np.array([0.95, 0.5, 0.99]), True),
        ((0.95, 0.5, 1.0), None, np.array([0.95, 0.5, 0.7]), False),
    ],
)
def test_an_answer_is_right_where_all_outputs_are_near_what_they_are_to_be(
    make_snapshot, y, label, target, right
) -> None:
    assert is_right(with_outputs(make_snapshot((16, 4, 3)), *y, label=label, target=target)) is right


# --- the button


@pytest.fixture
def button(qtbot) -> HardSampleButton:
    """The button of a view of 800 x 500 px in which there is another button."""
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button = HardSampleButton(view)
    QPushButton(view)
    with qtbot.waitExposed(view):
        view.show()
    return button


def test_at_first_it_is_not_there(button) -> None:
    assert not button.isVisible()


def test_it_stands_at_the_right_end_of_its_line_and_the_words_end_before_it(button) -> None:
    mark = button.offer(LINE, Theme())
    place = button.geometry()
    assert button.isVisible() and place.x() + place.width() == pytest.approx(780, abs=1)
    # Not lower than the line.
    assert place.y() + place.height() == 40 and place.height() == 24
    assert (mark.align, mark.x) == ("right", place.x() - 8)
    assert place.y() < mark.y < place.y() + place.height()
    assert mark.text == "Almost no gradient: this one is already right."


def test_a_wrong_answer_without_a_gradient_is_not_called_right(button) -> None:
    assert button.offer(LINE, Theme(), is_right=False).text == "Wrong, but saturated: almost no gradient."
    assert button.offer(LINE, Theme()).text == "Almost no gradient: this one is already right."


@pytest.mark.parametrize("scale", [0.8, 0.9, 1.0, 2.0])
def test_below_news_it_is_whole_at_the_height_of_its_words(button, scale) -> None:
    theme = Theme(scale=scale)
    line = make_layout((16, 4, 3), 1000 * scale, 700 * scale, theme).walkthrough
    mark, place = button.offer(line, theme), button.geometry()
    assert place.y() >= ceil(theme.px(NEWS_PX)) + (FOCUS_PX if scale < 1 else 0)
    assert place.y() >= line.y - 1 and place.bottom() <= line.y + line.height
    assert mark.y - theme.px(4) == place.y() + place.height() / 2


def test_at_the_top_of_the_view_it_is_not_cut(button) -> None:
    button.offer(Rect(300, 0, 480, 16), Theme())
    # And it does not stand under the frame of what has the keyboard.
    assert button.y() == FOCUS_PX


def test_it_grows_with_the_type(button) -> None:
    button.offer(LINE, Theme())
    width = button.width()
    button.offer(LINE, Theme(scale=2.0))
    assert button.height() == 48 and button.width() > 1.5 * width


def test_another_line_moves_it_and_the_same_one_leaves_it(button) -> None:
    first = button.offer(LINE, Theme())
    assert button.offer(LINE, Theme()) is first
    button.offer(Rect(200, 100, 480, 20), Theme())
    assert button.geometry().right() + 1 == pytest.approx(680, abs=1) and button.y() == 96


def test_a_click_says_that_a_hard_one_is_wanted(qtbot, button) -> None:
    button.offer(LINE, Theme())
    with qtbot.waitSignal(button.hard_sample_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_goes_away_and_comes_back(button) -> None:
    button.withdraw()
    assert not button.isVisible()
    mark = button.offer(LINE, Theme())
    button.withdraw()
    assert not button.isVisible()
    assert button.offer(LINE, Theme()) == mark and button.isVisible()


def test_where_it_had_the_keyboard_the_view_has_it(qtbot, button) -> None:
    button.offer(LINE, Theme())
    view = button.parentWidget()
    view.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    button.withdraw()
    assert view.hasFocus()
