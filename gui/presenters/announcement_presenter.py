"""What somebody who listens hears of switches, pins, zoom, the training and its speed: what others see at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QMenu

from gui.app import commands as c
from gui.app.action_table import ACTIONS, CHOICES
from gui.app.app_state import AppState, StateStore
from gui.app.mnemonics import plain
from gui.app.window_frame import WindowFrame
from gui.network.interaction.neuron_values import edge_values, neuron_values
from gui.network.interaction.selection import SelectionItem
from gui.presenters.walkthrough_player import WalkthroughPlayer
from gui.presenters.zoom_announcement import ZoomAnnouncement
from gui.side.side_header import SideHeader
from gui.widgets.announcement import RESTS_MS, announce, switched
from gui.widgets.number_text import compact, percents, whole
from gui.widgets.sentence_text import labelled, listed, sentences

# What of the state makes up how the training stands.
STANDING = ("run", "running", "playing", "moment")
_SWITCHES = {command.name: name for name, (_, _, command) in ACTIONS.items() if isinstance(command, c.Toggle)}
_SWITCHES |= {"side": "action_side", "trains_both": "action_train_both"}
# What is chosen instead of another: the action of each value that a field may have.
_CHOSEN = {
    (field, value): f"action_{group}_{value}"
    for group, (field, values) in CHOICES.items()
    if group in ("picture", "edges", "sign")
    for value in values
}
# Of these it is said what they are, for a line such as "As the system" may be of any.
_LOOKS = ("theme", "language")
_CHOSEN |= {("layout", layout): f"action_{layout}" for layout in ("watch", "examine", "projector")}


@dataclass(frozen=True)
class Standing:
    """How the training stands: whether it goes on, which run's update is shown, whether one looks back, the speed.

    `phase` says what happens in the phase of an update at which one stands, "" where it goes on or is not told.
    """

    run: int
    moves: bool
    update: int
    looks_back: bool
    speed: int
    phase: str = ""


class AnnouncementPresenter(QObject):
    """One concern: a sentence for a screen reader where a key changes what is seen, and moves no focus."""

    def __init__(
        self,
        window: WindowFrame,
        store: StateStore,
        player: WalkthroughPlayer,
        name_of_run: Callable[[int], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._player, self._name_of_run = window, player, name_of_run
        self._pins: tuple[SelectionItem, ...] = ()
        # What was said last; None before there is a run.
        self._standing: Standing | None = None
        # A key was pressed that should have changed the speed.
        self._is_speed_asked = False
        # A and B were asked to change places.
        self._is_swap_asked = False
        # The run that the window goes back to; None where it does not.
        self._run_asked: int | None = None
        # What else was chosen is said when all wear it, and in the language that was chosen.
        self._looks_chosen: set[str] = set()
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rest.timeout.connect(self._tell_standing)
        self._store = store
        window.actions_.issued.connect(self._on_issued)
        store.changed.connect(self._on_state_changed)
        player.changed.connect(self._rest.start)
        window.network_view.pins_changed.connect(self._on_pins_changed)
        unlock = window.actions_["action_unlock_panels"]
        unlock.triggered.connect(lambda is_on: self._say(switched(plain(unlock.text()), is_on)))
        menus, stack = window.menus, window.undo_stack
        # The step is taken by then.
        for undone in (
            menus.undo_action.triggered,
            window.message_bar.undone,
            window.draw_panel.tools.undone,
        ):
            undone.connect(lambda: self._say_step(self.tr("undone: {step}"), stack.redoText()))
        menus.redo_action.triggered.connect(
            lambda: self._say_step(self.tr("redone: {step}"), stack.undoText())
        )
        view = window.network_view
        ZoomAnnouncement(view, view.zoomed, lambda: ((), view.zoom.scale), self._zoom_words)

    def tell_run(self, run: int) -> None:
        """Say which run is on screen, and at which update, once this one is.

        It was there before: of one that begins the message bar says how.
        """
        self._run_asked = run
        self._rest.start()

    def _on_state_changed(self, before: AppState, now: AppState) -> None:
        if before.run is None:
            # What was chosen last time is taken up: nobody has switched anything.
            self._standing = self._now()
            return
        if any(getattr(before, name) != getattr(now, name) for name in STANDING):
            self._rest.start()
        for field in fields(AppState):
            value = getattr(now, field.name)
            if value == getattr(before, field.name):
                continue
            if field.name in _SWITCHES:
                self._say(switched(self._words_of(_SWITCHES[field.name]), bool(value)))
            elif (field.name, value) in _CHOSEN:
                self._say(self._words_of(_CHOSEN[field.name, value]))
            elif field.name in _LOOKS:
                self._looks_chosen.add(field.name)
                self._rest.start()
        if now.layout == before.layout and now.scale_in_force != before.scale_in_force:
            size = percents(whole(100 * now.scale_in_force))
            self._say(labelled(self.tr("Size of type"), size))

    def _on_issued(self, command: object) -> None:
        if isinstance(command, (c.ChangeSpeed, c.ToggleFullSpeed)):
            self._is_speed_asked = True
            self._rest.start()
        elif isinstance(command, c.SwapSides) and self._store.state.side:
            self._is_swap_asked = True
            self._rest.start()

    def _now(self) -> Standing | None:
        """How things stand; None while the update that is asked for is on its way to the screen."""
        state, shown = self._store.state, self._window.network_view.displayed_snapshot
        if state.run is None:
            return None
        live = state.run.update if shown is None or shown.run != state.run.run else shown.update
        if state.moment is not None and live != state.moment:
            return None
        player = self._player
        is_on_its_way = player.is_led and not player.is_frozen
        if is_on_its_way and not state.reduced_motion:
            # Told at the end of the phase, when nothing moves any more: else nothing does from its beginning.
            return None
        moves = (state.running or state.playing) and not is_on_its_way
        phase = player.sentence() if player.is_frozen or is_on_its_way else ""
        return Standing(state.run.run, moves, live, state.moment is not None, state.speed, phase)

    def _tell_standing(self) -> None:
        """Say what has changed of it since the last time."""
        before, now = self._standing, self._now()
        if now is None:
            if not self._store.state.is_lost:
                self._rest.start()
            return
        if self._player.is_led and not self._player.is_frozen:
            # The next phase may begin only when the engine has computed what it shows.
            self._rest.start()
        self._standing = now
        parts = []
        if before is not None and before.run == now.run:
            if now.phase and now.phase != before.phase:
                parts.append(now.phase)
            elif now.moves and not before.moves:
                parts.append(self.tr("the training runs"))
            elif before.moves and not now.moves and not now.looks_back:
                parts.append(self.tr("paused at update {update}").format(update=f"{now.update:,}"))
            elif not now.moves and (before.update, before.looks_back) != (now.update, now.looks_back):
                # Where it has paused and one looks back, it has not paused at the update that is shown.
                paused = self.tr("paused") if before.moves else ""
                parts.append(listed((paused, *self._place_words(now))))
        elif before is not None and before.run != now.run:
            # Where A and B change places both are told of.
            if now.run == self._run_asked and not self._is_swap_asked:
                parts.append(self._words_of_run(now))
            self._run_asked = None
        if self._is_speed_asked and not self._window.speed.has_keyboard:
            parts.append(self._window.speed.words)
        if self._is_swap_asked:
            parts += map(self._words_of_side, self._window.network_area.side_area.headers)
        parts += [self._words_of_look(field) for field in _LOOKS if field in self._looks_chosen]
        self._is_speed_asked = self._is_swap_asked = False
        self._looks_chosen.clear()
        self._say(sentences(parts))

    def _say_step(self, words: str, step: str) -> None:
        """Which step of undo was taken: what is another thing by then is seen, and may be another run."""
        if step:
            self._say(words.format(step=step))

    def _words_of_run(self, now: Standing) -> str:
        """Which run is on screen, in the words of its row in the list."""
        on_screen = QCoreApplication.translate("RunTree", "{run}, on screen")
        return listed((on_screen.format(run=self._name_of_run(now.run)), *self._place_words(now)))

    def _place_words(self, now: Standing) -> tuple[str, str]:
        past = self.tr("looking back") if now.looks_back else ""
        return self.tr("update {update}").format(update=f"{now.update:,}"), past

    def _words_of_look(self, field: str) -> str:
        """What is chosen of it, by the name of its menu."""
        menu = self._window.menus.findChild(QMenu, f"menu_{field}")
        assert isinstance(menu, QMenu)
        chosen = self._words_of(f"action_{field}_{getattr(self._store.state, field)}")
        return labelled(plain(menu.title()), chosen)

    def _words_of_side(self, header: SideHeader) -> str:
        """Which network stands there: its name and its update, in their order."""
        return labelled(header.accessibleName(), listed(text for _, text in header.statements()[:2]))

    def _on_pins_changed(self, pins: tuple[SelectionItem, ...]) -> None:
        before, self._pins = self._pins, pins
        new = [pin for pin in pins if pin not in before]
        gone = [pin for pin in before if pin not in pins]
        if new:
            self._say(self.tr("pinned: {what}").format(what=self._name_of(new[-1])))
        elif gone:
            self._say(self.tr("no longer pinned: {what}").format(what=self._name_of(gone[-1])))

    def _zoom_words(self) -> str:
        scale = self._window.network_view.zoom.scale
        if scale == 1:
            return self.tr("All of the network is in sight.")
        return self.tr("The network is enlarged {factor} times.").format(factor=compact(scale))

    def _name_of(self, pin: SelectionItem) -> str:
        snapshot = self._window.network_view.displayed_snapshot
        if snapshot is None:
            return ""
        if len(pin) == 2:
            return neuron_values(snapshot, *pin).title
        return self._window.inspector.pins.words_of(edge_values(snapshot, *pin))[0]

    def _words_of(self, action: str) -> str:
        return plain(self._window.actions_[action].text())

    def _say(self, sentence: str) -> None:
        if sentence:
            announce(self._window.network_view, sentence)
