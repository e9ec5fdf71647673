"""The kinds of mark that only networks with feature maps have: a part of the catalog."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.network.marks.mark_kind import MarkKind


class FeatureMapMarks(QObject):
    """The kinds; an object for the sake of its texts, which have its name as their context."""

    def kinds(self) -> tuple[MarkKind, ...]:
        """Ribbons, kernels, and the cells of the maps that they join."""
        return (
            MarkKind(
                "ribbon",
                self.tr("Ribbon from one feature map to another"),
                self.tr(
                    "All connections between the two: as wide as Σ|a·w|, coloured by their sum Σ a·w, so that wide and"
                    " dark means: much arrives and cancels. In the gradient's pictures the same of ∂C/∂w, in Change of"
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
