"""A function set's functions, written out as the lecture writes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.nn.architecture import Architecture
from core.nn.formula import sum_formula
from core.nn.layer_kinds import has_weights
from core.nn.locally_connected import LocallyConnected2d
from gui.architecture.activation_names import activation_title
from gui.widgets.number_text import SUPERSCRIPTS


def function_formula(architecture: Architecture, n_in: int) -> str:
    """The function y of x: nested for a plain network, layer by layer where one adds its input to its output.

    Nested, a residual layer's input would have to be written twice, that of two such layers four times. A convolution
    is W ∗ x, and a line says of unshared windows what makes a product with a matrix of them.
    """
    residual = architecture.residual(n_in)
    lines = []
    inside = "x"
    for number, layer in enumerate(architecture.layers, 1):
        z = sum_formula(layer, number, inside)
        # The identity is not named: f(z) is z itself, in brackets where it is multiplied by the next W.
        is_last, is_sum = number == len(architecture.layers), has_weights(layer)
        if layer.activation != "identity":
            f_of_z = f"{activation_title(layer.activation)}({z})"
        else:
            f_of_z = z if is_last or any(residual) or not is_sum else f"({z})"
        if is_last or not any(residual):
            inside = f_of_z
            continue
        added = f"{inside} + " if residual[number - 1] else ""
        inside = f"a{str(number).translate(SUPERSCRIPTS)}"
        lines.append(f"{inside} = {added}{f_of_z}")
    return "\n".join((*lines, f"y = {inside}", *_notes(architecture)))


def _notes(architecture: Architecture) -> list[str]:
    local = [i for i, layer in enumerate(architecture.layers, 1) if isinstance(layer, LocallyConnected2d)]
    text = QCoreApplication.translate("ArchitectureOptions", "{W} is 0 outside of its windows")
    return [text.format(W=f"W{str(i).translate(SUPERSCRIPTS)}") for i in local]
