"""Each kind of mark in the network's picture, and the number that it shows: the text of tooltips and of the Help page.

A test goes through this list: it computes the numbers anew and holds them against the marks and the painted pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.network.marks.feature_map_kinds import FeatureMapMarks
from gui.network.marks.mark_kind import MarkKind


class Marks(QObject):
    """The catalog; an object for the sake of its texts, which have its name as their context."""

    def kinds(self) -> tuple[MarkKind, ...]:
        """All of them, from left to right and from edges to words."""
        edges, neurons = "gui/network/marks/edge_marks.py", "gui/network/marks/neuron_marks.py"
        words, explained = "gui/network/marks/text_marks.py", "gui/network/marks/edge_legend.py"
        coverage = "gui/network/marks/coverage_text.py"
        highlighted, map_file = "gui/network/painting/highlighted_edges.py", "gui/network/marks/input_map.py"
        written = "gui/network/marks/written_numbers.py"
        return (
            MarkKind(
                "edge_weight",
                self.tr("Connection, picture Weights"),
                self.tr("Colour and width: its weight w. Blue is plus, orange minus."),
                "s.parameters[parameter]",
                edges,
            ),
            MarkKind(
                "edge_signal",
                self.tr("Connection, picture Signal"),
                self.tr("Colour and width: a·w, what it carries for the shown example."),
                "a[source] * s.parameters[parameter]",
                edges,
            ),
            MarkKind(
                "edge_gradient",
                self.tr("Connection, picture Gradient"),
                self.tr("Colour and width: ∂C/∂w of the shown example. Lime is plus, violet minus."),
                "s.trace.gradient[parameter]",
                edges,
            ),
            MarkKind(
                "edge_mean_gradient",
                self.tr("Connection, picture Mean gradient"),
                self.tr("Colour and width: the last batch’s mean gradient, with L1 and L2, before clipping."),
                "s.mean_gradient[parameter]",
                edges,
            ),
            MarkKind(
                "edge_change",
                self.tr("Connection, picture Change"),
                self.tr("Colour and width: ΔW, what the last update changed."),
                "s.change[parameter]",
                edges,
            ),
            MarkKind(
                "highlighted_edge",
                self.tr("Connection of a highlighted neuron"),
                self.tr(
                    "The same number as in the picture behind it, of the same update: the wider, the larger, by the"
                    " largest of the neuron's own; with the scales locked by its gap's."
                ),
                "layers.content_at(group).values",
                highlighted,
            ),
            MarkKind(
                "pinned_edge",
                self.tr("Outlined connection"),
                self.tr("The one that is pointed at or pinned, among its neuron's."),
                "highlighted.edge, highlighted.pins",
                highlighted,
            ),
            MarkKind(
                "legend",
                self.tr("Legend, strip of colours"),
                self.tr(
                    "The very colours of the connections, from full minus to full plus. A click hides a sign."
                ),
                "edge_palette(theme, kind)",
                edges,
            ),
            MarkKind(
                "scale",
                self.tr("Legend, numbers"),
                self.tr(
                    "The size that has full colour, by gap: the 99th percentile of all that are not 0, of a·w the"
                    " 99.8th (of more than 16,384 numbers, of evenly spread ones). With one scale for all, the largest"
                    " of these."
                ),
                "scales.of(kind)",
                explained,
            ),
            MarkKind(
                "folded_legend",
                self.tr("Legend of all other marks"),
                self.tr("Folded into a line; pointed at, it tells what fill, width and size stand for now."),
                "scales.of(kind)",
                "gui/network/marks/legend_rows.py",
            ),
            MarkKind(
                "coverage",
                self.tr("Drawn … of …"),
                self.tr(
                    "How many connections are drawn, of how many, and what part they carry, as the mean of the gaps. In"
                    " Weights and Signal that is the signal a·w; one that carries none is left out."
                ),
                "Σ|value| drawn / Σ|value|, mean of the gaps",
                coverage,
            ),
            MarkKind(
                "gap_coverage",
                self.tr("The same under a gap"),
                self.tr("How many of the gap's connections are drawn, and what part of all they carry."),
                "Σ|value| drawn / Σ|value| of the gap",
                coverage,
            ),
            MarkKind(
                "arc",
                self.tr("Arc over a layer"),
                self.tr("A residual connection: what goes past the weights, a or ∂C/∂a; of maps their sums."),
                "s.trace.a[layer - 1]",
                "gui/network/marks/arc_marks.py",
            ),
            MarkKind(
                "neuron_fill",
                self.tr("Neuron, its fill"),
                self.tr("Its activation a, full at the layer's largest; orange where that is negative."),
                "s.trace.a[layer][neuron]",
                neurons,
            ),
            MarkKind(
                "neuron_ring",
                self.tr("Neuron, its ring"),
                self.tr(
                    "Its δ = ∂C/∂z: the wider, the larger, and widest where an output would be as wrong as it can be;"
                    " in the picture Mean gradient the batch's mean δ."
                ),
                "s.trace.delta[layer][neuron]",
                neurons,
            ),
            MarkKind(
                "cell",
                self.tr("Cell of a deep network"),
                self.tr("Above the activation a, below it δ, the stronger, the larger."),
                "s.trace.a[layer][neuron], s.trace.delta[layer][neuron]",
                "gui/network/painting/cell_painter.py",
            ),
            MarkKind(
                "dropped",
                self.tr("Stroke through a neuron"),
                self.tr("Dropout keeps it silent for this example."),
                "s.trace.masks[layer][neuron] == 0",
                neurons,
            ),
            MarkKind(
                "badge",
                self.tr("× or = at a neuron, or on a feature map"),
                self.tr("Dead or saturated: flat for nearly all of the test set; of a map, every cell."),
                "activity.states(layer)[neuron]",
                neurons,
            ),
            MarkKind(
                "beyond",
                self.tr("+ in a neuron, or below its layer"),
                self.tr("|a| is beyond the full colour, where the scales are locked; below, of one or more."),
                "abs(s.trace.a[layer][neuron]) > scales.of('activation')[layer]",
                neurons,
            ),
            MarkKind(
                "broken",
                self.tr("! in a neuron, or below its layer"),
                self.tr("a or δ is no finite number; below a layer of small cells, of one or more."),
                "isfinite(s.trace.a[layer][neuron])",
                neurons,
            ),
            MarkKind(
                "favourite",
                self.tr("Class at a neuron or feature map"),
                self.tr("For which class its mean a over the test set is largest; of a map, of all cells."),
                "argmax(activity.class_mean[layer][:, neuron])",
                "gui/network/marks/preferred_class_marks.py",
            ),
            MarkKind(
                "edge_number",
                self.tr("Number on a connection"),
                self.tr("What its colour shows, where no more than 40 connections are in sight."),
                "as the connection's own",
                written,
            ),
            MarkKind(
                "neuron_number",
                self.tr("Number in a neuron"),
                self.tr("Its activation a, where no more than 40 connections are in sight."),
                "s.trace.a[layer][neuron]",
                written,
            ),
            MarkKind(
                "tile",
                self.tr("Picture in a large neuron"),
                self.tr(
                    "Its weights, pixel by pixel, or weights × this example; hatched where x is 0 in over"
                    " 99 % of the training examples."
                ),
                "s.parameters[parameter], by the input's pixel",
                "gui/network/marks/weight_tiles.py",
            ),
            MarkKind(
                "band",
                self.tr("Band under a column"),
                self.tr("So many more neurons stand folded in it. A click unfolds them."),
                "column.size - column.shown.size",
                words,
            ),
            MarkKind(
                "head",
                self.tr("Head of a column"),
                self.tr("How many neurons; how much goes past them; how many are dead or saturated."),
                "s.sizes[layer + 1]",
                words,
            ),
            MarkKind(
                "layer_number",
                self.tr("Number over a column"),
                self.tr("Which hidden layer it is, counted from 1, where nothing longer has room."),
                "layer + 1",
                words,
            ),
            MarkKind(
                "input",
                self.tr("Input picture"),
                self.tr("As the network reads it: ink is 1, no ink 0; kept grey, white is 1, black 0."),
                "s.trace.x",
                neurons,
            ),
            MarkKind(
                "input_name",
                self.tr("Name and number of an input"),
                self.tr("Its x, where the inputs are numbers and no picture."),
                "s.trace.x[input]",
                words,
            ),
            MarkKind(
                "map",
                self.tr("Map of the inputs"),
                self.tr("The class of the largest y at each place; the stronger its colour, the larger y."),
                "s.function_classes, s.function_grid",
                map_file,
            ),
            MarkKind(
                "map_curve",
                self.tr("Curve in the map"),
                self.tr("What the network answers for every x from left to right."),
                "s.function_grid[:, 0]",
                map_file,
            ),
            MarkKind(
                "map_point",
                self.tr("Point in the map"),
                self.tr("A training example at its place; shape and colour are its class."),
                "s.data.points",
                map_file,
            ),
            MarkKind(
                "map_ring",
                self.tr("Ring in the map"),
                self.tr("The shown example; on the line, at what the network answers, once y is known."),
                "s.trace.x, s.trace.a[-1]",
                map_file,
            ),
            MarkKind(
                "map_target",
                self.tr("Line from the ring in the map"),
                self.tr("It ends at the target ŷ: its length is the error."),
                "s.example.target",
                map_file,
            ),
            MarkKind(
                "map_key",
                self.tr("Marks and words around the map"),
                self.tr(
                    "What the axes reach, which mark is which class, and how much cannot be seen in the map."
                ),
                "s.data.map_ranges, s.data.class_names, s.function_grid, s.function_classes",
                "gui/network/marks/map_words.py",
            ),
            MarkKind(
                "bar",
                self.tr("Bar of an output, and its number"),
                self.tr("Its y. The right answer has an outline, a wrong one is hatched."),
                "s.trace.a[-1]",
                neurons,
            ),
            MarkKind(
                "target_tick",
                self.tr("Tick at a bar"),
                self.tr("The target ŷ of a regression."),
                "s.example.target[output]",
                neurons,
            ),
            MarkKind(
                "verdict",
                self.tr("What the network says"),
                self.tr("The output with the largest y, where one alone is largest; and what is right."),
                "argmax(s.trace.a[-1])",
                words,
            ),
            MarkKind(
                "loss",
                self.tr("C under the outputs"),
                self.tr("The loss of the shown example alone."),
                "s.trace.loss",
                words,
            ),
            MarkKind(
                "place",
                self.tr("… in L"),
                self.tr("L is the sum of C, without dropout, over so many training examples."),
                "info.train_count",
                words,
            ),
            MarkKind(
                "title",
                self.tr("Line at the top left"),
                self.tr("Which example is shown, and its label."),
                "s.example.index, s.example.label",
                words,
            ),
            MarkKind(
                "caption",
                self.tr("Line at the top right"),
                self.tr("What happens in this phase of the walkthrough, with its numbers."),
                "StepWalkthrough, s.trace",
                "gui/network/animation/walkthrough_captions.py",
            ),
            MarkKind(
                "notice",
                self.tr("Notice with a button"),
                self.tr("No |δ| of an output is above 0.001: there is almost no gradient to see."),
                "max |s.trace.delta[-1]|",
                "gui/network/interaction/hard_sample_button.py",
            ),
            MarkKind(
                "disc",
                self.tr("Disc on its way"),
                self.tr("Forwards: a·w, by its area."),
                "a[source] * s.parameters[parameter]",
                "gui/network/marks/pulse_marks.py",
            ),
            MarkKind(
                "dart",
                self.tr("Dart on its way"),
                self.tr("Backwards: w·δ, by its area."),
                "s.parameters[parameter] * delta[target]",
                "gui/network/marks/pulse_marks.py",
            ),
            MarkKind(
                "pointer",
                self.tr("Ring of text colour around a neuron"),
                self.tr("The neuron that is pointed at or reached by keys; both ends of such a connection."),
                "highlighted.neuron, highlighted.edge",
                highlighted,
            ),
            MarkKind(
                "pin",
                self.tr("Dashed ring around a neuron"),
                self.tr("What is pinned: it stays until it is clicked again."),
                "highlighted.pins",
                highlighted,
            ),
            MarkKind(
                "card_number",
                self.tr("Card, its numbers"),
                self.tr("z, a, b and δ of a neuron; w, a·w and ∂C/∂w of a connection."),
                "neuron_values(s, layer, neuron)",
                "gui/network/interaction/neuron_values.py",
            ),
            MarkKind(
                "card_picture",
                self.tr("Card, its picture"),
                self.tr("The neuron's weights, pixel by pixel; full colour is the largest |w| of them."),
                "s.parameters[parameter], by the input's pixel",
                "gui/network/interaction/callout.py",
            ),
            MarkKind(
                "position",
                self.tr("Thin bars at the edges"),
                self.tr("What part of an enlarged network is seen."),
                "layout.zoom",
                "gui/network/geometry/zoom.py",
            ),
        )


def mark_kinds() -> tuple[MarkKind, ...]:
    """All kinds of marks, from left to right and from edges to words."""
    return *Marks().kinds(), *FeatureMapMarks().kinds()
