"""Opens the weights of a ``torch.nn.Sequential`` of layers and activations, saved as safetensors, and NPZ files.

Nothing in such a file is trusted: its size, its header, and every name, shape and type are checked before a number is
copied. What it says not of itself, activations or strides, may stand in its metadata (`core.exchange.weights_file`).
"""

from __future__ import annotations

import json
import math
import os
import re
import stat
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from core.arrays import Array, Shape
from core.exchange.layouts import numpy_places, pytorch_places, scatter, whole_count
from core.exchange.module_reader import read_modules
from core.exchange.opened_weights import Module, OpenedWeights
from core.exchange.refusals import WeightsError
from core.exchange.weights_file import ACTIVATIONS_KEY, INPUT_KEY, MODULES_KEY, RESIDUAL_KEY
from core.exchange.weights_npz import ZIP, Tensors, name_in_npz, npz_tensors
from core.nn.activations import ACTIVATIONS
from core.nn.architecture import MAX_HIDDEN_LAYERS, MAX_PARAMETERS
from core.nn.dense import OUTPUTS
from core.nn.initial_weights import InitialWeights
from core.nn.topology import Topology
from core.nn.workload import MAX_PRODUCTS
from core.read_only import read_only
from core.refusal import printable, shortened

MAX_LAYERS = MAX_HIDDEN_LAYERS + 1
MAX_HEADER_BYTES = 1_000_000
# In double precision.
MAX_BYTES = 8 * MAX_PARAMETERS + MAX_HEADER_BYTES
MAX_TEXT = 60
# As much of a file as it takes to see what it is.
_START = 16
_DTYPES = {"F16": "<f2", "F32": "<f4", "F64": "<f8"}
# A network that begins with a pool has no W1.
_FIRST_IN_NPZ = re.compile(r"W[1-9][0-9]{0,3}\.npy")
# "3.weight", or "3.0.weight" where module 3 is residual.
_NAME = re.compile(r"(?P<layer>(?P<module>0|[1-9][0-9]{0,5})(?P<inner>\.0)?)\.(?P<kind>weight|bias)")


def read_weights(path: str | Path, picture: tuple[int, int] | None = None) -> OpenedWeights:
    """Read a safetensors file with the ``state_dict`` of a Sequential, or an NPZ file with W1, b1, W2 and so on.

    Parameters ``{i}.weight`` (out, in) and ``{i}.bias`` (out,) belong to the Linear at place i. Two Linear without a
    place between them have no activation, which is the identity. Everything else about activations is in the metadata,
    or None. Modules without parameters that change nothing in use, such as Dropout or Flatten, leave no trace in such
    a file.

    A convolution's numbers say neither its stride nor what stands around it: that is read in the metadata, where
    "modules" holds ``str(model)``, and "input" the shape of one example, "1, 16, 16". Where that is missing,
    pictures are taken to be `picture`, (rows, columns), as large as those that there are.

    Raises
    ------
    WeightsError
        When it can't be read, is damaged or too large, or holds anything else; one sentence names the layer.
    """
    path = Path(path)
    content = _content(path)
    # One that is empty begins otherwise, or with nothing: then its name says what it was to be.
    is_npz = content.startswith(ZIP) or path.suffix.lower() == ".npz"
    if is_npz:
        tensors, notes = npz_tensors(path, content, MAX_BYTES)
    else:
        tensors, notes = _safetensors(path, content)
    if MODULES_KEY in notes:
        return _opened_by_modules(path, tensors, notes, picture, is_npz)
    try:
        return _opened(path, tensors, notes)
    except WeightsError as error:
        if not is_npz:
            raise
        # Its layers are called by their own names.
        own = {
            name: name_in_npz(str(value)) if name in ("layer", "before") else value
            for name, value in error.fields.items()
        }
        raise WeightsError(error.code, **own) from error


