"""What is said of another run whose confusion matrix is subtracted: of which update it is, or why it is not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.ledger.subtracted import Subtracted


def difference_words(update: int, before: Subtracted) -> str:
    """What the matrix shows: this run at this update minus the other at its own."""
    text = QCoreApplication.translate(
        "OtherRun", "this run at update {update} minus run {name} at update {other}"
    )
    return text.format(update=f"{update:,}", name=before.name, other=f"{before.update:,}")


def counting_words(name: str) -> str:
    """Before it is counted."""
    text = QCoreApplication.translate("OtherRun", "run {name} is being counted; nothing is subtracted yet")
    return text.format(name=name)


def left_words(name: str) -> str:
    """It is not offered any more."""
    text = QCoreApplication.translate(
        "OtherRun", "run {name} was hidden or deleted: nothing is subtracted any more"
    )
    return text.format(name=name)


def refused_words(reason: str, name: str, update: int, live: int) -> str:
    """Why it is not counted, for the reasons of `ConfusionRefused`, at `update` of the run on screen.

    `live` is how many updates the other one has made.
    """
    texts = {
        "gone": QCoreApplication.translate("OtherRun", "run {name} is gone: nothing is subtracted"),
        "data": QCoreApplication.translate(
            "OtherRun", "run {name} has other examples, labels or classes: it cannot be subtracted"
        ),
        "short": QCoreApplication.translate(
            "OtherRun", "run {name} has made only {live} updates, not {update}: it cannot be subtracted there"
        ),
        "returning": QCoreApplication.translate(
            "OtherRun", "run {name} is on its way back from a divergence: nothing is subtracted until then"
        ),
        "trains": QCoreApplication.translate(
            "OtherRun",
            "run {name} at update {update} is counted once the training pauses: its updates are made again for that",
        ),
    }
    failed = QCoreApplication.translate("OtherRun", "run {name} could not be counted: nothing is subtracted")
    return texts.get(reason, failed).format(name=name, update=f"{update:,}", live=f"{live:,}")
