"""The interactive network view: what is pointed at, focused and pinned, and the card with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from core.editing.neuron_permutation import Order
from core.engine.snapshot import Snapshot
from gui.network import accessibility
from gui.network.answer_reader import AnswerReader, network_name
from gui.network.geometry.shapes import Rect
from gui.network.interaction.callout import Callout
from gui.network.interaction.callout_placing import place_callout
from gui.network.interaction.edge_navigation import next_edge, ranked_edges
from gui.network.interaction.legend_card import LegendButton, LegendCard
from gui.network.interaction.selection import (
    ARROWS,
    Neuron,
    Selection,
    SelectionItem,
    neuron_of,
)
from gui.network.interaction.sign_button import SignButtons
from gui.network.interaction.zoom_gestures import ZoomableNetworkPicture
from gui.network.marks.edge_marks import hit_sign
from gui.network.marks.kernel_marks import KernelMarks
from gui.network.marks.text_marks import stays_in_sight
from gui.network.painting.detached_render import Card
from gui.theme.tokens import Theme
from gui.widgets.keyboard_focus import is_seen, paint_focus
from gui.widgets.sentence_text import sentences
from gui.widgets.translated import Translated


class NetworkView(Translated, ZoomableNetworkPicture):
    """The picture of the network, and what the user points at in it."""

    neuron_hovered = Signal(int, int)
    edge_hovered = Signal(int, int, int)
    hover_ended = Signal()
    # A KernelWeight: the pointer or the keys have come to it; it is wanted, by a click or Enter.
    weight_hovered = Signal(object)
    weight_wanted = Signal(object)
    # All that is pinned: neurons (layer, index) and edges (group, source, target), the latest last.
    pins_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._selection = Selection()
        self._focus_seen = False
        self._reached = accessibility.ReachedReader(self)
        self._callout = Callout(self, self._theme)
        self._legend_card = LegendCard(self, self._theme)
        self._legend_button = LegendButton(self)
        self._legend_button.unfolded.connect(self._unfold_legend)
        self._legend_button.hide()
        self._signs = SignButtons(self)
        accessibility.install()
        self.answers = AnswerReader(self, self._answer_words)
        self._retranslate()

    # --- what is selected

    @property
    def displayed_snapshot(self) -> Snapshot | None:
        """The snapshot that is shown."""
        return self._displayed

    @property
    def _kernels(self) -> tuple[KernelMarks, ...]:
        """The kernels that are on screen."""
        return self._composed_frame.nodes.ribbons.kernels

    @property
    def focused_neuron(self) -> Neuron | None:
        """The neuron that the keyboard has reached."""
        return self._selection.focused

    @property
    def pins(self) -> tuple[SelectionItem, ...]:
        """What is pinned."""
        return self._selection.pins

    @property
    def selected_items(self) -> tuple[SelectionItem, ...]:
        """What is pinned, and after it what the keyboard has reached."""
        focused = self._selection.focused
        return self.pins if focused is None else (*self.pins, focused)

    # --- verbs

    def prepare(self) -> None:
        """Have what is shown next worked out in portions; where anybody looks, what is on screen stays so long."""
        if self.isVisible():
            self._composed_frame.prepare()

    @property
    def keeps_old(self) -> bool:
        """Whether the next frame still is as the one before: what the displayed snapshot needs is being made."""
        edges, waits = self._last_frame.edges, self.preparation.is_under_way
        waits |= self._last_frame.is_behind and not (edges.has_picture and not edges.is_of_other_sample)
        return waits and self.isVisible()

    def set_theme(self, theme: Theme) -> None:
        """Take colours, type and scale."""
        self._callout.set_theme(theme)
        super().set_theme(theme)

    def set_edge_picture(self, picture: str) -> None:
        """Colour the edges by w, a·w, ∂C/∂w, its mean or ΔW: one of `edge_values.PICTURES`."""
        super().set_edge_picture(picture)
        self._refresh_callout()

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Show the neurons, the bars and C of this snapshot."""
        old = self._displayed
        super().show_displayed_snapshot(snapshot)
        self._refresh_callout()
        self.answers.follow(old, snapshot)

    def set_letter(self, letter: str) -> None:
        """Be called A or B where two stand side by side; "" where this one is alone."""
        self.answers.letter, name = letter, network_name(letter)
        self.setAccessibleName(name)
        self._legend_button.set_network(name if letter else "")
        self._signs.set_network(name if letter else "")

    def _answer_words(self) -> str:
        if self._displayed is None:
            return ""
        is_drawing = self._displayed.example.origin == "drawing"
        title = "" if is_drawing else self._composed_frame.words.title
        return sentences([title, accessibility.answer(self._displayed, self._context.layout)])

    def _adopt_network(self, snapshot: Snapshot, other_sizes: bool, keeps_old: bool) -> None:
        if other_sizes:
            self._selection = Selection()
            self._composed_frame.highlight(None)
            self._callout.hide()
        # It may be a kernel that there is no more.
        if self._selection.weight is not None:
            self._selection.weight = None
            self._composed_frame.highlight(None)
        self._selection.connections = snapshot.connections
        super()._adopt_network(snapshot, other_sizes, keeps_old)

    def _lay_out(self, transform: QTransform | None = None) -> None:
        super()._lay_out(transform)
        self._refresh_callout()

    # --- painting

    def _unfold_legend(self, unfolded: bool) -> None:
        """Open or fold the card that explains all marks."""
        self._legend_card.setVisible(unfolded)
        if unfolded:
            self._refresh_legend_card()
            self._legend_card.raise_()

    def _refresh_legend_card(self) -> None:
        """Put the line's button in its place, and tell what is on screen now where the card is open."""
        context, button = self._context, self._legend_button
        button.show_at(context.layout.marks_line, context.theme)
        button.setVisible(True)
        self._signs.show_at(context.layout, context.theme)
        if not button.is_heard:
            return
        pulses = self._pulse_animation.at(self._composed_frame) if self._pulses_on else None
        rows = self._composed_frame.legend_rows(pulses)
        room = Rect(float(button.x()), 4.0, self.width() - button.x() - 4.0, self.height() - 8.0)
        self._legend_card.show_rows(rows, context.theme, room, button.y() - 2.0)
        button.show_description(self._legend_card.text)

    def _paint_over(self, painter: QPainter) -> None:
        if not self._size.is_due:
            self._refresh_legend_card()
        if self._focus_seen and self.hasFocus():
            paint_focus(painter, self, self._theme, self._last_frame.words.covered)

    def _cards(self) -> Sequence[Card]:
        ratio = self.devicePixelRatioF()
        cards: list[Callout | LegendCard] = [*self.findChildren(Callout), self._legend_card]
        return [
            Card(card.x(), card.y(), tuple(card.image(ratio * times) for times in (1, 2, 4)))
            for card in cards
            if card.isVisible()
        ]

    # --- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._displayed is None or self.follow_drag(event):
            return
        before, position = replace(self._selection), event.position()
        self._selection.point_at(self._displayed, self._context.layout, *position.toTuple(), self._kernels)
        if self._selection != before:
            self._attend(before, position)

    def leaveEvent(self, event: QEvent) -> None:
        self._clear_pointer()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._clear_pointer()
        super().hideEvent(event)

    def _clear_pointer(self) -> None:
        before = replace(self._selection)
        self._selection.leave()
        self._attend(before)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._focus_seen = False
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._displayed is not None and self._choose_around(event.position()):
            return
        self.mouseMoveEvent(event)
        what, weight = self._selection.edge or self._selection.hovered, self._selection.weight
        if is_left and weight is not None:
            self.weight_wanted.emit(weight)
        elif is_left and what is not None:
            self.pin(what, beside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        super().mousePressEvent(event)

    def _choose_around(self, at: QPointF) -> bool:
        """Whether a click meets a sign of the legend or a collapsed group.

        A sign hides the other, a group unfolds its layer; a second click takes that back.
        """
        layout = self._context.layout
        if sign := hit_sign(layout, self._context.theme, at.x(), at.y()):
            self.toggle_sign(sign)
            return True
        for layer, column in enumerate(layout.layers[:-1]):
            if column.collapsed_group is not None and column.collapsed_group.contains(at.x(), at.y()):
                self.toggle_layer(layer)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._displayed is None:
            super().keyPressEvent(event)
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._walk_edges(*ARROWS[key])
        elif key in ARROWS:
            before = replace(self._selection)
            self._selection.step(self._context.layout, self._kernels, ARROWS[key])
            if self._selection.focused is not None:
                self._bring_into_view(self._selection.focused)
            self._attend(before)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selection.weight is not None:
            self.weight_wanted.emit(self._selection.weight)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selection.current_item is not None:
            what = self._selection.edge or self._selection.current_item
            self.pin(what, beside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape and (self._selection.weight or self._selection.highlighted) is not None:
            self.clear_selection()
        else:
            super().keyPressEvent(event)

    def _walk_edges(self, across: int, down: int) -> None:
        """Shift and arrows: up and down go through the edges in order of rank, left and right choose a side."""
        displayed, before = self._displayed, replace(self._selection)
        neuron = before.highlighted
        if displayed is None or neuron is None:
            return
        comes_in = before.edge is None or neuron_of(before.edge, displayed.connections) == neuron
        incoming = across < 0 or (across == 0 and comes_in)
        edges = self._composed_frame.edges
        ranked = ranked_edges(displayed, neuron, edges.picture, edges.values_shown, incoming)
        self._selection.focused, self._selection.hovered = neuron, None
        self._selection.edge = next_edge(ranked, None if across else before.edge, down) or before.edge
        self._attend(before)
        if not ranked or self._selection == before:
            self._reached.stay(is_at_end=bool(ranked))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_seen = is_seen(event.reason(), self._focus_seen)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        before = replace(self._selection)
        self._selection.leave_by_keys()
        self._attend(before)
        self.update()
        super().focusOutEvent(event)

    def pin(self, what: SelectionItem, beside: bool = False) -> None:
        """Keep a neuron or an edge, in place of what is kept or beside it; what is kept already is let go."""
        before = replace(self._selection)
        self._selection.pin(what, beside)
        self._attend(before)
        self.pins_changed.emit(self._selection.pins)

    @property
    def explanation_of_focus(self) -> str:
        """What the keyboard has reached, in a few sentences."""
        selection, last = self._selection, len(self._displayed.sizes) - 2 if self._displayed else 0
        if selection.edge is not None:
            return self.explanation_of("edge")
        item = selection.current_item
        return self.explanation_of(None if item is None else "output" if item[0] == last else "neuron")

    def follow_permutation(self, orders: Sequence[Order]) -> None:
        """Keep what is pinned and focused where hidden neurons come into these orders; shown with the next snapshot.

        What is under the pointer is another neuron then, and is pointed at when the pointer moves.
        """
        self._clear_pointer()
        self._selection.follow(orders)
        now = self._selection
        self._composed_frame.highlight(now.highlighted, now.pins, now.edge)

    def clear_selection(self) -> None:
        """Nothing is focused, pinned or pointed at any more."""
        before = self._selection
        self._selection = Selection(connections=before.connections)
        self._attend(before)
        if before.pins:
            self.pins_changed.emit(())

    def _attend(self, before: Selection, position: QPointF | None = None) -> None:
        """Show what is selected now, and emit the signal if it has changed."""
        now = self._selection
        if now == before:
            return
        neuron = now.highlighted if now.weight is None else None
        self._composed_frame.highlight(neuron, now.pins, now.edge, now.weight)
        self._refresh_callout(position)
        if (before.focused or before.weight) is not None and (now.focused or now.weight) is None:
            # What the keys had reached is no longer what is heard of the network.
            self.setAccessibleDescription(self._composed_frame.words.title)
        self.update()
        if now.edge is not None and now.edge != before.edge:
            self.edge_hovered.emit(*now.edge)
        elif now.edge is None and now.current_item is not None:
            if now.current_item != before.current_item or before.edge is not None:
                self.neuron_hovered.emit(*now.current_item)
        elif now.weight is not None:
            self.weight_hovered.emit(now.weight)
        elif (before.current_item or before.edge or before.weight) is not None:
            self.hover_ended.emit()

    def show_covered(self, covered: float, corner: tuple[float, float] = (0.0, 0.0)) -> bool:
        if is_other := super().show_covered(covered, corner):
            self._refresh_callout()
        return is_other

    def keeps_words(self, covered: float) -> bool:
        """Whether all words stay in sight, where they are or below, while news cover so many px of the top."""
        if self._displayed is None:
            return False
        frame, context = self._composed_frame, self._context
        words = replace(frame.words, covered=covered, corner=(0.0, 0.0))
        shown = self._displayed, context.layout, frame.animation, context.theme
        return stays_in_sight(*shown, words, frame.look.statistics)

    def _refresh_callout(self, position: QPointF | None = None) -> None:
        """Bring the card's numbers up to date, in the frame that shows them: what is on screen may have to stay."""
        self.preparation.once_released(lambda: self._place_callout(position))

    def _place_callout(self, position: QPointF | None) -> None:
        """Put the card beside what its numbers belong to, below the news."""
        displayed, selection = self._displayed, self._selection
        top = self._composed_frame.words.covered + 4
        room = Rect(4, top, self.width() - 8, self.height() - top - 4)
        if displayed is None or not place_callout(
            self._callout, selection, displayed, self._context.layout, self._kernels, room, position
        ):
            self._callout.hide()
            self._reached.forget()
            return
        if self._callout.isHidden():
            self._callout.show()
            self._callout.raise_()
        self._reached.tell(selection, self._callout.text, by_pointer=position is not None)

    # --- words

    def _retranslate(self) -> None:
        self.set_letter(self.answers.letter)
        self.setWhatsThis(
            self.tr(
                "The network: left the example that is shown, then each layer's neurons, right the outputs y. Any mark"
                " in it explains itself: ask What's this? and click it. Point at a neuron to see its connections and"
                " its numbers; a click keeps it in Inspect, with Ctrl beside others. With the keyboard: arrow keys move"
                " from neuron to neuron, with Shift through its connections, the strongest first; Enter keeps. Of a"
                " kernel’s weight all places that share it stand out; a click or Enter opens its page."
            )
        )
        self._reset_interaction()
