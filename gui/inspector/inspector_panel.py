"""The numbers of one neuron or one connection, for the displayed sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QSizePolicy, QWidget

from core.analysis.weight_places import WeightPlaces
from core.editing.parameter_edits import ParameterLocation
from gui.inspector.class_bars import ClassBars
from gui.inspector.neuron_details import NeuronDetails
from gui.inspector.pin_cards import PinCards
from gui.inspector.weight_account import WeightAccount
from gui.inspector.weight_box import WeightBox
from gui.network.interaction.kernel_numbers import KernelNumbers
from gui.network.interaction.neuron_values import EdgeValues, NeuronValues
from gui.network.interaction.weight_values import WeightValues
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button, with_key
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, fill
from gui.widgets.number_text import bounded_text, detailed, percent
from gui.widgets.parameter_field import ParameterField
from gui.widgets.penalty_text import named
from gui.widgets.rich_text import spoken_formula
from gui.widgets.sentence_text import labelled, listed, sentences
from gui.widgets.translated import Translated

# A neuron that is flat for fewer test examples than this learns well enough.
MIN_SHOWN = 0.5
NARROW_PX = 220.0
WIDEST = "\u22120.0·10⁻⁰⁰"
# Of a connection with a shared weight: w, a, a·w, a·δ, how many share w, ∂C/∂w, w·δ.
MOST_ROWS = 7


class Inspector(Translated, QWidget):
    """What is pointed at or pinned, in numbers that keep their place."""

    plot_made = Signal(object)
    """This part of it is there for the first time."""
    filter_wanted = Signal()
    """Everything that the filter of the chosen cell can say is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for its focus frame
        self._values: NeuronValues | EdgeValues | WeightValues | None = None
        # Of a kernel's weight; made when the first is shown.
        self.account: WeightAccount | None = None
        self._weight: tuple[WeightValues, WeightPlaces, KernelNumbers] | None = None
        self._key = self._filter_key = ""
        # They may name a class, and that may look like markup.
        self._title = new_label(wraps=True, is_plain=True)
        self._hint = new_label(role="caption", wraps=True, is_plain=True)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows: list[tuple[QLabel, QLabel]] = []
        for _ in range(MOST_ROWS):
            name, value = QLabel(), QLabel()
            name.setTextFormat(Qt.TextFormat.RichText)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._form.addRow(name, value)
            self._rows.append((name, value))
        self.parameter = ParameterField("parameter")
        self._classes, self.weights = ClassBars(), WeightBox()
        self.details, self.pins = NeuronDetails(), PinCards()
        self._filter = tab_button(QPushButton(), "show_filter", self.filter_wanted)
        # However large the type, the panel becomes no wider.
        self._filter.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._column = column(self, self._title, self._hint, self._form, self.parameter)
        fill(self._column, self._filter, self._classes, self.weights, self.details, self.pins, None)
        self.set_theme(Theme())
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._theme = theme
        self._set_margins()
        self._column.setSpacing(round(theme.px(8)))
        self._title.setFont(theme.font("head"))
        # Numbers change all the time: their column must not.
        widest = QFontMetrics(theme.font("body")).horizontalAdvance(WIDEST)
        for _, value in self._rows:
            value.setMinimumWidth(widest)
        for part in (self.parameter, self._classes, self.weights, self.details, self.pins):
            part.set_theme(theme)
        if self.account is not None:
            self.account.set_theme(theme)

    def show_key(self, key: str, filter_key: str = "") -> None:
        """Where nothing is chosen, name the key that leads to the network; "" names none.

        And that of everything that a filter can say.
        """
        self._key, self._filter_key = key, filter_key
        self._name_filter()
        if self._values is None:
            self.show_nothing()

    def show_has_filter(self, has_filter: bool) -> None:
        """Whether what is chosen is the answer of a filter, of which there is more to be seen."""
        self._filter.setVisible(has_filter)

    def take_keyboard(self) -> None:
        """Move the keyboard to the weight or bias that can be set; with nothing chosen, to the panel itself."""
        reason = Qt.FocusReason.ShortcutFocusReason
        # First, because the network lets go of what only its arrow keys had reached, and the field goes with that.
        self.setFocus(reason)
        if not self.parameter.isHidden():
            self.parameter.line.setFocus(reason)

    @property
    def subject(self) -> str:
        """What all of its numbers are of, in words."""
        return self._title.text()

    def show_nothing(self) -> None:
        """Nothing is pointed at or pinned."""
        self._values = None
        self.parameter.show_parameter(None)
        self.details.hide()
        self._filter.hide()
        hint = self.tr("Point at a neuron.")
        if self._key:
            keys = self.tr("By keyboard: {key}, then the arrow keys; Enter pins the neuron.")
            hint += "\n" + keys.format(key=self._key)
        self._fill(self.tr("Nothing chosen"), [], hint)

    def show_neuron(self, values: NeuronValues) -> None:
        """One neuron's sum, output, how that comes from the sum, bias and δ; its weights, where they make a picture."""
        self._values = values
        if values.b is None:
            self.parameter.show_parameter(None)
        else:
            self.parameter.show_parameter(ParameterLocation(values.layer, values.index), values.b)
        self.details.show()
        title = values.title[0].upper() + values.title[1:]
        # An output is a share of confidence or the strength of a lit neuron: its sign is shown when it is negative.
        output = (bounded_text(values.a, 4) if values.is_bounded else detailed(values.a)).removeprefix("+")
        sums = {"max": self.tr("largest <i>a</i>"), "mean": self.tr("mean <i>a</i>")}
        of = sums.get(values.pooling, "Σ <i>w</i> <i>a</i> + <i>b</i>")
        rows = [(f"<i>z</i> = {of}", detailed(values.z))]
        if values.winner:
            # Row and column stay in one line.
            rows.append((self.tr("of"), values.winner.replace(", ", ",\u00a0")))
        if values.added is not None:
            rows.append((self.tr("adds") + f" <i>{values.added_symbol}</i>", detailed(values.added)))
        rows.append((self.tr("output") + f" <i>{values.symbol}</i>", output))
        if values.b is not None:
            rows.append((self.tr("bias") + " <i>b</i>", detailed(values.b)))
        if values.sharing > 1:
            rows.append((self.tr("share this bias"), f"{values.sharing:,}"))
        if values.delta is not None:
            rows.append(("<i>δ</i> = ∂<i>C</i>/∂<i>z</i>", detailed(values.delta)))
        hint = f"{values.symbol} = {values.formula}\n"
        if values.mask == 0:
            hint += self.tr("dropped out for this example") + "\n"
        hint += self._update_text(values.update, values.delta is not None, values.has_dropout)
        if values.flat_share is not None and values.flat_share >= MIN_SHOWN:
            hint += "\n" + self.tr(
                "f′(z) is nearly 0 for {share} of the test set (after update {update}): it hardly learns from examples"
                " like these"
            ).format(share=percent(values.flat_share), update=f"{values.measured:,}")
        self._fill(title, rows, hint, values)

    def show_edge(self, values: EdgeValues, is_pinned: bool = False) -> None:
        """One connection's weight, what it carries, and its gradient; of a pinned one also its details."""
        self._values = values
        self.parameter.show_parameter(values.place, values.w)
        self.details.setVisible(is_pinned)
        if values.joins_cells and values.to_output:
            title = self.tr("{from_unit} to output {target}")
        elif values.joins_cells:
            title = self.tr("{from_unit} to {to_unit} of layer {layer}")
        elif values.source_name and values.to_output:
            title = self.tr("Input {input} to output {target}")
        elif values.source_name:
            title = self.tr("Input {input} to neuron {target} of layer {layer}")
        elif values.source_layer == 0 and values.to_output:
            title = self.tr("Pixel {source} to output {target}")
        elif values.source_layer == 0:
            title = self.tr("Pixel {source} to neuron {target} of layer {layer}")
        elif values.to_output:
            title = self.tr("Neuron {source} of layer {before} to output {target}")
        else:
            title = self.tr("Neuron {source} of layer {before} to neuron {target} of layer {layer}")
        # Neurons are counted from 1; an output is called by its answer.
        title = title.format(
            source=values.source + 1,
            target=values.target_name or values.target + 1,
            before=values.source_layer,
            layer=values.target_layer,
            input=values.source_name,
            from_unit=values.source_title[:1].upper() + values.source_title[1:],
            to_unit=values.target_unit,
        )
        sent = self.tr("ink") if values.source_layer == 0 and not values.source_name else self.tr("sends")
        rows = [
            (self.tr("weight") + " <i>w</i>", detailed(values.w)),
            (sent + " <i>a</i>", detailed(values.a).removeprefix("+")),
            (self.tr("carries") + " <i>a</i>·<i>w</i>", detailed(values.signal)),
        ]
        if values.sharing > 1 and values.alone is not None:
            rows.append((self.tr("its part") + " <i>a</i>·<i>δ</i>", detailed(values.alone)))
            rows.append((self.tr("share this weight"), f"{values.sharing:,}"))
        if values.gradient is not None:
            rows.append((self.tr("gradient") + " ∂<i>C</i>/∂<i>w</i>", detailed(values.gradient)))
        if values.backpropagated is not None:
            rows.append((self.tr("hands back") + " <i>w</i>·<i>δ</i>", detailed(values.backpropagated)))
        self._fill(
            title, rows, self._update_text(values.update, values.gradient is not None, values.has_dropout)
        )

    def show_weight(self, values: WeightValues, places: WeightPlaces, numbers: KernelNumbers) -> None:
        """A weight that many connections share, where its gradient comes from, and the others of its kernel."""
        self._values, self._weight = values, (values, places, numbers)
        self.parameter.show_parameter(values.place, values.w)
        self.details.hide()
        rows = [
            (self.tr("weight") + " <i>w</i>", detailed(values.w)),
            (self.tr("share it"), f"{values.sharing:,}"),
        ]
        if values.at_border:
            rows.append((self.tr("at the border"), f"{values.at_border:,}"))
        if values.gradient is not None:
            rows.append((self.tr("gradient") + " ∂<i>C</i>/∂<i>w</i>", detailed(values.gradient)))
        if values.parts is not None and values.parts.agreement is not None:
            rows.append((self.tr("agreement"), percent(values.parts.agreement)))
        if values.mean_gradient is not None:
            name = self.tr("mean") + " ∂<i>C</i>/∂<i>w</i>"
            if values.penalties:
                name = self.tr("{name} with {penalties}").format(name=name, penalties=named(values.penalties))
            rows.append((name, detailed(values.mean_gradient)))
        if values.change is not None:
            rows.append((self.tr("change") + " Δ<i>W</i>", detailed(values.change)))
        title = values.title[:1].upper() + values.title[1:]
        self._fill(title, rows, self._update_text(values.update, values.gradient is not None, False))
        if self.account is None:
            self.account = WeightAccount()
            self.account.set_theme(self._theme)
            self._column.insertWidget(self._column.indexOf(self.parameter) + 1, self.account)
            self.plot_made.emit(self.account)
        self.account.show_weight(places, numbers)
        self.account.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def _set_margins(self) -> None:
        """In the window's narrowest column the numbers need the room of the margins."""
        narrow = self.width() < self._theme.px(NARROW_PX)
        margin, side = round(self._theme.px(12)), round(self._theme.px(6 if narrow else 12))
        self._column.setContentsMargins(side, margin, side, margin)

    def _update_text(self, update: int, has_gradient: bool, has_dropout: bool) -> str:
        text = self.tr("after update {update}").format(update=f"{update:,}")
        if has_dropout:
            text += "\n" + self.tr("in training: without the dropped neurons")
        if has_gradient:
            return text
        return text + "\n" + self.tr("No right answer is known: no C, no gradient.")

    def _fill(
        self, title: str, rows: list[tuple[str, str]], hint: str, neuron: NeuronValues | None = None
    ) -> None:
        self._title.setText(title)
        self._hint.setText(hint)
        if self.account is not None:
            self.account.hide()
        for i, labels in enumerate(self._rows):
            for label, text in zip(labels, rows[i] if i < len(rows) else ("", ""), strict=True):
                label.setVisible(i < len(rows))
                label.setText(text)
            # A number is one word; a name may take two lines, so that large type does not cut it.
            labels[1].setWordWrap(" " in labels[1].text())
            # A number that is reached alone says what it is.
            names = [spoken_formula(label.text()) for label in labels]
            labels[1].setAccessibleName(labelled(*names) if names[0] else "")
        self._classes.show_means(neuron.classes if neuron is not None else None)
        self.weights.show_neuron(neuron)
        description = (f"{spoken_formula(name)} {value}" for name, value in rows)
        self.setAccessibleDescription(sentences([title, *hint.split("\n"), listed(description)]))

    def _name_filter(self) -> None:
        tip = self.tr("All patterns that the chosen filter can be shown, or the windows that excite it most")
        name = self.tr("Everything this filter can say")
        set_words(self._filter, self.tr("All its answers"), with_key(tip, self._filter_key), name)

    def _retranslate(self) -> None:
        self._name_filter()
        self.setAccessibleName(self.tr("Inspector"))
        self.setWhatsThis(
            self.tr(
                "The numbers of the neuron or connection that is pointed at or pinned, for the shown example and the"
                " update that is named. A click pins a neuron or a connection, with Ctrl beside others; a second click"
                " lets it go."
            )
        )
        if isinstance(self._values, NeuronValues):
            self.show_neuron(self._values)
        elif isinstance(self._values, EdgeValues):
            self.show_edge(self._values, is_pinned=not self.details.isHidden())
        elif self._weight is not None and self._values is self._weight[0]:
            self.show_weight(*self._weight)
        else:
            self.show_nothing()
