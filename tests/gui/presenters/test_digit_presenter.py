"""Which digit is watched, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from core.data.dataset_spec import DatasetSpec
from core.engine.commands import ReleaseSample, ShowDrawing, ShowTestSample
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo, Snapshot
from core.nn.architecture import Architecture
from core.training.trainer import TrainingConfig
from gui.network.geometry.text_width import text_width
from gui.presenters import digit_presenter
from gui.presenters.digit_presenter import DigitPresenter
from gui.theme.tokens import Theme
from gui.widgets.translated import Words, text_of

MakeSnapshot = Callable[..., Snapshot]
INK = np.ones((16, 16), np.float32)


class Panel(QObject):
    """Stands for the Draw panel: its signals, and what it was shown."""

    ink_changed = Signal(object)
    refused = Signal(object)
    strokes_changed = Signal()
    intended_label_changed = Signal(object)
    changed = Signal(object)
    test_digit_wanted = Signal(str, object)
    released = Signal()

    def __init__(self) -> None:
        super().__init__()
        # One object stands for all parts of the panel.
        self.chooser = self.intended_label_row = self.intended_labels = self.canvas = self
        self.chosen_class: int | None = None
        self.shown: dict[str, Any] = {}
        self.lifted = 0

    def lift(self) -> None:
        self.lifted += 1

    def show_origin(self, origin: str, is_chosen: bool = False) -> None:
        self.shown["origin"] = origin

    def show(self, label: int | None) -> None:
        self.shown["meant"] = label

    def forget(self) -> None:
        self.shown["meant"] = None

    def show_data(self, data: DataInfo) -> None:
        self.shown["data"] = data

    def show_ink(self, x: Any) -> None:
        self.shown["ink"] = x

    def show_source(self, text: str) -> None:
        self.shown["source"] = text


class View(QObject):
    """Stands for the network view."""

    hard_sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = self.place = ""

    def show_title(self, text: str) -> None:
        self.title = text

    def show_place(self, text: str) -> None:
        self.place = text


class Messages:
    """Stands for the message bar."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.withdrawn: list[Words] = []

    def show_message(self, words: Words, kind: str = "info") -> None:
        self.said.append((text_of(words), kind))

    def withdraw(self, words: Words) -> None:
        self.withdrawn.append(words)


class Desk:
    def __init__(self, engine: Any) -> None:
        self.panel, self.view, self.messages = Panel(), View(), Messages()
        self.engine = engine
        self.presenter = DigitPresenter(self.panel, self.view, self.messages, engine)  # type: ignore[arg-type]
        self.presenter.show_run(
            RunInfo(0, Architecture.dense(), TrainingConfig(), (256, 10), 2570, 60_000, 10_000, 1875)
        )


@pytest.fixture
def desk(engine: Any) -> Desk:
    return Desk(engine)


def test_a_drawing_becomes_the_displayed_sample(desk: Desk) -> None:
    desk.panel.ink_changed.emit(INK)
    (drawing,) = desk.engine.sent
    assert isinstance(drawing, ShowDrawing) and drawing.label is None
    np.testing.assert_array_equal(drawing.x, INK)


def test_an_empty_canvas_gives_the_network_back_to_its_digits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[object, str]] = []
    monkeypatch.setattr(digit_presenter, "announce", lambda *said: heard.append(said))
    desk.panel.ink_changed.emit(INK)
    assert heard == []
    desk.panel.ink_changed.emit(None)
    assert desk.engine.kinds() == [ShowDrawing, ReleaseSample]
    assert heard == [(desk.panel.canvas, "The canvas is empty.")]


def test_the_digit_that_was_meant_goes_with_the_drawing(desk: Desk) -> None:
    desk.panel.ink_changed.emit(INK)
    desk.panel.intended_label_changed.emit(3)
    desk.panel.ink_changed.emit(INK)
    assert [drawing.label for drawing in desk.engine.sent] == [None, 3, 3]


def test_a_new_drawing_does_not_inherit_what_the_last_one_meant(desk: Desk) -> None:
    desk.panel.ink_changed.emit(INK)
    desk.panel.intended_label_changed.emit(3)
    desk.panel.ink_changed.emit(None)
    desk.panel.ink_changed.emit(INK)
    assert desk.engine.sent[-1].label is None


def test_what_undo_brings_back_is_what_it_was_meant_to_be(desk: Desk) -> None:
    desk.panel.ink_changed.emit(INK)
    desk.panel.intended_label_changed.emit(3)
    desk.panel.ink_changed.emit(None)
    desk.panel.changed.emit(3)
    assert len(desk.engine.sent) == 3
    desk.panel.ink_changed.emit(INK)
    assert desk.engine.sent[-1].label == desk.presenter.intended_label == 3