def looks_like_weights(path: str) -> bool:
    """Whether the file there calls itself one of weights; False for whatever can't be read."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            start = file.read(_START)
        if start.startswith(ZIP):
            with zipfile.ZipFile(path) as archive:
                return any(_FIRST_IN_NPZ.fullmatch(name) for name in archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False
    # A header in JSON, behind its length.
    is_safetensors = start[8:9] == b"{" and int.from_bytes(start[:8], "little") <= MAX_HEADER_BYTES
    return is_safetensors or path.lower().endswith(".safetensors")


def _safetensors(path: Path, content: bytes) -> tuple[Tensors, Mapping[str, str]]:
    # Only who opens such a file needs the library: it would add to the start of the app.
    from safetensors import SafetensorError, deserialize

    metadata = _metadata(path, content)
    try:
        # The library's own stub leaves it untyped: a list of (name, {"dtype", "shape", "data"}).
        return dict(deserialize(content)), metadata  # type: ignore[no-untyped-call]
    except SafetensorError as error:
        raise WeightsError("damaged", path=path) from error


def _opened(path: Path, tensors: Tensors, metadata: Mapping[str, str]) -> OpenedWeights:
    modules = _modules(path, {name: (t["dtype"], tuple(t["shape"])) for name, t in tensors.items()}, metadata)
    flat = np.empty(sum((module.fan_in + 1) * module.fan_out for module in modules), np.float32)
    start = 0
    for module in modules:
        for kind in ("weight", "bias"):
            numbers = _numbers(tensors.pop(f"{module.name}.{kind}"))
            piece = flat[start : start + numbers.size].reshape(numbers.shape)
            with np.errstate(over="ignore", invalid="ignore"):
                piece[...] = numbers
            if not np.isfinite(piece).all():
                raise WeightsError("not_finite", path=path, layer=module.name)
            start += numbers.size
    return OpenedWeights(str(path), modules, InitialWeights(str(printable(path.name)), read_only(flat)))


def _opened_by_modules(
    path: Path, tensors: Tensors, notes: Mapping[str, str], picture: tuple[int, int] | None, is_npz: bool
) -> OpenedWeights:
    """The network that is printed in the metadata, with the numbers that it needs and no others."""
    layers = read_modules(path, notes[MODULES_KEY], notes.get(INPUT_KEY), picture)
    topology = Topology(tuple(layer.spec for layer in layers), layers[0].in_shape)
    _check_limits(path, topology)
    if ACTIVATIONS_KEY in notes:
        _check_activations(path, [layer.activation for layer in layers], notes[ACTIVATIONS_KEY])
    names = [(layer.name, layer.bias_name) for layer in layers]
    places = numpy_places(topology) if is_npz else pytorch_places(topology, names)
    flat = np.empty(topology.table.count, np.float32)
    for name, own in places.items():
        layer, _, kind = name.rpartition(".")
        layer = layer or name
        if name not in tensors:
            raise WeightsError("lacks", path=path, layer=layer, name=kind)
        tensor = tensors.pop(name)
        shape = tuple(tensor["shape"])
        if tensor["dtype"] not in _DTYPES:
            raise WeightsError("value_type", path=path, layer=layer, type=tensor["dtype"])
        if shape != own.shape:
            expected = str(own.shape)
            raise WeightsError("array_shape", path=path, name=name, shape=_short(shape), expected=expected)
        with np.errstate(over="ignore", invalid="ignore"):
            numbers = np.frombuffer(tensor["data"], _DTYPES[tensor["dtype"]]).astype(np.float32)
        if not np.isfinite(numbers).all():
            raise WeightsError("not_finite", path=path, layer=layer)
        scatter(numbers.reshape(shape), own, flat)
    for name in tensors:
        raise WeightsError("not_in_modules", path=path, name=_short(name))
    modules = tuple(
        Module(
            layer.name,
            layer.index,
            math.prod(in_shape),
            math.prod(out_shape),
            layer.is_residual,
            layer.activation,
            layer.spec,
        )
        for layer, in_shape, out_shape in zip(layers, topology.in_shapes, topology.shapes[1:], strict=True)
    )
    return OpenedWeights(str(path), modules, InitialWeights(str(printable(path.name)), read_only(flat)))


def _check_activations(path: Path, own: Sequence[str | None], named: str) -> None:
    """What a file says twice has to be the same."""
    names = _parted(named)
    if len(names) != len(own):
        raise WeightsError("activation_count", path=path, count=len(names), layers=len(own))
    for number, (name, expected) in enumerate(zip(names, own, strict=True), 1):
        if name != expected:
            raise WeightsError(
                "activations_differ", path=path, number=number, name=_short(name), expected=str(expected)
            )


def _parted(named: str) -> list[str]:
    return [name.strip() for name in named.split(",")]


def _check_limits(path: Path, topology: Topology) -> None:
    """Before an array is made: a network may have so many layers, parameters, products."""
    count = len(topology.layers)
    if count > MAX_LAYERS:
        raise WeightsError("many_layers", path=path, count=count, limit=MAX_LAYERS)
    # An array has a 0 where a map does not read another, or a window lies beyond the border.
    count = max(topology.table.count, whole_count(topology))
    if count > MAX_PARAMETERS:
        raise WeightsError("many_parameters", path=path, count=count, limit=MAX_PARAMETERS)
    if topology.products > MAX_PRODUCTS:
        raise WeightsError("many_products", path=path, count=topology.products, limit=MAX_PRODUCTS)


def _content(path: Path) -> bytes:
    # Here are the words for a file that is not there, or no ordinary one.
    from core.data.importers.stream import file_size, reading
    from core.data.refusals import DatasetError

    try:
        size = file_size(path)
        if size > MAX_BYTES:
            raise WeightsError("large_file", path=path, count=size, limit=MAX_BYTES)
        with reading(path), path.open("rb") as file:
            return file.read(MAX_BYTES)
    except DatasetError as error:
        raise WeightsError(error.code, **error.fields) from error


def _metadata(path: Path, content: bytes) -> Mapping[str, str]:
    """What the header says beside the tensors; its length is checked before it is read."""
    length = int.from_bytes(content[:8], "little")
    if len(content) < 8 or length > len(content) - 8:
        raise WeightsError("damaged", path=path)
    if length > MAX_HEADER_BYTES:
        raise WeightsError("large_header", path=path, count=length, limit=MAX_HEADER_BYTES)
    try:
        header = json.loads(content[8 : 8 + length])
    except (ValueError, RecursionError) as error:
        raise WeightsError("damaged", path=path) from error
    found = header.get("__metadata__") if isinstance(header, dict) else None
    if not isinstance(found, dict):
        return {}
    if "backlight" in found and MODULES_KEY not in found and not any(map(_NAME.fullmatch, header)):
        raise WeightsError("is_session", path=path)
    return {str(key): str(value) for key, value in found.items()}


def _modules(
    path: Path, tensors: Mapping[str, tuple[str, Shape]], metadata: Mapping[str, str]
) -> tuple[Module, ...]:
    residual = {part.strip() for part in metadata.get(RESIDUAL_KEY, "").split(",")}
    found: dict[tuple[int, str], dict[str, Shape]] = {}
    for name, (dtype, shape) in tensors.items():
        layer = name.rpartition(".")[0] or name
        match = _NAME.fullmatch(name)
        if match is not None and match["kind"] == "weight" and len(shape) == 4:
            raise WeightsError("needs_modules", path=path, layer=layer)
        if match is None or len(shape) != (2 if match["kind"] == "weight" else 1):
            raise WeightsError(
                "no_linear", path=path, layer=_short(layer), name=_short(name), shape=_short(shape)
            )
        if match["inner"] and match["module"] not in residual:
            raise WeightsError("not_residual", path=path, layer=layer, name=name)
        if dtype not in _DTYPES:
            raise WeightsError("value_type", path=path, layer=layer, type=dtype)
        found.setdefault((int(match["module"]), match["layer"]), {})[match["kind"]] = shape
    if not found:
        raise WeightsError("no_layers", path=path)
    if len({index for index, _ in found}) < len(found):
        layer = next(name for index, name in found if name.endswith(".0") and (index, f"{index}") in found)
        raise WeightsError("not_residual", path=path, layer=layer, name=f"{layer}.weight")
    if len(found) > MAX_LAYERS:
        raise WeightsError("many_layers", path=path, count=len(found), limit=MAX_LAYERS)
    modules = tuple(
        _module(path, index, name, shapes, name.endswith(".0"))
        for (index, name), shapes in sorted(found.items())
    )
    for before, module in pairwise(modules):
        if module.fan_in != before.fan_out:
            raise WeightsError(
                "sizes_differ",
                path=path,
                layer=module.name,
                count=module.fan_in,
                before=before.name,
                expected=before.fan_out,
            )
    count = sum((module.fan_in + 1) * module.fan_out for module in modules)
    if count > MAX_PARAMETERS:
        raise WeightsError("many_parameters", path=path, count=count, limit=MAX_PARAMETERS)
    return _with_activations(path, modules, metadata.get(ACTIVATIONS_KEY))


def _module(path: Path, index: int, name: str, shapes: Mapping[str, Shape], is_residual: bool) -> Module:
    for kind in ("weight", "bias"):
        if kind not in shapes:
            raise WeightsError("lacks", path=path, layer=name, name=kind)
    fan_out, fan_in = shapes["weight"]
    if not fan_in or not fan_out:
        raise WeightsError("empty_layer", path=path, layer=name, shape=_short(shapes["weight"]))
    if shapes["bias"] != (fan_out,):
        raise WeightsError("bias_shape", path=path, layer=name, shape=_short(shapes["bias"]), count=fan_out)
    if is_residual and fan_in != fan_out:
        raise WeightsError("residual_sizes", path=path, layer=name, count=fan_in, outputs=fan_out)
    return Module(name, index, fan_in, fan_out, is_residual, None)


def _with_activations(path: Path, modules: tuple[Module, ...], named: str | None) -> tuple[Module, ...]:
    if named is None:
        # Nothing stands between two Linear that follow each other.
        follows = [
            not module.is_residual and after.index == module.index + 1 for module, after in pairwise(modules)
        ]
        pairs = zip(modules, [*follows, False], strict=True)
        return tuple(replace(module, activation="identity" if is_bare else None) for module, is_bare in pairs)
    names = _parted(named)
    if len(names) != len(modules):
        raise WeightsError("activation_count", path=path, count=len(names), layers=len(modules))
    for module, name in zip(modules, names, strict=True):
        known = OUTPUTS if module is modules[-1] else tuple(ACTIVATIONS)
        if name not in known:
            raise WeightsError(
                "unknown_activation",
                path=path,
                layer=module.name,
                name=_short(name),
                known=", ".join(known),
            )
    return tuple(replace(module, activation=name) for module, name in zip(modules, names, strict=True))


def _numbers(tensor: Mapping[str, Any]) -> Array:
    """A weight as (fan_in, fan_out), or a bias, in the precision of the file."""
    return np.frombuffer(tensor["data"], _DTYPES[tensor["dtype"]]).reshape(tensor["shape"]).T


def _short(value: object) -> str:
    return shortened(str(value), MAX_TEXT)
