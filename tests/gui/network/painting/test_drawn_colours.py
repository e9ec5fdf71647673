"""Edges are drawn in the colours of the legend, and those that are attended to can be seen on both canvases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_marks import LEVELS, SIGN_TOKENS, edge_palette, legend_strip
from gui.network.marks.edge_values import PICTURES
from gui.network.marks.mark_types import EdgeMarks
from gui.network.marks.scales import Scales
from gui.network.painting.edge_layers import EdgeLayers
from gui.network.painting.edge_picture import EdgePicture
from gui.network.painting.highlighted_edges import Highlight, paint_highlighted
from gui.network.painting.render_context import RenderContext
from gui.network.view import NetworkView
from gui.theme.tokens import make_theme
from tests.core.small_snapshots import flat_of, with_trace

THEMES = [make_theme("dark"), make_theme("light")]
NAMES = ["dark", "light"]
TOKENS = {
    "weight": ("plus", "minus"),
    "signal": ("plus", "minus"),
    "change": ("plus", "minus"),
    "gradient": ("grad_plus", "grad_minus"),
    "mean_gradient": ("grad_plus", "grad_minus"),
}


def luminance(rgb: np.ndarray) -> np.ndarray:
    """WCAG 2, relative luminance of (..., 3) from 0 to 255."""
    share = np.asarray(rgb, float) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4) @ [
        0.2126,
        0.7152,
        0.0722,
    ]


def contrast(rgb: np.ndarray, canvas: np.ndarray) -> np.ndarray:
    """WCAG 2, contrast ratio of (..., 3) with one colour."""
    one, other = luminance(rgb) + 0.05, luminance(canvas) + 0.05
    return np.maximum(one, other) / np.minimum(one, other)


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 3), red first."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width(), 2::-1].copy()


def manual_edit(theme, kind: str) -> np.ndarray:
    """(49, 3): f = 0.03 + 0.97·sᵖ of the way from the canvas to the sign's colour, p = 2 or on white 1.6."""
    canvas, power = theme.rgb("canvas"), {"dark": 2.0, "light": 1.6}[theme.name]
    rows = []
    for level in range(-24, 25):
        full = theme.rgb(TOKENS[kind][0 if level > 0 else 1])
        f = 0.0 if level == 0 else 0.03 + 0.97 * (abs(level) / 24) ** power
        rows.append(canvas + f * (full - canvas))
    return np.array(rows)


def test_a_theme_has_the_colours_of_its_name() -> None:
    # A light theme with dark colours would pass all tests that the dark one passes.
    assert luminance(THEMES[0].rgb("canvas")) < 0.05 < 0.9 < luminance(THEMES[1].rgb("canvas"))


@pytest.mark.parametrize("kind", sorted(TOKENS))
@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_an_edge_of_every_level_is_drawn_in_the_palettes_colour(qapp, theme, kind) -> None:
    levels = np.arange(-LEVELS, LEVELS + 1)
    y = 6.5 + 4 * np.arange(len(levels))
    one = np.ones(len(levels))
    marks = EdgeMarks(
        kind, 0, 0, 1, levels, levels, levels / LEVELS, 10 * one, y, 50 * one, y, levels, one, scale=1.0
    )
    picture = EdgePicture(60, 4 * len(levels) + 12, 1.0, theme.colour("canvas"))
    picture.redraw(lambda: (marks,), edge_palette(theme, kind))
    picture.work(10_000)
    assert picture.image is not None
    drawn = pixels(picture.image)[y.astype(int), 30]
    assert np.array_equal(drawn, edge_palette(theme, kind))
    assert np.abs(drawn - manual_edit(theme, kind)).max() <= 0.5 + 1e-9


