"""The status bar: which update is on screen, and how many each picture stands for."""

from __future__ import annotations

from collections import deque
from time import perf_counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from core.engine.messages import GradientComputed
from core.engine.snapshot import Snapshot
from gui.app.frame_clock import FrameClock, FrameListener
from gui.presenters.network_presenter import NetworkPresenter

STATUS_EVERY_S = 0.25
# "Every update is shown" is shown when it was so for all pictures of this long.
LOOK_BACK_S = 1.0


class StatusPresenter(FrameListener, QObject):
    """One concern: saying, in one line, what the picture is a picture of."""

    def __init__(
        self, label: QLabel, network: NetworkPresenter, clock: FrameClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._network = network
        self._running = False
        self._history: deque[tuple[float, int]] = deque(maxlen=12)
        self._last_update = 0
        self._run = -1
        self._shown_s = 0.0
        self._epoch = 0
        self._walkthrough: GradientComputed | None = None
        self._text: tuple[int, ...] = ()
        # When the last pictures of the weights came, and how many updates each stood for.
        self._pictures: deque[tuple[float, int]] = deque()
        self._pictured_update = -1
        clock.add(self)

    def set_running(self, running: bool) -> None:
        """The rate is shown only while the training runs."""
        self._running = running
        self._history.clear()
        if running:
            self._pictures.clear()
        self.show()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """A newer moment: its update and epoch."""
        if snapshot.run != self._run:
            self._run = snapshot.run
            self._history.clear()
            self._pictures.clear()
        self._last_update = snapshot.update
        self._epoch = snapshot.epoch
        self._history.append((perf_counter(), snapshot.update))
        if not self._running:
            self.show()

    def show_walkthrough(self, walkthrough: GradientComputed) -> None:
        """Show which update the walkthrough is of, over how many examples, and which of them is displayed."""
        self._history.clear()
        self._walkthrough = walkthrough
        self.show()

    def move(self, now_s: float) -> bool:
        """Nothing of this moves; but the line is owed where the picture is newer than it."""
        self._note_picture()
        return self._pictured() != self._text

    def has_work(self, now_s: float) -> bool:
        """Whether the line is to be written anew: a few times a second."""
        return self._pictured() != self._text and perf_counter() - self._shown_s >= STATUS_EVERY_S

    def work(self, budget_ms: float) -> bool:
        """Write the line anew."""
        if self.has_work(perf_counter()):
            self.show()
        return False

    def _note_picture(self) -> None:
        if self._network.weights.update == self._pictured_update:
            return
        now = perf_counter()
        self._pictured_update = self._network.weights.update
        self._pictures.append((now, self._network.weights.stand_for))
        while now - self._pictures[0][0] > LOOK_BACK_S:
            self._pictures.popleft()

    @property
    def _stand_for(self) -> int:
        """How many updates a picture of the weights stands for, at most, of late; 0 where there was none before."""
        if self._network.weights.stand_for == 0:
            return 0
        return max(self._network.weights.stand_for, *(count for _, count in self._pictures), 0)

    def _pictured(self) -> tuple[int, ...]:
        displayed = self._network.displayed
        return (
            self._run,
            self._last_update,
            self._network.weights.update,
            displayed.update if displayed else -1,
        )

    def show(self) -> None:
        """Write the line anew, in the language in force."""
        self._shown_s = perf_counter()
        self._note_picture()
        self._text = self._pictured()
        displayed = self._network.displayed
        if displayed is None:
            return
        update = self._last_update
        parts = [
            self.tr("update {update}").format(update=f"{update:,}"),
            self.tr("epoch {epoch}").format(epoch=f"{self._epoch:,}"),
        ]
        if self._running and len(self._history) > 1 and not self._network.is_walkthrough_mode:
            (start_s, first), (end_s, last) = self._history[0], self._history[-1]
            if end_s > start_s and last > first:
                rate = (last - first) / (end_s - start_s)
                parts.append(self.tr("{rate} updates/s").format(rate=f"{rate:,.0f}"))
        network = self._network
        if network.is_in_walkthrough and self._walkthrough is not None:
            parts.append(self._walkthrough_text(self._walkthrough))
        elif self._stand_for > 1:
            parts.append(
                self.tr("weights of update {update}, showing 1 of {count}").format(
                    update=f"{network.weights.update:,}", count=f"{self._stand_for:,}"
                )
            )
        elif self._stand_for == 1:
            parts.append(self.tr("every update is shown"))
        if displayed.update != network.weights.update:
            parts.append(
                self.tr("signal and gradient of update {update}").format(update=f"{displayed.update:,}")
            )
        self._label.setText("  ·  ".join(parts))

    def _walkthrough_text(self, walkthrough: GradientComputed) -> str:
        position = walkthrough.snapshot.example.position
        if walkthrough.batch_size == 1 and position is not None:
            return self.tr("telling update {update}: of one example, the one shown").format(
                update=f"{walkthrough.snapshot.update + 1:,}"
            )
        text = self.tr("telling update {update}: the mean of {count} examples").format(
            update=f"{walkthrough.snapshot.update + 1:,}", count=f"{walkthrough.batch_size:,}"
        )
        if position is not None:
            text += self.tr("; shown: number {position}, its largest C").format(position=position + 1)
        return text
