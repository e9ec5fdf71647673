"""The protocol between window and engine: each command and each message as one frame, and back.

A frame's header is ``{"type": name, "number": n, "answers": m, "fields": {...}, "arrays": [...]}``. ``type`` names a
class in `core.engine.commands` (from the window) or `core.engine.messages` (from the engine), whose fields, with
their types, are the keys of ``fields``. ``number`` counts a sender's frames from 1 without a gap. ``answers`` is the
number of the last command that the engine had taken when it sent the frame; 0 in a command.

A field is written by its declared type: a number, a text or a truth value as JSON has it, None as null, a tuple as a
list, an array as its index in the frame's list, a dataclass as an object with a key for each field; one of several
dataclasses, and a layer (one of `core.nn.layer_kinds`), as an object whose only key is its name. Numbers and arrays
are finite, but for those of `MAY_OVERFLOW`: there a number that is not is "nan", "inf" or "-inf". An array that several
fields share is sent once. A field whose metadata say `MAY_LACK` is missing in files of earlier versions: there it is
what it is by default.
"""

from __future__ import annotations

import dataclasses
import functools
import math
import types
import typing
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLoss
from core.analysis.example_losses import ExampleLosses
from core.analysis.fewest_flips import FlipChain
from core.analysis.layer_curves import QUANTITIES, LayerCurve, LayerCurves
from core.analysis.loss_history import SavedLosses
from core.analysis.neuron_statistics import NeuronStatistics
from core.analysis.saved_life import SavedLife
from core.analysis.solutions import LossPath, NeuronMatching
from core.analysis.trace import Trace
from core.engine import commands, messages
from core.engine.confidence_messages import ConfidenceMap
from core.engine.example_messages import ExampleLives
from core.engine.frames import Frame, FrameError
from core.engine.influence_messages import InfluenceMeasured, InfluenceProof, Pull
from core.engine.snapshot import Snapshot
from core.engine.window_state import WindowArray
from core.may_lack import MAY_LACK
from core.nn.layer_kinds import LAYER_KINDS
from core.nn.layers import LayerSpec
from core.optim.early_stopping import EarlyStopping
from core.training.checkpoint import Checkpoint

# Sums of products, and the sums of squares of an optimizer, may leave the range of single precision; of classes that
# there are none of, shares are no numbers, and so is what is not measured yet, with its mean; of no losses the least
# is infinite.
MAY_OVERFLOW: dict[type, frozenset[str]] = {
    Trace: frozenset({"flat_z", "flat_a", "flat_delta", "loss"}),
    NeuronStatistics: frozenset({field.name for field in dataclasses.fields(NeuronStatistics)}),
    ExactLoss: frozenset({"train_total", "test_total", "train_accuracy", "test_accuracy", "l1", "l2"}),
    ExampleLosses: frozenset({"losses", "confidences"}),
    LayerCurve: frozenset({*QUANTITIES, "clip_factor"}),
    LayerCurves: frozenset({"values", "clip_factors"}),
    messages.PixelFlips: frozenset({"loss", "confidence", "losses", "confidences"}),
    FlipChain: frozenset({"losses", "y"}),
    ExampleLives: frozenset({"losses"}),
    ConfidenceMap: frozenset({"means", "deviations"}),
    SavedLife: frozenset({"losses"}),
    messages.ExampleOutputs: frozenset({"outputs"}),
    Snapshot: frozenset({"function_grid", "mean_gradient", "change"}),
    messages.GradientComputed: frozenset({"batch_mean", "mean_gradient"}),
    messages.UpdateApplied: frozenset({"batch_mean", "change"}),
    messages.NeuronsPermuted: frozenset({"difference"}),
    Checkpoint: frozenset({"vectors", "largest_change"}),
    EarlyStopping: frozenset({"best"}),
    WindowArray: frozenset({"values"}),
    LossPath: frozenset(field.name for field in dataclasses.fields(LossPath)),
    NeuronMatching: frozenset({"difference"}),
    SavedLosses: frozenset({"recent", "buckets", "exact"}),
    InfluenceMeasured: frozenset({"output", "loss"}),
    Pull: frozenset({"values", "total"}),
    InfluenceProof: frozenset({"losses"}),
}
_NOT_FINITE = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}
_KINDS = {
    np.floating: "f",
    np.float32: "f",
    np.float64: "f",
    np.integer: "iu",
    np.int64: "i",
    np.intp: "i",
    np.bool_: "b",
}

Arrays = dict[int, tuple[int, NDArray[Any]]]
"""A frame's arrays by their identity, each with its index."""

Encode = Callable[[Any, Arrays], Any]
Decode = Callable[[Any, "tuple[NDArray[Any], ...]"], Any]


@dataclasses.dataclass(frozen=True)
class Envelope:
    """A command or message with its place among the others; see this module."""

    content: Any
    number: int
    answers: int = 0


