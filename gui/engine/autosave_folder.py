"""Where the engine saves what is under way: a folder for each window, among the app's own data, behind a lock.

A window that is closed removes its folder. What one that was killed has left is found by the next start, which holds
its lock from then on: so two windows never take the same.
"""

from __future__ import annotations

import json
import shutil
import time
import uuid
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QStandardPaths, QTemporaryDir

from core.engine.autosave import Autosave
from core.engine.run_state import ShownRun, all_runs

# What nobody has wanted back for so long is let go of.
KEPT_S = 30 * 86_400.0
_NOTE = "file.json"


@dataclass(frozen=True)
class FileNote:
    """The file that the work in a folder belongs to, as it was when that was saved or opened.

    Attributes
    ----------
    path : str
    update : int
    total : float or None
        L of its run on screen, where it was known.
    """

    path: str
    update: int
    total: float | None = None


class AutosaveFolder:
    """A folder of this window's own.

    Parameters
    ----------
    folder : Path
    lock : QLockFile or None
        Held as long as the window lives; None where nobody else can come upon the folder.
    temporary : QTemporaryDir or None
        The folder itself, where it is one of the system's.
    """

    def __init__(
        self, folder: Path, lock: QLockFile | None = None, temporary: QTemporaryDir | None = None
    ) -> None:
        self._folder, self._lock, self._temporary = folder, lock, temporary

    @classmethod
    def of_system(cls) -> AutosaveFolder:
        """One among the system's temporary files, where nothing is found again; it need not be there yet."""
        temporary = QTemporaryDir()
        # Where none could be made it has no path, and without one this would be whatever folder the app was begun in.
        path = temporary.path() if temporary.isValid() else QDir.temp().filePath(f"backlight-{_new_name()}")
        return cls(Path(path), temporary=temporary)

    @property
    def is_found_again(self) -> bool:
        """Whether the next start would find what is left in it."""
        return self._temporary is None

    def path(self) -> str:
        """Where it is."""
        return str(self._folder)

    def note_file(self, note: FileNote | None) -> None:
        """Write down which file the work in it belongs to, if any."""
        path = self._folder / _NOTE
        # Whoever finds the work can do without it; half of one is none.
        with suppress(OSError):
            if note is not None:
                try:
                    path.write_text(json.dumps(asdict(note)), encoding="ascii")
                    return
                except OSError:
                    pass
            path.unlink(missing_ok=True)

    def remove(self) -> None:
        """Let go of everything in it."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self.leave()

    def leave(self) -> None:
        """Leave it to the next start."""
        if self._lock is not None:
            self._lock.unlock()


@dataclass(frozen=True)
class LeftWork:
    """What a window has left that was killed.

    Attributes
    ----------
    folder : AutosaveFolder
    shown : ShownRun
        The run that was on screen, and where it stood.
    saved_s : float
        When that was, in seconds since 1970.
    file : FileNote or None
        The file that it belongs to.
    """

    folder: AutosaveFolder
    shown: ShownRun
    saved_s: float
    file: FileNote | None


def autosave_folder() -> AutosaveFolder:
    """A new folder; one of the system's where the app has no place of its own."""
    parent = _parent()
    name = _new_name()
    try:
        parent.mkdir(parents=True, exist_ok=True)
        lock = _locked(parent / name)
        if lock is None:
            return AutosaveFolder.of_system()
        (parent / name).mkdir()
    except OSError:
        return AutosaveFolder.of_system()
    return AutosaveFolder(parent / name, lock)


def left_work() -> list[LeftWork]:
    """What windows have left that are gone, the newest first; each is this window's until it is left again."""
    found = []
    try:
        folders = [path for path in _parent().iterdir() if path.is_dir()]
    except OSError:
        return []
    for path in folders:
        lock = _locked(path)
        if lock is None:
            continue
        folder = AutosaveFolder(path, lock)
        work = _work_in(path, folder)
        if work is None or time.time() - work.saved_s > KEPT_S:
            folder.remove()
        else:
            found.append(work)
    return sorted(found, key=lambda work: -work.saved_s)


def _work_in(path: Path, folder: AutosaveFolder) -> LeftWork | None:
    """What is in it; None where nothing is that was trained or changed, and is in no file."""
    shown = Autosave(path).shown() or _last_run_in(path)
    if shown is None or shown.is_saved or not _has_work(path, shown):
        return None
    try:
        saved_s = max(file.stat().st_mtime for file in path.glob("*.frame"))
    except (OSError, ValueError):
        return None
    return LeftWork(folder, shown, saved_s, _note_in(path))


def _has_work(path: Path, shown: ShownRun) -> bool:
    """Whether anything was trained or changed, in any run, or kept in the user's own test set."""
    others = shown.all_runs
    in_others = others is not None and (others.updates or others.changes)
    return bool(shown.update or shown.changes or in_others or len(Autosave(path).own()))


def _last_run_in(path: Path) -> ShownRun | None:
    """The run that was begun last, where it can't be read which one was on screen: that alone must lose no work."""
    states = tuple(Autosave(path).states())
    last = max(states, key=lambda state: state.number, default=None)
    if last is None:
        return None
    stands = (
        (each.checkpoint.step_count, each.branch_update if each.parent is not None else 0, len(each.journal))
        for each in states
    )
    return ShownRun(last.number, last.checkpoint.step_count, len(last.journal), all_runs=all_runs(stands))


def _note_in(path: Path) -> FileNote | None:
    try:
        found = json.loads((path / _NOTE).read_text(encoding="ascii"))
        file, update, total = found["path"], found["update"], found["total"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    is_right = type(file) is str and type(update) is int and (total is None or type(total) is float)
    return FileNote(file, update, total) if is_right else None


def _new_name() -> str:
    return uuid.uuid4().hex[:12]


def _parent() -> Path:
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(data) / "autosave"


def _locked(path: Path) -> QLockFile | None:
    """The lock of a folder, held; None while another window holds it. That of a process that is gone is nobody's."""
    lock = QLockFile(str(path) + ".lock")
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None
