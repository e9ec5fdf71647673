"""The network as one looks at it: picture, neurons, edges and what travels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget

from core.analysis.neuron_statistics import NeuronStatistics
from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.pulse_animation import PulseAnimation
from gui.network.animation.reorder_animation import ReorderAnimation
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.collapsed_groups import is_outdated, most_active
from gui.network.geometry.layout import WHOLE
from gui.network.interaction.hard_sample_button import HardSampleButton, has_almost_no_gradient, is_right
from gui.network.laid_out_picture import LaidOutPicture
from gui.network.marks.edge_values import OF_UPDATE
from gui.network.marks.pulse_marks import gap_reach
from gui.network.marks.scales import Scales
from gui.network.marks.text_marks import counts_idle
from gui.network.painting.detached_render import Card, DetachedRender
from gui.network.painting.primitives import painting
from gui.network.painting.weights_drawn import update_told, weights_drawn
from gui.theme.tokens import Theme
from gui.widgets.size_follower import paint_pixels


class NetworkPicture(LaidOutPicture):
    """A passive picture of a network: it shows what it is given.

    Repainting is driven from outside, by the frame clock; the picture updates itself only when it is resized,
    themed or translated.

    Attributes
    ----------
    frames_painted : int
        How often it was painted.
    """

    hard_sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_view")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.frames_painted = 0
        self._pulse_animation = PulseAnimation()
        self._pulses_on, self._same_scale, self._locked = True, False, False
        self._reorder_animation: ReorderAnimation | None = None
        # The phase that was painted last.
        self._frame: tuple[str, int] = ("", 0)
        self._offer = HardSampleButton(self)
        self._offer.hard_sample_wanted.connect(self.hard_sample_wanted)

    # --- verbs: how it looks

    def set_theme(self, theme: Theme) -> None:
        """Take colours, type and scale."""
        self._theme = theme
        self._pulse_animation.follow_look(theme, self.devicePixelRatioF())
        self._reset_interaction()

    def set_edge_budget(self, budget: int | None) -> None:
        """Draw so many edges per target neuron; None for all."""
        self._composed_frame.edges.set_budget(budget)
        self.update()

    def set_same_scale(self, same: bool) -> None:
        """Colour all groups by the largest one's scale, so that they can be compared."""
        self._same_scale = same
        if self._displayed is not None:
            self._context.scales.same_for_all = same
            self._composed_frame.show_other_scales()
            self.work_wanted.emit()

    def set_scales_locked(self, locked: bool) -> None:
        """Let full colour go on standing for the same numbers, for before and after."""
        self._locked = locked
        if self._displayed is not None:
            self._context.scales.lock(locked)
            self._composed_frame.show_other_scales(learns=True)  # the legend says it too
            self.work_wanted.emit()

    def set_edge_picture(self, picture: str) -> None:
        """Colour the edges by w, a·w, ∂C/∂w, its mean or ΔW: one of `edge_values.PICTURES`."""
        self._composed_frame.edges.set_picture(picture)
        self.update()

    @property
    def edge_picture(self) -> str:
        """Which of the edges' numbers is shown."""
        return self._composed_frame.edges.picture

    def set_preferred_classes(self, shown: bool) -> None:
        """Write each neuron's preferred class into it."""
        self._composed_frame.show_look(replace(self._composed_frame.look, preferred_classes=shown))
        self.update()

    def set_tiles_of_example(self, of_example: bool) -> None:
        """Large neurons of the first layer show x·w of the displayed sample in place of w."""
        self._composed_frame.show_look(replace(self._composed_frame.look, tiles_of_example=of_example))
        self.update()

    def settle(self) -> None:
        """The training rests: the edges drawn are the strongest of the update that is shown."""
        self.preparation.drop()
        self._composed_frame.edges.settle()

    def set_pulses(self, on: bool) -> None:
        """Whether anything travels; the numbers of each phase are shown either way."""
        self._pulses_on = on

    # --- verbs: what it shows

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Show the neurons, the bars and C of this snapshot."""
        # Of another size, it is laid out for what it shows by now.
        old, composed_frame = self._displayed, self._composed_frame
        self._displayed = snapshot
        other_sizes = old is None or (old.sizes, old.data.picture) != (snapshot.sizes, snapshot.data.picture)
        if old is None or old.run != snapshot.run or other_sizes:
            keeps_old = old is not None and snapshot.is_built_as(old)
            self._adopt_network(snapshot, other_sizes, keeps_old)
        self._context.scales.update_from_snapshot(snapshot)
        composed_frame.show_displayed_snapshot(snapshot)
        # A drawing changes with every move of the pen: who is most active is asked when it rests.
        rests = snapshot.example.origin != "drawing"
        if old is not None and rests and not snapshot.example.is_same_sample(old.example):
            self._collapse_again()

    def show_weights(self, snapshot: Snapshot) -> None:
        """Draw this snapshot's weights next; `work` does it."""
        if self._displayed is not None and snapshot.sizes == self._displayed.sizes:
            self._composed_frame.edges.show_weights(snapshot)

    def show_gradient(
        self,
        gradient: Array | None,
        kind: str = "gradient",
        mean_db: Sequence[Array] | None = None,
    ) -> None:
        """Keep ∂C/∂θ for the backward signal animation; `kind` "gradient" or "mean_gradient"."""
        self._composed_frame.edges.show_gradient(gradient, kind, mean_db)

    def show_change(self, change: Array | None) -> None:
        """Keep Δθ for the change's phase, or None when it is over."""
        self._composed_frame.edges.show_change(change)

    def show_animation_state(self, animation: AnimationState) -> None:
        """Show this moment of the motion."""
        begins = animation.phase == "forward" and self._composed_frame.animation.phase != "forward"
        self._composed_frame.show_animation_state(animation)
        if begins:
            self._collapse_again()

    def show_permuted(self, snapshot: Snapshot) -> None:
        """Show neurons that have other numbers now; all that is of the old ones stays until all of the new is drawn."""
        self._reorder_animation = None
        self.show_displayed_snapshot(snapshot)
        if any(column.shown.size < column.size for column in self._context.layout.layers):
            self._prefer = most_active(snapshot)
        self._set_context(self._context.scales, QTransform())
        self.show_weights(snapshot)

    def show_reorder_animation(self, reorder_animation: ReorderAnimation | None) -> None:
        """Show the neurons on their way to their places, or at them; at them as well where that would take too long."""
        self._reorder_animation = reorder_animation

    @property
    def is_behind(self) -> bool:
        """Whether what is on screen is still of before: the new edges are being drawn."""
        return self._composed_frame.is_behind and self.isVisible()

    @property
    def marks_idle_neurons(self) -> bool:
        """Whether a dead or saturated neuron is marked on screen: by its sign, or counted over its layer."""
        frame, statistics = self._composed_frame, self._composed_frame.look.statistics
        if self._displayed is None or statistics is None:
            return False
        shown = self._displayed, self._context.layout, frame.animation, self._context.theme, statistics
        return frame.nodes.shows_idle or counts_idle(*shown)

    @property
    def is_reordering(self) -> bool:
        """Whether neurons are on their way; another size or network ends that."""
        return self._reorder_animation is not None

    def show_neuron_statistics(self, statistics: NeuronStatistics | None) -> None:
        """Mark neurons that are dead or saturated, as it was measured over the test set."""
        self._composed_frame.show_look(replace(self._composed_frame.look, statistics=statistics))

    def show_title(self, title: str) -> None:
        """Say which example is shown."""
        self._composed_frame.show_words(replace(self._composed_frame.words, title=title))
        self.setAccessibleDescription(title)

    def show_covered(self, covered: float, corner: tuple[float, float] = (0.0, 0.0)) -> bool:
        """So many px of the top, and this corner at its right, are covered: the title gives way. Were others?"""
        words = replace(self._last_frame.words, covered=covered, corner=corner)
        if is_other := words != self._last_frame.words:
            self._last_frame.show_words(words)
            self.update()
        return is_other

    def show_walkthrough(self, said: str, without_keys: str | None = None) -> None:
        """Say what is happening, in at most 60 characters; in a picture that is kept, without a key to press."""
        words = replace(self._composed_frame.words, walkthrough=said, without_keys=without_keys)
        self._composed_frame.show_words(words)

    def show_place(self, place: str) -> None:
        """Say what the shown C is a part of: "1 of 60,000 in L"."""
        self._composed_frame.show_words(replace(self._composed_frame.words, place=place))

    # --- verbs: work

    def work(self, budget_ms: float) -> bool:
        """Draw a portion of the next picture of the edges; True while more is left."""
        return self._composed_frame.edges.work(budget_ms)

    def has_work(self) -> bool:
        """Whether a picture of the edges is not up to date."""
        return self._composed_frame.edges.has_work

    def detached_render(
        self, times: float = 1.0, next_snapshot: Snapshot | None = None
    ) -> DetachedRender | None:
        """What is seen at this moment, to be drawn at so many times the view's pixels; None of an empty view.

        With a `next_snapshot` collapsed layers show who is most active for that one, as the view would do.
        """
        if self._displayed is None:
            return None
        composed_frame = self._composed_frame.drawn_at(self._context.ratio * times)
        if next_snapshot is not None and is_outdated(next_snapshot, self._context.layout):
            layout = self._make_layout(self._zoom, most_active(next_snapshot))
            composed_frame.set_context(replace(composed_frame.context, layout=layout))
        cards = self._cards() if next_snapshot is None else ()
        moments = weights_drawn(self._composed_frame), update_told(self._composed_frame)
        return DetachedRender(composed_frame, self._pulses_on, cards, *moments)

    def _cards(self) -> Sequence[Card]:
        """What a view has put over the picture, in several ratios."""
        return ()

    def _adopt_network(self, snapshot: Snapshot, other_sizes: bool, keeps_old: bool) -> None:
        """Another network: nothing that is known is true of it."""
        if other_sizes:
            self._zoom, self._expanded = WHOLE, frozenset()
        self._prefer = most_active(snapshot)
        self._reorder_animation = None
        self._composed_frame.edges.forget()
        sizes = len(snapshot.connections), self._same_scale, self._locked, len(snapshot.activations)
        # On the same ground all that is on screen stays until the new edges are drawn: nobody waits for them.
        self._set_context(Scales(*sizes), QTransform() if keeps_old else None)

    def _collapse_again(self) -> None:
        """Folded layers show who is most active for the example that is shown now, if that is others than before."""
        displayed = self._displayed
        if displayed is not None and is_outdated(displayed, self._context.layout):
            self._prefer = most_active(displayed)
            self._set_context(self._context.scales, QTransform())
            self.work_wanted.emit()

    # --- painting

    def update_frame(self) -> None:
        """Have the next frame painted: while a signal animation passes a gap, only that gap."""
        animation, layout = self._composed_frame.animation, self.layout_shown
        frame = animation.phase, animation.gap
        within, self._frame = frame == self._frame, frame
        passes = within and animation.phase in ("forward", "backward") and not self._composed_frame.is_stale
        if not passes or layout is None or self._displayed is None:
            self.update()
            return
        left, right = gap_reach(self._displayed.connections, layout, animation.gap, self._theme.scale)
        self.update(left, 0, right - left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.frames_painted += 1
        with painting(self) as painter:
            if self._displayed is None:
                return self._paint_empty(painter)
            if self._size.follow_in_turn(has_picture=self._last_frame.on_screen is not None):
                self._paint_before(painter)
                return self._paint_over(painter)
            self._render_pending()
            image = self._composed_frame.up_to_date()
            if self._reorder_animation is not None and self._composed_frame.can_animate_reorder():
                self._composed_frame.paint_reordering(painter, self._reorder_animation)
                return
            if self._composed_frame.is_behind:
                painter.fillRect(self.rect(), self._theme.colour("canvas"))
            painter.drawImage(QPointF(0, 0), image)
            if self._pulses_on and not self._composed_frame.is_behind:
                self._pulse_animation.paint(painter, self._composed_frame)
            self._paint_over(painter)

    def _paint_before(self, painter: QPainter) -> None:
        """What is on screen already, where it is, in a view of another size."""
        self.preparation.take_in()
        image = self._last_frame.on_screen
        assert image is not None
        paint_pixels(painter, self, image, self._theme)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("dim"))
        words = self.tr("The network appears here.")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)

    def _render_pending(self) -> None:
        """Follow the screen's device-pixel ratio, and show a notice where there is almost no gradient.

        In pictures of the batch's gradient and of ΔW it would be said of what is not on screen; the lowest has no room.
        """
        displayed, context, words = self._displayed, self._context, self._composed_frame.words
        assert displayed is not None
        if context.ratio != self.devicePixelRatioF():
            self._set_context(context.scales)
        of_sample = self.edge_picture not in OF_UPDATE and not (words.walkthrough or context.layout.is_lowest)
        if of_sample and has_almost_no_gradient(displayed, self._composed_frame.animation):
            notice = self._offer.offer(context.layout.walkthrough, context.theme, is_right(displayed))
        else:
            notice = None
            self._offer.withdraw()
        self._composed_frame.show_words(replace(words, notice=notice))

    def _paint_over(self, painter: QPainter) -> None:
        """What a view adds over everything, at its places where it is laid out for its size."""
