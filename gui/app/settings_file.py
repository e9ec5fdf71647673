"""A small JSON file of settings: read once with its limits, written whole or not at all.

Qt's own file of settings is not read: a line in it may name any type that Qt knows, and one of them makes Python run
what the line holds. JSON has numbers, texts, lists and no code.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QDir, QFile, QFileInfo, QIODevice, QSaveFile

LARGEST_BYTES = 1_000_000


class SettingsFile:
    """What was set, by key; values are what JSON has.

    Parameters
    ----------
    path : str
        The file; neither it nor its folder need be there.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._values = self._read()
        # The file is there, but no settings are in it.
        self.is_damaged = self._values is None
        self._changed: dict[str, object] = {}

    def value(self, key: str) -> object:
        """What stands there, whatever it is; None for nothing."""
        return self._changed.get(key, (self._values or {}).get(key))

    def set_value(self, key: str, value: object) -> None:
        """Have this written by the next `save`."""
        self._changed[key] = value

    def clear(self) -> None:
        """Forget everything, in the file too."""
        self._values, self._changed = {}, {}
        QFile.remove(self.path)

    def save(self) -> bool:
        """Write what was set; what another window has written meanwhile stays. False where that is impossible.

        A file that is damaged, or no file at all, is put aside, not lost.
        """
        found = self._read()
        if found is None:
            QFile.remove(self.aside)
            if not QFile.rename(self.path, self.aside):
                return False
        values = {**(found or {}), **self._changed}
        QDir().mkpath(QFileInfo(self.path).path())
        file = QSaveFile(self.path)
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            return False
        data = json.dumps(values, indent=1, sort_keys=True).encode()
        if file.write(data) != len(data) or not file.commit():
            return False
        self._values = values
        return True

    @property
    def aside(self) -> str:
        """Where a damaged file is put."""
        return self.path + ".damaged"

    def _read(self) -> dict[str, object] | None:
        there = QFileInfo(self.path)
        if not there.exists() and not there.isSymLink():
            return {}
        # A pipe would never end, and opening it would wait for somebody who writes.
        if not there.isFile() or there.size() > LARGEST_BYTES:
            return None
        try:
            with open(self.path, "rb") as file:
                values = json.loads(file.read(LARGEST_BYTES))
        except (OSError, ValueError, RecursionError):
            return None
        return values if isinstance(values, dict) else None
