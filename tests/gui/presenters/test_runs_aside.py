"""A run that is not on screen is known as it is; several are set by one command, which takes it back alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.engine.commands import Reconfigure, ReconfigureSeveral
from core.engine.messages import RunInfo
from core.training.config import TrainingConfig
from gui.presenters.run_rows import RunRows
from gui.presenters.runs_aside import RunsAside, reconfiguring

MakeInfo = Callable[..., RunInfo]
OTHER = TrainingConfig(learning_rate=0.5)


class Engine(QObject):
    """What tells of other runs."""

    run_begun, run_reconfigured = Signal(object), Signal(object)
    awaits_run = False


class Root(QObject):
    """What it is connected with, as far as it asks."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = Engine(self)
        self.gone: set[int] = set()
        self.noted: list[RunInfo] = []
        kept = SimpleNamespace(is_gone=self.gone.__contains__, note=self.noted.append, note_size=Mock())
        self.runs, self.loss, self.time, self.sides = SimpleNamespace(kept=kept), Mock(), Mock(), Mock()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[tuple[Root, RunRows]]:
    root = Root()
    rows = RunRows(Mock())
    RunsAside(root, rows)  # type: ignore[arg-type]
    yield root, rows


def test_one_that_has_begun_and_is_set_otherwise_is_so_in_the_list_and_in_the_plot(
    desk: tuple[Root, RunRows], run_info: MakeInfo
) -> None:
    root, rows = desk
    root.engine.run_begun.emit(begun := run_info(run=3))
    assert rows.infos == {3: begun} and rows.live == {3: 0} and root.noted == [begun]
    rows.live[3] = 9
    changed = replace(begun, config=OTHER, update=9)
    root.engine.run_reconfigured.emit(changed)
    assert rows.infos == {3: changed} and rows.live == {3: 9} and root.noted[-1] is changed
    assert root.loss.add_run.call_args.args == (changed,) and root.time.renew_rows.call_count == 2
    # What is compared side by side is said anew.
    assert root.sides.side.refresh_soon.call_count == 1


def test_a_late_answer_is_not_what_the_next_change_starts_from_and_one_that_is_gone_stays_so(
    desk: tuple[Root, RunRows], run_info: MakeInfo
) -> None:
    root, rows = desk
    root.engine.awaits_run = True
    root.engine.run_reconfigured.emit(run_info(run=3, config=OTHER))
    assert rows.infos[3].config == OTHER and root.noted == []
    root.gone.add(4)
    root.engine.run_begun.emit(run_info(run=4))
    root.engine.run_reconfigured.emit(run_info(run=4))
    assert set(rows.infos) == {3}


def test_one_run_has_its_own_command_and_several_keep_what_else_they_have(run_info: MakeInfo) -> None:
    usual, wide = TrainingConfig(), TrainingConfig(batch_size=100)
    changes = {"learning_rate": 0.5}
    assert reconfiguring([run_info()], changes) == (Reconfigure(OTHER), Reconfigure(usual))
    infos = [run_info(run=2, config=usual), run_info(run=5, config=wide)]
    both = 2, 5
    assert reconfiguring(infos, changes) == (
        ReconfigureSeveral(both, (OTHER, replace(wide, learning_rate=0.5))),
        ReconfigureSeveral(both, (usual, wide)),
    )
    assert reconfiguring(infos, {"learning_rate": 0.001}) is None
    # What one of them has already is set for the other.
    assert reconfiguring(infos, {"batch_size": 100}) is not None