@pytest.mark.parametrize("kind", sorted(TOKENS))
@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_the_legend_in_the_view_has_the_colours_of_the_edges(qtbot, make_snapshot, theme, kind) -> None:
    snapshot = make_snapshot((256, 12, 8, 10), seed=2)
    gradient = flat_of(snapshot.trace.dW, snapshot.trace.db)
    snapshot = replace(snapshot, mean_gradient=gradient, change=gradient)
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.set_theme(theme)
    view.set_edge_picture(kind)
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    view.work(10_000)
    image = pixels(view.grab().toImage())
    assert view.layout_shown is not None
    strip = legend_strip(view.layout_shown.legend, theme)
    cells = strip.x + (np.arange(2 * LEVELS + 1) + 0.5) * strip.width / (2 * LEVELS + 1)
    shown = image[int(strip.y + strip.height / 2), cells.astype(int)]
    assert np.abs(shown - manual_edit(theme, kind)).max() <= 0.5 + 1e-9


@pytest.mark.parametrize("kind", sorted(SIGN_TOKENS))
@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_a_full_edge_of_every_picture_has_contrast_three(theme, kind) -> None:
    palette = edge_palette(theme, kind)
    assert contrast(palette[[0, -1]], theme.rgb("canvas")).min() >= 3


def lowest_contrast(mark: EdgeMarks, image: np.ndarray, canvas: np.ndarray) -> float:
    """Along a line, from pixel to pixel of its longer direction: the least contrast of the best pixel across it."""
    x1, y1, x2, y2 = (float(ends[0]) for ends in (mark.x1, mark.y1, mark.x2, mark.y2))
    if abs(y2 - y1) > abs(x2 - x1):
        image, x1, y1, x2, y2 = image.swapaxes(0, 1), y1, x1, y2, x2
    first, last = sorted((x1, x2))
    x = np.arange(int(first) + 3, int(last) - 3)[:, None]
    y = (y1 + (x + 0.5 - x1) / (x2 - x1) * (y2 - y1)).astype(int)
    across = np.clip(y + np.arange(-2, 3), 0, image.shape[0] - 1)
    return float(contrast(image[across, x], canvas).max(axis=1).min())


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_the_weakest_edge_of_a_neuron_pointed_at_has_contrast_three(qapp, make_snapshot, theme, kind) -> None:
    # All numbers of the neuron's edges are a thousandth of full colour, of either sign, but for one in and one out.
    weak = [np.where(np.indices(shape).sum(axis=0) % 2, 0.001, -0.001) for shape in ((16, 3), (3, 2))]
    weak[0][-1, 1] = weak[1][1, -1] = 1.0
    snapshot = make_snapshot((16, 3, 2), x=np.ones(16), weights=weak, biases=[np.ones(3), np.zeros(2)])
    flat = flat_of(weak, snapshot.biases)
    snapshot = replace(with_trace(snapshot, dW=weak), mean_gradient=flat, change=flat)
    layout = make_layout(snapshot.sizes, 800, 506, theme)
    layers = EdgeLayers()
    scales = Scales(2)
    scales.update_from_snapshot(snapshot)
    layers.reset(RenderContext(layout, theme, 1.0, scales))
    layers.set_picture(kind)
    layers.show_displayed_snapshot(snapshot)
    layers.show_weights(snapshot)
    seen = set()
    for gap in Highlight((0, 1)).marks(layers, AnimationState()):
        for place in range(gap.value.size):
            columns = ("source", "target", "value", "x1", "y1", "x2", "y2", "level", "width")
            mark = replace(gap, **{name: getattr(gap, name)[[place]] for name in columns})
            image = QImage(800, 506, QImage.Format.Format_RGB32)
            image.fill(theme.colour("canvas"))
            painter = QPainter(image)
            # As in the view; without it every pixel would have the full colour.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_highlighted(painter, (mark,), theme)
            painter.end()
            assert abs(mark.level[0]) == (1 if abs(mark.value[0]) < 1 else 24)
            assert lowest_contrast(mark, pixels(image), theme.rgb("canvas")) >= 3, (gap.group, place)
            seen.add(int(mark.level[0]))
    assert {-1, 1} <= seen
