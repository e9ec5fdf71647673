"""What else is pinned, in a few numbers each, to be compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QWidget

from gui.network.interaction.callout import edge_ends
from gui.network.interaction.neuron_values import EdgeValues, NeuronValues
from gui.network.interaction.selection import MAX_PINS, SelectionItem
from gui.network.marks.gap_names import joined_name
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_text import signed
from gui.widgets.said_once import show_tip
from gui.widgets.sentence_text import labelled
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

    unpin_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pin_cards")
        self._shown: tuple[tuple[SelectionItem, NeuronValues | EdgeValues], ...] = ()
        self._cards = [PinCard(place) for place in range(MAX_PINS)]
        self._column = column(self, *self._cards)
        for place, card in enumerate(self._cards):
            card.close_button.clicked.connect(lambda _=False, at=place: self._unpin(at))
        self.show_pins(())
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._column.setSpacing(round(theme.px(6)))
        margin = round(theme.px(8))
        for card in self._cards:
            card.grid.setContentsMargins(margin, margin, margin, margin)
            card.grid.setSpacing(round(theme.px(4)))

    def show_pins(self, pins: Sequence[tuple[SelectionItem, NeuronValues | EdgeValues]]) -> None:
        """Each pin with its numbers of this moment."""
        self._shown = tuple(pins)
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(self._shown))
            if place < len(self._shown):
                _, values = self._shown[place]
                title, numbers = self.words_of(values)
                for label, text in ((card.title, title), (card.numbers, numbers)):
                    if label.text() != text:
                        label.setText(text)
                card.setAccessibleName(title)
                card.close_button.setAccessibleName(labelled(self.tr("Let it go"), title))
                card.setAccessibleDescription(numbers)
        self.setVisible(bool(self._shown))

    def _unpin(self, place: int) -> None:
        if place < len(self._shown):
            self.unpin_wanted.emit(self._shown[place][0])

    def words_of(self, values: NeuronValues | EdgeValues) -> tuple[str, str]:
        """What a neuron or an edge is called, and its numbers."""
        if isinstance(values, NeuronValues):
            title = values.title[0].upper() + values.title[1:]
            numbers = [("z", values.z), ("b", values.b), ("δ", values.delta)]
            rows = [(name, signed(value)) for name, value in numbers if value is not None]
            rows.insert(1, (values.symbol, values.output_text))
        else:
            before, after = edge_ends(values)
            place = joined_name(values.source_layer, values.target_layer)
            title = self.tr("Connection {before} → {after}, {gap}").format(
                before=before, after=after, gap=place
            )
            numbers = [("w", values.w), ("a·w", values.signal)]
            numbers += [("a·δ", values.alone)] if values.sharing > 1 else []
            numbers.append(("∂C/∂w", values.gradient))
            numbers.append(("w·δ", values.backpropagated))
            rows = [(name, signed(value)) for name, value in numbers if value is not None]
        return title, "   ".join(f"{name}\u00a0=\u00a0{value}" for name, value in rows)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What else is pinned"))
        for card in self._cards:
            card.close_button.setAccessibleName(self.tr("Let it go"))
            show_tip(card.close_button, self.tr("Let it go"))
        self.show_pins(self._shown)
