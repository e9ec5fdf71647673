"""A session as a value, and how its parts are named in a file.

In the description, each run is what `core.engine.protocol` makes of its `RunState`. Where a field is an array, its
place is taken by the array's number in the list beside it, whose entries name the file's arrays: a name, or several
names of the parts of one flat vector.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.own_set import OwnSet
from core.engine.frames import Frame, FrameError
from core.engine.history import KeptState
from core.engine.protocol import Envelope, content_of, frame_of
from core.engine.run_state import ImportedData, RunState
from core.engine.window_state import WindowArray, WindowState
from core.nn.topology import Topology
from core.session.container import Tensors, checksum
from core.session.errors import SessionError
from core.session.steps import Steps, part
from core.steps import result_of

VERSION = 1
# So many are soon described, or read.
STATES_A_STEP = 10


@dataclass(frozen=True)
class OwnData:
    """A user's own examples, of the choice that they were read by.

    Attributes
    ----------
    choice : DatasetSpec
    sha256 : str
        The checksum of the examples.
    dataset : Dataset or None
        The examples themselves, where they lie in the file.
    """

    choice: DatasetSpec
    sha256: str
    dataset: Dataset | None = None


@dataclass(frozen=True)
class SavedRun:
    """A run, how many inputs its network has, and states of its past, in the order of their updates."""

    state: RunState
    n_in: int
    kept: tuple[KeptState, ...] = ()


@dataclass(frozen=True)
class Session:
    """Everything that a file holds.

    Attributes
    ----------
    runs : tuple of SavedRun
    shown : int
        The number of the run on screen.
    data : tuple of OwnData
        For each choice of a user's own examples that a run is trained on.
    window : WindowState
        What the window wants back, whatever it is.
    own : OwnSet
        The user's own test set.
    """

    runs: tuple[SavedRun, ...]
    shown: int
    data: tuple[OwnData, ...] = ()
    window: WindowState = field(default_factory=WindowState)
    own: OwnSet = field(default_factory=OwnSet)


def data_checksum(dataset: Dataset) -> str:
    """SHA-256 of the examples, as hexadecimal digits."""
    names = "\n".join(dataset.class_names)
    return checksum(
        names, {name: getattr(dataset, name) for name in ("X_train", "y_train", "X_test", "y_test")}
    )


# --- to the parts of a file


def described(session: Session) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """The session's description, and its arrays by their names."""
    return result_of(describing(session))


def describing(session: Session) -> Steps[tuple[dict[str, Any], dict[str, NDArray[Any]]]]:
    """The same, state by state."""
    tensors: dict[str, NDArray[Any]] = {}
    runs = []
    for place, run in enumerate(session.runs):
        share = place / len(session.runs), (place + 1) / len(session.runs)
        runs.append((yield from part(_describing_run(place, run, tensors), *share)))
    data = [_described_data(number, own, tensors) for number, own in enumerate(session.data)]
    for array in session.window.arrays:
        tensors[f"window/{array.name}"] = array.values
    window = {"text": session.window.text, "arrays": [array.name for array in session.window.arrays]}
    entry = {"version": VERSION, "shown": session.shown, "runs": runs, "data": data, "window": window}
    if len(session.own):
        # Without it a file can be opened by those that know of no such set.
        entry["own"] = _described_own(session.own, tensors)
    return entry, tensors


def _describing_run(place: int, run: SavedRun, tensors: dict[str, NDArray[Any]]) -> Steps[dict[str, Any]]:
    state, checkpoint = run.state, run.state.checkpoint
    frame = frame_of(Envelope(state, 1))
    base = f"runs/{place}"
    known = {id(vector): f"{base}/optimizer/{number}" for number, vector in enumerate(checkpoint.vectors)}
    known[id(state.losses)] = f"{base}/losses"
    names: list[Any] = []
    for array in frame.arrays:
        if array is checkpoint.parameters:
            names.append(_layers(place, run, tensors))
            continue
        name = known.get(id(array), f"{base}/more/{len(names)}")
        tensors[name] = array
        names.append(name)
    kept = []
    for number, one in enumerate(run.kept):
        kept.append(_described_kept(f"{base}/kept/{number}", one, tensors))
        if len(kept) % STATES_A_STEP == 0:
            yield len(kept) / len(run.kept)
    return {"state": frame.header["fields"], "inputs": run.n_in, "arrays": names, "kept": kept}


