"""A field for one number: what it takes, what it refuses, and what it says then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets import cut_line
from gui.widgets import number_field as module
from gui.widgets.number_field import ABOVE_0, NumberField


class Form(QWidget):
    """A learning rate field, and another line to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.field = NumberField("rate", False, ABOVE_0, 10)
        self.field.set_texts("Learning rate", "How far", "a learning rate over 0, up to 10")
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)
        self.entered: list[float] = []
        self.field.value_entered.connect(self.entered.append)
        self.field.show_value(0.001)

    def type_text(self, qtbot: QtBot, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
        self.field.setFocus()
        self.field.selectAll()
        qtbot.keyClicks(self.field, text)
        if key is not None:
            qtbot.keyClick(self.field, key)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def test_showing_a_value_asks_for_nothing(form: Form) -> None:
    form.field.show_value(0.25)
    assert form.field.text() == "0.25"
    assert form.entered == []


def test_enter_takes_the_number(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "0,05")
    assert form.entered == [0.05]
    assert form.field.text() == "0.05"


def test_leaving_the_field_takes_the_number_once(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "0.05")
    form.other.setFocus()
    form.field.setFocus()
    form.other.setFocus()
    assert form.entered == [0.05]


def test_leaving_without_enter_takes_it_too(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "2", key=None)
    assert form.entered == []
    form.other.setFocus()
    assert form.entered == [2.0]


def test_the_same_number_asks_for_nothing(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "0,0010")
    assert form.entered == []
    assert form.field.text() == "0.001"


@pytest.mark.parametrize("text", ["0", "-1", "nan", "text", "10.5", "", "1e999"])
def test_a_bad_number_is_refused_where_it_is_typed(form: Form, qtbot: QtBot, text: str) -> None:
    form.field.clear()
    form.field.setModified(True)
    form.type_text(qtbot, text)
    assert form.entered == []
    assert form.field.text() == text
    assert form.field.property("refused") is True
    assert "refused" in form.field.refusal
    assert "a learning rate over 0, up to 10" in form.field.refusal
    assert form.field.value == 0.001


def test_a_refusal_quotes_what_was_typed(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "-3")
    assert "-3 is refused" in form.field.refusal


def test_a_refusal_is_heard_once(form: Form, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _field, sentence: heard.append(sentence))
    form.type_text(qtbot, "abc")
    form.other.setFocus()
    assert heard == ["abc is refused: give a learning rate over 0, up to 10."]
    form.type_text(qtbot, "abcd")
    assert len(heard) == 2
    form.type_text(qtbot, "0.5")
    assert len(heard) == 2


def test_a_refused_text_is_never_read_as_markup(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "<b>1</b>")
    sentence = form.field.note
    assert isinstance(sentence, QLabel)
    assert sentence.textFormat() is Qt.TextFormat.PlainText
    assert "<b>1</b>" in sentence.text()


def test_escape_restores_the_number(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "0")
    qtbot.keyClick(form.field, Qt.Key.Key_Escape)
    assert form.field.text() == "0.001"
    assert form.field.refusal == ""
    assert form.field.property("refused") is False


def test_the_note_of_a_refusal_goes_with_the_keyboard_and_the_field_stays_marked(
    form: Form, qtbot: QtBot
) -> None:
    form.type_text(qtbot, "abc", None)
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(form.field.note.isHidden)
    assert form.field.property("refused") is True
    assert "abc is refused" in form.field.refusal == f"⚠ {form.field.accessibleDescription()}"
    form.field.setFocus(Qt.FocusReason.BacktabFocusReason)
    qtbot.waitUntil(form.field.note.isVisible)
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(form.field.note.isHidden)


def test_correcting_a_refused_number_takes_it(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "0")
    form.type_text(qtbot, "0.1")
    assert form.entered == [0.1]
    assert form.field.refusal == ""


def test_a_refused_text_stays_while_the_number_is_shown_again(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "0")
    form.other.setFocus()
    form.field.show_value(0.001)
    assert form.field.text() == "0"
    assert form.field.refusal


def test_another_number_takes_the_place_of_a_refused_text(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "0")
    form.field.show_value(0.5)
    assert form.field.text() == "0.5"
    assert form.field.refusal == ""


@pytest.mark.parametrize("key", [" ", "r", "5", ".", "[", "0"])
def test_nothing_that_is_typed_is_the_windows(form: Form, qtbot: QtBot, key: str) -> None:
    action = QAction(form, shortcut="Space" if key == " " else key.upper())
    form.addAction(action)
    reached: list[bool] = []
    action.triggered.connect(lambda: reached.append(True))
    for typed in ("16", ""):
        form.type_text(qtbot, typed, key=None)
        qtbot.keyClicks(form.field, key)
        assert reached == [] and form.field.text() == typed + key
    form.field.show_value(3)
    qtbot.keyClicks(form.field, key)
    assert reached == []


@pytest.mark.parametrize("letter", "EKUACVX")
def test_letters_with_ctrl_that_no_editing_needs_are_the_windows(form: Form, letter: str) -> None:
    # On Linux a line takes Ctrl+E for End, and asks for it before the window's shortcuts: as there, it is taken.
    key, control = Qt.Key[f"Key_{letter}"], Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, control)
    asked.accept()
    form.field.event(asked)
    assert asked.isAccepted() is (letter in "ACVX")


