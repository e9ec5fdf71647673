"""From dense to convolutional: the page with the scene in three stages, its proof, and the race."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from core.analysis.unrolling import PIXELS
from core.engine.unrolling_messages import ConvolutionUnrolled
from gui.architecture.weights_title import kind_names
from gui.theme.fitting_type import SMALLEST, FittingType
from gui.theme.tokens import Theme
from gui.unrolling.layer_scene import LayerScene
from gui.unrolling.race_panel import RacePanel
from gui.unrolling.unrolling_words import counted, how_to_go_on, proved, told
from gui.widgets.announcement import announce
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.jump_slider import JumpSlider
from gui.widgets.labels import line_height, new_label
from gui.widgets.layouts import column, row
from gui.widgets.own_keys import takes_key
from gui.widgets.picture_page import PicturePage
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.sentence_text import sentences

LAST = 2.0
RACE = 3
"""The step after the last stage of the scene."""
SLIDER_PX = 90
# Below the head, at 100 %: with less room the type of what stands there is smaller.
ROOMY_PX = 620.0, 300.0
# Of that, each of the two sentences takes so many lines at most, and the count of weights so much of the width.
SENTENCE_LINES, COUNT_PX, WORDS_STEP = 2, 130.0, 0.05
# And of height beyond that such a part is theirs.
SENTENCE_SHARE = 0.4
# Rows down and columns to the right.
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Content(ReportsExceptions, QWidget):
    """All below the head: its type is to fit the room that the head leaves."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


