"""The numbers of an update's two halves, against the same batch without any pieces."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
import pytest

from core.engine.displayed_sample import DisplayedSample
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Example, Snapshot
from core.engine.snapshots import take_snapshot
from core.engine.step_walkthrough import apply_update_in_pieces, compute_gradient_in_pieces
from core.training.trainer import Trainer
from tests.core.engine.driver import CONFIG, headless

T = TypeVar("T")


def result_of(generator: Generator[None, None, T]) -> T:
    while True:
        try:
            next(generator)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def halves(trainer: Trainer) -> tuple[GradientComputed, UpdateApplied]:
    sample = DisplayedSample(trainer.dataset)

    def snapshot(example: Example | None = None) -> Snapshot:
        return take_snapshot(0, trainer, example or sample.current, [])

    opened = result_of(compute_gradient_in_pieces(trainer, sample, snapshot))
    applied = result_of(apply_update_in_pieces(trainer, lambda: [None, trainer.apply_update()][0], snapshot))
    assert opened is not None and applied is not None
    return opened, applied


@pytest.mark.parametrize(
    "settings",
    [{}, {"batch_size": None}, {"l2": 0.1, "clip_norm": 0.01}, {"dropout": 0.5, "batch_size": 40}],
    ids=str,
)
def test_each_number_is_that_of_the_batch(settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    # A batch of over 16 examples is worked through in several pieces.
    monkeypatch.setattr("core.training.trainer.CHUNK_ROWS", 16)
    monkeypatch.setattr("core.analysis.evaluation.CHUNK_ROWS", 16)
    config = replace(CONFIG, **settings)
    opened, applied = halves(headless(4, config=config))
    alone = headless(4, config=config)
    before = alone.network.parameters.copy()
    while not alone.accumulate_gradient():
        pass
    rows = alone.batch_rows.copy()
    assert opened.batch_size == len(rows)
    # The whole network's, also where the gradient is one of a part of its neurons.
    assert opened.batch_mean == pytest.approx(alone.evaluation_of_rows(rows).finish().losses.mean(), rel=1e-6)
    for dW, db, layer in zip(opened.mean_dW, opened.mean_db, alone.network.layers, strict=True):
        np.testing.assert_array_equal(dW, layer.dW)
        np.testing.assert_array_equal(db, layer.db)
    alone.apply_update()
    np.testing.assert_array_equal(applied.change, alone.network.parameters - before)
    assert applied.batch_mean == alone.evaluation_of_rows(rows).finish().losses.mean()
    assert applied.batch_mean != opened.batch_mean
    assert (opened.snapshot.update, applied.snapshot.update) == (4, 5)