def _described_kept(base: str, kept: KeptState, tensors: dict[str, NDArray[Any]]) -> dict[str, Any]:
    frame = frame_of(Envelope(kept, 1))
    names = [f"{base}/{number}" for number in range(len(frame.arrays))]
    tensors.update(zip(names, frame.arrays, strict=True))
    return {"state": frame.header["fields"], "arrays": names}


def _layers(place: int, run: SavedRun, tensors: dict[str, NDArray[Any]]) -> list[str]:
    names = []
    for entry in _topology(run).table.entries:
        names.append(f"runs/{place}/layers/{entry.layer}/{entry.name}")
        tensors[names[-1]] = entry.view(run.state.checkpoint.parameters)
    return names


def _described_data(number: int, own: OwnData, tensors: dict[str, NDArray[Any]]) -> dict[str, Any]:
    # Without the examples their place is taken by none at all.
    empty = np.zeros((0, 1), np.float32)
    dataset = own.dataset or Dataset(empty, empty, empty, empty, ())
    frame = frame_of(Envelope(ImportedData(own.choice, dataset), 1))
    names = [f"data/{number}/{place}" for place in range(len(frame.arrays))]
    tensors.update(zip(names, frame.arrays, strict=True))
    is_there = own.dataset is not None
    return {"data": frame.header["fields"], "sha256": own.sha256, "is_there": is_there, "arrays": names}


def _described_own(own: OwnSet, tensors: dict[str, NDArray[Any]]) -> dict[str, Any]:
    frame = frame_of(Envelope(own, 1))
    names = [f"own/{place}" for place in range(len(frame.arrays))]
    tensors.update(zip(names, frame.arrays, strict=True))
    return {"set": frame.header["fields"], "arrays": names}


# --- and back


def session_of(description: Mapping[str, Any], tensors: Tensors) -> Session:
    """The session of this description and these arrays, at once; raises as `restoring` does."""
    return result_of(restoring(description, tensors))


def restoring(description: Mapping[str, Any], tensors: Tensors) -> Steps[Session]:
    """The session of this description and these arrays; every one of them is a part of it.

    Raises
    ------
    SessionError
        When it is of another version, or a part is missing, too many, or not what it should be.
    """
    version = description.get("version")
    if type(version) is not int or version > VERSION:
        raise SessionError("newer", version=str(version))
    if version != VERSION:
        raise SessionError("wrong_value", where="version", reason=str(version))
    more = ("own",) if "own" in description else ()
    _check_keys("The file", description, "version", "shown", "runs", "data", "window", *more)
    left = dict(tensors)
    if not isinstance(description["runs"], list) or not isinstance(description["data"], list):
        raise SessionError("wrong_value", where="The file", reason="its runs or its data are no list")
    runs, count = [], len(description["runs"])
    for place, entry in enumerate(description["runs"]):
        steps = _restoring_run(place, entry, left)
        runs.append((yield from part(steps, place / count, (place + 1) / count)))
    data = tuple(_data_of(place, entry, left) for place, entry in enumerate(description["data"]))
    window = _window_of(description["window"], left)
    own = _own_of(description["own"], left) if more else OwnSet()
    if left:
        raise SessionError("unknown_field", where="The file", field=next(iter(left)))
    numbers = [run.state.number for run in runs]
    if len(set(numbers)) < len(numbers) or description["shown"] not in numbers:
        raise SessionError(
            "wrong_value", where="runs", reason=f"{numbers} and {description['shown']!r} shown"
        )
    for run in runs:
        parent = run.state.parent
        if parent is not None and parent >= run.state.number:
            reason = f"run {run.state.number} as a branch of {parent}, which began later"
            raise SessionError("wrong_value", where="runs", reason=reason)
    return Session(tuple(runs), int(description["shown"]), data, window, own)


def _check_keys(where: str, entry: Any, *keys: str) -> None:
    if not isinstance(entry, dict):
        raise SessionError("wrong_value", where=where, reason="no object")
    for key in sorted(set(entry) - set(keys)):
        raise SessionError("unknown_field", where=where, field=key)
    for key in keys:
        if key not in entry:
            raise SessionError("missing_field", where=where, field=key)


