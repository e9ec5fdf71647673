"""What initial weights are called on screen: a file's name as it is, and those that the app makes in its language.

A run, and a session, keep the name: of weights that the app makes that is an identifier, so that it follows the
language.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.analysis.unrolling import KINDS

_UNROLLED = "unrolled/"
"""No file's name has a slash in it."""


def kind_names() -> tuple[str, str, str]:
    """What the three layers on the way from dense to convolutional are called, in the order of `KINDS`."""
    return (
        QCoreApplication.translate("Unrolling", "dense"),
        QCoreApplication.translate("Unrolling", "windows"),
        QCoreApplication.translate("Unrolling", "shared"),
    )


def unrolled_name(kind: str) -> str:
    """The identifier of the unrolled kernels as this one of `KINDS` has them."""
    return f"{_UNROLLED}{kind}"


def weights_title(name: str) -> str:
    """What weights of this name are called: those of a file as it is, and as earlier versions have kept others."""
    kind = name.removeprefix(_UNROLLED)
    if kind == name or kind not in KINDS:
        return name
    text = QCoreApplication.translate("Unrolling", "unrolled kernels, {kind}")
    return text.format(kind=kind_names()[KINDS.index(kind)])
