"""What is saved while it is under way, so that nothing is lost where a process is ended by somebody.

Each run has a file of its own, a frame (`core.engine.frames`) with its `RunState`, behind a checksum; so have examples
that are a user's own, which nothing else could bring back. Every file is written whole or not at all.

The bits of presentations, megabytes that hardly change, lie in files of their own, so many epochs in each: only those
that have new epochs are written again. A run's own file says which epochs it has. Where one of these files can't be
read its epochs are missing, as those that were thinned out are.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.analysis.presentation_bits import SavedBits
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
_BITS = "bits-{}-{}.frame"
# So many bytes of bits, about, are in each file.
PART_BYTES = 1 << 20
# Lives that take more are not saved while they are under way, for nothing else would be done: those of some 400,000
# examples and more. They are in the file of a session.
MOST_LIFE_BYTES = 15_000_000


class Autosave:
    """The folder of what is saved; what writes into it raises OSError where that can't be."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Which epochs are in each file of bits, by its name.
        self._written: dict[str, NDArray[np.int64]] = {}

    def save(self, state: RunState, shown: ShownRun | None = None) -> None:
        """Save a run in place of what was saved of it; and what is on screen, where it is this run."""
        if state.life is not None and state.life.nbytes > MOST_LIFE_BYTES:
            state = replace(state, life=None)
        if state.life is not None:
            # First: the run's file must not say that there are epochs which are nowhere.
            bits = state.life.bits
            self._save_bits(state.number, bits)
            state = replace(state, life=replace(state.life, bits=_without_rows(bits)))
        self._write(_RUN.format(state.number), frame_of(Envelope(state, 1)))
        if shown is not None:
            self._write(_SHOWN, frame_of(Envelope(shown, 1)))

    def save_window(self, window: WindowState) -> None:
        """Save what the window wants back."""
        self._write(_WINDOW, frame_of(Envelope(window, 1)))

    def save_data(self, choice: DatasetSpec, dataset: Dataset) -> None:
        """Save a user's own examples, those of just this choice: a file that has changed since is another one."""
        self._write(_data_name(choice), frame_of(Envelope(ImportedData(choice, dataset), 1)))

    def save_own(self, own: OwnSet) -> None:
        """Save the user's own test set."""
        self._write(_OWN, frame_of(Envelope(own, 1)))

    def forget(self, run: int) -> None:
        """Let go of a run that is gone."""
        self._unlink(self._folder / _RUN.format(run))
        for path in self._folder.glob(_BITS.format(run, "*")):
            self._unlink(path)

    def keep_only(self, runs: Iterable[int], choices: Iterable[DatasetSpec]) -> None:
        """Let go of every other run, and of examples of other choices."""
        numbers = set(runs)
        names = {_RUN.format(run) for run in numbers}
        for path in self._folder.glob(_RUN.format("*")):
            if path.name not in names:
                self._unlink(path)
        self.keep_data(choices)
        for path in self._folder.glob(_BITS.format("*", "*")):
            if path.name.split("-")[1] not in map(str, numbers):
                self._unlink(path)

    def keep_data(self, choices: Iterable[DatasetSpec]) -> None:
        """Let go of examples of other choices."""
        names = {_data_name(choice) for choice in choices}
        for path in self._folder.glob(_DATA.format("*")):
            if path.name not in names:
                self._unlink(path)

    def clear(self) -> None:
        """Let go of everything."""
        for path in self._folder.glob("*.frame*"):
            self._unlink(path)

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
        for state in self._read(_RUN.format("*"), RunState):
            if state.life is None:
                yield state
            else:
                bits = self._bits_of(state.number, state.life.bits)
                yield replace(state, life=replace(state.life, bits=bits))

    def imported_data(self) -> Iterator[ImportedData]:
        """Every user's own examples that were saved; what is damaged is left out."""
        return self._read(_DATA.format("*"), ImportedData)

    def _save_bits(self, run: int, bits: SavedBits) -> None:
        """Write the files of it that have other epochs than before."""
        a_part = max(1, PART_BYTES // max(1, 2 * bits.right.shape[1]))
        for number, start in enumerate(range(0, len(bits), a_part)):
            own, name = bits.rows(start, start + a_part), _BITS.format(run, number)
            written = self._written.get(name)
            if written is None or not np.array_equal(written, own.epochs):
                self._write(name, frame_of(Envelope(own, 1)))
                self._written[name] = own.epochs

    def _bits_of(self, run: int, wanted: SavedBits) -> SavedBits:
        """Those of the epochs that are wanted, as far as they can be read."""
        width = wanted.right.shape[-1]
        found: dict[int, tuple[NDArray[np.uint8], NDArray[np.uint8]]] = {}
        for bits in self._read(_BITS.format(run, "*"), SavedBits):
            absent = bits.absent if len(bits.absent) else np.zeros_like(bits.right)
            if bits.right.shape == absent.shape == (len(bits), width):
                rows = zip(bits.right, absent, strict=True)
                found.update(zip(bits.epochs.tolist(), rows, strict=True))
        epochs = [epoch for epoch in wanted.epochs.ravel().tolist() if epoch in found]
        right, absent = (
            np.array([found[epoch][place] for epoch in epochs], np.uint8).reshape(len(epochs), width)
            for place in (0, 1)
        )
        return SavedBits(wanted.spacing, np.array(epochs, np.int64), right, absent)

    def _unlink(self, path: Path) -> None:
        self._written.pop(path.name, None)
        path.unlink(missing_ok=True)

    def _write(self, name: str, frame: Frame) -> None:
        content = pack(frame)
        # Another name first: a process that is ended in the middle leaves what was saved before.
        self._folder.mkdir(parents=True, exist_ok=True)
        new = self._folder / f"{name}.new"
        try:
            with open(new, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
                file.flush()
                # The power may go: the new name must not stand for a file that is not on the disk.
                os.fsync(file.fileno())
            os.replace(new, self._folder / name)
        except BaseException:
            # Half of a file is of use to nobody, and on a full disk it takes what little room there is.
            with suppress(OSError):
                new.unlink()
            raise

    def _read(self, pattern: str, kind: type[T]) -> Iterator[T]:
        for path in sorted(self._folder.glob(pattern)):
            with suppress(OSError, FrameError, ValueError):
                content = path.read_bytes()
                digest, body = content[:32], content[32:]
                if hashlib.sha256(body).digest() == digest:
                    (frame,) = FrameReader().feed(body)
                    yield content_of(frame, (kind,)).content


def _without_rows(bits: SavedBits) -> SavedBits:
    none = bits.right[:0]
    return SavedBits(bits.spacing, bits.epochs, none, none)


def _data_name(choice: DatasetSpec) -> str:
    return _DATA.format(hashlib.sha256(repr(choice).encode()).hexdigest()[:16])
