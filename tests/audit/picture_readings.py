"""Reads every mark of the network's picture, and computes it again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState, gaps_passed
from gui.network.geometry.shapes import Layout
from gui.network.marks.edge_legend import LegendSide, legend_key
from gui.network.marks.legend_rows import legend_names
from gui.network.marks.mark_types import EdgeMarks, TextMark
from tests.audit.desk import Desk, is_too_large
from tests.audit.number_reading import numbers_in
from tests.audit.reference import Numbers, Passed, Reference, percentile_range, split, value_and_slope
from tests.audit.report import Report

LEVELS = 24
PHASES_OF_GRADIENT = ("backward", "mean", "change")


@dataclass(frozen=True)
class Truth:
    """What is displayed, and all that follows from it."""

    desk: Desk
    snapshot: Snapshot
    reference: Reference
    passed: Passed
    at_rest: bool

    @property
    def layers(self) -> int:
        return len(self.passed.a)

    @property
    def has_gradient(self) -> bool:
        return bool(self.passed.delta)

    @property
    def is_delicate(self) -> bool:
        return self.reference.is_delicate(self.passed)

    @property
    def sent(self) -> list[Numbers]:
        """What the input and each hidden layer send."""
        return [self.passed.x[0], *(a[0] for a in self.passed.a[:-1])]

    @property
    def animation(self) -> AnimationState:
        return self.desk.frame.animation

    @property
    def layout(self) -> Layout:
        return self.desk.frame.context.layout

    @property
    def is_blank(self) -> bool:
        return self.snapshot.example.origin == "drawing" and not self.passed.x.any()

    def values(self, kind: str, update: int) -> list[list[Numbers]]:
        """All that edges of this kind may show, by group; several where a hand changed the same update."""
        shape, run = self.reference.shape, self.snapshot.run
        if kind == "weight":
            states = self.desk.ledger.of(run, update)
            return [split(shape, state.theta.astype(np.float64))[0] for state in states]
        if kind == "signal":
            return [[a[:, None] * W for a, W in zip(self.sent, self.reference.W, strict=True)]]
        if kind == "gradient":
            deltas = [delta[0] for delta in self.passed.delta]
            return [[np.outer(a, d) for a, d in zip(self.sent, deltas, strict=True)]] if deltas else []
        if kind == "mean_gradient":
            edits = self.snapshot.edit_count
            flat = self.desk.mean_gradient(run, update, edits)
            if flat is None and not self.desk.ledger.of(run, update):
                flat = self.desk.gradient_under_way(run)
            return [] if flat is None else [split(shape, flat)[0]]
        changes = []
        for state in self.desk.ledger.of(run, update, self.snapshot.edit_count):
            if state.before is not None:
                change = (state.theta - state.before).astype(np.float64)
                changes.append(split(shape, change)[0])
        return changes


def read_picture(desk: Desk, report: Report, at_rest: bool) -> Truth | None:
    """Everything in the network's picture at this moment; None where the ledger has not kept its state."""
    snapshot = desk.view.displayed_snapshot
    assert snapshot is not None
    state = desk.state_of(snapshot)
    found = desk.truth_of(snapshot, at_rest)
    if state is None or found is None:
        is_unknown = state is None or not is_too_large(state.theta)
        report.is_so(
            "state",
            not (at_rest and is_unknown),
            f"no state is known of run {snapshot.run}, update {snapshot.update}",
        )
        return None
    truth = Truth(desk, snapshot, *found, at_rest)
    report.is_so("θ", np.array_equal(snapshot.parameters, state.theta), "not the engine's at this update")
    report.is_so("epoch", snapshot.epoch == state.epoch, f"{snapshot.epoch}, not {state.epoch}")
    report.array("x", snapshot.trace.x, truth.passed.x[0])
    target, label = desk.target_of(snapshot, at_rest), snapshot.example.label
    if target is not None and target.ndim == 1:
        report.is_so("label", label == int(target[0]), f"{label}, not {target[0]}")
    if at_rest:
        trainer = desk.trainer
        here = desk.engine.number, trainer.step_count, trainer.edit_count
        shown = snapshot.run, snapshot.update, snapshot.edit_count
        report.is_so("moment", shown == here, f"{shown} is displayed at rest, not {here}")
    painted = desk.view.frames_painted
    desk.view.repaint()
    if desk.frame.is_behind or desk.view.frames_painted == painted:
        # What is on screen is the picture of before, as a whole, until the new one is drawn.
        return truth
    read_edges(truth, report)
    read_neurons(truth, report)
    read_bars(truth, report)
    read_words(truth, report)
    read_heads(truth, report)
    read_arcs(truth, report)
    read_pulses(truth, report)
    read_tiles(truth, report)
    read_map(truth, report)
    read_written(truth, report)
    return truth


# --- edges


