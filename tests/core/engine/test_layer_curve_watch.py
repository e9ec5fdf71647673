"""The layers' numbers over a run: a row with each exact L, whole where somebody begins to watch, kept with the run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.analysis.layer_curves import QUANTITIES, LayerCurve, LayerCurves
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.exact_loss_task import ExactLoss
from core.engine.window_state import WindowState
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver


def series(driver: Driver, run: int = 0) -> LayerCurves:
    driver.send(c.AskLayerCurves(run))
    sent = driver.last(m.LayerCurvesSent)
    assert sent.run == run
    return sent.curves


def same(one: LayerCurves, other: LayerCurves) -> bool:
    return one.layers == other.layers and all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=name == "values")
        for name in ("updates", "values", "noise_counts", "batch_sizes")
    )


def test_a_row_comes_with_each_exact_loss() -> None:
    driver = Driver()
    driver.send(c.WatchLayerCurves(True))
    assert len(driver.last(m.LayerCurvesSent).curves.updates) == 0
    driver.rest()
    for _ in range(3):
        driver.walk()
    rows = driver.all(LayerCurve)
    assert [row.update for row in rows] == [one.update for one in driver.all(ExactLoss)] == [0, 1, 2, 3]
    assert [row.batch_size for row in rows] == [0, 8, 8, 8]
    last = driver.engine.current.layer_meter()
    while not last.advance():
        pass
    expected = last.result(driver.last(m.NeuronStatistics))
    for name in QUANTITIES:
        np.testing.assert_array_equal(getattr(rows[-1], name), getattr(expected, name))
    # The whole series holds the same.
    saved = series(driver)
    assert saved.updates.tolist() == [0, 1, 2, 3]
    for name in QUANTITIES:
        np.testing.assert_array_equal(saved.of(name), [getattr(row, name) for row in rows])


def test_what_is_measured_while_the_training_runs_is_of_the_update_where_it_began() -> None:
    driver = Driver()
    driver.send(c.WatchLayerCurves(True), c.Train())
    driver.until(lambda: len(driver.all(LayerCurve)) > 5)
    rows = driver.all(LayerCurve)
    assert [row.update for row in rows] == [one.update for one in driver.all(ExactLoss)]
    assert all(row.batch_size == 8 and np.isfinite(row.update_ratio).all() for row in rows if row.update)
    update = rows[-1].update
    driver.send(c.Pause())
    # Made again, that very update has the same numbers.
    driver.send(c.LookAt(update))
    driver.until(lambda: len(driver.all(LayerCurve)) > len(rows) and driver.last(LayerCurve).update == update)
    for name in QUANTITIES:
        np.testing.assert_array_equal(getattr(driver.last(LayerCurve), name), getattr(rows[-1], name))


def test_where_nobody_watches_nothing_is_sent_and_all_is_kept_from_the_beginning() -> None:
    driver = Driver()
    driver.rest()
    driver.walk()
    assert not driver.all(LayerCurve) and not driver.all(m.LayerCurvesSent)
    driver.send(c.WatchLayerCurves(True))
    assert driver.last(m.LayerCurvesSent).curves.updates.tolist() == [0, 1]
    driver.send(c.WatchLayerCurves(False))
    driver.walk()
    assert not driver.all(LayerCurve) and len(driver.all(m.LayerCurvesSent)) == 1
    driver.send(c.AskLayerCurves(7))
    assert len(driver.all(m.LayerCurvesSent)) == 1


def test_of_each_run_that_comes_on_screen_the_whole_series_comes() -> None:
    driver = Driver()
    driver.send(c.WatchLayerCurves(True))
    driver.rest()
    driver.walk()
    driver.send(c.BeginRun(1, ARCHITECTURE.changed(seed=8), CONFIG))
    sent = driver.last(m.LayerCurvesSent)
    assert (sent.run, len(sent.curves.updates)) == (1, 0)
    driver.rest()
    assert driver.last(LayerCurve).run == 1
    driver.send(c.ReturnToRun(0))
    sent = driver.last(m.LayerCurvesSent)
    assert (sent.run, sent.curves.updates.tolist()) == (0, [0, 1])


def test_an_earlier_update_that_is_looked_at_gets_its_row_in_between() -> None:
    driver = Driver()
    driver.train(6)
    driver.send(c.Pause(), c.WatchLayerCurves(True))
    driver.send(c.LookAt(4))
    driver.until(lambda: any(row.update == 4 for row in driver.all(LayerCurve)))
    driver.send(c.ReturnToLive())
    driver.rest()
    saved = series(driver)
    assert saved.updates.tolist() == [0, 4, 6] and saved.batch_sizes[1:].tolist() == [8, 8]
    again = Driver()
    again.train(4)
    other = series(again)
    np.testing.assert_array_equal(saved.values[:, 1], other.values[:, other.updates.tolist().index(4)])


def test_a_branch_has_what_was_measured_up_to_it_in_common() -> None:
    driver = Driver()
    driver.rest()
    for _ in range(4):
        driver.walk()
    parent = series(driver)
    driver.send(c.WatchLayerCurves(True), c.BranchRun(0 + 1, 2))
    driver.until(lambda: driver.engine.number == 1)
    sent = next(one for one in driver.all(m.LayerCurvesSent) if one.run == 1)
    assert sent.curves.updates.tolist() == [0, 1, 2]
    np.testing.assert_array_equal(sent.curves.values, parent.values[:, :3])
    driver.rest()
    driver.walk()
    assert series(driver, 1).updates.tolist() == [0, 1, 2, 3]
    assert same(series(driver, 0), parent)


def test_a_parameter_that_was_set_by_hand_leaves_what_is_known_of_the_update() -> None:
    driver = Driver()
    driver.send(c.WatchLayerCurves(True))
    driver.rest()
    driver.walk()
    before = driver.last(LayerCurve)
    driver.send(c.EditParameter(0, 1, ParameterLocation(1, 3), -100.0, 0))
    driver.rest()
    after = driver.last(LayerCurve)
    assert after.update == before.update == 1 and after is not before and after.batch_size == 8
    np.testing.assert_array_equal(after.gradient_rms, before.gradient_rms)
    # That ReLU's bias is so low that it never fires.
    assert after.dead_share[1] > before.dead_share[1]
    assert series(driver).updates.tolist() == [0, 1]


def test_runs_trained_together_are_all_measured() -> None:
    driver = Driver()
    driver.rest()
    driver.send(c.BeginRun(1, ARCHITECTURE.changed(seed=8), CONFIG), c.WatchLayerCurves(True))
    driver.rest()
    driver.send(c.TrainTogether((0,)), c.Train(5))
    driver.rest()
    assert {row.run for row in driver.all(LayerCurve) if row.update == 5} == {0, 1}
    assert series(driver, 0).updates[-1] == series(driver, 1).updates[-1] == 5


def test_another_engine_goes_on_with_what_was_measured(tmp_path: Path) -> None:
    first = Driver(autosave=str(tmp_path))
    first.train(5)
    first.engine.save()
    known = series(first)
    assert known.updates.tolist() == [0, 5]
    second = Driver(start=False)
    second.send(c.WatchLayerCurves(True), c.Recover(str(tmp_path)))
    sent = second.last(m.LayerCurvesSent)
    assert same(sent.curves, known) and second.heard.index(sent) > second.heard.index(
        second.last(m.Recovered)
    )
    second.rest()
    # It was measured once more, and nothing of the last update is known there but what was kept.
    assert same(series(second), known)
    second.walk()
    assert series(second).updates.tolist() == [0, 5, 6]


def test_it_is_saved_with_the_session(tmp_path: Path) -> None:
    driver = Driver()
    driver.train(5)
    known, path = series(driver), str(tmp_path / "a.backlight")
    driver.send(c.SaveSession(path, WindowState()))
    driver.until(lambda: bool(driver.all(m.SessionSaved)))
    second = Driver()
    second.send(c.OpenSession(path, 3))
    second.until(lambda: bool(second.all(m.SessionOpened)))
    assert same(series(second, 3), known)


def test_a_run_that_diverges_keeps_what_was_measured_before() -> None:
    driver = Driver(config=replace(CONFIG, optimizer="sgd", learning_rate=1000.0, l2=10.0))
    driver.send(c.WatchLayerCurves(True), c.Train())
    driver.until(lambda: bool(driver.all(m.Diverged)))
    driver.rest()
    end = driver.last(m.Diverged).update
    updates = series(driver).updates.tolist()
    assert updates and max(updates) < end
    assert not driver.all(m.EngineFailed)


def test_new_penalties_measure_the_same_update_again() -> None:
    driver = Driver()
    driver.rest()
    driver.walk()
    known = series(driver)
    driver.send(c.Reconfigure(replace(CONFIG, l2=0.5)))
    driver.rest()
    assert same(series(driver), known)


@pytest.mark.parametrize("watched", [True, False])
def test_whoever_watches_changes_no_bit(watched: bool) -> None:
    driver, other = Driver(), Driver()
    driver.send(c.WatchLayerCurves(watched))
    for one in (driver, other):
        one.train(20)
    np.testing.assert_array_equal(driver.trainer.network.parameters, other.trainer.network.parameters)
