"""From dense to convolutional in the window: the engine's numbers, stage by stage, and three runs of one start."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from weakref import ref

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.analysis.unrolling import KINDS, Unrolled
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import unrolling_task
from core.engine.commands import EditParameter, ReleaseSample, ShowTestSample, Train, TrainTogether
from core.engine.snapshot import Example
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.presenters.unrolling_presenter import UnrollingPresenter
from gui.session.saved_race import SavedRace
from tests.gui.local_engine import engine_of, load_once, local_engine

# Where nothing hangs on how many there are.
pytestmark = pytest.mark.usefixtures("fewer_digits")

WAIT_MS = 60_000
SEED = 4


class Desk:
    """The window, whose engine compares and moves a few digits, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine = engine_of(window)
        self.issue = self.session.dispatcher.issue

    @property
    def presenter(self) -> UnrollingPresenter:
        return self.session.unrolling

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def open(self) -> None:
        self.issue(c.ShowUnrolling())
        self.until(lambda: self.presenter.page.scene.view is not None)

    @property
    def position(self) -> float:
        view = self.presenter.page.scene.view
        assert view is not None
        return view.position

    @property
    def shown(self) -> Example:
        displayed = self.session.network.displayed
        assert displayed is not None
        return displayed.example

    def updates(self) -> list[int]:
        """Those of the engine's runs, by rising number."""
        return [run.trainer.step_count for run in sorted(self.engine.runs, key=lambda run: run.number)]

    def row(self, key: str) -> tuple[str, ...]:
        return next(row.texts for row in self.presenter.page.race.table.rows if row.key == key)


