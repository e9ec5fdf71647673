"""What each part of the picture is, in two or three plain sentences: for What's This, and for the Help page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject

from gui.network.geometry.shapes import Layout
from gui.network.interaction.hit_test import hit_neuron, kind_at
from gui.theme.tokens import Theme

# Kinds of the catalog of marks that are explained together.
_TOGETHER = {
    "scale": "legend",
    "gap_coverage": "coverage",
    "bar": "output",
    "place": "loss",
}


@dataclass(frozen=True)
class Explanation:
    """What a part of the picture is called, and what it is, in the language in force."""

    title: str
    text: str


class Explanations(QObject):
    """The table; an object for the sake of its texts, which have its name as their context."""

    def table(self) -> dict[str, Explanation]:
        """Each part by its key, in the order in which they are read."""
        return {
            "input": Explanation(
                self.tr("The input, at the left"),
                self.tr(
                    "The example that is shown, as the network reads it: each cell is one input x. Of ink 0 is none and"
                    " 1 is full; of a picture kept grey 0 is black and 1 is white. The same numbers go to every neuron"
                    " of the first layer."
                ),
            ),
            "map": Explanation(
                self.tr("The map of the inputs"),
                self.tr(
                    "With one or two inputs the whole function fits into a picture: what the network answers"
                    " everywhere, not only for this example. The dots are training examples, the ring is around the"
                    " one that is shown."
                ),
            ),
            "edge": Explanation(
                self.tr("Connections"),
                self.tr(
                    "Each carries the activation a of the neuron at its left, times its weight w, to the neuron at its"
                    " right. Colour and width show the number that is chosen in the toolbar: the weight w, the signal"
                    " a·w, the gradient ∂C/∂w (its mean with L1 and L2, where they are on) or the change ΔW."
                    " Of many connections the strongest are drawn."
                ),
            ),
            "neuron": Explanation(
                self.tr("Neurons"),
                self.tr(
                    "A neuron adds up what comes in and its bias, z = Σ a·w + b, and makes its activation a = f(z) of"
                    " it. The fuller it is filled, the larger a; a negative a is orange. Point at it for its numbers;"
                    " a click keeps them in Inspect."
                ),
            ),
            "ring": Explanation(
                self.tr("Rings around neurons"),
                self.tr(
                    "A ring is δ = ∂C/∂z: how much the loss C of this example changes when the neuron's z changes"
                    " a little; in the picture Mean gradient, the batch's mean. The wider the ring, the larger δ."
                    " Lime: a larger z would raise C; violet: it would lower it."
                ),
            ),
            "output": Explanation(
                self.tr("Outputs, at the right"),
                self.tr(
                    "Each output is one number y, drawn as a bar: from the left where y lies between 0 and 1, else"
                    " from the middle, with ‹ or › where y is larger than the bar can show. Of classes, the one with"
                    " the largest y is the network's answer. The right answer has an outline. A wrong answer's bar is"
                    " hatched."
                ),
            ),
            "verdict": Explanation(
                self.tr("What the network says"),
                self.tr(
                    "The class with the largest y is the network's answer. Beside it stands what is right."
                ),
            ),
            "loss": Explanation(
                self.tr("C, under the outputs"),
                self.tr(
                    "C is the loss of the example that is shown: how bad its answer is, 0 being perfect. With"
                    " softmax outputs, cross-entropy asks only how sure the network is of the right answer. The"
                    " sum of C over all training examples is the total loss L."
                ),
            ),
            "pulse": Explanation(
                self.tr("Discs and darts that travel"),
                self.tr(
                    "Discs run forwards: each is the signal a·w of one connection. Darts run backwards: each is w·δ,"
                    " the part of the gradient that backpropagation hands to the layer before. The larger the area,"
                    " the larger the number."
                ),
            ),
            "legend": Explanation(
                self.tr("The legend, below"),
                self.tr(
                    "It says which colour of a connection stands for which number, between which layers; the line that"
                    " begins with Legend unfolds the same for all other marks. A click on a sign hides the connections"
                    " of the other sign; a second click brings them back."
                ),
            ),
            "coverage": Explanation(
                self.tr("Drawn … of …"),
                self.tr(
                    "How many connections are drawn, of how many there are. The percentage under a gap is the part of"
                    " all its numbers, by their size, that the drawn ones carry; the one of the whole line is the mean"
                    " of these. View, Connections drawn, takes more or fewer."
                ),
            ),
            "head": Explanation(
                self.tr("The line over a layer"),
                self.tr(
                    "How many neurons or feature maps the layer has. Neurons that are dead (f is flat for every test"
                    " example) or saturated (flat for nearly every one) are counted there, and maps all of whose cells"
                    " are: they hardly learn any more."
                ),
            ),
            "band": Explanation(
                self.tr("A band under a layer"),
                self.tr(
                    "The layer has more neurons than there is room for: the most active ones are drawn, all others are"
                    " folded into this band. A click on it unfolds them."
                ),
            ),
            "arc": Explanation(
                self.tr("Arcs over layers"),
                self.tr(
                    "A residual connection: the activations of the layer before go past this layer's weights and are"
                    " added to its output. The gradient comes back along the same way."
                ),
            ),
        }


def explanations() -> dict[str, Explanation]:
    """Each part of the picture by its key, in the language in force."""
    return Explanations().table()


def part_at(layout: Layout, theme: Theme, x: float, y: float) -> str | None:
    """A key of `explanations`: what is at this point of the picture; None where there is nothing but edges or ground.

    A neuron's ring stands outside its outline, so whoever points there asks about δ.
    """
    key = kind_at(layout, theme, x, y)
    hit = hit_neuron(layout, x, y)
    if hit is not None and key in (None, "bar"):
        layer, index = hit
        column = layout.layers[layer]
        is_output = layer == len(layout.layers) - 1
        distance = float(np.hypot(column.x[index] - x, column.y[index] - y))
        if key is None and column.radius < distance <= column.radius + 4 and column.cell is None:
            return "ring"
        return "output" if is_output else "neuron"
    return None if key is None else _TOGETHER.get(key, key)
