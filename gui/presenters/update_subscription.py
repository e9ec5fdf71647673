"""Subscriptions to what each update changed: the engine sends it only while there is one."""

from __future__ import annotations

from core.engine.commands import WatchUpdates
from gui.engine.client import EngineClient


class UpdateSubscription:
    """Has the engine send each update's change while there is at least one subscriber."""

    def __init__(self, engine: EngineClient) -> None:
        self._engine = engine
        self._subscribers: set[str] = set()

    def subscribe(self, subscriber: str, wanted: bool) -> None:
        """Subscribe, or unsubscribe."""
        before = bool(self._subscribers)
        self._subscribers = self._subscribers | {subscriber} if wanted else self._subscribers - {subscriber}
        if bool(self._subscribers) != before:
            self._engine.send(WatchUpdates(wanted))
