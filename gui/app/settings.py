"""The settings that are stored from one session to the next, and the message when they can't be."""

from __future__ import annotations

import base64
import math
import os
import sys
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QCoreApplication, QStandardPaths

from core.engine.history import HISTORY_BYTES
from gui.app.settings_file import SettingsFile
from gui.curves.curve_set import KINDS
from gui.loss.smoothing import WINDOWS

ORGANISATION = "Backlight"
# Where the slider stands at first: a few tens of updates a second, so that one sees something.
DEFAULT_SPEED = 60
SIZES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
"""The sizes of type and spacing that there are."""

SMALLEST_SCALE, LARGEST_SCALE = SIZES[0], SIZES[-1]
PROJECTOR = 1.5
"""The usual size in the projector layout."""

HISTORY_MB, LEAST_HISTORY_MB, MOST_HISTORY_MB = HISTORY_BYTES >> 20, 16, 16_384
"""What kept states may take, in MB: as it comes, and what can be chosen."""

Value = TypeVar("Value")


class Setting(Generic[Value]):
    """An attribute of `Settings`, kept under its own name.

    Parameters
    ----------
    read : callable
        Makes of what is stored (anything, for a file can be edited) a value that makes sense, else the default.
    write : callable
        Makes of a value what JSON has; not needed where it is that already.
    """

    def __init__(
        self, read: Callable[[object], Value], write: Callable[[Value], object] = lambda value: value
    ) -> None:
        self._read, self._write = read, write

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, settings: Settings, owner: type) -> Value:
        return self._read(settings.stored(self._name))

    def __set__(self, settings: Settings, value: Value) -> None:
        settings.store(self._name, self._write(value))


def _one_of(*choices: str) -> Setting[str]:
    """One of these words, the first by default."""
    return Setting(lambda stored: stored if isinstance(stored, str) and stored in choices else choices[0])


def _flag(usual: bool) -> Setting[bool]:
    # An ini file gives text back, the same session what was put in.
    return Setting(lambda stored: {"true": True, "false": False}.get(str(stored).lower(), usual))


def _number(stored: object, usual: float, least: float, most: float) -> float:
    try:
        value = float(str(stored))
    except ValueError:
        return usual
    return min(most, max(least, value)) if math.isfinite(value) else usual


def _paths(stored: object) -> list[str]:
    return [path for path in stored if isinstance(path, str)] if isinstance(stored, list) else []


def _bytes() -> Setting[QByteArray | None]:
    """Bytes that Qt has packed, as text; None for nothing."""

    def read(stored: object) -> QByteArray | None:
        try:
            packed = base64.b64decode(stored if isinstance(stored, str) else "", validate=True)
        except ValueError:
            return None
        return QByteArray(packed) if packed else None

    return Setting(read, lambda value: None if value is None else base64.b64encode(value.data()).decode())


