"""Back and forth within an update, with the same bits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.training.batch_gradient import PHASES
from core.training.phases import Phases
from tests.core.training.test_batch_gradient import SETTINGS, trainer_with


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("back", [1, 2, 3, 4, 5])
def test_whoever_goes_back_and_forth_again_meets_the_same_bits(settings: dict[str, Any], back: int) -> None:
    straight, wandering = trainer_with(**settings), trainer_with(**settings)
    phases = Phases(wandering)
    for _ in range(6):
        straight.step()
        for _ in PHASES:
            phases.do()
        assert all(phases.undo() for _ in range(back))
        assert wandering.next_phase == PHASES[-back]
        for _ in range(back):
            phases.do()
    np.testing.assert_array_equal(wandering.network.parameters, straight.network.parameters)
    assert wandering.checkpoint().checksum == straight.checkpoint().checksum


def test_going_back_over_an_update_brings_the_old_parameters_and_the_same_batch() -> None:
    trainer = trainer_with()
    phases = Phases(trainer)
    before = trainer.network.parameters.copy()
    for _ in PHASES:
        phases.do()
    rows, changed = trainer.batch_rows.copy(), trainer.network.parameters.copy()
    assert not np.array_equal(before, changed)
    assert phases.undo()
    np.testing.assert_array_equal(trainer.network.parameters, before)
    np.testing.assert_array_equal(trainer.batch_rows, rows)
    assert trainer.step_count == 0 and trainer.next_phase == "update"


def test_before_the_first_phase_and_behind_a_whole_step_there_is_no_way_back() -> None:
    trainer = trainer_with()
    phases = Phases(trainer)
    assert not phases.undo()
    trainer.step()
    assert not phases.undo()
    for _ in PHASES:
        phases.do()
    trainer.step()
    assert not phases.undo()
    assert trainer.step_count == 3
