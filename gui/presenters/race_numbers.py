"""What is known of the three runs of a race: what was measured of each, and with what it is trained."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from core.analysis.exact_losses import ExactLoss
from core.analysis.unrolling import KINDS
from core.arrays import Array
from core.engine.messages import RunInfo, ShiftedMeasured
from core.training.config import TrainingConfig
from gui.session.saved_race import SavedRace, SavedShifted

if TYPE_CHECKING:
    from gui.unrolling.race_rows import Racer
    from gui.unrolling.race_settings import RaceSettings

# With what the three begin.
CONFIG = TrainingConfig(optimizer="adam", learning_rate=0.001, batch_size=32)
# Four epochs of 60,000 digits: on one core they take a minute.
RACE_UPDATES = 7500


class RaceNumbers:
    """Each by the number of its run.

    Attributes
    ----------
    exact : dict
        What was measured last of both sets.
    shifted : dict
        All that was measured of moved digits, by rising updates.
    parted : dict
        Why one was trained no further with the one on screen, as `TogetherRefused` has it.
    """

    def __init__(self) -> None:
        self.exact: dict[int, ExactLoss] = {}
        self.shifted: dict[int, list[ShiftedMeasured]] = {}
        self.parted: dict[int, str] = {}
        # For each run the updates whose moved digits were measured before a parameter was set by hand after them.
        self._shifted_before_edit: dict[int, set[int]] = {}

    def clear(self) -> None:
        """There is no race."""
        for known in (self.exact, self.shifted, self.parted, self._shifted_before_edit):
            known.clear()

    def take_shifted(self, measured: ShiftedMeasured) -> None:
        """Moved digits were measured; what is known of later updates was of ones that were made again."""
        known = self.shifted.setdefault(measured.run, [])
        known[:] = [each for each in known if each.update < measured.update] + [measured]
        edited = self._shifted_before_edit.get(measured.run, set())
        edited -= {update for update in edited if update >= measured.update}

    def note_edit(self, run: int, update: int) -> None:
        """A parameter was set by hand after this update: moved digits are of before, until measured anew."""
        if any(each.update == update for each in self.shifted.get(run, [])):
            self._shifted_before_edit.setdefault(run, set()).add(update)

    def go_back(self, live: Mapping[int, int]) -> None:
        """Each run has made only so many updates, and makes those since again."""
        self.exact = {run: exact for run, exact in self.exact.items() if exact.update <= live.get(run, 0)}
        for run, measured in self.shifted.items():
            measured[:] = [each for each in measured if each.update <= live.get(run, 0)]

    def _is_shifted_before_edit(self, measured: ShiftedMeasured) -> bool:
        return measured.update in self._shifted_before_edit.get(measured.run, ())

    # --- what a session keeps

    def saved(
        self, seed: int, runs: tuple[int, ...], is_before_edit: Callable[[int, int], bool]
    ) -> SavedRace:
        """All that was measured of the race of these runs, and is of the parameters that its update has now.

        What was measured before an edit is left out, as `ExactLossHistory.saved` does; `is_before_edit` as `racers`
        has it.
        """
        exact = tuple(each for each in self.exact.values() if not is_before_edit(each.run, each.update))
        shifted = tuple(
            SavedShifted.of(run, [each for each in measured if not self._is_shifted_before_edit(each)])
            for run, measured in self.shifted.items()
        )
        return SavedRace(seed, runs, exact, shifted)

    def restore(self, race: SavedRace) -> None:
        """It is so again."""
        self.exact = {each.run: each for each in race.exact}
        self.shifted = {each.run: each.measured(each.run) for each in race.shifted}
        self._shifted_before_edit.clear()

    # --- what the panel shows; its modules are loaded when it is first asked for

    def settings(self, runs: Sequence[int], infos: Mapping[int, RunInfo]) -> RaceSettings:
        """With what these are trained; before they have begun, with what they are to be."""
        from gui.unrolling.race_settings import RaceSettings

        own = [infos[run] for run in runs if run in infos]
        if len(own) < len(KINDS):
            return RaceSettings((CONFIG,) * len(KINDS), updates=RACE_UPDATES)
        parted = [(runs.index(run), reason) for run, reason in self.parted.items()]
        return RaceSettings.of(own, RACE_UPDATES, parted)

    def racers(
        self,
        starts: Sequence[Array],
        runs: Sequence[int],
        live: Mapping[int, int],
        is_before_edit: Callable[[int, int], bool],
    ) -> list[Racer]:
        """The three: with how many parameters each has begun, how many updates it has made, and what was measured.

        `is_before_edit` is whether a parameter was set by hand since L was measured, by run and update.
        """
        from gui.unrolling.race_rows import Racer

        racers = []
        for run, start in zip(runs or (-1,) * len(starts), starts, strict=True):
            shifted, exact = self.shifted.get(run, []), self.exact.get(run)
            edited = exact is not None and is_before_edit(run, exact.update)
            last = shifted[-1] if shifted else None
            moved_edited = last is not None and self._is_shifted_before_edit(last)
            racers.append(Racer(start.size, live.get(run, 0), exact, last, edited, moved_edited))
        return racers
