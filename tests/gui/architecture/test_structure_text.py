"""A structure in one line: what each layer makes, or of which kind and size each is."""

from __future__ import annotations

import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.known_architectures import known_hidden_layers
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology
from gui.architecture.structure_text import notation_words, shapes_text, structure_text


def known(name: str) -> Topology:
    architecture = Architecture.dense().with_hidden(known_hidden_layers(name, (16, 16)))
    return Topology(architecture.layers, (256,))


@pytest.mark.parametrize(
    ("name", "shapes", "structure"),
    [
        ("default", "256 → 32 → 16 → 10", "256-32-16-10"),
        (
            "small_cnn",
            "16×16 → 8@16×16 → 8@8×8 → 16@8×8 → 16@4×4 → 10",
            "256-8C3p1-MP2-16C3p1-MP2-10",
        ),
        ("lenet_1989", "16×16 → 12@8×8 → 12@4×4 → 30 → 10", "256-12C5s2p2-12C5s2p2-30-10"),
    ],
)
def test_the_known_networks_are_written_as_in_the_literature(name: str, shapes: str, structure: str) -> None:
    topology = known(name)
    assert shapes_text(topology.shapes, (16, 16)) == shapes
    assert structure_text(topology.layers, topology.sizes) == structure


def test_layers_that_are_alike_are_counted() -> None:
    layers = (
        *[Conv2d(4, padding=1)] * 5,
        LocallyConnected2d(2),
        AvgPool2d(3),
        *[Dense(8)] * 3,
        Dense(2, "softmax"),
    )
    topology = Topology(Architecture(layers).on_picture((9, 9)).layers, (81,))
    assert structure_text(topology.layers, topology.sizes) == "81-4C3p1 (×5)-2L3-AP3-8×3-2"
    assert shapes_text(topology.shapes) == "81 → 5 layers of 4@9×9 → 2@7×7 → 2@2×2 → 8 → 8 → 8 → 2"


def test_another_kernel_has_another_name_where_the_sizes_are_the_same() -> None:
    names = set()
    for first in (Conv2d(4, 3, padding=1), Conv2d(4, 5, padding=2), LocallyConnected2d(4, 3, padding=1)):
        layers = Architecture((first, MaxPool2d(), Dense(2, "softmax"))).on_picture((8, 8)).layers
        topology = Topology(layers, (64,))
        assert topology.sizes == (64, 256, 64, 2)
        names.add(structure_text(topology.layers, topology.sizes))
    assert len(names) == 3


@pytest.mark.parametrize(
    ("structure", "told"),
    [
        ("256-32-16-10", []),
        ("256-AP2-32-16-10", ["AP2"]),
        ("256-8C3p1-MP2-16C3p1-MP2-10", ["8C3p1", "MP2"]),
        ("81-4C3p1 (×5)-2L3-AP3-8×3-2", ["8C3p1", "8L3", "AP2"]),
        ("256-12C5s2p2-30-10", ["8C3p1"]),
        ("my AP2", []),
    ],
)
def test_the_letters_that_are_in_it_are_told(structure: str, told: list[str]) -> None:
    assert [line.split(":")[0] for line in notation_words(structure).splitlines()] == told
