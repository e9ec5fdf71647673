"""Ink of grey images: of any size, place and polarity, as MNIST's preparation and the canvas give it."""

import gzip
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.data.dataset import load_dataset
from core.data.importers.image_ink import ink_from_grey
from core.data.ink import ink_from_images, ink_from_strokes
from core.data.raster import draw_segments

ORIGINALS = Path(__file__).parent.parent / "originals" / "first-500-test-images.idx.gz"


def originals() -> NDArray[np.uint8]:
    return np.frombuffer(gzip.decompress(ORIGINALS.read_bytes()), np.uint8, offset=16).reshape(-1, 28, 28)


def five() -> NDArray[np.float64]:
    """A 5 in a square of side 1."""
    angle = np.linspace(-2.2, 2.4, 40)
    belly = np.stack((0.45 + 0.2 * np.cos(angle), 0.62 + 0.18 * np.sin(angle)), axis=1)
    return np.concatenate(([[0.65, 0.28], [0.36, 0.29]], belly))


def drawn(side: int, scale: float = 1.0, x: float = 0.0, y: float = 0.0) -> NDArray[np.float64]:
    """(1, side, side): the 5 in white on black, averaged from eight times as fine; pixels of moving."""
    fine = (five() * scale * side + (x, y)) * 8
    image = draw_segments(fine[:-1], fine[1:], 0.025 * scale * side * 8, side * 8)
    return 255 * image.reshape(1, side, 8, side, 8).mean(axis=(2, 4))


def test_mnists_images_become_the_digits_of_the_asset() -> None:
    expected = load_dataset("digits").X_test[:500].reshape(-1, 16, 16)
    np.testing.assert_array_equal(ink_from_grey(originals()), expected)
    np.testing.assert_array_equal(ink_from_grey(255 - originals()), expected)


def test_mnists_images_enlarged_become_nearly_the_same_ink() -> None:
    enlarged = np.kron(originals(), np.ones((1, 2, 2)))
    # MNIST moved by whole pixels, until the centre of mass was from 14 to 15; here it is at 14, as on the canvas.
    differ = (ink_from_grey(enlarged) != ink_from_images(originals())).mean()
    assert differ < 0.08


@pytest.mark.parametrize("side", [17, 27, 29, 40, 64])
def test_a_drawing_of_any_size_and_place_is_about_the_canvass(side: int) -> None:
    canvas = ink_from_strokes([five() * 280], 280, 14)
    for scale, x, y in ((1.0, 0, 0), (0.7, side * 0.2, 0), (0.8, 0, side * 0.1)):
        ink = ink_from_grey(drawn(side, scale, x, y))[0]
        assert (ink != canvas).mean() < 0.1


def test_twice_as_large_and_elsewhere_is_the_same() -> None:
    image = np.zeros((1, 30, 30))
    image[0, 3:15, 5:12] = originals()[0, 7:19, 9:16]
    elsewhere = np.roll(image, (9, 11), axis=(1, 2))
    twice = np.kron(image, np.ones((1, 2, 2)))
    for other in (elsewhere, twice):
        np.testing.assert_array_equal(ink_from_grey(other), ink_from_grey(image))


@pytest.mark.parametrize("side", [16, 28, 40])
def test_dark_on_bright_is_the_same_as_bright_on_dark(side: int) -> None:
    np.testing.assert_array_equal(ink_from_grey(255 - drawn(side)), ink_from_grey(drawn(side)))


def test_pale_ink_on_grey_paper_is_the_same_as_black_on_white() -> None:
    image = drawn(50)
    np.testing.assert_array_equal(ink_from_grey(200 - image * 0.5), ink_from_grey(image))


@pytest.mark.parametrize("grey", [0, 100, 255])
@pytest.mark.parametrize("side", [1, 16, 28, 64])
def test_paper_has_no_ink(grey: int, side: int) -> None:
    noise = np.random.default_rng(0).integers(0, 20, (3, side, side))
    assert not ink_from_grey(np.abs(grey - noise)).any()


def test_a_square_fills_the_box_of_20_of_28() -> None:
    image = np.zeros((1, 60, 60))
    image[0, 10:40, 20:50] = 255
    # 4 to 24 of 28 is 1.33 to 14.67 of 16: the outer pixels are two thirds ink, at the corners 4 / 9.
    expected = np.zeros((16, 16))
    expected[1:15, 1:15] = 1
    np.testing.assert_array_equal(ink_from_grey(image)[0], expected)


def test_a_dot_is_a_small_mark_in_the_middle() -> None:
    image = np.zeros((1, 50, 50))
    image[0, 10:12, 30:32] = 255
    ink = ink_from_grey(image)[0]
    assert ink.sum() <= 9 and ink[7:9, 7:9].all()


def test_ink_of_sixteen_is_ink_over_two_fifths() -> None:
    image = np.zeros((1, 16, 16))
    image[0, 5, 5], image[0, 6, 6] = 102, 103
    assert np.argwhere(ink_from_grey(image)[0]).tolist() == [[6, 6]]


