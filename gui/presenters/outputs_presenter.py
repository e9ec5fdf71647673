"""Shows all outputs y for the example that the ledger speaks of: it asks the engine for them, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.analysis.example_losses import NO_CLASS, ExampleLosses
from core.engine.example_commands import AskOutputs
from core.engine.example_messages import ExampleOutputs
from core.engine.messages import RunInfo

if TYPE_CHECKING:
    from gui.engine.client import EngineClient
    from gui.ledger.example_side import ExampleSide

Key = tuple[int, int, str, int, int]
"""Run, update, set, measurement, row: of one update there are several, and rows of one's own set move."""


class OutputsPresenter(QObject):
    """One concern: the bars beside the wall, of the same update as C, or none but what C itself says."""

    def __init__(self, side: ExampleSide, engine: EngineClient, parent: QObject) -> None:
        super().__init__(parent)
        self._side, self._engine = side, engine
        self._known: ExampleOutputs | None = None
        self._wanted: Key | None = None
        self._asked: Key | None = None
        self._of: tuple[int, ExampleLosses, RunInfo] | None = None
        engine.example_outputs.connect(self._on_outputs)

    def show(self, row: int | None, losses: ExampleLosses | None, info: RunInfo | None) -> None:
        """Show those for this row of these terms; None for no example."""
        if row is None or losses is None or info is None:
            self._of = self._wanted = None
            self._side.show_outputs(None, "")
            return
        self._of = row, losses, info
        self._wanted = losses.run, losses.update, losses.split, losses.measurement, row
        self._show()
        if not self._is_known:
            self._ask()

    def forget(self) -> None:
        """What was asked for will not come any more; another engine counts its measurements anew."""
        self._known = self._asked = None

    @property
    def _is_known(self) -> bool:
        return self._known is not None and _key_of(self._known) == self._wanted

    def _ask(self) -> None:
        # One at a time while the pointer moves over many; what was asked at an earlier exact L waits for nothing.
        wanted, asked = self._wanted, self._asked
        if wanted is not None and wanted != asked and (asked is None or asked[:4] != wanted[:4]):
            self._asked = wanted
            self._engine.send(AskOutputs(wanted[2], wanted[4]))

    def _on_outputs(self, outputs: ExampleOutputs) -> None:
        self._known, self._asked = outputs, None
        if self._is_known:
            self._show()
        elif self._wanted is not None and (outputs.split, outputs.row) != (self._wanted[2], self._wanted[4]):
            # Another example is looked at by now. What is newer than the terms comes with newer terms.
            self._ask()

    def _show(self) -> None:
        from gui.ledger.answer_rows import answer_rows, mapping_of
        from gui.ledger.answer_words import mapping_words

        if self._of is None:
            return
        row, losses, info = self._of
        known = self._known if self._is_known else None
        output = info.architecture.layers[-1].activation
        mapping = mapping_of(info.config.loss, output)
        has_classes = len(losses.labels) > 0
        rows = answer_rows(
            None if known is None else known.outputs,
            None if known is None else known.targets,
            output_names(info),
            int(losses.labels[row]) if has_classes else None,
            int(losses.answers[row]) if has_classes else NO_CLASS,
            float(losses.losses[row]),
            mapping,
            output != "identity",
            info.data.output_scale,
        )
        self._side.show_outputs(rows, mapping_words(mapping), (losses.run, losses.update))


def _key_of(outputs: ExampleOutputs) -> Key:
    return outputs.run, outputs.update, outputs.split, outputs.measurement, outputs.row


def output_names(info: RunInfo) -> tuple[str, ...]:
    """What each output is called: its class; of numbers y, or y₁, y₂ and so on where there are several."""
    data, count = info.data, info.sizes[-1]
    return data.class_names or tuple(data.output_name(i, count) for i in range(count))
