"""Networks with kernels, and what one digit makes them compute."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.engine.snapshot import Snapshot
from core.nn.known_architectures import known_architecture
from tests.core.small_snapshots import snapshot_of


def made(name: str, answer: Any = 3) -> Snapshot:
    """The snapshot of a network with a name; some of the ink is at the border."""
    network = known_architecture(name, (16, 16), seed=2).network((256,))
    x = (np.random.default_rng(4).random(256) < 0.3).astype(np.float32)
    return snapshot_of(network, x, answer)


@pytest.fixture(scope="session")
def cnn() -> Snapshot:
    return made("small_cnn")


@pytest.fixture(scope="session")
def lenet() -> Snapshot:
    return made("lenet_1989")


@pytest.fixture(scope="session")
def unlabelled() -> Snapshot:
    """Without a right answer."""
    return made("small_cnn", None)
