"""The digit that is shown: drawn by the learner, taken from the test set, or chosen by the training."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from core.messages import Example, Snapshot
from gui.draw_panel import DrawPanel
from gui.message_bar import MessageBar
from gui.network.view import NetworkView
from gui.training_thread import TrainingCommands


class DigitPresenter(QObject):
    """One concern: which example is watched."""

    def __init__(
        self,
        panel: DrawPanel,
        view: NetworkView,
        messages: MessageBar,
        commands: TrainingCommands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._view = view
        self._messages = messages
        self._commands = commands
        self._ink: NDArray[np.float32] | None = None
        self._meant: int | None = None
        self._example: Example | None = None
        self._train_count = 0
        panel.ink_changed.connect(self._on_ink_changed)
        panel.meant_changed.connect(self._on_meant_changed)
        panel.test_digit_wanted.connect(commands.show_test_digit)
        panel.released.connect(self.release)
        view.hard_example_wanted.connect(self.show_wrong)

    def set_train_count(self, count: int) -> None:
        """How many examples L is the sum of."""
        self._train_count = count

    @Slot(object)
    def show_scene(self, snapshot: Snapshot) -> None:
        """Say which digit is on screen, and where its C belongs."""
        example = snapshot.example
        self._example = example
        title = self._title(example)
        self._view.show_title(title)
        self._view.show_place(self._place(example))
        self._panel.show_origin(example.origin)
        self._panel.show_pinned(example.origin != "train")
        self._panel.show_ink(example.x)
        self._panel.show_source(title)

    @Slot()
    def show_next(self) -> None:
        """The next test digit."""
        self._commands.show_test_digit.emit("next", self._panel.chosen_class)

    @Slot()
    def show_previous(self) -> None:
        """The previous test digit."""
        self._commands.show_test_digit.emit("previous", self._panel.chosen_class)

    @Slot()
    def show_random(self) -> None:
        """Any test digit."""
        self._commands.show_test_digit.emit("random", self._panel.chosen_class)

    @Slot()
    def show_wrong(self) -> None:
        """A test digit that the network gets wrong now."""
        self._commands.show_test_digit.emit("wrong", self._panel.chosen_class)

    @Slot()
    def release(self) -> None:
        """The digits that the training works on."""
        self._commands.show_training_digits.emit()

    @Slot(str)
    def say_no_such_digit(self, how: str) -> None:
        """None of that kind was found."""
        if how == "wrong":
            text = self.tr("The network gets no such test digit wrong.")
        else:
            text = self.tr("The test set has no such digit.")
        self._messages.show_message(text, "info", [])

    @Slot()
    def retranslate(self) -> None:
        """Say it again in another language."""
        if self._example is not None:
            title = self._title(self._example)
            self._view.show_title(title)
            self._view.show_place(self._place(self._example))
            self._panel.show_source(title)

    @Slot(object)
    def _on_ink_changed(self, ink: NDArray[np.float32] | None) -> None:
        self._ink = ink
        if ink is None:
            self._meant = None
            self._commands.show_training_digits.emit()
        else:
            self._commands.show_drawing.emit(ink, self._meant)

    @Slot(object)
    def _on_meant_changed(self, meant: int | None) -> None:
        self._meant = meant
        if self._ink is not None:
            self._commands.show_drawing.emit(self._ink, meant)

    def _title(self, example: Example) -> str:
        if example.origin == "drawing":
            return self.tr("your drawing: watched, not trained on")
        if example.origin == "test":
            return self.tr("test digit {index}, a {label}: watched, not trained on").format(
                index=f"{example.index:,}", label=example.label
            )
        return self.tr("training digit {index}, a {label}").format(
            index=f"{example.index:,}", label=example.label
        )

    def _place(self, example: Example) -> str:
        if example.origin == "train":
            return self.tr("1 of {count} in L").format(count=f"{self._train_count:,}")
        return self.tr("not in L: watched only")
