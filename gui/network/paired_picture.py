"""A picture of a network that can stand beside another one: the same choices, the same moment, one scale for both."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QWidget

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState, gaps_passed
from gui.network.geometry.shapes import Zoom
from gui.network.marks.edge_words import edge_words
from gui.network.marks.scales import Scales
from gui.network.marks.text_marks import Words, is_digit
from gui.network.painting.weights_drawn import weights_drawn
from gui.network.picture import NetworkPicture


@dataclass(frozen=True)
class Viewpoint:
    """What the hand sets in a picture: how near it is, which layers are unfolded, and the only sign that is drawn."""

    zoom: Zoom
    expanded: frozenset[int]
    sign: int


class PairedNetworkPicture(NetworkPicture):
    """Alone it is as any other."""

    sign_changed = Signal(int)
    """From now on only connections of this sign are drawn, 1 or -1; 0: of both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside: PairedNetworkPicture | None = None

    def share_scales(self, other: PairedNetworkPicture | None) -> None:
        """Let full colour and full size stand for the same as in the other picture; None: by itself again."""
        self._beside = other
        self.show_shared_scales()

    def show_shared_scales(self, kinds: Collection[str] | None = None) -> None:
        """Show the same numbers by the scales that hold now, as the other picture's numbers are others.

        Only those of some `kinds` have changed; None: of any.
        """
        if self._displayed is not None:
            self._context.scales.beside = self._scales_beside
            self._composed_frame.show_other_scales(kinds=kinds)
            self.work_wanted.emit()
            self.update()

    @property
    def scales_shown(self) -> dict[str, tuple[float, ...]]:
        """The scales of what is on screen: of the edges' picture, neurons and rings, and of the motion's gradient."""
        if self._displayed is None:
            return {}
        moving = ("gradient",) if self.animation_shown.phase != "rest" else ()
        kinds = dict.fromkeys((self.edge_picture, "activation", "delta", *moving))
        return {kind: self._context.scales.of(kind) for kind in kinds}

    @property
    def drawn_update(self) -> int:
        """The update whose numbers the edges on screen show; -1 before there are such."""
        return self._composed_frame.edges.drawn_update

    @property
    def weights_drawn(self) -> Snapshot | None:
        """The snapshot whose weights are on screen; None where no mark shows any."""
        return weights_drawn(self._composed_frame)

    def hold_edges(self, is_held: bool) -> None:
        """Whether edges that are drawn wait for `show_drawn_edges`, so that two networks' change in the same frame."""
        self._composed_frame.edges.first_picture.is_held = is_held
        if not is_held:
            self.show_drawn_edges()

    @property
    def has_edges_waiting(self) -> bool:
        """Whether edges are drawn that wait for `show_drawn_edges`."""
        return self._composed_frame.edges.first_picture.is_waiting

    def show_drawn_edges(self) -> None:
        """Show the edges that are drawn and wait."""
        if self._composed_frame.edges.first_picture.show_complete():
            self.update()

    @property
    def scales_drawn(self) -> tuple[str, ...]:
        """What full colour stands for in the edges that were drawn last, seen or not yet, and the kind; as text."""
        marks = self._composed_frame.edges.first_picture.complete_marks
        # A NaN equals no other. Networks of unlike depth have one scale, in another number of gaps.
        return tuple(dict.fromkeys(f"{group.kind} {group.scale}" for group in marks if not group.unfinite))

    @property
    def legend_words(self) -> tuple[str, ...]:
        """The scale of the colours on screen, how many connections are drawn, and the example's place in L, whole."""
        frame = self._composed_frame
        if self._displayed is None:
            return ()
        layout, theme = self._context.layout, self._context.theme
        passed = gaps_passed(frame.animation, layout)
        words = edge_words(layout, theme, frame.legend_sides, is_digit(self._displayed), passed)
        return (*words, frame.words.place if frame.animation.loss_shown else "")

    @property
    def animation_shown(self) -> AnimationState:
        """The moment of the motion."""
        return self._composed_frame.animation

    @property
    def walkthrough_shown(self) -> str:
        """What happens in the phase of an update that is told; "" for none."""
        return self._composed_frame.words.walkthrough

    @property
    def sign(self) -> int:
        """The only sign of the connections that are drawn, 1 or -1; 0 where both are."""
        return self._composed_frame.edges.sign

    def set_sign(self, sign: int) -> None:
        """Draw only the connections of this sign, 1 or -1; 0 for both."""
        if sign != self.sign:
            self._composed_frame.edges.set_sign(sign)
            self.work_wanted.emit()
            self.sign_changed.emit(sign)

    def toggle_sign(self, sign: int) -> None:
        """Draw only the connections of this sign; where that is so already, those of both."""
        self.set_sign(0 if self.sign == sign else sign)

    def set_edge_picture(self, picture: str) -> None:
        """Colour the edges by w, a·w, ∂C/∂w, its mean or ΔW; of another picture both signs are drawn at first."""
        before = self.sign
        super().set_edge_picture(picture)
        if self.sign != before:
            self.sign_changed.emit(self.sign)

    @property
    def viewpoint(self) -> Viewpoint:
        """What the hand has set."""
        return Viewpoint(self._zoom, self._expanded, self._composed_frame.edges.sign)

    def show_viewpoint(self, viewpoint: Viewpoint) -> None:
        """Show it so; a network with other layers stays whole, as they are not the same ones."""
        self.set_sign(viewpoint.sign)
        if (viewpoint.zoom, viewpoint.expanded) != (self._zoom, self._expanded):
            self._zoom, self._expanded = viewpoint.zoom, viewpoint.expanded
            self._reset_interaction()

    def follow(self, leader: PairedNetworkPicture) -> bool:
        """Take the leader's choices of what is shown, and its moment of the motion; True where something changed.

        The motion goes from layer to layer: a network of another depth rests meanwhile, with all its numbers. What a
        walkthrough shows of an update is the leader's alone.
        """
        mine, theirs = self._composed_frame, leader._composed_frame
        before = (mine.animation, mine.look, mine.words, self._chosen)
        if self.edge_picture != leader.edge_picture:
            self.set_edge_picture(leader.edge_picture)
        if mine.edges.budget != theirs.edges.budget:
            self.set_edge_budget(theirs.edges.budget)
        if self._same_scale != leader._same_scale:
            self.set_same_scale(leader._same_scale)
        if self._locked != leader._locked:
            self.set_scales_locked(leader._locked)
        look = replace(theirs.look, statistics=mine.look.statistics)
        if look != mine.look:
            mine.show_look(look)
        if (words := self._words_of(leader)) != mine.words:
            mine.show_words(words)
        self.set_pulses(leader._pulses_on)
        animation = theirs.animation if self._moves_as(leader) else AnimationState()
        if animation != mine.animation:
            self.show_animation_state(animation)
        return before != (mine.animation, mine.look, mine.words, self._chosen)

    @property
    def _chosen(self) -> tuple[object, ...]:
        return self.edge_picture, self._composed_frame.edges.budget, self._same_scale, self._locked

    def _words_of(self, leader: PairedNetworkPicture) -> Words:
        """What is said of the example, where both show the same."""
        mine, theirs = self._displayed, leader._displayed
        words, leads = self._composed_frame.words, leader._composed_frame.words
        if mine is None or theirs is None or not mine.example.is_same_sample(theirs.example):
            return replace(words, place="")
        # What is said of neurons that were dropped is said of one of them alone.
        is_alike = bool(mine.trace.masks) == bool(theirs.trace.masks)
        return replace(words, title=leads.title, place=leads.place if is_alike else "")

    def _moves_as(self, leader: PairedNetworkPicture) -> bool:
        one, other = self._displayed, leader._displayed
        of_update = leader._composed_frame.animation.phase in ("mean", "change")
        return one is not None and other is not None and len(one.sizes) == len(other.sizes) and not of_update

    def _scales_beside(self) -> Scales | None:
        other = self._beside
        return None if other is None or other._displayed is None else other._context.scales

    def _set_context(self, scales: Scales, transform: QTransform | None = None) -> None:
        scales.beside = self._scales_beside
        super()._set_context(scales, transform)
