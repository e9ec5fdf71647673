"""The files that the command line asks for, saved one after the other when the training is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

# Time for the last picture of the edges, the curve and the exact L to come in after a pause.
SETTLE_MS = 400
LONGEST_WAIT_MS = 10_000

SaveFile = Callable[[], str]
"""Saves one file; a sentence about what is wrong, or ""."""


class FinalFiles(QObject):
    """Waits until all has come in and the window has nothing more to draw, then saves them.

    Parameters
    ----------
    saves : sequence of SaveFile
        In their order; after one that fails nothing more is saved.
    is_complete : callable
        Whether the newest update is here: for that it waits however long it takes.
    is_still : callable
        Whether it is drawn, with its exact L; ten seconds are enough for that.
    """

    done = Signal(str)
    """What went wrong, "" for nothing."""

    def __init__(
        self,
        saves: Sequence[SaveFile],
        is_complete: Callable[[], bool],
        is_still: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._saves = tuple(saves)
        self._is_complete, self._is_still = is_complete, is_still
        self._waited_ms = 0

    def soon(self) -> None:
        """Save them when the window has come to rest."""
        QTimer.singleShot(SETTLE_MS, self, self._on_settled)

    def _on_settled(self) -> None:
        self._waited_ms += SETTLE_MS
        if self._is_complete() and (self._is_still() or self._waited_ms >= LONGEST_WAIT_MS):
            self.done.emit(next(filter(None, (save() for save in self._saves)), ""))
        else:
            self.soon()
