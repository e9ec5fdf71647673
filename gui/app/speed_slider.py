"""The speed: from one step walkthrough through some updates a second to as fast as possible."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.theme.tokens import Theme
from gui.widgets.jump_slider import JumpSlider
from gui.widgets.number_text import compact, plain, whole
from gui.widgets.said_once import show_tip
from gui.widgets.translated import Translated

FULL_SPEED = 100
SPEED_STEP = 5
# Slow motion has the left end of the slider: from here to the left every update is a walkthrough.
SLOW_MOTION_END = 20
SLOWEST_PHASE_S, FASTEST_PHASE_S = 2.0, 0.5
SLOWEST_RATE, FASTEST_RATE = 1.0, 1000.0

SLIDER_PX, COMPACT_PX = 120, 64


def updates_per_second(position: int) -> float | None:
    """The rate at a slider position: 0 shows each update as a walkthrough, None (at FULL_SPEED) is without a limit.

    Slow motion reaches to SLOW_MOTION_END. Between it and FULL_SPEED the rate grows by the same factor with every
    position, from 1 to 1,000 updates a second.
    """
    if position >= FULL_SPEED:
        return None
    if position <= SLOW_MOTION_END:
        return 0.0
    share = (position - SLOW_MOTION_END - 1) / (FULL_SPEED - SLOW_MOTION_END - 2)
    return SLOWEST_RATE * math.pow(FASTEST_RATE / SLOWEST_RATE, share)


def phase_seconds(position: int) -> float:
    """How many seconds each phase of a walkthrough lasts at this slider position: 2 at the left end.

    Up to SLOW_MOTION_END it is shorter by the same factor with every position, down to 0.5. Beyond it 2 again: there a
    walkthrough is one that was asked for by itself.
    """
    if position > SLOW_MOTION_END:
        return SLOWEST_PHASE_S
    share = max(0, position) / SLOW_MOTION_END
    return SLOWEST_PHASE_S * math.pow(FASTEST_PHASE_S / SLOWEST_PHASE_S, share)


class SpeedSlider(Translated, QWidget):
    """A slider between "slow" and "full", with its number beside it."""

    speed_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speed_slider")
        self._slow, self._full, self._number = QLabel(), QLabel(), QLabel()
        # Their size of type comes with the style sheet: one set here would be lost when they are first shown.
        self._slow.setProperty("role", "caption")
        self._full.setProperty("role", "caption")
        self._number.setObjectName("speed_number")
        self._slider = JumpSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("speed")
        self._slider.setRange(0, FULL_SPEED)
        self._slider.setPageStep(10)
        # A click must not take the keyboard, so that Space stays Run.
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._slider.valueChanged.connect(self._on_value_changed)
        row = QHBoxLayout(self)
        for part in (self._slow, self._slider, self._full, self._number):
            row.addWidget(part)
        self._row = row
        self._is_compact = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.set_theme(Theme())
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._slider.setMinimumHeight(round(theme.px(24)))
        self._row.setContentsMargins(round(theme.px(8)), 0, round(theme.px(8)), 0)
        self._row.setSpacing(round(theme.px(8)))
        self._theme = theme
        self._fit_number()
        self._fit_slider()

    def set_compact(self, compact: bool) -> None:
        """A short slider alone, for a toolbar without room for more; the status bar has the rate while it trains."""
        self._is_compact = compact
        for words in (self._slow, self._full, self._number):
            words.setVisible(not compact)
        self._fit_slider()

    def full_width(self) -> int:
        """The width that it has when it is not compact."""
        if not self._is_compact:
            return self.sizeHint().width()
        widths = self._slow.sizeHint().width(), self._full.sizeHint().width(), self._number.minimumWidth()
        words = sum(width + self._row.spacing() for width in widths)
        longer = round(self._theme.px(SLIDER_PX)) - round(self._theme.px(COMPACT_PX))
        return self.sizeHint().width() + words + longer

    def _fit_slider(self) -> None:
        self._slider.setFixedWidth(round(self._theme.px(COMPACT_PX if self._is_compact else SLIDER_PX)))

    @property
    def words(self) -> str:
        """The speed that it shows, in words."""
        return self._slider.accessibleDescription()

    @property
    def has_keyboard(self) -> bool:
        """Whether its keys move it, so that who listens hears its number anyway."""
        return self._slider.hasFocus()

    def set_speed(self, position: int) -> None:
        """Show this position, without asking for it."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(position)
        self._show_number()

    def _on_value_changed(self, position: int) -> None:
        self._show_number()
        self.speed_wanted.emit(position)

    def _texts(self, position: int) -> str:
        rate = updates_per_second(position)
        if rate is None:
            return self.tr("full speed")
        if rate == 0:
            return self.tr("slow motion, {seconds} s").format(
                seconds=plain(round(phase_seconds(position), 1))
            )
        # Under 10 many positions are less than one update a second apart: without the tenth they read alike.
        return self.tr("{rate} updates/s").format(rate=whole(rate) if rate >= 9.95 else compact(rate))

    def _show_number(self) -> None:
        position = self._slider.value()
        text = self._texts(position)
        self._number.setText(text)
        if updates_per_second(position) == 0:
            text = self.tr("slow motion: each phase of an update lasts {seconds} s").format(
                seconds=plain(round(phase_seconds(position), 1))
            )
        show_tip(self._number, text)
        self._slider.setAccessibleDescription(text)

    def _fit_number(self) -> None:
        # A number that changes must not push its neighbours about.
        metrics = QFontMetrics(self._theme.font("body"))
        widest = max(metrics.horizontalAdvance(self._texts(p)) for p in (0, FULL_SPEED - 1, FULL_SPEED))
        self._number.setFixedWidth(widest + 4)

    def _retranslate(self) -> None:
        self._slow.setText(self.tr("slow"))
        self._full.setText(self.tr("full"))
        self._slider.setAccessibleName(self.tr("Speed"))
        self._slider.setToolTip(self.tr("Speed: slow motion tells every update, full speed has no limit"))
        self.setWhatsThis(
            self.tr(
                "How many updates a second. Near the left end each update is shown step by step, and the slider's place"
                " says how long a step lasts; at the right end the training runs as fast as this machine can."
            )
        )
        self._fit_number()
        self._show_number()
