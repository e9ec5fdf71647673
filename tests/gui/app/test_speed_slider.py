"""The slider from slow motion to full speed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QSlider
from pytestqt.qtbot import QtBot

from gui.app.settings import DEFAULT_SPEED
from gui.app.speed_slider import FULL_SPEED, SLOW_MOTION_END, SpeedSlider, phase_seconds, updates_per_second
from gui.theme.tokens import make_theme
from tests.gui.whole_look import apply_theme


@pytest.fixture
def speed(qtbot: QtBot) -> SpeedSlider:
    speed = SpeedSlider()
    qtbot.addWidget(speed)
    return speed


def slider(speed: SpeedSlider) -> QSlider:
    found = speed.findChild(QSlider, "speed")
    assert isinstance(found, QSlider)
    return found


def texts(speed: SpeedSlider) -> list[str]:
    return [label.text() for label in speed.findChildren(QLabel)]


def test_the_left_end_tells_updates_and_the_right_end_has_no_limit() -> None:
    assert {updates_per_second(position) for position in range(-1, SLOW_MOTION_END + 1)} == {0.0}
    assert updates_per_second(FULL_SPEED) is None


def test_between_them_the_rate_grows_from_one_to_a_thousand() -> None:
    assert updates_per_second(21) == pytest.approx(1)
    # Half way in positions is half way in powers: the square root of 1,000.
    assert updates_per_second(60) == pytest.approx(1000**0.5)
    assert updates_per_second(99) == pytest.approx(1000)


def test_each_position_is_faster_by_the_same_factor() -> None:
    rates = [updates_per_second(position) for position in range(SLOW_MOTION_END + 1, FULL_SPEED)]
    factors = [after / before for before, after in pairwise(rates) if before and after]
    assert factors == pytest.approx([1000 ** (1 / 78)] * 78)


def test_the_usual_speed_is_a_few_tens_of_updates_a_second() -> None:
    assert 20 <= (updates_per_second(DEFAULT_SPEED) or 0) <= 60


def test_its_slider_ends_at_full_speed(speed: SpeedSlider) -> None:
    assert (slider(speed).minimum(), slider(speed).maximum()) == (0, FULL_SPEED)


def test_moving_it_asks_for_the_speed(speed: SpeedSlider, qtbot: QtBot) -> None:
    wanted: list[int] = []
    speed.speed_wanted.connect(wanted.append)
    speed.set_speed(50)
    qtbot.keyClick(slider(speed), Qt.Key.Key_Right)
    qtbot.keyClick(slider(speed), Qt.Key.Key_Home)
    qtbot.keyClick(slider(speed), Qt.Key.Key_End)
    assert wanted == [51, 0, 100]


def test_showing_a_speed_asks_for_nothing(speed: SpeedSlider) -> None:
    wanted: list[int] = []
    speed.speed_wanted.connect(wanted.append)
    speed.set_speed(80)
    assert slider(speed).value() == 80
    assert wanted == []


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (21, "1.0 updates/s"),
        (22, "1.1 updates/s"),
        (47, "10 updates/s"),
        (60, "32 updates/s"),
        (99, "1,000 updates/s"),
        (100, "full speed"),
    ],
)
def test_the_number_stands_beside_it(speed: SpeedSlider, position: int, text: str) -> None:
    speed.set_speed(position)
    assert text in texts(speed)
    assert slider(speed).accessibleDescription() == text


@pytest.mark.parametrize(("position", "seconds"), [(0, "2"), (10, "1"), (20, "0.5")])
def test_in_slow_motion_it_says_how_long_a_phase_lasts(
    speed: SpeedSlider, position: int, seconds: str
) -> None:
    speed.set_speed(position)
    assert f"slow motion, {seconds} s" in texts(speed)
    words = f"slow motion: each phase of an update lasts {seconds} s"
    assert slider(speed).accessibleDescription() == words


def test_each_place_in_slow_motion_is_faster_than_the_one_left_of_it() -> None:
    seconds = [phase_seconds(position) for position in range(SLOW_MOTION_END + 1)]
    assert all(after < before for before, after in pairwise(seconds))


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_no_number_changes_its_width(speed: SpeedSlider, scale: float) -> None:
    speed.set_theme(make_theme("light", scale))
    widths = set()
    for position in range(FULL_SPEED + 1):
        speed.set_speed(position)
        widths.add(speed.sizeHint().width())
        for label in speed.findChildren(QLabel):
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.sizeHint().width()
    assert len(widths) == 1
    assert slider(speed).width() == round(120 * scale)
    assert slider(speed).minimumHeight() >= round(24 * scale)


def test_a_click_leaves_the_keyboard_where_it_was(speed: SpeedSlider) -> None:
    assert slider(speed).focusPolicy() == Qt.FocusPolicy.TabFocus


def test_it_says_what_it_is(speed: SpeedSlider) -> None:
    QApplication.sendEvent(speed, QEvent(QEvent.Type.LanguageChange))
    assert slider(speed).accessibleName() and slider(speed).toolTip() and speed.whatsThis()
    assert {"slow", "full"} <= set(texts(speed))


def test_its_type_has_the_windows_size_however_it_was_dressed(qtbot: QtBot, qapp: QApplication) -> None:
    speed = SpeedSlider()
    qtbot.addWidget(speed)
    try:
        # A remembered size is put on before the window is first shown.
        for scale in (1.0, 1.5):
            apply_theme(qapp, make_theme("dark", scale))
            speed.set_theme(make_theme("dark", scale))
        speed.set_speed(DEFAULT_SPEED)
        speed.show()
        QApplication.processEvents()
        sizes = {label.text(): label.font().pixelSize() for label in speed.findChildren(QLabel)}
        assert sizes["slow"] == sizes["full"] == 18
        assert [size for text, size in sizes.items() if text.endswith("updates/s")] == [20]
    finally:
        qapp.setStyleSheet("")
        qapp.setFont(QFont())
