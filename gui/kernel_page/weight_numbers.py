"""The numbers on a weight's page as columns: what each place adds, and the weights of its kernel."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.exchange.table import Column
from gui.kernel_page.weight_scene import WeightScene
from gui.widgets.figure import Numbers


def weight_numbers(scene: WeightScene) -> tuple[Numbers, Numbers]:
    """A row for each place of the weight, and one for each weight of the kernel; rows and columns count from 1."""
    places, numbers = scene.places, scene.numbers
    columns = [*_places(places.a.shape), Column("a", places.a.ravel())]
    if places.delta is not None and places.part is not None:
        columns += [Column("δ", places.delta.ravel()), Column("a·δ", places.part.ravel())]
    kernel = (
        *_places(numbers.values.shape),
        Column(scene.kind.replace("_", " "), numbers.values.ravel()),
        Column("∂C/∂w", numbers.gradient.ravel()),
    )
    return (
        Numbers(tuple(columns), QCoreApplication.translate("KernelPage", "each place"), "places"),
        Numbers(kernel, QCoreApplication.translate("KernelPage", "each weight of the kernel"), "kernel"),
    )


def _places(shape: tuple[int, ...]) -> tuple[Column, Column]:
    rows, columns = np.indices(shape[:2]).reshape(2, -1) + 1
    return Column("row", rows), Column("column", columns)
