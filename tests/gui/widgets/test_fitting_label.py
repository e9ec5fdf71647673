"""A line that leaves out what matters least, where there is no room."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.widgets.fitting_label import FittingLabel

LINE = [(9, "update 1,000"), (0, "epoch 3"), (1, "500 updates/s"), (9, "weights: update 900")]


@pytest.fixture
def label(qtbot: QtBot) -> FittingLabel:
    label = FittingLabel("line")
    qtbot.addWidget(label)
    label.resize(2000, 20)
    label.show()
    return label


def width_of(label: FittingLabel, *texts: str) -> int:
    return label.fontMetrics().horizontalAdvance("  ·  ".join(texts))


def test_where_there_is_room_all_of_it_is_there(label: FittingLabel) -> None:
    label.show_statements(LINE)
    assert label.text() == "update 1,000  ·  epoch 3  ·  500 updates/s  ·  weights: update 900"
    assert label.toolTip() == ""


def test_the_least_important_goes_first_and_comes_back_with_the_room(label: FittingLabel) -> None:
    label.show_statements(LINE)
    whole = label.text()
    label.resize(width_of(label, *(text for _, text in LINE)) - 1, 20)
    assert label.text() == "update 1,000  ·  500 updates/s  ·  weights: update 900"
    assert label.toolTip() == whole == label.accessibleDescription()
    label.resize(width_of(label, "update 1,000", "weights: update 900"), 20)
    assert label.text() == "update 1,000  ·  weights: update 900"
    label.resize(2000, 20)
    assert label.text() == whole


def test_something_is_always_there_and_no_width_is_asked_for(label: FittingLabel) -> None:
    label.resize(width_of(label, "update 1,000"), 20)
    label.show_statements(LINE)
    assert label.text() == "update 1,000"
    assert label.minimumSizeHint().width() == 0


def test_what_is_cut_ends_in_an_ellipsis_and_is_told_whole(label: FittingLabel) -> None:
    label.show_statements(LINE[:1])
    wide = label.sizeHint().width()
    label.resize(width_of(label, "update 1,000") - 1, 20)
    assert label.text().endswith("…") and "update 1,000".startswith(label.text()[:-1])
    assert label.toolTip() == "update 1,000" == label.accessibleDescription()
    # It asks for the room of the whole line, not of what is left of it.
    assert label.sizeHint().width() == pytest.approx(wide, abs=1)


def test_nothing_is_nothing(label: FittingLabel) -> None:
    label.show_statements([])
    assert label.text() == ""
