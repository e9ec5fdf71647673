"""The language: which one, switched while the window is open, and with room for all of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.app import translation
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.app.translation import install_language, resolve_language
from tests.gui.local_engine import local_engine

CHINESE = re.compile("[\u4e00-\u9fff]")
LATIN_WORD = re.compile("[A-Za-z]{2}")
# The same in both languages: names of functions, formulas, and a language in its own words.
SAME = re.compile(
    "English|[eE]LU|GELU|SiLU|sigmoid|softmax|tanh|softplus|Adam|AdaGrad|RMSProp|Nesterov|Backlight|<i>|简体中文|繁體中文"
    "|^Esc$|^CNN$|^LeNet"
)
ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
WAIT_MS = 20_000


class Speaking:
    """A system that is set up in these languages."""

    def __init__(self, *languages: str) -> None:
        self._languages = list(languages)

    def uiLanguages(self) -> list[str]:
        return self._languages


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    # The exact L of update 0 is the last thing to arrive; from then on nothing changes by itself.
    qtbot.waitUntil(lambda: "…" not in total_loss(window), timeout=WAIT_MS)
    # The plot follows a little later.
    qtbot.waitUntil(lambda: "training L" in window.loss_plot.accessibleDescription(), timeout=WAIT_MS)
    assert window.composition.network.displayed is not None
    yield window
    window.close()


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("en", ["zh-CN"], "en"),
        ("zh_CN", ["en-US"], "zh_CN"),
        ("system", ["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        ("zh_TW", ["zh-CN"], "zh_TW"),
        ("system", ["zh_TW", "en"], "zh_TW"),
        ("system", ["zh-Hant", "zh-CN"], "zh_TW"),
        ("system", ["zh-HK"], "zh_TW"),
        ("system", ["zh-SG"], "zh_CN"),
        ("system", ["en-GB", "zh-CN"], "en"),
        ("system", ["de-DE", "zh-CN", "en"], "zh_CN"),
        ("system", ["fr-FR", "fr"], "en"),
        ("system", ["C"], "en"),
        ("system", [], "en"),
    ],
)
def test_the_first_language_of_the_system_that_is_there_is_taken(
    monkeypatch: pytest.MonkeyPatch, choice: str, system: list[str], language: str
) -> None:
    monkeypatch.setattr(translation.QLocale, "system", lambda: Speaking(*system))
    assert resolve_language(choice) == language


def test_our_texts_and_qts_own_are_translated(qtbot: QtBot, qapp: QApplication) -> None:
    install_language(qapp, "zh_CN")
    assert QCoreApplication.translate("Actions", "Pause") == "暂停"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_english_needs_no_translation(qapp: QApplication) -> None:
    install_language(qapp, "zh_CN")
    install_language(qapp, "en")
    assert QCoreApplication.translate("Actions", "Pause") == "Pause"


def test_switching_often_keeps_two_translators(qapp: QApplication) -> None:
    for _ in range(20):
        install_language(qapp, "zh_CN")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(qapp.findChildren(QTranslator)) == 2


def texts(thing: QObject) -> list[str]:
    """Everything that it says to eye, pointer or screen reader."""
    asked = [
        getattr(thing, name)()
        for name in ("text", "toolTip", "whatsThis", "accessibleName", "accessibleDescription", "title")
        if callable(getattr(thing, name, None))
    ]
    if isinstance(thing, QComboBox):
        asked += [thing.itemText(i) for i in range(thing.count())]
    if isinstance(thing, QTabWidget):
        asked += [thing.tabText(i) for i in range(thing.count())]
    return [text for text in asked if isinstance(text, str) and text]


def everything_said(window: MainWindow) -> dict[str, list[str]]:
    """By object name: all texts of the window that are ours."""
    said: dict[str, list[str]] = {window.objectName(): texts(window)}
    for thing in window.findChildren(QObject):
        # Qt's own parts have no name or one like these.
        if not isinstance(thing, (QWidget, QAction)) or not thing.objectName():
            continue
        if thing.objectName().startswith(("qt_", "Scroll")):
            continue
        if isinstance(thing, QWidget) and thing.window() is not window and not is_our_menu(thing):
            continue
        said.setdefault(thing.objectName(), []).extend(texts(thing))
    return said


def is_our_menu(widget: QWidget) -> bool:
    return isinstance(widget, QMenu) and widget.objectName().startswith("menu_")


def total_loss(window: MainWindow) -> str:
    label = window.findChild(QLabel, "total_loss")
    assert label is not None
    return label.text()


def switch(window: MainWindow, language: str) -> None:
    action = window.findChild(QAction, f"action_language_{language}")
    assert action is not None
    action.trigger()
    QApplication.processEvents()
    # It is taken on in turns, and so are the fonts that another language may have.
    while not (window.updatesEnabled() and window.language_turns.is_done):
        QApplication.processEvents()


def test_nothing_stays_english_when_the_language_is_switched(window: MainWindow) -> None:
    switch(window, "zh_CN")
    left = [
        (name, text)
        for name, said in everything_said(window).items()
        for text in said
        if LATIN_WORD.search(text) and not CHINESE.search(text) and not SAME.search(text)
    ]
    assert left == []
    assert CHINESE.search(window.windowTitle())


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_every_menu_is_there_to_be_clicked(window: MainWindow, language: str) -> None:
    switch(window, language)
    QApplication.processEvents()
    bar = window.menus
    for action in bar.actions():
        # A bar that is too low for its words puts all of them away.
        place = bar.actionGeometry(action)
        assert place.height() > 0 and bar.rect().contains(place), action.text()


def test_switching_back_says_everything_as_before(window: MainWindow) -> None:
    before = everything_said(window)
    switch(window, "zh_CN")
    assert everything_said(window) != before
    switch(window, "en")
    assert everything_said(window) == before


def clipped(window: MainWindow) -> list[str]:
    """Labels and buttons on screen that have less room than their words need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.heightForWidth(widget.width()) - widget.height()
        elif isinstance(widget, QLabel):
            wanted = widget.sizeHint()
            # A font for Chinese leaves more room above and below its characters than a line needs.
            spare = widget.fontMetrics().height() // 4
            short = max(wanted.width() - widget.width(), wanted.height() - spare - widget.height())
        elif isinstance(widget, QToolButton) and widget.toolButtonStyle() == ICON_ONLY:
            continue
        else:
            needed = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
            short = needed - widget.width()
        if short > 1:
            found.append(f"{widget.objectName()} {widget.text()!r}: {short} px")
    return found


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_no_label_is_clipped(window: MainWindow, language: str, size: tuple[int, int]) -> None:
    switch(window, language)
    window.resize(*size)
    for _ in range(5):
        QApplication.processEvents()
    assert clipped(window) == []


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_qts_dialog_for_files_is_in_the_language_of_the_window(
    qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    install_language(qapp, language)
    dialog = QFileDialog(None, "", "")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    shown = [part.text() for part in (*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton))]
    assert len(shown) >= 5 and all(CHINESE.search(text) for text in shown)
    # What the column of kinds says of a folder; Qt asks with this remark.
    kind = QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms")
    assert CHINESE.search(kind)
