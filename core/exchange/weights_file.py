"""The weights of a network as a file for others: safetensors for PyTorch and Keras, NPZ for NumPy."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import numpy as np

from core.arrays import Array
from core.exchange.examples_note import ExamplesNote
from core.exchange.layouts import gathered, numpy_places, pytorch_places
from core.exchange.module_text import input_text, module_text
from core.exchange.modules import is_dense, sequential
from core.nn.topology import Topology

ACTIVATIONS_KEY = "activations"
"""What the activations are called in a file's metadata: one name for each Linear, separated by commas."""

RESIDUAL_KEY = "residual"
"""The modules whose input is added to their output, separated by commas; not there where there are none."""

MODULES_KEY = "modules"
"""The model as PyTorch prints it, ``str(model)``: strides, padding, pools and activations are said nowhere else."""

UPDATE_KEY = "update"
"""After how many updates the weights were so."""

INPUT_KEY = "input"
"""The shape of one example, as "1, 16, 16": channels, rows, columns."""


def safetensors_bytes(topology: Topology, parameters: Array, notes: Mapping[str, str] | None = None) -> bytes:
    """A safetensors file with PyTorch's names: ``0.weight`` (fan_out, fan_in), ``0.bias`` (fan_out,), and so on.

    It loads into ``torch.nn.Sequential`` of ``Linear``, ``Conv2d``, pools, ``Flatten`` and activations; where PyTorch
    has no such layer, into the model of `core.exchange.code.pytorch_code`. What a file of weights alone does not say
    stands in its metadata: `ACTIVATIONS_KEY` and `RESIDUAL_KEY`, or with layers of windows `MODULES_KEY` and
    `INPUT_KEY`, and the `notes`.

    Raises
    ------
    ValueError
        When a layer is of a kind that there is no module for.
    """
    # Only who writes such a file needs the library: it would add to the start of the app.
    from safetensors.numpy import save

    names = ((layer.name, layer.bias_name) for layer in sequential(topology))
    places = pytorch_places(topology, names)
    tensors = {name: gathered(own, parameters) for name, own in places.items()}
    return save(tensors, metadata={"format": "pt", **_metadata(topology), **(notes or {})})


def npz_bytes(
    topology: Topology, parameters: Array, note: ExamplesNote | None = None, update: int | None = None
) -> bytes:
    """An NPZ file without pickled objects: W1 (fan_in, fan_out), b1 (fan_out,), W2, ... as the function is written.

    ``activations`` and ``residual`` have one entry for each layer: a = f(a_prev @ W + b), plus a_prev where it is
    residual. Arrays of layers with windows lie as `core.exchange.layouts.numpy_places` has them, and there are
    `MODULES_KEY` and `INPUT_KEY`. The `note` adds what x must be and what y is, under `NOTE_KEYS`, and the
    `update` a whole number, `UPDATE_KEY`.
    """
    file = BytesIO()
    arrays = {name: gathered(own, parameters) for name, own in numpy_places(topology).items()}
    more = {} if is_dense(topology) else _picture_metadata(topology)
    np.savez(
        file,
        allow_pickle=False,
        activations=np.array(topology.activations),
        residual=np.array(topology.skips),
        **{key: np.array(text) for key, text in more.items()},
        **({} if note is None else note.arrays()),
        **({} if update is None else {UPDATE_KEY: np.array(update, np.int64)}),
        **arrays,
    )
    return file.getvalue()


def _metadata(topology: Topology) -> dict[str, str]:
    layers = sequential(topology)
    if not is_dense(topology):
        return _picture_metadata(topology)
    metadata = {ACTIVATIONS_KEY: ",".join(topology.activations)}
    residual = [f"{layer.index}" for layer in layers if layer.is_residual]
    return metadata | ({RESIDUAL_KEY: ",".join(residual)} if residual else {})


def _picture_metadata(topology: Topology) -> dict[str, str]:
    return {MODULES_KEY: module_text(topology), INPUT_KEY: input_text(topology)}
