"""Beside the pictures: what the network says, how many pixels do what, and all of the one that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.flips.flip_words import point_words
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.fitting_label import SEPARATOR
from gui.widgets.labels import new_label, show_words
from gui.widgets.layouts import column, row
from gui.widgets.sentence_text import sentences
from gui.widgets.translated import Translated


class FlipSide(Translated, QWidget):
    """Passive; what is to be flipped is told."""

    flip_wanted = Signal()
    """The chosen pixel is to be flipped, in a drawing."""
    chain_wanted = Signal()
    """So are those of the fewest flips that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("flip_side")
        self._says = new_label("flip_says", wraps=True, is_plain=True)
        self._counts = new_label("flip_counts", "caption", wraps=True, is_plain=True)
        self._place = new_label("flip_pixel_place", wraps=True, is_plain=True)
        self._pixel = new_label("flip_pixel", wraps=True, is_plain=True)
        self._flip = tab_button(QPushButton(), "flip_pixel_now", self.flip_wanted)
        self._do = tab_button(QPushButton(), "flip_fewest_now", self.chain_wanted)
        self._why = new_label("flip_as_drawing", "caption", wraps=True)
        for label in (self._says, self._counts, self._place, self._pixel, self._why):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._buttons = row(self._flip, self._do, None)
        self._column = column(self, self._says, self._counts, self._place, self._pixel)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self._why)
        self._column.addStretch(1)
        self._can_draw = self._is_wide = False
        self._pixel_words: tuple[str, ...] | None = None
        self.show_pixel(None)
        self.show_possible(False, False, False)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._column.setSpacing(round(theme.px(4)))
        self._buttons.setSpacing(round(theme.px(6)))
        self._says.setFont(theme.font("body", bold=True))
        self._place.setFont(theme.font("body", bold=True))
        self._pixel.setFont(theme.font("body"))
        for label in (self._counts, self._why):
            # The window's own style would have its size of type, which may be larger.
            label.setStyleSheet(f"font-size: {theme.font('caption').pixelSize()}px;")
        for button in (self._flip, self._do):
            button.setFont(theme.font("body"))
            # The type of the page may be smaller than that of the window, whose buttons need more room. What a style
            # says of heights is stronger than what the button is told.
            height = f"min-height: {round(theme.px(26))}px; max-height: {round(theme.px(26))}px;"
            button.setStyleSheet(f"padding: 0 {round(theme.px(8))}px; min-width: 0; {height}")
        self._keep_place()

    def set_wide(self, is_wide: bool) -> None:
        """Whether there is much width and little height."""
        self._is_wide = is_wide
        self.show_pixel(self._pixel_words)
        self._keep_place()

    def set_tight(self, is_tight: bool) -> None:
        """Whether there is so little height that what becomes of a flip is said by the buttons' tips alone."""
        self._why.setVisible(not is_tight)

    def _keep_place(self) -> None:
        """The buttons stand still, however much is said of a pixel."""
        lines = 2 if self._is_wide else 4
        self._pixel.setMinimumHeight(self._pixel.fontMetrics().lineSpacing() * lines)

    def show_says(self, says: str, *counts: str) -> None:
        """What the network says to the picture, and how many pixels do what."""
        self._says.setText(says)
        self._counts.setText(sentences(counts))

    def show_pixel(self, words: tuple[str, ...] | None) -> None:
        """All of one pixel, its place first; None where there is none."""
        self._pixel_words = words
        place, *others = words or (point_words(),)
        self._place.setText(place)
        if self._is_wide:
            # Two statements a line.
            others = [SEPARATOR.join(others[start : start + 2]) for start in range(0, len(others), 2)]
        show_words(self._pixel, "\n".join(others))

    def show_possible(self, can_draw: bool, has_pixel: bool, has_chain: bool) -> None:
        """Whether what is flipped can be drawn at all; whether there is a chosen pixel, and a chain of flips."""
        self._flip.setEnabled(can_draw and has_pixel)
        self._do.setEnabled(can_draw and has_chain)
        self._can_draw = can_draw
        self._name_buttons()

    def _name_buttons(self) -> None:
        set_words(
            self._flip,
            self.tr("Flip &it"),
            self.tr("Draw the example with the chosen pixel flipped, as a drawing of your own (Enter)"),
            self.tr("Flip the chosen pixel"),
        )
        set_words(
            self._do,
            self.tr("Do the fe&west flips"),
            self.tr("Draw the example with all flips of the row below, as a drawing of your own"),
            self.tr("Do the fewest flips"),
        )
        self._why.setText(
            self.tr("What is flipped becomes a drawing; the example stays as it is.")
            if self._can_draw
            else self.tr("Such a picture cannot be drawn here: what is flipped cannot be kept.")
        )

    def _retranslate(self) -> None:
        self._name_buttons()
        if self._pixel_words is None:
            self.show_pixel(None)
