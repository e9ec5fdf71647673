"""The notice and the button of the view where an example has almost no gradient left."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPushButton, QWidget

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import BUTTON_PX, LEAST_BUTTON_PX
from gui.network.geometry.shapes import Rect
from gui.network.marks.mark_types import TextMark
from gui.theme.tokens import Theme
from gui.widgets.keyboard_focus import FOCUS_PX
from gui.widgets.translated import Translated

# With no |δ| of an output above this an example has almost no gradient: a tenth of the digits after some training.
ALMOST_NO_DELTA = 1e-3
# An answer is right where no output is farther than this from its target. Where there is almost no gradient, an output
# is either much nearer or, where it is saturated, much farther.
RIGHT_WITHIN = 0.1


def carries_gradient(snapshot: Snapshot) -> bool:
    """Whether there is a gradient, and it is large enough to be seen."""
    trace = snapshot.trace
    # Not ">=": where a number is not finite there is something to be seen.
    return trace.has_gradient and not float(np.abs(trace.delta[-1]).max()) < ALMOST_NO_DELTA


def has_almost_no_gradient(snapshot: Snapshot, animation: AnimationState) -> bool:
    """Whether C is on screen, and nothing is to be seen of its gradient."""
    known = snapshot.trace.has_gradient and animation.loss_shown and animation.phase in ("rest", "loss")
    return known and not carries_gradient(snapshot)


def is_right(snapshot: Snapshot) -> bool:
    """Whether every output is about what it is to be; asked where a target is known."""
    y, example = snapshot.trace.a[-1].astype(np.float64), snapshot.example
    target = np.arange(y.size) == example.label if example.target is None else example.target
    return bool(np.abs(y - target).max() <= RIGHT_WITHIN)


class HardSampleButton(Translated, QPushButton):
    """The button beside the notice; it comes and goes with it."""

    hard_sample_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setObjectName("show_hard_example")
        self.setAutoDefault(False)
        # The line that it stands in has no room for the usual space above and below.
        self.setStyleSheet("min-height: 0; padding: 0;")
        self.clicked.connect(self.hard_sample_wanted)
        self._offered: tuple[tuple[object, ...], TextMark] | None = None
        self.hide()
        self._retranslate()

    def offer(self, line: Rect, theme: Theme, is_right: bool = True) -> TextMark:
        """Stand at the right end of a line of text, and give the words that go before.

        They say why there is almost no gradient: because the answer is right, or although it is wrong.
        """
        wanted = (line, theme, self.text(), is_right)
        if self._offered is not None and self._offered[0] == wanted and not self.isHidden():
            return self._offered[1]  # it stays from frame to frame
        font = theme.font("caption")
        self.setFont(font)
        height = round(max(LEAST_BUTTON_PX, theme.px(BUTTON_PX)))
        width = QFontMetricsF(font).horizontalAdvance(self.text()) + theme.px(20)
        self.resize(round(width), height)
        # Not lower than its line, under which stand the heads of the columns.
        self.move(round(line.x + line.width - width), max(FOCUS_PX, round(line.y + line.height - height)))
        self.show()
        words = self.tr("Almost no gradient: this one is already right.")
        if not is_right:
            words = self.tr("Wrong, but saturated: almost no gradient.")
        baseline = self.y() + height / 2 + theme.px(4)
        mark = TextMark(self.x() - theme.px(8), baseline, words, "caption", "text", "right")
        self._offered = (wanted, mark)
        return mark

    def withdraw(self) -> None:
        """Go away; the keyboard stays in the view."""
        if self.hasFocus():
            self._view.setFocus()
        if not self.isHidden():
            self.hide()

    def _retranslate(self) -> None:
        self.setText(self.tr("Show a hard one"))
        self.setAccessibleName(self.tr("Show a hard one"))
        self.setToolTip(self.tr("Show a test example that the network gets wrong"))
        self.setWhatsThis(self.tr("Shows a test example that the network gets wrong."))
