"""The network as one looks at it: picture, neurons, edges, what travels, and what is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.activity import NeuronActivity
from core.messages import Snapshot
from core.trace import Array
from gui.network.callout import Callout
from gui.network.edge_layers import Ground
from gui.network.edge_marks import hit_sign
from gui.network.facts import edge_facts, neuron_facts
from gui.network.flight import Flight
from gui.network.layout import Layout, Rect, fitting_theme, input_shape, make_layout
from gui.network.motion import Moment
from gui.network.notice import HardExampleOffer, has_almost_no_gradient
from gui.network.pointing import ARROWS, Neuron, Pointing, next_neuron, only_through
from gui.network.scales import Scales
from gui.network.sprites import PulseSprites
from gui.network.still import StillPicture
from gui.theme import Theme

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class NetworkView(QWidget):
    """A passive picture of a network; it shows what it is told, and says what the learner points at.

    Repainting is driven from outside, by the frame clock; the view updates itself only when it is resized,
    themed, translated, or pointed at.

    Attributes
    ----------
    frames_painted : int
        How often it was painted.
    """

    neuron_pointed = Signal(int, int)
    edge_pointed = Signal(int, int, int)
    nothing_pointed = Signal()
    neuron_pinned = Signal(int, int)
    hard_example_wanted = Signal()
    # Something is to be drawn anew, although nothing new was shown.
    work_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_view")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.frames_painted = 0
        self._theme = Theme()
        self._scene: Snapshot | None = None
        self._ground: Ground | None = None
        self._still = StillPicture()
        self._sprites: PulseSprites | None = None
        self._flight = Flight()
        self._pointing = Pointing()
        self._pulses_on = True
        self._locked = False
        self._focus_seen = False
        self._callout = Callout(self, self._theme)
        self._offer = HardExampleOffer(self)
        self._offer.hard_example_wanted.connect(self.hard_example_wanted)
        self._retranslate()

    # --- verbs: how it looks

    def set_theme(self, theme: Theme) -> None:
        """Take colours, type and scale."""
        self._theme = theme
        self._callout.set_theme(theme)
        self._start_anew()

    def set_edge_budget(self, budget: int | None) -> None:
        """Draw so many edges per target neuron; None for all."""
        self._still.edges.set_budget(budget)
        self.update()

    def set_same_scale(self, same: bool) -> None:
        """Colour all gaps by the largest gap's scale, so that they can be compared."""
        if self._ground is not None:
            self._ground.scales.same_for_all_gaps = same
            self._still.edges.set_scales_changed()
            self.work_wanted.emit()

    def set_scales_locked(self, locked: bool) -> None:
        """Let full colour go on standing for the same numbers, for before and after."""
        self._locked = locked
        if self._ground is not None:
            self._ground.scales.locked = locked

    def set_edge_picture(self, picture: str) -> None:
        """Colour the edges by w, a·w, ∂C/∂w, its mean or ΔW: one of `edge_values.PICTURES`."""
        self._still.edges.set_picture(picture)
        self._renew_callout()
        self.update()

    @property
    def edge_picture(self) -> str:
        """Which of the edges' numbers is shown."""
        return self._still.edges.picture

    def set_unused_inputs(self, unused: NDArray[np.bool_] | None) -> None:
        """Say which pixels (almost) never have ink: their weights are still the random start."""
        self._callout.set_unused_inputs(unused)

    def set_pulses(self, on: bool) -> None:
        """Whether anything travels; the numbers of each beat are shown either way."""
        self._pulses_on = on

    # --- verbs: what it shows

    def show_scene(self, snapshot: Snapshot) -> None:
        """Show the neurons, the bars and C of this snapshot."""
        old = self._scene
        self._scene = snapshot
        other_sizes = old is None or (old.sizes, old.data.picture) != (snapshot.sizes, snapshot.data.picture)
        if old is None or old.run != snapshot.run or other_sizes:
            self._meet_network(snapshot, other_sizes)
        assert self._ground is not None
        self._ground.scales.update_scene(snapshot)
        self._still.show_scene(snapshot)
        self._renew_callout()

    def show_weights(self, snapshot: Snapshot) -> None:
        """Draw this snapshot's weights next; `work` does it."""
        if self._scene is not None and snapshot.sizes == self._scene.sizes:
            self._still.edges.show_weights(snapshot)

    def show_gradient(self, gradient: Sequence[Array] | None, kind: str = "gradient") -> None:
        """Keep ∂C/∂W for the backward wave: one array per gap; `kind` "gradient" or "mean_gradient"."""
        self._still.edges.show_gradient(gradient, kind)

    def show_change(self, change: Sequence[Array] | None) -> None:
        """Keep ΔW for the change's beat: one array per gap, or None when it is told."""
        self._still.edges.show_change(change)

    def show_moment(self, moment: Moment) -> None:
        """Show this moment of the motion."""
        self._still.show_moment(moment)

    def show_activity(self, activity: NeuronActivity) -> None:
        """Mark neurons that are dead or saturated, as it was measured over the test set."""
        self._still.show_activity(activity)

    def show_title(self, title: str) -> None:
        """Say which example is shown."""
        self._still.show_words(replace(self._still.words, title=title))
        self.setAccessibleDescription(title)

    def show_story(self, story: str) -> None:
        """Say what is happening, in at most 60 characters."""
        self._still.show_words(replace(self._still.words, story=story))

    def show_place(self, place: str) -> None:
        """Say what the shown C is a part of: "1 of 60,000 in L"."""
        self._still.show_words(replace(self._still.words, place=place))

    # --- verbs: work

    def work(self, budget_ms: float) -> bool:
        """Draw a portion of the next picture of the edges; True while more is left."""
        return self._still.edges.work(budget_ms)

    def has_work(self) -> bool:
        """Whether a picture of the edges is not up to date."""
        return self._still.edges.has_work

    # --- geometry

    def sizeHint(self) -> QSize:
        return QSize(800, 506)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 300)

    @property
    def layout_shown(self) -> Layout | None:
        """Where everything stands; None before the first snapshot."""
        return None if self._ground is None else self._ground.layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._start_anew()
        super().resizeEvent(event)

    def _meet_network(self, snapshot: Snapshot, other_sizes: bool) -> None:
        """Another network: nothing that is known is true of it."""
        if other_sizes:
            self._pointing = Pointing()
            self._still.isolate(None, None)
            self._callout.hide()
        same = self._ground is not None and self._ground.scales.same_for_all_gaps
        self._still.edges.forget()
        self._set_ground(Scales(len(snapshot.weights), same, self._locked))

    def _start_anew(self) -> None:
        """Lay out and draw everything again."""
        if self._ground is not None:
            self._set_ground(self._ground.scales)
            self._renew_callout()
        self.update()

    def _set_ground(self, scales: Scales) -> None:
        assert self._scene is not None
        theme = fitting_theme(self.width(), self.height(), self._theme)
        ratio = self.devicePixelRatioF()
        width, height = max(1, self.width()), max(1, self.height())
        names = [self._scene.output_name(i) for i in range(self._scene.sizes[-1])]
        layout = make_layout(
            self._scene.sizes, width, height, theme, inputs=input_shape(self._scene), names=names
        )
        self._ground = Ground(layout, theme, ratio, scales)
        self._still.set_ground(self._ground)
        if self._sprites is None or not self._sprites.suits(theme, ratio):
            self._sprites = PulseSprites(theme, ratio)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.frames_painted += 1
        painter = QPainter(self)
        try:
            if self._scene is None:
                self._paint_empty(painter)
                return
            self._keep_up()
            painter.drawImage(0, 0, self._still.up_to_date())
            self._paint_pulses(painter)
            self._paint_focus(painter)
        finally:
            # A painter that outlives its event, as after an exception, ends the process.
            painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("dim"))
        words = self.tr("The network appears here.")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)

    def _keep_up(self) -> None:
        """Follow the screen's device-pixel ratio, and say it where there is almost no gradient."""
        scene, ground, words = self._scene, self._ground, self._still.words
        assert scene is not None and ground is not None
        if ground.ratio != self.devicePixelRatioF():
            self._set_ground(ground.scales)
        if has_almost_no_gradient(scene, self._still.moment) and not words.story:
            notice = self._offer.offer(ground.layout.story, self._theme)
        else:
            notice = None
            self._offer.withdraw()
        self._still.show_words(replace(words, notice=notice))

    def _paint_pulses(self, painter: QPainter) -> None:
        choice = self._still.edges.choice
        if choice is None or self._scene is None or self._ground is None or self._sprites is None:
            return
        if not self._pulses_on:
            return
        layout = self._ground.layout
        pulses = self._flight.at(self._scene, choice, self._ground, self._still.moment)
        if pulses is None:
            return
        if self._pointing.isolated is not None:
            pulses = only_through(pulses, self._pointing.isolated)
        self._sprites.draw(painter, pulses, layout)

    def _paint_focus(self, painter: QPainter) -> None:
        if self._focus_seen and self.hasFocus():
            painter.setPen(QPen(self._theme.colour("text"), 2.0))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    # --- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scene is None or self._ground is None:
            return
        before = replace(self._pointing)
        position = event.position()
        self._pointing.point_at(self._scene, self._ground.layout, position.x(), position.y())
        if self._pointing != before:
            self._attend(before, position)

    def leaveEvent(self, event: QEvent) -> None:
        self._stop_pointing()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop_pointing()
        super().hideEvent(event)

    def _stop_pointing(self) -> None:
        before = replace(self._pointing)
        self._pointing.leave()
        self._attend(before)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._focus_seen = False
        if self._choose_sign(event):
            return
        self.mouseMoveEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._pointing.pointed is not None:
            self._pin(self._pointing.pointed)
        super().mousePressEvent(event)

    def _choose_sign(self, event: QMouseEvent) -> bool:
        """A click on a sign of the legend hides the other; another one brings it back."""
        if self._ground is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        position = event.position()
        sign = hit_sign(self._ground.layout, self._ground.theme, position.x(), position.y())
        if sign:
            edges = self._still.edges
            edges.set_sign(0 if edges.sign == sign else sign)
            self.work_wanted.emit()
        return sign != 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._ground is None:
            super().keyPressEvent(event)
        elif key in ARROWS:
            before = replace(self._pointing)
            self._pointing.leave()
            self._pointing.focused = next_neuron(self._ground.layout, before.looked_at, ARROWS[key])
            self._attend(before)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointing.looked_at is not None:
            self._pin(self._pointing.looked_at)
        elif key == Qt.Key.Key_Escape and self._pointing.isolated is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_seen = event.reason() in KEYBOARD_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        before = replace(self._pointing)
        self._pointing.focused = None
        self._pointing.drop_edge()
        self._attend(before)
        self.update()
        super().focusOutEvent(event)

    def _pin(self, neuron: Neuron) -> None:
        before = replace(self._pointing)
        self._pointing.pin(neuron)
        self._attend(before)
        self.neuron_pinned.emit(*neuron)

    def _let_go(self) -> None:
        """Escape: nothing is focused, pinned or pointed at."""
        before = self._pointing
        self._pointing = Pointing()
        self._attend(before)
        if before.pinned is not None:
            self.neuron_pinned.emit(*before.pinned)

    def _attend(self, before: Pointing, position: QPointF | None = None) -> None:
        """Show what is attended to now, and say so if it is something else than before."""
        now = self._pointing
        if now == before:
            return
        self._still.isolate(now.isolated, now.pinned)
        self._renew_callout(position)
        self.update()
        if now.edge is not None and now.edge != before.edge:
            self.edge_pointed.emit(*now.edge)
        elif now.edge is None and now.looked_at is not None:
            if now.looked_at != before.looked_at or before.edge is not None:
                self.neuron_pointed.emit(*now.looked_at)
        elif now.edge is None and (before.looked_at is not None or before.edge is not None):
            self.nothing_pointed.emit()

    def _renew_callout(self, position: QPointF | None = None) -> None:
        """Bring the card's numbers up to date, and put it beside what they belong to."""
        scene, ground, pointing = self._scene, self._ground, self._pointing
        if scene is None or ground is None or (pointing.looked_at is None and pointing.edge is None):
            if self._callout.isVisible():
                self._callout.hide()
            return
        room = Rect(4, 4, self.width() - 8, self.height() - 8)
        neuron = pointing.isolated
        if neuron is None:
            return
        layer, index = neuron
        column = ground.layout.layers[layer]
        x, y, reach = float(column.x[index]), float(column.y[index]), column.radius + 6
        avoid = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
        last = len(ground.layout.layers) - 1
        if pointing.edge is not None:
            self._callout.show_edge(edge_facts(scene, *pointing.edge))
            if position is not None:
                at_x, at_y = position.x(), position.y()
                self._callout.place(at_x, at_y, 0, room, avoid, prefer_left=at_x < x)
        else:
            self._callout.show_neuron(neuron_facts(scene, layer, index))
            self._callout.place(x, y, reach, room, avoid, prefer_left=layer == last)
        if self._callout.isHidden():
            self._callout.show()
            self._callout.raise_()
        if pointing.focused is not None:
            self.setAccessibleDescription(self._callout.text)

    # --- words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Network"))
        self.setWhatsThis(
            self.tr(
                "The network. Left, the example that is shown; then each layer's neurons, filled by their activation;"
                " right, the outputs y. Edges have the colour that the legend explains. The ring around a neuron is its"
                " δ = ∂C/∂z: the wider, the larger; green is plus, violet minus. Point at a neuron to see its edges and"
                " its numbers; click to keep it. Arrow keys move from neuron to neuron. Of points in the plane the map"
                " at the left shows the network's answer everywhere, the surer the fuller its colour; of a curve on the"
                " line what it answers from left to right. A ring is around the shown example."
            )
        )
        self._start_anew()
