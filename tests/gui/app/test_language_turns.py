"""Every widget is told of another language once, in short turns: what is seen first, and nothing half-told is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.app.language_turns import MOST_AT_ONCE, LanguageTurns, parts_of
from gui.app.translation import install_language
from gui.app.window_turns import WindowTurns
from gui.widgets.translated import Translated

WORDS = {"en": "Pause", "zh_CN": "暂停", "zh_TW": "暫停"}


@dataclass
class Heard:
    """Who was told, in which order, and what was on screen: the words of each painting."""

    told: list[str] = field(default_factory=list)
    painted: list[tuple[str, str]] = field(default_factory=list)


class Text(Translated, QWidget):
    """A widget that writes down what happens to it."""

    def __init__(self, name: str, heard: Heard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumSize(20, 4)
        self._heard = heard
        self.words = QCoreApplication.translate("Actions", "Pause")

    def _retranslate(self) -> None:
        self.words = QCoreApplication.translate("Actions", "Pause")
        self.setAccessibleName(self.words)
        self._heard.told.append(self.objectName())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._heard.painted.append((self.objectName(), self.words))


@dataclass
class Given:
    """A window with twelve texts that are seen, on one page, and seven on another, of which one is around the rest."""

    window: QDialog
    pages: QStackedWidget
    dialog: QDialog
    buttons: QDialogButtonBox
    turns: LanguageTurns
    heard: Heard

    @property
    def texts(self) -> list[Text]:
        return self.window.findChildren(Text)

    def choose(self, language: str) -> None:
        app = QApplication.instance()
        assert app is not None
        install_language(app, language)
        self.turns.begin()

    def until_painted(self) -> None:
        """Go on until the window is painted again; what nobody sees is still to be told."""
        while not self.window.updatesEnabled():
            QApplication.processEvents()

    def until_done(self) -> None:
        while not self.turns.is_done:
            QApplication.processEvents()


@pytest.fixture
def given(qtbot: QtBot) -> Iterator[Given]:
    heard, window, pages = Heard(), QDialog(), QStackedWidget()
    QVBoxLayout(window).addWidget(pages)
    seen, unseen = QWidget(), Text("unseen", heard)
    for page, name, count in ((seen, "seen", 12), (unseen, "unseen", 6)):
        column = QVBoxLayout(page)
        for i in range(count):
            column.addWidget(Text(f"{name} {i}", heard))
        pages.addWidget(page)
    dialog = QDialog(window)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    column = QVBoxLayout(dialog)
    column.addWidget(Text("in the dialog", heard))
    column.addWidget(buttons)
    turns = LanguageTurns(window, WindowTurns(window))
    window.show()
    QApplication.processEvents()
    yield Given(window, pages, dialog, buttons, turns, heard)
    if Shiboken.isValid(window):
        turns.finish()
        Shiboken.delete(window)


SEEN = [f"seen {i}" for i in range(12)]
UNSEEN = ["unseen", *(f"unseen {i}" for i in range(6))]


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_each_is_told_once_and_what_is_seen_comes_first(given: Given, language: str) -> None:
    given.choose(language)
    assert given.heard.told == [] and not given.turns.is_done
    given.until_painted()
    assert given.heard.told == SEEN and not given.turns.is_done
    given.until_done()
    assert given.heard.told == [*SEEN, *UNSEEN, "in the dialog"]
    assert {text.words for text in given.texts} == {text.accessibleName() for text in given.texts}
    assert {text.words for text in given.texts} == {WORDS[language]}
    # And a widget of Qt's own.
    assert given.buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
    QApplication.processEvents()
    assert len(given.heard.told) == 20


def test_nothing_is_painted_before_all_that_is_seen_is_told(given: Given) -> None:
    given.heard.painted.clear()
    given.choose("zh_CN")
    given.until_done()
    assert sorted(set(given.heard.painted)) == sorted((name, "暂停") for name in SEEN)


def test_no_turn_tells_many(given: Given) -> None:
    """What holds the window longest is one of the turns, not the sum of all."""
    counts = [0]
    given.choose("zh_CN")
    while not given.turns.is_done:
        QApplication.processEvents()
        counts.append(len(given.heard.told))
    assert max(after - before for before, after in zip(counts, counts[1:], strict=False)) <= MOST_AT_ONCE


def show_page(given: Given) -> None:
    given.pages.setCurrentIndex(1)


def show_dialog(given: Given) -> None:
    given.dialog.show()


@pytest.mark.parametrize(
    ("show", "names"), [(show_page, UNSEEN), (show_dialog, ["in the dialog"])], ids=["page", "dialog"]
)
@pytest.mark.parametrize("when", [Given.until_painted, lambda given: None], ids=["late", "early"])
def test_what_is_shown_meanwhile_is_told_before_it_is_painted(
    given: Given, show: Callable[[Given], None], names: list[str], when: Callable[[Given], None]
) -> None:
    given.choose("zh_CN")
    when(given)
    show(given)
    given.until_done()
    QApplication.processEvents()
    painted = [each for each in given.heard.painted if each[0] in names]
    assert painted and {words for _, words in painted} == {"暂停"}
    assert sorted(given.heard.told) == sorted([*SEEN, *UNSEEN, "in the dialog"])


def test_a_dialog_that_is_open_is_told_with_the_window(given: Given) -> None:
    given.dialog.show()
    QApplication.processEvents()
    given.heard.painted.clear()
    given.choose("zh_CN")
    assert not given.dialog.updatesEnabled()
    given.until_painted()
    assert sorted(given.heard.told) == sorted([*SEEN, "in the dialog"])
    given.until_done()
    assert {words for _, words in given.heard.painted} == {"暂停"}


@pytest.mark.parametrize("turns_before", range(0, 9, 2))
def test_back_and_forth_ends_in_the_last_language(given: Given, turns_before: int) -> None:
    for language in ("zh_CN", "zh_TW", "en", "zh_CN", "en"):
        given.choose(language)
        for _ in range(turns_before):
            QApplication.processEvents()
    given.until_done()
    assert {text.words for text in given.texts} == {"Pause"}
    given.heard.told.clear()
    QApplication.processEvents()
    assert given.heard.told == []


def test_whoever_uses_the_window_finds_all_that_is_seen_told(given: Given) -> None:
    given.choose("zh_CN")
    QTest.mouseClick(given.texts[0], Qt.MouseButton.LeftButton)
    assert given.heard.told[:12] == SEEN and given.window.updatesEnabled()


def test_all_is_told_at_once_where_that_is_asked_for(given: Given) -> None:
    given.choose("zh_TW")
    given.turns.finish()
    assert given.turns.is_done and {text.words for text in given.texts} == {"暫停"}


def test_where_the_window_is_not_seen_qt_tells_all(given: Given) -> None:
    given.window.hide()
    given.choose("zh_CN")
    assert given.turns.is_done
    QApplication.processEvents()
    assert {text.words for text in given.texts} == {"暂停"}


@pytest.mark.parametrize("turns_before", range(0, 9, 2))
def test_widgets_may_go_in_the_midst_of_it(given: Given, turns_before: int) -> None:
    given.choose("zh_CN")
    for _ in range(turns_before):
        QApplication.processEvents()
    Shiboken.delete(given.pages.widget(1))
    Shiboken.delete(given.texts[-1])
    given.until_done()
    assert {text.words for text in given.texts} == {"暂停"}


def test_work_of_another_kind_that_fails_leaves_no_text_in_the_old_language(given: Given) -> None:
    def failing() -> Iterator[None]:
        yield
        raise ValueError("no such colour")

    turns = given.turns._turns
    turns.begin("look", failing())
    with pytest.raises(ValueError, match="no such colour"):
        given.choose("zh_CN")
    given.until_done()
    assert {text.words for text in given.texts} == {"暂停"}


def test_all_in_a_small_widget_is_told_with_it_but_not_what_is_hidden(qtbot: QtBot) -> None:
    heard = Heard()
    small = Text("small", heard)
    qtbot.addWidget(small)
    for i in range(3):
        Text(f"{i}", heard, small)
    hidden = Text("hidden", heard, small)
    hidden.hide()
    small.show()
    assert parts_of(small) == {small: 4, hidden: 1}
    # One more, and each has a place of its own.
    Text("more", heard, small)
    assert [part.objectName() for part in parts_of(small)] == ["small", "0", "1", "2", "hidden", "more"]


def test_the_events_of_qt_reach_a_widget_that_is_told(given: Given) -> None:
    seen: list[QEvent.Type] = []

    class Watched(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            seen.append(event.type())

    other = Watched(given.pages.widget(1))
    given.choose("zh_CN")
    given.until_done()
    assert seen.count(QEvent.Type.LanguageChange) == 1
    Shiboken.delete(other)


def test_words_that_widgets_share_are_written_in_turns_before_any_widget_is_told(given: Given) -> None:
    told_at: list[int] = []

    def first() -> Iterator[None]:
        for _ in range(3):
            told_at.append(len(given.heard.told))
            yield

    turns = LanguageTurns(given.window, WindowTurns(given.window), first)
    app = QApplication.instance()
    assert app is not None
    install_language(app, "zh_CN")
    turns.begin()
    turns.finish()
    assert told_at == [0, 0, 0] and given.heard.told[:12] == SEEN