def read_edges(truth: Truth, report: Report) -> None:
    """Every line: its number, its place, its strength; then what legend and coverage say of them all."""
    desk = truth.desk
    edges = desk.frame.edges
    if desk.view.has_work() or desk.frame.is_behind:
        # A picture is under way: what is on screen is told by the status bar to be of before.
        return
    if truth.at_rest:
        drawn, now = edges.drawn_update, truth.snapshot.update
        report.is_so("edge moment", drawn == now, f"at rest the edges are of update {drawn}, not {now}")
    for part in edges.parts(truth.animation):
        first = part.picture is edges._weights
        update = edges.drawn_update if first else truth.snapshot.update + 1
        for marks in part.picture.drawn_marks:
            _read_lines(truth, report, marks, update)
    for marks in desk.frame.highlighted_marks:
        _read_highlighted(truth, report, marks)
    _read_legend(truth, report)


def _read_lines(truth: Truth, report: Report, marks: EdgeMarks, update: int) -> None:
    if not marks.value.size:
        return
    kind, layout, theme = marks.kind, truth.layout, truth.desk.frame.context.theme
    where = f"{kind} into layer {marks.target_layer} of update {update}"
    _read_sign(truth, report, "edge", marks)
    x, y = layout.units(marks.source_layer)
    report.array("edge place", np.stack([marks.x1, marks.y1]), np.stack([x[marks.source], y[marks.source]]))
    x, y = layout.units(marks.target_layer)
    report.array("edge place", np.stack([marks.x2, marks.y2]), np.stack([x[marks.target], y[marks.target]]))
    if kind == "gradient" and truth.is_delicate:
        return
    candidates = truth.values(kind, update)
    if kind in ("mean_gradient", "change") and not candidates:
        return
    if truth.at_rest:
        candidates = candidates[:1]
    trials = []
    for values in candidates:
        trial = Report()
        whole = values[marks.target_layer - 1]
        slack = 1e-3 * float(np.abs(whole).max(initial=0)) if kind == "mean_gradient" else 0.0
        trial.array(f"edge {kind}", marks.value, whole[marks.source, marks.target], where, within=slack)
        trials.append(trial)
    best = min(trials, key=lambda trial: len(trial.differences), default=None)
    if best is None:
        report.differs(f"edge {kind}", f"{where}: no such numbers are known")
        return
    report.read.update(best.read)
    report.differences += best.differences
    _read_scale(truth, report, marks, candidates[trials.index(best)])
    value = np.asarray(marks.value, np.float64)
    share = np.minimum(1.0, np.abs(value) / marks.scale)
    level = np.where(value == 0, 0, np.maximum(1, np.nan_to_num(share) * LEVELS)) * np.sign(value)
    report.array("edge colour", marks.level, level, where, within=0.51)
    width = np.where(share >= 0.85, 2.0, np.where(share >= 0.6, 1.4, 1.0)) * theme.line_scale
    near = (np.abs(share - 0.85) < 1e-6) | (np.abs(share - 0.6) < 1e-6)
    report.array("edge width", np.where(near, 0, marks.width), np.where(near, 0, width), where)
    report.is_so("edge order", bool(np.all(np.diff(np.abs(value)) >= 0)), f"{where}: not the weakest first")


def _read_highlighted(truth: Truth, report: Report, marks: EdgeMarks) -> None:
    """The lines of a highlighted neuron show the same numbers as the picture behind them."""
    kind = marks.kind
    first = truth.values(kind, truth.desk.frame.edges.drawn_update)
    # In a walkthrough they may be of the update that is told.
    told = (
        truth.values(kind, truth.snapshot.update + 1) if truth.animation.phase in PHASES_OF_GRADIENT else []
    )
    candidates = [*first, *told]
    if not candidates or (kind == "gradient" and truth.is_delicate):
        return
    trials = []
    for candidate in candidates:
        trial, whole = Report(), candidate[marks.target_layer - 1]
        slack = 1e-3 * float(np.abs(whole).max(initial=0)) if kind == "mean_gradient" else 0.0
        own = whole[marks.source, marks.target]
        if kind == "gradient":
            # y is e^z: what single precision leaves open of a sum of large terms, y has as a factor.
            sums = [np.abs(a) @ np.abs(W) for a, W in zip(truth.sent, truth.reference.W, strict=True)]
            slack = 2e-6 * max(float(terms.max(initial=0)) for terms in sums) * np.abs(own)
        trial.array("highlighted edge", marks.value, own, kind, within=slack)
        trials.append(trial)
    best = min(trials, key=lambda trial: len(trial.differences))
    report.read.update(best.read)
    report.differences += best.differences
    neurons = set(truth.desk.frame.highlighted.neurons)
    ends = zip(marks.source.tolist(), marks.target.tolist(), strict=True)
    if not marks.outlined:
        _read_sign(truth, report, "highlighted edge", marks)
        own = all(
            (marks.source_layer - 1, source) in neurons or (marks.target_layer - 1, target) in neurons
            for source, target in ends
        )
        report.is_so("highlighted edge's place", own, f"group {marks.group}")


