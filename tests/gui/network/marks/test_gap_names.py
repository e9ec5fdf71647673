"""How gaps are called."""

from __future__ import annotations

import pytest

from gui.network.marks.gap_names import gap_name, gaps_name, joined_name


def test_a_gap_has_the_number_of_the_layer_behind_it() -> None:
    assert gap_name(2) == joined_name(1, 2) == gaps_name([(1, 2)]) == "gap 2"


def test_what_passes_over_a_layer_is_named_by_the_layers_that_it_joins() -> None:
    assert joined_name(1, 3) == gaps_name([(1, 3)]) == "layers 1→3"


@pytest.mark.parametrize(
    ("joined", "name"),
    [
        ([(0, 1), (1, 2)], "gaps 1–2"),
        ([(0, 1), (1, 2), (2, 3)], "gaps 1–3"),
        ([(0, 1), (2, 3)], "gaps 1, 3"),
        ([(0, 1), (0, 2), (1, 2)], "layers 0→1, 0→2, 1→2"),
    ],
)
def test_several_are_named_together_in_their_order(joined: list[tuple[int, int]], name: str) -> None:
    assert gaps_name(joined) == name
