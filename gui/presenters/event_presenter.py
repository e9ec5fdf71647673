"""One plain sentence when something happens in the training that the lecture has a word for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import NeuronStatistics
from core.analysis.training_events import Event, LayersDied, TrainingEvents
from core.engine.messages import RunInfo
from gui.app.message_bar import MessageBar
from gui.findings.finding_words import guessing_words
from gui.widgets.number_text import total_text
from gui.widgets.sentence_text import enumerated, sentences


class EventPresenter(QObject):
    """One concern: saying it once, with its update, where nothing else is being said."""

    def __init__(self, messages: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._info: RunInfo | None = None
        self._events: dict[int, TrainingEvents] = {}
        # Of the run on screen, while another message stands; each names its update, and stays true.
        self._waiting: deque[Event] = deque()
        self._words: Callable[[], str] | None = None
        # Later: the button that has closed a message may have news of its own, and these come first.
        messages.freed.connect(lambda: QTimer.singleShot(0, self, self._say))

    def show_run(self, info: RunInfo) -> None:
        """Another run, or other settings of the same: what was said of another one is withdrawn."""
        if self._info is not None and info.run != self._info.run:
            self._waiting.clear()
            if self._words is not None:
                self._messages.withdraw(self._words)
        self._info = info

    def note_statistics(self, statistics: NeuronStatistics) -> None:
        """What the hidden neurons do over the test set."""
        if self._info is not None and statistics.run == self._info.run:
            self._say(*self._of(statistics.run).note_statistics(statistics))

    def note_exact(self, exact: ExactLoss) -> None:
        """The exact losses of an update."""
        if self._info is not None and exact.run == self._info.run:
            self._say(*self._of(exact.run).note_exact(exact, self._info.baseline_loss))

    def note_edit(self, run: int) -> None:
        """A parameter of this run was set by hand: what its losses do for that is not the training's doing."""
        self._of(run).note_edit()

    def forget(self, run: int) -> None:
        """No undo reaches this run any more, or a part of its past is lost."""
        self._events.pop(run, None)

    def _of(self, run: int) -> TrainingEvents:
        return self._events.setdefault(run, TrainingEvents())

    def _say(self, *events: Event) -> None:
        self._waiting += events
        if self._waiting and not self._messages.text:
            event = self._waiting.popleft()
            self._words = lambda: self._words_for(event)
            self._messages.show_message(self._words, lasting=True)

    def _words_for(self, event: Event) -> str:
        if isinstance(event, LayersDied):
            return self._words_for_dead(event)
        # What it comes of is the findings' to judge, which have rules for it: here it is only told.
        update = f"{event.update:,}"
        text = self.tr("Update {update}: L is back above guessing: mean Cⁿ = {mean}, {guessing}.")
        is_regression = self._info is not None and not self._info.data.class_names
        if is_regression:
            text = self.tr(
                "Update {update}: L is back above what the mean as every answer costs: mean Cⁿ = {mean}, {guessing}."
            )
        guessing = guessing_words(total_text(event.baseline), is_regression)
        return text.format(update=update, mean=total_text(event.mean), guessing=guessing)

    def _words_for_dead(self, event: LayersDied) -> str:
        """Which layers died, and what that means for the gradient: a residual connection carries it past them."""
        assert self._info is not None
        residual = self._info.architecture.residual(self._info.sizes[0])
        layers, passed = (
            _numbered(event.layers),
            _numbered([layer for layer in event.layers if residual[layer]]),
        )
        words = [self.tr("Update {update}: all neurons of layer {layer} are dead.")]
        if len(event.layers) > 1:
            words = [self.tr("Update {update}: all neurons of the layers {layer} are dead.")]
        if set(event.activations) == {"relu"}:
            # It is 0 or 1, and nothing between.
            reason = self.tr(
                "For each of the {count} test examples their f′(z) is 0, so no gradient passes through f."
            )
            if event.count == 1:
                reason = self.tr(
                    "For the only test example their f′(z) is 0, so no gradient passes through f."
                )
        else:
            reason = self.tr(
                "For each of the {count} test examples their f′(z) is nearly 0, so hardly any gradient passes through"
                " f."
            )
            if event.count == 1:
                reason = self.tr(
                    "For the only test example their f′(z) is nearly 0, so hardly any gradient passes through f."
                )
        words.append(reason)
        if passed:
            words.append(self.tr("The residual connection still carries all of it past layer {passed}."))
        if "," in passed:
            words[-1] = self.tr("The residual connections still carry all of it past the layers {passed}.")
        return sentences(words).format(
            update=f"{event.update:,}", layer=layers, count=f"{event.count:,}", passed=passed
        )


def _numbered(layers: Iterable[int]) -> str:
    """Layers as they are counted on screen: "1, 3"."""
    return enumerated(str(layer + 1) for layer in layers)
