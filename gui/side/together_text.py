"""Why a run cannot be trained together with the one on screen, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def why_not_together(name: str, reason: str) -> str:
    """What stands in the way of this run; `reason` as `core.engine.messages.TogetherRefused` has it."""
    sentences = {
        "data": QCoreApplication.translate(
            "Compare", "{name} is on other examples: only runs on the same data see the same batches."
        ),
        "batches": QCoreApplication.translate(
            "Compare", "{name} has batches of another size: give both the same to train them together."
        ),
        "place": QCoreApplication.translate(
            "Compare",
            "{name} stands at another place of its epoch, so its next batches are others. Look at the same update in"
            " both, branch there, and train the branches together.",
        ),
        "diverged": QCoreApplication.translate(
            "Compare",
            "{name} has diverged, so it is not trained: its next update makes a number too large to write.",
        ),
        "gone": QCoreApplication.translate("Compare", "{name} is not there any more, so it is not trained."),
    }
    return sentences[reason].format(name=name)
