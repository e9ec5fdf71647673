"""Lines of many colours as one recording, so that one call paints them.

A painter is told a colour, then lines, then another colour, and so on: a hundred calls from Python for one picture of
the edges. QPicture keeps such calls as bytes, and these are written here by numpy, all lines at once (recording them
with a painter would take as long as painting). Qt's format is a header, then a command after the other: a number that
names it, the length of what follows, and that; all numbers are big-endian. What a command for a pen looks like is not
known here: it is cut out of a recording that Qt has made.

References
----------
The Qt Company, Qt 6 reference documentation, QPicture and "Serializing Qt Data Types"
"""

from __future__ import annotations

from binascii import crc_hqx
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen, QPicture

Floats = NDArray[np.float64]

# A line: the command for a polyline, the length of the rest, that it has two points, and these.
LINE = np.dtype([("command", "u1"), ("length", "u1"), ("points", ">i4"), ("ends", ">f8", 4)])
POLYLINE = 12
# A recording: "QPIC", a checksum of all that follows it, version and bounds, how many commands there are, the
# commands, and an end, which counts as one.
CHECKED_FROM, CHECKSUM, COUNT, END = 6, slice(4, 6), slice(28, 32), 2
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def recording(pens: Sequence[QPen], lines: Sequence[Floats]) -> QPicture:
    """Each pen's lines, (n, 4) rows x1, y1, x2, y2, in their order."""
    commands = []
    for pen, rows in zip(pens, lines, strict=True):
        drawn = np.empty(len(rows), LINE)
        drawn["command"], drawn["length"], drawn["points"] = POLYLINE, LINE.itemsize - 2, 2
        drawn["ends"] = rows
        commands += [_pen_command(pen.color().rgba(), pen.widthF()), drawn.tobytes()]
    head = bytearray(_empty()[:-END])
    count = len(pens) + sum(len(rows) for rows in lines) + 1
    head[COUNT] = count.to_bytes(4, "big")
    body = b"".join([bytes(head[CHECKED_FROM:]), *commands, _empty()[-END:]])
    picture = QPicture()
    picture.setData(bytes(head[: CHECKSUM.start]) + _checksum(body).to_bytes(2, "big") + body)
    return picture


@lru_cache(maxsize=1)
def can_record() -> bool:
    """Whether these bytes are those that this release of Qt makes itself, but for the bounds."""
    pens = [QPen(QColor(1, 2, 3), 1.0), QPen(QColor(250, 128, 7), 1.0)]
    lines = [np.array([[1.5, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]), np.array([[-1.0, 0.25, 9.0, 1e4]])]

    def paint(painter: QPainter) -> None:
        for pen, rows in zip(pens, lines, strict=True):
            painter.setPen(pen)
            painter.drawLines([QLineF(*row) for row in rows.tolist()])

    by_qt, ours = _recorded(paint), _bytes_of(recording(pens, lines))
    return by_qt[COUNT.start :] == ours[COUNT.start :] and by_qt[:4] == ours[:4]


def _checksum(data: bytes) -> int:
    """CRC-16 of ISO 3309; Python has the one that goes through the bits the other way round."""
    mirrored = crc_hqx(data.translate(_MIRRORED), 0xFFFF)
    return 0xFFFF ^ int(f"{mirrored:016b}"[::-1], 2)


@lru_cache(maxsize=1)
def _empty() -> bytes:
    return _recorded(lambda painter: None)


@lru_cache(maxsize=1024)
def _pen_command(rgba: int, width: float) -> bytes:
    """The command that chooses a pen, as Qt writes it between two lines."""
    line = [QLineF(0, 0, 1, 1)]
    pen, other = (QPen(QColor.fromRgba(rgba), wide) for wide in (width, width + 1))

    def with_other(painter: QPainter) -> None:
        painter.setPen(other)
        painter.drawLines(line)

    def with_both(painter: QPainter) -> None:
        with_other(painter)
        painter.setPen(pen)
        painter.drawLines(line)

    before, whole = _recorded(with_other), _recorded(with_both)
    return whole[len(before) - END : -END - LINE.itemsize]


def _recorded(paint: Callable[[QPainter], None]) -> bytes:
    picture = QPicture()
    painter = QPainter(picture)
    paint(painter)
    painter.end()
    return _bytes_of(picture)


def _bytes_of(picture: QPicture) -> bytes:
    return bytes(cast(bytes, picture.data()))