def frame_of(envelope: Envelope) -> Frame:
    """The frame that carries this command or message."""
    content, arrays = envelope.content, Arrays()
    kind: Any = type(content)
    fields = _codec(kind).encode(content, arrays)
    header = {
        "type": type(content).__name__,
        "number": envelope.number,
        "answers": envelope.answers,
        "fields": fields,
    }
    return Frame(header, tuple(array for _, array in arrays.values()))


def command_of(frame: Frame) -> Envelope:
    """The command that a frame carries.

    Raises
    ------
    FrameError
        When it carries none, or a field is not what its declared type states.
    """
    return content_of(frame, commands.COMMANDS)


def message_of(frame: Frame) -> Envelope:
    """The message that a frame carries; as `command_of`."""
    return content_of(frame, messages.MESSAGES)


def content_of(frame: Frame, known: Iterable[type]) -> Envelope:
    """The value of one of these dataclasses that a frame carries; as `command_of`."""
    header = frame.header
    kinds = _by_name(tuple(known))
    name, number, answers = (header.get(key) for key in ("type", "number", "answers"))
    if not isinstance(name, str) or name not in kinds:
        raise FrameError(f"{name!r} is nothing that can be said")
    if (
        type(number) is not int
        or type(answers) is not int
        or set(header) != {"type", "number", "answers", "fields"}
    ):
        raise FrameError(f"the header of {name} is not complete")
    return Envelope(_codec(kinds[name]).decode(header["fields"], frame.arrays), number, answers)


@functools.cache
def _by_name(known: tuple[type, ...]) -> dict[str, type]:
    """Sixty of them, sixty times a second."""
    return {kind.__name__: kind for kind in known}


# --- one codec for each type


@dataclasses.dataclass(frozen=True)
class _Codec:
    encode: Encode
    decode: Decode


