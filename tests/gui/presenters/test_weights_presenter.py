"""Weights leave the real window and come back into it; code stands on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from safetensors.numpy import load_file, save_file

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import EditParameter, Train
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.app import commands as c
from gui.app.background_task import RefusedError
from gui.app.main_window import MainWindow
from gui.exchange.weights_dialog import WeightsDialog
from gui.presenters import weights_presenter
from tests.gui.local_engine import engine_of, work_until
from tests.gui.presenters.exporting import WAIT_MS, saving_into, shown


class Desk:
    """The window and its engine."""

    def __init__(self, qtbot: QtBot, window: MainWindow, folder: Path) -> None:
        self.qtbot, self.window, self.folder = qtbot, window, folder

    def issue(self, command: object) -> None:
        self.window.composition.dispatcher.issue(command)

    def said(self, text: str) -> None:
        """Wait until the window says this."""
        self.qtbot.waitUntil(lambda: text in self.window.message_bar.text, timeout=WAIT_MS)

    def train(self, updates: int) -> None:
        """Make so many updates more."""
        made = engine_of(self.window).current.trainer.step_count + updates
        self.issue(Train(updates))
        work_until(self.window, made)
        self.wait_for(self.run, made)

    def wait_for(self, run: int, update: int, *commands: object) -> None:
        """Issue these, and wait until this run is on screen at this update."""
        for command in commands:
            self.issue(command)
        network = self.window.composition.network
        self.qtbot.waitUntil(
            lambda: (network.displayed.run, network.displayed.update) == (run, update), timeout=WAIT_MS
        )

    @property
    def run(self) -> int:
        """The run in the engine."""
        return engine_of(self.window).number

    @property
    def parameters(self) -> np.ndarray:
        """θ in the engine."""
        return engine_of(self.window).current.trainer.network.parameters

    def save(self, name: str, *sizes: int, **metadata: str) -> str:
        """A file of a Sequential with Linear layers of these sizes."""
        rng = np.random.default_rng(4)
        tensors: dict[str, np.ndarray] = {}
        for number, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:], strict=False)):
            tensors[f"{2 * number}.weight"] = rng.normal(size=(fan_out, fan_in)).astype("f4") / 10
            tensors[f"{2 * number}.bias"] = rng.normal(size=fan_out).astype("f4")
        save_file(tensors, self.folder / name, metadata or None)
        return str(self.folder / name)


@pytest.fixture
def desk(fewer_digits: None, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with shown(qtbot, saving_into(tmp_path)) as window:
        yield Desk(qtbot, window, tmp_path)


def test_what_is_on_screen_is_saved_with_its_update(desk: Desk) -> None:
    desk.train(7)
    path = desk.folder / "a ✓.safetensors"
    desk.issue(c.ExportWeights(str(path)))
    desk.said(f"The weights of update 7 are saved: {path}.")
    layers = engine_of(desk.window).current.trainer.network.layers
    tensors = load_file(path)
    for index, layer in zip((0, 2, 4), layers, strict=True):
        np.testing.assert_array_equal(tensors[f"{index}.weight"], layer.W.T)
        np.testing.assert_array_equal(tensors[f"{index}.bias"], layer.b)
    assert "residual" not in desk.window.message_bar.text


def test_at_the_end_of_a_walkthrough_the_weights_that_are_drawn_are_saved_under_their_update(
    desk: Desk,
) -> None:
    desk.train(2)
    network = desk.window.composition.network
    desk.issue(c.SetSpeed(0))
    desk.issue(c.MakeUpdate())
    desk.qtbot.waitUntil(lambda: network.is_in_walkthrough, timeout=WAIT_MS)
    before = desk.folder / "before.safetensors"
    desk.issue(c.ExportWeights(str(before)))
    desk.said("The weights of update 2 are saved")
    while network.player.applied is None:
        desk.issue(c.NextPhase())
        desk.qtbot.wait(20)
    frame = desk.window.network_view._composed_frame
    desk.qtbot.waitUntil(lambda: frame.edges.drawn_update == 3, timeout=WAIT_MS)
    # The example's numbers are of before the update still, the connections of after it.
    assert network.is_in_walkthrough and network.displayed.update == 2
    after = desk.folder / "after.safetensors"
    desk.issue(c.ExportWeights(str(after)))
    desk.said("The weights of update 3 are saved")
    np.testing.assert_array_equal(
        load_file(after)["0.weight"], desk.parameters[: 256 * 32].reshape(256, 32).T
    )
    assert not np.array_equal(load_file(before)["0.weight"], load_file(after)["0.weight"])
    desk.issue(c.CopyCode("pytorch"))
    desk.said("It loads after.safetensors.")


def test_npz_is_saved_by_its_ending(desk: Desk) -> None:
    path = desk.folder / "a.NPZ"
    desk.issue(c.ExportWeights(str(path)))
    desk.said("are saved")
    with np.load(path, allow_pickle=False) as file:
        np.testing.assert_array_equal(file["W1"].ravel(), desk.parameters[: 256 * 32])


def test_the_systems_dialog_offers_a_name_with_the_update_and_saves_what_was_seen_when_it_opened(
    desk: Desk,
) -> None:
    desk.train(3)
    desk.window.actions_["action_export_weights"].trigger()
    dialog = desk.window.findChild(QFileDialog, "choose_weights_file")
    assert Path(dialog.selectedFiles()[0]).name == "backlight-update-3.safetensors"
    before = desk.parameters.copy()
    desk.train(5)
    path = str(desk.folder / "seen.npz")
    dialog.fileSelected.emit(path)
    dialog.reject()
    desk.said("The weights of update 3 are saved")
    with np.load(path) as file:
        np.testing.assert_array_equal(file["b3"], before[-10:])


def test_a_place_that_can_not_be_written_to_is_said_and_nothing_is_changed(desk: Desk) -> None:
    desk.issue(c.ExportWeights("/nowhere/at all/a.safetensors"))
    desk.said("/nowhere/at all/a.safetensors could not be written")


def test_a_name_that_promises_another_format_is_refused(desk: Desk) -> None:
    desk.issue(c.ExportWeights(str(desk.folder / "model.pt")))
    desk.said("model.pt: a file of weights ends in .safetensors or .npz.")
    assert not list(desk.folder.iterdir())


def test_residual_layers_are_said_to_need_the_code(desk: Desk) -> None:
    runs = desk.window.composition.runs
    assert runs.info is not None
    desk.issue(c.SetArchitecture(runs.info.architecture.changed(hidden=(8, 8), skip=True)))
    desk.wait_for(1, 0)
    desk.issue(c.ExportWeights(str(desk.folder / "a.safetensors")))
    desk.said("the copied code loads them, a plain Sequential does not")


@pytest.mark.parametrize(
    ("framework", "line"), [("pytorch", "from torch import nn"), ("keras", "import keras")]
)
def test_copied_code_loads_the_file_that_was_exported_or_says_that_it_is_not_there(
    desk: Desk, framework: str, line: str
) -> None:
    desk.window.actions_[f"action_copy_{framework}"].trigger()
    text = QGuiApplication.clipboard().text()
    assert line in text.splitlines() and "load_file('backlight-update-0.safetensors')" in text
    assert desk.window.message_bar.findChild(QPushButton).text() == "Export weights…"
    assert "which is not there yet" in desk.window.message_bar.text
    desk.issue(c.ExportWeights(str(desk.folder / "mine.safetensors")))
    desk.said("are saved")
    desk.issue(c.CopyCode(framework))
    assert "load_file('mine.safetensors')" in QGuiApplication.clipboard().text()
    assert desk.window.message_bar.text == "The code is on the clipboard. It loads mine.safetensors."
    # After another update the file holds other weights than those on screen.
    desk.train(1)
    desk.issue(c.CopyCode(framework))
    assert "load_file('backlight-update-1.safetensors')" in QGuiApplication.clipboard().text()


def test_weights_that_were_exported_open_as_they_were(desk: Desk) -> None:
    desk.train(4)
    saved = desk.parameters.copy()
    path = str(desk.folder / "a.safetensors")
    desk.issue(c.ExportWeights(path))
    desk.said("are saved")
    desk.train(5)
    desk.wait_for(1, 0, c.OpenWeights(path))
    desk.said("A new run begins with the weights of a.safetensors: 256 → 32 → 16 → 10.")
    np.testing.assert_array_equal(desk.parameters, saved)
    assert desk.window.findChild(QComboBox, "initializer").placeholderText() == "from a.safetensors"
    assert desk.window.findChild(WeightsDialog) is None
    desk.window.undo_stack.undo()
    desk.wait_for(0, 9)


def test_an_activation_that_the_file_does_not_name_is_asked_for(desk: Desk) -> None:
    desk.issue(c.OpenWeights(desk.save("b.safetensors", 256, 12, 10)))
    desk.qtbot.waitUntil(lambda: desk.window.findChild(WeightsDialog) is not None, timeout=WAIT_MS)
    dialog = desk.window.findChild(WeightsDialog)
    box = dialog.findChild(QComboBox, "weights_activation")
    box.setCurrentIndex(box.findData("gelu"))
    dialog.findChild(QPushButton, "open_weights").click()
    desk.wait_for(1, 0)
    desk.said("A new run begins with the weights of b.safetensors: 256 → 12 → 10.")
    assert engine_of(desk.window).current.origin.architecture.activations == ("gelu",)


def test_the_systems_dialog_asks_for_the_file(desk: Desk) -> None:
    path = desk.save("c.safetensors", 256, 10)
    desk.window.actions_["action_open_weights"].trigger()
    dialog = desk.window.findChild(QFileDialog, "choose_weights")
    dialog.fileSelected.emit(path)
    dialog.reject()
    desk.said("A new run begins with the weights of c.safetensors: 256 → 10.")


def test_what_can_not_be_opened_is_said_by_its_layer_and_the_run_stays(desk: Desk) -> None:
    desk.train(2)
    before = desk.parameters.copy()
    wrong: tuple[tuple[tuple[int, ...], dict[str, str], str], ...] = (
        ((784, 12, 10), {}, "layer 0 takes 784 numbers, and an example has 256"),
        ((256, 12, 3), {}, "layer 2 gives 3 numbers, and the examples need 10"),
        ((256, 12, 10), {"activations": "swish,softmax"}, "the activation of layer 0 is swish"),
    )
    for sizes, metadata, sentence in wrong:
        for activation in (None, "relu"):
            desk.window.message_bar.show_message("nothing yet")
            desk.window.message_bar.hide()
            desk.issue(c.OpenWeights(desk.save("d.safetensors", *sizes, **metadata), activation))
            desk.said(sentence)
        np.testing.assert_array_equal(desk.parameters, before, err_msg=sentence)
        assert engine_of(desk.window).number == 0 and desk.window.undo_stack.count() == 0, sentence


def test_weights_suit_the_examples_that_are_on_screen_when_they_come_in(desk: Desk) -> None:
    moons = DatasetSpec("plane", "moons", count=50)
    desk.wait_for(1, 0, c.ChooseData(moons))
    desk.wait_for(2, 0, c.OpenWeights(desk.save("e.safetensors", 2, 6, 2), "tanh"))
    desk.said("A new run begins with the weights of e.safetensors: 2 → 6 → 2.")
    desk.train(3)
    desk.wait_for(3, 0, c.Rewind())
    np.testing.assert_array_equal(desk.parameters[-2:], load_file(desk.folder / "e.safetensors")["2.bias"])


def test_of_standardised_columns_mean_and_deviation_are_said_to_be_there(desk: Desk) -> None:
    table = desk.folder / "own.csv"
    table.write_text(
        "x,y,kind\n" + "".join(f"{number},{number % 5},{'ab'[number % 2]}\n" for number in range(40))
    )
    desk.wait_for(1, 0, c.ChooseData(DatasetSpec("own", path=str(table))))
    desk.issue(c.CopyCode("pytorch"))
    assert "\nmean = [" in QGuiApplication.clipboard().text()
    assert "mean and deviation of each column stand in it" in desk.window.message_bar.text
    desk.issue(c.ExportWeights(str(desk.folder / "s.safetensors")))
    desk.said("(value − mean) / deviation")


def test_code_does_not_load_a_file_that_could_not_be_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.folder / "full.safetensors"

    def refuse(make_bytes: object, path: str, job: object) -> str:
        raise RefusedError(f"{path} could not be written to its end.")

    monkeypatch.setattr(weights_presenter, "write_file", refuse)
    desk.issue(c.ExportWeights(str(path)))
    desk.said("could not be written to its end")
    desk.issue(c.CopyCode("pytorch"))
    assert "full.safetensors" not in QGuiApplication.clipboard().text()


def test_code_does_not_load_a_file_from_before_a_weight_was_set_by_hand(desk: Desk) -> None:
    desk.issue(c.ExportWeights(str(desk.folder / "before.safetensors")))
    desk.said("are saved")
    network = desk.window.composition.network
    desk.issue(EditParameter(0, 1, ParameterLocation(0, 0), 0.5, 0))
    desk.qtbot.waitUntil(lambda: network.displayed.edit_count == 1, timeout=WAIT_MS)
    desk.issue(c.CopyCode("pytorch"))
    assert "backlight-update-0.safetensors" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("ending", ["safetensors", "npz"])
def test_a_file_of_weights_that_is_dropped_or_opened_begins_a_run_as_from_the_menu(
    desk: Desk, ending: str
) -> None:
    desk.train(4)
    path, theirs = desk.folder / f"net.{ending}", desk.parameters.copy()
    desk.issue(c.ExportWeights(str(path)))
    desk.said("are saved")
    desk.train(2)
    desk.window.files_dropped.emit([str(path)])
    desk.wait_for(1, 0)
    np.testing.assert_array_equal(desk.parameters, theirs)
    desk.issue(c.OpenFile(str(path)))
    desk.wait_for(2, 0)
    np.testing.assert_array_equal(desk.parameters, theirs)


def test_a_dropped_file_that_names_no_activations_is_asked_for_them(desk: Desk) -> None:
    desk.window.files_dropped.emit([desk.save("net.safetensors", 256, 9, 10)])
    desk.qtbot.waitUntil(
        lambda: (dialog := desk.window.findChild(WeightsDialog)) is not None and dialog.isVisible(),
        timeout=WAIT_MS,
    )
    desk.window.findChild(WeightsDialog).reject()


def test_a_network_of_windows_leaves_and_comes_back_with_the_same_weights(desk: Desk) -> None:
    layers = (
        Conv2d(2, 5, 3, picture=(16, 16), bias_per_cell=True),
        MaxPool2d(2),
        Dense(10, "softmax"),
    )
    presenter = desk.window.composition.runs
    assert presenter.info is not None
    desk.issue(c.SetArchitecture(replace(presenter.info.architecture, layers=layers)))
    desk.wait_for(desk.run + 1, 0)
    desk.train(3)
    before, path = desk.parameters.copy(), str(desk.folder / "a.safetensors")
    desk.issue(c.ExportWeights(path))
    desk.said("modules of their own")
    run = desk.run
    desk.train(2)
    desk.wait_for(run + 1, 0, c.OpenWeights(path))
    np.testing.assert_array_equal(desk.parameters, before)
    assert engine_of(desk.window).current.origin.architecture.layers == layers
    desk.issue(c.CopyCode("pytorch"))
    assert "class CellBias" in QGuiApplication.clipboard().text()


def test_pictures_are_taken_to_be_as_large_as_the_examples_where_the_file_does_not_say_it(desk: Desk) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import save_file as save_model

    nn = torch.nn
    model = nn.Sequential(nn.Conv2d(1, 3, 4, stride=4), nn.Tanh(), nn.Flatten(), nn.Linear(48, 10))
    plain, printed = str(desk.folder / "plain.safetensors"), str(desk.folder / "printed.safetensors")
    save_model(model.state_dict(), plain)
    save_model(model.state_dict(), printed, metadata={"modules": str(model)})
    desk.issue(c.OpenWeights(plain))
    desk.said('save it with metadata={"modules": str(model)}')
    desk.wait_for(desk.run + 1, 0, c.OpenWeights(printed))
    assert engine_of(desk.window).current.trainer.network.sizes == (256, 48, 10)
