"""Where a neuron's z and δ come from, term by term; and one of its connections, with its gradient check and its loss
slice.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.analysis.gradient_check import GradientCheck
from core.analysis.loss_slice import LossSlice
from core.analysis.sum_terms import Terms
from gui.inspector.activation_graph import ActivationGraph
from gui.inspector.history_plot import HistoryPlot
from gui.inspector.loss_slice_plot import LossSlicePlot
from gui.inspector.term_list import TermList
from gui.network.interaction.neuron_values import EdgeValues, NeuronValues
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.more_button import MoreButton
from gui.widgets.number_text import compact, plain, precise, signed
from gui.widgets.parameter_field import ParameterField
from gui.widgets.sentence_text import listed
from gui.widgets.tabs_and_scrolling import reveal
from gui.widgets.translated import Translated

Steps = tuple[float | None, float | None]
"""A change of a weight by -η·∂C/∂w, and by the last update; None where it is not known."""
Back = tuple[Terms, list[str], float]
"""The terms of Σ w δ, the names of the neurons that they come back from, and f'(z)."""


class NeuronDetails(Translated, QWidget):
    """The largest terms of z and δ; the term of z that is chosen is shown as a connection.

    It is put away at first, and asks for numbers only while it is open.
    """

    opened = Signal(bool)
    edge_chosen = Signal(int, int)
    """The term of the neuron or input with this index is chosen."""
    gradient_check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("neuron_details")
        self._body = QWidget()
        self.more_button = MoreButton("more_of_neuron", self._body)
        self.more_button.toggled.connect(self.opened)
        self._terms: Terms | None = None
        self._values: NeuronValues | None = None
        self._delta: Back | None = None
        self._edge: EdgeValues | None = None
        # A row was clicked, and not all of the answer is there.
        self._is_edge_awaited = False
        self._gradient_check: GradientCheck | None = None
        self._checked_update = 0
        self._steps: Steps = (None, None)
        self._list = TermList("z_terms", can_be_chosen=True)
        self._list.chosen.connect(self._on_chosen)
        self._back_list = TermList("delta_term_list", can_be_chosen=False)
        self._rest, self._back, self._edge_words, self._check_words, self._past_words = (
            new_label(name, "caption", wraps=True)
            for name in ("z_rest", "delta_terms", "edge_words", "proof", "history_words")
        )
        for label in (self._rest, self._back, self._edge_words, self._check_words, self._past_words):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._known = 0
        self.parameter = ParameterField("edge_parameter")
        self._graph, self._loss_slice = ActivationGraph(), LossSlicePlot()
        self._check_button = tab_button(QPushButton(), "prove_it", self.gradient_check_wanted)
        self._past, self._past_delta, self._past_w, self._past_slope = (
            HistoryPlot(name) for name in ("history_a", "history_delta", "history_w", "history_gradient")
        )
        self._of_z, self._of_f, self._of_delta, self._of_past = (new_label(role="heading") for _ in range(4))
        pictures = (
            *(self._of_f, self._graph, self._of_delta, self._back_list, self._back),
            *(self._of_past, self._past_words, self._past, self._past_delta),
        )
        chosen = (self._edge_words, self.parameter, self._loss_slice, self._check_button, self._check_words)
        self._inner = column(
            self._body,
            self._of_z,
            self._list,
            self._rest,
            *chosen,
            *(self._past_w, self._past_slope),
            *pictures,
        )
        column(self, self.more_button, self._body)
        self.show_edge(None, None)
        self._retranslate()

    @property
    def is_open(self) -> bool:
        """Whether the details are asked for."""
        return self.more_button.isChecked()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self.more_button.set_theme(theme)
        self._inner.setSpacing(round(theme.px(6)))
        self.parameter.set_theme(theme)
        for terms in (self._list, self._back_list):
            terms.set_theme(theme)
        past = (self._past, self._past_delta, self._past_w, self._past_slope)
        for picture in (self._graph, self._loss_slice, *past):
            picture.set_theme(theme)

    def show_terms(self, values: NeuronValues, terms: Terms, names: list[str], delta: Back | None) -> None:
        """The terms of z with the names of where they come from; and those of δ, where there are such."""
        if self._values is None or (values.layer, values.index) != (self._values.layer, self._values.index):
            self._list.mark_none()
            self.show_history((), (), (), (), ())
        self._values, self._terms, self._delta = values, terms, delta
        self._write_past()
        self._list.show_terms(terms, names)
        self._back_list.setVisible(delta is not None)
        if delta is not None:
            self._back_list.show_terms(*delta[:2])
        self._graph.show_point(values.activation, values.z, values.is_output)
        self._write_sums()

    @property
    def neuron(self) -> tuple[int, int] | None:
        """(layer, index) of the neuron whose details these are."""
        return None if self._values is None else (self._values.layer, self._values.index)

    @property
    def edge(self) -> tuple[int, int, int] | None:
        """(group, source, target) of the connection that is chosen."""
        return None if self._edge is None else self._edge.edge

    def show_history(
        self,
        known: Sequence[int],
        a: Sequence[float],
        delta: Sequence[float],
        updates: Sequence[int],
        weights: Sequence[float],
        slopes: Sequence[float] = (),
    ) -> None:
        """What the displayed sample made of it at the `known` updates, and the chosen weight at all that are kept.

        `delta` and `slopes`, the ∂C/∂w of the chosen weight, are empty where no right answer is known.
        """
        self._known = len(known)
        self._past.show_history("a", known, a, ("text", "minus"))
        self._past_delta.show_history("|δ|", known, delta, ("grad_plus", "grad_minus"), by_size=True)
        self._past_delta.setVisible(len(delta) == len(known) > 0)
        self._show_past_of_edge(known, slopes, updates, weights)
        self._write_past()

    def _show_past_of_edge(
        self,
        known: Sequence[int],
        slopes: Sequence[float],
        updates: Sequence[int],
        weights: Sequence[float],
    ) -> None:
        self._past_w.show_history("w", updates, weights, ("plus", "minus"))
        self._past_w.setVisible(len(weights) > 0)
        self._past_slope.show_history("|∂C/∂w|", known, slopes, ("grad_plus", "grad_minus"), by_size=True)
        self._past_slope.setVisible(len(slopes) == len(known) > 0)

    def _write_past(self) -> None:
        words = self.tr("this example at 1 kept update")
        if self._known != 1:
            words = self.tr("this example at {count} kept updates").format(count=f"{self._known:,}")
        if self._values is not None and self._values.has_dropout:
            words += self.tr(", without dropout")
        self._past_words.setText(words)

    def show_edge(
        self,
        edge: EdgeValues | None,
        loss_slice: LossSlice | None,
        steps: Steps = (None, None),
        slice_steps: Steps = (None, None),
        is_set_above: bool = False,
    ) -> None:
        """The connection that is chosen in the list; None for none.

        Where its weight can be set above, it has no second field here.

        `steps` is what -η·∂C/∂w would change, and what the last update has really changed; `slice_steps` the same at
        the update of the loss slice, which may be an older one.
        """
        before, self._edge = self._edge, edge
        if self._is_edge_awaited and edge is not None:
            self._is_edge_awaited = loss_slice is None
            reveal(self._list, self._check_button)
        if edge is None or before is None or edge.edge != before.edge:
            self.show_gradient_check(None)
            self._show_past_of_edge((), (), (), ())
        # The chosen connection stays the marked one, whatever its rank.
        if edge is None:
            self._list.mark_none()
        else:
            self._list.mark(edge.group, edge.source)
        if edge is None or is_set_above:
            self.parameter.show_parameter(None)
        else:
            self.parameter.show_parameter(edge.place, edge.w)
        for part in (self._edge_words, self._check_button):
            part.setVisible(edge is not None and edge.gradient is not None)
        self._loss_slice.setVisible(loss_slice is not None)
        self._steps = steps
        if loss_slice is not None:
            self._loss_slice.show_loss_slice(loss_slice, *slice_steps)
        self._write_edge()

    def show_gradient_check(self, check: GradientCheck | None, update: int = 0) -> None:
        """The gradient after so many updates got in two ways, and how far they are apart."""
        self._gradient_check, self._checked_update = check, update
        self._check_words.setVisible(check is not None)
        self._write_check()
        if check is not None:
            reveal(self._check_button, self._check_words)

    def _on_chosen(self, group: int, index: int) -> None:
        self._is_edge_awaited = True
        self.edge_chosen.emit(group, index)

    def _write_sums(self) -> None:
        values, terms = self._values, self._terms
        if values is None or terms is None:
            return
        lines: list[str] = []
        if terms.others:
            others = self.tr("the other {count}: {sum}")
            lines.append("+ " + others.format(count=f"{terms.others:,}", sum=signed(terms.rest)))
        if values.b is not None:
            lines.append("+ " + self.tr("bias") + f" {signed(values.b)}")
        if values.pooling:
            lines = [self.tr("the largest:") + f" {values.winner}"] if values.winner else []
        self._rest.setText("\n".join([*lines, f"= z = {signed(values.z)}"]))
        if values.delta is None:
            self._back.setText(self.tr("No right answer is known: no C, no gradient."))
        elif values.is_output:
            self._back.setText(
                self.tr("δ = {delta}: ∂C/∂z of an output comes from C itself").format(
                    delta=signed(values.delta)
                )
            )
        elif self._delta is not None:
            handed, _, slope = self._delta
            total = signed(handed.total)
            lines = [f"Σ w·δ = {total}"]
            if handed.others:
                others = self.tr("the other {count}: {sum}").format(
                    count=f"{handed.others:,}", sum=signed(handed.rest)
                )
                lines.insert(0, f"+ {others}")
            back = handed.total
            if values.returned is not None:
                back += values.returned
                lines.append(self.tr("+ past the next layer: {value}").format(value=signed(values.returned)))
            if values.mask != 1:
                lines.append(self.tr("× dropout {mask}").format(mask=plain(values.mask, 3)))
            lines.append(f"× f'(z) = {signed(slope).removeprefix('+')}")
            lines.append(f"= δ = {signed(back * slope * values.mask)}")
            self._back.setText("\n".join(lines))

    def _write_edge(self) -> None:
        edge = self._edge
        if edge is None or edge.gradient is None:
            self._edge_words.setText("")
            return
        lines = [f"w = {signed(edge.w)}", f"∂C/∂w = {signed(edge.gradient)}"]
        if edge.sharing > 1 and edge.alone is not None:
            lines.append(self.tr("sum over {count} connections").format(count=f"{edge.sharing:,}"))
            lines.append(self.tr("of this one a·δ = {value}").format(value=signed(edge.alone)))
        if edge.backpropagated is not None:
            lines.append(f"w·δ = {signed(edge.backpropagated)}")
        names = ("−η·∂C/∂w", self.tr("last update's ΔW"))
        lines += [f"{n} = {signed(v, 6)}" for n, v in zip(names, self._steps, strict=True) if v is not None]
        if self._steps[1] is None and edge.update > 0:
            # It is sent only to subscribers, and there was none when that update was made.
            lines.append(self.tr("ΔW: not known of this update"))
        # A line breaks between two numbers only: not at a space within one, nor after a "/".
        numbers = "   ".join(line.replace(" ", "\u00a0").replace("/", "/\u2060") for line in lines)
        # Of all that leads to this neuron one is chosen, and it may not be among the largest.
        name = self.tr("from {name}:").format(name=edge.source_title)
        self._edge_words.setText(f"{name}\n{numbers}")

    def _write_check(self) -> None:
        check = self._gradient_check
        if check is None:
            self._check_words.setText("")
            return
        self._check_words.setText(
            self.tr("after update {update}").format(update=f"{self._checked_update:,}")
            + "\n"
            + self.tr("backpropagation: {value}").format(value=precise(check.backpropagated))
            + "\n"
            + self.tr("(C(w + h) − C(w − h)) / 2h: {value}").format(value=precise(check.numerical))
            + "\n"
            + self.tr("relative error: {error}").format(error=compact(check.relative_error))
        )

    def _retranslate(self) -> None:
        tip = self.tr("The largest terms of z and δ, and each connection's own numbers")
        set_words(self.more_button, self.tr("Where it comes from"), tip)
        self._of_z.setText(self.tr("The largest terms of z"))
        self._of_f.setText(self.tr("The activation function f"))
        self._of_delta.setText(self.tr("Where δ comes from"))
        self._of_past.setText(self.tr("Over the updates"))
        self._list.setHeaderLabels([self.tr("from"), "a · w", "="])
        self._list.setAccessibleName(self.tr("Largest terms of z"))
        self._list.setToolTip(self.tr("Choose one to see its connection"))
        self._back_list.setHeaderLabels([self.tr("back from"), "δ · w", "="])
        self._back_list.setAccessibleName(self.tr("Largest terms of δ"))
        self._back_list.setToolTip(
            self.tr(
                "What each neuron that it leads to hands back: that neuron's δ, times the weight between them"
            )
        )
        tip = self.tr(
            "Move this weight a little both ways, in double precision, and compare with backpropagation"
        )
        set_words(self._check_button, self.tr("Prove it"), tip, self.tr("Prove the gradient"))
        self._write_sums()
        for picture, name in (
            (self._past, self.tr("Its output a over the updates")),
            (self._past_w, self.tr("The weight w over the updates")),
        ):
            picture.setAccessibleName(name)
            picture.setToolTip(name)
        signs = self.tr(
            "by their size, on a scale of powers of ten: a dot is plus, a dash minus, a ring exactly 0"
        )
        for picture, name in (
            (self._past_delta, self.tr("Its δ over the updates")),
            (self._past_slope, self.tr("The gradient ∂C/∂w of this example over the updates")),
        ):
            picture.setAccessibleName(name)
            picture.setToolTip(listed((name, signs)))
        self._write_past()
        self._write_edge()
        self._write_check()
