"""What the curve is whose name is pointed at in the plot of L."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from gui.loss.curve_words import curve_words
from gui.loss.plot_picture import PlotPicture, PlotWords


def name_words(picture: PlotPicture, words: PlotWords, train_count: int, place: QPoint) -> str:
    """The name as a whole, and a sentence on its curve; "" beside the names. `train_count` is N."""
    at = picture.geometry
    if not at.names.left() <= place.x() <= at.names.right():
        return ""
    near = min(picture.names, key=lambda name: abs(name.y - place.y()), default=None)
    if near is None or abs(near.y - place.y()) > at.line / 2:
        return ""
    columns, trailing = picture.shapes.columns, picture.shapes.trailing
    of_mean = (0, 0) if trailing is None else (trailing.window, trailing.wanted)
    return f"{near.text}\n{curve_words(near.key, columns, train_count, words.kinds(columns), *of_mean)}"
