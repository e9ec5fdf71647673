"""Networks that have a name, by their hidden layers: what is to be had with one click."""

from __future__ import annotations

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.pooling import MaxPool2d

KNOWN_ARCHITECTURES = ("default", "small_cnn", "lenet_1989")
_LENET_MAPS, _LENET_READ = 12, 8
LENET_READS = tuple(
    tuple(sorted((5 * i + j) % _LENET_MAPS for j in range(_LENET_READ))) for i in range(_LENET_MAPS)
)
"""For each map of LeNet's second layer the 8 of the 12 maps before that it reads. The paper gives their number and
leaves open which ones they are; here they are chosen so that each of the 12 is read by 8."""


def known_hidden_layers(name: str, picture: tuple[int, int] | None) -> tuple[LayerSpec, ...]:
    """The hidden layers of a network with a name, for pictures of (rows, columns); whether they fit is not asked.

    Parameters
    ----------
    name : "default", "small_cnn" or "lenet_1989"
        Two dense layers of 32 and 16; two convolutions with pools, 3,818 parameters with 10 outputs behind pictures of
        16 x 16; the network of the paper, 9,760 parameters. In the paper its 10 outputs are tanh, its loss is the
        squared error; here both are chosen for themselves.
    picture : (rows, columns) or None
        Of the data; only the default has no need of it.

    Raises
    ------
    ValueError
        When there is no such name.

    References
    ----------
    LeCun, Boser, Denker et al., Backpropagation Applied to Handwritten Zip Code Recognition (1989), section 4
    """
    if name == "default":
        return Dense(32), Dense(16)
    if name == "small_cnn":
        return (
            Conv2d(8, 3, padding=1, picture=picture),
            MaxPool2d(2),
            Conv2d(16, 3, padding=1),
            MaxPool2d(2),
        )
    if name == "lenet_1989":
        return (
            Conv2d(_LENET_MAPS, 5, 2, 2, "tanh", picture=picture, bias_per_cell=True),
            Conv2d(_LENET_MAPS, 5, 2, 2, "tanh", reads=LENET_READS, bias_per_cell=True),
            Dense(30, "tanh"),
        )
    raise ValueError(f"{name!r} is no network with a name; choose one of {', '.join(KNOWN_ARCHITECTURES)}")


def known_architecture(name: str, picture: tuple[int, int] | None, seed: int = 0) -> Architecture:
    """The network with this name, with ten outputs; arguments as of `known_hidden_layers`."""
    return Architecture.dense(seed=seed).with_hidden(known_hidden_layers(name, picture))
