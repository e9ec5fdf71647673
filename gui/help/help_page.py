"""The Help page: what one sees, the lecture's words, and what to try next; it stands beside the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.findings.finding_help import finding_explanations
from gui.help.help_texts import HelpTexts, Suggestion
from gui.network.interaction.explanations import Explanation
from gui.theme.fitting_type import SMALLEST, FittingType
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.keyboard_focus import order_keys
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, fill, row
from gui.widgets.own_keys import takes_key
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.tabs_and_scrolling import scrolling, width_with_bar
from gui.widgets.translated import Translated

# At 100 %: less is too little for a sentence and the buttons.
LEAST_HEIGHT_PX = 150.0
# What these keys do to the column, wherever on the page the keyboard is.
SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class PartEntry(ReportsExceptions, QFrame):
    """A part of the picture in a few sentences; to point at it, or to reach it by Tab, is to ask where it is."""

    pointed = Signal(str)
    left = Signal()

    def __init__(self, name: str, part: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.part = part
        self._title, self._text = new_label(wraps=True), new_label(wraps=True)
        self._column = QVBoxLayout(self)
        fill(self._column, self._title, self._text)

    def show_words(self, explanation: Explanation) -> None:
        """Show what is said of the part."""
        self.setAccessibleName(explanation.title)
        self.setAccessibleDescription(explanation.text)
        self._title.setText(explanation.title)
        self._text.setText(explanation.text)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        margin = round(theme.px(6))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(2)))
        self._title.setFont(theme.font("body", bold=True))
        self._text.setFont(theme.font("body"))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed.emit(self.part)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.pointed.emit(self.part)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.left.emit()
        super().focusOutEvent(event)


class SuggestionEntry(QWidget):
    """A button that does something worth looking at, and what there is to see then."""

    def __init__(self, number: int, suggestion: Suggestion) -> None:
        super().__init__()
        self.button = tab_button(QPushButton(), f"help_try_{number}")
        self._text = new_label(wraps=True)
        self._column = column(self, self.button, self._text)
        self.show_words(suggestion)

    def show_words(self, suggestion: Suggestion) -> None:
        """Show this suggestion, which is the same one in the language in force."""
        self.suggestion = suggestion
        set_words(self.button, suggestion.title, suggestion.text)
        self.button.setAccessibleDescription(suggestion.text)
        self._text.setText(suggestion.text)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._column.setSpacing(round(theme.px(2)))
        self._text.setFont(theme.font("caption"))
        self._text.setIndent(round(theme.px(8)))


class HelpPage(Translated, QWidget):
    """Three chapters below each other in a column that scrolls, and two buttons that stay: to the marks, and close."""

    part_pointed = Signal(str)
    """Whoever reads about this part wants to see where it is."""

    part_left = Signal()
    suggestion_taken = Signal(object)
    """This `Suggestion` is to be done."""

    marks_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_page")
        self._theme = Theme()
        self._intro = new_label("help_intro", "caption", wraps=True)
        self._heads = [
            new_label(f"help_head_{name}", wraps=True) for name in ("seen", "words", "try", "findings")
        ]
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._area = scrolling("help_area", self._content)
        # Unlike other columns it is read, so it takes the keyboard itself, to be scrolled by it.
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self._area)
        self._marks = tab_button(QPushButton(), "help_marks", self.marks_wanted)
        self._close = tab_button(QPushButton(), "help_close", self.closed)
        self._foot = row((self._marks, 1), self._close)
        self._outer = column(self, (self._area, 1), self._foot)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit_once_seen)
        self._make_entries()
        worn = self._intro, *(entry.button for entry in self._suggestions), self._marks, self._close
        # Beside a narrow window's picture for a class its button has no room at 100 % either.
        self._type = FittingType(self, self._needed, self._dress, wearers=worn, above=SMALLEST)
        self._retranslate()
        self._dress(self._type.theme)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._theme = theme
        self._fit()

    def show_part(self, part: str, is_there: bool) -> None:
        """Whether the page speaks of this part: only of what is there to be seen."""
        for entry in self._parts:
            if entry.part == part:
                entry.setVisible(is_there)

    def event(self, event: QEvent) -> bool:
        # The window's shortcuts would have these keys first, also while an entry or a button has the keyboard.
        return takes_key(event, scrolls) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif scrolls(event):
            self._area.verticalScrollBar().triggerAction(SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.updatesEnabled():
            self._fit()
        else:
            # While the window takes on another look it is resized several times: once at the end is enough.
            self._fitting.start()

    def minimumSizeHint(self) -> QSize:
        # It has smaller type rather than push the window apart.
        return QSize(0, 0)

    def _fit_once_seen(self) -> None:
        if self.updatesEnabled():
            self._fit()
        else:
            self._fitting.start()

    def _fit(self) -> None:
        largest = max(SMALLEST, min(self._theme.scale, self.height() / LEAST_HEIGHT_PX))
        self._type.set_theme(self._theme, replace(self._theme, scale=largest), self.width())

    def _needed(self) -> float:
        needed = width_with_bar(self._area, self._content.minimumSizeHint().width())
        return max(self._foot.sizeHint().width(), needed)

    def _dress(self, theme: Theme) -> None:
        margin = round(theme.px(8))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(4)))
        self._foot.setContentsMargins(margin, round(theme.px(4)), margin, margin)
        self._foot.setSpacing(round(theme.px(6)))
        for head in self._heads:
            head.setFont(theme.font("head"))
            head.setContentsMargins(round(theme.px(6)), round(theme.px(10)), 0, 0)
        self._intro.setContentsMargins(round(theme.px(6)), 0, 0, 0)
        for part in (*self._parts, *self._words, *self._findings):
            part.set_theme(theme)
        for suggestion in self._suggestions:
            suggestion.set_theme(theme)

    def _make_entries(self) -> None:
        texts = HelpTexts()
        self._parts = [PartEntry(f"help_part_{part}", part) for part in texts.seen()]
        self._words = [
            PartEntry(f"help_word_{number}", part) for number, (part, _) in enumerate(texts.words())
        ]
        # Where there are any, the button that leads to them is framed.
        self._findings = [
            PartEntry(f"help_finding_{kind}", "findings_chip") for kind, _ in finding_explanations()
        ]
        for entry in (*self._parts, *self._words, *self._findings):
            entry.pointed.connect(self.part_pointed)
            entry.left.connect(self.part_left)
        self._suggestions = [SuggestionEntry(i, each) for i, each in enumerate(texts.suggestions())]
        for taken in self._suggestions:
            taken.button.clicked.connect(
                lambda _=False, entry=taken: self.suggestion_taken.emit(entry.suggestion)
            )
        seen, words, tries, findings = self._heads
        parts: Sequence[QLabel | QWidget] = (
            *(seen, self._intro, *self._parts),
            *(tries, *self._suggestions),
            *(words, *self._words),
            *(findings, *self._findings),
        )
        fill(self._column, *parts, None)
        # From the top down, the two buttons below them last.
        tried = [suggestion.button for suggestion in self._suggestions]
        entries = *self._parts, *tried, *self._words, *self._findings
        order_keys(self._area, *entries, self._marks, self._close)

    def _show_words(self) -> None:
        """Only the words: to make the entries anew would be a silence of 100 ms."""
        texts = HelpTexts()
        said = [*texts.seen().values(), *(each for _, each in (*texts.words(), *finding_explanations()))]
        for entry, each in zip((*self._parts, *self._words, *self._findings), said, strict=True):
            entry.show_words(each)
        for taken, suggestion in zip(self._suggestions, texts.suggestions(), strict=True):
            taken.show_words(suggestion)

    def _retranslate(self) -> None:
        self._show_words()
        self.setAccessibleName(self.tr("Help"))
        self._area.setAccessibleName(self.tr("Help"))
        self.setWhatsThis(
            self.tr(
                "What the marks on screen mean, the lecture's words, what to try next, and when a finding is told."
            )
        )
        for head, text in zip(
            self._heads,
            (
                self.tr("What you see"),
                self.tr("The twelve words"),
                self.tr("What to try next"),
                self.tr("The nine findings"),
            ),
            strict=True,
        ):
            head.setText(text)
            head.setAccessibleName(text)
        self._intro.setText(self.tr("Point at an entry, and its place gets a frame; so do the twelve words."))
        set_words(
            self._marks,
            self.tr("All marks and their numbers…"),
            self.tr("A table of every kind of mark, with the number that it shows"),
        )
        set_words(self._close, self.tr("Close"), self.tr("Close this page (Esc)"))


def scrolls(event: QKeyEvent) -> bool:
    """Whether this key, by itself, scrolls the page."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in SCROLLS and not held
