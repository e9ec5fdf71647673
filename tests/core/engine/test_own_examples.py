"""The own test set is measured with the run on screen, never trained on, and never lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.analysis.example_losses import NO_CLASS, OWN, ExampleLosses
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.own_set import OwnSet
from core.engine import commands as c
from core.engine import messages as m
from core.engine.autosave import Autosave
from core.engine.example_commands import AskOutputs
from core.engine.own_set_commands import DropExamples, KeepExamples, LabelExample
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.flatten import Flatten
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.small_data import small_data

NAMES = tuple("0123456789")
FOLDER = DatasetSpec("own", path="/nowhere")


def ink_data(names: tuple[str, ...] = NAMES) -> Dataset:
    return replace(small_data(50, 256, len(names)), class_names=names, picture=(16, 16))


def load(choice: DatasetSpec) -> Dataset:
    return ink_data() if choice == DatasetSpec() else choice.load()


def driver_of(architecture: Architecture = ARCHITECTURE, autosave: str = "", start: bool = True) -> Driver:
    return Driver(architecture, autosave=autosave, load=load, start=start)


def some(count: int = 4, first: int = 1, names: tuple[str, ...] = NAMES) -> OwnSet:
    rng = np.random.default_rng(first)
    pixels = rng.integers(0, 2, (count, 256)).astype(np.uint8)
    return OwnSet(np.arange(first, first + count), pixels, rng.integers(0, len(names), count), names)


def own_of(driver: Driver) -> list[ExampleLosses]:
    return [one for one in driver.all(ExampleLosses) if one.split == OWN]


def y_by_hand(driver: Driver, X: np.ndarray) -> np.ndarray:
    """All outputs in float64, layer by layer: tanh, ReLU, softmax."""
    a = X.astype(np.float64)
    for i, layer in enumerate(driver.engine.shown.trainer.network.layers):
        z = a @ layer.W.astype(np.float64) + layer.b
        a = (np.tanh, lambda z: np.maximum(z, 0), lambda z: z)[i](z)
    e = np.exp(a - a.max(axis=1, keepdims=True))
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def assert_is_of_now(driver: Driver, own: OwnSet) -> None:
    """What was sent last is of the update on screen, and what float64 says."""
    found, run = own_of(driver)[-1], driver.engine.shown
    assert (found.run, found.update) == (run.number, run.trainer.step_count)
    y = y_by_hand(driver, own.pixels)
    np.testing.assert_allclose(
        found.losses, -np.log(y[np.arange(len(own)), own.labels]), rtol=1e-4, atol=1e-6
    )
    np.testing.assert_allclose(found.confidences, y.max(axis=1), rtol=1e-4)
    alone = (y == y.max(axis=1, keepdims=True)).sum(axis=1) == 1
    assert found.answers.tolist() == np.where(alone, y.argmax(axis=1), NO_CLASS).tolist()
    assert found.numbers.tolist() == own.numbers.tolist() and found.labels.tolist() == own.labels.tolist()


def test_it_is_measured_with_each_exact_loss_and_changes_nothing_else() -> None:
    with_own, without, own = driver_of(), driver_of(), some()
    for driver in (with_own, without):
        driver.rest()
    with_own.send(KeepExamples(own))
    with_own.rest()
    assert_is_of_now(with_own, own)
    for _ in range(3):
        for driver in (with_own, without):
            driver.walk()
        assert_is_of_now(with_own, own)
        ours, theirs = with_own.last(m.ExactLoss), without.last(m.ExactLoss)
        assert ours == theirs
    for driver in (with_own, without):
        driver.train(30)
    assert np.array_equal(with_own.trainer.network.parameters, without.trainer.network.parameters)
    assert with_own.last(m.ExactLoss) == without.last(m.ExactLoss)
    assert with_own.engine.current.journal == without.engine.current.journal == []
    assert not own_of(without)


def test_one_alone_and_none_and_a_thousand() -> None:
    driver = driver_of()
    driver.rest()
    one = some(1)
    driver.send(KeepExamples(one))
    driver.rest()
    assert_is_of_now(driver, one)
    many = some(1000, 2)
    driver.send(KeepExamples(many))
    driver.rest()
    assert_is_of_now(driver, one.with_examples(many).fitting(DatasetSpec(), (16, 16), NAMES))
    before = len(own_of(driver))
    driver.send(DropExamples(np.arange(1, 1002)))
    driver.rest()
    assert not len(driver.last(m.OwnSetChanged).own) and len(own_of(driver)) == before
    driver.walk()
    assert len(own_of(driver)) == before


def test_another_class_or_one_less_is_measured_at_once() -> None:
    driver, own = driver_of(), some()
    driver.send(KeepExamples(own))
    driver.rest()
    driver.send(LabelExample(2, "4"))
    driver.rest()
    own = own.labelled(2, "4").fitting(DatasetSpec(), (16, 16), NAMES)
    assert_is_of_now(driver, own)
    driver.send(DropExamples(np.array([1, 4, 99])))
    driver.rest()
    assert_is_of_now(driver, own.without(np.array([1, 4])).fitting(DatasetSpec(), (16, 16), NAMES))


def test_a_measurement_that_is_under_way_takes_the_new_set_with_it() -> None:
    driver, own = Driver(load=load, tick_s=0.01), some()
    driver.rest()
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.send(c.ApplyUpdate())
    for _ in range(100):
        if driver.engine.exact_loss.is_under_way:
            break
        driver.work()
    assert driver.engine.exact_loss.is_under_way
    count = len(driver.all(m.ExactLoss))
    driver.send(KeepExamples(some(2)), KeepExamples(own))
    driver.rest()
    assert_is_of_now(driver, own)
    assert len(own_of(driver)) == 1 and len(driver.all(m.ExactLoss)) == count + 1


def test_in_the_past_and_back_it_is_measured_of_what_is_on_screen() -> None:
    driver, own = driver_of(), some()
    driver.send(KeepExamples(own))
    driver.train(40)
    driver.rest()
    driver.send(c.LookAt(10))
    driver.rest()
    assert own_of(driver)[-1].update == 10
    assert_is_of_now(driver, own)
    driver.send(c.ReturnToLive())
    driver.rest()
    assert own_of(driver)[-1].update == 40
    assert_is_of_now(driver, own)


def test_it_stays_through_other_weights_structures_and_data_and_is_measured_where_it_fits() -> None:
    driver, own = driver_of(), some()
    driver.send(KeepExamples(own))
    driver.train(5)
    wide = Architecture.dense((7, 4), activation=("tanh", "relu"), seed=9)
    driver.send(c.BeginRun(1, wide, CONFIG, DatasetSpec()))
    driver.rest()
    assert_is_of_now(driver, own)
    measured = len(own_of(driver))
    plane = DatasetSpec("plane", name="moons")
    driver.send(c.LoadData(plane), c.BeginRun(2, ARCHITECTURE, CONFIG, plane))
    driver.rest()
    driver.train(3)
    assert len(own_of(driver)) == measured and driver.engine.own.own.is_same(own)
    some_classes = ink_data(("9", own.names[int(own.labels[0])]))
    driver.send(c.LoadData(FOLDER, some_classes), c.BeginRun(3, ARCHITECTURE, CONFIG, FOLDER))
    driver.rest()
    fits = own.fitting(FOLDER, (16, 16), some_classes.class_names)
    assert 0 < len(fits) < len(own)
    assert_is_of_now(driver, fits)
    driver.send(c.ReturnToRun(0))
    driver.rest()
    assert_is_of_now(driver, own)


def test_whoever_comes_back_to_a_run_is_told_once_what_was_measured_of_it() -> None:
    driver, own = driver_of(), some()
    driver.send(KeepExamples(own))
    driver.rest()
    plane = DatasetSpec("plane", name="moons")
    driver.send(c.LoadData(plane), c.BeginRun(1, ARCHITECTURE, CONFIG, plane))
    driver.rest()
    count = len(own_of(driver))
    driver.send(c.ReturnToRun(0))
    driver.rest()
    assert_is_of_now(driver, own)
    assert len(own_of(driver)) == count + 1
    driver.rest()
    assert len(own_of(driver)) == count + 1


def test_windows_of_weights_measure_it_as_their_own_network_predicts() -> None:
    layers = (Conv2d(2, 5, activation="relu", picture=(16, 16)), Flatten(), Dense(4, "softmax"))
    driver, own = driver_of(Architecture(layers, seed=1)), some(3)
    driver.send(KeepExamples(own))
    driver.train(4)
    y = driver.trainer.network.predict(own.pixels.astype(np.float32))
    np.testing.assert_allclose(own_of(driver)[-1].confidences, y.max(axis=1), rtol=1e-5)


def test_one_is_shown_as_it_is_and_follows_what_becomes_of_it() -> None:
    driver, own = driver_of(), some()
    driver.send(KeepExamples(own), c.ShowExample(OWN, 2))
    driver.rest()
    shown = driver.last(Snapshot)
    assert shown.is_chosen and (shown.example.origin, shown.example.index) == (OWN, 3)
    assert np.array_equal(shown.example.x, own.pixels[2]) and shown.example.label == own.labels[2]
    # Another row is the third now.
    driver.send(DropExamples(np.array([1])))
    driver.rest()
    assert driver.last(Snapshot).example.index == 3
    driver.send(LabelExample(3, "8"))
    driver.rest()
    assert driver.last(Snapshot).example.label == 8
    driver.send(DropExamples(np.array([3])), c.ShowExample(OWN, 7))
    driver.rest()
    after = driver.last(Snapshot)
    assert not after.is_chosen and after.example.origin == "train"


def test_its_pictures_and_its_terms_come_where_the_ledger_asks() -> None:
    driver, own = driver_of(), some()
    driver.send(KeepExamples(own))
    driver.rest()
    count = len(own_of(driver))
    driver.send(c.WatchExamples(OWN), c.AskExamples(OWN, np.array([3, 0, 4, -1])))
    seen = driver.last(m.ExamplesSeen)
    assert (seen.split, seen.rows.tolist()) == (OWN, [3, 0])
    assert np.array_equal(seen.pixels, 255 * own.pixels[[3, 0]])
    assert len(own_of(driver)) == count + 1


def test_too_many_are_not_taken_and_what_was_there_stays() -> None:
    driver = driver_of()
    driver.send(KeepExamples(some(10_000)), KeepExamples(some(1, 10_001)))
    assert driver.all(m.EngineFailed) and len(driver.engine.own.own) == 10_000
    # The same ones sent again, as to another engine, are no more than before.
    driver.send(KeepExamples(some(10_000)))
    assert len(driver.all(m.EngineFailed)) == 1


@pytest.mark.parametrize("fits", [True, False])
def test_it_is_recovered_and_opened_with_the_same_bits(tmp_path: Path, fits: bool) -> None:
    own = some() if fits else some(names=("cat", "dog"))
    driver = driver_of(autosave=str(tmp_path / "autosave"))
    driver.send(KeepExamples(own))
    driver.train(3)
    driver.send(c.SaveSession(str(tmp_path / "a.backlight"), m.WindowState()))
    driver.rest()
    driver.send(DropExamples(own.numbers[:1]))
    killed = driver_of(start=False)
    killed.send(c.Recover(str(tmp_path / "autosave")))
    assert killed.engine.own.own.is_same(own.without(own.numbers[:1]))
    assert killed.last(m.OwnSetChanged).own.is_same(killed.engine.own.own)
    killed.send(c.OpenSession(str(tmp_path / "a.backlight")))
    killed.rest()
    assert killed.engine.own.own.is_same(own)
    kinds = [
        type(one) for one in killed.heard if isinstance(one, (m.SessionOpened, m.OwnSetChanged, m.RunInfo))
    ]
    assert kinds[-3:] == [m.SessionOpened, m.OwnSetChanged, m.RunInfo]
    if fits:
        assert_is_of_now(killed, own)
    left = driver_of()
    left.send(c.OpenAutosave(str(tmp_path / "autosave")))
    # It has gone on in the same folder.
    assert left.engine.own.own.is_same(own)
    left.send(c.NewSession(9, ARCHITECTURE, CONFIG))
    assert not len(left.engine.own.own) and not len(left.last(m.OwnSetChanged).own)


def test_a_session_that_cannot_be_opened_leaves_the_set_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, own = driver_of(autosave=str(tmp_path / "autosave")), some()
    driver.send(c.SaveSession(str(tmp_path / "a.backlight"), m.WindowState()), KeepExamples(own))
    driver.rest()
    monkeypatch.setattr(driver.engine, "enter", lambda run: 1 / 0)
    driver.send(c.OpenSession(str(tmp_path / "a.backlight")))
    assert driver.all(m.SessionRefused) or driver.all(m.EngineFailed)
    assert driver.engine.own.own.is_same(own)
    assert Autosave(tmp_path / "autosave").own().is_same(own)
    assert len(driver.all(m.OwnSetChanged)) == 1


def test_what_is_kept_alone_is_not_in_the_sessions_file_yet(tmp_path: Path) -> None:
    driver, own = driver_of(autosave=str(tmp_path)), some()
    driver.send(KeepExamples(own), c.SaveSession(str(tmp_path / "a.backlight"), m.WindowState()))
    driver.rest()

    def is_saved() -> bool:
        shown = driver.engine.autosave.open(str(tmp_path)).shown()
        return shown is not None and shown.is_saved

    assert is_saved()
    driver.send(LabelExample(1, "none of these"))
    assert not is_saved()
    driver.send(KeepExamples(own))
    assert is_saved()


def test_the_outputs_for_one_are_those_of_its_exact_losses() -> None:
    driver, own = driver_of(), some(3)
    driver.send(KeepExamples(own), AskOutputs(OWN, 2))
    assert not driver.all(m.ExampleOutputs)
    driver.rest()
    driver.walk()
    driver.send(AskOutputs(OWN, 2), AskOutputs(OWN, 3))
    (found,) = driver.all(m.ExampleOutputs)
    assert (found.update, found.split, found.row) == (own_of(driver)[-1].update, OWN, 2)
    np.testing.assert_allclose(found.outputs, y_by_hand(driver, own.pixels)[2], rtol=1e-4)
    assert found.targets.tolist() == np.eye(10)[own.labels[2]].tolist()


def test_a_branch_that_shows_one_hears_what_becomes_of_it() -> None:
    driver, own = driver_of(), some()
    driver.send(KeepExamples(own))
    driver.train(6)
    driver.send(c.BranchRun(1, 3))
    driver.rest()
    driver.send(c.ShowExample(OWN, 1))
    driver.rest()
    before = len(driver.all(Snapshot))
    driver.send(LabelExample(2, "9"))
    driver.rest()
    assert len(driver.all(Snapshot)) > before and driver.snapshot.example.label == 9
    driver.send(DropExamples(np.array([2])))
    driver.rest()
    assert driver.snapshot.example.origin != OWN


def test_its_outputs_are_of_the_rows_that_were_measured() -> None:
    driver, own = driver_of(), some()
    driver.send(KeepExamples(own))
    driver.rest()
    y, first = y_by_hand(driver, own.pixels), own_of(driver)[-1]
    driver.send(DropExamples(np.array([1])), AskOutputs(OWN, 0))
    # The rest is not measured yet: row 0 still is the one whose C the window has.
    found = driver.last(m.ExampleOutputs)
    assert found.measurement == first.measurement
    np.testing.assert_allclose(found.outputs, y[0], rtol=1e-4)
    driver.rest()
    for change in ((), (LabelExample(2, "7" if own.labels[1] != 7 else "6"),)):
        driver.send(*change)
        driver.rest()
        driver.send(AskOutputs(OWN, 0))
        found, losses = driver.last(m.ExampleOutputs), own_of(driver)[-1]
        assert found.measurement == losses.measurement > first.measurement and losses.numbers[0] == 2
        np.testing.assert_allclose(found.outputs, y[1], rtol=1e-4)
        assert found.targets.argmax() == losses.labels[0]
        first = losses
