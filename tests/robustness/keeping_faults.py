"""A fault is planted in one function that keeps work at a time: history, journal, sessions, autosave, recovery.

    python -m tests.robustness.keeping_faults --seed 0

While it is there, its function raises at once or in the middle, or gives numbers that are not finite, and everything is
done that such functions are for. The engine has to live, to say what happened, and to keep the work: afterwards every
run is what its journal says, the past can be looked at, the file from before is whole, and what is saved comes back.
"""

from __future__ import annotations

import argparse
import errno
import inspect
import os
import random
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import EditHistory, ParameterLocation
from core.engine import autosave as autosave_module
from core.engine import commands as c
from core.engine import earlier_state, journal_marks, run_state
from core.engine import history as history_module
from core.engine import messages as m
from core.engine import past as past_module
from core.engine import run as run_module
from core.engine.autosave import Autosave
from core.engine.autosave_task import AutosaveTask
from core.engine.engine import Engine
from core.engine.history import History
from core.engine.loaded_data import LoadedData
from core.engine.past import Past
from core.engine.run import Run
from core.engine.run_commands import RunCommands
from core.engine.session_keeping import SessionKeeping
from core.engine.session_task import SessionTask
from core.engine.time_travel import TimeTravel
from core.engine.window_state import WindowArray, WindowState
from core.session import check as check_module
from core.session import container
from core.session import file as file_module
from core.session import session as session_module
from core.session.file import read_session
from core.training.checkpoint import Checkpoint
from core.training.trainer import Trainer
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, load
from tests.core.small_data import small_data

OWN = DatasetSpec("own", path="/nowhere/own.csv")
OWN_EXAMPLES = small_data(40, 4, 2)


def _raises(error: type[Exception], *arguments: object) -> Callable[[], None]:
    def fail() -> None:
        raise error(*arguments)

    return fail


KINDS: dict[str, Callable[[], None]] = {
    "no memory": _raises(MemoryError, "planted"),
    "a full disk": _raises(OSError, errno.ENOSPC, "planted"),
    "a disk that fails": _raises(OSError, errno.EIO, "planted"),
    "a wrong number": _raises(ValueError, "planted"),
    "anything": _raises(RuntimeError, "planted"),
}

# Where each may happen: (what owns it, its name).
PLACES: list[tuple[Any, str]] = [
    *(
        (History, name)
        for name in (
            "note", "keep", "nearest", "recorded", "following", "branch", "restore", "anchor", "forget",
            "updates", "states", "spacing", "updates_left", "_make_room", "_thin", "_hold", "_release",
        )
    ),
    (history_module, "kept_state_of"),
    (history_module, "run_from"),
    *((Past, name) for name in ("__init__", "pieces", "_updates", "_check")),
    (past_module, "is_led_on"),
    (earlier_state, "earlier_states"),
    *(
        (TimeTravel, name)
        for name in (
            "_look_at", "_looked_at", "_branch_run", "_branched", "_past", "_message", "_begin",
            "on_updates", "on_entered", "report", "send_marks", "show_again", "return_to_live", "work",
        )
    ),
    *((Run, name) for name in ("take", "_mark", "_reconfigure", "_permute", "_edit", "snapshot", "info")),
    *((EditHistory, name) for name in ("set", "switch", "follow")),
    *((journal_marks, name) for name in ("with_mark", "setting_marks", "edit_mark", "sorting_mark")),
    (run_module, "reorder"),
    (run_state, "state_of"),
    (run_state, "run_of"),
    *((Trainer, name) for name in ("checkpoint", "restore", "reconfigure")),
    (Checkpoint, "load"),
    *(
        (Autosave, name)
        for name in (
            "save", "save_window", "save_data", "_write", "_read", "states", "shown", "window",
            "imported_data", "forget", "keep_only",
        )
    ),
    (autosave_module, "pack"),
    (autosave_module, "frame_of"),
    *((AutosaveTask, name) for name in ("save", "work", "note_file", "save_window", "save_data", "save_own", "forget")),
    *(
        (SessionKeeping, name)
        for name in (
            "_new", "_save", "_saving", "_session", "_open", "_opening", "_datasets_of", "_open_autosave",
            "_recover", "_read", "_adopt",
        )
    ),
    *((SessionTask, name) for name in ("begin", "make_way", "work", "_tell")),
    *((Engine, name) for name in ("enter", "take_runs", "begin_aside", "forget")),
    (RunCommands, "_begin"),
    *((LoadedData, name) for name in ("of", "anew", "add", "keep_only")),
    *((container, name) for name in ("packing", "unpacking", "_checksum")),
    *((session_module, name) for name in ("describing", "restoring", "data_checksum")),
    *((file_module, name) for name in ("reading", "writing", "_replacing", "_sync", "_sync_folder", "_clear_old")),
    *((check_module, name) for name in ("check_run", "check_examples")),
    *((os, name) for name in ("replace", "fsync")),
    (tempfile, "mkstemp"),
    (Path, "mkdir"),
    (Path, "unlink"),
]  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """What fails where, and whether in the middle: after its first piece, or when all is done."""

    place: int
    kind: str
    is_late: bool

    def __str__(self) -> str:
        owner, name = PLACES[self.place]
        when = " in the end" if self.is_late else ""
        return f"{getattr(owner, '__name__', owner)}.{name}: {self.kind}{when}"


