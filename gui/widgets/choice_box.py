"""A box of choices that a turning wheel does not change: who scrolls past it wants to scroll."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
)

from gui.widgets.cut_apart import cut_beside
from gui.widgets.cut_line import tell_whole
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.said_once import show_tip

# What Qt leaves free around the text of a box.
TEXT_MARGIN_PX = 2


class ChoiceBox(ReportsExceptions, QComboBox):
    """As Qt's own, but the wheel is left to whatever scrolls around it; open, its list scrolls as usual.

    Parameters
    ----------
    name : str
        Its object name.
    values : iterable
        What each line stands for; the lines' texts come from `set_texts`.
    letters : int or None
        It may be as narrow as so many letters, and of a longer line shows both ends, or what tells it from the others;
        None: it is as wide as its widest line.

    Attributes
    ----------
    beside : callable
        The line of another box, from which this one's is told apart before all others; "" for none.
    is_cut : bool
        Whether a part of the chosen line was out of sight when it was painted last: the tip has it whole.
    """

    chosen = Signal(object)
    """The user has chosen the line of this value."""

    def __init__(self, name: str = "", values: Iterable[Any] = (), letters: int | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.is_cut = False
        self.beside: Callable[[], str] = lambda: ""
        # A click must not take the keyboard, so that Space stays Run; by Tab it is reached, and Space opens it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # One of our own stays: Qt's is made anew with each style, and those of before are kept.
        self.setItemDelegate(QStyledItemDelegate(self))
        for value in values:
            self.addItem("", value)
        if letters is not None:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(letters)
            self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        # On Linux Qt reads a box's value for its name; what it is called comes from the label whose buddy it is.
        self._label = QLabel()
        self._label.setBuddy(self)
        self.destroyed.connect(self._label.deleteLater)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> Any:
        """What the chosen line stands for."""
        return self.currentData()

    def show_value(self, value: Any) -> None:
        """Show the line of this value as chosen."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))

    def set_texts(self, name: str, tip: str, lines: Mapping[Any, str | tuple[str, str]]) -> None:
        """What the box is called, its tip, and for each value the line's text, perhaps with a tip of its own."""
        self.setAccessibleName(name)
        self._label.setText(name)
        show_tip(self, tip)
        for value, line in lines.items():
            text, line_tip = (line, None) if isinstance(line, str) else line
            self.setItemText(self.findData(value), text)
            self.setItemData(self.findData(value), line_tip, Qt.ItemDataRole.ToolTipRole)

    def set_available(self, value: Any, available: bool) -> None:
        """Whether this value may be chosen."""
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self.findData(value)).setEnabled(available)

    def minimumSizeHint(self) -> QSize:
        if self.minimumContentsLength() > 0:
            # Qt would keep that of the length before.
            return self.sizeHint()
        return super().minimumSizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt would cut off the end, and what tells one run from another may stand anywhere in its name.
        option, kind = QStyleOptionComboBox(), QStyle.ComplexControl.CC_ComboBox
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
        painter = QStylePainter(self)
        painter.drawComplexControl(kind, option)
        field = self.style().subControlRect(kind, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        metrics = self.fontMetrics()
        # A box that is as wide as it asks for has no more than its widest line's px: that line is whole all the same.
        if metrics.horizontalAdvance(self.currentText()) > field.width():
            lines = [self.itemText(place) for place in range(self.count())]
            room = field.width() - TEXT_MARGIN_PX
            option.currentText = cut_beside(self.currentText(), self.beside(), lines, metrics, room)
        self.is_cut = option.currentText != self.currentText() and self.currentIndex() >= 0
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        if self.is_cut and tell_whole(event, self, self.currentText()):
            return True
        return super().event(event)

    def showPopup(self) -> None:
        # As wide as its widest line, where the box is narrower.
        lines, screen = self.view(), self.screen().availableGeometry().width()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wide = lines.sizeHintForColumn(0) + bar + 2 * lines.frameWidth()
        lines.setMinimumWidth(min(max(wide, self.width()), screen))
        super().showPopup()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            # Qt looks for it among the box's neighbours; it is not seen.
            self._label.setParent(self.parentWidget())
            self._label.hide()

    def _on_activated(self) -> None:
        self.chosen.emit(self.currentData())
