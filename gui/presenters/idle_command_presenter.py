"""A key, a button or a menu asks for what cannot be done now, or would change nothing: one sentence says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from core.engine.commands import ReleaseSample, ReturnToLive
from gui.app import commands as c
from gui.app.action_table import ACTIONS
from gui.app.engine_commands import needs_engine
from gui.app.settings import LARGEST_SCALE, PROJECTOR, SMALLEST_SCALE
from gui.network.geometry.layout import WHOLE
from gui.presenters.run_rows import RunRows
from gui.widgets.number_text import percents, whole

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition

Why = Callable[[], str]
"""Writes the sentence, in the language in force; "" where there is something to do."""


class IdleCommandPresenter(QObject):
    """One concern: no key is silent. Actions issue their commands through `issue`.

    It explains what it knows of; a command that it does not know is done, and its own presenter says what it has to.
    """

    def __init__(self, root: Composition, rows: RunRows) -> None:
        super().__init__(root)
        self._root, self._window, self._rows = root, root.window, rows
        self._why: Why | None = None
        self._reasons: dict[type, Callable[[Any], Why]] = {
            c.StepBack: lambda _: self._why_nothing_before,
            c.StepEpochs: lambda command: (
                self._why_nothing_before if command.by < 0 else self._why_nothing_later
            ),
            c.NextPhase: lambda _: lambda: root.phases.why_covered(1),
            c.PreviousPhase: lambda _: self._why_no_phase_before,
            ReturnToLive: lambda _: self._why_live,
            c.BranchHere: lambda _: self._why_no_branch,
            c.SwapSides: lambda _: self._why_one_alone,
            c.TrainBoth: lambda _: self._why_one_alone,
            ReleaseSample: lambda _: self._why_nothing_released,
            c.ChangeScale: lambda command: self._why_largest if command.by > 0 else self._why_smallest,
            c.Choose: lambda command: (
                self._why_usual_size if command == ACTIONS["action_usual_size"][2] else str
            ),
            c.Zoom: lambda command: self._why_all_seen if command.how in ("out", "fit") else str,
        }
        window = root.window
        window.keys.disabled_pressed.connect(self._on_disabled)
        root.network.player.nothing_before.connect(lambda: self._say(self._why_nothing_before))
        root.network.player.no_phase_before.connect(lambda: self._say(self._why_first_phase))
        root.network.player.changed.connect(self._withdraw)
        root.store.changed.connect(lambda *_: self._withdraw())
        window.network_area.page_changed.connect(lambda _: self._withdraw())
        window.network_view.zoomed.connect(self._withdraw)
        window.draw_panel.chooser.pinned_changed.connect(self._withdraw)

    def issue(self, command: object) -> None:
        """Have it done, or say why there is nothing to do."""
        if not self.refuses(command) and not self._explain(command):
            self._root.dispatcher.issue(command)

    def _on_disabled(self, action: QAction) -> None:
        name, menus = action.objectName(), self._window.menus
        if self._root.store.state.is_lost and action in (menus.undo_action, menus.redo_action):
            self._say_lost()
        elif action is menus.undo_action:
            self._say(lambda: self.tr("There is nothing to undo."))
        elif action is menus.redo_action:
            self._say(lambda: self.tr("There is nothing to redo."))
        elif name in ACTIONS:
            if not self.refuses(ACTIONS[name][2]) and not self._explain(ACTIONS[name][2]):
                self._say_lost()
        else:
            self._say_lost()

    def refuses(self, command: object) -> bool:
        """Whether there is no engine for this, which is said then."""
        is_refused = self._root.store.state.is_lost and needs_engine(command)
        if is_refused:
            self._say_lost()
        return is_refused

    def _explain(self, command: object) -> bool:
        """Say why there is nothing to do; False where there is something."""
        reason = self._reasons.get(type(command))
        why = str if reason is None else reason(command)
        if why():
            self._say(why)
        return bool(why())

    def _say(self, why: Why) -> None:
        if why():
            self._why = why
            self._window.message_bar.show_message(why)

    def _say_lost(self) -> None:
        if self._why_lost():
            self._why = self._why_lost
            self._root.ends.say_lost(self._why_lost)

    def _withdraw(self) -> None:
        """What was said may be so no longer."""
        if self._why is not None and not self._why():
            self._window.message_bar.withdraw(self._why)
            self._why = None

    # --- the reasons

    @property
    def _at(self) -> int | None:
        """The update that is on screen, where the training rests; None while it goes on."""
        state = self._root.store.state
        if state.run is None or state.running:
            return None
        return self._newest if state.moment is None else state.moment

    @property
    def _newest(self) -> int | None:
        run = self._root.store.state.run
        return None if run is None else self._rows.live.get(run.run)

    def _why_nothing_before(self) -> str:
        return "" if self._at != 0 else self.tr("Update 0 is shown: there is none before it.")

    def _why_no_phase_before(self) -> str:
        root, page = self._root, self._window.network_area.page
        if page is None:
            return self._why_nothing_before() if root.store.state.moment == 0 else ""
        # Of a page with steps it leads through these.
        return "" if page.has_steps else root.phases.why_covered(-1) or self._why_nothing_before()

    def _why_first_phase(self) -> str:
        phase = self._root.network.player.first_phase
        if phase == "change":
            return self.tr("The weights are changed: the phases before showed the old ones, which are gone.")
        return self.tr("The first phase is shown: there is none before it.") if phase else ""

    def _why_nothing_later(self) -> str:
        state = self._root.store.state
        if state.run is None or state.moment is not None:
            return ""
        return self.tr("The newest update is shown: nothing that was trained comes after it.")

    def _why_live(self) -> str:
        return (
            ""
            if self._root.store.state.moment is not None
            else self.tr("The newest update is shown already.")
        )

    def _why_no_branch(self) -> str:
        state = self._root.store.state
        if (state.beside_moment if state.branches == "B" else state.moment) is not None:
            return ""
        return self.tr("A branch begins at an earlier update: look back at one first.")

    def _why_one_alone(self) -> str:
        if self._root.store.state.side:
            return ""
        return self.tr("One network is shown alone: “Side by side” puts a second one beside it.")

    def _why_nothing_released(self) -> str:
        if self._root.store.state.run is None or self._window.draw_panel.chooser.is_pinned:
            return ""
        return self.tr("Examples of the training are shown already.")

    def _why_all_seen(self) -> str:
        view = self._window.network_view
        is_whole = view.zoom == WHOLE and not self._window.network_area.page
        return self.tr("The whole network is in view already.") if is_whole else ""

    def _why_largest(self) -> str:
        if self._root.store.state.scale_in_force < LARGEST_SCALE:
            return ""
        return self.tr("The type is as large as it can be: {size}.").format(
            size=percents(whole(100 * LARGEST_SCALE))
        )

    def _why_smallest(self) -> str:
        if self._root.store.state.scale_in_force > SMALLEST_SCALE:
            return ""
        return self.tr("The type is as small as it can be: {size}.").format(
            size=percents(whole(100 * SMALLEST_SCALE))
        )

    def _why_usual_size(self) -> str:
        state = self._root.store.state
        usual = PROJECTOR if state.layout == "projector" else 1.0
        return self.tr("The type has its usual size already.") if state.scale_in_force == usual else ""

    def _why_lost(self) -> str:
        if not self._root.store.state.is_lost:
            return ""
        return self.tr("The training’s process has ended: “Retry” starts it again.")
