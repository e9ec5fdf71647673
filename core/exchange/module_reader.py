"""Reads what PyTorch prints of a ``Sequential``, ``str(model)``, as layers: what a file of weights alone does not say.

Each module that can be opened is in `_FORMS`, with every setting that is printed; another module, or a setting that the
layers here do not have, is refused by its place in the Sequential.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn

from core.arrays import Shape
from core.exchange.activation_code import PRINTED
from core.exchange.refusals import WeightsError
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.refusal import shortened

MAX_TEXT = 60
_LINE = re.compile(r"\((?P<place>0|[1-9]\d{0,5})\): (?P<kind>\w{1,60})\((?P<settings>.*)\)")
_OPENED = re.compile(r"\((0|[1-9]\d{0,5})\): Residual\(")
_NUMBER = r"[1-9]\d{0,8}"
_WINDOW = (
    rf"(?P<channels>{_NUMBER}), (?P<maps>{_NUMBER}), kernel_size=\((?P<kernel>{_NUMBER}), (?P=kernel)\),"
    rf" stride=\((?P<stride>{_NUMBER}), (?P=stride)\)(?:, padding=\((?P<padding>{_NUMBER}), (?P=padding)\))?"
)
_POOL = (
    rf"kernel_size=(?:(?P<size>{_NUMBER}), stride=(?P=size)"
    rf"|\((?P<sides>{_NUMBER}), (?P=sides)\), stride=\((?P=sides), (?P=sides)\)), padding=0"
)
_FORMS = {
    "Linear": rf"in_features=(?P<inputs>{_NUMBER}), out_features=(?P<units>{_NUMBER}), bias=(?P<bias>True)",
    "Conv2d": rf"{_WINDOW}(?P<bare>, bias=False)?",
    "SparseConv2d": rf"{_WINDOW}(?P<bare>, bias=False)?, reads=\((?P<reads>[\d, ()]*)\)",
    "LocallyConnected2d": _WINDOW,
    "CellBias": "",
    "MaxPool2d": rf"{_POOL}, dilation=1, ceil_mode=False",
    "AvgPool2d": _POOL,
    "Flatten": "start_dim=1, end_dim=-1",
    "Unflatten": rf"dim=1, unflattened_size=\((?P<channels>1), (?P<rows>{_NUMBER}), (?P<columns>{_NUMBER})\)",
    "Picture": rf"(?P<rows>{_NUMBER}), (?P<columns>{_NUMBER})",
}
_UNUSED = ("Dropout", "Dropout2d")
"""What changes nothing in use."""
_ACTIVATIONS = {text: name for name, text in PRINTED.items()} | {"Softmax(dim=1)": "softmax"}
_INPUT = re.compile(rf"\s*({_NUMBER})(?:\s*,\s*({_NUMBER})\s*,\s*({_NUMBER}))?\s*")


@dataclass(frozen=True)
class ReadLayer:
    """A layer that is made of one or a few modules.

    Attributes
    ----------
    name, bias_name : str
        The modules that hold its weight and its bias.
    index : int
        The place in the Sequential.
    spec : Dense, Conv2d, LocallyConnected2d, MaxPool2d or AvgPool2d
    in_shape : tuple of int
    activation : str or None
        None where no activation stands behind it.
    """

    name: str
    bias_name: str
    index: int
    spec: Any
    in_shape: Shape
    activation: str | None = None

    @property
    def is_residual(self) -> bool:
        """Whether its input is added to its output."""
        return bool(getattr(self.spec, "skip", False))


@dataclass(frozen=True)
class _Printed:
    """A printed module: where it stands, in which residual one, and what is printed."""

    name: str
    inside: str
    kind: str
    settings: str


def read_modules(
    path: Path, text: str, input_text: str | None, picture: tuple[int, int] | None
) -> tuple[ReadLayer, ...]:
    """The layers of a printed Sequential.

    Parameters
    ----------
    path : Path
        The file, for refusals.
    text : str
        ``str(model)``.
    input_text : str or None
        The shape of one example, "1, 16, 16" or "6"; None where the file does not say it.
    picture : (rows, columns) or None
        Of the examples that there are: how large pictures are taken to be where neither says it.

    Raises
    ------
    WeightsError
        When a module, or where it stands, is none that can be opened.
    """
    reading = _Reading(path, picture)
    if input_text is not None:
        reading.set_input(input_text)
    for inside, group in groupby(_printed(path, text), lambda module: module.inside):
        before = len(reading.layers)
        for module in group:
            reading.take(module)
        if inside:
            reading.close_residual(inside, len(reading.layers) - before)
    return reading.result()


def _printed(path: Path, text: str) -> Iterator[_Printed]:
    lines = [line.strip() for line in text.strip().splitlines()]
    if len(lines) < 2 or lines[0] != "Sequential(" or lines[-1] != ")":
        raise WeightsError("modules_unread", path=path, name=_short(lines[0] if lines else ""))
    inside = ""
    for line in lines[1:-1]:
        opened, own = _OPENED.fullmatch(line), _LINE.fullmatch(line)
        if opened and not inside:
            inside = opened[1]
        elif line == ")" and inside:
            inside = ""
        elif own:
            name = f"{inside}.{own['place']}" if inside else own["place"]
            yield _Printed(name, inside, own["kind"], own["settings"])
        else:
            raise WeightsError("modules_unread", path=path, name=_short(line))


class _Reading:
    """Takes one module after another."""

    def __init__(self, path: Path, picture: tuple[int, int] | None) -> None:
        self._path, self._picture = path, picture
        self.layers: list[ReadLayer] = []
        # What the next layer reads: None while it is not known; (rows, columns, channels) of maps.
        self._shape: Shape | None = None
        # How a list of numbers lies that is read as a picture next.
        self._lies: tuple[int, int] | None = None
        self._input_maps = 0
        self._is_flat = False
        self._waits_for_bias = False

    def set_input(self, text: str) -> None:
        """One example's shape, as the file has it."""
        found = _INPUT.fullmatch(text)
        if found is None:
            raise WeightsError("input_unread", path=self._path, name=_short(text))
        channels, rows, columns = (int(part) if part else 0 for part in found.groups())
        if rows:
            self._set_picture(channels, rows, columns)
        else:
            self._shape = (channels,)

    def take(self, module: _Printed) -> None:
        """The next module."""
        if module.kind in _UNUSED:
            return
        printed = f"{module.kind}({re.sub('(, )?inplace=True', '', module.settings)})"
        if printed in _ACTIVATIONS:
            self._activate(module, _ACTIVATIONS[printed])
            return
        form = _FORMS.get(module.kind)
        settings = None if form is None else re.fullmatch(form, module.settings)
        if settings is None:
            self._refuse(module)
        self._needs_bias(module.kind != "CellBias")
        {
            "Linear": self._linear,
            "Conv2d": self._windows,
            "SparseConv2d": self._windows,
            "LocallyConnected2d": self._windows,
            "MaxPool2d": self._pool,
            "AvgPool2d": self._pool,
            "CellBias": self._cell_bias,
            "Flatten": self._flatten,
            "Unflatten": self._unflatten,
            "Picture": self._lie,
        }[module.kind](module, settings.groupdict())

    def close_residual(self, name: str, count: int) -> None:
        """A residual module ends that was made of so many layers."""
        last = self.layers[-1] if self.layers else None
        if count != 1 or last is None or not hasattr(last.spec, "skip"):
            raise WeightsError("modules_unread", path=self._path, name=f"({name}): Residual")
        spec = replace(last.spec, skip=True)
        if not spec.is_residual(last.in_shape):
            sizes = math.prod(last.in_shape), math.prod(spec.out_shape(last.in_shape))
            raise WeightsError(
                "residual_sizes", path=self._path, layer=last.name, count=sizes[0], outputs=sizes[1]
            )
        self.layers[-1] = replace(last, spec=spec)

    def result(self) -> tuple[ReadLayer, ...]:
        """All layers; hidden ones without an activation have the identity."""
        self._needs_bias(True)
        if not self.layers:
            raise WeightsError("no_layers", path=self._path)
        *hidden, last = self.layers
        if not isinstance(last.spec, Dense):
            raise WeightsError("last_layer", path=self._path, layer=last.name, name=type(last.spec).__name__)
        return *(replace(layer, activation=layer.activation or "identity") for layer in hidden), last

    # --- one module of each kind

    def _linear(self, module: _Printed, settings: dict[str, Any]) -> None:
        inputs = int(settings["inputs"])
        in_shape = (inputs,) if self._shape is None else self._shape
        if len(in_shape) == 3 and not self._is_flat:
            self._refuse(module)
        if math.prod(in_shape) != inputs:
            before = self.layers[-1].name if self.layers else "input"
            count = math.prod(in_shape)
            raise WeightsError(
                "sizes_differ",
                path=self._path,
                layer=module.name,
                count=inputs,
                before=before,
                expected=count,
            )
        # What the input's own numbers are, they are as a list.
        self._add(module, Dense(int(settings["units"])), in_shape if self.layers else (inputs,))

    def _windows(self, module: _Printed, settings: dict[str, Any]) -> None:
        maps, kernel, stride = (int(settings[name]) for name in ("maps", "kernel", "stride"))
        padding = int(settings["padding"] or 0)
        channels = self._reads_maps(module, int(settings["channels"]))
        if channels != int(settings["channels"]):
            raise WeightsError(
                "channels_differ",
                path=self._path,
                layer=module.name,
                count=int(settings["channels"]),
                expected=channels,
            )
        own: dict[str, Any] = {"maps": maps, "kernel": kernel, "stride": stride, "padding": padding}
        if module.kind == "LocallyConnected2d":
            self._add_picture(module, LocallyConnected2d, own)
            return
        reads = re.findall(r"\(([\d, ]*)\)", settings.get("reads") or "")
        own["reads"] = tuple(tuple(int(n) for n in re.findall(r"\d{1,9}", one)) for one in reads)
        self._waits_for_bias = bool(settings["bare"])
        self._add_picture(module, Conv2d, own | {"bias_per_cell": self._waits_for_bias})

    def _pool(self, module: _Printed, settings: dict[str, Any]) -> None:
        self._reads_maps(module, 1)
        kind = MaxPool2d if module.kind == "MaxPool2d" else AvgPool2d
        self._add_picture(module, kind, {"size": int(settings["size"] or settings["sides"])})

    def _cell_bias(self, module: _Printed, _: dict[str, Any]) -> None:
        if not self._waits_for_bias:
            self._refuse(module)
        self._waits_for_bias = False
        self.layers[-1] = replace(self.layers[-1], bias_name=module.name)

    def _flatten(self, module: _Printed, _: dict[str, Any]) -> None:
        if not self.layers and self._input_maps > 1:
            # Its numbers come map by map there, and cell by cell here.
            self._refuse(module)
        self._is_flat = True

    def _unflatten(self, module: _Printed, settings: dict[str, Any]) -> None:
        if self.layers or (self._shape is not None and len(self._shape) == 3):
            self._refuse(module)
        self._set_picture(1, int(settings["rows"]), int(settings["columns"]))

    def _lie(self, module: _Printed, settings: dict[str, Any]) -> None:
        if not self.layers or self._shape is None or len(self._shape) != 1:
            self._refuse(module)
        self._lies = int(settings["rows"]), int(settings["columns"])

    def _activate(self, module: _Printed, name: str) -> None:
        last = self.layers[-1] if self.layers else None
        self._needs_bias(True)
        if name == "identity" and (last is None or last.activation is not None):
            return
        if last is None or last.activation not in (None, "identity") or self._lies:
            self._refuse(module)
        if name == "softmax" and not isinstance(last.spec, Dense):
            self._refuse(module)
        self.layers[-1] = replace(last, activation=name)

    # --- parts

    def _set_picture(self, channels: int, rows: int, columns: int) -> None:
        self._shape, self._input_maps = (rows, columns, channels), channels

    def _reads_maps(self, module: _Printed, channels: int) -> int:
        """How many maps the module reads, where it may read some; the input's where nothing says it."""
        if self._shape is None:
            if self._picture is None:
                raise WeightsError("no_picture", path=self._path, layer=module.name)
            self._set_picture(channels, *self._picture)
        shape = self._shape
        assert shape is not None
        if self._lies is not None and len(shape) == 1 and shape[0] % math.prod(self._lies) == 0:
            return shape[0] // math.prod(self._lies)
        if len(shape) != 3 or self._is_flat or self._lies is not None:
            self._refuse(module)
        return shape[2]

    def _add_picture(self, module: _Printed, kind: Any, settings: dict[str, Any]) -> None:
        in_shape = self._shape
        assert in_shape is not None
        lies = self._lies
        if not self.layers:
            # Here the input is a list of numbers, of which the first layer says how it lies.
            lies, in_shape = (in_shape[0], in_shape[1]), (math.prod(in_shape),)
        try:
            spec = kind(**settings, activation="identity", picture=lies)
        except ValueError as error:
            raise self._does_not_fit(module, error) from error
        self._add(module, spec, in_shape)

    def _add(self, module: _Printed, spec: Any, in_shape: Shape) -> None:
        last = self.layers[-1] if self.layers else None
        if last is not None and last.activation == "softmax":
            self._refuse(module)
        try:
            out_shape = spec.out_shape(in_shape)
        except ValueError as error:
            raise self._does_not_fit(module, error) from error
        index = int(module.inside or module.name)
        self.layers.append(ReadLayer(module.name, module.name, index, spec, in_shape))
        self._shape, self._lies, self._is_flat = out_shape, None, False

    def _needs_bias(self, is_over: bool) -> None:
        """Refuse a convolution that has no bias, when something else follows than biases of its cells."""
        if self._waits_for_bias and is_over:
            raise WeightsError("lacks", path=self._path, layer=self.layers[-1].name, name="bias")

    def _does_not_fit(self, module: _Printed, error: ValueError) -> WeightsError:
        return WeightsError("does_not_fit", path=self._path, layer=module.name, reason=_short(error))

    def _refuse(self, module: _Printed) -> NoReturn:
        name = _short(f"{module.kind}({module.settings})")
        raise WeightsError("module_unknown", path=self._path, layer=module.name, name=name)


def _short(value: object) -> str:
    return shortened(str(value), MAX_TEXT)