@functools.cache
def _codec(kind: Any, finite: bool = True) -> _Codec:
    """How values of this declared type are written and read."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if kind is LayerSpec:
        return _layer_codec()
    if _is_dataclass(kind):
        return _dataclass_codec(typing.cast(Any, kind))
    if origin in (typing.Union, types.UnionType):
        return _union_codec([_codec(part, finite) for part in parts], parts)
    if origin is tuple:
        return _tuple_codec(parts, finite)
    if origin is np.ndarray:
        return _array_codec(parts[1], finite)
    if kind is float:
        return _float_codec(finite)
    if kind in (int, str, bool, type(None)):
        return _Codec(lambda value, _: kind(value) if value is not None else None, _exactly(kind))
    if origin is dict or kind is Any:
        return _Codec(lambda value, _: value, lambda value, _: value)
    raise TypeError(f"no frame can hold {kind!r}")


def _exactly(kind: type) -> Decode:
    def decode(value: Any, _: tuple[NDArray[Any], ...]) -> Any:
        if type(value) is not kind:
            raise FrameError(f"{_short(value)} is no {kind.__name__}")
        return value

    return decode


def _float_codec(finite: bool) -> _Codec:
    def encode(value: Any, _: Arrays) -> Any:
        number = float(value)
        if math.isfinite(number):
            return number
        if finite:
            raise FrameError(f"{number} where a finite number is expected")
        return str(number)

    def decode(value: Any, _: tuple[NDArray[Any], ...]) -> float:
        if not finite and isinstance(value, str) and value in _NOT_FINITE:
            return _NOT_FINITE[value]
        if type(value) not in (int, float) or not math.isfinite(value):
            raise FrameError(f"{_short(value)} is no finite number")
        return float(value)

    return _Codec(encode, decode)


def _array_codec(dtype: Any, finite: bool) -> _Codec:
    (scalar,) = typing.get_args(dtype) or (Any,)
    kinds = _KINDS.get(scalar, "fiub")

    def is_wrong(array: NDArray[Any]) -> bool:
        return array.dtype.kind not in kinds or (
            finite and array.dtype.kind == "f" and not np.isfinite(array).all()
        )

    def encode(value: Any, arrays: Arrays) -> int:
        if is_wrong(value):
            raise FrameError(f"an array of {value.dtype} is not finite, or not of its declared type")
        index, _ = arrays.setdefault(id(value), (len(arrays), value))
        return index

    def decode(value: Any, arrays: tuple[NDArray[Any], ...]) -> NDArray[Any]:
        if type(value) is not int or not 0 <= value < len(arrays):
            raise FrameError(f"there is no array {_short(value)}")
        if is_wrong(arrays[value]):
            raise FrameError(f"array {value} is not finite, or not of its declared type")
        return arrays[value]

    return _Codec(encode, decode)


def _tuple_codec(parts: tuple[Any, ...], finite: bool) -> _Codec:
    if len(parts) == 2 and parts[1] is Ellipsis:
        item = _codec(parts[0], finite)

        def decode_all(value: Any, arrays: tuple[NDArray[Any], ...]) -> tuple[Any, ...]:
            return tuple(item.decode(part, arrays) for part in _list(value))

        return _Codec(lambda value, arrays: [item.encode(part, arrays) for part in value], decode_all)
    items = [_codec(part, finite) for part in parts]

    def decode(value: Any, arrays: tuple[NDArray[Any], ...]) -> tuple[Any, ...]:
        if len(_list(value)) != len(items):
            raise FrameError(f"{len(value)} values where {len(items)} are expected")
        return tuple(item.decode(part, arrays) for item, part in zip(items, value, strict=True))

    return _Codec(
        lambda value, arrays: [item.encode(part, arrays) for item, part in zip(items, value, strict=True)],
        decode,
    )


def _union_codec(choices: list[_Codec], kinds: tuple[Any, ...]) -> _Codec:
    named = {_name(kind): choice for choice, kind in zip(choices, kinds, strict=True) if _is_dataclass(kind)}
    # One dataclass alone can't be taken for another; several say which one it is.
    has_names = len(named) > 1

    # Worked out once: a deep network's snapshot has some hundred such fields.
    encodings = [
        (
            (float, int) if kind is float else typing.get_origin(kind) or kind,
            choice.encode,
            _name(kind) if has_names and _is_dataclass(kind) else "",
        )
        for choice, kind in zip(choices, kinds, strict=True)
    ]

    def encode(value: Any, arrays: Arrays) -> Any:
        for accepted, encode_choice, name in encodings:
            if isinstance(value, accepted):
                encoded = encode_choice(value, arrays)
                return {name: encoded} if name else encoded
        raise FrameError(f"{_short(value)} is none of {kinds}")

    def decode(value: Any, arrays: tuple[NDArray[Any], ...]) -> Any:
        if has_names and isinstance(value, dict):
            name = next(iter(value), "")
            if len(value) != 1 or name not in named:
                raise FrameError(f"{_short(value)} is none of {', '.join(named)}")
            return named[name].decode(value[name], arrays)
        for choice in choices:
            try:
                return choice.decode(value, arrays)
            except FrameError:
                continue
        raise FrameError(f"{_short(value)} is none of {kinds}")

    return _Codec(encode, decode)


def _dataclass_codec(kind: type) -> _Codec:
    hints = typing.get_type_hints(kind)
    overflows = MAY_OVERFLOW.get(kind, frozenset())
    fields = {
        field.name: _codec(hints[field.name], field.name not in overflows)
        for field in dataclasses.fields(kind)
        if field.init
    }

    may_lack = {field.name for field in dataclasses.fields(kind) if field.metadata.get(MAY_LACK)}

    def encode(value: Any, arrays: Arrays) -> dict[str, Any]:
        return {name: codec.encode(getattr(value, name), arrays) for name, codec in fields.items()}

    def decode(value: Any, arrays: tuple[NDArray[Any], ...]) -> Any:
        is_whole = isinstance(value, dict) and set(value) <= set(fields) <= set(value) | may_lack
        if not is_whole:
            others = sorted(map(str, set(value) ^ set(fields))) if isinstance(value, dict) else []
            wrong = f", so {_short(', '.join(others))} is too many or missing" if others else ""
            raise FrameError(f"the fields of {kind.__name__} are {', '.join(fields) or 'none'}{wrong}")
        try:
            return kind(**{name: fields[name].decode(own, arrays) for name, own in value.items()})
        except FrameError:
            raise
        except (TypeError, ValueError, OverflowError) as error:
            # Settings check themselves where they are made.
            raise FrameError(f"no {kind.__name__}: {error}") from error

    return _Codec(encode, decode)


def _layer_codec() -> _Codec:
    """A layer of any kind, as an object whose only key is the kind's name."""

    def encode(value: Any, arrays: Arrays) -> dict[str, Any]:
        for name, kind in LAYER_KINDS.items():
            if type(value) is kind:
                return {name: _codec(typing.cast(Any, kind)).encode(value, arrays)}
        raise FrameError(f"{_short(value)} is no layer that has a name")

    def decode(value: Any, arrays: tuple[NDArray[Any], ...]) -> Any:
        name = next(iter(value), "") if isinstance(value, dict) and len(value) == 1 else ""
        if name not in LAYER_KINDS:
            raise FrameError(f"{_short(value)} is none of {', '.join(LAYER_KINDS)}")
        return _codec(typing.cast(Any, LAYER_KINDS[name])).decode(value[name], arrays)

    return _Codec(encode, decode)


def _is_dataclass(kind: Any) -> bool:
    return dataclasses.is_dataclass(kind)


def _name(kind: Any) -> str:
    return str(kind.__name__)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise FrameError(f"{_short(value)} is no list")
    return value


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
