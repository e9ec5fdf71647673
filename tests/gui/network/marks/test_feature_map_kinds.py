"""The catalog's rows of networks with feature maps."""

from __future__ import annotations

from gui.network.marks.feature_map_kinds import FeatureMapMarks
from gui.network.marks.mark_catalog import mark_kinds


def test_they_are_a_part_of_the_catalog() -> None:
    own = FeatureMapMarks().kinds()
    assert [kind.key for kind in own] == [
        "ribbon",
        "kernel",
        "map_cell",
        "visited_window",
        "hollow_cell",
        "map_delta",
    ]
    assert set(own) <= set(mark_kinds())


def test_a_ribbon_is_said_to_be_a_sum_and_a_cell_a_neuron() -> None:
    ribbon, kernel, cell, *_ = FeatureMapMarks().kinds()
    assert "sum over all windows" in kernel.shows
    assert "Σ|a·w|" in ribbon.shows and "cancels" in ribbon.shows
    assert "activation a" in cell.shows
