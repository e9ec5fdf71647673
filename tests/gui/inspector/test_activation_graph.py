"""The graph of an activation: f over z, and the dot where the neuron's z is."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.inspector.activation_graph import ActivationGraph, curve_of
from gui.theme.tokens import Theme

WIDTH, HEIGHT = 208, 90
# 4 px are left free at the left and right, a line of 15 px above and below.
LEFT, RIGHT, TOP, BOTTOM = 4, 204, 15, 75


@pytest.fixture
def graph(qtbot: QtBot) -> ActivationGraph:
    graph = ActivationGraph()
    qtbot.addWidget(graph)
    graph.resize(WIDTH, HEIGHT)
    return graph


@pytest.mark.parametrize(
    ("name", "f"),
    [
        ("tanh", np.tanh),
        ("relu", lambda z: np.maximum(z, 0)),
        ("softplus", lambda z: np.log1p(np.exp(z))),
    ],
)
def test_the_curve_is_the_activation(name: str, f: np.ufunc) -> None:
    z = np.linspace(-3, 3, 121)
    np.testing.assert_allclose(curve_of(name, 3.0), np.stack([z, f(z)], axis=1), atol=1e-12)


@pytest.mark.parametrize(
    ("name", "z", "dot"),
    [
        # From -4 to 4 and from 0 to the largest value: 200 px and 60 px.
        ("relu", 2.0, (LEFT + 150, BOTTOM - 30)),
        ("relu", -2.0, (LEFT + 50, BOTTOM)),
        # A large z widens the range to 1.2 times it.
        ("relu", 10.0, (LEFT + (10 / 12 + 1) / 2 * 200, BOTTOM - 60 * 10 / 12)),
        # Below 0, too: from -4 to 4.
        ("identity", 1.0, (LEFT + 125, BOTTOM - 37.5)),
        ("tanh", 0.0, (LEFT + 100, BOTTOM - 30)),
    ],
)
def test_the_dot_stands_at_z_and_f_of_z(
    graph: ActivationGraph, name: str, z: float, dot: tuple[float, float]
) -> None:
    graph.show_point(name, z, is_output=False)
    curve, found = graph.places()
    assert found == (pytest.approx(dot[0]), pytest.approx(dot[1], abs=1e-3))
    assert curve[0, 0] == LEFT and curve[-1, 0] == RIGHT
    assert curve[:, 1].min() == pytest.approx(TOP) and curve[:, 1].max() == pytest.approx(BOTTOM)
    assert graph.grab().toImage().pixelColor(round(found[0]), round(found[1]) - 1) == Theme().colour("text")


@pytest.mark.parametrize(
    ("name", "z", "reach", "low", "high"),
    [
        ("relu", 2.0, 4.0, 0.0, 4.0),
        ("relu", 10.0, 12.0, 0.0, 12.0),
        ("identity", 1.0, 4.0, -4.0, 4.0),
        ("sigmoid", float("nan"), 4.0, 0.0, 1 / (1 + np.exp(-4.0))),
    ],
)
def test_its_edges_have_numbers(
    graph: ActivationGraph, name: str, z: float, reach: float, low: float, high: float
) -> None:
    graph.show_point(name, z, is_output=False)
    assert graph.reach == pytest.approx(reach) and graph.range == pytest.approx((low, high))
    # They stand in the lines above and below the graph.
    image = graph.grab().toImage()
    canvas = Theme().colour("canvas")
    for rows in (range(2, TOP - 1), range(BOTTOM + 3, HEIGHT - 1)):
        assert any(image.pixelColor(x, y) != canvas for y in rows for x in range(4, 60))


@pytest.mark.parametrize("z", [float("nan"), float("inf")])
def test_where_z_is_no_number_there_is_a_curve_without_a_dot(graph: ActivationGraph, z: float) -> None:
    graph.show_point("sigmoid", z, is_output=False)
    curve, dot = graph.places()
    assert dot is None and np.isfinite(curve).all()
    graph.grab()


@pytest.mark.parametrize(
    ("name", "is_output", "shown"),
    [("sigmoid", True, True), ("relu", False, True), ("softmax", True, False), ("unheard of", False, False)],
)
def test_softmax_is_no_function_of_one_z(
    graph: ActivationGraph, name: str, is_output: bool, shown: bool
) -> None:
    graph.show_point(name, 1.0, is_output)
    assert graph.isHidden() is not shown
