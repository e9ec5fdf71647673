"""Ink: MNIST's own images become the asset's digits, and a drawing's size, place and slant do not matter."""

import gzip
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.data.dataset import load_dataset
from core.data.ink import ink_from_images, ink_from_strokes

ORIGINALS = Path(__file__).parent / "originals" / "first-500-test-images.idx.gz"
CANVAS = 280
PEN_WIDTH = 24.0

Stroke = NDArray[np.float64]
Predict = Callable[[NDArray[np.generic]], NDArray[np.intp]]


def originals() -> NDArray[np.uint8]:
    return np.frombuffer(gzip.decompress(ORIGINALS.read_bytes()), np.uint8, offset=16).reshape(-1, 28, 28)


def five() -> list[Stroke]:
    """A 5 as one draws it: the belly, then the bar."""
    angle = np.linspace(-2.2, 2.4, 40)
    belly = np.stack((130 + 50 * np.cos(angle), 175 + 45 * np.sin(angle)), axis=1)
    return [np.concatenate(([[105.0, 80.0]], belly)), np.array([[105.0, 80.0], [180.0, 78.0]])]


def ink(strokes: list[Stroke]) -> NDArray[np.float32]:
    return ink_from_strokes(strokes, CANVAS, PEN_WIDTH)


def moved(strokes: list[Stroke], scale: float, x: float, y: float) -> list[Stroke]:
    return [stroke * scale + np.array([x, y]) for stroke in strokes]


def slanted(strokes: list[Stroke], slant: float) -> list[Stroke]:
    return [np.stack((stroke[:, 0] - slant * stroke[:, 1], stroke[:, 1]), axis=1) for stroke in strokes]


# --- images


def test_mnists_own_images_become_the_digits_of_the_asset() -> None:
    expected = load_dataset("digits").X_test[:500].reshape(-1, 16, 16)
    np.testing.assert_array_equal(ink_from_images(originals()), expected)


def test_a_pixel_is_ink_where_more_than_two_fifths_of_its_area_is() -> None:
    image = np.zeros((1, 28, 28))
    image[0, 2, 2] = 255  # a whole pixel of the 1.5 x 1.5 that make the first: 1 / 2.25 = 0.444
    image[0, 2, 5] = 255 * 0.88  # 0.391 of the third
    ink = ink_from_images(image)[0]
    assert np.argwhere(ink).tolist() == [[0, 0]]


def test_exactly_two_fifths_is_not_ink() -> None:
    image = np.zeros((2, 28, 28), dtype=np.uint8)
    image[:, 2, 2], image[:, 2, 3] = 229, 2  # 4 x 229 + 2 x 1 = 918 = 0.4 of 9 x 255
    image[0, 2, 3] = 1
    image[1, 3, 3] = 1
    assert ink_from_images(image)[:, 0, 0].tolist() == [0, 1]


@pytest.mark.parametrize("shape", [(28, 28), (1, 27, 28), (1, 28, 28, 1)])
def test_images_of_another_size_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="28"):
        ink_from_images(np.zeros(shape))


# --- strokes


@pytest.mark.parametrize("strokes", [[], [np.empty((0, 2))], [[], []]])
def test_a_blank_canvas_has_no_ink(strokes: list[Stroke]) -> None:
    blank = ink(strokes)
    assert blank.shape == (16, 16) and blank.dtype == np.float32 and not blank.any()


@pytest.mark.parametrize("place", [(140, 140), (0, 0), (-5000, 9000)])
def test_a_dot_is_a_small_mark_in_the_middle_wherever_it_is(place: tuple[float, float]) -> None:
    dot = ink([np.array([place], dtype=float)])
    assert 1 <= dot.sum() <= 4
    assert dot[7:9, 7:9].sum() == dot.sum()


def test_the_trembling_of_a_click_stays_a_small_mark() -> None:
    click = [np.array([[100.0, 100.0], [101.0, 100.0], [101.0, 102.0]])]
    assert ink(click).sum() <= 9


def test_ink_is_zero_and_one() -> None:
    assert np.unique(ink(five())).tolist() == [0, 1]


