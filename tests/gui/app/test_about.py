"""What Backlight is, and whose work is in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.app.about import VERSION, show_about
from gui.app.versions import version_line
from gui.theme.tokens import Theme


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    yield parent


def dialogs(parent: QWidget) -> list[QMessageBox]:
    return [box for box in parent.findChildren(QMessageBox, "about_dialog") if box.isVisible()]


def test_the_version_the_licences_and_the_digits_are_named(parent: QWidget) -> None:
    show_about(parent, Theme())
    (box,) = dialogs(parent)
    said = box.text() + box.informativeText()
    for word in (VERSION, version_line(), "MIT", "LGPL", "MNIST", "Hung-yi Lee"):
        assert word in said


def test_what_is_read_out_of_it_has_no_tags_and_its_title_stands_out(parent: QWidget) -> None:
    show_about(parent, Theme())
    (box,) = dialogs(parent)
    read = QAccessible.queryAccessibleInterface(box)
    assert read.text(QAccessible.Text.Value) == f"Backlight {VERSION}"
    texts = [read.child(place).text(QAccessible.Text.Name) for place in range(read.childCount())]
    assert f"Backlight {VERSION}" in texts and not any("<" in text for text in texts)
    QApplication.processEvents()
    bold = {label.text(): label.font().bold() for label in box.findChildren(QLabel)}
    assert bold[box.text()] and not bold[box.informativeText()]


def test_the_training_goes_on_meanwhile(parent: QWidget) -> None:
    show_about(parent, Theme())
    assert not dialogs(parent)[0].isModal()


def test_it_is_closed_by_its_button_and_leaves_nothing(parent: QWidget, qtbot: QtBot) -> None:
    show_about(parent, Theme())
    box = dialogs(parent)[0]
    button = box.button(QMessageBox.StandardButton.Close)
    assert isinstance(button, QAbstractButton)
    button.click()
    qtbot.waitUntil(lambda: parent.findChildren(QMessageBox) == [])


def test_asking_twice_opens_it_once(parent: QWidget) -> None:
    show_about(parent, Theme())
    show_about(parent, Theme())
    assert len(dialogs(parent)) == 1
