"""The page of one weight of a kernel: opened by a click on the weight, a key, or the walkthrough that collects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from core.analysis.weight_places import KernelWeight, is_there, weights_of_kernel
from core.engine.messages import NeuronsPermuted
from core.engine.snapshot import Snapshot
from gui.app.app_state import AppState
from gui.app.frame_clock import FrameListener
from gui.kernel_page.collecting import collected_at
from gui.kernel_page.weight_choice import chosen_weight, moved_weight
from gui.network.marks.edge_values import OF_UPDATE

if TYPE_CHECKING:
    from gui.kernel_page.weight_page import WeightPage
    from gui.presenters.wiring import Composition

# So long a weight's places take to fly into it: less of a kernel that has many, but never less than the second.
WEIGHT_S, LEAST_WEIGHT_S, KERNEL_S = 1.2, 0.45, 12.0


class WeightPagePresenter(FrameListener, QObject):
    """One concern: which weight is on the page, and how far its kernel is collected."""

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root, self._area = root, root.window.network_area
        self._page: WeightPage | None = None
        self._weight: KernelWeight | None = None
        self._progress: float | None = None
        self._playing = False
        self._last_s: float | None = None
        # Whether the walkthrough has opened it; or would have, but the user has closed it.
        self._is_walkthroughs = self._is_declined = False
        root.window.network_view.weight_wanted.connect(self.open)
        root.network.displayed_snapshot_changed.connect(self._on_snapshot)
        root.network.player.collecting.connect(self._on_collecting)
        root.network.player.changed.connect(self._show_progress)
        root.store.changed.connect(self._on_state)
        root.engine.neurons_permuted.connect(self._on_permuted)
        self._area.page_left.connect(self._on_page_left)
        root.clock.add(self)

    @property
    def is_open(self) -> bool:
        """Whether the page stands in the picture's place."""
        return self._page is not None and self._area.page is self._page

    def toggle(self) -> None:
        """Open it with the weight of what is selected, or close it; where there are no kernels, say so."""
        if self.is_open:
            self.close()
            return
        snapshot, view = self._root.network.displayed, self._root.window.network_view
        if snapshot is None:
            return
        weight = chosen_weight(snapshot, view.selected_items)
        if weight is None:
            self._root.window.message_bar.show_message(
                lambda: self.tr("This network has no kernels: no weight is shared. Panel 1 offers a CNN.")
            )
            return
        self.open(weight)

    def open(self, weight: KernelWeight, by_itself: bool = False) -> None:
        """Show this weight; what is being collected of another one is left.

        `by_itself` nobody has asked for it: the keyboard and the panels' tabs stay where they are.
        """
        snapshot = self._root.network.displayed
        if snapshot is None or not is_there(snapshot.connections, weight):
            return
        self._weight = weight
        self._set_progress(None, False)
        self._is_declined &= by_itself
        if not self.is_open:
            self._page, before = self._page or self._make_page(), QApplication.focusWidget()
            self._area.show_over(self._page)
            if by_itself and before is not None and not self._area.isAncestorOf(before):
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        # The batch's gradient of the weight, and its change, are sent with each snapshot meanwhile.
        self._root.network.flow.subscribe("weight page", True)
        self._show(snapshot)
        self._root.inspect.show_page_of(weight, comes_to_front=not by_itself)

    def close(self) -> None:
        """The picture is back."""
        self._is_declined = self._is_walkthroughs
        self._is_walkthroughs = False
        # What was being collected is left with the weight, which the network on screen may not have any more.
        self._weight = None
        self._set_progress(None, False)
        if self.is_open:
            self._area.show_over(None)
        self._root.network.flow.subscribe("weight page", False)
        self._root.inspect.show_page_of(None)

    # --- frames

    def move(self, now_s: float) -> bool:
        """Collect on, where that plays by itself."""
        last, self._last_s = self._last_s, now_s
        if not self._playing or self._progress is None or not self.is_open or self._displayed is None:
            self._last_s = None
            return False
        if last is not None:
            self._set_progress(self._progress + (now_s - last) / self._seconds, True)
        if self._progress is not None and self._progress >= 1:
            self._set_progress(1.0, False)
        return self._playing

    # --- parts

    @property
    def _displayed(self) -> Snapshot | None:
        """What is displayed, where its network has this weight; else the page stays as it was until that is painted."""
        snapshot = self._root.network.displayed
        if snapshot is None or self._weight is None or not is_there(snapshot.connections, self._weight):
            return None
        return snapshot

    def _make_page(self) -> WeightPage:
        # Only now: nobody waits for it when the app starts.
        from gui.kernel_page.weight_page import WeightPage

        page = WeightPage()
        page.closed.connect(self.close)
        page.weight_wanted.connect(self._on_weight_wanted)
        page.playing_wanted.connect(self._on_playing_wanted)
        page.collecting_wanted.connect(self._on_collecting_wanted)
        self._root.figures.offer(page, subject=page.accessibleName)
        return page

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._weight is None:
            return
        if is_there(snapshot.connections, self._weight):
            self._show(snapshot)
        else:
            self.close()

    def _on_page_left(self, page: object) -> None:
        # Another page has taken its place.
        if page is self._page and self._weight is not None:
            self.close()

    def _on_permuted(self, message: NeuronsPermuted) -> None:
        """The page stays with its weight, wherever that stands now."""
        displayed, weight = self._root.network.displayed, self._weight
        if weight is None or displayed is None or message.snapshot.run != displayed.run:
            return
        self._weight = moved_weight(weight, message.orders, message.snapshot.connections)
        self._on_snapshot(displayed)

    def _on_state(self, before: AppState, now: AppState) -> None:
        if before.edge_value != now.edge_value and self.is_open and (snapshot := self._displayed) is not None:
            self._show(snapshot)

    def _show(self, snapshot: Snapshot) -> None:
        assert self._page is not None and self._weight is not None
        self._page.show_weight(snapshot, self._weight, self._kind(snapshot))
        self._show_progress()

    def _kind(self, snapshot: Snapshot) -> str:
        """The kernel shows ∂C/∂w, in the pictures of the last update its numbers; w where there is no gradient.

        What is collected is ∂C/∂w, whatever the picture is.
        """
        picture = self._root.store.state.edge_value
        if picture in OF_UPDATE and self._progress is None:
            return picture
        return "gradient" if snapshot.trace.has_gradient else "weight"

    def _on_weight_wanted(self, weight: KernelWeight) -> None:
        was_walkthroughs, self._is_walkthroughs = self._is_walkthroughs, False
        if was_walkthroughs and not self._root.network.player.is_frozen:
            self._root.network.player.toggle()
        self.open(weight)
        self._is_declined = was_walkthroughs

    # --- collecting

    @property
    def _seconds(self) -> float:
        snapshot = self._root.network.displayed
        assert snapshot is not None and self._weight is not None
        count = len(weights_of_kernel(snapshot.connections, self._weight))
        return count * max(LEAST_WEIGHT_S, min(WEIGHT_S, KERNEL_S / count))

    def _on_playing_wanted(self, playing: bool) -> None:
        if self._is_walkthroughs:
            self._root.network.player.toggle()
            return
        if not playing:
            self._set_progress(self._progress, False)
            return
        if not self._root.store.state.is_moving:
            # At once: nothing travels.
            self._set_progress(1.0, False)
            return
        begins = self._progress is None or self._progress >= 1
        self._set_progress(0.0 if begins else self._progress, True)
        self._root.clock.wake()

    def _on_collecting_wanted(self, progress: float | None) -> None:
        if self._is_walkthroughs and progress is not None:
            self._root.network.player.show_collected(progress)
        else:
            self._set_progress(progress, False)

    def _on_collecting(self, progress: float | None) -> None:
        """The walkthrough collects, or has done so."""
        player, snapshot = self._root.network.player, self._root.network.displayed
        if progress is None:
            was_declined = self._is_declined
            if self._is_walkthroughs:
                self.close()
            # While one update after the other is told, what the user has closed stays closed.
            self._is_declined = was_declined and self._root.store.state.running
            return
        if self._is_declined:
            player.pass_collecting()
            return
        if snapshot is None or player.collects is None:
            return
        if not self._is_walkthroughs:
            self.open(player.collects, by_itself=True)
            self._is_walkthroughs = True
        # Where nothing travels all of it is there at once.
        self._set_progress(progress if self._root.store.state.is_moving else 1.0, False)

    def _set_progress(self, progress: float | None, playing: bool) -> None:
        before, self._playing = self._collected, playing
        changes_kind = (self._progress is None) != (progress is None)
        self._progress = progress
        if changes_kind and self.is_open and (snapshot := self._displayed) is not None:
            self._show(snapshot)
        else:
            self._show_progress()
        if self.is_open and (now := self._collected) != before:
            # Inspect follows from weight to weight.
            self._root.inspect.show_page_of(self._weight if now is None else now)

    @property
    def _collected(self) -> KernelWeight | None:
        """The weight that is being collected; None where none is."""
        snapshot = self._displayed
        if self._progress is None or self._weight is None or snapshot is None:
            return None
        weights = weights_of_kernel(snapshot.connections, self._weight)
        return weights[collected_at(self._progress, len(weights)).weight] if weights else None

    def _show_progress(self) -> None:
        if self._page is None or not self.is_open or self._weight is None:
            return
        player = self._root.network.player
        playing = self._playing or (self._is_walkthroughs and not player.is_frozen)
        self._page.show_collecting(self._progress, playing)
