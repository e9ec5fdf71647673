"""The cost of a guess, by PyTorch's losses of the guess itself."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.toy_1d import make_line
from core.loss.baseline import baseline_loss


def classes(k: int) -> Dataset:
    X, y = np.zeros((2 * k, 3), np.float32), np.arange(2 * k) % k
    return Dataset(X, y, X, y, tuple(str(i) for i in range(k)))


@pytest.mark.parametrize("k", [2, 3, 10])
def test_of_classes_each_is_as_likely(k: int) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    data, right = classes(k), torch.tensor([0])
    y = torch.full((1, k), 1 / k, dtype=torch.float64)
    target = torch.nn.functional.one_hot(right, k).double()
    nll = float(torch.nn.functional.nll_loss(torch.log(y), right))
    assert baseline_loss("cross_entropy", "softmax", data) == pytest.approx(nll, rel=1e-12)
    yes_or_no = float(torch.nn.functional.binary_cross_entropy(y, target, reduction="sum"))
    assert baseline_loss("cross_entropy", "sigmoid", data) == pytest.approx(yes_or_no, rel=1e-12)
    squares = 0.5 * float(torch.nn.functional.mse_loss(y, target, reduction="sum"))
    for output in ("softmax", "sigmoid", "identity"):
        assert baseline_loss("squared_error", output, data) == pytest.approx(squares, rel=1e-12)


def test_of_one_class_every_guess_is_right() -> None:
    for loss, output in (
        ("cross_entropy", "softmax"),
        ("cross_entropy", "sigmoid"),
        ("squared_error", "softmax"),
    ):
        assert baseline_loss(loss, output, classes(1)) == 0


def test_of_numbers_the_guess_is_their_mean() -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    data = make_line("sine", 200, noise=0.1, seed=3)
    y = torch.from_numpy(data.y_train.astype(np.float64))
    mean = y.mean(dim=0, keepdim=True).expand_as(y)
    squares = 0.5 * float(torch.nn.functional.mse_loss(mean, y))
    assert baseline_loss("squared_error", "identity", data) == pytest.approx(squares, rel=1e-9)
