"""The picture on a weight's page, under the hand: arrow keys and clicks lead to the kernel's other weights."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.analysis.weight_places import KernelWeight, weights_of_kernel
from core.engine.snapshot import Snapshot
from gui.kernel_page.collecting import collected_at
from gui.kernel_page.scene_painter import ScenePainter
from gui.kernel_page.weight_numbers import weight_numbers
from gui.kernel_page.weight_scene import WeightScene, make_scene
from gui.kernel_page.weight_words import described, place_text
from gui.network.geometry.layout import fitting_theme
from gui.network.interaction.selection import ARROWS
from gui.network.painting.primitives import new_image, painting
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.translated import Translated

LEAST_PX = (300, 150)


class WeightCanvas(Translated, QWidget):
    """Shows a weight of a snapshot's network, or how its kernel is collected."""

    weight_wanted = Signal(object)
    """Another KernelWeight: an arrow key or a click has led to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("weight_canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._theme = Theme()
        self._shown: tuple[Snapshot, KernelWeight, str] | None = None
        self._progress: float | None = None
        self._scene: WeightScene | None = None
        # All that does not move, and the scene that it is of.
        self._ground: tuple[WeightScene, bool, QImage] | None = None
        self._painter: ScenePainter | None = None

    def sizeHint(self) -> QSize:
        return QSize(780, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(*LEAST_PX)

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes; type is no larger than there is room for."""
        self._theme = theme
        self._forget()

    def show_weight(self, snapshot: Snapshot, weight: KernelWeight, kind: str) -> None:
        """Show this weight; `kind` is which number its kernel shows (`kernel_numbers.KINDS`)."""
        shown = snapshot, weight, kind
        if self._shown is None or self._shown[0] is not snapshot or self._shown[1:] != shown[1:]:
            self._shown = shown
            self._forget()

    def show_collecting(self, progress: float | None) -> None:
        """How far the kernel's weights are collected, from 0 to 1; None where they are not."""
        if progress != self._progress:
            self._progress = progress
            self.update()

    @property
    def scene(self) -> WeightScene | None:
        """What is on screen; None before there is anything."""
        if self._shown is None:
            return None
        snapshot, weight, kind = self._shown
        if self._progress is not None:
            every = weights_of_kernel(snapshot.connections, weight)
            weight = every[collected_at(self._progress, len(every)).weight]
        if self._scene is None or self._scene.weight != weight:
            width, height = max(LEAST_PX[0], self.width()), max(LEAST_PX[1], self.height())
            theme = fitting_theme(width, 1.15 * height, self._theme)
            self._scene = make_scene(snapshot, weight, kind, width, height, theme)
            self.setAccessibleDescription(described(self._scene))
        return self._scene

    def figure(self) -> Figure | None:
        """The scene, with what each place and each weight of the kernel adds; None before there is anything."""
        scene = self.scene
        if scene is None:
            return None
        size = self.width(), self.height()

        def paint(painter: QPainter, theme: Theme) -> None:
            there = scene
            if theme != own_theme:
                fitting = fitting_theme(scene.width, 1.15 * scene.height, theme)
                there = make_scene(
                    *(scene.snapshot, scene.weight, scene.kind), *(scene.width, scene.height), fitting
                )
            painter.fillRect(QRectF(0, 0, *size), theme.colour("canvas"))
            on = ScenePainter(there.theme)
            painter.save()
            on.paint_ground(painter, there, False)
            painter.restore()
            on.paint_moving(painter, there, None)

        own_theme, snapshot = self._theme, scene.snapshot
        return Figure(
            *(self.accessibleName(), "weight", size, self._theme, paint, weight_numbers(scene)),
            run=snapshot.run,
            update=snapshot.update,
        )

    # --- Qt

    def resizeEvent(self, event: object) -> None:
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene
        with painting(self) as painter:
            if scene is None:
                painter.fillRect(self.rect(), self._theme.colour("canvas"))
                return
            if self._painter is None:
                self._painter = ScenePainter(scene.theme)
            painter.drawImage(QPointF(0, 0), self._up_to_date(self._painter, scene))
            collected = None
            if self._progress is not None:
                collected = collected_at(self._progress, len(scene.numbers.weights))
            self._painter.paint_moving(painter, scene, collected)

    def _up_to_date(self, scene_painter: ScenePainter, scene: WeightScene) -> QImage:
        is_collecting = self._progress is not None
        if self._ground is None or self._ground[0] is not scene or self._ground[1] != is_collecting:
            image = new_image(self.width(), self.height(), self.devicePixelRatioF())
            with painting(image) as painter:
                painter.fillRect(self.rect(), self._theme.colour("canvas"))
                scene_painter.paint_ground(painter, scene, is_collecting)
            self._ground = scene, is_collecting, image
        return self._ground[2]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and self._shown is not None:
            self._step(*ARROWS[key])
        else:
            super().keyPressEvent(event)

    def _step(self, across: int, down: int) -> None:
        scene = self.scene
        assert scene is not None
        weight, last = scene.weight, scene.kernel.rows - 1
        row, column = min(max(weight.row + down, 0), last), min(max(weight.column + across, 0), last)
        wanted = KernelWeight(weight.group, weight.from_map, weight.to_map, row, column)
        if wanted != weight:
            self.weight_wanted.emit(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        wanted = self._weight_at(event.position())
        if wanted is not None and event.button() == Qt.MouseButton.LeftButton:
            self.weight_wanted.emit(wanted)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._weight_at(event.position()) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def _weight_at(self, at: QPointF) -> KernelWeight | None:
        scene = self.scene
        if scene is None:
            return None
        found = scene.kernel.at(at.x(), at.y())
        if found is not None:
            return KernelWeight(scene.weight.group, scene.weight.from_map, scene.weight.to_map, *found)
        return next((other for rect, other in scene.small if rect.contains(at.x(), at.y())), None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            scene, at = self.scene, event.pos()
            place = None if scene is None else scene.target.at(at.x(), at.y())
            if scene is not None and place is not None:
                QToolTip.showText(event.globalPos(), place_text(scene, *place), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _forget(self) -> None:
        self._scene = self._ground = self._painter = None
        self.update()

    def _retranslate(self) -> None:
        self._forget()
