"""What an input of the picture shows, in words: which it is, its number, and what its colour means."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Layout
from gui.network.marks.map_words import is_standardised
from gui.widgets.number_text import compact, value_text


def input_tooltip(snapshot: Snapshot, layout: Layout, x: float, y: float) -> str:
    """The text for the input nearest to a point in px; "" for ink, whose pixels are all 0 or 1."""
    data = snapshot.data
    if data.picture is not None:
        if data.choice.source == "digits" or data.choice.as_ink:
            return ""
        return QCoreApplication.translate(
            "NetworkView", "Input picture: the grey of each pixel, 0 for black to 1 for white."
        )
    if data.input_scales is None:
        return ""
    index = int(np.argmin(np.hypot(layout.pixel_x - x, layout.pixel_y - y)))
    words = QCoreApplication.translate(
        "NetworkView",
        "{name} = {value}. Full colour at |{name}| = {scale}, this input’s largest in the training set; below 0 the"
        " colour is that of negative numbers.",
    )
    if data.constant is not None and data.constant[index] and data.choice.source == "own":
        words += " " + QCoreApplication.translate(
            "NetworkView", "It is one number in all training examples, and so tells nothing."
        )
    elif is_standardised(snapshot):
        words += " " + QCoreApplication.translate(
            "NetworkView", "Its column is standardised: mean 0, standard deviation 1."
        )
    return words.format(
        name=snapshot.input_name(index),
        value=value_text(float(snapshot.trace.x[index])),
        scale=compact(float(data.input_scales[index])),
    )
