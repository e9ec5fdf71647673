"""Networks that have a name, one click each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.nn.known_architectures import KNOWN_ARCHITECTURES
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.sentence_text import labelled
from gui.widgets.translated import Translated

# As wide as so many letters are a button's two margins.
BUTTON_LETTERS = 3


class KnownNetworks(Translated, QWidget):
    """A button for each; it asks for the network by its name in `core.nn.known_architectures`.

    Attributes
    ----------
    commands : dict of str to QAction
        The same for the list of all commands, named in full: "CNN: Small convolutional network".
    """

    network_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("known_networks")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._buttons: dict[str, QPushButton] = {}
        for name in KNOWN_ARCHITECTURES:
            button = tab_button(QPushButton(), f"network_{name}", partial(self._on_clicked, name))
            button.setProperty("role", "small")
            self._row.addWidget(button)
            self._buttons[name] = button
        self.commands = {name: QAction(self) for name in self._buttons}
        for (name, command), button in zip(self.commands.items(), self._buttons.values(), strict=True):
            command.setObjectName(f"action_network_{name}")
            command.triggered.connect(button.click)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._row.setSpacing(round(theme.px(2)))

    def _on_clicked(self, name: str) -> None:
        self.network_wanted.emit(name)

    def _retranslate(self) -> None:
        texts = {
            "default": (
                self.tr("default"),
                self.tr("The default: two dense layers, of 32 and 16 neurons"),
                self.tr("Default network"),
            ),
            "small_cnn": (
                self.tr("CNN"),
                self.tr("A small convolutional network: 8 and 16 maps, each with a max pool behind it"),
                self.tr("Small convolutional network"),
            ),
            "lenet_1989": (
                self.tr("LeNet"),
                self.tr(
                    "LeNet 1989, the network of LeCun et al. (1989): 12 and 12 maps, then 30 neurons. Each map of the"
                    " second layer reads 8 of the 12; which 8 the paper leaves open."
                ),
                self.tr("LeNet 1989"),
            ),
        }
        for i, (name, (text, tip, accessible_name)) in enumerate(texts.items()):
            set_words(self._buttons[name], text, tip, accessible_name)
            is_in_name = text.casefold() in accessible_name.casefold()
            command = self.commands[name]
            command.setText(accessible_name if is_in_name else labelled(text, accessible_name))
            command.setToolTip(tip)
            command.setWhatsThis(tip)
            # A longer name has more of the row.
            self._row.setStretch(i, len(text) + BUTTON_LETTERS)
