"""The optimizers: first steps by hand, two hundred updates against PyTorch's, state, blocks and memory."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import core.optim.optimizers
from core.arrays import Array
from core.optim.optimizers import OPTIMIZER_NAMES, Optimizer, make_optimizer
from core.optim.schedules import SCHEDULES, rate_at
from core.training.config import TrainingConfig
from tests.core.traced_bytes import traced_bytes

WITH_STATE = {"momentum": 1, "nesterov": 1, "adagrad": 1, "rmsprop": 1, "adam": 2, "adamw": 2}


def random_gradients(size: int, count: int, dtype: Any = np.float64) -> list[Array]:
    """Of very different sizes, as the layers of a network have them."""
    rng = np.random.default_rng(7)
    scale = 10.0 ** rng.uniform(-4, 1, size)
    return [(scale * rng.standard_normal(size)).astype(dtype) for _ in range(count)]


def two_updates(name: str) -> list[list[float]]:
    """θ = (1, -2) after an update with ∇ = (2, -4) and after another with ∇ = (-1, 0), at η = 0.1."""
    theta = np.array([1.0, -2.0])
    optimizer, found = make_optimizer(name, theta, weight_decay=0.5), []
    for gradient in ([2.0, -4.0], [-1.0, 0.0]):
        optimizer.update(theta, np.array(gradient), 0.1)
        found.append(theta.tolist())
    return found


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        # 1 - 0.1·2, -2 + 0.1·4; then + 0.1·1, and nothing
        ("sgd", [0.8, -1.6], [0.9, -1.6]),
        # v = (2, -4): the same; then v = 0.9·(2, -4) + (-1, 0) = (0.8, -3.6)
        ("momentum", [0.8, -1.6], [0.72, -1.24]),
        # ∇ + 0.9 v = (3.8, -7.6); then (-1, 0) + 0.9·(0.8, -3.6) = (-0.28, -3.24)
        ("nesterov", [0.62, -1.24], [0.648, -0.916]),
        # ∇ / √∇² = (1, -1), without ε; then s = (4 + 1, 16): + 0.1 / √5, and nothing
        ("adagrad", [0.9, -1.9], [0.9 + 0.1 / 5**0.5, -1.9]),
        # s = 0.01 ∇², so ∇ / √s = (10, -10); then s = 0.99·0.04 + 0.01 = 0.0496: + 0.1 / √0.0496, and nothing
        ("rmsprop", [0.0, -1.0], [0.1 / 0.0496**0.5, -1.0]),
        # m / (1 - 0.9) = ∇ and v / (1 - 0.999) = ∇², so (1, -1); then
        # m / (1 - 0.81) = (0.9·0.2 - 0.1, -0.9·0.4) / 0.19 = (0.08, -0.36) / 0.19 and
        # v / (1 - 0.998001) = (0.999·0.004 + 0.001, 0.999·0.016) / 0.001999 = (0.004996, 0.015984) / 0.001999
        (
            "adam",
            [0.9, -1.9],
            [
                0.9 - 0.1 * (0.08 / 0.19) / (0.004996 / 0.001999) ** 0.5,
                -1.9 + 0.1 * (0.36 / 0.19) / (0.015984 / 0.001999) ** 0.5,
            ],
        ),
        # λ = 0.5: θ is multiplied by 1 - 0.1·0.5 = 0.95 before either of Adam's steps
        (
            "adamw",
            [0.85, -1.8],
            [
                0.95 * 0.85 - 0.1 * (0.08 / 0.19) / (0.004996 / 0.001999) ** 0.5,
                -0.95 * 1.8 + 0.1 * (0.36 / 0.19) / (0.015984 / 0.001999) ** 0.5,
            ],
        ),
    ],
)
def test_the_first_two_updates_are_those_worked_out_by_hand(
    name: str, first: list[float], second: list[float]
) -> None:
    # ε = 1e-8 beside numbers of about 1 is left out of the working.
    found = two_updates(name)
    assert found[0] == pytest.approx(first, rel=1e-7, abs=1e-7)
    assert found[1] == pytest.approx(second, rel=1e-7, abs=1e-7)


@pytest.mark.parametrize(("name", "epsilon"), [("adagrad", 1e-10), ("rmsprop", 1e-8), ("adam", 1e-8)])
def test_epsilon_stands_outside_the_root(name: str, epsilon: float) -> None:
    # With ∇ = ε, the first step is η ∇ / (∇ + ε) = η / 2; RMSprop's root is a tenth: η ∇ / (∇ / 10 + ε) = η / 1.1.
    theta = np.zeros(1)
    make_optimizer(name, theta).update(theta, np.array([epsilon]), 1.0)
    assert theta[0] == pytest.approx(-1 / 1.1 if name == "rmsprop" else -0.5, rel=1e-9)


@pytest.mark.parametrize("name", ["adagrad", "rmsprop", "adam", "adamw"])
def test_a_parameter_without_a_gradient_stays_where_it_is(name: str) -> None:
    theta = np.array([3.0, 5.0], dtype=np.float32)
    optimizer = make_optimizer(name, theta, weight_decay=0.0)
    for _ in range(3):
        optimizer.update(theta, np.array([0.0, 1.0], dtype=np.float32), 0.1)
    assert theta[0] == 3.0 and theta[1] < 5.0


def theirs(torch: Any, name: str, tensor: Any, weight_decay: float) -> Any:
    optimizers = torch.optim
    return {
        "sgd": lambda: optimizers.SGD([tensor], lr=1.0),
        "momentum": lambda: optimizers.SGD([tensor], lr=1.0, momentum=0.9),
        "nesterov": lambda: optimizers.SGD([tensor], lr=1.0, momentum=0.9, nesterov=True),
        "adagrad": lambda: optimizers.Adagrad([tensor]),
        "rmsprop": lambda: optimizers.RMSprop([tensor]),
        "adam": lambda: optimizers.Adam([tensor]),
        "adamw": lambda: optimizers.AdamW([tensor], weight_decay=weight_decay),
    }[name]()


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("name", OPTIMIZER_NAMES)
def test_two_hundred_updates_agree_with_pytorch(name: str, schedule: str) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    size = 50
    start = np.random.default_rng(1).standard_normal(size)
    theta, tensor = start.copy(), torch.tensor(start.copy(), requires_grad=True)
    ours, other = make_optimizer(name, theta, weight_decay=0.3), theirs(torch, name, tensor, 0.3)
    for update, gradient in enumerate(random_gradients(size, 200)):
        # The rates themselves are held against PyTorch's in the schedules' own tests.
        rate = rate_at(update, 0.02, schedule, period=180, factor=0.5, warm_up=10)
        for group in other.param_groups:
            group["lr"] = rate
        # A pull to the origin makes every gradient depend on where the updates before it led.
        ours.update(theta, gradient + theta, rate)
        tensor.grad = torch.tensor(gradient) + tensor.detach()
        other.step()
        np.testing.assert_allclose(theta, tensor.detach().numpy(), rtol=1e-10, atol=1e-12)
    assert np.abs(theta - start).min() > 1e-3


@pytest.mark.parametrize("name", OPTIMIZER_NAMES)
def test_single_precision_agrees_with_pytorch_too(name: str) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    start = np.random.default_rng(1).standard_normal(50).astype(np.float32)
    theta, tensor = start.copy(), torch.tensor(start.copy(), requires_grad=True)
    ours, other = make_optimizer(name, theta), theirs(torch, name, tensor, 0.01)
    for group in other.param_groups:
        group["lr"] = 0.003
    for gradient in random_gradients(50, 200, np.float32):
        ours.update(theta, gradient, 0.003)
        tensor.grad = torch.tensor(gradient)
        other.step()
    assert theta.dtype == np.float32 and all(vector.dtype == np.float32 for vector in ours.vectors)
    np.testing.assert_allclose(theta, tensor.detach().numpy(), rtol=1e-4, atol=1e-5)


def test_adamw_without_weight_decay_is_adam() -> None:
    ours, plain = np.ones(9), np.ones(9)
    without, adam = make_optimizer("adamw", ours, weight_decay=0.0), make_optimizer("adam", plain)
    for gradient in random_gradients(9, 20):
        without.update(ours, gradient, 0.01)
        adam.update(plain, gradient, 0.01)
    assert np.array_equal(ours, plain)


def test_nesterovs_parameters_are_the_papers_looked_ahead() -> None:
    # Sutskever et al., equations 3 and 4: v ← μ v - η ∇(θ + μ v), θ ← θ + v, on C = ½ Σ c θ²
    curvature, rate = np.array([0.1, 1.0, 10.0]), 0.05
    theta, v = np.ones(3), np.zeros(3)
    ours = np.ones(3)
    optimizer = make_optimizer("nesterov", ours)
    for _ in range(50):
        v = 0.9 * v - rate * curvature * (theta + 0.9 * v)
        theta = theta + v
        optimizer.update(ours, curvature * ours, rate)
        np.testing.assert_allclose(ours, theta + 0.9 * v, rtol=1e-10, atol=1e-12)


def test_a_changed_rate_counts_at_once_in_momentum() -> None:
    # v = 1, then 1.9: at rates 1 and 10, θ = -1 - 19
    theta = np.zeros(1)
    optimizer = make_optimizer("momentum", theta)
    optimizer.update(theta, np.ones(1), 1.0)
    optimizer.update(theta, np.ones(1), 10.0)
    assert theta[0] == pytest.approx(-20.0, rel=1e-12)


def put_into(fresh: Optimizer, t: int, vectors: tuple[Array, ...]) -> None:
    fresh.t = t
    for own, kept in zip(fresh.vectors, vectors, strict=True):
        np.copyto(own, kept)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", OPTIMIZER_NAMES)
def test_a_fresh_optimizer_with_its_state_goes_on_with_the_same_bits(name: str, dtype: Any) -> None:
    gradients = random_gradients(300, 60, dtype)
    whole = np.ones(300, dtype)
    optimizer = make_optimizer(name, whole, weight_decay=0.2)
    for gradient in gradients[:25]:
        optimizer.update(whole, gradient, 0.01)
    taken_up, t = whole.copy(), optimizer.t
    vectors = tuple(vector.copy() for vector in optimizer.vectors)
    fresh = make_optimizer(name, taken_up, weight_decay=0.2)
    put_into(fresh, t, vectors)
    for gradient in gradients[25:]:
        optimizer.update(whole, gradient, 0.01)
        fresh.update(taken_up, gradient, 0.01)
    assert np.array_equal(whole, taken_up)
    assert optimizer.t == fresh.t == (60 if name in ("adam", "adamw") else 0)
    for own, other in zip(optimizer.vectors, fresh.vectors, strict=True):
        assert np.array_equal(own, other)


@pytest.mark.parametrize("name", OPTIMIZER_NAMES)
def test_the_state_is_as_many_vectors_as_the_rule_has_and_all_of_them_are_live(name: str) -> None:
    theta = np.ones(4)
    optimizer = make_optimizer(name, theta)
    assert len(optimizer.vectors) == WITH_STATE.get(name, 0)
    optimizer.update(theta, np.ones(4), 0.1)
    assert all(vector.shape == (4,) and vector.all() for vector in optimizer.vectors)


@pytest.mark.parametrize("size", [1, 10, 12, 13, 20, 21, 30])
@pytest.mark.parametrize("name", OPTIMIZER_NAMES)
def test_blocks_change_no_bit(name: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, in_blocks = np.ones(size, np.float32), np.ones(size, np.float32)
    one = make_optimizer(name, whole)
    monkeypatch.setattr(core.optim.optimizers, "BLOCK", 10)
    many = make_optimizer(name, in_blocks)
    for gradient in random_gradients(size, 5, np.float32):
        one.update(whole, gradient, 0.01)
        many.update(in_blocks, gradient, 0.01)
    assert np.array_equal(whole, in_blocks)
    assert (whole != 1).all()


@pytest.mark.parametrize("size", [9_000, 200_000])
@pytest.mark.parametrize("name", OPTIMIZER_NAMES)
def test_an_update_allocates_nothing(name: str, size: int) -> None:
    theta, gradient = np.ones(size, np.float32), np.full(size, 0.5, np.float32)
    optimizer = make_optimizer(name, theta)
    optimizer.update(theta, gradient, 0.01)
    kept, peak = traced_bytes(lambda: optimizer.update(theta, gradient, 0.01))
    # Numpy's scalars, and the slices' few words each; a vector would be 36,000 bytes.
    assert kept < 500
    assert peak < 2_000


def test_every_optimizer_can_be_chosen() -> None:
    for name in OPTIMIZER_NAMES:
        assert TrainingConfig(optimizer=name).optimizer == name


@pytest.mark.parametrize("size", [9_000, 200_000])
@pytest.mark.parametrize("name", OPTIMIZER_NAMES)
def test_an_update_says_how_far_it_has_moved_the_parameters(name: str, size: int) -> None:
    theta = np.linspace(-1.0, 1.0, size)
    optimizer = make_optimizer(name, theta, weight_decay=0.3)
    for gradient in random_gradients(size, 5):
        before = theta.copy()
        square = optimizer.update(theta, gradient, 0.01)
        assert square == pytest.approx(float(np.sum((theta - before) ** 2)), rel=1e-9)
