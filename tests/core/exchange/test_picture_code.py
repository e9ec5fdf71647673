"""Code of networks with windows: as one would write it, and with what PyTorch has no module for."""

from __future__ import annotations

import pytest

from core.exchange.code import FRAMEWORKS, code
from core.exchange.picture_code import keras_picture_code, pytorch_picture_code
from tests.core.exchange.picture_networks import OWN, PLAIN, network_of


def test_the_small_network_reads_as_one_would_write_it() -> None:
    text = code("pytorch", network_of(*PLAIN["small_cnn"]).topology, "weights.safetensors")
    assert text == pytorch_picture_code(network_of(*PLAIN["small_cnn"]).topology, "weights.safetensors")
    assert (
        "    nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(),\n"
        "    nn.MaxPool2d(2),\n"
        "    nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(),\n"
        "    nn.MaxPool2d(2),\n"
        "    nn.Flatten(), nn.Linear(256, 10), nn.Softmax(dim=-1),\n"
    ) in text
    assert "class" not in text and "x is (rows, 1, 16, 16)" in text and len(text.splitlines()) <= 14
    keras = keras_picture_code(network_of(*PLAIN["small_cnn"]).topology, "weights.safetensors")
    assert "class" not in keras and "x is (rows, 256)" in keras


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_classes_of_its_own_are_brought_only_where_they_are_needed(framework: str) -> None:
    lenet = code(framework, network_of(*OWN["lenet"]).topology, "weights.safetensors")
    local = code(framework, network_of(*OWN["local"]).topology, "weights.safetensors")
    assert "class CellBias" in lenet and "class LocallyConnected2" not in lenet
    assert "class CellBias" not in local and "class LocallyConnected2" in local
