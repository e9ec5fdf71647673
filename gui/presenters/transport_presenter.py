"""Running, pausing and stepping, and how fast: from a step walkthrough to full speed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from core.engine.commands import Pause, SetRate, Train, TrainEpoch
from gui.app.speed_slider import FULL_SPEED, SpeedSlider, updates_per_second
from gui.engine.client import EngineClient
from gui.presenters.network_presenter import NetworkPresenter


class TransportPresenter(QObject):
    """One concern: when the next update is made."""

    running_changed = Signal(bool)
    speed_changed = Signal(int)

    def __init__(
        self,
        slider: SpeedSlider,
        network: NetworkPresenter,
        engine: EngineClient,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._slider = slider
        self._network = network
        self._engine = engine
        self._running = False
        self._speed = self._speed_before_full = slider.default_speed

    @property
    def is_running(self) -> bool:
        """Whether the training runs."""
        return self._running

    @property
    def speed(self) -> int:
        """The slider's position, 0 to FULL_SPEED."""
        return self._speed

    @Slot(bool)
    def show_running(self, running: bool) -> None:
        """The worker has started or stopped."""
        self._running = running
        self._network.set_running(running)
        self.running_changed.emit(running)

    @Slot()
    def toggle_running(self) -> None:
        """Run, or pause."""
        self._engine.send(Pause() if self._running else Train())

    @Slot()
    def run(self) -> None:
        """Run."""
        self._engine.send(Train())

    @Slot()
    def pause(self) -> None:
        """Pause."""
        self._engine.send(Pause())

    @Slot()
    def step(self) -> None:
        """One update; as a walkthrough, where the speed is slow motion."""
        if self._running:
            self._engine.send(Pause())
        if self._network.is_walkthrough_mode:
            self._network.start_walkthrough()
        else:
            self._engine.send(Train(updates=1))

    @Slot()
    def step_epoch(self) -> None:
        """On to the end of this epoch, as fast as possible."""
        if self._network.is_walkthrough_mode:
            self.set_speed(self._slider.default_speed)
        self._engine.send(TrainEpoch())

    @Slot(int)
    def set_speed(self, speed: int) -> None:
        """Take this slider position as the pace; one beyond the slider is brought onto it."""
        speed = min(FULL_SPEED, max(0, speed))
        if speed == FULL_SPEED and self._speed != FULL_SPEED:
            self._speed_before_full = self._speed
        self._speed = speed
        self._slider.set_speed(speed)
        rate = updates_per_second(speed)
        self._engine.send(SetRate(rate))
        self._network.set_walkthrough_mode(rate == 0)
        self.speed_changed.emit(speed)

    @property
    def is_full_speed(self) -> bool:
        """Whether the training is as fast as it can be."""
        return self._speed == FULL_SPEED

    @Slot()
    def toggle_full_speed(self) -> None:
        """To full speed with one key, and back to where it was."""
        full = self._speed == FULL_SPEED
        self.set_speed(self._speed_before_full if full else FULL_SPEED)
