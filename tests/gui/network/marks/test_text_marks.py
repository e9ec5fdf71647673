"""The words of the picture: what they say, and that they have room."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.analysis.neuron_statistics import NeuronStatistics
from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import fitting_theme, make_layout
from gui.network.geometry.text_width import line_height, text_width
from gui.network.marks.edge_choice import choose_by_gradient
from gui.network.marks.edge_legend import edge_text_marks
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import ConnectionValues
from gui.network.marks.neuron_marks import bar_marks
from gui.network.marks.scales import Scales
from gui.network.marks.text_marks import Words, bar_text_marks, text_marks
from gui.theme.tokens import Theme
from tests.core.small_snapshots import changed, with_kinds
from tests.core.small_snapshots import snapshot_of as take

REST = AnimationState()


def words(snapshot, animation=REST, theme=None, size=(800, 506), edges=(), choice=None, **lines):
    theme = fitting_theme(*size, theme or Theme())
    layout = make_layout(snapshot.sizes, *size, theme)
    marks = text_marks(snapshot, layout, animation, theme, Words(**lines))
    return [mark.text for mark in (*marks, *edge_text_marks(layout, theme, edges, choice))]


def with_answer(snapshot, y, label):
    """The same snapshot with outputs set by hand."""
    a = (*snapshot.trace.a[:-1], np.array(y))
    z = (*snapshot.trace.z[:-1], np.array(y))
    loss = None if label is None else float(-np.log(y[label]))
    trace = changed(snapshot.trace, a=a, z=z, loss=loss)
    return replace(snapshot, trace=trace, example=replace(snapshot.example, label=label))


def test_c_is_written_with_the_right_answers_index(make_snapshot):
    y = [0.0] * 10
    y[5], y[3] = 0.5434, 0.4566
    snapshot = with_answer(make_snapshot(label=5), y, 5)
    # −ln 0.5434 = 0.6099...
    assert "C = −ln y₅ = 0.61" in words(snapshot)


@pytest.mark.parametrize("label,expected", [(5, "says 3, is 5"), (3, "says 3: right"), (None, "says 3")])
def test_the_answer_is_also_said_in_words(make_snapshot, label, expected):
    y = [0.01] * 10
    y[3] = 0.91
    snapshot = with_answer(make_snapshot(label=label), y, label)
    assert expected in words(snapshot)


@pytest.mark.parametrize(
    ("label", "is_shuffled", "expected"),
    [
        (5, False, "no single largest y, it is 5"),
        (5, True, "no single largest y, label 5 (shuffled)"),
        (None, False, "no single largest y: no answer"),
    ],
)
def test_of_equal_outputs_none_is_called_the_answer(make_snapshot, label, is_shuffled, expected):
    snapshot = with_answer(make_snapshot(label=label), [0.1] * 10, label)
    snapshot = replace(snapshot, example=replace(snapshot.example, is_shuffled=is_shuffled))
    text = words(snapshot)
    assert expected in text and not any(line.startswith("says") for line in text)


def test_two_outputs_that_share_the_largest_y_are_no_answer_but_z_may_part_them(make_snapshot):
    y = [0.05] * 10
    y[2] = y[7] = 0.3
    snapshot = with_answer(make_snapshot(label=7), y, 7)
    assert "no single largest y, it is 7" in words(snapshot)
    # Both round to 1 in single precision.
    y[2] = y[7] = 1.0
    z = np.zeros(10)
    z[2], z[7] = 30.0, 31.0
    snapshot = with_answer(snapshot, y, 7)
    snapshot = replace(snapshot, trace=changed(snapshot.trace, z=(*snapshot.trace.z[:-1], z)))
    assert "says 7: right" in words(snapshot)


def test_without_a_right_answer_the_picture_says_that_there_is_no_c(make_snapshot):
    text = words(make_snapshot(label=None), place="1 of 60,000 in L")
    assert " ".join(text).count("No right answer known: no C.") == 1
    assert not any("C =" in line or "in L" in line for line in text)


def test_a_blank_canvas_is_told_in_words(make_snapshot):
    snapshot = make_snapshot(x=np.zeros(256), origin="drawing", index=None, label=None)
    assert "blank: no answer" in words(snapshot)


def test_before_the_signal_arrives_nothing_is_said(make_snapshot):
    text = words(make_snapshot(), AnimationState("forward", 0, 0.5, revealed=0, loss_shown=False))
    assert not any(line.startswith(("says", "C =")) for line in text)


@pytest.mark.parametrize("count,head", [(1, "1 neuron"), (2, "2 neurons"), (500, "500 neurons")])
def test_a_column_says_how_many_neurons_it_has(make_snapshot, count, head):
    assert head in words(make_snapshot((256, count, 10)))


def test_a_residual_layer_is_called_so(make_snapshot):
    snapshot = make_snapshot((256, 20, 20, 10))
    assert "20, residual" not in words(snapshot)
    text = words(with_kinds(snapshot, skips=(False, True, False)))
    assert "20 neurons" in text and "20, residual" in text


def test_a_band_says_how_many_neurons_it_holds(make_snapshot):
    snapshot = make_snapshot((256, 500, 10))
    shown = make_layout(snapshot.sizes, 800, 506, Theme()).layers[0].shown.size
    assert {f"+{500 - shown}", f"{500 - shown} more"} & set(words(snapshot))


@settings(max_examples=30, deadline=None)
@given(
    depth=st.integers(0, 8),
    width=st.floats(640, 2000),
    height=st.floats(340, 1200),
    scale=st.floats(0.8, 2),
)
def test_no_line_of_text_runs_into_another(make_snapshot, depth, width, height, scale):
    snapshot = make_snapshot((256, *([8] * depth), 10))
    theme = fitting_theme(width, height, Theme(scale=scale))
    layout = make_layout(snapshot.sizes, width, height, theme)
    scales = Scales(depth + 1)
    scales.update(snapshot.weights, "gradient")
    gradient = ConnectionValues(snapshot.connections, snapshot.trace.gradient)
    choice = choose_by_gradient(gradient, layout)
    edges = edge_marks(gradient, "gradient", choice, layout, scales, theme)
    lines = Words("test digit 9,999, a 5 · watched, not trained on", "n" * 60, "1 of 60,000 in L")
    marks = text_marks(snapshot, layout, REST, theme, lines)
    marks += edge_text_marks(layout, theme, edges, choice)
    marks += bar_text_marks(bar_marks(snapshot, layout, REST), layout, theme)
    boxes = []
    for mark in marks:
        wide = text_width(mark.text, mark.role, theme, mark.bold)
        left = {"left": mark.x, "right": mark.x - wide, "centre": mark.x - wide / 2}[mark.align]
        boxes.append(
            (left, mark.y - 0.7 * line_height(mark.role, theme) / 1.4, left + wide, mark.y, mark.text)
        )
    for i, (left, top, right, bottom, text) in enumerate(boxes):
        assert left >= -1 and right <= width + 1, text
        assert top >= 0 and bottom <= height, text
        for left2, top2, right2, bottom2, text2 in boxes[i + 1 :]:
            apart = right <= left2 + 1 or right2 <= left + 1 or bottom <= top2 + 1 or bottom2 <= top + 1
            assert apart, (text, text2)


def test_the_right_answers_name_is_bold(make_snapshot):
    snapshot = make_snapshot(label=4)
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    marks = bar_text_marks(bar_marks(snapshot, layout, REST), layout, Theme())
    assert [mark.text for mark in marks if mark.bold] == ["4"]
    assert len(marks) == 20


def test_answers_that_stand_too_close_are_named_only_where_it_matters(make_snapshot):
    snapshot = make_snapshot((16, 40), label=0)
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    marks = bar_text_marks(bar_marks(snapshot, layout, REST), layout, Theme())
    said = str(np.argmax(snapshot.trace.a[-1]))
    assert {mark.text for mark in marks if "." not in mark.text} <= {"0", said}


@pytest.mark.parametrize(
    ("hidden", "size"),
    [((32,) * 100, (800, 506)), ((16,) * 21, (816, 560)), ((1000, 1000, 8, 8, 8), (300, 300))],
    ids=["cells", "neurons", "one count too wide"],
)
def test_among_the_numbers_of_close_layers_no_count_of_neurons_is_told(
    snapshot_of_architecture, hidden, size
):
    snapshot = snapshot_of_architecture(Architecture.dense(hidden, skip=len(hidden) > 50, skip_scale=0.1))
    theme = fitting_theme(*size, Theme())
    layout = make_layout(snapshot.sizes, *size, theme)
    marks = text_marks(snapshot, layout, REST, theme)
    # Heads stand in one row; each tells the number of the layer that it stands over.
    heads = [mark for mark in marks if mark.y == layout.caption_y and mark.text.isdigit()]
    assert len(heads) >= 2
    for head in heads:
        column = layout.layers[int(head.text) - 1]
        assert head.x == (column.left + column.right) / 2


@pytest.mark.parametrize("hidden", [40, 100])
def test_behind_many_layers_there_is_room_for_the_last_edges(hidden):
    layout = make_layout((256, *(32,) * hidden, 10), 800, 506, Theme())
    for gap in (0, hidden):
        left, right = layout.gap_bounds(gap)
        assert right - left > 15
    apart = np.diff([float(column.x[0]) for column in layout.layers[:-1]])
    assert np.ptp(apart) < 1e-9


def test_a_long_verdict_is_not_written_over_the_title_of_the_outputs() -> None:
    for names in (("a", "b"), ("Iris-setosa, of the far shores", "Iris-versicolor, of the blue flags")):
        data = DataInfo(DatasetSpec("own", path="a"), names, None, input_scales=np.ones(3))
        network = Architecture.dense((6,), "tanh", 3).with_outputs(2).network((3,))
        snapshot = take(network, np.ones(3, np.float32), 0, data=data)
        layout = make_layout(snapshot.sizes, 640, 400, Theme(), inputs=(3, 1), names=names)
        marks = text_marks(snapshot, layout, AnimationState(), Theme())
        (says,) = (mark for mark in marks if mark.text.startswith("says "))
        titles = [mark for mark in marks if mark.text == "y" and mark.italic]
        assert all(title.x + 6 < says.x for title in titles)
        assert bool(titles) == (len(names[0]) == 1)


def test_a_long_verdict_leaves_the_head_of_the_last_hidden_layer_as_it_is() -> None:
    names = tuple(f"{number}{'x' * 60}" for number in range(7))
    data = DataInfo(DatasetSpec("own", path="a"), names, None, input_scales=np.ones(3))
    network = Architecture.dense((20, 20), "relu", 3, skip=True).with_outputs(7).network((3,))
    snapshot = take(network, np.ones(3, np.float32), 0, data=data)
    theme = Theme()
    layout = make_layout(snapshot.sizes, 776, 374, theme, inputs=(3, 1), names=names)
    marks = text_marks(snapshot, layout, AnimationState(), theme)
    (says,) = (mark for mark in marks if mark.text.startswith("says "))
    (head,) = (mark for mark in marks if "residual" in mark.text)
    assert head.x + text_width(head.text, "caption", theme) / 2 + theme.px(8) < says.x


def test_the_title_has_all_the_room_that_the_walkthroughs_words_leave() -> None:
    # So low that both share a line.
    layout = make_layout((256, 32, 10), 816, 388, Theme())
    snapshot = take(Architecture.dense((32,)).with_outputs(10).network((256,)), np.ones(256, np.float32), 1)
    title = "test digit 8,506, a 9: watched, not trained on"
    shown = [
        [mark.text for mark in text_marks(snapshot, layout, AnimationState(), Theme(), Words(title, said))]
        for said in ("", "n" * 60)
    ]
    assert title in shown[0] and title not in shown[1]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_collapsed_groups_of_many_layers_keep_apart_with_their_words(scale: float) -> None:
    theme, hidden = fitting_theme(967, 430, Theme(scale=scale)), (32,) * 20
    snapshot = take(Architecture.dense(hidden).with_outputs(10).network((256,)), np.ones(256, np.float32), 1)
    layout = make_layout((256, *hidden, 10), 967, 430, theme)
    groups = [column.collapsed_group for column in layout.layers if column.collapsed_group is not None]
    assert scale == 1.0 or len(groups) == 20
    for left, right in pairwise(groups):
        assert left.x + left.width < right.x
    words = text_marks(snapshot, layout, AnimationState(), theme, Words("", ""))
    for group in groups:
        (said,) = (mark for mark in words if mark.align == "centre" and group.contains(mark.x, mark.y))
        assert text_width(said.text, "tick", theme) <= group.width, said.text


def test_a_shuffled_label_is_no_right_answer(make_snapshot) -> None:
    y = np.zeros(10, np.float32)
    y[4] = 1.0
    for label, is_shuffled, expected in (
        (4, False, "says 4: right"),
        (4, True, "says 4, label 4 (shuffled)"),
        (3, False, "says 4, is 3"),
        (3, True, "says 4, label 3 (shuffled)"),
    ):
        snapshot = with_answer(make_snapshot(), y + 1e-9, label)
        snapshot = replace(snapshot, example=replace(snapshot.example, is_shuffled=is_shuffled))
        assert expected in words(snapshot)


def test_heads_of_neighbours_stand_apart_and_say_less_instead(snapshot_of_architecture) -> None:
    snapshot = snapshot_of_architecture(Architecture((Dense(32), Dense(16), Dense(10, "softmax")), seed=3))
    flat = (np.ones(32), np.ones(16))
    statistics = NeuronStatistics(1, 3, 100, ("relu", "relu"), flat, (np.zeros((10, 32)), np.zeros((10, 16))))
    for width in range(700, 1000, 5):
        layout = make_layout(snapshot.sizes, width, 318, Theme())
        marks = text_marks(snapshot, layout, REST, Theme(), statistics=statistics)
        heads = [mark for mark in marks if "dead" in mark.text]
        assert len(heads) == 2
        ends = [text_width(mark.text, mark.role, Theme()) / 2 for mark in heads]
        assert heads[1].x - ends[1] - heads[0].x - ends[0] >= 14, (width, [mark.text for mark in heads])


@pytest.mark.parametrize("size", [(777, 374), (815, 318), (1000, 700)])
def test_a_name_of_two_words_is_whole_before_its_bar(snapshot_of_architecture, size) -> None:
    names = ("lemon tree", "rose", "triangle plant")
    snapshot = snapshot_of_architecture(Architecture((Dense(32), Dense(16), Dense(3, "softmax")), seed=3))
    snapshot = replace(snapshot, data=replace(snapshot.data, class_names=names))
    layout = make_layout(snapshot.sizes, *size, Theme(), names=names)
    marks = bar_text_marks(bar_marks(snapshot, layout, REST), layout, Theme())
    assert set(names) <= {mark.text for mark in marks}
    assert (
        all(bar.width >= 40 for bar in layout.bars) and layout.layers[-2].right < layout.layers[-1].left - 40
    )


@pytest.mark.parametrize(("label", "said"), [(5, 6), (6, 5), (0, 1), (8, 9), (2, 7), (5, 5)])
def test_two_answers_side_by_side_in_a_low_picture_do_not_stand_in_each_other(
    make_snapshot, label: int, said: int
) -> None:
    y = np.full(10, 0.01, np.float32)
    y[said] = 0.65
    snapshot, theme = with_answer(make_snapshot((256, 32, 10)), y, label), fitting_theme(773, 184, Theme())
    layout = make_layout(snapshot.sizes, 773, 184, theme)
    marks = bar_text_marks(bar_marks(snapshot, layout, REST), layout, theme)
    # A bar is nearer to the next one than a line is high.
    assert layout.bars[1].y - layout.bars[0].y < 8
    names = [mark for mark in marks if mark.text.isdigit()]
    assert {mark.text for mark in names} == {str(label), str(said)} and len(marks) == 2 * len(names)
    for upper, lower in pairwise(names):
        assert lower.y - upper.y >= theme.type_size("body") - 1e-9
    # Both of a name and its number stand in one line, no further from their bar than half a line.
    for name, number in zip(marks[::2], marks[1::2], strict=True):
        bar = layout.bars[int(name.text)]
        assert name.y == number.y
        middle = name.y - 0.36 * theme.type_size("body")
        assert abs(middle - bar.y - bar.height / 2) < theme.type_size("body") / 2
    # And none in the head, or in C below.
    others = text_marks(snapshot, layout, REST, theme)
    (loss,) = (mark for mark in others if mark.text.startswith("C ="))
    assert layout.caption_y < names[0].y - 0.72 * theme.type_size("body")
    assert names[-1].y <= loss.y - 0.72 * theme.type_size("head")