class Planted:
    """A fault that is there; it raises while it is armed, and counts how often it did."""

    def __init__(self, fault: Fault) -> None:
        self.is_armed = False
        self.count = 0
        self._fault = fault

    @contextmanager
    def there(self) -> Iterator[None]:
        """Put it in, wherever its function was imported to, and take it out afterwards."""
        owner, name = PLACES[self._fault.place]
        original = getattr(owner, name)
        faulty = self._faulty(original)
        with ExitStack() as stack:
            stack.enter_context(patch.object(owner, name, faulty))
            for module in list(sys.modules.values()):
                is_ours = getattr(module, "__name__", "").startswith("core.")
                if is_ours and module is not owner and vars(module).get(name) is original:
                    stack.enter_context(patch.object(module, name, faulty))
            yield

    def _faulty(self, original: Any) -> Any:
        if inspect.isgeneratorfunction(original) and self._fault.is_late:

            def faulty_pieces(*arguments: Any, **named: Any) -> Iterator[Any]:
                yield from original(*arguments, **named)
                self._raise()

            return faulty_pieces

        def faulty(*arguments: Any, **named: Any) -> Any:
            if not self._fault.is_late:
                self._raise()
            result = original(*arguments, **named)
            if self._fault.is_late:
                self._raise()
            return result

        return faulty

    def _raise(self) -> None:
        if self.is_armed:
            self.count += 1
            KINDS[self._fault.kind]()


class Work:
    """An engine with some work, and the file and the folder where it is kept."""

    def __init__(self, folder: Path, planted: Planted) -> None:
        self.folder, self.said = folder, 0
        self.planted, self.wrong = planted, list[str]()
        self.driver = Driver(
            autosave=str(folder / "autosave"), load=_load, config=replace(CONFIG, patience=3)
        )
        # So little that states have to go.
        self.driver.engine.time.history.limit = 12_000
        self.old, self.new = str(folder / "old"), str(folder / "new")
        driver = self.driver
        driver.train(20)
        driver.send(c.EditParameter(0, 1, ParameterLocation(0, 1), 0.5, 0))
        driver.train(12)
        driver.send(c.SaveSession(self.old, self._window()))
        self.content = Path(self.old).read_bytes()

    def _window(self) -> WindowState:
        return WindowState("{}", (WindowArray("curve", np.arange(4.0)),))

    def use(self) -> None:
        """Everything that keeping is for; what fails on the way leaves the rest to be done."""
        numbers = iter(range(100, 200))
        for command in (
            c.Train(9),
            c.Reconfigure(replace(CONFIG, learning_rate=0.01)),
            c.EditParameter(self._shown, 2, ParameterLocation(1, 2, 1), 0.25, self._permutations),
            c.SwitchEdit(self._shown, 2, False),
            c.SortNeurons(self._shown, 3),
            c.SwitchSorting(self._shown, 3, False),
            c.Train(20),
            c.LookAt(9),
            c.ShowTestSample("next"),
            c.LookAt(31),
            c.ReturnToLive(),
            c.BranchRun(next(numbers), 25, replace(CONFIG, optimizer="sgd", learning_rate=0.1)),
            c.Train(17),
            c.KeepWindow(self._window()),
            c.LoadData(OWN, OWN_EXAMPLES),
            c.BeginRun(next(numbers), ARCHITECTURE, CONFIG, OWN),
            c.Train(8),
            c.SaveSession(self.new, self._window(), with_data=True),
            c.BeginRun(next(numbers), ARCHITECTURE, CONFIG, is_shown=False),
            c.ReturnToRun(0),
            c.ForgetRun(101),
            c.OpenSession(self.new, 40),
            c.Train(8),
            c.OpenSession(self.old, 50),
            c.NewSession(60, ARCHITECTURE, CONFIG),
            c.Train(40),
            c.OpenAutosave(str(self.folder / "autosave"), 70),
        ):
            self._do(command)
        # Somebody ends it while all of this fails.
        try:
            self.driver.engine.save()
        except Exception:
            self.said += 1

    def recover(self) -> None:
        """Another engine goes on; where it can't, it says so, and a third one does."""
        folder = str(self.folder / "autosave")
        self.driver.send(c.Pause())
        again = Driver(start=False, load=_load)
        again.send(c.Recover(folder))
        self.said += _told(again)
        if again.engine.runs:
            self.driver = again

    def _do(self, command: Any) -> None:
        driver = self.driver
        driver.heard.clear()
        driver.send(command)
        for _ in range(400):
            if driver.engine.seconds_until_due() > 0:
                break
            driver.work()
        # Time passes, and what is due is saved.
        driver.clock.now += 5.0
        for _ in range(3):
            driver.work()
        self.said += _told(driver)
        self.planted.is_armed = False
        for run in driver.engine.runs:
            self.wrong += [f"after {command}: {problem}" for problem in _problems(run)]
        self.planted.is_armed = True

    @property
    def _shown(self) -> int:
        return self.driver.engine.number

    @property
    def _permutations(self) -> int:
        return self.driver.engine.current.permutations


