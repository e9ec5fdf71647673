"""The page of one weight of a kernel, in the picture's place: choosing a weight, and having its kernel collected."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from core.analysis.weight_places import KernelWeight, kernels, weights_of_kernel
from core.engine.snapshot import Snapshot
from core.nn.connections import Connections
from gui.kernel_page.collecting import collected_at, progress_of
from gui.kernel_page.weight_canvas import WeightCanvas
from gui.kernel_page.weight_words import described, page_note, page_title
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.layouts import fill, row
from gui.widgets.picture_page import PicturePage

# A box may be as narrow as so many letters.
LETTERS = 8
# In less its type is smaller, and in so much as at 100 %.
ROOMY_PX = 620.0, 300.0


class WeightPage(PicturePage):
    """One weight; what is wanted of it are signals."""

    weight_wanted = Signal(object)
    """Another KernelWeight is chosen."""
    collecting_wanted = Signal(object)
    """How far the collecting is to be shown: from 0 to 1; None for no collecting."""
    playing_wanted = Signal(bool)
    """The collecting is to go on by itself, or to stop."""

    follows_film = shows_phases = True

    def __init__(self) -> None:
        super().__init__("weight_page", roomy=ROOMY_PX)
        self._snapshot: Snapshot | None = None
        self._weight: KernelWeight | None = None
        self._kind = "gradient"
        self._progress: float | None = None
        self._playing = False
        self._kernels: tuple[KernelWeight, ...] = ()
        self.canvas = WeightCanvas()
        self.canvas.weight_wanted.connect(self.weight_wanted)
        self.layers = ChoiceBox("weight_layer", letters=LETTERS)
        self.sources = ChoiceBox("weight_from", letters=LETTERS)
        self.targets = ChoiceBox("weight_to", letters=LETTERS)
        for box in (self.layers, self.sources, self.targets):
            box.chosen.connect(self._on_chosen)
        self.collect = tab_button(QPushButton(), "weight_collect", self._on_collect)
        self.previous = tab_button(QToolButton(), "weight_previous", lambda: self._step(-1))
        self.next = tab_button(QToolButton(), "weight_next", lambda: self._step(1))
        self._row = row(self.layers, self.sources, self.targets)
        fill(self._row, None, self.previous, self.collect, self.next)
        self.body.addWidget(self.canvas, 1)
        self.body.addLayout(self._row)
        self.setFocusProxy(self.canvas)
        self._retranslate()

    # --- verbs

    def _dress_page(self, theme: Theme) -> None:
        super()._dress_page(theme)
        self.canvas.set_theme(theme)
        self._row.setSpacing(round(theme.px(8)))
        side = round(theme.px(14))
        for button, name in ((self.previous, "back"), (self.next, "step")):
            button.setIcon(icon(name, theme))
            button.setIconSize(QSize(side, side))
        self._row.setContentsMargins(0, 0, round(theme.px(8)), 0)

    def show_weight(self, snapshot: Snapshot, weight: KernelWeight, kind: str) -> None:
        """Show this weight of the snapshot's network; `kind` is which number its kernel shows."""
        is_other_weight = weight != self._weight
        is_other_network = self._snapshot is None or self._snapshot.connections is not snapshot.connections
        self._snapshot, self._weight, self._kind = snapshot, weight, kind
        if is_other_network:
            self._kernels = tuple(kernels(snapshot.connections))
        self._fill_boxes()
        self.canvas.show_weight(snapshot, weight, kind)
        self._show_words()
        if is_other_weight and self.canvas.hasFocus() and self.canvas.scene is not None:
            announce(self.canvas, described(self.canvas.scene))

    def show_collecting(self, progress: float | None, playing: bool) -> None:
        """How far the kernel is collected, None where it is not; whether it goes on by itself."""
        self._progress, self._playing = progress, playing
        self.canvas.show_collecting(progress)
        self._show_words()

    @property
    def weight(self) -> KernelWeight | None:
        """Whose page it is."""
        return self._weight

    # --- what the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.collect.isEnabled():
            self._on_collect()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self) -> None:
        """The nearest kernel to what the boxes say: not every map reads every map."""
        if self._weight is None:
            return
        group, from_map, to_map = (box.value for box in (self.layers, self.sources, self.targets))
        there = [each for each in self._kernels if each.group == group]
        if group != self._weight.group:
            wanted = there[0]
        else:
            own = [each for each in there if each.to_map == to_map]
            wanted = min(own, key=lambda each: abs(each.from_map - from_map))
        side = len(weights_of_kernel(self._connections, wanted)) ** 0.5
        row, column = self._weight.row, self._weight.column
        if max(row, column) >= side:
            row = column = 0
        self.weight_wanted.emit(KernelWeight(wanted.group, wanted.from_map, wanted.to_map, row, column))

    def _on_collect(self) -> None:
        self.playing_wanted.emit(not self._playing)

    def _step(self, by: int) -> None:
        """One weight more, or one less, is collected; before the first there is none."""
        weights = self._weight_count
        if self._progress is None:
            done = 0 if by > 0 else None
        else:
            now = collected_at(self._progress, weights)
            done = now.weight + (1 if by > 0 and now.within > 0.99 else 0 if by > 0 else -1)
        if done is None or done < 0:
            self.collecting_wanted.emit(None)
        else:
            self.collecting_wanted.emit(progress_of(min(done, weights - 1), weights))

    @property
    def _weight_count(self) -> int:
        assert self._weight is not None
        return len(weights_of_kernel(self._connections, self._weight))

    @property
    def _connections(self) -> tuple[Connections, ...]:
        assert self._snapshot is not None
        return self._snapshot.connections

    # --- parts

    def _fill_boxes(self) -> None:
        weight, snapshot = self._weight, self._snapshot
        assert weight is not None and snapshot is not None
        own = [each for each in self._kernels if each.group == weight.group]
        groups = list(dict.fromkeys(each.group for each in self._kernels))
        targets = list(dict.fromkeys(each.to_map for each in own))
        sources = [each.from_map for each in own if each.to_map == weight.to_map]
        for box, values, value in (
            (self.layers, groups, weight.group),
            (self.sources, sources, weight.from_map),
            (self.targets, targets, weight.to_map),
        ):
            if [box.itemData(place) for place in range(box.count())] != values:
                box.clear()
                for each in values:
                    box.addItem("", each)
                self._name_boxes()
            box.show_value(value)
            box.setVisible(len(values) > 1)

    def _name_boxes(self) -> None:
        layers = {}
        if self._snapshot is not None:
            layers = {
                each.group: self.tr("layer {layer}").format(
                    layer=self._snapshot.connections[each.group].target_layer
                )
                for each in self._kernels
            }
        maps = {each.from_map for each in self._kernels} | {each.to_map for each in self._kernels}
        tip = self.tr("Which kernel is shown")
        self.layers.set_texts(self.tr("Layer of the kernel"), tip, _those_of(self.layers, layers))
        from_words = {each: self.tr("map {map} →").format(map=each + 1) for each in maps}
        self.sources.set_texts(self.tr("Map that it reads"), tip, _those_of(self.sources, from_words))
        to_words = {each: self.tr("→ map {map}").format(map=each + 1) for each in maps}
        self.targets.set_texts(self.tr("Map that it makes"), tip, _those_of(self.targets, to_words))

    def _show_words(self) -> None:
        scene = self.canvas.scene
        if scene is not None:
            collected = None
            if self._progress is not None:
                collected = collected_at(self._progress, len(scene.numbers.weights))
            self.show_head(page_title(scene), page_note(scene, collected))
        has_gradient = self._snapshot is not None and self._snapshot.trace.has_gradient
        for button in (self.collect, self.previous, self.next):
            button.setEnabled(has_gradient)
        text = self.tr("Pause") if self._playing else self.tr("Collect")
        tip = self.tr(
            "Weight by weight, what comes back to its places flies into it: added up, that is ∂C/∂w (Enter)"
        )
        set_words(self.collect, text, tip)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.canvas.setAccessibleName(self.tr("One weight of a kernel and all its places"))
        self.setWhatsThis(
            self.tr(
                "Left what the weight reads, in the middle its kernel, right the map that it makes. A line leads from"
                " each cell that it meets to the place that it serves there. What comes back to the places, a·δ each,"
                " is added up below: that is the weight’s ∂C/∂w. Arrow keys lead to the other weights."
            )
        )
        set_words(
            self.previous, "", self.tr("One weight less is collected"), self.tr("Previous weight collected")
        )
        set_words(self.next, "", self.tr("One weight more is collected"), self.tr("Next weight collected"))
        self._name_boxes()
        self._show_words()


def _those_of(box: ChoiceBox, words: dict[int, str]) -> dict[int, str]:
    """The words of the lines that a box has."""
    values = (box.itemData(place) for place in range(box.count()))
    return {value: words[value] for value in values if value in words}
