"""Every kind of mark that is on screen has a row, with the numbers that are in force; none that is not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo, Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.arc_marks import arc_marks
from gui.network.marks.edge_choice import choose_by_signal
from gui.network.marks.edge_legend import LegendSide
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import weights
from gui.network.marks.kernel_marks import KernelMarks
from gui.network.marks.legend_rows import MarksShown, folded_legend, legend_names, legend_rows
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.pulse_marks import pulse_marks
from gui.network.marks.ribbon_marks import ribbon_marks
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact
from tests.core.small_snapshots import with_trace

THEME = Theme()
REST = AnimationState()
SIZES = (64, 8, 6, 4)


def shown_of(snapshot: Snapshot, animation: AnimationState = REST, budget: int | None = 16) -> MarksShown:
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    scales = Scales(len(snapshot.connections), n_layers=len(snapshot.activations))
    scales.update_from_snapshot(snapshot)
    scales.update(weights(snapshot).by_group())
    choice = choose_by_signal(snapshot, layout, budget)
    edges = edge_marks(weights(snapshot), "weight", choice, layout, scales, THEME)
    return MarksShown(
        snapshot,
        layout,
        (LegendSide(edges, choice),),
        neuron_marks(snapshot, layout, animation, scales, THEME),
        arc_marks(snapshot, layout, animation, scales, THEME, "weight"),
        None,
        float("nan"),
        pulse_marks(snapshot, choice, layout, animation, scales),
    )


def words_of(shown: MarksShown) -> dict[str, str]:
    return {row.key: row.words for row in legend_rows(shown)}


def test_fill_and_ring_name_each_layers_own_scale(make_snapshot) -> None:
    snapshot = make_snapshot(SIZES, seed=2)
    words = words_of(shown_of(snapshot))
    full = [float(np.abs(a).max()) for a in snapshot.trace.a[:-1]]
    assert f"to {compact(full[0])}, {compact(full[1])}, 1.0 (full)" in words["neuron_fill"]
    # What the largest would be with an output that is wrong by 1.
    times = 1 / np.abs(snapshot.trace.delta[-1]).max()
    widest = [compact(float(np.abs(delta).max() * times)) for delta in snapshot.trace.delta]
    assert f"1.0 px near 0 to 3.2 px at |δ| = {', '.join(widest)}" in words["neuron_ring"]
    assert words["bar"] == "y from 0 to 1"


@pytest.mark.parametrize("sizes", [SIZES, (64, 400, 6, 4)])
def test_rings_of_a_batch_are_called_its_mean(make_snapshot, sizes) -> None:
    shown = shown_of(make_snapshot(sizes, seed=2))
    alone = words_of(shown)["neuron_ring"]
    assert alone.startswith("δ, ")
    assert words_of(replace(shown, rings_of_batch=True))["neuron_ring"] == f"the batch’s mean {alone}"


def test_a_layer_without_rings_keeps_its_place_among_the_numbers(make_snapshot) -> None:
    snapshot = make_snapshot((64, 8, 6, 5, 4), seed=2)
    deltas = [delta.copy() for delta in snapshot.trace.delta]
    # All of layer 2 is dead.
    deltas[1][:] = 0
    words = words_of(shown_of(with_trace(snapshot, delta=deltas)))["neuron_ring"]
    numbers = words.split("|δ| = ")[1].split(", by layer")[0].split(", ")
    times = 1 / np.abs(deltas[-1]).max()
    expected = [compact(float(np.abs(delta).max() * times)) for delta in deltas]
    assert numbers == [expected[0], "–", *expected[2:]]


def test_a_layer_without_arcs_keeps_its_place_among_the_numbers(snapshot_of_architecture) -> None:
    # 12 neurons cannot be added to 8: the second layer has no residual connection.
    snapshot = snapshot_of_architecture(Architecture.dense((12, 8, 8, 8), "relu", skip=True))
    assert snapshot.skips == (False, False, True, True, False)
    scales = [compact(float(np.abs(a).max())) for a in snapshot.trace.a[1:3]]
    assert f"full colour at |a| = –, –, {', '.join(scales)}, by layer" in words_of(shown_of(snapshot))["arc"]


def test_what_is_not_on_screen_has_no_row(make_snapshot) -> None:
    waiting = AnimationState("forward", 0, 0.5, revealed=0, deltas_from=9)
    words = words_of(shown_of(make_snapshot(SIZES), waiting))
    assert "neuron_fill" not in words and "neuron_ring" not in words and "disc" in words
    words = words_of(shown_of(make_snapshot(SIZES, label=None)))
    assert "neuron_ring" not in words and not {"disc", "dart", "arc", "tile", "map", "badge"} & set(words)


@pytest.mark.parametrize(
    ("phase", "gap", "largest", "smallest"), [("forward", 0, 6.5, 1.5), ("backward", 1, 9, 2)]
)
def test_the_smallest_size_of_what_travels_is_told_and_how_many_of_how_many(
    make_snapshot, phase, gap, largest, smallest
) -> None:
    snapshot = make_snapshot((256, 40, 30, 10), seed=1)
    shown = shown_of(snapshot, AnimationState(phase, gap, 0.5))
    pulses = shown.pulses
    assert pulses is not None and pulses.total > pulses.x.size == 200
    (scale,) = pulses.scales
    least = scale * (smallest / largest) ** 2
    words = words_of(shown)["disc" if phase == "forward" else "dart"]
    assert f"the largest for {compact(scale)} or more, the smallest for {compact(least)} or less" in words
    assert f"200 of {pulses.total:,} travel" in words
    # Exactly there the sizes stop being the number.
    assert (np.abs(pulses.value[pulses.radius <= smallest]) <= least * 1.001).all()


def test_a_sample_of_the_arcs_is_counted(snapshot_of_architecture) -> None:
    snapshot = snapshot_of_architecture(Architecture.dense((100, 100), "relu", skip=True))
    shown = shown_of(snapshot)
    (arcs,) = shown.arcs
    assert (arcs.neuron.size, arcs.total) == (64, 100)
    scale = compact(float(np.abs(snapshot.trace.a[0]).max()))
    words = words_of(shown)["arc"]
    assert f"full colour at |a| = {scale}" in words and "drawn 64 of 100" in words


def test_signs_of_what_is_beyond_or_broken_are_counted(make_snapshot) -> None:
    shown = shown_of(make_snapshot(SIZES))
    first = shown.neurons[0]
    value = first.value.copy()
    value[:2] = 3 * first.full
    broken = np.zeros(8, bool)
    broken[3] = True
    shown = replace(shown, neurons=(replace(first, value=value, broken=broken), *shown.neurons[1:]))
    assert words_of(shown)["badge"] == "+: 2 beyond the full colour · !: 1 NaN or infinite"
    assert "sign" in legend_names(shown)
    # After a divergence no a is shown, and the sign is told all the same.
    nothing = np.full(8, np.nan)
    broken_all = replace(first, value=nothing, delta=nothing, ring=np.zeros(8), broken=np.ones(8, bool))
    assert words_of(replace(shown, neurons=(broken_all,)))["badge"] == "!: 8 NaN or infinite"


def test_of_many_layers_the_least_and_the_largest_scale_are_named(snapshot_of_architecture) -> None:
    shown = shown_of(snapshot_of_architecture(Architecture.dense((6,) * 12, "tanh")))
    full = [marks.full for marks in shown.neurons]
    assert f"{compact(min(full))} … {compact(max(full))}" in words_of(shown)["neuron_fill"]


def test_translucent_lines_are_told(make_snapshot) -> None:
    shown = shown_of(make_snapshot((256, 32, 16, 10)), budget=None)
    opacity = shown.sides[0].edges[0].opacity
    assert opacity < 1
    assert f"gap 1 translucent, {100 * opacity:.0f} % opaque" in words_of(shown)["scale"]


def test_numbers_as_inputs_and_outputs_name_their_ranges(make_snapshot) -> None:
    points = np.zeros((7, 1)), np.zeros((7, 1))
    data = DataInfo(DatasetSpec("line", "sine"), (), None, 5.0, input_scales=np.array([2.0]), points=points)
    data = replace(data, train_count=50)
    snapshot = replace(make_snapshot((1, 3, 1), label=None), data=data)
    layout = make_layout((1, 3, 1), 800, 506, THEME, inputs=(1, 1))
    words = words_of(replace(shown_of(snapshot), layout=layout, snapshot=snapshot))
    assert words["input"].startswith("|x| from 0 to 2.0") and "7 of 50 training" in words["map"]


@pytest.mark.parametrize(("width", "said"), [(2000, "Legend: input, fill, ring, bar ▴"), (300, "Legend ▴")])
def test_folded_it_is_one_line_with_as_many_names_as_there_is_room_for(make_snapshot, width, said) -> None:
    snapshot = make_snapshot(SIZES)
    layout = make_layout(SIZES, width, 506, THEME)
    mark = folded_legend(legend_names(shown_of(snapshot)), layout, THEME)
    assert mark.text == said and mark.x == layout.marks_line.x
    # In a picture that is kept nothing unfolds.
    kept = folded_legend(legend_names(shown_of(snapshot)), layout, THEME, is_kept=True)
    assert kept.text == said.removesuffix(" ▴")


def test_the_names_in_the_line_are_those_of_the_rows(make_snapshot, snapshot_of_architecture) -> None:
    waiting = AnimationState("forward", 0, 0.5, revealed=0, deltas_from=9)
    for shown in (
        shown_of(make_snapshot(SIZES)),
        shown_of(make_snapshot(SIZES), waiting),
        shown_of(make_snapshot(SIZES, label=None)),
        shown_of(snapshot_of_architecture(Architecture.dense((8,) * 3, "relu", skip=True))),
        shown_of(snapshot_of_architecture(Architecture.dense((6,) * 80, "tanh"))),
    ):
        rows = [row for row in legend_rows(shown) if row.key not in ("scale", "disc", "dart")]
        assert list(legend_names(shown)) == [row.name for row in rows]


def test_how_many_a_neuron_are_drawn_is_told_where_it_is_fewer_than_asked_for(make_snapshot) -> None:
    shown = shown_of(make_snapshot(SIZES))
    (side,) = shown.sides
    assert side.choice is not None and "at most" not in words_of(shown).get("scale", "")
    fewer = replace(side, choice=replace(side.choice, most=13))
    assert "13 a neuron at most" in words_of(replace(shown, sides=(fewer,)))["scale"]


def test_by_what_the_weights_are_chosen_is_told_where_some_are_left_out(make_snapshot) -> None:
    told = "|w|: drawn where |a·w| is largest, and not where it is 0"
    assert words_of(shown_of(make_snapshot(SIZES), budget=2))["scale"].startswith(told)
    every = words_of(shown_of(make_snapshot(SIZES), budget=None))
    assert told not in every.get("scale", "")


def test_a_kernels_mean_names_the_penalties_that_its_picture_has(make_snapshot) -> None:
    shown = shown_of(make_snapshot(SIZES, seed=2))
    one, values = np.zeros(1, np.intp), np.ones((1, 3, 3))
    of_kernels = np.zeros(1), np.zeros(1), 3.0, values, np.ones((1, 3, 3, 3)), 0.5
    kernels = (KernelMarks("mean_gradient", 0, 1, one, one, *of_kernels),)
    assert words_of(replace(shown, kernels=kernels))["kernel"].endswith("the batch’s mean")
    sides = tuple(replace(side, penalties=("l1",)) for side in shown.sides)
    assert words_of(replace(shown, kernels=kernels, sides=sides))["kernel"].endswith("mean, with L1")
    sides = tuple(replace(side, clipped=True) for side in sides)
    words = words_of(replace(shown, kernels=kernels, sides=sides))["kernel"]
    assert words.endswith("mean, with L1, before clipping")


def test_connections_and_arcs_have_the_kind_of_number_that_is_on_screen(
    make_snapshot, snapshot_of_architecture
) -> None:
    shown = shown_of(make_snapshot((256, 32, 16, 10)), budget=None)
    for kind in ("weight", "signal", "gradient", "mean_gradient", "change"):
        sides = tuple(
            replace(side, edges=tuple(replace(group, kind=kind) for group in side.edges))
            for side in shown.sides
        )
        assert [row.kind for row in legend_rows(replace(shown, sides=sides)) if row.key == "scale"] == [kind]
    shown = shown_of(snapshot_of_architecture(Architecture.dense((9, 9), "relu", skip=True)))
    for backwards, kind in ((False, "signal"), (True, "gradient")):
        arcs = tuple(replace(own, backwards=backwards) for own in shown.arcs)
        assert [row.kind for row in legend_rows(replace(shown, arcs=arcs)) if row.key == "arc"] == [kind]


def test_that_scales_are_locked_is_not_claimed_of_the_widths_of_ribbons(
    make_snapshot, snapshot_of_architecture
) -> None:
    locked = replace(shown_of(make_snapshot(SIZES)), locked_of=lambda _: (240,))
    words = "full colours and widths stay as they were"
    assert legend_rows(locked)[0].words == f"{words}: at update 240"
    layers = (Conv2d(3, 3, padding=1, picture=(6, 6)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=5), n_in=36)
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(6, 6), topology=snapshot.topology)
    ribbons = ribbon_marks(snapshot, layout, REST, THEME, "signal")
    row = legend_rows(replace(locked, ribbons=ribbons))[0]
    assert row.words == f"{words}, but for the widths of ribbons: at update 240"


def test_of_locked_scales_each_is_named_with_its_update_where_they_differ(make_snapshot) -> None:
    shown = shown_of(make_snapshot(SIZES))
    known = {"weight": (240,), "activation": (240,), "delta": (200, 1_240)}
    words = legend_rows(replace(shown, locked_of=lambda kind: known.get(kind, ())))[0].words
    assert words == (
        "full colours and widths stay as they were: |w|: at update 240 · a: at update 240 · δ: at updates 200, 1,240"
    )