def test_a_drawing_has_about_as_much_ink_as_mnists_digits() -> None:
    share = load_dataset("digits").X_test.mean(axis=1)
    assert np.quantile(share, 0.01) < ink(five()).mean() < np.quantile(share, 0.99)


@settings(max_examples=60, deadline=None)
@given(
    scale=st.floats(0.1, 20),
    x=st.floats(-5000, 5000),
    y=st.floats(-5000, 5000),
)
def test_neither_size_nor_place_of_a_drawing_matters(scale: float, x: float, y: float) -> None:
    assert np.abs(ink(moved(five(), scale, x, y)) - ink(five())).sum() <= 2  # rounding moves an edge at most


def lean(ink: NDArray[np.float32]) -> float:
    """-Σxy / Σy² about the centre of mass: 0 for upright writing, 1 at 45°."""
    y, x = np.nonzero(ink)
    return float(-np.mean((x - x.mean()) * (y - y.mean())) / y.var())


@pytest.mark.parametrize("slant", [-1.2, -0.8, -0.4, 0.0, 0.4, 0.8])
def test_a_slanted_drawing_is_brought_to_mnists_usual_slant(slant: float) -> None:
    assert -0.15 < lean(ink(slanted(five(), slant))) < 0.3


def test_a_level_line_stays_level() -> None:
    line = ink([np.array([[40.0, 150.0], [240.0, 140.0]])])
    rows = np.flatnonzero(line.any(axis=1))
    assert rows[-1] - rows[0] <= 3
    assert line.any(axis=0).sum() >= 12


def test_repeated_points_and_split_strokes_change_nothing() -> None:
    strokes = five()
    repeated = [np.repeat(stroke, 3, axis=0) for stroke in strokes]
    split = [part for stroke in strokes for part in (stroke[:2], stroke[1:])]
    np.testing.assert_array_equal(ink(repeated), ink(strokes))
    np.testing.assert_array_equal(ink(split), ink(strokes))


def test_lists_of_points_will_do() -> None:
    np.testing.assert_array_equal(
        ink_from_strokes([stroke.tolist() for stroke in five()], (CANVAS, CANVAS), PEN_WIDTH), ink(five())
    )


def test_a_scribble_of_thousands_of_points_is_all_ink_in_its_middle() -> None:
    scribble = np.random.default_rng(0).uniform(0, CANVAS, (5000, 2))
    assert ink([scribble])[4:12, 4:12].all()


def test_three_hundred_points_are_read_within_half_a_frame() -> None:
    angle = np.linspace(0, 12, 300)
    drawing = [np.stack((140 + 80 * np.cos(angle) * np.sin(angle / 3), 140 + 100 * np.sin(angle)), axis=1)]
    durations = []
    for _ in range(20):
        begin = time.perf_counter()
        ink(drawing)
        durations.append(time.perf_counter() - begin)
    assert min(durations) < 0.008


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12)), min_size=1, max_size=5),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_drawn_has_ink(strokes: list[list[tuple[float, float]]]) -> None:
    result = ink_from_strokes(strokes, CANVAS, PEN_WIDTH)
    assert result.any() and np.isin(result, (0, 1)).all()


