"""The curves of other runs: their own exact L, with a dash and a name each, and nothing written over anything."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from core.analysis.loss_history import LossHistory
from gui.loss import run_curves
from gui.loss.curve_ends import Sight
from gui.loss.curve_signs import DASH_SIGN_PX, MOST_CURVES, RUN_DASHES, RUN_KEYS
from gui.loss.loss_curves import LONG_PX
from gui.loss.loss_plot import LossPlot
from gui.loss.plot_names import CurveName, fitting_text
from gui.loss.plot_painter import NAMES_END_PX, PlotPainter
from gui.loss.run_curves import RunCurve, common_range, dash_pieces, run_texts
from gui.theme.tokens import Theme, make_theme
from tests.gui.loss.compared import branches, falling
from tests.gui.loss.plotted import N, exact_at, numbers, picture, show, texts

WHOLE = Sight((0.0, 1_000.0), (0.0, 2e5), is_log=False, is_zoomed=False)


def compare(plot: LossPlot, own: LossHistory, curves: list[RunCurve]) -> None:
    plot.show_curves("seed 0", curves)
    show(plot, own)


# --- what is drawn


@pytest.mark.parametrize("log", [False, True])
def test_a_curve_leads_through_exact_losses_of_its_own_run(plot: LossPlot, log: bool) -> None:
    own = falling(1_000)
    plot.set_log(log)
    compare(plot, own, branches(own, 1))
    (shape,) = picture(plot).runs
    updates, heights = numbers(plot, np.concatenate(shape.lines))
    # From the last number that both have, at update 200, to the end.
    assert updates[0] == pytest.approx(200, abs=0.5) and updates[-1] == pytest.approx(1_000, abs=0.5)
    means = 2 * np.exp(-np.round(updates / 20) * 20 / 400) + np.where(updates < 210, 0.1, 0.15)
    assert heights == pytest.approx(np.log10(N * means) if log else N * means, rel=2e-3)


def test_what_two_runs_have_in_common_is_drawn_once(plot: LossPlot) -> None:
    own = falling(1_000)
    curve = branches(own, 1, first=600)[0]
    compare(plot, own, [curve])
    line = np.concatenate(picture(plot).runs[0].lines)
    assert line[0, 0] == pytest.approx(float(picture(plot).geometry.x(600)), abs=0.5)


def test_a_run_that_has_made_nothing_of_its_own_has_no_curve(plot: LossPlot) -> None:
    own = falling(1_000)
    compare(plot, own, [RunCurve("run1", "branch", own.until(400), 400)])
    assert picture(plot).runs == [] and "run1" not in texts(plot)


def test_the_axis_reaches_as_far_as_the_longest_run_and_as_high_as_the_worst(plot: LossPlot) -> None:
    own = falling(300)
    compare(plot, own, [RunCurve("run1", "parent", falling(2_000, 3.0))])
    at = picture(plot).geometry
    assert at.across[1] >= 2_000
    end = picture(plot).runs[0].end
    assert at.plot.top() <= end[1] <= at.plot.bottom() and end[0] <= at.plot.right() + 1


def test_another_runs_curve_is_broken_where_a_parameter_of_it_was_set_by_hand(plot: LossPlot) -> None:
    own = falling(1_000)
    curve = replace(branches(own, 1)[0], breaks=(500,))
    compare(plot, own, [curve])
    x = float(picture(plot).geometry.x(500))
    lines = picture(plot).runs[0].lines
    assert max(line[-1, 0] for line in lines) > x + 100 and min(line[0, 0] for line in lines) < x - 100
    assert not any(line[0, 0] < x - 0.5 and line[-1, 0] > x + 0.5 for line in lines)


def test_beside_several_runs_the_batches_step_back(plot: LossPlot) -> None:
    own = falling(1_000)
    compare(plot, own, branches(own, 1))
    assert "mean" in texts(plot)
    compare(plot, own, branches(own, 2))
    assert not {"all", "most", "mean"} & set(texts(plot)) and "train" in texts(plot)


def test_beside_a_long_line_the_batches_go_on_to_its_end(plot: LossPlot) -> None:
    """L falls fast, and was measured often; then it stays, and was measured once more, at the end."""
    own = LossHistory(N)
    means = np.maximum(2 * np.exp(-np.arange(1_000) / 100), 0.5)
    own.add_batch_means(1, means.astype(np.float32))
    for update in (*range(0, 401, 20), 999):
        own.exact_losses.add(exact_at(update, float(means[update])))
    compare(plot, own, branches(own, 2, first=100))
    at, shapes = picture(plot).geometry, picture(plot).shapes
    (line,) = shapes.train.lines
    assert line[-1, 0] - line[-2, 0] > LONG_PX
    # One piece, where dots are far apart, and its name at the end of the run.
    (mean,) = shapes.mean
    updates, _ = numbers(plot, mean)
    assert updates[0] == pytest.approx(402, abs=5) and updates[-1] == pytest.approx(998, abs=5)
    (name,) = (name for name in picture(plot).names if name.key == "mean")
    assert name.x == pytest.approx(float(at.x(998)), abs=5)


def test_where_too_little_was_measured_the_batches_tell_how_it_went(plot: LossPlot) -> None:
    def sparse() -> LossHistory:
        """L falls from 126,000 to 6,000 within 100 updates; it was measured at 0, and at 960, 980 and 1,000."""
        record = LossHistory(N)
        means = 2 * np.exp(-np.arange(1_000) / 20) + 0.1
        record.add_batch_means(1, means.astype(np.float32))
        for update in (0, 960, 980, 1_000):
            record.exact_losses.add(exact_at(update, 0.1 + 2 * float(np.exp(-update / 20))))
        return record

    compare(plot, sparse(), [RunCurve("run1", "one", sparse()), RunCurve("run2", "two", sparse())])
    at, shapes = picture(plot).geometry, picture(plot).shapes
    edge = float(at.x(960))
    for lines in (shapes.mean, picture(plot).runs[0].lines):
        batches = [line for line in lines if line[0, 0] < edge - 1]
        updates, heights = numbers(plot, np.concatenate(batches))
        # Half a column's width apart, the curve is a little different only where it is steep.
        flat = updates > 150
        assert updates[0] < 10 and updates[-1] > 940
        assert heights[flat] == pytest.approx(N * (2 * np.exp(-updates[flat] / 20) + 0.1), rel=0.02)
    # Where exact numbers are joined, and after the last of them, there are no batches.
    assert max(line[-1, 0] for line in shapes.mean) < edge + 1
    assert picture(plot).runs[0].lines[0][0, 0] == pytest.approx(edge, abs=1)


def test_the_heights_show_every_curve() -> None:
    assert common_range([(0.0, 5.0), (0.0, 9.0)], log=False) == (0.0, 9.0)
    assert common_range([(3.5, 5.0), (3.0, 4.0)], log=True) == (3.0, 5.0)


def test_a_curve_that_rests_is_not_computed_again_and_one_that_goes_on_is(
    plot: LossPlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = falling(1_000)
    curves = branches(own, 2)
    # Twice: how wide the plot is, is known from the first picture only.
    for _ in range(2):
        compare(plot, own, curves)
    computed: list[str] = []
    shape_of = run_curves._shape
    monkeypatch.setattr(
        run_curves, "_shape", lambda curve, *given: (computed.append(curve.key), shape_of(curve, *given))[1]
    )
    own.add_batch_means(1_001, np.full(5, 0.1, np.float32))
    show(plot, own)
    assert computed == []
    curves[1].record.exact_losses.add(exact_at(990, 0.25))
    show(plot, own)
    assert computed == ["run2"]
    # Other places of the plot are places of all curves.
    plot.set_log(True)
    assert computed == ["run2", "run1", "run2"]


# --- dashes


def test_a_dashed_line_is_as_long_as_its_dashes_say() -> None:
    pieces = dash_pieces(np.array([[0.0, 0.0], [100.0, 0.0]]), (7, 3))
    lengths = pieces[:, 2] - pieces[:, 0]
    assert pieces[:, 0].tolist() == [10.0 * number for number in range(10)]
    assert lengths.tolist() == [7.0] * 10


def test_dashes_go_round_corners_and_not_on_from_each_point() -> None:
    steps = np.array([[float(x), 0.0] for x in range(0, 101, 4)])
    pieces = dash_pieces(steps, (7, 3))
    painted = np.zeros(1000, bool)
    for left, _, right, _ in pieces:
        painted[round(10 * left) : round(10 * right)] = True
    assert painted.tolist() == [place % 100 < 70 for place in range(1000)]
    corner = dash_pieces(np.array([[0.0, 0.0], [5.0, 0.0], [5.0, 5.0]]), (7, 3))
    assert corner.tolist() == [[0, 0, 5, 0], [5, 0, 5, 2]]


def test_no_two_of_eight_dashes_look_alike() -> None:
    """In a sign of 26 px any two differ in at least a fifth of it."""

    def row(dashes: tuple[float, ...]) -> np.ndarray:
        ends = np.cumsum(dashes)
        places = np.arange(0, 26, 0.5) % ends[-1]
        return np.searchsorted(ends, places, side="right") % 2 == 0

    assert len(RUN_KEYS) == MOST_CURVES == 8
    for a, b in combinations(RUN_DASHES.values(), 2):
        assert np.mean(row(a) != row(b)) >= 0.2, (a, b)


# --- names


def names_of(plot: LossPlot, theme: Theme) -> list[tuple[str, str, QRectF]]:
    """(key, what is written, where) of each name."""
    at, metrics = picture(plot).geometry, QFontMetricsF(theme.font("tick"))
    room = at.names.width() - theme.px(at.sign + NAMES_END_PX)
    left = at.names.left() + theme.px(at.sign)
    found = []
    for name in picture(plot).names:
        text = fitting_text(name, room, metrics.horizontalAdvance)
        # As high as its letters: a line of type has room above and below them.
        box = QRectF(left, name.y - theme.px(5.25), metrics.horizontalAdvance(text), theme.px(10.5))
        found.append((name.key, text, box))
    return found


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("number", [1, 2, 7])
@pytest.mark.parametrize("size", [(815, 98), (760, 200), (560, 170)])
def test_every_run_has_a_name_that_covers_no_other(
    plot: LossPlot, size: tuple[int, int], number: int, log: bool
) -> None:
    own, theme = falling(1_000), make_theme("dark")
    plot.resize(*size)
    plot.set_log(log)
    compare(plot, own, branches(own, number))
    names = names_of(plot, theme)
    assert {"train", *RUN_KEYS[:number]} <= {key for key, _, _ in names}
    boxes = [box for _, _, box in sorted(names, key=lambda name: name[2].top())]
    assert all(not upper.intersects(lower) for upper, lower in pairwise(boxes))
    at = picture(plot).geometry
    assert all(text and box.right() <= at.right_axis for _, text, box in names)
    assert all(box.top() >= 0 and box.bottom() <= size[1] for box in boxes)


@pytest.mark.parametrize("number", [0, 1, 7])
@pytest.mark.parametrize("size", [(815, 98), (760, 200)])
def test_no_title_of_an_axis_is_written_over_a_name(
    plot: LossPlot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], number: int
) -> None:
    written: list[tuple[str, QRectF]] = []

    def note(_: object, box: QRectF, text: str, *_given: object, **_named: object) -> None:
        written.append((text, box.adjusted(0, box.height() / 2 - 4, 0, 4 - box.height() / 2)))

    monkeypatch.setattr(PlotPainter, "_text", note)
    own = falling(1_000)
    plot.resize(*size)
    curves = [
        replace(curve, name=f"a name that takes all {place}")
        for place, curve in enumerate(branches(own, number))
    ]
    compare(plot, own, curves)
    titles = [box for text, box in written if text in ("updates", "mean Cⁿ")]
    names = [box for text, box in written if "takes all" in text or text.startswith(("seed 0", "training"))]
    assert len(names) == number + 1
    assert not any(title.intersects(name) for title in titles for name in names)
    assert len(titles) == 2 or number == 7


def test_a_name_that_is_cut_ends_clear_of_the_axis_behind_it(plot: LossPlot) -> None:
    theme, own = make_theme("dark"), falling(1_000)
    compare(plot, own, branches(own, 1))
    at, image = picture(plot).geometry, QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    # Letters as narrow as any fill the room but for the last few px.
    text, box = PlotPainter(painter, theme, at).written(CurveName("run1", "i" * 400, 0.0, 0.0))
    painter.end()
    assert text.endswith("…") and at.right_axis - 8 < box.right() <= at.right_axis - 3


def test_the_place_of_a_name_follows_where_its_curve_ends(plot: LossPlot) -> None:
    own = falling(1_000)
    compare(plot, own, branches(own, 7))
    keys = [name.key for name in picture(plot).names if name.key in RUN_KEYS]
    # Each is worse than the one before, so it ends higher.
    assert keys == list(reversed(RUN_KEYS[:7]))


def test_a_long_name_is_cut_and_read_as_a_whole_where_one_points_at_it(plot: LossPlot) -> None:
    own = falling(1_000)
    long_name = "a name that somebody has given it, longer than any plot is wide"
    compare(plot, own, [RunCurve("run1", long_name, falling(1_000, 0.5))])
    at = picture(plot).geometry
    assert at.plot.width() > 0.5 * plot.width()
    (name,) = (name for name in picture(plot).names if name.key == "run1")
    plot._read_at(QRectF(at.names.left() + 40, name.y, 1, 1).center().toPoint())
    assert long_name in plot.toolTip() and "another run" in plot.toolTip()


def test_a_name_loses_its_number_before_its_words() -> None:
    name = CurveName("run1", "batch 256: L 7,492", 0.0, 0.0, short="batch 256")
    assert [fitting_text(name, room, len) for room in (18, 17, 9, 8, 5)] == [
        "batch 256: L 7,492",
        "batch 256",
        "batch 256",
        "batch…",
        "batc…",
    ]
    own = CurveName("train", "seed 0: L 7,492", 0.0, 0.0, short="L 7,492")
    assert [fitting_text(own, room, len) for room in (15, 14, 6)] == ["seed 0: L 7,492", "L 7,492", "7,492"]


def test_in_part_of_a_run_a_name_says_the_update_of_its_l_and_ends_there(plot: LossPlot) -> None:
    own = falling(1_000)
    other = RunCurve("run1", "one", falling(1_000, 3.0))
    compare(plot, own, [other])
    assert "at" not in texts(plot)["run1"]
    plot.zoom(0.2, 510)
    shown = picture(plot)
    last = other.record.exact_losses.before(int(shown.geometry.across[1]))
    assert last is not None
    number = f"{last.train_total:,.0f}\N{NO-BREAK SPACE}at\N{NO-BREAK SPACE}{last.update}"
    assert texts(plot)["run1"] == f"one: L {number}"
    assert texts(plot)["train"].startswith("seed 0: L ") and texts(plot)["train"].endswith(f"{last.update}")
    updates, heights = numbers(plot, np.array([shown.runs[0].end]))
    assert updates[0] == pytest.approx(last.update, abs=0.5)
    assert heights[0] == pytest.approx(last.train_total, rel=1e-3)


def test_where_no_l_of_a_run_is_in_sight_its_name_has_none(plot: LossPlot) -> None:
    def measured_at_both_ends() -> LossHistory:
        record = LossHistory(N)
        record.add_batch_means(1, np.full(1_000, 0.5, np.float32))
        record.exact_losses.add(exact_at(2, 2.3))
        record.exact_losses.add(exact_at(990, 0.5))
        return record

    record = measured_at_both_ends()
    compare(plot, record, [RunCurve("run1", "one", measured_at_both_ends())])
    plot.zoom(0.2, 500)
    assert texts(plot)["run1"] == "one" and texts(plot)["train"] == "seed 0"
    # Both are tied to what is drawn: the batches.
    updates, heights = numbers(plot, np.array([picture(plot).runs[0].end]))
    assert updates[0] == pytest.approx(picture(plot).geometry.across[1], abs=1)
    assert heights[0] == pytest.approx(N * 0.5, rel=1e-3)


def test_a_run_that_ends_above_the_plot_has_an_arrow(plot: LossPlot) -> None:
    record = LossHistory(N)
    for update in range(10):
        record.exact_losses.add(exact_at(update, 0.5))
    record.exact_losses.add(exact_at(10, float("inf")))
    compare(plot, falling(100), [RunCurve("run1", "one", record)])
    assert texts(plot)["run1"] == "one: L ∞ ↑"


def test_of_names_that_begin_alike_that_gives_way_and_the_l_stays() -> None:
    """As of the three networks of the race, and of runs of one seed; what is left is the whole of what differs."""
    record, kinds = falling(1_000), ("dense", "windows", "shared")
    curves = [
        RunCurve(key, f"unrolled kernels, {kind}", record)
        for key, kind in zip(RUN_KEYS, kinds[:2], strict=False)
    ]
    own = f"unrolled kernels, {kinds[2]}"
    texts = run_texts(curves, record, WHOLE, own)
    number = texts["train"].whole.removeprefix(own)
    assert number.startswith(": L ") and number[4].isdigit()
    assert [text.brief for text in texts.values()] == [f"…{kind}{number}" for kind in kinds]
    name = CurveName(RUN_KEYS[0], texts[RUN_KEYS[0]].whole, 0.0, 0.0, *texts[RUN_KEYS[0]][1:])
    assert fitting_text(name, len(name.text) - 1, len) == f"…dense{number}"
    assert fitting_text(name, len(name.brief) - 1, len).startswith("unro")
    # "ReLU" is no shorter name of "leaky ReLU", and where names begin otherwise there is nothing to leave out.
    curves = [RunCurve("run1", "seed 0: leaky ReLU", record), RunCurve("run2", "seed 0: leaky tanh", record)]
    texts = run_texts(curves, record, WHOLE, "")
    assert [text.brief for text in texts.values()] == [f"…leaky {kind}{number}" for kind in ("ReLU", "tanh")]
    assert not any(text.brief for text in run_texts(curves, record, WHOLE, "seed 1").values())
    assert not any(text.brief for text in run_texts(curves[:1], record, WHOLE, "").values())


@pytest.mark.parametrize("width", [1_100, 500])
def test_a_name_that_lost_its_l_goes_on_and_one_that_has_room_keeps_it(
    plot: LossPlot, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    written: list[str] = []
    monkeypatch.setattr(PlotPainter, "_text", lambda _, _box, text, *_given, **_named: written.append(text))
    plot.resize(width, 260)
    long_name, structure = "unrolled kernels, dense", "256-8C3p1-MP2-16C3p1-MP2-16C3p1-MP2-10"
    curves = [
        RunCurve(key, name, falling(1_000, 0.2 + 0.2 * place))
        for place, (key, name) in enumerate(zip(RUN_KEYS, (long_name, structure, "s 1"), strict=False))
    ]
    compare(plot, falling(1_000), curves)
    plot.grab()
    ends = {text for text in written if text.endswith("…")}
    assert len(ends) == 2 and all(long_name.startswith(t[:-1]) or structure.startswith(t[:-1]) for t in ends)
    # With room for all but its L it is whole.
    assert width == 500 or f"{long_name}…" in ends
    assert any(text.startswith("s 1: L ") for text in written)
    # Pointed at, each has its L.
    assert all(": L " in name.text for name in picture(plot).names if name.key in RUN_KEYS)


def test_without_other_runs_nothing_is_called_by_its_run(plot: LossPlot) -> None:
    compare(plot, falling(1_000), [])
    assert texts(plot)["train"].startswith("training L") and picture(plot).geometry.sign < DASH_SIGN_PX


def test_over_the_curves_of_other_runs_no_hint_says_how_to_begin(plot: LossPlot) -> None:
    own, other = LossHistory(N), falling(1_000)
    compare(plot, own, [])
    assert picture(plot).is_empty
    compare(plot, own, [RunCurve("run1", "another", other)])
    assert not picture(plot).is_empty


# --- pixels


def test_a_curve_is_painted_where_its_numbers_are(plot: LossPlot) -> None:
    own = falling(1_000)
    compare(plot, own, [])
    without = plot.grab().toImage()
    compare(plot, own, [RunCurve("run4", "worse", falling(1_000, 1.5))])
    image: QImage = plot.grab().toImage()
    at, theme = picture(plot).geometry, make_theme("dark")
    dim = theme.colour("dim")
    x = round(float(at.x(800)))
    y = float(at.y(N * (2 * np.exp(-2) + 1.5)))
    column = [image.pixelColor(x + dx, round(y) + dy) for dx in range(6) for dy in range(-2, 3)]
    assert min(abs(colour.red() - dim.red()) for colour in column) < 40
    assert without.size() == image.size()
