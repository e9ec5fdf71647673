"""What the numbers of the run on screen say, in plain words beside the curves, once they have held for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from core.analysis.finding_series import Beginning, RunSeries
from core.analysis.findings import Finding, find
from core.analysis.layer_curves import LayerCurve, LayerCurveHistory, weighted_layers
from core.engine.journal_marks import config_at, with_mark
from core.engine.layer_curve_commands import WatchLayerCurves
from core.engine.layer_curve_messages import LayerCurvesSent
from core.engine.messages import JournalMarked, RunInfo
from core.nn.topology import Topology
from gui.app import commands as c
from gui.findings.finding_chip import FindingChip
from gui.findings.finding_words import numbers_words, since_words, title_of
from gui.findings.remedies import remedy_for
from gui.timeline.moment import Moment
from gui.widgets.sentence_text import labelled, sentences

if TYPE_CHECKING:
    from gui.findings.findings_page import FindingsPage
    from gui.presenters.wiring import Composition

TAB = "findings"


class FindingsPresenter(QObject):
    """One concern: findings. They are looked for whenever something was measured: a millisecond each time."""

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root, self._window, self._engine = root, root.window, root.engine
        self._page: FindingsPage | None = None
        self._info: RunInfo | None = None
        self._units: tuple[int, ...] = ()
        self._curves: dict[int, LayerCurveHistory] = {}
        # The update that is looked back at; None for the present.
        self._until: int | None = None
        self._dismissed: dict[int, set[str]] = {}
        self._found: tuple[Finding, ...] = ()
        # Of which run and until when: what is new there is said, what is new on screen is not.
        self._told_of: tuple[int, int | None] | None = None
        self.handlers: dict[type, Callable[[Any], object]] = {c.ShowFindings: lambda _: self.toggle(True)}
        self._chip = FindingChip()
        self._chip.wanted.connect(lambda: self.toggle())
        root.window.loss_plot.tools.add_chip(self._chip)
        engine = root.engine
        engine.run_changed.connect(self._on_run)
        engine.journal_marked.connect(self._on_mark)
        engine.layer_curves_sent.connect(self._on_curves)
        engine.layer_curve.connect(self._on_curve)
        root.time.moment_changed.connect(self._on_moment)
        root.runs.run_forgotten.connect(self._on_forgotten)
        root.appearance.language_changed.connect(self._show)

    @property
    def holding(self) -> tuple[Finding, ...]:
        """Those that hold now, or at the update that is looked back at, and are not dismissed."""
        return tuple(finding for finding in self._found if finding.holds and self._is_wanted(finding))

    def _is_wanted(self, finding: Finding) -> bool:
        return self._info is None or finding.kind not in self._dismissed.get(self._info.run, set())

    def toggle(self, with_keyboard: bool = False) -> None:
        """Show the page, and say what is on it, or take it away; after a click the keyboard stays where it was."""
        if self._page is not None:
            self.close()
            return
        from gui.findings.findings_page import FindingsPage

        self._page = FindingsPage()
        self._page.tried.connect(self._try)
        self._page.dismissed.connect(self._dismiss)
        self._page.closed.connect(self.close)
        self._root.figures.offer(self._page)
        self._window.show_page(TAB, self._page, lambda: self.tr("Findings"))
        self._chip.show_open(True)
        self._show()
        if with_keyboard:
            self._page.take_keyboard()
        else:
            self._page.tell()

    def close(self) -> None:
        """Take the page away."""
        page, self._page = self._page, None
        if page is not None:
            if page.isAncestorOf(QApplication.focusWidget() or self._window):
                self._window.network_area.take_keyboard()
            self._window.show_page(TAB, None, str)
            self._chip.show_open(False)
            page.deleteLater()

    # --- what is wanted

    def _try(self, kind: str) -> None:
        info, finding = self._info, next((one for one in self.holding if one.kind == kind), None)
        remedy = remedy_for(finding, info) if finding is not None and info is not None else None
        if remedy is not None:
            self._root.dispatcher.issue(remedy.command)

    def _dismiss(self, kind: str) -> None:
        if self._info is not None:
            self._dismissed.setdefault(self._info.run, set()).add(kind)
            self._show()

    # --- what comes

    def _on_run(self, info: RunInfo) -> None:
        if self._info is None:
            # For good: a curve's worth of numbers with each exact L is next to nothing.
            self._engine.send(WatchLayerCurves(True))
        self._info = info
        topology = Topology(info.architecture.layers, (info.sizes[0],))
        self._units = tuple(topology.maps[layer] for layer in weighted_layers(topology))
        self._look()

    def _on_mark(self, marked: JournalMarked) -> None:
        # No `RunInfo` comes after an edit. It is looked at when something is measured next.
        if self._info is not None and marked.run == self._info.run:
            self._info = replace(self._info, changes=with_mark(self._info.changes, marked.mark))

    def _on_curves(self, sent: LayerCurvesSent) -> None:
        self._curves[sent.run] = LayerCurveHistory.of(sent.curves)
        self._look()

    def _on_curve(self, curve: LayerCurve) -> None:
        history = self._curves.get(curve.run)
        if history is not None and history.layers == curve.layers:
            history.add(curve)
            if self._info is not None and curve.run == self._info.run:
                self._look()

    def _on_moment(self, moment: Moment | None) -> None:
        until = None if moment is None else moment.update
        if until != self._until:
            self._until = until
            self._look()

    def _on_forgotten(self, run: int) -> None:
        self._curves.pop(run, None)
        self._dismissed.pop(run, None)

    def _look(self) -> None:
        """Look for findings in all that is known of the run on screen."""
        info, losses = self._info, self._root.loss.history
        if info is None or losses is None:
            return
        curves = self._curves.get(info.run)
        known = None if curves is None or len(curves.layers) != len(self._units) else curves.saved()
        changes, edits = self._root.loss.changes_of(info.run), self._root.loss.breaks_of(info.run)
        series = RunSeries.of(beginning_of(info), losses.exact_losses, known, changes, self._until, edits)
        before = {finding.kind for finding in self.holding}
        found = find(series, self._units if known is not None else ())
        rows = {} if curves is None else {one.until: curves.at(info.run, one.until) for one in found}
        self._found = tuple(with_settings(finding, info, rows.get(finding.until)) for finding in found)
        here = info.run, self._until
        if here == self._told_of and self._until is None:
            for finding in self.holding:
                if finding.kind not in before:
                    title = labelled(title_of(finding.kind), since_words(finding))
                    self._chip.say(sentences((title, numbers_words(finding))))
        self._told_of = here
        self._show()

    def _show(self) -> None:
        now, info = self.holding, self._info
        self._chip.show_titles(tuple(title_of(finding.kind) for finding in now))
        if self._page is not None and info is not None:
            past = sorted((one for one in self._found if not one.holds), key=lambda one: -one.until)
            waiting = [one for one in self._found if one.waits and self._is_wanted(one)]
            self._page.show_findings(now, [remedy_for(one, info) for one in now], past, waiting)


def with_settings(finding: Finding, info: RunInfo, curve: LayerCurve | None = None) -> Finding:
    """The same, and how its update made its gradient: as the run was set before it, and as `curve` has it."""
    config = config_at(info.config, info.changes, finding.until - 1)
    # A limit clips no gradient that is within it. Where that is not known, as of a file of an earlier version, it is
    # taken to be over it.
    is_clipped = config.clip_norm > 0 and (curve is None or curve.clip_factor != 1)
    return replace(finding, is_clipped=is_clipped, penalties=config.penalties)


def beginning_of(info: RunInfo) -> Beginning:
    """What findings ask of a run's beginning."""
    architecture = info.architecture
    weighted = weighted_layers(Topology(architecture.layers, (info.sizes[0],)))
    constant = info.data.constant
    at_first = takewhile(lambda mark: mark.update == 0, info.changes)
    return Beginning(
        n_in=info.sizes[0],
        hidden_layers=len(weighted) - 1,
        initializer="" if info.weights_name else architecture.initializer,
        initial_scale=architecture.initial_scale,
        is_regression=not info.data.class_names,
        baseline=info.baseline_loss,
        epoch_updates=info.updates_per_epoch,
        train_count=info.train_count,
        activations=architecture.activations,
        set_by_hand=frozenset(mark.what for mark in at_first if mark.kind == "edit" and mark.after),
        is_without_inputs=constant is not None and bool(constant.all()),
    )
