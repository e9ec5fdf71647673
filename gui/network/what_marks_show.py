"""Each kind of mark in the network's picture, and the number that it shows: what tooltips and the Help page say.

A test goes through this list: it computes the numbers anew and holds them against the marks and the painted pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class MarkKind:
    """One kind of mark.

    Attributes
    ----------
    key : str
        Its name in the code.
    name, shows : str
        What it is called and what it shows, in the language in force.
    array : str
        Where the number comes from, as the code calls it; `s` is a `core.messages.Snapshot`.
    made_in : str
        The file that makes the mark.
    """

    key: str
    name: str
    shows: str
    array: str
    made_in: str


def mark_kinds() -> tuple[MarkKind, ...]:
    """All of them, from left to right and from edges to words."""
    tr = QCoreApplication.translate
    edges, neurons = "gui/network/edge_marks.py", "gui/network/neuron_marks.py"
    words, explained = "gui/network/text_marks.py", "gui/network/edge_words.py"
    kinds = (
        (
            "edge_weight",
            tr("Marks", "Connection, picture Weights"),
            tr("Marks", "Colour and width: its weight w. Blue is plus, orange minus."),
            "s.weights[gap][source, target]",
            edges,
        ),
        (
            "edge_signal",
            tr("Marks", "Connection, picture Signal"),
            tr("Marks", "Colour and width: a·w, what it carries for the shown example."),
            "a_prev[source] * s.weights[gap][source, target]",
            edges,
        ),
        (
            "edge_gradient",
            tr("Marks", "Connection, picture Gradient"),
            tr("Marks", "Colour and width: ∂C/∂w of the shown example. Lime is plus, violet minus."),
            "s.trace.dW[gap][source, target]",
            edges,
        ),
        (
            "edge_mean_gradient",
            tr("Marks", "Connection, picture Mean gradient"),
            tr("Marks", "Colour and width: the gradient that the last update followed, the batch's mean."),
            "s.mean_dW[gap][source, target]",
            edges,
        ),
        (
            "edge_change",
            tr("Marks", "Connection, picture Change"),
            tr("Marks", "Colour and width: ΔW, what the last update changed."),
            "s.change_W[gap][source, target]",
            edges,
        ),
        (
            "legend",
            tr("Marks", "Legend, strip of colours"),
            tr(
                "Marks",
                "The very colours of the connections, from full minus to full plus. A click hides a sign.",
            ),
            "edge_palette(theme, kind)",
            edges,
        ),
        (
            "scale",
            tr("Marks", "Legend, numbers"),
            tr("Marks", "The size that has full colour, by gap: the 99th percentile, which follows slowly."),
            "scales.of(kind)",
            explained,
        ),
        (
            "coverage",
            tr("Marks", "Drawn … of …"),
            tr(
                "Marks", "How many connections are drawn, of how many; and what part of the whole they carry."
            ),
            "Σ|value| drawn / Σ|value|, mean of the gaps",
            explained,
        ),
        (
            "gap_coverage",
            tr("Marks", "The same under a gap"),
            tr("Marks", "Of this gap: connections drawn, of how many, and the part that they carry."),
            "Σ|value| drawn / Σ|value| of the gap",
            explained,
        ),
        (
            "arc",
            tr("Marks", "Arc over a layer"),
            tr("Marks", "A residual connection: what goes past the layer's weights, a or ∂C/∂a."),
            "s.trace.a[layer - 1]",
            "gui/network/arc_marks.py",
        ),
        (
            "neuron_fill",
            tr("Marks", "Neuron, its fill"),
            tr("Marks", "Its activation a; orange where that is negative."),
            "s.trace.a[layer][neuron]",
            neurons,
        ),
        (
            "neuron_ring",
            tr("Marks", "Neuron, its ring"),
            tr(
                "Marks",
                "Its δ = ∂C/∂z: the wider, the larger; in the picture Mean gradient the batch's mean δ.",
            ),
            "s.trace.delta[layer][neuron]",
            neurons,
        ),
        (
            "cell",
            tr("Marks", "Cell of a deep network"),
            tr("Marks", "Above the activation a, below it δ, the stronger, the larger."),
            "s.trace.a[layer][neuron], s.trace.delta[layer][neuron]",
            "gui/network/cell_painter.py",
        ),
        (
            "dropped",
            tr("Marks", "Stroke through a neuron"),
            tr("Marks", "Dropout keeps it silent for this example."),
            "s.trace.masks[layer][neuron] == 0",
            neurons,
        ),
        (
            "badge",
            tr("Marks", "× or = at a neuron"),
            tr("Marks", "Dead or saturated: its slope is flat for nearly all examples of the test set."),
            "activity.states(layer)[neuron]",
            neurons,
        ),
        (
            "favourite",
            tr("Marks", "Class at a neuron"),
            tr("Marks", "The class for which its mean activation over the test set is largest."),
            "argmax(activity.class_mean[layer][:, neuron])",
            "gui/network/favourite_marks.py",
        ),
        (
            "tile",
            tr("Marks", "Picture in a large neuron"),
            tr(
                "Marks",
                "Its weights, pixel by pixel, or weights × this example; hatched where nothing is learned.",
            ),
            "s.weights[0][:, neuron]",
            "gui/network/weight_tiles.py",
        ),
        (
            "band",
            tr("Marks", "Band under a column"),
            tr("Marks", "So many more neurons stand folded in it. A click unfolds them."),
            "column.size - column.shown.size",
            words,
        ),
        (
            "head",
            tr("Marks", "Head of a column"),
            tr("Marks", "How many neurons; how much goes past them; how many are dead or saturated."),
            "s.sizes[layer + 1]",
            words,
        ),
        (
            "input",
            tr("Marks", "Input picture"),
            tr("Marks", "The example as the network reads it: ink is 1, no ink 0."),
            "s.trace.x",
            neurons,
        ),
        (
            "map",
            tr("Marks", "Map of the inputs"),
            tr("Marks", "What the network answers everywhere, with training examples on it."),
            "s.response",
            "gui/network/input_map.py",
        ),
        (
            "bar",
            tr("Marks", "Bar of an output, and its number"),
            tr("Marks", "Its y. The right answer has an outline, a wrong one is hatched."),
            "s.trace.a[-1]",
            neurons,
        ),
        (
            "verdict",
            tr("Marks", "What the network says"),
            tr("Marks", "The output with the largest y, and what is right."),
            "argmax(s.trace.a[-1])",
            words,
        ),
        (
            "loss",
            tr("Marks", "C under the outputs"),
            tr("Marks", "The loss of the shown example alone."),
            "s.trace.loss",
            words,
        ),
        (
            "place",
            tr("Marks", "… in L"),
            tr("Marks", "L is the sum of C over so many training examples."),
            "info.train_count",
            words,
        ),
        (
            "disc",
            tr("Marks", "Disc on its way"),
            tr("Marks", "Forwards: a·w, by its area."),
            "a_prev[source] * s.weights[gap][source, target]",
            "gui/network/pulse_marks.py",
        ),
        (
            "dart",
            tr("Marks", "Dart on its way"),
            tr("Marks", "Backwards: w·δ, by its area."),
            "s.weights[gap][source, target] * s.trace.delta[gap][target]",
            "gui/network/pulse_marks.py",
        ),
        (
            "position",
            tr("Marks", "Thin bars at the edges"),
            tr("Marks", "What part of an enlarged network is seen."),
            "layout.zoom",
            "gui/network/zooming.py",
        ),
    )
    return tuple(MarkKind(*kind) for kind in kinds)
