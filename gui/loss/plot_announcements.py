"""What is heard of a plot over the updates when one of its keys has changed how it shows them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.widgets.announcement import switched


def log_words(is_log: bool) -> str:
    """Whether heights are logarithms."""
    return switched(QCoreApplication.translate("LossPlot", "Logarithmic"), is_log)


def whole_words() -> str:
    """That all updates are seen, and those that come."""
    return QCoreApplication.translate("LossPlot", "The whole run is in sight, and followed.")
