"""The one thread on which networks learn, and the one way to reach it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from gui.worker import TrainingWorker


class TrainingCommands(QObject):
    """Wishes on their way to the training: each signal reaches the slot of its name, the worker's or one of its parts'.

    The worker takes them between two slices of work, so a command never waits longer than a slice.
    """

    start = Signal(object, object)
    run = Signal()
    pause = Signal()
    step = Signal()
    step_epoch = Signal()
    set_rate = Signal(object)
    open_story = Signal()
    apply_story = Signal()
    begin_run = Signal(int, object, object)
    begin_run_on = Signal(int, object, object, object, object)
    return_to_run = Signal(int)
    forget_run = Signal(int)
    reconfigure = Signal(object)
    show_test_digit = Signal(str, object)
    show_drawing = Signal(object, object)
    show_training_digits = Signal()
    next_training_digit = Signal()
    set_parameter = Signal(int, int, object, float, int)
    take_back_parameter = Signal(int, int)
    set_parameter_again = Signal(int, int)
    tidy = Signal(int, int)
    take_back_tidy = Signal(int, int)
    tidy_again = Signal(int, int)
    watch_updates = Signal(bool)
    snapshot_painted = Signal()
    shut_down = Signal()


class TrainingThread(QObject):
    """Starts the worker on its own thread, and ends it within a bound."""

    def __init__(self, worker: TrainingWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.commands = TrainingCommands(self)
        self._thread = QThread()
        self._thread.setObjectName("training")
        worker.moveToThread(self._thread)
        for name in _command_names():
            owner = next(part for part in (worker, *worker.parts) if hasattr(part, name))
            getattr(self.commands, name).connect(getattr(owner, name))
        self._thread.start()

    def stop(self, within_ms: int = 3000) -> bool:
        """End the training thread; its timer dies where it lives. True when it ended in time."""
        if not self._thread.isRunning():
            return True
        self.commands.shut_down.emit()
        return self._thread.wait(within_ms)


def _command_names() -> tuple[str, ...]:
    return tuple(name for name, member in vars(TrainingCommands).items() if isinstance(member, Signal))
