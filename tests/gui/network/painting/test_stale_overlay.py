from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QTransform

from gui.network.geometry.layout import make_layout
from gui.network.marks.scales import Scales
from gui.network.painting.primitives import painting
from gui.network.painting.render_context import RenderContext
from gui.network.painting.stale_overlay import StaleOverlay, overlay_on
from gui.theme.tokens import Theme

GROUND = RenderContext(make_layout((256, 8, 4), 800, 506, Theme()), Theme(), 1.0, Scales(2))


def old_image() -> QImage:
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(GROUND.theme.colour("canvas"))
    for x, y in ((300, 200), (310, 2)):
        for right in range(4):
            for down in range(4):
                image.setPixelColor(x + right, y + down, QColor(255, 0, 0))
    return image


def test_two_ways_are_one() -> None:
    # 3·(2·x + 5) + 1 = 6·x + 16 across, 2·(4·y + 7) + 3 = 8·y + 17 down.
    overlay = StaleOverlay(old_image(), QTransform(2, 0, 0, 4, 5, 7))
    assert overlay.moved(QTransform(3, 0, 0, 2, 1, 3)).transform == QTransform(6, 0, 0, 8, 16, 17)


def test_without_a_way_the_image_stays_as_it_was() -> None:
    old = old_image()
    assert StaleOverlay(old, QTransform()).image(GROUND) is old


def test_what_was_seen_is_moved_to_where_it_belongs(qapp) -> None:
    image = StaleOverlay(old_image(), QTransform.fromTranslate(40, 30)).image(GROUND)
    assert image.pixelColor(341, 231) == QColor(255, 0, 0)
    assert image.pixelColor(301, 201) == GROUND.theme.colour("canvas")


def test_the_words_around_the_network_stay(qapp) -> None:
    image = StaleOverlay(old_image(), QTransform.fromTranslate(40, 30)).image(GROUND)
    assert image.pixelColor(311, 3) == QColor(255, 0, 0)


@pytest.mark.parametrize(("times", "ratio"), [(0.5, 1.0), (2.0, 1.0), (0.5, 2.0)])
def test_in_a_view_of_another_size_the_whole_of_it_stays_in_sight(qapp, times, ratio) -> None:
    layout = make_layout((256, 8, 4), 800 * times, 506 * times + 60, Theme())
    old = QImage(round(800 * ratio), round(506 * ratio), QImage.Format.Format_RGB32)
    old.setDevicePixelRatio(ratio)
    old.fill(GROUND.theme.colour("canvas"))
    with painting(old) as painter:
        painter.fillRect(780, 480, 16, 16, QColor(255, 0, 0))
    image = StaleOverlay(old, QTransform()).image(replace(GROUND, layout=layout, ratio=ratio))
    assert image.deviceIndependentSize() == QSizeF(layout.width, layout.height)
    x, y = (round(ratio * times * place) for place in (788, 488))
    assert image.pixelColor(x, y) == QColor(255, 0, 0)
    assert image.pixelColor(x, round(ratio * (layout.height - 10))) == GROUND.theme.colour("canvas")


@pytest.mark.parametrize("wide", [790, 900])
def test_in_one_that_is_little_larger_or_smaller_it_stays_as_it_was(qapp, wide) -> None:
    old, layout = old_image(), make_layout((256, 8, 4), wide, wide * 506 / 800, Theme())
    assert StaleOverlay(old, QTransform()).image(replace(GROUND, layout=layout)) is old


def test_moving_on_starts_from_the_same_image(qapp) -> None:
    overlay = StaleOverlay(old_image(), QTransform.fromTranslate(40, 30))
    overlay.image(GROUND)
    assert overlay.moved(QTransform.fromTranslate(0, 10)).image(GROUND).pixelColor(341, 241) == QColor(
        255, 0, 0
    )


def test_on_new_ground_the_image_stays_or_else_what_stayed_before() -> None:
    image, way = QImage(4, 4, QImage.Format.Format_RGB32), QTransform.fromTranslate(3, 0)
    older = StaleOverlay(QImage(2, 2, QImage.Format.Format_RGB32), QTransform.fromTranslate(0, 5))
    stays = overlay_on(image, older, way)
    assert stays is not None and stays.old is image and stays.transform == way
    moved = overlay_on(None, older, way)
    assert moved is not None and moved.old is older.old and moved.transform == QTransform.fromTranslate(3, 5)
    assert overlay_on(None, None, way) is overlay_on(image, older, None) is None
