"""All runs at once: saved in a file, opened from one, begun anew, or gone on with after another engine has ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.importers.read_from import is_read_from
from core.data.own_set import OwnSet
from core.data.refusals import DatasetError
from core.engine import commands as c
from core.engine import messages as m
from core.engine.all_or_nothing import all_or_nothing
from core.engine.autosave import Autosave
from core.engine.autosave_task import stands_of
from core.engine.history import KeptState
from core.engine.journal import Origin
from core.engine.run import Run
from core.engine.run_state import RunState, run_of, state_of
from core.engine.window_state import WindowState
from core.session.check import check_examples, check_run
from core.session.errors import DATA_CODE, DATA_REASON, SessionError
from core.session.file import reading, seal_of, writing
from core.session.session import OwnData, SavedRun, Session, data_checksum
from core.session.steps import Steps, part

if TYPE_CHECKING:
    from core.engine.engine import Engine

# States of the past in a file: enough to have any update soon, and few enough to be written in a second.
MOST_KEPT = 1000
# What is known of each example may take so much of it, of all runs together: that of 60,000 in a run takes 2 to 15 MB.
MOST_LIVES_BYTES = 150_000_000
Data = dict[DatasetSpec, Dataset]
Runs = dict[int, Run]
"""Runs by the numbers that they were saved under."""


class SessionKeeping:
    """The handlers of these commands. Whatever can't be opened leaves everything as it is."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # The file of this session, and what was in it when it was opened or saved here.
        self._file, self._seal = "", b""
        self.handlers: dict[type, Callable[[Any], None]] = {
            c.NewSession: self._new,
            c.SaveSession: self._save,
            c.OpenSession: self._open,
            c.OpenAutosave: self._open_autosave,
            c.KeepWindow: lambda command: engine.autosave.save_window(command.window),
            c.Recover: self._recover,
        }

    def _new(self, command: c.NewSession) -> None:
        choice = DatasetSpec()
        try:
            dataset = self._engine.dataset_of(choice)
        except DatasetError as error:
            self._engine.send(m.DigitsMissing(error.code, error.fields))
            return
        number = self._engine.free_number(command.run)
        run = Run(number, Origin(command.architecture, command.config, choice), dataset)
        self._adopt("", {number: run}, {choice: dataset}, number)

    def _save(self, command: c.SaveSession) -> None:
        if self._engine.companions.is_behind:
            # A round that is half made would part those who are trained together.
            self._engine.requests.add(self._save_after_round(command))
        else:
            self._save_now(command)

    def _save_after_round(self, command: c.SaveSession) -> Iterator[None]:
        yield from self._engine.companions.finish_round()
        self._save_now(command)

    def _save_now(self, command: c.SaveSession) -> None:
        session = self._session(command.window, command.with_data)
        steps = self._saving(command.path, session, command.replaces)
        self._engine.sessions.begin(command.path, True, steps)

    def _saving(self, path: str, session: Session, replaces: bool) -> Steps[None]:
        engine, run = self._engine, self._engine.current
        update, stands = run.trainer.step_count, stands_of(engine.runs)
        if not replaces and path == self._file and seal_of(path) not in (b"", self._seal):
            raise SessionError("written_since")
        choices = [run.origin.choice for run in engine.runs]
        if not seal_of(path) and any(is_read_from(choice, path) for choice in choices):
            raise SessionError("is_data")
        yield from writing(path, session)
        self._file, self._seal = path, seal_of(path)
        engine.autosave.note_file(stands, session.own)
        engine.autosave.save(engine.current)
        engine.send(m.SessionSaved(path, run.number, update))

    def _session(self, window: WindowState, with_data: bool) -> Session:
        engine = self._engine
        ordered = sorted(engine.runs, key=lambda run: run.number)
        kept = _thinned([engine.time.history.states(run.number) for run in ordered])
        states = _within_budget([state_of(run) for run in ordered], engine.number)
        runs = tuple(
            SavedRun(state, run.trainer.dataset.n_in, own)
            for run, state, own in zip(ordered, states, kept, strict=True)
        )
        own = {run.origin.choice: run.trainer.dataset for run in engine.runs}
        # Of what was read at one path at two times one at most is there still: both are in the file.
        times = Counter(choice.unread for choice in own)
        data = tuple(
            OwnData(
                choice, data_checksum(dataset), dataset if with_data or times[choice.unread] > 1 else None
            )
            for choice, dataset in own.items()
            if choice.source == "own"
        )
        return Session(runs, engine.number, data, window, engine.own.own)

    def _open(self, command: c.OpenSession) -> None:
        self._engine.sessions.begin(command.path, False, self._opening(command))

    def _opening(self, command: c.OpenSession) -> Steps[None]:
        # Looked at before: what another window saves meanwhile is not what is read.
        seal = seal_of(command.path)
        session = yield from part(reading(command.path), 0.0, 0.8)
        session, datasets = self._with_data(session)
        old = [saved.state.number for saved in session.runs]
        numbers = dict(zip(old, count(self._engine.free_number(command.first_run)), strict=False))
        runs = {}
        for saved in session.runs:
            runs[saved.state.number] = _run_of(saved, datasets, numbers)
            yield 0.8 + 0.2 * len(runs) / len(session.runs)
        past = {numbers[saved.state.number]: saved.kept for saved in session.runs}
        self._adopt(command.path, runs, datasets, session.shown, session.window, past, session.own)
        self._file, self._seal = command.path, seal

    def _with_data(self, session: Session) -> tuple[Session, Data]:
        """The examples of every run, as they were when it was saved; and the session, whose runs say which those are.

        Files of earlier versions don't say it.
        """
        datasets = self._datasets_of(session)
        of = {choice: choice.of(dataset) for choice, dataset in datasets.items()}
        runs = tuple(replace(saved, state=_with_choice(saved.state, of)) for saved in session.runs)
        return replace(session, runs=runs), {of[choice]: dataset for choice, dataset in datasets.items()}

    def _datasets_of(self, session: Session) -> Data:
        own = {data.choice: data for data in session.data}
        datasets: Data = {}
        for choice in {run.state.origin.choice for run in session.runs}:
            saved = own.get(choice)
            if choice.source == "own" and saved is None:
                raise SessionError("missing_field", where="The file", field=f"checksum of {choice.path}")
            if saved is not None and saved.dataset is not None:
                check_examples(saved.dataset)
                datasets[choice] = saved.dataset
            else:
                datasets[choice] = self._loaded(choice)
            if saved is not None and data_checksum(datasets[choice]) != saved.sha256:
                raise SessionError("data_changed", path=choice.path)
            if choice.content and choice.unread.of(datasets[choice]) != choice:
                raise SessionError("wrong_value", where="data", reason="other examples than its run was on")
        return datasets

    def _loaded(self, choice: DatasetSpec) -> Dataset:
        try:
            return self._engine.dataset_of(choice)
        except DatasetError as error:
            if error.code == "other_by_now":
                raise SessionError("data_changed", path=choice.path) from error
            if error.code == "not_there":
                raise SessionError("data_missing", path=choice.path or choice.source) from error
            # The window has a sentence of its own for each reason.
            fields = {**error.fields, DATA_CODE: error.code, "reason": str(error)}
            if "reason" in error.fields:
                fields[DATA_REASON] = error.fields["reason"]
            raise SessionError("data_unread", **fields) from error
        except (ValueError, OSError, MemoryError) as error:
            raise SessionError("data_unread", reason=f"{choice.path or choice.source}: {error}.") from error

    def _open_autosave(self, command: c.OpenAutosave) -> None:
        saved = Autosave(Path(command.folder))
        datasets, runs = self._read(saved, self._engine.free_number(command.first_run))
        if not runs:
            self._engine.send(m.SessionRefused(command.folder, "damaged", {"reason": "nothing can be read"}))
            return
        self._adopt(command.folder, runs, datasets, _shown(saved, runs), saved.window(), own=saved.own())

    def _recover(self, command: c.Recover) -> None:
        engine = self._engine
        saved = engine.autosave.open(command.autosave)
        engine.time.set_limit(command.history_bytes)
        datasets, runs = self._read(saved)
        if not runs:
            engine.send(m.RunningChanged(False))
            engine.send(m.DigitsMissing("nothing_saved", {}))
            return
        with all_or_nothing(engine):
            engine.take_runs(runs.values(), datasets)
            for each in runs.values():
                engine.autosave.note_saved(each)
            run = runs[_shown(saved, runs)]
            # First: what the window received of later updates does not hold any more.
            others = tuple((one.number, one.trainer.step_count) for one in runs.values() if one is not run)
            engine.send(m.Recovered(run.number, run.trainer.step_count, others))
            engine.own.put(saved.own())
            engine.enter(run)

    def _read(self, saved: Autosave, first_run: int | None = None) -> tuple[Data, Runs]:
        """The runs that can be read in a folder, with their examples; numbered anew where `first_run` is given."""
        own = [(own.choice, own.choice.of(own.dataset), own.dataset) for own in saved.imported_data()]
        datasets: Data = {choice: dataset for _, choice, dataset in own}
        # What earlier versions have saved doesn't say which examples its runs are on.
        of = {written: choice for written, choice, _ in own}
        runs: Runs = {}
        states = sorted(saved.states(), key=lambda state: state.number)
        old = [state.number for state in states]
        numbers = dict(zip(old, old if first_run is None else count(first_run), strict=False))
        for state in states:
            choice = state.origin.choice
            try:
                if choice not in of:
                    dataset = self._engine.dataset_of(choice)
                    of[choice] = choice.of(dataset)
                    datasets[of[choice]] = dataset
                dataset = datasets[of[choice]]
                runs[state.number] = run_of(_with_choice(_renumbered(state, numbers), of), dataset)
            except (ValueError, OSError):
                # Its examples are gone, or others by now; the other runs need not go with it.
                continue
        return datasets, runs

    def _adopt(
        self,
        path: str,
        runs: Runs,
        datasets: Data,
        shown: int,
        window: WindowState | None = None,
        past: dict[int, tuple[KeptState, ...]] | None = None,
        own: OwnSet | None = None,
    ) -> None:
        """Go on with these runs, and with no others; they are saved at once, so that they can be recovered.

        `past` are states of theirs that were in a file, where they come from one; `own` is the user's own test set.
        """
        engine, autosave = self._engine, self._engine.autosave
        before = engine.runs
        try:
            with all_or_nothing(engine):
                engine.take_runs(runs.values(), datasets, past)
                own = own or OwnSet()
                autosave.note_file(() if past is None else stands_of(runs.values()), own)
                for choice, dataset in datasets.items():
                    if choice.source == "own":
                        autosave.save_data(choice, dataset)
                for run in runs.values():
                    autosave.save(run)
                autosave.save_window(window or WindowState())
                infos = tuple(run.info() for run in runs.values())
                engine.send(m.SessionOpened(path, infos, tuple(runs), window or WindowState()))
                engine.own.put(own)
                engine.enter(runs[shown])
        except Exception:
            self._keep_only(before)
            autosave.save_own(engine.own.own)
            raise
        # Only now: whoever is ended before finds what was there, too.
        self._keep_only(engine.runs)

    def _keep_only(self, runs: Iterable[Run]) -> None:
        """Let go of what is saved of others."""
        self._engine.autosave.keep_only([run.number for run in runs], self._engine.choices)


