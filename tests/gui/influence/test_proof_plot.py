"""Each network's C is a point on one logarithmic axis, by the shape of what it was trained without."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from core.engine.influence_messages import InfluenceProof
from core.exchange.table import Table
from gui.influence.proof_plot import CLEAR_PX, LEAST_DECADES, ProofPlot, axis_of, place_of
from gui.theme.tokens import Theme, make_theme
from gui.widgets.keyboard_focus import FOCUS_PX
from tests.gui.figures.figure_pixels import painted, seen
from tests.gui.influence.measured import proof

NAN, INF = float("nan"), float("inf")


def test_the_axis_goes_from_the_least_to_the_largest() -> None:
    axis = axis_of(np.array([[0.1, NAN, 100.0], [1.0, INF, 0.0]]))
    assert axis == pytest.approx((-1, 2))
    assert [place_of(loss, axis) for loss in (0.1, 1.0, 100.0)] == pytest.approx([0, 1 / 3, 1])
    assert (place_of(0.0, axis), place_of(INF, axis)) == (0, 1)


def test_where_all_are_nearly_equal_it_is_no_narrower_than_a_power_of_ten() -> None:
    axis = axis_of(np.array([2.0, 2.0]))
    assert axis is not None
    assert axis[1] - axis[0] == pytest.approx(LEAST_DECADES)
    assert place_of(2.0, axis) == pytest.approx(0.5)
    assert math.log10(2) == pytest.approx(sum(axis) / 2)


def test_without_a_number_there_is_no_axis() -> None:
    for losses in ([NAN, NAN], [0.0, INF], []):
        assert axis_of(np.array(losses)) is None
    assert (place_of(0.0, None), place_of(INF, None)) == (0, 1)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_points_stand_at_their_places(qtbot: QtBot, theme: str) -> None:
    plot = ProofPlot()
    qtbot.addWidget(plot)
    look = make_theme(theme)
    plot.set_theme(look)
    plot.resize(224, plot.sizeHint().height())
    plot.show_proof(proof([[0.1, 1.0, NAN, NAN], [10.0, NAN, NAN, NAN], [NAN] * 4]))
    image = plot.grab().toImage()
    ratio = image.width() / 224
    line = plot._line_height()
    middle = CLEAR_PX + line + look.px(15) / 2
    text = look.colour("text").rgb()
    for x in (12, 12 + 100):
        assert image.pixel(round(x * ratio), round(middle * ratio)) == text, "a dot, filled"
    at = round((12 + 200) * ratio), round((middle + line + look.px(15)) * ratio)
    assert image.pixel(*at) == look.colour("canvas").rgb(), "a diamond, hollow"
    assert image.pixel(at[0] - round(look.px(4.2) * ratio), at[1]) != look.colour("canvas").rgb()
    said = plot.accessibleDescription()
    assert (
        said.startswith("trained with all: 0.10, 1.00, –, –") and "without these 50: 10.00, –, –, –" in said
    )
    plot.show_proof(None)
    assert plot.accessibleDescription() == ""
    plot.grab()


def test_an_axis_has_at_least_two_numbers(qtbot: QtBot) -> None:
    plot = ProofPlot()
    qtbot.addWidget(plot)
    for low, high in ((2.1, 8.2), (3.0, 3.0), (0.11, 0.19), (1e-7, 3.0)):
        ticks = plot._ticks(axis_of(np.array([low, high])), 200)
        assert len(ticks) >= 2 and all(0 <= tick.place <= 1 for tick in ticks)


def test_its_figure_is_what_is_seen_and_what_was_measured(qtbot: QtBot) -> None:
    plot = ProofPlot()
    qtbot.addWidget(plot)
    assert plot.figure() is None
    plot.set_theme(Theme())
    plot.resize(300, 200)
    plot.show()
    plot.show_proof(
        InfluenceProof(1, 30, 500, np.array([[0.1, 0.2], [1.5, np.nan], [0.3, 0.4]]), 1, 2), (4, 90_000)
    )
    figure = plot.figure()
    # Of the network that was measured; those that were trained again have fewer updates here.
    assert figure is not None and (figure.run, figure.update) == (4, 90_000)
    assert figure.what == "C of the networks that were trained again, 500 updates each"
    assert np.array_equal(painted(figure), seen(plot))
    table = Table(figure.numbers[0].columns)
    rows = [row[2:] for row in table.rows(0, table.count)]
    assert table.headings[2:] == ["trained", "network", "updates", "C (nats)"]
    assert rows[0] == ("trained with all", "1", "500", "0.1")
    assert rows[2][1:] == ("1", "500", "1.5") and rows[3][3] == "nan"
    plot.show_proof(
        InfluenceProof(1, 1, 1, np.array([[0.1, 0.2], [1.5, 0.5], [0.3, 0.4]]), 6, 6), (4, 90_000)
    )
    once = plot.figure()
    assert once is not None and once.what == "C of the networks that were trained again, 1 update each"


def test_no_name_is_cut_at_its_foot_where_letters_are_higher_than_their_font_says(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "用全部样本训练"
    monkeypatch.setattr("gui.influence.proof_plot.kind_words", lambda kind, left_out: name)
    plot = ProofPlot()
    qtbot.addWidget(plot)
    plot.set_theme(make_theme("dark"))
    high = QFontMetricsF(make_theme("dark").font("tick")).size(0, name).height()
    assert plot._line_height() >= high and plot.sizeHint().height() >= 3 * high


def test_this_networks_own_c_is_a_dashed_line_and_the_axis_says_what_it_is_of(qtbot: QtBot) -> None:
    plot = ProofPlot()
    qtbot.addWidget(plot)
    look = make_theme("dark")
    plot.set_theme(look)
    plot.show_proof(proof([[1.0, 10.0, NAN, NAN], [NAN] * 4, [NAN] * 4]))
    lower = plot.sizeHint().height()
    plot.show_measured(0.1, "C towards 3, log")
    assert "dashed: this network, 0.10" in plot.accessibleDescription()
    plot.resize(224, plot.sizeHint().height())
    assert plot.height() > lower
    image = plot.grab().toImage()
    ratio, line = image.width() / 224, plot._line_height()
    # 0.1 is the least: it stands at the left end of every row.
    for row in range(3):
        top = CLEAR_PX + line + row * (line + look.px(15)) + line
        column = {image.pixel(round(12 * ratio), round((top + y) * ratio)) for y in range(15)}
        assert look.colour("dim").rgb() in column
    plot.show_measured(NAN, "C towards 3, log")
    assert "dashed" not in plot.accessibleDescription()
    plot.grab()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_words_are_clear_of_the_keyboards_frame(qtbot: QtBot, scale: float) -> None:
    plot = ProofPlot()
    qtbot.addWidget(plot)
    look = make_theme("light", scale)
    plot.set_theme(look)
    plot.show_proof(proof([[1.0, 10.0, NAN, NAN], [NAN] * 4, [NAN] * 4]))
    plot.show_measured(0.1, "C towards 3, log")
    plot.resize(round(224 * scale), plot.sizeHint().height())
    image = plot.grab().toImage()
    ground, wide = look.colour("canvas").rgb(), image.width()
    # The frame is 2 px wide, and a px beside it is free.
    edges = [*range(FOCUS_PX + 1), *range(wide - FOCUS_PX - 1, wide)]
    assert {image.pixel(x, y) for x in edges for y in range(image.height())} == {ground}
    ends = [*range(FOCUS_PX), *range(image.height() - FOCUS_PX, image.height())]
    assert {image.pixel(x, y) for x in range(wide) for y in ends} == {ground}
