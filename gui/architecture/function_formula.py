"""A function set's functions, written out as the lecture writes them."""

from __future__ import annotations

from core.nn.architecture import Architecture
from gui.architecture.activation_names import activation_title
from gui.widgets.number_text import SUPERSCRIPTS


def function_formula(architecture: Architecture, n_in: int) -> str:
    """The function y of x: nested for a plain network, layer by layer where one adds its input to its output.

    Nested, a residual layer's input would have to be written twice, that of two such layers four times.
    """
    residual = architecture.residual(n_in)
    lines = []
    inside = "x"
    for i, name in enumerate((*architecture.activations, architecture.output)):
        number = str(i + 1).translate(SUPERSCRIPTS)
        z = f"W{number}ᵀ {inside} + b{number}"
        # The identity is not named: f(z) is z itself, in brackets where it is multiplied by the next W.
        is_last = i == len(architecture.activations)
        if name != "identity":
            f_of_z = f"{activation_title(name)}({z})"
        else:
            f_of_z = z if is_last or any(residual) else f"({z})"
        if not any(residual):
            inside = f_of_z
        elif i < len(residual):
            added = f"{inside} + " if residual[i] else ""
            inside = f"a{number}"
            lines.append(f"{inside} = {added}{f_of_z}")
        else:
            inside = f_of_z
    return "\n".join((*lines, f"y = {inside}"))
