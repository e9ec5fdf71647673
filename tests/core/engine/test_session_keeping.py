"""All runs leave together and come back together, with the same bits; what can't be opened changes nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.importers.standardise import Scale
from core.data.refusals import DatasetError
from core.engine import commands as c
from core.engine import messages as m
from core.engine import session_keeping
from core.engine.autosave import Autosave
from core.engine.history import kept_state_of
from core.engine.run_state import state_of
from core.engine.window_state import WindowState
from core.session.container import packed
from core.session.errors import DATA_CODE, DATA_REASON
from core.session.file import read_session
from core.session.session import SavedRun, described
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, load, same_parameters
from tests.core.engine.frame_samples import same
from tests.core.session.sample_sessions import OWN, OWN_EXAMPLES, WINDOW, sample_driver, sample_session
from tests.core.small_data import small_data


def saved(folder: Path, driver: Driver, with_data: bool = True) -> str:
    path = str(folder / "a.backlight")
    driver.send(c.SaveSession(path, WINDOW, with_data))
    return path


def opened(path: str, **more: Any) -> Driver:
    driver = Driver(**more)
    driver.train(3)
    driver.send(c.OpenSession(path, 5))
    return driver


def with_own(examples: Dataset) -> Any:
    return lambda choice: examples if choice.unread == OWN else load(choice)


def _on(run: SavedRun, choice: DatasetSpec) -> SavedRun:
    return replace(run, state=replace(run.state, origin=replace(run.state.origin, choice=choice)))


def test_every_run_goes_on_with_the_same_bits(tmp_path: Path) -> None:
    first = sample_driver()
    path = saved(tmp_path, first)
    assert first.last(m.SessionSaved) == m.SessionSaved(path, 3, 7)
    second = opened(path)
    assert second.last(m.SessionOpened).path == path and same(second.last(m.SessionOpened).window, WINDOW)
    assert second.snapshot.run == 6 and second.snapshot.update == 7
    for driver, run in ((first, 0), (second, 5)):
        driver.train(30)
        driver.send(c.ReturnToRun(run), c.SwitchEdit(run, 1, False))
        driver.train(30)
        driver.send(c.SwitchSorting(run, 2, False))
        driver.rest()
        driver.train(5)
    assert first.trainer.checkpoint().checksum == second.trainer.checkpoint().checksum
    one, other = (driver.engine.runs[1].trainer.checkpoint().checksum for driver in (first, second))
    assert one == other and not second.all(m.EngineFailed)


def test_the_window_is_told_of_all_runs_before_the_one_on_screen_follows(tmp_path: Path) -> None:
    second = opened(saved(tmp_path, sample_driver()))
    (at,) = (place for place, message in enumerate(second.heard) if isinstance(message, m.SessionOpened))
    infos = second.last(m.SessionOpened).runs
    assert [info.run for info in infos] == [5, 6] and [info.update for info in infos] == [29, 7]
    assert second.last(m.SessionOpened).saved_as == (0, 3) and [info.last_edit for info in infos] == [2, 0]
    after = [type(message).__name__ for message in second.heard[at + 1 :]]
    assert after[:2] == ["RunInfo", "Snapshot"] and second.last(m.RunInfo).run == 6


def test_what_was_asked_of_the_runs_before_does_nothing_to_those_that_have_their_numbers_now(
    tmp_path: Path,
) -> None:
    path = saved(tmp_path, sample_driver())
    driver = Driver()
    # A window that has not heard yet that a file is opened gives the same number to a run of its own.
    driver.send(c.OpenSession(path, 1), c.BranchRun(1, 0), c.BeginRun(2, ARCHITECTURE, CONFIG))
    driver.rest()
    runs = {run.number: run for run in driver.engine.runs}
    assert list(runs) == [1, 2] and driver.engine.number == 2
    assert [run.trainer.step_count for run in runs.values()] == [29, 7]
    assert all(run.parent is None or run.parent < run.number for run in runs.values())


@pytest.mark.parametrize("wish", [c.BranchRun(4, 0), c.BeginRun(4, ARCHITECTURE, CONFIG)])
def test_a_wish_of_a_run_that_is_gone_is_answered_with_the_run_on_screen(wish: Any) -> None:
    """Otherwise the window waits for it, and takes what it is told of the new run for an earlier answer."""
    driver = Driver()
    driver.send(c.NewSession(4, ARCHITECTURE, CONFIG))
    count = len(driver.all(m.RunInfo))
    driver.send(wish)
    assert driver.all(m.RunInfo)[count:] == [driver.engine.current.info()]
    assert [run.number for run in driver.engine.runs] == [4]


def test_two_sessions_that_are_asked_for_in_one_breath_have_no_number_in_common(tmp_path: Path) -> None:
    path = saved(tmp_path, sample_driver())
    driver = Driver()
    driver.send(c.OpenSession(path, 1), c.OpenSession(path, 1), c.NewSession(1, ARCHITECTURE, CONFIG))
    opened_runs = [[info.run for info in message.runs] for message in driver.all(m.SessionOpened)]
    assert opened_runs == [[1, 2], [3, 4], [5]]


@pytest.mark.parametrize("wish", [c.BranchRun(1, 0), c.BeginRun(1, ARCHITECTURE, CONFIG)])
def test_no_run_has_the_number_of_one_in_a_session_before(wish: Any) -> None:
    """The window was told of that one: it would take its numbers for this one's, of which it has as many or not."""
    driver = Driver()
    begin = c.NewSession(1, ARCHITECTURE, CONFIG)
    driver.send(begin, begin)
    count = len(driver.all(m.RunInfo))
    driver.send(wish)
    driver.rest()
    assert [run.number for run in driver.engine.runs] == [2]
    assert driver.all(m.RunInfo)[count:] == [driver.engine.current.info()]
    driver.send(begin)
    assert [run.number for run in driver.engine.runs] == [3]


