"""The edges of a neuron that is pointed at are all of its own but those of pixels without ink, at full colour."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.network.geometry.layout import make_layout
from gui.network.marks.mark_types import EdgeMarks
from gui.network.painting.highlighted_edges import highlighted_edges, one_edge, paint_highlighted
from gui.theme.tokens import DARK, Theme, make_theme

THEMES = [make_theme("dark"), make_theme("light")]


def chosen(choice) -> set[tuple[int, int, int]]:
    """The (group, source, target) of all edges."""
    return {
        (group, source, target)
        for group, edges in enumerate(choice.edges)
        for source, target in zip(edges.source.tolist(), edges.target.tolist(), strict=True)
    }


@pytest.fixture
def snapshot(make_snapshot):
    """Four pixels, of which the second and the last have ink, three neurons, two, and two outputs."""
    return make_snapshot((4, 3, 2, 2), x=np.array([0.0, 1.0, 0.0, 0.5]))


@pytest.fixture
def layout(snapshot):
    return make_layout(snapshot.sizes, 800, 506, Theme())


def test_a_neuron_of_the_first_layer_has_the_inked_pixels_and_all_that_it_leads_to(snapshot, layout) -> None:
    edges = chosen(highlighted_edges(snapshot, 0, 2, layout))
    assert edges == {(0, 1, 2), (0, 3, 2), (1, 2, 0), (1, 2, 1)}


def test_a_neuron_further_on_has_every_edge_also_of_neurons_that_are_silent(snapshot, layout) -> None:
    assert (snapshot.trace.a[0] == 0).any()
    edges = chosen(highlighted_edges(snapshot, 1, 0, layout))
    assert edges == {(1, 0, 0), (1, 1, 0), (1, 2, 0), (2, 0, 0), (2, 0, 1)}


def test_an_output_has_only_edges_that_come_in(snapshot, layout) -> None:
    assert chosen(highlighted_edges(snapshot, 2, 1, layout)) == {(2, 0, 1), (2, 1, 1)}


def test_of_a_collapsed_layer_there_are_those_that_are_shown(make_snapshot) -> None:
    snapshot = make_snapshot((16, 500, 3))
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    edges = chosen(highlighted_edges(snapshot, 1, 2, layout))
    assert edges == {(1, source, 2) for source in layout.layers[0].shown.tolist()} and len(edges) < 500


def test_one_edge_is_one_and_of_a_pixel_without_ink_none(snapshot) -> None:
    assert chosen(one_edge(snapshot, 0, 3, 1)) == {(0, 3, 1)}
    assert chosen(one_edge(snapshot, 0, 0, 1)) == set()
    assert chosen(one_edge(snapshot, 2, 1, 0)) == {(2, 1, 0)}


# --- how they are painted


def marks_of(levels: list[int], widths: list[float], kind: str = "weight") -> EdgeMarks:
    """Horizontal lines from x = 10 to 50, the first at y = 10.5, 10 px apart."""
    count = len(levels)
    y, one = 10.5 + 10 * np.arange(count), np.ones(count)
    places, level = np.arange(count), np.array(levels, dtype=np.int64)
    return EdgeMarks(
        kind, 0, 0, 1, places, places, level / 24, 10 * one, y, 50 * one, y, level, np.array(widths), 1.0
    )


def painted(marks: list[EdgeMarks], theme: Theme) -> QImage:
    image = QImage(60, 50, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_highlighted(painter, marks, theme)
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
@pytest.mark.parametrize(
    ("kind", "plus", "minus"), [("weight", "plus", "minus"), ("gradient", "grad_plus", "grad_minus")]
)
def test_the_weakest_have_their_signs_full_colour_and_0_has_none(qapp, theme, kind, plus, minus) -> None:
    image = painted([marks_of([1, -1, 24, 0], [1.0] * 4, kind)], theme)
    colours = [image.pixelColor(30, 10 + 10 * place) for place in range(4)]
    assert colours == [theme.colour(token) for token in (plus, minus, plus, "canvas")]


def test_they_keep_their_widths(qapp) -> None:
    image = painted([marks_of([5, 5], [1.0, 3.0])], Theme())
    full = QColor(DARK.plus)
    assert [image.pixelColor(30, y) == full for y in (9, 10, 11)] == [False, True, False]
    assert [image.pixelColor(30, y) == full for y in (18, 19, 20, 21, 22)] == [False, True, True, True, False]


@pytest.mark.parametrize(("wide", "token"), [(3, "plus"), (-3, "minus")])
@pytest.mark.parametrize("is_first", [True, False])
def test_the_widest_lies_on_top_whatever_its_sign_and_the_order(qapp, wide, token, is_first) -> None:
    marks = marks_of([wide, -wide], [3.0, 1.0]) if is_first else marks_of([-wide, wide], [1.0, 3.0])
    marks.y1[:] = marks.y2[:] = 20.5
    assert painted([marks], Theme()).pixelColor(30, 20) == Theme().colour(token)


def test_without_edges_nothing_is_painted(qapp) -> None:
    empty = QImage(60, 50, QImage.Format.Format_RGB32)
    empty.fill(QColor(DARK.canvas))
    assert painted([], Theme()) == painted([marks_of([], [])], Theme()) == empty
