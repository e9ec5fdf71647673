"""What the window wants back with a session: gathered to be saved, and put back once its run is on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace

from PySide6.QtCore import QObject, QTimer

from core.engine.commands import KeepWindow
from core.engine.messages import SessionOpened
from core.engine.snapshot import Snapshot
from core.engine.window_state import WindowState
from gui.app.app_state import StateStore
from gui.app.window_frame import WindowFrame
from gui.engine.client import EngineClient
from gui.network.interaction.selection import MAX_PINS, SelectionItem, exists
from gui.presenters.appearance_presenter import AppearancePresenter
from gui.presenters.digit_presenter import DigitPresenter
from gui.presenters.loss_presenter import LossPresenter
from gui.presenters.place_keeper import PlaceKeeper
from gui.presenters.run_tree_presenter import RunTreePresenter
from gui.presenters.unrolling_presenter import UnrollingPresenter
from gui.session.saved_race import SavedRace
from gui.session.window_content import (
    SavedPlaces,
    SavedView,
    WindowContent,
    content_of_state,
    state_of_content,
)

# What is lost of the curves where the window is killed is no older than this.
KEEP_EVERY_MS = 8000


class WindowKeeper(QObject):
    """One concern: curves, pins, the drawing, the race and what is shown, as one value; the race's is made later."""

    def __init__(
        self,
        window: WindowFrame,
        loss: LossPresenter,
        digits: DigitPresenter,
        appearance: AppearancePresenter,
        run_tree: RunTreePresenter,
        places: PlaceKeeper,
        unrolling: Callable[[], UnrollingPresenter],
        store: StateStore,
        engine: EngineClient,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._loss, self._digits, self._appearance = loss, digits, appearance
        self._run_tree, self._places, self._unrolling = run_tree, places, unrolling
        self._store, self._engine = store, engine
        # The run whose pins are to be put back, and which moments are to be shown, as soon as it is on screen.
        self._waiting: tuple[int, tuple[SelectionItem, ...], SavedPlaces] | None = None
        self._kept_updates = 0
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        if engine.autosave_folder.is_found_again:
            self._timer.start()

    def state(self) -> WindowState:
        """All of it, as it is now."""
        state = self._store.state
        view = SavedView(**{field.name: getattr(state, field.name) for field in fields(SavedView)})
        pins = self._window.network_view.pins
        drawing, runs = self._digits.saved_drawing(), self._run_tree.saved()
        places, race = self._places.saved(), self._unrolling().saved()
        return state_of_content(WindowContent(self._loss.saved(), pins, drawing, view, runs, places, race))

    def restore(self, opened: SessionOpened) -> bool:
        """Put back what was kept of these runs; False where it can't be read, and nothing is put back."""
        try:
            content = content_of_state(opened.window)
            numbers = dict(zip(opened.saved_as, (info.run for info in opened.runs), strict=True))
            for curve in content.curves:
                if curve.run in numbers:
                    self._loss.restore(curve, numbers[curve.run])
        except ValueError:
            for info in opened.runs:
                self._loss.forget(info.run)
            self._unrolling().restore(SavedRace())
            return False
        self._run_tree.restore(content.runs, numbers)
        self._unrolling().restore(content.race.with_numbers(numbers))
        self._digits.restore_drawing(content.drawing)
        if opened.window.text:
            self._show(content.view)
        self._window.network_view.clear_selection()
        self._waiting = -1, content.pins, content.places.with_numbers(numbers)
        return True

    def stay_at_present(self) -> None:
        """Whoever has opened it trains at once: its newest update is shown."""
        if self._waiting is not None:
            run, pins, places = self._waiting
            self._waiting = run, pins, replace(places, update=None)

    def show_run(self, run: int) -> None:
        """Another run comes on screen, or the same one with other settings."""
        if self._waiting is not None:
            self._waiting = run, *self._waiting[1:]

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """The network is on screen: what was pinned in it can be."""
        if self._waiting is None or snapshot.run != self._waiting[0]:
            return
        (_, pins, places), self._waiting = self._waiting, None
        for pin in possible_pins(pins, snapshot):
            self._window.network_view.pin(pin, beside=True)
        self._places.show(places)

    def stop(self) -> None:
        """Keep nothing more."""
        self._timer.stop()

    def _show(self, view: SavedView) -> None:
        state = self._store.state
        for field in fields(view):
            if getattr(view, field.name) != getattr(state, field.name):
                self._appearance.choose(field.name, getattr(view, field.name))

    def keep(self) -> None:
        """Have it saved beside the runs, where it has changed."""
        if self._loss.updates != self._kept_updates:
            self._kept_updates = self._loss.updates
            self._engine.send(KeepWindow(self.state()))


def possible_pins(pins: Sequence[SelectionItem], snapshot: Snapshot) -> list[SelectionItem]:
    """Those that this network has."""
    return [pin for pin in dict.fromkeys(pins) if exists(pin, snapshot)][:MAX_PINS]