def test_a_training_under_way_is_paused_and_nothing_of_it_comes_later(tmp_path: Path) -> None:
    path = saved(tmp_path, sample_driver())
    driver = Driver()
    driver.send(c.Train())
    driver.work(3)
    driver.send(c.OpenSession(path, 1))
    assert driver.last(m.RunningChanged) == m.RunningChanged(False)
    driver.rest()
    assert driver.snapshot.run == 2 and [run.number for run in driver.engine.runs] == [1, 2]
    assert {exact.run for exact in driver.all(m.ExactLoss)[-1:]} == {2}


def test_what_has_not_reached_the_window_yet_is_in_the_file(tmp_path: Path) -> None:
    driver = Driver()
    driver.acknowledge = False
    driver.train(40)
    path = saved(tmp_path, driver)
    # The window has received nothing after update 0; the curve needs all that the updates computed.
    again = opened(path).snapshot.losses
    trainer = headless(0)
    assert np.array_equal(again, np.array([trainer.step() for _ in range(40)], np.float32))


def test_saving_twice_writes_the_same_file(tmp_path: Path) -> None:
    driver = sample_driver()
    one = Path(saved(tmp_path, driver)).read_bytes()
    assert Path(saved(tmp_path, driver)).read_bytes() == one
    again = opened(str(tmp_path / "a.backlight"))
    again.send(c.SaveSession(str(tmp_path / "b"), WINDOW, True))
    states = [read_session(str(tmp_path / name)) for name in ("a.backlight", "b")]
    for run, other in zip(states[0].runs, states[1].runs, strict=True):
        assert run.state.checkpoint.checksum == other.state.checkpoint.checksum
        assert same(run.state.journal, other.state.journal)


def test_what_another_window_has_saved_since_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = saved(tmp_path, sample_driver())
    one, other = opened(path), opened(path)
    one.train(2)
    one.send(c.SaveSession(path, WINDOW))
    first = Path(path).read_bytes()
    other.send(c.SaveSession(path, WINDOW))
    refused = other.last(m.SessionRefused)
    assert (refused.code, refused.path, refused.is_saving) == ("written_since", path, True)
    assert Path(path).read_bytes() == first
    # In its own file, or in one that has gone, each may save as often as it likes; and over others' where it says so.
    one.send(c.SaveSession(path, WINDOW), c.SaveSession(path, WINDOW))
    other.send(
        c.SaveSession(str(tmp_path / "other.backlight"), WINDOW), c.SaveSession(path, WINDOW, replaces=True)
    )
    assert not one.all(m.SessionRefused) and len(other.all(m.SessionRefused)) == 1
    one.send(c.SaveSession(path, WINDOW))
    assert one.last(m.SessionRefused).code == "written_since"
    Path(path).unlink()
    one.send(c.SaveSession(path, WINDOW))
    assert len(one.all(m.SessionRefused)) == 1 and Path(path).exists()


