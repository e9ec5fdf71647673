"""A plot or a table as it is at one moment, to be kept: how it is painted, and the numbers in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from core.exchange.table import Column
from gui.theme.tokens import Theme

Paint = Callable[[QPainter, Theme], None]
"""Paints all of it at its own size, in the colours of this theme."""


@dataclass(frozen=True)
class Numbers:
    """The numbers in it, as columns.

    Attributes
    ----------
    columns : tuple of Column
    kind : str
        What these are of several, in the language in force; "" where there are no others.
    stem : str
        The same in the name of a file.
    order : (rows,) int array or None
        As of `core.exchange.table.Table`.
    """

    columns: tuple[Column, ...]
    kind: str = ""
    stem: str = ""
    order: NDArray[np.integer] | None = None


@dataclass(frozen=True)
class Figure:
    """Frozen: what the widget shows later is not in it.

    Attributes
    ----------
    what : str
        What it is, in the language in force.
    stem : str
        The same in the name of a file.
    size : (int, int)
        Width and height in px.
    theme : Theme
        That it has on screen.
    paint : Paint
    numbers : tuple of Numbers
        The most important ones first.
    run, update : int or None
        Whose numbers they are; None: those of the network on screen.
    is_of_run : bool
        Whether it is of a run at all: else neither run nor update are said of it.
    is_table : bool
        Whether it is text in rows on screen, too: then its numbers matter more than its picture.
    """

    what: str
    stem: str
    size: tuple[int, int]
    theme: Theme
    paint: Paint
    numbers: tuple[Numbers, ...]
    run: int | None = None
    update: int | None = None
    is_table: bool = False
    is_of_run: bool = True
