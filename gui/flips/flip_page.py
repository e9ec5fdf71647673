"""The page about what each pixel of the shown example decides."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gui.flips.flip_chain import FlipChainRow
from gui.flips.flip_maps import FlipMaps
from gui.flips.flip_side import FlipSide
from gui.theme.fitting_type import SMALLEST
from gui.theme.tokens import Theme
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, fill
from gui.widgets.picture_page import PicturePage

# Type may be so many times as large as this room is there, and at 100 % wherever its lines have room one by one.
ROOM_PX = 700.0, 400.0
SIDE_PX, TYPE_STEP = 215.0, 0.05
# Lower than this the words stand beside the pictures, in such a share of the width; and lower than that they are fewer.
LOW_PX, TIGHT_PX, WIDE_SHARE = 480.0, 430.0, 0.46
# Qt's own largest width.
MOST_WIDE = 16_777_215


class FlipPage(PicturePage):
    """Passive: what is wanted is told.

    Attributes
    ----------
    maps : FlipMaps
    side : FlipSide
    chain : FlipChainRow
    """

    is_canvas = True

    # In the smallest window at 100 % it has as much beside the plots; larger type has the plots' room, too.
    asked_px = 620.0, 370.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("flip_page", parent)
        self._fitted: Theme | None = None
        self.maps, self.side, self.chain = FlipMaps(), FlipSide(), FlipChainRow()
        self._fewest = new_label("flip_fewest", wraps=True, is_plain=True)
        self._message = new_label("flip_message", wraps=True, is_plain=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._found, self._content = QWidget(), QWidget()
        self._found_column = column(self._found, self._fewest, self.chain)
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._is_low: bool | None = None
        # Where there is too little height its type is smaller: it does not make the window higher.
        self._content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        fill(self.body, (self._content, 1), (self._message, 1))
        self.show_message("")

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type; type grows no further than there is room."""
        super().set_theme(theme)
        self._message.setFont(theme.font("body"))
        self._fitted = None
        self._fit_type()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_type()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The page has the keyboard until there is something to look at.
        if self._content.isVisible():
            self.maps.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_covered(self, height: float) -> None:
        """The news cover so many px of its upper edge."""
        super().show_covered(height)
        self._fit_type()

    def show_message(self, words: str) -> None:
        """Say this where nothing is to be seen; "" where there is something."""
        self._message.setText(words)
        self._describe(words)
        self._message.setVisible(bool(words))
        self._content.setVisible(not words)
        if not words:
            # What the network says may take another line.
            self._make_smaller()
        if not words and self.hasFocus():
            self.maps.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fewest(self, words: str) -> None:
        """What is known of the fewest flips."""
        self._fewest.setText(words)

    def _place(self, theme: Theme) -> None:
        """The fewest flips stand below all else; where the page is low at the right: the pictures get its height."""
        is_low = self._room < theme.px(LOW_PX)
        if is_low != self._is_low:
            self._is_low = is_low
            for part in (self.maps, self.side, self._found):
                self._grid.removeWidget(part)
            self._grid.addWidget(self.maps, 0, 0, 2 if is_low else 1, 1)
            self._grid.addWidget(self.side, 0, 1)
            self._grid.addWidget(self._found, 1, int(is_low), 1, 1 if is_low else 2)
            self._grid.setColumnStretch(0, 1)
            self._grid.setRowStretch(0, 1)
            self.side.set_wide(is_low)
        is_tight = self._room < theme.px(TIGHT_PX)
        self.side.set_tight(is_tight)
        self.chain.set_compact(is_tight)
        wide = round(self.width() * WIDE_SHARE if is_low else theme.px(SIDE_PX))
        self.side.setFixedWidth(wide)
        self._found.setMaximumWidth(wide if is_low else MOST_WIDE)

    @property
    def _room(self) -> float:
        """The height that is not covered, in px."""
        return self.height() - self._covered

    def _fit_type(self) -> None:
        largest = max(1.0, min(self.width() / ROOM_PX[0], self._room / ROOM_PX[1]))
        self._dress_parts(replace(self.theme, scale=min(self.theme.scale, largest)))
        self._make_smaller()

    def _make_smaller(self) -> None:
        """Until its lines have room below the head, or are as small as can be read."""
        margins = self._column.contentsMargins()
        head = self._head.sizeHint().height() + self._column.spacing()
        high = self.height() - margins.top() - margins.bottom() - head
        wide = self.width() - margins.left() - margins.right()
        fitted = self._fitted
        while (
            fitted is not None and fitted.scale > SMALLEST and self._grid.minimumHeightForWidth(wide) > high
        ):
            fitted = replace(fitted, scale=max(SMALLEST, fitted.scale - TYPE_STEP))
            self._dress_parts(fitted)

    def _dress_parts(self, fitted: Theme) -> None:
        self._place(fitted)
        if fitted == self._fitted:
            return
        self._fitted = fitted
        for part in (self.maps, self.side, self.chain):
            part.set_theme(fitted)
        self._fewest.setFont(fitted.font("body"))
        # The pictures stand still, however long what is said of the fewest flips.
        self._fewest.setMinimumHeight(2 * self._fewest.fontMetrics().lineSpacing())
        self._grid.setHorizontalSpacing(round(fitted.px(12)))
        self._grid.setVerticalSpacing(round(fitted.px(5)))
        self._found_column.setSpacing(round(fitted.px(5)))
        for changed in (self.side, self._found):
            # Else Qt would tell the grid only later how high they are now.
            changed.updateGeometry()
