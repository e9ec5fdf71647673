"""The weights of a network as a file for others: safetensors for PyTorch and Keras, NPZ for NumPy."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import numpy as np

from core.arrays import Array
from core.exchange.linear_layers import linear_layers, named_parameters
from core.nn.topology import Topology

ACTIVATIONS_KEY = "activations"
"""What the activations are called in a file's metadata: one name for each Linear, separated by commas."""

RESIDUAL_KEY = "residual"
"""The modules whose input is added to their output, separated by commas; not there where there are none."""


def safetensors_bytes(topology: Topology, parameters: Array, notes: Mapping[str, str] | None = None) -> bytes:
    """A safetensors file with PyTorch's names: ``0.weight`` (fan_out, fan_in), ``0.bias`` (fan_out,), and so on.

    A network without residual layers loads into ``torch.nn.Sequential`` of ``Linear`` and activations; one with such
    layers loads into the model of `core.exchange.code.pytorch_code`. What a file of weights alone does not say stands
    in its metadata: `ACTIVATIONS_KEY`, `RESIDUAL_KEY`, and the `notes`.

    Raises
    ------
    ValueError
        When a layer is of a kind that PyTorch has no ``Linear`` for.
    """
    # Only who writes such a file needs the library: it would add to the start of the app.
    from safetensors.numpy import save

    tensors: dict[str, Array] = {}
    for layer, W, b in named_parameters(topology, parameters):
        # The library writes the memory as it lies.
        tensors[f"{layer.name}.weight"] = np.ascontiguousarray(W.T)
        tensors[f"{layer.name}.bias"] = np.ascontiguousarray(b)
    return save(tensors, metadata={"format": "pt", **_metadata(topology), **(notes or {})})


def npz_bytes(topology: Topology, parameters: Array) -> bytes:
    """An NPZ file without pickled objects: W1 (fan_in, fan_out), b1 (fan_out,), W2, ... as the function is written.

    ``activations`` and ``residual`` have one entry for each layer: a = f(a_prev @ W + b), plus a_prev where it is
    residual.
    """
    arrays: dict[str, Array] = {}
    layers = linear_layers(topology)
    for number, (_, W, b) in enumerate(named_parameters(topology, parameters), 1):
        arrays |= {f"W{number}": W, f"b{number}": b}
    file = BytesIO()
    np.savez(
        file,
        allow_pickle=False,
        activations=np.array([layer.activation for layer in layers]),
        residual=np.array([layer.is_residual for layer in layers]),
        **arrays,
    )
    return file.getvalue()


def _metadata(topology: Topology) -> dict[str, str]:
    layers = linear_layers(topology)
    metadata = {ACTIVATIONS_KEY: ",".join(layer.activation for layer in layers)}
    residual = [layer.name.partition(".")[0] for layer in layers if layer.is_residual]
    return metadata | ({RESIDUAL_KEY: ",".join(residual)} if residual else {})
