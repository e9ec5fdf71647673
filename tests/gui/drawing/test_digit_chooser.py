"""Choosing an example of the test set: which one, of which class, and back to the training's."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from gui.drawing.digit_chooser import DigitChooser


@pytest.fixture
def chooser(qtbot: QtBot) -> DigitChooser:
    chooser = DigitChooser()
    qtbot.addWidget(chooser)
    chooser.show()
    return chooser


def told_by(chooser: DigitChooser) -> list[tuple[Any, ...]]:
    told: list[tuple[Any, ...]] = []
    chooser.test_digit_wanted.connect(lambda how, label: told.append((how, label)))
    chooser.released.connect(lambda: told.append(("released",)))
    return told


def button(chooser: DigitChooser, name: str) -> QToolButton:
    found = chooser.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def classes(chooser: DigitChooser) -> QComboBox:
    found = chooser.findChild(QComboBox, "digit_class")
    assert isinstance(found, QComboBox)
    return found


@pytest.mark.parametrize("how", ["previous", "next", "random", "wrong"])
@pytest.mark.parametrize("digit", [None, 0, 7])
def test_a_test_digit_is_asked_for(chooser: DigitChooser, how: str, digit: int | None) -> None:
    classes(chooser).setCurrentIndex(0 if digit is None else digit + 1)
    told = told_by(chooser)
    button(chooser, f"{how}_digit").click()
    assert told == [(how, digit)] and chooser.chosen_class == digit


def test_choosing_a_class_shows_the_next_of_it(chooser: DigitChooser) -> None:
    told = told_by(chooser)
    box = classes(chooser)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_4)
    if not told:  # some styles choose while typing, others only in the open list
        box.activated.emit(box.currentIndex())
    assert told == [("next", 4)]


def test_release_is_there_only_while_an_example_is_held_and_keeps_its_place(chooser: DigitChooser) -> None:
    told = told_by(chooser)
    release, height = button(chooser, "release_digit"), chooser.sizeHint().height()
    assert not release.isVisible()
    chooser.show_pinned(True)
    assert release.isVisible() and chooser.sizeHint().height() == height
    release.click()
    chooser.show_pinned(False)
    assert told == [("released",)] and not release.isVisible()


def test_other_classes_are_offered_by_their_names_and_any_stays_the_first(chooser: DigitChooser) -> None:
    chooser.show_classes(("cat", "dog"))
    box = classes(chooser)
    assert [box.itemText(i) for i in range(box.count())] == ["any", "cat", "dog"]
    box.setCurrentIndex(2)
    assert chooser.chosen_class == 1
    # The same ones again: the choice stays. Others: any.
    chooser.show_classes(("cat", "dog"))
    assert chooser.chosen_class == 1
    chooser.show_classes(("ant", "bee", "cow"))
    assert chooser.chosen_class is None


def test_without_classes_there_is_nothing_to_get_wrong(chooser: DigitChooser) -> None:
    chooser.show_classes(())
    assert not classes(chooser).isVisible() and not button(chooser, "wrong_digit").isVisible()
    assert button(chooser, "next_digit").isVisible() and chooser.chosen_class is None
    chooser.show_classes(("a", "b"))
    assert classes(chooser).isVisible() and button(chooser, "wrong_digit").isVisible()
