"""Why a training has ended by itself, and what helps, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.engine.messages import Diverged, StoppedEarly


def is_at_start(diverged: Diverged) -> bool:
    """Whether no rate had a part in it: loss and gradient of update 1 are those of the weights at update 0."""
    return diverged.update == 1 and diverged.cause != "parameter"


def divergence_text(diverged: Diverged, is_set_by_hand: bool) -> str:
    """The sentence on screen; `is_set_by_hand` is whether parameters of the run were."""
    if is_at_start(diverged) and is_set_by_hand:
        text = QCoreApplication.translate(
            "RunPresenter",
            "C or its gradient is too large to write, so no update was made: the initial weights, or one that"
            " was set by hand, are too large. Rewind, or begin with smaller initial weights: Function set,"
            " More.",
        )
    elif is_at_start(diverged):
        text = QCoreApplication.translate(
            "RunPresenter",
            "C or its gradient is too large to write, so no update was made: the initial weights are too large"
            " for this network. Begin with smaller ones: Function set, More.",
        )
    elif is_set_by_hand:
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} made a number too large to write: the learning rate is too high, or a weight"
            " that was set by hand is too large. Training is paused: set the weight back, or rewind.",
        )
    else:
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} made a number too large to write: the learning rate is too high for this"
            " network. Training is paused; rewind, then take a smaller rate.",
        )
    return text.format(update=f"{diverged.update:,}")


def stopped_early_text(stopped: StoppedEarly) -> str:
    """The sentence on screen after an early stop."""
    text = QCoreApplication.translate(
        "RunPresenter",
        "Stopped early, at update {update}: of the ends of epochs, the test loss was least at update {best}."
        " Space goes on.",
    )
    return text.format(update=f"{stopped.update:,}", best=f"{stopped.best:,}")
