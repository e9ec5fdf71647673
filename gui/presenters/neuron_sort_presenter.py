"""Sorting neurons by their preferred class, with the check that the outputs stay the same, and undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject

from core.analysis.neuron_statistics import NeuronStatistics
from core.editing.neuron_permutation import Order, layers_tied_to_input
from core.engine.commands import SortNeurons, SwitchSorting
from core.engine.messages import NeuronsPermuted
from gui.app.app_state import StateStore
from gui.app.frame_clock import FrameClock, FrameListener
from gui.app.window_frame import WindowFrame
from gui.engine.client import EngineClient
from gui.network.animation.reorder_animation import REORDER_S, ReorderAnimation
from gui.presenters.inspect_presenter import InspectPresenter
from gui.presenters.network_presenter import NetworkPresenter
from gui.widgets.number_text import compact
from gui.widgets.sentence_text import enumerated, sentences
from gui.widgets.undoable import Undoable


class NeuronSortPresenter(FrameListener, QObject):
    """One concern: where the neurons stand, and that nothing on screen means another one by the same number."""

    def __init__(
        self,
        window: WindowFrame,
        engine: EngineClient,
        network: NetworkPresenter,
        inspect: InspectPresenter,
        clock: FrameClock,
        store: StateStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._store = store
        self._engine = engine
        self._network, self._inspect = network, inspect
        self._clock = clock
        self._statistics: NeuronStatistics | None = None
        self._next_edit_id = 0
        self._reorder_animation: ReorderAnimation | None = None
        self._begun_s = 0.0
        clock.add(self)

    def show_neuron_statistics(self, statistics: NeuronStatistics) -> None:
        """What the neurons do over the test set, by the numbers that they have now."""
        self._statistics = statistics

    def sort_neurons(self) -> None:
        """Order the neurons of the run on screen."""
        info = self._store.state.run
        if info is not None:
            self._next_edit_id = max(self._next_edit_id, info.last_edit) + 1
            self._engine.send(SortNeurons(info.run, self._next_edit_id))

    def show_permuted(self, message: NeuronsPermuted) -> None:
        """The neurons stand in other places: everything follows, and where that may be seen they glide."""
        info = self._store.state.run
        if info is None or message.snapshot.run != info.run:
            return
        view = self._window.network_view
        layout = view.layout_shown
        shown = () if layout is None else tuple(column.shown for column in layout.layers)
        self.follow(message.orders)
        known = self._statistics
        if message.statistics is not None:
            known = message.statistics
        elif known is not None and known.run == message.snapshot.run:
            known = known.reordered(message.orders)
        self._network.show_changed(message.snapshot, reordered=True)
        if known is not None and known.run == message.snapshot.run:
            self._statistics = known
            self._network.show_neuron_statistics(known)
            self._network.on_screen.once_seen(lambda: self._inspect.show_neuron_statistics(known))
        if self._store.state.is_moving:
            self._begun_s = perf_counter()
            self._reorder_animation = ReorderAnimation(message.orders, shown=shown)
            view.show_reorder_animation(self._reorder_animation)
            self._clock.wake()
        if message.how == "tidy":
            of = message.snapshot.run, message.edit_id
            self._window.undo_stack.push(
                Undoable(
                    lambda: self.tr("Tidy"),
                    self._engine.send,
                    None,
                    SwitchSorting(*of, False),
                    SwitchSorting(*of, True),
                )
            )
            self._show_result(message)

    def follow(self, orders: Sequence[Order]) -> None:
        """What is pinned and focused follows hidden neurons that are about to be shown in these orders."""
        for what in (self._window.network_view, self._inspect):
            self._network.on_screen.before_next(partial(what.follow_permutation, orders))

    def show_not_sorted(self, why: str) -> None:
        """Why the neurons stay where they are."""
        self._window.message_bar.show_message(lambda: self._reason(why))

    def _reason(self, why: str) -> str:
        return {
            "no_classes": self.tr(
                "These examples have no classes, so no neuron has a favourite: there is nothing to order by."
            ),
            "no_hidden": self.tr("This network has no hidden neurons to put in order."),
            "all_stay": self.tr(
                "Every hidden layer is tied to the input, or joined in part only to the next one or the one before, so"
                " that no neuron can change its place."
            ),
            "no_favourites": self.tr(
                "No neuron has a favourite: none is more active for one class than for all others."
            ),
            "in_order": self.tr("The neurons are in the order of their favourites already."),
        }[why]

    # --- frames

    def move(self, now_s: float) -> bool:
        """Bring the neurons a frame nearer to their places."""
        if self._reorder_animation is None:
            return False
        view = self._window.network_view
        if view.is_behind:
            # The new edges are being drawn: until then all is as it was.
            self._begun_s = now_s
        progress = (now_s - self._begun_s) / REORDER_S
        self._reorder_animation = replace(self._reorder_animation, progress=max(0.0, progress))
        if progress >= 1 or not self._store.state.is_moving or not view.is_reordering:
            self._reorder_animation = None
        view.show_reorder_animation(self._reorder_animation)
        view.update()
        return self._reorder_animation is not None

    # --- parts

    def _show_result(self, message: NeuronsPermuted) -> None:
        self._window.message_bar.offer_undo(lambda: self._result(message), self._window.undo_stack)

    def _result(self, message: NeuronsPermuted) -> str:
        if message.snapshot.data.choice.source == "digits":
            text = self.tr(
                "Reordered {what} by favourite digit. Largest difference of any output: {difference}"
                " ({count} test examples)."
            )
        else:
            text = self.tr(
                "Reordered {what} by favourite class. Largest difference of any output: {difference}"
                " ({count} test examples)."
            )
        maps, neurons = message.reordered
        if maps:
            text += " " + self.tr("Feature maps were moved as wholes.")
        what = (
            self.tr("{maps} maps and {neurons} neurons") if maps and neurons else self.tr("{neurons} neurons")
        )
        what = self.tr("{maps} maps") if maps and not neurons else what
        text = text.format(
            what=what.format(maps=f"{maps:,}", neurons=f"{neurons:,}"),
            difference=compact(message.difference),
            count=f"{message.count:,}",
        )
        tied = set(layers_tied_to_input(message.snapshot.topology))
        parts = [text]
        if tied & set(message.stays):
            words = self.tr("Tied to the input, and so as before: layer {layers}.")
            parts.append(words.format(layers=_listed(layer for layer in message.stays if layer in tied)))
        if set(message.stays) - tied:
            words = self.tr(
                "Joined in part only to the next layer or the one before, and so as before: layer {layers}."
            )
            parts.append(words.format(layers=_listed(layer for layer in message.stays if layer not in tied)))
        return sentences(parts)


def _listed(layers: Iterable[int]) -> str:
    return enumerated(str(layer + 1) for layer in layers)
