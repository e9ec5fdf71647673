"""A plot of lines as it is at one moment, to be kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.exchange.table import Column
from gui.curves.curve_painter import CurvePainter
from gui.curves.curve_picture import CurvePicture
from gui.curves.curve_set import CurveSet
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure, Numbers

# In files names are English, as those of all numbers.
NAMES = {
    "out": "output layer",
    "cost": "mean C with penalties",
    "mean": "mean C",
    "l1": "L1 penalty",
    "l2": "L2 penalty",
}
UNITS = {"cost": "nats", "gradient": "nats"}
STEMS = {"update": "update-to-weight"}
PARTS = ("dead", "saturated")


def curve_figure(
    what: str, size: tuple[int, int], theme: Theme, picture: CurvePicture, moment: int | None
) -> Figure | None:
    """The figure; None before there are numbers. `moment` is the update that is looked back at, None for the newest."""
    curves = picture.curves
    if not len(curves.updates):
        return None

    def paint(painter: QPainter, theme: Theme) -> None:
        painter.fillRect(QRectF(0, 0, *size), theme.colour("canvas"))
        on = CurvePainter(painter, theme, picture)
        for _ in on.paint():
            pass
        if moment is not None:
            on.paint_cursor(moment, None)

    stem, numbers = STEMS.get(curves.kind, curves.kind), (numbers_of(curves),)
    return Figure(what, stem, size, theme, paint, numbers, update=int(curves.updates[-1]))


def numbers_of(curves: CurveSet) -> Numbers:
    """The update and each line's numbers as columns; a share also as the two that it is the sum of."""
    columns = [Column("update", curves.updates)]
    for place, key in enumerate(curves.keys):
        name = NAMES.get(key, f"layer {key}")
        columns.append(Column(name, curves.values[:, place], UNITS.get(curves.kind, "")))
        for part, values in zip(PARTS, curves.parts, strict=False):
            columns.append(Column(f"{name}: {part}", values[:, place]))
    if len(curves.samples):
        columns += [Column("noise: first examples", curves.samples[:, 0])]
        columns += [Column("batch size", curves.samples[:, 1])]
    return Numbers(tuple(columns))