def test_data_of_ones_own_are_read_again_where_they_lie_and_must_be_the_same(tmp_path: Path) -> None:
    path = saved(tmp_path, sample_driver(), with_data=False)
    driver = opened(path, load=with_own(OWN_EXAMPLES))
    assert driver.engine.number == 6 and not driver.all(m.SessionRefused)
    driver = opened(path, load=with_own(replace(OWN_EXAMPLES, y_test=1 - OWN_EXAMPLES.y_test)))
    assert driver.last(m.SessionRefused).code == "data_changed"
    assert driver.last(m.SessionRefused).fields == {"path": OWN.path}
    driver = opened(path)
    refused = driver.last(m.SessionRefused)
    assert (refused.code, refused.fields) == (
        "data_missing",
        {"path": OWN.path},
    ) and driver.engine.number == 0


OTHER_TIME = replace(OWN_EXAMPLES, y_train=1 - OWN_EXAMPLES.y_train)
TWO_TIMES = OWN.of(OWN_EXAMPLES), OWN.of(OTHER_TIME)


def of_two_times(**more: Any) -> Driver:
    """Runs 3 and 4 are on one file, which has changed between them; both are trained."""
    driver = Driver(**more)
    for number, examples in ((3, OWN_EXAMPLES), (4, OTHER_TIME)):
        driver.send(c.LoadData(OWN, examples), c.BeginRun(number, ARCHITECTURE, CONFIG, OWN))
        driver.train(7)
    return driver


def check_both_go_on(driver: Driver, numbers: tuple[int, int]) -> None:
    """Each with the bits of a training that was never left."""
    for number, examples, choice in zip(numbers, (OWN_EXAMPLES, OTHER_TIME), TWO_TIMES, strict=True):
        run = driver.engine.run(number)
        assert run is not None and run.origin.choice == run.info().data.choice == choice
        driver.send(c.ReturnToRun(number))
        driver.train(5)
        alone = headless(12, dataset=examples)
        assert driver.trainer.checkpoint().checksum == alone.checkpoint().checksum
    assert not driver.all(m.EngineFailed)


@pytest.mark.parametrize("with_data", [False, True])
def test_runs_on_a_file_that_has_changed_between_them_each_come_back_with_their_own_examples(
    tmp_path: Path, with_data: bool
) -> None:
    path = saved(tmp_path, of_two_times(), with_data)
    # One of the two at most could be read where it lay.
    for more in ({}, {"load": with_own(OTHER_TIME)}):
        driver = opened(path, **more)
        assert not driver.all(m.SessionRefused)
        check_both_go_on(driver, (6, 7))


@pytest.mark.parametrize("is_killed", [False, True])
def test_so_they_do_from_what_was_saved_under_way(tmp_path: Path, is_killed: bool) -> None:
    first = of_two_times(autosave=str(tmp_path))
    first.engine.save()
    if is_killed:
        driver = Driver(start=False)
        driver.send(c.Recover(str(tmp_path)))
        check_both_go_on(driver, (3, 4))
    else:
        driver = Driver()
        driver.send(c.OpenAutosave(str(tmp_path), 5))
        check_both_go_on(driver, (6, 7))


def test_examples_that_differ_in_what_their_columns_were_only_are_others_too(tmp_path: Path) -> None:
    """Standardised they are the same numbers; on screen they are not."""
    n_in = OWN_EXAMPLES.n_in
    one, other = (
        replace(OWN_EXAMPLES, scale=Scale(np.full(n_in, mean), np.ones(n_in))) for mean in (0.0, 5.0)
    )
    driver = Driver()
    driver.send(c.LoadData(OWN, one), c.BeginRun(1, ARCHITECTURE, CONFIG, OWN))
    path = saved(tmp_path, driver, with_data=False)
    assert opened(path, load=with_own(other)).last(m.SessionRefused).code == "data_changed"
    assert not opened(path, load=with_own(one)).all(m.SessionRefused)


def test_runs_of_earlier_versions_which_do_not_say_on_which_examples_they_are_are_told_it(
    tmp_path: Path,
) -> None:
    session = sample_session()
    states = [_on(run, choice) for run, choice in zip(session.runs, (DatasetSpec(), OWN), strict=True)]
    path = tmp_path / "old.backlight"
    data = (replace(session.data[0], choice=OWN),)
    path.write_bytes(packed(*described(replace(session, runs=tuple(states), data=data))))
    driver = opened(str(path))
    assert [run.origin.choice for run in driver.engine.runs] == [DatasetSpec(), TWO_TIMES[0]]
    # And a file that says another one is no one's.
    wrong = replace(session, data=(replace(session.data[0], choice=TWO_TIMES[1]),))
    wrong = replace(wrong, runs=(states[0], _on(states[1], TWO_TIMES[1])))
    path.write_bytes(packed(*described(wrong)))
    assert opened(str(path)).last(m.SessionRefused).code == "wrong_value"