def _read_sign(truth: Truth, report: Report, what: str, marks: EdgeMarks) -> None:
    """A sign that is hidden of the first picture's numbers is hidden wherever edges show these."""
    edges = truth.desk.frame.edges
    sign = edges.sign if marks.kind == edges.picture else 0
    report.is_so(f"{what}'s sign", not np.any(marks.value * sign < 0), f"{marks.kind}, sign {sign}")


def _read_scale(truth: Truth, report: Report, marks: EdgeMarks, values: list[Numbers]) -> None:
    """What full colour stands for: the 99th percentile of the gap, of the signal the 99.8th."""
    scales = truth.desk.frame.context.scales
    if scales.locked:
        return
    part = 0.998 if marks.kind == "signal" else 0.99
    known = [percentile_range(whole, part) for whole in values]
    own = known[marks.target_layer - 1]
    if any(bool(((whole != 0) & (np.abs(whole) < 1e-30)).any()) for whole in values):
        # What single precision holds for 0, and so does not count, is another number of them.
        return
    if scales.same_for_all:
        some = [both for both in known if both is not None]
        own = (max(least for least, _ in some), max(most for _, most in some)) if some else None
    wanted = np.nan if own is None else np.clip(np.float64(marks.scale), *own)
    report.array("scale", [marks.scale], [wanted], f"{marks.kind}, {marks.target_layer}")


def _read_legend(truth: Truth, report: Report) -> None:
    """What each legend on screen says: the scales of its lines, and how many of how many are drawn."""
    frame = truth.desk.frame
    sides = frame._legend_sides()
    names = legend_names(frame._marks_shown(sides))
    if frame._legend_key != legend_key(sides, names, gaps_passed(frame.animation, frame.context.layout)):
        return
    lines = [m.text for m in frame.nodes.legend.texts if m.align == "left" and m.text not in ("+", "−")]
    lines = [" ".join(lines)] if len(sides) == 1 else lines
    coverage = next((m.text for m in frame.nodes.legend.texts if m.align == "right"), "")
    for side, line in zip(sides, lines, strict=False):
        if not any(group.value.size for group in side.edges) or "…" in line + coverage:
            continue
        _read_side(truth, report, side, line, coverage)
    _read_gaps(truth, report, sides)


def _read_side(truth: Truth, report: Report, side: LegendSide, line: str, coverage: str) -> None:
    gaps = sorted({(g.source_layer, g.target_layer): g.scale for g in side.edges}.items())
    scales = [scale for _, scale in gaps]
    wanted = [scale for scale in scales if not np.isnan(scale)]
    wanted = wanted[:1] if len(set(scales)) == 1 else wanted
    before, _, counts = line.partition(" · ")
    if "=" in before:
        told = numbers_in(re.split("[(（]", before.rpartition("=")[2])[0])
        # The legend is written anew when a scale has changed in its second figure.
        so = len(told) == len(wanted)
        so = so and all(n.agrees(scale, 0.06 * scale) for n, scale in zip(told, wanted, strict=True))
        report.is_so("legend", so, f"{line!r}, not {scales}")
    told = numbers_in(counts or coverage)
    if truth.layout.clip is not None and not counts and len(told) > 2:
        seen, *told = told
        report.is_so("in view", 0 <= seen.value <= told[0].value, coverage)
    if not told:
        return
    if side.highlighted:
        drawn = {
            (g.group, *ends)
            for g in side.edges
            for *ends, value in zip(g.source.tolist(), g.target.tolist(), g.value.tolist(), strict=True)
            if value != 0
        }
        total = sum(_connections_of(truth, *neuron) for neuron in truth.desk.frame.highlighted.neurons)
        so = [n.value for n in told] == [len(drawn), total]
        report.is_so("highlighted", so, f"{counts or coverage!r}, not {len(drawn)} of {total}")
        return
    sizes = truth.reference.shape.sizes
    total = sum(a * b for a, b in zip(sizes[:-1], sizes[1:], strict=True))
    drawn_count = sum(group.value.size for group in side.edges)
    so = [n.value for n in told[:2]] == [drawn_count, total]
    report.is_so("drawn", so, f"{counts or coverage!r}, not {drawn_count} of {total}")
    shares = _shares_of(truth, side.edges)
    if shares is not None and len(told) > 2 and "%" in told[2].text:
        known = [share for share in shares if share is not None]
        share = float(np.mean(known)) if known else np.nan
        report.is_so("coverage", told[2].agrees(share, 2e-3), f"{counts or coverage!r}, not {share:.5f}")


