"""The training examples that pulled one answer: at the left towards it, at the right away from it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.influence.pull_gallery import PullGallery
from gui.theme.tokens import Theme
from gui.widgets.fitting_label import SEPARATOR, FittingLabel, cut_at_word
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, fill
from gui.widgets.picture_page import PicturePage

SIDES = "towards", "away"
ROOMY_PX = 440.0, 260.0


class InfluencePage(PicturePage):
    """Passive: its galleries tell who is chosen.

    Attributes
    ----------
    galleries : dict
        One for each of `SIDES`.
    """

    is_canvas = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("influence_page", parent, ROOMY_PX)
        self._says = FittingLabel("influence_says")
        self._says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._message = new_label("influence_message", wraps=True, is_plain=True)
        self.galleries = {side: PullGallery(side) for side in SIDES}
        self._titles = {side: FittingLabel(f"influence_{side}_title") for side in SIDES}
        # What the line of each side is cut to, the longest first.
        self._shorter: dict[str, tuple[str, ...]] = dict.fromkeys(SIDES, ())
        self._counts = {
            side: FittingLabel(f"influence_{side}_counts", cut=partial(self._cut_counts, side))
            for side in SIDES
        }
        self._both, self._beside = QWidget(), QHBoxLayout()
        fill(column(self._both), self._beside)
        for side in SIDES:
            half = QWidget()
            column(half, self._titles[side], self._counts[side], (self.galleries[side], 1)).setSpacing(0)
            self._beside.addWidget(half, 1)
        for label in (*self._titles.values(), *self._counts.values()):
            label.setMinimumWidth(1)
        for label in self._counts.values():
            # Its whole line shall not make one half wider than the other.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        fill(self.body, self._says, self._message, (self._both, 1))
        self.show_message("")

    def _dress_page(self, theme: Theme) -> None:
        super()._dress_page(theme)
        self._says.setFont(theme.font("caption"))
        self._message.setFont(theme.font("body"))
        self._beside.setSpacing(round(theme.px(12)))
        self.body.setSpacing(round(theme.px(4)))
        for side in SIDES:
            self._titles[side].setFont(theme.font("body", bold=True))
            self._counts[side].setFont(theme.font("caption"))
            self.galleries[side].set_theme(theme)

    def show_says(self, *words: str) -> None:
        """What the numbers are; the first is the most important."""
        self._says.show_statements([(len(words) - i, text) for i, text in enumerate(words) if text])

    def show_side(
        self, side: str, title: str, shown: str, counts: str, together: str, shorter: tuple[str, ...] = ()
    ) -> None:
        """What stands at this side, how many of them, how many there are, and the sum of those.

        `shown` is "" where these are all. `shorter` says the sum in fewer words, the longest first: never without how
        many it is of, for under "the strongest 500" it would be read as theirs.
        """
        self._titles[side].show_statements([(1, title), *([(0, shown)] if shown else [])])
        self._shorter[side] = shorter
        self._counts[side].show_statements([(0, SEPARATOR.join((counts, together)))])

    def _cut_counts(self, side: str, line: str, metrics: QFontMetrics, room: int) -> str:
        """The first of the shorter ones that has room; the shortest is cut."""
        for text in self._shorter[side]:
            if metrics.horizontalAdvance(text) <= room:
                return text
        return cut_at_word((line, *self._shorter[side])[-1], metrics, room)

    def show_message(self, words: str) -> None:
        """Say this where nothing is to be seen yet; "" where there is something."""
        self._message.setText(words)
        self._describe(words)
        self._message.setVisible(bool(words))
        # What is left of the room stays below.
        self._both.setVisible(not words)
        self._says.setVisible(not words)
        self.body.setAlignment(self._message, Qt.AlignmentFlag.AlignTop)
        if self.hasFocus() and not words:
            self.galleries["towards"].setFocus(Qt.FocusReason.OtherFocusReason)
