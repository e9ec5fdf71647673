"""Makes and reads data sets on a thread of their own, so that neither the window nor the training waits."""

from __future__ import annotations

from threading import Event

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from core.data.dataset import DatasetError
from core.data.dataset_spec import DataChoice
from gui.guarded import guarded

# Products of such numbers with weights, squared and summed, are still finite in single precision.
LARGEST_INPUT = 1e9


class _Reader(QObject):
    """Lives on the loader's thread."""

    progressed = Signal(float)
    loaded = Signal(object, object)
    refused = Signal(str)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(self, stop: Event) -> None:
        super().__init__()
        self._stop = stop

    @Slot(object)
    @guarded
    def load(self, choice: DataChoice) -> None:
        """Load these examples and say how it ended."""
        from core.data.importers.progress import Cancelled

        try:
            dataset = choice.load(self._progress)
            largest = float(np.abs(dataset.X_train).max()) if dataset.picture is None else 1.0
            if largest > LARGEST_INPUT:
                raise DatasetError(
                    QCoreApplication.translate(
                        "Data",
                        "{path} holds numbers up to {largest}, too large to learn from: scale them, best to between"
                        " −1 and 1.",
                    ).format(path=choice.path, largest=f"{largest:.1e}")
                )
        except Cancelled:
            self.cancelled.emit()
        except (DatasetError, ValueError) as error:
            self.refused.emit(str(error))
        else:
            if self._stop.is_set():
                self.cancelled.emit()
            else:
                self.loaded.emit(choice, dataset)

    def end_at_failure(self, details: str) -> None:
        """Say why; the app goes on."""
        self.failed.emit(details)
        self.cancelled.emit()

    def _progress(self, share: float) -> bool:
        self.progressed.emit(share)
        return not self._stop.is_set()


class DataLoader(QObject):
    """Loads one choice of examples at a time, and can be stopped."""

    progressed = Signal(float)
    loaded = Signal(object, object)
    """A choice and its Dataset."""

    refused = Signal(str)
    cancelled = Signal()
    failed = Signal(str)
    _wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._thread: QThread | None = None
        self._reader = _Reader(self._stop)
        self._wanted.connect(self._reader.load)
        for name in ("progressed", "loaded", "refused", "cancelled", "failed"):
            getattr(self._reader, name).connect(getattr(self, name))

    def load(self, choice: DataChoice) -> None:
        """Begin to load; `loaded`, `refused` or `cancelled` follows."""
        if self._thread is None:
            # Only who needs it has it: most sittings never leave the digits.
            self._thread = QThread()
            self._thread.setObjectName("data")
            self._reader.moveToThread(self._thread)
            self._thread.start()
        self._stop.clear()
        self._wanted.emit(choice)

    def cancel(self) -> None:
        """Load no further."""
        self._stop.set()

    def stop(self, within_ms: int = 3000) -> bool:
        """End the thread, whatever it is at. True when it ended in time."""
        self._stop.set()
        if self._thread is None:
            return True
        self._thread.quit()
        return self._thread.wait(within_ms)
