"""What batches say of their examples: the same as each batch by hand; and the training has the same bits with it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.data.toy_1d import make_line
from core.nn.network import Network
from core.training import presentations as module
from core.training.config import LOSSES, TrainingConfig
from core.training.presentations import Presentations, gaps_of
from core.training.trainer import DivergenceError, Trainer
from tests.core.small_data import go_back_before, small_data


class Taken:
    """All that was handed on: of each example of each update (update, epoch, row, C, right)."""

    def __init__(self) -> None:
        self.entries: list[tuple[int, int, int, float, bool]] = []

    def configure(self, loss: str, dropout: float) -> None:
        self.configured = loss, dropout

    def take(
        self,
        rows: NDArray[np.int64],
        epochs: NDArray[np.int64],
        first_update: int,
        losses: NDArray[np.floating],
        right: NDArray[np.bool_],
    ) -> None:
        size = len(rows) // len(epochs)
        for i, row in enumerate(rows):
            k = i // size
            self.entries.append(
                (first_update + k, int(epochs[k]), int(row), float(losses[i]), bool(right[i]))
            )


def trainer_of(dtype: Any = np.float64, output: str = "softmax", **settings: Any) -> Trainer:
    network = Network.dense((6, 5, 3), activation="tanh", output=output, seed=2, dtype=dtype)
    return Trainer(
        network, small_data(), TrainingConfig(**{"batch_size": 8, "learning_rate": 0.01, **settings})
    )


def recorded(trainer: Trainer) -> Taken:
    taken = Taken()
    trainer.presentations = Presentations(trainer.dataset.y_train, taken, trainer.step_count + 1)
    return taken


def logits_by_hand(network: Network, X: NDArray[Any]) -> NDArray[np.float64]:
    a = X.astype(np.float64)
    for i, layer in enumerate(network.layers):
        a = a @ layer.W.astype(np.float64) + layer.b
        a = np.tanh(a) if i < len(network.layers) - 1 else a
    return a


@pytest.mark.parametrize(
    "settings",
    [
        {"batch_size": 1},
        {"batch_size": 8},
        {"batch_size": None},
        {"batch_size": 7, "dtype": np.float32},
        {"batch_size": 8, "loss": "squared_error"},
        {"batch_size": 8, "output": "sigmoid"},
    ],
)
def test_each_batch_says_what_a_pass_by_hand_says(
    settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Few enough that what is put aside is handed on in the middle of it.
    monkeypatch.setattr(module, "MOST_EXAMPLES", 40)
    trainer = trainer_of(**settings)
    taken = recorded(trainer)
    expected, losses = [], []
    for update in range(1, 21):
        before = trainer.network.copy()
        mean = trainer.step()
        if update in (7, 8, 12) and trainer.presentations is not None:
            # Somebody asks.
            trainer.presentations.flush()
        data, rows = trainer.dataset, trainer.batch_rows
        z = logits_by_hand(before, data.X_train[rows])
        right = z.argmax(axis=1) == data.y_train[rows]
        size = trainer.batches.batch_size
        epoch = (update - 1) // (50 // size)
        expected += [(update, epoch, int(row), bool(ok)) for row, ok in zip(rows, right, strict=True)]
        losses.append(trainer.batch_losses.copy())
        assert np.mean(trainer.batch_losses) == pytest.approx(mean)
        if settings == {"batch_size": 8}:
            own = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
            np.testing.assert_allclose(trainer.batch_losses, -own[np.arange(len(rows)), data.y_train[rows]])
    assert trainer.presentations is not None
    trainer.presentations.flush()
    assert [(u, e, row, right) for u, e, row, _, right in taken.entries] == expected
    assert {right for *_, right in taken.entries} == {True, False}
    np.testing.assert_array_equal([loss for *_, loss, _ in taken.entries], np.concatenate(losses))


@pytest.mark.parametrize(("batch", "several"), [(1, False), (7, False), (None, False), (None, True)])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_where_targets_are_numbers_each_c_is_half_the_squares_and_no_answer_is_wrong(
    batch: int | None, several: bool, dtype: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_EXAMPLES", 100)
    data = make_line("sine", 40)
    network = Network.dense((1, 5, 1), activation="tanh", output="identity", seed=2, dtype=dtype)
    config = TrainingConfig(batch_size=batch, loss="squared_error", learning_rate=0.1)
    trainer, plain = (Trainer(one, data, config) for one in (network, network.copy()))
    if several:
        trainer.batches._most_rows = 16
        trainer.batches.set_batch_size(None)
        trainer._batch.configure(trainer.config)
    taken = Taken()
    trainer.presentations = Presentations(None, taken)
    rows, losses = [], []
    for _ in range(12):
        before = trainer.network.copy()
        trainer.step()
        rows += trainer.batch_rows.tolist()
        z = logits_by_hand(before, data.X_train[trainer.batch_rows])
        losses += (0.5 * (z - data.y_train[trainer.batch_rows]) ** 2).sum(axis=1).tolist()
    trainer.presentations.flush()
    assert [row for _, _, row, _, _ in taken.entries] == rows and all(entry[4] for entry in taken.entries)
    found = [loss for *_, loss, _ in taken.entries]
    np.testing.assert_allclose(found, losses, rtol=1e-10 if dtype is np.float64 else 1e-3, atol=1e-7)
    if not several:
        # It changes nothing of the training.
        while plain.step_count < 12:
            plain.step()
        assert plain.checkpoint().checksum == trainer.checkpoint().checksum


@pytest.mark.parametrize("batch", [1, 8, None])
@pytest.mark.parametrize("dropout", [0.0, 0.5])
def test_the_training_has_the_same_bits(batch: int | None, dropout: float) -> None:
    with_it, without = (trainer_of(batch_size=batch, dropout=dropout, dtype=np.float32) for _ in range(2))
    recorded(with_it)
    assert [with_it.step() for _ in range(60)] == [without.step() for _ in range(60)]
    assert with_it.checkpoint().checksum == without.checkpoint().checksum


def test_a_batch_of_several_chunks_is_seen_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer, whole = trainer_of(batch_size=None), trainer_of(batch_size=None)
    trainer.batches._most_rows = 16
    trainer.batches.set_batch_size(None)
    trainer._batch.configure(trainer.config)
    seen, expected = recorded(trainer), recorded(whole)
    for _ in range(3):
        for one in (trainer, whole):
            one.step()
    for one in (trainer, whole):
        assert one.presentations is not None
        one.presentations.flush()
    assert trainer._batch._has_several_chunks and len(seen.entries) == 150
    assert [(*entry[:3], entry[4]) for entry in seen.entries] == [
        (*entry[:3], entry[4]) for entry in expected.entries
    ]


def test_the_way_back_from_a_divergence_counts_once_and_the_update_that_diverged_not_at_all() -> None:
    trainer = trainer_of(optimizer="sgd", learning_rate=0.1, batch_size=50)
    taken = recorded(trainer)
    for _ in range(5):
        trainer.step()
    trainer.network.parameters[:] = 1e308
    with pytest.raises(DivergenceError):
        for _ in range(10):
            trainer.step()
    last = trainer.step_count - 1
    go_back_before(trainer, 4)
    trainer.step()
    assert trainer.presentations is not None
    trainer.presentations.flush()
    assert [update for update, *_ in taken.entries] == [u for u in range(1, last + 1) for _ in range(50)]
    assert trainer.presentations.next_update == last + 1


def test_an_update_that_diverges_counts_not_at_all_where_settings_wait_for_it() -> None:
    trainer = trainer_of(optimizer="sgd", learning_rate=0.1, batch_size=50)
    taken = recorded(trainer)
    trainer.step()
    trainer.network.parameters[:] = 1e308
    while not trainer.accumulate_gradient():
        pass
    trainer.reconfigure(replace(trainer.config, batch_size=25))
    with pytest.raises(DivergenceError):
        trainer.apply_update()
    go_back_before(trainer, 2)
    assert trainer.batch_config.batch_size == 25 and trainer.presentations is not None
    trainer.presentations.flush()
    assert {update for update, *_ in taken.entries} == {1}


def test_where_several_outputs_are_largest_none_is_the_answer() -> None:
    outputs = np.array([[1.0, 2.0, 3.0, 0.0], [1.0, 0.0, 3.0, 4.0], [0.0, 1.0, 3.0, 4.0]])
    assert (gaps_of(outputs, np.array([0, 0, 1, 0])) == 0).tolist() == [False, True, False, False]
    # A network that says the same to all, from the training's own numbers.
    for loss in LOSSES:
        check_none_is_right_where_all_outputs_are_equal(loss)


def check_none_is_right_where_all_outputs_are_equal(loss: str) -> None:
    trainer = trainer_of(batch_size=10, optimizer="sgd", loss=loss)
    taken = recorded(trainer)
    trainer.network.parameters[:] = 0
    trainer.step()
    assert trainer.presentations is not None
    trainer.presentations.flush()
    assert [right for *_, right in taken.entries] == [False] * 10


def test_a_batch_that_is_given_up_was_not_presented() -> None:
    trainer = trainer_of()
    taken = recorded(trainer)
    trainer.step()
    trainer.accumulate_gradient()
    with trainer.manual_edit() as (parameters, *_):
        parameters[0] += 1
    trainer.step()
    assert trainer.presentations is not None
    trainer.presentations.flush()
    assert [update for update, *_ in taken.entries] == [1] * 8 + [2] * 8


def test_batches_that_do_not_lie_one_behind_the_other_are_told_apart() -> None:
    rng = np.random.default_rng(0)
    orders = [rng.permutation(12) for _ in range(3)]
    taken = Taken()
    presentations = Presentations(np.zeros(12, np.int64), taken)
    gradient: Any = SimpleNamespace(gap=np.zeros(2), largest=np.zeros(2))
    losses: Any = np.zeros(2)
    expected: list[tuple[int, int, int, float, bool]] = []

    def note(update: int, epoch: int, start: int) -> None:
        nonlocal losses
        rows = orders[epoch][start : start + 2]
        batches: Any = SimpleNamespace(order=orders[epoch], start=start, opened_epoch=epoch, rows=rows)
        losses[:], gradient.gap[:] = update, -(update % 2)
        losses = presentations.note(update, batches, losses, float(update), np.zeros((3, 2)), gradient)
        expected.extend((update, epoch, int(row), float(update), False) for row in rows)

    # Further on in the epoch; in another one, whose batch begins where the next one would have been; and what is of an
    # update that is taken back, as the first of its epoch and as one of several.
    for update, (epoch, start) in enumerate([(0, 0), (0, 2), (0, 6), (1, 8), (1, 10)], 1):
        note(update, epoch, start)
    note(6, 2, 0)
    for last, epoch, start in ((6, 1, 0), (7, 2, 0), (8, 2, 4)):
        presentations.take_back()
        del expected[-2:]
        note(last, epoch, start)
        note(last + 1, 2, 2)
    presentations.flush()
    assert taken.entries == expected
