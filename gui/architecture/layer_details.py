"""The window of a convolution or of a locally connected layer: kernel, stride and padding, side by side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from core.nn.layers import LayerSpec
from gui.architecture.fitting_field import FittingField
from gui.architecture.layer_settings import MAX_SIDE, WINDOW_FIELDS
from gui.theme.tokens import Theme
from gui.widgets.labels import new_label
from gui.widgets.sentence_text import clauses
from gui.widgets.translated import Translated


class LayerDetails(Translated, QWidget):
    """Fields for the window of the layer in row `number`, counted from 1.

    Parameters
    ----------
    why_not : function of a field's name and value
        A sentence where this makes no network; "" where it does.
    """

    changed = Signal()

    def __init__(
        self, number: int, why_not: Callable[[str, int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"layer_details_{number}")
        self._place = ""
        self._grid = QGridLayout(self)
        self.fields: dict[str, FittingField] = {}
        self._labels = {name: new_label(role="caption") for name in WINDOW_FIELDS}
        self._extra = new_label(f"layer_extra_{number}", "caption", wraps=True)
        for column, name in enumerate(WINDOW_FIELDS):
            least = 0 if name == "padding" else 1
            field = FittingField(f"{name}_{number}", least, MAX_SIDE, partial(why_not, name))
            field.value_entered.connect(lambda _: self.changed.emit())
            self.fields[name] = field
            self._labels[name].setBuddy(field)
            self._grid.addWidget(self._labels[name], 0, column)
            self._grid.addWidget(field, 1, column)
        self._grid.addWidget(self._extra, 2, 0, 1, len(WINDOW_FIELDS))
        self._reads: tuple[int, int] | None = None
        self._bias_per_cell = False
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._grid.setHorizontalSpacing(round(theme.px(4)))
        self._grid.setVerticalSpacing(0)
        # Apart from the row below.
        self._grid.setContentsMargins(0, 0, 0, round(theme.px(5)))

    def show_layer(self, layer: LayerSpec, channels: int, place: str) -> None:
        """Show this layer's window; `channels` is how many maps there are before it, `place` names it."""
        for name, field in self.fields.items():
            field.show_value(getattr(layer, name))
        reads = getattr(layer, "reads", ())
        self._reads = (max(map(len, reads)), channels) if reads else None
        self._bias_per_cell = bool(getattr(layer, "bias_per_cell", False))
        self._place = place
        self._retranslate()

    @property
    def values(self) -> dict[str, Any]:
        """Kernel, stride and padding by these names."""
        return {name: field.value for name, field in self.fields.items()}

    def _retranslate(self) -> None:
        texts = {
            "kernel": (
                self.tr("kernel"),
                self.tr("Kernel, {place}"),
                self.tr("The window's side, in cells"),
            ),
            "stride": (
                self.tr("stride"),
                self.tr("Stride, {place}"),
                self.tr("How many cells further the next window stands"),
            ),
            "padding": (
                self.tr("padding"),
                self.tr("Padding, {place}"),
                self.tr("How many cells beyond the picture's border count as 0"),
            ),
        }
        for name, (label, accessible_name, tip) in texts.items():
            self._labels[name].setText(label)
            self.fields[name].set_texts(accessible_name.format(place=self._place), tip)
        parts = []
        if self._reads is not None:
            count, channels = self._reads
            text = self.tr("each map reads {count} of {all} maps")
            parts.append(text.format(count=count, all=channels))
        if self._bias_per_cell:
            parts.append(self.tr("a bias for each cell"))
        self._extra.setText(clauses(parts))
        self._extra.setVisible(bool(parts))
