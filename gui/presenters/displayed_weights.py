"""Which weights the picture of the network is given, and which are on screen."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from gui.network.marks.edge_values import OF_UPDATE
from gui.network.view import NetworkView

# The picture of the weights is refreshed about this often.
WEIGHTS_EVERY_S = 0.095


class DisplayedWeights:
    """Shows the newest weights now and then.

    Attributes
    ----------
    update : int
        The update whose weights are shown, or drawn to be shown next.
    snapshot : Snapshot or None
        The one whose weights these are; None before the first.
    are_next : bool
        Whether the next frame is theirs, as the last one was the values'.
    beside : NetworkView or None
        A second network's picture, which is to be drawn for the same moment before the next one comes.
    """

    def __init__(self, view: NetworkView) -> None:
        self._view = view
        self.beside: NetworkView | None = None
        self._run = self.update = -1
        self._edits = 0
        self.snapshot: Snapshot | None = None
        self._since_s = 0.0
        self._was_drawing = self.are_next = False

    def show(self, snapshot: Snapshot, now_s: float) -> None:
        """Show this snapshot's."""
        self._view.show_weights(snapshot)
        self._run, self.update, self._edits = snapshot.run, snapshot.update, snapshot.edit_count
        self.snapshot, self._since_s = snapshot, now_s

    @property
    def seen(self) -> Snapshot | None:
        """The one whose weights are on screen: the newest is seen once it is drawn, which may take a while.

        None where no mark shows any; where nobody looks at the picture, or it is of another run still, the newest.
        """
        if not self._view.isVisible():
            return self.snapshot
        drawn, newest = self._view.weights_drawn, self.snapshot
        return newest if drawn is not None and newest is not None and drawn.run != newest.run else drawn

    def refresh(self, latest: Snapshot, now_s: float, at_once: bool = False) -> None:
        """Show the newest, where they are newer; when that is due and the last picture is drawn, or `at_once`."""
        self.are_next = False
        is_drawing = self._view.has_work() or (self.beside is not None and self.beside.has_work())
        # The frame that shows a complete picture has enough to do: the next one is begun with the frame after it.
        is_shown_now, self._was_drawing = self._was_drawing and not is_drawing, is_drawing
        is_early = now_s - self._since_s < WEIGHTS_EVERY_S
        if not at_once and (is_early or is_drawing or is_shown_now):
            return
        # Changes by hand are lost with an engine that had not saved them: the same update has other weights then.
        now = latest.run, latest.update, latest.edit_count
        newer = (self._run, self.update, self._edits) != now
        # When the last update's change is requested, the same snapshot is sent once more.
        if newer or (self._view.edge_picture in OF_UPDATE and latest is not self.snapshot):
            self.show(latest, now_s)
