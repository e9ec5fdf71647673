"""Every plot's figure is what is seen of it, in its own theme and in the light one, with the numbers it was given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.analysis.loss_slice import LossSlice
from core.analysis.solutions import SHARES
from core.analysis.weight_places import KernelWeight, weight_places
from core.nn.known_architectures import known_architecture
from gui.figures.figure_page import FigurePage
from gui.filters.filter_side import FilterSide
from gui.filters.found_windows import found_windows
from gui.filters.pattern_plot import PatternPlot
from gui.filters.window_side import WindowSide
from gui.filters.window_tiles import WindowTiles
from gui.flips.flip_chain import FlipChainRow
from gui.inspector.activation_graph import ActivationGraph
from gui.inspector.class_bars import BarChart
from gui.inspector.history_plot import HistoryPlot
from gui.inspector.loss_slice_plot import LossSlicePlot
from gui.inspector.weight_account import WeightAccount
from gui.inspector.weight_image import WeightImage
from gui.kernel_page.weight_canvas import WeightCanvas
from gui.network.interaction.kernel_numbers import kernel_numbers
from gui.network.interaction.neuron_values import ClassMeans
from gui.side.difference_strip import DifferenceStrip
from gui.solutions.solutions_plot import SolutionsPlot
from gui.theme.tokens import Theme
from gui.unrolling.layer_scene import LayerScene
from gui.unrolling.race_curves import RaceCurves
from tests.core.small_snapshots import snapshot_of
from tests.gui.figures.figure_pixels import painted, pixels, seen
from tests.gui.figures.figure_rows import rows_of
from tests.gui.filters.shown import answers, found, trainer_of
from tests.gui.filters.shown import snapshot_of as shown_network
from tests.gui.flips.small import NAMES
from tests.gui.flips.small import chain as flip_chain
from tests.gui.flips.small import marks as flip_marks
from tests.gui.side.test_difference_marks import with_random_weights
from tests.gui.solutions.compared import compared
from tests.gui.unrolling.made_layers import made_layers, measured

DARK, LIGHT = Theme("dark"), Theme("light")
NETWORK = known_architecture("small_cnn", (16, 16), seed=2).network((256,))
SNAPSHOT = snapshot_of(NETWORK, (np.random.default_rng(4).random(256) < 0.3).astype(np.float32), 3)
WEIGHT = KernelWeight(0, 0, 5, 1, 2)
PLACES = weight_places(SNAPSHOT.connections, SNAPSHOT.trace, WEIGHT)
KERNEL = kernel_numbers(SNAPSHOT, WEIGHT, "gradient")
ANSWERS, COMPARED = answers(), compared()
PIXELS = np.random.default_rng(0).normal(size=(16, 16)).astype(np.float32)
CURVE = LossSlice(np.linspace(-1, 1, 5), np.array([4.1, 1.2, 0.3, 1.4, np.inf]), 0.5, 7)
TRAINER = trainer_of()
FOUND = found(TRAINER)
WINDOWS = found_windows(FOUND, shown_network(TRAINER))
PAIR = with_random_weights(SNAPSHOT, 1), replace(with_random_weights(SNAPSHOT, 2), run=1, update=8)
RACE = ((measured(1, 0, 10, 40, 40), measured(1, 500, 95, 320, 200)), (), (measured(3, 0, 10, 40, 40),))


def bars() -> BarChart:
    plot = BarChart()
    plot.show_means(ClassMeans(("a", "b"), (0.25, -1.5), 1, 9))
    return plot


def graph() -> ActivationGraph:
    plot = ActivationGraph()
    plot.show_point("relu", 0.75, False)
    return plot


def history() -> HistoryPlot:
    plot = HistoryPlot("history_delta")
    plot.show_history("|δ|", (0, 3, 9), (0.1, -2e-9, 0.0), ("plus", "minus"), by_size=True)
    return plot


def loss_slice() -> LossSlicePlot:
    plot = LossSlicePlot()
    plot.show_loss_slice(CURVE, 0.1, -0.2)
    return plot


def account() -> WeightAccount:
    plot = WeightAccount()
    plot.show_weight(PLACES, KERNEL)
    return plot


def image() -> WeightImage:
    plot = WeightImage()
    plot.show_weights(PIXELS, PIXELS.ravel() > 1)
    return plot


def patterns() -> PatternPlot:
    plot = PatternPlot()
    plot.show_answers(ANSWERS, int(ANSWERS.ranked[2]))
    return plot


def race() -> RaceCurves:
    plot = RaceCurves()
    plot.show_measured(RACE)
    return plot


def layer() -> LayerScene:
    plot = LayerScene()
    # In the middle of the way from dense to windows.
    plot.show_made(made_layers(), 0.5)
    return plot


def chain() -> FlipChainRow:
    plot = FlipChainRow()
    plot.show_chain(flip_chain(2), flip_marks(), NAMES)
    return plot


def strip() -> DifferenceStrip:
    plot = DifferenceStrip()
    plot.show_networks(*PAIR)
    return plot


def side() -> FilterSide:
    plot = FilterSide()
    plot.show_answers(ANSWERS, int(ANSWERS.ranked[2]), (16, 16))
    return plot


def window_side() -> WindowSide:
    plot = WindowSide()
    plot.show_window(WINDOWS[3])
    return plot


def tiles() -> WindowTiles:
    plot = WindowTiles()
    plot.show_windows(WINDOWS, 1)
    return plot


def solutions() -> SolutionsPlot:
    plot = SolutionsPlot()
    plot.show_compared(COMPARED)
    return plot


def weight() -> WeightCanvas:
    plot = WeightCanvas()
    plot.show_weight(SNAPSHOT, WEIGHT, "gradient")
    return plot


EVERY = [
    *(bars, graph, history, loss_slice, account, patterns, race, solutions, weight),
    *(layer, chain, strip, side, window_side),
]


def shown(qtbot: QtBot, plot: Any, theme: Theme) -> Any:
    qtbot.addWidget(plot)
    plot.set_theme(theme)
    plot.resize(500, 320)
    plot.show()
    return plot


@pytest.mark.parametrize("make", EVERY)
def test_a_figure_is_what_is_seen(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    plot, light = shown(qtbot, make(), DARK), shown(qtbot, make(), LIGHT)
    figure = plot.figure()
    # What shines through is rounded once more where it is painted on an image of its own first, as on those pages.
    most = 2 if make in (weight, layer) else 0
    for _ in range(2):
        for theme, there in ((DARK, plot), (LIGHT, light)):
            apart = painted(figure, theme).astype(int) - seen(there)
            assert np.abs(apart).max() <= most


def test_the_picture_of_a_neurons_weights_is_what_is_seen_of_it(qtbot: QtBot) -> None:
    # It stands on the panel's ground, a file on the canvas.
    plot = shown(qtbot, image(), DARK)
    whole = plot.square().toRect().adjusted(1, 1, -1, -1)
    rows, columns = slice(whole.top(), whole.bottom()), slice(whole.left(), whole.right())
    assert np.array_equal(painted(plot.figure())[rows, columns], seen(plot)[rows, columns])


@pytest.mark.parametrize("make", [*EVERY, image])
def test_a_figure_can_be_drawn_larger_as_shapes_and_for_print(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    figure = shown(qtbot, make(), DARK).figure()
    page = FigurePage(figure, "a line")
    assert page.image(3).size() == page.size(3) and len(np.unique(pixels(page.image(3)))) > 2
    svg = page.svg()
    assert QSvgRenderer(svg).isValid() and b"a line" in svg
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize(
    "kind",
    [
        BarChart,
        LossSlicePlot,
        WeightAccount,
        WeightImage,
        PatternPlot,
        RaceCurves,
        SolutionsPlot,
        WeightCanvas,
        LayerScene,
        FlipChainRow,
        DifferenceStrip,
        FilterSide,
        WindowSide,
        WindowTiles,
    ],
)
def test_a_plot_without_numbers_has_no_figure(qtbot: QtBot, kind: type) -> None:
    assert shown(qtbot, kind(), DARK).figure() is None


def test_an_empty_history_has_no_figure(qtbot: QtBot) -> None:
    assert shown(qtbot, HistoryPlot("history_a"), DARK).figure() is None


def test_the_bars_numbers(qtbot: QtBot) -> None:
    assert rows_of(bars().figure()) == [
        ("update", "class", "mean output"),
        ("9", "a", "0.25"),
        ("9", "b", "-1.5"),
    ]


def test_the_graphs_numbers_begin_with_the_neurons_own(qtbot: QtBot) -> None:
    rows = rows_of(graph().figure())
    assert rows[1][1:] == ("1", "0.75", "0.75")
    points = np.array(rows[2:])[:, 2:].astype(float)
    assert np.array_equal(points[:, 1], np.maximum(points[:, 0], 0)) and set(np.array(rows[2:])[:, 1]) == {
        "0"
    }


def test_a_historys_numbers_have_their_signs_and_updates(qtbot: QtBot) -> None:
    assert rows_of(history().figure()) == [("update", "δ"), ("0", "0.1"), ("3", "-2e-09"), ("9", "0.0")]


def test_the_slices_numbers(qtbot: QtBot) -> None:
    rows = rows_of(loss_slice().figure())
    assert rows[0] == ("update", "w", "C (nats)") and rows[1] == ("7", "-1.0", "4.1") and rows[5][2] == "inf"


def test_the_accounts_numbers_are_every_part_the_largest_first(qtbot: QtBot) -> None:
    rows = np.array(rows_of(account().figure())[1:])[:, 1:]
    assert PLACES.part is not None and len(rows) == np.count_nonzero(PLACES.part)
    at = rows[:, 0].astype(int) - 1, rows[:, 1].astype(int) - 1
    values = PLACES.part[at]
    assert np.array_equal(rows[:, 2].astype(values.dtype), values) and (np.diff(np.abs(values)) <= 0).all()


def test_the_images_numbers_are_its_weights(qtbot: QtBot) -> None:
    rows = np.array(rows_of(image().figure())[1:], dtype=object)[:, 3]
    assert np.array_equal(np.array([np.float32(cell) for cell in rows]), PIXELS.ravel())


def test_the_races_numbers_are_what_was_counted(qtbot: QtBot) -> None:
    rows = rows_of(race().figure())
    assert rows[0] == ("update", "layer", "moved by (pixels)", "right", "answers", "accuracy")
    last = RACE[0][1].shifted
    assert rows[6] == ("500", "dense", "2", "200", str(last.answers[2]), repr(200 / int(last.answers[2])))
    assert [row[1] for row in rows[1:]] == ["dense"] * 6 + ["shared"] * 3


def test_the_solutions_numbers_are_both_lines(qtbot: QtBot) -> None:
    rows = rows_of(shown(qtbot, solutions(), DARK).figure())
    assert len(rows) == 1 + 2 * len(SHARES)
    straight = rows[1 + 10]
    assert straight[3:6] == ("straight", "0.5", repr(float(COMPARED.straight.train_means[10])))
    assert rows[1 + 21 + 10][3:6] == ("matched", "0.5", repr(float(COMPARED.matched.train_means[10])))


def test_a_weights_numbers_are_its_places_and_its_kernel(qtbot: QtBot) -> None:
    figure = shown(qtbot, weight(), DARK).figure()
    assert figure is not None and (figure.run, figure.update) == (SNAPSHOT.run, SNAPSHOT.update)
    places = np.array(rows_of(figure)[1:])[:, 1:]
    assert PLACES.delta is not None and len(places) == PLACES.a.size
    assert np.array_equal(places[:, 3].astype(PLACES.delta.dtype), PLACES.delta.ravel())
    kernel = np.array(rows_of(figure, 1)[1:])[:, 1:]
    assert np.array_equal(kernel[:, 3].astype(KERNEL.gradient.dtype), KERNEL.gradient.ravel())
