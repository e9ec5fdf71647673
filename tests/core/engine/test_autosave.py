"""What is saved: whole or not at all, and what is damaged is left out."""

from __future__ import annotations

import math
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.analysis.presentation_bits import PresentationBits, SavedBits
from core.analysis.saved_life import SavedLife
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import autosave as autosave_file
from core.engine import commands as c
from core.engine import messages as m
from core.engine.autosave import Autosave
from core.engine.protocol import Envelope, frame_of
from core.engine.run import replayed
from core.engine.run_state import AllRuns, ShownRun, state_of
from core.engine.window_state import WindowState
from core.nn.architecture import Architecture
from core.nn.dense import Dense
from core.nn.layer_kinds import LAYER_KINDS
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, load, same_parameters
from tests.core.engine.frame_samples import same
from tests.core.nn.masked_layer import Masked
from tests.core.small_data import small_data

OWN = DatasetSpec("own", path="/nowhere/own.csv")


def recovered(folder: Path) -> Driver:
    """Another engine that goes on from what is in this folder; a user's own file can't be read any more."""

    def without_own(choice: DatasetSpec) -> Dataset:
        if choice == OWN:
            raise ValueError("the file is gone")
        return load(choice)

    driver = Driver(start=False, load=without_own)
    driver.send(c.Recover(str(folder)))
    return driver


def left_behind(folder: Path) -> Driver:
    """An engine that has ended without a word: three runs, the one on screen on data of a user's own."""
    driver = Driver(autosave=str(folder), config=replace(CONFIG, optimizer="nesterov"))
    driver.train(5)
    driver.send(c.LoadData(OWN, small_data(40, 4, 2)))
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG), c.Train(2))
    driver.rest()
    driver.send(c.BeginRun(2, ARCHITECTURE, replace(CONFIG, dropout=0.3), OWN), c.Train(7))
    driver.rest()
    driver.send(c.EditParameter(2, 1, ParameterLocation(0, 1), 0.5, 0))
    driver.engine.save()
    return driver


def test_an_engine_that_was_ended_is_gone_on_with_in_every_run(tmp_path: Path) -> None:
    first = left_behind(tmp_path)
    second = recovered(tmp_path)
    # Where each run stands, also those that are not on screen.
    assert second.last(m.Recovered) == m.Recovered(2, 7, ((0, 5), (1, 2))) and second.snapshot.run == 2
    for driver in (first, second):
        driver.train(50)
        driver.send(c.SwitchEdit(2, 1, False))
        driver.train(3)
        driver.send(c.ReturnToRun(0))
        driver.train(50)
    assert same(second.snapshot.weights, first.snapshot.weights) and second.snapshot.update == 55
    assert first.trainer.checkpoint().checksum == second.trainer.checkpoint().checksum
    assert not second.all(m.EngineFailed)


def test_a_run_of_a_kind_of_layer_of_its_own_is_gone_on_with_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LAYER_KINDS, "Masked", Masked)
    # Inputs 0 to 5 are the data's, 6 to 10 the layer before's.
    masked = Masked(((0, 4, 6), (2, 9), (1, 10)))
    layers = (Dense(5, "tanh"), masked, Dense(3, "relu", skip=True), Dense(3, "softmax"))
    first = Driver(Architecture(layers, seed=3), autosave=str(tmp_path))
    first.train(5)
    first.walk()
    first.send(c.EditParameter(0, 1, ParameterLocation(1, 0, 4, 0), 0.5, 0), c.Train(4))
    first.rest()
    first.send(c.SortNeurons(0, 2))
    first.rest()
    first.engine.save()
    second = recovered(tmp_path)
    assert second.engine.current.origin.architecture.layers == layers
    for driver in (first, second):
        driver.send(c.SwitchEdit(0, 1, False))
        driver.train(20)
        assert not driver.all(m.EngineFailed)
    run = second.engine.current
    again = replayed(run, run.trainer.step_count, small_data())
    sums = {trainer.checkpoint().checksum for trainer in (first.trainer, second.trainer, again.trainer)}
    assert len(sums) == 1


@pytest.mark.parametrize("place", [0, 40, 200, -1])
def test_a_damaged_file_is_left_out(tmp_path: Path, place: int) -> None:
    left_behind(tmp_path)
    path = tmp_path / "run-1.frame"
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    second = recovered(tmp_path)
    assert sorted(second.engine._runs) == [0, 2] and second.last(m.Recovered).run == 2