def test_data_that_lie_there_and_cannot_be_read_are_refused_with_the_readers_own_reason(
    tmp_path: Path,
) -> None:
    path = saved(tmp_path, sample_driver(), with_data=False)

    def damaged(choice: DatasetSpec) -> Dataset:
        if choice.source == "own":
            raise DatasetError("npz_damaged", path=choice.path, reason="no end")
        return small_data()

    refused = opened(path, load=damaged).last(m.SessionRefused)
    assert refused.code == "data_unread" and refused.fields[DATA_CODE] == "npz_damaged"
    assert refused.fields[DATA_REASON] == "no end" and refused.fields["path"] == OWN.path


def test_what_is_refused_leaves_everything_as_it_was(tmp_path: Path) -> None:
    driver = Driver()
    driver.send(c.Train())
    driver.work(3)
    driver.send(c.OpenSession(str(tmp_path / "none")))
    refused = m.SessionRefused(str(tmp_path / "none"), "not_there", {"reason": os.strerror(2)})
    assert driver.last(m.SessionRefused) == refused
    driver.work(3)
    driver.send(c.Pause())
    driver.rest()
    assert same_parameters(driver.snapshot, headless(driver.snapshot.update)) and driver.snapshot.update > 3


def test_what_cannot_be_saved_is_said_and_the_training_goes_on(tmp_path: Path) -> None:
    driver = Driver()
    driver.send(c.Train(), c.SaveSession(str(tmp_path / "none" / "a"), WindowState()))
    refused = driver.last(m.SessionRefused)
    assert (refused.code, refused.is_saving) == ("no_folder", True)
    assert driver.engine.training.running and not driver.all(m.EngineFailed)


def test_a_new_session_begins_as_the_first_one_did(tmp_path: Path) -> None:
    driver = sample_driver()
    driver.send(c.NewSession(4, ARCHITECTURE, CONFIG))
    assert driver.last(m.SessionOpened) == m.SessionOpened("", (driver.last(m.RunInfo),), (4,))
    driver.train(12)
    assert same_parameters(driver.snapshot, headless(12))
    assert [run.number for run in driver.engine.runs] == [4]


def test_what_is_opened_is_what_another_engine_recovers(tmp_path: Path) -> None:
    path = saved(tmp_path, sample_driver())
    folder = tmp_path / "autosave"
    first = opened(path, autosave=str(folder))
    second = Driver(start=False)
    second.send(c.Recover(str(folder)))
    assert second.last(m.Recovered) == m.Recovered(6, 7, ((5, 29),))
    for driver in (first, second):
        driver.train(9)
    assert first.trainer.checkpoint().checksum == second.trainer.checkpoint().checksum
    assert [run.number for run in second.engine.runs] == [5, 6]


def test_what_another_window_left_is_gone_on_with_in_this_ones_folder(tmp_path: Path) -> None:
    left = sample_driver(autosave=str(tmp_path / "left"))
    left.send(c.KeepWindow(WINDOW))
    left.engine.save()
    driver = Driver(autosave=str(tmp_path / "own"))
    driver.send(c.OpenAutosave(str(tmp_path / "left"), 1))
    message = driver.last(m.SessionOpened)
    assert same(message.window, WINDOW) and message.path == str(tmp_path / "left")
    shown = Autosave(tmp_path / "own").shown()
    assert shown is not None and (shown.run, shown.update, shown.changes) == (2, 7, 0)
    assert same(Autosave(tmp_path / "own").window(), WINDOW)
    for one in (left, driver):
        one.train(9)
    assert left.trainer.checkpoint().checksum == driver.trainer.checkpoint().checksum


def test_a_folder_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    driver = Driver()
    driver.send(c.OpenAutosave(str(tmp_path)))
    assert driver.last(m.SessionRefused).code == "damaged" and driver.engine.number == 0


@pytest.mark.parametrize("updates", [0, 25])
def test_the_loss_that_is_saved_beside_a_run_names_its_update(tmp_path: Path, updates: int) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.rest()
    if updates:
        driver.train(updates)
    driver.engine.save()
    shown = Autosave(tmp_path).shown()
    assert shown is not None and shown.exact is not None and shown.update == updates
    trainer = headless(shown.exact.update)
    assert shown.exact.train_total == pytest.approx(trainer.total_loss("train"), rel=1e-12)
    assert small_data().n_in == 6 and DatasetSpec() in driver.engine._data


