"""Icons of our own drawing, in the colour of the theme's text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme.kept_pictures import KeptPictures
from gui.theme.tokens import Theme

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "icons"
# Menus, toolbar and large buttons at 100 %, in px.
SIDES = (16, 18, 24)
# What can't be used is drawn this strong.
DISABLED_OPACITY = 0.35
# A window has some 60 icons of 6 sizes: those of two looks are kept drawn at 100 %, and those of one at 150 %. Those in
# use share their pixels with these.
MOST_KEPT_BYTES = 6_000_000


def icon(name: str, theme: Theme, token: str = "text") -> QIcon:
    """The icon drawn in assets/icons/`name`.svg, in one of the theme's colours.

    It holds a pixmap for each usual size at device-pixel-ratio 1 and 2, so that nothing is blurred by scaling,
    and a fainter one of each for what is disabled.

    Raises
    ------
    ValueError
        Where there is no such drawing.
    """
    colour = theme.colour(token).name()
    result = QIcon()
    for side in sorted({round(theme.px(side) * ratio) for side in SIDES for ratio in (1, 2)}):
        usual, faded = _pictures(name, colour, side)
        result.addPixmap(QPixmap.fromImage(usual), QIcon.Mode.Normal)
        result.addPixmap(QPixmap.fromImage(faded), QIcon.Mode.Disabled)
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


# Images, not icons: a pixmap that outlives Qt can end the process with a crash.
_kept = KeptPictures(MOST_KEPT_BYTES)


def _pictures(name: str, colour: str, side: int) -> tuple[QImage, ...]:
    """The drawing in this colour, and the same fainter, each of `side` x `side` px."""
    return _kept.get((name, colour, side), lambda: _drawn(name, colour, side))


def _drawn(name: str, colour: str, side: int) -> tuple[QImage, QImage]:
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    usual = _empty(side)
    painter = QPainter(usual)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    # The whole picture at once: stroke by stroke, it would be darker where strokes cross.
    faded = _empty(side)
    painter = QPainter(faded)
    painter.setOpacity(DISABLED_OPACITY)
    painter.drawImage(0, 0, usual)
    painter.end()
    return usual, faded


def _empty(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(Qt.GlobalColor.transparent))
    return image
