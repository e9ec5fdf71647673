"""Which moment is named beside the picture: that whose picture is on screen, and not the one that is on its way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from core.engine.snapshot import Snapshot
from gui.presenters.network_presenter import NetworkPresenter
from gui.presenters.time_presenter import TimePresenter
from gui.timeline.moment import Moment


class NamedMoment(QObject):
    """Tells what is to be said of the moment on screen, with the frame that shows it.

    What one does goes by `TimePresenter.moment` at once; only what is said waits for the picture.
    """

    changed = Signal(object)
    """Say this of the picture: a `Moment`, or None at the present."""

    def __init__(self, time: TimePresenter, network: NetworkPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._time, self._network = time, network
        # The last that was looked back at, and what was on screen when the moment was named last.
        self._past: Moment | None = None
        self._seen: Snapshot | None = None
        # Whether it is another one, or more is known of it, and its picture is not seen yet.
        self._is_owed = False
        time.moment_changed.connect(self._on_moment_changed)
        network.displayed_snapshot_changed.connect(self._on_seen)

    def _on_moment_changed(self, moment: Moment | None) -> None:
        if moment is not None:
            self._past = moment
        self._is_owed = True
        if not self._network.on_screen.is_owed:
            self._name()

    def _on_seen(self, snapshot: Snapshot) -> None:
        if self._is_owed or snapshot is not self._seen:
            self._name()

    def _name(self) -> None:
        self._is_owed, self._seen = False, (seen := self._network.displayed)
        moment, past = self._time.moment, self._past
        if moment is None and past is not None and seen is not None and seen is self._time.picture:
            # The present is wanted, and the picture still is of the past.
            is_there = past.shown == seen.update
            moment = past if is_there else replace(past, is_exact=False, on_screen=seen.update)
        self.changed.emit(moment)
