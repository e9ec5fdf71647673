"""Icons in the theme's colour, at every size and shade."""

from __future__ import annotations

import re

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from gui.theme.icons import DISABLED_OPACITY, FOLDER, application_icon_path, icon
from gui.theme.tokens import make_theme

# Besides them there are the application's own, and the arrows of the style sheet, which can't colour a picture.
NAMES = sorted(
    path.stem for path in FOLDER.glob("*.svg") if not re.search("backlight|_dark|_light", path.stem)
)
THEMES = ["dark", "light"]


def pixels(pixmap: QPixmap) -> NDArray[np.uint8]:
    """(height, width, 4): red, green, blue, opacity."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_themes_text_colour_and_no_other(
    qtbot: QtBot, name: str, theme_name: str
) -> None:
    theme = make_theme(theme_name)
    marks = pixels(icon(name, theme).pixmap(QSize(48, 48)))
    inside = marks[marks[..., 3] > 240]
    assert len(inside) >= 50, "an icon can be seen"
    # Rounding of colours that are stored multiplied by their opacity.
    assert np.abs(inside[:, :3].astype(int) - theme.rgb("text").astype(int)).max() <= 2


@pytest.mark.parametrize("name", NAMES)
def test_no_icon_touches_the_border(qtbot: QtBot, name: str) -> None:
    marks = pixels(icon(name, make_theme("dark")).pixmap(QSize(48, 48)))[..., 3]
    assert max(marks[0].max(), marks[-1].max(), marks[:, 0].max(), marks[:, -1].max()) == 0


def test_another_token_gives_another_colour(qtbot: QtBot) -> None:
    theme = make_theme("light")
    marks = pixels(icon("run", theme, token="window").pixmap(QSize(24, 24)))
    assert np.abs(marks[12, 12, :3].astype(int) - theme.rgb("window").astype(int)).max() <= 2


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3, 1.5, 2.0])
@pytest.mark.parametrize("ratio", [1, 2])
def test_the_toolbars_size_is_drawn_and_not_stretched(qtbot: QtBot, scale: float, ratio: int) -> None:
    theme = make_theme("dark", scale)
    side = round(theme.px(18) * ratio)
    assert QSize(side, side) in icon("step", theme).availableSizes()


def test_a_disabled_icon_is_the_same_picture_fainter(qtbot: QtBot) -> None:
    # Pause is filled and stroked: stroke by stroke, it would be darker where they cross.
    pause = icon("pause", make_theme("dark"))
    usual = pixels(pause.pixmap(QSize(24, 24), QIcon.Mode.Normal))[..., 3].astype(float)
    faint = pixels(pause.pixmap(QSize(24, 24), QIcon.Mode.Disabled))[..., 3].astype(float)
    assert np.abs(faint - usual * DISABLED_OPACITY).max() <= 1.5


def test_an_icon_that_nobody_drew_is_refused_by_name(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="'sparkles'"):
        icon("sparkles", make_theme("dark"))


def test_every_icon_is_of_one_hand() -> None:
    for name in NAMES:
        source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in source, name
        assert 'stroke-width="1.8"' in source, name
        # No colour of its own: a hue would mean a value.
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', source)) <= {"none", "currentColor"}, name


def test_the_applications_icon_can_be_drawn(qtbot: QtBot) -> None:
    assert QSvgRenderer(application_icon_path()).isValid()
    assert pixels(QIcon(application_icon_path()).pixmap(QSize(32, 32)))[16, 16, 3] == 255
