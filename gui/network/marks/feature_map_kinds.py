"""The kinds of mark that only networks with feature maps have: a part of the catalog."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.network.marks.mark_kind import MarkKind


class FeatureMapMarks(QObject):
    """The kinds; an object for the sake of its texts, which have its name as their context."""

    def kinds(self) -> tuple[MarkKind, ...]:
        """Ribbons, kernels, and the cells of the maps that they join."""
        moments = "gui/network/marks/map_moments.py"
        return (
            MarkKind(
                "ribbon",
                self.tr("Ribbon from a feature map to another, or to a neuron"),
                self.tr(
                    "All connections between the two: as wide as Σ|a·w|, coloured by their sum Σ a·w, so that wide and"
                    " faint means: much arrives and cancels. In the gradient's pictures the same of ∂C/∂w, in Change of"
                    " ΔW."
                ),
                "Σ |value|, Σ value over the connections of a kernel",
                "gui/network/marks/ribbon_marks.py",
            ),
            MarkKind(
                "kernel",
                self.tr("Kernel, beside the map that it makes"),
                self.tr(
                    "The weights that all windows share, one for each place of the window: w, full at the layer's"
                    " largest. In the gradient's pictures ∂C/∂w, the sum over all windows; in Change ΔW."
                ),
                "s.parameters[parameter]",
                "gui/network/marks/kernel_marks.py",
            ),
            MarkKind(
                "map_cell",
                self.tr("Cell of a feature map"),
                self.tr(
                    "One neuron: its activation a, full at the layer's largest; orange where it is negative."
                ),
                "s.trace.a[layer][neuron]",
                "gui/network/marks/neuron_marks.py",
            ),
            MarkKind(
                "visited_window",
                self.tr("Frame on feature maps, in a walkthrough"),
                self.tr(
                    "The window that is visited, and the cell that it makes in each map. Windows that see only 0"
                    " are not visited: they give f(b), all at once."
                ),
                "any(a[source] != 0 for source in group.incoming(neuron).source)",
                moments,
            ),
            MarkKind(
                "hollow_cell",
                self.tr("Hollow cell of a feature map, in a walkthrough"),
                self.tr(
                    "Not the largest of its block (or not the first of equals): the pool does not pass it on, and hands"
                    " no δ back to it."
                ),
                "argmax(s.trace.a[layer][block])",
                moments,
            ),
            MarkKind(
                "map_delta",
                self.tr("Lime or violet cell of a feature map, in a walkthrough"),
                self.tr("Its δ = ∂C/∂z, once the way back has come to its layer."),
                "s.trace.delta[layer][neuron]",
                moments,
            ),
            MarkKind(
                "weight_border",
                self.tr("Hatched cells of a map"),
                self.tr(
                    "There the kernel’s weight that is pointed at meets the zeros beyond the border: these places add"
                    " nothing to its ∂C/∂w."
                ),
                "weight_places(s.connections, s.trace, weight).meets",
                "gui/network/marks/weight_frames.py",
            ),
        )
