"""The painted pixels: each has the colour of its number, a sign or a frame where it has one."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from gui.flips.flip_colours import change_colours
from gui.flips.flip_marks import FlipMarks
from gui.flips.flip_painter import FlipPainter, ink_image, paint_scale
from gui.flips.flip_places import FlipPlaces
from gui.network.marks.neuron_marks import ink_colours
from gui.network.painting.primitives import new_image, painting
from gui.theme.tokens import Theme, make_theme
from tests.gui.flips.small import CHANGES, CHANGING, NAMES, marks

pytestmark = pytest.mark.usefixtures("qapp")


def painted(
    own: FlipMarks, theme: Theme, width: int = 420, framed: int | None = None
) -> tuple[QImage, FlipPlaces]:
    image = new_image(width, 200, 1.0)
    image.fill(theme.colour("canvas"))
    places = FlipPlaces.fitted(own.rows, own.columns, QRectF(4, 4, width - 8, 190), 20)
    with painting(image) as painter:
        whole = FlipPainter(painter, theme, own, places, NAMES)
        whole.paint()
        if framed is not None:
            whole.paint_frame(framed, "text")
    return image, places


def near_corner(image: QImage, place: QRectF) -> list[int]:
    """The colour of a pixel, beside what is written in its middle and around it."""
    return rgb(image, place.left() + 0.22 * place.width(), place.top() + 0.22 * place.height())


def rgb(image: QImage, x: float, y: float) -> list[int]:
    colour = QColor(image.pixel(int(x), int(y)))
    return [colour.red(), colour.green(), colour.blue()]


@pytest.mark.parametrize("name", ["dark", "light"])
def test_every_pixel_has_the_colour_of_its_number(name: str) -> None:
    theme, own = make_theme(name), marks()
    image, places = painted(own, theme)
    ink = ink_colours(own.x, theme)
    expected = change_colours(np.array(CHANGES) / 2, theme)
    for pixel in range(12):
        assert near_corner(image, places.rect_of(pixel, 0)) == ink[pixel].tolist()
        assert near_corner(image, places.rect_of(pixel, 1)) == expected[pixel].tolist()


def test_signs_and_names_differ_in_shape() -> None:
    own, theme = marks(), make_theme("dark")
    image, places = painted(own, theme)

    def is_written(pixel: int, right: float, down: float) -> bool:
        place = places.rect_of(pixel, 1)
        at = place.center().x() + right * place.width(), place.center().y() + down * place.height()
        found = np.array([rgb(image, at[0] + x, at[1] + y) for x in (-1, 0, 1) for y in (-1, 0, 1)])
        own_colour = change_colours(own.strength[pixel : pixel + 1], theme)[0]
        return bool((np.abs(found - own_colour).sum(axis=1) > 60).any())

    # 0 raises C: a plus; 5 lowers it: a minus; 2 does nothing.
    assert is_written(0, 0.18, 0) and is_written(0, 0, 0.18)
    assert is_written(5, 0.18, 0) and not is_written(5, 0, 0.18)
    assert not is_written(2, 0.18, 0) and not is_written(2, 0, 0)
    # Who changes the answer has the answer's name in place of a sign, and a frame.
    for pixel in CHANGING:
        edge = places.rect_of(pixel, 1)
        assert rgb(image, edge.left() + 1, edge.center().y()) != near_corner(image, edge)


def test_small_pixels_have_no_signs_and_names_but_their_colours() -> None:
    theme = make_theme("dark")
    image, places = painted(marks(), theme, width=44)
    assert places.cell <= 4
    place = places.rect_of(0, 1)
    assert (
        rgb(image, place.center().x(), place.center().y())
        == change_colours(np.full(1, CHANGES[0] / 2), theme)[0].tolist()
    )


def test_a_frame_is_in_both_pictures() -> None:
    theme = make_theme("light")
    plain, places = painted(marks(), theme)
    framed, _ = painted(marks(), theme, framed=0)
    for picture in (0, 1):
        edge = places.rect_of(0, picture)
        at = edge.left() - 1, edge.center().y()
        assert rgb(framed, *at) == theme.rgb("text").astype(int).tolist() != rgb(plain, *at)


def test_the_legend_has_the_colours_of_the_pixels() -> None:
    theme = make_theme("dark")
    image = new_image(132, 12, 1.0)
    with painting(image) as painter:
        paint_scale(painter, QRectF(1, 1, 130, 10), theme)
    ends = change_colours(np.array([-1.0, 0.0, 1.0]), theme).tolist()
    assert [rgb(image, x, 6) for x in (2, 66, 129)] == ends


def test_a_picture_is_painted_as_the_network_reads_it() -> None:
    theme = make_theme("dark")
    x = np.array([0, 1, 0.5, 1], np.float32)
    image = ink_image(x, 2, 2, theme)
    own = [rgb(image, x, y) for y in (0, 1) for x in (0, 1)]
    assert own == ink_colours(x, theme).tolist()
