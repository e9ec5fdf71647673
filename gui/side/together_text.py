"""Why a run is not trained together with the one on screen, or no further, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.engine.messages import Diverged, StoppedEarly
from gui.widgets.sentence_text import sentences


def why_not_together(name: str, reason: str) -> str:
    """What stands in the way of this run; `reason` as `core.engine.messages.TogetherRefused` has it."""
    words = {
        "data": QCoreApplication.translate(
            "Compare", "{name} is on other examples: only runs on the same data see the same batches."
        ),
        "batches": QCoreApplication.translate(
            "Compare",
            "{name} has batches of another size than A, after the newest update of each: give both the same there to"
            " train them together.",
        ),
        "seed": QCoreApplication.translate(
            "Compare",
            "{name} takes the examples in another order, as its seed is another: only runs of the same seed see the"
            " same batches.",
        ),
        "epoch": sentences(
            (
                QCoreApplication.translate(
                    "Compare",
                    "{name} is, after its newest update, in another epoch: its next batches are others.",
                ),
                _how_to_meet(),
            )
        ),
        "place": sentences(
            (
                QCoreApplication.translate(
                    "Compare",
                    "{name} stands, after its newest update, at another place of the same epoch: its next batches are"
                    " others.",
                ),
                _how_to_meet(),
            )
        ),
        "diverged": QCoreApplication.translate(
            "Compare",
            "{name} has diverged, so it is not trained: its next update makes a number too large to write.",
        ),
        "gone": QCoreApplication.translate("Compare", "{name} is not there any more, so it is not trained."),
    }
    return words[reason].format(name=name)


def _how_to_meet() -> str:
    """How both come to the same place of the same epoch."""
    return QCoreApplication.translate(
        "Compare",
        "To train both from one update, look at it in both; where one looks back, click its picture and branch there"
        " (B). Then train both.",
    )


def how_to_train_both() -> str:
    """Where both are to be trained, and rest."""
    return QCoreApplication.translate("Compare", "Paused: Space trains both, each on the same batches.")


def why_no_further(name: str, ended: Diverged | StoppedEarly) -> str:
    """What has ended the training of this run, while the one on screen is trained on."""
    if isinstance(ended, Diverged):
        text = QCoreApplication.translate(
            "Compare",
            "{name} is trained no further: update {update} made a number too large to write. It stays at the update"
            " before; the others go on.",
        )
    else:
        text = QCoreApplication.translate(
            "Compare",
            "{name} is trained no further: its test loss has not fallen for as long as its patience lasts, up to"
            " update {update}. The others go on.",
        )
    return text.format(name=name, update=f"{ended.update:,}")