def _connections_of(truth: Truth, layer: int, _: int) -> int:
    """How many lead to a neuron and from it."""
    sizes = truth.reference.shape.sizes
    return sizes[layer] + (sizes[layer + 2] if layer + 2 < len(sizes) else 0)


def _shares_of(truth: Truth, marks: Sequence[EdgeMarks]) -> list[float | None] | None:
    """What part of each gap these lines are, of the signal where they show weights; None where that is not known."""
    edges = truth.desk.frame.edges
    kind = marks[0].kind
    first = marks is edges._weights.drawn_marks
    candidates = truth.values(
        "signal" if kind == "weight" else kind, edges.drawn_update if first else truth.snapshot.update + 1
    )
    if not candidates or (kind == "gradient" and truth.is_delicate):
        return None
    sums = [np.abs(whole).sum() for whole in candidates[0]]
    parts = [np.abs(candidates[0][m.target_layer - 1][m.source, m.target]).sum() for m in marks]
    return [part / whole if whole > 0 else None for part, whole in zip(parts, sums, strict=True)]


def _read_gaps(truth: Truth, report: Report, sides: Sequence[LegendSide]) -> None:
    """Under each gap: how many of how many, and what part of the gap they are."""
    frame, layout = truth.desk.frame, truth.layout
    middles = np.array([sum(layout.gap_bounds(gap)) / 2 for gap in range(len(layout.layers))])
    sizes = truth.reference.shape.sizes
    if any(side.highlighted for side in sides):
        pictures = [marks for marks, _ in frame.edges.sides(truth.animation)]
        sides = [LegendSide(pictures[-1], None)]
    for mark in frame.nodes.legend.texts:
        if mark.y != layout.gaps_y or mark.align != "centre":
            continue
        gap = int(np.argmin(np.abs(middles - mark.x)))
        side = sides[0] if len(sides) == 1 or gap < np.ceil(truth.animation.gradient_from) else sides[-1]
        own = [m for m in side.edges if m.target_layer == gap + 1]
        if not own:
            continue
        told = numbers_in(mark.text)
        counts = [n.value for n in told if "%" not in n.text]
        every_one = sizes[gap] * sizes[gap + 1]
        if not own[0].value.size and counts in ([every_one], [every_one, 0]):
            # "all 768 are 0", or "none of 768 carries a signal": so it is, and none is drawn.
            kind = "signal" if own[0].kind == "weight" else own[0].kind
            values = truth.values(kind, frame.edges.drawn_update)
            so = any(not np.any(every[gap]) for every in values) or not values
            report.is_so("gap's count", so, f"gap {gap + 1}: {mark.text!r}, and some are not")
            continue
        wanted = [own[0].value.size, every_one][: len(counts)]
        report.is_so("gap's count", counts == wanted, f"gap {gap + 1}: {mark.text!r}, not {wanted}")
        shares = _shares_of(truth, side.edges)
        for n in told:
            if "%" in n.text and shares is not None:
                share = shares[gap]
                so = share is not None and n.agrees(share, 2e-3)
                report.is_so("gap's coverage", so, f"gap {gap + 1}: {mark.text!r}, not {share}")


# --- neurons


def read_neurons(truth: Truth, report: Report) -> None:
    """Each neuron's place, fill, ring and badge."""
    frame, theme = truth.desk.frame, truth.desk.frame.context.theme
    scales, animation = frame.context.scales, truth.animation
    means = _mean_deltas(truth)
    for layer, marks in enumerate(frame.nodes.neurons):
        last, where = layer == truth.layers - 1, f"layer {layer + 1}"
        column = truth.layout.layers[layer]
        shown = marks.neuron
        report.array("neuron place", [marks.x, marks.y], [column.x[shown], column.y[shown]], where)
        report.is_so("neuron order", bool(np.array_equal(shown, column.shown)), where)
        known = (
            animation.revealed >= truth.layers and not truth.is_blank if last else layer < animation.revealed
        )
        a = truth.passed.a[layer][0][shown]
        report.array("neuron a", marks.value, a if known else np.full(a.size, np.nan), where)
        unit = truth.snapshot.activations[layer] in ("sigmoid", "softmax")
        unit &= last or not truth.reference.shape.skips[layer]
        full = 1.0 if unit else scales.of("activation")[layer]
        if not (unit or scales.locked):
            largest = float(np.abs(truth.passed.a[layer]).max())
            report.array("fill's scale", [full], [largest or np.nan], where)
        report.is_so("+", bool(np.array_equal(marks.beyond, np.abs(marks.value) > full * (1 + 1e-6))), where)
        share = np.clip(np.nan_to_num(np.asarray(marks.value) / full), -1, 1)[:, None]
        canvas = theme.rgb("canvas")
        wanted = canvas + np.abs(share) * (np.where(share < 0, theme.rgb("minus"), theme.rgb("lit")) - canvas)
        report.array("neuron fill", marks.fill, wanted, where, within=1.0)
        ringed = layer >= animation.deltas_from and (truth.has_gradient or means is not None)
        if means is not None:
            delta = means[layer][shown]
        else:
            delta = truth.passed.delta[layer][0][shown] if truth.has_gradient else a
        if not truth.is_delicate or not ringed:
            within = 1e-3 * float(np.abs(delta).max(initial=0)) if means is not None else 0.0
            wanted = delta if ringed else np.full(a.size, np.nan)
            report.array("neuron δ", marks.delta, wanted, where, within=within)
        scale = scales.of("delta" if means is None else "mean_delta")[layer]
        if truth.has_gradient and means is None and not (truth.is_delicate or scales.locked):
            report.array("ring's scale", [scale], [_widest(truth, scales.same_for_all)[layer]], where)
        strength = np.sqrt(np.clip(np.nan_to_num(np.abs(marks.delta) / scale), 0, 1))
        ring = np.where(np.nan_to_num(marks.delta) == 0, 0, (1 + 2.2 * strength) * theme.line_scale)
        report.array("neuron ring", marks.ring, ring, where)
        _read_badges(truth, report, layer, marks.state, shown)