def _load(choice: DatasetSpec) -> Any:
    return OWN_EXAMPLES if choice.unread == OWN else load(choice)


def _told(driver: Driver) -> int:
    kinds = m.EngineFailed, m.KeepingChanged, m.SessionRefused, m.DigitsMissing
    return sum(len(driver.all(kind)) for kind in kinds)


def try_fault(fault: Fault, folder: Path) -> tuple[int, list[str]]:
    """Plant it, use the engine, take it away, look at the engine; how often it was met, and what is wrong."""
    planted = Planted(fault)
    with patch.object(history_module, "LARGEST_FIRST_SPACING", 8), planted.there():
        work = Work(folder, planted)
        planted.is_armed = True
        try:
            work.use()
            work.recover()
        except Exception:
            return planted.count, ["the engine does not live: " + traceback.format_exc()]
        planted.is_armed = False
        if planted.count and not work.said:
            return planted.count, ["the fault was met, and nobody was told"]
        try:
            return planted.count, work.wrong[:3] + check(work)
        except Exception:
            return planted.count, ["afterwards: " + traceback.format_exc()]


def check(work: Work) -> list[str]:
    """What is not as it should be once nothing fails any more."""
    driver, wrong = work.driver, []
    if Path(work.old).read_bytes() != work.content:
        wrong.append("the file from before is another")
    read_session(work.old)
    driver.heard.clear()
    driver.send(c.ReturnToLive())
    driver.rest()
    for run in driver.engine.runs:
        wrong += _problems(run)
    before = driver.trainer.step_count
    driver.train(5)
    if driver.trainer.step_count != before + 5:
        wrong.append(f"it does not train: {driver.trainer.step_count} updates after {before} and 5")
    wrong += _problems(driver.engine.current)
    for update in (0, min(7, before), before, before + 3):
        driver.send(c.LookAt(update))
        driver.rest()
        again = run_module.replayed(driver.engine.current, update, driver.trainer.dataset)
        shown = driver.last(m.PastShown)
        if not (
            shown.is_exact and np.array_equal(shown.snapshot.parameters, again.trainer.network.parameters)
        ):
            wrong.append(f"update {update} is another one than it was")
    driver.send(c.ReturnToLive(), c.SaveSession(work.new, WindowState()), c.OpenSession(work.new, 300))
    driver.rest()
    stands = driver.trainer.checkpoint().checksum
    driver.clock.now += 20.0
    driver.work(5)
    third = Driver(start=False, load=_load)
    third.send(c.Recover(str(work.folder / "autosave")))
    if not third.engine.runs or third.trainer.checkpoint().checksum != stands:
        wrong.append("what was saved does not come back")
    wrong += [changed.reason for changed in driver.all(m.KeepingChanged) if changed.code]
    return wrong + [failed.details for failed in driver.all(m.EngineFailed)]


def _problems(run: Run) -> list[str]:
    """Where a run is not what its journal says."""
    if run.diverged is not None:
        return []
    again = run_module.replayed(run, run.trainer.step_count, run.trainer.dataset)
    same = again.trainer.checkpoint().checksum == run.trainer.checkpoint().checksum
    same = same and again.trainer.config == run.trainer.config and again.edits.all == run.edits.all
    return (
        [] if same else [f"run {run.number} at update {run.trainer.step_count} is not what its journal says"]
    )


def faults() -> list[Fault]:
    """Each place with each kind, at once and in the end."""
    return [
        Fault(place, kind, is_late)
        for place in range(len(PLACES))
        for kind in KINDS
        for is_late in (False, True)
    ]


def draw(count: int, seed: int) -> list[Fault]:
    """So many of them, each in another place as far as there are places."""
    chance, found = random.Random(seed), faults()
    chance.shuffle(found)
    order: dict[int, int] = {}
    ranked = []
    for fault in found:
        order[fault.place] = order.get(fault.place, 0) + 1
        ranked.append((order[fault.place], fault))
    return [fault for _, fault in sorted(ranked, key=lambda each: each[0])][:count]


def main() -> int:
    """Plant them one after the other; 1 when the engine did not bear one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=len(faults()))
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    met = bad = 0
    for number, fault in enumerate(draw(options.count, options.seed), 1):
        with tempfile.TemporaryDirectory() as folder:
            times, wrong = try_fault(fault, Path(folder))
        met += times > 0
        bad += bool(wrong)
        outcome = "; ".join(wrong) if wrong else f"met {times} times, borne" if times else "not met"
        print(f"{number:4} {fault}: {outcome}", flush=True)
    print(f"{options.count} faults, {met} of them met, {bad} not borne")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
