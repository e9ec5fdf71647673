"""Two pictures that are driven together: what is chosen, near or kept in one of them is so in the other."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.network.interaction.selection import exists
from gui.network.view import NetworkView

# So many frames may the edges of A wait for those of B: about 100 ms.
MOST_FRAMES = 6


class ViewPair(QObject):
    """A leads; what the hand does in B comes to A too.

    Parameters
    ----------
    a, b : NetworkView
        From now on full colour and full size stand for the same numbers in both.
    """

    def __init__(self, a: NetworkView, b: NetworkView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._a, self._b = a, b
        self._viewpoint = a.viewpoint
        self._scales = a.scales_shown
        # Whether B has numbers: from then on the legend of A says that its scale is of both.
        self._has_both = False
        self._is_pinning = False
        # For how many frames edges of A that are drawn have waited for those of B.
        self._frames_waited = 0
        a.share_scales(b)
        b.share_scales(a)
        a.pins_changed.connect(self._on_pins_of_a)
        b.pins_changed.connect(self._on_pins_of_b)

    def part(self) -> None:
        """Each is by itself again."""
        self._a.pins_changed.disconnect(self._on_pins_of_a)
        self._b.pins_changed.disconnect(self._on_pins_of_b)
        self._a.hold_edges(False)
        self._b.hold_edges(False)
        self._a.share_scales(None)
        self._b.share_scales(None)

    def agree(self) -> bool:
        """Bring both to the same choices, moment and scales; True where B is to be painted anew."""
        changed = self._b.follow(self._a)
        wanted = next(
            (view.viewpoint for view in (self._a, self._b) if view.viewpoint != self._viewpoint), None
        )
        if wanted is not None:
            for view in (self._a, self._b):
                view.show_viewpoint(wanted)
            # Each keeps within its own bounds.
            self._viewpoint = self._a.viewpoint
        scales = self._a.scales_shown
        # As text, for a NaN equals no other.
        others = {kind for kind, scale in scales.items() if repr(scale) != repr(self._scales.get(kind))}
        self._scales |= scales
        has_both = self._b.displayed_snapshot is not None
        begins, self._has_both = has_both and not self._has_both, has_both
        if others or begins:
            self._a.show_shared_scales(others)
            self._b.show_shared_scales(others)
        return changed or bool(others)

    def hold_edges(self) -> None:
        """From now on edges that are drawn are seen once `show_edges` is called, until the two part."""
        self._a.hold_edges(True)
        self._b.hold_edges(True)

    def show_edges(self, in_motion: bool) -> None:
        """Show what is drawn of both in one frame, once it is on one scale; or there is nothing left to draw.

        In motion nothing waits, nor where those on screen are of another update than the neurons of A, nor for long:
        what is told of one network is of one moment first. Each legend tells the scale of its own.
        """
        is_one_scale = self._a.scales_drawn == self._b.scales_drawn
        is_drawn = not (self._a.has_work() or self._b.has_work())
        self._frames_waited = self._frames_waited + 1 if self._a.has_edges_waiting else 0
        shown = self._a.displayed_snapshot
        is_behind = shown is not None and shown.update != self._a.drawn_update
        if in_motion or is_behind or is_one_scale or is_drawn or self._frames_waited > MOST_FRAMES:
            self._a.show_drawn_edges()
            self._b.show_drawn_edges()

    def show_pins(self) -> None:
        """Keep in B what is kept in A: another network has come to either."""
        self._pin_alike(self._a, self._b)

    # --- parts

    def _on_pins_of_a(self) -> None:
        self._pin_alike(self._a, self._b)

    def _on_pins_of_b(self) -> None:
        self._pin_alike(self._b, self._a)

    def _pin_alike(self, leader: NetworkView, follower: NetworkView) -> None:
        if self._is_pinning:
            return
        self._is_pinning = True
        try:
            wanted = tuple(pin for pin in leader.pins if exists(pin, follower.displayed_snapshot))
            if wanted != follower.pins:
                follower.clear_selection()
                for pin in wanted:
                    follower.pin(pin, beside=True)
        finally:
            self._is_pinning = False
