"""Asks the engine whether two runs are two solutions, and shows what it measures."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.engine.commands import CancelComparison, CompareSolutions
from core.engine.messages import RunInfo
from core.engine.solutions_messages import SolutionsCompared, SolutionsRefused
from gui.presenters.run_rows import RunRows
from gui.solutions.solutions_dialog import SolutionsDialog
from gui.solutions.solutions_words import are_alike

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


class SolutionsPresenter(QObject):
    """One concern: comparing two runs."""

    def __init__(self, root: Composition, rows: RunRows) -> None:
        super().__init__(root)
        window, engine = root.window, root.engine
        self._window, self._engine, self._store, self._time = window, engine, root.store, root.time
        self._rows, self._offer = rows, root.figures.offer
        self._shown_run = 0
        # The two that were to be compared last.
        self._asked = -1, -1
        self._theme = window.theme
        self._theme_timer = QTimer(self)
        self._theme_timer.setSingleShot(True)
        self._theme_timer.timeout.connect(self._set_theme)
        engine.run_changed.connect(self._show_run)
        engine.solutions_compared.connect(self._show_compared)
        engine.solutions_refused.connect(self._show_refused)
        engine.recovered.connect(lambda _: self._interrupt())
        engine.lost.connect(lambda _: self._interrupt("lost"))

    @cached_property
    def _dialog(self) -> SolutionsDialog:
        # Made when it is first asked for: it would add to the start of the app.
        dialog = SolutionsDialog(self._window)
        dialog.compare_wanted.connect(self._compare)
        dialog.cancel_wanted.connect(self._cancel)
        self._offer(dialog)
        self._time.rows_changed.connect(lambda *_: self._show_names())
        # The window takes on another look once all know of it.
        self._store.changed.connect(lambda *_: self._theme_timer.start())
        return dialog

    def open(self, run: int | None = None) -> None:
        """Compare the run on screen with this one, or with the newest that is like it.

        What is shown already, or under way, stays unless a run is named. Where there is no other run, it is said.
        """
        dialog = self._dialog
        self._set_theme()
        self._show_names()
        if run is not None or not (dialog.isVisible() or dialog.is_busy):
            other = self._other_run() if run is None or run == self._shown_run else run
            dialog.choose(self._shown_run, self._shown_run if other is None else other)
            dialog.show_nothing()
            if other is None:
                dialog.show_refused("alone")
            else:
                self._compare(self._shown_run, other)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    # --- what the engine tells

    def _show_run(self, info: RunInfo) -> None:
        self._shown_run = info.run

    def _show_compared(self, compared: SolutionsCompared) -> None:
        # What comes after a cancel is not wanted any more; that a network has been changed by hand since is.
        if self._dialog.is_busy:
            # What was on its way when two others were chosen is not, either.
            if (compared.run_a, compared.run_b) == self._asked:
                self._dialog.show_compared(compared)
        else:
            self._dialog.show_changed(compared)

    def _show_refused(self, refused: SolutionsRefused) -> None:
        if self._dialog.is_busy and (refused.run_a, refused.run_b) == self._asked:
            self._dialog.show_refused(refused.reason)

    def _interrupt(self, reason: str = "interrupted") -> None:
        if "_dialog" in self.__dict__ and self._dialog.is_busy:
            self._dialog.show_refused(reason)

    # --- parts

    def _other_run(self) -> int | None:
        """The newest run that looks as if it could be compared with the one on screen; else the newest of all."""
        infos = self._rows.infos
        shown = infos.get(self._shown_run)
        others = [row.run for row in self._rows.rows(self._shown_run) if row.run != self._shown_run]
        alike = [run for run in others if shown is not None and are_alike(shown, infos[run])]
        return max(alike or others, default=None)

    def _compare(self, run_a: int, run_b: int) -> None:
        if self._store.state.is_lost:
            self._dialog.show_refused("lost")
            return
        self._asked = run_a, run_b
        self._dialog.show_busy(True)
        self._engine.send(CompareSolutions(run_a, run_b))

    def _cancel(self) -> None:
        self._engine.send(CancelComparison())
        self._dialog.show_cancelled()

    def _show_names(self) -> None:
        self._dialog.show_runs({row.run: row.name for row in self._rows.rows(self._shown_run)})

    def _set_theme(self) -> None:
        if self._window.theme is not self._theme or not self._dialog.isVisible():
            self._theme = self._window.theme
            self._dialog.set_theme(self._theme)
