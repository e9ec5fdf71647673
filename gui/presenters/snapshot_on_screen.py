"""Which snapshot is on screen, and which the picture has been given to show next."""

from __future__ import annotations

from collections.abc import Callable

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
        self._before: list[Callable[[], object]] = []
        self._after: list[Callable[[], object]] = []

    @property
    def is_owed(self) -> bool:
        """Whether one was given of which nothing is told yet."""
        return self._is_owed

    def hold(self) -> None:
        """The picture is about to be given another one: what is on screen stays, until that is told of."""
        self._view.preparation.hold()

    def give(self, snapshot: Snapshot) -> None:
        """The picture has this one now; one before it that was never seen is not told of.

        It is told of at once where nobody looks at the picture, and where a network of another structure is painted at
        once, too: nothing is kept of the one before.
        """
        self.given, self._is_owed = snapshot, True
        self.given_to_picture.emit(snapshot)
        if self._is_other_structure(snapshot) and self._view.updatesEnabled():
            self._tell(is_due=False)
            self._view.update()
        elif not self._view.isVisible():
            self._tell(is_due=False)

    def once_seen(self, do: Callable[[], object]) -> None:
        """Do this now, or with the frame that shows what was given, once that is told of."""
        if self._is_owed:
            self._after.append(do)
        else:
            do()

    def before_next(self, do: Callable[[], object]) -> None:
        """Do this as the next one that will be given is told of, or one after it: just before."""
        self._before.append(do)

    def tell_if_next(self) -> None:
        """Tell of what was given, if it is what the next frame shows."""
        if self._is_owed and self._view.updatesEnabled() and not self._view.keeps_old:
            self._tell(is_due=self._view.isVisible())

    def _tell(self, is_due: bool) -> None:
        before, self._before = self._before, []
        after, self._after = self._after, []
        for do in before:
            do()
        self.seen, self._is_owed = self.given, False
        self._view.preparation.release(is_due)
        self.changed.emit(self.given)
        for do in after:
            do()

    def _is_other_structure(self, snapshot: Snapshot) -> bool:
        return self.seen is None or not snapshot.is_built_as(self.seen)
