"""Running, pausing and stepping, and how fast: from a step walkthrough to full speed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.engine.commands import Pause, SetRate, Train, TrainEpoch
from gui.app.app_state import StateStore
from gui.app.settings import DEFAULT_SPEED
from gui.app.speed_slider import FULL_SPEED, SpeedSlider, phase_seconds, updates_per_second
from gui.engine.client import EngineClient
from gui.presenters.network_presenter import NetworkPresenter


class TransportPresenter(QObject):
    """One concern: when the next update is made."""

    walkthrough_left = Signal()
    """A walkthrough that was held, or played by itself, has ended, for another speed was chosen; the training rests."""

    def __init__(
        self,
        slider: SpeedSlider,
        network: NetworkPresenter,
        engine: EngineClient,
        store: StateStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._slider = slider
        self._network = network
        self._engine = engine
        self._store = store
        self._speed_before_full = DEFAULT_SPEED
        network.player.changed.connect(self._show_playing)

    def show_running(self, running: bool) -> None:
        """The engine has started or stopped."""
        self._network.set_running(running)
        self._store.update(running=running)

    def _show_playing(self) -> None:
        self._store.update(playing=self._network.player.is_playing)

    def toggle_running(self) -> None:
        """Run, or pause; a walkthrough that was begun by itself stops where it is, or goes on."""
        if self._store.state.running:
            self._engine.send(Pause())
        elif self._network.player.is_wanted:
            self._network.player.toggle()
        else:
            self._engine.send(Train())

    def step(self) -> None:
        """One update; as a walkthrough in slow motion, and on to its next phase where one is under way."""
        player = self._network.player
        if player.walkthrough is not None or player.is_wanted:
            self.go_to_phase(1)
            return
        if self._store.state.running:
            self._engine.send(Pause())
        if self._network.is_walkthrough_mode:
            player.start()
        else:
            self._engine.send(Train(updates=1))

    def go_to_phase(self, by: int) -> None:
        """To the next phase of the walkthrough, or to the one before; it is held there, and the training rests."""
        if self._store.state.running:
            self._engine.send(Pause())
        player = self._network.player
        if by > 0:
            player.next_phase()
        else:
            player.previous_phase()

    def step_epoch(self) -> None:
        """On to the end of this epoch, as fast as possible."""
        if self._network.is_walkthrough_mode:
            self.set_speed(DEFAULT_SPEED)
        self._engine.send(TrainEpoch())

    def set_speed(self, speed: int) -> None:
        """Take this slider position as the pace; one beyond the slider is brought onto it."""
        speed, before = min(FULL_SPEED, max(0, speed)), self._store.state
        if speed == FULL_SPEED and not before.is_full_speed:
            self._speed_before_full = before.speed
        player = self._network.player
        rests_in_walkthrough = player.walkthrough is not None and not before.running
        self._slider.set_speed(speed)
        rate = updates_per_second(speed)
        self._engine.send(SetRate(rate))
        self._network.set_walkthrough_mode(rate == 0)
        if speed == FULL_SPEED and (player.walkthrough is not None or player.is_wanted):
            # There it can't be followed, however it was begun; and Space is to train at full speed.
            self._network.leave_walkthrough()
        # At once, also for one that is under way.
        player.set_phase_seconds(phase_seconds(speed))
        self._store.update(speed=speed)
        if rests_in_walkthrough and player.walkthrough is None:
            self.walkthrough_left.emit()

    def change_speed(self, by: int) -> None:
        """Move the slider by so much."""
        self.set_speed(self._store.state.speed + by)

    def toggle_full_speed(self) -> None:
        """To full speed with one key, and back to where it was."""
        self.set_speed(self._speed_before_full if self._store.state.is_full_speed else FULL_SPEED)
