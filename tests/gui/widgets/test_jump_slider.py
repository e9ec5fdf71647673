"""A press on the groove brings the handle there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.widgets.jump_slider import JumpSlider

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def slider(qtbot: QtBot) -> JumpSlider:
    slider = JumpSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, 100)
    slider.resize(220, 24)
    qtbot.addWidget(slider)
    slider.show()
    return slider


def at(slider: JumpSlider, share: float) -> QPoint:
    return QPoint(round(share * slider.width()), slider.height() // 2)


@pytest.mark.parametrize("share", [0.25, 0.5, 0.9])
def test_a_press_on_the_groove_jumps_to_the_pointed_place(
    slider: JumpSlider, qtbot: QtBot, share: float
) -> None:
    wanted: list[int] = []
    slider.valueChanged.connect(wanted.append)
    qtbot.mouseClick(slider, LEFT, pos=at(slider, share))
    # The handle is some px wide, so that the ends of the groove are not those of the scale.
    assert slider.value() == pytest.approx(100 * share, abs=4)
    assert wanted == [slider.value()], "one change, no steps on the way"


def test_the_ends_are_the_ends(slider: JumpSlider, qtbot: QtBot) -> None:
    qtbot.mouseClick(slider, LEFT, pos=at(slider, 0.999))
    assert slider.value() == 100
    qtbot.mouseClick(slider, LEFT, pos=at(slider, 0.0))
    assert slider.value() == 0


def test_after_the_jump_the_handle_follows_the_pointer(slider: JumpSlider, qtbot: QtBot) -> None:
    qtbot.mousePress(slider, LEFT, pos=at(slider, 0.3))
    before = slider.value()
    qtbot.mouseMove(slider, at(slider, 0.6))
    assert slider.value() == pytest.approx(before + 30, abs=5)
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 0.6))


def test_a_press_on_the_handle_moves_nothing(slider: JumpSlider, qtbot: QtBot) -> None:
    slider.setValue(50)
    qtbot.mouseClick(slider, LEFT, pos=at(slider, 0.5) + QPoint(3, 0))
    assert slider.value() == 50


def test_another_button_is_qts_own(slider: JumpSlider, qtbot: QtBot) -> None:
    slider.setValue(50)
    qtbot.mouseClick(slider, Qt.MouseButton.RightButton, pos=at(slider, 0.9))
    assert slider.value() == 50


def test_while_it_is_held_its_place_is_the_hands_from_the_press_on(slider: JumpSlider, qtbot: QtBot) -> None:
    """As in a film that plays: who hears of the place puts a slider that is not held where the picture is."""

    def put_back() -> None:
        if not slider.isSliderDown():
            slider.setValue(10)

    slider.valueChanged.connect(put_back)
    qtbot.mousePress(slider, LEFT, pos=at(slider, 0.4))
    qtbot.mouseMove(slider, at(slider, 0.7))
    assert slider.value() == pytest.approx(70, abs=4)
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 0.7))
    assert not slider.isSliderDown()
