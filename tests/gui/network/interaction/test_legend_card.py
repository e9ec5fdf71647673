"""The folded legend unfolds by pointing, by a click and by the keyboard, and tells what is on screen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Rect
from gui.network.interaction.legend_card import LegendButton, LegendCard
from gui.network.marks.legend_row import LegendRow
from gui.network.view import NetworkView
from gui.theme.tokens import Theme, make_theme
from gui.widgets.number_text import compact


@pytest.fixture
def view(qtbot, make_snapshot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.set_theme(make_theme("dark"))
    snapshot = make_snapshot()
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    with qtbot.waitExposed(view):
        view.show()
    view.work(10_000)
    view.grab()
    return view


def parts(view: NetworkView) -> tuple[LegendButton, LegendCard]:
    return view.findChild(LegendButton), view.findChild(LegendCard)


def test_it_lies_over_its_line_and_can_be_hit(view) -> None:
    button, card = parts(view)
    line = view.layout_shown.marks_line
    assert button.geometry().contains(round(line.x) + 3, round(line.y) + 3)
    assert button.height() >= 24 and button.isVisible() and not card.isVisible()
    assert button.accessibleName() == "Legend"


def test_it_unfolds_while_it_is_pointed_at(view) -> None:
    button, card = parts(view)
    QApplication.sendEvent(button, QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2)))
    assert card.isVisible()
    button.leaveEvent(QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2)))
    assert not card.isVisible()


def test_a_click_keeps_it_and_a_second_one_folds_it(view) -> None:
    button, card = parts(view)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert card.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not card.isVisible() or button._is_pointed_at


def test_by_keyboard_it_unfolds_with_the_focus_and_escape_folds_it(view, make_snapshot) -> None:
    button, card = parts(view)
    view.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    assert card.isVisible()
    # A screen reader reads all of it.
    assert "fill: a from 0" in button.accessibleDescription()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not card.isVisible()
    # It is renewed as long as the keyboard is there: with what is on screen now.
    assert "fill: a from 0" in button.accessibleDescription()
    other = make_snapshot(seed=1, index=1)
    view.show_displayed_snapshot(other)
    view.grab()
    assert compact(float(np.abs(other.trace.a[0]).max())) in button.accessibleDescription()
    # What nobody renews any more is not to be heard.
    button.clearFocus()
    assert button.accessibleDescription() == ""


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_frame_of_the_keyboard_stands_around_its_words(view, scale) -> None:
    theme = make_theme("dark", scale)
    view.set_theme(theme)
    view.resize(1000, 600)
    view.grab()
    button, _ = parts(view)
    without, frame = inked(view), button.geometry()
    view.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = [
        (x, y)
        for x in range(frame.left(), frame.right() + 1)
        for y in range(frame.top(), frame.bottom() + 1)
        if min(x - frame.left(), frame.right() - x, y - frame.top(), frame.bottom() - y) <= 2
    ]
    assert view.rect().contains(frame) and not any(without[y, x] for x, y in ring)


def inked(view: NetworkView) -> np.ndarray:
    """Where something other than the background is painted: (rows, columns) flags."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return pixels != pixels[0, 0]


def test_its_numbers_are_renewed_with_what_is_shown(view, make_snapshot) -> None:
    button, card = parts(view)
    button.setChecked(True)
    for seed in (1, 2):
        other = make_snapshot(seed=seed, index=seed)
        view.show_displayed_snapshot(other)
        view.repaint()
        view.grab()
        assert compact(float(np.abs(other.trace.a[0]).max())) in card.text
    view.show_animation_state(AnimationState("forward", 0, 0.5))
    view.grab()
    assert "disc: |a·w|" in card.text
    view.show_animation_state(AnimationState())
    view.grab()
    assert "disc" not in card.text


@pytest.mark.parametrize("size", [(800, 498), (816, 388), (480, 300)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_stays_inside_the_view(view, size, scale) -> None:
    view.set_theme(make_theme("dark", scale))
    view.resize(*size)
    button, card = parts(view)
    button.setChecked(True)
    view.grab()
    assert view.rect().contains(card.geometry().topLeft())
    assert card.geometry().right() <= view.width()
    assert card.geometry().bottom() <= button.geometry().top()


def test_it_is_drawn_in_any_ratio(view) -> None:
    button, card = parts(view)
    button.setChecked(True)
    view.grab()
    assert card.image(2.0).width() == 2 * card.width()
    assert view.detached_render().cards[-1].images


def test_without_rows_it_is_empty(qtbot, view) -> None:
    card = LegendCard(view, Theme())
    card.show_rows((), Theme(), Rect(0, 0, 300, 200), 150)
    assert card.text == ""


@pytest.mark.parametrize(("kind", "token"), [("weight", "plus"), ("mean_gradient", "grad_plus")])
def test_the_sample_of_a_row_has_the_colours_of_its_numbers(view, kind: str, token: str) -> None:
    _, card = parts(view)
    theme = make_theme("dark")
    card.show_rows([LegendRow("ribbon", "ribbon", "", kind)], theme, Rect(0, 0, 600, 300), 300.0)
    image = card.image(1.0)
    seen = {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())}
    assert {own for own in ("plus", "grad_plus") if theme.colour(own).rgb() in seen} == {token}
