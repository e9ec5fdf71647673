"""Rows of a label and a number: what is entered is told under the settings' own name for it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.widgets.setting_rows import SettingRows


@pytest.fixture
def rows(qtbot: QtBot) -> SettingRows:
    rows = SettingRows()
    qtbot.addWidget(rows)
    rows.add("l2", False, 0, 10)
    rows.add("patience", True, 1, 5)
    rows.set_texts("l2", "L2", "weight of L2", "what L2 is")
    rows.set_texts("patience", "Patience", "patience", "how long")
    rows.show_value("l2", 0.5)
    rows.show_value("patience", 3)
    rows.show()
    return rows


def line(rows: SettingRows, name: str) -> QLineEdit:
    found = rows.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def type_into(rows: SettingRows, name: str, text: str, qtbot: QtBot) -> None:
    line(rows, name).selectAll()
    qtbot.keyClicks(line(rows, name), text)


def told_by(rows: SettingRows) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []
    rows.setting_wanted.connect(lambda name, value: told.append((name, value)))
    return told


def test_each_row_shows_its_number_and_is_called_by_its_label(rows: SettingRows) -> None:
    assert (line(rows, "l2").text(), line(rows, "patience").text()) == ("0.5", "3")
    labels = [label.text() for label in rows.findChildren(QLabel) if label.isVisible() and label.text()]
    assert labels == ["L2", "Patience"]
    assert line(rows, "l2").accessibleName() == "weight of L2" and line(rows, "l2").toolTip() == "what L2 is"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("l2", "0.25", [("l2", 0.25)]),
        ("l2", "10", [("l2", 10)]),
        ("patience", "5", [("patience", 5)]),
        ("l2", "10.1", []),
        ("l2", "-0.1", []),
        ("patience", "2.5", []),
        ("patience", "0", []),
        ("patience", "6", []),
    ],
)
def test_a_number_within_its_range_is_told_under_its_name(
    rows: SettingRows, qtbot: QtBot, name: str, text: str, told: list[tuple[str, object]]
) -> None:
    heard = told_by(rows)
    type_into(rows, name, text, qtbot)
    line(rows, name).editingFinished.emit()
    assert heard == told and bool(line(rows, name).property("refused")) is not bool(told)


def test_showing_a_number_tells_nothing(rows: SettingRows) -> None:
    heard = told_by(rows)
    rows.show_value("l2", 2.5)
    assert line(rows, "l2").text() == "2.5" and heard == []


def test_what_is_only_typed_is_taken_and_what_is_refused_has_the_keyboard(
    rows: SettingRows, qtbot: QtBot
) -> None:
    heard = told_by(rows)
    type_into(rows, "l2", "4", qtbot)
    assert rows.commit() and heard == [("l2", 4)]
    type_into(rows, "patience", "9", qtbot)
    assert not rows.commit() and heard == [("l2", 4)]
    assert rows.focusWidget() is line(rows, "patience") and line(rows, "patience").selectedText() == "9"


def test_a_row_that_means_nothing_is_not_shown_and_holds_nothing_up(rows: SettingRows, qtbot: QtBot) -> None:
    type_into(rows, "patience", "9", qtbot)
    assert not rows.commit()
    rows.show_row("patience", False)
    assert [label.text() for label in rows.findChildren(QLabel) if label.isVisible() and label.text()] == [
        "L2"
    ]
    assert not line(rows, "patience").isVisible() and rows.commit()
    rows.show_row("patience", True)
    assert line(rows, "patience").isVisible()
