"""What somebody who listens hears of switches and pins: what others see at once."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QObject

from gui.app import commands as c
from gui.app.action_table import ACTIONS
from gui.app.app_state import AppState, StateStore
from gui.app.mnemonics import plain
from gui.app.window_frame import WindowFrame
from gui.network.interaction.neuron_values import edge_values, neuron_values
from gui.network.interaction.selection import SelectionItem
from gui.widgets.announcement import announce

_SWITCHES = {command.name: name for name, (_, _, command) in ACTIONS.items() if isinstance(command, c.Toggle)}


class AnnouncementPresenter(QObject):
    """One concern: a sentence for a screen reader where a key changes what is seen, and moves no focus."""

    def __init__(self, window: WindowFrame, store: StateStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._pins: tuple[SelectionItem, ...] = ()
        store.changed.connect(self._on_state_changed)
        window.network_view.pins_changed.connect(self._on_pins_changed)

    def _on_state_changed(self, before: AppState, now: AppState) -> None:
        if before.run is None:
            # What was chosen last time is taken up: nobody has switched anything.
            return
        for field in fields(AppState):
            value = getattr(now, field.name)
            if value == getattr(before, field.name):
                continue
            if field.name in _SWITCHES:
                words = self.tr("{switch}: on") if value else self.tr("{switch}: off")
                self._say(words.format(switch=self._words_of(_SWITCHES[field.name])))
            elif field.name == "edge_value":
                self._say(self._words_of(f"action_picture_{value}"))

    def _on_pins_changed(self, pins: tuple[SelectionItem, ...]) -> None:
        before, self._pins = self._pins, pins
        new = [pin for pin in pins if pin not in before]
        gone = [pin for pin in before if pin not in pins]
        if new:
            self._say(self.tr("pinned: {what}").format(what=self._name_of(new[-1])))
        elif gone:
            self._say(self.tr("no longer pinned: {what}").format(what=self._name_of(gone[-1])))

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
        announce(self._window.network_view, sentence)
