"""One parameter as a number that can be typed, dragged and stepped."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.editing.parameter_edits import LARGEST, ParameterLocation
from gui.theme.tokens import Theme
from gui.widgets.number_field import NumberField
from gui.widgets.number_text import as_single
from gui.widgets.translated import Translated

# A drag begins after so many px; each px is this part of the layer's usual |w|, and an arrow key several of them.
BEGIN_PX = 4
PART_A_PX, PX_A_KEY = 0.02, 5
FASTER = 10


class ParameterLine(NumberField):
    """Writes what is kept in single precision with the figures that this has, and no more."""

    def _write(self, value: Any) -> str:
        return as_single(value)


class ParameterField(Translated, QWidget):
    """A weight's or bias's value. It stays with the parameter that is being typed or dragged until that is done.

    Parameters
    ----------
    name : str
        The line's object name.

    Attributes
    ----------
    line : NumberField
        Where it is typed.
    """

    value_wanted = Signal(object, float, bool)
    """This place is to have this value; True while it is being dragged or stepped, so that one edit comes of it."""
    drag_ended = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: ParameterLocation | None = None
        self._step = 0.01
        self._pressed_px: float | None = None
        self._begun_value = 0.0
        self._dragging = False
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self.line = ParameterLine(name, False, -LARGEST, LARGEST)
        self.line.value_entered.connect(self._on_value_entered)
        self.line.installEventFilter(self)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setCursor(Qt.CursorShape.SizeHorCursor)
        self._label.setBuddy(self.line)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._label, 0, 0)
        self._grid.addWidget(self.line, 0, 1)
        self.hide()
        self._retranslate()

    # --- verbs

    @property
    def place(self) -> ParameterLocation | None:
        """Whose value is shown; None for nothing."""
        return self._place if not self.isHidden() else None

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._grid.setSpacing(round(theme.px(4)))

    def set_typical_size(self, size: float) -> None:
        """How large |w| usually is here: so far does a drag of 50 px go."""
        if size > 0:
            self._step = size * PART_A_PX

    def show_parameter(self, place: ParameterLocation | None, value: float = 0.0) -> None:
        """Show this parameter, or none; what the user is about to enter stays until it is entered or given up."""
        if self._is_busy():
            return
        if place != self._place:
            self.release()
            self._place = place
            self._retranslate()
        if place is not None:
            self.line.show_value(value)
        self.setVisible(place is not None)

    def release(self) -> None:
        """Give up what is being entered: it was meant for another parameter."""
        self._dragging, self._pressed_px = False, None
        self.line.revert()

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and self._is_dragged_by(event):
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            sign = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if sign:
                fast = FASTER if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
                if self.line.commit():
                    self._want(self.line.value + sign * fast * PX_A_KEY * self._step)
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.drag_ended.emit()
        return super().eventFilter(watched, event)

    # --- parts

    def _is_busy(self) -> bool:
        return self._dragging or (
            self.line.hasFocus() and (self.line.isModified() or bool(self.line.refusal))
        )

    def _is_dragged_by(self, event: QMouseEvent) -> bool:
        """Press and move across; a press without a move is a click into the text."""
        line, x = self.line, event.position().x()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_px, self._begun_value = (None if line.isModified() else x), self.line.value
            return False
        if event.type() == QEvent.Type.MouseMove and self._pressed_px is not None:
            if not self._dragging and abs(x - self._pressed_px) >= BEGIN_PX:
                self._dragging = True
                line.deselect()
            if self._dragging:
                self._want(self._begun_value + (x - self._pressed_px) * self._step)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed_px is not None:
            self._pressed_px = None
            if self._dragging:
                self._dragging = False
                self.drag_ended.emit()
                return True
        return False

    def _want(self, value: float) -> None:
        value = min(LARGEST, max(-LARGEST, float(f"{value:.6g}")))
        self.line.show_value(value)
        self.value_wanted.emit(self._place, value, True)

    def _on_value_entered(self, value: float) -> None:
        self.value_wanted.emit(self._place, float(value), False)

    def _retranslate(self) -> None:
        symbol = "w" if self._place is None else self._place.symbol
        self._label.setText(self.tr("set {symbol}").format(symbol=f"<i>{symbol}</i>"))
        name = self.tr("The weight w") if symbol == "w" else self.tr("The bias b")
        tip = self.tr("Type a number, or drag it to the left or right; the up and down keys step it")
        self.line.set_texts(name, tip)
