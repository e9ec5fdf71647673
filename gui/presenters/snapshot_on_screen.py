"""Which snapshot is on screen, and which the picture has been given to show next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.engine.snapshot import Snapshot
from gui.network.view import NetworkView


class SnapshotOnScreen(QObject):
    """Tells of a snapshot as its picture is painted: no words are of another update than the picture beside them.

    Attributes
    ----------
    given : Snapshot or None
        The one that the picture was given last.
    seen : Snapshot or None
        The one that was told of last: it is on screen with the next frame, if it is not yet.
    """

    given_to_picture = Signal(object)
    """What stands in the picture itself is of this snapshot from now on."""

    changed = Signal(object)
    """All that stands beside the picture is of this snapshot from now on."""

    def __init__(self, view: NetworkView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.given: Snapshot | None = None
        self.seen: Snapshot | None = None
        self._is_owed = False

    @property
    def is_owed(self) -> bool:
        """Whether one was given of which nothing is told yet."""
        return self._is_owed

    def give(self, snapshot: Snapshot, at_once: bool) -> None:
        """The picture has this one now; one before it that was never seen is not told of.

        `at_once`: tell of it without waiting for a frame. So is it wherever the network is another one than that on
        screen, as all that is said of its neurons is, and where nobody looks at the picture.
        """
        self.given, self._is_owed = snapshot, True
        self.given_to_picture.emit(snapshot)
        at_once &= self._view.updatesEnabled()
        if at_once or self._is_other_network(snapshot) or not self._view.isVisible():
            self._tell()
        else:
            # Whatever is painted meanwhile, where a pointer moves, is what was told of.
            self._view.preparation.is_held = True

    def tell_if_next(self) -> None:
        """Tell of what was given, if it is what the next frame shows."""
        if self._is_owed and self._view.updatesEnabled() and not self._view.keeps_old:
            self._tell()

    def _tell(self) -> None:
        self._view.preparation.is_held = False
        self.seen, self._is_owed = self.given, False
        self.changed.emit(self.given)

    def _is_other_network(self, snapshot: Snapshot) -> bool:
        seen = self.seen
        return seen is None or (seen.run, seen.permutation_count, seen.edit_count) != (
            snapshot.run,
            snapshot.permutation_count,
            snapshot.edit_count,
        )
