"""What is measured is chosen here, and the proof asked for."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from gui.app.arrangement import NARROW_SIDE_PX
from gui.app.translation import install_language
from gui.influence.influence_side import InfluenceSide
from gui.theme.tokens import make_theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.number_field import NumberField
from gui.widgets.tabs_and_scrolling import width_with_bar
from tests.gui.influence.measured import proof


@pytest.fixture
def side(qtbot: QtBot) -> InfluenceSide:
    side = InfluenceSide()
    qtbot.addWidget(side)
    side.set_theme(make_theme("dark"))
    side.resize(260, 900)
    side.show()
    return side


def button(side: InfluenceSide, name: str) -> QPushButton:
    found = side.findChild(QPushButton, name)
    assert found is not None
    return found


def text(side: InfluenceSide, name: str) -> str:
    label = side.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def test_the_example_and_what_has_changed_since(side: InfluenceSide) -> None:
    side.show_example(("test digit 38, a 2", "says 3", "C towards 3: 0.64"), "Products of plain gradients")
    side.show_stale("the network has changed since")
    assert text(side, "influence_answer") == "says 3"
    assert side.picture.accessibleDescription() == "test digit 38, a 2"
    assert text(side, "influence_about") == "Products of plain gradients"
    assert text(side, "influence_stale") == "the network has changed since"
    side.show_picture(np.full((16, 16), 255, np.uint8))
    assert side.picture.isVisible()
    side.show_stale("")
    side.show_example(())
    assert not side.picture.isVisible() and side.picture.accessibleDescription() == ""
    assert not any(text(side, f"influence_{name}") for name in ("name", "answer", "loss", "stale", "about"))


def test_what_to_measure_is_told(side: InfluenceSide, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.measure_wanted):
        qtbot.mouseClick(button(side, "influence_measure"), Qt.MouseButton.LeftButton)
    side.show_choice("label", True, False)
    towards, networks = (side.findChild(ChoiceBox, f"influence_{n}") for n in ("choose_towards", "networks"))
    assert towards is not None and networks is not None
    assert (towards.value, networks.value) == ("label", False)
    with qtbot.waitSignal(side.towards_wanted, check_params_cb=lambda value: value == "answer"):
        towards.setCurrentIndex(0)
        towards.activated.emit(0)
    with qtbot.waitSignal(side.networks_wanted, check_params_cb=lambda value: value is True):
        networks.setCurrentIndex(0)
        networks.activated.emit(0)
    side.show_choice("answer", False, True)
    side.show_choice("answer", False, True, has_classes=False)
    assert not towards.isVisible() and networks.isVisible()
    side.show_choice("answer", False, True)
    assert not towards.model().flags(towards.model().index(1, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_so_many_are_left_out_as_there_are(side: InfluenceSide, qtbot: QtBot) -> None:
    count = side.findChild(NumberField, "influence_count")
    assert count is not None and not count.isEnabled()
    side.show_most(1000)
    with qtbot.waitSignal(side.proof_wanted, check_params_cb=lambda value: value == 50):
        qtbot.mouseClick(button(side, "influence_prove"), Qt.MouseButton.LeftButton)
    count.selectAll()
    QTest.keyClicks(count, "1001")
    with qtbot.assertNotEmitted(side.proof_wanted):
        qtbot.mouseClick(button(side, "influence_prove"), Qt.MouseButton.LeftButton)
    assert count.refusal
    count.selectAll()
    QTest.keyClicks(count, "100")
    with qtbot.waitSignal(side.proof_wanted, check_params_cb=lambda value: value == 100):
        qtbot.mouseClick(button(side, "influence_prove"), Qt.MouseButton.LeftButton)
    side.show_most(20)
    assert count.value == 20
    side.show_most(0)
    assert not button(side, "influence_prove").isEnabled()


def test_a_proof_is_followed_and_can_be_cancelled(side: InfluenceSide, qtbot: QtBot) -> None:
    side.show_most(60)
    half = np.full((3, 4), np.nan)
    half[:2] = 0.5
    side.show_proof(proof(half), True, "", "8 of 12", "Rule")
    assert not button(side, "influence_prove").isVisible() and side.plot.isVisible()
    progress = side.findChild(QProgressBar, "influence_progress")
    assert progress is not None and progress.isVisible() and progress.value() == 66
    with qtbot.waitSignal(side.cancel_wanted):
        qtbot.mouseClick(button(side, "influence_cancel"), Qt.MouseButton.LeftButton)
    side.show_proof(proof(np.ones((3, 4))), False, "No effect", "12 of 12", "Rule")
    assert button(side, "influence_prove").isEnabled() and not progress.isVisible()
    assert text(side, "influence_verdict") == "No effect"
    side.show_proof(None, False, "So many can’t be left out.", "", "")
    assert not side.plot.isVisible() and text(side, "influence_verdict") == "So many can’t be left out."


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_what_to_measure_is_read_whole_at_any_size_of_type(
    side: InfluenceSide, qtbot: QtBot, scale: float
) -> None:
    side.setFixedSize(420, 330)
    side.set_theme(make_theme("dark", scale))

    def are_within() -> bool:
        parts = [part for part in side.findChildren(ChoiceBox) if part.isVisible()]
        parts.append(button(side, "influence_measure"))
        ends = [part.mapTo(side, part.rect().bottomRight()).x() for part in parts]
        return len(parts) > 1 and max(ends) < side.width()

    # Now all of it is laid out.
    side.grab()
    qtbot.waitUntil(are_within)


def test_in_large_type_a_low_page_shows_the_example_and_what_the_network_says(
    side: InfluenceSide, qtbot: QtBot
) -> None:
    side.setFixedSize(420, 290)
    side.show_example(("test digit 38, a 2", "says 3", "C towards 3: 0.64"))
    side.show_picture(np.full((16, 16), 255, np.uint8))
    side.set_theme(make_theme("dark", 3.0))
    answer = side.findChild(QLabel, "influence_answer")
    assert answer is not None
    side.grab()
    qtbot.waitUntil(lambda: answer.mapTo(side, answer.rect().bottomLeft()).y() < side.height())
    assert side.picture.height() < side.height() / 2


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_beside_its_bar_it_is_whole_in_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    side = InfluenceSide()
    qtbot.addWidget(side)
    side.set_theme(make_theme("light"))
    side.resize(NARROW_SIDE_PX, 480)
    side.show()
    qapp.processEvents()
    area = side.findChild(QScrollArea, "influence_scroll")
    assert isinstance(area, QScrollArea)
    content = area.widget()
    assert width_with_bar(area, content.minimumSizeHint().width()) <= NARROW_SIDE_PX
    install_language(qapp, "en")
