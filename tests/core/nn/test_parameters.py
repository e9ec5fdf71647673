"""The table of parameters: what stands where in the flat vector."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.parameters import ParameterTable

# 6 + 3 numbers of the first layer, none of the second, 4 of the third without biases, 2 of biases alone.
TABLE = ParameterTable([{"W": (2, 3), "b": (3,)}, {}, {"W": (2, 2)}, {"b": (2,)}])


def test_entries_stand_one_behind_the_other_and_fill_the_vector() -> None:
    found = [(entry.name, entry.layer, entry.start, entry.stop) for entry in TABLE.entries]
    assert found == [("W", 0, 0, 6), ("b", 0, 6, 9), ("W", 2, 9, 13), ("b", 3, 13, 15)]
    assert TABLE.count == 15


def test_each_layers_arrays_are_views_row_by_row() -> None:
    flat = np.arange(15.0)
    (W, b), second, (V,), (c,) = TABLE.views(flat)
    assert W.tolist() == [[0, 1, 2], [3, 4, 5]] and b.tolist() == [6, 7, 8]
    assert second == () and V.tolist() == [[9, 10], [11, 12]] and c.tolist() == [13, 14]
    V[1, 0] = -1
    assert flat[11] == -1


def test_arrays_of_one_name_are_one_for_each_layer_and_empty_where_there_is_none() -> None:
    flat = np.arange(15.0)
    assert [W.shape for W in TABLE.named("W", flat)] == [(2, 3), (0,), (2, 2), (0,)]
    assert [b.tolist() for b in TABLE.named("b", flat)] == [[6, 7, 8], [], [], [13, 14]]


def test_a_parameters_index_is_where_the_views_have_it() -> None:
    flat = np.arange(15.0)
    (W, b), _, (V,), (c,) = TABLE.views(flat)
    assert all(flat[TABLE.index("W", 0, i, j)] == W[i, j] for i in range(2) for j in range(3))
    assert all(flat[TABLE.index("W", 2, i, j)] == V[i, j] for i in range(2) for j in range(2))
    assert [TABLE.index("b", 0, i) for i in range(3)] == b.tolist()
    assert [TABLE.index("b", 3, i) for i in range(2)] == c.tolist()


@pytest.mark.parametrize(
    ("name", "layer", "place"),
    [
        ("W", 0, (2, 0)),
        ("W", 0, (0, 3)),
        ("W", 0, (-1, 0)),
        ("W", 0, (1,)),
        ("b", 0, (3,)),
        ("b", 0, (0, 0)),
        ("W", 1, (0, 0)),
        ("b", 2, (0,)),
        ("V", 0, (0, 0)),
        ("W", 4, (0, 0)),
        ("W", -1, (0, 0)),
    ],
)
def test_there_is_no_index_where_there_is_no_parameter(name: str, layer: int, place: tuple[int, ...]) -> None:
    with pytest.raises(IndexError):
        TABLE.index(name, layer, *place)
