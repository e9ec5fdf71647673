"""Kinds of layer: what has a name can be written into a frame, and read again."""

from __future__ import annotations

import pytest

from core.engine import commands as c
from core.engine.frames import FrameError, FrameReader, pack
from core.engine.protocol import Envelope, command_of, frame_of
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layer_kinds import LAYER_KINDS
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.training.config import TrainingConfig
from tests.core.nn.masked_layer import Masked

LAYERS = (Masked(((0, 2), (1,)), "relu", (1,)), Dense(3, "tanh", skip=True), Dense(10, "softmax"))


def sent(architecture: Architecture) -> Architecture:
    frame = frame_of(Envelope(c.BeginRun(1, architecture, TrainingConfig()), 1))
    (received,) = FrameReader().feed(pack(frame))
    command: c.BeginRun = command_of(received).content
    return command.architecture


def test_each_kind_has_the_name_of_its_class() -> None:
    kinds = (Dense, Conv2d, LocallyConnected2d, MaxPool2d, AvgPool2d)
    assert {kind.__name__: kind for kind in kinds} == LAYER_KINDS


def test_layers_over_pictures_are_sent_with_all_that_they_are() -> None:
    layers = (
        Conv2d(2, 5, 2, 2, "tanh", True, (16, 16), ((0,), (0,)), True),
        MaxPool2d(2, "relu"),
        LocallyConnected2d(3, 2, 1, 1, "elu", True),
        AvgPool2d(3, "tanh", (4, 5)),
        Dense(10, "softmax"),
    )
    assert sent(Architecture(layers, seed=4)) == Architecture(layers, seed=4)


def test_a_kind_that_is_added_is_sent_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LAYER_KINDS, "Masked", Masked)
    assert sent(Architecture(LAYERS, seed=4)) == Architecture(LAYERS, seed=4)


def test_a_kind_without_a_name_is_refused_where_it_is_sent() -> None:
    with pytest.raises(FrameError, match="Masked"):
        sent(Architecture(LAYERS))


def test_a_name_that_no_kind_has_is_refused_where_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LAYER_KINDS, "Masked", Masked)
    frame = frame_of(Envelope(c.BeginRun(1, Architecture(LAYERS), TrainingConfig()), 1))
    monkeypatch.delitem(LAYER_KINDS, "Masked")
    with pytest.raises(FrameError, match="Masked"):
        command_of(frame)
