"""The picture as a whole: names say what is read, and nothing is written over anything else, at any size of type."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QFontMetricsF

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.batch_kinds import BatchKind, KindChange
from gui.loss.curve_signs import RUN_KEYS
from gui.loss.loss_plot import LossPlot
from gui.loss.name_words import name_words
from gui.loss.plot_geometry import SIGN_PX
from gui.loss.plot_painter import PlotPainter
from gui.loss.plot_picture import PlotWords
from gui.loss.run_curves import RunCurve
from gui.theme.tokens import make_theme
from tests.gui.loss.plotted import LN_10, N, exact_at, make_record, numbers, picture, show, texts


@pytest.mark.parametrize(
    ("mean", "classes", "words"),
    [
        (LN_10, 10, "guessing: ln 10"),
        (math.log(2), 2, "guessing: ln 2"),
        (0.45, 10, "guessing: 0.450"),
        (0.25, 0, "always the mean: 0.250"),
    ],
)
def test_the_line_of_guessing_names_what_it_costs(
    plot: LossPlot, mean: float, classes: int, words: str
) -> None:
    plot.set_baseline_loss(mean, classes)
    show(plot, make_record())
    assert texts(plot)["baseline"] == words


def test_the_lines_are_named_with_their_last_numbers(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(100, 0.2, np.float32))
    record.exact_losses.add(exact_at(0, 2.3, 2.3))
    record.exact_losses.add(ExactLoss(0, 100, 2867.0, N, 0.9, 1520.0, 10_000, 0.9))
    show(plot, record)
    names = texts(plot)
    assert names["train"] == "training L 2,867" and names["test"] == "test 0.152"
    assert names["mean"] == "batches"
    # A parameter is set by hand there: these are of the network before it.
    record.exact_losses.note_edit(100)
    show(plot, record)
    names = texts(plot)
    assert names["train"] == "training L …" and names["test"] == "test …"


@pytest.mark.parametrize("size", [(760, 110), (760, 125), (900, 146), (900, 260)])
@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_band_that_is_drawn_is_named_at_any_height(
    plot: LossPlot, size: tuple[int, int], name: str
) -> None:
    plot.set_theme(make_theme(name))
    plot.resize(*size)
    plot.show_curves("this", [RunCurve(RUN_KEYS[0], "another", make_record())])
    show(plot, make_record(40_000, 4000))
    shapes, named = picture(plot).shapes, set(texts(plot))
    assert len(shapes.all) and len(shapes.most) and len(shapes.mean)
    assert {"all", "most", "mean"} <= named or "batches" in named
    # And whoever points at the one name for all is told of each.
    if "batches" in named:
        (y,) = (one.y for one in picture(plot).names if one.key == "batches")
        at = QPoint(round(picture(plot).geometry.names.left()) + 2, round(y))
        words = name_words(picture(plot), PlotWords(), N, at)
        assert "10th to the 90th" in words and "least to the largest" in words and "mean loss" in words


@pytest.mark.parametrize(
    ("unit", "dropout", "names"),
    [
        ("batch", False, ["all batches", "80 % of batches", "batches, mean"]),
        ("batch", True, ["all batches", "80 % of batches", "batches, mean (dropout)"]),
        ("digit", False, ["all digits", "80 % of digits", "digits, mean"]),
        ("example", False, ["all examples", "80 % of examples", "examples, mean"]),
    ],
)
def test_the_bands_are_named_by_what_they_are_of(
    plot: LossPlot, unit: str, dropout: bool, names: list[str]
) -> None:
    plot.set_batches([KindChange(0, BatchKind(unit, dropout))])
    record = LossHistory(N)
    record.add_batch_means(1, np.linspace(1, 0.5, 20_000).astype(np.float32))
    show(plot, record)
    assert [texts(plot)[key] for key in ("all", "most", "mean")] == names
    assert ("dropout" in plot.reading_at(1)) is dropout


def test_batches_are_named_by_the_settings_they_were_computed_with(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(300, 0.5, np.float32))
    without, dropped = BatchKind("batch"), BatchKind("batch", with_dropout=True)
    # Dropout was set at rest: no batch was computed with it yet.
    plot.set_batches([KindChange(0, without), KindChange(300, dropped)])
    show(plot, record)
    assert texts(plot)["mean"] == "batches" and "dropout" not in plot.reading_at(100)
    # 300 more with it, then it was switched off again.
    record.add_batch_means(301, np.full(300, 0.5, np.float32))
    plot.set_batches([KindChange(0, without), KindChange(300, dropped), KindChange(600, without)])
    show(plot, record)
    assert "(partly dropout)" in texts(plot)["mean"]
    assert plot.reading_at(450).endswith("(with dropout)") and "dropout" not in plot.reading_at(100)


def test_the_names_are_of_the_batches_that_are_seen(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(20_000, 0.5, np.float32))
    # Batches of 32 before update 10,000, of one digit from there on.
    plot.set_batches([KindChange(0, BatchKind("batch")), KindChange(10_000, BatchKind("digit"))])
    show(plot, record)
    assert texts(plot)["all"] == "all batches"
    for _ in range(4):
        plot.zoom(0.7, 20_000)
    assert texts(plot)["all"] == "all digits"


def test_a_band_that_leaves_the_range_says_how_far_it_reaches(plot: LossPlot) -> None:
    plot.set_batches([KindChange(0, BatchKind("digit"))])
    record = LossHistory(N)
    means = np.full(20_000, 0.5, np.float32)
    means[7_777] = 12.7
    record.add_batch_means(1, means)
    show(plot, record)
    assert texts(plot)["all"] == "all digits, to 12.7"


def test_a_curve_that_ends_above_the_range_has_an_arrow(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(300, 0.5, np.float32))
    for update in range(10):
        record.exact_losses.add(exact_at(30 * update, 0.5, 0.5))
    record.exact_losses.add(exact_at(300, math.inf, 0.5))
    show(plot, record)
    assert texts(plot)["train"] == "training L ∞ ↑" and texts(plot)["test"] == "test 0.500"
    # Its thread comes from the top, and not from where it was finite last.
    ends = {name.key: name.end for name in picture(plot).names}
    assert ends["train"] < picture(plot).geometry.plot.top() < ends["test"]


def sparse(*measured: tuple[int, float]) -> LossHistory:
    """A run of 2,606 updates whose L was measured after these updates only, each with its mean C."""
    record = LossHistory(N)
    record.add_batch_means(1, (0.26 + 2 * np.exp(-np.arange(2_606) / 20)).astype(np.float32))
    for update, mean in measured:
        record.exact_losses.add(exact_at(update, mean, mean))
    return record


@pytest.mark.parametrize("log", [False, True])
def test_in_part_of_a_run_number_place_and_arrow_are_of_one_update_which_is_named(
    plot: LossPlot, log: bool
) -> None:
    record = sparse((0, 2.3), (2, 2.36), (1_250, 0.27), (1_714, 0.25), (2_606, 0.2))
    show(plot, record)
    assert texts(plot)["train"] == "training L 12,000" and texts(plot)["test"] == "test 0.200"
    plot.set_log(log)
    plot.zoom(0.1, 1_300)
    at = "\N{NO-BREAK SPACE}at\N{NO-BREAK SPACE}1,250"
    assert texts(plot)["train"] == f"L 16,200{at}" and texts(plot)["test"] == f"test 0.270{at}"
    assert f"L 16,200{at}" in plot.accessibleDescription()
    for name in picture(plot).names:
        if name.key in ("train", "test"):
            updates, heights = numbers(plot, np.array([[name.x, name.end]]))
            assert updates[0] == pytest.approx(1_250, abs=1)
            assert heights[0] == pytest.approx(math.log10(16_200) if log else 16_200, rel=1e-2)
    # Where the end of the run is in sight, its newest number needs no update.
    plot.fit()
    plot.zoom(0.5, 2_606)
    assert texts(plot)["train"] == "training L 12,000"


def test_a_number_of_an_update_out_of_sight_is_not_read_there(plot: LossPlot) -> None:
    record = sparse((0, 2.3), (2, 2.36), (1_714, 0.25), (2_606, 0.2))
    show(plot, record)
    plot.zoom(0.05, 1_300)
    # The batches are no way from update 2 to 1,714: there is no line of exact numbers in sight.
    assert set(texts(plot)) == {"baseline", "mean"}
    # Where one is, it has its name alone.
    record = sparse((400, 0.26), (1_714, 0.26), (2_606, 0.26))
    show(plot, record)
    plot.zoom(0.05, 1_300)
    assert texts(plot)["train"] == "L" and texts(plot)["test"] == "test"
    ends = {name.key: (name.x, name.end) for name in picture(plot).names}
    shown = picture(plot).geometry
    assert ends["train"] == (shown.plot.right(), pytest.approx(float(shown.y(N * 0.26))))


def test_the_numbers_of_a_run_that_diverged_have_room(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(10, 5e4, np.float32))
    record.exact_losses.add(exact_at(10, 50_660.871, 50_661.2))
    show(plot, record)
    assert texts(plot)["train"] == "training L 3.040·10⁹" and texts(plot)["test"] == "test 50,661"


def test_before_the_training_it_says_what_to_do_and_names_no_batches(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.exact_losses.add(exact_at(0, 2.3, 2.3))
    show(plot, record)
    assert picture(plot).is_empty and set(texts(plot)) == {"baseline", "train", "test"}


def test_what_space_does_is_not_said_where_it_does_something_else(
    plot: LossPlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints: list[str] = []
    monkeypatch.setattr(PlotPainter, "paint_hint", lambda _, text: hints.append(text))
    record = LossHistory(N)
    show(plot, record)
    assert hints == ["Space starts the training."]
    plot.set_space_starts(False)
    show(plot, record)
    assert len(hints) == 1
    plot.set_space_starts(True)
    show(plot, record)
    assert len(hints) == 2


def test_without_a_test_set_or_a_penalty_neither_is_named(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.exact_losses.add(ExactLoss(0, 0, 1000.0, N, 0.5, 0.0, 0, math.nan))
    show(plot, record)
    assert set(texts(plot)) == {"baseline", "train"}
    record.exact_losses.add(ExactLoss(0, 1, 1000.0, N, 0.5, 0.0, 0, math.nan, l2=0.3))
    show(plot, record)
    assert texts(plot)["penalty"] == "L2, not in L"


def boxes_of(plot: LossPlot, scale: float) -> dict[str, QRectF]:
    """Where each text is written: names, and the numbers of all axes."""
    at, theme = picture(plot), make_theme("dark", scale)
    metrics, px = QFontMetricsF(theme.font("tick")), theme.px
    # From the top of a capital or a digit to the baseline; what hangs below is small.
    height = metrics.capHeight()
    boxes = {}
    for name in at.names:
        left = at.geometry.names.left() + px(16)
        width = min(metrics.horizontalAdvance(name.text), at.geometry.names.right() - left)
        boxes[name.key] = QRectF(left, name.y - height / 2, width, height)
    for tick in at.left:
        width, y = metrics.horizontalAdvance(tick.text), float(at.geometry.y(tick.place))
        right = at.geometry.plot.left() - px(5)
        boxes[f"left {tick.text}"] = QRectF(right - width, y - height / 2, width, height)
    for tick in at.right:
        width, y = metrics.horizontalAdvance(tick.text), float(at.geometry.y(tick.place))
        boxes[f"right {tick.text}"] = QRectF(at.geometry.right_axis + px(7), y - height / 2, width, height)
    return boxes


@pytest.mark.parametrize("size", [(784, 172), (800, 96), (784, 224), (1200, 300)])
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("total", [2_867.0, 5_000_000.0 * 60])
@pytest.mark.parametrize("log", [False, True])
def test_no_text_covers_another_or_leaves_the_picture(
    plot: LossPlot, size: tuple[int, int], scale: float, total: float, log: bool
) -> None:
    plot.set_theme(make_theme("dark", scale))
    plot.resize(*size)
    plot.set_log(log)
    record = LossHistory(N)
    record.add_batch_means(1, np.full(20_000, total / N, np.float32))
    for update in range(0, 20_001, 1000):
        record.exact_losses.add(ExactLoss(0, update, total, N, 0.9, total / 6, 10_000, 0.9))
    show(plot, record)
    boxes = boxes_of(plot, scale)
    for (first, a), (second, b) in combinations(boxes.items(), 2):
        assert not a.intersects(b), (first, a, second, b)
    for name, box in boxes.items():
        assert QRectF(0, -1, plot.width(), plot.height() + 2).contains(box), (name, box)
    # What is most important is always named, and the plot itself keeps room.
    assert {"train", "test"} <= set(texts(plot))
    assert picture(plot).geometry.plot.width() > 0.3 * plot.width()


def test_the_gutter_does_not_breathe_with_the_digits(plot: LossPlot) -> None:
    record = make_record(500)
    plot.set_log(False)
    show(plot, record)
    places = set()
    for update in range(501, 520):
        record.add_batch_means(update, np.full(1, 0.5, np.float32))
        record.exact_losses.add(exact_at(update, 1.0 / (update - 500) ** 2, 0.5))
        show(plot, record)
        places.add(picture(plot).geometry.plot.right())
    assert len(places) == 1


def test_every_unit_has_its_words() -> None:
    for unit in ("batch", "digit", "example"):
        kinds = [BatchKind(unit)]
        assert len({PlotWords().batches(key, kinds) for key in ("all", "most", "mean", "each")}) == 4


@pytest.mark.parametrize(("classes", "baseline"), [(10, "guessing"), (0, "the mean")])
@pytest.mark.parametrize("width", [527, 900])
def test_where_long_names_would_be_cut_short_ones_are_whole(
    plot: LossPlot, classes: int, baseline: str, width: int
) -> None:
    theme = make_theme("dark", 1.5)
    plot.set_theme(theme)
    plot.resize(width, 146)
    plot.set_baseline_loss(LN_10, classes)
    plot.set_batches([KindChange(0, BatchKind("batch", True))])
    show(plot, make_record())
    names, metrics = texts(plot), QFontMetricsF(theme.font("tick"))
    room = picture(plot).geometry.names.width() - theme.px(SIGN_PX)
    assert max(metrics.horizontalAdvance(text) for text in names.values()) <= room, names
    assert (names["baseline"] == baseline) is (width == 527)
    assert names["train"].startswith("L " if width == 527 else "training L ")
