"""Tidying the network: neurons in the order of their favourite class, the proof beside it, and the way back."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.analysis.neuron_statistics import NeuronActivity
from core.engine.commands import RedoSorting, RevertSorting, SortNeurons
from core.engine.messages import NeuronsReordered, RunInfo
from gui.app.app_state import StateStore
from gui.app.frame_clock import FrameClock
from gui.engine.client import EngineClient
from gui.network.animation.reorder_animation import GLIDE_S, Glide
from gui.presenters.inspect_presenter import InspectPresenter
from gui.presenters.network_presenter import NetworkPresenter
from gui.widgets.number_text import compact
from gui.widgets.undoable import Undoable

if TYPE_CHECKING:
    from gui.app.window_frame import WindowFrame


class TidyPresenter(QObject):
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
        self._info: RunInfo | None = None
        self._activity: NeuronActivity | None = None
        self._next_token = 0
        self._glide: Glide | None = None
        self._begun_s = 0.0
        self._offer = ""
        clock.add(self)
        window.undo_stack.indexChanged.connect(self._withdraw_offer)

    @Slot(object)
    def show_run(self, info: RunInfo) -> None:
        """The run on screen."""
        self._info = info

    @Slot(object)
    def show_activity(self, activity: NeuronActivity) -> None:
        """What the neurons do over the test set, by the numbers that they have now."""
        self._activity = activity

    @Slot()
    def tidy(self) -> None:
        """Order the neurons of the run on screen."""
        if self._info is not None:
            self._next_token += 1
            self._engine.send(SortNeurons(self._info.run, self._next_token))

    @Slot(object)
    def show_reordered(self, told: NeuronsReordered) -> None:
        """The neurons stand in other places: everything follows, and where that may be seen they glide."""
        if self._info is None or told.snapshot.run != self._info.run:
            return
        view = self._window.network_view
        layout = view.layout_shown
        shown = () if layout is None else tuple(column.shown for column in layout.layers)
        view.let_go()
        known = self._activity
        if told.activity is not None:
            known = told.activity
        elif known is not None and known.run == told.snapshot.run:
            known = known.reordered(told.orders)
        self._network.show_changed(told.snapshot, reordered=True)
        if known is not None and known.run == told.snapshot.run:
            self._activity = known
            self._network.show_activity(known)
            self._inspect.show_activity(known)
        if self._may_move():
            self._begun_s = perf_counter()
            self._glide = Glide(told.orders, shown=shown)
            view.show_glide(self._glide)
            self._clock.wake()
        if told.how == "tidy":
            of = told.snapshot.run, told.token
            self._window.undo_stack.push(
                Undoable(self.tr("Tidy"), self._engine.send, None, RevertSorting(*of), RedoSorting(*of))
            )
            self._say(told)

    @Slot(str)
    def say_not_tidied(self, why: str) -> None:
        """Why the neurons stay where they are."""
        text = {
            "no_classes": self.tr(
                "These examples have no classes, so no neuron has a favourite: there is nothing to order by."
            ),
            "no_hidden": self.tr("This network has no hidden neurons to put in order."),
            "all_stay": self.tr(
                "Residual connections tie every hidden layer to the input, so that no neuron can change its place."
            ),
            "in_order": self.tr("The neurons are in the order of their favourites already."),
        }[why]
        self._window.message_bar.show_message(text)

    # --- frames

    def move(self, now_s: float) -> bool:
        """Bring the neurons a frame nearer to their places."""
        if self._glide is None:
            return False
        view = self._window.network_view
        if view.is_behind:
            # The new edges are being drawn: until then all is as it was.
            self._begun_s = now_s
        progress = (now_s - self._begun_s) / GLIDE_S
        self._glide = replace(self._glide, progress=max(0.0, progress))
        if progress >= 1 or not self._may_move() or not view.is_gliding:
            self._glide = None
        view.show_glide(self._glide)
        view.update()
        return self._glide is not None

    def has_work(self, now_s: float) -> bool:
        """All of it is done in `move`."""
        return False

    def work(self, budget_ms: float) -> bool:
        """All of it is painting."""
        return False

    # --- parts

    def _may_move(self) -> bool:
        return self._store.state.is_moving

    def _say(self, told: NeuronsReordered) -> None:
        assert self._info is not None
        if self._info.data.choice.source == "digits":
            text = self.tr(
                "Reordered {neurons} neurons by favourite digit. Largest difference of any output: {difference}"
                " ({count} test examples)."
            )
        else:
            text = self.tr(
                "Reordered {neurons} neurons by favourite class. Largest difference of any output: {difference}"
                " ({count} test examples)."
            )
        text = text.format(
            neurons=f"{told.reordered:,}", difference=compact(told.difference), count=f"{told.count:,}"
        )
        if told.stays:
            layers = ", ".join(str(layer + 1) for layer in told.stays)
            text += " " + self.tr(
                "Tied to the input by residual connections, and so as before: layer {layers}."
            ).format(layers=layers)
        stack = self._window.undo_stack
        self._window.message_bar.show_message(text, "info", [(self.tr("Undo"), stack.undo)])
        self._offer = text

    @Slot()
    def _withdraw_offer(self) -> None:
        """Something else would be undone now, so the message that offers Undo goes."""
        if self._offer and self._window.message_bar.text == self._offer:
            self._window.message_bar.hide()
        self._offer = ""
