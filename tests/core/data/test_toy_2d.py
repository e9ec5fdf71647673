"""Points in the plane: without noise they lie exactly where geometry says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.toy_2d import PLANE_KINDS, make_plane
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig


def all_points(data: Dataset) -> tuple[Any, Any]:
    X = np.concatenate([data.X_train, data.X_test]).astype(np.float64)
    return X, np.concatenate([data.y_train, data.y_test])


@pytest.mark.parametrize("kind", PLANE_KINDS)
def test_every_set_has_its_size_its_classes_and_its_place(kind: str) -> None:
    data = make_plane(kind, 400, noise=0.0)
    X, y = all_points(data)
    assert X.shape == (400, 2) and data.X_train.dtype == np.float32 and len(data.y_test) == 80
    np.testing.assert_array_equal(np.bincount(y), [200, 200])
    assert np.abs(X).max() <= 1 and (data.n_in, data.n_out, data.is_regression) == (2, 2, False)
    # Shuffled: both sets hold both classes in about equal parts.
    assert 20 < np.count_nonzero(data.y_test) < 60


def test_xor_is_the_product_of_the_signs() -> None:
    X, y = all_points(make_plane("xor", 300, noise=0.0))
    np.testing.assert_array_equal(y, (X[:, 0] * X[:, 1] < 0).astype(int))
    assert (np.abs(X) >= 0.09).all()


def test_the_circle_is_a_disc_in_a_ring() -> None:
    X, y = all_points(make_plane("circle", 2000, noise=0.0))
    radius = np.hypot(*X.T)
    assert radius[y == 0].max() <= 0.35 + 1e-6
    np.testing.assert_allclose(radius[y == 1], 0.85, atol=1e-6)
    # Evenly over the disc: half of its points lie within 1/√2 of its radius.
    assert abs(np.mean(radius[y == 0] < 0.35 / np.sqrt(2)) - 0.5) < 0.01


@pytest.mark.parametrize("arms", [2, 3, 4, 5])
def test_a_spirals_points_lie_on_its_arms(arms: int) -> None:
    X, y = all_points(make_plane("spirals", 500, noise=0.0, classes=arms))
    radius, angle = np.hypot(*X.T), np.arctan2(X[:, 1], X[:, 0])
    # From radius 0.1 to 0.95 in one turn; each arm begins a part of a turn later.
    wanted = 2 * np.pi * ((radius - 0.1) / 0.85 + y / arms)
    np.testing.assert_allclose(np.exp(1j * angle), np.exp(1j * wanted), atol=1e-5)
    assert len(np.unique(y)) == arms and radius.min() < 0.12 and radius.max() > 0.93


@pytest.mark.parametrize("classes", [2, 3, 5])
def test_clouds_stand_on_a_circle_as_wide_as_their_noise(classes: int) -> None:
    data = make_plane("gaussians", 5000, noise=0.1, classes=classes)
    X, y = all_points(data)
    for label in range(classes):
        angle = 2 * np.pi * label / classes
        cloud = X[y == label]
        np.testing.assert_allclose(cloud.mean(axis=0), [0.6 * np.cos(angle), 0.6 * np.sin(angle)], atol=0.02)
        np.testing.assert_allclose(cloud.std(axis=0), 0.1, atol=0.01)


def test_the_moons_are_half_circles_that_reach_into_each_other() -> None:
    X, y = all_points(make_plane("moons", 200, noise=0.0))
    for label, centre in ((0, (-0.31, -0.155)), (1, (0.31, 0.155))):
        moon = X[y == label] - centre
        np.testing.assert_allclose(np.hypot(*moon.T), 0.62, atol=1e-6)
        assert (moon[:, 1] * (1 if label == 0 else -1) >= -1e-6).all()


def test_the_same_seed_gives_the_same_points() -> None:
    first, again, other = (make_plane("moons", seed=s) for s in (3, 3, 4))
    np.testing.assert_array_equal(first.X_train, again.X_train)
    assert not np.array_equal(first.X_train, other.X_train)


def test_a_small_network_learns_the_clouds() -> None:
    data = make_plane("gaussians", 300, noise=0.1, classes=3)
    trainer = Trainer(Network.dense((2, 8, 3)), data, TrainingConfig(learning_rate=0.02, batch_size=16))
    while trainer.epoch < 20:
        trainer.step()
    assert trainer.accuracy("test") > 0.95


@pytest.mark.parametrize(
    ("kind", "wishes", "words"),
    [
        ("stars", {}, "'stars'.*gaussians"),
        ("moons", {"count": 5}, "count 5.*10"),
        ("moons", {"count": 30.5}, "count 30.5"),
        ("moons", {"noise": 2.0}, "noise 2.0"),
        ("moons", {"noise": "much"}, "noise 'much'"),
        ("moons", {"classes": 3}, "3 classes of moons: give 2"),
        ("spirals", {"classes": 6}, "6 classes of spirals: give a whole number from 2 to 5"),
        ("xor", {"test_share": 0.0}, "test share"),
    ],
)
def test_a_bad_wish_is_refused_and_quoted(kind: str, wishes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make_plane(kind, **wishes)
