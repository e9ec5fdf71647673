"""A field for one number, which refuses what makes no sense where it is typed."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget


def parse_number(text: str, whole: bool) -> float | int | None:
    """The number that a person typed; None where it is none.

    Comma and point are both decimal signs. In a whole number a comma or point before three last digits is how
    people group thousands.
    """
    text = text.strip().replace("\u2212", "-").replace(" ", "").replace("\u202f", "")
    if whole:
        groups = text.replace(".", ",").split(",")
        grouped = len(groups) > 1 and all(len(part) == 3 for part in groups[1:])
        text = "".join(groups) if grouped else text
        try:
            return int(text) if text.lstrip("+-").isascii() else None
        except ValueError:
            return None
    try:
        value = float(text.replace(",", ".")) if text.isascii() and "_" not in text else math.nan
    except ValueError:
        return None
    return None if math.isnan(value) else value


class NumberField(QWidget):
    """A line for one number, and under it, when it was refused, one sentence that says what would be right.

    Parameters
    ----------
    name : str
        The line's object name.
    whole : bool
        Whether only whole numbers make sense.
    allowed : function of the number
        Whether it is in the range.
    write : function of the number
        How it is written.
    """

    value_entered = Signal(object)

    def __init__(
        self,
        name: str,
        whole: bool,
        allowed: Callable[[float], bool],
        write: Callable[[float], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole, self._allowed, self._write = whole, allowed, write
        self._value: float = 0
        self._range = ""
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.editingFinished.connect(self._on_editing_finished)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.installEventFilter(self)
        # A narrow panel may make the line as short as a few digits.
        self.line.setMinimumWidth(48)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "error")
        self._sentence.setWordWrap(True)
        self._sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self._sentence)

    def set_texts(self, accessible_name: str, tip: str, allowed_range: str) -> None:
        """What the field is, and its range in words: "a whole number from 1 to 1,024"."""
        self.line.setAccessibleName(accessible_name)
        self.line.setToolTip(tip)
        self._range = allowed_range

    def show_value(self, value: float) -> None:
        """Show this number, unless the learner is about to type another one."""
        changed = value != self._value
        self._value = value
        if changed or not (self.line.hasFocus() or self.refusal):
            with QSignalBlocker(self.line):
                self.line.setText(self._write(value))
            self._accept()

    @property
    def refusal(self) -> str:
        """The sentence beneath, "" when the number is right."""
        return self._sentence.text() if not self._sentence.isHidden() else ""

    def refuse(self, text: str) -> None:
        """Say that this is not taken, and what would be."""
        quoted = text.strip() or "\u201c\u201d"
        self._sentence.setText(
            "\u26a0 " + self.tr("{value} is refused: give {range}.").format(value=quoted, range=self._range)
        )
        self._sentence.show()
        self._mark(True)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and (self.line.isModified() or self.refusal):
                self.line.setText(self._write(self._value))
                self._accept()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    @Slot()
    def _on_text_edited(self) -> None:
        if self.refusal:
            self._accept()

    @Slot()
    def _on_editing_finished(self) -> None:
        text = self.line.text()
        if text == self._write(self._value):
            self._accept()
            return
        if not self.line.isModified():
            return
        value = parse_number(text, self._whole)
        if value is None or not math.isfinite(value) or not self._allowed(value):
            self.refuse(text)
            return
        self._accept()
        self.line.setModified(False)
        if value != self._value:
            self._value = value
            self.line.setText(self._write(value))
            self.value_entered.emit(value)
        else:
            self.line.setText(self._write(value))

    def _accept(self) -> None:
        self._sentence.hide()
        self._sentence.clear()
        self._mark(False)

    def _mark(self, refused: bool) -> None:
        self.line.setProperty("refused", refused)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
