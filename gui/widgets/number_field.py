"""A field for one number, which refuses what makes no sense where it is typed."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from gui.widgets.announcement import WARNING, announce, spoken
from gui.widgets.cut_line import is_cut, mark_cut_ends, paint_cut, tell_whole
from gui.widgets.number_text import as_set, thousands
from gui.widgets.parsed_number import parse_number
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.said_once import show_tip
from gui.widgets.side_note import SideNote

ABOVE_0 = math.ulp(0.0)
"""The least number over 0."""

# A range that begins so little over 0 is said to begin "over 0".
NAMELESS = 1e-3
# Letters with Ctrl that are the field's: what they do no other key does.
EDITING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
# More than any number here needs; a pasted novel is not quoted back.
LONGEST_TEXT = 24


class NumberField(ReportsExceptions, QLineEdit):
    """A line for one number, and an error sentence when it was refused.

    Parameters
    ----------
    name : str
        Its object name.
    whole : bool
        Whether only whole numbers make sense.
    least, most : float
        Its range; `ABOVE_0` is the least of one that leaves 0 out.

    Attributes
    ----------
    note : SideNote
        The error, beside the line.
    """

    value_entered = Signal(object)

    def __init__(self, name: str, whole: bool, least: float, most: float) -> None:
        super().__init__()
        self._whole, self._least, self._most = whole, least, most
        self._value: Any = 0
        self._range_words = self._description = ""
        self._is_offered = True
        self.setObjectName(name)
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)
        # A narrow panel may make it as short as four digits, and a wide one gives room to what asks for it first.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(44)
        self.setMaxLength(LONGEST_TEXT)
        self.note = SideNote(self)

    def set_range(self, least: float, most: float) -> None:
        """The numbers that are taken from now on."""
        self._least, self._most = least, most

    def set_texts(self, accessible_name: str, tip: str, range_words: str = "") -> None:
        """What the field is; and its range in words where "a number from 0 to 10" does not say it well."""
        self.setAccessibleName(accessible_name)
        show_tip(self, tip)
        self._range_words = range_words
        if self.refusal:
            self.show_error(self.text())

    def describe(self, description: str) -> None:
        """What more is to be known of it, for who can't see what stands beside it."""
        self._description = description
        if not self.refusal:
            self.setAccessibleDescription(description)

    def show_field(self, shown: bool) -> None:
        """Show or hide it, with what it has to say."""
        self._is_offered = shown
        self.setVisible(shown)

    def show_value(self, value: Any) -> None:
        """Show this number, unless the user is about to type another one."""
        changed = value != self._value
        self._value = value
        if changed or not (self.hasFocus() or self.refusal):
            self.revert()

    @property
    def value(self) -> Any:
        """The number that holds: the last that was shown or taken, whatever is being typed."""
        return self._value

    @property
    def shows_value(self) -> bool:
        """Whether what stands in it is the number that holds."""
        return self.text() == self._write(self._value)

    @property
    def refusal(self) -> str:
        """The sentence beside it, "" when the number is right."""
        return self.note.text() if self._is_offered else ""

    def commit(self) -> bool:
        """Take what is typed as if Enter had been pressed; False when it is refused."""
        self._on_editing_finished()
        return not self.refusal

    def revert(self) -> None:
        """Show the number that holds, whatever was being typed."""
        self.setText(self._write(self._value))
        self._accept()

    def show_error(self, text: str) -> None:
        """Say that this is not taken, and what would be."""
        quoted = text.strip() or "\u201c\u201d"
        self.note.say(
            WARNING
            + self.tr("{value} is refused: give {range}.").format(value=quoted, range=self._range_text())
        )
        self.setAccessibleDescription(spoken(self.note.text()))
        self._mark(True)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_the_windows(event):
                event.ignore()
                return True
            escaped = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
            if escaped and (self.isModified() or self.refusal):
                self.revert()
                return True
        if is_cut(self) and tell_whole(event, self, self.text()):
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A number without its first digits, or its last ones, would be another one: where they are cut is seen."""
        if not is_cut(self):
            super().paintEvent(event)
        elif self.hasFocus():
            super().paintEvent(event)
            mark_cut_ends(self)
        else:
            paint_cut(self)

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        """Whether this key means nothing here: nothing typed is there to be undone.

        Nor do letters with Ctrl alone that only move through the line, or cut its end off, on some systems.
        """
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        is_held = is_letter and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_held and not any(event.matches(key) for key in (*EDITING, undo, redo)):
            return True
        return (event.matches(undo) and not self.isUndoAvailable()) or (
            event.matches(redo) and not self.isRedoAvailable()
        )

    def _on_text_edited(self) -> None:
        if self.refusal:
            self._accept()

    def _on_editing_finished(self) -> None:
        text = self.text()
        if self.shows_value:
            # Typed again, it is nothing that Ctrl+Z could take back here: the key is the window's.
            if self.isModified():
                self.revert()
            self._accept()
            return
        if not self.isModified():
            return
        value = self._parse(text)
        if value is None:
            before = self.refusal
            self.show_error(text)
            if self.refusal != before:
                # Once: leaving the field asks again.
                announce(self, spoken(self.refusal))
            return
        self._accept()
        self.setModified(False)
        self.setText(self._write(value))
        if value != self._value:
            self._value = value
            self.value_entered.emit(value)

    def _parse(self, text: str) -> Any:
        """What was typed as a value that is taken; None refuses it."""
        value = parse_number(text, self._whole)
        return value if value is not None and self._least <= value <= self._most else None

    def _write(self, value: Any) -> str:
        return str(int(value)) if self._whole else as_set(value)

    def _range_text(self) -> str:
        if self._range_words:
            return self._range_words
        if self._whole:
            words = self.tr("a whole number from {least} to {most}")
        elif 0 < self._least < NAMELESS:
            words = self.tr("a number over 0, up to {most}")
        else:
            words = self.tr("a number from {least} to {most}")
        return words.format(least=thousands(self._least), most=thousands(self._most))

    def _accept(self) -> None:
        self.note.clear()
        self.setAccessibleDescription(self._description)
        self._mark(False)

    def _mark(self, refused: bool) -> None:
        if bool(self.property("refused")) == refused:
            # To be styled anew takes a while, and a number may be shown many times a second.
            return
        self.setProperty("refused", refused)
        self.style().unpolish(self)
        self.style().polish(self)
