"""What is known of each of two networks side by side, as they stand on screen in this very frame."""

from __future__ import annotations

from dataclasses import replace

from core.engine.snapshot import Snapshot
from gui.presenters.network_presenter import NetworkPresenter
from gui.presenters.time_presenter import TimePresenter
from gui.side.facts import SideFacts
from gui.side.known_runs import KnownRuns
from gui.side.other_picture import OtherPicture
from gui.timeline.moment import Moment


class FactsOnScreen:
    """Reads what is shown of A and B.

    Parameters
    ----------
    network : NetworkPresenter
        What A's picture shows.
    picture : OtherPicture
        What B's shows.
    time : TimePresenter
        The moment of A.
    known : KnownRuns
        What is known of every run.
    """

    def __init__(
        self, network: NetworkPresenter, picture: OtherPicture, time: TimePresenter, known: KnownRuns
    ) -> None:
        self._network, self._picture, self._time, self._known = network, picture, time, known

    @property
    def snapshot_of_a(self) -> Snapshot | None:
        """The one whose weights are A's connections.

        From the change of a walkthrough on these are the new ones, though its signal is that of the old ones still.
        """
        applied, displayed = self._network.player.applied, self._network.displayed
        if applied is not None:
            return applied.snapshot
        seen = self._network.weights.seen
        if self._time.moment is not None or seen is None or displayed is None or seen.run != displayed.run:
            return displayed
        # Beside a training the neurons are renewed in other frames than the connections, which take longer.
        return seen

    @property
    def snapshot_of_b(self) -> Snapshot | None:
        """The same of B: where it is trained with A, its weights are changed with A's."""
        if self._network.player.applied is not None:
            return self._picture.weights
        shown, drawn = self._picture.shown, self._picture.weights_drawn
        return drawn if drawn is not None and shown is not None and drawn.run == shown.run else shown

    @property
    def moment(self) -> tuple[Snapshot | None, Snapshot | None, Snapshot | None, Moment | None]:
        """All that the lines over the pictures are of: they are written anew where one of these is another one."""
        return self._network.displayed, self.snapshot_of_a, self.snapshot_of_b, self._time.moment

    def of_a(self) -> SideFacts | None:
        """What is known of A; None before it is there."""
        displayed, snapshot, moment = self._network.displayed, self.snapshot_of_a, self._time.moment
        if snapshot is None or displayed is None:
            return None
        if moment is None:
            return _with_signal(self._known.facts(snapshot), displayed)
        awaited = moment.awaited if snapshot.update == moment.shown else None
        return self._known.facts(snapshot, False, awaited, moment.is_checked)

    def of_b(self, run: int, update: int | None) -> SideFacts | None:
        """What is known of B, which is this run at this update, None for its newest; None while it is on its way."""
        shown, newest, snapshot = self._picture.shown, self._picture.newest, self.snapshot_of_b
        if shown is None or newest is None or snapshot is None or {shown.run, snapshot.run} != {run}:
            return None
        awaited = newest.update if update is not None and shown.update != newest.update else None
        return _with_signal(self._known.facts(snapshot, update is None, awaited, newest.is_checked), shown)


def _with_signal(facts: SideFacts | None, signal: Snapshot) -> SideFacts | None:
    """The same, which says where the neurons are of another update than the connections."""
    if facts is None or facts.snapshot.update == signal.update:
        return facts
    return replace(facts, signal_update=signal.update)