# --- thin strokes


def lines(points: list[tuple[float, float]], pen: float, side: int = 200) -> NDArray[np.float64]:
    """(1, side, side): lines through these points of a square of side 1, black on white; the pen in pixels."""
    fine = np.array(points) * side * 4
    image = draw_segments(fine[:-1], fine[1:], pen * 2, side * 4)
    return 255 - 255 * image.reshape(1, side, 4, side, 4).mean(axis=(2, 4))


ONE = [(0.5, 0.1), (0.5, 0.9)]
L = [(0.3, 0.1), (0.3, 0.9), (0.8, 0.9)]
FOUR = [(0.6, 0.9), (0.6, 0.1), (0.2, 0.6), (0.85, 0.6)]


@pytest.mark.parametrize("pen", [1, 2, 4, 8, 10, 12])
@pytest.mark.parametrize("side", [90, 200])
def test_a_one_of_any_pen_is_as_thick_as_the_canvass(side: int, pen: float) -> None:
    # MNIST's pen around 14 of 28 is 12.8 to 15.2, and 7.2 to 8.8 of 16: four fifths of two pixels. It is 20 high:
    # 1.33 to 14.67 of 16.
    expected = np.zeros((16, 16))
    expected[1:15, 7:9] = 1
    ink = ink_from_grey(lines(ONE, pen * side / 200, side))[0]
    # Where the ends are round the outer rows may have less.
    np.testing.assert_array_equal(ink[2:14], expected[2:14])
    assert not (ink > expected).any()


@pytest.mark.parametrize("pen", [1, 2, 4, 6, 8, 13])
@pytest.mark.parametrize(("points", "across"), [(L, 8), (FOUR, 10)], ids=["L", "4"])
def test_no_stroke_of_a_thin_drawing_is_lost(
    points: list[tuple[float, float]], across: int, pen: float
) -> None:
    ink = ink_from_grey(lines(points, pen))[0]
    # Of 20 pixels, 13.3 of 16 x 16, the level stroke has 5 / 8 or 6.5 / 8; what its weight moves out of sight at the
    # top is no more than two of them.
    assert ink.sum(axis=1).max() >= across and ink.sum(axis=0).max() >= 11


def test_thin_strokes_beside_thick_ones_are_kept() -> None:
    thick = lines([(0.25, 0.15), (0.25, 0.85)], 30)
    ink = ink_from_grey(np.minimum(thick, lines([(0.25, 0.2), (0.8, 0.2), (0.8, 0.8)], 3)))[0]
    assert (ink[5:10].sum(axis=1) >= 3).all() and ink.sum(axis=1).max() >= 9


def test_dust_is_not_made_larger() -> None:
    clean = lines(ONE, 30)
    dusty = clean.copy()
    dusty[0, 30:190:40, 60:70:40] = 0
    assert dusty.sum() < clean.sum()
    np.testing.assert_array_equal(ink_from_grey(dusty) > ink_from_grey(clean), False)


@pytest.mark.parametrize("side", [16, 28, 40, 200])
def test_whatever_differs_from_its_paper_has_ink(side: int) -> None:
    dot = np.full((1, side, side), 255.0)
    dot[0, side // 3, side // 2] = 255 - 40
    assert ink_from_grey(dot).any()


def test_a_thin_line_in_mnists_frame_is_not_lost_whole() -> None:
    image = np.zeros((2, 28, 28))
    # A third of the pixel beside it is another's: 2 / 3 and 1 / 3 of what the 16 x 16 has.
    image[0, 4:24, 14], image[1, 4:24, 13:15] = 160, 130
    assert ink_from_grey(image).any(axis=(1, 2)).all()


def pieces(ink: NDArray[np.uint8]) -> int:
    """Into how many parts ink falls, none of which touches another, not even by a corner."""
    left = {(int(row), int(column)) for row, column in np.argwhere(ink)}
    count = 0
    while left:
        count += 1
        waiting = [left.pop()]
        while waiting:
            row, column = waiting.pop()
            beside = {(row + down, column + along) for down in (-1, 0, 1) for along in (-1, 0, 1)} & left
            left -= beside
            waiting += beside
    return count


@pytest.mark.parametrize("share", [0.3, 0.9, 1.0, 1.1, 1.4, 2.0])
def test_a_single_stroke_of_any_width_stays_one(share: float) -> None:
    """Arcs of a circle, in all directions; `share` is the pen's width in pixels of the 28."""
    turns = np.linspace(0.0, 2.0, 25)
    broken = []
    for begin in np.arange(12) * np.pi / 6:
        for bend in (0.5, 0.8):
            angles = begin + bend * turns
            points = np.stack([0.5 + 0.35 * np.cos(angles), 0.5 + 0.35 * np.sin(angles)], axis=1)
            extent = 200 * np.ptp(points, axis=0).max()
            image = lines([(float(x), float(y)) for x, y in points], share * extent / 20)
            broken.append(pieces(ink_from_grey(image)[0]) > 1)
    assert not any(broken)
