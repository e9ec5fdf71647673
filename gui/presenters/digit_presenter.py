"""The digit that is shown: drawn by the user, taken from the test set, or chosen by the training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.analysis.example_losses import OWN
from core.engine.commands import ReleaseSample, ShowDrawing, ShowTestSample
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo, Snapshot
from gui.app.message_bar import MessageBar
from gui.drawing.draw_panel import DrawPanel
from gui.drawing.drawing_state import ShowStrokes
from gui.drawing.ink_preview import is_drawn_like
from gui.engine.client import EngineClient
from gui.network.view import NetworkView
from gui.session.window_content import SavedDrawing
from gui.widgets.announcement import announce
from gui.widgets.number_text import value_text
from gui.widgets.overflow_text import overflow_text
from gui.widgets.sentence_text import enumerated, listed, with_article
from gui.widgets.translated import Words


class DigitPresenter(QObject):
    """One concern: which example is watched."""

    def __init__(
        self,
        panel: DrawPanel,
        view: NetworkView,
        messages: MessageBar,
        engine: EngineClient,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._view = view
        self._messages = messages
        self._engine = engine
        self._ink: NDArray[np.float32] | None = None
        self._intended_label: int | None = None
        self._displayed: Snapshot | None = None
        self._pictured: Snapshot | None = None
        # Why no image could be taken, until there is another drawing.
        self._refused: Words = ""
        self._train_count = 0
        self._data, self._drawn, self._other_data = DataInfo(), True, False
        panel.ink_changed.connect(self._on_ink_changed)
        panel.refused.connect(self._say_refused)
        panel.canvas.strokes_changed.connect(lambda: messages.withdraw(self._refused))
        panel.intended_label_row.intended_label_changed.connect(self._on_intended_label_changed)
        panel.intended_labels.changed.connect(self._on_other_drawing)
        panel.chooser.test_digit_wanted.connect(lambda *wanted: self.show_sample(ShowTestSample(*wanted)))
        panel.chooser.released.connect(self._release)
        view.hard_sample_wanted.connect(lambda: self.show_sample(ShowTestSample("wrong")))

    def show_run(self, info: RunInfo) -> None:
        """How many examples L is the sum of, and what they are."""
        self._train_count = info.train_count
        if info.data != self._data:
            # The intended label is one of other classes.
            self._data, self._intended_label, self._other_data = info.data, None, True
            self._drawn = is_drawn_like(info.data)
            self._panel.show_data(info.data)
            self._panel.intended_labels.forget()

    def show_in_picture(self, snapshot: Snapshot) -> None:
        """Say it in the picture, which may take some frames to be of this snapshot."""
        self._pictured = snapshot
        self._view.show_title(self.title_of(snapshot))
        self._view.show_place(self.place_of(snapshot))

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Say which digit is on screen, and where its C belongs."""
        example = snapshot.example
        self._displayed = self._pictured = snapshot
        if self._other_data:
            self._other_data = False
            if example.origin == "drawing":
                # This is the label of the drawing of a run that is back.
                self._intended_label = example.label
                self._panel.intended_labels.show(example.label)
        self._panel.show_origin(example.origin, snapshot.is_chosen)
        self._panel.show_ink(example.x)
        self.retranslate()

    def saved_drawing(self) -> SavedDrawing:
        """The canvas, and what its drawing is meant to be."""
        shown = self._panel.canvas.shown
        return SavedDrawing(shown.strokes, shown.ink, self._intended_label)

    @property
    def intended_label(self) -> int | None:
        """What the drawing is meant to be, as the user has said; None where that is not said."""
        return self._intended_label

    def restore_drawing(self, drawing: SavedDrawing) -> None:
        """Put this on the canvas; whether the network reads it is the run's concern."""
        shown = ShowStrokes(drawing.strokes, drawing.ink)
        self._ink = self._panel.show_drawing(shown, drawing.intended_label)
        self._intended_label = drawing.intended_label

    def draw(self, ink: NDArray[np.uint8], intended_label: int | None, words: Callable[[], str]) -> None:
        """Put this (16, 16) ink on the canvas, meant to be that class, and show it; `words` name the step of undo."""
        self._panel.intended_labels.paste(ink, intended_label, words)

    def show_sample(self, command: ShowTestSample) -> None:
        """Ask for a test example: of the class chosen in the panel, where the command leaves that open."""
        # While the pen is down what is drawn is what is shown.
        self._panel.canvas.lift()
        if command.label is None:
            command = replace(command, label=self._panel.chooser.chosen_class)
        self._engine.send(command)

    def _say_refused(self, words: Words) -> None:
        self._refused = words
        self._messages.show_message(words)

    def _release(self) -> None:
        self._panel.canvas.lift()
        self._engine.send(ReleaseSample())

    def show_no_such_digit(self, how: str) -> None:
        """None of that kind was found."""

        def words() -> str:
            if how == "wrong":
                return self.tr("The network gets no such test example wrong.")
            return self.tr("The test set has no such example.")

        self._messages.show_message(words)

    def retranslate(self) -> None:
        """Say which digit is on screen, in the language in force."""
        if self._pictured is not None:
            self.show_in_picture(self._pictured)
        if self._displayed is not None:
            self._panel.show_source(self.title_of(self._displayed))

    def _on_ink_changed(self, ink: NDArray[np.float32] | None) -> None:
        self._ink = ink
        if not self._drawn:
            return
        if ink is None:
            self._intended_label = None
            announce(self._panel.canvas, self.tr("The canvas is empty."))
            self._release()
        else:
            self._engine.send(ShowDrawing(ink, self._intended_label))

    def _on_other_drawing(self, intended_label: int | None) -> None:
        # It is sent with the drawing's ink, which is read only now.
        self._intended_label = intended_label

    def _on_intended_label_changed(self, intended_label: int | None) -> None:
        self._intended_label = intended_label
        if self._ink is not None and self._drawn:
            self._engine.send(ShowDrawing(self._ink, intended_label))

    def title_of(self, snapshot: Snapshot) -> str:
        """Which example a snapshot shows."""
        example = snapshot.example
        if example.origin == "drawing":
            return self.tr("your drawing: watched, not trained on")
        if example.origin == OWN and example.label is not None:
            label = snapshot.output_name(example.label)
            words = with_article(self.tr("own {number}, a {label}: watched, not trained on"), label)
            return words.format(number=f"{example.index:,}", label=label)
        index = f"{example.index:,}"
        if snapshot.data.choice.source == "digits":
            if example.is_shuffled:
                words = self.tr("training digit {index}, label {label} (shuffled)")
            elif example.origin == "test":
                words = self.tr("test digit {index}, a {label}: watched, not trained on")
            else:
                words = self.tr("training digit {index}, a {label}")
        elif example.origin == "test":
            words = self.tr("test example {index}: {label}; not trained on")
        else:
            words = self.tr("training example {index}: {label}")
        if example.label is not None:
            label = snapshot.output_name(example.label)
            if snapshot.data.choice.source == "plane":
                label = self.tr("class {label}").format(label=label)
        else:
            label = enumerated(
                value_text(float(y)) for y in (() if example.target is None else example.target)
            )
            label = f"ŷ = {label}"
        return with_article(words, label).format(index=index, label=label)

    def place_of(self, snapshot: Snapshot) -> str:
        """What the shown C is a part of; first why it is ∞ where it is."""
        loss = snapshot.trace.loss
        return listed(
            part
            for part in ("" if loss is None else overflow_text(loss, is_short=True), self._part_of(snapshot))
            if part
        )

    def _part_of(self, snapshot: Snapshot) -> str:
        if snapshot.trace.masks:
            # Of a batch with neurons dropped: L is measured with all of them.
            return self.tr("with dropout: not in L")
        if snapshot.example.origin == "train":
            return self.tr("1 of {count} in L").format(count=f"{self._train_count:,}")
        return self.tr("not in L: watched only")
