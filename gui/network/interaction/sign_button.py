"""The signs of the legend for keys and for who listens: − and +, of which one hides the other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.network.geometry.shapes import Layout
from gui.network.marks.edge_marks import sign_rect
from gui.network.painting.primitives import painting
from gui.network.paired_picture import PairedNetworkPicture
from gui.theme.tokens import Theme
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.sentence_text import labelled
from gui.widgets.translated import Translated

# No control is smaller, at 100 %.
LEAST_PX = 24.0
# Between the sign and the frame of the keyboard around it.
BESIDE_PX = 4.0


def sign_name(sign: int) -> str:
    """What is drawn with this sign alone, 1 or -1; with 0 it is both."""
    if sign > 0:
        return QCoreApplication.translate("Actions", "Only positive")
    if sign < 0:
        return QCoreApplication.translate("Actions", "Only negative")
    return QCoreApplication.translate("Actions", "Both signs")


class SignButtons:
    """Both signs of a picture's legend."""

    def __init__(self, view: PairedNetworkPicture) -> None:
        self._view = view
        self._buttons = SignButton(view, -1), SignButton(view, 1)
        for button in self._buttons:
            button.clicked.connect(lambda _=False, sign=button.sign: view.toggle_sign(sign))

    def show_at(self, layout: Layout, theme: Theme) -> None:
        """Stand where this layout has the legend, and show which sign is drawn."""
        for button in self._buttons:
            button.show_at(layout, theme, self._view.sign)

    def set_network(self, name: str) -> None:
        """Say whose legend it is where there are two; "" where there is one."""
        for button in self._buttons:
            button.set_network(name)


class SignButton(Translated, QAbstractButton):
    """Lies over a sign, which the view paints; the pointer's clicks go through it to the view.

    Parameters
    ----------
    parent : QWidget
    sign : int
        1 or -1.
    """

    def __init__(self, parent: QWidget, sign: int) -> None:
        super().__init__(parent)
        self.sign = sign
        self.setObjectName("legend_plus" if sign > 0 else "legend_minus")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme, self._network = Theme(), ""
        self.hide()
        self._retranslate()

    def show_at(self, layout: Layout, theme: Theme, sign: int) -> None:
        """Stand over its sign of the legend; `sign` is the only one that is drawn, or 0."""
        self._theme, place = theme, sign_rect(layout, theme, self.sign)
        wide, high = (
            max(LEAST_PX, place.width + 2 * theme.px(BESIDE_PX)),
            max(LEAST_PX, theme.px(LEAST_PX), place.height),
        )
        left, top = place.x + (place.width - wide) / 2, place.y + (place.height - high) / 2
        self.setGeometry(round(left), round(top), round(wide), round(high))
        self.setChecked(sign == self.sign)
        self.setVisible(True)

    def set_network(self, name: str) -> None:
        """Say whose legend it is where there are two; "" where there is one."""
        self._network, own = name, sign_name(self.sign)
        tip = self.tr("Connections drawn: of this sign alone; pressed again, of both signs")
        # Nothing is written on it: the sign is the view's.
        self.setToolTip(tip)
        self.setAccessibleName(labelled(name, own) if name else own)
        self.setAccessibleDescription(tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            with painting(self) as painter:
                paint_focus(painter, self, self._theme)

    def _retranslate(self) -> None:
        self.set_network(self._network)