def test_who_finds_the_folder_knows_whether_all_of_it_is_in_the_file(tmp_path: Path) -> None:
    def is_saved() -> bool:
        driver.engine.save()
        shown = Autosave(tmp_path / "own").shown()
        return shown is not None and shown.is_saved

    driver = sample_driver(autosave=str(tmp_path / "own"))
    assert not is_saved()
    saved(tmp_path, driver)
    assert is_saved()
    driver.train(1)
    assert not is_saved()
    saved(tmp_path, driver)
    driver.send(c.ReturnToRun(0))
    driver.train(1)
    driver.send(c.ReturnToRun(3))
    assert not is_saved()
    driver.send(c.OpenSession(str(tmp_path / "a.backlight"), 5))
    assert is_saved()
    driver.send(c.NewSession(9, ARCHITECTURE, CONFIG))
    assert not is_saved()


def test_the_past_comes_with_it_and_any_update_is_looked_at_with_the_same_bits(tmp_path: Path) -> None:
    first = Driver()
    first.train(700)
    updates = first.engine.time.history.updates(0).tolist()
    assert updates == [128, 256, 384, 512, 640]
    second = opened(saved(tmp_path, first))
    assert second.engine.time.history.updates(5).tolist() == updates
    for update in (0, 100, 128, 300, 699):
        second.send(c.LookAt(update))
        second.until(lambda: bool(second.all(m.PastShown)) and second.last(m.PastShown).is_exact)
        shown = second.last(m.PastShown)
        assert same_parameters(shown.snapshot, headless(update))
        assert 0 <= update - shown.kept_update < 128
        second.heard.clear()


def test_branches_know_their_parents_by_the_numbers_that_these_have_now(tmp_path: Path) -> None:
    first = Driver()
    first.train(300)
    first.send(c.BranchRun(3, 200, replace(CONFIG, learning_rate=0.5)))
    first.rest()
    first.train(20)
    second = opened(saved(tmp_path, first))
    infos = second.last(m.SessionOpened).runs
    assert [(info.run, info.parent, info.branch_update) for info in infos] == [(5, None, 0), (6, 5, 200)]
    assert [mark.what for mark in infos[1].changes] == ["learning_rate"]


def test_a_run_that_was_saved_on_its_way_back_from_a_divergence_is_opened(tmp_path: Path) -> None:
    driver = Driver(config=replace(CONFIG, optimizer="sgd", learning_rate=0.21, l2=10.0))
    driver.send(c.Train())
    driver.until(lambda: driver.engine.current.diverged is not None)
    driver.engine.time.history.keep(0, replace(kept_state_of(driver.engine.current), first_spacing=1))
    assert driver.engine.current.is_returning and driver.engine.current.losses
    other = opened(saved(tmp_path, driver))
    assert not other.all(m.SessionRefused)
    for each in (driver, other):
        each.until(lambda each=each: not each.engine.current.is_returning)  # type: ignore[misc]
    assert other.trainer.checkpoint().checksum == driver.trainer.checkpoint().checksum


def test_a_file_holds_no_more_lives_than_may_be_and_the_shown_runs_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = Driver()
    for number in (1, 2):
        driver.train(9)
        driver.send(c.BeginRun(number, ARCHITECTURE, CONFIG))
    driver.train(9)
    driver.send(c.ReturnToRun(0))
    life = state_of(driver.engine.current).life
    assert life is not None
    monkeypatch.setattr(session_keeping, "MOST_LIVES_BYTES", 2 * life.nbytes)
    session = read_session(saved(tmp_path, driver))
    assert [run.state.life is not None for run in session.runs] == [True, False, True]


def test_a_file_holds_no_more_of_the_past_than_can_be_written_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_keeping, "MOST_KEPT", 3)
    driver = Driver()
    driver.train(700)
    (run,) = read_session(saved(tmp_path, driver)).runs
    assert [kept.update for kept in run.kept] == [128, 384, 640]


def test_no_session_takes_the_place_of_the_examples_that_it_learns_from(tmp_path: Path) -> None:
    driver, table = sample_driver(), tmp_path / "own.csv"
    table.write_text("1,2\n")
    choice = replace(OWN, path=str(table))
    driver.send(c.LoadData(choice, OWN_EXAMPLES), c.BeginRun(4, ARCHITECTURE, CONFIG, choice))
    # Also from another run, and where it is asked for.
    driver.send(c.ReturnToRun(0), c.SaveSession(str(table), WINDOW, True, replaces=True))
    refused = driver.last(m.SessionRefused)
    assert (refused.code, refused.path, refused.is_saving) == ("is_data", str(table), True)
    assert table.read_text() == "1,2\n"
    driver.send(c.SaveSession(str(tmp_path / "own"), WINDOW, True))
    assert len(driver.all(m.SessionRefused)) == 1 and (tmp_path / "own").exists()
