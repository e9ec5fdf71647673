"""The layers' numbers over each run: measured with every exact L, kept with the run, sent where somebody watches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.engine.layer_curve_commands import AskLayerCurves, WatchLayerCurves
from core.engine.layer_curve_messages import LayerCurvesSent
from core.engine.layer_curve_meter import LayerCurveMeter
from core.engine.loss_meter import ExactLossMeter
from core.engine.run import Run

if TYPE_CHECKING:
    from core.engine.engine import Engine


class LayerCurveWatch:
    """Records always, as it takes next to no time: so the curves are there from a run's beginning."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_watched = False
        # Whose whole series was sent to who watches.
        self._sent_of: Run | None = None
        self.handlers: dict[type, Callable[[Any], None]] = {
            WatchLayerCurves: self._watch,
            AskLayerCurves: self._ask,
        }

    def begin(self, run: Run) -> LayerCurveMeter:
        """A run's exact L is begun to be measured: what measures its layers' numbers along with it."""
        return run.layer_meter()

    def take(self, run: Run, meter: ExactLossMeter) -> None:
        """What was measured of this run, or of an earlier update of the run of its number, goes into its series."""
        live, curve = self._engine.run(run.number), meter.layer_curve
        if live is None or curve is None or curve.layers != live.layer_curves.layers:
            return
        history = live.layer_curves
        history.add(curve)
        # As it stands in the series: what the row knew of its update before a change by hand is still known.
        row = history.at(run.number, curve.update)
        if self._is_watched and row is not None:
            self.report()
            self._engine.send(row)

    def report(self) -> None:
        """Where somebody watches, send the whole series of a run that has come on screen."""
        current = self._engine.run(self._engine.number)
        if self._is_watched and current is not None and current is not self._sent_of:
            self._sent_of = current
            self._send(current)

    def _watch(self, command: WatchLayerCurves) -> None:
        self._is_watched, self._sent_of = command.watched, None
        self.report()

    def _ask(self, command: AskLayerCurves) -> None:
        run = self._engine.run(command.run)
        if run is not None:
            self._send(run)

    def _send(self, run: Run) -> None:
        self._engine.send(LayerCurvesSent(run.number, run.layer_curves.saved()))
