"""What is known of every run, and the rows that say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.engine.messages import RunInfo
from gui.loss.curve_signs import MOST_CURVES, RUN_KEYS
from gui.loss.run_curves import RunCurve
from gui.presenters.loss_presenter import LossPresenter
from gui.timeline.common_updates import common_updates, generation
from gui.timeline.questions import least_test_loss
from gui.timeline.run_changes import edit_words, setting_words
from gui.timeline.run_names import change_signs, curve_names, run_names
from gui.timeline.run_notes import RunNotes
from gui.timeline.run_row import RunRow


class RunRows:
    """The runs by their numbers.

    Attributes
    ----------
    infos : dict
        Each as it was heard of last.
    kept : dict
        The updates after which the engine keeps its state.
    live : dict
        Updates made.
    notes : RunNotes
        What a user has made of them.
    """

    def __init__(self, loss: LossPresenter) -> None:
        self._loss = loss
        self.notes = self._notes = RunNotes()
        self.infos: dict[int, RunInfo] = {}
        self.kept: dict[int, NDArray[np.int64]] = {}
        self.live: dict[int, int] = {}
        self._rows: dict[int, RunRow] = {}

    def name_of(self, run: int) -> str:
        """What a run is called; one that is gone, by its number."""
        return run_names(list(self.infos.values()), self.notes.names).get(run, str(run + 1))

    def words_of(self, run: int, update: int) -> tuple[str, ...]:
        """What a picture of this update says of its run: its edits, its name, and what is set otherwise by then.

        The last may be cut where there is no room.
        """
        if (info := self.infos.get(run)) is None:
            return (self.name_of(run),)
        return *edit_words(info, update), self.name_of(run), *setting_words(info, update)

    def forget(self, run: int) -> None:
        """A run is gone."""
        known: Sequence[dict[int, object]] = (self.infos, self.kept, self.live, self._rows)  # type: ignore[assignment]
        for of_runs in known:
            of_runs.pop(run, None)

    def renew(self, run: int) -> None:
        """Something new is known of a run that may not be on screen."""
        self._rows.pop(run, None)

    def note_kept(self, run: int, kept: NDArray[np.int64]) -> None:
        """The engine keeps the run's states after these updates."""
        self.kept[run] = kept
        self.renew(run)

    def renew_all(self) -> None:
        """Say everything anew, in the language in force."""
        self._rows.clear()

    def has_own_updates(self, run: int) -> bool:
        """Whether anything was trained in it that is in no other run."""
        info = self.infos.get(run)
        first = info.branch_update if info is not None and info.parent is not None else 0
        return self.live.get(run, 0) > first

    def rows(self, shown_run: int) -> list[RunRow]:
        """A row of each run that is not deleted."""
        infos, given = list(self.infos.values()), self._notes.names
        names, differences = run_names(infos, given), run_names(infos)
        there = [info for info in infos if not self._notes[info.run].is_deleted]
        for info in there:
            run = info.run
            row = self._rows.get(run)
            # Of a run that is not on screen only what is noted of it can change.
            if row is None or run == shown_run:
                row = self._row_of(info)
            note = self._notes[run]
            self._rows[run] = replace(
                row,
                name=names[run],
                difference=differences[run],
                is_hidden=note.is_hidden,
                dash=note.dash,
                is_comparable=self._are_comparable(run, shown_run),
            )
        return [self._rows[info.run] for info in there]

    def curves(self, shown_run: int) -> tuple[str, list[RunCurve]]:
        """What the run on screen is called in the plot, and the curves of those beside it."""
        names = curve_names(list(self.infos.values()), self._notes.names)
        curves = self._curves_of(self._notes.curves(shown_run), shown_run, names)
        seen = [run for run, curve in curves.items() if curve.has_points]
        if too_many := set(seen[MOST_CURVES - 1 :]):
            curves = self._curves_of([run for run in curves if run not in too_many], shown_run, names)
        return names.get(shown_run, ""), list(curves.values())

    def is_drawn_beside(self, run: int, shown_run: int) -> bool:
        """Whether a run has learned anything, from the same examples and by the same loss as that on screen."""
        return self.live.get(run, 0) > 0 and self._are_comparable(run, shown_run)

    def drawn(self, shown_run: int) -> set[int]:
        """The runs beside that on screen whose curves are seen in the plot."""
        names = curve_names(list(self.infos.values()), self._notes.names)
        curves = self._curves_of(self._notes.curves(shown_run), shown_run, names)
        return {run for run, curve in curves.items() if curve.has_points}

    def _curves_of(
        self, runs: Sequence[int], shown_run: int, names: Mapping[int, str]
    ) -> dict[int, RunCurve]:
        """Those of these runs that can stand beside that on screen, by their dashes."""
        drawn, curves = [shown_run], {}
        # What several have in common is drawn with the dash of the one that it began in.
        for run in sorted(runs, key=lambda run: generation(run, self.infos)):
            record = self._loss.history_of(run)
            if record is None or run not in names or not self._are_comparable(run, shown_run):
                continue
            common = (common_updates(run, other, self.infos) for other in drawn)
            first = max((updates for updates in common if updates is not None), default=0)
            breaks = tuple(self._loss.breaks_of(run))
            curves[run] = RunCurve(self._notes[run].dash, names[run], record, first, breaks)
            drawn.append(run)
        return dict(sorted(curves.items(), key=lambda item: RUN_KEYS.index(item[1].key)))

    def _are_comparable(self, run: int, other: int) -> bool:
        first, second = self.infos.get(run), self.infos.get(other)
        if first is None or second is None:
            return False
        pairs = (
            (first.config.loss, second.config.loss),
            (first.data.choice, second.data.choice),
            (first.train_count, second.train_count),
        )
        return all(one == two for one, two in pairs)

    def _row_of(self, info: RunInfo) -> RunRow:
        run, history = info.run, self._loss.history_of(info.run)
        first = info.branch_update if info.parent is not None else 0
        kept = self.kept.get(run, np.empty(0, np.int64))
        row = RunRow(
            run=run,
            live=self.live.get(run, 0),
            # The beginning of a run needs no room: the engine has it again from its seed.
            kept=np.unique(np.append(kept, 0)) if info.parent is None else kept,
            changes=change_signs(info.changes),
            parent=info.parent,
            branch_update=info.branch_update,
        )
        exact = history.exact_losses if history is not None else None
        last = exact.before(row.live) if exact is not None else None
        if exact is None or last is None:
            return row
        best = least_test_loss(exact, first)
        if best is not None:
            row = replace(row, best_update=best.update, best_mean=best.value)
        train, test = (
            None if np.isnan(share) else share for share in (last.train_accuracy, last.test_accuracy)
        )
        return replace(
            row,
            total=last.train_total,
            train_accuracy=train,
            test_accuracy=test,
            measured_update=last.update,
            is_before_edit=exact.is_before_edit(last.update),
        )