def _thinned(kept: list[tuple[KeptState, ...]]) -> list[tuple[KeptState, ...]]:
    """Every n-th state of each run: together no more than a file is to hold, evenly apart."""
    step = max(1, -(-sum(map(len, kept)) // MOST_KEPT))
    return [states[::step] for states in kept]


def _within_budget(states: list[RunState], shown: int) -> list[RunState]:
    """The same states, without the lives of the oldest runs where all take more than they may; those shown go last."""
    left, has_life = MOST_LIVES_BYTES, set()
    for state in sorted(states, key=lambda state: (state.number == shown, state.number), reverse=True):
        if state.life is not None and state.life.nbytes <= left:
            left -= state.life.nbytes
            has_life.add(state.number)
    # In copies: while the file is written an update may be made.
    return [
        replace(state, life=state.life.copied() if state.life and state.number in has_life else None)
        for state in states
    ]


def _renumbered(state: RunState, numbers: dict[int, int]) -> RunState:
    """The same run under its new number, and its parent's; a parent that is gone is none any more.

    Nor is one that began later than its branch: runs would come from each other in a circle.
    """
    parent = state.parent if state.parent is None or state.parent < state.number else None
    parent = None if parent is None else numbers.get(parent)
    return replace(state, number=numbers[state.number], parent=parent)


def _with_choice(state: RunState, of: Mapping[DatasetSpec, DatasetSpec]) -> RunState:
    """The same run, on the choice in place of its own that says which examples those are."""
    return replace(state, origin=replace(state.origin, choice=of[state.origin.choice]))


def _run_of(saved: SavedRun, datasets: Data, numbers: dict[int, int]) -> Run:
    dataset = datasets[saved.state.origin.choice]
    check_run(saved, dataset)
    try:
        return run_of(_renumbered(saved.state, numbers), dataset)
    except (ValueError, IndexError, OverflowError) as error:
        raise SessionError("does_not_fit", run=saved.state.number, reason=str(error)) from error


def _shown(saved: Autosave, runs: Runs) -> int:
    shown = saved.shown()
    return shown.run if shown is not None and shown.run in runs else max(runs)
