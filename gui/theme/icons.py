"""Icons of our own drawing, in the colour of the theme's text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme.tokens import Theme

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "icons"
# Menus, toolbar and large buttons at 100 %, in px.
SIDES = (16, 18, 24)
# What can't be used is drawn this strong.
DISABLED_OPACITY = 0.35


def icon(name: str, theme: Theme, token: str = "text") -> QIcon:
    """The icon drawn in assets/icons/`name`.svg, in one of the theme's colours.

    It holds a pixmap for each usual size at device-pixel-ratio 1 and 2, so that nothing is blurred by scaling,
    and a fainter one of each for what is disabled.

    Raises
    ------
    ValueError
        Where there is no such drawing.
    """
    # No icon is kept in a global: a pixmap that outlives Qt can end the process with a crash.
    source = _drawing(name).replace("currentColor", theme.colour(token).name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    result = QIcon()
    for side in sorted({round(theme.px(side) * ratio) for side in SIDES for ratio in (1, 2)}):
        pixmap = _rendered(renderer, side)
        result.addPixmap(pixmap, QIcon.Mode.Normal)
        result.addPixmap(_faded(pixmap), QIcon.Mode.Disabled)
    return result


def application_icon_path() -> str:
    """Where the application's own icon is."""
    return str(FOLDER / "backlight.svg")


@cache
def _drawing(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        raise ValueError(f"no icon is called {name!r}: there is no {path.name} in assets/icons")
    return path.read_text(encoding="utf-8")


def _rendered(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = _empty(side)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def _faded(pixmap: QPixmap) -> QPixmap:
    # The whole picture at once: stroke by stroke, it would be darker where strokes cross.
    faded = _empty(pixmap.width())
    painter = QPainter(faded)
    painter.setOpacity(DISABLED_OPACITY)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return faded


def _empty(side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    return pixmap