def test_meaning_a_digit_without_a_drawing_asks_for_nothing(desk: Desk) -> None:
    desk.panel.intended_label_changed.emit(3)
    assert desk.engine.sent == []


@pytest.mark.parametrize("how", ["next", "previous", "random", "wrong"])
@pytest.mark.parametrize("chosen", [None, 0, 9])
def test_test_digits_are_of_the_chosen_class(desk: Desk, how: str, chosen: int | None) -> None:
    desk.panel.chosen_class = chosen
    desk.presenter.show_sample(ShowTestSample(how))
    assert desk.engine.sent == [ShowTestSample(how, chosen)]
    desk.presenter.show_sample(ShowTestSample(how, 3))
    assert desk.engine.sent[-1] == ShowTestSample(how, 3)


def test_the_panels_own_buttons_ask_for_the_same(desk: Desk) -> None:
    desk.panel.test_digit_wanted.emit("next", 4)
    desk.panel.released.emit()
    assert desk.engine.sent == [ShowTestSample("next", 4), ReleaseSample()]


def test_whoever_asks_for_another_example_has_lifted_the_pen(desk: Desk) -> None:
    """As long as it is down, what is drawn is what the panel shows."""
    for count, ask in enumerate(
        (
            lambda: desk.presenter.show_sample(ShowTestSample("next")),
            lambda: desk.panel.test_digit_wanted.emit("next", None),
            desk.view.hard_sample_wanted.emit,
            desk.panel.released.emit,
        ),
        1,
    ):
        ask()
        assert desk.panel.lifted == count


def test_the_view_may_ask_for_a_hard_example(desk: Desk) -> None:
    desk.view.hard_sample_wanted.emit()
    assert desk.engine.sent == [ShowTestSample("wrong", None)]


