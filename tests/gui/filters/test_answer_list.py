"""The list of answers: a row for each pattern, in their order; choosing one is told, showing one is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.filters.answer_list import HERE, PATTERN, RANK, TIMES, AnswerList, Z
from gui.filters.filter_words import short_answer, spoken_answer
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import make_theme
from tests.gui.filters.shown import answers
from tests.gui.whole_look import apply_theme

OWN = answers()


@pytest.fixture
def listed(qtbot: QtBot, qapp: QApplication) -> Iterator[AnswerList]:
    apply_theme(qapp, make_theme("dark"))
    listed = AnswerList()
    qtbot.addWidget(listed)
    listed.set_theme(make_theme("dark"))
    listed.resize(248, 400)
    listed.show_answers(OWN, int(OWN.ranked[3]))
    listed.show()
    qtbot.waitExposed(listed)
    yield listed
    qapp.setStyleSheet("")
    qapp.setFont(QFont())


def cell(
    listed: AnswerList, row: int, at: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole
) -> object:
    return listed.view.model().index(row, at).data(role)


def test_it_says_of_which_update_its_answers_are(listed: AnswerList) -> None:
    label = listed.findChild(QLabel, "answer_list_update")
    assert label is not None and label.text() == f"after update {OWN.update:,}"
    listed.show_answers(replace(OWN, update=1_234), None)
    assert label.text() == "after update 1,234"


@pytest.mark.parametrize("width", [248, 120])
def test_every_column_is_called_what_it_is_though_its_title_has_no_room(
    listed: AnswerList, width: int
) -> None:
    listed.resize(width, 400)
    tree = QAccessible.queryAccessibleInterface(listed.view)
    cells = [tree.child(place) for place in range(tree.childCount())]
    names = [
        cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.ColumnHeader
    ]
    assert names == ["rank", "pattern", "z", "here", "seen"]


def test_each_row_has_the_numbers_of_its_pattern(listed: AnswerList) -> None:
    assert listed.view.model().rowCount() == len(OWN.ranked)
    for row, code in enumerate(OWN.ranked.tolist()):
        here = int(OWN.here[code])
        texts = [cell(listed, row, at) for at in (RANK, PATTERN, Z, HERE, TIMES)]
        assert texts == [
            str(row + 1),
            "",
            short_answer(float(OWN.z[code])),
            str(here) if here else "",
            f"{int(OWN.counts[code]):,}",
        ]
    said = cell(listed, 5, RANK, Qt.ItemDataRole.AccessibleTextRole)
    assert said == spoken_answer(OWN, int(OWN.ranked[5]))


def test_its_pictures_are_the_patterns(listed: AnswerList) -> None:
    for row in (0, 7, len(OWN.ranked) - 1):
        code = int(OWN.ranked[row])
        image = cell(listed, row, PATTERN, Qt.ItemDataRole.DecorationRole).pixmap(18, 18).toImage()  # type: ignore[attr-defined]
        for bit in range(9):
            r, c = divmod(bit, 3)
            is_ink = image.pixelColor(c * 6 + 3, r * 6 + 3).lightness() > 128
            assert is_ink == bool(code >> bit & 1)


def test_keys_choose_and_showing_does_not(listed: AnswerList, qtbot: QtBot) -> None:
    assert listed.view.currentIndex().row() == 3
    heard: list[int] = []
    listed.chosen.connect(heard.append)
    listed.show_answers(OWN, int(OWN.ranked[8]))
    listed.choose(int(OWN.ranked[20]))
    assert heard == [] and listed.view.currentIndex().row() == 20
    QTest.keyClick(listed.view, Qt.Key.Key_Down)
    QTest.keyClick(listed.view, Qt.Key.Key_Home)
    QTest.keyClick(listed.view, Qt.Key.Key_End)
    assert heard == [int(OWN.ranked[row]) for row in (21, 0, -1)]
    visible = listed.view.viewport().rect()
    assert visible.contains(listed.view.visualRect(listed.view.currentIndex()).center())
    with qtbot.waitSignal(listed.left):
        QTest.keyClick(listed.view, Qt.Key.Key_Escape)


def test_the_chosen_pattern_stays_chosen_when_its_rank_is_another(listed: AnswerList) -> None:
    code = int(OWN.ranked[3])
    listed.show_answers(replace(OWN, z=-OWN.z), code)
    assert listed.view.currentIndex().row() == len(OWN.ranked) - 1 - 3
    assert cell(listed, 0, Z) == short_answer(-float(OWN.z[OWN.ranked[-1]]))


@pytest.mark.parametrize(("width", "scale"), [(206, 1.0), (208, 1.0), (248, 1.0), (232, 2.0), (500, 2.0)])
def test_no_number_is_cut(listed: AnswerList, qtbot: QtBot, width: int, scale: float) -> None:
    # As often as among the 15,360,000 windows of all digits.
    counts = OWN.counts.copy()
    counts[0], counts[1:5] = 8_427_134, 351_081
    listed.show_answers(replace(OWN, counts=counts), 0)
    listed.set_theme(make_theme("light", scale))
    listed.resize(width, 400)
    header, view = listed.view.header(), listed.view

    def total() -> int:
        return sum(header.sectionSize(at) for at in range(5) if not view.isColumnHidden(at))

    qtbot.waitUntil(
        lambda: width - 40 < view.viewport().width() < width and total() <= view.viewport().width()
    )
    for at in (Z, TIMES):
        assert not view.isColumnHidden(at)
        assert header.sectionSize(at) >= view.sizeHintForColumn(at) - 4


@pytest.mark.parametrize("scale", [1.0, 2.5, 3.0])
@pytest.mark.parametrize("width", [248, 620])
def test_its_captions_have_type_of_the_size_of_its_table(
    listed: AnswerList, scale: float, width: int
) -> None:
    theme = make_theme("dark", scale)
    listed.resize(width, 460)
    listed.set_theme(theme)
    # A sheet comes over the fonts that labels were given, as that of the window does.
    listed.setStyleSheet(sheet_of(theme))
    heights = {}
    for name in ("update", "note"):
        label = listed.findChild(QLabel, f"answer_list_{name}")
        assert label is not None
        label.ensurePolished()
        heights[name] = label.fontMetrics().height()
    assert heights["update"] == heights["note"] == listed.view.fontMetrics().height()