def _widest(truth: Truth, same_for_all: bool) -> list[float]:
    """The |δ| of the widest ring: each layer's largest, if an output were as wrong as it can be."""
    sizes = [float(np.abs(delta).max()) for delta in truth.passed.delta]
    if sizes[-1] == 0:
        return [np.nan] * len(sizes)
    targets = truth.desk.dataset_of(truth.snapshot.run).y_train
    error = 1.0 if targets.ndim == 1 else float(np.abs(targets).max())
    widest = [size * max(1.0, error / sizes[-1]) or np.nan for size in sizes]
    return [float(np.nanmax(widest))] * len(widest) if same_for_all else widest


def _mean_deltas(truth: Truth) -> list[Numbers] | None:
    """Each layer's mean δ over the batch, where rings show that; it is the gradient of b."""
    frame = truth.desk.frame
    if frame.edges.mean_delta(truth.animation) is None:
        return None
    is_walkthrough = truth.animation.phase == "mean"
    # Beside the edges: of the update that these are of.
    update = truth.snapshot.update + 1 if is_walkthrough else frame.edges.drawn_update
    run, edits = truth.snapshot.run, truth.snapshot.edit_count
    # After a sorting the neurons have other numbers than in the update that led here.
    flat = truth.desk.mean_gradient(run, update, edits)
    if flat is None and not truth.desk.ledger.of(run, update):
        flat = truth.desk.gradient_under_way(run)
    shown = frame.edges.mean_delta(truth.animation)
    assert shown is not None
    return (
        [np.asarray(s, np.float64) for s in shown] if flat is None else split(truth.reference.shape, flat)[1]
    )


def flat_counts(truth: Truth, layer: int) -> list[tuple[NDArray[np.int64], NDArray[np.int64], int]]:
    """For how many test examples each neuron's slope is flat, at least and at most, and of how many; by state."""
    statistics = truth.desk.frame.look.statistics
    assert statistics is not None
    data, found = truth.desk.dataset_of(statistics.run), []
    name = truth.reference.shape.activations[layer]
    limit = {"sigmoid": 0.0125, "tanh": 0.05}.get(name, 0.005)
    for state in truth.desk.ledger.of(statistics.run, statistics.update):
        reference = Reference(truth.reference.shape, state.theta)
        z = reference.run(data.X_test).z[layer]
        slope = np.abs(value_and_slope(name, z)[1])
        near = (np.abs(slope - limit) < 1e-5) | (np.abs(z) < 1e-5)
        flat = slope < limit
        found.append(((flat & ~near).sum(axis=0), (flat | near).sum(axis=0), len(z)))
    return found


def states_of(name: str, least: NDArray[np.int64], most: NDArray[np.int64], count: int) -> list[Numbers]:
    """The badges that neurons may have: 0 none, 1 dead, 2 saturated."""
    two_sided = name in ("sigmoid", "tanh")
    part, state = (0.95, 2.0) if two_sided else (1.0, 1.0)
    return [np.where(flat >= part * count, state, 0.0) for flat in (least, most)]


def _read_badges(
    truth: Truth, report: Report, layer: int, state: NDArray[np.int64], shown: NDArray[np.intp]
) -> None:
    statistics = truth.desk.frame.look.statistics
    if statistics is None or statistics.run != truth.snapshot.run or layer >= truth.layers - 1:
        report.is_so("badge", state.size == 0, f"layer {layer + 1} has badges of another run")
        return
    name = truth.reference.shape.activations[layer]
    fits = False
    for least, most, count in flat_counts(truth, layer):
        one, other = states_of(name, least, most, count)
        fits |= bool(np.all((state == one[shown]) | (state == other[shown])))
    report.is_so("badge", fits, f"layer {layer + 1}, update {statistics.update}: {state}")


