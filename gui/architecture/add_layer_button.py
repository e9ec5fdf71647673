"""The button that adds a layer: it opens a list of the kinds that there are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from core.nn.layer_kinds import LAYER_KINDS
from gui.architecture.layer_words import kind_tip, kind_title
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.translated import Translated

# What most networks are made of stands first.
KINDS = ("Dense", "Conv2d", "MaxPool2d", "AvgPool2d", "LocallyConnected2d")


class AddLayerButton(Translated, QPushButton):
    """Asks for a layer of the chosen kind."""

    kind_chosen = Signal(type)

    def __init__(self) -> None:
        super().__init__()
        tab_button(self, "add_layer", self._open)
        self._menu = QMenu(self)
        self._menu.setObjectName("layer_kinds")
        self._menu.setToolTipsVisible(True)
        self._most: int | None = None
        for name in KINDS:
            action = self._menu.addAction("")
            action.setObjectName(f"add_{name}")
            action.triggered.connect(partial(self.kind_chosen.emit, LAYER_KINDS[name]))
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self.setIcon(icon("add", theme))
        self.setIconSize(QSize(round(theme.px(12)), round(theme.px(12))))

    def show_full(self, is_full: bool, most: int) -> None:
        """Whether there are as many layers as there can be, which is `most`."""
        self.setEnabled(not is_full)
        self._most = most if is_full else None
        self._retranslate()

    def _open(self) -> None:
        # Opened in this way it waits in no loop of its own.
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _retranslate(self) -> None:
        tip = self.tr("Add a hidden layer of any kind")
        if self._most is not None:
            # Not below it: a sentence there would push the other steps out of view.
            tip = self.tr("{most} layers are the most").format(most=self._most)
        set_words(self, self.tr("Layer"), tip, tip)
        self._menu.setAccessibleName(self.tr("Kinds of layers"))
        for name, action in zip(KINDS, self._menu.actions(), strict=True):
            action.setText(kind_title(LAYER_KINDS[name]))
            action.setToolTip(kind_tip(LAYER_KINDS[name]))
