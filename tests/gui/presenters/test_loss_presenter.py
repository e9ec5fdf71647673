"""The losses of each run, on their way to the plot and the panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from core.editing.parameter_edits import AppliedEdit, ParameterLocation
from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from core.training.config import TrainingConfig
from gui.loss.batch_kinds import BatchKind, KindChange
from gui.loss.curve_marks import EditMark, Mark, SettingsMark
from gui.loss.loss_plot import LossPlot
from gui.loss.run_curves import RunCurve
from gui.presenters.loss_presenter import LossPresenter
from gui.theme.tokens import make_theme

MakeSnapshot = Callable[..., Snapshot]
MakeInfo = Callable[..., RunInfo]


class Clock:
    """Stands for the frame clock: who is driven, and how often it was woken."""

    def __init__(self) -> None:
        self.movers: list[Any] = []
        self.woken = 0

    def add(self, mover: Any) -> None:
        self.movers.append(mover)

    def wake(self) -> None:
        self.woken += 1


class Plot:
    """Stands for the plot."""

    def __init__(self) -> None:
        self.record: LossHistory | None = None
        self.epoch = 0
        self.refreshed = 0
        self.is_half_drawn = False

    def set_baseline_loss(self, mean: float, classes: int) -> None:
        self.baseline_loss = mean, classes

    def set_batches(self, changes: Sequence[KindChange]) -> None:
        self.batches = list(changes)

    def set_space_starts(self, starts: bool) -> None:
        self.space_starts = starts

    def show_record(self, record: LossHistory, epoch_updates: int, marks: Sequence[Mark] = ()) -> None:
        self.record, self.epoch, self.marks = record, epoch_updates, list(marks)

    def show_moment(self, update: int | None) -> None:
        self.moment = update

    def work(self) -> bool:
        self.is_half_drawn = not self.is_half_drawn
        self.refreshed += not self.is_half_drawn
        return self.is_half_drawn


class Panel:
    """Stands for the goodness panel."""

    def __init__(self) -> None:
        self.exact: ExactLoss | None = None

    def show_exact(self, exact: ExactLoss | None, is_before_edit: bool) -> None:
        self.exact, self.is_before_edit = exact, is_before_edit


class Desk:
    def __init__(self) -> None:
        self.plot, self.panel, self.clock = Plot(), Panel(), Clock()
        self.presenter = LossPresenter(self.plot, self.panel, self.clock)  # type: ignore[arg-type]


def exact(update: int, run: int = 0) -> ExactLoss:
    return ExactLoss(run, update, 30_000.0, 60_000, 0.9, 6_000.0, 10_000, 0.8)


@pytest.fixture
def desk(qapp: Any, run_info: MakeInfo) -> Desk:
    desk = Desk()
    desk.presenter.show_run(run_info(run=0))
    return desk


def test_before_there_is_a_run_there_are_no_updates(qapp: Any, snapshot_of: MakeSnapshot) -> None:
    desk = Desk()
    desk.presenter.add_losses(snapshot_of(update=1, losses=(2.3,)))
    desk.presenter.add_exact(exact(0))
    assert desk.presenter.updates == 0 and desk.presenter.exact is None
    assert desk.plot.record is None


def test_every_updates_loss_is_recorded_at_its_own_update(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.add_losses(snapshot_of(update=2, losses=(2.5, 2.25)))
    desk.presenter.add_losses(snapshot_of(update=3, losses=(2.0,)))
    record = desk.plot.record
    assert record is not None
    assert [record.mean_at(update) for update in (1, 2, 3)] == [2.5, 2.25, 2.0]
    assert desk.presenter.updates == 3


def test_a_snapshot_without_updates_adds_nothing_and_draws_nothing(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.work(8.0)
    desk.presenter.work(8.0)
    woken = desk.clock.woken
    desk.presenter.add_losses(snapshot_of(update=0))
    desk.presenter.add_losses(snapshot_of(update=0, origin="test"))
    assert desk.presenter.updates == 0
    assert desk.clock.woken == woken
    assert not desk.presenter.move(0.0)


def test_the_exact_loss_reaches_the_plot_and_the_panel(desk: Desk) -> None:
    desk.presenter.add_exact(exact(0))
    assert desk.plot.record is not None and desk.plot.record.exact_losses.all() == (exact(0),)
    assert desk.presenter.exact is not None and desk.presenter.exact.test_accuracy == 0.8
    desk.presenter.work(8.0)
    assert desk.panel.exact == exact(0)


def test_the_panel_says_another_l_with_the_curve_that_ends_there(desk: Desk) -> None:
    told: list[ExactLoss | None] = []
    desk.presenter.exact_changed.connect(lambda exact, _: told.append(exact))
    desk.presenter.add_exact(exact(1))
    # The first of two steps: the curve on screen is the one before, and so is the panel.
    desk.presenter.work(0.0)
    assert desk.plot.is_half_drawn and desk.panel.exact is None and not told
    # One that comes meanwhile is not in this picture.
    desk.presenter.add_exact(exact(2))
    desk.presenter.work(0.0)
    assert desk.plot.refreshed == 1 and desk.panel.exact == exact(1) and told == [exact(1)]
    desk.presenter.work(8.0)
    assert desk.plot.refreshed == 2 and desk.panel.exact == exact(2) and told == [exact(1), exact(2)]
    # Batches alone tell nothing anew.
    desk.presenter.draw_again()
    desk.presenter.work(8.0)
    assert desk.plot.refreshed == 3 and len(told) == 2


def test_another_run_is_told_at_once_and_nothing_of_the_one_before_after_it(
    desk: Desk, run_info: MakeInfo
) -> None:
    desk.presenter.add_exact(exact(1))
    desk.presenter.work(0.0)
    desk.presenter.add_exact(exact(5, run=0))
    desk.presenter.show_run(run_info(run=1))
    desk.presenter.work(8.0)
    desk.presenter.work(8.0)
    assert desk.panel.exact is None
    desk.presenter.show_run(run_info(run=0))
    assert desk.panel.exact == exact(5)


def test_the_exact_loss_of_another_run_is_kept_but_not_shown(desk: Desk, run_info: MakeInfo) -> None:
    desk.presenter.show_run(run_info(run=1))
    desk.presenter.add_exact(exact(50, run=0))
    assert desk.panel.exact is None
    assert desk.plot.record is not None and desk.plot.record.exact_losses.all() == ()
    desk.presenter.show_run(run_info(run=0))
    assert desk.panel.exact == exact(50)


def test_an_undone_run_brings_its_own_curve_back(
    desk: Desk, run_info: MakeInfo, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.add_losses(snapshot_of(update=1, losses=(2.5,)))
    old = desk.plot.record
    desk.presenter.show_run(run_info(run=1))
    assert desk.plot.record is not old and desk.presenter.updates == 0
    desk.presenter.show_run(run_info(run=0))
    assert desk.plot.record is old and desk.presenter.updates == 1


def test_a_changed_setting_keeps_the_curve(desk: Desk, run_info: MakeInfo, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.add_losses(snapshot_of(update=1, losses=(2.5,)))
    record = desk.plot.record
    desk.presenter.show_run(run_info(run=0))
    assert desk.plot.record is record and desk.presenter.updates == 1


def test_losses_of_a_forgotten_run_are_dropped(
    desk: Desk, run_info: MakeInfo, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.show_run(run_info(run=1))
    desk.presenter.forget(0)
    desk.presenter.add_losses(snapshot_of(update=1, run=0, losses=(2.5,)))
    desk.presenter.add_exact(exact(1, run=0))
    assert desk.presenter.updates == 0 and desk.panel.exact is None
    desk.presenter.forget(0)


def test_between_two_sessions_there_is_no_run_on_screen_whose_losses_could_be_asked_for(
    desk: Desk, run_info: MakeInfo
) -> None:
    desk.presenter.forget(0)
    desk.presenter.show_moment(3)
    assert desk.presenter.history is None and desk.presenter.exact is None and desk.presenter.updates == 0
    desk.presenter.show_moment(None)
    desk.presenter.show_run(run_info(run=1))
    assert desk.presenter.history is not None


def test_the_plot_is_drawn_by_the_clock_and_not_more_often_than_it_can_be_seen(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    assert desk.clock.movers == [desk.presenter]
    assert desk.plot.refreshed == 0
    # A frame without time does one of the picture's steps; of the fake plot's there are two.
    assert desk.presenter.work(0.0) is True
    assert desk.plot.refreshed == 0
    assert desk.presenter.move(0.0) and desk.presenter.has_work(0.0)
    assert desk.presenter.work(0.0) is False
    assert desk.plot.refreshed == 1
    desk.presenter.add_losses(snapshot_of(update=1, losses=(2.5,)))
    assert desk.presenter.move(0.0)
    # At once is too soon; the clock is asked to go on until it is drawn.
    assert desk.presenter.work(0.0) is True
    assert desk.plot.refreshed == 1


def test_nothing_new_lets_the_clock_rest(desk: Desk) -> None:
    desk.presenter.work(0.0)
    desk.presenter.work(0.0)
    assert desk.presenter.move(0.0) is False
    assert desk.presenter.work(0.0) is False


def test_a_frame_with_time_does_all_steps_of_the_curve(desk: Desk) -> None:
    assert desk.presenter.work(8.0) is False
    assert desk.plot.refreshed == 1


def test_losses_that_never_came_leave_a_gap_and_no_more(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.add_losses(snapshot_of(update=2, losses=(2.5, 2.25)))
    desk.presenter.add_losses(snapshot_of(update=5, losses=(1.5,)))
    record = desk.plot.record
    assert record is not None and desk.presenter.updates == 5
    means = record.columns(0, 5, 5).mean
    assert means[[0, 1, 4]].tolist() == [2.5, 2.25, 1.5] and all(mean != mean for mean in means[2:4])


def test_going_back_forgets_what_came_later(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.add_losses(snapshot_of(update=3, losses=(2.5, 2.25, 2.0)))
    desk.presenter.add_exact(exact(3))
    desk.presenter.go_back(0, 1)
    assert desk.presenter.updates == 1 and desk.panel.exact is None
    desk.presenter.add_losses(snapshot_of(update=2, losses=(1.75,)))
    record = desk.plot.record
    assert record is not None and record.columns(0, 2, 2).mean.tolist() == [2.5, 1.75]


# --- what was changed in mid-run


def test_a_changed_rate_is_marked_at_the_update_where_it_came_into_force(
    desk: Desk, run_info: MakeInfo
) -> None:
    before = TrainingConfig()
    after = replace(before, learning_rate=0.0002)
    desk.presenter.show_run(replace(run_info(run=0, config=after), update=32_000))
    assert desk.plot.marks == [SettingsMark(32_000, before, after)]
    # Told again, it is nothing new; another run has none.
    desk.presenter.show_run(replace(run_info(run=0, config=after), update=40_000))
    assert desk.plot.marks == [SettingsMark(32_000, before, after)]
    desk.presenter.show_run(run_info(run=1))
    assert desk.plot.marks == []
    desk.presenter.show_run(replace(run_info(run=0, config=after), update=40_000))
    assert desk.plot.marks == [SettingsMark(32_000, before, after)]


def test_an_edit_is_marked_with_its_values_and_where_it_was_set_back(desk: Desk) -> None:
    place = ParameterLocation(0, 1, 2)
    desk.presenter.mark_edit(0, 1, AppliedEdit(place, -1.5, 0.75, 100, 100))
    desk.presenter.mark_edit(0, 1, AppliedEdit(place, -1.5, 0.75, 100, 250, False, True))
    assert desk.plot.marks == [
        EditMark(1, 100, "w", -1.5, 0.75),
        EditMark(1, 250, "w", 0.75, -1.5, is_back=True),
    ]
    desk.presenter.go_back(0, 200)
    assert desk.plot.marks == [EditMark(1, 100, "w", -1.5, 0.75)]


def test_after_an_edit_l_is_of_before_until_it_is_measured_anew(desk: Desk, run_info: MakeInfo) -> None:
    told: list[tuple[ExactLoss, bool]] = []
    place = ParameterLocation(0, 1, 2)
    desk.presenter.add_exact(exact(8))
    desk.presenter.work(8.0)
    desk.presenter.exact_changed.connect(lambda exact, is_before: told.append((exact, is_before)))
    desk.presenter.mark_edit(0, 1, AppliedEdit(place, -1.5, 0.75, 8, 8))
    assert told == [(exact(8), True)] and desk.panel.is_before_edit
    # Set back it is still another measurement's, and it stays so where another run was on screen meanwhile.
    desk.presenter.mark_edit(0, 1, AppliedEdit(place, -1.5, 0.75, 8, 8, False))
    desk.presenter.show_run(run_info(run=1))
    assert desk.panel.exact is None and not desk.panel.is_before_edit
    desk.presenter.show_run(run_info(run=0))
    assert desk.panel.is_before_edit
    after = replace(exact(8), train_total=31_000.0)
    desk.presenter.add_exact(after)
    desk.presenter.work(8.0)
    desk.presenter.work(8.0)
    assert told[-1] == (after, False) and not desk.panel.is_before_edit
    # An L of an earlier update names that one: the edit is not of it.
    desk.presenter.mark_edit(0, 2, AppliedEdit(place, -1.5, 0.75, 9, 9))
    assert not desk.panel.is_before_edit


def test_what_is_measured_while_one_looks_back_is_not_of_the_training(desk: Desk) -> None:
    desk.presenter.add_exact(exact(0))
    desk.presenter.show_moment(25)
    desk.presenter.add_exact(exact(25))
    # Trained beside it, another run is not looked back at; here there is one run, and another update of it.
    desk.presenter.add_exact(exact(40))
    assert desk.presenter.history is not None
    assert desk.presenter.history.exact_losses.of_training.tolist() == [0, 2]


def test_the_plot_is_told_what_one_loss_is_the_mean_of(desk: Desk, run_info: MakeInfo) -> None:
    config = TrainingConfig()
    for changed, told in (
        (config, ("batch", False)),
        (replace(config, batch_size=1, dropout=0.5), ("digit", True)),
        (replace(config, batch_size=None), ("batch", False)),
    ):
        desk.presenter.show_run(run_info(run=0, config=changed))
        assert desk.plot.batches == [KindChange(0, BatchKind(*told))]


def test_batches_keep_the_kind_that_they_were_computed_with(desk: Desk, run_info: MakeInfo) -> None:
    plain, dropped = BatchKind(), BatchKind("batch", with_dropout=True)
    config = TrainingConfig(dropout=0.5)
    desk.presenter.show_run(replace(run_info(config=config), update=300, batches_from=300))
    assert desk.plot.batches == [KindChange(0, plain), KindChange(300, dropped)]
    # A gradient waited: the batch after 600 updates was computed with dropout still.
    one = replace(config, dropout=0.0, batch_size=1)
    desk.presenter.show_run(replace(run_info(config=one), update=600, batches_from=601))
    assert desk.plot.batches[2:] == [KindChange(601, BatchKind("digit"))]
    # Another run has its own.
    desk.presenter.show_run(run_info(run=1, config=one))
    assert desk.plot.batches == [KindChange(0, BatchKind("digit"))]
    # The engine goes on from an earlier update that was saved.
    desk.presenter.go_back(0, 400)
    desk.presenter.show_run(replace(run_info(config=config), update=400, batches_from=400))
    assert desk.plot.batches == [KindChange(0, plain), KindChange(300, dropped)]


def test_the_end_of_the_curve_does_not_wait_where_another_l_is_known(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.work(0.0)
    desk.presenter.work(0.0)
    drawn = desk.plot.refreshed
    # So shortly after, a batch's loss waits for its turn, and an exact L does not.
    desk.presenter.add_losses(snapshot_of(update=1, losses=(2.5,)))
    assert desk.presenter.work(0.0) is True and desk.plot.refreshed == drawn
    desk.presenter.add_exact(exact(1))
    assert desk.presenter.work(0.0) is True
    assert desk.presenter.work(0.0) is False and desk.plot.refreshed == drawn + 1
    assert desk.panel.exact == exact(1)


# --- branches and the past


def test_a_branch_begins_with_what_was_known_of_its_parent_at_the_branch_point(
    desk: Desk, run_info: MakeInfo, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.add_losses(snapshot_of(update=4, losses=(2.5, 2.25, 2.0, 1.5)))
    for update in (0, 2, 4):
        desk.presenter.add_exact(exact(update))
    slower = TrainingConfig(learning_rate=0.0002)
    desk.presenter.show_run(replace(run_info(run=0, config=slower), update=4))
    # Begun at update 3, where the parent's rate was still the first one.
    desk.presenter.show_run(replace(run_info(run=1), parent=0, branch_update=3, update=3))
    record = desk.plot.record
    assert record is not None and desk.presenter.updates == 3
    assert [record.mean_at(update) for update in (1, 2, 3, 4)] == [2.5, 2.25, 2.0, None]
    assert desk.presenter.exact is not None and desk.presenter.exact.update == 2
    assert desk.plot.marks == []
    desk.presenter.add_losses(snapshot_of(run=1, update=4, losses=(1.0,)))
    parent = desk.presenter.history_of(0)
    assert parent is not None and (record.mean_at(4), parent.mean_at(4)) == (1.0, 1.5)


def test_another_setting_at_the_branch_point_is_marked_there(
    desk: Desk, run_info: MakeInfo, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.add_losses(snapshot_of(update=4, losses=(2.5, 2.25, 2.0, 1.5)))
    faster = TrainingConfig(learning_rate=0.01)
    desk.presenter.show_run(replace(run_info(run=1, config=faster), parent=0, branch_update=3, update=3))
    assert desk.plot.marks == [SettingsMark(3, TrainingConfig(), faster)]


@pytest.mark.parametrize(("moment", "nearest"), [(0, 0), (1, 0), (2, 3), (3, 3)])
def test_looking_back_the_panel_says_what_was_measured_next_to_it(
    desk: Desk, snapshot_of: MakeSnapshot, moment: int, nearest: int
) -> None:
    desk.presenter.add_losses(snapshot_of(update=4, losses=(2.5, 2.25, 2.0, 1.5)))
    for update in (0, 3, 4):
        desk.presenter.add_exact(exact(update))
    desk.presenter.show_moment(moment)
    assert desk.plot.moment == moment
    assert desk.panel.exact is not None and desk.panel.exact.update == nearest
    desk.presenter.show_moment(None)
    assert desk.plot.moment is None
    assert desk.panel.exact is not None and desk.panel.exact.update == 4


def test_while_the_run_on_screen_rests_the_plot_is_drawn_anew_with_each_l_of_one_beside_it(
    qtbot: QtBot, run_info: MakeInfo
) -> None:
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.set_theme(make_theme("dark"))
    plot.resize(600, 200)
    presenter = LossPresenter(plot, Panel(), Clock())  # type: ignore[arg-type]
    for run in (2, 1, 0):
        presenter.show_run(run_info(run=run))
    beside = presenter.history_of(1)
    assert beside is not None
    presenter.show_curves("seed 0", [RunCurve("run1", "another", beside)])

    def drawn_after(run: int, update: int) -> int:
        before = plot.frames_painted
        presenter.add_exact(exact(update, run))
        # As an L that is not in the panel has it: at once.
        while presenter.work(1000.0):
            pass
        return plot.frames_painted - before

    assert drawn_after(0, 0) == 1
    assert drawn_after(1, 150) == 1
    # This one is not in the plot.
    assert drawn_after(2, 150) == 0
