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


def test_the_most_important_statement_is_always_there_and_no_more_width_is_asked_for(
    label: FittingLabel,
) -> None:
    label.show_statements(LINE[1:] + LINE[:1])
    # Two are equally important: the first of them.
    label.resize(label.minimumSizeHint().width(), 20)
    assert label.text() == "weights: update 900"
    assert label.minimumSizeHint().width() == pytest.approx(width_of(label, "weights: update 900"), abs=2)
    assert label.sizeHint() == label.minimumSizeHint()


def test_what_is_cut_is_cut_at_a_word_and_is_told_whole(label: FittingLabel) -> None:
    label.show_statements(LINE[:1])
    wide = label.sizeHint().width()
    label.resize(width_of(label, "update 1,000") - 1, 20)
    assert label.text() == "update…"
    assert label.toolTip() == "update 1,000" == label.accessibleDescription()
    # It asks for the room of the whole statement, not of what is left of it.
    assert label.sizeHint().width() == pytest.approx(wide, abs=1)


def test_of_a_word_without_room_a_part_is_there(label: FittingLabel) -> None:
    label.show_statements(LINE[:1])
    label.resize(width_of(label, "upd…"), 20)
    assert label.text() == "upd…" and label.toolTip() == "update 1,000"


def test_nothing_is_nothing(label: FittingLabel) -> None:
    label.show_statements([])
    assert label.text() == "" and label.minimumSizeHint().width() == 0
