"""The network as code for others: a few lines of PyTorch or of Keras that build it and load its weights."""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap

from core.exchange.activation_code import KERAS, PYTORCH
from core.exchange.examples_note import ExamplesNote
from core.exchange.modules import LayerModules, is_dense, sequential
from core.exchange.picture_code import RESIDUAL, keras_picture_code, pytorch_picture_code
from core.nn.topology import Topology

# Equal blocks in a row, that many or more, become one line.
MIN_EQUAL = 4
FRAMEWORKS = ("pytorch", "keras")


def code(framework: str, topology: Topology, file_name: str, note: ExamplesNote | None = None) -> str:
    """The code of one of `FRAMEWORKS`; see `pytorch_code` and `keras_code`. Below it stands what x must be."""
    text = {"pytorch": pytorch_code, "keras": keras_code}[framework](topology, file_name)
    return text if note is None else text + note.code()


def pytorch_code(topology: Topology, file_name: str) -> str:
    """Python that builds the network in PyTorch and loads its weights from the safetensors file of this name.

    ``model(x)`` of (rows, n_in) float32 is then (rows, n_out): y, confidences where the output layer is softmax.

    A network with layers of windows takes its pictures as PyTorch has them, (rows, channels, rows, columns).

    Raises
    ------
    ValueError
        When a layer is of a kind that there is no module for.
    """
    if not is_dense(topology):
        return pytorch_picture_code(topology, file_name)
    layers = sequential(topology)
    lines = ["from safetensors.torch import load_file", "from torch import nn", ""]
    if any(layer.is_residual for layer in layers):
        lines += ["", RESIDUAL, "", ""]
    lines.append("model = nn.Sequential(")
    for text, count in _grouped([_pytorch_modules(layer) for layer in layers]):
        if count > 1 and text.startswith("Residual"):
            text = f"*({text} for _ in range({count}))"
        elif count > 1:
            text = f"*(module for _ in range({count}) for module in ({text}))"
        lines.append(f"    {text},")
    lines += [")", f"model.load_state_dict(load_file({file_name!r}))", _usage(topology)]
    return "\n".join(lines) + "\n"


def keras_code(topology: Topology, file_name: str) -> str:
    """Python that builds the network in Keras, whatever its backend, and loads its weights; as `pytorch_code`.

    Pictures go in as lists of numbers, cell by cell, as they do here.
    """
    if not is_dense(topology):
        return keras_picture_code(topology, file_name)
    layers = sequential(topology)
    lines = ["import keras", "from safetensors.numpy import load_file", "", "dense = ["]
    for text, count in _grouped([_keras_layer(layer) for layer in layers]):
        lines.append(f"    {text if count == 1 else f'*({text} for _ in range({count}))'},")
    lines += ["]", f"x = inputs = keras.Input(({topology.sizes[0]},))"]
    residual = [number for number, layer in enumerate(layers) if layer.is_residual]
    if residual:
        lines += [
            f"residual = {_numbers(residual)}  # a = a_prev + f(z)",
            "for number, layer in enumerate(dense):",
            "    x = keras.layers.add([x, layer(x)]) if number in residual else layer(x)",
        ]
        names = wrap(" ".join(layer.name for layer in layers), 80)
        lines += (
            [f'names = "{names[0]}".split()'] if len(names) == 1 else ['names = """', *names, '""".split()']
        )
    else:
        lines += ["for layer in dense:", "    x = layer(x)", "names = range(0, 2 * len(dense), 2)"]
    lines += [
        "model = keras.Model(inputs, x)",
        f"weights = load_file({file_name!r})",
        "for layer, name in zip(dense, names):",
        '    layer.set_weights([weights[f"{name}.weight"].T, weights[f"{name}.bias"]])',
        _usage(topology),
    ]
    return "\n".join(lines) + "\n"


def _pytorch_modules(layer: LayerModules) -> str:
    linear = f"nn.Linear({layer.in_shape[0]}, {layer.out_shape[0]})"
    both = f"{linear}, {PYTORCH[layer.spec.activation]}"
    return f"Residual({both})" if layer.is_residual else both


def _keras_layer(layer: LayerModules) -> str:
    return f"keras.layers.Dense({layer.out_shape[0]}, {KERAS[layer.spec.activation]})"


def _grouped(texts: list[str]) -> list[tuple[str, int]]:
    """Each text with how often it stands in a row; fewer than `MIN_EQUAL` stay one by one."""
    grouped: list[tuple[str, int]] = []
    for text, group in groupby(texts):
        count = len(list(group))
        grouped += [(text, count)] if count >= MIN_EQUAL else [(text, 1)] * count
    return grouped


def _numbers(numbers: list[int]) -> str:
    """The numbers as code; a range where they follow one another."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) >= MIN_EQUAL and last - first == len(numbers) - 1:
        return f"range({first}, {last + 1})"
    return str(numbers)


def _usage(topology: Topology) -> str:
    return f"# y = model(x): x is (rows, {topology.sizes[0]}) of float32, y is (rows, {topology.sizes[-1]})"