@pytest.mark.parametrize("content", [b"", b"short", b"\x80\x04K\x01.", bytes(1000)])
def test_what_is_no_file_of_ours_is_left_out(tmp_path: Path, content: bytes) -> None:
    left_behind(tmp_path)
    (tmp_path / "run-2.frame").write_bytes(content)
    (tmp_path / "run-9.frame").write_bytes(content)
    second = recovered(tmp_path)
    # The one on screen is gone: then the last of the others.
    assert sorted(second.engine._runs) == [0, 1] and second.last(m.Recovered).run == 1


def test_a_frame_of_another_kind_is_left_out(tmp_path: Path) -> None:
    left_behind(tmp_path)
    (tmp_path / "run-1.frame").write_bytes((tmp_path / "shown.frame").read_bytes())
    (tmp_path / "run-3.frame").mkdir()
    (tmp_path / "shown.frame").unlink()
    second = recovered(tmp_path)
    assert sorted(second.engine._runs) == [0, 2] and second.last(m.Recovered).run == 2


def test_runs_whose_examples_are_gone_do_not_take_the_others_with_them(tmp_path: Path) -> None:
    left_behind(tmp_path)
    (data,) = tmp_path.glob("data-*.frame")
    data.write_bytes(data.read_bytes()[:-1])
    second = recovered(tmp_path)
    assert sorted(second.engine._runs) == [0, 1] and not second.all(m.EngineFailed)


def test_where_nothing_can_be_read_it_says_so(tmp_path: Path) -> None:
    second = recovered(tmp_path / "nothing")
    assert [type(message) for message in second.heard] == [m.RunningChanged, m.DigitsMissing]
    second.work()
    second.send(c.Train())
    assert len(second.heard) == 2


def test_a_file_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.engine.save()
    before = (tmp_path / "run-0.frame").read_bytes()
    driver.train(3)
    autosave, state = Autosave(tmp_path), state_of(driver.engine.current)

    def half(number: int) -> None:
        os.truncate(number, os.fstat(number).st_size // 2)
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        # Also where nothing is cut: what is not on the disk yet takes no other's place.
        patch.setattr(os, "fsync", half)
        with pytest.raises(OSError, match="no space"):
            autosave.save(state)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            autosave.save(state)
    assert (tmp_path / "run-0.frame").read_bytes() == before
    assert [found.checkpoint.step_count for found in autosave.states()] == [0]
    autosave.clear()
    assert not list(tmp_path.iterdir())


def test_a_run_that_is_forgotten_is_saved_no_more(tmp_path: Path) -> None:
    driver = left_behind(tmp_path)
    shown = Autosave(tmp_path).shown()
    # Updates 5 + 2 + 7, and one entry for the weight that was set.
    assert shown is not None and shown.all_runs == AllRuns(3, 14, 7, 1)
    driver.send(c.ForgetRun(1))
    driver.send(c.ForgetRun(1))
    assert sorted(path.name for path in tmp_path.glob("run-*")) == ["run-0.frame", "run-2.frame"]
    # How much there is in all is written anew, though the run on screen has not changed.
    assert driver.engine.autosave.seconds_until_due() < math.inf
    driver.engine.save()
    shown = Autosave(tmp_path).shown()
    assert shown is not None and shown.all_runs == AllRuns(2, 12, 7, 1)


def test_examples_that_were_read_again_take_the_place_of_the_old_ones(tmp_path: Path) -> None:
    autosave = Autosave(tmp_path)
    for count in (40, 30):
        autosave.save_data(OWN, small_data(count, 4, 2))
    autosave.save_data(replace(OWN, path="/elsewhere"), small_data(20, 3, 2))
    assert sorted(len(own.dataset.y_train) for own in autosave.imported_data()) == [20, 30]
    (own,) = (own for own in autosave.imported_data() if own.choice == OWN)
    assert same(own.dataset, small_data(30, 4, 2))


def test_what_is_not_finite_is_not_believed_whatever_the_checksum_says(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path))
    autosave = Autosave(tmp_path)
    autosave.forget(0)
    state = state_of(driver.engine.current)
    state.checkpoint.parameters[3] = np.nan
    with pytest.raises(ValueError, match="not finite"):
        autosave.save(state)
    assert list(autosave.states()) == [] and autosave.shown() == ShownRun(0, all_runs=AllRuns(1, 0, 0, 0))
    assert same_parameters(driver.snapshot, headless(0))


def lives_of(autosave: Autosave) -> dict[int, SavedLife | None]:
    return {state.number: state.life for state in autosave.states()}


def bits_files(folder: Path) -> dict[str, int]:
    """The files of bits, and when each was written."""
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("bits-*")}


