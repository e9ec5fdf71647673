"""What is said of the map of the right answers' y, and of one example's y over the run."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from gui.ledger.confidence_map import (
    AMBIGUOUS,
    BETWEEN,
    EASY,
    EASY_FROM,
    HARD,
    HARD_BELOW,
    SPREAD_FROM,
    Corners,
)
from gui.widgets.number_text import percent_to_tenths, plain, share_text


def corner_name(corner: int) -> str:
    """What a corner is called in the paper."""
    return {
        EASY: QCoreApplication.translate("MapWords", "easy"),
        AMBIGUOUS: QCoreApplication.translate("MapWords", "ambiguous"),
        HARD: QCoreApplication.translate("MapWords", "hard"),
        BETWEEN: QCoreApplication.translate("MapWords", "between"),
    }[corner]


def bounds_words(corner: int) -> str:
    """Which examples are in a corner, in numbers; "" of those between the corners."""
    text = {
        EASY: QCoreApplication.translate("MapWords", "mean ≥ {mean}, spread < {spread}"),
        AMBIGUOUS: QCoreApplication.translate("MapWords", "spread ≥ {spread}"),
        HARD: QCoreApplication.translate("MapWords", "mean < {mean}, spread < {spread}"),
        BETWEEN: "",
    }[corner]
    mean = EASY_FROM if corner == EASY else HARD_BELOW
    return text.format(mean=plain(mean), spread=plain(SPREAD_FROM))


def corner_words(corners: Corners, corner: int) -> str:
    """ "easy (mean ≥ 0.75, spread < 0.25): 54,012 of 60,000 (90.0 %), 21.3 % of L"."""
    text = QCoreApplication.translate("MapWords", "{name}: {count} of {all} ({share}), {of_total} of L")
    bounds = bounds_words(corner)
    name = corner_name(corner)
    if bounds:
        name = QCoreApplication.translate("MapWords", "{name} ({bounds})").format(name=name, bounds=bounds)
    return text.format(
        name=name,
        count=f"{int(corners.counts[corner]):,}",
        all=f"{int(corners.counts.sum()):,}",
        share=percent_to_tenths(float(corners.shares[corner])),
        of_total=percent_to_tenths(float(corners.loss_shares[corner])),
    )


def measured_words(updates: NDArray[np.int64]) -> str:
    """Over which measurements mean and spread are."""
    text = QCoreApplication.translate(
        "MapWords",
        "mean and spread of y of the right answer over {count} exact measurements, updates {first} to {last},"
        " without any before the first update",
    )
    return text.format(count=f"{len(updates):,}", first=f"{updates[0]:,}", last=f"{updates[-1]:,}")


def claim_words() -> str:
    """What the map does not say of the hard ones."""
    return QCoreApplication.translate(
        "MapWords",
        "Whether the label of a hard one is wrong, or it is only hard to read, the map does not tell.",
    )


def missing_words(count: int) -> str:
    """Why there is no map yet, of so many measurements."""
    text = QCoreApplication.translate(
        "MapWords",
        "The map takes two exact measurements after the first update; this run has {count}: train on.",
    )
    return text.format(count=f"{count:,}")


def computing_words() -> str:
    """The map that was known is of other parameters."""
    return QCoreApplication.translate("MapWords", "The map is being computed…")


def wrong_set_words() -> str:
    """Of another set there is no map."""
    return QCoreApplication.translate(
        "MapWords", "The map is of the training set alone: choose that set above."
    )


def unbounded_words() -> str:
    """Of outputs that are no confidences there is no map."""
    return QCoreApplication.translate(
        "MapWords", "There is no map: the outputs of an identity may be any number, and are no confidences."
    )


def way_words(updates: NDArray[np.int64], values: NDArray[np.float32]) -> str:
    """Of one example: what is drawn, and the last number of it."""
    if len(updates) == 1:
        text = QCoreApplication.translate("MapWords", "y of the right answer, measured at update {last}: {y}")
    else:
        text = QCoreApplication.translate(
            "MapWords",
            "y of the right answer at {count} exact measurements, updates {first} to {last}: at the last one {y}",
        )
    return text.format(
        count=f"{len(updates):,}",
        first=f"{updates[0]:,}",
        last=f"{updates[-1]:,}",
        y=share_text(float(values[-1])),
    )
