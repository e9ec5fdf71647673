"""How often a snapshot comes, and with what: both are asked of the engine only as the picture needs them."""

from __future__ import annotations

from core.engine.commands import AcknowledgeSnapshot, NextTrainingSample, WatchUpdates
from core.engine.snapshot import Snapshot
from gui.engine.client import EngineClient

# Of a training that makes many updates a second, a snapshot for each picture of the weights is enough.
SNAPSHOT_EVERY_S = 0.08
# A snapshot that stands for so few updates can be shown each.
FEW_UPDATES = 4


class SnapshotFlow:
    """Counts the snapshots that have come, and acknowledges them in time; has updates' changes sent to subscribers."""

    def __init__(self, engine: EngineClient) -> None:
        self._engine = engine
        self._unacknowledged = 0
        self._acknowledged_s = 0.0
        self._subscribers: set[str] = set()
        # Another example was asked for: until it is here every snapshot is let through.
        self.is_sample_requested = False

    @property
    def has_subscribers(self) -> bool:
        """Whether snapshots come with what their update changed."""
        return bool(self._subscribers)

    def subscribe(self, subscriber: str, wanted: bool) -> None:
        """Subscribe to what each update changed, or unsubscribe."""
        before = bool(self._subscribers)
        self._subscribers = self._subscribers | {subscriber} if wanted else self._subscribers - {subscriber}
        if bool(self._subscribers) != before:
            self._engine.send(WatchUpdates(wanted))

    def request_sample(self, displayed: Snapshot | None) -> None:
        """Ask for the training's next example; where a chosen one is displayed, that stays."""
        self.is_sample_requested = displayed is not None and displayed.follows_training
        self._engine.send(NextTrainingSample())

    def must_follow(self, displayed: Snapshot | None) -> bool:
        """Whether each snapshot is wanted, even beside a training, from whose time its trace and copy are taken.

        A drawing's must follow the pen.
        """
        return self.is_sample_requested or (displayed is not None and displayed.example.origin == "drawing")

    def count(self) -> None:
        """One more has come."""
        self._unacknowledged += 1

    def acknowledge_when_due(self, now_s: float, latest: Snapshot | None, all_wanted: bool) -> None:
        """Let the next one come, at once where each is wanted, else when the picture can follow."""
        every_s = SNAPSHOT_EVERY_S
        if all_wanted or latest is None or len(latest.losses) <= FEW_UPDATES:
            every_s = 0.0
        if now_s - self._acknowledged_s >= every_s:
            self.acknowledge(now_s)

    def acknowledge(self, now_s: float) -> None:
        """Let the next one come."""
        if self._unacknowledged:
            self._acknowledged_s = now_s
        for _ in range(self._unacknowledged):
            self._engine.send(AcknowledgeSnapshot())
        self._unacknowledged = 0
