"""The lecture's three steps, one card each, in a column that scrolls where it must."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.architecture.architecture_panel import ArchitecturePanel
from gui.loss.loss_panel import LossPanel
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import wear


class StepsPanel(QScrollArea):
    """1 function set, 2 goodness, 3 best function; in a drawer only one is open at a time."""

    def __init__(
        self,
        function_set: ArchitecturePanel,
        goodness: LossPanel,
        best_function: OptimizerPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("steps_panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Its fields take the keyboard one by one, and it follows them.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cards = (function_set, goodness, best_function)
        self._content = QWidget()
        self._layout = QVBoxLayout(self._content)
        for card in self._cards:
            self._layout.addWidget(card)
            card.opened.connect(self._on_card_opened)
        self._layout.addStretch()
        self.setWidget(self._content)
        self._one_at_a_time = False
        self._gap = 8
        self.verticalScrollBar().rangeChanged.connect(self._reserve_space)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        # The cards wear the theme's sheet themselves, so that each can have a turn of its own.
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            wear(bar, theme)
        self._gap = round(theme.px(8))
        self._layout.setSpacing(self._gap)
        self._reserve_space()

    def set_one_at_a_time(self, one: bool) -> None:
        """Whether opening a card closes the others, as in the drawer."""
        self._one_at_a_time = one
        for card in self._cards:
            card.set_open(not one or card is self._cards[0])

    def take_keyboard(self) -> None:
        """Move the keyboard to the first step."""
        self._cards[0].take_keyboard()

    def _reserve_space(self) -> None:
        # The scroll bar stands in the margin: the cards keep their width, and their titles stay whole.
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._layout.setContentsMargins(self._gap, self._gap, max(0, self._gap - taken), self._gap)

    def _on_card_opened(self) -> None:
        if self._one_at_a_time:
            for card in self._cards:
                if card is not self.sender():
                    card.set_open(False)
