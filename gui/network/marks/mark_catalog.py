"""Each kind of mark in the network's picture, and the number that it shows: the text of tooltips and of the Help page.

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
        Where the number comes from, as the code calls it; `s` is a `core.engine.snapshot.Snapshot`, and `source`,
        `target` and `parameter` are a connection's, as `s.connections` have them.
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
    edges, neurons = "gui/network/marks/edge_marks.py", "gui/network/marks/neuron_marks.py"
    words, explained = "gui/network/marks/text_marks.py", "gui/network/marks/edge_legend.py"
    kinds = (
        (
            "edge_weight",
            QCoreApplication.translate("Marks", "Connection, picture Weights"),
            QCoreApplication.translate(
                "Marks", "Colour and width: its weight w. Blue is plus, orange minus."
            ),
            "s.parameters[parameter]",
            edges,
        ),
        (
            "edge_signal",
            QCoreApplication.translate("Marks", "Connection, picture Signal"),
            QCoreApplication.translate(
                "Marks", "Colour and width: a·w, what it carries for the shown example."
            ),
            "a[source] * s.parameters[parameter]",
            edges,
        ),
        (
            "edge_gradient",
            QCoreApplication.translate("Marks", "Connection, picture Gradient"),
            QCoreApplication.translate(
                "Marks", "Colour and width: ∂C/∂w of the shown example. Lime is plus, violet minus."
            ),
            "s.trace.gradient[parameter]",
            edges,
        ),
        (
            "edge_mean_gradient",
            QCoreApplication.translate("Marks", "Connection, picture Mean gradient"),
            QCoreApplication.translate(
                "Marks", "Colour and width: the gradient that the last update followed, the batch's mean."
            ),
            "s.mean_gradient[parameter]",
            edges,
        ),
        (
            "edge_change",
            QCoreApplication.translate("Marks", "Connection, picture Change"),
            QCoreApplication.translate("Marks", "Colour and width: ΔW, what the last update changed."),
            "s.change[parameter]",
            edges,
        ),
        (
            "legend",
            QCoreApplication.translate("Marks", "Legend, strip of colours"),
            QCoreApplication.translate(
                "Marks",
                "The very colours of the connections, from full minus to full plus. A click hides a sign.",
            ),
            "edge_palette(theme, kind)",
            edges,
        ),
        (
            "scale",
            QCoreApplication.translate("Marks", "Legend, numbers"),
            QCoreApplication.translate(
                "Marks", "The size that has full colour, by gap: the 99th percentile, which follows slowly."
            ),
            "scales.of(kind)",
            explained,
        ),
        (
            "coverage",
            QCoreApplication.translate("Marks", "Drawn … of …"),
            QCoreApplication.translate(
                "Marks", "How many connections are drawn, of how many; and what part of the whole they carry."
            ),
            "Σ|value| drawn / Σ|value|, mean of the gaps",
            explained,
        ),
        (
            "gap_coverage",
            QCoreApplication.translate("Marks", "The same under a gap"),
            QCoreApplication.translate(
                "Marks", "Of this gap: connections drawn, of how many, and the part that they carry."
            ),
            "Σ|value| drawn / Σ|value| of the gap",
            explained,
        ),
        (
            "arc",
            QCoreApplication.translate("Marks", "Arc over a layer"),
            QCoreApplication.translate(
                "Marks", "A residual connection: what goes past the layer's weights, a or ∂C/∂a."
            ),
            "s.trace.a[layer - 1]",
            "gui/network/marks/arc_marks.py",
        ),
        (
            "neuron_fill",
            QCoreApplication.translate("Marks", "Neuron, its fill"),
            QCoreApplication.translate("Marks", "Its activation a; orange where that is negative."),
            "s.trace.a[layer][neuron]",
            neurons,
        ),
        (
            "neuron_ring",
            QCoreApplication.translate("Marks", "Neuron, its ring"),
            QCoreApplication.translate(
                "Marks",
                "Its δ = ∂C/∂z: the wider, the larger; in the picture Mean gradient the batch's mean δ.",
            ),
            "s.trace.delta[layer][neuron]",
            neurons,
        ),
        (
            "cell",
            QCoreApplication.translate("Marks", "Cell of a deep network"),
            QCoreApplication.translate(
                "Marks", "Above the activation a, below it δ, the stronger, the larger."
            ),
            "s.trace.a[layer][neuron], s.trace.delta[layer][neuron]",
            "gui/network/painting/cell_painter.py",
        ),
        (
            "dropped",
            QCoreApplication.translate("Marks", "Stroke through a neuron"),
            QCoreApplication.translate("Marks", "Dropout keeps it silent for this example."),
            "s.trace.masks[layer][neuron] == 0",
            neurons,
        ),
        (
            "badge",
            QCoreApplication.translate("Marks", "× or = at a neuron"),
            QCoreApplication.translate(
                "Marks", "Dead or saturated: its slope is flat for nearly all examples of the test set."
            ),
            "activity.states(layer)[neuron]",
            neurons,
        ),
        (
            "favourite",
            QCoreApplication.translate("Marks", "Class at a neuron"),
            QCoreApplication.translate(
                "Marks", "The class for which its mean activation over the test set is largest."
            ),
            "argmax(activity.class_mean[layer][:, neuron])",
            "gui/network/marks/preferred_class_marks.py",
        ),
        (
            "tile",
            QCoreApplication.translate("Marks", "Picture in a large neuron"),
            QCoreApplication.translate(
                "Marks",
                "Its weights, pixel by pixel, or weights × this example; hatched where nothing is learned.",
            ),
            "s.parameters[parameter], by the input's pixel",
            "gui/network/marks/weight_tiles.py",
        ),
        (
            "band",
            QCoreApplication.translate("Marks", "Band under a column"),
            QCoreApplication.translate(
                "Marks", "So many more neurons stand folded in it. A click unfolds them."
            ),
            "column.size - column.shown.size",
            words,
        ),
        (
            "head",
            QCoreApplication.translate("Marks", "Head of a column"),
            QCoreApplication.translate(
                "Marks", "How many neurons; how much goes past them; how many are dead or saturated."
            ),
            "s.sizes[layer + 1]",
            words,
        ),
        (
            "input",
            QCoreApplication.translate("Marks", "Input picture"),
            QCoreApplication.translate("Marks", "The example as the network reads it: ink is 1, no ink 0."),
            "s.trace.x",
            neurons,
        ),
        (
            "map",
            QCoreApplication.translate("Marks", "Map of the inputs"),
            QCoreApplication.translate(
                "Marks", "What the network answers everywhere, with training examples on it."
            ),
            "s.function_grid",
            "gui/network/marks/input_map.py",
        ),
        (
            "bar",
            QCoreApplication.translate("Marks", "Bar of an output, and its number"),
            QCoreApplication.translate(
                "Marks", "Its y. The right answer has an outline, a wrong one is hatched."
            ),
            "s.trace.a[-1]",
            neurons,
        ),
        (
            "verdict",
            QCoreApplication.translate("Marks", "What the network says"),
            QCoreApplication.translate("Marks", "The output with the largest y, and what is right."),
            "argmax(s.trace.a[-1])",
            words,
        ),
        (
            "loss",
            QCoreApplication.translate("Marks", "C under the outputs"),
            QCoreApplication.translate("Marks", "The loss of the shown example alone."),
            "s.trace.loss",
            words,
        ),
        (
            "place",
            QCoreApplication.translate("Marks", "… in L"),
            QCoreApplication.translate("Marks", "L is the sum of C over so many training examples."),
            "info.train_count",
            words,
        ),
        (
            "disc",
            QCoreApplication.translate("Marks", "Disc on its way"),
            QCoreApplication.translate("Marks", "Forwards: a·w, by its area."),
            "a[source] * s.parameters[parameter]",
            "gui/network/marks/pulse_marks.py",
        ),
        (
            "dart",
            QCoreApplication.translate("Marks", "Dart on its way"),
            QCoreApplication.translate("Marks", "Backwards: w·δ, by its area."),
            "s.parameters[parameter] * delta[target]",
            "gui/network/marks/pulse_marks.py",
        ),
        (
            "position",
            QCoreApplication.translate("Marks", "Thin bars at the edges"),
            QCoreApplication.translate("Marks", "What part of an enlarged network is seen."),
            "layout.zoom",
            "gui/network/geometry/zoom.py",
        ),
    )
    return tuple(MarkKind(*kind) for kind in kinds)
