"""A network from a file as a function set: what the file does not say is filled in."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.exchange.opened_weights import Module, OpenedWeights
from core.exchange.refusals import WeightsError
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.initial_weights import InitialWeights


def opened(*modules: Module) -> OpenedWeights:
    return OpenedWeights("a.safetensors", modules, InitialWeights("a.safetensors", np.zeros(3, np.float32)))


CONV: Any = Conv2d(2, 3, picture=(4, 4), activation="identity")


def test_activations_that_the_file_does_not_name_are_those_that_are_given() -> None:
    weights = opened(
        Module("0", 0, 16, 8, False, "tanh", CONV),
        Module("3", 3, 8, 8, True, None),
        Module("5", 5, 8, 3, False, None),
    )
    layers = weights.architecture(Architecture(seed=5), "silu", "sigmoid").layers
    assert layers == (
        Conv2d(2, 3, picture=(4, 4), activation="tanh"),
        Dense(8, "silu", True),
        Dense(3, "sigmoid"),
    )
    assert weights.sizes == (16, 8, 8, 3) and weights.unnamed == 1


def test_examples_of_another_size_are_refused() -> None:
    weights = opened(Module("0", 0, 16, 8, False, "tanh", CONV), Module("3", 3, 8, 3, False, None))
    weights.check_suits(16, 3)
    for n_in, n_out, code in ((15, 3, "inputs_differ"), (16, 4, "outputs_differ")):
        with pytest.raises(WeightsError) as caught:
            weights.check_suits(n_in, n_out)
        assert caught.value.code == code
