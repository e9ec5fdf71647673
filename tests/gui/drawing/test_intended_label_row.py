"""What a drawing was meant to be: one answer at most, taken back by choosing it again."""

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gui.drawing.intended_label_row import IntendedLabelRow


@pytest.fixture
def row(qtbot: QtBot) -> IntendedLabelRow:
    row = IntendedLabelRow()
    qtbot.addWidget(row)
    row.show()
    return row


def buttons(row: IntendedLabelRow) -> list[QToolButton]:
    found = row.findChildren(QToolButton)
    return sorted(found, key=lambda button: int(button.objectName().removeprefix("meant_")))


def answer(row: IntendedLabelRow) -> int | None:
    """The class whose button is down."""
    return next((number for number, button in enumerate(row._buttons) if button.isChecked()), None)


def told_by(row: IntendedLabelRow) -> list[object]:
    told: list[object] = []
    row.intended_label_changed.connect(told.append)
    return told


def test_an_answer_is_told_and_the_same_again_takes_it_back(row: IntendedLabelRow) -> None:
    told = told_by(row)
    for digit in (1, 7, 7):
        buttons(row)[digit].click()
    assert told == [1, 7, None] and answer(row) is None
    assert not any(button.isChecked() for button in buttons(row))


def test_only_one_answer_is_shown(row: IntendedLabelRow) -> None:
    buttons(row)[1].click()
    buttons(row)[7].click()
    assert [button.isChecked() for button in buttons(row)] == [digit == 7 for digit in range(10)]
    assert answer(row) == 7


def test_showing_an_answer_tells_nothing(row: IntendedLabelRow) -> None:
    told = told_by(row)
    row.show_intended_label(3)
    assert answer(row) == 3 and buttons(row)[3].isChecked() and told == []
    row.show_intended_label(None)
    assert answer(row) is None and not buttons(row)[3].isChecked() and told == []


def test_answers_stand_five_in_a_row(row: IntendedLabelRow) -> None:
    places = [(button.x(), button.y()) for button in buttons(row)]
    tops = sorted({y for _, y in places})
    assert len(tops) == 2 and [y for _, y in places] == [tops[0]] * 5 + [tops[1]] * 5
    assert [x for x, _ in places[:5]] == [x for x, _ in places[5:]] == sorted(x for x, _ in places[:5])


@pytest.mark.parametrize(("count", "offered"), [(2, 2), (10, 10), (11, 0), (0, 0)])
def test_other_classes_have_other_answers_and_more_than_ten_are_not_asked_for(
    row: IntendedLabelRow, count: int, offered: int
) -> None:
    row.show_intended_label(1)
    row.show_classes(tuple(f"kind {i}" for i in range(count)))
    assert [button.text() for button in buttons(row)] == [f"kind {i}" for i in range(offered)]
    assert answer(row) is None
    question = row.findChild(QLabel, "meant_question")
    assert question is not None and question.isVisible() is bool(offered)


def test_the_same_classes_again_keep_the_answer(row: IntendedLabelRow) -> None:
    row.show_intended_label(4)
    row.show_classes(tuple("0123456789"))
    assert answer(row) == 4 and buttons(row)[4].isChecked()


def test_each_answer_can_be_read_out(row: IntendedLabelRow) -> None:
    row.show_classes(("cat", "dog"))
    assert [button.accessibleName() for button in buttons(row)] == ["I meant a cat", "I meant a dog"]


def test_an_answer_has_the_article_that_is_spoken(row: IntendedLabelRow) -> None:
    words = [(button.accessibleName(), button.toolTip()) for button in buttons(row)]
    assert words[7] == ("I meant a 7", "I meant a 7; again: I do not say")
    assert words[8] == ("I meant an 8", "I meant an 8; again: I do not say")
