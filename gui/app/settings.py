"""What is remembered from one sitting to the next, and what to say when it can't be."""

from __future__ import annotations

import math
import os
import sys

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings

ORGANISATION = "Backlight"
# Where the slider stands at first: a few tens of updates a second, so that one sees something.
USUAL_SPEED = 50
CHOICES = {
    "theme": ("system", "light", "dark"),
    "language": ("system", "en", "zh_CN"),
    "edge_budget": ("16", "4", "8", "24", "48", "all"),
}


class Settings:
    """The user's choices, each with its type and range; a value that makes no sense reads as the default.

    Parameters
    ----------
    store : QSettings or None
        Where they are kept. None keeps them for this sitting only, and reads and writes no file.
    complaint : str
        Why they are not kept, where that is known beforehand.
    """

    def __init__(self, store: QSettings | None, complaint: str = "") -> None:
        self._store = store
        self._complaint = complaint
        self._sitting: dict[str, object] = {}
        self._overrides: dict[str, object] = {}

    @classmethod
    def of_user(cls) -> Settings:
        """The settings of whoever runs the app, in a small text file in their own folder."""
        homeless = not (os.environ.get("HOME") or os.environ.get("XDG_CONFIG_HOME"))
        if homeless and sys.platform != "win32":
            # Qt would take the root folder instead, where nothing of the user's belongs.
            return cls(None, "homeless")
        # Without a name of its own the file would be called after whatever program runs this.
        store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, ORGANISATION.lower()
        )
        store.setFallbacksEnabled(False)
        return cls(store)

    @classmethod
    def in_memory(cls) -> Settings:
        """Defaults that no earlier sitting has changed and no later one will see."""
        return cls(None)

    @property
    def are_kept(self) -> bool:
        """Whether they are a user's, from one start to the next."""
        return self._store is not None

    @property
    def theme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice("theme")

    @theme.setter
    def theme(self, value: str) -> None:
        self._write("theme", value)

    @property
    def language(self) -> str:
        """``system``, ``en`` or ``zh_CN``."""
        return self._choice("language")

    @language.setter
    def language(self, value: str) -> None:
        self._write("language", value)

    @property
    def scale(self) -> float:
        """Size of type and spacing, 0.8 to 2; 1 is usual."""
        return self._number("scale", 1.0, 0.8, 2.0)

    @scale.setter
    def scale(self, value: float) -> None:
        self._write("scale", value)

    @property
    def speed(self) -> int:
        """Position of the speed slider, 0 for slow motion to its maximum."""
        return round(self._number("speed", USUAL_SPEED, 0, 1000))

    @speed.setter
    def speed(self, value: int) -> None:
        self._write("speed", value)

    @property
    def edge_budget(self) -> str:
        """How many connections a neuron are drawn, as text, or ``all``."""
        return self._choice("edge_budget")

    @edge_budget.setter
    def edge_budget(self, value: str) -> None:
        self._write("edge_budget", value)

    @property
    def waves(self) -> bool:
        """Whether signal and gradient are shown as they travel."""
        return self._flag("waves", True)

    @waves.setter
    def waves(self, value: bool) -> None:
        self._write("waves", value)

    @property
    def reduced_motion(self) -> bool:
        """Whether only numbers change and nothing travels."""
        return self._flag("reduced_motion", False)

    @reduced_motion.setter
    def reduced_motion(self, value: bool) -> None:
        self._write("reduced_motion", value)

    @property
    def export_folder(self) -> str:
        """Where the last picture or animation was saved; "" before the first."""
        value = self._read("export_folder")
        return value if isinstance(value, str) else ""

    @export_folder.setter
    def export_folder(self, value: str) -> None:
        self._write("export_folder", value)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was, as Qt packs it; None before the first sitting has ended."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._write("geometry", value)

    @property
    def window_state(self) -> QByteArray | None:
        """Where the panels were, as Qt packs it; None before the first sitting has ended."""
        return self._bytes("window_state")

    @window_state.setter
    def window_state(self, value: QByteArray) -> None:
        self._write("window_state", value)

    def override(self, key: str, value: object) -> None:
        """Let the command line decide for this sitting; only what the user chooses later is kept."""
        self._overrides[key] = value

    def reset(self) -> None:
        """Forget everything that earlier sittings left."""
        self._sitting.clear()
        if self._store is not None:
            self._store.clear()
            self._store.sync()

    def sync(self) -> None:
        """Write now what has changed; where that is impossible, `problem` says so."""
        if self._store is not None:
            self._store.sync()

    def problem(self) -> str | None:
        """One sentence about why nothing is kept, or None; found out by writing."""
        if self._complaint == "homeless":
            return QCoreApplication.translate(
                "Settings", "Your settings are not kept: there is no home folder (HOME is not set)."
            )
        if self._store is None:
            return None
        damaged = self._store.status() == QSettings.Status.FormatError
        # Status keeps the worst that has happened, so a store of its own has to try.
        trial = QSettings(self._store.fileName(), QSettings.Format.IniFormat)
        trial.setValue("written_by", QCoreApplication.applicationVersion() or "Backlight")
        trial.sync()
        if trial.status() == QSettings.Status.AccessError or not trial.isWritable():
            return QCoreApplication.translate(
                "Settings", "Your settings are not kept: {file} can't be written."
            ).format(file=self._store.fileName())
        if damaged:
            return QCoreApplication.translate(
                "Settings", "The settings file was damaged; only what could be read is used: {file}"
            ).format(file=self._store.fileName())
        return None

    def _read(self, key: str) -> object:
        if key in self._overrides:
            return self._overrides[key]
        return self._sitting.get(key) if self._store is None else self._store.value(key)

    def _write(self, key: str, value: object) -> None:
        if key in self._overrides:
            if self._overrides[key] == value:
                return
            del self._overrides[key]
        if self._store is None:
            self._sitting[key] = value
        else:
            self._store.setValue(key, value)

    def _choice(self, key: str) -> str:
        value = self._read(key)
        return value if isinstance(value, str) and value in CHOICES[key] else CHOICES[key][0]

    def _flag(self, key: str, usual: bool) -> bool:
        # An ini file gives text back, the same sitting what was put in.
        return {"true": True, "false": False}.get(str(self._read(key)).lower(), usual)

    def _number(self, key: str, usual: float, least: float, most: float) -> float:
        try:
            value = float(str(self._read(key)))
        except ValueError:
            return usual
        return min(most, max(least, value)) if math.isfinite(value) else usual

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._read(key)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None
