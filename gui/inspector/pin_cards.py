"""What else is pinned, in a few numbers each, to be compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QWidget

from gui.network.interaction.neuron_values import EdgeFacts, NeuronFacts
from gui.network.interaction.selection import MOST_PINS, Attended
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_text import signed
from gui.widgets.translated import Translated


class PinCard(QFrame):
    """One pinned neuron or edge, and a button that lets it go."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.setObjectName("card")
        self.title = new_label(wraps=True, is_plain=True)
        self.numbers = new_label(role="caption", wraps=True, is_plain=True)
        self.close_button = tab_button(QToolButton(), f"let_go_{place}")
        self.close_button.setProperty("role", "remove")
        self.close_button.setText("×")
        self.grid = QGridLayout(self)
        self.grid.addWidget(self.title, 0, 0)
        self.grid.addWidget(self.close_button, 0, 1, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.numbers, 1, 0, 1, 2)
        self.grid.setColumnStretch(0, 1)


class PinCards(Translated, QWidget):
    """The cards below each other; none where nothing else is pinned."""

    let_go_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pin_cards")
        self._shown: tuple[tuple[Attended, NeuronFacts | EdgeFacts], ...] = ()
        self._cards = [PinCard(place) for place in range(MOST_PINS)]
        self._column = column(self, *self._cards)
        for place, card in enumerate(self._cards):
            card.close_button.clicked.connect(lambda _=False, at=place: self._let_go(at))
        self.show_pins(())
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._column.setSpacing(round(theme.px(6)))
        margin = round(theme.px(8))
        for card in self._cards:
            card.grid.setContentsMargins(margin, margin, margin, margin)
            card.grid.setSpacing(round(theme.px(4)))

    def show_pins(self, pins: Sequence[tuple[Attended, NeuronFacts | EdgeFacts]]) -> None:
        """Each pin with its numbers of this moment."""
        self._shown = tuple(pins)
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(self._shown))
            if place < len(self._shown):
                _, facts = self._shown[place]
                title, numbers = self._words(facts)
                for label, text in ((card.title, title), (card.numbers, numbers)):
                    if label.text() != text:
                        label.setText(text)
                card.setAccessibleName(title)
                card.setAccessibleDescription(numbers)
        self.setVisible(bool(self._shown))

    def _let_go(self, place: int) -> None:
        if place < len(self._shown):
            self.let_go_wanted.emit(self._shown[place][0])

    def _words(self, facts: NeuronFacts | EdgeFacts) -> tuple[str, str]:
        if isinstance(facts, NeuronFacts):
            symbol = "y" if facts.is_output else "a"
            title = self.tr("Layer {layer}, neuron {index}").format(
                layer=facts.layer + 1, index=facts.index + 1
            )
            if facts.is_output:
                title = self.tr("Output {name}").format(name=facts.name)
            rows = [("z", facts.z), (symbol, facts.a), ("b", facts.b), ("δ", facts.delta)]
        else:
            before = facts.source_name or str(facts.source + 1)
            after = facts.target_name or str(facts.target + 1)
            title = self.tr("Connection {before} → {after}, gap {gap}")
            if facts.target_layer - facts.source_layer > 1:
                title = self.tr("Connection {before} → {after}, layers {first} → {gap}")
            title = title.format(before=before, after=after, first=facts.source_layer, gap=facts.target_layer)
            rows = [("w", facts.w), ("a·w", facts.signal), ("∂C/∂w", facts.gradient)]
            rows.append(("w·δ", facts.handed_back))
        return title, "   ".join(
            f"{name}\u00a0=\u00a0{signed(value)}" for name, value in rows if value is not None
        )

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What else is pinned"))
        for card in self._cards:
            card.close_button.setAccessibleName(self.tr("Let it go"))
            card.close_button.setToolTip(self.tr("Let it go"))
        self.show_pins(self._shown)