class Settings:
    """The user's choices, each with its type and range; a value that makes no sense reads as the default.

    Parameters
    ----------
    store : SettingsFile or None
        Where they are kept. None keeps them for this session only, and reads and writes no file.
    complaint : str
        Why they are not kept, where that is known beforehand.
    """

    theme = _one_of("system", "light", "dark")
    language = _one_of("system", "en", "zh_CN", "zh_TW")
    scale = Setting(lambda stored: _number(stored, 1.0, SMALLEST_SCALE, LARGEST_SCALE))
    """Size of type and spacing; 1 is usual."""

    projector_scale = Setting(lambda stored: _number(stored, PROJECTOR, SMALLEST_SCALE, LARGEST_SCALE))
    """The same in the projector layout, which has its own: it is read from the last row."""

    speed = Setting(lambda stored: round(_number(stored, DEFAULT_SPEED, 0, 1000)))
    """Position of the speed slider, 0 for slow motion to its maximum."""

    edge_budget = _one_of("16", "4", "8", "24", "48", "all")
    """How many connections a neuron are drawn, as text, or ``all``."""

    waves = _flag(True)
    """Whether signal and gradient are shown as they travel."""

    reduced_motion = _flag(False)
    """Whether only numbers change and nothing travels."""

    single_letters = _flag(True)
    """Whether keys of one letter act."""

    keys = Setting(lambda stored: stored if isinstance(stored, str) else "")
    """The keys that the user has given to actions, as `gui.app.key_bindings` writes them."""

    export_folder = Setting(lambda stored: stored if isinstance(stored, str) else "")
    """Where the last picture or animation was saved; "" before the first."""

    session_folder = Setting(lambda stored: stored if isinstance(stored, str) else "")
    """Where the last session was opened or saved; "" before the first."""

    recent_files: Setting[list[str]] = Setting(_paths)
    """The sessions that were opened or saved last, the newest first."""

    data_in_session = _flag(False)
    """Whether a session's file holds one's own examples, and not only where they are; those that were read at one path
    at two times are in it in any case."""

    history_mb = Setting(lambda stored: round(_number(stored, HISTORY_MB, LEAST_HISTORY_MB, MOST_HISTORY_MB)))
    """What the kept states of all runs may take, in MB (2²⁰ bytes)."""

    curve = _one_of(*KINDS)
    """What is plotted over the updates."""

    smoothing = Setting(lambda stored: stored if type(stored) is int and stored in WINDOWS else 0)
    """Over how many of the last batches L's curve has a mean; 0 for none."""

    geometry = _bytes()
    """Where the window was, as Qt packs it; None before the first session has ended."""

    window_state = _bytes()
    """Where the panels were, in the same way."""

    def __init__(self, store: SettingsFile | None, complaint: str = "") -> None:
        self._file = store
        self._complaint = complaint
        self._session_values: dict[str, object] = {}
        self._overrides: dict[str, object] = {}

    @classmethod
    def of_user(cls) -> Settings:
        """The settings of whoever runs the app, in a small text file in their own folder."""
        homeless = not (os.environ.get("HOME") or os.environ.get("XDG_CONFIG_HOME"))
        if homeless and sys.platform != "win32":
            # Qt would take the root folder instead, where nothing of the user's belongs.
            return cls(None, "homeless")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        return cls(SettingsFile(f"{folder}/{ORGANISATION}/{ORGANISATION.lower()}.json"))

    @classmethod
    def in_memory(cls) -> Settings:
        """Defaults that no earlier session has changed and no later one will see."""
        return cls(None)

    @property
    def are_kept(self) -> bool:
        """Whether they are a user's, from one start to the next."""
        return self._file is not None

    def override(self, key: str, value: object) -> None:
        """Let the command line decide for this session; only what the user chooses later is kept."""
        self._overrides[key] = value

    def reset(self) -> None:
        """Forget everything that earlier sessions left."""
        self._session_values.clear()
        if self._file is not None:
            self._file.clear()

    def sync(self) -> None:
        """Write now what has changed; where that is impossible, `problem` holds why."""
        if self._file is not None:
            self._file.save()

    def problem(self) -> str | None:
        """One sentence about why nothing is kept, or None; found out by writing."""
        if self._complaint == "homeless":
            return QCoreApplication.translate(
                "Settings", "Your settings are not kept: there is no home folder (HOME is not set)."
            )
        if self._file is None:
            return None
        self._file.set_value("written_by", QCoreApplication.applicationVersion() or "Backlight")
        if not self._file.save():
            return QCoreApplication.translate(
                "Settings", "Your settings are not kept: {file} can't be written."
            ).format(file=self._file.path)
        if self._file.is_damaged:
            return QCoreApplication.translate(
                "Settings",
                "The settings file was damaged: the usual settings are used. It was kept as {file}.",
            ).format(file=self._file.aside)
        return None

    def stored(self, key: str) -> object:
        """What stands there, whatever it is; None for nothing."""
        if key in self._overrides:
            return self._overrides[key]
        return self._session_values.get(key) if self._file is None else self._file.value(key)

    def store(self, key: str, value: object) -> None:
        """Keep this, unless the command line has decided the very same."""
        if key in self._overrides:
            if self._overrides[key] == value:
                return
            del self._overrides[key]
        if self._file is None:
            self._session_values[key] = value
        else:
            self._file.set_value(key, value)
