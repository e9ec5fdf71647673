"""Networks with a name: as many parameters as is said of them, for pictures of every size that they fit."""

from __future__ import annotations

import pytest

from core.nn.architecture import Architecture
from core.nn.known_architectures import KNOWN_ARCHITECTURES, LENET_READS, known_hidden_layers
from core.nn.misfit import find_misfit


def parameters_by_layer(name: str, picture: tuple[int, int]) -> list[int]:
    architecture = Architecture.dense().with_hidden(known_hidden_layers(name, picture))
    table = architecture.network((picture[0] * picture[1],)).topology.table
    return [
        sum(e.stop - e.start for e in table.entries if e.layer == i) for i in range(len(architecture.layers))
    ]


def test_they_have_as_many_parameters_as_is_said_of_them() -> None:
    # 256·32 + 32, 32·16 + 16, 16·10 + 10; 9·8 + 8, 9·8·16 + 16, 256·10 + 10.
    assert parameters_by_layer("default", (16, 16)) == [8_224, 528, 170]
    assert parameters_by_layer("small_cnn", (16, 16)) == [80, 0, 1_168, 0, 2_570]
    # LeCun et al. (1989), section 4.
    assert parameters_by_layer("lenet_1989", (16, 16)) == [1_068, 2_592, 5_790, 310]


def test_every_map_of_lenet_reads_8_of_12_and_every_map_is_read_by_8() -> None:
    assert all(len(set(own)) == 8 and own == tuple(sorted(own)) for own in LENET_READS)
    assert [sum(i in own for own in LENET_READS) for i in range(12)] == [8] * 12


@pytest.mark.parametrize("name", KNOWN_ARCHITECTURES)
@pytest.mark.parametrize("picture", [(4, 4), (5, 9), (28, 28), (64, 64)])
def test_they_are_networks_for_pictures_of_other_sizes(name: str, picture: tuple[int, int]) -> None:
    layers = Architecture.dense().with_hidden(known_hidden_layers(name, picture)).layers
    assert find_misfit(layers, picture[0] * picture[1], picture) is None
    Architecture(layers).network((picture[0] * picture[1],))


def test_a_small_cnn_takes_no_picture_that_cannot_be_halved_twice() -> None:
    layers = Architecture.dense().with_hidden(known_hidden_layers("small_cnn", (3, 8))).layers
    misfit = find_misfit(layers, 24, (3, 8))
    assert misfit is not None and (misfit.kind, misfit.layer) == ("block", 4)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(ValueError, match="'alexnet' is no network with a name"):
        known_hidden_layers("alexnet", (16, 16))
