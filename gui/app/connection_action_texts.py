"""What the actions are called that choose which connections are drawn, and by which number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.app.action_table import CHOICES


def connection_action_texts() -> dict[str, tuple[str, str]]:
    """Text and tip of each, by its object name, in the language in force."""
    texts = {
        "action_picture_weight": (
            QCoreApplication.translate("Actions", "Weights"),
            QCoreApplication.translate("Actions", "Colour each connection by its w"),
        ),
        "action_picture_signal": (
            QCoreApplication.translate("Actions", "Signal"),
            QCoreApplication.translate(
                "Actions", "Colour each connection by a·w, what it carries for the shown example"
            ),
        ),
        "action_picture_gradient": (
            QCoreApplication.translate("Actions", "Gradient"),
            QCoreApplication.translate("Actions", "Colour each connection by ∂C/∂w of the shown example"),
        ),
        "action_picture_mean_gradient": (
            QCoreApplication.translate("Actions", "Mean gradient"),
            QCoreApplication.translate(
                "Actions",
                "Colour each connection by the last batch’s mean gradient: with L1 and L2, before clipping",
            ),
        ),
        "action_picture_change": (
            QCoreApplication.translate("Actions", "Change"),
            QCoreApplication.translate(
                "Actions", "Colour each connection by ΔW, what the last update changed"
            ),
        ),
        "action_sign_both": (
            QCoreApplication.translate("Actions", "Both signs"),
            QCoreApplication.translate(
                "Actions", "Draw connections whose number is positive, and negative ones"
            ),
        ),
        "action_sign_plus": (
            QCoreApplication.translate("Actions", "Only positive"),
            QCoreApplication.translate("Actions", "Draw only connections whose number is positive"),
        ),
        "action_sign_minus": (
            QCoreApplication.translate("Actions", "Only negative"),
            QCoreApplication.translate("Actions", "Draw only connections whose number is negative"),
        ),
        "action_edges_all": (
            QCoreApplication.translate("Actions", "All"),
            QCoreApplication.translate("Actions", "Every connection between the neurons shown"),
        ),
    }
    name = QCoreApplication.translate("Actions", "{count} a neuron")
    tip = QCoreApplication.translate(
        "Actions", "Each neuron's {count} strongest connections for this example"
    )
    for count in CHOICES["edges"][1][:-1]:
        texts[f"action_edges_{count}"] = (name.format(count=count), tip.format(count=count))
    return texts
