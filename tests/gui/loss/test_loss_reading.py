"""The cursor's reading: the record's numbers, in whatever room there is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis.loss_history import LossHistory
from gui.loss.batch_kinds import BatchKind, KindChange
from gui.loss.loss_reading import LossReading, ReadingPart, nearest_exact, reading_parts, reading_words
from tests.gui.loss.plotted import N, exact_at


def record_of(losses: np.ndarray) -> LossHistory:
    record = LossHistory(N)
    record.add_batch_means(1, losses.astype(np.float32))
    record.exact_losses.add(exact_at(0, 0.5, 0.6))
    record.exact_losses.add(exact_at(30, 0.25, 0.3))
    return record


@pytest.mark.parametrize(("update", "nearest"), [(0, 0), (14, 0), (16, 30), (30, 30), (99, 30)])
def test_the_nearest_exact_loss_is_read_and_its_update_named(update: int, nearest: int) -> None:
    record = record_of(np.ones(100))
    exact = nearest_exact(record, update)
    assert exact is not None and exact.update == nearest
    texts = [part.text for part in reading_parts(record, record.columns(0, 100, 200), update)]
    at = "" if update == nearest else f" at {nearest}"
    assert texts[0] == (f"L 15,000{at}  mean Cⁿ 0.250" if nearest else f"L 30,000{at}  mean Cⁿ 0.500")


def test_of_before_an_edit_it_is_read_so() -> None:
    record = record_of(np.ones(100))
    record.exact_losses.note_edit(30)
    columns = record.columns(0, 100, 200)
    first = {update: reading_parts(record, columns, update)[0].text for update in (0, 30, 40)}
    assert first[0] == "L 30,000  mean Cⁿ 0.500"
    assert first[30] == "L 15,000 (θ edited since)  mean Cⁿ 0.250"
    assert first[40] == "L 15,000 at 30 (θ edited since)  mean Cⁿ 0.250"
    assert "exact L of update 30: 15,000 (θ edited since)" in reading_words(record, columns, 30, [])


def test_the_bands_are_read_as_the_columns_percentiles() -> None:
    losses = np.random.default_rng(0).uniform(0.1, 2, 3200).astype(np.float32)
    record = record_of(losses)
    columns = record.columns(0, 3200, 100)
    assert columns.width == 32
    part = losses[64:96].astype(np.float64)
    low, high = np.percentile(part, [10, 90])
    texts = {part.key: part.text for part in reading_parts(record, columns, 70)}
    assert texts["mean"] == f"{part.mean():.3f}"
    assert texts["most"] == f"{low:.3f} to {high:.3f}"
    assert texts["all"] == f"to {part.max():.3f}"
    words = reading_words(record, columns, 70, [KindChange(0, BatchKind(with_dropout=True))])
    assert words.endswith(
        f"32 batches from update 64 on: mean {part.mean():.3f}, 80 % {low:.3f} to {high:.3f},"
        f" all {part.min():.3f} to {part.max():.3f} (with dropout)"
    )


def test_a_reading_says_where_only_some_of_its_batches_had_dropout() -> None:
    record = record_of(np.linspace(1, 2, 3200))
    columns = record.columns(0, 3200, 100)
    changes = [KindChange(0, BatchKind()), KindChange(80, BatchKind(with_dropout=True))]
    # Columns of 32: 32 to 63 without, 64 to 95 partly, 96 to 127 with it.
    assert "dropout" not in reading_words(record, columns, 40, changes)
    assert reading_words(record, columns, 70, changes).endswith("(some with dropout)")
    assert reading_words(record, columns, 100, changes).endswith("(with dropout)")


def test_percentiles_from_counts_are_read_as_rough() -> None:
    record = record_of(np.linspace(1, 2, 3200))
    columns = replace(record.columns(0, 3200, 100), counted=1024)
    for update, is_rough in ((70, True), (2000, False)):
        texts = {part.key: part.text for part in reading_parts(record, columns, update)}
        assert texts["most"].startswith("≈") is is_rough
        assert not texts["all"].startswith("≈")


def test_the_newest_weights_have_no_batch_yet() -> None:
    record = record_of(np.full(30, 0.75))
    columns = record.columns(0, 100, 200)
    assert "mean" not in {part.key for part in reading_parts(record, columns, 30)}
    assert reading_words(record, columns, 29, [KindChange(0, BatchKind())]).endswith(
        "its next batch: mean Cⁿ 0.750"
    )


def test_what_has_no_room_is_left_out_from_the_end(qtbot: QtBot) -> None:
    reading = LossReading()
    qtbot.addWidget(reading)
    parts = [ReadingPart("train", "L 3,056  mean Cⁿ 0.051", "text"), ReadingPart("test", "0.149", "test")]
    before = reading.sizeHint(), reading.minimumSizeHint()
    reading.show_parts(parts, "in words")
    assert (reading.sizeHint(), reading.minimumSizeHint()) == before
    assert reading.accessibleDescription() == "in words"
    for width, shown in ((600, 2), (190, 1), (20, 0)):
        reading.resize(width, 20)
        assert [part for _, part in reading.shown()] == parts[:shown]
        reading.grab()


def test_an_infinite_l_is_read_as_too_large_to_write() -> None:
    record = LossHistory(60_000)
    record.exact_losses.add(replace(exact_at(30, 0.25, 0.3), train_total=float("inf")))
    columns = record.columns(0, 100, 200)
    (first, *_) = reading_parts(record, columns, 30)
    assert first.text.startswith("L ∞ (too large to write)")
    assert "exact L of update 30: ∞ (too large to write)" in reading_words(record, columns, 30, [])
