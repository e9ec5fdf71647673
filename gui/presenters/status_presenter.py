"""The status bar: how far the training is, and of which update each part of the picture is."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from core.analysis.neuron_statistics import ACTIVE, NeuronStatistics
from core.engine.messages import GradientComputed
from core.engine.snapshot import Snapshot
from gui.app.app_state import AppState
from gui.app.frame_clock import FrameClock, FrameListener
from gui.loss.loss_readout import pictured_texts
from gui.presenters.network_presenter import NetworkPresenter
from gui.presenters.shown_share import ShownShare
from gui.timeline.moment import Moment
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.number_text import whole
from gui.widgets.picture_page import PicturePage

STATUS_EVERY_S = 0.25
# What is left out first where the line is too long: the epoch. Of which update each part is, always stays.
EPOCH, SHARE, RATE, NEEDED = range(4)


class StatusPresenter(FrameListener, QObject):
    """One concern: saying, in one line, what the picture is a picture of.

    Parameters
    ----------
    marks_idle : callable
        Whether anything of the dead and saturated neurons is seen in the picture.
    """

    pictured = Signal(int, int)
    """Of which update the weights in the picture are, -1 where none are, and its signal: without the line."""

    def __init__(
        self,
        label: FittingLabel,
        network: NetworkPresenter,
        clock: FrameClock,
        marks_idle: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._network = network
        self._marks_idle = marks_idle
        self._running = False
        self._history: deque[tuple[float, int]] = deque(maxlen=12)
        self._last_update = 0
        self._run = -1
        self._shown_s = 0.0
        self._epoch = 0
        self._walkthrough: GradientComputed | None = None
        self._statistics: NeuronStatistics | None = None
        self._has_idle = self._shows_preferred = False
        # Whether another network stands beside it, and of which update its marks and its weights are.
        self._is_pair = False
        self._marked_beside: tuple[int, int] | None = None
        # What has become of a walkthrough that is not there: "nothing before", "left", or "".
        self._without_walkthrough = ""
        self._moment: Moment | None = None
        # What covers the network, where an update would be told.
        self._page: PicturePage | None = None
        self._text: tuple[object, ...] = ()
        self._share = ShownShare()
        network.player.nothing_before.connect(self.show_nothing_before)
        clock.add(self)

    @property
    def promises_phases(self) -> bool:
        """Whether the line says, without a walkthrough, that a key begins one."""
        return bool(self._without_walkthrough)

    def set_running(self, running: bool) -> None:
        """The rate, and how many updates a picture stands for, are shown only while the training runs."""
        self._running = running
        self._history.clear()
        if running:
            self._share.clear()
            self._without_walkthrough = ""
        self.show()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """A newer moment: its update and epoch."""
        if snapshot.run != self._run:
            self._run = snapshot.run
            self._history.clear()
            self._share.clear()
        self._without_walkthrough = ""
        self._last_update = snapshot.update
        self._epoch = snapshot.epoch
        self._history.append((perf_counter(), snapshot.update))
        self.show_displayed()

    def show_displayed(self) -> None:
        """The picture is of another moment, which beside a training is told a few times a second."""
        if not self._running:
            self.show()

    def show_page(self, page: PicturePage | None) -> None:
        """The network is covered by this page, or seen: None."""
        self._page = page
        self.show()

    def show_moment(self, moment: Moment | None) -> None:
        """An earlier update is on screen; None for the present."""
        self._moment = moment
        self.show()

    def show_nothing_before(self) -> None:
        """The phase before was asked for where there is none: say so until something else happens."""
        self._without_walkthrough = "nothing before"
        self.show()

    def show_walkthrough_left(self) -> None:
        """Another speed has ended the walkthrough, and the training rests: say so until something else happens."""
        self._without_walkthrough = "left"
        self.show()

    def show_walkthrough(self, walkthrough: GradientComputed) -> None:
        """Show which update the walkthrough is of, over how many examples, and which of them is displayed."""
        self._history.clear()
        self._walkthrough = walkthrough
        self.show()

    def show_neuron_statistics(self, statistics: NeuronStatistics) -> None:
        """What the picture marks of the neurons is of another update now."""
        self._statistics = statistics
        layers = range(len(statistics.flat))
        self._has_idle = any((statistics.states(layer) != ACTIVE).any() for layer in layers)
        if not self._running:
            self.show()

    def show_beside(self, is_pair: bool, marked: tuple[int, int] | None = None) -> None:
        """Whether a network B stands beside it; `marked`: of which update its dead and saturated neurons, its weights.

        None where B marks none.
        """
        if (is_pair, marked) != (self._is_pair, self._marked_beside):
            self._is_pair, self._marked_beside = is_pair, marked
            if not self._running:
                self.show()

    def show_state(self, _before: AppState, now: AppState) -> None:
        """Whether the classes that the neurons prefer are on screen."""
        if now.preferred_classes != self._shows_preferred:
            self._shows_preferred = now.preferred_classes
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
        """Count what is on screen, whatever has been given to the picture to be drawn."""
        self._share.note(perf_counter(), self._run, *self._moments()[:2])

    def _pictured(self) -> tuple[object, ...]:
        return self._run, self._last_update, self._moments(), self._marked_beside

    def _moments(self) -> tuple[int, int, int]:
        """Of which update the weights, the signal and what is marked of the neurons are; -1 where there is none."""
        displayed, statistics = self._network.displayed, self._statistics
        marked = -1
        if (
            statistics is not None
            and statistics.run == self._run
            and (self._has_idle or self._shows_preferred)
        ):
            marked = statistics.update
        seen = self._network.weights.seen
        return seen.update if seen else -1, displayed.update if displayed else -1, marked

    def show(self) -> None:
        """Write the line anew, in the language in force; with the frame that is of what it says."""
        if self._network.on_screen.is_owed:
            return
        self._shown_s = perf_counter()
        self._note_picture()
        self._text = self._pictured()
        network = self._network
        if network.displayed is None:
            return
        self.pictured.emit(*self._moments()[:2])
        if self._moment is not None:
            parts = (self._moment.place_words, self._moment.state_words)
            self._label.show_statements([(NEEDED, part) for part in parts if part])
            return
        statements = [
            (NEEDED, self.tr("update {update}").format(update=f"{self._last_update:,}")),
            # Elsewhere the one under way is counted from 1: what is said here is how many are whole.
            (EPOCH, self.tr("epochs done: {epoch}").format(epoch=f"{self._epoch:,}")),
        ]
        if self._running and len(self._history) > 1 and not network.is_walkthrough_mode:
            (start_s, first), (end_s, last) = self._history[0], self._history[-1]
            if end_s > start_s and last > first:
                rate = (last - first) / (end_s - start_s)
                statements.append((RATE, self.tr("{rate} updates/s").format(rate=whole(rate))))
        if network.is_in_walkthrough and self._walkthrough is not None:
            is_held = not (self._running or network.player.is_playing)
            if is_held:
                statements.append((NEEDED, self._held_text()))
            statements.append((SHARE if is_held else NEEDED, self._walkthrough_text(self._walkthrough)))
        elif self._without_walkthrough == "left":
            statements.append((NEEDED, self._left_text()))
        elif self._without_walkthrough:
            words = self.tr("no phase to go back to: Page Down begins the next update")
            if self._page is not None:
                words = self.tr("no phase to go back to")
            statements.append((NEEDED, words))
        elif self._running and (shown := self._share_text()):
            statements.append((SHARE, shown))
        statements += [(NEEDED, text) for text in self._moments_texts()]
        self._label.show_statements(statements)

    def _held_text(self) -> str:
        """That an update is held, and the keys that lead on in it: where a page covers it, back to it."""
        if self._page is None or self._page.shows_phases:
            return self.tr("held: Page Down shows the next phase, Space goes on")
        if self._page.has_steps:
            return self.tr("held: Esc leads back to it")
        return self.tr("held: Space goes on, Esc leads back to it")

    def _left_text(self) -> str:
        if self._page is None or self._page.shows_phases:
            return self.tr("walkthrough left: Space trains, Page Down begins the next update")
        return (
            self.tr("walkthrough left") if self._page.has_steps else self.tr("walkthrough left: Space trains")
        )

    def _share_text(self) -> str:
        """How many of the updates are shown: of the last second's pictures, on average; "" of none."""
        counts = self._share.counts(perf_counter())
        if not counts or self._page is not None:
            return ""
        if max(counts) == 1:
            return self.tr("every update is shown")
        count = math.ceil(sum(counts) / len(counts))
        return self.tr("1 update in {count} is shown").format(count=f"{count:,}")

    def _moments_texts(self) -> list[str]:
        """Of which update each part is, where they are not all of the same; a page that covers them says its own."""
        if self._page is not None:
            return []
        weights, signal, marked = self._moments()
        texts = []
        # Without weights, all that is drawn is of the signal's update.
        if signal != (self._last_update if weights < 0 else weights):
            texts = [text for text in pictured_texts(weights, signal) if text]
        if marked >= 0 and marked != (signal if weights < 0 else weights):
            if self._has_idle and self._marks_idle():
                texts.append(self._idle_text("A", marked))
            if self._shows_preferred:
                texts.append(self.tr("favourite classes: update {update}").format(update=f"{marked:,}"))
        beside = self._marked_beside
        if beside is not None and beside[0] != beside[1]:
            texts.append(self._idle_text("B", beside[0]))
        return texts

    def _idle_text(self, letter: str, update: int) -> str:
        if not self._is_pair:
            return self.tr("dead and saturated neurons: update {update}").format(update=f"{update:,}")
        text = self.tr("dead and saturated neurons of {letter}: update {update}")
        return text.format(letter=letter, update=f"{update:,}")

    def _walkthrough_text(self, walkthrough: GradientComputed) -> str:
        example, count = walkthrough.snapshot.example, walkthrough.batch_size
        update = f"{walkthrough.snapshot.update + 1:,}"
        if count == 1 and example.position is not None:
            return self.tr("telling update {update}: of one example, the one shown").format(update=update)
        if count == 1:
            text = self.tr("telling update {update}: of one example")
        else:
            text = self.tr("telling update {update}: the mean of {count} examples")
        text = text.format(update=update, count=f"{count:,}")
        if example.position is not None:
            shown = self.tr("; shown: number {position}, its largest C")
            return text + shown.format(position=f"{example.position + 1:,}")
        # Somebody has chosen what is shown: its own gradient is on screen, beside that of the batch.
        if example.origin == "train":
            if count == walkthrough.snapshot.data.train_count:
                return text + self.tr("; shown: the one chosen of them")
            return text + self.tr("; shown: the one chosen, which need not be in it")
        return text + self.tr("; shown: one that is not trained on")
