"""What the network says of an example that the user has chosen, read out to who listens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from core.engine.snapshot import Snapshot
from gui.widgets.announcement import announce
from gui.widgets.sentence_text import labelled

READ_OUT_MS = 500


def network_name(letter: str) -> str:
    """What a network is called: "Network A" of two, "Network" where it is alone and `letter` is ""."""
    if not letter:
        return QCoreApplication.translate("NetworkView", "Network")
    return QCoreApplication.translate("SideChooser", "Network {letter}").format(letter=letter)


class AnswerReader:
    """A drawing changes with every move of the pen: its answer is read out when it rests.

    Parameters
    ----------
    view : QWidget
        Says it.
    words : callable
        Which example it is, and the answer, at that moment; "" for nothing.

    Attributes
    ----------
    letter : str
        "A" or "B" where two networks answer, each for itself; "" where one is alone.
    is_said : callable
        Whether the page that covers the network has read the example out by itself.
    """

    def __init__(self, view: QWidget, words: Callable[[], str]) -> None:
        self.letter = ""
        self.is_said: Callable[[], bool] = lambda: False
        self._view, self._words = view, words
        self._timer = QTimer(view, singleShot=True, interval=READ_OUT_MS)
        self._timer.timeout.connect(self._say)

    def follow(self, before: Snapshot | None, now: Snapshot) -> None:
        """Another snapshot is shown; what the training goes through by itself is not read out.

        The way back to that is.
        """
        follows = now.follows_training and (before is None or before.follows_training)
        if not follows and (before is None or not now.example.is_same_sample(before.example)):
            self._timer.start()

    def _say(self) -> None:
        words = "" if self.is_said() else self._words()
        if self.letter and words:
            words = labelled(network_name(self.letter), words)
        announce(self._view, words)
