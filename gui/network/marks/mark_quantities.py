"""The quantity that each kind of mark shows, as a lecture writes it, not as the code does."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Quantities(QObject):
    """The table; an object for the sake of its texts, which have its name as their context."""

    def table(self) -> dict[str, str]:
        """The quantity of each kind of mark, by the key that it has in the catalog."""
        mean, of_all = self.tr("mean ∂C/∂w of the batch, with L1 and L2"), self.tr("Σ drawn / Σ all")
        return {
            "edge_weight": "w",
            "edge_signal": "a·w",
            "edge_gradient": "∂C/∂w",
            "edge_mean_gradient": mean,
            "edge_change": "ΔW",
            "legend": self.tr("the colour of each number"),
            "scale": self.tr("the number of full colour"),
            "folded_legend": self.tr("the numbers of full colour and size"),
            "coverage": of_all,
            "gap_coverage": of_all,
            "arc": "a, ∂C/∂a",
            "neuron_fill": "a",
            "neuron_ring": "δ = ∂C/∂z",
            "cell": "a, δ",
            "dropped": self.tr("a × 0, by dropout"),
            "badge": self.tr("slope f′(z) over the test set"),
            "edge_number": self.tr("what the connection shows"),
            "neuron_number": "a",
            "favourite": self.tr("largest mean a, by class"),
            "tile": "w, w·x",
            "band": self.tr("how many neurons"),
            "head": self.tr("how many neurons"),
            "input": "x",
            "map": self.tr("y for every x"),
            "bar": "y",
            "verdict": self.tr("the class of the largest y"),
            "loss": "C",
            "place": "N",
            "disc": "a·w",
            "dart": "w·δ",
            "highlighted_edge": "w, a·w, ∂C/∂w, ΔW",
            "pinned_edge": self.tr("which one is chosen"),
            "beyond": "|a|",
            "broken": "a, δ",
            "layer_number": self.tr("number of the layer"),
            "input_name": "x",
            "map_key": "x, y",
            "map_curve": self.tr("y for every x"),
            "map_point": "x, ŷ",
            "map_ring": "x, y",
            "map_target": "ŷ − y",
            "target_tick": "ŷ",
            "title": self.tr("which example, ŷ"),
            "caption": self.tr("the numbers of a phase"),
            "notice": self.tr("largest |δ| of the outputs"),
            "pointer": self.tr("which one is chosen"),
            "pin": self.tr("which one is chosen"),
            "card_number": "z, a, b, δ, w, a·w, ∂C/∂w",
            "card_picture": "w",
            "ribbon": "Σ|a·w|, Σ a·w",
            "kernel": "w, ∂C/∂w, ΔW",
            "map_cell": "a",
            "visited_window": self.tr("which window is visited"),
            "hollow_cell": self.tr("which cell its block passes on"),
            "map_delta": "δ = ∂C/∂z",
            "position": self.tr("what part is seen"),
        }


def quantities() -> dict[str, str]:
    """The quantity of each kind of mark, by its key, in the language in force."""
    return Quantities().table()