# Each stage has the key of its number.
STEP_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class UnrollingPage(PicturePage):
    """Steps lead from stage to stage, and on to the race; a slider leads to any place between.

    Attributes
    ----------
    scene : LayerScene
    race : RacePanel
    step : int
        Where it stands or goes to: 0 dense, 1 windows, 2 shared, 3 the race.
    """

    has_steps = True
    step_wanted = Signal(int)
    """Go to this step."""
    position_wanted = Signal(float)
    """Stand at this place of the scene, 0 to 2, at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("unrolling_page", parent)
        self.step = 0
        self._words_theme: Theme | None = None
        self._made: ConvolutionUnrolled | None = None
        # A key or a button leads to a step, which is told of once one is there.
        self._is_on_way = self._is_named = False
        self.steps = [tab_button(QPushButton(), f"unrolling_step_{number}") for number in range(RACE + 1)]
        for number, button in enumerate(self.steps):
            button.setCheckable(True)
            # One of them is on: Tab leads to that one, and the arrow keys choose another, as in any such group.
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, number=number: self._on_step(number))
        self.slider = JumpSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("unrolling_slider")
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.setRange(0, 2 * PIXELS)
        self.slider.valueChanged.connect(lambda value: self.position_wanted.emit(value / PIXELS))
        self._count = new_label("unrolling_count")
        self._told = new_label("unrolling_told", "caption", wraps=True)
        self._proof = new_label("unrolling_proof", "caption", wraps=True)
        for label in (self._count, self._told, self._proof):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.scene, self.race = LayerScene(), RacePanel()
        scene = QWidget()
        self._said = row(self._count, (self._told, 1))
        self._scene_column = column(scene, self._said, (self.scene, 1), self._proof)
        self._pages = QStackedWidget()
        self._pages.addWidget(scene)
        self._pages.addWidget(self.race)
        # Neither of the two pushes the window apart: the race scrolls, the scene is drawn into what is there.
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._controls = row(*self.steps, (self.slider, 1))
        self._content = Content()
        self._content_column = column(self._content, self._controls, (self._pages, 1))
        self._content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._content, 1)
        self._type = FittingType(self._content, self._needed, self._dress)
        self._content.resized.connect(self._fit_type)
        self._show_step()
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        super().set_theme(theme)
        self._fit_type()

    def _fit_type(self) -> None:
        width, height = self._content.width(), self._content.height() + self.news_px
        largest = max(SMALLEST, min(width / ROOMY_PX[0], height / ROOMY_PX[1]))
        theme = self.theme
        self._type.set_theme(theme, replace(theme, scale=min(largest, theme.scale)), width)
        self._fit_words()

    def _needed(self) -> float:
        return self._controls.minimumSize().width()

    def _dress(self, theme: Theme) -> None:
        self._content_column.setSpacing(round(theme.px(6)))
        self._controls.setSpacing(round(theme.px(6)))
        self._said.setSpacing(round(theme.px(12)))
        self._scene_column.setSpacing(round(theme.px(6)))
        self.slider.setMinimumWidth(round(theme.px(SLIDER_PX)))
        self.scene.set_theme(theme)
        self.race.set_theme(theme)
        self._fit_words()
        self._show_words()

    def _fit_words(self) -> None:
        """The sentences have larger type than what is beside the pictures, where height is left."""
        factor = self._words_factor()
        theme = replace(self._type.theme, scale=factor * self._type.theme.scale)
        font, lines = theme.font("caption"), ceil(SENTENCE_LINES * factor)
        if theme == self._words_theme:
            return
        self._words_theme = theme
        self._count.setFont(theme.font("head"))
        for label in (self._told, self._proof):
            # Stronger than the sheet's own size.
            label.setStyleSheet(f"font-size: {font.pixelSize()}px;")
            # The pictures stand still, however long what is said of them.
            high = QFontMetrics(font).size(0, "\n".join(["File 文件"] * lines)).height()
            label.setMinimumHeight(high)

    def _words_factor(self) -> float:
        """How many times as large as that of the pictures' words their type may be, 1 or more.

        The width bounds the type of the pictures' words. Of the height that is left then, the pictures keep a part.
        """
        theme, width = self._type.theme, self._content.width()
        spare = SENTENCE_SHARE * (self._content.height() - ROOMY_PX[1] * theme.scale)
        line, count = line_height(theme.font("caption")), theme.px(COUNT_PX)
        most = min(self.theme.scale, self._head_worn.scale) / theme.scale
        steps = floor((most - 1) / WORDS_STEP)
        for factor in (1 + WORDS_STEP * step for step in range(steps, 0, -1)):
            # The first sentence stands beside the count of weights, whose type is as much larger.
            beside = max(1.0, width - factor * count)
            lines = SENTENCE_LINES * factor * (1 + (width - count) / beside)
            if (lines * factor - 2 * SENTENCE_LINES) * line <= spare:
                return factor
        return 1.0

    def show_made(self, made: ConvolutionUnrolled, position: float) -> None:
        """Show what the engine has made, at this place of the scene."""
        self._made = made
        self.scene.show_made(made, position)
        self._retranslate()

    def show_nothing(self) -> None:
        """Let go of what the engine has made."""
        self._made = None
        self.scene.show_nothing()
        self._retranslate()

    def show_position(self, position: float) -> None:
        """Where on its way the layer stands, from 0 to 2."""
        self.scene.show_position(position)
        if not self.slider.isSliderDown():
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(position * PIXELS))
        self._show_words()
        self._describe_step()
        self._tell_arrival(position)

    def show_step(self, step: int) -> None:
        """Which step it stands at, or is on its way to."""
        self.step = step
        self._show_step()
        self._describe_step()

    def lead(self, by: int) -> None:
        """So many steps on, or back; at an end it is heard that there is no other."""
        if 0 <= self.step + by <= RACE:
            self._want(self.step + by)
            return
        end = self.tr("There is no step after it.") if by > 0 else self.tr("There is no step before it.")
        announce(self, sentences((self._step_names[self.step], end)))

    # --- Qt

    def event(self, event: QEvent) -> bool:
        # Else Space would run the training: here it leads on, until there is a race to run.
        return takes_key(event, self._is_own) or super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        # With Ctrl they are the window's: Ctrl+3 leads to the canvas.
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        leads_on = self.step < RACE or self.race.begins
        return event.key() in STEP_KEYS or (event.key() == Qt.Key.Key_Space and leads_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, has_shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        down, right = next((way for arrow, way in ARROWS.items() if arrow == key), (0, 0))
        if key in STEP_KEYS:
            self._want(STEP_KEYS.index(Qt.Key(key)))
        elif has_shift and (down or right):
            self.scene.move_cell(down, right)
        elif right or (key == Qt.Key.Key_Space and self.step < RACE):
            self.lead(right or 1)
        elif key == Qt.Key.Key_Space and self.race.begins:
            self.race.run_wanted.emit()
        elif down and self.scene.view is not None:
            self.scene.show_map(self.scene.view.map + down)
        else:
            super().keyPressEvent(event)

    # --- parts

    def _on_step(self, number: int) -> None:
        # It is checked once it is so, not because it was clicked.
        self._show_step()
        self._want(number)

    def _want(self, step: int) -> None:
        self._is_on_way, self._is_named = self._made is not None, False
        self.step_wanted.emit(step)
        if self._made is None:
            announce(self, self._told.text())
        elif self._is_on_way:
            # Its movement takes a while: which it is, is heard at once.
            self._is_named = True
            announce(self, self._step_names[step])

    def _tell_arrival(self, position: float) -> None:
        """Have whoever listens hear at which step one is, once the layer is there."""
        view, step = self.scene.view, self.step
        if self._is_on_way and view is not None and (step == RACE or position == step):
            self._is_on_way = False
            parts = [] if self._is_named else [self._step_names[step]]
            parts += [] if step == RACE else [counted(view), told(view)]
            parts += [proved(view.made)] if step != RACE and position >= LAST else []
            if parts:
                announce(self, sentences(parts))

    def _describe_step(self) -> None:
        """Where it stands, in its description; on the way there, where it leads."""
        view, step = self.scene.view, self.step
        parts = [self._step_names[step]]
        if view is None:
            parts.append(self._told.text())
        elif step != RACE and view.position == step:
            parts.append(counted(view))
        self._describe(sentences(parts))

    def _show_step(self) -> None:
        for number, button in enumerate(self.steps):
            button.setChecked(number == self.step)
            policy = Qt.FocusPolicy.TabFocus if number == self.step else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)
        self._pages.setCurrentIndex(int(self.step == RACE))
        self.slider.setVisible(self.step != RACE)

    def _show_words(self) -> None:
        view = self.scene.view
        if view is None:
            self._count.setText("")
            self._told.setText(self.tr("The engine draws the weights and compares the outputs …"))
            return
        self._count.setText(counted(view))
        self._told.setText(told(view))
        # Its own number is none that is on screen.
        self.slider.setAccessibleDescription(self._told.text())
        # What leads to the proof stands in its place until then.
        self._proof.setText(proved(view.made) if view.position >= LAST else how_to_go_on())

    def _retranslate(self) -> None:
        super()._retranslate()
        self.show_head(self.tr("From dense to convolutional"), self.tr("one layer, 256 → 2,048"))
        counts = ("", "", "") if self._made is None else (f"{n:,}" for n in self._made.layers.counts)
        tips = (
            self.tr("Every pixel is joined to every cell"),
            self.tr("Each cell keeps the connections of its window"),
            self.tr("Weights at the same place of a window become one"),
        )
        for number, (name, count, tip) in enumerate(zip(kind_names(), counts, tips, strict=True)):
            set_words(self.steps[number], f"{number + 1}  {name}  {count}".strip(), tip)
        race = self.tr("4  the race")
        self._step_names = *(f"{number + 1}  {name}" for number, name in enumerate(kind_names())), race
        set_words(
            self.steps[RACE],
            race,
            self.tr("Train all three from the same start, and compare them"),
        )
        self.slider.setAccessibleName(self.tr("From dense to shared weights"))
        self.slider.setToolTip(self.tr("Drag through the cuts and the ties, cell by cell"))
        self._show_words()
        self._describe_step()
