"""What the actions of the Example menu that open a page, or keep a drawing, are called, and what they do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def example_action_texts() -> dict[str, tuple[str, str]]:
    """Text and tip of each, by its object name, in the language in force."""
    return {
        "action_ledger": (
            QCoreApplication.translate("Actions", "What L is made of"),
            QCoreApplication.translate(
                "Actions", "Every example as a dot, and how much each of them adds to L"
            ),
        ),
        "action_influence": (
            QCoreApplication.translate("Actions", "Who taught it this?"),
            QCoreApplication.translate(
                "Actions",
                "The training examples that pulled the answer to the shown one, and the proof without them",
            ),
        ),
        "action_findings": (
            QCoreApplication.translate("Actions", "Findings"),
            QCoreApplication.translate(
                "Actions", "What the numbers of this run say in plain words, and one thing to try for each"
            ),
        ),
        "action_flips": (
            QCoreApplication.translate("Actions", "What each pixel decides"),
            QCoreApplication.translate(
                "Actions", "What each pixel of the example does to C and to the answer if it is flipped"
            ),
        ),
        "action_keep_drawing": (
            QCoreApplication.translate("Actions", "Keep the drawing"),
            QCoreApplication.translate("Actions", "Keep the drawing in your own test set, as what you meant"),
        ),
        "action_own_set": (
            QCoreApplication.translate("Actions", "Own test set"),
            QCoreApplication.translate(
                "Actions",
                "The drawings and images that you have kept, and what the network says to each",
            ),
        ),
    }