def _restoring_run(place: int, entry: Any, left: dict[str, NDArray[Any]]) -> Steps[SavedRun]:
    where = f"runs[{place}]"
    _check_keys(where, entry, "state", "inputs", "arrays", "kept")
    listed, n_in = entry["arrays"], entry["inputs"]
    is_listed = isinstance(listed, list) and isinstance(entry["kept"], list)
    if not is_listed or type(n_in) is not int or not 1 <= n_in < 2**31:
        raise SessionError("wrong_value", where=where, reason="its inputs or its arrays")
    arrays = []
    layers: list[tuple[Any, NDArray[Any]]] = []
    for names in listed:
        if isinstance(names, list):
            parts = [_taken(name, where, left) for name in names]
            layers += zip(names, parts, strict=True)
            if not parts or any(part.dtype != np.float32 for part in parts):
                raise SessionError("wrong_value", where=where, reason="parameters of another type")
            arrays.append(np.concatenate([part.ravel() for part in parts]))
        else:
            arrays.append(_taken(names, where, left))
    state = _decoded(where, entry["state"], arrays, RunState)
    kept = []
    for number, one in enumerate(entry["kept"]):
        kept.append(_kept_of(f"{where}.kept[{number}]", one, left))
        if len(kept) % STATES_A_STEP == 0:
            yield len(kept) / len(entry["kept"])
    run = SavedRun(state, n_in, tuple(kept))
    _check_layers(place, run, layers)
    return run


def _kept_of(where: str, entry: Any, left: dict[str, NDArray[Any]]) -> KeptState:
    _check_keys(where, entry, "state", "arrays")
    if not isinstance(entry["arrays"], list):
        raise SessionError("wrong_value", where=where, reason="its arrays")
    arrays = [_taken(name, where, left) for name in entry["arrays"]]
    kept: KeptState = _decoded(where, entry["state"], arrays, KeptState)
    return kept


def _check_layers(place: int, run: SavedRun, layers: list[tuple[Any, NDArray[Any]]]) -> None:
    where = f"runs[{place}]"
    try:
        entries = _topology(run).table.entries
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        raise SessionError("wrong_value", where=where, reason=str(error)) from error
    wanted = [(f"runs/{place}/layers/{entry.layer}/{entry.name}", entry.shape) for entry in entries]
    found = [(name, array.shape) for name, array in layers]
    for one, other in zip(wanted, found, strict=False):
        if one != other:
            raise SessionError("wrong_value", where=where, reason=f"{other} in place of {one}")
    if len(found) != len(wanted):
        raise SessionError("wrong_value", where=where, reason=f"{len(found)} arrays of {len(wanted)}")


def _data_of(place: int, entry: Any, left: dict[str, NDArray[Any]]) -> OwnData:
    where = f"data[{place}]"
    _check_keys(where, entry, "data", "sha256", "is_there", "arrays")
    if not isinstance(entry["arrays"], list) or not isinstance(entry["sha256"], str):
        raise SessionError("wrong_value", where=where, reason="its checksum or its arrays")
    arrays = [_taken(name, where, left) for name in entry["arrays"]]
    found = _decoded(where, entry["data"], arrays, ImportedData)
    dataset = found.dataset if entry["is_there"] is True else None
    return OwnData(found.choice, entry["sha256"], dataset)


def _window_of(entry: Any, left: dict[str, NDArray[Any]]) -> WindowState:
    _check_keys("window", entry, "text", "arrays")
    if not isinstance(entry["text"], str) or not isinstance(entry["arrays"], list):
        raise SessionError("wrong_value", where="window", reason="its text or its arrays")
    names = [name if isinstance(name, str) else "" for name in entry["arrays"]]
    arrays = tuple(WindowArray(name, _taken(f"window/{name}", "window", left)) for name in names)
    return WindowState(entry["text"], arrays)


def _own_of(entry: Any, left: dict[str, NDArray[Any]]) -> OwnSet:
    _check_keys("own", entry, "set", "arrays")
    if not isinstance(entry["arrays"], list):
        raise SessionError("wrong_value", where="own", reason="its arrays")
    arrays = [_taken(name, "own", left) for name in entry["arrays"]]
    own: OwnSet = _decoded("own", entry["set"], arrays, OwnSet)
    return own


def _taken(name: Any, where: str, left: dict[str, NDArray[Any]]) -> NDArray[Any]:
    """An array of the file; each belongs to one part."""
    if not isinstance(name, str) or name not in left:
        raise SessionError("missing_field", where=where, field=str(name))
    return left.pop(name)


def _decoded(where: str, fields: Any, arrays: list[NDArray[Any]], kind: type) -> Any:
    header = {"type": kind.__name__, "number": 1, "answers": 0, "fields": fields}
    try:
        return content_of(Frame(header, tuple(arrays)), (kind,)).content
    except (FrameError, RecursionError) as error:
        raise SessionError("wrong_value", where=where, reason=str(error)) from error


def _topology(run: SavedRun) -> Topology:
    return Topology(run.state.origin.architecture.layers, (run.n_in,))