# --- outputs


def read_bars(truth: Truth, report: Report) -> None:
    """Each output's bar, its name and its number."""
    frame, layout, theme = truth.desk.frame, truth.layout, truth.desk.frame.context.theme
    bars = frame.nodes.bars
    if bars is None:
        return
    y = truth.passed.a[-1][0]
    known = truth.animation.revealed >= truth.layers and not truth.is_blank
    unit = truth.snapshot.output in ("softmax", "sigmoid")
    scale = 1.0 if unit else truth.snapshot.data.output_scale
    if not unit:
        targets = truth.desk.dataset_of(truth.snapshot.run).y_train
        report.text("bar scale", repr(float(scale)), float(np.abs(targets).max()))
    track = np.array([bar.width for bar in layout.bars]) * (1.0 if unit else 0.5)
    length = np.clip(y / scale, 0 if unit else -1, 1) * track
    report.array("bar length", bars.length, length if known else np.full(y.size, np.nan))
    label = truth.snapshot.example.label
    report.is_so("bar outline", bars.right == label, f"{bars.right}, not {label}")
    classes = truth.snapshot.data.class_names
    if known and classes:
        gap = float(np.sort(y)[-1] - np.sort(y)[-2]) if y.size > 1 else 1.0
        report.is_so("bar hatch", bars.predicted == int(y.argmax()) or gap < 1e-5, str(bars.predicted))
    for index in truth.layout.layers[-1].shown.tolist():
        line = layout.bars[index].y + layout.bars[index].height / 2 + 0.36 * theme.font("body").pixelSize()
        texts = [
            m for m in frame.nodes.upper_words if abs(m.y - line) < 0.75 and m.x > layout.layers[-1].right
        ]
        numbers = [m.text for m in texts if m.role == "caption"]
        names = [m.text for m in texts if m.role == "body"]
        if numbers and known:
            text = numbers[0].strip("‹› ")
            report.text("bar number", text, float(y[index]), 1.0, f"output {index}")
        if names and classes and "…" not in names[0]:
            report.is_so("bar name", names[0] == classes[index], f"{names[0]!r}, not {classes[index]!r}")


def _line_at(words: tuple[TextMark, ...], **wanted: object) -> TextMark | None:
    return next((m for m in words if all(getattr(m, name) == value for name, value in wanted.items())), None)


def read_words(truth: Truth, report: Report) -> None:
    """What the network says, C and its place, and which example it is."""
    frame, layout = truth.desk.frame, truth.layout
    words, snapshot, y = frame.nodes.words, truth.snapshot, truth.passed.a[-1][0]
    known = truth.animation.revealed >= truth.layers and not truth.is_blank
    verdict = _line_at(words, y=layout.caption_y, token="text", align="left")
    classes = snapshot.data.class_names
    is_shuffled = truth.desk.is_shuffled(snapshot)
    report.is_so("shuffled", snapshot.example.is_shuffled == is_shuffled, f"{snapshot.example.index}")
    if verdict is not None and known and classes and "…" not in verdict.text:
        ordered = np.sort(y)
        said = classes[int(y.argmax())]
        names = (
            [said]
            if snapshot.example.label in (None, int(y.argmax())) and not is_shuffled
            else [said, classes[snapshot.example.label]]
        )
        told = (
            [n.text for n in numbers_in(verdict.text)] if all(name.isdigit() for name in classes) else names
        )
        so = told == names and all(name in verdict.text for name in names)
        report.is_so(
            "verdict", so or bool(ordered[-1] - ordered[-2] < 1e-5), f"{verdict.text!r}, not {names}"
        )
    loss = next((m for m in words if m.role == "head" and m.bold and m.align == "left"), None)
    shown = truth.passed.losses is not None and truth.animation.loss_shown and not truth.is_blank
    if loss is not None and not truth.is_blank:
        assert truth.passed.losses is not None
        within = (
            float(np.abs(truth.passed.z[-1]).max())
            if snapshot.output != "identity"
            else float(np.abs(y).max())
        )
        report.text("C", loss.text.rpartition("=")[2], float(truth.passed.losses[0]), within)
        report.is_so("C", shown, "C is shown before its time")
    elif layout.clip is None:
        report.is_so("C", not shown, "C is not shown")
    place = truth.desk.composition.digits.place_of(snapshot)
    report.is_so("place", frame.words.place == place, f"{frame.words.place!r}, not {place!r}")
    if snapshot.example.origin == "train" and not snapshot.trace.masks:
        counts = {n.value for n in numbers_in(frame.words.place)}
        # In Chinese the one is a word.
        so = counts - {1.0} == {float(_train_count(truth))}
        report.is_so("place", so, frame.words.place)
    _read_outcome(truth, report)
    title = numbers_in(frame.words.title)
    if snapshot.example.origin != "drawing" and snapshot.example.index is not None:
        report.is_so("title", bool(title) and title[0].value == snapshot.example.index, frame.words.title)


