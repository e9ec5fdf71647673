"""What is heard of a plot over the updates when one of its keys has changed how it shows them."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from gui.loss.plot_range import UpdateRange
from gui.widgets.announcement import switched


def log_words(is_log: bool) -> str:
    """Whether heights are logarithms."""
    return switched(QCoreApplication.translate("LossPlot", "Logarithmic"), is_log)


def zoom_words(updates: UpdateRange, reach: int) -> str:
    """Which of the `reach` updates of a run are seen, where it is not all of them."""
    if updates.is_following:
        return whole_words()
    first, last = math.ceil(updates.left), min(reach, math.floor(updates.right))
    if first > last:
        # The axis reaches further than a young run.
        return QCoreApplication.translate("LossPlot", "No update of the run is in sight.")
    words = QCoreApplication.translate("LossPlot", "Updates {first} to {last} are in sight.")
    if first == last:
        words = QCoreApplication.translate("LossPlot", "Of all updates only {first} is in sight.")
    return words.format(first=f"{first:,}", last=f"{last:,}")


def whole_words() -> str:
    """That all updates are seen, and those that come."""
    return QCoreApplication.translate("LossPlot", "The whole run is in sight, and followed.")