def few_digits(choice: DatasetSpec) -> Dataset:
    """200 of them, so that L is soon measured."""
    whole = load_once(choice)
    few = {name: getattr(whole, name)[:200] for name in ("X_train", "y_train", "X_test", "y_test")}
    return replace(whole, **few)


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr("tests.gui.local_engine.load_once", cache(few_digits))
    monkeypatch.setattr(unrolling_task, "PROVED_DIGITS", 20)
    monkeypatch.setattr(unrolling_task, "SHIFTED_DIGITS", 20)
    window = MainWindow(Settings.in_memory(), SEED, engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def test_the_layers_on_the_page_are_the_engines_of_the_seed_on_screen_and_keys_lead_through_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A frame that comes late moves it by 0.1 s: there are several to a stage all the same.
    monkeypatch.setattr("gui.presenters.unrolling_presenter.STAGE_S", 0.3)
    desk.open()
    page = desk.presenter.page
    assert desk.window.network_area.page is page
    view = page.scene.view
    assert view is not None and view.made.layers.seed == SEED and view.made.agreement.digits == 21
    for shown, made in zip(view.made.layers.matrices, Unrolled(SEED).layers.matrices, strict=True):
        assert np.array_equal(shown, made)
    displayed = desk.session.network.displayed
    assert displayed is not None and view.made.example.is_same_sample(displayed.example)
    # Space leads on here, and trains nothing.
    page.setFocus()
    seen = set()
    for stage in (1.0, 2.0):
        desk.qtbot.keyClick(page, Qt.Key.Key_Space)
        desk.until(lambda stage=stage: seen.add(desk.position) or desk.position == stage)  # type: ignore[misc]
    assert any(0 < position < 1 for position in seen) and not desk.session.store.state.running
    desk.qtbot.keyClick(page, Qt.Key.Key_Left)
    desk.until(lambda: desk.position == 1.0)
    # Where motion is reduced a stage is there at once.
    desk.issue(c.Toggle("reduced_motion"))
    desk.presenter.go_to(2)
    assert desk.position == 2.0
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.window.network_area.page is None and not desk.presenter.is_open
    assert desk.updates() == [0]
    # A digit that was chosen meanwhile is there when one comes back, and one of the training, too.
    for command, origin in ((ShowTestSample("next"), "test"), (ReleaseSample(), "train")):
        desk.issue(command)
        desk.until(lambda origin=origin: desk.shown.origin == origin)  # type: ignore[misc]
        desk.issue(c.ShowUnrolling())
        desk.until(lambda: page.scene.view.made.example.is_same_sample(desk.shown))  # type: ignore[union-attr]
        desk.issue(c.ShowUnrolling())
    # In another session nothing is left of them, and they are made again for who looks.
    assert not desk.presenter.is_open
    last = ref(page.scene.view.made)  # type: ignore[union-attr]
    del view, made, shown
    desk.presenter.restore(SavedRace())
    gc.collect()
    assert last() is None and page.scene.view is None
    desk.open()


def test_three_runs_of_one_start_are_trained_together_and_the_one_before_stays_as_it_was(desk: Desk) -> None:
    before = desk.engine.current.trainer.network.parameters.copy()
    desk.open()
    page = desk.presenter.page
    desk.presenter.go_to(3)
    desk.qtbot.mouseClick(page.race.run, Qt.MouseButton.LeftButton)
    desk.until(lambda: len(desk.engine.companions.runs) == 2 and min(desk.updates()[1:]) > 2)
    runs = desk.presenter.runs
    assert runs == (1, 2, 3) and desk.engine.number == 3
    layers = [desk.engine.run(run).trainer.network.topology.layers[0] for run in runs]  # type: ignore[union-attr]
    assert [type(layer).__name__ for layer in layers] == ["Dense", "LocallyConnected2d", "Conv2d"]
    for run, kind in zip(runs, KINDS, strict=True):
        weights = desk.engine.run(run).origin.weights  # type: ignore[union-attr]
        assert weights is not None and np.array_equal(
            weights.parameters, Unrolled(SEED).same[kind].parameters
        )
        # No text in the language of this moment is kept.
        assert weights.name == f"unrolled/{kind}"
    # They are in the list, and their curves in the plot of L; the table has the engine's numbers.
    rows = desk.session.sides.side.known
    assert [choice.run for choice in rows.choices] == [0, 1, 2, 3]
    assert sorted(desk.presenter._rows.notes.curves(3)) == [1, 2]
    desk.qtbot.mouseClick(page.race.run, Qt.MouseButton.LeftButton)
    desk.until(lambda: not desk.session.store.state.running and not desk.engine.companions.is_behind)
    made = desk.updates()[1]
    assert desk.updates() == [0, made, made, made]
    desk.until(lambda: desk.row("update") == (f"{made:,}",) * 3)
    trainers = [desk.engine.run(run).trainer for run in runs]  # type: ignore[union-attr]
    right = tuple(f"{100 * trainer.accuracy('test'):.1f} %" for trainer in trainers)
    desk.until(lambda: desk.row("measured") == (f"{made:,}",) * 3 and desk.row("test_accuracy") == right)
    # Undo leads back to the network before, which nothing was done to; there they are not trained together.
    desk.window.undo_stack.undo()
    desk.until(lambda: desk.engine.number == 0 and desk.session.runs.info.run == 0)  # type: ignore[union-attr]
    desk.until(lambda: "not trained together" in page.race._settings.text())
    assert np.array_equal(desk.engine.current.trainer.network.parameters, before)
    # Run goes on with the three.
    desk.qtbot.mouseClick(page.race.run, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.engine.number == 3 and min(desk.updates()[1:]) > made)
    assert desk.presenter.runs == runs and desk.updates()[0] == 0


def test_what_is_set_is_set_for_all_three_and_they_go_on_together_or_not_at_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.presenters.unrolling_presenter.RACE_UPDATES", 5)
    desk.open()
    desk.presenter.go_to(3)
    race = desk.presenter.page.race

    def configs() -> list[tuple[float, int | None]]:
        trainers = [desk.engine.run(run).trainer for run in desk.presenter.runs]  # type: ignore[union-attr]
        return [(one.config.learning_rate, one.config.batch_size) for one in trainers]

    def says(words: str) -> None:
        desk.until(lambda: words in race._settings.text())

    desk.qtbot.mouseClick(race.run, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.updates() == [0, 5, 5, 5] and not desk.session.store.state.running)
    says("same batches: Adam, η = 0.001, batch 32. Optimizer, η, batch and other settings")
    for name, value in (("learning_rate", 0.01), ("batch_size", 100)):
        desk.issue(c.SetConfig(name, value))
    says("same batches: Adam, η = 0.01, batch 100. Settings were changed on the way, in all three alike.")
    assert configs() == [(0.01, 100)] * 3 and desk.window.message_bar.text.startswith("All three")
    rows = desk.presenter._rows
    assert [rows.infos[run].config.batch_size for run in desk.presenter.runs] == [100] * 3
    assert [len(rows.infos[run].changes) for run in desk.presenter.runs] == [2] * 3
    desk.issue(Train(3))
    desk.until(lambda: desk.updates() == [0, 8, 8, 8] and not desk.session.store.state.running)
    assert len(desk.engine.companions.runs) == 2
    for _ in range(2):
        desk.window.undo_stack.undo()
    says("same batches: Adam, η = 0.001, batch 32. Settings were changed")
    assert configs() == [(0.001, 32)] * 3
    # What comes along with another optimizer comes to all, too.
    desk.issue(c.SetConfig("optimizer", "sgd"))
    says("SGD, η = 0.1")
    assert configs() == [(0.1, 32)] * 3 and "all three of the race" in desk.window.message_bar.text
    # One of them is trained on by itself, with a rate of its own: Run trains none of them then.
    desk.session.engine.send(TrainTogether(()))
    says("not trained together any more")
    desk.issue(c.SetConfig("learning_rate", 0.2))
    says(
        "Their settings differ – dense: SGD, η = 0.1, batch 32; windows: SGD, η = 0.1, batch 32; shared: SGD, η = 0.2"
    )
    assert not any(row.best is not None for row in race.table.rows)
    desk.issue(Train(1))
    desk.until(lambda: desk.updates() == [0, 8, 8, 9] and not desk.session.store.state.running)
    desk.qtbot.mouseClick(race.run, Qt.MouseButton.LeftButton)
    says("“dense” stood at another batch. “windows” stood at another batch. “Run” trains them on together if")
    assert desk.updates() == [0, 8, 8, 9] and not desk.session.store.state.running


def test_a_chosen_digit_goes_through_the_layers_and_the_race_has_an_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.presenters.unrolling_presenter.RACE_UPDATES", 5)
    desk.open()
    desk.issue(ShowTestSample("next"))
    scene = desk.presenter.page.scene

    def shows_it() -> bool:
        displayed = desk.session.network.displayed
        assert displayed is not None and scene.view is not None
        return displayed.example.origin == "test" and scene.view.made.example.is_same_sample(
            displayed.example
        )

    desk.until(shows_it)
    assert scene.view is not None
    x = scene.view.made.example.x.astype(np.float64)
    for z, matrix in zip(scene.view.made.z, Unrolled(SEED).layers.matrices, strict=True):
        assert np.abs(z - x @ matrix).max() < 1e-5
    desk.presenter.go_to(3)
    desk.qtbot.mouseClick(desk.presenter.page.race.run, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.updates() == [0, 5, 5, 5] and not desk.session.store.state.running)


def test_moved_digits_are_measured_while_the_page_is_there(desk: Desk) -> None:
    desk.open()
    desk.presenter.go_to(3)
    desk.qtbot.mouseClick(desk.presenter.page.race.run, Qt.MouseButton.LeftButton)
    desk.until(lambda: all(len(own) >= 2 for own in desk.presenter.page.race.curves.measured))
    last = [own[-1] for own in desk.presenter.page.race.curves.measured]
    assert [each.run for each in last] == [1, 2, 3] and all(each.digits == 20 for each in last)
    desk.presenter.close()
    desk.until(lambda: not desk.engine.unrolling._watched)


def test_after_an_edit_what_was_measured_before_says_so_and_is_not_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    desk.presenter.go_to(3)
    desk.qtbot.mouseClick(desk.presenter.page.race.run, Qt.MouseButton.LeftButton)
    desk.until(lambda: all(len(own) >= 1 for own in desk.presenter.page.race.curves.measured))
    desk.issue(c.ToggleRunning())
    desk.until(lambda: not desk.session.store.state.running and not desk.engine.companions.is_behind)
    made = f"{desk.updates()[1]:,}"
    desk.until(lambda: desk.row("measured") == desk.row("moved") == (made,) * 3)
    run = desk.engine.current
    place = ParameterLocation(len(run.trainer.network.topology.layers) - 1, 5)
    # As on a machine that is busy: nothing is measured anew for a while.
    with monkeypatch.context() as held:
        held.setattr(desk.engine.unrolling, "work", lambda _: None)
        held.setattr(desk.engine.unrolling, "seconds_until_due", lambda: 1.0)
        desk.issue(EditParameter(run.number, 1, place, 9.0, run.permutations))
        desk.until(lambda: desk.row("moved") == (made, made, f"{made} (θ edited since)"))
        saved = desk.presenter.saved().shifted
        assert [desk.updates()[1] in each.updates for each in saved] == [True, True, False]
    desk.until(lambda: desk.row("measured") == desk.row("moved") == (made,) * 3)
    assert sorted(each.run for each in desk.presenter.saved().exact) == [*desk.presenter.runs]


def test_a_race_that_was_saved_has_its_table_again_and_goes_on(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    desk.presenter.go_to(3)
    race = desk.presenter.page.race
    desk.qtbot.mouseClick(race.run, Qt.MouseButton.LeftButton)
    desk.until(lambda: all(len(own) >= 2 for own in race.curves.measured))
    desk.issue(c.ToggleRunning())
    desk.until(lambda: not desk.session.store.state.running and not desk.engine.companions.is_behind)
    made = f"{desk.updates()[1]:,}"
    desk.until(lambda: desk.row("measured") == desk.row("moved") == (made,) * 3)
    rows, curves, path = race.table.rows, race.curves.measured, str(tmp_path / "a.backlight")
    desk.issue(c.SaveFile(path))
    desk.until(lambda: Path(path).exists() and not desk.session.sessions.files.is_modified)
    # Another session, with another seed: there is no race in it.
    desk.issue(c.BeginSession())
    desk.until(lambda: desk.session.runs.info.architecture.seed != SEED)  # type: ignore[union-attr]
    assert desk.presenter.runs == ()
    # The page is where it was; it is put away, and the file opened.
    desk.presenter.close()
    desk.issue(c.OpenFile(path))
    desk.until(lambda: len(desk.presenter.runs) == 3 and desk.session.runs.info.run > 4)  # type: ignore[union-attr]
    desk.open()
    desk.presenter.go_to(3)
    desk.until(lambda: race.table.rows == rows)
    for one, other in zip(race.curves.measured, curves, strict=True):
        assert [each.update for each in one] == [each.update for each in other]
        assert one[-1].shifted.accuracies == other[-1].shifted.accuracies
    view = desk.presenter.page.scene.view
    assert view is not None and view.made.layers.seed == SEED
    # Run goes on with the three.
    desk.qtbot.mouseClick(race.run, Qt.MouseButton.LeftButton)
    desk.until(
        lambda: min(desk.engine.run(run).trainer.step_count for run in desk.presenter.runs) > int(made)
    )  # type: ignore[union-attr]