def _read_outcome(truth: Truth, report: Report) -> None:
    """At the end of a walkthrough: C before → after, and the batch's mean before → after."""
    desk, run = truth.desk, truth.snapshot.run
    player, words = desk.network.player, desk.frame.words.walkthrough
    if player.applied is None or "→" not in words:
        return
    before, after = truth.snapshot, player.applied.snapshot
    state, later = desk.state_of(before), desk.state_of(after)
    if state is None or later is None or later.rows is None:
        return
    data, target = desk.dataset_of(run), desk.target_of(before, truth.at_rest)
    wanted: list[float] = []
    for rows in ("shown", "batch"):
        for theta in (state.theta, later.theta):
            X = truth.passed.x if rows == "shown" else data.X_train[later.rows]
            y = target if rows == "shown" else data.y_train[later.rows]
            if y is not None:
                losses = Reference(truth.reference.shape, theta).run(X, y, before.loss).losses
                assert losses is not None
                wanted.append(float(losses.mean()))
    report.numbers("outcome", words, wanted if len(numbers_in(words)) > 2 else wanted[-2:])


def _train_count(truth: Truth) -> int:
    return len(truth.desk.dataset_of(truth.snapshot.run).y_train)


def read_heads(truth: Truth, report: Report) -> None:
    """Over each hidden layer how many neurons it has, what goes past it, how many are dead or saturated."""
    frame, layout = truth.desk.frame, truth.layout
    statistics = frame.look.statistics
    for layer, column in enumerate(layout.layers[:-1]):
        centre = (column.left + column.right) / 2
        head = next((m for m in frame.nodes.words if m.y == layout.caption_y and m.x == centre), None)
        if head is None:
            continue
        allowed: list[list[float]] = [[truth.reference.shape.sizes[layer + 1]], [layer + 1]]
        if truth.reference.shape.skips[layer]:
            before, after = truth.sent[layer], truth.passed.a[layer][0]
            whole = np.abs(before).sum() + np.abs(after - before).sum()
            allowed.append([*allowed[0], float(np.abs(before).sum() / whole) if whole else np.nan])
        if statistics is not None and statistics.run == truth.snapshot.run:
            counts = set()
            for least, most, count in flat_counts(truth, layer):
                both = states_of(truth.reference.shape.activations[layer], least, most, count)
                low, high = (int(np.count_nonzero(states)) for states in both)
                counts |= set(range(low, high + 1))
            allowed += [[*one, float(count)] for one in list(allowed) for count in sorted(counts)]
            allowed += [
                [*one, float(count), float(statistics.update)]
                for one in list(allowed[:3])
                for count in counts
            ]
        told = numbers_in(head.text)
        so = any(
            len(told) == len(one) and all(n.agrees(value, 2e-3) for n, value in zip(told, one, strict=True))
            for one in allowed
        )
        report.is_so("head", so, f"layer {layer + 1}: {head.text!r}, none of {allowed}")
        if column.collapsed_group is not None and not column.expanded:
            hidden = column.size - column.shown.size
            told_there = [
                m.text
                for m in frame.nodes.words
                if m.role == "tick" and m.x == column.collapsed_group.x + column.collapsed_group.width / 2
            ]
            report.is_so(
                "band", all(numbers_in(text)[0].value == hidden for text in told_there), str(told_there)
            )


# --- what goes past, what travels, what is inside


def read_arcs(truth: Truth, report: Report) -> None:
    """What residual connections carry."""
    frame = truth.desk.frame
    kind = frame.legend_kind
    backwards = kind in ("gradient", "mean_gradient") and truth.has_gradient
    for arcs in frame.nodes.arcs:
        # What comes back to the layer's output goes on past it as it is.
        returned = truth.passed.returned[arcs.layer][0] if backwards else None
        carried = truth.sent[arcs.layer] if returned is None else returned
        if returned is not None and truth.is_delicate:
            continue
        report.array("arc", arcs.value, carried[arcs.neuron], f"layer {arcs.layer + 1}")


