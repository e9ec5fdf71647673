"""What layers are called and make, and why some do not fit: a sentence that says what to do."""

from __future__ import annotations

import re

import pytest

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layer_kinds import LAYER_KINDS
from core.nn.locally_connected import LocallyConnected2d
from core.nn.misfit import Misfit
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.architecture.layer_words import kind_tip, kind_title, misfit_sentence, shape_text, short_title

KINDS = ("layers", "parameters", "units", "covered", "no_picture", "behind_dense")
KINDS += ("window", "block", "padding", "channels")


def test_every_kind_of_layer_has_a_name_and_says_what_it_does() -> None:
    assert len({kind_title(kind) for kind in LAYER_KINDS.values()}) == len(LAYER_KINDS)
    assert all(kind_tip(kind) for kind in LAYER_KINDS.values())


def test_short_names_have_the_windows_size() -> None:
    layers = (Dense(3), Conv2d(8, 5), LocallyConnected2d(8, 3), MaxPool2d(2), AvgPool2d(2))
    assert [short_title(layer) for layer in layers] == [
        "Dense",
        "Conv 5×5",
        "Local 3×3",
        "Max pool",
        "Mean pool",
    ]


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ((32,), "32 neurons"),
        ((1024,), "1,024 neurons"),
        ((1,), "1 neuron"),
        ((16, 12, 8), "8 maps of 16 × 12"),
        ((4, 4, 1), "1 map of 4 × 4"),
    ],
)
def test_what_a_layer_makes(shape: tuple[int, ...], text: str) -> None:
    assert shape_text(shape) == text


@pytest.mark.parametrize("kind", KINDS)
def test_what_does_not_fit_is_said_in_one_sentence_with_what_to_do(kind: str) -> None:
    sentence = misfit_sentence(Misfit(kind, 3, 17, 16, (14, 15)))
    assert re.fullmatch(r"[^.]+: [a-z][^.]+\.", sentence) and "{" not in sentence
    assert re.search(r": (give|put|choose) ", sentence)


def test_the_sentence_names_the_layer_and_the_numbers() -> None:
    assert misfit_sentence(Misfit("window", 2, 5, 4, (4, 6))) == (
        "The kernel of layer 2 is 5 × 5, and the picture it reads is 4 × 6: give a kernel of at most 4, or more"
        " padding."
    )
