"""Asks the engine whether two runs are two solutions, and shows what it measures."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from core.engine.commands import CancelComparison, CompareSolutions
from core.engine.messages import RunInfo, SessionOpened
from core.engine.solutions_messages import SolutionsCompared, SolutionsRefused
from gui.app.app_state import AppState, StateStore
from gui.app.window_frame import WindowFrame
from gui.engine.client import EngineClient
from gui.presenters.run_presenter import RunPresenter
from gui.solutions.solutions_dialog import SolutionsDialog
from gui.solutions.solutions_words import are_alike
from gui.timeline.run_names import run_names


class SolutionsPresenter(QObject):
    """One concern: comparing two runs."""

    def __init__(
        self,
        window: WindowFrame,
        runs: RunPresenter,
        engine: EngineClient,
        store: StateStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._engine, self._store = window, engine, store
        self._infos: dict[int, RunInfo] = {}
        self._shown_run = 0
        self._theme = window.theme
        window.actions_["action_solutions"].triggered.connect(lambda: self.open())
        engine.run_changed.connect(self._show_run)
        engine.run_begun.connect(self._note)
        engine.session_opened.connect(self._take_session)
        engine.solutions_compared.connect(self._show_compared)
        engine.solutions_refused.connect(self._show_refused)
        engine.recovered.connect(lambda _: self._interrupt())
        engine.lost.connect(lambda _: self._interrupt())
        runs.run_forgotten.connect(self._forget)

    @cached_property
    def _dialog(self) -> SolutionsDialog:
        # Made when it is first asked for: it would add to the start of the app.
        dialog = SolutionsDialog(self._window)
        dialog.compare_wanted.connect(self._compare)
        dialog.cancel_wanted.connect(self._cancel)
        self._store.changed.connect(self._on_state_changed)
        return dialog

    def open(self, run: int | None = None) -> None:
        """Compare the run on screen with this one, or with the newest that is like it; what was compared stays.

        Where there is no other run, the dialog says so.
        """
        dialog = self._dialog
        self._set_theme()
        self._show_names()
        other = self._other_run() if run is None or run == self._shown_run else run
        is_new = run is not None or not dialog.isVisible()
        if is_new and not dialog.is_busy:
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
        self._note(info)

    def _note(self, info: RunInfo) -> None:
        self._infos[info.run] = info
        self._show_names()

    def _take_session(self, opened: SessionOpened) -> None:
        self._infos |= {info.run: info for info in opened.runs}
        self._show_names()

    def _forget(self, run: int) -> None:
        self._infos.pop(run, None)
        self._show_names()

    def _show_compared(self, compared: SolutionsCompared) -> None:
        # What comes after a cancel is not wanted any more.
        if self._dialog.is_busy:
            self._dialog.show_compared(compared)

    def _show_refused(self, refused: SolutionsRefused) -> None:
        self._dialog.show_refused(refused.reason)

    def _interrupt(self) -> None:
        if "_dialog" in self.__dict__ and self._dialog.is_busy:
            self._dialog.show_refused("interrupted")

    # --- parts

    def _other_run(self) -> int | None:
        shown = self._infos.get(self._shown_run)
        others = [info for run, info in self._infos.items() if run != self._shown_run]
        alike = [info for info in others if shown is not None and are_alike(shown, info)]
        return max((info.run for info in alike or others), default=None)

    def _compare(self, run_a: int, run_b: int) -> None:
        self._dialog.show_busy(True)
        self._engine.send(CompareSolutions(run_a, run_b))

    def _cancel(self) -> None:
        self._engine.send(CancelComparison())
        self._dialog.show_busy(False)

    def _show_names(self) -> None:
        if "_dialog" in self.__dict__:
            self._dialog.show_runs(run_names(list(self._infos.values())))

    def _on_state_changed(self, _before: AppState, _now: AppState) -> None:
        if self._window.theme is not self._theme:
            self._set_theme()

    def _set_theme(self) -> None:
        self._theme = self._window.theme
        self._dialog.set_theme(self._theme)
