"""MNIST's digits: how many, which, and how much harder."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QToolButton

from core.data.dataset_spec import DatasetSpec
from gui.data_dialog.page import LARGEST_SEED, DataPage
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill
from gui.widgets.said_once import show_tip

TRAIN_DIGITS = 60_000
MIN_CLASSES, PER_ROW = 2, 5


class DigitsPage(DataPage):
    """So many training digits of these classes; labels shuffled and pixels turned over on demand."""

    def __init__(self) -> None:
        super().__init__("digits_page")
        self._label = new_label(role="caption")
        self._refusal = new_label(role="error", wraps=True)
        policy = self._refusal.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._refusal.setSizePolicy(policy)
        self._refusal.hide()
        self._classes = [QToolButton() for _ in range(10)]
        self._grid = QGridLayout()
        for digit, button in enumerate(self._classes):
            tab_button(button, f"learn_{digit}", lambda _=False, b=button: self._on_class_clicked(b))
            button.setText(str(digit))
            button.setCheckable(True)
            button.setChecked(True)
            self._grid.addWidget(button, digit // PER_ROW, digit % PER_ROW)
        self.add_row("count", True, 10, TRAIN_DIGITS, TRAIN_DIGITS)
        self.add_row("shuffled_labels", False, 0, 100, 0)
        self.add_row("noise", False, 0, 50, 0)
        self.add_row("seed", True, 0, LARGEST_SEED, 0)
        fill(self.column, self._label, self._grid, self._refusal, self.rows, None)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._grid.setSpacing(round(theme.px(4)))

    def focus_first(self) -> None:
        self._classes[0].setFocus()

    def choice(self) -> DatasetSpec:
        classes = tuple(digit for digit, button in enumerate(self._classes) if button.isChecked())
        count = int(self.values["count"])
        return DatasetSpec(
            "digits",
            count=None if count >= TRAIN_DIGITS else count,
            classes=None if len(classes) == len(self._classes) else classes,
            shuffled_labels=self.values["shuffled_labels"] / 100,
            noise=self.values["noise"] / 100,
            seed=int(self.values["seed"]),
        )

    def show_choice(self, choice: DatasetSpec) -> None:
        self._refusal.hide()
        for digit, button in enumerate(self._classes):
            button.setChecked(choice.classes is None or digit in choice.classes)
        self.set_value("count", TRAIN_DIGITS if choice.count is None else choice.count)
        self.set_value("shuffled_labels", 100 * choice.shuffled_labels)
        self.set_value("noise", 100 * choice.noise)
        self.set_value("seed", choice.seed)

    def _on_class_clicked(self, button: QToolButton) -> None:
        too_few = sum(b.isChecked() for b in self._classes) < MIN_CLASSES
        if too_few:
            button.setChecked(True)
        self._refusal.setVisible(too_few)
        self.changed.emit()

    def _retranslate(self) -> None:
        super()._retranslate()
        self._label.setText(self.tr("Which digits"))
        self._refusal.setText("\u26a0 " + self.tr("At least two classes are needed to tell them apart."))
        for digit, button in enumerate(self._classes):
            button.setAccessibleName(self.tr("Learn from the digit {digit}").format(digit=digit))
            show_tip(button, button.accessibleName())
        self.set_texts(
            "count",
            self.tr("How many"),
            self.tr(
                "Number of training digits, equally many of each class where there are enough; fewer are learned by"
                " heart sooner"
            ),
        )
        self.set_texts(
            "shuffled_labels",
            self.tr("Labels shuffled, %"),
            self.tr("This share of the training labels is shuffled: they can only be learned by heart"),
        )
        self.set_texts(
            "noise",
            self.tr("Noise, %"),
            self.tr("This share of the pixels is inverted, in training and test digits"),
        )
