"""Points in the plane and curves on the line: small problems that can be seen whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.data.dataset_spec import DatasetSpec
from core.data.toy_1d import CURVES
from core.data.toy_2d import MAX_CLASSES, MAX_POINTS, PLANE_KINDS
from gui.data_dialog.data_names import set_title
from gui.data_dialog.page import LARGEST_SEED, DataPage
from gui.data_dialog.preview import DataPreview
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.layouts import fill, row

OF_MORE_CLASSES = ("gaussians", "spirals")


class ToyPage(DataPage):
    """A kind, how many, how noisy; and the examples themselves, as they will be learned from."""

    def __init__(self, name: str, source: str, kinds: Sequence[str], count: int) -> None:
        super().__init__(name)
        self._source = source
        self._points: tuple[tuple[float, float], ...] = ()
        self._kinds = kinds
        self._kind = ChoiceBox(f"{name}_kind", kinds)
        self._kind.chosen.connect(lambda _: self.changed.emit())
        self.preview = DataPreview()
        self.preview.curve_drawn.connect(self._on_curve_drawn)
        self.add_row("count", True, 10, MAX_POINTS, count)
        self.add_row("noise", False, 0, 1, 0.1 if source == "plane" else 0)
        if source == "plane":
            self.add_row("class_count", True, 2, MAX_CLASSES, 2)
        self.add_row("seed", True, 0, LARGEST_SEED, 0)
        self.changed.connect(self._refresh)
        fill(self.column, self._kind, row(None, self.preview, None), self.rows, None)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.preview.set_theme(theme)

    def focus_first(self) -> None:
        self._kind.setFocus()

    def choice(self) -> DatasetSpec:
        kind = self._kind.value
        choice = DatasetSpec(
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

    def show_choice(self, choice: DatasetSpec) -> None:
        self._kind.show_value(choice.name if choice.name in self._kinds else self._kinds[0])
        if choice.count is not None:
            self.set_value("count", choice.count)
        self.set_value("noise", choice.noise)
        self.set_value("seed", choice.seed)
        if self._source == "plane":
            self.set_value("class_count", choice.class_count)
        self._points = choice.points
        self._refresh()

    def _on_curve_drawn(self, points: tuple[tuple[float, float], ...]) -> None:
        self._points = points
        self.changed.emit()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._refresh()

    def _refresh(self) -> None:
        """The very examples that will be learned from; they take a few milliseconds."""
        choice = self.choice()
        if self._source == "plane":
            self.rows.show_row(f"{self.objectName()}_class_count", choice.name in OF_MORE_CLASSES)
        self.preview.set_drawing(choice.name == "drawn")
        empty = choice.name == "drawn" and not choice.points
        self.preview.show_dataset(None if empty else choice.load())

    def _retranslate(self) -> None:
        super()._retranslate()
        self._kind.set_texts(
            self.tr("Kind of examples"),
            self.tr("Which examples to learn from"),
            {kind: set_title(kind) for kind in self._kinds},
        )
        words = self.tr("Points in all; a fifth of them is kept for the test")
        if self._source == "line":
            words = self.tr("Training points; as many for the test lie between them, on the curve itself")
        self.set_texts("count", self.tr("Points"), words)
        tip = self.tr("Standard deviation of the random numbers that are added")
        self.set_texts("noise", self.tr("Noise"), tip)
        if self._source == "plane":
            self.set_texts("class_count", self.tr("Classes"), self.tr("Clouds, or arms of the spiral"))


def plane_page() -> ToyPage:
    """The page for points in the plane."""
    return ToyPage("plane_page", "plane", PLANE_KINDS, 500)


def line_page() -> ToyPage:
    """The page for curves on the line, one's own included."""
    return ToyPage("line_page", "line", (*CURVES, "drawn"), 256)
