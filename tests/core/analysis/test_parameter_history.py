import numpy as np
import pytest

from core.analysis import parameter_history
from core.analysis.parameter_history import ParameterHistory
from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import Example
from core.engine.snapshots import take_snapshot
from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.trainer import Trainer

THETA = np.zeros(6)


def test_the_first_and_the_newest_are_always_kept_and_never_too_many() -> None:
    history = ParameterHistory()
    for update in range(0, 5000, 7):
        history.add(update, THETA)
        assert history.updates[0] == 0 and history.updates[-1] == update
        assert len(history) <= 97
    apart = np.diff(history.updates[:-1])
    # Evenly: no gap is more than twice another.
    assert len(history) >= 45 and apart.max() <= 2 * apart.min()


@pytest.mark.parametrize("most", [10, 11])
def test_large_networks_keep_fewer(monkeypatch, most) -> None:
    monkeypatch.setattr(parameter_history, "MAX_BYTES", most * (4 + 2) * 8)
    history = ParameterHistory()
    for update in range(100):
        history.add(update, THETA)
        assert len(history) <= most and history.updates[0] == 0 and history.updates[-1] == update


def test_a_rewind_begins_anew_and_the_same_update_is_kept_once() -> None:
    history = ParameterHistory()
    for update in (0, 5, 9):
        history.add(update, THETA)
    history.add(9, THETA)
    assert history.updates == (0, 5, 9)
    assert history.restarts == 0
    history.add(2, THETA)
    assert history.updates == (2,) and history.restarts == 1


@pytest.mark.parametrize("skip", [False, True])
def test_each_moment_is_what_the_engine_computed_then(skip) -> None:
    dataset = DatasetSpec("plane", "xor", count=60).load()
    network = Network.dense((2, 6, 6, 2), "tanh", skip=skip)
    trainer = Trainer(network, dataset, TrainingConfig(learning_rate=0.1, batch_size=8))
    x, label = dataset.X_train[3], int(dataset.y_train[3])
    example = Example(x, label, "train", 3)
    history, then = ParameterHistory(), []
    for _ in range(12):
        snapshot = take_snapshot(0, trainer, example, [])
        history.add(snapshot.update, snapshot.parameters)
        then.append(snapshot.trace)
        trainer.step()
    assert history.updates == tuple(range(12))
    for place, trace in enumerate(then):
        again = history.trace(place, network.topology, x, label, "cross_entropy")
        for old, new in zip((*trace.a, *trace.delta), (*again.a, *again.delta), strict=True):
            assert np.allclose(old, new, rtol=1e-5, atol=1e-7)
        assert again.loss == pytest.approx(trace.loss, rel=1e-5)
    assert not history.trace(0, network.topology, x, None, "cross_entropy").has_gradient


def test_a_parameters_history_is_that_parameter() -> None:
    history = ParameterHistory()
    for update in range(3):
        history.add(update, np.array([1.0, 2.0 * update]))
    assert history.values(1) == (0.0, 2.0, 4.0)