def test_spaces_around_a_number_ask_for_nothing(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, " 0.001 ")
    assert form.entered == [] and form.field.text() == "0.001" and not form.field.refusal


def test_the_same_number_typed_again_leaves_undo_to_the_window(form: Form, qtbot: QtBot) -> None:
    undo = QAction(form, shortcut="Ctrl+Z")
    form.addAction(undo)
    undone: list[str] = []
    undo.triggered.connect(lambda: undone.append(form.field.text()))
    form.type_text(qtbot, "0.001")
    qtbot.keyClick(form.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["0.001"]


def test_undo_is_the_texts_while_something_is_typed_and_the_windows_otherwise(
    form: Form, qtbot: QtBot
) -> None:
    undo = QAction(form, shortcut="Ctrl+Z")
    form.addAction(undo)
    undone: list[str] = []
    undo.triggered.connect(lambda: undone.append(form.field.text()))

    form.type_text(qtbot, "0.25", key=None)
    qtbot.keyClick(form.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.field.text() == "0.001" and not undone

    form.type_text(qtbot, "0.25")
    qtbot.keyClick(form.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.field.hasFocus() and undone == ["0.25"]


def test_a_refusal_names_the_range_that_holds_now(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "99")
    form.field.set_texts("Learning rate", "How far", "a learning rate over 0, up to 5")
    assert "up to 5" in form.field.refusal
    assert f"⚠ {form.field.accessibleDescription()}" == form.field.refusal


@pytest.mark.parametrize(
    ("whole", "least", "most", "words"),
    [
        (True, 1, 1024, "a whole number from 1 to 1,024"),
        (True, 0, 2**31 - 1, "a whole number from 0 to 2,147,483,647"),
        (False, 0, 0.95, "a number from 0 to 0.95"),
        (False, -100.0, 100.0, "a number from −100 to 100"),
        (False, ABOVE_0, 10, "a number over 0, up to 10"),
        (False, 1e-6, 1, "a number over 0, up to 1"),
    ],
)
def test_the_range_is_said_in_words(qtbot: QtBot, whole: bool, least: float, most: float, words: str) -> None:
    field = NumberField("field", whole, least, most)
    qtbot.addWidget(field)
    field.show_error("x")
    assert field.refusal == f"⚠ x is refused: give {words}."


def test_a_field_that_is_hidden_hides_its_refusal_and_shows_it_again(form: Form, qtbot: QtBot) -> None:
    form.type_text(qtbot, "99")
    form.field.show_field(False)
    assert form.field.isHidden() and not form.field.refusal
    form.field.show_field(True)
    assert "99 is refused" in form.field.refusal


def test_a_number_without_room_is_never_shown_as_another_one(form: Form, qtbot: QtBot) -> None:
    field = NumberField("seed", True, 0, 2**31 - 1)
    field.set_texts("Seed", "Decides all chance")
    form.layout().addWidget(field)
    field.setFixedWidth(50)
    pictures = []
    for value in (20170915, 915):
        field.show_value(value)
        form.other.setFocus()
        pictures.append(field.grab().toImage())
    field.show_value(20170000)
    # What is seen is how it begins, and that it goes on; in a field that was typed in, too.
    form.other.setFocus()
    assert field.grab().toImage() == pictures[0] != pictures[1]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "20170915")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    form.other.setFocus()
    assert field.grab().toImage() == pictures[0] and field.value == 20170915


def test_its_tip_has_the_whole_number_where_it_is_cut(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(cut_line.QToolTip, "showText", lambda at, text, *_: shown.append(text))
    field = form.field
    for width, value in ((44, 0.123456789), (300, 0.123456789)):
        field.setFixedWidth(width)
        field.show_value(value)
        place = field.rect().center()
        QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, place, field.mapToGlobal(place)))
    assert shown[0] == "0.123456789\nHow far"
    # Of one that is whole Qt shows the tip.
    assert all("0.123" not in text for text in shown[1:])
