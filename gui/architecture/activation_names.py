"""What each activation is called, and what it computes, in the lecture's notation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_Z = "<i>z</i>"
# As rich text, the long ones in two lines: a narrow panel has room for that.
FORMULAS = {
    "relu": f"max({_Z}, 0)",
    "sigmoid": f"1 / (1 + e<sup>−{_Z}</sup>)",
    "tanh": f"tanh {_Z}",
    "leaky_relu": f"max({_Z},<br>0.01 {_Z})",
    "elu": f"max({_Z}, 0) +<br>min(e<sup>{_Z}</sup> − 1, 0)",
    "gelu": f"{_Z} Φ({_Z})",
    "silu": f"{_Z} / (1 + e<sup>−{_Z}</sup>)",
    "softplus": f"ln(1 + e<sup>{_Z}</sup>)",
    "identity": _Z,
}
# Names of functions are the same in every language.
_TITLES = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "elu": "ELU", "gelu": "GELU", "silu": "SiLU"}


def activation_title(name: str) -> str:
    """The activation's name as it is written on screen; "softmax" is the output's."""
    if name == "identity":
        return QCoreApplication.translate("ActivationBox", "identity")
    return _TITLES.get(name, name)
