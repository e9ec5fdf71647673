"""The ledger: L as the sum of its terms, each of them a dot that can be pointed at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.ledger.sorted_curve import AXIS_PX, SortedCurve
from gui.ledger.wall_order import ORDERS
from gui.ledger.wall_view import WallView
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill, row
from gui.widgets.picture_page import PicturePage

SPLITS = "train", "test"


class LedgerPage(PicturePage):
    """Passive: what is wanted is told.

    Attributes
    ----------
    wall : WallView
    curve : SortedCurve
    """

    split_wanted = Signal(object)
    """The training set or the test set is to be shown."""
    order_wanted = Signal(object)
    """The dots are to stand in another order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ledger_page", parent)
        self._split_label, self._order_label = new_label(role="caption"), new_label(role="caption")
        self._split, self._order = ChoiceBox("ledger_split", SPLITS), ChoiceBox("ledger_order", ORDERS)
        self._split.chosen.connect(self.split_wanted)
        self._order.chosen.connect(self.order_wanted)
        self._says = FittingLabel("ledger_says")
        self._message = new_label("ledger_message", wraps=True, is_plain=True)
        self.wall, self.curve = WallView(), SortedCurve()
        self._tools = row(self._split_label, self._split, self._order_label, self._order, (self._says, 1))
        # The wall stands over the curve, whose numbers are at the left of it.
        self._beside = QHBoxLayout()
        self._beside.addWidget(self.wall, 1)
        fill(self.body, self._tools, self._message)
        self.body.addLayout(self._beside, 2)
        self.body.addWidget(self.curve, 1)
        self.show_message("")
        self._name_tools()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        super().set_theme(theme)
        self._tools.setSpacing(round(theme.px(8)))
        self._says.setFont(theme.font("caption"))
        self._message.setFont(theme.font("body"))
        for label in (self._split_label, self._order_label):
            label.setFont(theme.font("caption"))
        self._beside.setContentsMargins(round(theme.px(AXIS_PX)), 0, 0, 0)
        self.body.setSpacing(round(theme.px(4)))
        self.wall.set_theme(theme)
        self.curve.set_theme(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("canvas"))
        painter.end()

    def show_choice(self, split: str, order: str, has_classes: bool) -> None:
        """Which set is shown, and in which order."""
        self._split.show_value(split)
        self._order.show_value(order)
        self._order.set_available("class", has_classes)

    def show_says(self, *words: str) -> None:
        """How the dots are to be read; the first is the most important."""
        self._says.show_statements([(len(words) - i, text) for i, text in enumerate(words) if text])

    def show_message(self, words: str) -> None:
        """Say this where nothing is to be seen yet; "" where there is something."""
        self._message.setText(words)
        self._message.setVisible(bool(words))
        for part in (self.wall, self.curve):
            part.setVisible(not words)

    def _name_tools(self) -> None:
        self._split_label.setText(self.tr("Set"))
        self._order_label.setText(self.tr("Order"))
        self._split.set_texts(
            self.tr("Set"),
            self.tr("Whose terms: those of the training set add up to L"),
            {"train": self.tr("training"), "test": self.tr("test")},
        )
        self._order.set_texts(
            self.tr("Order"),
            self.tr("Where each dot stands"),
            {"loss": self.tr("by C"), "class": self.tr("by class"), "number": self.tr("by number")},
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self._name_tools()