def test_a_training_digit_is_one_of_those_in_l(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.show_displayed_snapshot(snapshot_of(origin="train", index=41_234, label=5))
    assert desk.view.title == desk.panel.shown["source"] == "training digit 41,234, a 5"
    assert desk.view.place == "1 of 60,000 in L"


def test_a_digit_eight_is_an_8(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.show_displayed_snapshot(snapshot_of(origin="train", index=9_543, label=8))
    assert desk.view.title == desk.panel.shown["source"] == "training digit 9,543, an 8"


def test_a_c_with_neurons_dropped_is_none_of_those_in_l(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of(origin="train", index=41_234, label=5)
    masked = replace(snapshot.trace, flat_mask=np.ones_like(snapshot.trace.flat_z))
    desk.presenter.show_displayed_snapshot(replace(snapshot, trace=masked))
    assert desk.view.place == "with dropout: not in L"
    # It has the room of the one that is said of test examples.
    said = text_width(desk.view.place, "caption", Theme())
    assert said <= text_width("not in L: watched only", "caption", Theme())
    desk.presenter.show_displayed_snapshot(snapshot)
    assert desk.view.place == "1 of 60,000 in L"


def test_a_shuffled_label_is_not_called_what_the_digit_is(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of(origin="train", index=12, label=3)
    desk.presenter.show_displayed_snapshot(
        replace(snapshot, example=replace(snapshot.example, is_shuffled=True))
    )
    assert desk.view.title == "training digit 12, label 3 (shuffled)"


@pytest.mark.parametrize(
    ("origin", "label", "title"),
    [
        ("test", 9, "test digit 7, a 9: watched, not trained on"),
        ("test", 8, "test digit 7, an 8: watched, not trained on"),
        ("drawing", None, "your drawing: watched, not trained on"),
        ("drawing", 2, "your drawing: watched, not trained on"),
        ("own", 8, "own 7, an 8: watched, not trained on"),
    ],
)
def test_what_is_only_watched_is_said_to_be_so(
    desk: Desk, snapshot_of: MakeSnapshot, origin: str, label: int | None, title: str
) -> None:
    index = None if origin == "drawing" else 7
    desk.presenter.show_displayed_snapshot(snapshot_of(origin=origin, index=index, label=label))
    assert desk.view.title == title
    assert desk.view.place == "not in L: watched only"
    assert desk.panel.shown["origin"] == origin


def test_the_pictures_title_does_not_wait_for_what_the_panel_says(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    """While the picture of another example is made its title is made, too; the panel is still of the one before."""
    desk.presenter.show_displayed_snapshot(snapshot_of(origin="test", index=7, label=3))
    before = dict(desk.panel.shown)
    desk.presenter.show_in_picture(snapshot_of(origin="test", index=8, label=5))
    desk.presenter.retranslate()
    assert "test digit 8, a 5" in desk.view.title and desk.panel.shown == before


def test_the_preview_shows_what_the_network_reads(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of()
    desk.presenter.show_displayed_snapshot(snapshot)
    np.testing.assert_array_equal(desk.panel.shown["ink"], snapshot.example.x)


def test_showing_a_scene_asks_for_nothing(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    for origin in ("train", "test"):
        desk.presenter.show_displayed_snapshot(snapshot_of(origin=origin))
    desk.presenter.retranslate()
    assert desk.engine.sent == []


def test_a_digit_that_is_not_there_is_said_in_one_sentence(desk: Desk) -> None:
    desk.presenter.show_no_such_digit("wrong")
    desk.presenter.show_no_such_digit("next")
    assert desk.messages.said == [
        ("The network gets no such test example wrong.", "info"),
        ("The test set has no such example.", "info"),
    ]


def test_it_can_be_said_again_in_another_language(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.retranslate()
    desk.presenter.show_displayed_snapshot(snapshot_of())
    before = desk.view.title
    desk.view.title = ""
    desk.presenter.retranslate()
    assert desk.view.title == before


def info_of(data: DataInfo) -> RunInfo:
    return RunInfo(
        0, Architecture.dense(), TrainingConfig(), (256, 10), 2570, 60_000, 10_000, 1875, data=data
    )


def test_the_answer_of_a_drawing_comes_back_with_its_run(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    points = DataInfo(DatasetSpec("plane", "moons"), ("0", "1"), None)
    desk.panel.ink_changed.emit(INK)
    desk.panel.intended_label_changed.emit(4)
    desk.presenter.show_run(info_of(points))
    desk.presenter.show_displayed_snapshot(snapshot_of(update=1))
    assert desk.panel.shown["meant"] is None
    desk.presenter.show_run(info_of(DataInfo()))
    desk.presenter.show_displayed_snapshot(snapshot_of(update=2, origin="drawing", index=None, label=1))
    assert desk.panel.shown["meant"] == 1
    desk.panel.ink_changed.emit(INK)
    assert desk.engine.sent[-1].label == 1


def test_what_cannot_be_drawn_asks_for_no_drawing(desk: Desk) -> None:
    desk.presenter.show_run(info_of(DataInfo(DatasetSpec("plane", "moons"), ("0", "1"), None)))
    desk.panel.ink_changed.emit(INK)
    desk.panel.intended_label_changed.emit(1)
    assert desk.engine.sent == []


def test_what_is_not_a_digit_is_not_called_one(
    desk: Desk, snapshot_of: MakeSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = DataInfo(DatasetSpec("own", path="a"), ("cat", "dog"), None)
    snapshot = replace(snapshot_of(update=1, label=1), data=own)
    desk.presenter.show_displayed_snapshot(snapshot)
    assert desk.view.title == "training example 7: dog"
    example = replace(snapshot.example, label=None, target=np.array([0.5, -2.0]))
    desk.presenter.show_displayed_snapshot(replace(snapshot, example=example))
    assert desk.view.title == "training example 7: ŷ = 0.50, −2.00"
    # Numbers in a row: Chinese has a mark of its own between them.
    monkeypatch.setattr(digit_presenter, "enumerated", "、".join)
    desk.presenter.show_displayed_snapshot(replace(snapshot, example=replace(example, index=8)))
    assert desk.view.title.endswith("ŷ = 0.50、−2.00")


def test_why_an_image_cannot_be_pasted_is_said(desk: Desk) -> None:
    desk.panel.refused.emit(lambda: "There is no image.")
    assert desk.messages.said == [("There is no image.", "info")]


def test_an_infinite_c_is_said_to_be_too_large_to_write(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of(origin="train", index=41_234, label=5)
    desk.presenter.show_displayed_snapshot(
        replace(snapshot, trace=replace(snapshot.trace, loss=float("inf")))
    )
    assert desk.view.place == "too large, 1 of 60,000 in L"


def test_why_an_image_cannot_be_pasted_is_said_until_there_is_another_drawing(desk: Desk) -> None:
    first, second = (lambda: "There is no image."), (lambda: "No ink.")
    desk.panel.refused.emit(first)
    desk.panel.refused.emit(second)
    desk.panel.strokes_changed.emit()
    assert desk.messages.withdrawn == [second]
