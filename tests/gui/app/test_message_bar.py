"""The strip of news above the network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QUndoCommand, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.app.message_bar import INFO_MS, LARGEST_SCALE, MessageBar
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.theme.tokens import TYPE, Theme, make_theme
from gui.widgets.layouts import column
from tests.gui.tab_stops import tab_stops
from tests.gui.whole_look import apply_theme


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    bar = MessageBar()
    qtbot.addWidget(bar)
    yield bar
    bar.hide()


def shown_buttons(bar: MessageBar) -> list[QPushButton]:
    return [button for button in bar.findChildren(QPushButton) if not button.isHidden()]


def timer(bar: MessageBar) -> QTimer:
    found = bar.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


def test_nothing_is_said_at_first(bar: MessageBar) -> None:
    assert bar.isHidden()
    assert bar.text == ""


def test_a_message_is_shown_with_its_buttons(bar: MessageBar) -> None:
    bar.show_message("A new network.", "info", [("Undo", lambda: None)])
    assert bar.text == "A new network."
    assert [button.text() for button in shown_buttons(bar)] == ["Undo"]


def test_newer_news_takes_the_place_of_older_news(bar: MessageBar) -> None:
    bar.show_message("First.", "info", [("One", lambda: None), ("Two", lambda: None)])
    bar.show_message("Second.", "error", [])
    assert bar.text == "Second."
    assert shown_buttons(bar) == []


def test_an_action_acts_once_and_the_bar_goes(bar: MessageBar, qtbot: QtBot) -> None:
    acted: list[str] = []
    bar.show_message("Rewound.", "info", [("Undo", lambda: acted.append("undone"))])
    qtbot.mouseClick(shown_buttons(bar)[0], Qt.MouseButton.LeftButton)
    assert acted == ["undone"]
    assert bar.isHidden()


def test_what_an_action_has_to_say_stays(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(
        "Diverged.", "error", [("Rewind", lambda: bar.show_message("Back at update 0.", "info", []))]
    )
    qtbot.mouseClick(shown_buttons(bar)[0], Qt.MouseButton.LeftButton)
    assert bar.text == "Back at update 0."


def test_information_goes_by_itself_after_eight_seconds(bar: MessageBar) -> None:
    bar.show_message("Saved.", "info", [])
    assert INFO_MS == 8000
    assert timer(bar).isActive() and timer(bar).isSingleShot() and timer(bar).interval() == 8000
    timer(bar).timeout.emit()
    assert bar.isHidden()


def test_an_error_stays_until_it_is_closed(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message("Saved.", "info", [])
    bar.show_message("A number became too large.", "error", [])
    assert not timer(bar).isActive()
    close = bar.findChild(QToolButton, "message_close")
    assert isinstance(close, QToolButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_a_hidden_bar_has_no_timer_running(bar: MessageBar) -> None:
    bar.show_message("Saved.", "info", [])
    bar.hide()
    assert not timer(bar).isActive()


def test_a_message_is_never_read_as_markup(bar: MessageBar) -> None:
    bar.show_message("<b>/home/me</b>", "error", [])
    label = bar.findChild(QLabel, "message_text")
    assert isinstance(label, QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_word_without_an_end_does_not_push_the_panels_out_of_the_window(bar: MessageBar) -> None:
    bar.set_theme(Theme())
    bar.show_message("w" * 250 + " could not be saved.", "error")
    bar.ensurePolished()
    assert bar.minimumSizeHint().width() < 300


def test_everything_in_it_has_a_name_for_a_screen_reader(bar: MessageBar) -> None:
    bar.show_message("Rewound.", "info", [("Undo", lambda: None)])
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert bar.accessibleName()
    assert bar.accessibleDescription() == "Rewound."
    for button in (*bar.findChildren(QPushButton), *bar.findChildren(QToolButton)):
        assert button.accessibleName()


def test_what_must_be_read_stays(bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.app.message_bar.INFO_MS", 30)
    bar.show_message("Stopped early.", lasting=True)
    qtbot.wait(120)
    assert bar.text == "Stopped early."
    bar.show_message("News.")
    qtbot.waitUntil(lambda: bar.text == "")


def test_an_offer_of_undo_goes_when_something_else_would_be_undone_and_nothing_else_does(
    bar: MessageBar,
) -> None:
    stack = QUndoStack()
    stack.push(QUndoCommand("one"))
    bar.offer_undo("One is done.", stack)
    assert bar.text == "One is done."
    stack.push(QUndoCommand("two"))
    assert bar.text == ""
    bar.offer_undo("Two is done.", stack)
    bar.show_message("News.")
    stack.undo()
    assert bar.text == "News."


def test_an_offer_of_undo_takes_it_back(bar: MessageBar) -> None:
    stack = QUndoStack()
    stack.push(QUndoCommand("one"))
    bar.offer_undo("One is done.", stack)
    bar.findChild(QPushButton, "message_action_0").click()  # type: ignore[union-attr]
    assert stack.index() == 0 and bar.text == ""


def test_what_is_said_and_its_buttons_follow_the_language(bar: MessageBar) -> None:
    language = ["Rewound."]
    bar.show_message(lambda: language[0], "info", [(lambda: language[0][:3], lambda: None)])
    language[0] = "已回到起点。"
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert bar.text == bar.accessibleDescription() == "已回到起点。"
    assert [button.text() for button in shown_buttons(bar)] == ["已回到"]
    assert [button.accessibleName() for button in shown_buttons(bar)] == ["已回到"]


def test_words_that_follow_the_language_are_withdrawn_in_another_one(bar: MessageBar) -> None:
    language = ["Stopped early."]

    def words() -> str:
        return language[0]

    bar.show_message(words)
    language[0] = "已早停。"
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    bar.withdraw(lambda: "已早停。")
    assert bar.text == "已早停。"
    bar.withdraw(words)
    assert bar.text == ""


def progress_of(bar: MessageBar) -> QProgressBar:
    found = bar.findChild(QProgressBar, "message_progress")
    assert isinstance(found, QProgressBar) and found.accessibleName() == "How much is done"
    return found


def test_how_much_is_done_is_shown_beside_what_it_is_of_and_goes_with_it(bar: MessageBar) -> None:
    bar.show_message("Saving.", "info", [("Cancel", lambda: None)], lasting=True)
    assert progress_of(bar).isHidden()
    bar.show_share("Saving.", 0.4)
    assert not progress_of(bar).isHidden() and progress_of(bar).value() == 40
    bar.show_message("News.")
    assert progress_of(bar).isHidden()


def test_how_much_is_done_of_what_is_not_spoken_of_is_not_shown(bar: MessageBar) -> None:
    bar.show_message("News.")
    bar.show_share("Saving.", 0.4)
    assert progress_of(bar).isHidden() and bar.text == "News."


@pytest.mark.parametrize("scale", [1.0, 1.4, 3.0])
def test_its_buttons_are_as_large_as_its_sentence(bar: MessageBar, qapp: QApplication, scale: float) -> None:
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    bar.set_theme(theme)
    bar.show_message("A run of its own.", "info", [("Undo", lambda: None)])
    QApplication.processEvents()
    text = bar.findChild(QLabel, "message_text")
    assert text is not None
    expected = pytest.approx(TYPE["body"] * min(scale, LARGEST_SCALE), abs=0.51)
    assert [text.fontInfo().pixelSize(), shown_buttons(bar)[0].fontInfo().pixelSize()] == [expected, expected]


def test_what_must_not_be_covered_is_an_error_or_an_offer_while_it_is_on_screen(bar: MessageBar) -> None:
    for kind, actions, is_pressing in (
        ("info", [], False),
        ("error", [], True),
        ("info", [("Undo", lambda: None)], True),
    ):
        bar.show_message("News.", kind, actions)
        assert bar.is_pressing == is_pressing
        bar.hide()
        assert not bar.is_pressing


def test_what_was_said_last_is_known_after_it_was_closed(bar: MessageBar) -> None:
    assert not bar.has_said_last("") and not bar.has_said_last("News.")
    bar.show_message("News.")
    bar.hide()
    assert bar.has_said_last("News.") and not bar.has_said_last("Other news.")


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tab_leads_through_its_buttons_to_close_and_from_there_on(qtbot: QtBot, count: int) -> None:
    window, bar = QWidget(), MessageBar()
    qtbot.addWidget(window)
    column(window, QPushButton("above"), bar, QPushButton("below"))
    window.show()
    labels = ("Undo", "Show")
    # Twice: older buttons go.
    for _ in range(2):
        bar.show_message("A new network.", "info", [(label, lambda: None) for label in labels[:count]])
        reached = [stop.accessibleName() or stop.text() for stop in tab_stops(window)]
        assert reached == ["above", *labels[:count], "Close this message", "below"]


@pytest.mark.parametrize("way", ["button", "close", "other news", "time"])
def test_the_network_has_the_keyboard_when_what_had_it_in_the_bar_is_gone(qtbot: QtBot, way: str) -> None:
    """Qt would pass it on to the legend, whose card then covers half of the network."""
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.show()
    bar, done = window.message_bar, list[str]()
    bar.show_message("Trained on.", actions=[("Open it", lambda: done.append("opened"))])
    name = "message_close" if way == "close" else "message_action_0"
    pressed = bar.findChild(QAbstractButton, name)
    assert isinstance(pressed, QAbstractButton)
    pressed.setFocus(Qt.FocusReason.TabFocusReason)
    if way in ("button", "close"):
        QTest.keyClick(pressed, Qt.Key.Key_Space)
    elif way == "time":
        timer(bar).timeout.emit()
    else:
        bar.show_message("Other news.", actions=[("Undo", lambda: None)])
    assert window.focusWidget() is window.network_view
    assert done == (["opened"] if way == "button" else [])
    assert bar.isHidden() is (way != "other news")
    window.close()


def test_who_has_the_keyboard_elsewhere_keeps_it_when_news_go(qtbot: QtBot) -> None:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.show()
    window.timeline.setFocus()
    before = window.focusWidget()
    window.message_bar.show_message("Trained on.", actions=[("Open it", lambda: None)])
    window.message_bar.show_message("Other news.")
    window.message_bar.hide()
    assert before is not None and window.focusWidget() is before is not window.network_view
    window.close()


@pytest.mark.parametrize("word", ["words ", "训练正在运行，"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_more_than_two_lines_stand_off_from_the_edges_and_two_are_as_low_as_before(
    bar: MessageBar, qtbot: QtBot, word: str, scale: float
) -> None:
    bar.set_theme(theme := make_theme("dark", scale))
    bar.show()
    label = bar.findChild(QLabel, "message_text")
    assert isinstance(label, QLabel)
    count = 1
    for lines in (1, 2, 3):
        plain = QLabel(wordWrap=True, font=label.font())
        qtbot.addWidget(plain)
        while True:
            bar.show_message(word * count)
            plain.setText(word * count)
            bar.resize(500, bar.heightForWidth(500))
            bar.layout().activate()
            line = QFontMetricsF(label.font()).boundingRect(word).height()
            if round(plain.heightForWidth(label.width()) / line) >= lines:
                break
            count += 1
        free = label.height() - plain.heightForWidth(label.width())
        if lines < 3:
            assert label.heightForWidth(label.width()) == plain.heightForWidth(label.width())
        else:
            assert free >= theme.px(9)
