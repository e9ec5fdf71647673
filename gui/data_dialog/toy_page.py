"""Points in the plane and curves on the line: small problems that can be seen whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QWidget

from core.data.dataset_spec import DataChoice
from core.data.toy_1d import CURVES
from core.data.toy_2d import MOST_CLASSES, MOST_POINTS, PLANE_KINDS
from gui.data_dialog.data_names import set_title
from gui.data_dialog.page import LARGEST_SEED, DataPage
from gui.data_dialog.preview import DataPreview
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox

OF_MORE_CLASSES = ("gaussians", "spirals")


class MadePage(DataPage):
    """A kind, how many, how noisy; and the examples themselves, as they will be learned from."""

    def __init__(
        self, name: str, source: str, kinds: Sequence[str], count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._source = source
        self._points: tuple[tuple[float, float], ...] = ()
        self._kind = ChoiceBox()
        self._kind.setObjectName(f"{name}_kind")
        for kind in kinds:
            self._kind.addItem("", kind)
        self._kind.activated.connect(self._on_changed)
        self.preview = DataPreview()
        self.preview.curve_drawn.connect(self._on_curve_drawn)
        self.add_row("count", True, 10, MOST_POINTS, count)
        self.add_row("noise", False, 0, 1, 0.1 if source == "plane" else 0)
        if source == "plane":
            self.add_row("class_count", True, 2, MOST_CLASSES, 2)
        self.add_row("seed", True, 0, LARGEST_SEED, 0)
        self.changed.connect(self._renew)
        self.column.addWidget(self._kind)
        self.column.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.preview.set_theme(theme)

    def take_keyboard(self) -> None:
        self._kind.setFocus()

    def choice(self) -> DataChoice:
        kind = str(self._kind.currentData())
        choice = DataChoice(
            self._source,
            kind,
            count=int(self.values["count"]),
            noise=float(self.values["noise"]),
            seed=int(self.values["seed"]),
            points=self._points if kind == "drawn" else (),
        )
        if kind in OF_MORE_CLASSES:
            choice = replace(choice, class_count=int(self.values["class_count"]))
        return choice

    def show_choice(self, choice: DataChoice) -> None:
        with QSignalBlocker(self._kind):
            self._kind.setCurrentIndex(max(0, self._kind.findData(choice.name)))
        if choice.count is not None:
            self.set_value("count", choice.count)
        self.set_value("noise", choice.noise)
        self.set_value("seed", choice.seed)
        if self._source == "plane":
            self.set_value("class_count", choice.class_count)
        self._points = choice.points
        self._renew()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot(object)
    def _on_curve_drawn(self, points: tuple[tuple[float, float], ...]) -> None:
        self._points = points
        self.changed.emit()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._renew()

    @Slot()
    def _renew(self) -> None:
        """The very examples that will be learned from; they take a few milliseconds."""
        choice = self.choice()
        if self._source == "plane":
            self.rows.show_row(f"{self.objectName()}_class_count", choice.name in OF_MORE_CLASSES)
        self.preview.set_drawing(choice.name == "drawn")
        empty = choice.name == "drawn" and not choice.points
        self.preview.show_dataset(None if empty else choice.load())

    def _retranslate(self) -> None:
        super()._retranslate()
        for i in range(self._kind.count()):
            self._kind.setItemText(i, set_title(self._kind.itemData(i)))
        count = self.tr("a whole number from {least} to {most}")
        self._kind.setAccessibleName(self.tr("Kind of examples"))
        self._kind.setToolTip(self.tr("Which examples to learn from"))
        words = self.tr("Points in all; a fifth of them is kept for the test")
        if self._source == "line":
            words = self.tr("Training points; as many for the test lie between them, on the curve itself")
        self.set_texts("count", self.tr("Points"), words, count.format(least=10, most=f"{MOST_POINTS:,}"))
        self.set_texts(
            "noise",
            self.tr("Noise"),
            self.tr("Standard deviation of what is added by chance"),
            self.tr("a number from 0 to {most}").format(most=1),
        )
        if self._source == "plane":
            self.set_texts(
                "class_count",
                self.tr("Classes"),
                self.tr("Clouds, or arms of the spiral"),
                count.format(least=2, most=MOST_CLASSES),
            )


def plane_page() -> MadePage:
    """The page for points in the plane."""
    return MadePage("plane_page", "plane", PLANE_KINDS, 500)


def line_page() -> MadePage:
    """The page for curves on the line, one's own included."""
    return MadePage("line_page", "line", (*CURVES, "drawn"), 256)
