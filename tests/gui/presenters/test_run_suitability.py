"""Layers, output, start and loss are changed for other data only where these need it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine.messages import DataLoaded, RunInfo
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.known_architectures import known_hidden_layers
from gui.presenters.run_suitability import suited_to

MakeInfo = Callable[..., RunInfo]
LENET = Architecture.dense(seed=2).with_hidden(known_hidden_layers("lenet_1989", (16, 16)))


def pictures(rows: int, columns: int, classes: int = 10) -> DataLoaded:
    return DataLoaded(DatasetSpec("own"), rows * columns, 60, 20, classes, 1, picture=(rows, columns))


def test_a_network_that_fits_keeps_all_but_how_its_input_lies(run_info: MakeInfo) -> None:
    info = run_info(architecture=LENET)
    assert suited_to(info, pictures(28, 20)) == (LENET.on_picture((28, 20)), "cross_entropy")
    assert suited_to(run_info(), pictures(28, 20)) == (Architecture.dense(), "cross_entropy")


@pytest.mark.parametrize(
    "data",
    [DataLoaded(DatasetSpec("own"), 256, 60, 20, 10, 1), DataLoaded(DatasetSpec("plane"), 2, 60, 20, 2, 1)],
)
def test_data_that_are_no_picture_get_the_default_layers(run_info: MakeInfo, data: DataLoaded) -> None:
    architecture, _ = suited_to(run_info(architecture=LENET), data)
    assert architecture.hidden_layers == Architecture.dense().hidden_layers and architecture.seed == 2


def test_a_kernel_that_is_too_large_for_other_pictures_makes_way_too(run_info: MakeInfo) -> None:
    large = Architecture.dense().with_hidden((Conv2d(4, 11, picture=(16, 16)),))
    assert suited_to(run_info(architecture=large), pictures(11, 12))[0] == large.on_picture((11, 12))
    assert suited_to(run_info(architecture=large), pictures(10, 12))[0] == Architecture.dense()


def test_maps_can_learn_numbers_from_pictures(run_info: MakeInfo) -> None:
    architecture, loss = suited_to(run_info(architecture=LENET), pictures(16, 16, classes=0))
    assert architecture == LENET.changed(output="identity") and loss == "squared_error"
