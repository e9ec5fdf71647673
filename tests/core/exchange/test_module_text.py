"""What is written of a network is what PyTorch prints of the model that its code builds."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest

from core.exchange.code import code
from core.exchange.module_text import input_text, module_text
from core.exchange.weights_file import safetensors_bytes
from core.nn.network import Network
from tests.core.exchange.networks import networks
from tests.core.exchange.picture_networks import OWN, PLAIN, network_of, picture_networks

ALL = [*networks(), *picture_networks()]


@pytest.mark.parametrize(("name", "network"), ALL, ids=[name for name, _ in ALL])
def test_it_is_what_pytorch_prints(
    name: str, network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    monkeypatch.chdir(tmp_path)
    Path("a.safetensors").write_bytes(safetensors_bytes(network.topology, network.parameters))
    Path("code.py").write_text(code("pytorch", network.topology, "a.safetensors"), encoding="utf-8")
    model = runpy.run_path(os.fspath("code.py"))["model"]
    assert module_text(network.topology) == str(model)


def test_the_shape_of_an_example_has_its_channels_first() -> None:
    assert input_text(network_of(*PLAIN["small_cnn"]).topology) == "1, 16, 16"
    assert input_text(network_of(*PLAIN["several_channels"]).topology) == "3, 4, 5"
    assert input_text(network_of(*OWN["list_to_picture"]).topology) == "7"
