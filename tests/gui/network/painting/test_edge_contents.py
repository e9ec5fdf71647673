"""What a picture is to show is of one moment, whatever comes between its steps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.steps import result_of
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_signal
from gui.network.marks.edge_values import PICTURES
from gui.network.painting.edge_contents import gradient_content, picture_content
from gui.theme.tokens import Theme


def told(snapshot):
    mean, change = np.random.default_rng(5).standard_normal((2, snapshot.parameters.size))
    return replace(snapshot, mean_gradient=mean, change=0.01 * change)


def numbers(picture: str, snapshot, group: int, edges) -> np.ndarray:
    """By hand, of the arrays of the snapshot."""
    a = (snapshot.trace.x, *snapshot.trace.a)[group]
    if picture == "signal":
        return a[edges.source] * snapshot.weights[group][edges.source, edges.target]
    vector = {
        "weight": snapshot.parameters,
        "gradient": snapshot.trace.gradient,
        "mean_gradient": snapshot.mean_gradient,
        "change": snapshot.change,
    }[picture]
    return vector[edges.parameter]


@pytest.mark.parametrize("sign", [0, 1, -1])
@pytest.mark.parametrize("picture", PICTURES)
def test_each_edge_has_the_number_of_its_picture(make_snapshot, picture, sign) -> None:
    snapshot = told(make_snapshot(seed=4))
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    choice = choose_by_signal(snapshot, layout, 4)
    content = result_of(picture_content(picture, sign, snapshot, snapshot, choice, layout, 4))
    assert content.kind == picture and content.update == snapshot.update and content.choice.drawn
    for group, edges in enumerate(content.choice.edges):
        values = content.values.at(group, edges)
        np.testing.assert_array_equal(values, numbers(picture, snapshot, group, edges))
        assert sign == 0 or (values * sign > 0).all()


def test_a_picture_of_the_example_is_of_the_update_that_is_displayed(make_snapshot) -> None:
    displayed, newest = make_snapshot(update=3), make_snapshot(seed=1, update=9)
    layout = make_layout(displayed.sizes, 800, 506, Theme())
    choice = choose_by_signal(displayed, layout, 4)

    def update_of(picture: str) -> int:
        return result_of(picture_content(picture, 0, newest, displayed, choice, layout, 4)).update

    assert (update_of("weight"), update_of("signal"), update_of("gradient")) == (9, 3, 3)


def test_what_is_not_known_yet_is_an_empty_picture(make_snapshot) -> None:
    snapshot = make_snapshot()
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    choice = choose_by_signal(snapshot, layout, 4)
    content = result_of(picture_content("change", 0, snapshot, snapshot, choice, layout, 4))
    assert content.choice.drawn == 0 and not content.choice.known


def test_the_largest_of_a_gradient_are_chosen(make_snapshot) -> None:
    snapshot = told(make_snapshot(seed=4, update=6))
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    content = result_of(gradient_content("mean", 0, snapshot.mean_gradient, snapshot, layout, 1))
    edges = content.choice.edges[-1]
    first = snapshot.parameters.size - 16 * 10 - 10
    matrix = snapshot.mean_gradient[first : first + 160].reshape(16, 10)
    assert content.update == 6 and content.choice.measure == "mean"
    assert edges.source[np.argsort(edges.target)].tolist() == np.abs(matrix).argmax(axis=0).tolist()
