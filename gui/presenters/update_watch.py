"""Who wants to know what each update changed: the training tells it only while somebody does."""

from __future__ import annotations

from core.engine.commands import WatchUpdates
from gui.engine.client import EngineClient


class UpdateWatch:
    """Asks the training to tell of updates while at least one asker wants it."""

    def __init__(self, engine: EngineClient) -> None:
        self._engine = engine
        self._askers: set[str] = set()

    def ask(self, who: str, wanted: bool) -> None:
        """Say whether somebody wants it."""
        before = bool(self._askers)
        self._askers = self._askers | {who} if wanted else self._askers - {who}
        if bool(self._askers) != before:
            self._engine.send(WatchUpdates(wanted))
