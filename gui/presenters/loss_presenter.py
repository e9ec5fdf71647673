"""Brings the losses of each run to the plot and to the goodness panel."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from core.editing.parameter_edits import AppliedEdit
from core.engine.journal_marks import config_at
from core.engine.messages import LossesAdded, RunInfo
from core.engine.snapshot import Snapshot
from core.training.config import TrainingConfig
from gui.app.frame_clock import FrameClock, FrameListener
from gui.loss.batch_kinds import BatchKind, KindChange, kinds_before, with_kind
from gui.loss.curve_marks import EditMark, Mark, breaks, setting_changes, with_settings_mark
from gui.loss.loss_panel import LossPanel
from gui.loss.loss_plot import LossPlot
from gui.loss.loss_reading import nearest_exact
from gui.loss.run_curves import RunCurve
from gui.loss.saved_curve import SavedCurve

if TYPE_CHECKING:
    from gui.curves.curve_plot import CurvePlot

PLOT_EVERY_S = 0.3
# A step of the curve's picture takes about so long.
STEP_MS = 4.0


class LossPresenter(FrameListener, QObject):
    """One concern: the goodness of the function, over the updates of a run."""

    exact_changed = Signal(object, bool)
    """The exact losses of the run on screen that came last, or None, and whether a parameter was set by hand since: for
    whoever writes them elsewhere too."""

    def __init__(
        self, plot: LossPlot, panel: LossPanel, clock: FrameClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._plot = plot
        # What is seen: it, or another plot of the same run in its place.
        self._drawn: LossPlot | CurvePlot = plot
        self._panel = panel
        self._clock = clock
        self._records: dict[int, LossHistory] = {}
        self._last_exact: dict[int, ExactLoss] = {}
        self._epoch_updates: dict[int, int] = {}
        self._marks: dict[int, list[Mark]] = {}
        self._kinds: dict[int, tuple[KindChange, ...]] = {}
        # What each run was set to when it was last heard of.
        self._configs: dict[int, TrainingConfig] = {}
        self._info: RunInfo | None = None
        # The records of the other runs whose curves are in the plot.
        self._beside: list[LossHistory] = []
        self._curves: tuple[str, list[RunCurve]] = ("", [])
        self._dirty = False
        # The update that is looked back at; None for the present.
        self._moment: int | None = None
        # Another L stands in the panel than at the end of the curve.
        self._is_behind = False
        self._space_starts = True
        self._painted_s = 0.0
        # Some steps of the curve's picture are left.
        self._is_half_drawn = False
        # A newer L is in no picture of the curve yet; and the one that is in the picture that is being drawn.
        self._awaits_picture = False
        self._in_picture: ExactLoss | None = None
        clock.add(self)

    @property
    def updates(self) -> int:
        """Updates of the run on screen whose losses have arrived."""
        record = self._records.get(self._info.run) if self._info is not None else None
        return 0 if record is None else record.count

    @property
    def exact(self) -> ExactLoss | None:
        """The exact losses of the run on screen that came last; None before there are such.

        While one looks back, those that were measured next to that update: it is named wherever they are shown.
        """
        if self._info is None:
            return None
        if self._moment is not None and (record := self.history) is not None:
            return nearest_exact(record, self._moment)
        return self._last_exact.get(self._info.run)

    @property
    def history(self) -> LossHistory | None:
        """The losses of the run on screen; None before there is one."""
        return None if self._info is None else self._records.get(self._info.run)

    def history_of(self, run: int) -> LossHistory | None:
        """The losses of a run, as far as they have arrived."""
        return self._records.get(run)

    def breaks_of(self, run: int) -> list[int]:
        """The updates of a run where L jumped, because a parameter was set by hand."""
        return breaks(self._marks.get(run, ()))

    def changes_of(self, run: int) -> list[int]:
        """After how many updates settings or parameters of a run were changed by hand."""
        return sorted(mark.update for mark in self._marks.get(run, ()))

    def show_curves(self, own_name: str, curves: list[RunCurve]) -> None:
        """The curves of other runs beside that on screen, which is called `own_name` there."""
        if (own_name, curves) != self._curves:
            self._curves = own_name, curves
            self._beside = [curve.record for curve in curves]
            self._plot.show_curves(own_name, curves)
            self._dirty = self._is_behind = True
            self._clock.wake()

    def draw_in(self, plot: LossPlot | CurvePlot) -> None:
        """Another plot is seen from now on: it is drawn again whenever something of the run has changed."""
        self._drawn, self._is_half_drawn = plot, False
        self.draw_again()

    def draw_again(self) -> None:
        """What is drawn has changed."""
        self._dirty = self._is_behind = True
        self._clock.wake()

    def show_run(self, info: RunInfo) -> None:
        """Another run, or the same with other settings: its own record comes back with it."""
        # First: what is on screen has a record, whatever happens on the way.
        self.add_run(info)
        self._info = info
        self._plot.set_baseline_loss(info.baseline_loss, len(info.data.class_names))
        self._plot.set_batches(self._kinds[info.run])
        self._show_exact()
        self._mark_dirty(info.run)

    def add_run(self, info: RunInfo) -> None:
        """A run is there, on screen or not: what is heard of it is kept from now on."""
        if info.run not in self._records:
            self._begin_record(info)
        # With other batches in mid-run, epochs do not end at multiples of anything any more: no ticks then.
        known = self._epoch_updates.setdefault(info.run, info.updates_per_epoch)
        if known != info.updates_per_epoch:
            begun = self._records[info.run].count > 0
            self._epoch_updates[info.run] = 0 if begun else info.updates_per_epoch
        before = self._configs.setdefault(info.run, info.config)
        if before != info.config:
            marks = self._marks.get(info.run, [])
            self._marks[info.run] = with_settings_mark(marks, info.update, before, info.config)
            self._configs[info.run] = info.config
        kind = BatchKind(_unit(info), bool(info.config.dropout))
        self._kinds[info.run] = with_kind(self._kinds.get(info.run, ()), info.batches_from, kind)

    def _begin_record(self, info: RunInfo) -> None:
        """A new run; what it has in common with the one that it branches from is known already."""
        parent, update = info.parent, info.branch_update
        if parent is None or parent not in self._records:
            self._records[info.run] = LossHistory(info.train_count)
            return
        self._records[info.run] = self._records[parent].until(update)
        measured = self._records[info.run].exact_losses.before(update)
        if measured is not None:
            self._last_exact[info.run] = measured
        marks = self._marks.get(parent, [])
        self._marks[info.run] = [mark for mark in marks if mark.update <= update]
        self._kinds[info.run] = kinds_before(self._kinds.get(parent, ()), update)
        self._configs[info.run] = config_at(self._configs[parent], setting_changes(marks), update)

    def show_moment(self, update: int | None) -> None:
        """Look back at this update; None for the present."""
        if update == self._moment:
            return
        before, self._moment = self.exact, update
        self._plot.show_moment(update)
        if self.exact != before:
            self._show_exact()
        self._clock.wake()

    def set_space_starts(self, starts: bool) -> None:
        """Whether Space would start the training now."""
        if starts == self._space_starts:
            return
        self._space_starts = starts
        self._plot.set_space_starts(starts)
        if self._info is not None:
            self._mark_dirty(self._info.run)

    def add_losses(self, snapshot: Snapshot) -> None:
        """Every update's mean C over its batch since the last snapshot."""
        self.add_companion_losses(
            LossesAdded(snapshot.run, snapshot.update - len(snapshot.losses) + 1, snapshot.losses)
        )

    def add_companion_losses(self, added: LossesAdded) -> None:
        """Those of a run that is trained together with the one on screen."""
        record = self._records.get(added.run)
        if record is not None and len(added.losses):
            if added.first > record.count + 1:
                # A snapshot that could not be shown has taken its losses along: the curve has a gap there.
                record.go_back(added.first - 1)
            record.add_batch_means(added.first, added.losses)
            self._mark_dirty(added.run)

    def add_exact(self, exact: ExactLoss) -> None:
        """The exact L of one update."""
        record = self._records.get(exact.run)
        if record is None:
            return
        is_on_screen = self._info is not None and exact.run == self._info.run
        record.exact_losses.add(exact, looked_back=is_on_screen and exact.update == self._moment)
        # L of a past that was looked at may come after that of a later update.
        last = self._last_exact.get(exact.run)
        if last is None or last.update <= exact.update:
            self._last_exact[exact.run] = exact
        self._is_behind = True
        # The panel has it once the curve ends there: two values beside each other would both be L of now.
        self._awaits_picture |= is_on_screen
        self._mark_dirty(exact.run)

    def _show_exact(self) -> None:
        """Another run, or another moment of it: at once, whatever is drawn."""
        self._is_behind, self._awaits_picture, self._in_picture = True, False, None
        self._tell(self.exact)

    def _tell(self, exact: ExactLoss | None) -> None:
        is_before_edit = exact is not None and self.is_before_edit(exact.run, exact.update)
        self._panel.show_exact(exact, is_before_edit)
        self.exact_changed.emit(exact, is_before_edit)

    def is_before_edit(self, run: int, update: int) -> bool:
        """Whether a parameter was set by hand after this update of a run, and its L not measured since."""
        record = self._records.get(run)
        return record is not None and record.exact_losses.is_before_edit(update)

    def mark_edit(self, run: int, edit_id: int, made: AppliedEdit) -> None:
        """A parameter was set by hand, or set back: at such an update the curve may jump.

        An edit that is set back before anything was trained leaves no mark: nothing came of it.
        """
        marks = [
            mark
            for mark in self._marks.get(run, [])
            if not isinstance(mark, EditMark) or (mark.edit_id, mark.update) != (edit_id, made.update)
        ]
        if made.is_on or made.trained_since:
            old, new = (made.before, made.after) if made.is_on else (made.after, made.before)
            marks.append(EditMark(edit_id, made.update, made.place.symbol, old, new, not made.is_on))
        self._marks[run] = marks
        record = self._records.get(run)
        if record is not None:
            record.exact_losses.note_edit(made.update)
            if self._info is not None and run == self._info.run:
                self._show_exact()
        self._mark_dirty(run)

    def go_back(self, run: int, update: int) -> None:
        """What came after this update of a run is lost, and will be made again."""
        record = self._records.get(run)
        if record is None:
            return
        record.go_back(update)
        self._last_exact.pop(run, None)
        self._marks[run] = [mark for mark in self._marks.get(run, []) if mark.update <= update]
        self._kinds[run] = kinds_before(self._kinds.get(run, ()), update)
        self._show_exact()
        self._mark_dirty(run)

    def saved(self) -> tuple[SavedCurve, ...]:
        """Every curve with its marks, as values."""
        return tuple(
            SavedCurve(
                run,
                record.saved(),
                self._epoch_updates[run],
                tuple(self._marks.get(run, ())),
                self._kinds[run],
                self._configs[run],
            )
            for run, record in self._records.items()
        )

    def restore(self, curve: SavedCurve, run: int) -> None:
        """Take a curve that was saved for this run, before it is on screen.

        Raises
        ------
        ValueError
            When it is none.
        """
        record = self._records[run] = LossHistory.of(curve.losses)
        record.exact_losses.restore_edits(breaks(curve.marks))
        exact = record.exact_losses.before(record.count)
        if exact is not None:
            self._last_exact[run] = replace(exact, run=run)
        self._epoch_updates[run] = curve.epoch_updates
        self._marks[run], self._kinds[run] = list(curve.marks), curve.kinds
        self._configs[run] = curve.config

    def forget(self, run: int) -> None:
        """Free the record of a run that no undo can reach any more, or that a session that was opened has replaced."""
        if self._info is not None and self._info.run == run:
            # Nothing is on screen until the engine says which run is.
            self._info = None
        self._records.pop(run, None)
        self._last_exact.pop(run, None)
        self._epoch_updates.pop(run, None)
        self._marks.pop(run, None)
        self._kinds.pop(run, None)
        self._configs.pop(run, None)

    def move(self, now_s: float) -> bool:
        """Plots are drawn in `work`, after the network's painting."""
        return self._dirty or self._is_half_drawn

    def has_work(self, now_s: float) -> bool:
        """Whether the curve is to be redrawn: a few times a second, and at once where another L is known."""
        is_due = self._is_behind or perf_counter() - self._painted_s >= PLOT_EVERY_S
        return self._is_half_drawn or (self._dirty and is_due)

    def work(self, budget_ms: float) -> bool:
        """Redraw the curve, as many steps as there is time for, at least one."""
        begun_s = perf_counter()
        if self.has_work(begun_s):
            if not self._is_half_drawn:
                if self._awaits_picture:
                    self._awaits_picture, self._in_picture = False, self.exact
                self._dirty = self._is_behind = False
                self._painted_s = begun_s
            self._is_half_drawn = self._drawn.work()
            while self._is_half_drawn and 1000 * (perf_counter() - begun_s) + STEP_MS < budget_ms:
                self._is_half_drawn = self._drawn.work()
            if not self._is_half_drawn and self._in_picture is not None:
                in_picture, self._in_picture = self._in_picture, None
                self._tell(in_picture)
        return self._dirty or self._is_half_drawn

    def _mark_dirty(self, run: int) -> None:
        """What is drawn of this run has changed; nothing is drawn of one that is not in the plot."""
        if self._info is None:
            return
        if run != self._info.run:
            is_beside = any(self._records[run] is record for record in self._beside)
            if is_beside:
                # The plot itself is told of its own run's record only.
                self._plot.show_curves(*self._curves)
                self._dirty = True
                self._clock.wake()
            return
        self._plot.show_record(self._records[run], self._epoch_updates[run], self._marks.get(run, ()))
        self._dirty = True
        self._clock.wake()


def _unit(info: RunInfo) -> str:
    """What one loss of an update is the mean of: a "batch", or one "digit" or "example"."""
    if info.config.batch_size != 1:
        return "batch"
    return "digit" if info.data.choice.source == "digits" else "example"