def read_pulses(truth: Truth, report: Report) -> None:
    """What is on its way: how much it is, whose, and how large it is drawn."""
    desk = truth.desk
    if not desk.view._pulses_on or desk.frame.is_behind or truth.is_delicate:
        return
    pulses = desk.view._pulse_animation.at(desk.frame)
    if pulses is None:
        return
    forwards = truth.animation.phase == "forward"
    report.is_so("pulse kind", pulses.kind == ("disc" if forwards else "dart"), pulses.kind)
    gap = truth.animation.gap
    W = truth.reference.W[gap][pulses.source, pulses.target]
    value = truth.sent[gap][pulses.source] * W if forwards else W * truth.passed.delta[gap][0][pulses.target]
    report.array("pulse", pulses.value, value, f"{pulses.kind} in gap {gap}")
    report.is_so("pulse sign", bool(np.array_equal(pulses.positive, pulses.value > 0)), pulses.kind)
    scale = desk.frame.context.scales.of("signal" if forwards else "backpropagated")[gap]
    smallest, largest = (1.5, 6.5) if forwards else (2.0, 9.0)
    radius = np.clip(largest * np.sqrt(np.clip(np.abs(pulses.value) / scale, 0, 1)), smallest, largest)
    report.array("pulse size", pulses.radius, radius)


def read_tiles(truth: Truth, report: Report) -> None:
    """The pictures in large neurons."""
    tiles = truth.desk.frame.nodes.tiles
    if tiles is None or not len(tiles.neuron):
        # Enlarged and dragged away, none is in sight.
        return
    W = truth.reference.W[0] * (truth.passed.x[0][:, None] if tiles.kind == "signal" else 1)
    inputs = W.shape[0]
    shown = tiles.value.reshape(len(tiles.neuron), -1)[:, :inputs]
    report.array("tile", shown, W[:, tiles.neuron].T, tiles.kind)


def read_map(truth: Truth, report: Report) -> None:
    """The whole function of one or two inputs, with examples on it."""
    snapshot, data = truth.snapshot, truth.desk.dataset_of(truth.snapshot.run)
    grid = snapshot.function_grid
    if grid is None or snapshot.data.points is None:
        return
    low, high = data.X_train.min(axis=0).astype(float), data.X_train.max(axis=0).astype(float)
    size = np.maximum(-low, high)
    if (low < 0).all() and (high > 0).all() and size.max() < 3 * size.min():
        low, high = np.full(data.n_in, -size.max()), np.full(data.n_in, size.max())
    # The middle of each cell; the map is 1.25 times as wide as the examples' range.
    count = len(grid) if data.n_in == 1 else round(len(grid) ** 0.5)
    parts = (np.arange(count) + 0.5) / count
    along = [(a + b) / 2 + 1.25 * (b - a) * (parts - 0.5) for a, b in zip(low, high, strict=True)]
    places = along[0][:, None]
    if data.n_in == 2:
        places = np.array([[x1, x2] for x2 in along[1][::-1] for x1 in along[0]])
    report.array("map", grid, truth.reference.run(places).a[-1])
    points, targets = snapshot.data.points
    rows = {
        (*x, *np.atleast_1d(y)) for x, y in zip(data.X_train.tolist(), data.y_train.tolist(), strict=True)
    }
    drawn = {(*x, *np.atleast_1d(y)) for x, y in zip(points.tolist(), targets.tolist(), strict=True)}
    report.is_so("map points", drawn <= rows, "a point is no training example")


def read_written(truth: Truth, report: Report) -> None:
    """Numbers on the lines and in the neurons of a small network: each is that of the line or neuron it stands on."""
    frame, theme = truth.desk.frame, truth.desk.frame.context.theme
    lift = 0.36 * theme.font("tick").pixelSize()
    marks = [m for m in frame.edges.on_screen(truth.animation)[0] if m.value.size]
    for text in frame.nodes.numbers.texts:
        if text.align != "centre":
            continue
        x, y = text.x, text.y - lift
        layer, neuron = _neuron_at(truth, x, y)
        if neuron is not None:
            report.text(
                "written a", text.text, float(truth.passed.a[layer][0][neuron]), where=f"{layer, neuron}"
            )
        elif marks:
            ends = np.concatenate([np.stack([m.x1, m.y1, m.x2, m.y2], axis=1) for m in marks])
            values = np.concatenate([m.value for m in marks])
            x1, y1, x2, y2 = ends.T
            # They stand on their line, and no other passes there.
            apart = np.abs((x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)) / np.hypot(x2 - x1, y2 - y1)
            apart = np.where((x < x1) | (x > x2), np.inf, apart)
            report.text("written value", text.text, float(values[np.argmin(apart)]), where=marks[0].kind)


def _neuron_at(truth: Truth, x: float, y: float) -> tuple[int, int | None]:
    """The hidden neuron that a point is in, None for none."""
    for layer, column in enumerate(truth.layout.layers[:-1]):
        away = np.hypot(column.x[column.shown] - x, column.y[column.shown] - y)
        if away.size and away.min() < min(1.0, column.radius):
            return layer, int(column.shown[np.argmin(away)])
    return 0, None
