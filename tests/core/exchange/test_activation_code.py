"""Each activation has a name in both frameworks, and PyTorch prints it as is said."""

from __future__ import annotations

import pytest

from core.exchange.activation_code import KERAS, PRINTED, PYTORCH
from core.nn.activations import ACTIVATIONS


def test_every_activation_has_its_names() -> None:
    for names in (PYTORCH, KERAS, PRINTED):
        assert set(names) == {*ACTIVATIONS, "softmax"}


@pytest.mark.parametrize("name", PYTORCH)
def test_pytorch_prints_it_as_is_said(name: str) -> None:
    nn = pytest.importorskip("torch").nn
    kind, _, settings = PYTORCH[name].removeprefix("nn.").partition("(")
    options = {"0.01)": {"negative_slope": 0.01}, "dim=-1)": {"dim": -1}}.get(settings, {})
    assert str(getattr(nn, kind)(**options)) == PRINTED[name]
