"""The two bands of the batches as a picture: made at once in numpy, where hundreds of bars would cost a frame."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

# (n, 4): left, right, upper and lower edge of each bar in px.
Bars = NDArray[np.float64]


def coverage(bars: Bars, area: QRectF, ratio: float) -> NDArray[np.float32]:
    """(rows, columns) how much of each device px of `area` the bars cover, in [0, 1].

    A column of px shows the bar in which its middle lies. Bars rise from left to right and do not overlap; `ratio` is
    how many device px a px has.
    """
    columns, rows = max(1, round(area.width() * ratio)), max(1, round(area.height() * ratio))
    if not len(bars):
        return np.zeros((rows, columns), np.float32)
    middles = area.left() + (np.arange(columns) + 0.5) / ratio
    bar = np.searchsorted(bars[:, 0], middles, side="right") - 1
    inside = (bar >= 0) & (middles < bars[bar, 1])
    upper = ((bars[bar, 2] - area.top()) * ratio)[inside].astype(np.float32)
    lower = ((bars[bar, 3] - area.top()) * ratio)[inside].astype(np.float32)
    edges = np.arange(rows + 1, dtype=np.float32)[:, None]
    # At least half a px high: a band of equal losses is a line, and not nothing.
    middle, half = (upper + lower) / 2, np.maximum((lower - upper) / 2, 0.25)
    top, bottom = middle - half, middle + half
    # In place: as many px as a plot has are copied once, and not six times.
    shares: NDArray[np.float32] = np.minimum(edges[1:], bottom)
    shares -= np.maximum(edges[:-1], top)
    np.minimum(np.maximum(shares, 0, out=shares), 1, out=shares)
    if inside.all():
        return shares
    covered = np.zeros((rows, columns), np.float32)
    covered[:, inside] = shares
    return covered


def band_image(bands: list[tuple[Bars, float]], colour: QColor, area: QRectF, ratio: float) -> QImage | None:
    """The bands, each with its opacity, over each other in one colour; None without bars."""
    if not any(len(bars) for bars, _ in bands):
        return None
    clear: NDArray[np.float32] | float = 1.0
    for bars, opacity in bands:
        clear = clear * (1 - opacity * coverage(bars, area, ratio))
    levels = np.round(255 * (1 - np.asarray(clear))).astype(np.uint8)
    palette = _palette(colour.rgb())
    rows, columns = levels.shape
    pixels = palette[levels]
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied).copy()
    image.setDevicePixelRatio(ratio)
    return image


@lru_cache(maxsize=4)
def _palette(rgb: int) -> NDArray[np.uint32]:
    """(256,) each opacity of a colour as a px, its colours multiplied by it already."""
    colour = QColor.fromRgb(rgb)
    channels = np.array([colour.blue(), colour.green(), colour.red(), 255])
    pixels: NDArray[np.uint32]
    pixels = np.round(np.arange(256)[:, None] / 255 * channels).astype(np.uint8).view(np.uint32)[:, 0]
    return pixels
