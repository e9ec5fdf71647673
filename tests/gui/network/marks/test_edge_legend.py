"""What is said of the edges: what their full colour stands for, and how much of the whole is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTranslator

from gui.network.geometry.layout import fitting_theme, make_layout
from gui.network.geometry.text_width import legend_head_width, line_height, text_width
from gui.network.marks.coverage_text import coverage
from gui.network.marks.edge_choice import choose_by_gradient, choose_by_signal, no_edges
from gui.network.marks.edge_legend import LegendSide, edge_legend, edge_text_marks
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import ConnectionValues, weights
from gui.network.marks.legend_rows import folded_legend
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme
from gui.widgets.penalty_text import named

ROOT = Path(__file__).resolve().parents[4]
THEME = Theme()


def words(snapshot, edges=(), choice=None, size=(800, 506), **known):
    layout = make_layout(snapshot.sizes, *size, THEME)
    return [mark.text for mark in edge_text_marks(layout, THEME, edges, choice, **known)]


def scales_of(*numbers, kind):
    """Scales that are exactly these, group by group."""
    scales = Scales(len(numbers))
    scales.update([np.full((3, 3), number) for number in numbers], kind)
    return scales


@pytest.mark.parametrize(
    "kind,symbol",
    [("weight", "|w|"), ("gradient", "|∂C/∂w|"), ("mean_gradient", "mean |∂C/∂w|"), ("change", "|ΔW|")],
)
def test_the_legend_names_the_scale_of_every_gap(make_snapshot, kind, symbol):
    snapshot = make_snapshot((256, 4, 4, 10))
    layout, scales = make_layout(snapshot.sizes, 800, 506, THEME), scales_of(0.29, 0.74, 1.0, kind=kind)
    choice = choose_by_signal(snapshot, layout)
    edges = edge_marks(weights(snapshot), kind, choice, layout, scales, THEME)
    assert f"full colour at {symbol} = 0.29  0.74  1.0 (gaps 1–3)" in words(
        snapshot, edges, choice, (1000, 506)
    )
    # Where that has no room, all scales stay.
    text = words(snapshot, edges, choice)
    assert any(line.startswith(f"full colour at {symbol} = 0.29  0.74  1.0") for line in text)


@pytest.mark.parametrize(("clipped", "is_named"), [(False, False), (True, True)])
def test_a_mean_gradient_that_was_clipped_is_named_as_before_clipping(make_snapshot, clipped, is_named):
    snapshot = make_snapshot((256, 12, 8, 10))
    layout = make_layout(snapshot.sizes, 1400, 506, THEME)
    choice = replace(choose_by_signal(snapshot, layout), measure="mean_gradient")
    edges = edge_marks(weights(snapshot), "mean_gradient", choice, layout, Scales(3), THEME)
    text = words(snapshot, edges, choice, (1400, 506), clipped=clipped)
    assert any("before clipping" in line for line in text) is is_named


@pytest.mark.parametrize(
    ("penalties", "clipped", "symbol", "whole"),
    [
        (("l2",), False, "mean |∂C/∂w| with L2 =", "the mean gradient with L2"),
        (("l1", "l2"), False, "mean |∂C/∂w| with L1 and L2 =", "the mean gradient with L1 and L2"),
        (("l1",), True, "mean |∂C/∂w| with L1, before clipping =", "the mean gradient with L1"),
    ],
)
def test_a_mean_gradient_of_which_penalties_are_a_part_names_them(
    make_snapshot, penalties, clipped, symbol, whole
):
    # With one gap there is room for what it is a share of.
    snapshot = make_snapshot((256, 10))
    layout, scales = make_layout(snapshot.sizes, 1600, 506, THEME), scales_of(2, kind="mean_gradient")
    wide = replace(layout, coverage=replace(layout.coverage, width=600.0))
    choice = replace(choose_by_signal(snapshot, layout), measure="mean_gradient")
    edges = edge_marks(weights(snapshot), "mean_gradient", choice, layout, scales, THEME)
    text = words(snapshot, edges, choice, (1600, 506), clipped=clipped, penalties=penalties)
    assert any(symbol in line for line in text)
    assert any(line.startswith("drawn 160 of 2,560 · 64 %") for line in text)
    mark = coverage(wide, THEME, "mean_gradient", choice, True, edges, named(penalties))
    assert mark.text == f"drawn 160 of 2,560 · 64 % of {whole}"
    assert LegendSide(edges, choice, 0, clipped, penalties).symbol == symbol.removesuffix(" =")
    # No other picture has a part of them.
    edges = edge_marks(weights(snapshot), "gradient", choice, layout, scales, THEME)
    assert not any("L1" in line or "L2" in line for line in words(snapshot, edges, penalties=penalties))


def test_where_the_name_is_long_and_the_room_small_every_scale_stays(make_snapshot):
    snapshot = make_snapshot((256, 4, 4, 10))
    layout = make_layout(snapshot.sizes, 560, 340, THEME)
    choice = choose_by_signal(snapshot, layout)
    scales = scales_of(0.07, 0.47, 0.73, kind="mean_gradient")
    edges = edge_marks(weights(snapshot), "mean_gradient", choice, layout, scales, THEME)
    # So wide as this takes, and not wider.
    whole = "mean |∂C/∂w| with L2 = 0.070  0.47  0.73"
    width = legend_head_width(THEME) + text_width(whole, "caption", THEME) + 1
    narrow = replace(layout.legend, width=width, height=line_height("caption", THEME))
    marks = edge_text_marks(
        replace(layout, legend=narrow), THEME, edges, choice, True, False, penalties=("l2",)
    )
    assert whole in [mark.text for mark in marks]


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ("gradient", "every ∂C/∂w of this example is exactly 0"),
        ("mean_gradient", "every mean ∂C/∂w is exactly 0"),
        ("change", "every ΔW is exactly 0"),
    ],
)
def test_where_every_value_is_0_that_is_said_and_not_that_it_is_unknown(make_snapshot, picture, said):
    snapshot = make_snapshot((256, 12, 8, 10))
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    nothing = ConnectionValues(snapshot.connections, np.zeros(snapshot.parameters.size))
    choice = replace(choose_by_gradient(nothing, layout), measure=picture)
    edges = edge_marks(nothing, picture, choice, layout, Scales(3), THEME)
    assert choice.drawn == 0 and said in words(snapshot, edges, choice)


@pytest.mark.parametrize(
    ("picture", "symbol"), [("gradient", "∂C/∂w"), ("change", "ΔW"), ("weight", "w"), ("signal", "a·w")]
)
def test_where_no_value_is_a_number_that_is_said_and_not_that_it_is_0(make_snapshot, picture, symbol):
    snapshot = make_snapshot((256, 12, 8, 10))
    layout = make_layout(snapshot.sizes, 1400, 506, THEME)
    values = ConnectionValues(snapshot.connections, np.full(snapshot.parameters.size, np.nan))
    choice = replace(choose_by_gradient(values, layout), measure=picture, unfinite=values.unfinite())
    edges = edge_marks(values, picture, choice, layout, Scales(3), THEME)
    text = words(snapshot, edges, choice, (1400, 506))
    assert choice.drawn == 0 and f"every {symbol} is NaN or infinite: none is drawn" in text


def test_some_values_that_are_no_numbers_are_counted(make_snapshot):
    snapshot = make_snapshot((256, 12, 8, 10))
    layout = make_layout(snapshot.sizes, 1600, 506, THEME)
    vector = np.ones(snapshot.parameters.size)
    # Three weights of the first layer; its biases are no connections.
    vector[[0, 5, 9]] = np.nan, np.inf, -np.inf
    values = ConnectionValues(snapshot.connections, vector)
    assert values.unfinite() == 3
    choice = replace(choose_by_gradient(values, layout), measure="change", unfinite=values.unfinite())
    edges = edge_marks(values, "change", choice, layout, Scales(3), THEME)
    assert any("3 NaN or infinite" in line for line in words(snapshot, edges, choice, (1600, 506)))


def test_without_edges_there_is_nothing_to_explain(make_snapshot):
    assert words(make_snapshot()) == []


def legend_of(snapshot, scales):
    """What is said of these scales, in a view that is wide enough for all of it."""
    layout = make_layout(snapshot.sizes, 2000, 506, THEME)
    choice = choose_by_signal(snapshot, layout)
    edges = edge_marks(weights(snapshot), "weight", choice, layout, scales_of(*scales, kind="weight"), THEME)
    return words(snapshot, edges, size=(2000, 506))


@pytest.mark.parametrize(
    ("sizes", "scales", "said"),
    [
        ((256, 10), (0.5,), "0.50"),
        ((256, 8, 10), (0.5, 0.5), "0.50 (all gaps)"),
        ((256, 8, 10), (0.5, 0.25), "0.50  0.25 (gaps 1–2)"),
    ],
)
def test_scales_that_are_all_the_same_are_named_once(make_snapshot, sizes, scales, said):
    assert legend_of(make_snapshot(sizes), scales) == ["−", "+", f"full colour at |w| = {said}"]


def test_gaps_are_named_from_left_to_right_in_whatever_order_they_were_pinned(make_snapshot):
    snapshot = make_snapshot((256, 8, 6, 10))
    layout = make_layout(snapshot.sizes, 2000, 506, THEME)
    choice = choose_by_signal(snapshot, layout)
    scales = scales_of(0.5, 0.25, 2.0, kind="weight")
    _, second, third = edge_marks(weights(snapshot), "weight", choice, layout, scales, THEME)
    said = words(snapshot, (third, second, third), None, (2000, 506), highlighted=9)
    assert "full colour at |w| = 0.25  2.0 (gaps 2–3)" in said


def test_of_more_than_twelve_scales_only_the_least_and_the_largest_are_named(make_snapshot):
    scales = [0.25, *[0.5] * 10, 4.0]
    told = legend_of(make_snapshot((16, *[4] * 11, 10)), scales)[-1]
    assert told.count("0.50") == 10 and "…" not in told
    told = legend_of(make_snapshot((16, *[4] * 12, 10)), [*scales, 0.75])[-1]
    assert told == "full colour at |w| = 0.25 … 4.0 (gaps 1–13)"


def test_a_network_without_hidden_layers_has_one_gap_and_one_line_for_it(make_snapshot):
    snapshot = make_snapshot((256, 10))
    layout = make_layout(snapshot.sizes, 1400, 506, THEME)
    marks = edge_text_marks(layout, THEME, (), choose_by_signal(snapshot, layout, 3))
    assert len(marks) == 1 and marks[0].text.startswith("drawn 30 of 2,560 · ")


@pytest.mark.parametrize(("sign", "first"), [(1, "+ drawn "), (-1, "− drawn "), (0, "drawn ")])
def test_where_only_one_sign_is_drawn_it_is_named(make_snapshot, sign, first):
    snapshot = make_snapshot((256, 10))
    choice = replace(choose_by_signal(snapshot, make_layout((256, 10), 800, 506, THEME)), sign=sign)
    assert words(snapshot, choice=choice)[0].startswith(first)


# --- numbers that nobody computed, and what is not seen


def test_a_scale_that_nobody_computed_is_not_told(make_snapshot):
    snapshot = make_snapshot((256, 12, 8, 10))
    layout = make_layout(snapshot.sizes, 1400, 506, THEME)
    nothing = no_edges(choose_by_signal(snapshot, layout), "change")
    edges = edge_marks(weights(snapshot), "change", nothing, layout, Scales(3), THEME)
    told = words(snapshot, edges, nothing, (1400, 506))
    assert "|ΔW|" in told and not any("full colour" in line for line in told)
    # One of three gaps has none.
    scales = scales_of(0.5, 0.25, 0.0, kind="change")
    edges = edge_marks(weights(snapshot), "change", nothing, layout, scales, THEME)
    assert "full colour at |ΔW| = 0.50  0.25  – (gaps 1–3)" in words(snapshot, edges, nothing, (1400, 506))


def test_connections_of_one_weight_that_are_drawn_alike_say_that_their_colour_is_a_sign(make_snapshot):
    snapshot = make_snapshot((256, 10))
    layout = make_layout(snapshot.sizes, 1400, 506, THEME)
    choice = choose_by_signal(snapshot, layout)
    edges = edge_marks(weights(snapshot), "weight", choice, layout, Scales(1), THEME)
    told = [mark.text for mark in edge_text_marks(layout, THEME, edges, choice, highlighted=225)]
    assert "|w|: the sign alone" in told


# --- where it all stands


@pytest.fixture(params=["en", "zh_CN"])
def language(request, qapp):
    translator = QTranslator()
    if request.param != "en":
        assert translator.load(str(ROOT / "assets/translations/backlight_zh_CN.qm"))
        qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def boxes(marks, strips, theme):
    """(left, top, right, bottom, text) of every line and strip."""
    found = [(s.rect.x, s.rect.y, s.rect.x + s.rect.width, s.rect.y + s.rect.height, "strip") for s in strips]
    for mark in marks:
        width, height = text_width(mark.text, mark.role, theme), line_height(mark.role, theme)
        left = mark.x - {"left": 0, "centre": 0.5, "right": 1}[mark.align] * width
        found.append((left, mark.y - 0.7 * height, left + width, mark.y + 0.2 * height, mark.text))
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(800, 498), (816, 388), (580, 388), (1400, 700)])
@pytest.mark.parametrize("sizes", [(256, 32, 16, 10), (256, 64, 64, 64, 10), (2, 8, 3)])
def test_nothing_that_explains_lies_over_another(make_snapshot, language, size, scale, sizes):
    theme = fitting_theme(*size, Theme(scale=scale))
    snapshot = make_snapshot(sizes, x=np.ones(sizes[0]))
    layout = make_layout(sizes, *size, theme, inputs=(2, 1) if sizes[0] == 2 else None)
    choice = choose_by_signal(snapshot, layout)
    every = scales_of(*[0.25] * (len(sizes) - 1), kind="weight")
    marks = edge_marks(weights(snapshot), "weight", choice, layout, every, theme)
    gradient = edge_marks(weights(snapshot), "gradient", choice, layout, [0.25] * (len(sizes) - 1), theme)
    one, other = LegendSide(marks, choice), LegendSide(gradient, choice)
    highlighted = LegendSide(marks[:2], choice, highlighted=300)
    folded = folded_legend(("fill", "ring", "arc", "bar"), layout, theme)
    for sides in ((one,), (one, other), (highlighted,)):
        legend = edge_legend(layout, theme, sides, True, 1.0)
        found = boxes((*legend.texts, folded), legend.strips, theme)
        for i, (left, top, right, bottom, text) in enumerate(found):
            assert left >= 0 and right <= size[0] + 1 and bottom <= size[1], text
            for a, b, c, d, other_text in found[:i]:
                apart = right <= a + 0.5 or c <= left + 0.5 or bottom <= b or d <= top
                assert apart, (text, other_text)


def test_a_scale_of_two_networks_says_so_however_little_room_there_is(make_snapshot):
    snapshot = make_snapshot((256, 4, 4, 10))
    layout = make_layout(snapshot.sizes, 560, 340, THEME)
    choice = choose_by_signal(snapshot, layout)
    scales = scales_of(0.07, 0.47, 0.73, kind="weight")
    edges = edge_marks(weights(snapshot), "weight", choice, layout, scales, THEME)
    for width in (400.0, 250.0):
        narrow = replace(layout.legend, width=width, height=line_height("caption", THEME))
        given = replace(layout, legend=narrow), THEME, edges, choice, True, False
        texts = [mark.text for mark in edge_text_marks(*given, shared=True)]
        assert any(text.startswith("A and B: ") and "0.070" in text for text in texts)
        assert not any("A and B" in mark.text for mark in edge_text_marks(*given))
    # Beside the gradient's picture, too.
    side = LegendSide(edges, choice, shared=True)
    legend = edge_legend(layout, THEME, [side, side])
    assert sum(text.text.startswith("A and B: |w| = 0.070") for text in legend.texts) == 2
