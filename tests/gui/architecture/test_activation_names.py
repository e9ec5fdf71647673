"""What each activation is called and computes: the engine's formula, as rich text."""

from __future__ import annotations

import re

import pytest

from core.nn.activations import ACTIVATIONS
from gui.architecture.activation_names import FORMULAS, activation_title


def test_every_activation_of_the_engine_has_its_name() -> None:
    assert {name: activation_title(name) for name in (*ACTIVATIONS, "softmax")} == {
        "relu": "ReLU",
        "sigmoid": "sigmoid",
        "tanh": "tanh",
        "leaky_relu": "leaky ReLU",
        "elu": "ELU",
        "gelu": "GELU",
        "silu": "SiLU",
        "softplus": "softplus",
        "identity": "identity",
        "softmax": "softmax",
    }


SUPERSCRIPTS = {"−z": "⁻ᶻ", "z": "ᶻ"}


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_its_formula_is_the_engines(name: str) -> None:
    written = re.sub("<br>", " ", FORMULAS[name])
    written = re.sub("<sup>(.*?)</sup>", lambda power: SUPERSCRIPTS[re.sub("<.*?>", "", power[1])], written)
    assert re.sub("<.*?>", "", written) == ACTIVATIONS[name].formula.removeprefix("f(z) = ")
