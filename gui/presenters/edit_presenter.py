"""Editing: a parameter that is typed or dragged is set at once, and can be set back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from core.analysis.exact_losses import ExactLoss
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import EditParameter, SwitchEdit
from core.engine.messages import EditRefused, ParameterEdited, RunInfo
from core.engine.snapshot import Snapshot
from gui.app.frame_clock import FrameClock, FrameListener
from gui.app.message_bar import MessageBar
from gui.engine.client import EngineClient
from gui.presenters.loss_presenter import LossPresenter
from gui.presenters.network_presenter import NetworkPresenter
from gui.widgets.number_text import plain
from gui.widgets.parameter_field import ParameterField
from gui.widgets.undoable import Undoable

# A dragged value goes out when the last one's exact L is known, so that L follows; or after so long.
ANSWER_TIMEOUT_S = 0.1


@dataclass(frozen=True)
class Drag:
    """A parameter under the pointer: one edit, whatever it passes through."""

    undoable: Undoable
    edit: EditParameter


class EditPresenter(FrameListener, QObject):
    """One concern: parameters that the user sets."""

    def __init__(
        self,
        fields: Sequence[ParameterField],
        messages: MessageBar,
        network: NetworkPresenter,
        loss: LossPresenter,
        engine: EngineClient,
        undo_stack: QUndoStack,
        clock: FrameClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._messages = messages
        self._network, self._loss = network, loss
        self._engine = engine
        self._undo_stack = undo_stack
        self._clock = clock
        self._info: RunInfo | None = None
        self._displayed: Snapshot | None = None
        self.before_edit: Callable[[Callable[[], object]], bool] = _now
        """Does an edit now, or later, where it has to wait for a run of its own: then the answer is true."""
        self._next_edit_id = 0
        # What is being dragged; its newest value, while that waits for the one before it.
        self._drag: Drag | None = None
        self._waiting: EditParameter | None = None
        self._sent_s = float("-inf")
        self._is_known = True
        clock.add(self)
        for field in self._fields:
            field.value_wanted.connect(self._on_value_wanted)
            field.drag_ended.connect(self._on_drag_ended)

    # --- what the training sends

    def show_run(self, info: RunInfo) -> None:
        """Another run, or the same with other settings."""
        if self._info is not None and info.run != self._info.run:
            self._forget_drag()
        self._info = info
        self._next_edit_id = max(self._next_edit_id, info.last_edit)

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """What is on screen; a drag goes by how large its layer's weights are."""
        self._displayed = snapshot
        for field in self._fields:
            place = field.place
            groups = [g for g in snapshot.connections if place and g.target_layer == place.layer + 1]
            if groups:
                weights = np.concatenate([group.values(snapshot.parameters) for group in groups])
                field.set_typical_size(float(np.mean(np.abs(weights), dtype=np.float64)))

    def show_edited(self, message: ParameterEdited) -> None:
        """A parameter was set, or set back: nothing that was computed with the old one stays."""
        snapshot, made = message.snapshot, message.made
        if self._info is None or snapshot.run != self._info.run:
            return
        self._loss.mark_edit(snapshot.run, message.edit_id, made)
        self._network.show_changed(snapshot)
        if not made.is_on and made.trained_since:
            self._messages.show_message(
                lambda: self.tr("{symbol} is {value} again; what was trained since stays.").format(
                    symbol=made.place.symbol, value=plain(made.before)
                )
            )

    def show_refused(self, refused: EditRefused) -> None:
        """The neurons have just moved, or the run is over."""
        for place in range(self._undo_stack.count()):
            command = self._undo_stack.command(place)
            if isinstance(command, Undoable) and command.revert == SwitchEdit(
                refused.run, refused.edit_id, False
            ):
                # Undo passes over it.
                command.setObsolete(True)
        self._forget_drag()

        def words() -> str:
            if refused.is_returning:
                return self.tr(
                    "Nothing was changed: the run is on its way back to its last finite weights. Try again in a moment."
                )
            return self.tr("Nothing was changed: the neurons have just moved, or this run has ended.")

        self._messages.show_message(words)

    def note_exact(self, exact: ExactLoss) -> None:
        """L has followed; the next value may."""
        self._is_known = True
        self._clock.wake()

    # --- what the user wants

    def _on_value_wanted(self, place: ParameterLocation, value: float, dragged: bool) -> None:
        self.before_edit(lambda: self._edit(place, value, dragged))

    def _edit(self, place: ParameterLocation, value: float, dragged: bool) -> None:
        if self._info is None or self._displayed is None or self._displayed.run != self._info.run:
            return
        drag, stack = self._drag, self._undo_stack
        newest = stack.command(stack.count() - 1) if stack.index() == stack.count() > 0 else None
        if dragged and drag is not None and drag.edit.place == place and newest is drag.undoable:
            self._waiting = replace(drag.edit, value=value)
            self._clock.wake()
            return
        self._next_edit_id += 1
        of = self._info.run, self._next_edit_id
        edit = EditParameter(*of, place, value, self._displayed.permutation_count)

        def words() -> str:
            return self.tr("Edit {symbol} (this number only)").format(symbol=place.symbol)

        undoable = Undoable(words, self._issue, edit, SwitchEdit(*of, False), SwitchEdit(*of, True))
        stack.push(undoable)
        self._drag = Drag(undoable, edit) if dragged else None

    def _on_drag_ended(self) -> None:
        self.finish()
        self._drag = None

    # --- on the way to the training

    def _issue(self, command: EditParameter | SwitchEdit) -> None:
        """Send it now, behind the value that waits: what was trained since an edit stays when it is taken back."""
        if isinstance(command, SwitchEdit) and not command.is_on:
            self.finish()
        if isinstance(command, EditParameter):
            self._waiting = None
            self._is_known, self._sent_s = False, perf_counter()
        self._engine.send(command)

    def finish(self) -> None:
        """Send what waits."""
        if self._waiting is not None:
            assert self._displayed is not None
            self._issue(replace(self._waiting, permutations=self._displayed.permutation_count))

    def move(self, now_s: float) -> bool:
        """The newest value of a drag goes out as soon as the one before it is seen."""
        if self._waiting is not None and (self._is_known or now_s - self._sent_s >= ANSWER_TIMEOUT_S):
            self.finish()
        return self._waiting is not None

    def _forget_drag(self) -> None:
        self._drag = self._waiting = None
        for field in self._fields:
            field.release()


def _now(edit: Callable[[], object]) -> bool:
    edit()
    return False
