"""What is heard of runs that are not on screen: that they have begun, or go on with other settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from core.engine.commands import Reconfigure, ReconfigureSeveral
from core.engine.messages import RunInfo
from gui.presenters.run_rows import RunRows

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


class RunsAside(QObject):
    """One concern: the list of runs, their curves and names know of these as of the run on screen."""

    def __init__(self, root: Composition, rows: RunRows) -> None:
        super().__init__(root)
        self._root, self._rows = root, rows
        root.engine.run_begun.connect(self._take_begun)
        root.engine.run_reconfigured.connect(self._take_reconfigured)

    def _take_begun(self, info: RunInfo) -> None:
        """From now on it is one of the list."""
        kept = self._root.runs.kept
        if kept.is_gone(info.run):
            return
        self._rows.live[info.run] = info.update
        self._note(info)
        kept.note(info)
        kept.note_size(info)

    def _take_reconfigured(self, info: RunInfo) -> None:
        root = self._root
        if root.runs.kept.is_gone(info.run):
            return
        self._note(info)
        if not root.engine.awaits_run:
            # Else it answers an earlier wish: what is changed next must start from the newest.
            root.runs.kept.note(info)
        root.sides.side.refresh_soon()

    def _note(self, info: RunInfo) -> None:
        self._rows.infos[info.run] = info
        self._rows.renew(info.run)
        self._root.loss.add_run(info)
        self._root.time.renew_rows()


def reconfiguring(infos: Sequence[RunInfo], changes: dict[str, Any]) -> tuple[Any, Any] | None:
    """The commands that set these fields of the settings of all these runs, and that set them back.

    None where they are set so already. Each run keeps its other settings.
    """
    old = tuple(info.config for info in infos)
    new = tuple(replace(config, **changes) for config in old)
    if new == old:
        return None
    if len(infos) == 1:
        return Reconfigure(new[0]), Reconfigure(old[0])
    runs = tuple(info.run for info in infos)
    return ReconfigureSeveral(runs, new), ReconfigureSeveral(runs, old)
