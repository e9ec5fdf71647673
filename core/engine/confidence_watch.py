"""Keeps the y of every training example's right answer at the exact measurements of the run on screen.

It is kept whether anybody looks or not: it is as good as free (y = e⁻ᶜ with softmax and cross-entropy), and who begins
to look late sees the run from its beginning. A branch, and a run from a file, begin with nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.analysis.confidence_history import MOST_BYTES, ConfidenceHistory
from core.engine.confidence_messages import ConfidenceMap, ConfidenceWay
from core.engine.example_commands import AskConfidenceMap, AskConfidenceWay
from core.engine.loss_meter import ExactLossMeter
from core.engine.run import Run
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine


class ConfidenceWatch:
    """One history of each run that was on screen, of one size together."""

    def __init__(self, engine: Engine, most_bytes: int = MOST_BYTES) -> None:
        self._engine, self._most_bytes = engine, most_bytes
        self._of: dict[int, ConfidenceHistory] = {}
        self.handlers: dict[type, Callable[[Any], None]] = {
            AskConfidenceMap: self._send_map,
            AskConfidenceWay: self._send_way,
        }

    def take(self, run: Run, meter: ExactLossMeter) -> None:
        """The run on screen was measured."""
        right = meter.right_outputs
        if right is None or not right.are_numbers:
            return
        own = self._of.get(run.number)
        if own is None or own.count != len(right.steps):
            own = self._of[run.number] = ConfidenceHistory(len(right.steps))
        own.add(meter.update, right.steps, run is self._engine.run(run.number))
        while sum(each.nbytes for each in self._of.values()) > self._most_bytes:
            if max(self._of.values(), key=lambda own: own.nbytes).thin():
                continue
            # Each has its two at most.
            others = [number for number in self._of if number != run.number]
            if not others:
                break
            del self._of[others[0]]

    def forget(self, run: int) -> None:
        """The run is gone."""
        self._of.pop(run, None)

    def _send_map(self, _: AskConfidenceMap) -> None:
        run, own = self._own()
        means, deviations = own.means_and_deviations()
        self._engine.send(
            ConfidenceMap(run, read_only(own.mean_updates), read_only(means), read_only(deviations))
        )

    def _send_way(self, command: AskConfidenceWay) -> None:
        run, own = self._own()
        if 0 <= command.row < own.count:
            values = read_only(own.way_of(command.row))
            self._engine.send(ConfidenceWay(run, command.row, read_only(own.updates), values))

    def _own(self) -> tuple[int, ConfidenceHistory]:
        number = self._engine.shown.number
        return number, self._of.get(number) or ConfidenceHistory(0)
