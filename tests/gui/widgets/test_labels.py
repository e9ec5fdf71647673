"""A label has its name and its role, and where it quotes nothing is read as markup."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import Theme
from gui.widgets.labels import line_height, new_label, show_words


def test_a_label_has_its_name_and_the_role_that_the_style_sheet_asks_for(qtbot: QtBot) -> None:
    label, plain = new_label("loss_caption", "caption"), new_label()
    for each in (label, plain):
        qtbot.addWidget(each)
        assert each.text() == "" and not each.wordWrap()
    assert (label.objectName(), label.property("role")) == ("loss_caption", "caption")
    assert (plain.objectName(), plain.property("role")) == ("", None)


def test_one_that_wraps_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    label = new_label(wraps=True)
    qtbot.addWidget(label)
    label.setText("a word " * 30)
    assert label.heightForWidth(100) > 3 * label.heightForWidth(2000)


def test_an_empty_one_is_out_of_the_tree_and_keeps_its_room(qtbot: QtBot) -> None:
    page, label, below = QWidget(), new_label(), new_label()
    qtbot.addWidget(page)
    inside = QVBoxLayout(page)
    inside.addWidget(label)
    inside.addWidget(below)
    below.setText("below")
    page.show()
    told, places = QAccessible.queryAccessibleInterface(label), []
    for text in ("words", "", "others"):
        show_words(label, text)
        assert label.text() == text and bool(told.state().invisible) == (text == "")
        inside.activate()
        places.append(below.y())
    assert len(set(places)) == 1


def test_where_it_quotes_nothing_is_read_as_markup(qtbot: QtBot) -> None:
    quoting, marked = new_label(is_plain=True), new_label()
    for label in (quoting, marked):
        qtbot.addWidget(label)
        label.setText("<b>a</b>")
    # Eight signs, and one.
    assert quoting.sizeHint().width() > 3 * marked.sizeHint().width()


def test_a_line_has_room_for_chinese_too(qtbot: QtBot) -> None:
    font = Theme().font("tick")
    metrics = QFontMetricsF(font)
    assert line_height(font) >= max(metrics.height(), metrics.size(0, "读").height())
