"""What is saved while it is under way, so that nothing is lost where a process is ended by somebody.

Each run has a file of its own, a frame (`core.engine.frames`) with its `RunState`, behind a checksum; so have examples
that are a user's own, which nothing else could bring back. Every file is written whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.own_set import OwnSet
from core.engine.frames import Frame, FrameError, FrameReader, pack
from core.engine.protocol import Envelope, content_of, frame_of
from core.engine.run_state import ImportedData, RunState, ShownRun
from core.engine.window_state import WindowState

T = TypeVar("T")
_RUN, _DATA, _SHOWN, _WINDOW = "run-{}.frame", "data-{}.frame", "shown.frame", "window.frame"
_OWN = "own.frame"


class Autosave:
    """The folder of what is saved; what writes into it raises OSError where that can't be."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, state: RunState, shown: ShownRun | None = None) -> None:
        """Save a run in place of what was saved of it; and what is on screen, where it is this run."""
        self._write(_RUN.format(state.number), frame_of(Envelope(state, 1)))
        if shown is not None:
            self._write(_SHOWN, frame_of(Envelope(shown, 1)))

    def save_window(self, window: WindowState) -> None:
        """Save what the window wants back."""
        self._write(_WINDOW, frame_of(Envelope(window, 1)))

    def save_data(self, choice: DatasetSpec, dataset: Dataset) -> None:
        """Save a user's own examples in place of what was saved under this choice: the file may be another by now."""
        self._write(_data_name(choice), frame_of(Envelope(ImportedData(choice, dataset), 1)))

    def save_own(self, own: OwnSet) -> None:
        """Save the user's own test set."""
        self._write(_OWN, frame_of(Envelope(own, 1)))

    def forget(self, run: int) -> None:
        """Let go of a run that is gone."""
        (self._folder / _RUN.format(run)).unlink(missing_ok=True)

    def keep_only(self, runs: Iterable[int], choices: Iterable[DatasetSpec]) -> None:
        """Let go of every other run, and of examples of other choices."""
        names = {_RUN.format(run) for run in runs} | {_data_name(choice) for choice in choices}
        for path in (*self._folder.glob(_RUN.format("*")), *self._folder.glob(_DATA.format("*"))):
            if path.name not in names:
                path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Let go of everything."""
        for path in self._folder.glob("*.frame*"):
            path.unlink(missing_ok=True)

    def shown(self) -> ShownRun | None:
        """The run that was on screen, where that is known."""
        return next(self._read(_SHOWN, ShownRun), None)

    def window(self) -> WindowState:
        """What the window wants back; nothing where nothing was saved."""
        return next(self._read(_WINDOW, WindowState), WindowState())

    def own(self) -> OwnSet:
        """The user's own test set; an empty one where none was saved."""
        return next(self._read(_OWN, OwnSet), OwnSet())

    def states(self) -> Iterator[RunState]:
        """Every run that was saved; what is damaged is left out."""
        return self._read(_RUN.format("*"), RunState)

    def imported_data(self) -> Iterator[ImportedData]:
        """Every user's own examples that were saved; what is damaged is left out."""
        return self._read(_DATA.format("*"), ImportedData)

    def _write(self, name: str, frame: Frame) -> None:
        content = pack(frame)
        # Another name first: a process that is ended in the middle leaves what was saved before.
        self._folder.mkdir(parents=True, exist_ok=True)
        new = self._folder / f"{name}.new"
        with open(new, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
            file.flush()
            # The power may go: the new name must not stand for a file that is not on the disk.
            os.fsync(file.fileno())
        os.replace(new, self._folder / name)

    def _read(self, pattern: str, kind: type[T]) -> Iterator[T]:
        for path in sorted(self._folder.glob(pattern)):
            with suppress(OSError, FrameError, ValueError):
                content = path.read_bytes()
                digest, body = content[:32], content[32:]
                if hashlib.sha256(body).digest() == digest:
                    (frame,) = FrameReader().feed(body)
                    yield content_of(frame, (kind,)).content


def _data_name(choice: DatasetSpec) -> str:
    return _DATA.format(hashlib.sha256(repr(choice).encode()).hexdigest()[:16])
