"""Every command and every message in several forms, for what is said of all frames."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from typing import Any

import numpy as np

from core.analysis.presentation_bits import SavedBits
from core.analysis.trace import Trace
from core.data.dataset import Dataset
from core.data.importers.standardise import Scale
from core.data.own_set import OwnSet
from core.engine import commands as c
from core.engine import messages as m
from core.engine.protocol import MAY_OVERFLOW
from core.engine.run_state import ImportedData, RunState, ShownRun
from core.engine.snapshot import Snapshot
from core.engine.window_state import WindowState
from core.nn.architecture import Architecture
from core.optim.early_stopping import EarlyStopping
from core.training.config import TrainingConfig
from tests.core.small_data import small_data
from tests.core.small_snapshots import topology_of, trace_of

SAVED: tuple[type, ...] = (RunState, ImportedData, ShownRun, WindowState, OwnSet, SavedBits)
KINDS: tuple[type, ...] = (*c.COMMANDS, *m.MESSAGES, *SAVED)
FORMS = ("least", "usual", "most", "not finite")

_ARCHITECTURES = {
    "least": Architecture.dense((), seed=0),
    "most": Architecture.dense((3, 1), ("gelu", "elu"), 5, "normal", 1e-320, True, 0.0, "identity", 1),
}
# Vectors that are laid out as the parameters of the network that was traced.
FLAT = frozenset({"mean_gradient", "change"})

_CONFIGS = {
    "least": TrainingConfig(batch_size=None),
    "usual": TrainingConfig(),
    "most": TrainingConfig(
        loss="squared_error",
        optimizer="adamw",
        batch_size=7,
        l1=0.5,
        dropout=0.25,
        schedule="cosine",
        patience=3,
    ),
}
_NUMBERS = {
    np.floating: np.float32,
    np.float32: np.float32,
    np.float64: np.float64,
    np.integer: np.int64,
    np.int32: np.int32,
    np.uint8: np.uint8,
    np.int64: np.int64,
    np.intp: np.intp,
    np.bool_: np.bool_,
}


def samples() -> Iterator[Any]:
    """An instance of every kind in every form."""
    for kind in KINDS:
        for form in FORMS:
            yield sample(kind, form)


def sample(kind: Any, form: str, may_overflow: bool = False) -> Any:
    """A value of this declared type: without what it may lack, as usual, with all that it may have, or overflowed."""
    if kind is Trace:
        return _trace(form)
    if kind is Architecture:
        return _ARCHITECTURES.get(form, Architecture())
    if kind is TrainingConfig:
        return _CONFIGS.get(form, _CONFIGS["usual"])
    if kind is EarlyStopping:
        return EarlyStopping(3) if form == "not finite" else EarlyStopping(3, 0.1, 7, 2)
    if kind is Dataset:
        return small_data(5, 2, 2) if form != "most" else _regression_data()
    if kind is OwnSet:
        return _own_set({"least": 0, "usual": 1}.get(form, 5))
    if dataclasses.is_dataclass(kind):
        hints, overflows = typing.get_type_hints(kind), MAY_OVERFLOW.get(typing.cast(type, kind), frozenset())
        fields = {
            field.name: sample(hints[field.name], form, field.name in overflows)
            for field in dataclasses.fields(kind)
        }
        holder = fields.get("snapshot", fields)
        topology = getattr(holder, "topology", None) or getattr(fields.get("trace"), "topology", None)
        flat = FLAT | {"parameters"} if kind is Snapshot else FLAT
        for name in flat & set(fields):
            if isinstance(fields[name], np.ndarray):
                fields[name] = np.linspace(-1, 1, topology.table.count, dtype=np.float32)
        return typing.cast(type, kind)(**fields)
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        kinds = [part for part in parts if part is not type(None)]
        if form == "least" and len(kinds) < len(parts):
            return None
        return sample(kinds[-1 if form == "most" else 0], form, may_overflow)
    if origin is tuple:
        if parts[-1] is not Ellipsis:
            return tuple(sample(part, form, may_overflow) for part in parts)
        count = {"least": 0, "usual": 1}.get(form, 3)
        return tuple(sample(parts[0], form, may_overflow) for _ in range(count))
    if origin is np.ndarray:
        (scalar,) = typing.get_args(parts[1]) or (Any,)
        array = np.arange({"least": 0, "usual": 1}.get(form, 6)).astype(_NUMBERS.get(scalar, np.float32))
        if form == "not finite" and may_overflow and array.dtype.kind == "f":
            array[:3] = np.nan, np.inf, -np.inf
        return array.reshape(2, 3) if form == "most" else array
    if kind is float:
        return (
            float("nan")
            if form == "not finite" and may_overflow
            else {"least": -0.0, "most": 1e-320}.get(form, 0.1)
        )
    if origin is dict:
        return {} if form == "least" else np.random.default_rng(1).bit_generator.state
    return {int: 3 if form == "usual" else 0, str: "" if form == "least" else "零 ∂", bool: form != "least"}[
        kind
    ]


def _trace(form: str) -> Trace:
    """One layer without an answer, one layer with one, three layers, and three whose sums are too large."""
    x = np.array([1, 0], np.float32)
    if form == "least":
        return trace_of(topology_of((2, 1)), x, (np.array([3.0]),), (np.array([3.0]),))
    widths = (2,) if form == "usual" else (3, 1, 2)
    parts = tuple(np.linspace(-1, 1, width, dtype=np.float32) for width in widths)
    if form == "not finite":
        parts = (np.array([np.nan, np.inf, -np.inf], np.float32), *parts[1:])
    loss = float("inf") if form == "not finite" else 0.7
    masks = parts[:-1] if form == "most" else ()
    return trace_of(topology_of((2, *widths)), x, parts, parts, parts, loss, masks)


def _own_set(count: int) -> OwnSet:
    pixels = np.random.default_rng(count).integers(0, 2, (count, 256)).astype(np.uint8)
    names = ("零 ∂", "7")
    return OwnSet(np.arange(3, 3 + count), pixels, np.arange(count) % 2, names[: max(count, 1)][:2])


def _regression_data() -> Dataset:
    X, y = np.ones((4, 1), np.float32), np.full((4, 2), -0.5, np.float32)
    return Dataset(X, y, X[:1], y[:1], (), None, scale=Scale(np.full(1, 0.1), np.full(1, 3.0)))


def same(one: Any, other: Any) -> bool:
    """Whether both are the same to the bit; NaN is the same as NaN."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if dataclasses.is_dataclass(one):
        return all(same(getattr(one, f.name), getattr(other, f.name)) for f in dataclasses.fields(one))
    if isinstance(one, tuple):
        return len(one) == len(other) and all(same(*pair) for pair in zip(one, other, strict=True))
    if isinstance(one, float):
        return repr(one) == repr(other)
    return bool(one == other)
