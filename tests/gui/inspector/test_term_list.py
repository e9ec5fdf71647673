"""The largest terms of a sum: rows, the one that is chosen, and a height that stays while numbers change."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QTreeWidget
from pytestqt.qtbot import QtBot

from core.analysis.sum_terms import Terms
from core.nn.architecture import Architecture
from gui.inspector.term_list import TermList
from gui.theme.tokens import make_theme
from gui.widgets.number_text import signed
from tests.gui.inspector.test_neuron_details import Desk
from tests.gui.whole_look import apply_theme, remove_style_sheet


def terms_of(index: list[int], others: int = 0) -> Terms:
    """Terms 1, 1/2, 1/3 … from these neurons, and so many others that are 0."""
    factor = 1 / np.arange(1, len(index) + 1)
    ones = np.ones(len(index))
    group = np.zeros(len(index), np.intp)
    return Terms(
        group, group, np.array(index, np.intp), factor, ones, factor, 0.0, others, float(factor.sum())
    )


@pytest.fixture
def rows(qtbot: QtBot) -> TermList:
    rows = TermList("terms", can_be_chosen=True)
    qtbot.addWidget(rows)
    rows.set_theme(make_theme("light"))
    rows.show()
    return rows


def shown(rows: TermList) -> list[list[str]]:
    return [[item.text(column) for column in range(3)] for item in rows.items if not item.isHidden()]


def test_a_row_is_where_it_comes_from_its_factors_and_their_product(rows: TermList) -> None:
    rows.show_terms(terms_of([4, 2]), ["five", "three"])
    assert shown(rows) == [["five", "1 · +1.00", "+1.000"], ["three", "0.50 · +1.00", "+0.500"]]


def test_no_number_is_cut_where_there_is_no_room_for_all(rows: TermList) -> None:
    small = np.array([0.26, 9.1e-16])
    group = np.zeros(2, np.intp)
    terms = Terms(
        group, group, np.array([6, 1], np.intp), small, np.full(2, -0.026), small * -0.026, 0.0, 0, 0.0
    )
    rows.resize(200, 200)
    rows.show_terms(terms, ["the output that is called mandarin", "output 1"])
    texts = [["0.26 · −0.026", "−0.0068"], ["9.1·10⁻¹⁶ · −0.026", "−2.4·10⁻¹⁷"]]
    assert [row[1:] for row in shown(rows)] == texts
    metrics = rows.fontMetrics()
    for column in (1, 2):
        widest = max(metrics.horizontalAdvance(text[column - 1]) for text in texts)
        assert rows.columnWidth(column) > widest
    assert sum(rows.columnWidth(column) for column in range(3)) <= rows.viewport().width()


def test_a_frame_shows_that_the_list_has_the_keyboard_before_any_row_is_current(
    rows: TermList, qapp: QApplication, qtbot: QtBot
) -> None:
    font = QFont(qapp.font())
    apply_theme(qapp, make_theme("light"))
    rows.show_terms(terms_of([4, 2]), ["five", "three"])
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    rows.clearFocus()
    assert rows.grab().toImage().pixelColor(1, 20).name() != make_theme("light").colours.text.lower()
    size = rows.viewport().size()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.grab().toImage().pixelColor(1, 20).name() == make_theme("light").colours.text.lower()
    assert rows.viewport().size() == size
    remove_style_sheet(qapp, make_theme("light"))
    qapp.setFont(font)


def test_a_chosen_term_stays_marked_when_its_rank_changes(rows: TermList) -> None:
    chosen: list[tuple[int, int]] = []
    rows.chosen.connect(lambda group, index: chosen.append((group, index)))
    rows.show_terms(terms_of([4, 2]), ["five", "three"])
    rows.setCurrentItem(rows.items[1])
    assert chosen == [(0, 2)]
    rows.show_terms(terms_of([2, 4]), ["three", "five"])
    rows.mark(0, 2)
    assert rows.currentItem() is rows.items[0]
    rows.mark(0, 7)
    assert rows.currentItem() is None and chosen == [(0, 2)]


def test_its_height_is_that_of_all_the_terms_there_can_be(rows: TermList) -> None:
    rows.show_terms(terms_of([0, 1, 2]), ["a", "b", "c"])
    three = rows.height()
    # Two of them are 0 now: what is below does not move.
    rows.show_terms(terms_of([0], others=2), ["a"])
    assert rows.height() == three
    rows.show_terms(terms_of(list(range(10)), others=90), list("abcdefghij"))
    ten = rows.height()
    assert ten > three
    rows.set_theme(make_theme("light", 2.0))
    assert rows.height() > ten


@pytest.mark.parametrize("name", ["neuron 12", "神经元 12"])
def test_the_last_row_is_whole_in_any_language(rows: TermList, name: str) -> None:
    rows.show_terms(terms_of(list(range(10))), [name] * 10)
    last = rows.visualItemRect(rows.items[-1])
    assert last.height() > 0 and last.bottom() < rows.viewport().height()


@pytest.mark.parametrize(("layer", "next_name"), [(0, "neuron {}"), (1, "output {}")])
def test_the_largest_terms_of_delta_are_listed_with_where_they_come_back_from(
    qtbot: QtBot, layer: int, next_name: str
) -> None:
    desk = Desk(qtbot, Architecture.dense((12, 14), "tanh", 3))
    desk.view.pins_changed.emit(((layer, 4),))
    trace, W = desk.snapshot.trace, desk.snapshot.weights[layer + 1]
    terms = trace.delta[layer + 1].astype(float) * W[4].astype(float)
    order = np.argsort(-np.abs(terms), kind="stable")[:10]
    tree = desk.find(QTreeWidget, "delta_term_list")
    rows = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount())]
    first = 1 - layer
    assert [row.text(0) for row in rows] == [next_name.format(i + first) for i in order]
    assert [row.text(2) for row in rows] == [signed(float(terms[i])) for i in order]
    assert float(W[4, order[0]]) != 0 and rows[0].text(1).endswith(f"· {signed(float(W[4, order[0]]), 2)}")
    words = desk.find(QLabel, "delta_terms").text()
    assert (f"the other {len(terms) - 10}" in words) is (len(terms) > 10)


def test_no_terms_of_delta_are_listed_for_an_output(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Architecture.dense((12, 12), "tanh", 3))
    tree = desk.find(QTreeWidget, "delta_term_list")
    desk.view.pins_changed.emit(((1, 4),))
    assert tree.isVisible()
    desk.view.pins_changed.emit(((2, 4),))
    assert not tree.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("name", ["neuron", "第 2 层的神经元"])
def test_below_the_last_row_there_is_no_room_for_another(
    rows: TermList, qapp: QApplication, name: str, scale: float
) -> None:
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    rows.set_theme(theme)
    rows.show_terms(terms_of(list(range(10)), others=3), [f"{name} {i}" for i in range(10)])
    QApplication.processEvents()
    last = rows.visualItemRect(rows.items[9])
    assert 0 < last.bottom() < rows.viewport().height() < last.bottom() + last.height()


def test_the_heads_of_numbers_stand_over_the_numbers(rows: TermList) -> None:
    rows.setHeaderLabels(["from", "a · w", "="])
    for column in (1, 2):
        assert rows.headerItem().textAlignment(column) & Qt.AlignmentFlag.AlignRight
        assert rows.items[0].textAlignment(column) & Qt.AlignmentFlag.AlignRight
