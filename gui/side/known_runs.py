"""What is said of every run where two are compared: its name, its place in the tree, and how it stood at a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.analysis.loss_history import LossHistory
from core.engine.journal_marks import config_at
from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from core.training.config import TrainingConfig
from gui.loss.loss_reading import nearest_exact
from gui.side.facts import SideFacts, began_the_same
from gui.side.run_choice import RunChoice, run_choices
from gui.timeline.common_updates import common_updates
from gui.timeline.run_names import run_names
from gui.timeline.run_notes import RunNotes


class KnownRuns:
    """Reads what others keep up to date.

    Parameters
    ----------
    infos, live : mapping
        Each run as it was heard of last, and how many updates it has made, by its number.
    notes : RunNotes
        What a user has made of them: a deleted run is not compared any more.
    history_of : callable
        Gives the losses of a run by its number, None where there are none.
    """

    def __init__(
        self,
        infos: Mapping[int, RunInfo],
        live: Mapping[int, int],
        notes: RunNotes,
        history_of: Callable[[int], LossHistory | None],
    ) -> None:
        self._infos, self._live, self._notes, self._history_of = infos, live, notes, history_of

    def __contains__(self, run: object) -> bool:
        return run in self._infos and isinstance(run, int) and not self._notes[run].is_deleted

    @property
    def names(self) -> dict[int, str]:
        """What each is called."""
        return run_names(list(self._infos.values()), self._notes.names)

    def name_of(self, run: int) -> str:
        """What this one is called; of one that is gone its number."""
        return self.names.get(run, str(run + 1))

    def live_of(self, run: int) -> int:
        """How many updates it has made."""
        return self._live.get(run, 0)

    def config_of(self, run: int) -> TrainingConfig | None:
        """Its settings as they are now; None of a run that is gone."""
        return self._infos[run].config if run in self._infos else None

    @property
    def choices(self) -> tuple[RunChoice, ...]:
        """All of them, as lines of a tree."""
        return run_choices([info for run, info in self._infos.items() if run in self], self.names, self._live)

    @property
    def seen_choices(self) -> tuple[RunChoice, ...]:
        """The same without those that are hidden."""
        return tuple(choice for choice in self.choices if not self._notes[choice.run].is_hidden)

    def compared_first(self, run: int) -> tuple[int, int | None]:
        """With what a run is compared first, and after so many updates; None is its newest.

        The run that it branches from, or the latest other one; where it is the only one, its own beginning.
        """
        info = self._infos.get(run)
        if info is not None and info.parent is not None and info.parent in self:
            return info.parent, None
        others = [number for number in self._infos if number != run and number in self]
        return (max(others), None) if others else (run, 0)

    def facts(
        self,
        snapshot: Snapshot,
        is_live: bool = True,
        awaited: int | None = None,
        is_checked: bool = False,
    ) -> SideFacts | None:
        """What is known of a run at the moment of this snapshot; None of a run that is gone."""
        info = self._infos.get(snapshot.run)
        if info is None:
            return None
        history = self._history_of(info.run)
        # As the card of L, where one looks back.
        exact = None if history is None else nearest_exact(history, snapshot.update)
        is_before_edit = (
            history is not None and exact is not None and history.exact_losses.is_before_edit(exact.update)
        )
        config = config_at(info.config, info.changes, snapshot.update)
        # Followed as it goes on: what it has made since the picture is no past of the picture.
        live = snapshot.update if is_live else self._live.get(info.run, snapshot.update)
        name = self.names[info.run]
        return SideFacts(
            *(info, name, config, snapshot, live, exact, is_live, awaited, is_checked),
            is_before_edit=is_before_edit,
        )

    def began_the_same(self, a: SideFacts, b: SideFacts) -> bool | None:
        """Whether both began with the same initial weights; None where nobody knows."""
        common = common_updates(a.info.run, b.info.run, self._infos)
        return began_the_same(a, b, share_a_past=common is not None)
