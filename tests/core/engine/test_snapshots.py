"""A snapshot: read-only copies of one moment, and what the examples are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo, Example
from core.engine.snapshots import data_info, even_sample, take_snapshot
from core.nn.architecture import Architecture
from tests.core.engine.driver import CONFIG, headless
from tests.core.small_data import small_data


def example(origin: str = "train", index: int | None = 0, position: int | None = None) -> Example:
    data = small_data()
    return Example(
        data.X_train[index or 0].astype(np.float32), int(data.y_train[index or 0]), origin, index, position
    )


def test_a_snapshot_is_of_its_update_whatever_the_training_does_afterwards() -> None:
    trainer = headless(7)
    kept = trainer.network.parameters.copy()
    trace = trainer.trace(example().x, example().label)
    snapshot = take_snapshot(4, trainer, example(), [0.5, 0.25])
    for _ in range(3):
        trainer.step()
    assert (snapshot.run, snapshot.update, snapshot.epoch, snapshot.edit_count) == (4, 7, 1, 0)
    assert snapshot.sizes == (6, 5, 4, 3) and snapshot.activations == ("tanh", "relu", "softmax")
    np.testing.assert_array_equal(snapshot.losses, np.array([0.5, 0.25], np.float32))
    held = np.concatenate(
        [p.ravel() for pair in zip(snapshot.weights, snapshot.biases, strict=True) for p in pair]
    )
    np.testing.assert_array_equal(held, kept)
    assert snapshot.trace.loss == trace.loss
    for array in (*snapshot.weights, *snapshot.biases):
        assert not array.flags.writeable


def test_a_snapshot_names_the_layers_with_a_skip_and_what_is_followed() -> None:
    architecture = Architecture.dense((8, 8), ("elu", "tanh"), 3, skip=True)
    trainer = headless(0, architecture, replace(CONFIG, l1=0.1, loss="squared_error"))
    snapshot = take_snapshot(0, trainer, example(), [])
    assert snapshot.skips == (False, True, False)
    a, z = snapshot.trace.a, snapshot.trace.z
    np.testing.assert_allclose(a[1], a[0] + np.tanh(z[1]), atol=1e-6)
    assert snapshot.penalties == ("l1",) and snapshot.loss == "squared_error"
    assert take_snapshot(0, headless(0), example(), []).penalties == ()


def test_a_batch_that_waits_for_its_update_shows_its_own_row_and_masks() -> None:
    trainer = headless(0, config=replace(CONFIG, dropout=0.5))
    while not trainer.accumulate_gradient():
        pass
    row = int(trainer.batch_rows[3])
    own = trainer.batch_trace(3)
    shown = take_snapshot(0, trainer, example("train", row, 3), []).trace
    assert own is not None and len(shown.masks) == 2
    for one, other in zip((*shown.a, *shown.masks), (*own.a, *own.masks), strict=True):
        np.testing.assert_array_equal(one, other)
    # Another example at that place, a test example, or no place: the example alone.
    for other_example in (
        example("train", row + 1, 3),
        example("test", row, 3),
        example("train", row),
        example("train", row, 99),
    ):
        assert take_snapshot(0, trainer, other_example, []).trace.masks == ()
    trainer.apply_update()
    assert take_snapshot(0, trainer, example("train", row, 3), []).trace.masks == ()


def test_a_row_of_an_earlier_chunk_is_shown_with_its_masks_too(monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 16)
    trainer = headless(0, config=replace(CONFIG, batch_size=None, dropout=0.5))
    while not trainer.accumulate_gradient():
        pass
    row = int(trainer.batch_rows[0])
    trace = take_snapshot(0, trainer, example("train", row, 0), []).trace
    assert trace.masks and trace.loss == pytest.approx(float(trainer.batch_losses[0]), rel=1e-5)


def test_pixels_with_ink_in_under_one_percent_are_rare() -> None:
    X = np.zeros((200, 4), np.uint8)
    # 1 of 200 is under 1 %; 2 of 200 is not.
    X[:1, 1], X[:2, 2], X[:, 3] = 1, 1, 1
    data = Dataset(X, np.zeros(200, np.int64), X[:1], np.zeros(1, np.int64), ("0",), (2, 2))
    assert data.rarely_active_inputs.tolist() == [True, True, False, False]
    assert not data.rarely_active_inputs.flags.writeable
    info = data_info(DatasetSpec(), data)
    assert info.unused is not None and info.unused.tolist() == [True, True, False, False]
    assert (info.input_scales, info.output_scale, info.points, info.picture) == (None, 1.0, None, (2, 2))


def test_numbers_have_the_scale_of_the_largest_and_few_inputs_their_points() -> None:
    X, y = np.array([[0.5], [-4.0]], np.float32), np.array([[3.0], [-7.0]], np.float32)
    info = data_info(DatasetSpec("line"), Dataset(X, y, X, y, ()))
    assert info.input_scales is not None and info.input_scales.tolist() == [4.0]
    assert (info.output_scale, info.unused, info.train_count) == (7.0, None, 2)
    assert info.points is not None and np.array_equal(info.points[0], X) and np.array_equal(info.points[1], y)
    zeros = Dataset(X * 0, y * 0, X, y, ())
    empty = data_info(DatasetSpec("line"), zeros)
    assert empty.input_scales is not None and empty.input_scales.tolist() == [1] and empty.output_scale == 1
    many = small_data(900, 2)
    points = data_info(DatasetSpec("plane"), replace(many, X_train=many.X_train.astype(np.float32))).points
    assert points is not None and len(points[0]) == len(points[1]) == 400
    three = data_info(DatasetSpec("own"), small_data(50, 3))
    assert three.points is None and three.map_ranges == ()
    assert DataInfo().choice == DatasetSpec()


def test_a_sample_of_the_points_is_even_and_reaches_both_ends() -> None:
    # A curve's examples are sorted by x: the first of them would be its left part alone.
    dataset = DatasetSpec("line", "sine", count=2000).load()
    info = data_info(DatasetSpec("line"), dataset)
    assert info.points is not None and info.train_count == 2000
    X, y = info.points
    assert (X[0, 0], X[-1, 0]) == (-1, 1) and len(X) == 400
    # 2,000 places are 2 / 1,999 apart, and about every fifth is taken.
    assert np.diff(X[:, 0]).max() <= 6.01 * 2 / 1999
    rows = np.searchsorted(dataset.X_train[:, 0], X[:, 0])
    assert np.array_equal(y, dataset.y_train[rows])
    assert even_sample(3, 400).tolist() == [0, 1, 2] and even_sample(5, 3).tolist() == [0, 2, 4]
