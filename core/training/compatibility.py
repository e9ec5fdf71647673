"""Whether a network, a data set and a loss go together; asked before anything is computed."""

from __future__ import annotations

from core.data.dataset import Dataset
from core.loss.losses import exact_loss
from core.nn.network import Network
from core.training.config import TrainingConfig


def check_compatible(network: Network, dataset: Dataset, config: TrainingConfig) -> None:
    """Raise ValueError, with one sentence, where they do not suit each other."""
    targets = dataset.y_train
    exact_loss(config.loss, network.activations[-1], targets)
    n_in, n_out = network.sizes[0], network.sizes[-1]
    if dataset.X_train.shape[1] != n_in:
        raise ValueError(f"the examples have {dataset.X_train.shape[1]} inputs, the network takes {n_in}")
    if targets.ndim == 2:
        if targets.shape[1] != n_out:
            raise ValueError(
                f"the examples have {targets.shape[1]} numbers to be met, the network {n_out} outputs"
            )
    elif int(targets.max()) >= n_out or int(targets.min()) < 0:
        raise ValueError(f"a class lies outside 0 to {n_out - 1}, the network's outputs")
    if config.batch_size is not None and config.batch_size > len(targets):
        raise ValueError(f"batch size {config.batch_size}: give a whole number from 1 to {len(targets)}")
