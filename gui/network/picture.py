"""The network as one looks at it: picture, neurons, edges and what travels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.analysis.neuron_statistics import NeuronActivity
from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.pulse_animation import Flight
from gui.network.animation.reorder_animation import Glide
from gui.network.animation.timeline import Moment
from gui.network.geometry.collapsed_groups import is_outdated, most_active
from gui.network.geometry.layout import WHOLE, fitting_theme, input_shape, make_layout
from gui.network.geometry.shapes import Indices, Layout, Zoom
from gui.network.interaction.hard_example_offer import HardExampleOffer, has_almost_no_gradient
from gui.network.marks.mark_types import PulseMarks
from gui.network.marks.pulse_marks import RADII
from gui.network.marks.scales import Scales
from gui.network.painting.composed_frame import StillPicture
from gui.network.painting.detached_render import Card, Portrait
from gui.network.painting.edge_layers import Ground
from gui.network.painting.painter import to_rect
from gui.network.painting.pulse_sprites import PulseSprites
from gui.network.painting.stale_overlay import Way
from gui.theme.tokens import Theme
from gui.widgets.qt_overrides import ReportsExceptions


class NetworkPicture(ReportsExceptions, QWidget):
    """A passive picture of a network: it shows what it is told.

    Repainting is driven from outside, by the frame clock; the picture updates itself only when it is resized,
    themed or translated.

    Attributes
    ----------
    frames_painted : int
        How often it was painted.
    """

    hard_example_wanted = Signal()
    # Something is to be drawn anew, although nothing new was shown.
    work_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_view")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.frames_painted = 0
        self._theme = Theme()
        self._scene: Snapshot | None = None
        self._ground: Ground | None = None
        self._still = StillPicture()
        self._sprites: PulseSprites | None = None
        self._flight = Flight()
        self._pulses_on = True
        self._glide: Glide | None = None
        self._locked = False
        self._zoom = WHOLE
        self._unfolded: frozenset[int] = frozenset()
        self._prefer: tuple[Indices | None, ...] = ()
        # The beat that was painted last.
        self._frame: tuple[str, int] = ("", 0)
        self._offer = HardExampleOffer(self)
        self._offer.hard_example_wanted.connect(self.hard_example_wanted)

    # --- verbs: how it looks

    def set_theme(self, theme: Theme) -> None:
        """Take colours, type and scale."""
        self._theme = theme
        self._start_anew()

    def set_edge_budget(self, budget: int | None) -> None:
        """Draw so many edges per target neuron; None for all."""
        self._still.edges.set_budget(budget)
        self.update()

    def set_same_scale(self, same: bool) -> None:
        """Colour all groups by the largest one's scale, so that they can be compared."""
        if self._ground is not None:
            self._ground.scales.same_for_all = same
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
        self.update()

    @property
    def edge_picture(self) -> str:
        """Which of the edges' numbers is shown."""
        return self._still.edges.picture

    def set_favourites(self, shown: bool) -> None:
        """Write each neuron's favourite class into it."""
        self._still.set_neurons(favourites=shown)
        self.update()

    def set_tiles_of_example(self, of_example: bool) -> None:
        """Large neurons of the first layer show x·w of the shown example in place of w."""
        self._still.set_neurons(tiles_of_example=of_example)
        self.update()

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
        # A drawing changes with every move of the pen: who is most active is asked when it rests.
        if (
            old is not None
            and not snapshot.example.same_as(old.example)
            and snapshot.example.origin != "drawing"
        ):
            self._refold()

    def show_weights(self, snapshot: Snapshot) -> None:
        """Draw this snapshot's weights next; `work` does it."""
        if self._scene is not None and snapshot.sizes == self._scene.sizes:
            self._still.edges.show_weights(snapshot)

    def show_gradient(
        self,
        gradient: Array | None,
        kind: str = "gradient",
        mean_db: Sequence[Array] | None = None,
    ) -> None:
        """Keep ∂C/∂θ for the backward wave; `kind` "gradient" or "mean_gradient"."""
        self._still.edges.show_gradient(gradient, kind, mean_db)

    def show_change(self, change: Array | None) -> None:
        """Keep Δθ for the change's beat, or None when it is told."""
        self._still.edges.show_change(change)

    def show_moment(self, moment: Moment) -> None:
        """Show this moment of the motion."""
        begins = moment.phase == "forward" and self._still.moment.phase != "forward"
        self._still.show_moment(moment)
        if begins:
            self._refold()

    def show_reordered(self, snapshot: Snapshot) -> None:
        """Show neurons that have other numbers now; all that is of the old ones stays until all of the new is drawn."""
        self._glide = None
        self.show_scene(snapshot)
        ground = self._ground
        assert ground is not None
        if any(column.shown.size < column.size for column in ground.layout.layers):
            self._prefer = most_active(snapshot)
        self._set_ground(ground.scales, Way())
        self.show_weights(snapshot)

    def show_glide(self, glide: Glide | None) -> None:
        """Show the neurons on their way to their places, or at them; at them as well where that would take too long."""
        self._glide = glide

    @property
    def is_behind(self) -> bool:
        """Whether what is on screen is still of before: the new edges are being drawn."""
        return self._still.is_behind

    @property
    def is_gliding(self) -> bool:
        """Whether neurons are on their way; another size or network ends that."""
        return self._glide is not None

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

    def portrait(self, times: float = 1.0, next_scene: Snapshot | None = None) -> Portrait | None:
        """What is seen at this moment, to be drawn at so many times the view's pixels; None of an empty view.

        With a `next_scene` folded layers show who is most active for that one, as the view would do.
        """
        if self._scene is None or self._ground is None:
            return None
        still = self._still.drawn_at(self._ground.ratio * times)
        if (
            next_scene is not None
            and is_outdated(next_scene, self._ground.layout)
            and still.ground is not None
        ):
            layout = self._make_layout(self._zoom, most_active(next_scene))
            still.set_ground(replace(still.ground, layout=layout))
        return Portrait(still, self._pulses_on, self._cards() if next_scene is None else ())

    def _cards(self) -> Sequence[Card]:
        """What a view has put over the picture, in several ratios."""
        return ()

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
        # While a window is drawn larger nobody waits for the edges.
        self._start_anew(Way())
        super().resizeEvent(event)

    def _meet_network(self, snapshot: Snapshot, other_sizes: bool) -> None:
        """Another network: nothing that is known is true of it."""
        if other_sizes:
            self._zoom, self._unfolded = WHOLE, frozenset()
        self._prefer = most_active(snapshot)
        same = self._ground is not None and self._ground.scales.same_for_all
        self._glide = None
        self._still.edges.forget()
        groups, layers = len(snapshot.connections), len(snapshot.activations)
        self._set_ground(Scales(groups, same, self._locked, layers))

    def _start_anew(self, way: Way | None = None) -> None:
        """Lay out and draw everything again; with a `way` what is on screen stays until that is done."""
        if self._ground is not None:
            self._set_ground(self._ground.scales, way)
            self.work_wanted.emit()
        self.update()

    def _set_ground(self, scales: Scales, way: Way | None = None) -> None:
        theme = fitting_theme(self.width(), self.height(), self._theme)
        ratio = self.devicePixelRatioF()
        self._ground = Ground(self._make_layout(self._zoom), theme, ratio, scales)
        self._zoom = self._ground.layout.zoom
        self._still.set_ground(self._ground, way)
        if self._sprites is None or not self._sprites.suits(theme, ratio):
            self._sprites = PulseSprites(theme, ratio)

    def _make_layout(self, zoom: Zoom, prefer: tuple[Indices | None, ...] | None = None) -> Layout:
        assert self._scene is not None
        width, height = max(1, self.width()), max(1, self.height())
        names = [self._scene.output_name(i) for i in range(self._scene.sizes[-1])]
        return make_layout(
            self._scene.sizes,
            width,
            height,
            self._theme,
            self._prefer if prefer is None else prefer,
            input_shape(self._scene),
            names,
            zoom,
            self._unfolded,
        )

    def _refold(self) -> None:
        """Folded layers show who is most active for the example that is shown now, if that is others than before."""
        scene, ground = self._scene, self._ground
        if scene is not None and ground is not None and is_outdated(scene, ground.layout):
            self._prefer = most_active(scene)
            self._set_ground(ground.scales, Way())
            self.work_wanted.emit()

    # --- painting

    def update_frame(self) -> None:
        """Have the next frame painted: while a wave passes a gap, only that gap."""
        moment, layout = self._still.moment, self.layout_shown
        frame = moment.phase, moment.gap
        within, self._frame = frame == self._frame, frame
        if (
            not within
            or moment.phase not in ("forward", "backward")
            or layout is None
            or self._still.is_stale
        ):
            self.update()
            return
        assert self._scene is not None
        column = layout.layers[moment.gap]
        right = max(float(column.x.max()), column.right)
        groups = (g for g in self._scene.connections if g.target_layer == moment.gap + 1)
        first = min((group.source_layer for group in groups), default=moment.gap)
        left = float(layout.units(first)[0].min())
        if first > 0:
            left = min(left, layout.layers[first - 1].left)
        reach = max(largest for _, largest in RADII.values()) * self._theme.scale + 2
        self.update(floor(left - reach), 0, ceil(right - left + 2 * reach), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.frames_painted += 1
        painter = QPainter(self)
        try:
            if self._scene is None:
                self._paint_empty(painter)
                return
            self._keep_up()
            image = self._still.up_to_date()
            if self._glide is not None and self._still.can_glide():
                self._still.paint_gliding(painter, self._glide)
                return
            if self._still.is_behind:
                painter.fillRect(self.rect(), self._theme.colour("canvas"))
            painter.drawImage(QPointF(0, 0), image)
            self._paint_pulses(painter)
            self._paint_over(painter)
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
        if not self._pulses_on or self._still.is_behind:
            return
        layout = self._ground.layout
        pulses = self._flight.at(self._scene, choice, self._ground, self._still.moment)
        if pulses is None:
            return
        if layout.zoom.scale > 1 and layout.content is not None:
            painter.setClipRect(to_rect(layout.content))
        self._sprites.draw(painter, self._pulses_to_show(pulses))
        painter.setClipping(False)

    def _pulses_to_show(self, pulses: PulseMarks) -> PulseMarks:
        """All that travel; a view that isolates a neuron shows fewer."""
        return pulses

    def _paint_over(self, painter: QPainter) -> None:
        """What a view adds over everything."""
