"""Brings the numbers of each layer, and those of what is trained, to the plot in the place of that of L."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.analysis.layer_curves import LayerCurve, LayerCurveHistory
from core.engine.commands import WatchLayerCurves
from core.engine.layer_curve_messages import LayerCurvesSent
from core.engine.messages import RunInfo
from gui.app import commands as c
from gui.app.app_state import AppState
from gui.curves.curve_set import OF_LAYERS, CurveSet, cost_set, layer_set

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition
    from gui.timeline.moment import Moment


class CurvesPresenter(QObject):
    """One concern: which plot is seen in the lower area, and what those of layers show.

    The engine sends the layers' numbers only while somebody looks at them.
    """

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._page, self._engine, self._loss = root.window.loss_page, root.engine, root.loss
        self._kind = "loss"
        self._info: RunInfo | None = None
        # What is known of the layers of that run.
        self._run: int | None = None
        self._history: LayerCurveHistory | None = None
        self._page.kind_wanted.connect(lambda kind: root.dispatcher.issue(c.Choose("curve", kind)))
        self._page.plot.smoothing_wanted.connect(
            lambda window: root.dispatcher.issue(c.Choose("smoothing", window))
        )
        root.store.changed.connect(self._on_state)
        engine = root.engine
        engine.run_changed.connect(self._on_run)
        engine.layer_curves_sent.connect(self._on_sent)
        engine.layer_curve.connect(self._on_measured)
        engine.recovered.connect(lambda _: self._on_other_engine())
        root.loss.exact_changed.connect(lambda *_: self._show_cost())
        root.time.moment_changed.connect(self._on_moment)

    @property
    def watches(self) -> bool:
        """Whether the engine is to send the layers' numbers."""
        return self._kind in OF_LAYERS

    def _on_state(self, before: AppState, now: AppState) -> None:
        if now.smoothing != before.smoothing:
            self._page.plot.set_smoothing(now.smoothing)
        if now.curve == self._kind:
            return
        watched, self._kind = self.watches, now.curve
        # What it shows first: it is painted as soon as it is seen.
        self._show()
        self._page.show_kind(self._kind)
        self._loss.draw_in(self._page.shown)
        if self.watches != watched:
            self._watch()

    def _watch(self) -> None:
        if self.watches:
            self._engine.send(WatchLayerCurves(True))
        else:
            # The engine goes on sending them: findings are made of them.
            self._run = self._history = None

    def _on_other_engine(self) -> None:
        # It has been asked for nothing yet.
        if self.watches:
            self._watch()

    def _on_run(self, info: RunInfo) -> None:
        is_other = self._info is None or info.run != self._info.run
        self._info = info
        if is_other:
            self._show()

    def _on_sent(self, sent: LayerCurvesSent) -> None:
        # Somebody else may have asked for those of another run.
        has_own = self._info is not None and self._run == self._info.run != sent.run
        if self.watches and not has_own:
            self._run, self._history = sent.run, LayerCurveHistory.of(sent.curves)
            self._show()

    def _on_measured(self, curve: LayerCurve) -> None:
        history = self._history
        if history is not None and curve.run == self._run and curve.layers == history.layers:
            history.add(curve)
            self._show()

    def _on_moment(self, moment: Moment | None) -> None:
        self._page.curves.show_moment(None if moment is None else moment.update)

    def _show_cost(self) -> None:
        if self._kind == "cost":
            self._show()

    def _show(self) -> None:
        if self._kind != "loss":
            self._page.curves.show_curves(self._kind, self._curves())
            self._loss.draw_again()

    def _curves(self) -> CurveSet | None:
        record = self._loss.history if self._info is not None else None
        if self._kind == "cost":
            return None if record is None else cost_set(record.exact_losses, record.train_count)
        is_known = self._info is not None and self._run == self._info.run
        return (
            layer_set(self._kind, self._history.saved()) if is_known and self._history is not None else None
        )