def test_only_files_of_bits_that_have_new_epochs_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 50 examples: 7 bytes an epoch for each kind of bit, so three epochs a file; 7 updates make an epoch.
    monkeypatch.setattr(autosave_file, "PART_BYTES", 42)
    driver = Driver(autosave=str(tmp_path))
    driver.train(30)
    driver.engine.save()
    first = bits_files(tmp_path)
    assert sorted(first) == ["bits-0-0.frame", "bits-0-1.frame"]
    driver.train(20)
    driver.engine.save()
    second = bits_files(tmp_path)
    assert len(second) == 3 and second["bits-0-0.frame"] == first["bits-0-0.frame"]
    assert second["bits-0-1.frame"] > first["bits-0-1.frame"]
    found, wanted = lives_of(Autosave(tmp_path))[0], state_of(driver.engine.current).life
    assert found is not None and wanted is not None and len(found.bits) == 8
    # No bit says absent in one of these epochs, as a rule; then there is no row for it.
    assert same(found, replace(wanted, bits=replace(wanted.bits, absent=found.bits.absent)))
    # Other epochs in each of them: those of before are not left among them.
    monkeypatch.setattr("core.analysis.presentation_bits.MOST_EPOCHS", 8)
    thin = PresentationBits.restored(wanted.bits, 50)
    thin.add(8, np.ones((2, 50), np.int8))
    autosave = Autosave(tmp_path)
    autosave.save(replace(state_of(driver.engine.current), life=replace(wanted, bits=thin.saved())))
    (life,) = lives_of(Autosave(tmp_path)).values()
    assert life is not None and life.bits.epochs.tolist() == [0, 2, 4, 6, 8] and life.bits.spacing == 2
    assert np.array_equal(life.bits.right[:4], wanted.bits.right[::2]) and not life.bits.right[4].any()


def test_epochs_whose_file_is_damaged_are_missing_and_the_run_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave_file, "PART_BYTES", 42)
    driver = Driver(autosave=str(tmp_path))
    driver.train(50)
    driver.engine.save()
    (tmp_path / "bits-0-0.frame").write_bytes(b"no frame")
    # Of other examples: they can't stand beside these.
    other = SavedBits(1, np.arange(6, 9), np.zeros((3, 2), np.uint8), np.zeros((3, 2), np.uint8))
    Autosave(tmp_path)._write("bits-0-2.frame", frame_of(Envelope(other, 1)))
    second = recovered(tmp_path)
    life = second.engine.current.life
    assert life is not None and life.bits.saved().epochs.tolist() == [3, 4, 5] and life.update == 50
    second.train(10)
    second.engine.save()
    assert lives_of(Autosave(tmp_path))[0] is not None and not second.all(m.EngineFailed)


def test_bits_go_with_their_run(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path))
    for run in (1, 11):
        driver.train(20)
        driver.send(c.BeginRun(run, ARCHITECTURE, CONFIG))
    driver.train(20)
    driver.engine.save()
    assert sorted(bits_files(tmp_path)) == ["bits-0-0.frame", "bits-1-0.frame", "bits-11-0.frame"]
    driver.send(c.ForgetRun(1))
    assert sorted(bits_files(tmp_path)) == ["bits-0-0.frame", "bits-11-0.frame"]
    autosave = Autosave(tmp_path)
    autosave.keep_only([11], [])
    assert sorted(bits_files(tmp_path)) == ["bits-11-0.frame"]
    autosave.clear()
    assert not bits_files(tmp_path)


def test_lives_of_so_many_examples_that_nothing_else_would_be_done_are_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave_file, "MOST_LIFE_BYTES", 1000)
    driver = Driver(autosave=str(tmp_path))
    driver.train(20)
    driver.engine.save()
    assert lives_of(Autosave(tmp_path)) == {0: None} and not bits_files(tmp_path)


def test_other_runs_and_other_examples_are_let_go_of(tmp_path: Path) -> None:
    driver = left_behind(tmp_path)
    driver.engine.autosave.save_window(m.WindowState("mine"))
    autosave = Autosave(tmp_path)
    (kept,) = [own.choice for own in autosave.imported_data()]
    autosave.keep_only([2], [kept])
    assert [state.number for state in autosave.states()] == [2] and kept.unread == OWN
    assert [own.choice for own in autosave.imported_data()] == [kept] and autosave.window().text == "mine"
    autosave.keep_only([2], [])
    assert list(autosave.imported_data()) == [] and autosave.shown() is not None


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_what_can_not_be_written_leaves_the_file_from_before_and_no_half_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    autosave = Autosave(tmp_path)
    autosave.save_window(WindowState("before"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, name, full)
    with pytest.raises(OSError, match="No space"):
        autosave.save_window(WindowState("after"))
    assert [path.name for path in tmp_path.iterdir()] == ["window.frame"]
    assert autosave.window() == WindowState("before")
