"""Why the terms of L stay those of an earlier update: after a divergence no more are measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.analysis.example_losses import ExampleLosses
from core.engine.messages import Diverged
from core.engine.snapshot import Snapshot
from gui.app.app_state import AppState

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


class LedgerDivergence(QObject):
    """Knows whether what the network shows is the last update before a divergence.

    Parameters
    ----------
    root : Composition
    show : callable
        Called when that has become so, or is so no more.
    """

    def __init__(self, root: Composition, show: Callable[[], None]) -> None:
        super().__init__(root)
        self._show = show
        self._diverged: Diverged | None = None
        # The update on screen, where it is that one.
        self._update: int | None = None
        self._root = root
        root.engine.diverged.connect(self._on_diverged)
        root.network.displayed_snapshot_changed.connect(self._on_displayed)
        root.store.changed.connect(self._on_state)

    def words(self, losses: ExampleLosses | None) -> str:
        """Of which update these are, and why of no later one; "" where they are of what the network shows."""
        if self._diverged is None or self._update is None:
            return ""
        diverged = f"{self._diverged.update:,}"
        if losses is None:
            return self.tr("Training diverged at update {update}, before any C was computed.").format(
                update=diverged
            )
        if losses.run != self._diverged.run or losses.update >= self._update:
            return ""
        text = self.tr(
            "Training diverged at update {update}: what is measured here is of update {known}, before"
        )
        return text.format(update=diverged, known=f"{losses.update:,}")

    def _on_diverged(self, diverged: Diverged) -> None:
        self._diverged = diverged
        self._look(self._root.network.displayed)

    def _on_displayed(self, snapshot: Snapshot) -> None:
        if self._diverged is not None:
            self._look(snapshot)

    def _on_state(self, before: AppState, now: AppState) -> None:
        if self._diverged is not None and now.running and not before.running:
            # It could be trained on: it was rewound, or a weight was set.
            self._diverged = None
            self._look(None)

    def _look(self, snapshot: Snapshot | None) -> None:
        of, before = self._diverged, self._update
        is_there = of is not None and snapshot is not None and snapshot.run == of.run
        update = snapshot.update if is_there and snapshot is not None else None
        self._update = update if of is not None and update == of.update - 1 else None
        if self._update != before:
            self._show()