@pytest.mark.parametrize(
    ("strokes", "canvas", "pen", "message"),
    [
        ([np.array([[0, np.nan]])], 280, 20, "finite"),
        ([np.array([[np.inf, 0]])], 280, 20, "finite"),
        ([np.array([[-1e308, 0], [1e308, 0]])], 280, 20, "too large"),
        ([np.array([1.0, 2.0])], 280, 20, r"\(n, 2\)"),
        ([np.zeros((3, 3))], 280, 20, r"\(n, 2\)"),
        ([], 0, 20, "canvas_size.*0"),
        ([], 280, -1, "pen_width.*-1"),
        ([], 280, float("nan"), "pen_width.*nan"),
    ],
)
def test_what_is_no_drawing_is_refused(
    strokes: list[Stroke], canvas: float, pen: float, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        ink_from_strokes(strokes, canvas, pen)


# --- MNIST's digits, traced and redrawn


def thinned(images: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(n, h, w) to lines one pixel wide.

    T. Y. Zhang, C. Y. Suen, "A Fast Parallel Algorithm for Thinning Digital Patterns", CACM 27 (1984).
    """
    lines = images.copy()
    while True:
        before = lines
        for corners in (((0, 2, 4), (2, 4, 6)), ((0, 2, 6), (0, 4, 6))):
            p = np.pad(lines, ((0, 0), (1, 1), (1, 1)))
            at = [(0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0), (0, 0)]
            n = [p[:, y : y + lines.shape[1], x : x + lines.shape[2]] for y, x in at]
            # At most eight: a byte each.
            count = sum(v.view(np.int8) for v in n)
            turns = sum((~n[i] & n[(i + 1) % 8]).view(np.int8) for i in range(8))
            free = ~(n[corners[0][0]] & n[corners[0][1]] & n[corners[0][2]])
            free &= ~(n[corners[1][0]] & n[corners[1][1]] & n[corners[1][2]])
            lines = lines & ~((count >= 2) & (count <= 6) & (turns == 1) & free)
        if np.array_equal(lines, before):
            return lines


def traced(lines: NDArray[np.bool_]) -> list[Stroke]:
    """A thin line drawing as strokes: one from each pixel to each neighbour (no diagonals at corners)."""
    pixels = {(int(x), int(y)) for y, x in np.argwhere(lines)}
    strokes = []
    for x, y in pixels:
        if not pixels & {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy}:
            strokes.append(np.array([[x, y]], dtype=float))
        for dx, dy in ((1, 0), (0, 1), (1, 1), (-1, 1)):
            corner = dx and dy and ((x + dx, y) in pixels or (x, y + dy) in pixels)
            if (x + dx, y + dy) in pixels and not corner:
                strokes.append(np.array([[x, y], [x + dx, y + dy]], dtype=float))
    return strokes


@pytest.fixture(scope="module")
def redrawings() -> list[list[Stroke]]:
    fine = np.arange(84) / 3 - 1 / 3  # three pixels for one, interpolated
    below = np.clip(np.floor(fine).astype(int), 0, 26)
    share = np.clip(fine - below, 0, 1)
    enlarge = np.zeros((84, 28))
    enlarge[np.arange(84), below] = 1 - share
    enlarge[np.arange(84), below + 1] += share
    return [traced(lines) for lines in thinned(enlarge @ originals() @ enlarge.T > 110)]


@pytest.fixture(scope="module")
def predict() -> Predict:
    from core.nn.network import Network
    from core.training.trainer import Trainer, TrainingConfig

    trainer = Trainer(Network.dense((256, 32, 16, 10), seed=0), load_dataset("digits"), TrainingConfig())
    for _ in range(4):
        trainer.run_epoch()
    return lambda X: trainer.network.predict(np.asarray(X, dtype=np.float32)).argmax(axis=1)


# A slant of 0.6 is 31 degrees, on top of each digit's own; not brought upright it costs 12 to 25 points.
@pytest.mark.parametrize(("slant", "cost"), [(-0.6, 0.05), (0.0, 0.03), (0.6, 0.05)])
def test_traced_test_digits_are_read_as_their_originals_whatever_size_place_and_slant(
    redrawings: list[list[Stroke]],
    predict: Predict,
    slant: float,
    cost: float,
) -> None:
    data = load_dataset("digits")
    rng = np.random.default_rng(11)
    drawn = []
    for strokes in redrawings:
        x, y = rng.uniform(-100, 300, 2)
        placed = moved(slanted(strokes, slant), 10 ** rng.uniform(0, 1), x, y)
        drawn.append(ink_from_strokes(placed, CANVAS, 4.0).ravel())
    original = (predict(data.X_test[:500]) == data.y_test[:500]).mean()
    redrawn = (predict(np.array(drawn)) == data.y_test[:500]).mean()
    assert original > 0.9
    assert redrawn > original - cost
