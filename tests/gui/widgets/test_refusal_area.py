"""A refusal is whole where there is room for it, and scrolls where there is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.labels import new_label
from gui.widgets.refusal_area import RefusalArea

WIDTH, LONG = 200, "a path and a column, and what helps " * 12


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[RefusalArea]:
    window = QWidget()
    qtbot.addWidget(window)
    label = new_label("refusal", "error", wraps=True, is_plain=True)
    label.hide()
    area = RefusalArea("area", label)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    column.addStretch(1)
    window.resize(WIDTH, 400)
    window.show()
    # The window lives as long as this does.
    yield area


def test_it_is_never_a_window_of_its_own(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[bool] = []
    monkeypatch.setattr(RefusalArea, "setHidden", lambda self, is_hidden: shown.append(not is_hidden))
    label = new_label("refusal", "error", wraps=True, is_plain=True)
    label.hide()
    qtbot.addWidget(RefusalArea("area", label))
    assert shown == [False]


def test_it_is_there_while_its_label_is(area: RefusalArea) -> None:
    label = area.widget()
    assert not area.isVisible()
    label.show()
    assert area.isVisible() and label.isVisible()
    label.hide()
    assert not area.isVisible()


@pytest.mark.parametrize("room", [400, 100, 0])
def test_it_is_as_high_as_its_sentence_or_scrolls_also_by_the_keys(
    area: RefusalArea, qtbot: QtBot, qapp: QApplication, room: int
) -> None:
    label = area.widget()
    label.setText(LONG)  # type: ignore[attr-defined]
    label.show()
    needed = label.heightForWidth(WIDTH)
    area.take_room(WIDTH, room)
    qapp.processEvents()
    bar, fits = area.verticalScrollBar(), needed <= room
    line = label.fontMetrics().lineSpacing()
    assert 100 < needed < 400 and area.height() == (needed if fits else max(room, line))
    assert (bar.maximum() == 0) is fits and area.accessibleName() == ("" if fits else LONG)
    assert (area.focusPolicy() == Qt.FocusPolicy.NoFocus) is fits
    for _ in range(60):
        qtbot.keyClick(area, Qt.Key.Key_Down)
    assert bar.value() == bar.maximum()
    assert label.height() <= bar.value() + area.viewport().height(), "its last line is in sight"


def test_without_a_word_it_takes_no_room(area: RefusalArea) -> None:
    area.take_room(WIDTH, 400)
    assert area.height() == 0
